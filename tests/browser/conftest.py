"""A browser for the tests of the page: Debian's Chromium, driven by Playwright, and the pages that it opens.

Without Playwright or without a browser every test here is skipped. `BRIEFING_SCREENSHOTS` names a folder for pictures.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import PROJECT

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PHONE, DESK = 360, 1440


@dataclass
class Seen:
    """A page that is open, and all that it said or asked for."""

    page: Any
    console: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def shot(self, name: str) -> None:
        folder = os.environ.get("BRIEFING_SCREENSHOTS")
        if folder:
            self.page.screenshot(path=str(Path(folder) / f"{name}.png"))


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if BROWSER is None:
        pytest.skip("no browser is installed")
    with driver.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-quic"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def briefing(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the whole briefing on seeds/."""
    from analysis.briefing import build_briefing

    out = tmp_path_factory.mktemp("browser") / "out"
    build_briefing(PROJECT / "seeds", out, parameters={"title": "What the browser shows"})
    return out / "briefing.html"


@pytest.fixture(scope="session")
def without_script(briefing: Path) -> Path:
    """The same page without its script, so that axe can look at it."""
    page = briefing.read_text(encoding="utf-8")
    path = briefing.with_name("without-script.html")
    path.write_text(re.sub("<script>.*?</script>", "", page, flags=re.DOTALL), encoding="utf-8")
    return path


Open = Callable[..., Any]


@pytest.fixture
def show(browser: Any) -> Open:
    """Open a page: `with show(path, width=360, script=False, scheme="dark") as seen`."""

    @contextmanager
    def opened(path: Path, width: int = DESK, *, script: bool = True, scheme: str = "light") -> Iterator[Seen]:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            color_scheme=scheme,
            offline=True,
            permissions=["clipboard-read", "clipboard-write"],
        )
        seen = Seen(context.new_page())
        seen.page.on("console", lambda message: seen.console.append(message.text))
        seen.page.on("pageerror", lambda error: seen.console.append(str(error)))
        seen.page.on("request", lambda request: seen.requests.append(request.url))
        seen.page.goto(path.as_uri())
        try:
            yield seen
        finally:
            context.close()

    return opened


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, as the package that brings it has it."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
