"""YAML front matter at the head of a text: between a first line `---` and the next line `---`.

It holds the keys of the sidecar and `original: {sha256, characters}`, the fingerprint of the report that a digest
restates. All values are read as text, so `no` stays the language and a date stays a date. Keys of other programs are
left alone, but one that is nearly a key of ours is refused, since it would be lost in silence.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from analysis.sources.errors import UnreadableError, to_line
from analysis.sources.metadata import KEYS, Metadata, find_wrong, to_metadata

_LONGEST = 20_000
_NEAR = 0.8

_OPEN = re.compile(r"---[ \t]*\r?\n")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_FIRST_KEY = re.compile(r"(?:[ \t]*(?:\#[^\r\n]*)?\r?\n){0,50}[ \t]*[A-Za-z_]+[ \t]*:(?:\s|$)")
_NULLS = ("", "~", "null", "Null", "NULL")
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and the offset where the text after it begins."""

    metadata: Metadata
    end: int
    #: the keys whose values have the wrong form and are unknown, with what is wrong and the mend
    wrong: Mapping[str, str] = field(default_factory=dict)


def read_front_matter(text: str) -> FrontMatter | None:
    """Read the front matter of `text`, None if it has none.

    Raises UnreadableError for front matter that is not closed, is no YAML, or holds what is no text. A date, an address
    or the like of the wrong form is unknown, and named in `wrong`.
    """
    opened = _OPEN.match(text)
    if opened is None or not (_FIRST_KEY.match(text, opened.end()) or _CLOSE.match(text, opened.end())):
        return None
    closed = _CLOSE.search(text, opened.end(), opened.end() + _LONGEST)
    if closed is None:
        raise UnreadableError("its front matter is not closed; end it with a line ---")
    values = _load(text[opened.end() : closed.start()])
    try:
        told, original = _to_texts(values), _parse_original(values.get("original"))
    except ValueError as error:
        raise UnreadableError(f"in its front matter {error}") from None
    wrong = find_wrong(told)
    known = to_metadata({key: value for key, value in told.items() if key not in wrong})
    return FrontMatter(replace(known, original=original), closed.end(), wrong)


def _load(block: str) -> dict[str, Any]:
    import yaml

    try:
        values = yaml.load(block, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        problem = getattr(error, "problem", None) or type(error).__name__
        raise UnreadableError(
            f"its front matter is not YAML ({to_line(problem)}); write one `key: value` a line"
        ) from None
    if values is None or (isinstance(values, str) and values in _NULLS):
        return {}
    if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
        raise UnreadableError("its front matter is not a list of keys; write one `key: value` a line")
    return values


def _to_texts(values: dict[str, Any]) -> dict[str, str]:
    for key in values.keys() - {*KEYS, "original"}:
        near = get_close_matches(key, [*KEYS, "original"], 1, _NEAR)
        if near:
            raise ValueError(f"the key {key!r} is unknown; did you mean {near[0]}?")
    return {key: _to_text(key, values[key]) for key in KEYS if key in values}


def _to_text(key: str, value: Any) -> str:
    if isinstance(value, str):
        return "" if value in _NULLS else value
    if key == "agencies" and isinstance(value, list) and all(isinstance(name, str) for name in value):
        return ";".join(value)
    raise ValueError(f"{key} is not text; write it on one line after the colon")


def _parse_original(value: Any) -> tuple[str, int] | None:
    """Read the fingerprint of the original report.

    >>> _parse_original({"sha256": "ab" * 32, "characters": "1200"})[1]
    1200
    >>> _parse_original(None) is None
    True
    """
    if value is None or (isinstance(value, str) and value in _NULLS):
        return None
    sha256, characters = (value.get("sha256"), value.get("characters")) if isinstance(value, dict) else (None, None)
    if not (
        isinstance(sha256, str) and _SHA256.fullmatch(sha256) and isinstance(characters, str) and characters.isdecimal()
    ):
        raise ValueError("original needs sha256 (64 hex digits) and characters (a number)")
    return sha256, int(characters)
