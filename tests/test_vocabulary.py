"""The word lists: no key stands twice in one of them, since the later would silently take the place of the first."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import analysis.vocabulary

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
