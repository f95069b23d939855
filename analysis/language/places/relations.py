"""How the words before a place relate it to what is told: in it, near it, so many kilometres northwest of it.

Read backwards from the place, over what may stand between ("the Iraqi city of"), to the first preposition. Words that
fit nothing end the search: the relation is then None, never a guess.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from analysis.language.actors.states import is_demonym
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


class RelationKind(StrEnum):
    """The kinds of relation; `of` is a bare "of" that says neither."""

    IN = "in"
    NEAR = "near"
    DISTANCE = "distance"
    BETWEEN = "between"
    BORDER = "border"
    TOWARD = "toward"
    FROM = "from"
    OVER = "over"
    OFF = "off"
    OF = "of"


@dataclass(frozen=True, slots=True)
class Relation:
    """The words that relate a place, as printed from `start` to `end`; km and compass direction where they are said."""

    kind: RelationKind
    start: int
    end: int
    #: the preposition or phrase, in lower case
    words: str
    km: float | None = None
    #: N, NE, E … from the place to what is told
    direction: str | None = None


_WORDS = read_vocabulary("places")
_PHRASES: dict[tuple[str, ...], RelationKind] = {
    tuple(phrase.split()): RelationKind(kind) for kind, phrases in _WORDS["relations"].items() for phrase in phrases
}
#: how many words the phrases with a last word have, the most first
_SIZES = {
    last: sorted({len(phrase) for phrase in _PHRASES if phrase[-1] == last}, reverse=True)
    for last in {phrase[-1] for phrase in _PHRASES}
}
_BETWEEN = frozenset(_WORDS["between_words"]) | frozenset(_WORDS["village_titles"]) | frozenset(_WORDS["peoples"])
_DIRECTIONS: dict[str, str] = _WORDS["directions"]
_LENGTHS: dict[str, float] = _WORDS["lengths"]
QUARTERS = frozenset({"district", "area", "neighborhood", "neighbourhood", "quarter", "suburb", "section", "borough"})
_TOWNS = frozenset(
    {
        "city",
        "town",
        "village",
        "hamlet",
        "settlement",
        "suburb",
        "district",
        "neighborhood",
        "neighbourhood",
        "area",
        "zone",
    }
)
_DETERMINERS = frozenset({"the", "a", "an", "its", "their"})
_HELD = ("-held", "-controlled", "-run", "-majority", "-rich", "-occupied", "-administered", "-annexed", "-populated")
#: words searched backwards from the place
_REACH = 9


_QUOTES = frozenset({'"', "“", "‘"})


def find_relation(tokens: Sequence[Token], first: int) -> Relation | None:
    """Return the relation of the place whose name begins at token `first`."""
    while first > 0 and tokens[first - 1].text in _QUOTES:
        first -= 1  # "in the “Thule” area"
    named = owned = described = False
    for j in range(first - 1, max(-1, first - 1 - _REACH), -1):
        word = tokens[j].lower
        named = named or (word in QUARTERS and j < first - 1)
        if word in _SIZES:
            relation = _phrase_at(tokens, j)
            if relation:
                return relation
        if word == "of":
            relation = _distance_at(tokens, j)
            if relation:
                return relation
            if j == first - 1 and (j == 0 or tokens[j - 1].lower not in _BETWEEN):
                return Relation(RelationKind.OF, tokens[j].start, tokens[j].end, "of")
        owner = j + 1 < first and tokens[j + 1].text in {"'s", "’s"} and tokens[j].text[0].isupper()
        if owner or (owned and tokens[j].text[0].isupper()):
            owned = True  # "in Nigeria's Yobe state"
            continue
        if named and (tokens[j].text[0].isupper() or tokens[j].text[0].isdigit()):
            continue  # "in the Zone 18 district of Guatemala City"
        described = word in _TOWNS or (described and word not in _DETERMINERS)
        named_so = tokens[j].text.isalpha() and tokens[j + 1].lower in _TOWNS
        if described and (tokens[j].text.islower() or named_so) and word not in _TOWNS and word not in _BETWEEN:
            continue  # "in the fishing village of X", "in the Christian village of X"
        if not (word in _BETWEEN or word in _DIRECTIONS or word.endswith(_HELD) or is_demonym(tokens[j])):
            return None
    return None


def _phrase_at(tokens: Sequence[Token], j: int) -> Relation | None:
    """Return the relation whose longest phrase ends at token j."""
    for size in _SIZES[tokens[j].lower]:
        first = max(j - size + 1, 0)
        words = tuple([t.lower for t in tokens[first : j + 1]])
        if words in _PHRASES:
            return Relation(_PHRASES[words], tokens[first].start, tokens[j].end, " ".join(words))
    return None


def _distance_at(tokens: Sequence[Token], j: int) -> Relation | None:
    """Return the relation of "(15 km) northwest of" whose "of" is token j."""
    if j == 0 or tokens[j - 1].lower not in _DIRECTIONS:
        return None
    first = j - 1
    direction = _DIRECTIONS[tokens[first].lower]
    if first and tokens[first - 1].lower in {"to", "the", "just"}:
        first -= 1
    words = f"{tokens[j - 1].lower} of"
    for k in range(first, max(0, first - 9), -1):
        length = _length_at(tokens, k)
        if length is not None:
            start, km = length
            return Relation(RelationKind.DISTANCE, tokens[start].start, tokens[j].end, words, km, direction)
    return Relation(RelationKind.DISTANCE, tokens[j - 1].start, tokens[j].end, words, None, direction)


def _length_at(tokens: Sequence[Token], k: int) -> tuple[int, float] | None:
    """Return the first token and the kilometres of "15 km" whose unit is token k."""
    per_unit = _LENGTHS.get(tokens[k].lower)
    if per_unit is None or k == 0:
        return None
    try:
        number = float(tokens[k - 1].text.replace(",", ""))
    except ValueError:
        return None
    other = _length_at(tokens, k - 3) if k > 3 and tokens[k - 2].text == "(" else None
    return other or (k - 1, round(number * per_unit, 3))
