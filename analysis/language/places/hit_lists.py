"""Lists of names that are places because of what is done to them: "shelling by the army on X, Y and the vicinity of Z".

A list is names with "and" or commas between, perhaps each with words for a place around it ("the village of X", "Y
town"). What leads to it is a verb that only places suffer ("shelled"), or "on", "at", "of" behind a noun or a verb of
fire, whose doer and weapon may stand between ("bombardment with rockets by the army on"). Lists behind what people
suffer too ("the attack on", "targeting") count where they say that they lie somewhere ("in Idlib") or name a kind of
place. A list that holds an actor's name, a demonym or a date is none.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.actors.names import ActorKind, actor_names
from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import PlaceKind
from analysis.language.places.kinds import find_name_end, kind_noun_at
from analysis.language.places.names import country_names, division_names
from analysis.language.text.names import looks_like_name
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("places")
_LEVELLED, _HIT = frozenset(_WORDS["levelled"]), frozenset(_WORDS["hit_places"])
_FIRE, _FIRING = frozenset(_WORDS["fire_nouns"]), frozenset(_WORDS["fire_verbs"])
_RAIDS = frozenset(_WORDS["raids"])
_PARTS = frozenset(part for part in _WORDS["parts"] if " " not in part)
_AROUND = frozenset(_WORDS["around_listed"])
_DOING = frozenset(_WORDS["doing"])
_EDGES = frozenset({"vicinity", "outskirts", "surroundings", "perimeter"})
_ONTO = frozenset({"on", "at", "against", "onto", "towards", "toward"})
_LAND = frozenset({"countryside", "province", "governorate", "region", "district"})
_STOPS = frozenset({",", ";", ":", ".", "(", "that", "which", "who", "when"})
#: tokens searched for both ends of a list, and from its preposition to the noun or verb of fire
_LONGEST, _REACH = 30, 14


def is_in_hit_list(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell whether the name in tokens i to last stands in a list of places that something is done to."""
    first, left, kinds = _left_end(tokens, i)
    end, right, more = _right_end(tokens, last + 1)
    if not left + right or first == 0:
        return False
    strength = _lead(tokens, first - 1)
    located = kinds or more or _lies_somewhere(tokens, end)
    return strength == _SURE or (strength == _LIKELY and located)


_SURE, _LIKELY = 2, 1


def _left_end(tokens: Sequence[Token], i: int) -> tuple[int, int, bool]:
    """Return the first token of the list that goes on at token i, the names before i, and if a kind is named."""
    first, names, kinds, j = i, 0, False, i - 1
    while j >= max(0, i - _LONGEST):
        word = tokens[j]
        if looks_like_name(word):
            if _is_nobodys(tokens, j):
                return i, 0, False
            names += j == 0 or not looks_like_name(tokens[j - 1])
        elif word.lower in _AROUND:
            kinds = kinds or kind_noun_at(tokens, j) is not None
        elif word.text not in {",", "and"}:
            break
        first, j = j, j - 1
    while first < i and tokens[first].text in {",", "and"}:
        first += 1
    return first, names, kinds


def _right_end(tokens: Sequence[Token], i: int) -> tuple[int, int, bool]:
    """Return the token after the list that goes on at token i, the names from i on, and if a kind is named."""
    names, kinds, joined = 0, False, False
    end, j = i, i
    while j < min(len(tokens), i + _LONGEST):
        word = tokens[j]
        if word.text in {",", "and"}:
            joined = True
        elif word.lower in _AROUND:
            kinds = kinds or kind_noun_at(tokens, j) is not None
            end = j + 1
        else:
            last = find_name_end(tokens, j) if joined else None
            if last is None or _is_nobodys(tokens, j):
                break
            names, joined, j = names + 1, False, last
            end = j + 1
        j += 1
    return end, names, kinds


def _lead(tokens: Sequence[Token], i: int) -> int:
    """Return how surely what stands at token i, right before a list, makes it one of places; 0 for not at all."""
    word = tokens[i].lower
    if word in _LEVELLED:
        return _SURE
    if word in _HIT:
        return _SURE if word.endswith("ing") and _follows_fire(tokens, i) else _LIKELY
    if word == "of" and i and tokens[i - 1].lower in _FIRE:
        return _SURE
    if word in {"in", "at"}:
        return _LIKELY if any(t.lower in _EDGES for t in tokens[i + 1 : i + 3]) else 0
    if word not in _ONTO or i == 0:
        return 0
    if tokens[i - 1].lower in _FIRE:
        return _SURE
    for j in range(i - 1, max(-1, i - _REACH), -1):
        before = tokens[j].lower
        if before in _STOPS:
            return 0
        if before in _FIRING:
            return _SURE if word != "against" else _LIKELY
        if before in _FIRE and tokens[j + 1].lower in _DOING:
            return _SURE
        if before in _RAIDS and (j == i - 1 or tokens[j + 1].lower in _DOING):
            return _LIKELY
    return 0


def _follows_fire(tokens: Sequence[Token], i: int) -> bool:
    """Tell "shelled positions in the hills, targeting X and Y": the participle says which places those were."""
    return tokens[i - 1].text == "," and any(t.lower in _LEVELLED or t.lower in _FIRE for t in tokens[:i])


def is_fired_on(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name behind the "on" of what is done to places, whoever did it: "an attack by a drone on X"."""
    return i > 1 and tokens[i - 1].lower == "on" and _lead(tokens, i - 1) > 0


def _lies_somewhere(tokens: Sequence[Token], i: int) -> bool:
    """Tell "X and Y in Idlib", "X and Y and their outskirts in the southern countryside"."""
    for j in range(i, min(i + _OUTSKIRTS, len(tokens) - 1)):
        if tokens[j].lower == "in":
            return is_larger(tokens, j + 1)
        if tokens[j].lower not in _OWN_LAND:
            return False
    return False


_OUTSKIRTS = 4
_OWN_LAND = frozenset({"and", "their", "its", "outskirts", "surroundings"})


def _is_nobodys(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name that is no place's: that of somebody in arms, a people's."""
    if is_demonym(tokens[i]):
        return True
    found = actor_names().match(tokens, i)
    return found is not None and found[1][0].actor.kind is not ActorKind.STATE


def is_larger(tokens: Sequence[Token], i: int) -> bool:
    """Tell a larger place at token i: "Idlib", "the Quneitra region", "northern Syria"."""
    i += tokens[i].lower == "the"
    if i >= len(tokens) or tokens[i].lower in _PARTS:
        return i < len(tokens)
    if tokens[i].lower in _LAND and i + 1 < len(tokens) and tokens[i + 1].lower == "of":
        return True  # "the countryside of X"
    if country_names().match(tokens, i) or division_names().match(tokens, i):
        return tokens[i].text[0].isupper()
    last = find_name_end(tokens, i)
    noun = kind_noun_at(tokens, last + 1) if last is not None else None
    return noun is not None and noun.kind in {PlaceKind.PROVINCE, PlaceKind.DISTRICT}
