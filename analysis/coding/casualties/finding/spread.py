"""People counted place by place after one verb: "killed 12 people in Homs, five in Hama and a boy in Idlib".

So are those counted by what hurt them: "two were killed by shelling in Homs and one by a drone".

Each number with a place of its own is a figure of the same outcome; they are parts of the figure before them where
they add up to it, or where it is a part itself ("including 140 in Idlib, 780 in Aleppo"). A number that goes on to a
verb of its own is left to that verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.mentions.gapped import is_gapped
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.casualties.figures import Figure
from analysis.coding.reading import SentenceReading
from analysis.coding.victims import read_victims
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

_WHERE = frozenset({"in", "at", "near", "from", "outside", "around"})
_WARDS = frozenset({"hospital", "hospitals", "clinic", "ambulance", "custody", "captivity"})
_OWN = (("his",), ("her",), ("their",))
_JOINTS = frozenset({",", "and", ";"})
#: phrases between a figure and the first number with a place
_PHRASES = 3


def find_spread(reading: SentenceReading, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a sentence with those that are told by a number and a place after them."""
    found = list(figures)
    taken = {f.victims.first for f in figures}
    for figure in figures:
        if not figure.victims.counted or figure.victims.quantity.low == 0:
            continue
        items = [g for g in _items_after(reading, figure) if g.first not in taken]
        people = [v for g in items if (v := read_victims(reading, g)) is not None]
        if not people:
            continue
        total = figure.victims.quantity.low
        whole = total == sum(v.quantity.low or 0 for v in people)
        last = figure.last
        for victims in people:
            told = replace(victims, elliptical=not victims.noun or victims.elliptical)
            if (figure.subset or whole) and told.elliptical:
                kind = figure.victims
                told = replace(told, role=kind.role, nationality=kind.nationality, group=kind.group)
            found.append(Figure(figure.outcome, told, figure.first, last, "by place", figure.subset or whole))
            taken.add(victims.first)
    return found


def _items_after(reading: SentenceReading, figure: Figure) -> list[NounGroup]:
    """Return the bare numbers with a place each that follow a figure."""
    i = max(figure.last if figure.last < figure.victims.last + 4 else 0, figure.victims.last) + 1
    for _ in range(_PHRASES):
        end = _end_of_phrase(reading, i)
        if end is None:
            break
        i = end + 1
    items: list[NounGroup] = []
    while (item := _item_at(reading, i, died=i > figure.last + 1 and figure.rule == "intransitive")) is not None:
        items.append(item[0])
        i = item[1] + 1
    return items


def _end_of_phrase(reading: SentenceReading, i: int) -> int | None:
    """Return the last token of the preposition and its noun group at token i, or None."""
    at = reading.phrases.at
    if i + 1 >= len(at) or reading.phrases.tags[i] is not Tag.PREPOSITION:
        return None
    group = at[i + 1]
    return group.last if isinstance(group, NounGroup) and group.first == i + 1 else None


def _item_at(reading: SentenceReading, i: int, *, died: bool = False) -> tuple[NounGroup, int] | None:
    """Return the number at a joint ("and | five in Hama") and the last token of its place, or None.

    Those who `died` may do so in hospital: "three died on the spot and two in hospital".
    """
    tokens, at = reading.sentence.tokens, reading.phrases.at
    start = i
    while i < len(tokens) and tokens[i].lower in _JOINTS:
        i += 1
    number = at[i] if start < i < len(tokens) else None
    if not isinstance(number, NounGroup) or number.first != i:
        return None
    bare = reading.phrases.tags[number.head] is Tag.NUMBER
    if not bare and not _are_counted(reading, number):
        return None
    place = number.last + 1
    by = at[place + 1] if place + 1 < len(at) else None
    if isinstance(by, NounGroup) and is_gapped(reading.phrases, by) and _harms(reading, by):
        return number, _end_of_phrase(reading, by.last + 1) or by.last  # "two by a mine near Gao"
    end = _end_of_phrase(reading, place) if place < len(tokens) and tokens[place].lower in _WHERE else None
    if end is None:
        return None
    named = Tag.PROPER in reading.phrases.tags[place + 1 : end + 1]  # "two in the Mayadin desert"
    if bare and not named and not (died and tokens[end].lower in _WARDS):
        return None
    after = at[end + 1] if end + 1 < len(at) else None
    return None if isinstance(after, VerbGroup) else (number, end)


def _harms(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell a weapon, a blow or fire by which people came to harm."""
    phrases = reading.phrases
    return (
        weapon_type(phrases, group) is not None or is_event(phrases, group) or lemma(phrases, group) in words().buried
    )


def _are_counted(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group counts people: "two were hurt near the bakery, and *a woman* in the camp"."""
    people, after = read_victims(reading, group), reading.sentence.lowers[group.last + 2 : group.last + 3]
    aged = after in _OWN  # "one of them, a man in *his* forties, died"
    return people is not None and people.counted and not (aged or people.others or people.definite or people.partitive)
