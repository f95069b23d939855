"""Bands whose name stands in quotation marks: "the “Desert Falcons” Brigade", "snipers of “Sons of the South”"."""

from __future__ import annotations

from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import Actor, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup
from analysis.language.text.forms import parse_singular

_OPENING, _CLOSING = frozenset({'"', "“", "‘"}), frozenset({'"', "”", "’"})
#: tokens of the longest name, and words that may stand between "of" and its quotation mark
_LONGEST, _LINKS = 8, frozenset({"of", "from", "the"})


def find_quoted_band(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band in quotation marks that a group, or the "of" or "from" behind it, names, or None."""
    tokens = sentence.sentence.tokens
    if tokens[group.first - 1 if group.first else 0].text in _CLOSING and _is_band(sentence, group):
        capital = tokens[group.head].text[0].isupper() and tokens[group.head].lower in guilt_words()["bands"]
        return _between_quotes(sentence, group.first - 1, group.head if capital else None)
    head = parse_singular(tokens[group.head].lower)
    if head not in words().following | words().movements | words().armed | {"sniper", "gunner"}:
        return None
    i = group.last + 1
    while i < len(tokens) and tokens[i].lower in _LINKS:
        i += 1
    if i == group.last + 1 or i >= len(tokens) or tokens[i].text not in _OPENING:
        return None
    closing = (j for j in range(i + 1, min(i + _LONGEST, len(tokens))) if tokens[j].text in _CLOSING)
    last = next(closing, None)
    return _between_quotes(sentence, last, None) if last is not None else None


def _is_band(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell the "Brigade", the "faction", the "operations room" behind a name in quotation marks."""
    words_of = [parse_singular(t.lower) for t in sentence.sentence.tokens[group.first : group.head + 1]]
    return words_of[-1] in guilt_words()["bands"] | words().movements or words_of == ["operation", "room"]


def _between_quotes(sentence: SentenceReading, closing: int, last: int | None) -> ActorMention | None:
    """Return the band whose name ends at the quotation mark `closing`, or with the word `last` behind it."""
    tokens = sentence.sentence.tokens
    back = range(closing - 1, max(-1, closing - _LONGEST), -1)
    opening = next((j for j in back if tokens[j].text in _OPENING), closing)
    inside = tokens[opening + 1 : closing]
    if not inside or not inside[0].text[0].isupper() or sum(t.text[0].isupper() for t in inside) * 2 < len(inside):
        return None
    if any(m.first < closing and opening < m.last for m in sentence.actors):
        return None
    name = sentence.source.text[inside[0].start : inside[-1].end]
    name += f" {tokens[last].text}" if last is not None else ""
    actor = Actor(name, ActorKind.ARMED_GROUP, name, is_armed=True)
    end = closing - 1 if last is None else last
    return ActorMention(actor, inside[0].start, tokens[end].end, opening + 1, end)
