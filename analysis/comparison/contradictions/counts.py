"""How many attacks: one source that counts the attacks of one doer on one day in several ways.

"Three air strikes" and "the strike", or "one of the strikes hit the headquarters" and "three strikes hit the
headquarters". What is counted is read from the noun groups of attacks; nothing here knows which count is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from analysis.coding.reading import SentenceReading
from analysis.comparison.contradictions.context import Context, plain_events
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.language.dates import DateMention
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import QuantityKind
from analysis.language.text.forms import is_plural, parse_singular
from analysis.vocabulary import read_vocabulary

#: nouns that are one or several in one form
_ALIKE = frozenset({"headquarters", "barracks"})


@dataclass(frozen=True, slots=True)
class _Count:
    """A noun group that counts attacks, and what else its sentence says of them."""

    number: int
    #: one of several
    one_of: bool
    doer: str | None
    day: date | None
    #: the noun of what is hit
    hit: str | None
    words: str
    passage: Passage
    #: its whole clause
    clause: Passage


def check_counts(context: Context) -> Iterator[Finding]:
    """Find the attacks that one source counts in several ways."""
    for reading in context.readings.values():
        counts = [count for sentence in reading.sentences for count in _find_counts(context, sentence)]
        by_object: dict[str, list[_Count]] = defaultdict(list)
        by_day: dict[tuple[str, date], list[_Count]] = defaultdict(list)
        for count in counts:
            if count.hit:
                by_object[count.hit].append(count)
            if count.doer and count.day:
                by_day[count.doer, count.day].append(count)
        places = [found for sentence in reading.sentences if (found := _places(context, sentence))]
        for struck in places:
            yield from _places_or_strikes(struck, counts)
        yield from _one_or_all(by_object)
        yield from _one_or_several(by_day)


def _finding(says: str, passages: tuple[Passage, ...], certainty: Certainty) -> Iterator[Finding]:
    if len(passages) > 1:
        yield Finding(FindingKind.FIGURES, Weight.MATERIAL, certainty, says, passages, None, "attacks")


def _one_or_all(by_object: dict[str, list[_Count]]) -> Iterator[Finding]:
    for word, counts in by_object.items():
        for one, other in combinations(counts, 2):
            if one.one_of != other.one_of and max(one.number, other.number) > 1:
                says = f"{quoted([one.words, other.words])} are said to have hit the {word}."
                yield from _finding(says, distinct([one.passage, other.passage]), Certainty.LIKELY)


def _one_or_several(by_day: dict[tuple[str, date], list[_Count]]) -> Iterator[Finding]:
    for counts in by_day.values():
        single = next((count for count in counts if count.number == 1 and not count.one_of), None)
        several = next((count for count in counts if count.number > 1), None)
        if single and several:
            words = f"{quoted([single.words])} and {quoted([several.words])}"
            says = f"{words} by one doer on one day: one strike, or several."
            yield from _finding(says, distinct([single.passage, several.passage]), Certainty.POSSIBLE)


def _places_or_strikes(struck: _Count, counts: Sequence[_Count]) -> Iterator[Finding]:
    """So many places struck, beside another number of strikes, and beside strikes that all hit one place."""
    for count in counts:
        if count.one_of or count.number < 2 or count.number == struck.number or not (count.day or count.hit):
            continue
        one_place = count.hit in _sites() and (count.hit in _ALIKE or not is_plural(count.hit)) if count.hit else False
        if not (one_place or count.day):
            continue
        if one_place:
            says = f"{quoted([struck.words])} were struck, and {quoted([count.words])} hit one place, the {count.hit}."
        else:
            says = f"{quoted([count.words])} are counted, but {struck.number} places struck."
        yield from _finding(says, distinct([count.clause, struck.clause]), Certainty.POSSIBLE)


def _places(context: Context, sentence: SentenceReading) -> _Count | None:
    """The places struck that a sentence counts: "three locations in Iraq and two in Syria" are five."""
    tokens = sentence.sentence.tokens
    if sentence.words.isdisjoint(_spots()) or sentence.words.isdisjoint(_hits()):
        return None
    counted = [q for q in sentence.quantities if q.kind is QuantityKind.COUNT and q.quantity.low]
    first = next((q for q in counted if q.last + 1 < len(tokens) and tokens[q.last + 1].lower in _spots()), None)
    if first is None:
        return None
    more = [
        q for q in counted if q.first > first.last and q.last + 1 < len(tokens) and tokens[q.last + 1].lower == "in"
    ]
    number = sum(q.quantity.low or 0 for q in (first, *more[:1]))
    start, end = tokens[first.first].start, tokens[first.last + 1].end
    whole = context.passage(sentence.source.source_id, start, tokens[more[0].last].end if more else end)
    return _Count(number, False, None, None, None, sentence.source.text[start:end], whole, whole)


def _find_counts(context: Context, sentence: SentenceReading) -> Iterator[_Count]:
    if sentence.words.isdisjoint(_triggers()):
        return
    phrases, tokens, source_id = sentence.phrases, sentence.sentence.tokens, sentence.source.source_id
    for group in phrases.nouns:
        head = tokens[group.head].lower
        if parse_singular(head) not in plain_events():
            continue
        number, one_of, first = _number(sentence, group)
        if number is None:
            continue
        start, end = tokens[first].start, tokens[group.last].end
        hit, day = _hit(sentence, group), _day(sentence, group)
        shown = max(end, tokens[hit.last].end if hit else 0, day.end if day else 0)
        yield _Count(
            number,
            one_of,
            _doer(sentence, group),
            day.date_from if day else None,
            tokens[hit.head].lower if hit else None,
            sentence.source.text[start:end],
            context.passage(source_id, _verb_before(sentence, first), shown, wide=False),
            context.passage(source_id, start, end),
        )


def _number(sentence: SentenceReading, group: NounGroup) -> tuple[int | None, bool, int]:
    """The number of attacks that a noun group says, whether it is one of them, and its first token."""
    tokens = sentence.sentence.tokens
    head = tokens[group.head].lower
    inside = [q for q in sentence.quantities if group.first <= q.first and q.last < group.head]
    counted = next((q for q in inside if q.kind is QuantityKind.COUNT and q.quantity.low), None)
    if counted is not None and counted.quantity.low is not None:
        return counted.quantity.low, False, group.first
    before = [token.lower for token in tokens[max(0, group.first - 2) : group.first]]
    if before == ["one", "of"] or [t.lower for t in tokens[group.first : group.first + 2]] == ["one", "of"]:
        return 1, True, group.first - 2 if before == ["one", "of"] else group.first
    singular = not is_plural(head) and tokens[group.first].lower in {"the", "a", "an"}
    return (1 if singular else None), False, group.first


def _doer(sentence: SentenceReading, group: NounGroup) -> str | None:
    inside = [actor for actor in sentence.actors if group.first <= actor.first and actor.last < group.head]
    return inside[0].actor.name if inside else None


def _day(sentence: SentenceReading, group: NounGroup) -> DateMention | None:
    """The day right behind the attack: "strikes in Iraq on Sunday"."""
    tokens = sentence.sentence.tokens
    for day in sentence.dates:
        between = [token.text for token in tokens[group.last + 1 : day.first]]
        if day.first > group.last and len(between) <= 4 and "," not in between and day.date_from == day.date_to:
            return day
    return None


def _hit(sentence: SentenceReading, group: NounGroup) -> NounGroup | None:
    """What is hit: the object of the verb that has the attacks as its subject."""
    phrases = sentence.phrases
    tokens = sentence.sentence.tokens
    for verb in phrases.verbs:
        clause = all(tokens[at].text not in {",", ";", ":"} for at in range(group.last + 1, verb.first))
        if verb.first > group.last and clause and tokens[verb.head].lower in _hits():
            return next((noun for noun in phrases.nouns if noun.first > verb.last), None)
    return None


def _verb_before(sentence: SentenceReading, first: int) -> int:
    """Where the verb right before a noun group starts, else the group."""
    group = sentence.phrases.at[first - 1] if first else None
    return sentence.sentence.tokens[group.first if isinstance(group, VerbGroup) else first].start


@cache
def _triggers() -> frozenset[str]:
    return frozenset(form for word in plain_events() for form in (word, word + "s"))


@cache
def _spots() -> frozenset[str]:
    return frozenset(read_vocabulary("wordings")["spots"])


@cache
def _sites() -> frozenset[str]:
    return frozenset(read_vocabulary("wordings")["sites"])


@cache
def _hits() -> frozenset[str]:
    return frozenset(read_vocabulary("wordings")["hits"])
