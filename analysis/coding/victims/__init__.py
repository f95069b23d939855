"""Victims: how many people of which kind a noun group says.

`read_victims` turns one noun group with its complement ("19 of the group's members", "five police officers from Basra")
into a quantity, a nationality, a role and a named organisation, or None where the group is not about people. What
happened to them is not asked here, nor whether they are a list's first or last; see `lists`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims.kinds import Kind, is_bare, kind_of, quantity_in, state_words
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import noun_of_people, word_set
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.text.numbers import ORDINALS

__all__ = ["Victims", "quantity_in", "read_victims", "to_pronoun"]


@dataclass(frozen=True, slots=True)
class Victims:
    """People as one noun group says them; tokens first to last (inclusive), complement included."""

    quantity: Quantity
    nationality: str | None
    role: Role
    group: str | None
    first: int
    last: int
    #: says nothing of who they are: "25", "two others", "the two"
    elliptical: bool = False
    #: other people than those before: "two others", "another soldier"
    others: bool = False
    #: people spoken of before: "the contractor", "the two men"
    definite: bool = False
    #: a number or an article counts them; False for bare plurals, names and headline nouns
    counted: bool = True
    #: part of people named in the same breath: "two of the wounded"
    partitive: bool = False
    #: lower-case words of the name of a single person
    name: tuple[str, ...] = ()
    #: singular of the noun that says who they are
    noun: str = ""


_ARTICLES = frozenset({"a", "an", "one", "another"})
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "both"}
)
_NEVER = frozenset({"any", "every", "each", "either", "neither", "such", "what", "whatever", "which"})


def read_victims(reading: SentenceReading, group: NounGroup, *, certain: bool = False) -> Victims | None:
    """Read the people that a noun group says, or return None where it says none.

    `certain`: the words around leave no doubt that people are meant ("the murder of"), so that an unknown noun or name
    is taken for a person.
    """
    tokens = reading.sentence.tokens
    if group.temporal or tokens[group.first].lower in _NEVER:
        return None
    if tokens[group.head].lower in state_words() and group.first < group.head:
        people = noun_of_people(tokens, group.first, group.head - 1)  # "Eight Soldiers Killed", a headline in capitals
        group = group if people is None else replace(group, head=group.head - 1)
    who = _counted_by(reading, group)
    if who is not group and reading.phrases.tags[who.head] is Tag.PRONOUN:
        return _partitive(reading, group, who) if tokens[who.head].lower in {"them", "us", "whom"} else None
    if who is not group and is_bare(reading, who):  # "a family of five"
        kind = kind_of(reading, group, certain)
    else:
        kind = kind_of(reading, who, certain)
    if kind is None:
        return None
    if who is not group and kind.role is Role.UNSPECIFIED and tokens[group.head].lower == "family":
        kind = replace(kind, role=Role.CIVILIAN)  # "a family of four members"
    quantity = _quantity(reading, group, who, kind)
    if quantity is None:
        return None
    last = max(who.last, kind.last)
    outer = is_bare(reading, group) or quantity.start < tokens[group.last].end
    first = tokens[group.first if outer else who.first].lower
    state = tokens[who.head].lower in state_words() or kind.noun in {"victim", "casualty"}
    alone = kind.elliptical or is_bare(reading, who)
    nation = kind.nation or (nation_in(tokens, group.first, group.last) if who is not group else None)
    nation = nation or (_nation_of_regime(reading, group.first, last) if kind.role is Role.MILITARY else None)
    return Victims(
        quantity, nation, kind.role, kind.group, group.first, last, kind.elliptical, kind.others,
        definite=first in _DEFINITE or _possessed(reading, group),
        counted=first not in _DEFINITE and (quantity.start < tokens[who.head].start or alone),
        partitive=who is not group and (state or is_bare(reading, who)) and tokens[who.first].lower in _DEFINITE,
        name=kind.name,
        noun=kind.noun,
    )  # fmt: skip


def _nation_of_regime(reading: SentenceReading, first: int, last: int) -> str | None:
    """Return the state of "three regime soldiers", "members of the regime forces": the one that the source is about."""
    words = [t.lower for t in reading.sentence.tokens[first : last + 4]]
    inside, behind = words[: last + 1 - first], words[last + 1 - first :]
    named = "regime" in inside[1:] or behind[:2] == ["of", "regime"] or behind == ["of", "the", "regime"]
    return reading.country if named else None


def _possessed(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether an owner's 's makes the group definite ("Iraq's prime minister")."""
    tags = reading.phrases.tags
    return any(tags[i] is Tag.POSSESSIVE for i in range(group.first, group.head))


def to_pronoun(reading: SentenceReading, group: NounGroup) -> Victims:
    """Return the one person that "he" or "she" points back to."""
    quantity = _exactly_one(reading, group.first, group.first)
    return Victims(quantity, None, Role.UNSPECIFIED, None, group.first, group.last, definite=True, counted=False)


# ---- what is counted


def _counted_by(reading: SentenceReading, group: NounGroup) -> NounGroup:
    """Return the group after "of" where this one only counts or contains it ("dozens of", "19 of"), else the group."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = group.last + 1
    if i + 1 >= len(tokens) or tokens[i].lower != "of":
        return group
    inner = at[i + 1]
    if not isinstance(inner, NounGroup) or inner.first != i + 1:
        return group
    if tokens[inner.head].lower in _MULTIPLES and tokens[group.head].lower in {"tens", "hundreds"}:
        return _counted_by(reading, inner)  # "tens of thousands of people"
    if tokens[inner.head].lower in _COUNTS and tokens[group.head].lower in word_set("containers"):
        return _counted_by(reading, inner)  # "the bodies of dozens of people"
    if _is_of_body(reading, group, inner):
        return inner
    return inner if is_bare(reading, group) or tokens[group.head].lower in word_set("containers") else group


def _is_of_body(reading: SentenceReading, group: NounGroup, inner: NounGroup) -> bool:
    """Tell "two *Department of* Defence clerks", whose body has its name on both sides of the "of"."""
    tokens = reading.sentence.tokens
    named = tokens[group.head].text[0].isupper() and tokens[group.head].lower in word_set("bodies_of")
    many = quantity_in(reading, group.first, group.last) if named else None
    if many is None or many.high == 1 or inner.first == inner.head:
        return False
    return tokens[inner.first].text[0].isupper() and noun_of_people(tokens, inner.head, inner.head) is not None


_MULTIPLES = frozenset({"thousands", "hundreds"})
_COUNTS = _MULTIPLES | {"dozens", "scores", "tens", "number", "handful"}


def _partitive(reading: SentenceReading, group: NounGroup, who: NounGroup) -> Victims | None:
    """Read "two of them", "most of them"."""
    quantity = quantity_in(reading, group.first, group.last)
    if quantity is None:
        return None
    return Victims(quantity, None, Role.UNSPECIFIED, None, group.first, who.last, elliptical=True, partitive=True)


def _quantity(reading: SentenceReading, group: NounGroup, who: NounGroup, kind: Kind) -> Quantity | None:
    """Return how many: the number in the group, one for an article or a singular, two and more for a bare plural."""
    tokens = reading.sentence.tokens
    outer = quantity_in(reading, group.first, group.last) or quantity_in(reading, group.last + 1, who.first - 1)
    inner = quantity_in(reading, who.first, who.last) if who is not group else None
    some = reading.phrases.tags[group.head] is Tag.NUMBER and inner is not None  # "two of five workers"
    told = some or (tokens[group.first].lower in {"one", "two", "three"} and tokens[who.first].lower in _DEFINITE)
    if (
        inner is not None
        and not told
        and (outer is None or outer.low in {None, 1, 2, 3} or not is_bare(reading, group))
    ):  # not "one of the two"
        outer = inner
    if kind.noun == "couple" and (outer is None or outer.low != 2) and who is group:
        start, end = tokens[group.first].start, tokens[who.head].end
        return Quantity(2, 2, Qualifier.EXACT, reading.source.text[start:end], start, end)
    if tokens[group.first].lower == "both" and kind.plural and outer is None:
        start, end = tokens[group.first].start, tokens[group.first].end
        return Quantity(2, 2, Qualifier.EXACT, reading.source.text[start:end], start, end)
    if outer is not None and not (outer.low == 1 and outer.text.lower() in {"a", "an"} and kind.plural):
        return outer
    lower = tokens[group.first].lower
    one = lower == "the" and tokens[group.last].lower == "other" and group.last == group.first + 1
    if one or (lower == "another" and group.first == group.last):
        return _exactly_one(reading, group.first, group.last)
    if reading.phrases.tags[who.head] is Tag.NUMBER or tokens[who.head].lower in ORDINALS:
        ordinal = lower in {"a", "an", "the"} and tokens[who.head].lower in ORDINALS and not _is_share(reading, who)
        return _exactly_one(reading, group.first, who.head) if ordinal else None  # "a third was wounded"
    if lower in _ARTICLES and not kind.plural:
        return _exactly_one(reading, group.first, group.first)
    if lower in {"no", "all"}:
        return None
    if kind.plural:
        token = tokens[who.head]
        return Quantity(2, None, Qualifier.VAGUE, token.text, token.start, token.end)
    return _exactly_one(reading, group.first, who.head)


def _is_share(reading: SentenceReading, who: NounGroup) -> bool:
    """Tell "a third of whom" from "a third was wounded"."""
    words = [t.lower for t in reading.sentence.tokens[who.last + 1 : who.last + 3]]
    return words[:1] == ["of"] and words[1:] != ["the"]


def _exactly_one(reading: SentenceReading, first: int, last: int) -> Quantity:
    tokens = reading.sentence.tokens
    start, end = tokens[first].start, tokens[last].end
    return Quantity(1, 1, Qualifier.EXACT, reading.source.text[start:end], start, end)
