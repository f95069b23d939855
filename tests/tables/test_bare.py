"""Reports that were coded and have no row."""

from __future__ import annotations

from pathlib import Path

from analysis.coding import code_source
from analysis.sources import read_sources
from analysis.tables.bare import find_bare

REPORTS = {
    "told.txt": "Rockets hit the Balad air base on Monday and three soldiers were wounded, the army said.",
    "cake.txt": "Mix the flour with the sugar and bake the cake in a warm oven until its top is brown.",
    "roquettes.txt": "Deux roquettes sont tombées lundi sur la base aérienne, a annoncé le ministère de la défense.",
}


def test_names_the_reports_without_a_row_and_their_language(tmp_path: Path) -> None:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    labels = "".join(f"{name},2024-01-02,en\n" for name in REPORTS)
    (tmp_path / "sources.csv").write_text("file,published,language\n" + labels, "utf-8")
    corpus = read_sources(tmp_path)
    codings = {source.source_id: code_source(source) for source in corpus.sources}
    assert find_bare(corpus, codings) == [
        "cake.txt: coded, and no row found in it",
        "roquettes.txt: coded, and no row found in it; its words read as fr, not as en",
    ]


def test_says_nothing_of_a_report_in_a_language_that_is_not_coded(tmp_path: Path) -> None:
    (tmp_path / "roquettes.txt").write_text(REPORTS["roquettes.txt"], "utf-8")
    (tmp_path / "sources.csv").write_text("file,published,language\nroquettes.txt,2024-01-02,fr\n", "utf-8")
    assert find_bare(read_sources(tmp_path), {}) == []
