"""Naming again: what "the base", "the capital" or "there" stand for, from what was named before.

Sentences are asked backwards, the nearest first, and only a few of them; a word that fits nothing named means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind, find_place
from analysis.language.text.forms import parse_singular
from analysis.language.text.names import name_key
from analysis.vocabulary import read_vocabulary

#: sentences asked backwards
_REACH = 12


def backwards(sentence: SentenceReading, reach: int) -> Iterator[SentenceReading]:
    """Yield the sentences before one, the nearest first, as many as `reach`."""
    here = sentence.before
    while here is not None and reach > 0:
        yield here
        here, reach = here.before, reach - 1


def find_place_again(
    sentence: SentenceReading, group: NounGroup, country: str | None, scenes: Sequence[Place]
) -> Place | None:
    """Return the place that "the base", "the city" or "the capital" names again.

    country: where the attack was, if that is said; scenes: those of the attacks told before, the latest first.
    """
    tokens = sentence.sentence.tokens
    head = tokens[group.first + 1].lower if group.first < group.last else ""
    if head in {"same", "nearby"} and group.first + 1 < group.last:
        head = tokens[group.first + 2].lower
    if tokens[group.first].lower not in {"the", "that"} or not head:
        return None
    after = tokens[group.first + 2].lower if group.first + 2 <= group.last else ""
    if after == "capital" and head in {"provincial", "regional", "state", "departmental"}:
        head = "city"
    if head == "capital":
        return None if _is_of_part(sentence, group) else find_capital(country or sentence.country)
    kind = words().divisions.get(parse_singular(head))
    site = words().named_sites.get(parse_singular(head)) or (None if kind else _generic_site(parse_singular(head)))
    if kind is None and site is None:
        return _where_told(sentence, head)
    if kind is not None and tokens[min(group.last + 1, len(tokens) - 1)].lower == "of":
        return None  # "the town of X", which names its own
    here = [p.place for p in sentence.places if p.last < group.first]
    near = _places_named(sentence, 1) if tokens[group.first].lower == "that" else ()
    named: tuple[Place, ...] = (*reversed(here), *_opening(sentence), *near, *scenes, *_places_named(sentence, _REACH))
    kinds = _kinds(kind) if kind is not None else frozenset()
    alike = kind == PlaceKind.DISTRICT and any(place.kind is PlaceKind.DISTRICT for place in named)
    kinds -= {PlaceKind.TOWN} if alike else set()  # "the district", where one was named
    for place in named:
        if site is not None:
            if place.kind is PlaceKind.SITE and not set(site).isdisjoint(place.name.lower().split()):
                return place
        elif kind is not None and place.kind in kinds and not place.part and ";" not in place.name:
            if not is_of_other_sort(place):
                return place
        elif kind == PlaceKind.PROVINCE and name_key(place.province or "") == name_key(place.name):
            return Place(place.name, PlaceKind.PROVINCE, place.country, place.province)  # that the town is called after
    return _where_told(sentence, head) if kind in {None, PlaceKind.SITE} else None


def _is_of_part(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell the capital of a part of a country from its own: "the capital of Iraq's Kurdistan region"."""
    tokens = sentence.sentence.tokens
    if group.last + 2 >= len(tokens) or tokens[group.last + 1].lower != "of":
        return False
    named = next((p for p in sentence.places if group.last + 2 <= p.first <= group.last + 4), None)
    if named is None:
        return True
    owns = named.last + 1 < len(tokens) and tokens[named.last + 1].text in {"'s", "’s"}
    return owns or named.place.kind is not PlaceKind.COUNTRY


def is_of_other_sort(place: Place) -> bool:
    """Tell a site whose name says that it is no base: "Thule market"."""
    sort = place.name.lower().split()[-1]
    post = words().divisions.get(sort) == PlaceKind.SITE or sort in words().posts
    return place.kind is PlaceKind.SITE and sort in _generic_sites() and not post


def _kinds(kind: str) -> frozenset[PlaceKind]:
    """Return the kinds of place that a noun names again: "the commune" may be a town."""
    own = PlaceKind(kind)
    return frozenset({own, PlaceKind.TOWN} if own is PlaceKind.DISTRICT else {own})


@cache
def _generic_sites() -> dict[str, list[str]]:
    """Return the last words of nouns that make a name a site, with those that its name may have instead."""
    sites: dict[str, list[str]] = {}
    for canonical, nouns in read_vocabulary("places")["generic_sites"].items():
        for noun in (noun.split()[-1] for noun in nouns):
            sites.setdefault(noun, [noun]).append(canonical.lower().split()[-1])
    return sites


def _generic_site(noun: str) -> list[str] | None:
    """Return the words that the name of the site may have which "the junction" names again, or None."""
    return _generic_sites().get(noun)


def _where_told(sentence: SentenceReading, noun: str) -> Place | None:
    """Return where the thing that "the base" names again was said to be: "a base near the village of X", or None."""
    if noun not in (words().sites | words().bodies | words().ground) - words().carriers - _MOVING:
        return None
    for before in backwards(sentence, _REACH):
        if noun not in before.words or before.sentence.headline:
            continue
        for mention in before.places:
            if mention.relation is not None and mention.place.kind in _EXACT and not mention.place.part:
                start = next(i for i, t in enumerate(before.sentence.tokens) if t.start >= mention.relation.start)
                if _is_of_noun(before, start - 1, noun):
                    return mention.place
    return None


def _is_of_noun(sentence: SentenceReading, i: int, noun: str) -> bool:
    """Tell a token that ends the noun group of a noun, or its "of …": "the *base* of the brigade (in X)"."""
    tokens = sentence.sentence.tokens
    group = sentence.phrases.at[i] if i >= 0 else None
    while isinstance(group, NounGroup):
        if tokens[group.head].lower == noun:
            return True
        if group.preposition is None or tokens[group.preposition].lower != "of" or not group.preposition:
            return False
        group = sentence.phrases.at[group.preposition - 1]
    return False


_MOVING = frozenset({"vehicle", "ship", "vessel", "tanker", "convoy", "patrol", "target", "launcher", "place", "point"})
_EXACT = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT})


def _opening(sentence: SentenceReading) -> list[Place]:
    """Return the place that the sentence before opens with as its subject ("X, a market town, lies …"), or none."""
    before = sentence.before
    if before is None or not before.places or before.places[0].first > 0 or before.sentence.headline:
        return []
    after = before.sentence.tokens[before.places[0].last + 1 : before.places[0].last + 2]
    dateline = any(t.text in {"(", "-", "–", "—", ":"} for t in after)
    return [] if dateline else [before.places[0].place]


def _places_named(sentence: SentenceReading, reach: int) -> Iterator[Place]:
    for before in backwards(sentence, reach):
        for mention in reversed(before.places):
            if not _is_whence(before, mention):
                yield mention.place


def _is_whence(sentence: SentenceReading, mention: PlaceMention) -> bool:
    """Tell "sent two boats *from X*" from "fell 2 km (1.2 miles) *from X*"."""
    if mention.relation is None or mention.relation.kind is not RelationKind.FROM:
        return False
    before = [t for t in sentence.sentence.tokens if t.end < mention.relation.start][-1:]
    return not any(t.text == ")" or t.lower in read_vocabulary("places")["lengths"] for t in before)


def find_capital(iso: str | None) -> Place | None:
    """Return the capital of a country by its ISO alpha-2 code, or None."""
    name = read_vocabulary("countries").get(iso, {}).get("capital") if iso else None
    return find_place(name) if name else None
