"""What does not go together, as readers see it: each finding with the passages that show it.

Nothing is corrected and nobody is said to be right. Material findings concern a day, a place, a figure or a doer;
minor ones a spelling, a wording, a kind of place.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from analysis.briefing.comparing import Cells, find_families, find_findings
from analysis.briefing.display import nodes
from analysis.briefing.display.prose import prose
from analysis.briefing.display.shown import Shown
from analysis.briefing.display.table import FACETS, LIMIT, table
from analysis.briefing.incidents import find_shared
from analysis.briefing.passages import plain
from analysis.briefing.wording import count, name_some, number_in_words
from analysis.tables.wording import capital, shortened

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports

#: passages of a finding that a table shows
PASSAGES = {"material": 3, "minor": 2}
#: letters of a sentence that is shown whole; of a longer one the clause is shown
WHOLE = 200
SAYS = 400
#: families that a table shows
FAMILIES = 100
CAPTIONS = {
    "material": "What the sources say that does not go together, the surest first",
    "minor": "Minor findings: spellings, wordings, kinds of place",
}
NONE = {
    "material": "Days, places, figures and doers were checked{here}; nothing was found that does not go together.",
    "minor": "Spellings, wordings and kinds of place were checked{here}; nothing was found.",
}
#: said of reports no two of which tell of one attack
LONE = (
    "No attack was found in more than one report, so reports could not be set against each other; nothing was found "
    "that does not go together within one."
)


def list_findings(reports: Reports, weight: str) -> Shown:
    """Show the findings of a weight, "material" or "minor", as a table; without one, say what was looked for."""
    import pandas as pd

    heads = ["What does not go together", "Where", "How sure", "Kind"]
    found = find_findings(reports, weight)
    rows = [_row(reports, passages) for passages in found[:LIMIT]]
    frame = pd.DataFrame(rows, columns=[*heads, FACETS], dtype=object)
    name = "contradictions" if weight == "material" else "minor"
    return table(frame, name, CAPTIONS[weight], none=say_none(reports, weight), file="contradictions", total=len(found))


def say_none(reports: Reports, weight: str) -> str:
    """Say what was looked for in vain, and in what."""
    if not len(reports.coded):
        return "No report was coded, so nothing was checked."
    if weight == "material" and reports.selection.whole and len(reports.coded) > 1 and not find_shared(reports):
        return LONE
    return NONE[weight].format(here="" if reports.selection.whole else " in what was asked for")


def count_findings(reports: Reports) -> Shown:
    """Say how many findings there are, how many of them sure, within one source and between several."""
    found = find_findings(reports, "material")
    if not found:
        return prose(say_none(reports, "material"))
    sure = [rows for rows in found if rows[0]["certainty"] == "sure"]
    within = [rows for rows in found if rows[0]["scope"] == "within"]
    return prose(
        "{all} on what does not go together: days, places, figures and doers. Beyond doubt: {sure}; within one source: "
        "{within}; between sources: {between}.",
        all=_link(found, capital(count(len(found), "finding"))),
        sure=_number(sure),
        within=_number(within),
        between=_number([rows for rows in found if rows[0]["scope"] != "within"]),
    )


def list_families(reports: Reports) -> Shown:
    """Show which sources share an agency, a wording or a speaker, and so are no independent witnesses."""
    import pandas as pd

    families = find_families(reports)
    rows = [_family(reports, rows) for rows in families[:FAMILIES]]
    frame = pd.DataFrame(rows, columns=["What they share", "Sources", "Claims", "Evidence"], dtype=object)
    none = "Agencies, speakers and wordings were compared; no two sources share one."
    caption = "Families of sources, by what their claims share"
    return table(frame, "families", caption, none=none, right=["Claims"], limit=FAMILIES, total=len(families))


def _link(found: Sequence[Sequence[Cells]], words: str) -> nodes.Node:
    return nodes.to_rows("table-contradictions", [rows[0]["finding_id"] for rows in found], [nodes.text(words)])


def _number(found: Sequence[Sequence[Cells]]) -> nodes.Node:
    words = number_in_words(len(found))
    return _link(found, words) if found else nodes.text(words)


def _row(reports: Reports, passages: list[Cells]) -> Cells:
    first = passages[0]
    sources = list(dict.fromkeys(reports.names[row["source_id"]] for row in passages))
    return {
        "What does not go together": shortened(first["says"], SAYS),
        "Where": _passages(reports, passages),
        "How sure": first["certainty"],
        "Kind": first["kind"],
        FACETS: {"id": first["finding_id"], "source": "|".join(sources)},
    }


def _passages(reports: Reports, passages: list[Cells]) -> nodes.Nodes:
    """The passages, a line each: the source, its words, the number of its evidence."""
    most = PASSAGES[passages[0]["weight"]]
    lines: nodes.Nodes = []
    for row in passages[:most]:
        sentence = plain(row["sentence"])
        words = sentence if len(sentence) <= WHOLE else plain(row["evidence"])
        source = [nodes.text(reports.names[row["source_id"]])]
        lines += [{"t": "br"}] if lines else []
        lines += [nodes.strong(source), nodes.text(f": “{shortened(words, WHOLE)}” "), reports.cite_passage(row)]
    more = len(passages) - most
    return [*lines, {"t": "br"}, nodes.text(f"and {count(more, 'more passage')}")] if more > 0 else lines


def _family(reports: Reports, rows: list[Cells]) -> Cells:
    first = rows[0]
    shared = f"the {first['reason']} {first['name']}" if first["name"] else "near-identical sentences"
    return {
        "What they share": capital(shared),
        "Sources": name_some(reports.names[row["source_id"]] for row in rows),
        "Claims": sum(row["claims"] for row in rows),
        "Evidence": [reports.cite_claims((row["table"], row["claim_id"]) for row in rows)],
    }
