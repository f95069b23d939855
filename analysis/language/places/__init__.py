"""Places in a sentence: countries, provinces, towns and sites, with how the words before relate them.

- `find_places(sentence, context)`: the places named, in order, none inside another
- `find_context(sentences)`: the countries a text speaks of, for names with several bearers and for small towns
- `most_exact(places)`, `distance_km(a, b)`, `find_place(name)`, `country_name(iso)`: what is known of a place

A name counts as a place when a preposition, a noun of kind ("Kirkuk province", "Balad air base"), a comma or its fame
says so. Persons, treaties and newspapers that bear a town's name are refused ("Michael Jordan", "Paris Agreement"). A
name with several bearers goes to the country that the text speaks of, then to the largest. Names unknown to the
gazetteer become places only with a noun of kind ("the village of X", "X air base"), without a coordinate.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.language.gazetteer import Entry, Place, PlaceKind, country_name, distance_km, most_exact, to_place
from analysis.language.places.airports import airport_at, own_site
from analysis.language.places.capitals import capital_at
from analysis.language.places.context import Context, find_context
from analysis.language.places.evidence import Candidate, Tier, country_after, is_believed, is_hit, is_place, is_strong
from analysis.language.places.grammar import find_told, find_within
from analysis.language.places.kinds import (
    Noun,
    find_name_end,
    find_unknown,
    kind_noun_at,
    may_have_noun,
    printed_name,
    site_at,
    site_noun_at,
)
from analysis.language.places.learned import learned_at
from analysis.language.places.lookup import find_candidate, first_parts
from analysis.language.places.mentions import PlaceMention, complete_places, is_countryside, join_listed
from analysis.language.places.names import country_towns, find_place
from analysis.language.places.namesakes import is_of_person, is_village, names_country
from analysis.language.places.numbered import numbered_at
from analysis.language.places.relations import Relation, RelationKind, find_relation
from analysis.language.places.shortened import shortened_at
from analysis.language.places.suburbs import is_city_of_suburb
from analysis.language.text.names import ARTICLE, name_key, spell
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

__all__ = [
    "Context",
    "Place",
    "PlaceKind",
    "PlaceMention",
    "Relation",
    "RelationKind",
    "country_name",
    "distance_km",
    "find_context",
    "find_place",
    "find_places",
    "join_listed",
    "most_exact",
]

_PARTS = frozenset(part for part in read_vocabulary("places")["parts"] if " " not in part)
#: nouns of streets that bear the name of a town or a province
_STREETS = frozenset({"street", "square", "avenue"})
#: what an army has at a town
_POSTS = frozenset(read_vocabulary("places")["posts_of_towns"])
#: countries whose small towns are looked up for one text
_COUNTRIES = 3


def find_places(sentence: Sentence, context: Context | None = None) -> list[PlaceMention]:
    """Find the places that a sentence names; without a context the sentence alone decides what doubtful names mean."""
    tokens = sentence.tokens
    if context is None:
        context = find_context([sentence])
    mentions: list[PlaceMention] = []
    past = -1
    for i in sentence.capitalised:
        if i <= past or not tokens[i].text[0].isalpha():
            continue
        mention = _mention_at(sentence, i, context, mentions[-1] if mentions else None)
        if mention is not None:
            mentions.append(mention)
            past = mention.last
    return complete_places(mentions, tokens, context.main)


def _mention_at(sentence: Sentence, i: int, context: Context, previous: PlaceMention | None) -> PlaceMention | None:
    tokens = sentence.tokens
    found = capital_at(tokens, i) or _known_at(sentence, i, context, previous) or _unknown_at(sentence, i, context)
    return _place_mention(tokens, i, found[0], found[1], previous) if found else None


def _known_at(sentence: Sentence, i: int, context: Context, previous: PlaceMention | None) -> tuple[int, Place] | None:
    """Return the last token and the place of a name of the gazetteer at token i."""
    tokens = sentence.tokens
    parts = spell(tokens[i].lower)
    if not parts or parts[0] not in first_parts():
        return _small_at(sentence, i, parts[0], context, previous) if parts else None
    candidate = find_candidate(tokens, i, parts[0])
    site = site_at(tokens, i, context.countries)
    if site and tokens[site[0]].lower == "camp" and context.main and site[1].country not in context.countries:
        site = None  # a camp at home that has the name of one abroad
    if site and (candidate is None or site[0] > candidate.last):
        return site[0], to_place(site[1])
    if candidate is None:
        head = next((p for p in parts if p != ARTICLE), ARTICLE)
        return _small_at(sentence, i, head, context, previous)
    if candidate.tier is not Tier.SITE:
        noun = kind_noun_at(tokens, candidate.last + 1) or site_noun_at(tokens, candidate.last + 1)
        if noun and noun.words in _STREETS and not sentence.capitals and tokens[i - 1].lower not in {"a", "an"}:
            return noun.last, Place(printed_name(tokens[i : noun.last + 1]), PlaceKind.NEIGHBORHOOD, context.main)
        apart = noun is None or noun.words in {"road", *_STREETS} or is_city_of_suburb(tokens, i, noun)
        place = _with_noun(tokens, candidate, noun, context) if noun and not apart else None
        if noun and place:
            return noun.last, place
    entry = is_place(sentence, candidate, _relation(tokens, i, previous), context.countries)
    entry = (_city_at_home(tokens, i, entry, context) or entry) if entry else None
    if entry and _is_foreign(entry, context):
        here = _small_at(sentence, i, parts[-1] if parts[0] == ARTICLE else parts[0], context, previous)
        if here and here[0] >= candidate.last:
            return here
        if is_village(tokens, i, candidate.last):
            return None  # a village at home with the name of a city abroad
    if entry is None:
        return None
    own = airport_at(tokens, i, candidate.last, entry) if entry.kind is PlaceKind.TOWN else None
    if own is not None:
        return own
    return candidate.last, _as_printed(entry, printed_name(tokens[i : candidate.last + 1]))


def _as_printed(entry: Entry, printed: str) -> Place:
    """Return the place of an entry; a town or province spelt otherwise keeps the printed name, unless it is foreign."""
    name, _, noun = printed.rpartition(" ")
    if entry.kind is PlaceKind.TOWN and name and noun.lower() in _CITY_PARTS:
        return Place(name, PlaceKind.DISTRICT, entry.country)  # which city it is a part of, the text says
    place = to_place(entry)
    if noun.lower() == "countryside":
        return place  # "Damascus countryside", which is no spelling
    spelt = entry.kind in {PlaceKind.TOWN, PlaceKind.PROVINCE} and (printed.isascii() or entry.city is not None)
    return replace(place, name=printed) if spelt and name_key(printed) != name_key(place.name) else place


#: nouns in the names of parts of cities, which many cities have
_CITY_PARTS = frozenset({"district", "raion", "rayon"})


def _city_at_home(tokens: Sequence[Token], i: int, entry: Entry, context: Context) -> Entry | None:
    """Return the city of the text's own country that has the name of a division abroad, or None."""
    if entry.kind is not PlaceKind.PROVINCE or context.main in {None, entry.country}:
        return None
    found = country_towns(context.main, spell(tokens[i].lower)[0]).match(tokens, i) if context.main else None
    city = found[1][0].city if found else None
    return found[1][0] if found and city is not None and city.population >= _CITY else None


#: people of a city that is meant before a division abroad
_CITY = 100_000


def _is_foreign(entry: Entry, context: Context) -> bool:
    """Tell a town of a country that a text about another country does not name."""
    elsewhere = entry.country not in context.named and context.main not in {None, entry.country}
    return elsewhere and entry.kind is PlaceKind.TOWN


def _small_at(
    sentence: Sentence, i: int, head: str, context: Context, previous: PlaceMention | None
) -> tuple[int, Place] | None:
    """Return a small town of the countries of the text, where a preposition, a comma or a dateline makes it one."""
    tokens = sentence.tokens
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    relation = _relation(tokens, i, previous)
    dateline = i == 0 and after in {"(", "-", "–", "—", "--"}
    located = after in {",", "in"} and country_after(tokens, i)
    if not (is_strong(relation) or dateline or located or is_hit(tokens, i) or _has_noun(tokens, i)):
        return None
    found: list[tuple[int, Entry]] = []
    for iso in context.countries[:_COUNTRIES]:
        match = country_towns(iso, head).match(tokens, i)
        if match:
            found.append((match[0], match[1][0]))
    if not found:
        return None
    last = max(end for end, _ in found)
    entries = tuple((Tier.SMALL, entry) for end, entry in found if end == last)
    entry = is_place(sentence, Candidate(i, last, entries), relation, context.countries)
    if entry is None or (entry.country not in {None, context.main} and _is_abroad(entry, tokens, i, context)):
        return None
    noun = kind_noun_at(tokens, last + 1)
    road = noun is not None and noun.words in {"road", *_STREETS}
    placed = (
        _with_noun(tokens, Candidate(i, last, ((Tier.SMALL, entry),)), noun, context) if noun and not road else None
    )
    if noun and placed:
        return noun.last, placed
    return last, _as_printed(entry, printed_name(tokens[i : last + 1]))


def _has_noun(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name with a noun of kind beside it: "the Kutum railway station", "the army post of Kutum"."""
    of = i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lower in _POSTS
    last = find_name_end(tokens, i) if may_have_noun(tokens, i) else None
    return of or (last is not None and (kind_noun_at(tokens, last + 1) or site_noun_at(tokens, last + 1)) is not None)


def _is_abroad(entry: Entry, tokens: Sequence[Token], i: int, context: Context) -> bool:
    """Tell a small town of a country that is spoken of for its people only, and not in this sentence."""
    if context.main is None or entry.country is None or entry.country in context.placed:
        return False
    return not names_country(tokens, entry.country, i)


def _unknown_at(sentence: Sentence, i: int, context: Context) -> tuple[int, Place] | None:
    """Return a place made by a noun of kind; a town that the gazetteer has under this name is that town."""
    short = shortened_at(context.sites, sentence.tokens, i) or numbered_at(sentence.tokens, i)
    if short is not None:
        return short[0], to_place(short[1])
    unknown = find_unknown(sentence.tokens, i, capitals=sentence.capitals or sentence.titled)
    if unknown is None or not is_believed(sentence.tokens, i, unknown, context.main):
        told = None if sentence.titled else find_told(sentence.tokens, i)  # "Attack on Trawler in …" names none
        unknown = find_within(sentence.tokens, i) if sentence.capitals else told
    camp = unknown is not None and sentence.tokens[unknown.last].lower == "camp"
    if unknown is not None and camp and context.main and unknown.entry.country not in {None, context.main}:
        own = Entry(printed_name(sentence.tokens[i : unknown.last + 1]), PlaceKind.SITE)
        unknown = unknown._replace(entry=own)  # misspelt like a camp abroad
    if unknown is None:
        unknown = learned_at(context.learned, sentence.tokens, i)
    if unknown is None:
        return None
    if unknown.entry.kind in {PlaceKind.TOWN, PlaceKind.DISTRICT} and unknown.entry.country is None:
        key = name_key(unknown.entry.name)
        for iso in context.countries[:1] if key else ():
            found = country_towns(iso, key[0]).get(unknown.entry.name)
            if found:
                return unknown.last, replace(_as_printed(found[0], unknown.entry.name), kind=unknown.entry.kind)
    return unknown.last, to_place(unknown.entry)


def _with_noun(tokens: Sequence[Token], candidate: Candidate, noun: Noun, context: Context) -> Place | None:
    """Return the place of a known name with a noun of kind after it ("Kirkuk province", "Erbil base")."""
    entries = candidate.ranked(context.countries)
    if _is_namesake_elsewhere(entries[0][1], noun, context):
        return None
    wanted = PlaceKind.PROVINCE if noun.words == "countryside" else noun.kind
    alike = [entry for _, entry in entries if entry.kind is wanted]
    if alike:
        return to_place(alike[0])
    first = entries[0][1]
    if first.kind is PlaceKind.SEA:
        return None  # "the Red Sea port of X"
    if first.kind is PlaceKind.COUNTRY:
        local = noun.words in {"town", "village", "hamlet", "neighborhood", "neighbourhood"} and context.main
        return Place(first.name, noun.kind, context.main) if local and context.main != first.country else None
    if noun.kind is PlaceKind.SITE and (_is_foreign(first, context) or is_of_person(tokens, candidate.first)):
        return Place(f"{first.name} {noun.words}", PlaceKind.SITE)  # at home, with the name of a city abroad
    if noun.kind is PlaceKind.SITE:
        return own_site(to_place(first), noun.words)
    if noun.kind in {PlaceKind.DISTRICT, PlaceKind.NEIGHBORHOOD}:
        printed = printed_name(tokens[candidate.first : candidate.last + 1])
        place = _as_printed(first, printed) if printed.startswith(f"{first.name} ") else to_place(first)
        return place if noun.words in {"area", "areas", "countryside"} else replace(place, kind=noun.kind)
    return None


def _is_namesake_elsewhere(entry: Entry, noun: Noun, context: Context) -> bool:
    """Tell a village or quarter with the name of a town in a country that the text does not speak of."""
    local = noun.kind in {PlaceKind.TOWN, PlaceKind.NEIGHBORHOOD, PlaceKind.DISTRICT} and noun.words != "city"
    return local and _is_foreign(entry, context)


def _place_mention(
    tokens: Sequence[Token], first: int, last: int, place: Place, previous: PlaceMention | None
) -> PlaceMention:
    while first and tokens[first - 1].text in {"al", "el", "Al", "El"}:
        first -= 1
    if first and tokens[first - 1].lower in _PARTS and (previous is None or previous.last < first - 1):
        if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}:
            place = replace(place, name=f"{tokens[first - 1].lower} {place.name}", kind=PlaceKind.REGION, part=True)
        first -= 1
    relation = _relation(tokens, first, previous)
    if place.kind is PlaceKind.TOWN and is_countryside(tokens, first):
        place = replace(place, kind=PlaceKind.DISTRICT)
    return PlaceMention(place, tokens[first].start, tokens[last].end, first, last, relation)


def _relation(tokens: Sequence[Token], first: int, previous: PlaceMention | None) -> Relation | None:
    return find_relation(tokens, first) or _shared(tokens, first, previous)


def _shared(tokens: Sequence[Token], first: int, previous: PlaceMention | None) -> Relation | None:
    """Return the relation of the place before, where the two are joined: "in Erbil and Mosul"."""
    if previous is None or previous.last >= first:
        return None
    between = [t.lower for t in tokens[previous.last + 1 : first]]
    if between and len(between) < 3 and all(word in {"and", "or", ",", "the"} for word in between):
        return previous.relation
    return None
