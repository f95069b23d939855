"""The countries that a text speaks of, which decide what its doubtful names mean."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from analysis.language.gazetteer import Entry
from analysis.language.places.evidence import follows_name
from analysis.language.places.learned import learn_places
from analysis.language.places.names import division_names, find_place, site_names, town_names
from analysis.language.places.shortened import find_shortened
from analysis.language.text.forms import parse_singular
from analysis.language.text.names import ARTICLE, NameIndex, name_key, spell
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

#: what a town, a part or a site counts for, a country's people or name counting one
_GROUND = 3
#: sentences that tell what a text is about, its headline and its lead: the towns there count twice
_LEAD = 2
#: share of the names that the main country of a text has at least
_SHARE = 0.4


class _By(Enum):
    """What names a country: a town in it, its people and what is theirs, its own name, or a part or a site of it."""

    TOWN = auto()
    PEOPLE = auto()
    NAME = auto()
    ITSELF = auto()


@dataclass(frozen=True, slots=True)
class Context:
    """The countries (ISO alpha-2) that a text names, the most often named first, then those of its towns."""

    countries: tuple[str, ...] = ()
    #: those named otherwise than by a town
    named: frozenset[str] = frozenset()
    #: those of them named by themselves or a division, not only by their people
    placed: frozenset[str] = frozenset()
    #: the country that most of the names are about, if it is one where attacks are expected
    main: str | None = None
    #: the names that the text itself makes places
    learned: NameIndex[Entry] | None = None
    #: the sites that the text names whole, by the short of their names
    sites: NameIndex[Entry] | None = None


@cache
def _index() -> NameIndex[tuple[str, _By]]:
    """Return all names that fix a country, and what they are names of."""
    index: NameIndex[tuple[str, _By]] = NameIndex()
    for iso, entry in read_vocabulary("countries").items():
        own = dict.fromkeys((entry["name"], *entry.get("variants", ())), _By.NAME)
        people = dict.fromkeys((*entry["adjectives"], *entry.get("people", ())), _By.PEOPLE)
        for name, by in (people | own).items():
            index.add(name, (iso, by), keep_article=name.startswith("El "))
    countries = read_vocabulary("countries").items()
    capitals = {name_key(entry["capital"]): iso for iso, entry in countries if entry.get("capital")}
    for source, by in ((division_names(), _By.ITSELF), (site_names(), _By.ITSELF), (town_names(), _By.TOWN)):
        for key in source.names():
            for found in source.get_key(key):
                home = capitals.get(key, found.country) if by is _By.ITSELF else found.country
                if home and not index.get_key(key):
                    index.add_key(key, (home, by))  # La Paz is no department of El Salvador
    return index


def find_context(sentences: Sequence[Sentence], datelines: Sequence[str] = ()) -> Context:
    """Count the countries that the names in a text fix (a name of several counts for none); learn its other places.

    Where they fix none, or two alike, a text that is filed from one country is about it.
    """
    index = _index()
    counts: Counter[tuple[str, _By]] = Counter()
    surnames: set[str] = set()
    for number, sentence in enumerate(sentences):
        tokens, past = sentence.tokens, -1
        for i in sentence.capitalised:
            if i <= past or tokens[i].text == "Us":
                continue
            parts = spell(tokens[i].lower)
            if parts and (parts[0] == ARTICLE or index.begins(parts[0])):
                found = index.match(tokens, i)
                past = found[0] if found else past  # no Sudan in South Sudan
                if found is None or len(found[1]) != 1 or tokens[i].text in surnames:
                    continue
                if _is_surname(tokens, i, *found):
                    surnames.add(tokens[i].text)
                elif not any(test(tokens, i, *found) for test in (_is_of_doer, _is_longer, _is_across)):
                    counts[found[1][0]] += 2 if number < _LEAD and found[1][0][1] is _By.TOWN else 1
    filed = {find_place(name) for name in datelines}
    home = {place.country for place in filed if place is not None and place.country}
    context = _context(counts, home)
    if (
        context.main is None
        and len(home) == 1
        and home.isdisjoint(context.countries)
        and home <= read_vocabulary("provinces").keys()
    ):
        only = next(iter(home))
        expected = not any(iso in read_vocabulary("provinces") for iso in context.countries)
        context = replace(context, countries=(*context.countries, only), main=only if expected else None)
    learned = learn_places(sentences) if context.main else None
    return replace(context, learned=learned, sites=find_shortened(sentences))


def _is_longer(tokens: Sequence[Token], first: int, last: int, names: Sequence[tuple[str, _By]]) -> bool:
    """Tell the first word of another town's name: "Saida al-Hanout" is no Saida."""
    following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return names[0][1] is _By.TOWN and following.startswith(("al-", "el-"))


def _is_surname(tokens: Sequence[Token], first: int, last: int, names: Sequence[tuple[str, _By]]) -> bool:
    """Tell the last word of a person's name, which a town or a province may bear too: "Sami *Farah*"."""
    if names[0][1] not in {_By.TOWN, _By.ITSELF} or tokens[first].text.isupper():
        return False
    if first != last or first < 2 or not follows_name(tokens, first):
        return False
    before = next((t for t in reversed(tokens[:first]) if not t.text[0].isupper()), None)
    return before is None or before.lower not in _LOCAL  # "in Tel *Farah*"


def _is_of_doer(tokens: Sequence[Token], first: int, last: int, names: Sequence[tuple[str, _By]]) -> bool:
    """Tell whose an attack or a weapon is, "Turkish shelling", which is no sign of where."""
    following = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return names[0][1] is _By.PEOPLE and parse_singular(following) in _arms()


def _is_across(tokens: Sequence[Token], first: int, last: int, names: Sequence[tuple[str, _By]]) -> bool:
    """Tell the country that something is "near the border with", which is mostly not the one that it is in."""
    before, after = [t.lower for t in tokens[max(0, first - 2) : first]], tokens[last + 1 : last + 2]
    border = before[:1] and before[0] in _BORDERS and before[-1] == "with"
    beside = any(t.lower in _BORDERS for t in after) and names[0][1] in {_By.PEOPLE, _By.NAME}
    return names[0][1] is not _By.TOWN and bool(border or beside)


#: prepositions that a place follows, and no person
_LOCAL = frozenset({"in", "at", "near", "between", "from", "of", "outside", "around", "on"})
_BORDERS = frozenset({"border", "borders", "frontier"})


@cache
def _arms() -> frozenset[str]:
    attacks = read_vocabulary("attacks")
    return frozenset([*attacks["events"], *attacks["munitions"], *attacks["platforms"]])


def _context(counts: Counter[tuple[str, _By]], filed: AbstractSet[str]) -> Context:
    totals: Counter[str] = Counter()
    for (iso, _), count in counts.items():
        totals[iso] += count
    named = frozenset(iso for iso, by in counts if by is not _By.TOWN)
    placed = frozenset(iso for iso, by in counts if by in {_By.ITSELF, _By.NAME})
    order = sorted(totals, key=lambda iso: (iso not in named, -totals[iso], iso not in filed, iso))
    expected = [iso for iso in order if iso in read_vocabulary("provinces")]
    weights: Counter[str] = Counter()
    for (iso, by), count in counts.items():
        weights[iso] += count * (1 if by in {_By.PEOPLE, _By.NAME} else _GROUND)  # "Turkish shells": whose, not where
    main = max(expected, key=lambda iso: (weights[iso], iso in filed), default=None)
    clear = main is not None and weights[main] >= _SHARE * sum(weights.values())
    return Context(tuple(order), named, placed, main if clear else None)
