"""Map of the attacks: a circle at every place whose coordinate is known, its area the number of attacks.

An attack is one incident, however many sources report it; a series counts once. Only places that the gazetteer has a
citable coordinate for are drawn; the note counts the others. The borders are de-facto borders.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from analysis.charts.compared import incidents_of
from analysis.charts.map_drawing import draw_places
from analysis.charts.sizes import PAGE, Size, enlarge
from analysis.comparison.places import locate
from analysis.language.gazetteer import PlaceKind
from analysis.tables.frames import Tables, to_records
from analysis.tables.wording import listed, say_countries, say_country

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_COLUMNS = ("place", "country", "lat", "lon", "attacks", "reports", "incidents")


def data_map(tables: Tables, size: Size = PAGE) -> pd.DataFrame:
    """Make what the chart shows: a row per place with its coordinate and its number of attacks, most first.

    An attack on two places that are named together counts at each.
    """
    import pandas as pd

    sites: dict[tuple[float, float], dict[str, Any]] = {}
    unplaced: Counter[str] = Counter()
    incidents = to_records(incidents_of(tables))
    for incident in incidents:
        found = _find_spots(incident)
        if not found:
            unplaced[say_countries(incident["country"]) if incident["country"] else "no country named"] += 1
        for name, lat, lon in found:
            site = sites.setdefault(
                (lat, lon),
                {"place": name, "country": incident["country"], "lat": lat, "lon": lon, "ids": [], "reports": 0},
            )
            site["ids"].append(incident["incident_id"])
            site["reports"] += incident["sources"]
    rows = [{**site, "attacks": len(site["ids"]), "incidents": ";".join(site["ids"])} for site in sites.values()]
    rows.sort(key=lambda row: (-row["attacks"], row["place"]))
    data = pd.DataFrame(rows, columns=list(_COLUMNS))
    data.attrs.update(unplaced=dict(unplaced.most_common()), incidents=len(incidents))
    return data


def draw_map(data: pd.DataFrame, size: Size = PAGE) -> Figure:
    """Draw the rows of `data_map`."""
    return enlarge(draw_places(data, size), size.scale)


def plot_map(tables: Tables, size: Size = PAGE) -> Figure | None:
    """Draw the map; None where no attack has a place with a known coordinate."""
    data = data_map(tables, size)
    return None if data.empty else draw_map(data, size)


def caption_map(data: pd.DataFrame) -> str:
    """Say what the map shows: the place with most attacks, else how many places; and what it cannot show."""
    most = data.iloc[0]
    missing = sum(data.attrs.get("unplaced", {}).values())
    left_out = f"; {missing} of {data.attrs['incidents']} attacks have no place that could be drawn" if missing else ""
    if most["attacks"] > 1 and (data["attacks"] == most["attacks"]).sum() == 1:
        return f"{most['place']} was hit most often: {most['attacks']} attacks at different times{left_out}"
    return f"Where the attacks were: {len(data)} place{'s' if len(data) != 1 else ''} with a known coordinate{left_out}"


def alt_map(data: pd.DataFrame) -> str:
    """Say in words what the map shows."""
    shown = [
        f"{row['place']} ({say_country(row['country']) if row['country'] else 'country not said'}) {row['attacks']}"
        for row in to_records(data)
    ]
    return "Map with circles for attacks. " + "; ".join(shown[:60]) + "."


def note_map(data: pd.DataFrame) -> str:
    """Say how to read the map, and how many attacks it cannot show."""
    unplaced: dict[str, int] = data.attrs.get("unplaced", {})
    missing = sum(unplaced.values())
    where = listed([f"{number} {name}" for name, number in unplaced.items()][:6])
    left_out = (
        f" Not drawn, for want of a place with a known coordinate: {missing} of {data.attrs['incidents']} ({where})."
        if missing
        else ""
    )
    return f"Area of a circle: number of attacks.{left_out} De-facto borders, Natural Earth."


def _find_spots(incident: dict[str, Any]) -> list[tuple[str, float, float]]:
    """Find where to draw an incident: the place that most sources give, else any that a source gives."""
    codes = (incident["country"] or "").split(";")
    country = codes[0] if len(codes) == 1 and codes[0] else None
    for names in (incident["place"], incident["places"]):
        spots = [spot for name in (names or "").split(";") if name and (spot := _spot(name, country))]
        if spots:
            return spots if names == incident["place"] else spots[:1]
    return []


def _spot(name: str, country: str | None) -> tuple[str, float, float] | None:
    place = locate(name, country)
    if place is None or place.lat is None or place.lon is None or place.kind not in (PlaceKind.SITE, PlaceKind.TOWN):
        return None
    return place.name, place.lat, place.lon
