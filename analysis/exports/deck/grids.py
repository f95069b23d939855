"""The tables of a deck: sources side by side, evidence, counts that are the darker the fuller, verdicts, families."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from analysis.charts.agreement import QUESTIONS, VERDICTS
from analysis.charts.families import REASONS
from analysis.charts.style import BLUE
from analysis.exports.deck.grid import Grid
from analysis.tables.frames import to_records
from analysis.tables.wording import capital, say_day, shortened

if TYPE_CHECKING:
    import pandas as pd

#: columns of a matrix that a slide holds
_MOST_COLUMNS = 10
_NAME = 40


def to_statement_grid(data: pd.DataFrame) -> Grid:
    """Make the table of counts of `data_statements`, the fuller a cell the darker."""
    acts = [name for name in data.columns if name not in ("body", "total")]
    rows = data.to_dict("records")
    bodies = [row for row in rows if not str(row["body"]).endswith(" other bodies")]
    most = max([int(row[act]) for row in bodies for act in acts], default=0) or 1
    shades = {
        (at, place): _tint(BLUE, 0.12 + 0.88 * min(1.0, int(row[act]) / most))
        for at, row in enumerate(rows)
        for place, act in enumerate(acts, 1)
        if row[act]
    }
    cells = tuple(
        (
            shortened(str(row["body"]), _NAME),
            *(f"{row[act]:,}" if row[act] else "" for act in acts),
            f"{row['total']:,}",
        )
        for row in rows
    )
    return Grid(
        ("", *acts, "all"),
        cells,
        (2.3, *[1.05] * len(acts), 0.7),
        shades,
        frozenset(range(1, len(acts) + 2)),
    )


def to_agreement_grid(data: pd.DataFrame) -> Grid:
    """Make the table of verdicts of `data_agreement`: a sign and its word in each cell."""
    shades: dict[tuple[int, int], str] = {}
    cells = []
    for at, row in enumerate(data.to_dict("records")):
        words = [shortened(str(row["incident"]), 60)]
        for place, question in enumerate(QUESTIONS, 1):
            sign, color, share, _ = VERDICTS[row[question]]
            words.append(f"{sign} {row[question]}" if sign else "")
            if share:
                shades[at, place] = _tint(color, share)
        cells.append((*words, f"{row['sources']} / {row['voices']}"))
    head = ("", *QUESTIONS, "sources / voices")
    return Grid(head, tuple(cells), (2.8, *[1.3] * len(QUESTIONS), 1.0), shades, frozenset(range(1, len(head))))


def to_family_grid(data: pd.DataFrame) -> Grid:
    """Make the table of `data_families`: sources by what they share, in the cells how many claims."""
    rows = to_records(data)
    families = list(dict.fromkeys(row["family_id"] for row in rows))[:_MOST_COLUMNS]
    heads = {row["family_id"]: _name_family(row["family"], row["reason"]) for row in rows}
    sources = {row["source_id"]: row["source"] for row in rows}
    found = {(row["source_id"], row["family_id"]): row for row in rows}
    shades: dict[tuple[int, int], str] = {}
    cells = []
    for at, (source_id, name) in enumerate(sources.items()):
        words = [name]
        for place, family in enumerate(families, 1):
            row = found.get((source_id, family))
            words.append(f"{row['claims']:,}" if row else "")
            if row:
                shades[at, place] = _tint(*REASONS[row["reason"]][:2])
        cells.append(tuple(words))
    head = ("", *(heads[family] for family in families))
    shares = (2.4, *[1.4] * len(families))
    return Grid(head, tuple(cells), shares, shades, frozenset(range(1, len(head))))


def _name_family(name: str, reason: str) -> str:
    return name if name == reason else f"{shortened(name, 22)} ({reason})"


def to_toll_grid(data: pd.DataFrame) -> Grid:
    """Make the table of `data_toll`: what each source's figures for a group come to."""
    rows = [(capital(row["question"]), row["said"], row["who"]) for row in to_records(data)]
    return Grid(("Victims", "Number", "By the figures of"), tuple(rows), (3, 2, 3))


def to_troop_grid(data: pd.DataFrame) -> Grid:
    """Make the table of `data_troops`."""
    rows = [(row["series"], row["said"], row["status"], row["as_of"], row["who"]) for row in to_records(data)]
    return Grid(("Force", "Number", "Status", "As of", "Source"), tuple(rows), (3, 2, 1.4, 1.4, 3))


def to_source_grid(sources: pd.DataFrame, names: dict[str, str], first: int) -> Grid:
    """Make the list of sources, numbered from `first`."""
    rows = [
        (
            str(number),
            names[row["source_id"]],
            row["title"] or row["file"],
            say_day(row["published"], short=True) if row["published"] else "no date",
        )
        for number, row in enumerate(to_records(sources), first)
    ]
    return Grid(("No.", "Source", "Title", "Published"), tuple(rows), (0.6, 2.6, 6.5, 1.6))


def _tint(color: str, share: float) -> str:
    """Mix a colour with white."""
    parts: list[Any] = [int(color[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - min(share, 1.0) * (255 - part)):02x}" for part in parts)
