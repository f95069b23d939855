"""Idioms: attributions that no plain verb of saying makes.

"put the toll at nine", "took responsibility for the raid", "named the attacker as X", "SANA quotes a source as saying",
"a depot burned (Pentagon)", "a depot burned – ministry", "UKMTO reports" where the verb reads as a noun, "what X has
said is that".
Each returns a cue, or None where the words make no attribution; who speaks, and whether official, is asked elsewhere.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.complements import Complement, find_complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import cue_verbs, frames, idle_verbs
from analysis.coding.speech.cues.gaps import before_for_which
from analysis.coding.speech.cues.positions import BREAKS, conjunction_before, find_position
from analysis.coding.speech.cues.unled_quotations import signed_speaker
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after, speaker_before
from analysis.language.grammar.tags import Tag, lemmas

#: tokens between "quotes" and "as saying"
_QUOTED = 24
#: tokens of an attribution in brackets or after a dash
_SHORT = 8
_DASHES = frozenset({"–", "—", "--", "-"})
_FINAL = frozenset({".", "!", "…"})
#: what somebody asks who wants no name printed
_UNNAMED = (
    "not to be",
    "not to",
    "to remain",
    "to be identified",
    "that his",
    "that her",
    "that their",
    "anonymity",
    "for anonymity",
)


def asks_for_silence(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "asked not to be named", which says nothing."""
    following = phrases.words(verb.last + 1, verb.last + 3)
    return verb.lemma in {"ask", "request"} and following.startswith(_UNNAMED)


def idiom_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "put the toll at", "took responsibility for", "named the attacker as", or None."""
    if verb.lemma not in idle_verbs() or not _is_plain_verb(verb):
        return None
    group = phrases.at[verb.last + 1] if verb.last + 1 < len(phrases.at) else None
    if not isinstance(group, NounGroup) or group.preposition is not None:
        return None
    head = phrases.sentence.tokens[group.head].lower
    if verb.lemma in frames()["identifying"]:
        named = None if group.bare and not _is_of_some(phrases, group) else _named_as(phrases, group)
        author = phrases.at[named + 1] if named is not None and named + 1 < len(phrases.at) else None
        guilty = isinstance(author, NounGroup) and phrases.sentence.tokens[author.head].lower in frames()["authors"]
        start, lemma = (group.first, "blame" if guilty else "report") if named is not None else (None, "")
    elif verb.lemma in frames()["taking"]:
        start, lemma = (group.first, "claim") if head in frames()["taken"] else (None, "")
    else:
        level = "as" if verb.lemma in frames()["figuring"] else "to" if verb.lemma in frames()["revising"] else "at"
        start, lemma = _put(phrases, group, head, level)
    if start is None:
        return None
    speaker = _subject(phrases, verb)
    joined = conjunction_before(phrases, verb.first - 1)
    if speaker is None and joined is None:
        return None
    if lemma == "claim" and speaker and (raid := before_for_which(phrases, speaker.first - 1)) is not None:
        start = raid
    complement = Complement(start, "object", verb.last, (), start)
    joins = joined if speaker is None else None
    found = to_cue(verb, complement, speaker, start, None, "idiom" if joins is None else "cue-coordinated", joins=joins)
    return replace(found, lemma=lemma)


def _named_as(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the "as" after a group, its prepositional groups and participles aside: "the man *killed in it* as"."""
    i = group.last + 1
    while i < min(group.last + _AS, len(phrases.at)):
        here = phrases.at[i]
        after = phrases.at[i + 1] if i + 1 < len(phrases.at) else None
        if phrases.sentence.tokens[i].lower == "as":
            return i
        if isinstance(here, VerbGroup) and not here.finite and not here.infinitive:
            i = here.last + 1
        elif isinstance(after, NounGroup) and after.preposition == i:
            i = after.last + 1
        else:
            return None
    return None


def _is_of_some(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "one *of the dead*" from "him"."""
    return phrases.words(group.last + 1, group.last + 1) == "of"


#: tokens from a name to "as"
_AS = 16


def _is_plain_verb(verb: VerbGroup) -> bool:
    return verb.finite and not verb.passive and not verb.modal and not verb.negated


def _subject(phrases: Phrases, verb: VerbGroup) -> SpeakerPhrase | None:
    """Return the subject of a verb, None where "and" hands it the one of the verb before."""
    joined = conjunction_before(phrases, verb.first - 1)
    return None if joined is not None else speaker_before(phrases, verb.first - 1)


def _put(phrases: Phrases, group: NounGroup, head: str, level: str) -> tuple[int | None, str]:
    """Return where what was said begins after "put" or "raised", and the verb that says the same.

    `level` is the word before the figure: "put the toll *at* nine", "raised the toll *to* nine".
    """
    tokens = phrases.sentence.tokens
    after = group.last + 1
    if head in frames()["blame"] and level == "at":
        later = [g for g in phrases.nouns if g.first > group.last and g.preposition is not None]
        on = next((g for g in later if tokens[g.preposition or 0].lower in {"on", "upon", "at", "with"}), None)
        if on is None or on.preposition is None:
            return None, ""
        return (after + 1, "blame") if tokens[after].lower == "for" else (on.first, "blame")
    if head not in frames()["figures"]:
        return None, ""
    for i in range(after, min(after + 14, len(tokens) - 1)):
        told = phrases.tags[i - 1] is not Tag.PREPOSITION  # "the number of *wounded*"
        told = told and tokens[i].lower not in {"lower", "higher"}  # "put the toll *lower*, at nine"
        if told and isinstance(phrases.at[i], VerbGroup) and not phrases.at[i].passive:  # type: ignore[union-attr]
            return None, ""
        if tokens[i].lower == level:
            return group.first, "report"
    return None, ""


def quoting_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "SANA quotes *a source* as saying", or None; the one quoted speaks."""
    if not _is_plain_verb(verb):
        return None
    tokens = phrases.sentence.tokens
    for i in range(verb.last + 1, min(verb.last + _QUOTED, len(tokens) - 1)):
        saying = phrases.at[i + 1]
        bare = isinstance(phrases.at[i], NounGroup) and isinstance(saying, VerbGroup) and saying.first == i + 1
        if not (tokens[i].lower == "as" or bare) or not isinstance(saying, VerbGroup) or not saying.gerund:
            continue
        speaker = speaker_after(phrases, verb.last + 1)
        complement = find_complement(phrases, saying.last + 1, saying.lemma)
        until = _before_medium(phrases, verb) if complement.start is None else None
        if speaker is None or complement.start is until is None or saying.lemma not in cue_verbs():
            return None
        cue = to_cue(saying, complement, speaker, complement.start, until, "quotes-as")
        return replace(cue, first=i + bare)
    return None


def _before_medium(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the token before which what was said ends, the one who quotes behind it, or None.

    "The depot burned, *the agency* quoted a mayor as saying."
    """
    medium = speaker_before(phrases, verb.first - 1)
    said = "" if medium is None else find_position(phrases, medium.first - 1, "say")
    return medium.first if medium is not None and said in {"clause", "quote"} else None


def closing_cue(phrases: Phrases) -> Cue | None:
    """Return the attribution that closes a sentence without a verb: "(Pentagon)", "– health ministry", "X reports"."""
    tokens = phrases.sentence.tokens
    end = len(tokens) - 1
    while end > 0 and tokens[end].text in _FINAL:
        end -= 1
    if end < 3:
        return None
    if tokens[end].text == ")":
        return _bracket(phrases, end)
    return _noun_cue(phrases, end) or _dash(phrases, end)


def _bracket(phrases: Phrases, close: int) -> Cue | None:
    tokens = phrases.sentence.tokens
    opening = next((k for k in range(close - 1, max(close - _SHORT, 1), -1) if tokens[k].text == "("), None)
    if opening is None or not _covers(phrases, opening + 1, close - 1):
        return None
    before = tokens[opening - 1].lower
    body = before in titles()["bodies"] | titles()["armies"]
    named = tokens[close - 1].text.isupper() and phrases.tags[opening - 1] is Tag.PROPER
    if (opening + 2 == close and named) or (body and tokens[opening + 1].text[0].isupper()):
        return None  # an acronym, or another name, for what stands before it
    if not _tells(phrases, opening):
        return None
    speaker = SpeakerPhrase(opening + 1, close - 1)
    return Cue("accord", opening, close, close, speaker, None, opening, False, "", "closing-bracket")


def _dash(phrases: Phrases, end: int) -> Cue | None:
    tokens = phrases.sentence.tokens
    if _DASHES.isdisjoint(phrases.sentence.texts):
        return None
    dash = next((k for k in range(end - 1, max(end - _SHORT, 1), -1) if tokens[k].text in _DASHES), None)
    signed = None if dash is None else signed_speaker(phrases, dash, end)
    if dash is not None and signed is not None:
        return Cue("say", dash, dash, dash, signed, None, dash, False, "quote", "signed")
    if dash is None or not _covers(phrases, dash + 1, end) or not _tells(phrases, dash):
        return None
    speaks = tokens[end].lower in titles()["bodies"] | titles()["anonymous"]
    if not speaks or tokens[dash].end == tokens[dash + 1].start:
        return None
    return Cue("accord", dash, dash, dash, SpeakerPhrase(dash + 1, end), None, dash, False, "", "closing-dash")


def _noun_cue(phrases: Phrases, end: int) -> Cue | None:
    """Return the cue of ", UKMTO *reports*.", whose verb reads as the head of a name."""
    tokens, group = phrases.sentence.tokens, phrases.at[end]
    lemma = lemmas().get(tokens[end].lower, "")
    present = lemma in frames()["after"] and tokens[end].lower.endswith("s") and tokens[end].text.islower()
    if not present or not isinstance(group, NounGroup) or group.last != end or group.first == end:
        return None
    opener = next((k for k in range(end - 1, max(end - _SHORT - 2, 0), -1) if tokens[k].text in BREAKS), 0)
    if not opener:
        return None
    speaker = SpeakerPhrase(opener + 1, end - 1)
    if phrases.tags[end - 1] is not Tag.PROPER and tokens[end - 1].lower not in titles()["bodies"]:
        return None
    if group.first != opener + 1 and not _covers(phrases, opener + 1, end):
        return None
    return Cue(lemma, end, end, end, speaker, None, opener + 1, False, "", "closing-noun")


def _covers(phrases: Phrases, first: int, last: int) -> bool:
    """Tell whether tokens first to last are one noun group, prepositional groups after it with it."""
    group = phrases.at[first]
    if not isinstance(group, NounGroup) or group.temporal or phrases.tags[first] is Tag.NUMBER or group.first != first:
        return False
    while group.last < last:
        after = phrases.at[group.last + 2] if group.last + 2 <= last else None
        if not isinstance(after, NounGroup) or after.preposition != group.last + 1:
            return False
        group = after
    return group.last == last


def _tells(phrases: Phrases, until: int) -> bool:
    """Tell whether a verb or a number stands before token `until`, so that something is told."""
    told = any(v.last < until for v in phrases.verbs)
    return told or any(tag is Tag.NUMBER for tag in phrases.tags[:until])


def cleft_start(phrases: Phrases, verb: VerbGroup, opener: int) -> int | None:
    """Return where what was said begins in "*What* X has said is that …", or None."""
    tokens = phrases.sentence.tokens
    if "what" not in {tokens[max(opener, 0)].lower, tokens[opener + 1].lower} or verb.last + 3 >= len(tokens):
        return None
    told = phrases.at[verb.last + 1]
    be = told.last + 1 if isinstance(told, NounGroup) else verb.last + 1  # "what X told *the council* was that"
    return be + 2 if phrases.words(be, be + 1) in {"is that", "was that"} else None


def free_start(phrases: Phrases, verb: VerbGroup, opener: int) -> int | None:
    """Return where what was said begins in "hitting *what* X says are *depots*", after the verb, or None."""
    be = verb.last + 1
    if phrases.sentence.tokens[max(opener, 0)].lower != "what" or be + 1 >= len(phrases.tags):
        return None
    thing = phrases.at[be + 1]
    told = isinstance(thing, NounGroup) or phrases.tags[be + 1] in {Tag.PARTICIPLE, Tag.ADJECTIVE}
    return be + 1 if phrases.tags[be] is Tag.BE and told and verb.lemma in {"say", "claim", "believe"} else None


def cleft_object(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "it was *A* that X blamed for it", or None."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    if verb.lemma not in frames()["object"] or verb.first != verb.last or len(tokens) < 6:
        return None
    if tokens[0].lower != "it" or tags[1] is not Tag.BE:
        return None
    group = phrases.at[verb.first - 1]
    if not isinstance(group, NounGroup) or tags[group.first - 1] is not Tag.RELATIVE:
        return None
    told = replace(verb, passive=False, finite=True)
    complement = Complement(2, "object", verb.last, (), verb.last + 1)
    return to_cue(told, complement, SpeakerPhrase(group.first, group.last), 2, None, "cleft")
