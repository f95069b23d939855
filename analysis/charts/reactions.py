"""Statements over time: a row per body that speaks, a mark per day, and behind them the days of the attacks.

That a statement follows an attack does not say that it is about it: nothing is linked here. Statements without a date
are not drawn; the note counts them.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from analysis.charts.compared import incidents_of
from analysis.charts.reactions_drawing import draw_days, most_bodies
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.charts.statements import name_body
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import listed, say_days

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

#: days after an attack that the title looks at
SOON = 3
#: dated statements that are drawn
FEWEST = 3
_COLUMNS = ("what", "row", "date_from", "date_to", "name", "number", "incident_id", "claims")


def data_reactions(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per body and day with its statements, and a row per dated attack.

    Fewer than three dated statements are no course of anything: no rows.
    """
    import pandas as pd

    days: dict[tuple[str, date], list[str]] = {}
    totals: dict[str, int] = {}
    said = to_records(tables.statements)
    for row in said:
        if row["date"]:
            body = name_body(row["affiliation"])
            days.setdefault((body, row["date"]), []).append(row["claim_id"])
            totals[body] = totals.get(body, 0) + 1
    shown = _name_rows(totals, most_bodies(size))
    rows = _merge(days, shown) if sum(totals.values()) >= FEWEST else []
    attacks = _attacks(tables, [row["date_from"] for row in rows])
    data = pd.DataFrame(rows + attacks if rows else [], columns=list(_COLUMNS))
    for column in ("date_from", "date_to"):
        data[column] = pd.Series(list(data[column]), dtype="datetime64[us]")
    dated = sum(totals.values())
    data.attrs.update(undated=len(said) - dated, statements=dated, attacks=len(attacks))
    return data


def _name_rows(totals: dict[str, int], most: int) -> dict[str, str]:
    """Give each body its row, those with most statements first; the last row is shared where there are too many."""
    ranked = sorted(totals, key=lambda body: -totals[body])
    kept = ranked if len(ranked) <= most else ranked[: most - 1]
    return {body: body if body in kept else f"{len(ranked) - len(kept)} other bodies" for body in ranked}


def _merge(days: dict[tuple[str, date], list[str]], shown: dict[str, str]) -> list[dict[str, Any]]:
    merged: dict[tuple[str, date], list[str]] = {}
    for (body, day), claims in days.items():
        merged.setdefault((shown[body], day), []).extend(claims)
    order = list(dict.fromkeys(shown.values()))
    keys = sorted(merged, key=lambda key: (order.index(key[0]), key[1]))
    return [
        {
            "what": "statements",
            "row": body,
            "date_from": day,
            "date_to": day,
            "number": len(merged[body, day]),
            "claims": ";".join(merged[body, day]),
        }
        for body, day in keys
    ]


def _attacks(tables: Tables, days: list[date]) -> list[dict[str, Any]]:
    """Take the attacks of a known day not long before or among the statements."""
    if not days:
        return []
    slack = timedelta(days=max(14, (max(days) - min(days)).days // 4))
    first, last = min(days) - slack, max(days)
    return [
        {
            "what": "attack",
            "row": None,
            "date_from": row["date_from"],
            "date_to": row["date_to"],
            "name": _short(row),
            "number": row["sources"],
            "incident_id": row["incident_id"],
        }
        for row in to_records(incidents_of(tables))
        if row["scope"] == "single" and row["date_from"] == row["date_to"] and row["date_from"]
        if first <= row["date_from"] <= last
    ]


def _short(row: dict[str, Any]) -> str:
    """Name an attack by its place, else as the table of incidents does without the day."""
    return str(row["place"] or row["name"].rsplit(", ", 1)[0]).replace(";", " and ")


def draw_reactions(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_reactions`."""
    return enlarge(draw_days(data, size), size.scale)


def plot_reactions(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the statements over time; None where fewer than three have a date."""
    data = data_reactions(tables, size)
    return None if data.empty else draw_reactions(data, size)


def caption_reactions(data: pd.DataFrame) -> str:
    """Say what the chart shows: the attack with most statements in the days after it, else how many there are."""
    rows = to_records(data)
    said = [row for row in rows if row["what"] == "statements"]
    total = data.attrs["statements"]
    after = [(_after(said, attack), attack) for attack in rows if attack["what"] == "attack"]
    most, attack = max(after, key=lambda pair: (pair[0], pair[1]["number"]), default=(0, {}))
    if most < 2:
        days = [row["date_from"] for row in said]
        return f"{total} dated statement{'s' if total != 1 else ''}, {say_days(min(days), max(days))}"
    where = f"{attack['name']}, {say_days(attack['date_from'], attack['date_to'])}"
    return f"{most} of {total} dated statements came within {SOON} days after the attack on {where}"


def _after(said: list[dict[str, Any]], attack: dict[str, Any]) -> int:
    return sum(row["number"] for row in said if 0 <= (row["date_from"] - attack["date_from"]).days <= SOON)


def alt_reactions(data: pd.DataFrame) -> str:
    """Say in words who spoke on which days, and which attacks stand behind."""
    told = []
    for name, group in data[data["what"] == "statements"].groupby("row", sort=False):
        days = [f"{row['number']} on {say_days(row['date_from'], row['date_to'])}" for row in to_records(group)]
        shown = days if len(days) <= 8 else [*days[:7], f"{len(days) - 7} more days"]
        told.append(f"{name}: {listed(shown)}")
    attacks = [row["name"] for row in to_records(data) if row["what"] == "attack"]
    behind = f" Attacks behind them: {listed(attacks[:12])}" if attacks else ""
    more = f" and {len(attacks) - 12} more" if len(attacks) > 12 else ""
    return "Statements by body and day. " + "; ".join(told) + "." + (f"{behind}{more}." if behind else "")


def note_reactions(data: pd.DataFrame) -> str:
    """Say how to read the chart and what it leaves out."""
    undated = data.attrs.get("undated", 0)
    more = f" Statements without a date and not drawn: {undated}." if undated else ""
    behind = " A line is the day of an attack; what follows it need not be about it." if data.attrs["attacks"] else ""
    return f"A circle is a body's statements of one day, or of days too close to tell apart.{behind}{more}"
