"""Stories: the items of a page that has several, each filed from a place of its own ("ALERIA CITY - Two soldiers")."""

from __future__ import annotations

from analysis.coding.reading import Reading
from analysis.language.places import find_place
from analysis.sources.datelines import parse_dateline

#: states of datelines that make a page of several stories
_SEVERAL = 2


class Stories:
    """The stories of one text, found when first asked for."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._filed: list[tuple[int, str | None]] | None = None

    def state(self, number: int) -> str | None:
        """Return the state that the story of a sentence is filed from, or None where the text is one story."""
        if self._filed is None:
            self._filed = _find(self._reading)
        if len({state for _, state in self._filed if state}) < _SEVERAL:
            return None
        return next((state for first, state in reversed(self._filed) if first <= number), None)


def _find(reading: Reading) -> list[tuple[int, str | None]]:
    """Return the sentences that open a line with a dateline, with the state of its place."""
    found, text = [], reading.source.text
    for sentence in reading.sentences:
        line = text.rfind("\n", 0, sentence.sentence.start) + 1
        before = sentence.before.sentence.end if sentence.before is not None else 0
        dateline = parse_dateline(text[line : sentence.sentence.end], first=False) if before <= line else None
        if dateline is not None and dateline.places:
            place = find_place(dateline.places[0])
            found.append((sentence.number, None if place is None else place.country))
    return found
