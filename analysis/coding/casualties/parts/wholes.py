"""A whole and its listed parts: what a part takes from its whole, and parts that add up ("five: a woman and four")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.parts.anaphora import ANYBODY
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, IRREGULAR_ROLES, Outcome, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.inclusions import past_phrases
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.people import word_set
from analysis.language.grammar.phrases import NounGroup
from analysis.language.quantities import Qualifier

_DASHES = frozenset({":", "-", "–", "—", "--", "(", ","})


def as_part(whole: Figure, part: Victims) -> Victims:
    """Give a part the nationality and the group of its whole where it has none of its own kind."""
    if (
        part.role is Role.UNSPECIFIED
        or part.noun in ANYBODY
        or (part.noun in word_set("ages") and whole.victims.role in ARMED_ROLES)  # "40 rebels, including three women"
        or (
            part.noun in _LEADING
            and part.role in {Role.MILITIA, Role.MILITANT}
            and whole.victims.role in _LED
            and not part.group
        )
        or (part.noun in word_set("ranks") and whole.victims.role in _RANKED and not part.group)
        or (part.noun == "officer" and part.role is Role.MILITARY and whole.victims.role is Role.SECURITY_FORCES)
    ):
        part = replace(part, role=whole.victims.role)
    if part.role is whole.victims.role or (whole.victims.role is Role.UNSPECIFIED):
        return replace(
            part, nationality=part.nationality or whole.victims.nationality, group=part.group or whole.victims.group
        )
    return part


_RANKED = IRREGULAR_ROLES | {Role.SECURITY_FORCES}
_LED = frozenset({Role.MILITIA, Role.MILITANT, Role.MILITARY})
#: nouns that say no more of a group than that somebody leads in it
_LEADING = frozenset({"commander", "leader", "chief", "fighter"})


def find_listed_parts(reading: SentenceReading, figure: Figure) -> list[Figure]:
    """Find the parts that a colon, dash, bracket or comma lists after their total ("five: a woman and four …")."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    total = figure.victims.quantity
    i = max(figure.victims.last, figure.last if figure.last < figure.victims.last + 3 else 0) + 1
    if total.qualifier is Qualifier.VAGUE or total.low is None or total.low < 2 or i + 1 >= len(tokens):
        return []
    when = reading.noun_at(i)
    i = when.last + 1 if when is not None and when.temporal else i  # "killed four workers this month: three Finns"
    i = past_phrases(reading, i)  # "wounded four workers at the gas field, three Finns and a Swede"
    if i + 1 >= len(tokens) or tokens[i].lower not in _DASHES or not isinstance(at[i + 1], NounGroup):
        return []
    people = _adding_up(read_list(reading, at[i + 1]), total.low)  # type: ignore[arg-type]
    if not people or (len(people) == 1 and not people[0].counted):
        return []
    if len(people) == 1 and people[0].role is not Role.UNSPECIFIED:
        return []
    if all(v.name and not v.noun for v in people):
        return []  # who they are by name
    whole = figure.victims.role
    dashed = tokens[i].lower != "," and len(people) > 1  # "five security personnel - two soldiers and three guards -"
    if whole is not Role.UNSPECIFIED and not dashed and any(v.role not in {whole, Role.UNSPECIFIED} for v in people):
        return []
    return [Figure(figure.outcome, as_part(figure, v), i, i, "listed", subset=True) for v in people]


def of_many_kinds(whole: Figure, parts: Sequence[Figure]) -> Figure:
    """Mark a bare number as said of whom where its parts are people of several roles."""
    several = len({part.victims.role for part in parts}) > 1
    return replace(whole, victims=replace(whole.victims, elliptical=False)) if several else whole


def with_shared_nouns(reading: SentenceReading, found: Sequence[Figure]) -> list[Figure]:
    """Give "a Danish and two Polish soldiers" one noun: the adjective of a nation has that of the group behind it."""
    tokens = reading.sentence.tokens
    told = list(found)
    for i in range(len(told) - 2, -1, -1):
        victims, beyond = told[i].victims, told[i + 1].victims
        joined = beyond.first == victims.last + 2 and tokens[victims.last + 1].lower in {"and", ","}
        bare = victims.noun == "national" and _is_adjective(tokens[victims.last].text, victims.quantity.low)
        if joined and bare and victims.role is Role.UNSPECIFIED and told[i].outcome is told[i + 1].outcome:
            told[i] = replace(told[i], victims=replace(victims, role=beyond.role, noun=beyond.noun))
    return told


def _is_adjective(word: str, low: int | None) -> bool:
    """Tell "two *Polish* (and three Danish soldiers)", "two *US* …" from "two *Poles* and three Danish soldiers"."""
    lower, many = word.lower(), low is not None and low > 1
    return lower.endswith(("ish", "ese", "nch")) or (many and (word in _ABBREVIATED or not lower.endswith("s")))


_ABBREVIATED = frozenset({"US", "U.S", "U.S."})


def with_those_of_toll(reading: SentenceReading, found: list[Figure]) -> list[Figure]:
    """Mark those by whom a toll rises: "two guards died, raising the toll to nine", "rose to nine after two died"."""
    toll = next((f for f in found if f.rule == "toll" and f.outcome is Outcome.KILLED and not f.subset), None)
    low = toll.victims.quantity.low if toll is not None else None
    if toll is None or not low:
        return found

    def raises(figure: Figure) -> bool:
        more = figure.outcome is toll.outcome and 0 < (figure.victims.quantity.low or 0) < low
        if figure.rule == "toll" or figure.subset or not more:
            return False
        between = range(max(figure.last, figure.victims.last) + 1, toll.victims.first)
        if between:
            return any(verb.first in between and verb.lemma in _RAISING for verb in reading.phrases.verbs)
        words = reading.sentence.lowers[toll.victims.last + 1 : min(figure.first, figure.victims.first)]
        return not {"after", "when", "since"}.isdisjoint(words)

    told = [replace(figure, subset=True) if raises(figure) else figure for figure in found]
    kind = next((f.victims for f in found if raises(f) and f.victims.role is toll.victims.role), None)
    if kind is None or toll.victims.nationality or toll.victims.group or kind.role is Role.UNSPECIFIED:
        return told
    people = replace(toll.victims, nationality=kind.nationality, group=kind.group)  # "troops killed there to 249"
    return [replace(figure, victims=people) if figure is toll else figure for figure in told]


_RAISING = frozenset({"raise", "bring", "take", "push", "lift"})


def _adding_up(people: Sequence[Victims], total: int) -> list[Victims]:
    """Return the members of a list that add up to a total, without what only says more of the last ("seven members of
    the police, prison guards and soldiers"); empty where they do not.
    """
    told = 0
    for i, victims in enumerate(people):
        told += victims.quantity.low or 0
        if told == total:
            return list(people[: i + 1]) if not any(v.counted for v in people[i + 1 :]) else []
    return []
