"""Prose with numbers in it: the words are ours, the values are data.

`prose("The sources report {attacks} in {country}.", attacks=count(3, "attack"), country="Iraq")`. The template is
written in the notebook; blank lines part paragraphs, `*…*` and `**…**` are emphasis. Values are never read as markup,
whatever they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from string import Formatter

from analysis.briefing.display import blocks, nodes
from analysis.briefing.display.shown import Shown
from analysis.briefing.wording import number_in_words
from analysis.tables.wording import say_day

#: where a template's own words change their emphasis
MARKS = re.compile(r"(\*\*|\*)")
PARAGRAPHS = re.compile(r"\n\s*\n")

#: what may stand in a field of a template
Value = str | int | date | None | Shown | nodes.Node | nodes.Nodes


def prose(template: str, *, style: str | None = None, **values: Value) -> Shown:
    """Show paragraphs from a template of ours and values that are data.

    Raises KeyError for a field without a value, ValueError for emphasis that is not closed.
    """
    parts = PARAGRAPHS.split(template.strip())
    return Shown(tuple(blocks.paragraph(sentence(part, **values), style) for part in parts))


def findings(items: Iterable[nodes.Nodes], *, style: str = "findings") -> Shown:
    """Show a list with one finding per item; an empty one says so."""
    listed = list(items)
    if not listed:
        return prose("Nothing was found.", style="none")
    return Shown((blocks.bullets(listed, style),))


def sentence(template: str, **values: Value) -> nodes.Nodes:
    """Make the nodes of one paragraph from a template and its values."""
    stack: list[tuple[str, nodes.Nodes]] = [("", [])]
    for literal, field, spec, conversion in Formatter().parse(template):
        for piece in MARKS.split(" ".join(literal.split("\n"))):
            _add_piece(stack, piece)
        if field is None:
            continue
        if spec or conversion or field not in values:
            raise KeyError(f"the template has no value for {{{field}{spec and ':' + spec}}}")
        stack[-1][1].extend(to_nodes(values[field]))
    if len(stack) > 1:
        raise ValueError(f"emphasis is not closed in {template!r}")
    return stack[0][1]


def _add_piece(stack: list[tuple[str, nodes.Nodes]], piece: str) -> None:
    if piece not in ("*", "**"):
        if piece:
            stack[-1][1].append(nodes.text(piece))
    elif stack[-1][0] == piece:
        mark, inner = stack.pop()
        stack[-1][1].append(nodes.strong(inner) if mark == "**" else nodes.emphasis(inner))
    else:
        stack.append((piece, []))


def to_nodes(value: Value) -> nodes.Nodes:
    """Make nodes of a value: data as strings, absence as "not said"."""
    if isinstance(value, Shown):
        return [node for block in value.blocks for node in block.get("c", [])]
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list):
        return value
    if value is None:
        return [nodes.text("not said")]
    if isinstance(value, date):
        return [nodes.text(say_day(value))]
    return [nodes.text(number_in_words(value) if isinstance(value, int) else value)]
