from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.comparison import compare_attacks, compare_incidents
from analysis.exports import database, write_sqlite
from analysis.tables import CLAIMS, SCHEMA, Tables
from analysis.tables.frames import to_records
from tests.factories import Draft, many_reports, tables_of, two_reports

HOSTILE = ["'); DROP TABLE attacks;--", '"', "=cmd()", "x\ny", "النص", "🚀" * 40, "a" * 5000]


@contextmanager
def opened(tables: Tables, folder: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(write_sqlite(tables, folder / "briefing.sqlite"))) as connection:
        connection.row_factory = sqlite3.Row
        yield connection


def rows(connection: sqlite3.Connection, query: str, *values: Any) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query, values)]


def test_the_rows_are_those_of_the_tables(tmp_path: Path) -> None:
    tables = compare_attacks(tables_of(*two_reports()))
    with opened(tables, tmp_path) as connection:
        for name, frame in tables.frames().items():
            wanted = [
                {key: value.isoformat() if hasattr(value, "isoformat") else value for key, value in row.items()}
                for row in to_records(frame)
            ]
            assert rows(connection, f"SELECT * FROM {name}") == wanted
        assert len(rows(connection, "SELECT * FROM incidents")) == len(compare_incidents(tables))


@pytest.mark.parametrize("tables", [tables_of(), tables_of(*two_reports()), many_reports(300, 12)])
def test_the_file_is_sound(tmp_path: Path, tables: Tables) -> None:
    with opened(tables, tmp_path) as connection:
        assert rows(connection, "PRAGMA integrity_check") == [{"integrity_check": "ok"}]
        assert rows(connection, "PRAGMA foreign_key_check") == []
        for name in SCHEMA:
            connection.execute(f"INSERT INTO {name}_fts ({name}_fts) VALUES ('integrity-check')")


def test_types_keys_and_links(tmp_path: Path) -> None:
    with opened(tables_of(*two_reports()), tmp_path) as connection:
        columns = {row["name"]: row for row in rows(connection, "PRAGMA table_info(attacks)")}
        assert columns["claim_id"]["pk"] == 1 and columns["munitions_low"]["type"] == "INTEGER"
        links = rows(connection, "PRAGMA foreign_key_list(casualties)")
        assert {(link["table"], link["from"]) for link in links} == {
            ("sources", "source_id"),
            ("attacks", "source_id"),
            ("attacks", "attack"),
        }
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE attacks SET scope = 'many'")


def test_words_are_found_by_their_stem_and_without_accents(tmp_path: Path) -> None:
    draft = Draft("gazette-1")
    draft.attack("Three rockets struck Medellín.")
    query = "SELECT evidence FROM attacks WHERE rowid IN (SELECT rowid FROM attacks_fts WHERE attacks_fts MATCH ?)"
    with opened(tables_of(draft), tmp_path) as connection:
        for word in ("rocket", "Medellin", "rockets strike OR struck"):
            assert len(rows(connection, query, word)) == 1
        assert rows(connection, query, "drone") == []


def test_without_full_text_search_the_rest_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "has_search", lambda connection: False)
    with opened(tables_of(*two_reports()), tmp_path) as connection:
        names = [row["name"] for row in rows(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")]
        assert names == ["sources", "incidents", *CLAIMS, "columns"]


def test_the_view_of_claims_holds_every_row(tmp_path: Path) -> None:
    tables = tables_of(*two_reports())
    with opened(tables, tmp_path) as connection:
        assert len(rows(connection, "SELECT * FROM claims")) == sum(len(tables.frames()[name]) for name in CLAIMS)
        meaning = rows(connection, 'SELECT meaning FROM columns WHERE "table" = ? AND "column" = ?', "attacks", "place")
        assert meaning[0]["meaning"].startswith("the most exact place")


@settings(max_examples=25, deadline=None)
@given(st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=["Cs"]), min_size=1)))
def test_hostile_words_are_data(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    draft = Draft("gazette-1", title=words)
    draft.attack(words, target=words, place=words)
    with opened(tables_of(draft), tmp_path_factory.mktemp("hostile")) as connection:
        (row,) = rows(connection, "SELECT evidence, target, place FROM attacks")
        assert set(row.values()) == {words}


def test_the_same_tables_give_the_same_bytes_and_no_version(tmp_path: Path) -> None:
    tables = many_reports(120)
    once = write_sqlite(tables, tmp_path / "one" / "briefing.sqlite").read_bytes()
    again = write_sqlite(tables, tmp_path / "one" / "briefing.sqlite").read_bytes()
    assert once == again and once[96:100] == bytes(4)
    assert [made.name for made in (tmp_path / "one").iterdir()] == ["briefing.sqlite"]
