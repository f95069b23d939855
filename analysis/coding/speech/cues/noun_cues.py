"""Noun cues: what a noun alone says of somebody who is named behind it.

"The raid drew *condemnation* from Aleria", "a *warning* by the army that …", "*calls* from the minister for a truce",
"*condemnation* of the raid came from Aleria". A noun with nobody behind it ("amid criticism") says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.forms import clause_end
from analysis.coding.speech.cues.frames import frames, nouns_of_saying
from analysis.coding.speech.cues.pasts import can_speak
from analysis.language.grammar.noun_phrases import phrase_before
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after
from analysis.language.grammar.tags import Tag

#: prepositions before what was said
_ABOUT = frozenset({"of", "for", "over", "against", "about", "at", "on"})
#: verbs whose nouns need "of" or a clause behind them: "confirmation of", not "a declaration in"
_NAMED = frozenset({"declare", "announce", "confirm", "claim"})
#: groups behind the noun that are looked through
_LONGEST = 6


def noun_cue(phrases: Phrases, i: int) -> Cue | None:
    """Return the cue of the noun of saying at token i that names its speaker behind it, or None."""
    tokens, group = phrases.sentence.tokens, phrases.at[i]
    if not isinstance(group, NounGroup) or group.head != i or group.last != i or tokens[group.first].lower == "no":
        return None  # "there was no claim of responsibility from X"
    behind = _behind(phrases, i)
    maker, about, end = behind.maker, behind.about, behind.end
    if maker is None or not can_speak(phrases, maker.first):
        return None
    if any(phrases.tags[k] is Tag.POSSESSIVE for k in range(group.first, i)):
        return None  # "*Aleria's* protest over raids by X"
    lemma = nouns_of_saying()[tokens[i].lower]
    told = phrases.at[end] if end < len(tokens) else None
    if end + 2 < len(tokens) and tokens[end].lower == "that" and not phrases.is_finite(end + 1):
        first = not any(v.finite and 0 < v.first < group.first for v in phrases.verbs)
        stop = clause_end(phrases, end + 1) if first else None
        return Cue(lemma, i, i, i, maker, end + 1, None, False, "that", "noun", end=stop)
    if isinstance(told, VerbGroup) and told.infinitive:
        return Cue(lemma, i, i, i, maker, end, None, False, "to", "noun")
    if about is not None and (lemma not in _NAMED or tokens[about[0] - 1].lower == "of"):
        return Cue(lemma, i, i, i, maker, about[0], None, False, "particle", "noun", end=about[1])
    drawn = _drawn(phrases, group) if lemma not in _NAMED | {"call", "warn"} else None
    return None if drawn is None else Cue(lemma, i, i, i, maker, drawn[0], None, False, "object", "noun", end=drawn[1])


@dataclass(slots=True)
class _Behind:
    """What stands behind a noun of saying: who speaks, tokens of what it is about, the token after all of it."""

    end: int
    maker: SpeakerPhrase | None = None
    about: tuple[int, int] | None = None


def _behind(phrases: Phrases, i: int) -> _Behind:
    """Return what the groups behind the noun at token i tell."""
    tokens, found = phrases.sentence.tokens, _Behind(i + 1)
    for _ in range(_LONGEST):
        end = found.end
        after = phrases.at[end + 1] if end + 1 < len(tokens) else None
        come = phrases.at[end] if end < len(tokens) else None
        if isinstance(come, VerbGroup) and come.lemma == "come" and come.finite and found.maker is None:
            found.end = come.last + 1  # "condemnation of the raid *came* from X"
            continue
        if not isinstance(after, NounGroup) or phrases.tags[end] not in {Tag.PREPOSITION, Tag.TO}:
            break
        found.end = after.last + 1
        if tokens[end].lower in {"from", "by"} and found.maker is None and not after.temporal:
            found.maker = _maker(phrases, end + 1)
            found.end = after.last + 1 if found.maker is None else found.maker.last + 1
        elif after.temporal or found.about is None:
            call = tokens[i].lower in {"call", "calls"} and tokens[end].lower not in {"for", "on"}
            told = tokens[end].lower in _ABOUT and not after.temporal and not call
            found.about = (after.first, after.last + 1) if told else None
        elif found.maker is None:  # "the attack *on the hospital*"
            found.about = (found.about[0], after.last + 1)
    return found


def _maker(phrases: Phrases, i: int) -> SpeakerPhrase | None:
    """Return the one named at token i, what it was about cut off: "from the United Nations *of the raid*"."""
    maker, tokens = speaker_after(phrases, i), phrases.sentence.tokens
    if maker is None:
        return None
    for k in range(maker.first + 1, maker.last):
        about = phrases.at[k + 1]
        deed = isinstance(about, NounGroup) and tokens[about.head].lower in frames()["deeds"]
        if tokens[k].lower == "for" or (tokens[k].lower in _ABOUT and deed):
            return replace(maker, last=k - 1)
    return maker


def _drawn(phrases: Phrases, group: NounGroup) -> tuple[int, int] | None:
    """Return the tokens of "*The raid* drew condemnation", "the raid, which was met with condemnation", or None."""
    first = group.first if group.preposition is None else group.preposition
    verb = phrases.at[first - 1] if first else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in frames()["drawing"] or verb.negated:
        return None
    i = verb.first - 1
    while i > 0 and (phrases.tags[i] in {Tag.RELATIVE, Tag.ADVERB} or phrases.sentence.tokens[i].text == ","):
        i -= 1
    found = phrase_before(phrases, i)
    near = phrases.at[i]
    if found is None and isinstance(near, NounGroup):
        found = near.first, near.last
    return None if found is None else (found[0], found[1] + 1)
