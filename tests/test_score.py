"""The score: what agrees, what pairs, figures worked out by hand, and the same figures as the reference scorer."""

from __future__ import annotations

import csv
import importlib.util
import random
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.score import Fault, Measure, ScoreError, Table, read_coded, read_gold, score_tables, to_text
from analysis.score.agreement import agrees, shared_words
from analysis.score.pairing import pair_rows
from analysis.score.slots import SLOTS

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"
SHARED = ROOT.parent / "shared"
REFERENCE = SHARED / "score" / "score.py"
GOLD_FOLDERS = (GOLDEN, SHARED / "gold" / "seeds", SHARED / "gold" / "dev")
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "score_agreement.yaml").read_text("utf-8"))
QUANTITY = ("low", "high", "qualifier", "text")


# ---- what agrees and what pairs


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_slots_agree_as_listed(case: dict[str, Any]) -> None:
    assert agrees(case["slot"], case["one"], case["other"]) is case["agrees"]
    assert agrees(case["slot"], case["other"], case["one"]) is case["agrees"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_shared_words_is_a_symmetric_share(one: str, other: str) -> None:
    assert 0 <= shared_words(one, other) == shared_words(other, one) <= 1


def test_attacks_pair_by_two_of_day_place_and_type() -> None:
    gold = [{"date_from": "2031-04-02", "date_to": "2031-04-02", "place": "Sarrin", "type": "drone", "evidence": "a b"}]
    day_and_place = {"date_from": "2031-04-01", "date_to": "2031-04-05", "place": "Sarrin", "evidence": "c d"}
    day_alone = {"date_from": "2031-04-02", "place": "Kobani", "type": "rocket", "evidence": "c d"}
    assert pair_rows(Table.ATTACKS, [day_alone, day_and_place], gold) == [(1, 0)]
    assert pair_rows(Table.ATTACKS, [day_alone], gold) == []


def test_the_most_alike_row_takes_the_pair() -> None:
    gold = [{"outcome": "killed", "low": "3", "high": "3", "nationality": "NO", "role": "civilian"}]
    rows = [
        {"outcome": "killed", "low": "3", "high": "3"},
        {"outcome": "killed", "low": "3", "high": "3", "role": "civilian"},
        {"outcome": "injured", "low": "3", "high": "3", "nationality": "NO", "role": "civilian"},
    ]
    assert pair_rows(Table.CASUALTIES, rows, gold) == [(1, 0)]


# ---- figures worked out by hand


def write_tables(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> Path:
    folder.mkdir(exist_ok=True)
    for table in Table:
        columns = ["source_id", *SLOTS[table], "id", "evidence"]
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, columns, lineterminator="\n", extrasaction="ignore")
            writer.writeheader()
            writer.writerows({"source_id": "one", **row} for row in tables.get(table, []))
    return folder


def write_gold(folder: Path, tables: dict[str, list[dict[str, Any]]]) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "one.yaml").write_text(yaml.safe_dump(tables), "utf-8")
    return folder


FORCE = {"force": "US", "place": "NO", "low": 300, "high": 300, "qualifier": "exact", "status": "present"}


def test_figures_of_a_small_table(tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold", {"troops": [FORCE, {**FORCE, "place": "SE", "low": 40, "high": 40}]})
    coded = write_tables(
        tmp_path / "coded",
        {"troops": [{**FORCE, "status": None, "as_of": "2031"}, {**FORCE, "place": "FI", "low": 7, "high": 7}]},
    )
    score = score_tables(read_coded(coded), read_gold(gold))
    troops = score.tables[Table.TROOPS]
    assert troops.found == troops.exact == Measure(correct=1, coded=2, gold=2)
    # right: force, place, low, high, qualifier. Spurious: as_of and the second row's six. Missing: status and six.
    assert troops.slots == Measure(correct=5, coded=12, gold=12)
    assert score.slots.f == pytest.approx(5 / 12)
    assert [(error.fault, error.slot) for error in score.errors] == [(Fault.SPURIOUS, None), (Fault.MISSING, None)]


def test_a_wrong_key_slot_is_found_but_not_exact(tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold", {"troops": [FORCE]})
    coded = write_tables(tmp_path / "coded", {"troops": [{**FORCE, "high": 400}]})
    score = score_tables(read_coded(coded), read_gold(gold))
    assert (score.tables[Table.TROOPS].found.f, score.tables[Table.TROOPS].exact.f) == (1.0, 0.0)
    (error,) = score.errors
    assert (error.fault, error.slot, error.coded, error.gold) == (Fault.WRONG, "high", "400", "300")
    assert "troops wrong high: 400 for 300" in to_text(score, errors=True)
    assert "wrong" not in to_text(score)


def test_the_attack_of_a_casualty_is_right_by_the_pair_of_its_attack(tmp_path: Path) -> None:
    attack = {"date_from": "2031-04-02", "date_to": "2031-04-02", "place": "Sarrin", "type": "drone"}
    other = {"date_from": "2031-05-09", "date_to": "2031-05-09", "place": "Kobani", "type": "rocket"}
    dead = {"outcome": "killed", "low": 3, "high": 3, "attack": "a1"}
    hurt = {"outcome": "injured", "low": 8, "high": 8, "attack": "a2"}
    lost = {"outcome": "missing", "low": 1, "high": 1, "attack": None}
    attacks = [{"id": "a1", **attack}, {"id": "a2", **other}]
    gold = write_gold(tmp_path / "gold", {"attacks": attacks, "casualties": [dead, hurt, lost]})
    # the program numbers the attacks the other way round, ties the dead rightly and the injured to the wrong one
    renumbered = [{"id": "a1", **other}, {"id": "a2", **attack}]
    tied = [{**dead, "attack": "a2"}, {**hurt, "attack": "a2"}, lost]
    coded = write_tables(tmp_path / "coded", {"attacks": renumbered, "casualties": tied})
    score = score_tables(read_coded(coded), read_gold(gold))
    assert (score.links_right, score.links) == (2, 3)
    assert "attack of paired casualties right: 2 of 3" in to_text(score)


def test_nothing_coded_where_nothing_is_to_code_is_perfect() -> None:
    assert (Measure(0, 0, 0).f, Measure(0, 3, 0).f, Measure(0, 0, 3).f) == (1.0, 0.0, 0.0)


# ---- the hand-coded digests


def to_tables(gold: Path, folder: Path, rng: random.Random | None = None) -> Path:
    """Write hand-coded sources as coded tables, with faults strewn in by `rng`."""
    folder.mkdir(exist_ok=True)
    for table, rows in read_hand_coding(gold).items():
        columns = list(dict.fromkeys(["source_id", *(slot for row in rows for slot in row)]))
        if rng is not None:  # but an id is an address, not something that codings differ in
            rows = strew_faults(rows, [column for column in columns if column not in ("source_id", "id")], rng)
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as handle:
            writer = csv.DictWriter(handle, columns, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    return folder


@cache
def read_hand_coding(gold: Path) -> dict[str, list[dict[str, Any]]]:
    """All rows of a folder by table, flat; not to be changed."""
    tables: dict[str, list[dict[str, Any]]] = {table: [] for table in Table}
    for path in sorted(gold.glob("*.yaml")):
        data = yaml.safe_load(path.read_text("utf-8"))
        for table, rows in tables.items():
            rows += [{"source_id": path.stem, **flatten(row)} for row in data[table]]
    return tables


def flatten(row: dict[str, Any]) -> dict[str, Any]:
    flat = {slot: value for slot, value in row.items() if slot not in ("munitions", "count")}
    for slot in ("munitions", "count"):
        if slot in row:
            flat |= {f"{slot}_{bound}": (row[slot] or {}).get(bound) for bound in QUANTITY}
    return flat


def strew_faults(rows: list[dict[str, Any]], columns: list[str], rng: random.Random) -> list[dict[str, Any]]:
    """Leave rows out, double them, shuffle them, and change their cells in the ways that codings differ."""
    kept = [dict(row) for row in rows if rng.random() > 0.12]
    kept += [dict(row) for row in rows if rng.random() < 0.12]
    rng.shuffle(kept)
    for row in kept:
        for column in rng.sample(columns, k=rng.randint(0, 4)):
            row[column] = change_cell(row.get(column), rng.choice(rows)[column], rng)
    return kept


def change_cell(value: Any, foreign: Any, rng: random.Random) -> Any:
    words = str(value).split()
    return rng.choice(
        [
            None,
            "NaN",
            foreign,
            value if value is None else str(value).upper(),
            f"{value}.0" if isinstance(value, int) else value,
            value + 1 if isinstance(value, int) else value,
            " ".join(words[: max(1, len(words) * rng.randint(3, 9) // 10)]) if value else value,
            value if value is None else str(value)[:-1],
        ]
    )


def test_the_golden_sources_score_full_marks_against_themselves(tmp_path: Path) -> None:
    score = score_tables(read_coded(to_tables(GOLDEN, tmp_path / "t")), read_gold(GOLDEN))
    assert score.errors == ()
    assert (score.exact.f, score.slots.f, score.links_right) == (1.0, 1.0, score.links)
    assert score.exact.gold > 100


def test_faults_lower_the_score_and_are_listed(tmp_path: Path) -> None:
    coded = read_coded(to_tables(GOLDEN, tmp_path / "t", random.Random(7)))
    score = score_tables(coded, read_gold(GOLDEN))
    assert 0 < score.exact.f < score.slots.f < 1
    for fault in Fault:
        assert f" {fault}" in to_text(score, errors=True)
    missing = sum(error.fault is Fault.MISSING for error in score.errors)
    assert missing == sum(table.found.gold - table.found.correct for table in score.tables.values())


def load_reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_score", REFERENCE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference scorer is not on this machine")
@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "gold", [GOLDEN, SHARED / "gold" / "seeds", SHARED / "gold" / "dev"], ids=lambda path: path.name
)
def test_figures_equal_the_reference_scorer(gold: Path, seed: int, tmp_path: Path) -> None:
    if not gold.is_dir():
        pytest.skip(f"{gold} is not on this machine")
    folder = to_tables(gold, tmp_path / "t", random.Random(seed))
    reference = load_reference()
    theirs = reference.score(reference.read_tables(folder), reference.read_gold(gold, set()))
    ours = score_tables(read_coded(folder), read_gold(gold))
    for table in Table:
        for name in ("found", "exact", "slots"):
            assert to_figures(getattr(ours.tables[table], name)) == theirs[table][name], (table, name)
    assert to_figures(ours.exact) == theirs["all"]["exact"]
    assert to_figures(ours.slots) == theirs["all"]["slots"]


def to_figures(measure: Measure) -> dict[str, float]:
    return {
        "p": round(measure.precision, 4),
        "r": round(measure.recall, 4),
        "f": round(measure.f, 4),
        "correct": measure.correct,
        "predicted": measure.coded,
        "gold": measure.gold,
    }


# ---- input that cannot be scored


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("attacks: [", "cannot be read as YAML"),
        ("- a list", "not a hand-coded source"),
        ("attacks: 3", "attacks is not a list"),
        ("attacks: [drone]", "which is no row"),
        ("attacks: [{munitions: 4}]", "write it as {low, high, qualifier, text}"),
    ],
)
def test_a_bad_hand_coded_file_is_one_clear_line(text: str, says: str, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(text, "utf-8")
    with pytest.raises(ScoreError) as caught:
        read_gold(tmp_path)
    assert says in str(caught.value) and "one.yaml" in str(caught.value) and "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["nowhere", "."])
def test_a_folder_without_hand_coded_sources_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(ScoreError, match="no hand-coded sources here"):
        read_gold(tmp_path / name)


def test_a_bad_table_is_one_clear_line(tmp_path: Path) -> None:
    write_tables(tmp_path, {})
    for content, says in ((b"place\nSarrin\n", "no column source_id"), (b"source_id\n\xff\n", "cannot be read")):
        (tmp_path / "troops.csv").write_bytes(content)
        with pytest.raises(ScoreError, match=says) as caught:
            read_coded(tmp_path)
        assert "troops.csv" in str(caught.value) and "\n" not in str(caught.value)
    (tmp_path / "troops.csv").unlink()
    with pytest.raises(ScoreError, match=r"troops\.csv: missing"):
        read_coded(tmp_path)


def test_tables_of_other_sources_are_refused(tmp_path: Path) -> None:
    gold = write_gold(tmp_path / "gold", {"troops": [FORCE]})
    coded = write_tables(tmp_path / "coded", {"troops": [{**FORCE, "source_id": "two"}]})
    with pytest.raises(ScoreError, match="none of the hand-coded sources"):
        score_tables(read_coded(coded), read_gold(gold))
