"""The page as it is used: the drawer, the tables, the contents, all by mouse and by keyboard."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import DESK, PHONE, Open, Seen

WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])


def table(seen: Seen, name: str) -> Any:
    return seen.page.locator(f"#table-{name}")


def shown(box: Any) -> int:
    return int(box.locator("tbody tr:not(.out)").count())


def column(box: Any, at: int) -> list[str]:
    return [words.strip() for words in box.locator(f"tbody tr:not(.out) > :nth-child({at})").all_inner_texts()]


def facets(box: Any, key: str) -> list[str]:
    return list(box.locator("tbody tr:not(.out)").evaluate_all(f"rows => rows.map(row => row.dataset.{key} || '')"))


@WIDTHS
def test_a_number_opens_its_evidence_and_escape_goes_back(show: Open, briefing: Path, width: int) -> None:
    with show(briefing, width) as seen:
        link = seen.page.locator(".cite a").first
        number, anchor = link.inner_text(), link.get_attribute("href")
        link.focus()
        seen.page.keyboard.press("Enter")
        drawer = seen.page.get_by_role("dialog", name=f"Evidence {number}")
        assert drawer.is_visible() and seen.page.evaluate("document.activeElement.id") == "drawer-title"
        said = drawer.inner_text()
        entry = seen.page.locator(f".evidence > li:has([id='{anchor[1:]}'])")
        assert drawer.locator("blockquote").inner_text() == entry.locator("blockquote").inner_text()
        for fact in ("Source", "Coded as", "Who says so", "Rule", "Checked", "not checked"):
            assert fact in said
        seen.page.keyboard.press("Escape")
        assert not drawer.is_visible()
        assert seen.page.evaluate("document.activeElement.getAttribute('href')") == anchor
        assert seen.console == []


def test_only_the_words_of_the_claim_are_marked(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        table(seen, "casualties").locator("a").first.click()
        marks = seen.page.locator("#drawer mark")
        assert marks.count() and set(marks.evaluate_all("all => all.map(one => one.className)")) == {"on"}


def test_the_drawer_steps_through_the_passages_and_leads_to_the_list(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        seen.page.locator(".cite a").first.click()
        title = seen.page.locator("#drawer-title")
        first = title.inner_text()
        seen.page.get_by_role("button", name="Next").click()
        assert title.inner_text() != first
        seen.page.get_by_role("button", name="Previous").click()
        assert title.inner_text() == first
        seen.page.get_by_role("link", name="Show in the list").click()
        assert not seen.page.locator("#drawer").is_visible()
        assert seen.page.evaluate("document.querySelector(':target').closest('.evidence') !== null")


def test_the_drawer_is_closed_by_its_button(show: Open, briefing: Path) -> None:
    with show(briefing, PHONE) as seen:
        seen.page.locator(".cite a").first.click()
        seen.page.get_by_role("button", name="Close").click()
        assert not seen.page.locator("#drawer").is_visible()


@WIDTHS
def test_a_count_leads_to_the_rows_that_it_counts(show: Open, briefing: Path, width: int) -> None:
    with show(briefing, width) as seen:
        link = seen.page.locator("a[data-rows]").first
        name, rows = str(link.get_attribute("href"))[1:], str(link.get_attribute("data-rows")).split()
        link.click()
        box = seen.page.locator(f"#{name}")
        assert shown(box) == len(rows) < box.locator("tbody tr").count()
        assert "Counted as" in box.locator("output").inner_text()
        box.get_by_role("button", name="Show all").click()
        assert shown(box) == box.locator("tbody tr").count()


def test_a_table_sorts_by_days_and_by_numbers_and_keeps_the_unknown_last(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        box = table(seen, "attacks")
        box.get_by_role("button", name="When").click()
        assert box.locator("th[aria-sort=ascending]").inner_text().startswith("When")
        days = list(box.locator("tbody th").evaluate_all("all => all.map(one => one.dataset.v || '')"))
        known = [day for day in days if day]
        assert known == sorted(known) and days[: len(known)] == known
        box.get_by_role("button", name="Rounds").click()
        box.get_by_role("button", name="Rounds").click()
        heads = [words.strip(" ↕↑↓") for words in box.locator("thead th").all_inner_texts()]
        at = heads.index("Rounds") + 1
        cells = box.locator(f"tbody tr > :nth-child({at})").evaluate_all("all => all.map(one => one.dataset.v)")
        numbers = [int(value) for value in cells if value]
        assert len(numbers) > 2 and numbers == sorted(numbers, reverse=True)
        assert all(value is None for value in cells[len(numbers) :])


@WIDTHS
def test_a_table_is_searched(show: Open, briefing: Path, width: int) -> None:
    with show(briefing, width) as seen:
        box = table(seen, "statements")
        total = shown(box)
        box.get_by_role("searchbox").fill("DEFENSE")
        assert 0 < shown(box) < total
        assert all("defense" in words.lower() for words in box.locator("tbody tr:not(.out)").all_inner_texts())
        box.get_by_role("searchbox").fill("no such word")
        assert shown(box) == 0 and f"0 of {total} rows" in box.locator("output").inner_text()


@pytest.mark.parametrize("key", ["source", "country", "side"])
def test_a_table_is_filtered(show: Open, briefing: Path, key: str) -> None:
    with show(briefing) as seen:
        box = table(seen, "attacks")
        total = shown(box)
        select = box.locator(f"select[aria-label^='{key}']")
        value = str(select.locator("option").nth(1).get_attribute("value"))
        select.select_option(value)
        assert 0 < shown(box) < total
        assert all(value in cell.split("|") for cell in facets(box, key))


def test_a_table_is_filtered_by_days(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        box = table(seen, "attacks")
        days = sorted(filter(None, facets(box, "from")))
        box.locator("input[type=date]").first.fill(days[-1])
        assert shown(box) > 0 and all(day >= days[-1] for day in facets(box, "to"))
        box.get_by_role("button", name="Show all").click()
        box.locator("input[type=date]").last.fill(days[0])
        assert shown(box) > 0 and all(day and day <= days[0] for day in facets(box, "from"))


def test_a_table_is_taken_along_as_csv(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        box = table(seen, "attacks")
        box.get_by_role("searchbox").fill("reuters")
        with seen.page.expect_download() as waited:
            box.get_by_role("button", name="CSV").click()
        assert waited.value.suggested_filename == "attacks.csv"
        written = Path(waited.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.reader(io.StringIO(written)))
        assert len(rows) == 1 + shown(box) and rows[0][:2] == ["When", "Where"] and len({*map(len, rows)}) == 1
        box.get_by_role("button", name="Copy").click()
        box.get_by_role("button", name="Copied").wait_for()
        assert seen.page.evaluate("navigator.clipboard.readText()") == written
        assert seen.console == []


def test_a_charts_data_opens_and_is_taken_along(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        figure = seen.page.locator("figure").first
        figure.locator("summary").focus()
        seen.page.keyboard.press("Enter")
        figure.locator(".tools").wait_for()
        with seen.page.expect_download() as waited:
            figure.get_by_role("button", name="CSV").click()
        rows = list(csv.reader(io.StringIO(Path(waited.value.path()).read_text(encoding="utf-8-sig"))))
        assert len(rows) == 1 + figure.locator("tbody tr").count() > 2


def test_heads_stay_in_sight(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        table(seen, "statements").locator("tbody tr").nth(15).scroll_into_view_if_needed()
        seen.page.mouse.wheel(0, 400)
        seen.page.wait_for_timeout(400)
        assert table(seen, "statements").locator("thead th").first.bounding_box()["y"] == pytest.approx(0, abs=2)


def test_the_contents_follow_the_scroll(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        current = seen.page.locator("nav a[aria-current]")
        assert current.count() == 1
        for anchor in ("casualties", "sources"):
            seen.page.evaluate(f"document.getElementById('{anchor}').scrollIntoView({{behavior: 'instant'}})")
            seen.page.locator(f"nav a[aria-current][href='#{anchor}']").wait_for(state="attached")
            assert current.is_visible()


def test_the_keyboard_begins_with_a_way_to_the_text(show: Open, briefing: Path) -> None:
    with show(briefing, PHONE) as seen:
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.className") == "skip"
        box = seen.page.locator(".skip").bounding_box()
        assert box is not None and box["x"] >= 0
        seen.page.keyboard.press("Enter")
        assert seen.page.url.endswith("#content")


def test_everything_that_can_be_clicked_is_reached_by_tab(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        outside = seen.page.evaluate(
            """() => [...document.querySelectorAll("a, button, input, select, summary")]
              .filter(one => one.tabIndex < 0 || (one.tagName === "A" && !one.hasAttribute("href"))).length"""
        )
        assert outside == 0
