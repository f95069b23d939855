"""What the dot-and-range charts share: equal figures on one line, and no more lines than a page holds."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, Any

from analysis.charts.ranges import HEAD, ROW, RangeRow, columns_of, height_of, room_for_groups
from analysis.charts.sizes import PAGE, Size
from analysis.tables.frames import to_records
from analysis.tables.wording import name_sources, say_quantity

if TYPE_CHECKING:
    import pandas as pd

#: lines that one group holds; the figures beyond are summed up in its last line
MOST_ROWS = 9
#: letters in the names of the sources of one line; beyond, the line says how many they are
_NAMES, _FEW_NAMES = 34, 19

_COLUMNS = [
    *("incident_id", "incident", "question", "who", "low", "high", "qualifier", "words", "said"),
    *("part", "speaker", "sources", "claims"),
]


def merge_figures(figures: pd.DataFrame, sources: pd.DataFrame, size: Size = PAGE) -> pd.DataFrame:
    """Put equal figures of one incident and question on one row.

    `figures` is of `compare_figures`. The result has incident_id, incident, question, low, high, qualifier, words (as
    first printed), said (as the chart writes it), part, speaker, sources (how many), who (their names) and claims.
    """
    import pandas as pd

    names = name_sources(sources)
    rows: dict[Hashable, dict[str, Any]] = {}
    for figure in to_records(figures):
        words = figure["text"] if figure["qualifier"] == "vague" else None
        key = (
            *(figure[name] for name in ("incident_id", "question", "low", "high", "qualifier", "part", "rest")),
            words and words.lower(),
        )
        row = rows.setdefault(key, {**figure, "words": figure["text"], "by": {}, "claims": [], "speakers": {}})
        row["by"][figure["source_id"]] = names[figure["source_id"]]
        row["claims"].append(figure["claim_id"])
        row["speakers"] |= {figure["speaker"]: None} if figure["speaker"] else {}
    longest = _FEW_NAMES if size.narrow else _NAMES
    made = [_to_row(row, longest) for row in rows.values()]
    frame = pd.DataFrame(made, columns=_COLUMNS)
    return frame.astype({"low": "Int64", "high": "Int64", "sources": "int64", "part": "bool"})


def _to_row(row: dict[str, Any], longest: int) -> dict[str, Any]:
    by = list(row["by"].values())
    who = ", ".join(by) if len(", ".join(by)) <= longest else f"{len(by)} sources" if len(by) > 1 else by[0]
    said = say_quantity(row["low"], row["high"], row["qualifier"], row["words"]) + (" others" if row["rest"] else "")
    return {
        **row,
        "who": who,
        "said": said,
        "sources": len(by),
        "claims": ";".join(row["claims"]),
        "speaker": "; ".join(row["speakers"]) or None,
    }


def choose_groups(
    merged: pd.DataFrame, keys: Sequence[str], size: Size = PAGE, *, beside: bool = False
) -> pd.DataFrame:
    """Keep the groups that a size holds: those with most sources, in the order they came; sum up overlong groups.

    With `beside` the first key names sections, the headings stand beside the lines. The frame's `attrs` say how many
    groups were left out.
    """
    import pandas as pd

    if merged.empty:
        return merged
    columns, room = columns_of(size, beside=beside), room_for_groups(size)
    most = min(MOST_ROWS, max(2, int((room - HEAD - (HEAD if beside else 0)) / ROW)))
    groups = [_sum_up(group, most) for _, group in merged.groupby(list(keys), sort=False)]
    sections = [str(group[keys[0]].iloc[0]) for group in groups]
    ranked = sorted(range(len(groups)), key=lambda at: (-int(groups[at]["sources"].sum()), at))
    kept: list[int] = []
    seen: set[str] = set()
    for at in ranked:
        room -= height_of(len(groups[at]), columns, new_section=beside and sections[at] not in seen)
        if room < 0 and kept:
            break
        kept.append(at)
        seen.add(sections[at])
    chosen = pd.concat([groups[at] for at in sorted(kept)], ignore_index=True)
    chosen.attrs["left_out"] = len(groups) - len(kept)
    return chosen


def _sum_up(group: pd.DataFrame, most: int) -> pd.DataFrame:
    """Keep the figures that most sources give; put the others of a group on one last line."""
    import pandas as pd

    if len(group) <= most:
        return group
    ranked = group.sort_values("sources", ascending=False, kind="stable")
    shown, rest = group.loc[sorted(ranked.index[: most - 1])], ranked.iloc[most - 1 :]
    numbers = pd.concat([rest["low"], rest["high"]]).dropna()
    low, high = (int(numbers.min()), int(numbers.max())) if len(numbers) else (None, None)
    last = rest.iloc[[0]].assign(
        who=f"{len(rest)} other figures",
        qualifier="range",
        low=pd.array([low], "Int64"),
        high=pd.array([high], "Int64"),
        words=None,
        said=f"between {low:,} and {high:,}" if low is not None else "no number",
        part=False,
        sources=int(rest["sources"].sum()),
        claims=";".join(rest["claims"]),
    )
    return pd.concat([shown, last])


def to_range_rows(group: pd.DataFrame) -> tuple[RangeRow, ...]:
    """Make the lines of one group."""
    again = group["who"].duplicated(keep=False)
    return tuple(
        RangeRow(row["who"], row["low"], row["high"], row["qualifier"], _words(row, twice), row["part"])
        for row, twice in zip(to_records(group), again, strict=True)
    )


def _words(row: dict[str, Any], twice: bool) -> str:
    """What stands behind a mark: the figure, and who gives it where one source has several."""
    notes = ["part of a total"] if row["part"] else []
    notes += [row["speaker"]] if twice and row["speaker"] else []
    return f"{row['said']} ({'; '.join(notes)})" if notes else str(row["said"])


def say_left_out(data: pd.DataFrame, what: str) -> str:
    """Say how many groups the chart leaves to the table; nothing where it shows them all."""
    number = data.attrs.get("left_out", 0)
    return f" {number} more {what}{'s stand' if number != 1 else ' stands'} in the table only." if number else ""
