from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from analysis.exports.pages import PAGE, clear_remains


def test_what_was_left_in_the_middle_of_a_page_is_gone_and_the_rows_are_not(tmp_path: Path) -> None:
    path = tmp_path / "some.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute(f"PRAGMA page_size={PAGE}")
        database.execute("CREATE TABLE words (word TEXT)")
        database.executemany("INSERT INTO words VALUES (?)", [("rocket" * 100,), ("drone",), ("x" * 9000,)])
    clean = path.read_bytes()
    clear_remains(path)
    wanted = path.read_bytes()
    second = PAGE + 300  # between the pointers and the cells of the second page
    path.write_bytes(clean[:second] + b"left behind" + clean[second + 11 :])
    clear_remains(path)
    assert path.read_bytes() == wanted and b"left behind" not in wanted
    with closing(sqlite3.connect(path)) as database:
        assert [len(word) for (word,) in database.execute("SELECT word FROM words")] == [600, 5, 9000]
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
