"""Gaps: what was said stands before a relative clause whose verb says it: "*the raid* that X blamed on rebels"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.complements import Complement
from analysis.coding.speech.frames import frames
from analysis.coding.speech.positions import LONG, SHORT
from analysis.language.noun_phrases import phrase_before
from analysis.language.phrases import NounGroup, Phrases, VerbGroup


def has_gap(phrases: Phrases, complement: Complement) -> bool:
    """Tell "the raid that X blamed on rebels", "the raid that X claimed *responsibility for*" from a whole clause."""
    if complement.start is None:
        return True
    group, tokens = phrases.at[complement.start], phrases.sentence.tokens
    if complement.how not in {"object", "clause"} or not isinstance(group, NounGroup) or group.last + 2 >= len(tokens):
        return False
    taken = tokens[group.head].lower in frames()["taken"] and tokens[group.last + 1].lower == "for"
    return taken and not isinstance(phrases.at[group.last + 2], NounGroup)


def fill_gap(phrases: Phrases, verb: VerbGroup, complement: Complement, relative: int) -> Complement:
    """Return the complement of "which X said *left four dead*", whose subject stands before the relative pronoun."""
    group = phrases.at[complement.after] if complement.after < len(phrases.at) else None
    long = len(phrases.at) - complement.after > SHORT
    if isinstance(group, VerbGroup) and not group.infinitive and verb.lemma in frames()["clause"] and long:
        return replace(complement, start=group.first, how="clause")
    if verb.lemma not in frames()["object"]:
        return complement
    end = relative - 1 - (phrases.sentence.tokens[relative - 1].text in {",", "”", '"'})
    antecedent, near = phrase_before(phrases, end), phrases.at[end]
    if antecedent is None and isinstance(near, NounGroup):
        antecedent = near.first, near.last  # "in *an action* that the army attributed to"
    return complement if antecedent is None else replace(complement, start=antecedent[0], how="object")


def headless(phrases: Phrases, verb: VerbGroup, complement: Complement) -> Complement:
    """Return the complement of a bare "says" before a long clause whose own verb reads as a noun ("strikes target")."""
    i = complement.cue_last + 1
    group = phrases.at[i] if i < len(phrases.at) else None
    if verb.lemma == "say" and isinstance(group, NounGroup) and not group.temporal and len(phrases.at) - i > LONG:
        return replace(complement, start=i, how="clause")
    return complement
