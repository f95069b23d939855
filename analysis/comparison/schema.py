"""The columns of the tables that comparing makes, in the terms of `analysis.tables.schema`."""

from __future__ import annotations

from analysis.coding.rows import AttackType, Scope
from analysis.comparison.findings import Certainty, FindingKind, Weight
from analysis.comparison.verdicts import Verdict
from analysis.language.quantities import Qualifier
from analysis.tables.schema import Column, ColumnType

_TEXT, _WHOLE, _DAY = ColumnType.TEXT, ColumnType.WHOLE, ColumnType.DAY

INCIDENTS: tuple[Column, ...] = (
    Column("incident_id", _TEXT, "name of the incident in the table of attacks", nullable=False),
    Column("name", _TEXT, "place and day that most sources give, the earliest report on ties", nullable=False),
    Column("scope", _TEXT, "one attack, or a series", nullable=False, values=tuple(scope.value for scope in Scope)),
    Column("date_from", _DAY, "first day of the dates that most sources give, the earliest report on ties"),
    Column("date_to", _DAY, "last day of these dates"),
    Column("earliest", _DAY, "first day that any source allows"),
    Column("latest", _DAY, "last day that any source allows"),
    Column("place", _TEXT, "the place that most sources give"),
    Column("places", _TEXT, "every place that a source gives, joined by ;"),
    Column("country", _TEXT, "ISO 3166 codes, joined by ;"),
    Column("type", _TEXT, "the means that most sources give", False, tuple(kind.value for kind in AttackType)),
    Column("sources", _WHOLE, "how many sources report it", nullable=False),
    Column("voices", _WHOLE, "how many independent voices stand behind these reports", nullable=False),
    Column("part_of", _TEXT, "incident_ids of the series that it can be part of, joined by ;"),
)

LINKS: tuple[Column, ...] = (
    Column("incident_id", _TEXT, "the incident that both attacks are", nullable=False),
    Column("source_id", _TEXT, "the one source", nullable=False),
    Column("claim_id", _TEXT, "its attack", nullable=False),
    Column("other_source_id", _TEXT, "the other source", nullable=False),
    Column("other_claim_id", _TEXT, "its attack", nullable=False),
    Column(
        "score", _TEXT, "how strongly they are tied, 0 to 1; empty where only others tie them", pattern=r"[01]\.\d\d"
    ),
    Column("reasons", _TEXT, "what ties them, joined by ;", nullable=False),
)

FIGURES: tuple[Column, ...] = (
    Column("incident_id", _TEXT, "the incident", nullable=False),
    Column("incident", _TEXT, "its name", nullable=False),
    Column("question", _TEXT, "what is answered: date, place, doer, rounds, killed …, injured …", nullable=False),
    Column("source_id", _TEXT, "the source that answers", nullable=False),
    Column("published", _DAY, "its day of publication"),
    Column("value", _TEXT, "the answer where it is no number"),
    Column("low", _WHOLE, "lowest number that the words allow"),
    Column("high", _WHOLE, "highest number that the words allow"),
    Column("qualifier", _TEXT, "how the words bound it", values=tuple(qualifier.value for qualifier in Qualifier)),
    Column("text", _TEXT, "the answer as printed"),
    Column("part", ColumnType.FLAG, "true where it counts some of another figure's people", nullable=False),
    Column("rest", ColumnType.FLAG, "true where it counts others beside those of another figure", nullable=False),
    Column("speaker", _TEXT, "who is said to say so; empty: the source's own voice"),
    Column("table", _TEXT, "the table that the claim stands in", nullable=False),
    Column("claim_id", _TEXT, "the claim", nullable=False),
    Column("evidence", _TEXT, "its sentence, letter for letter", nullable=False),
)

MOVEMENT: tuple[Column, ...] = (
    *(column for column in FIGURES if column.name not in ("value", "part", "rest", "table")),
    Column("moved", _TEXT, "beside the figure before", values=("higher", "lower", "the same", "open")),
)

AGREEMENT: tuple[Column, ...] = (
    Column("incident_id", _TEXT, "the incident", nullable=False),
    Column("incident", _TEXT, "its name", nullable=False),
    Column(
        "question", _TEXT, "what is answered: date, place, doer, claim, rounds, killed …, injured …", nullable=False
    ),
    Column("verdict", _TEXT, "whether the answers can all be true", False, tuple(verdict.value for verdict in Verdict)),
    Column("sources", _WHOLE, "how many sources answer", nullable=False),
    Column("voices", _WHOLE, "how many independent voices stand behind these answers", nullable=False),
    Column("silent", _TEXT, "sources that report the incident and do not answer, joined by ;"),
    Column("meeting", _TEXT, "what all answers allow"),
    Column("clashes", _TEXT, "pairs of claims that cannot both be true: claim|claim, joined by ;"),
    Column("sums", _TEXT, "totals beside their parts, joined by ;"),
    Column("low", _WHOLE, "lowest number that any answer allows; empty where one gives no lower bound"),
    Column("high", _WHOLE, "highest number that any answer allows; empty where one gives no upper bound"),
    Column("acled", _WHOLE, "the most conservative number of killed, as ACLED states it"),
)

FAMILIES: tuple[Column, ...] = (
    Column("family_id", _TEXT, "name of the family", nullable=False),
    Column("reason", _TEXT, "what its claims share", False, ("agency", "wording", "speaker")),
    Column("name", _TEXT, "the agency or the speaker; empty for a wording"),
    Column("source_id", _TEXT, "a source of the family", nullable=False),
    Column("claims", _WHOLE, "how many of its claims share it", nullable=False),
    Column("table", _TEXT, "the table of one of them", nullable=False),
    Column("claim_id", _TEXT, "this claim", nullable=False),
    Column("evidence", _TEXT, "its sentence, letter for letter", nullable=False),
)

CONTRADICTIONS: tuple[Column, ...] = (
    Column("finding_id", _TEXT, "name of the finding; its rows are its passages", nullable=False),
    Column("kind", _TEXT, "what it is found by", False, tuple(kind.value for kind in FindingKind)),
    Column(
        "weight",
        _TEXT,
        "material: day, place, figure, doer; minor: spelling, wording, kind of place",
        False,
        tuple(weight.value for weight in Weight),
    ),
    Column(
        "certainty",
        _TEXT,
        "how sure it is that not all of it can be true",
        False,
        tuple(certainty.value for certainty in Certainty),
    ),
    Column("scope", _TEXT, "within one source, or between sources", False, ("within", "between")),
    Column("incident_id", _TEXT, "the incident that it is about"),
    Column("question", _TEXT, "the question that it is about"),
    Column("says", _TEXT, "what does not go together, in a sentence", nullable=False),
    Column("side", _WHOLE, "number of the passage in the finding", nullable=False),
    Column("source_id", _TEXT, "the source of the passage", nullable=False),
    Column("evidence", _TEXT, "the passage, letter for letter", nullable=False),
    Column("start", _WHOLE, "where the passage starts, in characters of the source's text", nullable=False),
    Column("end", _WHOLE, "where the passage ends", nullable=False),
    Column("sentence", _TEXT, "the sentence that holds it", nullable=False),
    Column("claims", _TEXT, "claims of the tables that clash, joined by ;"),
)

MATRIX: tuple[Column, ...] = (
    Column("incident_id", _TEXT, "the incident", nullable=False),
    Column("incident", _TEXT, "its name", nullable=False),
    Column("source_id", _TEXT, "the source", nullable=False),
    Column("answers", _WHOLE, "how many questions it answers", nullable=False),
    Column("date", _TEXT, "the day that it gives"),
    Column("place", _TEXT, "the place"),
    Column("doer", _TEXT, "who did it, as it says"),
    Column("rounds", _TEXT, "the rounds"),
    Column("killed", _TEXT, "the killed, by group of victims, joined by ;"),
    Column("injured", _TEXT, "the injured, by group of victims, joined by ;"),
)

KEY_FINDINGS: tuple[Column, ...] = (
    Column("incident_id", _TEXT, "the incident", nullable=False),
    Column("incident", _TEXT, "its name", nullable=False),
    Column("sources", _WHOLE, "how many sources report it", nullable=False),
    Column("voices", _WHOLE, "how many independent voices stand behind them", nullable=False),
    *(Column(verdict.value, _TEXT, f"questions with the verdict {verdict.value}, joined by ;") for verdict in Verdict),
    Column("material", _WHOLE, "material findings on it"),
)

#: the tables of a comparison that are written beside the tables of claims, with their columns
COMPARED: dict[str, tuple[Column, ...]] = {
    "incidents": INCIDENTS,
    "agreement": AGREEMENT,
    "contradictions": CONTRADICTIONS,
    "families": FAMILIES,
}
