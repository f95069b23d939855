"""What kind of people a noun group says: role, nationality, organisation, name.

The head noun decides, then the body that the people belong to, then the words before the head. A name is a person's
only where no list knows it for something else. How many they are is not asked here.
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, IRREGULAR_ROLES, Role
from analysis.coding.victims.ages import past_age
from analysis.coding.victims.allies import noun_shared_with_allies
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.names import is_known, is_name
from analysis.coding.victims.nations import nation_at, nation_in, nations_in
from analysis.coding.victims.people import (
    has_trade,
    is_plural_noun,
    is_thing,
    may_be_people,
    noun_of_people,
    role_by_words,
    word_set,
)
from analysis.coding.victims.ranks import rank_or_title, ranked_beside_bracket
from analysis.coding.victims.roles import to_role
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Quantity, QuantityKind
from analysis.language.text.numbers import ORDINALS


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of people; `last` is the last token of the complement that tells it."""

    role: Role
    noun: str
    plural: bool
    nation: str | None
    group: str | None
    last: int
    elliptical: bool = False
    others: bool = False
    name: tuple[str, ...] = ()


_SINGLE = frozenset({"a", "an", "one", "another", "1"})
_NO_COUNT = frozenset({QuantityKind.ORDINAL, QuantityKind.OTHER})


def quantity_in(reading: SentenceReading, first: int, last: int) -> Quantity | None:
    """Return the first quantity with words in tokens first to last (inclusive), or None."""
    for mention in reading.quantities:
        if mention.first > last:
            break
        if mention.last >= first and mention.kind not in _NO_COUNT:
            return mention.quantity
    return None


def is_bare(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group only counts: "25", "several", "the two"."""
    return reading.phrases.tags[group.head] in {Tag.NUMBER, Tag.DETERMINER} or (
        reading.sentence.tokens[group.head].lower in {"several", "some", "most", "half", "many", "few"}
    )


def state_words() -> frozenset[str]:
    """Return the words that stand for people by their state ("the dead")."""
    return word_set("states")


def kind_of(reading: SentenceReading, who: NounGroup, certain: bool) -> Kind | None:
    """Return the kind of people that a noun group says, or None where it says none."""
    tokens, tags = reading.sentence.tokens, reading.phrases.tags
    lower = tokens[who.head].lower
    before = [t.lower for t in tokens[who.first : who.head]]
    counted = before[before.index("than") + 1 :] if "than" in before else before  # "more than ten other soldiers"
    others = lower in {"others", "other", "more"} or not word_set("others").isdisjoint(counted)
    others = others or (before[:1] == ["a"] and before[-1] in ORDINALS)  # "a third individual"
    if lower in {"others", "other"} or is_bare(reading, who) or lower in state_words() | ORDINALS:
        role = role_by_words(before) or Role.UNSPECIFIED
        nation = nation_in(tokens, who.first, who.head)
        plain = nation is None and role is Role.UNSPECIFIED
        last = _complement(reading, who) if plain else who.last
        body = membership_in(reading, who.last + 1, last) if last > who.last else None
        if body is not None and body.role is not None:  # "five from the Federal Police"
            group = body.name if body.named else None
            return Kind(body.role, lower, True, body.country, group, last, others=others)
        if last > who.last and tokens[who.last + 1].lower == "from" and not is_plural_noun(tokens[last].lower):
            home = nation_in(tokens, who.last + 2, last)  # "three Danish guards and one *from Norway*"
            end = last if home else who.last
            return Kind(role, lower, True, home, None, end, elliptical=True, others=others)
        return Kind(role, lower, True, nation, None, who.last, elliptical=plain, others=others)
    noun = noun_of_people(tokens, who.first, who.head)
    if noun is not None:
        return _by_noun(reading, who, noun[0], noun[1], others)
    named = None if is_thing(lower) else _person_named(reading, who, certain)
    if named is not None:
        return named
    people = nation_at(tokens, who.head)
    after = reading.phrases.words(who.last + 1, who.last + 1)
    none = tokens[who.first].lower == "no" and after not in {"or", "and", "nor"}  # "no American was hurt"
    one = (none or tokens[who.first].lower in _SINGLE) and who.first < who.head and not lower.endswith("s")
    shared = noun_shared_with_allies(reading, who)
    plain = lower.endswith(("ese", "ish", "nch", "nabe", "nabé")) or _shares_noun(reading, who) or shared is not None
    several = lower.endswith(("s", "men", "women")) or (plain and quantity_in(reading, who.first, who.head))
    if several and people is not None and shared is not None:
        end, name, role = shared
        return Kind(role, name, True, None, None, end, others=others)
    if people is not None and (several or one) and people[1] == who.head:
        role = Role.CIVILIAN if _is_civil(reading, who) else Role.UNSPECIFIED
        return Kind(role, "national", not one, people[0], None, who.last, others=others)
    number = quantity_in(reading, who.first, who.head) is not None
    body = membership_in(reading, who.first, who.head) if number and tags[who.head] is Tag.PROPER else None
    if body is not None and body.armed_group and body.last == who.head:  # "31 Taliban", "five Hezbollah"
        group = body.name if body.named else None
        return Kind(body.role or Role.UNSPECIFIED, "member", True, None, group, who.last, others=others)
    if is_thing(lower) or tags[who.head] is Tag.PROPER:
        return None
    if (number and may_be_people(lower)) or (certain and not reading.sentence.capitals and may_be_people(lower)):
        return _by_noun(reading, who, lower, None, others)  # "an ISIS bomb-maker": the body tells
    return None


def _is_civil(reading: SentenceReading, who: NounGroup) -> bool:
    """Tell whether the words before a head say civilians: "a 16-year-old Palestinian", "two displaced Syrians"."""
    tokens = reading.sentence.tokens
    if role_by_words(t.lower for t in tokens[who.first : who.head]) is Role.CIVILIAN:
        return True
    return any(noun_of_people(tokens, i, i) == ("child", Role.CIVILIAN) for i in range(who.first, who.head))


def _shares_noun(reading: SentenceReading, who: NounGroup) -> bool:
    """Tell "*two American* and three Iraqi soldiers", "*two US*, …", which have their noun in the group behind."""
    tokens, i = reading.sentence.tokens, who.last + 2
    beyond = reading.phrases.at[i] if i < len(tokens) and tokens[i - 1].lower in {"and", ","} else None
    if not isinstance(beyond, NounGroup) or tokens[who.first].lower in _SINGLE or beyond.first != i:
        return False
    return reading.phrases.tags[i] is Tag.NUMBER and bool(nations_in(tokens, i + 1, beyond.last))


def _by_noun(reading: SentenceReading, who: NounGroup, noun: str, role: Role | None, others: bool) -> Kind:
    tokens = reading.sentence.tokens
    last = _complement(reading, who)
    body = membership_in(reading, who.first, last)
    words = [t.lower for t in tokens[who.first : who.head]]
    if (role in {None, Role.PERSONNEL} or noun == "officer" or noun in word_set("ranks")) and last > who.last:
        words = [t.lower for t in tokens[who.last + 1 : last + 1]] + words
    elif role is Role.UNSPECIFIED and any(t.lower in _FAMILY for t in tokens[who.last + 1 : last + 1]):
        words = ["family"]  # "three persons of the Hassan family"
    nation = nation_in(tokens, who.first, who.head)
    if body is not None and body.armed_group:
        nation = nation_in(tokens, who.first, who.head) if body.last < who.first or body.first > who.head else (
            nation_in(tokens, body.last + 1, who.head) or nation_in(tokens, who.first, body.first - 1)
        )  # fmt: skip
    elif nation is None and not nations_in(tokens, who.first, who.head):  # "US and Iraqi soldiers" are of neither
        own = body is not None and body.role is not Role.CIVILIAN  # a relief organisation gives no nation
        beyond = body.last if body is not None and body.role is Role.CIVILIAN and body.first > who.head else who.head
        nation = (body.country if body is not None and own else None) or nation_in(tokens, beyond + 1, last)
    if nation and last > who.last and role in IRREGULAR_ROLES and nation_in(tokens, who.first, who.head) is None:
        nation = None  # "fighters from a Syrian opposition group"
    group = body.name if body is not None and body.named and noun != "contractor" else None
    if body is None and last > who.last and role is not Role.OFFICIAL:
        group = _unlisted(reading, who.last + 1, last)
        nation = nation_in(tokens, who.first, who.head) if group and role is Role.CIVILIAN else nation
    plural = is_plural_noun(tokens[who.head].lower)
    told = to_role(noun, role, words, body, nation)
    if noun == "prisoner" and [t.lower for t in tokens[who.head + 1 : who.head + 3]] == ["of", "war"]:
        told = Role.MILITARY
    within = body is not None and body.armed_group and who.first <= body.first <= body.last < who.head
    if told is Role.UNSPECIFIED and within and body is not None and noun not in word_set("held"):
        told = body.role or told  # "an ISIS smuggler"
    if ((told is Role.UNSPECIFIED and role is None) or noun in _COUNSEL) and last > who.last:
        inner = noun_of_people(tokens, who.last + 2, last)  # "an aide to the governor"
        official = inner is not None and (noun not in _COUNSEL or inner[1] is Role.OFFICIAL)
        told = inner[1] or told if inner is not None and official else told
    if told is Role.UNSPECIFIED and role is None and body is None and has_trade(noun):
        told = Role.CIVILIAN  # "three rubber tappers"
    return Kind(told, noun, plural, nation, group, last, others=others)


def _unlisted(reading: SentenceReading, first: int, last: int) -> str | None:
    """Return the body on no list that a complement names, as printed: "rescuers of the *Green Health Authority*"."""
    tokens, tags = reading.sentence.tokens, reading.phrases.tags
    end = next((i for i in range(first + 1, last + 1) if tokens[i].lower in word_set("bodies")), None)
    if end is None or tags[end] is not Tag.PROPER or reading.sentence.capitals:
        return None
    start = end
    while start > first and tags[start - 1] is Tag.PROPER:
        start -= 1
    return reading.source.text[tokens[start].start : tokens[end].end] if start < end else None


_COUNSEL = frozenset({"adviser", "advisor"})
_AIDES = frozenset({"aide", "aides", "adviser", "advisor", "advisers", "advisors", "assistant", "deputy", "bodyguard"})
_AFTER = frozenset({"of", "from", "with", "in", "belonging"})


def _complement(reading: SentenceReading, who: NounGroup) -> int:
    """Return the last token of "of the Syrian army", "from Basra" after a noun for people, or the group's own last."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    last = past_age(reading, who.last)
    for _ in range(2):
        i = last + 1
        aide = last == who.last and i < len(tokens) and tokens[i].lower == "to" and tokens[who.head].lower in _AIDES
        if i + 1 >= len(tokens) or (tokens[i].lower not in _AFTER and not aide):
            break
        if tokens[i].lower == "in" and last > who.last:
            break
        quoted = i + 2 < len(tokens) and at[i + 1] is None and tokens[i + 1].text in _QUOTES
        inner = at[i + 1 + quoted]
        if not isinstance(inner, NounGroup) or inner.first != i + 1 + quoted or inner.temporal or inner.bare:
            break
        if tokens[i].lower in {"in", "with"} and not nationless(reading, inner):
            break
        if tokens[i].lower == "from" and tokens[inner.head].lower in word_set("premises"):
            break  # "abducted a captain from a police station"
        last = inner.last
    closed = last > who.last and last + 1 < len(tokens) and tokens[last + 1].text in _QUOTES
    return last + 1 if closed and any(token.text in _QUOTES for token in tokens[who.last : last]) else last


_FAMILY = frozenset({"family", "families", "household"})
_QUOTES = frozenset("\"'“”‘’")


def nationless(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group names a body that people can be in ("in the army"), not a country or a thing."""
    if role_by_words(t.lower for t in reading.sentence.tokens[group.first : group.last + 1]) is not None:
        return True
    body = membership_in(reading, group.first, group.last)
    return body is not None and (body.armed_group or body.named) and body.last == group.head


_TITLES = word_set("titles")


def _person_named(reading: SentenceReading, who: NounGroup, certain: bool) -> Kind | None:
    """Read a person's name with what titles stand before it ("General Ali Hassan"), or return None."""
    tokens = reading.sentence.tokens
    ranked = ranked_beside_bracket(reading, who)
    if ranked is not None:
        rank, own, at = ranked
        return Kind(own, rank, False, None, None, at.last, name=_lower_words(reading, at.first, at.last))
    title, role = None, None
    start = who.first
    for i in range(who.head - 1, who.first - 1, -1):
        noun = noun_of_people(tokens, who.first, i)
        if noun is not None and "-year-old" in tokens[i].lower and nation_at(tokens, who.head) is not None:
            continue  # "a 16-year-old Palestinian"
        if noun is not None and noun[0] == "staff" and role is Role.MILITARY:
            break  # "Staff Sgt. Adam Reed"
        if noun is not None or tokens[i].lower in _TITLES:
            start = i + 1 if title is None else start
            title, role = noun if noun is not None else rank_or_title(tokens[i].lower)
            if noun is not None:
                higher = noun_of_people(tokens, who.first, i - 1) if i > who.first else None
                armed = higher is not None and (higher[1] in ARMED_ROLES or higher[0] in word_set("leaders"))
                if higher is not None and armed and role not in ARMED_ROLES:
                    title, role = higher  # "the rebel commander Mullah Omar"
                break  # past an honorific: "the tribal elder Haji Nazir"
    one = tokens[start].lower == "one" and start < who.head  # "killed one Ali Hassan", otherwise unknown
    start += one
    counted = quantity_in(reading, who.first, who.head)
    if not is_name(reading, start, who.head) or (counted is not None and (counted.low or 0) > 1):
        return None  # "three Houthi UAVs"
    if title is None and ((who.head == start and not (certain or one)) or is_known(reading, who)):
        return None
    if title is None and tokens[who.first].lower == "the" and not reading.sentence.capitals:
        return None  # "the Galaxy Trader", a ship
    words = [t.lower for t in tokens[who.first : start]]
    body = membership_in(reading, who.first, start - 1) if start > who.first else None
    last = past_age(reading, who.last)
    end = _complement(reading, who) if body is None and title is not None and last == who.last else last
    behind = [t.lower for t in tokens[who.last + 1 : end + 1]]
    if end > last and ((body := membership_in(reading, who.last + 1, end)) or role_by_words(behind)):
        words, last = behind + words, end  # "Captain Ali Hassan of the federal police"
    found = to_role(title or "", role, words, body, None) if title else Role.UNSPECIFIED
    if found is Role.UNSPECIFIED and (title or "").rstrip(".") in {"mrs", "ms", "miss"}:
        found = Role.CIVILIAN  # a woman
    nation = nation_in(tokens, who.first, start - 1) if start > who.first else None
    nation = nation or (body.country if body is not None and found in _OF_FORCES else None)
    group = body.name if body is not None and body.named else None
    name = _lower_words(reading, start, who.head)
    return Kind(found, title or "", False, nation, group, last, name=name)


def _lower_words(reading: SentenceReading, first: int, last: int) -> tuple[str, ...]:
    return tuple(token.lower for token in reading.sentence.tokens[first : last + 1])


_OF_FORCES = frozenset({Role.MILITARY, Role.SECURITY_FORCES})
