"""Names of places to look up in running text, one index for each kind of knowledge.

Each is built at the first question. Towns of a country are only read for a text that speaks of that country, which
keeps small towns that are also surnames out of texts about other countries, and costs nothing where nobody asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from analysis.language.gazetteer import Entry, Place, PlaceKind, to_place, usual_name
from analysis.language.text.names import ARTICLE, NameIndex, name_key
from analysis.language.towns import find_countries, find_towns, large_cities
from analysis.vocabulary import read_vocabulary

_ARABIC = frozenset(read_vocabulary("places")["arabic"])


def find_place(name: str) -> Place | None:
    """Return the place of a canonical name (or of a variant of it), or None.

    A town comes before the province of the same name.

    >>> place = find_place("K1 base")
    >>> place.country, place.province, find_place("Anbar").kind.value, find_place("Kirkuk").kind.value
    ('IQ', 'Kirkuk', 'province', 'town')
    >>> find_place("Nowhere in particular") is None
    True
    """
    for index in (country_names(), site_names(), town_names(), large_towns(), division_names()):
        found = index.get(name)
        if found:
            return to_place(found[0])
    key = name_key(name)
    having = find_countries(key) if key else frozenset()
    for iso in (known for known in read_vocabulary("provinces") if known in having):
        found = country_towns(iso, key[0]).get(name)
        if found:
            return to_place(found[0])
    return None


@cache
def country_names() -> NameIndex[Entry]:
    """Return the names of all countries; adjectives and people are no part of it."""
    index: NameIndex[Entry] = NameIndex()
    for iso, listed in read_vocabulary("countries").items():
        entry = Entry(listed["name"], PlaceKind.COUNTRY, iso)
        for name in (listed["name"], *listed.get("variants", ())):
            index.add(name, entry, keep_article=name.startswith("El "))
    return index


@cache
def division_names() -> NameIndex[Entry]:
    """Return the names of first-level divisions, of regions and seas."""
    index: NameIndex[Entry] = NameIndex()
    for iso, divisions in read_vocabulary("provinces").items():
        for names in divisions.values():
            entry = Entry(names[0], PlaceKind.PROVINCE, iso, names[0])
            for name in names:
                index.add(name, entry, keep_article=_keeps_article(iso))
    for region in read_vocabulary("regions"):
        entry = Entry(region["name"], PlaceKind(region["kind"]), region.get("country"))
        for name in (region["name"], *region.get("variants", ())):
            index.add(name, entry)
    return index


@cache
def _sites() -> tuple[tuple[Entry, tuple[str, ...], tuple[str, ...]], ...]:
    """Return each site with its whole names and its core names."""
    nouns = {kind: frozenset(listed) for kind, listed in read_vocabulary("places")["site_classes"].items()}
    return tuple(
        (
            Entry(
                site["name"],
                PlaceKind.TOWN if site["class"] == "town" else PlaceKind.SITE,
                site["country"],
                site.get("province"),
                icao=site.get("icao"),
                nouns=nouns[site["class"]],
            ),
            (site["name"], *(site.get("names") or ())),
            tuple(site.get("cores") or ()),
        )
        for site in read_vocabulary("sites")
    )


@cache
def site_names() -> NameIndex[Entry]:
    """Return the names that mean a site alone."""
    return _index((entry, names) for entry, names, _ in _sites())


@cache
def site_cores() -> NameIndex[Entry]:
    """Return the names that mean a site before one of its nouns ("Balad" before "air base")."""
    return _index((entry, cores) for entry, _, cores in _sites())


def _index(named: Iterable[tuple[Entry, tuple[str, ...]]]) -> NameIndex[Entry]:
    index: NameIndex[Entry] = NameIndex()
    for entry, names in named:
        for name in names:
            index.add(name, entry)
    return index


@cache
def _cores() -> dict[str, tuple[str, ...]]:
    return {entry.name: cores for entry, _, cores in _sites()}


def cores_of(site: str) -> tuple[str, ...]:
    """Return the core names of a site by its canonical name."""
    return _cores().get(site, ())


@cache
def town_names() -> NameIndex[Entry]:
    """Return the towns of the vocabulary by their usual names and variants."""
    index: NameIndex[Entry] = NameIndex()
    for iso, towns in read_vocabulary("towns").items():
        for name, variants in towns.items():
            entry = Entry(name, PlaceKind.TOWN, iso, variants=tuple(variants))
            for variant in (name, *variants):
                index.add(variant, entry, keep_article=_keeps_article(iso))
    return index


@cache
def large_towns() -> NameIndex[Entry]:
    """Return the cities of the world with 100,000 people or more that the vocabulary does not name, largest first."""
    index: NameIndex[Entry] = NameIndex()
    named = town_names()
    others = frozenset(name_key(name) for name in read_vocabulary("places")["no_towns"])
    for name, city in large_cities():
        key = _to_key(name, city.country)
        if key not in others and all(entry.country != city.country for entry in named.get_key(key)):
            index.add_key(key, Entry(usual_name(city.name), PlaceKind.TOWN, city.country, city=city))
    return index


@cache
def country_towns(iso: str, head: str) -> NameIndex[Entry]:
    """Return the towns, from 500 people, of a country whose divisions we know, unless the vocabulary names them.

    Only those that have a name whose key begins with the part `head`, articles left out.
    """
    index: NameIndex[Entry] = NameIndex()
    named = town_names()
    for name, city in find_towns(iso, head):
        key = _to_key(name, iso)
        if all(e.country != iso for e in named.get_key(key)):
            index.add_key(key, Entry(usual_name(city.name), PlaceKind.TOWN, iso, city=city))
    return index


def _to_key(name: tuple[str, ...], iso: str) -> tuple[str, ...]:
    """Return the key of a town's name without its article where that says nothing."""
    return name if _keeps_article(iso) or name[0] != ARTICLE else name[1:]


def _keeps_article(iso: str) -> bool:
    return iso not in _ARABIC
