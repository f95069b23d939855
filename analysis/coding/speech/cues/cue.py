"""A cue: the words that attribute words to a speaker, by token numbers of one sentence."""

from __future__ import annotations

from dataclasses import dataclass

from analysis.coding.speech.cues.complements import Complement
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase that attributes words, by token numbers of its sentence."""

    lemma: str
    first: int
    #: last token of the cue with its adjuncts, and of the verb alone
    last: int
    verb_last: int
    #: None where it goes on with the speaker of the cue before
    speaker: SpeakerPhrase | None
    #: first token of what was said after the cue, or None
    start: int | None
    #: token before which what was said before the cue ends, or None
    until: int | None
    #: what was said goes on after a cue in its middle
    inside: bool
    #: how what was said begins: "that", "quote", "object" …
    how: str
    rule: str
    #: token where the part of the sentence begins that this cue opens with "and" or as a participle, or None
    joins: int | None = None
    #: "citing X": the one who speaks through the speaker
    cited: SpeakerPhrase | None = None
    adjuncts: tuple[tuple[int, int], ...] = ()
    #: token before which what was said after the cue ends, or None for the sentence's end
    end: int | None = None
    #: token that opens a new main clause with a speaker of its own (", and Y said"), or None
    anew: int | None = None


def to_cue(
    verb: VerbGroup, complement: Complement, speaker: SpeakerPhrase | None, start: int | None, until: int | None,
    rule: str, *, inside: bool = False, joins: int | None = None,
) -> Cue:  # fmt: skip
    """Return the cue of a verb and what follows it."""
    return Cue(
        verb.lemma, verb.first, max(complement.cue_last, verb.last), verb.last, speaker, start, until,
        inside or (start is not None and until is not None), complement.how, rule, joins, None, complement.adjuncts,
    )  # fmt: skip
