"""The lines of a page with their signs: how long, how ended, what words.

A line here is a paragraph as printed: a line of the text, or a block of hard-wrapped lines taken together. Offsets
count characters of the whole text, white space at either end left out. Nothing is judged here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

#: a longer line is prose by its length alone, and gets no key
_LONGEST_KEY = 1000
_MOST_TITLE_WORDS = 30
#: how long the longest line of a hard-wrapped text can be
_NARROWEST_WRAPPED, _WIDEST_WRAPPED = 40, 120
#: how full a line is that was cut, and what share of a paragraph's lines are
_FILLED, _MOST_CUTS = 0.85, 0.7
_TAIL = 140

_PRINTED = re.compile(r"[^\r\n\v\f\u2028\u2029]+")
_NOT_WORD = re.compile(r"[\W_]+")
_BULLET = re.compile(r"[•‣▪◦●*–—-]\s|\(?\d{1,3}[.)]\s")
# A full stop (or its kin) with closing quotes and brackets behind it; an ellipsis cuts a headline and ends nothing.
_STOP = re.compile(
    r"""
    (?P<mark> [.!?]+ | … )      # the mark
    ["'”’)\]»*]*                # what closes behind it
    (?: \s+ [(\[] [^()\[\]]{1,60} [)\]] ){0,2}   # a remark in brackets, (AP) or [passage left out]
    $
    """,
    re.VERBOSE,
)
# A sentence that ends inside the line: a word of four letters or more, a full stop, a capital.
_INNER_STOP = re.compile(r"""[^\W\d_]{4}[.!]["”’)]*\s+["“‘(\[]?[A-Z]""")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line; `key` is its words in lower case without punctuation ("" for a line too long to matter)."""

    start: int
    end: int
    text: str
    key: str
    words: int
    #: how it ends: "." or "?" or "!" or ":" or "," or "" for none of them
    ending: str
    bullet: bool

    @property
    def is_title_like(self) -> bool:
        """Whether it could be a headline, a menu entry or a label: short, and no sentence by its punctuation."""
        return (
            0 < self.words <= _MOST_TITLE_WORDS
            and self.ending in ("", "?", "!")
            and not self.text[0].islower()
            and not self.holds_sentence
        )

    @property
    def holds_sentence(self) -> bool:
        """Whether a sentence ends inside the line, before its last word."""
        return _INNER_STOP.search(self.text) is not None

    @property
    def is_sentence(self) -> bool:
        """Whether it has the shape of prose: five words or more up to a stop, or more words than a headline has."""
        return self.words > _MOST_TITLE_WORDS or (self.words >= 5 and self.ending in (".", "?", "!"))


def to_key(text: str) -> str:
    """Give the words of `text` in lower case, each separated by one space, punctuation left out.

    >>> to_key("READ MORE: Editor’s picks…")
    'read more editor s picks'
    """
    return _NOT_WORD.sub(" ", text.casefold()).strip()


def find_lines(text: str, after: int = 0) -> list[Line]:
    """Find the lines of `text` behind the offset `after` in order, hard-wrapped ones joined, empty ones left out."""
    blocks = list(_find_blocks(text, after))
    widest = max((end - start for block in blocks for start, end in block), default=0)
    found = []
    for block in blocks:
        if _is_wrapped([text[start:end] for start, end in block], widest):
            block = _join(text, block)
        found += [_to_line(text, start, end) for start, end in _rejoined(text, block)]
    return found


def _join(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the paragraphs of a hard-wrapped block: one ends with a sentence where the next word would have fit."""
    room = _FILLED * max(end - start for start, end in block)
    joined = [block[0]]
    for (start, end), after in pairwise(block):
        short = _room(text[start:end], text[slice(*after)]) < room
        if short and _STOP.search(text[start:end][-_TAIL:]):
            joined.append(after)
        else:
            joined[-1] = (joined[-1][0], after[1])
    return joined


def _room(line: str, after: str) -> int:
    """Tell how long the line would have been with the next line's first word."""
    return len(line) + 1 + len(after.split(maxsplit=1)[0])


def goes_on(line: str, after: str) -> bool:
    """Tell whether a sentence was cut by a stray break: a long line without a stop, a small letter after it.

    >>> goes_on("Two men died in an attack by the oldest rebel", "group of the north, police said.")
    True
    >>> goes_on("Two men died in an attack by the oldest rebel", "al-Nahr fighters were blamed.")
    False
    """
    word = after.split(maxsplit=1)[0] if after else ""
    return len(line) >= _NARROWEST_WRAPPED and line[-1].isalnum() and word.isalpha() and word.islower()


def _rejoined(text: str, block: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of a block where one goes on with the sentence of the line above."""
    joined: list[tuple[int, int]] = []
    for start, end in block:
        if joined and goes_on(text[slice(*joined[-1])], text[start:end]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _find_blocks(text: str, after: int) -> Iterator[list[tuple[int, int]]]:
    """Yield the spans of the stripped lines, block by block; a blank line parts two blocks."""
    block: list[tuple[int, int]] = []
    before = after
    for match in _PRINTED.finditer(text, after):
        printed = match.group()
        start = match.start() + len(printed) - len(printed.lstrip(" \t\xa0\u200b\ufeff"))
        end = match.end() - (len(printed) - len(printed.rstrip()))
        gap = text[before : match.start()]
        before = match.end()
        if block and (start >= end or gap.replace("\r\n", "\n") not in ("\n", "\r")):
            yield block
            block = []
        if start < end:
            block.append((start, end))
    if block:
        yield block


def _is_wrapped(block: list[str], widest: int) -> bool:
    """Tell whether a block is prose that a typewriter or a mail program has cut into lines.

    Such a line is cut because the next word would not fit any more, and no sentence ends with it. `widest` is the
    longest line of the whole text.
    """
    if len(block) < 2 or max(map(len, block)) > _WIDEST_WRAPPED:
        return False
    if not any(_STOP.search(line[-_TAIL:]) or _INNER_STOP.search(line) for line in block):
        return False
    shouted = all(line.isupper() for line in block)
    if not any((shouted or after[0].islower()) and not _STOP.search(line[-_TAIL:]) for line, after in pairwise(block)):
        return False
    width = widest if widest <= _WIDEST_WRAPPED else max(map(len, block))
    cut = [_room(line, after) for line, after in pairwise(block) if not _STOP.search(line[-_TAIL:])]
    return width >= _NARROWEST_WRAPPED and sum(room >= _FILLED * width for room in cut) >= _MOST_CUTS * len(cut)


def _to_line(text: str, start: int, end: int) -> Line:
    printed = text[start:end]
    stop = _STOP.search(printed[-_TAIL:])
    ending = printed[-1] if printed[-1] in ":,;" else ""
    if stop and stop["mark"] != "…" and not stop["mark"].endswith(".."):
        ending = stop["mark"][-1]
    words = printed.count(" ") + 1 if len(printed) > _LONGEST_KEY else len(printed.split())
    key = "" if len(printed) > _LONGEST_KEY else to_key(printed)
    return Line(start, end, printed, key, words, ending, bool(_BULLET.match(printed)))
