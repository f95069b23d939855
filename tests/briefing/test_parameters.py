"""What a build is asked for is checked before any work."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.briefing.errors import BriefingError
from analysis.briefing.parameters import parse_plan


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    for name in ("notebooks", "seeds", "report"):
        (tmp_path / "p" / name).mkdir(parents=True)
    (tmp_path / "reports").mkdir()
    return tmp_path / "p"


def test_seeds_go_to_report_and_figures(checkout: Path) -> None:
    for sources, out in ((None, None), (checkout / "seeds", None), (None, checkout / "report")):
        plan = parse_plan(checkout, sources, out, {})
        assert (plan.own, plan.out, plan.figures) == (True, checkout / "report", checkout / "figures")
        assert plan.parameters == {}


def test_another_folder_goes_to_build(checkout: Path) -> None:
    plan = parse_plan(checkout, checkout.parent / "reports", None, {"since": "2021-01-01", "title": ""})
    assert (plan.own, plan.out) == (False, checkout / "build" / "reports")
    assert plan.figures == plan.out / "figures"
    assert plan.parameters == {"sources": str(checkout.parent / "reports"), "since": "2021-01-01"}


def test_seeds_with_parameters_go_to_build(checkout: Path) -> None:
    assert parse_plan(checkout, None, None, {"countries": "IQ"}).out == checkout / "build" / "seeds"


@pytest.mark.parametrize(
    ("sources", "out", "parameters", "line"),
    [
        ("../reports", "report", {}, "report: made from seeds/ alone"),
        (None, "report", {"since": "2021-01-01"}, "report: made from seeds/ alone"),
        ("../reports", "../reports", {}, "reports: lies in the folder of the sources"),
        ("../reports", "../reports/out", {}, "out: lies in the folder of the sources"),
        ("../reports", "file", {}, "file: is a file, not a folder"),
        (None, None, {"sinse": "2021-01-01"}, "parameter sinse: there is none of that name; there are title, since"),
        (None, None, {"out": "x"}, "parameter out: there is none"),
        (None, None, {"since": "soon"}, "parameter since: 'soon' is not a day"),
        (None, None, {"countries": "Iraq"}, "parameter countries: 'IRAQ'"),
        (None, None, {"title": "x" * 301}, "parameter title: longer than 300"),
    ],
)
def test_a_fault_is_named_with_its_mend(
    checkout: Path, sources: str | None, out: str | None, parameters: dict[str, object], line: str
) -> None:
    (checkout / "file").write_text("x")
    with pytest.raises(BriefingError, match=line):
        parse_plan(checkout, sources and checkout / sources, out and checkout / out, parameters)


def test_a_folder_that_is_no_checkout_is_named(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="no notebooks/ there; --project names"):
        parse_plan(tmp_path, None, None, {})
