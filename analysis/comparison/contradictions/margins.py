"""The sentences of all sources, those of captions and page furniture too, with the names in them.

Names are looked at wherever they are printed; everything else is read in the report's own prose alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.comparison.contradictions.context import Context
from analysis.comparison.findings import Passage
from analysis.language.actors import ActorMention, find_actors
from analysis.language.places import PlaceMention, find_places
from analysis.language.text.sentences import Sentence, find_sentences


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """A sentence with the actors and places in it, and whether it stands in the margin."""

    source_id: str
    sentence: Sentence
    actors: Sequence[ActorMention]
    places: Sequence[PlaceMention]
    margin: bool = False

    def passage(self, context: Context, start: int, end: int) -> Passage:
        """Cut the passage around a stretch: its clause, in the margin the whole line."""
        if not self.margin:
            return context.passage(self.source_id, start, end)
        text = context.readings[self.source_id].source.text
        words = text[self.sentence.start : self.sentence.end]
        return Passage(self.source_id, self.sentence.start, self.sentence.end, words, words)


def read_all(context: Context) -> list[NamedSentence]:
    """Read the names of every sentence, source by source, the margins after the prose."""
    found: list[NamedSentence] = []
    for source_id, reading in context.readings.items():
        found += [NamedSentence(source_id, s.sentence, s.actors, s.places) for s in reading.sentences]
        found += _margins(context, source_id)
    return found


def _margins(context: Context, source_id: str) -> Iterator[NamedSentence]:
    source = context.readings[source_id].source
    prose, at = [(0, source.front)], 0
    for start, end in source.furniture:
        prose.append((at, start))
        at = end
    prose.append((at, len(source.text)))
    for sentence in find_sentences(source.text, [span for span in prose if span[0] < span[1]]):
        yield NamedSentence(source_id, sentence, find_actors(sentence), find_places(sentence), margin=True)
