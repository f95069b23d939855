"""The object of a verb group.

The noun group right after it, past adverbs, times and quotation marks, a late one, or the noun before a relative
clause ("the town that the army shelled").
"""

from __future__ import annotations

from analysis.language.grammar.antecedents import find_object_before
from analysis.language.grammar.free_relatives import find_named
from analysis.language.grammar.late_pasts import find_late_object
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def object_of(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Find the noun group right after an active verb group, or behind when it was ("hit, today, a camp"), or None."""
    after = verb.last + 1
    if after < len(phrases.at) and phrases.sentence.tokens[after].lower == "what" and not verb.passive:
        return find_named(phrases, after)  # "raided what it called a hideout"
    near = _object_near(phrases, verb)
    if near is not None or verb.passive or verb.infinitive:
        return near
    late = find_late_object(phrases.sentence.tokens, phrases.tags, phrases.at, verb.last)
    return late or find_object_before(phrases, verb)


def _object_near(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    i = verb.last + 1
    tokens = phrases.sentence.tokens
    opening = verb.head - 1
    while opening > 0 and phrases.tags[opening] is Tag.ADVERB:
        opening -= 1
    if i < len(tokens) and tokens[i].text in {"”", "’", "''"} and tokens[opening].text in {"“", "‘", "``"}:
        i += 1  # "had “summarily executed” four prisoners"
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, NounGroup):
            if group.temporal and group.preposition is None:
                i = group.last + 1
                continue
            return group if group.preposition is None else None
        if group is not None or (phrases.tags[i] not in {Tag.ADVERB, Tag.NEGATION} and not _is_opening(phrases, i)):
            return None
        i += 1
    return None


def _is_opening(phrases: Phrases, i: int) -> bool:
    return phrases.sentence.tokens[i].text in {'"', "“", "‘", "(", "'"} or (
        phrases.tags[i] is Tag.PREPOSITION and phrases.sentence.tokens[i].lower in {"about", "over", "around"}
    )
