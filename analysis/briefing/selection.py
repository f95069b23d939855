"""Which rows a briefing holds: those of a period and of some countries.

An attack is in when its dates meet the period, and its casualties with it; statements and troop figures are in when
their time meets it. What has no date stays, and is counted: nothing is left out for what the source does not say. So
it is with countries; a statement is of those of the attacks in its report, and of the state that makes it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from analysis.briefing.errors import BriefingError
from analysis.language.places import find_place
from analysis.vocabulary import read_vocabulary

if TYPE_CHECKING:
    import pandas as pd

    from analysis.tables import Tables

CODES = re.compile(r"[\s,;]+")
#: letters of a country's code
CODE = 2


@dataclass(frozen=True, slots=True)
class Selection:
    """A period (inclusive, None = open) and countries by ISO 3166 alpha-2 code (empty = all)."""

    since: date | None = None
    until: date | None = None
    countries: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Tell whether nothing is left out."""
        return self == Selection()


def parse_selection(since: object = None, until: object = None, countries: object = None) -> Selection:
    """Read the notebooks' parameters: ISO dates, country codes as a list or as "IQ, SY"; None, "" and [] are open.

    Raises BriefingError with the parameter's name and the form it takes.

    >>> parse_selection("2019-12-01", None, "IQ, SY")
    Selection(since=datetime.date(2019, 12, 1), until=None, countries=('IQ', 'SY'))
    """
    first, last = _parse_day("since", since), _parse_day("until", until)
    if first and last and first > last:
        raise BriefingError(f"parameters since and until: {first} is after {last}; exchange them")
    return Selection(first, last, _parse_countries(countries))


def _parse_day(name: str, value: object) -> date | None:
    if value in (None, ""):
        return None
    try:
        return value if type(value) is date else date.fromisoformat(str(value).strip())
    except ValueError:
        raise BriefingError(f"parameter {name}: {value!r} is not a day in the form 2019-12-31") from None


def _parse_countries(value: object) -> tuple[str, ...]:
    if value is None:
        return ()
    parts = CODES.split(value) if isinstance(value, str) else list(value) if isinstance(value, Iterable) else [value]
    codes = tuple(dict.fromkeys(str(part).strip().upper() for part in parts if str(part).strip()))
    for code in codes:
        if code not in read_vocabulary("countries"):
            raise BriefingError(
                f"parameter countries: {code!r} is not a country's two-letter ISO 3166 code, as in IQ,SY"
            )
    return codes


def select(tables: Tables, selection: Selection) -> tuple[Tables, dict[str, int]]:
    """Keep the rows of a selection; also give, for each table, how many rows stay for want of a date or a country."""
    if selection.whole:
        return tables, {}
    attacks = tables.attacks
    dated = meets(attacks["date_from"], attacks["date_to"], selection)
    placed = lies_in(attacks["country"], selection)
    kept = attacks[dated.fillna(True) & placed.fillna(True)]
    gone = attacks.drop(kept.index)
    casualties = tables.casualties[~_points_to(tables.casualties, gone)]
    troops_dated = meets(*_days(tables.troops["as_of"]), selection)
    troops_placed = lies_in(tables.troops["place"].map(_country_of), selection)
    troops = tables.troops[troops_dated.fillna(True) & troops_placed.fillna(True)]
    said = meets(tables.statements["date"], tables.statements["date"], selection)
    meant = _speaks_of(tables.statements, kept, selection)
    statements = tables.statements[said.fillna(True) & meant.fillna(True)]
    unknown = {
        "attacks": _unknown(kept, dated, placed),
        "casualties": int(casualties["attack"].isna().sum()),
        "troops": _unknown(troops, troops_dated, troops_placed),
        "statements": _unknown(statements, said, meant),
    }
    parts = {"attacks": kept, "casualties": casualties, "troops": troops, "statements": statements}
    return replace(tables, **{name: frame.reset_index(drop=True) for name, frame in parts.items()}), unknown


def _country_of(place: object) -> str | None:
    """The country of a place of troops: a code, or a site or town that the gazetteer has; None where none is known."""
    if not isinstance(place, str) or len(place) == CODE:
        return place if isinstance(place, str) else None
    known = find_place(place)
    return known.country if known is not None else None


def meets(first: pd.Series[Any], last: pd.Series[Any], selection: Selection) -> pd.Series[Any]:
    """Tell of each interval whether it meets the period; null where no date is known and one is asked for."""
    import pandas as pd

    start, end = first.fillna(last), last.fillna(first)
    met = pd.Series(True, index=first.index, dtype="boolean")
    if selection.since:
        met &= end >= pd.Timestamp(selection.since)
    if selection.until:
        met &= start <= pd.Timestamp(selection.until)
    return met.mask(start.isna()) if selection.since or selection.until else met


def lies_in(countries: pd.Series[Any], selection: Selection) -> pd.Series[Any]:
    """Tell of each cell of country codes whether one is asked for; null where none is known."""
    import pandas as pd

    if not selection.countries:
        return pd.Series(True, index=countries.index, dtype="boolean")
    wanted = set(selection.countries)
    found = [None if pd.isna(cell) else bool(wanted & set(cell.split(";"))) for cell in countries]
    return pd.Series(found, index=countries.index, dtype="boolean")


def _speaks_of(statements: pd.DataFrame, attacks: pd.DataFrame, selection: Selection) -> pd.Series[Any]:
    """Tell of each statement whether it is by a state asked for, or in a report of attacks that stay."""
    import pandas as pd

    if not selection.countries:
        return pd.Series(True, index=statements.index, dtype="boolean")
    told = set(attacks["source_id"])
    found = [
        source_id in told or (not pd.isna(body) and body in selection.countries)
        for source_id, body in zip(statements["source_id"], statements["affiliation"], strict=True)
    ]
    return pd.Series(found, index=statements.index, dtype="boolean")


def _points_to(casualties: pd.DataFrame, attacks: pd.DataFrame) -> pd.Series[Any]:
    import pandas as pd

    ids = set(zip(attacks["source_id"], attacks["id"], strict=True))
    pairs = zip(casualties["source_id"], casualties["attack"], strict=True)
    return pd.Series([pair in ids for pair in pairs], index=casualties.index, dtype="bool")


def _days(as_of: pd.Series[Any]) -> tuple[pd.Series[Any], pd.Series[Any]]:
    """The first and the last day of each cell that holds a year, a month or a day."""
    import pandas as pd

    spans = [(None, None) if pd.isna(cell) else _span(cell) for cell in as_of]
    first, last = zip(*spans, strict=True) if spans else ((), ())
    return tuple(pd.Series(days, index=as_of.index, dtype="datetime64[us]") for days in (first, last))  # type: ignore[return-value]


def _span(time: str) -> tuple[str, str]:
    if len(time) == 4:
        return f"{time}-01-01", f"{time}-12-31"
    if len(time) == 7:
        year, month = map(int, time.split("-"))
        return f"{time}-01", f"{time}-{monthrange(year, month)[1]}"
    return time, time


def _unknown(kept: pd.DataFrame, *tests: pd.Series[Any]) -> int:
    return sum(any(test.isna()[row] for test in tests) for row in kept.index)
