"""The page: one file, no request, nothing that runs, hostile text as typed, every link alive."""

from __future__ import annotations

import base64
import hashlib
import itertools
import json
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from nbformat.v4 import new_code_cell, new_notebook, new_output

from analysis.briefing.cover import cover
from analysis.briefing.display import Shown
from analysis.briefing.evidence import evidence
from analysis.briefing.findings import key_findings
from analysis.briefing.html import BriefingHTML
from analysis.briefing.incidents import compare_side_by_side
from analysis.briefing.matter import list_sources
from analysis.briefing.reports import Reports
from analysis.briefing.rows import to_attack_rows, to_statement_rows
from tests.briefing.reports_for_tests import HOSTILE, reports_of, two
from tests.factories import Draft

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
#: what keeps a browser from talking to its maker
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-extensions",
    "--disable-sync",
)


def to_notebook(reports: Reports, title: str | None = None) -> Any:
    """A notebook that has shown what the briefing shows."""
    from analysis.briefing.charting import chart
    from analysis.briefing.display import table

    shown = [
        cover(reports, title),
        key_findings(reports),
        chart("timeline", reports),
        table(to_attack_rows(reports), "attacks", "Attacks"),
        table(to_statement_rows(reports), "statements", "Statements"),
        compare_side_by_side(reports),
        list_sources(reports),
        evidence(reports),
    ]
    return new_notebook(cells=[_cell(one) for one in shown])


def _cell(shown: Shown) -> Any:
    return new_code_cell("x", outputs=[new_output("display_data", data=shown._repr_mimebundle_())])


def hostile() -> Reports:
    """Reports in which every word that a source gives is hostile."""
    drafts = []
    for number, words in enumerate(HOSTILE):
        draft = Draft(f"source-{number}", outlet=words, title=words, agencies=(words,), url="javascript:alert(1)")
        hit = draft.attack(words, place=words, target=words, attacker=words, attributed_by=words, date_text=words)
        draft.casualty(words + " died", attack=hit, group=words, attributed_to=words)
        draft.troop(words + " troops", force=words, place=words, attributed_to=words)
        draft.statement(words + " said", speaker=words, role=words, affiliation=words, cue=words)
        drafts.append(draft)
    return reports_of(*drafts)


class Page(HTMLParser):
    """The words, tags and attributes of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def render(reports: Reports, title: str | None = None) -> str:
    return str(BriefingHTML().from_notebook_node(to_notebook(reports, title))[0])


@pytest.fixture(scope="module")
def page() -> str:
    return render(two())


@pytest.fixture(scope="module")
def hostile_page() -> str:
    return render(hostile(), title=HOSTILE[0])


def test_hostile_words_come_out_as_typed(hostile_page: str) -> None:
    read = Page(hostile_page)
    words = "".join(read.words)
    for typed in HOSTILE:
        assert words.count(typed) >= 5
    tags = [tag for tag, _ in read.tags]
    assert not {*tags} & {"iframe", "object", "embed", "form", "b"} and tags.count("script") == 1
    assert not [name for _, attributes in read.tags for name in attributes if name.startswith("on")]
    links = [attributes.get("href") or "" for tag, attributes in read.tags if tag == "a"]
    assert links and all(link.startswith(("#", "https://", "http://")) for link in links)


def test_right_to_left_words_carry_their_direction(hostile_page: str) -> None:
    assert '<bdi dir="auto">مرحبا بالعالم</bdi>' in hostile_page
    assert re.search('<blockquote dir="auto">(<mark data-m="[0-9 ]+">)?مرحبا بالعالم', hostile_page)


def test_the_policy_lets_our_script_run_and_nothing_else(page: str) -> None:
    script = re.search("<script>(.*?)</script>", page, re.DOTALL)
    assert script is not None
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"default-src 'none'; script-src 'sha256-{digest}'; img-src data:; style-src 'sha256-" in page
    assert page.index("Content-Security-Policy") < page.index("<title>") < page.index("<style>")


def test_nothing_in_the_page_asks_for_another_file(page: str) -> None:
    for tag, attributes in Page(page).tags:
        assert tag not in ("link", "img", "iframe", "video", "audio", "base")
        assert not {"src", "srcset", "data", "poster", "background"} & set(attributes)
    assert all(address.startswith("data:") for address in re.findall(r"url\(([^)#]+)\)", page))
    assert "@import" not in page


def test_every_row_leads_to_its_evidence_and_every_link_to_a_place(page: str) -> None:
    tags = Page(page).tags
    ids = [attributes["id"] for _, attributes in tags if attributes.get("id")]
    assert len(ids) == len(set(ids))
    targets = {str(attributes["href"])[1:] for tag, attributes in tags if tag == "a"}
    assert targets <= set(ids) | {"content"}
    reports = two()
    for name in ("attacks", "statements"):
        assert {f"ev-{claim}" for claim in getattr(reports, name)["claim_id"]} <= targets


def test_headings_go_down_one_level_at_a_time(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Page(page).tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_drawings_have_words(page: str) -> None:
    drawings = [attributes for tag, attributes in Page(page).tags if tag == "svg"]
    assert drawings and all(one.get("role") == "img" and one.get("aria-label") for one in drawings)


def test_the_same_notebook_gives_the_same_page(page: str) -> None:
    assert render(two()) == page


def browse(page: str, folder: Path) -> tuple[str, set[str]]:
    """Open a page in a browser: what it shows, and the addresses that the page, not the browser itself, asked for."""
    path, log = folder / "briefing.html", folder / "net.json"
    path.write_text(page, encoding="utf-8")
    arguments = [f"--user-data-dir={folder / 'user'}", f"--log-net-log={log}", "--dump-dom", path.as_uri()]
    run = subprocess.run([str(BROWSER), *QUIET, *arguments], capture_output=True, text=True, timeout=120, check=True)
    events = json.loads(log.read_text(encoding="utf-8", errors="replace"))["events"]
    asked = [event.get("params", {}) for event in events]
    return run.stdout, {
        params["url"]
        for params in asked
        if params.get("initiator") == "null" and not str(params.get("url", "data:")).startswith(("data:", "file:"))
    }


@pytest.mark.skipif(BROWSER is None, reason="no browser is installed")
def test_a_browser_makes_no_request_and_runs_nothing(hostile_page: str, tmp_path: Path) -> None:
    shown, asked = browse(hostile_page, tmp_path)
    assert "Machine-coded" in shown and asked == set()


@pytest.mark.skipif(BROWSER is None, reason="no browser is installed")
@pytest.mark.parametrize("policy", [False, True])
def test_the_browser_would_tell_of_a_request_and_the_policy_stops_it(
    hostile_page: str, tmp_path: Path, policy: bool
) -> None:
    meta = re.search("<meta http-equiv[^>]+>", hostile_page)
    assert meta is not None
    bad = '<img src="http://127.0.0.1:9/x.png"><script>document.title = "ran"</script>'
    shown, asked = browse(f"<html><head>{meta[0] if policy else ''}</head><body>{bad}</body></html>", tmp_path)
    assert asked == (set() if policy else {"http://127.0.0.1:9/x.png"})
    assert ("<title>ran</title>" in shown) is not policy
