from __future__ import annotations

import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from io import BytesIO
from pathlib import Path

import matplotlib
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from PIL import Image

from analysis.charts import FONTS, plot_rounds, to_png, to_svg, write_charts
from analysis.charts.style import styled
from tests.factories import Draft, tables_of, two_reports

SVG = "{http://www.w3.org/2000/svg}"
AGAIN = """
import sys
from tests.factories import tables_of, two_reports
from analysis.charts import write_charts
write_charts(tables_of(*two_reports()), sys.argv[1])
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("figures")
    write_charts(tables_of(*two_reports()), target)
    return target


def test_each_chart_is_written_four_times(folder: Path) -> None:
    names = {file.name for file in folder.iterdir()}
    charts = ("timeline", "map", "rounds", "casualties", "toll", "troops", "statements", "agreement")
    assert names == {f"{name}.{ending}" for name in charts for ending in ("svg", "png", "csv", "json")}


def test_another_process_time_zone_and_locale_give_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "other földer"
    changed = {"TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONHASHSEED": "7", "MPLBACKEND": "svg", "PYTHONUTF8": "0"}
    (tmp_path / "matplotlibrc").write_text("font.size: 30\nsvg.fonttype: path\n")
    changed["MATPLOTLIBRC"] = str(tmp_path)
    root = str(Path(__file__).parents[2])
    command = [sys.executable, "-c", AGAIN, str(target)]
    subprocess.run(command, env=os.environ | changed | {"PYTHONPATH": root}, cwd=root, check=True)
    for file in folder.iterdir():
        assert (target / file.name).read_bytes() == file.read_bytes(), file.name


def test_a_drawing_is_sound_xml_with_real_text_and_ids_of_its_own(folder: Path) -> None:
    seen: set[str] = set()
    for file in sorted(folder.glob("*.svg")):
        root = ElementTree.parse(file).getroot()
        assert root.get("role") == "img" and root.get("aria-label")
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert len(ids) == len(set(ids)) and all(str(name).startswith(f"{file.stem}-") for name in ids)
        assert not seen & set(map(str, ids))
        seen |= set(map(str, ids))
        for element in root.iter():
            for key, value in element.attrib.items():
                if key.endswith("href"):
                    assert value[1:] in ids
    words = " ".join(ElementTree.parse(folder / "rounds.svg").getroot().itertext())
    assert "Balad air base, 3 May 2021" in words and "at least 10" in words


def test_a_drawing_carries_no_date_and_no_program(folder: Path) -> None:
    for file in folder.iterdir():
        made = file.read_bytes()
        assert not any(word in made for word in (b"Matplotlib", b"Software", b"dc:date", b"tIME")), file.name


def test_what_a_source_says_is_drawn_as_typed() -> None:
    draft = Draft("gazette-1", outlet='$x_1$ <script> & "=cmd()" 1.23456')
    draft.attack(munitions=two_reports()[0].attacks[0].munitions, place='#import id="q"')
    figure = plot_rounds(tables_of(draft))
    assert figure is not None
    drawn = to_svg(figure, "rounds")
    assert "<script" not in drawn
    words = " ".join(ElementTree.fromstring(drawn).itertext())
    assert '$x_1$ <script> & "=cmd()"' in words and '#import id="q"' in words


def test_a_chart_that_has_nothing_to_show_any_more_is_removed(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    write_charts(tables_of(*two_reports()), tmp_path)
    write_charts(tables_of(Draft("gazette-1")), tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["notes.txt"]


def test_the_users_own_settings_are_left_alone() -> None:
    matplotlib.use("Agg")
    matplotlib.rcParams["font.size"] = 23
    before = dict(matplotlib.rcParams)
    figure = plot_rounds(tables_of(*two_reports()))
    assert figure is not None
    to_svg(figure, "rounds")
    assert dict(matplotlib.rcParams) == before
    matplotlib.rcdefaults()


def test_the_fonts_are_there_with_their_licence() -> None:
    assert sorted(file.name for file in FONTS.glob("*.ttf")) == [
        "Inter-Bold.ttf",
        "Inter-Regular.ttf",
        "Inter-SemiBold.ttf",
    ]
    assert "SIL OPEN FONT LICENSE Version 1.1" in (FONTS / "OFL.txt").read_text("utf-8")


def test_charts_are_imported_without_matplotlib_and_pandas() -> None:
    code = (
        "import sys, analysis.charts, analysis.tables; sys.exit(any(m in sys.modules for m in ('matplotlib', 'scipy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_png_holds_the_drawing_letter_for_letter_and_dot_for_dot() -> None:
    figure = plot_rounds(tables_of(*two_reports()))
    assert figure is not None
    made = to_png(figure, 300, notes={"Title": "Ain al-Assad – عين"})
    picture = Image.open(BytesIO(made))
    assert picture.mode == "RGB" and picture.info["Title"] == "Ain al-Assad – عين"
    assert [round(dots) for dots in picture.info["dpi"]] == [300, 300]
    figure.set_dpi(300)
    canvas = FigureCanvasAgg(figure)
    with styled():
        canvas.draw()
        drawn = Image.frombytes("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba()))
    assert picture.tobytes() == drawn.convert("RGB").tobytes()
