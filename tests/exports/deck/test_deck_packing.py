from __future__ import annotations

import io
import zipfile

import openpyxl
from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from analysis.exports.deck.packing import renew_workbook, to_bytes

PLACE = (Inches(1), Inches(1), Inches(5), Inches(3))


def test_the_workbook_holds_names_as_text_and_numbers() -> None:
    deck = Presentation()
    data = CategoryChartData()
    data.categories = ["=cmd()", "https://example.org/", "12"]
    data.add_series("+1", [1, None, 3])
    data.add_series("@b", [4, 5, 6])
    chart = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_chart(XL_CHART_TYPE.COLUMN_STACKED, *PLACE, data)
    renew_workbook(chart.chart)
    blob = chart.chart.part.chart_workbook.xlsx_part.blob
    sheet = openpyxl.load_workbook(io.BytesIO(blob))["Sheet1"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        [None, "+1", "@b"],
        ["=cmd()", 1, 4],
        ["https://example.org/", None, 5],
        ["12", 3, 6],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s", "n"}
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink]


def test_days_of_points_are_days_in_the_workbook() -> None:
    deck = Presentation()
    data = XyChartData()
    for name in ("one", "two"):
        data.add_series(name).add_data_point(44319, 900)
    chart = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *PLACE, data)
    renew_workbook(chart.chart)
    sheet = openpyxl.load_workbook(io.BytesIO(chart.chart.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    assert [cell.value for cell in sheet["B"]] == ["one", 900, None, "two", 900]
    assert sheet["A2"].number_format == "yyyy-mm-dd" and sheet["A2"].value.isoformat().startswith("2021-05-03")


def test_a_packed_deck_has_no_clock_and_its_list_of_parts_first() -> None:
    packed = zipfile.ZipFile(io.BytesIO(to_bytes(Presentation())))
    names = packed.namelist()
    assert names[0] == "[Content_Types].xml" and names[1:] == sorted(names[1:])
    assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert {(entry.create_system, entry.external_attr) for entry in packed.infolist()} == {(3, 0o644 << 16)}
