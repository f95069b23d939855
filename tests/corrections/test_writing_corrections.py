from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from analysis.corrections import Action, Correction, Corrections, CorrectionsError, read_corrections, write_corrections
from analysis.corrections.entries import added_claim_id
from analysis.corrections.reading import parse_corrections
from analysis.corrections.writing import to_yaml

A, B, C = (f"a{digit * 12}" for digit in "123")
DAY = date(2021, 5, 9)
FILE = f"""# Corrections of the spring reports.

- confirm: {A}  # sure
  expect: {{place: Balad air base}}
  by: N. Reader
  date: 2021-05-09

# the second page misnames the base
- set: {B}
  to:
    place: K2 base
  expect: {{place: null}}
  by: N. Reader
  date: 2021-05-09
  why: |
    the caption
    says so

# the two reports of May
- same: [{A}, {B}]
  by: N. Reader
  date: 2021-05-09
  why: one night
"""


def drop(claim_id: str) -> Correction:
    return Correction(Action.DROP, (claim_id,), "M. Other", DAY, "a price", {claim_id: {"type": "rocket"}})


def test_new_entries_go_to_the_end_and_what_is_there_stays(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(FILE)
    assert write_corrections(tmp_path, Corrections((drop(C),))) == path
    text = path.read_text()
    assert text.startswith(FILE) and text.endswith("  why: a price\n")
    assert read_corrections(tmp_path).entries == (*parse_corrections(FILE).entries, drop(C))


def test_a_new_entry_takes_the_place_of_older_ones_of_its_claim_and_comments_stay(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(FILE.replace(f"same: [{A}, {B}]", f"same: [{A}, {C}]"))
    write_corrections(tmp_path, Corrections((drop(B),)))
    text = path.read_text()
    assert "# the second page misnames the base\n\n# the two reports of May" in text
    assert "# sure" in text and "says so" not in text and "K2" not in text
    assert [entry.action for entry in read_corrections(tmp_path).entries] == ["confirm", "same", "drop"]


def test_windows_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_bytes(FILE.replace("\n", "\r\n").encode())
    write_corrections(tmp_path, Corrections((drop(C),)))
    assert b"\n" not in path.read_bytes().replace(b"\r\n", b"")
    assert len(read_corrections(tmp_path).entries) == 4


def test_a_file_in_brackets_is_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(f"# lost\n[{{confirm: {A}, expect: {{place: x}}, by: N. Reader, date: 2021-05-09}}]\n")
    write_corrections(tmp_path, Corrections((drop(C),)))
    assert [entry.action for entry in read_corrections(tmp_path).entries] == ["confirm", "drop"]
    assert "lost" not in path.read_text()


def test_writing_twice_changes_nothing(tmp_path: Path) -> None:
    told = Corrections((drop(A), drop(B)))
    first = write_corrections(tmp_path, told).read_bytes()
    assert write_corrections(tmp_path, told).read_bytes() == first
    assert not list(tmp_path.glob(".*"))


def test_dropping_an_added_row_takes_the_entry_away(tmp_path: Path) -> None:
    claim = added_claim_id("attacks", "gazette-1", "Shots fell.", {"type": "drone"})
    added = Correction(
        Action.ADD, (claim,), "N. Reader", DAY, "missed", {}, {"type": "drone"}, "attacks", "gazette-1", "Shots fell."
    )
    write_corrections(tmp_path, Corrections((added, drop(A))))
    write_corrections(tmp_path, Corrections((drop(claim),)))
    assert read_corrections(tmp_path).entries == (drop(A),)


def test_contradictions_with_what_is_there_are_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "corrections.yaml"
    path.write_text(FILE)
    with pytest.raises(CorrectionsError, match=r"corrections.yaml entry 3 .* contradict"):
        write_corrections(tmp_path, Corrections((drop(A),)))
    assert path.read_text() == FILE


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(CorrectionsError, match="cannot be written"):
        write_corrections(tmp_path / "none", Corrections((drop(A),)))


WORDS = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \n:#'\"-{}[]&*!|>%@`,~=+\t")), max_size=30
)
TEXTS = WORDS.filter(lambda words: bool(words.strip()))


@given(st.lists(st.tuples(TEXTS, TEXTS, WORDS, st.sampled_from(["", "true", "null", "NO", "12", "2021-05-04"]))))
def test_any_words_come_back_as_they_were(told: list[tuple[str, str, str, str]]) -> None:
    entries = tuple(
        Correction(
            Action.SET, (f"a{at:012x}",), by, DAY, why, {f"a{at:012x}": {"place": new, "target": old}},
            {"place": old, "target": new},
        )
        for at, (by, why, old, new) in enumerate(told)
    )  # fmt: skip
    text = to_yaml(entries)
    assert parse_corrections(text).entries == entries
    assert len(yaml.safe_load(text) or []) == len(entries)


@given(st.text("a-:{}[]'\"#|>&*!\n \t,?", max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text: str) -> None:
    try:
        parse_corrections(text)
    except CorrectionsError as error:
        assert "\n" not in str(error)
