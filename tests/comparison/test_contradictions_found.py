from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.comparison import find_contradictions
from analysis.comparison.schema import CONTRADICTIONS
from analysis.sources.folder import read_sources
from analysis.sources.source import Corpus
from analysis.tables.check import check_frame
from tests.comparison.reports_for_checks import findings_of, report, tables_and_corpus, words_of

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "contradictions.yaml").read_text("utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=[f"{case['kind']}: {case['why']}" for case in CASES])
def test_each_checker_finds_what_it_says_and_nothing_else(case: dict[str, Any]) -> None:
    days = [date.fromisoformat(day) for day in case.get("published", ())] or [date(2021, 5, 7)] * len(case["texts"])
    sources = [report(f"paper-{n}", text, day) for n, (text, day) in enumerate(zip(case["texts"], days, strict=True))]
    found = findings_of(*sources, kind=case["kind"])
    if case.get("none"):
        assert found == [], words_of(found)
    else:
        assert case["says"] in words_of(found)


def test_the_table_holds_a_row_per_passage_and_keeps_its_schema() -> None:
    tables, corpus = tables_and_corpus(
        report("a", "Rockets hit a base in Mosul on Tuesday and killed nine soldiers, the army said."),
        report("b", "Four soldiers were killed when rockets hit a base in Mosul on Tuesday, police said."),
    )
    found = find_contradictions(tables, corpus)
    check_frame("contradictions", found, CONTRADICTIONS)
    clash = found[(found["kind"] == "figures") & (found["weight"] == "material")]
    assert list(clash["source_id"]) == ["a", "b"] and list(clash["side"]) == [1, 2]
    assert clash["finding_id"].nunique() == 1 and set(clash["scope"]) == {"between"}
    assert find_contradictions(tables, corpus).equals(found)


def test_findings_keep_their_names_beside_other_sources() -> None:
    first = report("a", "Rockets hit a base in the southern Iraqi city of Mosul on Tuesday, the army said.")
    other = report("b", "The harvest was good this year, farmers said.")
    names = {finding.finding_id for finding in findings_of(first)}
    assert names and names <= {finding.finding_id for finding in findings_of(other, first)}


def test_nothing_is_found_in_nothing() -> None:
    assert findings_of() == []
    assert findings_of(report("a", "The harvest was good this year, farmers said.")) == []
    tables, _ = tables_and_corpus(report("a", "Rockets hit a base in Mosul on Tuesday, the army said."))
    assert find_contradictions(tables, Corpus("empty", ())).empty


def test_front_matter_is_no_mark_of_the_page(tmp_path: Path) -> None:
    prose = "Rockets hit a base in Mosul on Tuesday and killed nine soldiers, the army said.\n\nPage 3 of 4\n"
    (tmp_path / "a.md").write_text(f"---\nsource_id: courier-7\npublished: 2021-05-07\n---\n\n{prose}", "utf-8")
    said = [finding.says for finding in findings_of(*read_sources(tmp_path).sources)]
    assert [words for words in said if "page's" in words] == ["“Page 3 of 4” is the page's, not the report's."]


def test_what_stands_before_a_stray_mark_begins_with_a_word() -> None:
    text = "The army said on Tuesday that nine rockets had come down on the base near the river in Mosul. .\n"
    found = [finding for finding in findings_of(report("a", text)) if finding.says.startswith("A stray mark")]
    assert [passage.words for finding in found for passage in finding.passages] == [
        "rockets had come down on the base near the river in Mosul. ."
    ]
