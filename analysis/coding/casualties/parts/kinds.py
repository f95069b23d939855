"""Who all or most of the people of a figure are: "all of them civilians", "both guards", "mostly women"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.parts.anaphora import ANYBODY
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.language.grammar.phrases import NounGroup
from analysis.language.quantities import Qualifier, Quantity

_DASHES = frozenset({":", "-", "–", "—", "--", "(", ","})


def whole_before(reading: SentenceReading, found: Sequence[Figure], i: int) -> Figure | None:
    """Return the last figure before token i that is no part itself."""
    whole = [f for f in found if f.victims.last < i and not f.subset and f.victims.quantity.low != 0]
    near = max(whole, key=lambda f: f.victims.last, default=None)
    if near is not None and all(t.lower in _BEFORE for t in reading.sentence.tokens[near.victims.last + 1 : i]):
        return near  # "141 others, the majority of them women, were abducted"
    told = [f for f in whole if f.last < i] or whole
    return max(told, key=lambda f: f.victims.last, default=None)


def all_of_them(reading: SentenceReading, found: list[Figure], i: int) -> list[Figure]:
    """Read "all of them civilians", "all civilians", "most of them demonstrators"."""
    whole = whole_before(reading, found, i)
    if whole is None:
        return found
    tokens, at = reading.sentence.tokens, reading.phrases.at
    j = i + 1
    while j < len(tokens) and (tokens[j].lower in {"of", "them", "whom", "were", "are", "was"}):
        j += 1
    group = at[j] if j < len(at) else None
    if not isinstance(group, NounGroup) or (j == i + 1 and group.head == i):
        return found
    if group.first == i:  # "all security guards"
        group = NounGroup(i + 1, group.last, group.head, group.preposition, group.bare, group.temporal)
    people = read_victims(reading, group)
    if (
        people is None
        or people.elliptical
        or people.definite
        or (people.counted and tokens[i].lower not in {"all", "both"})
    ):
        return found
    if tokens[i].lower in {"all", "both"}:
        role = people.role if people.noun not in ANYBODY else whole.victims.role  # "all foreigners"
        told = replace(whole.victims, role=role, nationality=people.nationality or whole.victims.nationality,
                       group=people.group or whole.victims.group, elliptical=False)  # fmt: skip
        return [_with_kind(f, told) if f is whole or _is_bare_beside(f, whole) else f for f in found]
    share = tokens[i].lower in SHARES
    quantity = _open(reading, i) if share else _largely(reading, i)
    if quantity is None or (share and {"them", "whom"}.isdisjoint(t.lower for t in tokens[i:j])):
        return found
    part = replace(people, quantity=quantity, first=i, counted=True)
    found = [f for f in found if f.victims.first != group.first]
    return [*found, Figure(whole.outcome, part, i, i, "most of them", subset=True)]


#: what stands between people and a word for a share of them
_BEFORE = frozenset({",", "(", "—", "–", "--", "the", "a", "vast", "great", "large"})
#: words for a share of people, whose number they leave open
SHARES = frozenset({"most", "half", "majority"})
LARGELY = frozenset({"mostly", "mainly", "chiefly", "largely"})


def _largely(reading: SentenceReading, i: int) -> Quantity | None:
    """Return the open number of "mostly" right after a comma, dash or the people: "31 people, mostly women"."""
    token, before = reading.sentence.tokens[i], reading.sentence.tokens[i - 1].lower if i else ""
    people = isinstance(reading.phrases.at[i - 1], NounGroup) if i else False
    if token.lower not in LARGELY or not (before in _DASHES or people):
        return None
    return _open(reading, i)


def _open(reading: SentenceReading, i: int) -> Quantity:
    """Return the open number of a word that tells a share."""
    token = reading.sentence.tokens[i]
    return Quantity(None, None, Qualifier.VAGUE, token.text, token.start, token.end)


def _with_kind(figure: Figure, kind: Victims) -> Figure:
    """Give a figure the kind of other people, and leave it its number and its place."""
    own = figure.victims
    return replace(figure, victims=replace(kind, quantity=own.quantity, first=own.first, last=own.last))


def _is_bare_beside(figure: Figure, whole: Figure) -> bool:
    """Tell whether "all guards" also says who others are: "killed one and injured three, all security guards"."""
    victims = figure.victims
    plain = victims.elliptical and victims.role is Role.UNSPECIFIED and not figure.subset
    return plain and figure.outcome is not whole.outcome and victims.last < whole.victims.first
