"""Relays: sayings that a sentence only refers to: "as the army said, …", "…, the statement read".

What was said is the main clause beside "as", before or after it; a thing that is written "reads" what its maker says.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.complements import Complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.cues.positions import BREAKS, goes_on, verb_after
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after
from analysis.language.grammar.tags import Tag

#: tokens from the verb to the comma behind "As the army said on Monday,"
_FRONT = 12


def as_cue(
    phrases: Phrases, verb: VerbGroup, speaker: SpeakerPhrase, opener: int, complement: Complement
) -> Cue | None:
    """Return the cue of "as X said" before, inside or after its clause; None for "as" that means "while"."""
    tokens = phrases.sentence.tokens
    if opener < 0 or tokens[opener].lower != "as" or verb.lemma not in frames()["after"]:
        return None
    if complement.start is not None or _has_object(phrases, complement.after):
        return None
    bare = replace(complement, how="clause")
    if opener == 0:
        comma = next(
            (i for i in range(verb.last + 1, min(verb.last + _FRONT, len(tokens))) if tokens[i].text == ","), 0
        )
        told = comma and verb_after(phrases, comma) and not any(verb.last < v.first < comma for v in phrases.verbs)
        return to_cue(verb, bare, speaker, comma + 1, None, "cue-as") if told else None
    if tokens[opener - 1].text not in BREAKS:
        return None
    return to_cue(verb, bare, speaker, None, opener, "cue-as", inside=goes_on(phrases, complement.cue_last + 1))


def _has_object(phrases: Phrases, i: int) -> bool:
    """Tell a thing that follows a verb at token i: "as the army began *a raid*", meanwhile."""
    group = phrases.at[i] if i < len(phrases.at) else None
    return isinstance(group, NounGroup) and group.preposition is None and not (group.temporal or group.bare)


def as_passive_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "…, *as reported by X*" and "As stated by X, …", or None."""
    tokens, i = phrases.sentence.tokens, verb.first - 1
    if i < 0 or tokens[i].lower != "as" or verb.first != verb.last or verb.lemma not in frames()["after"]:
        return None
    speaker = speaker_after(phrases, verb.last + 2) if phrases.words(verb.last + 1, verb.last + 1) == "by" else None
    if speaker is None:
        return None
    if i > 1 and tokens[i - 1].text in BREAKS:
        return Cue(verb.lemma, i, verb.last + 1, verb.last, speaker, None, i, False, "clause", "cue-as")
    opens = i == 0 and speaker.last + 2 < len(tokens) and tokens[speaker.last + 1].text == ","
    start = speaker.last + 2
    return (
        Cue(verb.lemma, i, verb.last + 1, verb.last, speaker, start, None, False, "clause", "cue-as") if opens else None
    )


def says_this(phrases: Phrases, lemma: str, i: int) -> bool:
    """Tell "X *said this* in a post", which says what the sentences before it tell."""
    tokens, after = phrases.sentence.tokens, phrases.at[i + 1] if i + 1 < len(phrases.at) else None
    if lemma not in frames()["reporting"] or i + 1 >= len(tokens) or tokens[i].lower != "this":
        return False
    timed = isinstance(after, NounGroup) and after.temporal and after.first > i
    return timed or phrases.tags[i + 1] in {Tag.PREPOSITION, Tag.MARK, Tag.ADVERB, Tag.TO}


def can_read(phrases: Phrases, speaker: SpeakerPhrase) -> bool:
    """Tell something written, whose text "reads" what its maker says, from somebody who reads."""
    groups = [g for g in phrases.at[speaker.first : speaker.last + 1] if isinstance(g, NounGroup)]
    return any(phrases.sentence.tokens[g.head].lower.removesuffix("s") in frames()["carriers"] for g in groups)
