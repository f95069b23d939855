"""Word lists live in the vocabulary: the number of long ones that stand in code may fall, and not grow."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
#: strings from which on a literal is a list of words, and how many such stand in the coder; lower it when one moves out
LONG, ALLOWED = 8, 132


def word_lists(tree: ast.AST) -> Iterator[list[str]]:
    """The literal sets, lists and tuples of words, and the words that are keys of a literal table."""
    for node in ast.walk(tree):
        items = node.elts if isinstance(node, ast.Set | ast.List | ast.Tuple) else ()
        items = node.keys if isinstance(node, ast.Dict) else items
        words = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
        if sum(word.isalpha() for word in words) >= LONG:
            yield words


def test_no_further_list_of_words_stands_in_code() -> None:
    paths = [p for part in ("coding", "language") for p in sorted((ROOT / "analysis" / part).rglob("*.py"))]
    found = sum(len(list(word_lists(ast.parse(path.read_text(encoding="utf-8"))))) for path in paths)
    assert found <= ALLOWED, "put the list into analysis/vocabulary"
    assert found == ALLOWED, f"lower ALLOWED to {found}, so that the lists do not come back"


def test_a_list_of_words_is_found() -> None:
    names = [f"word{chr(97 + i)}" for i in range(LONG)]
    marks = [",", ";"] * LONG
    tree = ast.parse(f"SHORT = {{'a', 'b'}}; MARKS = {marks}; LONG = {names}")
    assert list(word_lists(tree)) == [names]
