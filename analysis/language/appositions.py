"""Appositions: names and descriptions between marks, past which the subject of a verb stands."""

from __future__ import annotations

from analysis.language.groups import NounGroup, Phrases
from analysis.language.tags import Tag


def past_apposition(phrases: Phrases, group: NounGroup, end: int) -> NounGroup:
    """Return what a group between commas explains ("Thule, an old ally of Ruritania, struck …"), else the group."""
    tokens = phrases.sentence.tokens
    owned = any(phrases.tags[j] is Tag.POSSESSIVE for j in range(group.first, group.head))
    if group.first < 2 or tokens[group.first - 1].lower != ",":
        return group
    one = tokens[group.first].lower == "one" and group.bare  # ", one of the groups there,"
    if phrases.tags[group.first] is not Tag.DETERMINER and not owned and not one:
        return group
    if not any(tokens[j].lower == "," for j in range(group.last + 1, end + 1)):
        return group
    i = group.first - 2
    while i >= 0:
        before = phrases.at[i]
        if not isinstance(before, NounGroup):
            return group
        if before.preposition is None:
            return before
        i = before.preposition - 1
    return group


def is_name_between(phrases: Phrases, group: NounGroup, end: int) -> bool:
    """Tell one name between two commas before a plural verb, whose subject it is not."""
    tokens = phrases.sentence.tokens
    closed = group.first > 1 and group.last == end - 1 and tokens[end].lower == "," == tokens[group.first - 1].lower
    if not closed or end + 1 >= len(tokens) or tokens[end + 1].lower not in {"were", "are", "have"}:
        return False
    return phrases.tags[group.head] is Tag.PROPER and not tokens[group.head].lower.endswith("s")


def is_quoted_after_of(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a name in quotation marks of its own behind "of": 'factions of "Dawn"'."""
    tokens = phrases.sentence.tokens
    opened = tokens[group.first - 1].text in {'"', "“", "‘"} and tokens[group.first - 2].lower == "of"
    return opened and group.last + 1 < len(tokens) and tokens[group.last + 1].text in {'"', "”", "’"}
