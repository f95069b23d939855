"""The headline: the line that carries the report's title, found by the known title or by its place on the page.

A line is called a headline only where prose follows it. A breadcrumb ("News - Local - Alba Post") or a site's name is
none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from analysis.sources.datelines import parse_dateline
from analysis.sources.lines import Line, to_key

_FEWEST_WORDS = 4
_FEWEST_BESIDE_TITLE = 6
#: sentences of the report whose words a headline shares, how many words at least, and what of a word counts
_OPENING, _FEWEST_SHARED, _SHORTEST, _STEM = 3, 3, 4, 6
#: what opens an entry of a menu ("+ 2 more"), never a headline
_SIGNS = frozenset("+#|<>/\\")
_PARTS = re.compile(r"\s+[-–—|/>»]\s+")
# What a site adds to a title: " - The Alba Post", " | News".
_SITE = re.compile(r"\s[-–—|•]\s[^-–—|•]{2,60}$")


def find_headline(lines: Sequence[Line], furniture: Sequence[bool], title: str | None) -> int | None:
    """Give the index of the headline's first copy in `lines`, None where there is none.

    `furniture` marks the lines that are already known as furniture; `title` is the title that the metadata gives.
    """
    titled = _find_titled(lines, to_key(title), title) if title else None
    if titled is not None:
        return titled
    prose = next((i for i, line in enumerate(lines) if line.is_sentence and not furniture[i]), None)
    if prose is None:
        return None
    shouted = lines[prose].text.isupper()  # where all is in capitals, a line in capitals is nothing special
    fewest = (
        _FEWEST_BESIDE_TITLE if title else 2
    )  # where the title is known and not on the page, a label is no headline
    could = [
        i for i in range(prose) if not furniture[i] and lines[i].words >= fewest and _could_head(lines[i], shouted)
    ]
    if not could:
        return None
    told = _names_in(line for line, known in zip(lines[prose:], furniture[prose:], strict=True) if not known)
    shared = {i: len(told & _words_of(lines[i])) for i in could}
    most = max(shared.values())
    if 2 * shared[could[0]] >= most or most < _FEWEST_SHARED:
        return could[0]
    return max(could, key=lambda i: shared[i])


def _words_of(line: Line) -> frozenset[str]:
    """Give the words of a line by which two lines may be about the same thing: those of four letters or more."""
    return frozenset(word[:_STEM] for word in line.key.split() if len(word) >= _SHORTEST)


def _names_in(lines: Iterable[Line]) -> frozenset[str]:
    """Give such words of the first sentences of a report."""
    prose = [line for line in lines if line.is_sentence][:_OPENING]
    return frozenset().union(*map(_words_of, prose))


def is_copy(line: Line, headline: Line) -> bool:
    """Tell whether `line` prints the headline again, with or without the name of the site behind it."""
    if not line.key or not headline.key:
        return False
    if line.key == headline.key or ("/" in line.text and line.key.endswith(f" {headline.key}")):
        return True
    return to_key(_SITE.sub("", line.text)) in (headline.key, to_key(_SITE.sub("", headline.text)))


def _find_titled(lines: Sequence[Line], key: str, title: str) -> int | None:
    """Find the first line that is the title, opens it or holds it; page titles often repeat it with the site's name.

    A sentence that somebody gave as the title, full stop and all, stays a sentence.
    """
    for i, line in enumerate(lines):
        if not line.key or line.words > 40 or (line.ending == "." and line.text in title):
            continue
        if line.key == key or (line.words >= _FEWEST_WORDS and (_is_part(line.key, key) or _is_part(key, line.key))):
            return i
    return None


def _is_part(part: str, whole: str) -> bool:
    """Tell whether `part` is a stretch of whole words in `whole` that makes up a twelfth of it at least."""
    return len(part) * 12 >= len(whole) and f" {part} " in f" {whole} "


def _could_head(line: Line, shouted: bool) -> bool:
    if shouted and line.text.isupper():
        return False
    if (
        line.text[0] in _SIGNS
        or not line.is_title_like
        or line.bullet
        or (line.ending == "?" and line.words < _FEWEST_WORDS)
    ):
        return False
    if _is_breadcrumb(line.text) or parse_dateline(line.text, first=False):
        return False
    return line.words >= _FEWEST_WORDS or (
        line.words > 1 and any(word.islower() and len(word) > 3 for word in line.text.split())
    )


def _is_breadcrumb(text: str) -> bool:
    """Tell a path through a site from a headline with a dash: every part of it is a few words with capitals."""
    if text.count("/") > 1 and " /" not in text:
        return True  # "Alba Post/Local/Ferry sunk off North Haven"
    parts = _PARTS.split(text)
    return len(parts) > 1 and all(
        len(part.split()) <= 3 and not any(word.islower() and len(word) > 3 for word in part.split()) for part in parts
    )
