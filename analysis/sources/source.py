"""One news report as received.

A Source keeps the text exactly as it was read: every offset of every row counts characters of `Source.text`. What is
page furniture (menus, share lines, captions) is marked, not cut, so that offsets stay true.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Source:
    """A document with what is known of it. Unknown is None or an empty tuple, never a guess."""

    source_id: str
    file: str
    text: str
    outlet: str | None = None
    agencies: tuple[str, ...] = ()
    title: str | None = None
    published: date | None = None
    url: str | None = None
    language: str | None = None
    #: places that the dateline names, in ordinary letters ("KIRKUK" is Kirkuk), without region, date and agency
    datelines: tuple[str, ...] = ()
    #: (start, end) of the stretches that are not the report's own prose, sorted and disjoint
    furniture: tuple[tuple[int, int], ...] = ()
    #: where the text behind the front matter begins, in characters; what stands before is ours and not the page's
    front: int = 0
    #: (start, end) of the first copy of the headline, None where the text shows none; later copies are furniture
    headline: tuple[int, int] | None = None
    #: the encoding the file was read in ("utf-8", "windows-1252" …)
    encoding: str = "utf-8"
    #: what its front matter has in the wrong form and nothing else says, which is unknown: a line each
    wrong: tuple[str, ...] = ()
    #: (sha256, characters) of the report that a digest restates, from its front matter
    original: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why in one line."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """What a sources folder gave: the sources in the order of their files, and the documents that were not read."""

    folder: str
    sources: tuple[Source, ...]
    unread: tuple[Unread, ...] = ()


def is_coded(language: str | None) -> bool:
    """Tell whether texts in a language (ISO 639-1) are coded: English ones, and those whose language is not known."""
    return language in {None, "en"}
