"""The day printed over a report: a table of invented lines, and where on a page such a line counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.sources.folder import read_sources
from analysis.sources.printed_day import parse_printed_day

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "printed_days.yaml").read_text("utf-8"))
PROSE = "Rockets hit the harbour of Aleria on Friday, the mayor said.\n"


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"]) for case in CASES])
def test_lines(case: dict[str, Any]) -> None:
    assert parse_printed_day(case["text"]) == case["day"]


def published(folder: Path, text: str, url: str = "") -> date | None:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "sources.csv").write_text(
        f"file,source_id,outlet,agencies,published,title,url,language\na.txt,,,,,,{url},en\n", encoding="utf-8"
    )
    return read_sources(folder).sources[0].published


def test_the_day_over_the_prose(tmp_path: Path) -> None:
    assert published(tmp_path, f"NEWS DESK\n\n4 May 2021\n\nHarbour hit by rockets\n\n{PROSE}") == date(2021, 5, 4)


def test_other_days_belong_to_other_reports(tmp_path: Path) -> None:
    page = f"4 May 2021\n\nRelated Articles\n\nShip lost\n\n6 June 2022\n\nPort shut\n\n7 July 2022\n\n{PROSE}"
    assert published(tmp_path, page) == date(2021, 5, 4)


def test_a_day_in_the_address_comes_first(tmp_path: Path) -> None:
    assert published(tmp_path, f"4 May 2021\n\n{PROSE}", "https://a.example/2021/05/02/x") == date(2021, 5, 2)


def test_a_day_over_a_list_of_headlines_is_that_of_the_site(tmp_path: Path) -> None:
    headlines = "\n\n".join(f"Harbour news number {i} from the coast" for i in range(12))
    assert published(tmp_path, f"4 May 2021\n\n{headlines}\n\n{PROSE}") is None


def test_days_behind_the_prose_and_days_of_a_chronicle_are_none(tmp_path: Path) -> None:
    assert published(tmp_path, f"{PROSE}\n4 May 2021\n") is None
    assert published(tmp_path, f"4 May 2021\n\n{PROSE}\n5 May 2021\n\nThe mayor of Aleria was shot dead.\n") is None
