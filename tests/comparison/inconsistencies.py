"""Matches the findings on the five reports to the lines that a careful reader wrote down, and prints the shares.

`python tests/comparison/inconsistencies.py [--all] [TABLES]` codes the reports, or takes the tables of a folder. A line
is found when one finding's passages hold the words that it quotes: `whole` all of them, `part` those of two sources at
least (of a line on one source: two of its quotations). A consistent line is reported when a finding's passages hold all
its words, and every passage some of them. Without ../shared there is nothing to match, and it says so.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from analysis.coding import code_source
from analysis.comparison.contradictions import Finding, Weight, find_findings
from analysis.sources import read_sources
from analysis.tables import read_tables, to_tables

SHARED = Path(__file__).resolve().parents[3] / "shared"
KINDS = ("calendar", "time zone", "gazetteer", "figures", "names", "wordings", "attributions")
_STEM = re.compile(r"\b\d{3}_[0-9a-f]{16}\b")
_TOKEN = re.compile(r"`([^`]+)`|\b(\d{3}_[0-9a-f]{16})\b")


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its quotations as (source_id, words), the ways in which it can be found, and its text."""

    quotes: tuple[tuple[str, str], ...]
    ways: frozenset[str]
    text: str
    consistent: bool


def read_lines(path: Path) -> list[Line]:
    """Read the lines of the list."""
    lines, consistent = [], False
    for raw in path.read_text("utf-8").splitlines():
        if raw.startswith("## "):
            consistent = "consistent" in raw
        if not raw.startswith("- "):
            continue
        said, _, ways = raw.partition("Detect:")
        stem, quotes = "", []
        for words, name in _TOKEN.findall(said):
            stem = name or stem
            if words:
                quotes.append((stem, plain(words)))
        lines.append(Line(tuple(quotes), frozenset(k for k in KINDS if k in ways), raw[2:], consistent))
    return lines


def plain(words: str) -> str:
    """Even out blanks, as the list does."""
    return " ".join(words.split())


def held(line: Line, finding: Finding) -> list[tuple[str, str]]:
    """The quotations of a line that a finding's passages hold."""
    return [q for q in line.quotes if any(p.source_id == q[0] and q[1] in plain(p.words) for p in finding.passages)]


def matches(line: Line, finding: Finding) -> str | None:
    """Say whether a finding matches a line `whole`, in `part`, or not."""
    found = held(line, finding)
    if len(found) == len(line.quotes):
        return "whole"
    sources = {source_id for source_id, _ in line.quotes}
    enough = len({source_id for source_id, _ in found}) > 1 if len(sources) > 1 else len(set(found)) > 1
    return "part" if enough else None


def reports(line: Line, finding: Finding) -> bool:
    """Say whether a finding is about a consistent line: it holds all its words, and no passage without one of them."""
    bare = [p for p in finding.passages if not any(p.source_id == q[0] and q[1] in plain(p.words) for q in line.quotes)]
    return matches(line, finding) == "whole" and not bare


def find_all(tables: Path | None) -> list[Finding]:
    """Find what does not go together in the five reports."""
    corpus = read_sources(SHARED / "seeds")
    coded = read_tables(tables) if tables else to_tables(corpus, [code_source(source) for source in corpus.sources])
    return find_findings(coded, corpus)


def main(arguments: list[str]) -> int:
    """Print what is found and what is not."""
    if not SHARED.is_dir():
        print("the five reports are not here; nothing to match")
        return 0
    given = [Path(name) for name in arguments if not name.startswith("-")]
    findings = find_all(given[0] if given else None)
    lines = read_lines(SHARED / "gold" / "seeds-inconsistencies.md")
    open_lines = [line for line in lines if line.ways and not line.consistent]
    grades = {line.text: {matches(line, finding) for finding in findings} for line in open_lines}
    whole = [line for line in open_lines if "whole" in grades[line.text]]
    part = [line for line in open_lines if grades[line.text] & {"whole", "part"}]
    wrong = [(line, f) for line in lines if line.consistent for f in findings if reports(line, f)]
    material = [finding for finding in findings if finding.weight is Weight.MATERIAL]
    matched = [f for f in material if any(matches(line, f) for line in lines if not line.consistent)]
    print(f"{len(findings)} findings, {len(material)} material: {dict(Counter(f.kind.value for f in findings))}")
    print(
        f"lines: {len(open_lines)}; found whole {len(whole)} ({len(whole) / len(open_lines):.2f}), "
        f"whole or in part {len(part)} ({len(part) / len(open_lines):.2f})"
    )
    print(f"consistent lines reported: {len(wrong)}")
    print(f"material findings that match a line: {len(matched)} of {len(material)}")
    if "--all" in arguments:
        for line in open_lines:
            print("FOUND" if line in whole else "PART " if line in part else "-----", line.text[:230])
        for line, finding in wrong:
            print("WRONG", line.text[:150], "<-", finding.kind, finding.says)
        for finding in material:
            if finding not in matched:
                print("OTHER", finding.kind.value, finding.certainty.value, finding.says)
                for passage in finding.passages:
                    print("      ", passage.source_id[:3], passage.words[:160].replace("\n", " "))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
