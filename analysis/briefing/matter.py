"""The back matter: the list of sources, and how the rows were made."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from analysis.briefing.display.prose import prose
from analysis.briefing.display.shown import Shown
from analysis.briefing.display.table import table
from analysis.briefing.rows import to_source_rows
from analysis.briefing.wording import choose, count
from analysis.tables.schema import CLAIMS
from analysis.tables.wording import capital

if TYPE_CHECKING:
    from analysis.briefing.reports import Reports


def list_sources(reports: Reports) -> Shown:
    """Show the sources with what is known of them, and the documents that could not be read."""
    undated = int(reports.sources["published"].isna().sum())
    listed = table(to_source_rows(reports), "sources", "Sources, in the order in which they are numbered")
    if not undated:
        return listed
    said = prose(
        "{undated} {have} no date of publication.",
        undated=capital(count(undated, "source")),
        have=choose(undated, "has", "have"),
        style="note",
    )
    return Shown(listed.blocks + said.blocks)


def method(reports: Reports) -> Shown:
    """Say how many rows the program coded, by how many rules, and how many a person has seen to."""
    frames = [getattr(reports.tables, name) for name in CLAIMS]
    rows = sum(len(frame) for frame in frames)
    rules = {rule for frame in frames for rule in frame["rule"]}
    reviews = Counter(review for frame in frames for review in frame["review"])
    return prose(
        "In these reports {rules} gave {rows}: {attacks}, {casualties}, {troops} and {statements}. A person has "
        "confirmed {confirmed}, corrected {corrected} and added {added}.",
        rules=count(len(rules), "rule"),
        rows=count(rows, "row"),
        attacks=count(len(reports.attacks), "attack or series of attacks", "attacks and series of attacks"),
        casualties=count(len(reports.casualties), "figure of casualties", "figures of casualties"),
        troops=count(len(reports.troops), "number of troops", "numbers of troops"),
        statements=count(len(reports.statements), "statement"),
        confirmed=reviews["confirmed"],
        corrected=reviews["corrected"],
        added=reviews["added"],
    )
