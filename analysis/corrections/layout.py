"""The review sheet, the same in Excel and CSV: a row per claim, its sentence with neighbours, then how it was coded.

A person reads `before`, `evidence` and `after`, writes accept, correct or reject into `decision`, for `correct` changes
the coded cells in place, and fills in `by`, `date` and `why`. `seen`, the last column, is a fingerprint of what the row
held when the sheet was written: a sheet that has been overtaken is noticed. Of a statement, the coded `date` stands as
`date_said`, since `date` is the day of the decision.
"""

from __future__ import annotations

import bisect
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from analysis.coding.rows import Coding
from analysis.corrections.fields import ROWS, Row, fields_of, to_cells
from analysis.language.text.sentences import find_sentences
from analysis.sources.source import Corpus, Source

BEFORE = ("source_id", "claim_id", "id", "rule", "review", "before", "evidence", "after", "decision")
AFTER = ("by", "date", "why", "seen")
#: what a person may change besides the coded fields
FILLED = ("decision", "by", "date", "why")
#: fields that a sheet does not show
_HIDDEN = ("evidence", "start", "content_start")
_HEADS = {"date": "date_said"}
#: characters in one of Excel's cells at the most
LONGEST = 32_767


class Decision(StrEnum):
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the sheet: its table and its cells, by the name of the column."""

    table: str
    cells: Mapping[str, str]


def columns_of(table: str) -> tuple[str, ...]:
    """Name the columns of a table's sheet, in order."""
    keys = BEFORE if table == "attacks" else tuple(name for name in BEFORE if name != "id")
    return (*keys, *fields_by_head(table), *AFTER)


def fields_by_head(table: str) -> dict[str, str]:
    """Map the heads of the editable columns to the names of their fields."""
    return {_HEADS.get(name, name): name for name in fields_of(table) if name not in _HIDDEN}


def to_lines(corpus: Corpus, codings: Mapping[str, Coding]) -> list[Line]:
    """Make the lines of every table, by source, then position; codings by source_id."""
    return [
        Line(table, cells)
        for table in ROWS
        for source in corpus.sources
        for cells in _lines_of(source, table, codings.get(source.source_id, Coding()))
    ]


def to_shown(table: str, row: Row) -> dict[str, str]:
    """Give the coded fields of a row as a sheet shows them, by their heads."""
    cells = to_cells(table, row)
    return {head: to_text(cells[name]) for head, name in fields_by_head(table).items()}


def to_text(words: str) -> str:
    """Give words as a cell can hold them: line ends as \\n, cut with "…" at the length that Excel allows."""
    plain = words.replace("\r\n", "\n").replace("\r", "\n")
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"


def to_fingerprint(table: str, row: Row) -> str:
    """Return the fingerprint of what a row says: ten hexadecimal digits."""
    cells = "\x1f".join(to_cells(table, row).values())
    return hashlib.sha256(cells.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _lines_of(source: Source, table: str, coding: Coding) -> Iterator[dict[str, str]]:
    rows: list[Row] = sorted(getattr(coding, table), key=lambda row: row.evidence.start)
    if not rows:
        return
    sentences = find_sentences(source.text, source.furniture)
    starts, ends = [sentence.start for sentence in sentences], [sentence.end for sentence in sentences]
    for row in rows:
        before = bisect.bisect_right(ends, row.evidence.start) - 1
        after = bisect.bisect_left(starts, row.evidence.end)
        told = {
            "source_id": row.source_id,
            "claim_id": row.claim_id,
            **({"id": str(getattr(row, "id", ""))} if table == "attacks" else {}),
            "rule": row.rule,
            "review": row.review.value,
            "before": source.text[starts[before] : ends[before]] if before >= 0 else "",
            "evidence": row.evidence.text,
            "after": source.text[starts[after] : ends[after]] if after < len(sentences) else "",
        }
        shown = {name: to_text(words) for name, words in told.items()} | to_shown(table, row)
        yield dict.fromkeys(columns_of(table), "") | shown | {"seen": to_fingerprint(table, row)}
