"""The items of a YAML list with the lines they stand on, every value as text.

So `NO` stays Norway and 2021-05-04 stays as written; a plain null, ~ or nothing is None. A key given twice, an anchor,
a tag and nesting beyond any use are refused instead of resolved: a file of corrections says what it says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from analysis.corrections.errors import CorrectionsError
from analysis.sources.errors import to_line

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Item:
    """An item of the list: its value, and the lines it takes, the first counted from 1, the last exclusive."""

    value: Any
    line: int
    end: int


def read_items(text: str, name: str) -> list[Item]:
    """Read the items of a YAML list; none in a file that is empty or holds only comments.

    Raises CorrectionsError, naming the file `name` and the line, for anything else.
    """
    try:
        events: Iterator[Any] = iter(yaml.parse(text, Loader=_LOADER))
        return _items(events, name)
    except (yaml.YAMLError, ValueError) as error:
        if isinstance(error, CorrectionsError):
            raise
        mark = getattr(error, "problem_mark", None)
        line = f" line {mark.line + 1}" if mark else ""
        problem = to_line(getattr(error, "problem", None) or error)
        raise CorrectionsError(
            f"{name}{line}: not readable as YAML ({problem}); put text with : or # in double quotes"
        ) from None


def _items(events: Iterator[Any], name: str) -> list[Item]:
    found: list[Item] = []
    event: Any
    for event in events:
        if isinstance(event, (yaml.StreamStartEvent, yaml.DocumentStartEvent)):
            continue
        if isinstance(event, (yaml.DocumentEndEvent, yaml.StreamEndEvent)):
            break
        if isinstance(event, yaml.ScalarEvent) and _scalar(event, name) is None:
            continue
        if not isinstance(event, yaml.SequenceStartEvent):
            raise CorrectionsError(f"{name}: not a list of entries; begin each with a dash, such as `- confirm: …`")
        found += _children(events, name)
    if any(isinstance(event, yaml.DocumentStartEvent) for event in events):
        raise CorrectionsError(f"{name}: more than one YAML document; keep one list of entries")
    return found


def _children(events: Iterator[Any], name: str) -> Iterator[Item]:
    event: Any
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            return
        last = [event.end_mark.line]
        value = _value(event, events, name, 1, last)
        yield Item(value, event.start_mark.line + 1, last[0] + 1)


def _value(event: Any, events: Iterator[Any], name: str, depth: int, last: list[int]) -> Any:
    """Read the value that an event begins; `last` keeps the line on which the latest scalar ends."""
    where = f"{name} line {event.start_mark.line + 1}"
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise CorrectionsError(f"{where}: anchors (& and *) are not read; write the value out or put it in quotes")
    if depth > _DEEPEST:
        raise CorrectionsError(f"{where}: nested too deeply; write each entry as keys with values")
    if isinstance(event, yaml.ScalarEvent):
        last[0] = _last_line(event)
        return _scalar(event, where)
    if event.tag is not None:
        raise CorrectionsError(f"{where}: tags (!) are not read; delete {to_line(event.tag)}")
    if isinstance(event, yaml.SequenceStartEvent):
        return _list(events, name, depth, last, event.flow_style)
    return _mapping(events, name, depth, last, event.flow_style)


def _last_line(event: Any) -> int:
    """Return the line on which an event ends, from 0; what ends at the head of a line ended on the one before."""
    mark = event.end_mark
    return int(mark.line if mark.column else max(mark.line - 1, event.start_mark.line))


def _list(events: Iterator[Any], name: str, depth: int, last: list[int], flow: bool | None) -> list[Any]:
    values: list[Any] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            last[0] = _last_line(event) if flow else last[0]
            break
        values.append(_value(event, events, name, depth + 1, last))
    return values


def _mapping(events: Iterator[Any], name: str, depth: int, last: list[int], flow: bool | None) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            last[0] = _last_line(event) if flow else last[0]
            break
        where = f"{name} line {event.start_mark.line + 1}"
        key = _value(event, events, name, depth + 1, last)
        if not isinstance(key, str):
            raise CorrectionsError(f"{where}: a key is no plain word; write `key: value`")
        if key in values:
            raise CorrectionsError(f"{where}: {to_line(repr(key))} is given twice; keep one of them")
        values[key] = _value(next(events), events, name, depth + 1, last)
    return values


def _scalar(event: Any, where: str) -> str | None:
    if event.tag not in (None, "!"):
        raise CorrectionsError(f"{where}: tags (!) are not read; delete {to_line(event.tag)} or put the text in quotes")
    if event.style in (None, "") and event.value in _NULLS:
        return None
    return str(event.value)
