"""Ground: how the places of one sentence lie to each other: side by side, one in the other, at the ends of a road."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.places.land import is_lent, leads_on
from analysis.coding.attacks.words import words
from analysis.language.actors import ActorForm
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind
from analysis.language.places.relations import QUARTERS
from analysis.language.text.forms import parse_singular
from analysis.language.text.names import name_key
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_ROADS = frozenset(read_vocabulary("places")["roads"])
_PARTS = frozenset(read_vocabulary("places")["parts"])
LOCAL = frozenset({PlaceKind.TOWN, PlaceKind.NEIGHBORHOOD, PlaceKind.DISTRICT})
_ENDS = frozenset({RelationKind.FROM, RelationKind.TOWARD})
#: tokens between a place and the larger one that it lies in ("X, about 30 miles (48 km) southwest of Y")
_GAP = 12


def join_places(place: PlaceMention, exact: Sequence[PlaceMention], mention: Mention) -> PlaceMention:
    """Join places named together ("in A and B", "A, B and C", "between A and B", "from A to B") into one."""
    alike = [p for p in exact if _are_alike(p.place, place.place) or _is_pair(p, place)]
    at = alike.index(place)
    first = last = at
    while first and follows(mention, alike[first - 1], alike[first]):
        first -= 1
    while last + 1 < len(alike) and follows(mention, alike[last], alike[last + 1]):
        last += 1
    named = alike[first : last + 1]
    between = {t.lower for t in mention.sentence.sentence.tokens[named[0].last + 1 : named[-1].first]}
    after = mention.sentence.sentence.tokens[named[-1].last + 1 :][:1]
    goes_on = len(named) > 1 and any(t.lower == "and" for t in after)  # "X, Y and the M4 road"
    if len(named) == 1 or not (goes_on or between & {"and", "to", "-", "–", "/"}):
        return place
    name = ";".join(dict.fromkeys(p.place.name for p in named))
    country = place.place.country or next((p.place.country for p in named if p.place.country), None)
    return replace(place, place=replace(place.place, name=name, country=country))


def _is_pair(a: PlaceMention, b: PlaceMention) -> bool:
    """Tell the two places that something lies between, of whatever size."""
    return all(p.relation is not None and p.relation.kind is RelationKind.BETWEEN for p in (a, b))


def _are_alike(a: Place, b: Place) -> bool:
    """Tell places of one size; a town with its province's name may be the province: "in X and Y provinces"."""
    if a.kind is b.kind or {a.kind, b.kind} <= LOCAL:
        return True
    if {a.kind, b.kind} != {PlaceKind.TOWN, PlaceKind.PROVINCE} or a.province == b.province:
        return False
    town = a if a.kind is PlaceKind.TOWN else b
    return town.province is not None and name_key(town.province) == name_key(town.name)


def follows(mention: Mention, first: PlaceMention, second: PlaceMention) -> bool:
    """Tell a place that only a comma, "and", or the "to" of a road joins to the one before."""
    tokens = mention.sentence.sentence.tokens
    between = [t.lower for t in tokens[first.last + 1 : second.first] if t.lower not in _PASSED]
    if between in (["and"], [","], [",", "and"], ["and", "and"], ["and", ",", "and"]):
        return True
    if between[-1:] == ["and"] and _place_list_goes_on(mention, first, second):
        return True
    if between[:1] == ["and"] and _is_other_target(mention, first, second):
        return True
    if between in (["-"], ["–"], ["/"]):
        return leads_on(tokens, second.last)  # "the X - Y road"
    return between == ["to"] and is_on_road(tokens, first)


def _is_other_target(mention: Mention, first: PlaceMention, second: PlaceMention) -> bool:
    """Tell "hit X village and a house in Y village": the second thing that was hit, and where."""
    phrases, target = mention.sentence.phrases, mention.target
    what = phrases.at[first.last + 2] if first.last + 2 < second.first else None
    if target is None or not isinstance(what, NounGroup) or not target.first <= first.last <= target.last + _NAME:
        return False
    if phrases.sentence.tokens[what.first].lower in {"its", "their", "the", "other"}:
        return False  # "X and its surroundings in the Y countryside"
    return what.last + 2 == second.first and phrases.sentence.tokens[what.last + 1].lower == "in"


#: tokens of the name behind "the outskirts of"
_NAME = 5


def _place_list_goes_on(mention: Mention, first: PlaceMention, second: PlaceMention) -> bool:
    """Tell "X village in the Y hills and Z village", a list whose names lie in larger places."""
    tokens = mention.sentence.sentence.tokens
    if not {first.place.kind, second.place.kind} <= LOCAL:
        return False
    named = {i for p in mention.sentence.places for i in range(p.first, p.last + 1)}
    rest = {tokens[i].lower for i in range(first.last + 1, second.first - 1) if i not in named}
    return bool(rest & {"in", "near"}) and rest <= _INSIDE


_KINDS = words().places_around
_INSIDE = _KINDS | {"in", "the", "of", ",", "near", "and", "outskirts", "vicinity", "countryside"} | _PARTS


_PLACES = read_vocabulary("places")
#: words between two places of a list: "X *district* and *its countryside*, and *the villages of* Y"
_PASSED = frozenset({"the", "of", "its", "their", "vicinity", "outskirts", '"', "“", "”"}).union(
    _PLACES["plural_kinds"], _PLACES["kinds"]["town"], _PLACES["kinds"]["district"], _PLACES["kinds"]["neighborhood"]
)


def is_on_road(tokens: Sequence[Token], place: PlaceMention) -> bool:
    """Tell an end of a road: "on the road from A to B", "the highway to B"."""
    relation = place.relation
    if relation is None or relation.kind not in _ENDS:
        return False
    i = next((i for i in range(place.first - 1, -1, -1) if tokens[i].start == relation.start), 0)
    while i > 0 and relation.kind is RelationKind.TOWARD and tokens[i - 1].text[0].isupper():
        i -= 1  # "from Upper A to B"
    if i > 1 and relation.kind is RelationKind.TOWARD and tokens[i - 1].lower == "from":
        i -= 1
    if i > 1 and tokens[i].lower == "from" and tokens[i - 1].lower in _GOING:
        return True  # "a convoy travelling from A to B"
    return i > 0 and any(tokens[j].lower in _ROADS for j in range(max(0, i - 2), i))


_GOING = frozenset({"travelling", "traveling", "driving", "sailing", "marching"})


def is_linked(mention: Mention, place: PlaceMention) -> bool:
    """Tell the first end of a road: "the highway linking A and B", "the road that connects A with B"."""
    phrases = mention.sentence.phrases
    verb = phrases.at[place.first - 1] if place.first else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in {"link", "connect", "join"}:
        return False
    return any(t.lower in _ROADS for t in phrases.sentence.tokens[max(0, verb.first - 4) : verb.first])


def stands_between(mention: Mention, place: PlaceMention) -> bool:
    """Tell what lies between two places from what goes on between two capitals or countries."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    if place.place.kind is PlaceKind.COUNTRY:
        return False
    start = next((i for i in range(place.first, -1, -1) if tokens[i].lower == "between"), 0) - 1
    while start > 0 and any(d.first <= start <= d.last + 1 or start == d.first - 1 for d in mention.sentence.dates):
        start -= 1
    before = phrases.at[start] if start >= 0 else None
    if isinstance(before, VerbGroup) or (before is not None and before in {mention.target, mention.event}):
        return True
    if start >= 0 and (tokens[start].lower in _ROADS or tokens[start].text in {",", "("}):
        return True
    return not any(a.form is ActorForm.METONYM and a.first <= place.first <= a.last for a in mention.sentence.actors)


def drop_surroundings(mention: Mention, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Leave out the larger place that a named one is said to lie in or near: "the X area in Y", "X, south of Y"."""
    kept: list[PlaceMention] = []
    before: PlaceMention | None = None
    for place in places:
        lent = bool(kept) and is_lent(mention, kept[-1]) and _lies_in(mention, kept[-1], place)
        if kept and (lent or is_owned(mention, kept[-1], place)):
            kept[-1] = place  # "Mosul's old quarter", "the Kabul road in Quetta"
        elif not kept or not (_lies_in(mention, kept[-1], place) or (before and _lies_in(mention, before, place))):
            kept.append(place)
        before = place  # "in the X area of the town of Y, west of Z"
    return kept


def is_owned(mention: Mention, owner: PlaceMention, place: PlaceMention) -> bool:
    """Tell "Mosul's *old quarter*", "the Thule region's *Nador district*"."""
    tokens = mention.sentence.sentence.tokens
    kind = owner.last + 1 + (parse_singular(tokens[owner.last + 1].lower) in words().divisions | {"region": ""}.keys())
    owned = tokens[kind].text in {"'s", "’s"} and (place.first == kind + 1 or _is_of_one_group(mention, kind, place))
    between = [t.lower for t in tokens[owner.last + 1 : place.first]]
    if len(between) > 1 and between[-1] == "of" and between[-2] in _QUARTERS and owner.place.kind is PlaceKind.TOWN:
        return place.place.lat is None and all(word.isalpha() for word in between)  # "the Y residential district of X"
    if len(between) > 1 and between[-1] == "of" and between[-2] in _TOWNS and owner.place.kind in _DIVISIONS:
        return place.place.kind is PlaceKind.TOWN and len(between) <= _DESCRIBED  # "the Y town of X"
    return owned and place.place.kind in LOCAL | {PlaceKind.SITE}


def _is_of_one_group(mention: Mention, owned: int, place: PlaceMention) -> bool:
    """Tell what describes the smaller place alone: "Mosul's *heavily guarded* old quarter"."""
    phrases = mention.sentence.phrases
    between = range(owned + 1, place.first)
    plain = all(phrases.tags[i] in _DESCRIBING for i in between)
    return plain and 0 < len(between) <= _DESCRIBED


#: words that describe a place behind its owner, and how many of them
_DESCRIBING, _DESCRIBED = frozenset({Tag.ADJECTIVE, Tag.ADVERB, Tag.PARTICIPLE, Tag.NOUN}), 3


_TOWNS = frozenset({"town", "village", "city", "settlement", "hamlet"})
_DIVISIONS = frozenset({PlaceKind.DISTRICT, PlaceKind.PROVINCE})
_QUARTERS = QUARTERS - {"area"}


def _lies_in(mention: Mention, here: PlaceMention, there: PlaceMention) -> bool:
    tokens = mention.sentence.sentence.tokens
    between = [t.lower for t in tokens[here.last + 1 : there.first]]
    if between[-1:] == ["and"] and "between" not in between:
        return False
    between = between[1:] if between and parse_singular(between[0]) in words().divisions else between  # "X villages in"
    held = any(isinstance(mention.sentence.phrases.at[i], VerbGroup) for i in range(here.last + 1, there.first))
    if held and _is_laid(mention, here, there):
        return True  # "X, located 40 km east of Y"
    if there.relation is not None and there.relation.kind is RelationKind.BETWEEN and not held:
        return between[:1] == [","] and between[1:2] != [] and between[1] in _ON_WAY  # "X, on the road between Y and Z"
    if between == ["of"] and here.place.kind is PlaceKind.DISTRICT and here.place.lat is None:
        return there.place.kind in {PlaceKind.TOWN, PlaceKind.PROVINCE}  # "the X sector of Y"
    if here.place.kind not in LOCAL | {PlaceKind.SITE} or not between or len(between) > _GAP:
        return False
    start = there.relation.start if there.relation is not None else there.start
    before = {t.lower for t in tokens[here.last + 1 : there.first] if t.start < start}
    kind = {parse_singular(word) for word in between[2:5]} & words().divisions.keys()
    if between[0] == "," and between[1:2] in (["a"], ["an"]) and kind and there.relation and not held:
        return there.relation.kind in {RelationKind.NEAR, RelationKind.DISTANCE, RelationKind.IN}  # "X, a town near Y"
    if there.place.rank < min(here.place.rank, _TOWN) or {"and", "to", "from", "but", "then"} & before:
        return False
    if held:
        return False
    if between == [","] and there.place.rank <= here.place.rank:
        return False  # a list
    relation = there.relation.kind if there.relation is not None else None
    if relation is RelationKind.DISTANCE:
        return between[0] in {",", "(", *_DIRECTIONS} or between[0][0].isdigit()
    if relation is RelationKind.NEAR:
        return between[0] in _NEAR or (between[0] == "," and between[1:2] != [] and between[1] in _AROUND)
    return relation in {RelationKind.IN, RelationKind.OF} and between[0] in {"in", "of", ",", "("}


def _is_laid(mention: Mention, here: PlaceMention, there: PlaceMention) -> bool:
    """Tell the better known place of "X in the north, *located 40 km east of* Y", after a comma and no other verb."""
    phrases, relation = mention.sentence.phrases, there.relation
    if relation is None or relation.kind not in {RelationKind.DISTANCE, RelationKind.NEAR}:
        return False
    tokens = phrases.sentence.tokens
    within = (phrases.at[i] for i in range(there.first, here.last, -1))
    verb = next((group for group in within if isinstance(group, VerbGroup)), None)
    if not isinstance(verb, VerbGroup) or verb.lemma not in words().lying | {"station", "base"}:
        return False
    others = any(isinstance(phrases.at[i], VerbGroup) for i in range(here.last + 1, verb.first))
    return not others and tokens[verb.first - 1].lower in {",", "which", "that"} and here.place.rank <= there.place.rank


_ON_WAY = frozenset({"on", "along", "halfway", "midway", "a", "about", "roughly"})


_TOWN = 2
_DIRECTIONS = frozenset(read_vocabulary("places")["directions"])
#: what opens the words for a better known place that a smaller one lies by
_NEAR = frozenset({"near", "outside", "close", "next", "adjacent"})
_AROUND = _NEAR | {"a", "an", "the"}


def is_included(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that the target is said to include: "shelled several villages, including those of X and Y"."""
    tokens, target = mention.sentence.sentence.tokens, mention.target
    among = [t.lower for t in tokens[place.last + 1 : place.last + 3]] == ["among", "them"]
    if among and place.first > mention.last and tokens[place.first - 1].text == ",":
        return True  # "hit four towns, X among them"
    last = target.last if target is not None else mention.last
    if place.first <= last:
        return False
    i = place.first - 1
    while i > last and i > place.first - _LIST and tokens[i].lower not in _INCLUDING:
        if [t.lower for t in tokens[i - 1 : i + 1]] == ["among", "them"]:
            return True
        if target is None:
            return False
        plain = tokens[i].text in {",", "and"} or tokens[i].lower in {"the", "of"} or not tokens[i].text.islower()
        if not plain and parse_singular(tokens[i].lower) not in words().divisions:
            return False
        i -= 1
    return target is not None and i > last and tokens[i].lower in _INCLUDING


_INCLUDING = frozenset({"including", "namely", "notably", "particularly"})
#: tokens from "including" to the last place of its list
_LIST = 16


def says_whence(mention: Mention, place: PlaceMention) -> bool:
    """Tell the second place of "from over the sea, west of the city of X", which says where from."""
    sentence = mention.sentence
    before = [p for p in sentence.places if p.last < place.first]
    if not before or before[-1].relation is None or before[-1].relation.kind is not RelationKind.FROM:
        return False
    verbs = any(before[-1].last < v.first < place.first for v in sentence.phrases.verbs)
    kind = place.relation.kind if place.relation is not None else None
    comma = sentence.sentence.tokens[before[-1].last + 1].text == ","
    return comma and not verbs and kind in {RelationKind.DISTANCE, RelationKind.NEAR}


def is_between(other: int, anchor: int, place: int) -> bool:
    """Tell whether another mention stands between one and a place."""
    return anchor < other <= place or place <= other < anchor
