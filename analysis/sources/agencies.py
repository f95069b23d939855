"""News agencies: from the name as printed to the name as everybody knows it.

An agency that the list does not hold keeps its printed name; nothing is made of an outlet that is no agency.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.sources.lines import to_key
from analysis.vocabulary import read_vocabulary

_BETWEEN = re.compile(r"\s*[,;/&+]\s*|\s+and\s+|\s+AND\s+")


@cache
def _names() -> dict[str, str]:
    listed: dict[str, list[str]] = read_vocabulary("agencies")
    return {key: name for name, others in listed.items() for key in (to_key(name), *others)}


@cache
def _in_running_text() -> re.Pattern[str]:
    """Names long enough, or printed in capitals, to be looked for inside a credit line."""
    printed = sorted({name for name in read_vocabulary("agencies") if len(name) > 2}, key=len, reverse=True)
    full = sorted(
        (other for others in read_vocabulary("agencies").values() for other in others if " " in other), reverse=True
    )
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, printed))}|AP|AA|(?i:{'|'.join(map(re.escape, full))}))\b")


def is_agency(name: str) -> bool:
    """Tell whether `name` is that of a news agency, in any spelling the list knows."""
    return to_key(name) in _names()


def parse_agency(name: str) -> str | None:
    """Give the usual name of one agency as printed; an unknown one keeps its name, None for no name at all.

    >>> parse_agency("REUTERS"), parse_agency("Agence France-Presse"), parse_agency("Radio Alba")
    ('Reuters', 'AFP', 'Radio Alba')
    >>> parse_agency(" ") is None
    True
    """
    printed = " ".join(name.split())
    return _names().get(to_key(printed), printed) or None


def find_agencies(credit: str) -> tuple[str, ...]:
    """Find the known agencies that a credit line names, in order, each once."""
    return tuple(dict.fromkeys(_names().get(to_key(match), match) for match in _in_running_text().findall(credit)))


def split_agencies(names: str) -> tuple[str, ...]:
    """Split the agencies of a dateline's bracket ("REUTERS, AP and AFP") and give their usual names in order."""
    parsed = (parse_agency(name) for name in _BETWEEN.split(names))
    return tuple(dict.fromkeys(name for name in parsed if name))
