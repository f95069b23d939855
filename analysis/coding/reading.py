"""A source read once: its sentences with what `analysis.language` finds in them, for all coders.

Each finding is made when a coder first asks for it, so that sentences without a trigger cost next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from analysis.language.actors import Actor, ActorMention, Learned, find_actor, find_actors
from analysis.language.dates import DateMention, find_dates
from analysis.language.learned_names import learn_names
from analysis.language.phrases import Phrases, find_phrases
from analysis.language.places import Context, PlaceMention, find_context, find_places
from analysis.language.quantities import QuantityMention, find_quantities
from analysis.language.sentences import Sentence, find_sentences
from analysis.sources.source import Source

#: months that are towns too
_MONTHS = frozenset({"march", "may", "august", "april", "june"})


class SentenceReading:
    """One sentence and what is found in it; `number` counts from 0, `before` is the sentence before it, or None.

    `heading` is the last line above it that is no sentence, or None (the headline of the source is none); `opener` the
    last sentence above it that ends in a colon, or None.
    """

    def __init__(
        self,
        source: Source,
        sentence: Sentence,
        number: int,
        context: Context,
        learned: Learned,
        before: SentenceReading | None = None,
        days: Mapping[int, date] | None = None,
    ) -> None:
        self.before = before
        self.heading = _heading_over(before)
        self.opener: SentenceReading | None = _opener_over(before)
        same = before is not None and before.sentence.paragraph == sentence.paragraph
        told = before.opening if before is not None and same else None
        # never itself: a ring of references would keep every reading until the garbage collector comes by
        self._opened_by = None if told is None or _is_number(told.sentence) else told
        self.source = source
        self.sentence: Sentence = sentence
        self.number = number
        self._context = context
        self._learned = learned
        self._days = days or {}

    @property
    def opening(self) -> SentenceReading:
        """The first sentence of its paragraph, perhaps itself."""
        return self if self._opened_by is None else self._opened_by

    @property
    def text(self) -> str:
        """The sentence as printed."""
        return self.source.text[self.sentence.start : self.sentence.end]

    @property
    def country(self) -> str | None:
        """The country (ISO alpha-2) that most of the names in the source are about, or None."""
        return self._context.main

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case tokens, for a quick look whether a trigger can be here."""
        return frozenset([token.lower.removeprefix("re-") for token in self.sentence.tokens])

    @cached_property
    def phrases(self) -> Phrases:
        return find_phrases(self.sentence)

    @cached_property
    def quantities(self) -> list[QuantityMention]:
        return find_quantities(self.sentence)

    @cached_property
    def dates(self) -> list[DateMention]:
        found = find_dates(self.sentence, self.source.published)
        return [_on_known_day(d, self._days) for d in found] if self._days else found

    @cached_property
    def places(self) -> list[PlaceMention]:
        found = find_places(self.sentence, self._context)
        if any(self.sentence.tokens[p.first].lower in _MONTHS for p in found):
            return [p for p in found if not any(d.first <= p.first <= d.last for d in self.dates)]  # "in March"
        return found

    def actor_named(self, name: str) -> Actor | None:
        """The actor of a name, on a list or as the source itself introduces it; None for an unknown name."""
        learned = self._learned.names.get(name)
        return learned[0].actor if learned else find_actor(name)

    @cached_property
    def actors(self) -> list[ActorMention]:
        return find_actors(self.sentence, self._learned)


def find_weekdays(source: Source) -> dict[int, date]:
    """Return the day that each weekday (Monday is 0) is in a text, captions included, that names it once in full.

    "Friday, Apr. 22, 2022" says which Friday a report means that has no published date; two such Fridays say nothing.
    """
    if _FULL_DAY.search(source.text) is None:
        return {}
    found: dict[int, set[date]] = {}
    for sentence in find_sentences(source.text, ()):
        for d in find_dates(sentence, None):
            if d.weekday is not None and d.date_from is not None and d.date_from == d.date_to and not d.weekday_clash:
                found.setdefault(d.weekday, set()).add(d.date_from)
    return {weekday: days.pop() for weekday, days in found.items() if len(days) == 1}


def _on_known_day(found: DateMention, days: Mapping[int, date]) -> DateMention:
    """Return "on Friday" as the Friday that the text names in full elsewhere; "last Friday" is another."""
    day = days.get(found.weekday) if found.weekday is not None else None
    if day is None or found.date_from is not None or not found.inferred:
        return found
    return replace(found, date_from=day, date_to=day)


#: a weekday with month, day and year
_FULL_DAY = re.compile(
    r"day,?\s+(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b"
)


def _opener_over(before: SentenceReading | None) -> SentenceReading | None:
    if before is None:
        return None
    return before if before.sentence.tokens[-1].text == ":" else before.opener


def _is_number(sentence: Sentence) -> bool:
    """Tell the number of an item ("3."), which the words of the item follow."""
    return len(sentence.tokens) <= 2 and sentence.tokens[0].text.isdigit()


def _heading_over(before: SentenceReading | None) -> SentenceReading | None:
    if before is None:
        return None
    return before if before.sentence.headline and before.number else before.heading


@dataclass(frozen=True, slots=True)
class Reading:
    """A source with its sentences, in order."""

    source: Source
    sentences: tuple[SentenceReading, ...] = field(repr=False)


def read_source(source: Source) -> Reading:
    """Cut a source into sentences, page furniture left out."""
    found = find_sentences(source.text, source.furniture)
    context = find_context(found)
    learned = learn_names(found, context.main)
    days = find_weekdays(source) if source.published is None else {}
    sentences: list[SentenceReading] = []
    for i, sentence in enumerate(found):
        before = sentences[-1] if sentences else None
        sentences.append(SentenceReading(source, sentence, i, context, learned, before, days))
    return Reading(source, tuple(sentences))
