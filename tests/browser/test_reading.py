"""The page as it is read: nothing asked for, nothing said on the console, accessible, on any screen, with or without
scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import DESK, PHONE, Open

WIDTHS = pytest.mark.parametrize("width", [PHONE, 800, DESK])
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


def check(page: Any, axe: str) -> list[str]:
    """What axe-core finds, a line each."""
    page.evaluate(axe)
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@WIDTHS
@pytest.mark.parametrize("script", [True, False])
def test_it_asks_for_nothing_and_says_nothing(show: Open, briefing: Path, width: int, script: bool) -> None:
    with show(briefing, width, script=script) as seen:
        seen.page.wait_for_timeout(300)
        assert seen.console == []
        assert seen.requests == [briefing.as_uri()] or all(url.startswith("data:") for url in seen.requests[1:]), (
            seen.requests
        )


@WIDTHS
@SCHEMES
def test_axe_finds_nothing(show: Open, briefing: Path, axe: str, width: int, scheme: str) -> None:
    with show(briefing, width, scheme=scheme) as seen:
        seen.shot(f"{width}-{scheme}")
        assert check(seen.page, axe) == []
        seen.page.locator(".cite a").first.click()
        seen.shot(f"{width}-{scheme}-drawer")
        assert check(seen.page, axe) == []


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_axe_finds_nothing_without_the_script(show: Open, without_script: Path, axe: str, width: int) -> None:
    with show(without_script, width) as seen:
        assert check(seen.page, axe) == []


@WIDTHS
@pytest.mark.parametrize("script", [True, False])
def test_nothing_hangs_over_the_edge(show: Open, briefing: Path, width: int, script: bool) -> None:
    with show(briefing, width, script=script) as seen:
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_policy_is_in_force(show: Open, briefing: Path) -> None:
    with show(briefing) as seen:
        seen.page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
              document.body.insertAdjacentHTML("beforeend", "<img src='http://127.0.0.1:9/x.png' alt=''>"
                + "<b id='styled' style='color: rgb(1, 2, 3)' onclick='window.ran = true'>x</b>");
              document.getElementById("styled").click();
            }"""
        )
        seen.page.wait_for_timeout(200)
        assert seen.page.evaluate("window.ran") is None
        assert seen.page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(1, 2, 3)"
        assert sum("Content Security Policy" in line for line in seen.console) >= 4


def test_without_scripts_a_number_leads_to_its_evidence_in_the_list(show: Open, briefing: Path) -> None:
    with show(briefing, script=False) as seen:
        link = seen.page.locator(".cite a").first
        anchor = link.get_attribute("href")
        link.click()
        assert seen.page.url.endswith(anchor)
        assert seen.page.locator(f"[id='{anchor[1:]}']").is_visible()
        assert seen.page.locator(".tools").count() == 0 and seen.page.locator("#drawer").count() == 0


def test_without_scripts_a_charts_data_is_one_click_away(show: Open, briefing: Path) -> None:
    with show(briefing, PHONE, script=False) as seen:
        details = seen.page.locator("details.data").first
        assert not details.locator("table").is_visible()
        details.locator("summary").click()
        assert details.locator("table").is_visible()


def test_the_first_paint_needs_no_script(show: Open, briefing: Path) -> None:
    page = briefing.read_text(encoding="utf-8")
    assert page.index("<script>") > page.index("</main>")
    assert len(page.encode()) < 600_000


def test_a_dark_page_has_dark_charts(show: Open, briefing: Path) -> None:
    paper = "getComputedStyle(document.body).backgroundColor"
    mark = "getComputedStyle(document.querySelector('svg.chart g text, svg.chart path[class]')).fill"
    with show(briefing) as light, show(briefing, scheme="dark") as dark:
        before = light.page.evaluate(f"[{paper}, {mark}]")
        assert all(a != b for a, b in zip(before, dark.page.evaluate(f"[{paper}, {mark}]"), strict=True))
        light.page.get_by_role("button", name="Dark").click()
        assert light.page.evaluate(f"[{paper}, {mark}]") == dark.page.evaluate(f"[{paper}, {mark}]")
        light.page.get_by_role("button", name="Light").click()
        assert light.page.evaluate(f"[{paper}, {mark}]") == before


def test_paper_is_white_and_has_no_tools(show: Open, briefing: Path) -> None:
    with show(briefing, scheme="dark") as seen:
        seen.page.emulate_media(media="print")
        assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
        for part in (".tools", "nav", ".theme"):
            assert not seen.page.locator(part).first.is_visible()
