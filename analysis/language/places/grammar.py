"""Names that no gazetteer has and no noun of kind stands beside, made places by the grammar around them.

- in a list of what is shelled (`hit_lists`)
- in a list after a plural noun of kind ("the villages of X, Y and Z"), or before one ("X, Y and other settlements")
- with a noun of kind in apposition ("X, a village in the hills")
- with a distance or a direction after a comma ("X, about 30 miles from the port of Y", "X, north of Y")
- with a larger place after a comma ("in X, Helmand province", "in X, Somalia") or "in" ("at X in the Y region")
- near which something lies ("near X in"), to which a road leads ("on the road to X in Y")

All of them are towns: what is larger or a site of its own is named with its noun. A name of more than four words, one
that is a people's, and one in a text of capitals, where all words look like names, are refused.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.gazetteer import Entry, PlaceKind
from analysis.language.places.hit_lists import is_in_hit_list, is_larger
from analysis.language.places.kinds import Unknown, find_name_end, kind_noun_at, printed_name
from analysis.language.text.names import looks_like_name
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("places")
_PLURALS = frozenset(_WORDS["plural_kinds"])
_NEARLY = frozenset(_WORDS["nearly"])
_DIRECTIONS = frozenset(_WORDS["directions"])
_LENGTHS = frozenset(_WORDS["lengths"])
_BEFORE = frozenset(_WORDS["before_told"])
_LEVELLED, _RAIDS = frozenset(_WORDS["levelled"]), frozenset(_WORDS["raids"])
_HIT = frozenset(_WORDS["hit_places"])
_ROADS = frozenset(_WORDS["roads"])
#: tokens searched from a name to the noun that opens or ends its list, and in an apposition
_LIST, _APPOSITION = 16, 6


def find_told(tokens: Sequence[Token], i: int) -> Unknown | None:
    """Return the unknown name at token i that the words around it make a town, or None."""
    opened = i == 1 and tokens[0].lower in _BEFORE  # "At X, in the Y region, …"
    if i and tokens[i - 1].text[0].isupper() and tokens[i - 1].text.isalpha() and not opened:
        return None
    road = _road_at(tokens, i)
    if road is not None:
        return road
    last = find_name_end(tokens, i)
    if last is None:
        return None
    told = (
        _is_near(tokens, i, last + 1)
        or _is_list_in(tokens, i, last)
        or (i > 0 and is_in_hit_list(tokens, i, last))
        or (i == 0 and _has_kind(tokens, last + 1, whole=True))
        or _is_listed_name(tokens, i)
        or _is_listed_before(tokens, last + 1)
        or (_is_placed(tokens, i) and (_has_kind(tokens, last + 1) or _has_distance(tokens, last + 1)))
        or (_is_behind_preposition(tokens, i) and (_is_within(tokens, last + 1) or _lies_off(tokens, last + 1)))
        or _is_nearby(tokens, i)
        or _is_on_way(tokens, i, last)
    )
    return Unknown(i, last, Entry(printed_name(tokens[i : last + 1]), PlaceKind.TOWN)) if told else None


def find_within(tokens: Sequence[Token], i: int) -> Unknown | None:
    """Return the unknown name at token i of a text of capitals that a larger place follows: "IN X, Y DEPARTMENT"."""
    last = find_name_end(tokens, i, capitals=True) if _is_behind_preposition(tokens, i) else None
    if last is None or last + 2 >= len(tokens) or tokens[last + 1].text != "," or last - i > 2:
        return None
    words = {t.lower for t in tokens[i : last + 1]}
    if words & _LENGTHS or words & _DIRECTIONS or not is_larger(tokens, last + 2):
        return None
    return Unknown(i, last, Entry(printed_name(tokens[i : last + 1]), PlaceKind.TOWN))


def _road_at(tokens: Sequence[Token], i: int) -> Unknown | None:
    """Read "the X-Y road" as the two places that it links."""
    if i + 1 >= len(tokens) or tokens[i + 1].lower not in _ROADS:
        return None
    ends = tokens[i].text.split("-")
    if len(ends) != 2 or not all(len(end) > _ARTICLE and end[0].isupper() and end[1:].islower() for end in ends):
        return None
    return Unknown(i, i + 1, Entry(";".join(ends), PlaceKind.TOWN))


#: letters of the longest article before a hyphen ("al-", "ash-")
_ARTICLE = 3


def _is_placed(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name after a preposition of place or a verb of doing: "at X", "attacked X"; not the first word."""
    before = tokens[i - 1].lower if i else ""
    return before in _BEFORE or before.endswith("ed")


def _is_behind_preposition(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name after a preposition that no person stands after."""
    return i > 0 and tokens[i - 1].lower in {"in", "at", "near", "outside", "inside", "around"}


def _is_nearby(tokens: Sequence[Token], i: int) -> bool:
    """Tell "on nearby X", "in neighboring X", "attacked nearby X"."""
    return i > 1 and tokens[i - 1].lower in _BESIDE and _is_placed(tokens, i - 1)


_BESIDE = frozenset({"nearby", "neighboring", "neighbouring", "adjacent"})


def _is_on_way(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell both names of "a convoy travelling from X to Y", "the road from X to Y"."""
    if i < 2 or last + 2 >= len(tokens):
        return False
    before = tokens[i - 1].lower
    if before == "from":
        goes = tokens[last + 1].lower == "to" and looks_like_name(tokens[last + 2])
        return goes and tokens[i - 2].lower in _GOING
    j = i - 2
    while j > max(0, i - _NAME) and looks_like_name(tokens[j]):
        j -= 1
    return before == "to" and j < i - 2 and tokens[j].lower == "from" and tokens[j - 1].lower in _GOING


_GOING = frozenset(_WORDS["going"])
#: tokens of the name between "from" and "to", with both
_NAME = 6


def _is_near(tokens: Sequence[Token], i: int, after: int) -> bool:
    """Tell "near X in", "at X in the Y region", "on the road to X in Y": what lies somewhere is a place."""
    if after + 1 >= len(tokens) or tokens[after].lower != "in" or i == 0:
        return False
    if tokens[i - 1].lower in {"near", "outside"}:
        return True
    hit = _is_attacked(tokens, i) or tokens[i - 1].lower in {"hit", "struck"}
    told = _is_behind_preposition(tokens, i) or _is_on_road(tokens, i) or hit
    return told and is_larger(tokens, after + 1)


def _is_list_in(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell a name in a list that lies somewhere, after what is done to places: "struck X, Y and Z in Idlib"."""
    first, end = i, last
    while first > 1 and tokens[first - 1].text in {",", "and"} and looks_like_name(tokens[first - 2]):
        first -= 2
        while first > 0 and looks_like_name(tokens[first - 1]):
            first -= 1
    while end + 2 < len(tokens) and tokens[end + 1].text in {",", "and"}:
        following = find_name_end(tokens, end + 2)
        if following is None:
            break
        end = following
    edge = [t.lower for t in tokens[end + 1 : end + 5]] == ["and", "the", "outskirts", "of"]
    if first > 0 and edge and (tokens[first - 1].lower in _HIT or _is_attacked(tokens, first)):
        return True  # "shelled X, Y and the outskirts of Z"
    if (first, end) == (i, last) or first == 0 or end + 2 >= len(tokens) or tokens[end + 1].lower != "in":
        return False
    hit = tokens[first - 1].lower in _HIT or _is_attacked(tokens, first)
    return hit and any(tokens[j].text == "and" for j in range(first, end)) and is_larger(tokens, end + 2)


def _is_attacked(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name after "raids on" or "shelled": places have those done to them."""
    before = tokens[i - 1].lower
    return before in _LEVELLED or (i > 1 and before == "on" and tokens[i - 2].lower in _RAIDS)


def _is_on_road(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name after "on the road to"."""
    return i > 2 and tokens[i - 1].lower == "to" and tokens[i - 2].lower in _ROADS


def _is_listed_name(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name in a list that a plural noun of kind opens: "the villages of X and Y", "towns X, Y"."""
    j = i - 1
    while j > max(0, i - _LIST) and (tokens[j].text in {",", "and"} or looks_like_name(tokens[j])):
        j -= 1
    if j > 0 and tokens[j].text == "of":
        j -= 1
    front = j > 1 and [t.lower for t in tokens[j - 2 : j + 1]] == ["on", "the", "front"]
    return front or (j >= 0 and tokens[j].lower in _PLURALS)


def _is_listed_before(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name in a list that ends with such a noun: "X, Y and other settlements", "X, Y and Z villages"."""
    joined = i > 1 and _ends_list(tokens, i - 1)
    for j in range(i, min(i + _LIST, len(tokens))):
        word = tokens[j]
        if word.text == "and" and j + 2 < len(tokens) and tokens[j + 1].lower in _MORE:
            return tokens[j + 2].lower in _PLURALS
        if word.lower in _PLURALS and (word.text.islower() or word.text.istitle()):
            return joined
        joined = joined or word.text == "and"
        if word.text not in {",", "and"} and not looks_like_name(word):
            return False
    return False


_MORE = frozenset({"other", "nearby", "surrounding", "neighbouring", "neighboring"})


def _ends_list(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "and" stands before the name that ends at token i."""
    while i > 0 and looks_like_name(tokens[i]):
        i -= 1
    return tokens[i].text == "and"


def _has_kind(tokens: Sequence[Token], i: int, *, whole: bool = False) -> bool:
    """Tell an apposition that says what a name is: ", a village in", ", the largest town of".

    whole: the noun must be all that the apposition names, unlike the one of "Adler, a town councillor".
    """
    if i + 2 >= len(tokens) or tokens[i].text != "," or tokens[i + 1].lower not in {"a", "an", "the"}:
        return False
    for j in range(i + 2, min(i + 2 + _APPOSITION, len(tokens))):
        noun = kind_noun_at(tokens, j)
        if noun is not None:
            after = tokens[noun.last + 1].lower if noun.last + 1 < len(tokens) else ""
            return not whole or after in _BEFORE | {
                ",",
                "north",
                "south",
                "east",
                "west",
                "where",
                "that",
                "which",
                "about",
                "some",
            }
        if not (tokens[j].text[0].isalpha() and tokens[j].text.islower()) or tokens[j].lower in _BEFORE:
            return False
    return False


def _has_distance(tokens: Sequence[Token], i: int) -> bool:
    """Tell a distance or a direction after a comma: ", about 30 miles from", ", north of"."""
    if i >= len(tokens) or tokens[i].text not in {",", "("}:
        return False
    j = i + 1
    while j < min(i + _APPOSITION, len(tokens) - 1) and (tokens[j].lower in _NEARLY or tokens[j].text[0].isdigit()):
        j += 1
    if j + 1 < len(tokens) and tokens[j].lower in _LENGTHS and tokens[j - 1].text != tokens[i].text:
        return True
    return j + 1 < len(tokens) and tokens[j].lower in _DIRECTIONS and tokens[j + 1].lower == "of"


def _lies_off(tokens: Sequence[Token], i: int) -> bool:
    """Tell a direction right behind a name: "in X north of Y", "in X eastern of Y"."""
    if i + 2 >= len(tokens) or tokens[i + 1].lower != "of":
        return False
    return tokens[i].lower in _DIRECTIONS and tokens[i + 2].text[0].isupper()


def _is_within(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name with a larger place after a comma: "X, Helmand province", "X, in Kivu", "X, Somalia"."""
    if i + 3 < len(tokens) and tokens[i].text == "," and tokens[i + 1].lower in {"on", "along"}:
        return tokens[i + 2].lower == "the" and tokens[i + 3].lower in _ROADS  # "at X, on the road between"
    if i + 2 >= len(tokens) or tokens[i].text != ",":
        return i + 1 < len(tokens) and tokens[i].text == "," and is_larger(tokens, i + 1)
    return is_larger(tokens, i + 1 + (tokens[i + 1].lower == "in"))
