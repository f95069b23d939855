"""Silences: where a sentence begins to tell what somebody leaves out: "said it burned, *but gave no details*"."""

from __future__ import annotations

from analysis.coding.speech.cues.frames import cue_verbs, frames
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def silence(phrases: Phrases, start: int) -> int | None:
    """Return the token before what somebody leaves out: "*but gave no details*", "*, without elaborating*", or None."""
    tokens = phrases.sentence.tokens
    for verb in reversed(phrases.verbs):
        if verb.first <= start + 1:
            return None
        before = verb.first - 1
        while before > start and (phrases.tags[before] is Tag.ADVERB or tokens[before].lower in {"he", "she", "it"}):
            before -= 1
        opener = tokens[before].lower
        if opener not in {"without", "but", "and", "which", "who"} or not _leaves_out(phrases, verb, opener):
            continue
        if opener in {"which", "who"} and tokens[before - 1].text != ",":
            continue
        return before - 1 if tokens[before - 1].text == "," else before
    return None


def _leaves_out(phrases: Phrases, verb: VerbGroup, opener: str) -> bool:
    """Tell "gave no details", "did not elaborate", "declined to comment", "(without) naming it"."""
    said = verb.lemma in frames()["leaving_out"] or verb.lemma in cue_verbs()
    if opener == "without":
        return verb.gerund and said
    group = phrases.at[verb.last + 1] if verb.last + 1 < len(phrases.at) else None
    nothing = isinstance(group, NounGroup) and phrases.sentence.tokens[group.first].lower in {"no", "little", "few"}
    return (said and (verb.negated or nothing)) or verb.lemma in {"decline", "refuse"}
