"""Charts on request: any of them, in any size and form, into a folder.

At page size the files are called `<name>.<form>`, in another size `<name>-<size>.<form>`, so that all can share a
folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from analysis.charts.compared import compared_once
from analysis.charts.description import Description, describe
from analysis.charts.files import to_pdf, to_png, to_svg
from analysis.charts.registry import CHARTS, Chart
from analysis.charts.sizes import PAGE, SIZES, Size
from analysis.charts.style import styled
from analysis.charts.titled import add_title
from analysis.comparison import compare_attacks
from analysis.tables.files import to_csv
from analysis.tables.frames import Tables
from analysis.tables.whole import written_whole

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

#: what a build writes of each chart, and what there is
BUILT = ("svg", "png", "csv", "json")
FORMATS = (*BUILT, "pdf")


class ChartError(ValueError):
    """A chart, a size or a form that does not exist; the message is one line that names those that do."""


def write_charts(
    tables: Tables,
    folder: Path | str,
    names: Iterable[str] = (),
    size: str | Size = PAGE,
    formats: Sequence[str] = BUILT,
    *,
    titled: bool = False,
) -> list[Path]:
    """Write charts (default: all) that have something to show into `folder`; return the files.

    `titled` draws the title and the sources into the pictures, for those that travel alone.

    Files that the folder has of a chart that has nothing to show now are removed. All are written or none. Raises
    ChartError for a name, size or form that does not exist, OSError where the folder cannot be written.
    """
    wanted, size, formats = _check_names(names), _check_size(size), _check_formats(formats)
    target, compared = Path(folder), compare_attacks(tables)
    with written_whole(target) as new, compared_once(), styled():
        for name in wanted:
            _write(compared, CHARTS[name], new, size, formats, titled=titled)
        made = {file.name for file in new.iterdir()}
    for name in wanted:
        for form in formats:
            if (file := _file(name, size, form)) not in made:
                (target / file).unlink(missing_ok=True)
    return [target / name for name in sorted(made)]


def write_chart(
    tables: Tables,
    name: str,
    folder: Path | str,
    size: str | Size = PAGE,
    formats: Sequence[str] = BUILT,
    *,
    titled: bool = False,
) -> list[Path]:
    """Write one chart; an empty list where the tables hold nothing that it could show. Raises as `write_charts`."""
    return write_charts(tables, folder, [name], size, formats, titled=titled)


def write_in_two(tables: Tables, name: str, folder: Path) -> Callable[[], None]:
    """Write one chart as built, all but the PNG; return what writes that too, from the same drawing.

    The tables are compared ones. Raises OSError where the folder cannot be written.
    """
    chart = CHARTS[name]
    data = chart.data(tables, PAGE)
    if data.empty:
        return lambda: None
    with styled():
        words, figure = describe(chart, data, tables, PAGE), chart.draw(data, PAGE)
        for form in BUILT:
            if form != "png":
                (folder / f"{name}.{form}").write_bytes(_content(form, data, words, figure))
    return partial(_write_png, figure, words, folder)


def _write_png(figure: Figure, words: Description, folder: Path) -> None:
    with styled():
        (folder / f"{words.name}.png").write_bytes(_drawn(figure, "png", words))


def _write(tables: Tables, chart: Chart, folder: Path, size: Size, formats: Sequence[str], *, titled: bool) -> None:
    data = chart.data(tables, size)
    if data.empty:
        return
    words = describe(chart, data, tables, size)
    figure = chart.draw(data, size) if set(formats) & {"svg", "png", "pdf"} else None
    if figure is not None and titled:
        add_title(figure, words.title, f"{words.source} {words.credit}", size)
    for form in formats:
        (folder / _file(chart.name, size, form)).write_bytes(_content(form, data, words, figure))


def _content(form: str, data: pd.DataFrame, words: Description, figure: Figure | None) -> bytes:
    if form == "csv":
        return to_csv(data).encode()
    if form == "json":
        return words.to_json().encode()
    assert figure is not None, "other forms are drawn"
    return _drawn(figure, form, words)


def _drawn(figure: Figure, form: str, words: Description) -> bytes:
    if form == "svg":
        return to_svg(figure, words.name, words.alt).encode()
    notes = {"Title": words.title, "Description": words.alt, "Source": words.source}
    return to_png(figure, notes=notes) if form == "png" else to_pdf(figure, words.title, words.alt)


def _file(name: str, size: Size, form: str) -> str:
    return f"{name}.{form}" if size == PAGE else f"{name}-{size.name}.{form}"


def _check_names(names: Iterable[str]) -> list[str]:
    chosen = list(dict.fromkeys(names)) or list(CHARTS)
    for name in chosen:
        if name not in CHARTS:
            raise ChartError(f"there is no chart {name!r}; the charts are {', '.join(CHARTS)}")
    return chosen


def _check_size(size: str | Size) -> Size:
    if isinstance(size, Size):
        return size
    if size not in SIZES:
        raise ChartError(f"there is no size {size!r}; the sizes are {', '.join(SIZES)}")
    return SIZES[size]


def _check_formats(formats: Sequence[str]) -> list[str]:
    for form in formats:
        if form not in FORMATS:
            raise ChartError(f"a chart cannot be written as {form!r}; the forms are {', '.join(FORMATS)}")
    return list(dict.fromkeys(formats))
