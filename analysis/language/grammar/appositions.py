"""Appositions: names and descriptions between marks, past which the subject of a verb stands."""

from __future__ import annotations

import re

from analysis.language.grammar.groups import NounGroup, Phrases
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural
from analysis.vocabulary import read_vocabulary

#: tokens back to where a short form in brackets opens
_LONGEST = 5


def past_apposition(phrases: Phrases, group: NounGroup, end: int) -> NounGroup:
    """Return what a group between commas explains ("Thule, an old ally of Ruritania, struck …"), else the group."""
    tokens = phrases.sentence.tokens
    owned = any(phrases.tags[j] is Tag.POSSESSIVE for j in range(group.first, group.head))
    if group.first < 2 or tokens[group.first - 1].lower != ",":
        return group
    one = tokens[group.first].lower == "one" and group.bare  # ", one of the groups there,"
    if (
        phrases.tags[group.first] is not Tag.DETERMINER
        and not owned
        and not one
        and not _are_members(phrases, group, end)
    ):
        return group
    if not any(tokens[j].lower == "," for j in range(group.last + 1, end + 1)):
        return group
    i = group.first - 2
    if tokens[i].text == ")":  # "the Thulean Army (TA), a band of rebels, struck"
        i = next((j for j in range(i - 1, max(i - _LONGEST, 0), -1) if tokens[j].text == "("), 0) - 1
    while i >= 0:
        before = phrases.at[i]
        if not isinstance(before, NounGroup):
            return group
        if before.preposition is None:
            return before
        i = before.preposition - 1
    return group


def _are_members(phrases: Phrases, group: NounGroup, end: int) -> bool:
    """Tell "gunmen, *members of a sect*, stormed …": two plurals with no "and", of which the second says whose."""
    tokens, before = phrases.sentence.tokens, phrases.at[group.first - 2]
    if not isinstance(before, NounGroup) or group.first != group.last or tokens[group.last + 1].lower != "of":
        return False
    plural = is_plural(tokens[group.head].lower) and is_plural(tokens[before.head].lower)
    joined = any(tokens[j].lower in {"and", "or"} for j in range(group.last, end + 1))
    return plural and tokens[end].lower == "," and not joined


def is_name_between(phrases: Phrases, group: NounGroup, end: int) -> bool:
    """Tell one name between two commas before a plural verb, whose subject it is not."""
    tokens = phrases.sentence.tokens
    closed = group.first > 1 and group.last == end - 1 and tokens[end].lower == "," == tokens[group.first - 1].lower
    if not closed or end + 1 >= len(tokens) or tokens[end + 1].lower not in {"were", "are", "have"}:
        return False
    return phrases.tags[group.head] is Tag.PROPER and not tokens[group.head].lower.endswith("s")


def is_quoted_behind(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a name in quotation marks of its own behind "of", "as" or "called": 'factions of "Dawn"'."""
    tokens = phrases.sentence.tokens
    led = tokens[group.first - 2].lower in _LEADING
    opened = led and tokens[group.first - 1].text in {'"', "“", "‘"}
    return opened and group.last + 1 < len(tokens) and tokens[group.last + 1].text in {'"', "”", "’"}


#: what stands before such a name
_LEADING = frozenset(read_vocabulary("groups")["called"]) | {"of"}


def find_town_before(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the preposition of the place that a name between commas lies in ("a school *in* Nador, Thule, was")."""
    tokens = phrases.sentence.tokens
    if group.first < 4 or group.last + 1 >= len(tokens) or group.preposition is not None:
        return None
    commas = tokens[group.first - 1].lower == "," == tokens[group.last + 1].lower
    town = phrases.at[group.first - 2] if commas else None
    if not isinstance(town, NounGroup) or not town.preposition:
        return None
    if phrases.tags[town.head] is not Tag.PROPER and tokens[town.head].lower not in _TOWNS:
        return None  # "80 km north *of* the capital, Thule, was"
    names = all(phrases.tags[i] is Tag.PROPER for i in range(group.first, group.last + 1))
    before = town.preposition - 1
    held = isinstance(phrases.at[before], NounGroup) or tokens[before].lower in read_vocabulary("places")["directions"]
    return town.preposition if names and held and tokens[town.preposition].lower in _LOCAL else None


_TOWNS = frozenset({"capital", "city", "town", "village"})
_LOCAL = frozenset({"in", "near", "at", "outside", "of", "from"})


def find_larger_unit(phrases: Phrases, group: NounGroup) -> int | None:
    """Return where the unit begins that the larger one of "the 2nd Battalion, *12th Infantry Regiment*" is said of."""
    tokens, first = phrases.sentence.tokens, group.first
    smaller = phrases.at[first - 2] if first > 1 and tokens[first - 1].text == "," else None
    if not isinstance(smaller, NounGroup) or group.preposition is not None:
        return None
    numbered = _NUMBERED.fullmatch(tokens[first].lower) and first < group.last
    inner = any(_NUMBERED.fullmatch(tokens[i].lower) for i in range(smaller.first, smaller.head))
    return smaller.first if numbered and inner else None


_NUMBERED = re.compile(r"\d+(?:st|nd|rd|th)")


def shares_preposition(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the second of two names that "and" joins behind one preposition: "between Thule and Ruritania"."""
    before = phrases.at[group.first - 2] if group.first > 1 else None
    if group.preposition is not None or not isinstance(before, NounGroup):
        return False
    if _is_borne(phrases, group):
        return True  # "armed with rifles, machetes and long axes"
    if phrases.tags[group.first - 1] is not Tag.CONJUNCTION or before.preposition is None:
        return False
    names = phrases.tags[before.head] is Tag.PROPER and phrases.tags[group.head] is Tag.PROPER
    plain = group.first == group.head and phrases.tags[group.head] is Tag.NOUN  # "fought with machetes and guns"
    return names or (plain and phrases.sentence.tokens[before.preposition].lower in {"with", "between"})


def _is_borne(phrases: Phrases, group: NounGroup) -> bool:
    """Tell one of the things that somebody is armed, or something loaded, with."""
    tokens, here = phrases.sentence.tokens, group
    while here.preposition is None:
        before = phrases.at[here.first - 2] if here.first > 1 else None
        if tokens[here.first - 1].lower not in {"and", "or", ","} or not isinstance(before, NounGroup):
            return False
        here = before
    at = here.preposition
    return at > 0 and tokens[at].lower == "with" and tokens[at - 1].lower in _BEARING


#: what stands before "with" and what somebody or something bears
_BEARING = frozenset(read_vocabulary("grammar")["bearing"])
