from __future__ import annotations

import builtins
import io
import itertools
import os
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.util import Inches

from analysis.coding.rows import Outcome
from analysis.exports import ExportError, Finding, write_deck
from analysis.exports.deck.template import HEIGHT, WIDTH
from analysis.exports.deck.write import to_deck
from analysis.tables import Tables
from tests.factories import Draft, about, exact, many_reports, tables_of, two_reports, vague

ARABIC = "قصفت طائرات مسيرة القاعدة فجر الثلاثاء وأصيب عدد من الجنود"
LONG = "Donaudampfschifffahrtsgesellschaft " + "Unabhängigkeit" * 12 + " words" * 60
HOSTILE = ["=cmd()", "<script>", ARABIC, "🚀" * 60, LONG, "a\x0bb\ud800c", "https://example.org/", "_x0041_", '"']


def hostile() -> Tables:
    drafts = []
    for number, words in enumerate(HOSTILE):
        safe = words.replace("\ud800", "")
        draft = Draft(f"source-{number}", date(2021, 5, 4 + number), outlet=safe, title=safe[:300])
        hit = draft.attack(
            safe, day=date(2021, 5, 3), place="Balad air base", country="IQ", munitions=exact(number + 1)
        )
        draft.casualty(safe, attack=hit, group=safe, quantity=vague(3, safe), outcome=Outcome.INJURED)
        for year in (2003, 2012, 2020):
            draft.troop(safe, force=safe, quantity=about(900 + number), as_of=f"{year}")
        draft.statement(safe, speaker=safe, affiliation=safe, date=date(2021, 5, 3))
        drafts.append(draft)
    return tables_of(*drafts)


def findings(tables: Tables) -> list[Finding]:
    claims = tuple(tables.attacks["claim_id"])
    return [
        Finding("Balad air base, 3 May 2021", ("In two sources.",), (("Rounds", "at least 10; 6"),), claims),
        Finding("Troops", ("Two numbers.",), (), tuple(tables.troops["claim_id"])),
        Finding(LONG[:300], tuple(HOSTILE) * 3, tuple((words, words) for words in HOSTILE), ("no such claim",)),
    ]


def read(made: bytes) -> Any:
    return Presentation(io.BytesIO(made))


def titles(deck: Any) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in deck.slides]


CASES = {
    "two": tables_of(*two_reports()),
    "hostile": hostile(),
    "many": many_reports(200, 40),
    "empty": tables_of(),
}


@pytest.fixture(scope="module", params=CASES)
def made(request: pytest.FixtureRequest) -> tuple[Tables, bytes]:
    tables = CASES[request.param]
    return tables, to_deck(tables, findings(tables), title=LONG[:300], lines=[ARABIC, LONG])


def test_every_slide_has_a_title_notes_and_lies_within_its_bounds(made: tuple[Tables, bytes]) -> None:
    deck = read(made[1])
    assert (deck.slide_width, deck.slide_height) == (Inches(WIDTH), Inches(HEIGHT))
    for slide in deck.slides:
        assert slide.shapes.title.text_frame.text
        assert slide.has_notes_slide
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_boxes_of_one_slide_do_not_overlap(made: tuple[Tables, bytes]) -> None:
    for slide in read(made[1]).slides:
        boxes = sorted((shape.top, shape.top + shape.height) for shape in slide.shapes if not _is_number(shape))
        for (_, end), (start, _) in itertools.pairwise(boxes):
            assert start >= end - Inches(0.02)


def _is_number(shape: Any) -> bool:
    return shape.is_placeholder and shape.placeholder_format.type.name == "SLIDE_NUMBER"


def test_what_cannot_be_read_aloud_has_words(made: tuple[Tables, bytes]) -> None:
    for slide in read(made[1]).slides:
        for shape in slide.shapes:
            if shape.shape_type is not None and shape.shape_type.name in ("PICTURE", "CHART", "TABLE"):
                properties = shape._element._nvXxPr.cNvPr
                assert len(properties.get("descr")) > 10 and properties.get("name")


def test_letters_are_not_small(made: tuple[Tables, bytes]) -> None:
    for name, part in _parts(made[1], "ppt/slides/"):
        sizes = [int(size) for size in part.xpath("//*[local-name()='rPr']/@sz")]
        assert min(sizes) >= 1050, name


def test_the_parts_are_sound_and_hold_no_formula_link_or_clock(made: tuple[Tables, bytes]) -> None:
    package = zipfile.ZipFile(io.BytesIO(made[1]))
    for name in package.namelist():
        if name.endswith(".rels"):
            assert b'TargetMode="External"' not in package.read(name)
        if name.endswith(".xlsx"):
            book = zipfile.ZipFile(io.BytesIO(package.read(name)))
            assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
            assert b"2000-01-01T00:00:00Z" in book.read("docProps/core.xml")
    core = package.read("docProps/core.xml").decode()
    assert core.count("2000-01-01T00:00:00Z") == 3 and "python-pptx" not in core and "Steve" not in core
    assert not [name for name in package.namelist() if "thumbnail" in name or "printerSettings" in name]


def test_the_same_tables_give_the_same_bytes(made: tuple[Tables, bytes]) -> None:
    tables, before = made
    assert to_deck(tables, findings(tables), title=LONG[:300], lines=[ARABIC, LONG]) == before


def _parts(made: bytes, folder: str) -> list[tuple[str, Any]]:
    package = zipfile.ZipFile(io.BytesIO(made))
    names = [name for name in package.namelist() if name.startswith(folder) and name.endswith(".xml")]
    return [(name, etree.fromstring(package.read(name))) for name in names]


def test_another_process_time_zone_and_seed_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; from tests.factories import two_reports, tables_of; from analysis.exports import write_deck;"
        "write_deck(tables_of(*two_reports()), [], sys.argv[1], title='Strikes')"
    )
    root = Path(__file__).resolve().parents[3]
    for seed, zone in ((1, "Asia/Baghdad"), (2, "UTC")):
        env = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone, "PYTHONPATH": str(root)}
        subprocess.run([sys.executable, "-c", code, str(tmp_path / f"{seed}.pptx")], check=True, cwd=root, env=env)
    assert (tmp_path / "1.pptx").read_bytes() == (tmp_path / "2.pptx").read_bytes()


def test_a_finding_shows_its_answers_with_evidence_in_the_notes() -> None:
    tables = CASES["two"]
    deck = read(to_deck(tables, findings(tables)[:1], title="Strikes"))
    slide = deck.slides[1]
    tables_shown = [shape.table for shape in slide.shapes if shape.has_table]
    assert tables_shown[0].cell(1, 1).text == "at least 10; 6"
    assert tables_shown[1].cell(1, 2).text == "At least ten rockets fell on Balad air base on Monday."
    notes = slide.notes_slide.notes_text_frame.text
    assert "[1.1] Gazette, “Rockets at Balad”, 4 May 2021: At least ten rockets fell" in notes
    assert "review: auto" in notes


def test_charts_are_native_but_for_maps_and_ranges() -> None:
    deck = read(to_deck(CASES["hostile"], [], title="Strikes"))
    kinds = [
        [shape.shape_type.name for shape in slide.shapes if shape.shape_type and not shape.is_placeholder][-1]
        for slide in list(deck.slides)[1:]
    ]
    assert kinds.count("PICTURE") == 3 and kinds.count("CHART") == 3


def test_a_chart_that_a_finding_shows_is_not_shown_again() -> None:
    tables = CASES["many"]
    plain = titles(read(to_deck(tables, [], title="Strikes")))
    with_troops = titles(read(to_deck(tables, findings(tables)[1:2], title="Strikes")))
    assert len(with_troops) == len(plain) and "Troops" in with_troops


def test_an_empty_corpus_says_what_was_looked_for() -> None:
    deck = read(to_deck(CASES["empty"], [], title="Strikes"))
    assert titles(deck) == ["Strikes", "Looked for and not found", "Sources"]
    said = deck.slides[1].shapes[-1].text_frame.text
    for table in ("Attacks", "Casualties", "Troops", "Statements"):
        assert f"{table}. Looked for: " in said
    assert "Charts left out" in said and "timeline" in said


def test_many_sources_stand_on_several_slides_and_are_counted() -> None:
    assert "Sources, 31 to 40 of 40" in titles(read(to_deck(CASES["many"], [], title="Strikes")))


def test_arabic_runs_from_right_to_left() -> None:
    (_, cover), *_ = _parts(to_deck(CASES["empty"], [], title=ARABIC), "ppt/slides/slide1")
    assert cover.xpath("//@rtl") == ["1"]


def test_without_the_package_one_line_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: Any, **more: Any) -> Any:
        if name.partition(".")[0] == "pptx":
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ExportError, match=r"pip install 'incident-briefing\[slides\]'"):
        write_deck(CASES["empty"], [], tmp_path / "briefing.pptx", title="Strikes")
    assert not list(tmp_path.iterdir())
