"""`make report`, warm, beside the plain way of rendering the same notebooks: papermill, then nbconvert twice, for each.

Run by `make bench`. The plain way makes no PDF where no LaTeX or browser is there for it; its PDFs are then our own
exporter's, so that both ways end with the same files.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdf
import pytest

from tests.benchmarks.copies import write_copies
from tests.conftest import PROJECT

NOTEBOOKS = sorted((PROJECT / "notebooks").glob("*.ipynb"))
#: seconds that a warm report may take, and how many times faster than the plain way it has to be
LIMIT, RATIO = 3.0, 9.0
#: reports, and for so many: seconds, bytes of the page, pages of the PDF
SIZES = {50: (6, 3_000_000, 150), 500: (30, 3_000_000, 150)}

pytestmark = pytest.mark.skipif("not config.getoption('--benchmark-only')", reason="a benchmark: make bench")


def run(*command: str | Path) -> None:
    subprocess.run([sys.executable, "-m", *map(str, command)], cwd=PROJECT, check=True, capture_output=True)


def build_report(out: Path) -> None:
    run("analysis", "build", PROJECT / "seeds", "--out", out, "-p", "title", "Benchmark")


def render_plainly(out: Path) -> None:
    """What a user types without this project's build: three commands for each notebook."""
    out.mkdir(parents=True, exist_ok=True)
    for path in NOTEBOOKS:
        executed = out / path.name
        run("papermill", path, executed, "--no-progress-bar", "-p", "sources", PROJECT / "seeds")
        run("nbconvert", "--to", "html", executed)
        run("nbconvert", "--to", "analysis.briefing.pdf.BriefingPDF", executed)


def timed(work: Callable[[Path], Any], out: Path) -> float:
    started = time.perf_counter()
    work(out)
    return time.perf_counter() - started


def test_a_warm_report(benchmark: Any, tmp_path: Path) -> None:
    benchmark.pedantic(build_report, args=(tmp_path / "out",), rounds=3, warmup_rounds=1)
    assert benchmark.stats.stats.median <= LIMIT


def test_the_plain_way(benchmark: Any, tmp_path: Path) -> None:
    benchmark.pedantic(render_plainly, args=(tmp_path / "plain",), rounds=1)
    assert len(list((tmp_path / "plain").glob("*.pdf"))) == len(NOTEBOOKS)


def test_the_build_is_faster_than_the_plain_way(benchmark: Any, tmp_path: Path) -> None:
    def both() -> tuple[float, float]:
        ours = min(timed(build_report, tmp_path / "ours") for _ in range(3))
        plain = timed(render_plainly, tmp_path / "plain")
        shutil.rmtree(tmp_path / "plain")
        return plain, ours

    plain, ours = benchmark.pedantic(both, rounds=1)
    benchmark.extra_info["times faster"] = round(plain / ours, 1)
    assert plain / ours >= RATIO


@pytest.mark.parametrize("number", SIZES)
def test_many_reports(benchmark: Any, tmp_path: Path, number: int) -> None:
    seconds, most, pages = SIZES[number]
    folder = write_copies(number, tmp_path / "reports")
    out = tmp_path / "out"
    benchmark.pedantic(run, args=("analysis", "build", folder, "--out", out), rounds=1)
    assert (out / "briefing.html").stat().st_size < most
    assert len(pypdf.PdfReader(out / "briefing.pdf").pages) < pages
    assert benchmark.stats.stats.median <= seconds
