"""The word lists: no key stands twice in one of them, and the form that loads at once holds what the YAML holds."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
import yaml

import analysis.vocabulary
from analysis.vocabulary.compiled import load, parse

LISTS = sorted(Path(analysis.vocabulary.__file__).parent.glob("*.yaml"))


def repeated_keys(text: str) -> list[str]:
    found: list[str] = []
    nodes = [yaml.compose(text, Loader=yaml.SafeLoader)]
    while nodes:
        node = nodes.pop()
        if isinstance(node, yaml.MappingNode):
            keys = [(key.tag, key.value) for key, _ in node.value]
            found.extend(value for tag, value in set(keys) if keys.count((tag, value)) > 1)
            nodes.extend(value for _, value in node.value)
        elif isinstance(node, yaml.SequenceNode):
            nodes.extend(node.value)
    return found


def test_a_repeated_key_is_seen() -> None:
    assert repeated_keys("a: 1\nb: {c: 2, c: 3}\na: 4\n") == ["a", "c"]


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    assert repeated_keys(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.stem)
def test_a_list_loads_as_it_is_parsed(path: Path) -> None:
    words = parse(path.read_text("utf-8"))
    assert repr(load(path)) == repr(words)
    assert repr(load(path)) == repr(words)


def test_only_true_and_false_are_no_words() -> None:
    assert parse("[on, Off, yes, NO, y, true, false, 7, ~]") == ["on", "Off", "yes", "NO", "y", True, False, 7, None]


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.yaml"
    path.write_text("[a, b]", encoding="utf-8")
    return path


def compiled(path: Path) -> Path:
    (found,) = (path.parent / "__pycache__").iterdir()
    return found


def test_a_list_is_parsed_once(words: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(words) == ["a", "b"]

    def refuse(text: str) -> Any:
        raise AssertionError(text)

    monkeypatch.setattr("analysis.vocabulary.compiled.parse", refuse)
    assert load(words) == ["a", "b"]


@pytest.mark.parametrize("when", [None, 1])
def test_a_changed_list_is_parsed_again(words: Path, when: int | None) -> None:
    load(words)
    words.write_text("[a, c]" if when else "[a]", encoding="utf-8")
    if when:
        os.utime(words, (when, when))
    assert load(words) == (["a", "c"] if when else ["a"])


@pytest.mark.parametrize("content", [b"", b"\x00", b"N", b"[\x01\x00\x00\x00", b"i\x01\x00\x00\x00"])
def test_a_broken_compiled_list_is_made_anew(words: Path, content: bytes) -> None:
    load(words)
    made = compiled(words)
    whole = made.read_bytes()
    made.write_bytes(content)
    assert load(words) == ["a", "b"]
    assert made.read_bytes() == whole


def test_where_nothing_can_be_written_the_list_is_read_all_the_same(words: Path) -> None:
    (words.parent / "__pycache__").write_text("a file where the folder should be", encoding="utf-8")
    assert load(words) == ["a", "b"]


def test_a_list_that_cannot_be_compiled_is_read_all_the_same(words: Path) -> None:
    words.write_text("[2020-01-02]", encoding="utf-8")
    assert [str(day) for day in load(words)] == [str(day) for day in load(words)] == ["2020-01-02"]


def test_a_list_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing"):
        load(tmp_path / "nothing.yaml")
