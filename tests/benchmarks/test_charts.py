"""How long the charts of the digests take: the whole set as a build writes it, and its parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from analysis.charts import CHARTS, FORMATS, PAGE, SIZES, to_pdf, to_png, to_svg, write_charts
from analysis.charts.compared import compared_once
from analysis.charts.style import styled
from analysis.coding import code_source
from analysis.comparison import compare_attacks
from analysis.sources import read_sources
from analysis.tables import Tables, to_tables

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def tables() -> Tables:
    corpus = read_sources(SEEDS)
    return compare_attacks(to_tables(corpus, [code_source(source) for source in corpus.sources]))


def test_the_whole_set_as_built(benchmark: Any, tables: Tables, tmp_path: Path) -> None:
    benchmark.pedantic(write_charts, (tables, tmp_path), rounds=5, warmup_rounds=1)


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_set_in_every_form(benchmark: Any, tables: Tables, tmp_path: Path, size: str) -> None:
    benchmark.pedantic(write_charts, (tables, tmp_path, (), size, FORMATS), rounds=2, warmup_rounds=1)


@pytest.mark.parametrize("form", ["svg", "png", "pdf"])
def test_one_form_of_all(benchmark: Any, tables: Tables, form: str) -> None:
    write: dict[str, Callable[..., object]] = {"svg": to_svg, "png": to_png, "pdf": to_pdf}
    drawn = {name: chart.plot(tables) for name, chart in CHARTS.items()}
    words = {"svg": lambda name: (name,), "png": lambda name: (), "pdf": lambda name: (name, name)}[form]

    def write_all() -> None:
        with styled():
            for name, figure in drawn.items():
                if figure is not None:
                    write[form](figure, *words(name))

    benchmark.pedantic(write_all, rounds=2, warmup_rounds=1)


def test_what_the_charts_show(benchmark: Any, tables: Tables) -> None:
    def make() -> None:
        with compared_once():
            for chart in CHARTS.values():
                chart.data(tables, PAGE)

    benchmark.pedantic(make, rounds=5, warmup_rounds=1)
