"""A passage for the reader: the sentence, its neighbours in the paragraph, and the words that a row was read from.

Of a source no more than the sentence and one sentence on each side is shown.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

#: characters around a passage in which its neighbours are looked for, and that a neighbour shows
AROUND, NEIGHBOUR = 700, 320
PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
BLANKS = re.compile(r"\s+")
#: columns of each table that hold words of the sentence as printed
PRINTED = {
    "attacks": ("date_text", "munitions_text", "count_text", "target"),
    "casualties": ("text",),
    "troops": ("text",),
    "statements": (),
}

#: pieces of a passage, each with the numbers of the claims that were read from it
Pieces = list[tuple[str, tuple[int, ...]]]


def plain(words: str) -> str:
    """Write words on one line."""
    return BLANKS.sub(" ", words).strip()


@lru_cache(maxsize=4096)
def find_neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Find the sentence before and after a passage in its paragraph; "" where there is none."""
    from analysis.language.text.sentences import find_sentences

    before = PARAGRAPH.split(text[max(0, start - AROUND) : start])[-1]
    after = PARAGRAPH.split(text[end : end + AROUND])[0]
    behind, ahead = find_sentences(before), find_sentences(after)
    last = plain(before[behind[-1].start : behind[-1].end]) if behind else ""
    first = plain(after[ahead[0].start : ahead[0].end]) if ahead else ""
    cut = bool(behind) and behind[-1].start == 0 and start > AROUND
    return _tail(last, cut), _head(first)


def _tail(words: str, cut: bool) -> str:
    if len(words) <= NEIGHBOUR and not cut:
        return words
    return "… " + words[-NEIGHBOUR:].partition(" ")[2]


def _head(words: str) -> str:
    return words if len(words) <= NEIGHBOUR else words[:NEIGHBOUR].rpartition(" ")[0] + " …"


def find_marks(table: str, row: Mapping[str, Any], sentence: str) -> list[list[int]]:
    """Find the words that a row was read from in its sentence, as [start, end] in `sentence` (evidence on one line)."""
    printed = [words for name in PRINTED[table] if (words := row[name])]
    if table == "statements":
        at = row["content_start"] - row["start"]
        printed = [row["evidence"][max(0, at) : row["content_end"] - row["start"]]]
    found = [re.search(rf"(?<!\w){re.escape(one)}(?!\w)", sentence) for one in map(plain, printed) if one]
    return [list(span) for span in sorted({place.span() for place in found if place})]


def to_pieces(sentence: str, marks: Sequence[Iterable[Sequence[int]]]) -> Pieces:
    """Cut a sentence where marks begin and end; `marks` holds those of each claim.

    >>> to_pieces("Nine men fell.", [[[0, 4]], [[0, 8]]])
    [('Nine', (0, 1)), (' men', (1,)), (' fell.', ())]
    """
    cuts = sorted({0, len(sentence)} | {offset for spans in marks for span in spans for offset in span})
    return [
        (
            sentence[start:end],
            tuple(n for n, spans in enumerate(marks) if any(a <= start and end <= b for a, b in spans)),
        )
        for start, end in itertools.pairwise(cuts)
    ]
