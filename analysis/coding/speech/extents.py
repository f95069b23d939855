"""Extents: from where to where in the text what was said reaches, and how much of it stands in quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Kind
from analysis.coding.speech.cues.frames import cue_verbs
from analysis.language.text.quotations import Quotation

_WORD = re.compile(r"\w+")
_TRAIL = " \t\r\n,;:–—-\xa0"
_BULLETS = frozenset({"•", "-", "–", "*", "·", "▪", "‣", "●"})
_DASHES = frozenset({"—", "–", "--", "-"})
#: characters between two paragraphs at the most
_PARAGRAPH = 2
#: tokens of a label before a clause ("Red Sea:"), and of a dateline ("NEW ALERIA, April 5 (Agency) -")
_LABEL, _DATELINE = 5, 9
_OPENING = ('"', "“", "``", "«", "„", "‘", "'")
#: what stands before a quotation that is a sentence of its own
_SENTENCES = frozenset({". ", "? ", "! ", "\n\n", ".\n"})
_CLOSING = ('"', "”", "''", "»", "’", "'")


class Quotes:
    """The quotations of a text, outermost ones, to be asked by place."""

    def __init__(self, quotations: Sequence[Quotation]) -> None:
        self._all = [q for q in quotations if q.depth == 0]
        self._starts = [q.start for q in self._all]
        self._ends = [q.end for q in self._all]

    def at(self, place: int) -> Quotation | None:
        """Return the quotation that holds the character at `place`, marks included, or None."""
        i = bisect_right(self._starts, place) - 1
        return self._all[i] if i >= 0 and place < self._ends[i] else None

    def parts(self, place: int, other: int) -> bool:
        """Tell whether a quotation holds the character at `place` and not the one at `other`."""
        quotation = self.at(place)
        return quotation is not None and self.at(other) is not quotation

    def before(self, place: int, gap: int = 1) -> Quotation | None:
        """Return the quotation that ends right before `place`, at most `gap` characters of white space between."""
        i = bisect_right(self._ends, place) - 1
        return self._all[i] if i >= 0 and place - self._ends[i] <= gap else None

    def within(self, start: int, end: int) -> Sequence[Quotation]:
        """Return the quotations that meet a stretch, in order."""
        return self._all[bisect_right(self._ends, start) : bisect_left(self._starts, end)]


def told_before(sentences: Sequence[SentenceReading], sentence: SentenceReading, quotes: Quotes) -> int:
    """Return the number of the sentence before, or before the quotation that a sentence ends; -1 where none is."""
    number = sentence.number - 1
    quotation = quotes.at(sentence.sentence.start)
    while number >= 0 and quotation is not None and quotation.start <= sentences[number].sentence.start:
        number -= 1
    return number


def trim(text: str, start: int, end: int, quotes: Quotes) -> tuple[int, int]:
    """Return a content without white space and loose marks at its ends, and without the marks of a whole quotation."""
    while start < end and text[start] in _TRAIL:
        start += 1
    end = _trimmed_end(text, start, end, quotes)
    first = quotes.at(start)
    if first is not None and first.start == start:
        last = quotes.at(end - 1)
        if last is not None and last.end >= end and (last is first or last.inner_end >= end - 2):
            start = first.inner_start
            end = min(end, last.inner_end)
            while start < end and text[start] in _TRAIL:
                start += 1
            if text[end - 1] in _TRAIL:
                end = _trimmed_end(text, start, end, quotes)
    last = quotes.at(end - 1)
    if last is not None and last.start > start and text[max(last.start - 2, 0) : last.start] in _SENTENCES:
        end = min(end, last.inner_end)  # a quotation that is a sentence of its own
        while end > last.inner_start and text[end - 1] in _TRAIL:
            end -= 1
    return start, end


def _trimmed_end(text: str, start: int, end: int, quotes: Quotes) -> int:
    while end > start and _is_loose_mark(text, end, quotes):
        end -= 1
    return end


def _is_loose_mark(text: str, end: int, quotes: Quotes) -> bool:
    """Tell whether the character before `end` is white space or a mark that belongs to no word of the content."""
    mark = text[end - 1]
    if mark in _TRAIL:
        return True
    outside = quotes.at(end - 1) is None
    if mark == ".":
        return outside and not _is_acronym(text, end)
    if mark in _CLOSING:
        return outside and text[end - 2 : end - 1] in {" ", ".", ","}
    return mark in _OPENING


def _is_acronym(text: str, end: int) -> bool:
    """Tell the full stop of "U.S." from that of a sentence."""
    return end >= 4 and text[end - 3] == "." and text[end - 2].isalpha()


def kind_of(text: str, start: int, end: int, quotes: Quotes) -> Kind:
    """Return whether quotation marks hold at least half of the words of a content, some of them, or none."""
    quoted = 0
    for quotation in quotes.within(start, end):
        quoted += len(_WORD.findall(text, max(start, quotation.inner_start), min(end, quotation.inner_end)))
    if not quoted:
        return Kind.INDIRECT
    words = len(_WORD.findall(text, start, end))
    return Kind.DIRECT if 2 * quoted >= words else Kind.MIXED


def content_before(sentence: SentenceReading, until: int, quotes: Quotes) -> tuple[int, int]:
    """Return the content that ends before token `until`: a whole quotation over sentences, or the sentence so far."""
    tokens = sentence.sentence.tokens
    start = tokens[_past_label(sentence)].start
    if not until:  # ""Who knows?" Adler asked.", cut after the question mark
        before = quotes.before(tokens[0].start, _PARAGRAPH if tokens[0].text in _BULLETS else 1)
        return (start, start) if before is None else (before.start, before.end)
    end = tokens[until - 1].end
    last = until - 1
    while last > 0 and tokens[last].text in {",", "-", "–", "—", "--"}:
        last -= 1
    quotation = quotes.at(tokens[last].start)
    if quotation is not None and quotation.end <= end + 1 and quotation.start <= start:
        return quotation.start, end
    semicolon = next(
        (k for k in range(last, 0, -1) if tokens[k].text == ";" and quotes.at(tokens[k].start) is None), None
    )
    if semicolon is not None and not _is_clause_apart(sentence, semicolon, until):
        semicolon = None
    return (start if semicolon is None else tokens[semicolon].end), end


def _is_clause_apart(sentence: SentenceReading, semicolon: int, until: int) -> bool:
    """Tell a clause after a semicolon, or what another speaker is told to say, from a piece of the clause before."""
    verbs = sentence.phrases.verbs
    if any(v.finite and semicolon < v.first < until for v in verbs):
        return True
    tokens = sentence.sentence.tokens
    return any(v.lemma in cue_verbs() and v.last < semicolon for v in verbs) or any(
        t.lower == "according" for t in tokens[:semicolon]
    )


def _past_label(sentence: SentenceReading) -> int:
    """Return the first token after a bullet and a label that stand before a clause: "• Iraq:", "KYIV:"."""
    tokens = sentence.sentence.tokens
    i = 1 if tokens[0].text in _BULLETS and len(tokens) > 1 else 0
    for k in range(i, min(i + _DATELINE, len(tokens) - 1)):
        if tokens[k].text == ":":
            return k + 1 if i < k < i + _LABEL else i
        if tokens[k].text in _DASHES and k > i and tokens[i].text.isupper() and tokens[k].start > tokens[k - 1].end:
            return k + 1
        if tokens[k].text == "(" and k > i:
            close = next((n for n in range(k + 1, min(k + _LABEL + 1, len(tokens) - 2)) if tokens[n].text == ")"), None)
            dashed = close is not None and tokens[close + 1].text in _DASHES
            return close + 2 if close is not None and dashed else i  # "Cairo (Agency) –"
        if not tokens[k].text[0].isupper() and not tokens[k].text[0].isdigit() and tokens[k].text not in {",", "/"}:
            break
    return i


def clipped(span: tuple[int, int], quotation: Quotation | None, sentence: SentenceReading) -> tuple[int, int]:
    """Return what somebody says within another's quoted words, cut where that quotation closes."""
    start, end = span
    if quotation is None or not quotation.closed or not quotation.start < start < quotation.end - 1 <= end:
        return span
    return start, start + len(sentence.source.text[start : quotation.end - 1].rstrip(", "))


def content_after(sentence: SentenceReading, first: int, limit: int | None, quotes: Quotes) -> tuple[int, int]:
    """Return the content from token `first` to before token `limit`, or to the end of its sentence or quotation."""
    tokens = sentence.sentence.tokens
    start = tokens[first].start
    if limit is not None:
        return start, tokens[limit - 1].end
    end = sentence.sentence.end
    quotation = quotes.at(tokens[-1].start)
    if quotation is not None and quotation.end > end and quotation.start >= start:
        end = quotation.end
    return start, end
