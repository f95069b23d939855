"""The digests in seeds/ and their hand coding: complete, in agreement with each other, and in words of our own."""

from __future__ import annotations

import csv
import hashlib
import re
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
import yaml

from analysis.coding.rows import Act, AttackType, Attribution, Kind, Outcome, Role, Scope, Status
from analysis.language.quantities import Qualifier

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds"
GOLDEN = ROOT / "tests" / "golden"
REPORTS = ROOT.parent / "shared" / "seeds"

DIGESTS = sorted(SEEDS.glob("*.md"))
KEYS = ["source_id", "outlet", "agencies", "published", "title", "url", "language", "original"]
TABLES = ("attacks", "casualties", "troops", "statements")
LONGEST_QUOTATION = 11  # words
SHORTEST_COPY = 12  # words in a row that count as copied

QUOTATION = re.compile(r'“ [^“”]* ” | " [^"]* "', re.VERBOSE)
WORD = re.compile(r"[^\W_]+ (?: ['’‘-] [^\W_]+ )*", re.VERBOSE)
TOKEN = re.compile(r"[a-z0-9]+")
SOURCE_ID = re.compile(r"[A-Za-z0-9]+ (?: - [A-Za-z0-9]+ )*", re.VERBOSE)

each_digest = pytest.mark.parametrize("path", DIGESTS, ids=lambda path: path.stem)
needs_reports = pytest.mark.skipif(not REPORTS.is_dir(), reason="the reports as received are not on this machine")


def read_digest(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and text of a digest."""
    opening, front, text = path.read_text("utf-8").split("---\n", 2)
    assert opening == ""
    return yaml.safe_load(front), text


def read_golden(path: Path) -> dict[str, Any]:
    golden: dict[str, Any] = yaml.safe_load((GOLDEN / f"{path.stem}.yaml").read_text("utf-8"))
    return golden


def find_tokens(text: str) -> list[str]:
    return TOKEN.findall(text.lower())


def find_runs(text: str) -> set[tuple[str, ...]]:
    """Every run of SHORTEST_COPY words in a text."""
    tokens = find_tokens(text)
    return {tuple(tokens[i : i + SHORTEST_COPY]) for i in range(len(tokens) - SHORTEST_COPY + 1)}


def find_long_quotations(text: str) -> list[str]:
    found = (match[0] for paragraph in text.split("\n") for match in QUOTATION.finditer(paragraph))
    return [quotation for quotation in found if len(WORD.findall(quotation)) > LONGEST_QUOTATION]


# ---- the digests


def test_there_are_five_digests_and_each_is_coded() -> None:
    assert len(DIGESTS) == 5
    assert [path.stem for path in DIGESTS] == [path.stem for path in sorted(GOLDEN.glob("*.yaml"))]


@each_digest
def test_front_matter_is_complete(path: Path) -> None:
    front, text = read_digest(path)
    assert list(front) == KEYS
    assert front["source_id"] == path.stem
    assert SOURCE_ID.fullmatch(path.stem)
    assert isinstance(front["published"], date)
    assert path.stem.startswith(front["published"].isoformat())
    assert re.fullmatch("[0-9a-f]{64}", front["original"]["sha256"])
    assert front["original"]["characters"] > len(text) // 2
    assert front["title"] is None or front["title"] in text


def test_the_sidecar_agrees_with_the_front_matter() -> None:
    with (SEEDS / "sources.csv").open(newline="", encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    expected = []
    for path in DIGESTS:
        front, _ = read_digest(path)
        known = {key: "" if front[key] is None else str(front[key]) for key in KEYS[:-1]}
        expected.append({"file": path.name, **known, "agencies": ";".join(front["agencies"])})
    assert rows == expected
    assert list(rows[0]) == ["file", *KEYS[:-1]]


@each_digest
def test_quotations_are_fragments(path: Path) -> None:
    _, text = read_digest(path)
    assert find_long_quotations(text) == []


@pytest.mark.parametrize(
    ("text", "long"),
    [
        ("“one two three four five six seven eight nine ten eleven”", 0),
        ("“one two three four five six seven eight nine ten eleven twelve”", 1),
        ('he said "one two three four five six seven eight nine ten eleven twelve" twice', 1),
        ('"one two" and then a good many words of the writer that no mark of quotation holds "three four"', 0),
    ],
)
def test_long_quotations_are_seen(text: str, long: int) -> None:
    assert len(find_long_quotations(text)) == long


# ---- the reports as received, where they are at hand


@needs_reports
def test_each_digest_names_its_own_report() -> None:
    received = {}
    for path in sorted(REPORTS.glob("*.txt")):
        content = path.read_bytes()
        received[hashlib.sha256(content).hexdigest()] = len(content.decode("utf-8"))
    originals = [read_digest(path)[0]["original"] for path in DIGESTS]
    assert {original["sha256"]: original["characters"] for original in originals} == received


@needs_reports
@pytest.mark.parametrize(
    "path", [*DIGESTS, *sorted(GOLDEN.glob("*.yaml")), SEEDS / "sources.csv"], ids=lambda path: path.name
)
def test_no_sentence_is_copied_from_a_report(path: Path) -> None:
    reports = [*REPORTS.glob("*.txt"), *(REPORTS.parent / "gold" / "dev-sources").glob("*.txt")]
    theirs = set().union(*(find_runs(report.read_text("utf-8")) for report in reports))
    assert len(theirs) > 1000
    assert find_runs(path.read_text("utf-8")) & theirs == set()


# ---- the hand coding

ENUMS: dict[str, dict[str, type[StrEnum]]] = {
    "attacks": {"scope": Scope, "type": AttackType, "attribution": Attribution},
    "casualties": {"outcome": Outcome, "role": Role, "qualifier": Qualifier},
    "troops": {"status": Status, "qualifier": Qualifier},
    "statements": {"kind": Kind, "act": Act},
}


@each_digest
def test_the_coding_is_of_this_source(path: Path) -> None:
    front, text = read_digest(path)
    source = read_golden(path)["source"]
    known = {key: front[key] for key in ("source_id", "outlet", "agencies", "title", "language")}
    assert {key: source[key] for key in known} == known
    assert source["published"] == front["published"].isoformat()
    assert all(place.lower() in text.lower() for place in source["datelines"])


@each_digest
def test_evidence_and_words_stand_in_the_digest(path: Path) -> None:
    _, text = read_digest(path)
    golden = read_golden(path)
    for table in TABLES:
        for row in golden[table]:
            assert text.count(row["evidence"]) == 1, row["evidence"]
            for quantity in (row, row.get("munitions") or {}, row.get("count") or {}):
                assert (quantity.get("text") or "") in text
            for slot in ("date_text", "target", "attributed_by", "attributed_to", "cue"):
                assert (row.get(slot) or "") in text, row[slot]
    for row in golden["statements"]:
        assert row["content"] in row["evidence"]
        assert row["cue"] in row["evidence"]
        assert not row["anonymous"] or row["speaker"] in row["evidence"] or row["speaker"] in text


@each_digest
def test_values_are_those_of_the_codebook(path: Path) -> None:
    golden = read_golden(path)
    for table, enums in ENUMS.items():
        for row in golden[table]:
            for slot, enum in enums.items():
                assert row[slot] is None or enum(row[slot])
    ids = [row["id"] for row in golden["attacks"]]
    assert ids == [f"a{number}" for number in range(1, len(ids) + 1)]
    assert all(row["attack"] is None or row["attack"] in ids for row in golden["casualties"])
    assert all(
        row["count"]["low"] == row["count"]["high"] == 1 for row in golden["attacks"] if row["scope"] == "single"
    )
    assert all(row["munitions"] is None for row in golden["attacks"] if row["scope"] == "series")


@each_digest
def test_the_kind_of_a_statement_follows_its_quotation_marks(path: Path) -> None:
    for row in read_golden(path)["statements"]:
        words = len(WORD.findall(row["content"]))
        quoted = sum(len(WORD.findall(match[0])) for match in QUOTATION.finditer(row["content"]))
        kind = Kind.DIRECT if 2 * quoted >= words else Kind.MIXED if quoted else Kind.INDIRECT
        assert row["kind"] == kind, row["content"]
