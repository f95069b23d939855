"""A source read once: its sentences with what `analysis.language` finds in them, for all coders.

Each finding is made when a coder first asks for it, so that sentences without a trigger cost next to nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property

from analysis.coding.known_days import KnownDays, find_known_days, to_known_days
from analysis.language.actors import Actor, ActorMention, Learned, find_actor, find_actors
from analysis.language.actors.learned_names import learn_names
from analysis.language.dates import DateMention, find_dates
from analysis.language.grammar.phrases import NounGroup, Phrases, find_phrases
from analysis.language.places import Context, PlaceMention, find_context, find_places
from analysis.language.quantities import QuantityMention, find_quantities
from analysis.language.text.sentences import Sentence, find_sentences
from analysis.language.vessels import VesselMention, Vessels, learn_vessels
from analysis.sources.source import Source

#: months that are towns too
_MONTHS = frozenset({"march", "may", "august", "april", "june"})


#: letters that the name of a people shares with that of its land ("Kurdish", "Kurdistan")
_STEM = 4


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
        days: KnownDays | None = None,
        vessels: Vessels | None = None,
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
        self._days = days
        self._vessels = vessels

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

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries (ISO alpha-2) that the source names, the most often named first."""
        return self._context.countries

    @cached_property
    def words(self) -> frozenset[str]:
        """The lower-case tokens, for a quick look whether a trigger can be here."""
        lowers = self.sentence.lowers
        if "re-" not in " ".join(lowers):
            return frozenset(lowers)
        return frozenset([lower.removeprefix("re-") for lower in lowers])

    @cached_property
    def phrases(self) -> Phrases:
        return find_phrases(self.sentence)

    def noun_at(self, i: int) -> NounGroup | None:
        """The noun group that token i stands in; None in any other, and beyond either end."""
        group = self.phrases.at[i] if 0 <= i < len(self.phrases.at) else None
        return group if isinstance(group, NounGroup) else None

    @cached_property
    def quantities(self) -> list[QuantityMention]:
        found = find_quantities(self.sentence)
        if any(self._is_behind_capital(q) for q in found):
            found = [q for q in found if not any(p.first < q.first <= p.last for p in self.places)]  # "Outpost 9"
        if any(self._is_before_capital(q) for q in found):  # "the 39 Brigade": the number of a unit that has its name
            named = {m.first for m in self.actors if m.last > m.first}
            return [q for q in found if q.first not in named]
        return found

    def _is_behind_capital(self, mention: QuantityMention) -> bool:
        before = self.sentence.tokens[mention.first - 1].text if mention.first else ""
        return mention.first == mention.last and before[:1].isupper()

    def _is_before_capital(self, mention: QuantityMention) -> bool:
        tokens, after = self.sentence.tokens, mention.last + 1
        return mention.first == mention.last and after < len(tokens) and tokens[after].text[0].isupper()

    @cached_property
    def dates(self) -> list[DateMention]:
        found = find_dates(self.sentence, self.source.published)
        return to_known_days(found, self.sentence, self._days) if self._days else found

    @cached_property
    def places(self) -> list[PlaceMention]:
        found = [p for p in find_places(self.sentence, self._context) if not self._is_group(p) and not self._sails(p)]
        if any(self.sentence.tokens[p.first].lower in _MONTHS for p in found):
            return [p for p in found if not any(d.first <= p.first <= d.last for d in self.dates)]  # "in March"
        return found

    @cached_property
    def vessels(self) -> list[VesselMention]:
        """The ships named, as the source makes their names known."""
        return [] if self._vessels is None else self._vessels.find(self.sentence)

    def _sails(self, mention: PlaceMention | ActorMention) -> bool:
        """Tell the name of a ship from that of a town or of somebody."""
        return any(v.first <= mention.last and mention.first <= v.last for v in self.vessels)

    def _is_group(self, mention: PlaceMention) -> bool:
        """Tell the name of an armed group that the source introduces ("a commander in Liwa al-Thule") from a town."""
        if mention.place.lat is not None:
            return False
        learned = self._learned.names.match(self.sentence.tokens, mention.first)
        return learned is not None and learned[0] == mention.last and learned[1][0].actor.is_armed

    def actor_named(self, name: str) -> Actor | None:
        """The actor of a name, on a list or as the source itself introduces it; None for an unknown name."""
        learned = self._learned.names.get(name)
        return learned[0].actor if learned else find_actor(name)

    def band_of_people(self, people: str) -> Actor | None:
        """The one group whose name, as the source spells it out, begins as "Kurdish" or "Tamil" does; else None."""
        stem = people[:_STEM].lower()
        found = {actor.name: actor for name, actor in self._learned.bands if f" {name}".find(f" {stem}") >= 0}
        return next(iter(found.values())) if len(found) == 1 and len(stem) == _STEM else None

    @cached_property
    def actors(self) -> list[ActorMention]:
        found = find_actors(self.sentence, self._learned)
        return [m for m in found if not self._sails(m)] if self.vessels else found


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
    #: the title, where the text does not print it
    title: tuple[SentenceReading, ...] = field(default=(), repr=False)


def read_source(source: Source) -> Reading:
    """Cut a source into sentences, page furniture left out."""
    found = find_sentences(source.text, source.furniture)
    over = find_sentences(source.title) if source.title and source.headline is None else []
    context = find_context([*over, *found], source.datelines)
    learned = learn_names(found, context.main)
    days, vessels = find_known_days(source), learn_vessels(found)
    sentences: list[SentenceReading] = []
    for i, sentence in enumerate(found):
        before = sentences[-1] if sentences else None
        sentences.append(SentenceReading(source, sentence, i, context, learned, before, days, vessels))
    titled = replace(source, text=source.title or "")
    title = [
        SentenceReading(titled, sentence, i, context, learned, None, days, vessels) for i, sentence in enumerate(over)
    ]
    return Reading(source, tuple(sentences), tuple(title))
