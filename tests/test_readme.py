"""The README: its table of columns is the schema's, its commands are the program's, its tree is the project's.

`python tests/test_readme.py` writes the table of columns anew.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from analysis.command import _parser
from analysis.tables import SCHEMA

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- columns: written by tests/test_readme.py -->\n", "<!-- end of columns -->"


def to_columns() -> str:
    """Set the schema out as Markdown, a table of columns for each table."""
    parts = []
    for table, columns in SCHEMA.items():
        rows = [f"| `{c.name}` | {c.type} | {c.meaning.replace('|', '/')} |" for c in columns if not c.later]
        parts.append("\n".join([f"### {table}", "", "| column | type | meaning |", "|---|---|---|", *rows, ""]))
    return "\n" + "\n".join(parts) + "\n"


def commands() -> list[str]:
    """Return the lines of the README's shell blocks."""
    blocks = re.findall(r"```sh\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    return [line.split("#")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


def test_columns_are_those_of_the_schema():
    text = README.read_text("utf-8")
    assert text[text.index(BEGIN) + len(BEGIN) : text.index(END)] == to_columns()


@pytest.mark.parametrize("line", [c for c in commands() if c.startswith(".venv/bin/briefing")])
def test_commands_parse(line):
    _parser().parse_args(shlex.split(line)[1:])


@pytest.mark.parametrize("line", [c for c in commands() if c.startswith("make")])
def test_verbs_are_in_the_makefile(line):
    targets = re.findall(r"^([a-z]+):", (README.parent / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert line.split()[1] in targets


def test_the_tree_is_the_projects():
    tree = re.search(r"## What is where\n\n```\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    assert tree is not None
    for line in tree[1].splitlines():
        name = line.split()[0]
        folder = README.parent / "analysis" if line.startswith("  ") else README.parent
        assert name == "build/" or (folder / name).exists(), name


if __name__ == "__main__":
    text = README.read_text("utf-8")
    head, tail = text[: text.index(BEGIN) + len(BEGIN)], text[text.index(END) :]
    README.write_text(head + to_columns() + tail, "utf-8")
