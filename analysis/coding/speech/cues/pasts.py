"""Pasts: a verb of saying in -ed right after its noun, told as a past tense or as a participle.

"The ministry affirmed in a statement the end of …", "…, the group threatened." are told; "the plan announced in May",
"the officers accused of murder were held" are not. Where order and words leave it open, it is a participle.
"""

from __future__ import annotations

from functools import cache

from analysis.coding.speech.cues.complements import Complement, find_complement
from analysis.coding.speech.cues.frames import ENDS, frames
from analysis.coding.speech.cues.gaps import is_reduced
from analysis.coding.speech.cues.positions import find_position, is_inserted, skip_adverbs
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import speaker_before
from analysis.language.grammar.tags import Tag

#: what stands between a verb and one that has a subject or a clause of its own
_APART = frozenset({Tag.RELATIVE, Tag.SUBORDINATOR, Tag.CONJUNCTION})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we"})
_TOLD = frozenset({"that", "quote", "colon"})


def is_past(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the past tense of "the army confirmed on Friday that" from the participle of "the plan announced in May"."""
    before = skip_adverbs(phrases, verb.first - 1)
    if before > 0 and phrases.tags[before] is Tag.CONJUNCTION:
        return _second_past_goes_on(phrases, verb)
    if before >= 0 and phrases.sentence.tokens[before].lower in _SUBJECTS:
        return True
    follows = before >= 0 and (isinstance(phrases.at[before], NounGroup) or _comma_closes(phrases, before))
    if not follows:
        return False
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    how = complement.how
    clear = how in _TOLD or (how == "particle" and verb.lemma not in frames()["object"] - {"boast"})
    if clear and not any(v.finite and v.last < verb.first for v in phrases.verbs):
        return True
    return _by_subject(phrases, verb, complement)


def _comma_closes(phrases: Phrases, i: int) -> bool:
    """Tell the comma or the bracket that closes what stands beside a subject: "The Aleria Front (AF) *claimed*"."""
    return phrases.sentence.tokens[i].text in {",", ")"}


def _second_past_goes_on(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a second past after "and": "claimed the raid *and threatened with* more"."""
    earlier = next((v for v in reversed(phrases.verbs) if v.last < verb.first and v.finite), None)
    if earlier is None or earlier.passive:
        return False
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    return complement.how in _TOLD | {"particle", "to"}


def _by_subject(phrases: Phrases, verb: VerbGroup, complement: Complement) -> bool:
    """Tell a past tense by a subject that can speak, alone before it, where no other verb is the clause's.

    A medium or an addressee may follow ("assured *in a press conference*"), or when it was said.
    """
    tokens = phrases.sentence.tokens
    how, told = complement.how, bool(complement.adjuncts)
    timed = complement.start is None and (complement.after >= len(tokens) or tokens[complement.after].text in ENDS)
    after = tokens[verb.last + 1].lower if verb.last + 1 < len(tokens) else "."
    speaker = speaker_before(phrases, verb.first - 1)
    if (after == "by" and how not in _TOLD and not told) or speaker is None or not can_speak(phrases, speaker.first):
        return False
    opener = speaker.first - 1
    if opener > 0 and phrases.tags[opener] is Tag.RELATIVE and verb.lemma in frames()["object"]:
        return True  # "an attack that the army attributed to rebels"
    if is_reduced(phrases, verb, opener):
        return True
    if opener < 0 or phrases.tags[opener] in {Tag.CONJUNCTION, Tag.ADVERB} or _is_fronted(phrases, opener):
        return how != "" and not _has_main_verb(phrases, verb.last + 1)
    if tokens[opener].text == "," and verb.lemma in frames()["after"] and is_inserted(phrases, verb.last + 1):
        return True
    ended = after in ENDS or after == "," or how != "" or told or timed or phrases.is_time(verb.last + 1)
    return ended and find_position(phrases, opener, verb.lemma) in {"quote", "clause"}


def _is_fronted(phrases: Phrases, opener: int) -> bool:
    """Tell the comma after what stands in front of a subject: "In a note to the daily, *X owned up to*"."""
    led = phrases.tags[0] in {Tag.PREPOSITION, Tag.ADVERB} or phrases.is_time(0)
    return (
        led
        and phrases.sentence.tokens[opener].text == ","
        and not any(v.finite and v.last < opener for v in phrases.verbs)
    )


def can_speak(phrases: Phrases, first: int) -> bool:
    """Tell a noun group that can speak: a name, an office, a body, people who are quoted."""
    group = phrases.at[first]
    if not isinstance(group, NounGroup) or group.temporal:
        return False
    lower = phrases.sentence.tokens[group.head].lower
    return phrases.tags[group.head] is Tag.PROPER or lower in _speakers() or lower.removesuffix("s") in _speakers()


@cache
def _speakers() -> frozenset[str]:
    names = ("official", "other", "anonymous", "bodies", "unofficial", "classes")
    return frozenset({"he", "she", "they"}).union(*(titles()[name] for name in names))


def _has_main_verb(phrases: Phrases, first: int) -> bool:
    """Tell whether a finite verb from token `first` on has its subject before that token."""
    for verb in phrases.verbs:
        if verb.first >= first and verb.finite:
            return not any(phrases.tags[k] in _APART for k in range(first, verb.first))
    return False
