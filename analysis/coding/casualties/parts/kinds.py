"""Who all or most of the people of a figure are: "all of them civilians", "both guards", "mostly women"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.parts.anaphora import ANYBODY
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.text.forms import is_plural

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
    if tokens[i].lower in {"all", "both"} and i and reading.phrases.tags[i - 1] is Tag.PREPOSITION:
        return found  # "a base used by both Danish and Finnish forces"
    j = i + 1
    while j < len(tokens) and (tokens[j].lower in {"of", "them", "whom", "were", "are", "was"}):
        j += 1
    j += j == i + 1 and j < len(tokens) and tokens[j].lower in _SAID_TO_BE
    group = at[j] if j < len(at) else None
    share = tokens[i].lower in SHARES or (tokens[i].lower == "all" and tokens[i - 1].lower in _ALMOST)
    them = share and not {"them", "whom"}.isdisjoint(t.lower for t in tokens[i:j])
    several = them and whole.victims.quantity.low != 1 and not isinstance(group, NounGroup)
    told_of = isinstance(group, VerbGroup) and group.lemma in _OF_DEEDS
    graded = j < len(tokens) and tokens[j].lower in harm_set("severity")  # "nearly all of them slightly"
    if several and not told_of and (graded or _is_only_of(reading, whole, i)):
        some = replace(whole.victims, quantity=_open(reading, i), first=i, last=j - 1, counted=True, definite=False)
        return [*found, Figure(whole.outcome, some, i, i, "most of them", subset=True)]
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
    if tokens[i].lower in {"all", "both"} and not share:
        role = people.role if people.noun not in ANYBODY else whole.victims.role  # "all foreigners"
        told = replace(whole.victims, role=role, nationality=people.nationality or whole.victims.nationality,
                       group=people.group or whole.victims.group, elliptical=False)  # fmt: skip
        return [_with_kind(f, told) if f is whole or _is_bare_beside(f, whole) else f for f in found]
    quantity = _open(reading, i) if share else _largely(reading, i)
    if quantity is None or (share and not them):
        return found
    part = replace(people, quantity=quantity, first=i, counted=True)
    found = [f for f in found if f.victims.first != group.first]
    return [*found, Figure(whole.outcome, part, i, i, "most of them", subset=True)]


#: "nearly all of them" are most; "mostly *suspected* members"
_ALMOST = frozenset({"nearly", "almost", "virtually", "practically"})
_OF_DEEDS = frozenset({"claim", "blame", "attribute", "carry", "launch", "aim", "fire", "intercept", "down"})
_SAID_TO_BE = frozenset({"suspected", "alleged", "presumed", "supposed"})


def _is_only_of(reading: SentenceReading, whole: Figure, i: int) -> bool:
    """Tell whether "most of them" at token i can be of people only: nothing else in the plural stands before it."""
    between = (g for g in reading.phrases.nouns if whole.victims.last < g.first and g.last < i and not g.temporal)
    tokens = reading.sentence.tokens
    return tokens[i - 1].lower in {*_BEFORE, *_ALMOST} and not any(is_plural(tokens[g.head].lower) for g in between)


#: what stands between people and a word for a share of them
_BEFORE = frozenset({",", "(", "—", "–", "--", "the", "a", "vast", "great", "large"})
#: words for a share of people, whose number they leave open
SHARES = frozenset({"most", "half", "majority"})
LARGELY = frozenset({"mostly", "mainly", "chiefly", "largely"})


def with_those_among(reading: SentenceReading, found: Sequence[Figure]) -> list[Figure]:
    """Read "20 dead among the soldiers", "several hurt among its guards and Thai cooks": whose number it is."""
    told: list[Figure] = []
    for figure in found:
        bare = figure.victims.elliptical and figure.victims.role is Role.UNSPECIFIED and figure.victims.quantity.low
        group = reading.phrases.noun_behind(max(figure.last, figure.victims.last), "among", "amongst") if bare else None
        people = read_list(reading, group) if group is not None else []
        vague = figure.victims.quantity.qualifier is Qualifier.VAGUE
        if not people or any(v.counted for v in people) or (len(people) > 1 and not vague):
            told.append(figure)
            continue
        told.extend(_with_kind(figure, v, v.first if i else None) for i, v in enumerate(people))
    return told


def _largely(reading: SentenceReading, i: int) -> Quantity | None:
    """Return the open number of "mostly" right after a comma, dash or the people: "31 people, mostly women"."""
    token = reading.sentence.tokens[i]
    i -= i > 0 and reading.sentence.tokens[i - 1].lower == "also"
    before = reading.sentence.tokens[i - 1].lower if i else ""
    people = isinstance(reading.phrases.at[i - 1], NounGroup) if i else False
    if token.lower not in LARGELY or not (before in _DASHES or people):
        return None
    return _open(reading, i + (reading.sentence.tokens[i].lower == "also"))


def _open(reading: SentenceReading, i: int) -> Quantity:
    """Return the open number of a word that tells a share."""
    token = reading.sentence.tokens[i]
    return Quantity(None, None, Qualifier.VAGUE, token.text, token.start, token.end)


def _with_kind(figure: Figure, kind: Victims, first: int | None = None) -> Figure:
    """Give a figure the kind of other people, and leave it its number and its place, or that from token `first` on."""
    own = figure.victims
    place = (own.first, own.last) if first is None else (first, kind.last)
    told = replace(kind, quantity=own.quantity, first=place[0], last=place[1], counted=own.counted, definite=False)
    return replace(figure, victims=told)


def _is_bare_beside(figure: Figure, whole: Figure) -> bool:
    """Tell whether "all guards" also says who others are: "killed one and injured three, all security guards"."""
    victims = figure.victims
    plain = victims.elliptical and victims.role is Role.UNSPECIFIED and not figure.subset
    return plain and figure.outcome is not whole.outcome and victims.last < whole.victims.first
