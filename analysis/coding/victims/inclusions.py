"""Lists that go on past an inclusion: "15 civilians, including a teacher and eight children, and 83 soldiers".

What follows the inclusion is a member of the list, not one of its parts, where the parts are closed by an "and" of
their own, where there is one part only, or where it is larger than what includes it.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.people import word_set
from analysis.language.grammar.phrases import NounGroup, VerbGroup

#: tokens from the people to what the list goes on with
_REACH = 26
_SKIPPED = frozenset({"at", "least", "about", "also", "as", "well"})


def past_inclusion(reading: SentenceReading, whole: Victims) -> NounGroup | None:
    """Return the member of a list that stands after the parts of the member before it, or None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = whole.last + 1
    start = _start_of_parts(reading, i)
    if start is None:
        return None
    group, parts, closed = _group_from(reading, start), 0, False
    while group is not None and group.first < i + _REACH:
        part = read_victims(reading, group)
        if part is None:
            return None
        parts, end = parts + 1, past_phrases(reading, part.last + 1)
        mark = tokens[end].lower if end < len(tokens) else ""
        joined = tokens[end + 1].lower if end + 1 < len(tokens) else ""
        following = _group_from(reading, end + 2) if mark == "," and joined in {"and", "plus", "as"} else None
        if following is not None:
            beyond = read_victims(reading, following)
            if beyond is None or not beyond.counted:
                return None
            if parts == 1 or closed or (beyond.quantity.low or 0) > (whole.quantity.low or 0):
                return following
            group, closed = following, True
        elif mark in {"and", ","}:
            closed = closed or mark == "and"
            group = at[end + 1] if end + 1 < len(at) and isinstance(at[end + 1], NounGroup) else None  # type: ignore[assignment]
        else:
            return None
    return None


def parts_after(reading: SentenceReading, whole: Victims) -> list[Victims]:
    """Return the people of ", including five children," right after people, or none."""
    start = _start_of_parts(reading, past_phrases(reading, whole.last + 1))
    group = _group_from(reading, start) if start is not None else None
    part = read_victims(reading, group) if group is not None else None
    return [part] if part is not None and part.counted else []


def past_relative(reading: SentenceReading, whole: Victims) -> NounGroup | None:
    """Return the member of a list behind what a relative clause says of the one before it, or None.

    "Ali Hassan, whom it called the planner, *and four bodyguards*".
    """
    tokens, at, i = reading.sentence.tokens, reading.phrases.at, whole.last + 1
    comma = i + 4 < len(tokens) and tokens[i].lower == ","
    if i + 4 >= len(tokens) or tokens[i + comma].lower not in ({"who", "whom", "whose"} if comma else {"who"}):
        return None
    end = next((j for j in range(i + 2, min(i + _REACH, len(tokens) - 2)) if tokens[j].lower in {",", ";"}), None)
    if end is None:
        return None
    lowers = reading.sentence.lowers
    joint = next((joint for joint in _JOINTS if lowers[end + 1 : end + 1 + len(joint)] == joint), None)
    told = joint is not None and any(isinstance(at[j], VerbGroup) for j in range(i + 2, end))
    group = _group_from(reading, end + 1 + len(joint)) if joint is not None else None
    victims = read_victims(reading, group) if told and group is not None else None
    return group if victims is not None and victims.counted else None


#: words by which a list goes on behind what a relative clause says
_JOINTS = (("and",), ("plus",), ("along", "with"), ("together", "with"), ("as", "well", "as"))


def past_phrases(reading: SentenceReading, i: int) -> int:
    """Return the token after "in the regional council", "from the north" at token i, or i itself."""
    tokens = reading.sentence.tokens
    while i + 1 < len(tokens) and tokens[i].lower in {"in", "of", "from", "at", "on"}:
        group = reading.phrases.at[i + 1]
        if not isinstance(group, NounGroup) or group.first != i + 1:
            return i
        i = group.last + 1
    return i


def _start_of_parts(reading: SentenceReading, i: int) -> int | None:
    """Return the token after ", including" or ", among them" at token i, or None."""
    tokens = reading.sentence.tokens
    if i + 4 >= len(tokens) or tokens[i].lower != ",":
        return None
    if tokens[i + 1].lower == "including":
        return i + 2
    among = tokens[i + 1].lower == "among" and tokens[i + 2].lower in {"them", "whom"}
    return i + 3 if among else None


def whole_before_inclusion(reading: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the member of a list whose parts stand between it and a group that goes on with the list, or None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for i in range(group.first - 1, max(1, group.first - _REACH), -1):
        if tokens[i].lower in {";", "."}:
            return None
        if _start_of_parts(reading, i - 1) is not None:
            before = at[i - 2] if i > 1 else None
            if not isinstance(before, NounGroup) or (before.first and isinstance(at[before.first - 1], VerbGroup)):
                return None  # "killed nine people, including a girl, and 30 others were injured"
            if any(tokens[j].lower in word_set("states") for j in range(before.first, before.last + 1)):
                return None  # "left nine dead, including a girl, and 30 others injured"
            whole = read_victims(reading, before)
            found = past_inclusion(reading, whole) if whole is not None else None
            return before if found is group else None
    return None


def _group_from(reading: SentenceReading, i: int) -> NounGroup | None:
    """Return the noun group at token i, or right after "at least" and the like."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    while i < len(at) and at[i] is None and tokens[i].lower in _SKIPPED:
        i += 1
    group = at[i] if i < len(at) else None
    return group if isinstance(group, NounGroup) and not group.temporal else None
