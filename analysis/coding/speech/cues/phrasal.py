"""Phrasal verbs: those that say something only with the word behind them: "shot *back* that"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cues.frames import frames, nouns_of_saying, phrasal
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup

#: tokens between the verb and its word: "made it perfectly clear"
_BETWEEN = 3


def to_phrasal(phrases: Phrases, verb: VerbGroup) -> VerbGroup:
    """Return the verb with the word behind it, as the verb of saying that both are; else the verb as it is."""
    tokens = phrases.sentence.tokens
    for i in range(verb.last + 1, min(verb.last + 2 + _BETWEEN, len(tokens))):
        for last in (min(i + 1, len(tokens) - 1), i):  # "back against" before "back"
            verbs, says = phrasal().get(phrases.words(i, last), (frozenset(), ""))
            if verb.lemma in verbs and (says != "dismiss" or _is_said(phrases, last + 1)):
                return replace(verb, last=last, lemma=says)
        if tokens[i].lower not in frames()["between"]:
            return verb
    return verb


def _is_said(phrases: Phrases, i: int) -> bool:
    """Tell what others have said from a thing: "brushed off *the criticism*", not "brushed off the dust"."""
    group = phrases.at[i] if i < len(phrases.at) else None
    head = phrases.sentence.tokens[group.head].lower if isinstance(group, NounGroup) else ""
    return head in frames()["charges"] | frames()["summaries"] | frames()["brushed"] or head in nouns_of_saying()
