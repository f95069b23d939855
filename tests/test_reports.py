"""The invented reports in tests/reports/ and their hand coding: complete, exact, and in agreement with each other.

How well the program reads them is measured elsewhere: nothing here runs it.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.coding.rows import Act, AttackType, Attribution, Kind, Outcome, Role, Scope, Status
from analysis.language.quantities import Qualifier

REPORTS = Path(__file__).resolve().parent / "reports"
FILES = sorted(REPORTS.glob("[0-9]*.md"), key=lambda path: int(path.stem.split("-")[0]))
SHORTEST_COPY = 12  # words in a row that count as copied

QUANTITY = "low high qualifier text"
SLOTS = {
    "attacks": "id scope date_from date_to date_text place country type munitions count target attacker attribution "
    "attributed_by evidence",
    "casualties": f"outcome {QUANTITY} nationality role group subset attack attributed_to evidence",
    "troops": f"force place {QUANTITY} status as_of attributed_to evidence",
    "statements": "speaker role affiliation anonymous kind cue act date content evidence",
}
ENUMS: dict[str, dict[str, type[StrEnum]]] = {
    "attacks": {"scope": Scope, "type": AttackType, "attribution": Attribution},
    "casualties": {"outcome": Outcome, "role": Role, "qualifier": Qualifier},
    "troops": {"status": Status, "qualifier": Qualifier},
    "statements": {"kind": Kind, "act": Act},
}
MAY_BE_NULL = {"attribution"}
PRINTED = ("date_text", "target", "attributed_by", "attributed_to", "cue")

WORD = re.compile(r"[^\W_]+ (?: ['’‘-] [^\W_]+ )*", re.VERBOSE)
AS_OF = re.compile(r"\d{4} (?: -\d\d (?: -\d\d )? )?", re.VERBOSE)
COUNTRIES = re.compile(r"[A-Z]{2} (?: ;[A-Z]{2} )*", re.VERBOSE)

each_report = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def read_report(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and text of a report."""
    opening, front, text = path.read_text("utf-8").split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(front), text


def read_gold(path: Path) -> dict[str, Any]:
    gold: dict[str, Any] = yaml.safe_load((REPORTS / "gold" / f"{path.stem}.yaml").read_text("utf-8"))
    return gold


def find_quantities(gold: dict[str, Any]) -> list[dict[str, Any]]:
    """Every quantity of a coding: of casualties and troops, of munitions and counts."""
    rows = [row for table in ("casualties", "troops") for row in gold[table]]
    return rows + [row[slot] for row in gold["attacks"] for slot in ("munitions", "count") if row[slot]]


def are_bounds_right(low: int | None, high: int | None, qualifier: str) -> bool:
    """Whether a qualifier may have these bounds."""
    match Qualifier(qualifier):
        case Qualifier.EXACT | Qualifier.ABOUT:
            return low is not None and low == high
        case Qualifier.RANGE:
            return low is not None and high is not None and low < high
        case Qualifier.AT_LEAST | Qualifier.MORE_THAN:
            return low is not None and high is None
        case Qualifier.AT_MOST | Qualifier.LESS_THAN:
            return low is None and high is not None
        case Qualifier.VAGUE:
            return high is None and low in (None, 2, 3, 24, 36, 40, 200, 300, 2000, 3000, 20000)


def mark_quoted(text: str) -> list[bool]:
    """For each character whether it stands in a quotation; one that is left open ends with its paragraph."""
    marks = []
    inside = False
    before = ""
    for character in text:
        if character == '"':
            inside = not inside
        elif character in "“”" or character == before == "\n":
            inside = character == "“"
        before = character
        marks.append(inside)
    return marks


def find_runs(text: str) -> set[tuple[str, ...]]:
    """Every run of SHORTEST_COPY words in a text."""
    tokens = re.findall(r"[a-z0-9]+", text.lower())
    return {tuple(tokens[i : i + SHORTEST_COPY]) for i in range(len(tokens) - SHORTEST_COPY + 1)}


# ---- the reports


def test_there_are_a_hundred_and_eighty_six_reports_and_each_is_coded() -> None:
    stems = [path.stem for path in FILES]
    assert [stem.split("-")[0] for stem in stems] == [f"{number:02}" for number in range(1, 187)]
    assert set(stems) == {path.stem for path in (REPORTS / "gold").glob("*.yaml")}
    readme = (REPORTS / "gold" / "README.md").read_text("utf-8")
    assert [stem for stem in stems if f"| {stem} |" not in readme] == []


@each_report
def test_front_matter_is_complete(path: Path) -> None:
    front, text = read_report(path)
    assert list(front) == ["source_id", "outlet", "agencies", "published", "title", "url", "language"]
    assert front["source_id"] == path.stem
    assert front["published"] is None or isinstance(front["published"], date)
    assert front["title"] is None or text.count(front["title"]) == 1
    assert 220 <= len(text.split()) <= 950


@each_report
def test_the_coding_is_of_this_report(path: Path) -> None:
    front, text = read_report(path)
    source = read_gold(path)["source"]
    known = {key: front[key] for key in ("source_id", "outlet", "agencies", "title", "language")}
    assert {key: source[key] for key in known} == known
    assert source["published"] == (front["published"] and front["published"].isoformat())
    assert all(place.lower() in text.lower() for place in source["datelines"])


def test_nothing_is_copied_from_the_hand_coded_sources(shared: Path) -> None:
    theirs = [*(shared / "seeds").glob("*.txt"), *(shared / "gold" / "dev-sources").glob("*.txt")]
    runs = set().union(*(find_runs(path.read_text("utf-8")) for path in theirs))
    assert len(runs) > 1000
    assert [path.stem for path in FILES if find_runs(path.read_text("utf-8")) & runs] == []


# ---- their coding


@each_report
def test_every_row_has_its_slots_and_values(path: Path) -> None:
    gold = read_gold(path)
    assert list(gold) == ["source", *SLOTS]
    for table, slots in SLOTS.items():
        for row in gold[table]:
            assert list(row) == slots.split()
            for slot, enum in ENUMS[table].items():
                assert (row[slot] is None and slot in MAY_BE_NULL) or enum(row[slot])
    assert all(isinstance(row["subset"], bool) for row in gold["casualties"])
    assert all(isinstance(row["anonymous"], bool) for row in gold["statements"])


@each_report
def test_evidence_and_words_stand_in_the_report(path: Path) -> None:
    _, text = read_report(path)
    gold = read_gold(path)
    for table in SLOTS:
        for row in gold[table]:
            assert text.count(row["evidence"]) == 1, row["evidence"]
            for slot in PRINTED:
                assert (row.get(slot) or "") in text, row[slot]
    for row in find_quantities(gold):
        assert (row["text"] or "") in text
    for row in [*gold["casualties"], *gold["troops"]]:
        assert row["text"] in row["evidence"]
    for row in gold["statements"]:
        assert row["evidence"].count(row["content"]) == 1, row["content"]
        assert row["cue"] in row["evidence"]
        assert not row["anonymous"] or row["speaker"].lower() in " ".join(text.lower().split()), row["speaker"]


@each_report
def test_bounds_follow_their_qualifier(path: Path) -> None:
    for row in find_quantities(read_gold(path)):
        assert are_bounds_right(row["low"], row["high"], row["qualifier"]), row


@pytest.mark.parametrize(
    ("low", "high", "qualifier", "right"),
    [
        (4, 4, "exact", True),
        (4, None, "exact", False),
        (4, None, "more_than", True),
        (4, 4, "at_least", False),
        (None, 4, "at_most", True),
        (2, 3, "range", True),
        (7, None, "vague", False),
        (None, None, "vague", True),
    ],
)
def test_wrong_bounds_are_seen(low: int | None, high: int | None, qualifier: str, right: bool) -> None:
    assert are_bounds_right(low, high, qualifier) is right


@each_report
def test_attacks_agree_with_the_codebook(path: Path) -> None:
    gold = read_gold(path)
    ids = [row["id"] for row in gold["attacks"]]
    assert ids == [f"a{number}" for number in range(1, len(ids) + 1)]
    assert all(row["attack"] is None or row["attack"] in ids for row in gold["casualties"])
    published = gold["source"]["published"]
    for row in gold["attacks"]:
        assert (row["date_from"] is None) == (row["date_to"] is None)
        if row["date_from"]:
            assert date.fromisoformat(row["date_from"]) <= date.fromisoformat(row["date_to"])
            assert published is None or row["date_to"] <= published
            assert row["date_text"]
        assert row["country"] is None or COUNTRIES.fullmatch(row["country"])
        if row["scope"] == Scope.SERIES:
            assert row["munitions"] is None
        else:
            assert row["count"]["low"] == row["count"]["high"] == 1
        assert (row["attacker"] is None) == (row["attribution"] in (None, Attribution.UNCLAIMED))


@each_report
def test_dates_and_nationalities_have_their_form(path: Path) -> None:
    gold = read_gold(path)
    assert all(row["as_of"] is None or AS_OF.fullmatch(row["as_of"]) for row in gold["troops"])
    assert all(row["date"] is None or date.fromisoformat(row["date"]) for row in gold["statements"])
    assert all(row["nationality"] is None or re.fullmatch("[A-Z]{2}", row["nationality"]) for row in gold["casualties"])


@each_report
def test_no_row_is_coded_twice(path: Path) -> None:
    gold = read_gold(path)
    for table in ("casualties", "troops", "statements"):
        keys = [tuple(value for slot, value in row.items() if slot != "evidence") for row in gold[table]]
        assert len(set(keys)) == len(keys)


@each_report
def test_the_kind_of_a_statement_follows_its_quotation_marks(path: Path) -> None:
    _, text = read_report(path)
    marks = mark_quoted(text)
    for row in read_gold(path)["statements"]:
        start = text.index(row["evidence"]) + row["evidence"].index(row["content"])
        words = [marks[start + match.start()] for match in WORD.finditer(row["content"])]
        kind = Kind.DIRECT if 2 * sum(words) >= len(words) else Kind.MIXED if any(words) else Kind.INDIRECT
        assert row["kind"] == kind, row["content"]
