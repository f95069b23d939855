"""What is known of a document beside its text: from the sidecar, its front matter, the page itself, its address.

Unknown is None or an empty tuple. Values are checked here once for all who say them: a date is a day that exists, an
address is http or https, a language is an ISO 639 code, a source_id is safe in a file name and in HTML.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import urlsplit

#: what a sidecar row and front matter can say, in the order of the sidecar's columns
KEYS = ("source_id", "outlet", "agencies", "published", "title", "url", "language")
_LONGEST_ID = 120

_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_SOURCE_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{2,8})*")
# /2021/11/24/ or /2023-06-25/ in a path, whole numbers only.
_DATE_IN_PATH = re.compile(r"(?<!\d)(\d{4})(?:/(\d{1,2})/(\d{1,2})|-(\d{2})-(\d{2}))(?!\d)")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What one place says of a document."""

    source_id: str | None = None
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    #: (sha256, characters) of the report that a digest restates
    original: tuple[str, int] | None = None


def merge(*best_first: Metadata) -> Metadata:
    """Take each field from the first that knows it."""
    merged = Metadata()
    for metadata in best_first:
        known = {field.name: getattr(metadata, field.name) for field in fields(metadata)}
        merged = replace(
            merged, **{name: value for name, value in known.items() if value and not getattr(merged, name)}
        )
    return merged


def to_metadata(values: Mapping[str, str]) -> Metadata:
    """Check the values of a sidecar row or of front matter; an empty one is unknown.

    Raises ValueError, with what is wrong and the mend, for a date, address, language or source_id of the wrong form.
    """
    told = {key: " ".join(values.get(key, "").split()) for key in KEYS}
    return Metadata(
        source_id=_check_source_id(told["source_id"]),
        outlet=told["outlet"] or None,
        agencies=tuple(dict.fromkeys(name.strip() for name in told["agencies"].split(";") if name.strip())),
        title=told["title"] or None,
        published=_check_published(told["published"]),
        url=_check_url(told["url"]),
        language=_check_language(told["language"]),
    )


def find_wrong(values: Mapping[str, str]) -> dict[str, str]:
    """Find the values of the wrong form: by their keys, what is wrong and the mend."""
    wrong = {}
    for key in KEYS:
        try:
            to_metadata({key: values.get(key, "")})
        except ValueError as error:
            wrong[key] = str(error)
    return wrong


def parse_date(text: str) -> date | None:
    """Read an ISO date, alone or before a time of day.

    >>> parse_date("2021-03-12T08:30:00+03:00"), parse_date("2021-02-30"), parse_date("12 March 2021")
    (datetime.date(2021, 3, 12), None, None)
    """
    match = _DATE.match(text.strip())
    if match is None or text.strip()[match.end() : match.end() + 1] not in ("", "T", " "):
        return None
    return _to_date(*match.groups())


def parse_url_date(url: str) -> date | None:
    """Read the one ISO date in the path of an address; None if there is none or if there are two different ones.

    >>> parse_url_date("https://news.example/2021/03/12/ferry-hit?seen=2022-01-01")
    datetime.date(2021, 3, 12)
    >>> parse_url_date("https://news.example/article/12032021") is None
    True
    """
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    found = set()
    for year, *parts in _DATE_IN_PATH.findall(path):
        month, day = (part for part in parts if part)
        found.add(_to_date(year, month, day))
    found.discard(None)
    return found.pop() if len(found) == 1 else None


def parse_source_id(text: str) -> str | None:
    """Give `text` if it is a safe source_id: ASCII letters, digits and . _ - after a letter or a digit.

    >>> parse_source_id("2021-03-12-alba.post"), parse_source_id("../x"), parse_source_id("ferry hit")
    ('2021-03-12-alba.post', None, None)
    """
    return text if _SOURCE_ID.fullmatch(text) and len(text) <= _LONGEST_ID else None


def parse_url(text: str) -> str | None:
    """Give `text` if it is an http or https address with a host, None for any other.

    >>> parse_url("https://news.example/a"), parse_url("javascript:alert(1)")
    ('https://news.example/a', None)
    """
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme.lower() in ("http", "https") and parts.netloc and not re.search(r"\s", text) else None


def parse_language(text: str) -> str | None:
    """Give the ISO 639 code of a language tag in lower case.

    >>> parse_language("en-GB"), parse_language("English")
    ('en', None)
    """
    match = _LANGUAGE.fullmatch(text)
    return match[1].lower() if match else None


def _to_date(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= 1800 else None


def _check_source_id(text: str) -> str | None:
    if text and parse_source_id(text) is None:
        raise ValueError(f"source_id {text!r} is not safe in a file name; use letters, digits and . _ - only")
    return text or None


def _check_published(text: str) -> date | None:
    found = parse_date(text) if len(text) == len("YYYY-MM-DD") else None
    if text and found is None:
        raise ValueError(f"published {text!r} is not a date; write it as YYYY-MM-DD or leave it empty")
    return found


def _check_url(text: str) -> str | None:
    if text and parse_url(text) is None:
        raise ValueError(f"url {text!r} is not a web address; begin it with https:// or leave it empty")
    return text or None


def _check_language(text: str) -> str | None:
    if text and parse_language(text) is None:
        raise ValueError(f"language {text!r} is not an ISO 639 code; write en, fr, ar … or leave it empty")
    return parse_language(text) if text else None
