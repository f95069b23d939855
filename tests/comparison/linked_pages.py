"""Pages that were tied to one incident by hand against the incidents that are found: pairs of pages, precision, recall.

`python tests/comparison/linked_pages.py [--all]` codes the pages on strikes in Syria and prints both shares. A pair of
pages counts as found when some attack of the one and some attack of the other are one incident. Without ../shared there
is nothing to compare, and it says so.
"""

from __future__ import annotations

import json
import sys
from itertools import combinations
from pathlib import Path

from analysis.coding import code_source
from analysis.comparison import compare_attacks
from analysis.sources import read_sources
from analysis.tables import to_tables
from analysis.tables.frames import to_records

PAGES = Path(__file__).resolve().parents[3] / "shared" / "dev" / "airwars-syria"
Pair = tuple[str, str]
#: pairs that share an incident which the coders of the one page left out; both pages were read: seven killed by Russian
#: strikes near Jisr al-Shughur, on Friday 22 July 2022 by the one, on a Friday by the other
READ: frozenset[Pair] = frozenset({("source-4ba95a7cadbf01ac0d1b773c", "source-58acc5e614094044913d5d69")})


def find_pairs() -> tuple[set[Pair], set[Pair]]:
    """Return the pairs of pages in one incident: as found, and as tied by hand (or `READ`)."""
    corpus = read_sources(PAGES / "sources")
    tables = compare_attacks(to_tables(corpus, [code_source(source) for source in corpus.sources]))
    sources: dict[str, set[str]] = {}
    for row in to_records(tables.attacks):
        sources.setdefault(row["incident_id"], set()).add(row["source_id"])
    found = {pair for members in sources.values() for pair in combinations(sorted(members), 2)}
    gold = json.loads((PAGES / "gold.json").read_text("utf-8"))["sources"]
    codes = {name: {incident["code"] for incident in page["incidents"]} for name, page in gold.items()}
    tied = {pair for pair in combinations(sorted(codes), 2) if codes[pair[0]] & codes[pair[1]]}
    return found, tied | READ


def main(arguments: list[str]) -> int:
    """Print what is found."""
    if not PAGES.is_dir():
        print("the pages are not here; nothing to compare")
        return 0
    found, tied = find_pairs()
    right = found & tied
    print(
        f"pairs tied by hand {len(tied)}, found {len(found)}, right {len(right)}: "
        f"precision {len(right) / max(1, len(found)):.2f}, recall {len(right) / len(tied):.2f}"
    )
    if "--all" in arguments:
        for pair in sorted(found):
            print("right" if pair in tied else "wrong", *pair)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
