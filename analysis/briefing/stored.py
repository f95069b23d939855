"""A notebook as the text of its file, letter for letter as nbformat writes it.

nbformat copies the notebook to the last leaf and hands it to Python's indenting writer, which takes longer than some
notebooks run.
"""

# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import json
from json.encoder import encode_basestring as quote
from typing import Any


def to_text(notebook: Any) -> str:
    """Write a notebook that nobody else uses: its texts are split into lines on the way."""
    from nbformat.v4.rwbase import split_lines, strip_transient

    return _indent(strip_transient(split_lines(notebook)), "\n") + "\n"


def _indent(value: Any, margin: str) -> str:
    """Write JSON, its keys sorted and each level a space further in."""
    if isinstance(value, str):
        return quote(value)
    inner = margin + " "
    if isinstance(value, dict) and value:
        return (
            "{"
            + ",".join([f"{inner}{quote(key)}: {_indent(value[key], inner)}" for key in sorted(value)])
            + f"{margin}}}"
        )
    if isinstance(value, list) and value:
        return "[" + ",".join([inner + _indent(item, inner) for item in value]) + f"{margin}]"
    return json.dumps(value)
