"""Web pages as saved: the report's text, taken out with trafilatura, and what the page's own metadata says.

Metadata is read from meta tags, JSON-LD and the canonical link only; the dates that trafilatura guesses from the body
are not asked for. Scripts are never run, nothing is fetched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from analysis.sources.encodings import decode
from analysis.sources.errors import UnreadableError
from analysis.sources.metadata import Metadata, parse_date, parse_url
from analysis.sources.quiet import quiet
from analysis.vocabulary import read_vocabulary

# References to characters that no text can hold (controls, halves of surrogate pairs); a parser gives up on them.
_NO_CHARACTER = re.compile(
    r"""
    &\#0*(?:[0-8]|1[1-24-9]|2\d|3[01]);?(?!\d)            # decimal: controls but tab and newlines
    | &\#[xX]0*(?:[0-8bBcCeEfF]|1[\da-fA-F]|[dD][89a-fA-F][\da-fA-F]{2});?(?![\da-fA-F])
    """,
    re.VERBOSE,
)
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext", "readability")
_LARGEST_JSON = 1_000_000
_LONGEST_VALUE = 500


def read_web_page(data: bytes) -> tuple[str, str, Metadata]:
    """Take text, encoding and metadata out of the bytes of a saved page.

    Raises UnreadableError for a page in an unknown encoding and for one without a report's text.
    """
    page, encoding = decode(data, is_html=True)
    page = _NO_CHARACTER.sub("", page)
    with quiet(*_LOGGERS):
        tree = _parse(page)
        text = _take_text(page)
    if tree is None or not text:
        raise UnreadableError("no text of a report was found in the page; save the report's text as .txt")
    return text, encoding, _read_metadata(tree)


def _parse(page: str) -> Any:
    from lxml import etree, html

    parser = html.HTMLParser(encoding="utf-8", huge_tree=False, no_network=True)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _take_text(page: str) -> str:
    from trafilatura import extract

    text = extract(page, include_comments=False, include_tables=True, include_formatting=False) or ""
    return clean(text)


def clean(text: str) -> str:
    """Drop what no text on disk should hold: control characters and halves of surrogate pairs."""
    kept = "".join(char for char in text if char in "\n\t" or ord(char) >= 32) if not text.isprintable() else text
    return kept.encode("utf-8", "replace").decode("utf-8").strip()


def _read_metadata(tree: Any) -> Metadata:
    told = _read_meta_tags(tree)
    linked = list(_read_linked_data(tree))
    published = _first_date(told.get("published", [])) or _first_date(_named(linked, "datePublished")) or _time(tree)
    links = [link.get("href", "") for link in tree.iterfind(".//link[@rel='canonical']")]
    return Metadata(
        outlet=_first(told.get("outlet", []) + [_name(value) for value in _named(linked, "publisher")]),
        title=_first(told.get("title", []) + _named(linked, "headline") + [tree.findtext(".//title") or ""]),
        published=published,
        url=next(filter(None, (parse_url(url.strip()) for url in links + told.get("url", []))), None),
    )


def _read_meta_tags(tree: Any) -> dict[str, list[str]]:
    """Collect the contents of the meta tags that vocabulary/page_metadata.yaml names, best first."""
    contents: dict[str, list[str]] = {}
    for tag in tree.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        contents.setdefault(name.strip().lower(), []).append(tag.get("content") or "")
    wanted: dict[str, list[str]] = read_vocabulary("page_metadata")
    return {key: [content for name in names for content in contents.get(name, [])] for key, names in wanted.items()}


def _read_linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of the page's JSON-LD, outer ones first; broken JSON-LD says nothing."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        source = script.text or ""
        if len(source) > _LARGEST_JSON:
            continue
        try:
            waiting = [json.loads(source)]
        except (ValueError, RecursionError):
            continue
        for value in waiting:  # grows while it is read
            if isinstance(value, dict):
                yield value
            waiting += list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []


def _named(objects: list[dict[str, Any]], key: str) -> list[Any]:
    return [found[key] for found in objects if key in found]


def _name(value: Any) -> Any:
    return value.get("name") if isinstance(value, dict) else value


def _time(tree: Any) -> date | None:
    tags = [tag for tag in tree.iter("time") if "pubdate" in tag.attrib or tag.get("itemprop") == "datePublished"]
    return _first_date([tag.get("datetime") or "" for tag in tags])


def _first_date(values: list[Any]) -> date | None:
    return next(filter(None, (parse_date(value) for value in values if isinstance(value, str))), None)


def _first(values: list[Any]) -> str | None:
    """Give the first value that is a text of sensible length, on one line."""
    lines = (" ".join(clean(value).split()) for value in values if isinstance(value, str))
    return next((line for line in lines if 0 < len(line) <= _LONGEST_VALUE), None)
