"""Clauses: which one a cue between commas tells of, and where a cue opens a new one with a speaker of its own."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.rows import Act
from analysis.coding.speech.acts import act_of_verb
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import CLOSING, OPENING
from analysis.coding.speech.cues.positions import skip_ahead
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import speaker_before
from analysis.language.grammar.tags import Tag

#: what opens a clause that a cue may be put into right away: "after, *they said*, he fled"
_OPENERS = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.CONJUNCTION})
_CLAUSES = frozenset({"that", "clause"})
_PROMISES = frozenset({"promise", "pledge"})
_SINCE = frozenset({"after", "before", "since", "until"})


def clause_around(phrases: Phrases, cue: Cue) -> tuple[int | None, int | None]:
    """Return the first token of the clause that a cue is put into and the token before which it ends.

    Each is None where the clause reaches to the edge of the sentence. "He was shot after, they said, *he fled*",
    "*It killed two, the army says*; and from there it spread".
    """
    return _first(phrases, cue), _semicolon(phrases, cue.last + 1)


def _first(phrases: Phrases, cue: Cue) -> int | None:
    tokens, comma = phrases.sentence.tokens, (cue.until or 0) - 1
    if comma < 2 or tokens[comma].text != ",":
        return None
    if phrases.tags[comma - 1] not in _OPENERS and tokens[comma - 1].lower not in _SINCE:
        return None
    closing = (k for k in range(cue.last + 1, len(tokens) - 1) if tokens[k].text == ",")
    return next((k + 1 for k in closing), None)


def _semicolon(phrases: Phrases, i: int) -> int | None:
    """Return the semicolon from token i on, outside quotation marks, behind which "and" opens a clause of its own."""
    quoted = False
    for k in range(i, len(phrases.at) - 1):
        mark = phrases.sentence.tokens[k].text
        if mark in OPENING or mark in CLOSING:
            quoted = not quoted
        elif mark == ";" and not quoted:
            return k if phrases.tags[k + 1] is Tag.CONJUNCTION else None
    return None


def anew(phrases: Phrases, cue: Cue) -> Cue:
    """Return a cue that opens a new main clause (", but Y said") with the comma where what was said before ends."""
    if cue.speaker is None or cue.start is None or cue.until is not None or cue.start < cue.first:
        return cue
    tokens = phrases.sentence.tokens
    opener = min([cue.speaker.first, *(first for first, _ in cue.speaker.others)]) - 1
    if cue.rule == "quotes-as":  # ", and *a daily quoted* X as saying"
        quoting = speaker_before(phrases, opener - 1)
        opener = opener if quoting is None else quoting.first - 1
    while opener > 0 and phrases.tags[opener] is Tag.DETERMINER:
        opener -= 1
    if opener > 0 and tokens[opener].text == ";":
        return replace(cue, anew=opener)
    joins = tokens[opener].lower in {"but", "while", "whereas", "and"}
    meanwhile = tokens[opener].lower == "as" and cue.how in _CLAUSES
    if opener < 2 or not (joins or meanwhile):
        return cue
    if tokens[opener - 1].text != ",":
        person = tokens[opener].lower == "and" and tokens[cue.speaker.first].lower in {"he", "she"}
        return replace(cue, anew=opener) if person and _is_own_act(cue) else cue
    pronoun = tokens[cue.speaker.first].lower in {"he", "she", "it", "they"}
    goes_on = pronoun and tokens[opener].lower == "and" and act_of_verb(cue.lemma, cue.how, "") is None
    return cue if goes_on else replace(cue, anew=opener - 1)


def _is_own_act(cue: Cue) -> bool:
    """Tell the act that a speaker adds to what he reports: "said they were dead *and he promised*", "*urged*"."""
    act = act_of_verb(cue.lemma, cue.how, "")
    return cue.lemma in _PROMISES or act in {Act.APPEALS, Act.BLAMES, Act.CONDEMNS, Act.WARNS}


def described_again(phrases: Phrases, cues: list[Cue]) -> list[Cue]:
    """Let who goes on in a relative clause be whom the words before it describe: "said X, *the mayor*, who accused".

    What the first cue says ends with it.
    """
    found = list(cues)
    for i, cue in enumerate(cues):
        owner = next((k for k, other in enumerate(cues) if k != i and _is_described(phrases, cue, other)), None)
        if owner is not None:
            found[i] = replace(cue, speaker=cues[owner].speaker)
            found[owner] = replace(found[owner], inside=False)
    return found


def _is_described(phrases: Phrases, cue: Cue, other: Cue) -> bool:
    """Tell a cue behind a relative pronoun whose speaker is but the aside of another cue's, or the land behind it."""
    speaker, aside = cue.speaker, None if other.speaker is None else other.speaker.aside
    if speaker is None or aside is None or Tag.RELATIVE not in phrases.tags[speaker.last + 1 : cue.first]:
        return False
    if speaker.first < aside[0] or speaker.first > aside[1] + 2:
        return False
    return all(phrases.tags[k] in {Tag.MARK, Tag.PROPER} for k in range(aside[1] + 1, speaker.last + 1))


def back_to_main(phrases: Phrases, cue: Cue, cues: list[Cue]) -> Cue:
    """Begin anew after a relative clause of the same speaker: "X, which at first said A*,* acknowledged B"."""
    comma, speaker = cue.first - 1, cue.speaker
    if speaker is None or comma < 1 or cue.anew is not None or phrases.sentence.tokens[comma].text != ",":
        return cue
    before = [c.speaker for c in cues if c.start is not None and c.start < cue.first and c is not cue]
    same = any(s is not None and (s.first, s.last) == (speaker.first, speaker.last) for s in before)
    return replace(cue, anew=comma) if same else cue


def before_time(phrases: Phrases, cue: Cue) -> int | None:
    """Return the token before a clause of time behind an object: "denied the raid *a day after X accused* it"."""
    if cue.start is None or cue.start < cue.first:
        return None
    for k in range(cue.start + 1, len(phrases.at) - 2):
        group = phrases.at[k]
        if isinstance(group, VerbGroup) and group.finite:
            return None
        word = phrases.sentence.tokens[k].lower
        if word not in _TIMED and not (word in _MEETING and phrases.sentence.tokens[k + 1].lower in {"he", "she"}):
            continue
        doer = phrases.at[k + 1]
        i = skip_ahead(phrases, doer.last + 1) if isinstance(doer, NounGroup) else len(phrases.at)
        verb = phrases.at[i] if i < len(phrases.at) else None
        if not isinstance(verb, VerbGroup) or not verb.finite:
            return None
        before = phrases.at[k - 1]
        end = before.first if isinstance(before, NounGroup) and before.temporal and before.preposition is None else k
        return end - (phrases.sentence.tokens[end - 1].text == ",")
    return None


_TIMED = frozenset({"after", "before"})
#: what opens the occasion on which a person speaks: "condemned the raid *when he* met the chiefs"
_MEETING = frozenset({"when", "as", "while"})
