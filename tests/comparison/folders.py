"""Folders of four reports that disagree on one attack: the attacks that were linked by hand against those found.

`python tests/comparison/folders.py` codes each folder of tests/folders and prints, per folder and in all, the pairs of
rows of two sources that tell of one attack by `links.yaml`: how many the program puts in one incident, how many it
misses, and how many pairs it links that are none. Only rows that pair up with a row of the hand coding count. It also
prints how many of the disagreements that cannot both be right (`disagree.yaml`) stand in one finding of the program:
one of its findings has passages from the sentences of two of the sources, or of the one, whose words are quoted.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml

from analysis.coding import code_source
from analysis.comparison import compare_attacks
from analysis.comparison.contradictions import Finding, find_findings
from analysis.score import Table, read_coded, read_gold
from analysis.score.pairing import pair_rows
from analysis.sources import read_sources
from analysis.sources.source import Corpus
from analysis.tables import to_tables, write_tables
from analysis.tables.frames import Tables, to_records

FOLDERS = Path(__file__).resolve().parents[1] / "folders"
NAMES = tuple(sorted(path.name for path in FOLDERS.iterdir() if path.is_dir()))
#: folders whose reports and codings nobody has read who writes rules
CLOSED = ("iraq", "redsea", "sahel")


@dataclass(frozen=True, slots=True)
class Links:
    """Pairs of rows of two sources: linked and the same, linked and not the same, the same and not linked."""

    right: int
    wrong: int
    missed: int

    def __add__(self, other: Links) -> Links:
        return Links(self.right + other.right, self.wrong + other.wrong, self.missed + other.missed)


def read_list(name: str, file: str) -> list[dict[str, Any]]:
    """Read `links.yaml`, `disagree.yaml` or `agree.yaml` of a folder."""
    entries: list[dict[str, Any]] = yaml.safe_load((FOLDERS / name / file).read_text("utf-8"))
    return entries


def code_folder(name: str) -> tuple[Corpus, Tables]:
    """Code the reports of a folder and compare them."""
    corpus = read_sources(FOLDERS / name)
    return corpus, compare_attacks(to_tables(corpus, [code_source(source) for source in corpus.sources]))


def count_links(name: str, tables: Tables) -> Links:
    """Set the incidents of coded tables against the links made by hand."""
    incident = {f"{row['source_id']} {row['id']}": row["incident_id"] for row in to_records(tables.attacks)}
    same = {row: at for at, entry in enumerate(read_list(name, "links.yaml")) for row in entry["rows"]}
    known = {want: incident[row] for row, want in _paired(name, tables)}
    right = wrong = missed = 0
    for one, other in combinations(sorted(known), 2):
        if one.split()[0] != other.split()[0]:
            linked, tied = known[one] == known[other], same[one] == same[other]
            right += linked and tied
            wrong += linked and not tied
            missed += tied and not linked
    return Links(right, wrong, missed)


def _paired(name: str, tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield the attacks of the program and of the hand coding that are the same claim, as "source id"."""
    with tempfile.TemporaryDirectory() as folder:
        write_tables(tables, folder)
        coded = read_coded(Path(folder))[Table.ATTACKS]
    for source_id, gold in read_gold(FOLDERS / name / "gold").items():
        rows, wanted = [row for row in coded if row["source_id"] == source_id], gold[Table.ATTACKS]
        for i, j in pair_rows(Table.ATTACKS, rows, wanted):
            yield f"{source_id} {rows[i]['id']}", f"{source_id} {wanted[j]['id']}"


def count_found(name: str, corpus: Corpus, tables: Tables) -> tuple[int, int]:
    """Count the disagreements that one finding of the program holds, and all that cannot both be right."""
    texts = {source.source_id: source.text for source in corpus.sources}
    findings = find_findings(tables, corpus)
    real = [entry for entry in read_list(name, "disagree.yaml") if entry["cannot_both_be_right"]]
    return sum(any(_holds(finding, entry["words"], texts) for finding in findings) for entry in real), len(real)


def _holds(finding: Finding, words: dict[str, str], texts: dict[str, str]) -> bool:
    sentences = [(passage.source_id, " ".join(passage.sentence.split())) for passage in finding.passages]
    told = sum(
        any(source_id == name and _meet(texts[name], sentence, quoted) for source_id, sentence in sentences)
        for name, quoted in words.items()
    )
    return told >= min(2, len(words))


def _meet(text: str, sentence: str, quoted: str) -> bool:
    """Whether a sentence and quoted words of one text lie over each other."""
    plain, words = " ".join(text.split()), " ".join(quoted.split())
    start, at = plain.find(sentence), plain.find(words)
    return start >= 0 and at >= 0 and start < at + len(words) and at < start + len(sentence)


def main() -> int:
    """Print what is found."""
    total = {True: (Links(0, 0, 0), 0, 0), False: (Links(0, 0, 0), 0, 0)}
    for name in NAMES:
        corpus, tables = code_folder(name)
        links, (found, real) = count_links(name, tables), count_found(name, corpus, tables)
        closed = name in CLOSED
        before = total[closed]
        total[closed] = (before[0] + links, before[1] + found, before[2] + real)
        print(f"{name:8} {'closed' if closed else 'read':6} {links}  disagreements {found} of {real}")
    for closed, (links, found, real) in total.items():
        print(f"{'all':8} {'closed' if closed else 'read':6} {links}  disagreements {found} of {real}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
