"""How a sentence is tied to its dates: since, until, before, after, during, or so many days from another event.

The word before the date tells, or a "since" that opens its clause ("since war broke out there in 2011"). A date that
only compares ("the deadliest since April") is told apart, since nothing happened on it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from analysis.language.dates.readings import Reading
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at, phrase_at, to_phrases
from analysis.vocabulary import read_vocabulary


class Relation(StrEnum):
    """How the sentence ties what it tells to the date."""

    ON = "on"
    #: from the date to the published date
    SINCE = "since"
    #: up to the date, its last day included; nothing says from when
    UNTIL = "until"
    DURING = "during"
    BEFORE = "before"
    AFTER = "after"
    #: so many days from another event
    ANCHOR = "anchor"
    #: "the deadliest since April": nothing is dated by it
    COMPARED = "compared"


_WORDS = read_vocabulary("calendar")
_RELATIONS = to_phrases((p, Relation(name)) for name, phrases in _WORDS["relations"].items() for p in phrases)
_LEADS = frozenset(word for phrases in _WORDS["relations"].values() for p in phrases for word in p.split()[-1:])
_AFTER_ALONE = frozenset(_WORDS["after_alone"])
_SUPERLATIVES = frozenset(_WORDS["superlatives"])


def relation_at(tokens: Sequence[Token], reading: Reading, day: bool, free: int) -> tuple[Relation, int]:
    """Return the relation of a date to its sentence, and the first token with the words that say so.

    day: the reading is of one day; free: the first token that no earlier date takes.
    """
    relation, first = _led(tokens, reading, day, free)
    if (
        relation is Relation.ON
        and (reading.kind in {"year", "month"} or _opens_since(tokens, first))
        and (clause := _since_clause(tokens, first)) >= 0
    ):
        relation = Relation.COMPARED if _compares(tokens, clause) else Relation.SINCE
    return relation, first


def _led(tokens: Sequence[Token], reading: Reading, day: bool, free: int) -> tuple[Relation, int]:
    if reading.kind == "anchor":
        return Relation.ANCHOR, reading.first
    usual = Relation.DURING if reading.kind == "past" else Relation.ON
    first = reading.first
    if reading.kind == "day" and lower_at(tokens, first - 1) == "the" and first > free:
        relation, lead = _led(tokens, reading._replace(first=first - 1), day, free)  # "since the 3rd of January"
        return (relation, lead) if relation is not usual else (usual, first)
    if lower_at(tokens, first - 1) == "past" and reading.kind in {"month", "day", "year"} and first - 1 >= free:
        apart = lower_at(tokens, first - 2) not in _DETERMINING  # "stay past December"
        return (Relation.AFTER, first - 1) if apart else (usual, first)
    if lower_at(tokens, first - 1) not in _LEADS:
        return usual, first
    for length in (3, 2, 1):
        found = phrase_at(_RELATIONS, tokens, first - length) if first - length >= free else None
        if found is not None and found[1] == first - 1:
            relation = found[0]
            break
    else:
        return usual, first
    lead = first - length
    if relation is Relation.ON:  # "in November", but on a day the words are the day alone
        return usual, lead if not day else first
    if relation in {Relation.UNTIL, Relation.AFTER, Relation.BEFORE} and lower_at(tokens, reading.last + 1) == "'s":
        return usual, first
    if relation is Relation.SINCE and _compares(tokens, lead):
        return Relation.COMPARED, lead
    return relation, lead


_DETERMINING = frozenset({"the", "this", "last", "in", "over", "during", "half"})


def stands_alone(tokens: Sequence[Token], last: int) -> bool:
    """Tell "two days before (outside a bank)", whose last token this is, from "two days before the vote"."""
    word, after = lower_at(tokens, last), lower_at(tokens, last + 1)
    if word == "earlier":
        return after != "than"
    if word not in {"before", "prior"}:
        return word not in {"after", "following"}
    return not (after[:1].isalnum() or after == "(") or after in _AFTER_ALONE


def _since_clause(tokens: Sequence[Token], first: int) -> int:
    """Return the "since" of "since war broke out there in 2011", or -1; the clause ends at a comma."""
    for j in range(first - 1, max(first - 13, -1), -1):
        lower = tokens[j].lower
        if lower == "since":
            return j
        if not (lower[:1].isalnum() or lower == "'s") or lower in {"and", "but", "that", "who", "which"}:
            return -1
    return -1


def _opens_since(tokens: Sequence[Token], first: int) -> bool:
    """Tell "since the start of the raids on April 26", "has gone on since the early hours of Monday": from that day on.

    At the head of a sentence the hours are only those in which it happened.
    """
    clause = _since_clause(tokens, first)
    if clause < 0 or lower_at(tokens, clause + 1) != "the":
        return False
    return lower_at(tokens, clause + 2) in (_STARTS | _HOURS if clause > 0 else _STARTS)


_STARTS = frozenset({"start", "beginning", "outbreak", "onset", "launch"})
_HOURS = frozenset({"early", "first", "morning", "evening", "afternoon"})


def _compares(tokens: Sequence[Token], lead: int) -> bool:
    """Tell "the deadliest attack since April" from "the biggest in the series since April"."""
    for j in range(lead - 1, max(lead - 9, -1), -1):
        lower = tokens[j].lower
        if lower in {",", ";", ":", "("}:
            return False
        if lower in _SUPERLATIVES:
            return tokens[j + 1].lower not in {"in", "of"} or j + 1 == lead
    return False
