"""Places that a text itself makes known: a name that stands after "in" once is a place wherever the text has it.

- after a preposition that places take ("in X", "near X", "outside X", "on the outskirts of X"), with nothing behind it
  that the name could belong to ("in Xenon tanks")
- beside a noun of kind, in a list or an apposition of places (`kinds`, `grammar`)

Refused: names that the gazetteer or the actors have, bodies, laws, feasts and whatever else people are "in", texts in
capitals, and texts that are about no country in which attacks are expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from analysis.language.actors.names import actor_names
from analysis.language.gazetteer import Entry, PlaceKind
from analysis.language.places.evidence import country_after
from analysis.language.places.grammar import find_told
from analysis.language.places.kinds import Unknown, find_name_end, kind_noun_at, printed_name
from analysis.language.places.names import country_names, division_names, large_towns, site_names, town_names
from analysis.language.text.names import NameIndex, looks_like_name
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("places")
_TAKEN = frozenset(_WORDS["taken"])
_BEFORE = frozenset(_WORDS["before_learned"])
_AFTER = frozenset(_WORDS["after_learned"])
_NO_PLACES = frozenset(_WORDS["no_learned"]) | frozenset(_WORDS["bodies"])
_AFTER_ENDINGS = ("ed", "ing")
#: the verbs among them: whoever "in X and Y said" is, Y is no place
_VERBS = frozenset(_WORDS["verbs_after_learned"])
#: what places have: "the mayor of X", "the outskirts of X"
_OWNED = frozenset(_WORDS["owned_by_places"])
_JOINING = frozenset({"between", "linking", "connecting"})
_LYING = frozenset(_WORDS["lying_between"])
_ROADS = frozenset(_WORDS["roads"])
#: letters of the shortest name that is learned
_SHORTEST = 4


def learn_places(sentences: Iterable[Sentence]) -> NameIndex[Entry] | None:
    """Read the names that a text makes places by its grammar; None where there are none."""
    learned: NameIndex[Entry] = NameIndex()
    for sentence in sentences:
        if sentence.capitals or sentence.headline:
            continue
        tokens = sentence.tokens
        for i in sentence.capitalised:
            if (i and tokens[i - 1].lower not in _TAKEN) or not looks_like_name(tokens[i]):
                continue
            for name in _names_at(tokens, i):
                learned.add(name.name, name)
    return learned if any(True for _ in learned.names()) else None


def learned_at(learned: NameIndex[Entry] | None, tokens: Sequence[Token], i: int) -> Unknown | None:
    """Return the learned name at token i, with no other name beside it, or None."""
    found = learned.match(tokens, i) if learned is not None else None
    if found is None or learned is None:
        return None
    last = found[0]
    end = find_name_end(tokens, i)
    if end != last or (i and tokens[i - 1].text[0].isupper() and tokens[i - 1].text.isalpha() and i > 1):
        return None
    if last + 1 < len(tokens) and (tokens[last + 1].lower in _NO_PLACES or _may_be_learned(tokens[last + 1])):
        return None
    return Unknown(i, last, found[1][0])


def _may_be_learned(token: Token) -> bool:
    return token.text[0].isupper() and token.lower not in _AFTER


def _names_at(tokens: Sequence[Token], i: int) -> Iterator[Entry]:
    """Yield the place at token i, and those that "and" or a comma joins to one after "in"."""
    name = _name_at(tokens, i)
    if name is not None:
        yield name
    last = find_name_end(tokens, i)
    on_road = i > 1 and tokens[i - 1].lower == "from" and tokens[i - 2].lower in _ROADS
    pair = on_road or tokens[i - 1].lower in _BEFORE | _JOINING
    while pair and last is not None and last + 2 < len(tokens) and tokens[last + 1].lower in {"and", ",", "to"}:
        if name is None and not (_is_placed(tokens, i) or _lies_between(tokens, i)):
            return
        if name is None and tokens[i - 1].lower in _JOINING and (first := _entry_of(tokens, i, last)) is not None:
            yield first
        i = last + 2
        last = find_name_end(tokens, i)
        if last is None:
            return
        listed = _entry_of(tokens, i, last)
        after = tokens[last + 1] if last + 1 < len(tokens) else None
        if listed is not None and (after is None or not after.text[0].isalpha() or after.lower in _AFTER - _VERBS):
            yield listed


def _lies_between(tokens: Sequence[Token], i: int) -> bool:
    """Tell "a convoy between X and Y", "exploded between X and Y" from a match or talks between two."""
    if i < 2 or tokens[i - 1].lower not in _JOINING:
        return False
    return tokens[i - 2].lower in _LYING or tokens[i - 2].lower.endswith("ed")


def _is_placed(tokens: Sequence[Token], i: int) -> bool:
    return any(index.match(tokens, i) for index in (site_names(), town_names(), large_towns(), division_names()))


def _name_at(tokens: Sequence[Token], i: int) -> Entry | None:
    """Return the place that the name at token i is made, or None."""
    last = find_name_end(tokens, i)
    entry = _entry_of(tokens, i, last) if last is not None else None
    if last is None or entry is None:
        return None
    told = _stands_in(tokens, i, last) or _has_noun(tokens, i, last) or find_told(tokens, i) is not None
    return entry if told else None


def _entry_of(tokens: Sequence[Token], i: int, last: int) -> Entry | None:
    """Return the town that an unknown name may be, or None for what is known or is no name of a place."""
    if _has_known_name(tokens, i):
        return None
    name = printed_name(tokens[i : last + 1])
    if len(name) < _SHORTEST or name.replace(".", "").isupper():
        return None
    if any(tokens[j].lower in _NO_PLACES for j in range(i, last + 1)):
        return None
    return Entry(name, PlaceKind.TOWN, country_after(tokens, last))


def _has_known_name(tokens: Sequence[Token], i: int) -> bool:
    indices = (site_names(), country_names(), town_names(), large_towns(), division_names())
    return any(index.match(tokens, i) for index in indices) or actor_names().match(tokens, i) is not None


def _stands_in(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell "in X", "near X" with nothing behind that the name could be a part of."""
    owned = tokens[i - 1].lower == "of" and i > 1 and tokens[i - 2].lower in _OWNED
    close = tokens[i - 1].lower == "to" and i > 1 and tokens[i - 2].lower in {"close", "next", "adjacent"}
    if tokens[i - 1].lower not in _BEFORE and not (owned or close):
        return False
    if last + 1 >= len(tokens):
        return True
    after = tokens[last + 1]
    if not after.text[0].isalnum():
        return after.text[0] not in "-'’"
    return after.lower in _AFTER or (after.text.islower() and after.lower.endswith(_AFTER_ENDINGS))


def _has_noun(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell "the town of X" and "X village"."""
    noun = kind_noun_at(tokens, i - 2) if i > 1 and tokens[i - 1].lower in {"of", "called", "named"} else None
    noun = noun or kind_noun_at(tokens, last + 1)
    return noun is not None and noun.kind in {PlaceKind.TOWN, PlaceKind.NEIGHBORHOOD}
