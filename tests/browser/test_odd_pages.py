"""Odd pages in a browser: hostile words, Arabic, long words, more rows than a table shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.briefing.html import BriefingHTML
from tests.briefing.reports_for_tests import HOSTILE, reports_of
from tests.briefing.test_page import hostile, to_notebook
from tests.browser.conftest import DESK, PHONE, Open
from tests.browser.test_reading import check
from tests.factories import Draft

LONG = "Donaudampfschifffahrtsgesellschaftskapitän" * 6


def write(path: Path, *drafts: Draft, title: str) -> Path:
    notebook = to_notebook(reports_of(*drafts) if drafts else hostile(), title)
    path.write_text(BriefingHTML().from_notebook_node(notebook)[0], encoding="utf-8")
    return path


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_hostile_words_are_words(show: Open, axe: str, tmp_path: Path, width: int) -> None:
    with show(write(tmp_path / "hostile.html", title=HOSTILE[0]), width) as seen:
        said = seen.page.evaluate("document.body.innerText")
        assert all(typed in said for typed in HOSTILE if "code" not in typed)
        arabic = seen.page.locator("blockquote[dir=auto]").first
        assert arabic.evaluate("one => getComputedStyle(one).direction") == "rtl"
        assert seen.console == [] and check(seen.page, axe) == []
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_formula_is_text_in_what_is_copied(show: Open, tmp_path: Path) -> None:
    with show(write(tmp_path / "hostile.html", title="T")) as seen:
        box = seen.page.locator("#table-attacks")
        box.get_by_role("button", name="Copy").click()
        box.get_by_role("button", name="Copied").wait_for()
        copied = seen.page.evaluate("navigator.clipboard.readText()")
        assert "'=cmd(" in copied and "\n=cmd" not in copied and ",=cmd" not in copied


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_long_words_break(show: Open, tmp_path: Path, width: int) -> None:
    draft = Draft("long", outlet=LONG, title=LONG)
    draft.attack(f"{LONG} fell.", place=LONG, target=LONG, attacker=LONG, attributed_by=LONG)
    draft.statement(f"{LONG} said so.", speaker=LONG, role=LONG, affiliation=LONG)
    with show(write(tmp_path / "long.html", draft, title=LONG[:300]), width) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
        seen.shot(f"long-{width}")


def test_a_long_table_stays_usable(show: Open, tmp_path: Path) -> None:
    draft = Draft("many")
    for number in range(400):
        draft.attack(f"Rocket number {number} fell.", place=f"Town {number % 40}", country="IQ")
    with show(write(tmp_path / "many.html", draft, title="T")) as seen:
        box = seen.page.locator("#table-attacks")
        assert box.locator("tbody tr").count() == 300
        assert "The first 300 of 400 rows; tables/attacks.csv holds all." in box.inner_text()
        box.get_by_role("searchbox").fill("town 7")
        assert 0 < box.locator("tbody tr:not(.out)").count() < 300
