"""Ranks and titles before a name: the rank that a short one stands for, and one that a bracket parts from its name."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Role
from analysis.coding.victims.names import is_name
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.phrases import NounGroup
from analysis.vocabulary import read_vocabulary


def rank_or_title(lower: str) -> tuple[str, Role | None]:
    """Return the rank that a short title stands for ("Sgt."), with its role, or the title itself with none."""
    rank = read_vocabulary("victims")["short_ranks"].get(lower.rstrip("."))
    return (rank, Role.MILITARY) if rank is not None else (lower, None)


def ranked_beside_bracket(reading: SentenceReading, who: NounGroup) -> tuple[str, Role, NounGroup] | None:
    """Return the rank, its role and the name of "Sgt. (res.) Adam Reed" for the group of either; else None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if "(" not in reading.words:
        return None
    for start in (who.last + 1, who.first - _BRACKET):
        end = start + _BRACKET
        if start < 1 or end >= len(tokens) or tokens[start].text != "(" or tokens[end - 1].text != ")":
            continue
        rank, name = at[start - 1], at[end]
        if not isinstance(rank, NounGroup) or not isinstance(name, NounGroup):
            continue
        words = [rank_or_title(t.lower) for t in tokens[rank.first : rank.last + 1]]
        noun = noun_of_people(tokens, rank.first, rank.last)
        words += [noun] if noun is not None else []
        told = next(((title, role) for title, role in words if role is not None and role in ARMED_ROLES), None)
        return (*told, name) if told is not None and is_name(reading, name.first, name.last) else None
    return None


#: tokens of "(res.)"
_BRACKET = 4
