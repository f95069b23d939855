"""Deeds: where a sentence leaves what was said for something else that is done: "urged calm *and left* for Rome"."""

from __future__ import annotations

from itertools import pairwise

from analysis.coding.speech.cues.frames import CLOSING, OPENING, cue_verbs
from analysis.coding.speech.cues.positions import skip_ahead
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def turn(phrases: Phrases, start: int) -> int | None:
    """Return the token before "but" and a clause with a subject of its own: "pleaded for help *but little came*"."""
    tokens = phrases.sentence.tokens
    for i in range(start + 1, len(tokens) - 2):
        if tokens[i].text in OPENING:
            return None
        if tokens[i].lower == "but" and isinstance(_past_reason(phrases, i + 1), NounGroup):
            verb = next((v for v in phrases.verbs if v.first > i), None)
            if verb is not None and verb.finite:
                return i - 1 if tokens[i - 1].text == "," else i
    return None


def later_deed(phrases: Phrases, start: int) -> int | None:
    """Return the token before a past tense joined to what is yet to be done: "vowed to stay *and signed* the pact"."""
    tokens = phrases.sentence.tokens
    if tokens[min(start + 1, len(tokens) - 1)].lower == "have":
        return None  # "claimed to have killed two and captured five"
    for i in range(start + 1, len(tokens) - 2):
        if tokens[i].text in OPENING or phrases.tags[i] is Tag.RELATIVE:
            return None
        if tokens[i].lower not in {"and", "but"}:
            continue
        group = phrases.at[skip_ahead(phrases, i + 1)]
        if isinstance(group, VerbGroup) and acts_in(phrases, group):
            past = phrases.tags[group.last] is Tag.PARTICIPLE and group.lemma not in cue_verbs()
            past = past and tokens[group.last].lower != group.lemma  # "to open the road *and let* aid through"
            return (i - 1 if tokens[i - 1].text == "," else i) if past else None
    return None


def past_after_modal(phrases: Phrases, start: int) -> int | None:
    """Return the token before a deed joined to what will be done: "warned that raids would follow *and left* Rome"."""
    verbs = [v for v in phrases.verbs if v.first > start]
    for inner, verb in pairwise(verbs):
        before = verb.first - 1
        while before > inner.last and phrases.tags[before] is Tag.ADVERB:
            before -= 1
        if not inner.modal or phrases.sentence.tokens[before].lower not in {"and", "but"}:
            continue
        between = range(inner.last + 1, before)
        plain = verb.first == verb.last and phrases.tags[verb.first] is Tag.PARTICIPLE
        apart = any(phrases.tags[k] is Tag.RELATIVE or phrases.sentence.tokens[k].text in OPENING for k in between)
        alike = inner.passive and phrases.sentence.tokens[before].lower == "and"  # "would be hit *and burned*"
        if plain and not alike and acts_in(phrases, verb) and not apart and verb.lemma not in cue_verbs():
            return before - 1 if phrases.sentence.tokens[before - 1].text == "," else before
    return None


def deed_after_quote(phrases: Phrases, start: int) -> int | None:
    """Return the token after a quotation that begins what was said, where a deed follows: 'said "no" *and left*'."""
    tokens = phrases.sentence.tokens
    if tokens[start].text not in OPENING:
        return None
    close = next((k for k in range(start + 2, len(tokens) - 2) if tokens[k].text in CLOSING), None)
    told = close is not None and any(v.finite and start < v.first < close for v in phrases.verbs)
    if close is None or not told or tokens[close + 1].lower != "and":
        return None
    verb = phrases.at[close + 2]
    done = isinstance(verb, VerbGroup) and verb.finite and verb.first == close + 2 and verb.lemma not in cue_verbs()
    return close + 1 if done else None


def other_verb(phrases: Phrases, start: int) -> int | None:
    """Return the token where a second deed begins after an object that was said: "condemned it *and left*", or None."""
    tokens, quoted = phrases.sentence.tokens, False
    for i in range(start + (tokens[start].lower == "that"), len(tokens) - 1):
        group = phrases.at[i]
        if tokens[i].text in OPENING | CLOSING:
            quoted = not quoted if tokens[i].text == '"' else tokens[i].text in OPENING
        if quoted:
            continue
        if phrases.tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR}:
            return None
        if isinstance(group, VerbGroup) and (group.finite or not group.gerund):
            return None
        if tokens[i].lower in {"and", "but"}:
            after = _past_reason(phrases, skip_ahead(phrases, i + 1))
            if isinstance(after, VerbGroup) and acts_in(phrases, after):
                return i - 1 if tokens[i - 1].text == "," else i
    return None


def _past_reason(phrases: Phrases, i: int) -> object:
    """Return the group at token i, or behind "in response", "on Friday", "two days later" there."""
    if i + 1 >= len(phrases.at):
        return None
    group = phrases.at[i + 1] if phrases.tags[i] is Tag.PREPOSITION else phrases.at[i]
    if not isinstance(group, NounGroup) or (group.preposition is None and not group.temporal):
        return phrases.at[i]
    after = skip_ahead(phrases, group.last + 1)
    return phrases.at[after] if after < len(phrases.at) else None


def acts_in(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a finite verb, or one past form that has an object or "for": "and *prayed* for the dead"."""
    after = verb.last + 1 + (verb.last + 1 < len(phrases.tags) and phrases.tags[verb.last + 1] is Tag.ADVERB)
    follows = phrases.tags[after] if after < len(phrases.tags) else Tag.MARK
    bare = verb.passive and verb.first == verb.last and follows in {Tag.DETERMINER, Tag.PRONOUN, Tag.PREPOSITION}
    return verb.finite or bare
