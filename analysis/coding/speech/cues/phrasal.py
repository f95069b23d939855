"""Phrasal verbs: those that say something only with the word behind them: "shot *back* that"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.frames import frames, phrasal
from analysis.language.grammar.phrases import Phrases, VerbGroup

#: tokens between the verb and its word: "made it perfectly clear"
_BETWEEN = 3


def to_phrasal(phrases: Phrases, verb: VerbGroup) -> VerbGroup:
    """Return the verb with the word behind it, as the verb of saying that both are; else the verb as it is."""
    tokens = phrases.sentence.tokens
    for i in range(verb.last + 1, min(verb.last + 2 + _BETWEEN, len(tokens))):
        for last in (min(i + 1, len(tokens) - 1), i):  # "back against" before "back"
            verbs, says = phrasal().get(phrases.words(i, last), (frozenset(), ""))
            if verb.lemma in verbs:
                return replace(verb, last=last, lemma=says)
        if tokens[i].lower not in frames()["between"]:
            return verb
    return verb
