"""The tables as readers see them: few columns, words for codes, a link from every row to its evidence.

Each function takes the reports and gives a DataFrame whose column names are the heads; cells are text, inline nodes
or None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.briefing.display import nodes
from analysis.briefing.display.table import FACETS, LIMIT
from analysis.briefing.evidence import number_of
from analysis.briefing.facets import find_facets
from analysis.briefing.wording import say
from analysis.comparison.evidence import find_teller
from analysis.comparison.figures import name_victims
from analysis.sources.source import is_coded
from analysis.tables.frames import to_records
from analysis.tables.wording import say_countries, say_country, say_day, say_days, shortened, within

if TYPE_CHECKING:
    import pandas as pd

    from analysis.briefing.reports import Reports

#: letters of a long text in a table; its evidence holds all of it
LONG = 220
SHORT = 60

DIGIT = re.compile(r"[0-9]")

#: the blanks inside a day: after its number, and before its year
DAY_BLANK = re.compile(r"(?<=\d)[ ](?=[A-Z])|(?<=[a-z])[ ](?=\d{4}\b)")

Cells = dict[str, Any]


def to_attack_rows(reports: Reports) -> pd.DataFrame:
    """Make the readers' table of attacks, by date, the undated last."""
    return _to_rows(reports, "attacks", _attack, sorted(to_records(reports.attacks), key=_by_day))


def to_casualty_rows(reports: Reports) -> pd.DataFrame:
    """Make the readers' table of casualties, by the date of their attack."""
    attacks = {(row["source_id"], row["id"]): row for row in to_records(reports.attacks)}
    rows = [row | {"of": attacks.get((row["source_id"], row["attack"]))} for row in to_records(reports.casualties)]
    return _to_rows(reports, "casualties", _casualty, sorted(rows, key=lambda row: _by_day(row["of"])))


def to_troop_rows(reports: Reports) -> pd.DataFrame:
    """Make the readers' table of troop figures, by force, place and time."""
    rows = to_records(reports.troops)
    rows.sort(key=lambda row: (row["force"], row["place"] or "", row["as_of"] or "9999"))
    return _to_rows(reports, "troops", _troops, rows)


def to_statement_rows(reports: Reports) -> pd.DataFrame:
    """Make the readers' table of statements, in the order of the sources and their texts."""
    return _to_rows(reports, "statements", _statement, to_records(reports.statements))


def to_source_rows(reports: Reports) -> pd.DataFrame:
    """Make the list of sources with what is known of each; documents that could not be read stand at its end."""
    import pandas as pd

    read = [_source(reports, number, row) for number, row in enumerate(to_records(reports.sources), 1)]
    unread = [
        {"No.": None, "Source": "not read", "Title": f"{unread.file}: {unread.reason}"}
        for unread in reports.corpus.unread
    ]
    columns = ["No.", "Source", "Agencies", "Title", "Published", "Language"]
    return pd.DataFrame([*read, *unread], columns=columns, dtype=object)


def _to_rows(reports: Reports, name: str, cells: Callable[[Cells], Cells], rows: Iterable[Cells]) -> pd.DataFrame:
    """Make a table of rows, each ending in its source and the link to its evidence."""
    import pandas as pd

    made = []
    for number, row in enumerate(rows):
        passage = reports.index[name, row["claim_id"]]
        if number < LIMIT:
            reports.cited.add((name, row["claim_id"]))
        shown = {head: _linked(passage.anchor, value) for head, value in cells(row).items()}
        source = reports.names[row["source_id"]]
        link = nodes.reference(passage.anchor, [nodes.text(passage.number)])
        made.append(shown | {"Source": source, "Evidence": link, FACETS: find_facets(name, row, source)})
    return pd.DataFrame(made, columns=[*cells(_Nothing()), "Source", "Evidence", FACETS], dtype=object)


def _linked(anchor: str, value: Any) -> Any:
    """Make a number or a day a link to its evidence; other cells stay as they are."""
    if isinstance(value, str) and DIGIT.search(value) and len(value) <= SHORT:
        return nodes.reference(anchor, [nodes.text(value)], quiet=True)
    return value


class _Nothing(dict[str, Any]):
    """A row without values: gives the heads of a table that has no rows."""

    def __missing__(self, key: str) -> None:
        return None


def _by_day(row: Cells | None) -> date:
    return ((row["date_from"] or row["date_to"]) if row else None) or date.max


def _where(row: Cells) -> str | None:
    country = say_countries(row["country"]) if row["country"] else None
    place = row["place"].replace(";", " and ") if row["place"] else None
    return ", ".join(filter(None, [place, country])) or None


def _when(row: Cells) -> str | None:
    first, last = row["date_from"], row["date_to"]
    return keep_together(say_days(first, last, short=True)) if first or last else None


def keep_together(days: str) -> str:
    """Keep each day of a period on one line: its blanks do not break."""
    return DAY_BLANK.sub("\N{NO-BREAK SPACE}", days)


def _attack(row: Cells) -> Cells:
    attacker, ground, speaker = row["attacker"], row["attribution"], row["attributed_by"]
    by = f", {ground}" + (f" by {within(shortened(speaker, SHORT))}" if speaker else "") if ground else ""
    return {
        "When": _when(row),
        "Where": _where(row),
        "Weapon": _weapon(row),
        "Target": shortened(row["target"], SHORT) if row["target"] else None,
        "Rounds": number_of(row, "munitions_"),
        "Blamed on": f"{attacker}{by}" if attacker else ground,
    }


def _weapon(row: Cells) -> str:
    """The means, and for a series how many there were where they are counted."""
    means = "not named" if row["type"] == "other" else say(row["type"])
    if row["scope"] != "series":
        return means
    return f"{means}; a series" + ("" if row["count_qualifier"] == "vague" else f" of {number_of(row, 'count_')}")


def to_blame_rows(reports: Reports) -> pd.DataFrame:
    """Make the table of who is named as the attacker and on what ground, those whom most sources name first."""
    import pandas as pd

    groups: dict[tuple[str, str], list[Cells]] = {}
    for row in to_records(reports.attacks):
        if row["attacker"]:
            groups.setdefault((row["attacker"], row["attribution"] or "not said"), []).append(row)
    rows = [
        {
            "Named": attacker,
            "Ground": ground,
            "Attacks": nodes.to_rows("table-attacks", [row["claim_id"] for row in rows], [nodes.text(len(rows))]),
            "Sources": len({row["source_id"] for row in rows}),
            "Evidence": [reports.cite_claims(("attacks", row["claim_id"]) for row in rows)],
        }
        for (attacker, ground), rows in sorted(groups.items(), key=_by_weight)
    ]
    return pd.DataFrame(rows, columns=["Named", "Ground", "Attacks", "Sources", "Evidence"], dtype=object)


def _by_weight(group: tuple[tuple[str, str], list[Cells]]) -> tuple[int, int, tuple[str, str]]:
    """Those whom most sources name first."""
    return -len({row["source_id"] for row in group[1]}), -len(group[1]), group[0]


def _casualty(row: Cells) -> Cells:
    attack = row["of"]
    known = ", ".join(filter(None, [attack["place"] or _where(attack), _when(attack)])) if attack else ""
    victims = name_victims(row["nationality"], row["role"] or "unspecified", row["group"])
    group = f" ({row['group']})" if row["group"] and row["group"] not in victims else ""
    return {
        "Attack": known or None,
        "Outcome": row["outcome"],
        "Number": number_of(row),
        "Victims": victims + group + (" – part of another figure" if row["subset"] else ""),
        "Said by": shortened(teller, SHORT) if (teller := find_teller(row)) else None,
    }


def _troops(row: Cells) -> Cells:
    return {
        "Force": say_country(row["force"] or ""),
        "Where": say_country(row["place"]) if row["place"] else None,
        "Number": number_of(row),
        "Status": row["status"],
        "As of": say_time(row["as_of"]) if row["as_of"] else None,
        "Said by": shortened(teller, SHORT) if (teller := find_teller(row)) else None,
    }


def say_time(as_of: str) -> str:
    """Write the time of a troop figure: an ISO day as words, a year or month as it is."""
    return keep_together(say_day(date.fromisoformat(as_of), short=True)) if len(as_of) == 10 else as_of


def _statement(row: Cells) -> Cells:
    role = shortened(row["role"], SHORT) if row["role"] else None
    return {
        "Speaker": ", ".join(filter(None, [row["speaker"], role])),
        "For": say_country(row["affiliation"]) if row["affiliation"] else None,
        "Act": row["act"],
        "What was said": shortened(" ".join((row["content"] or "").split()), LONG),
    }


def _source(reports: Reports, number: int, row: Cells) -> Cells:
    title = [nodes.text(row["title"] or row["file"])]
    return {
        "No.": nodes.reference(f"evidence-{number}", [nodes.text(number)]),
        "Source": row["outlet"] or reports.names[row["source_id"]],
        "Agencies": row["agencies"].replace(";", ", ") if row["agencies"] else None,
        "Title": nodes.link(row["url"], title),
        "Published": keep_together(say_day(row["published"], short=True)) if row["published"] else None,
        "Language": row["language"] if is_coded(row["language"]) else f"{row['language']}: not coded",
    }
