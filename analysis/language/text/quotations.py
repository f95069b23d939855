"""Quotations: what stands between quotation marks, over sentences and paragraphs.

Straight, curly, low and angle marks, `` and '' and single marks are read; an apostrophe is none. A quotation whose
paragraphs each open anew with a mark and close only at the end is one; so is one whose later paragraphs have no mark
but the closing one. A quotation that is never closed ends with its paragraph. Single marks inside double ones, and
double ones inside single ones, make a quotation one level deeper.
Nothing here knows who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token

#: paragraphs of a few words that may stand between two paragraphs of one quotation (an advertisement, a share line)
_GAP_PARAGRAPHS = 3
_GAP_TOKENS = 8
#: paragraphs of one quotation that open without a mark, and the marks that only close, by those that open
_OPEN_PARAGRAPHS = 6
_PAIRS = {"“": "”", "«": "»"}
#: levels of quotations in quotations
_DEEPEST = 3
_CLOSING = {
    "“": ("”", '"', "“", "''"),
    "„": ("“", "”"),
    "«": ("»",),
    "``": ("''", '"'),
    '"': ('"', "”", "''"),
    "''": ("''", '"'),
    "‘": ("’", "'"),
    "'": ("'", "’"),
}
_SINGLE = frozenset({"‘", "'"})
_MARKS = frozenset('"“”„«»‘’\'') | {"``", "''"}  # fmt: skip
_STOPS = frozenset(".,!?…;:")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks: `text[start:end]` with its marks, `text[inner_start:inner_end]` without."""

    start: int
    end: int
    inner_start: int
    inner_end: int
    #: 0 for the outermost marks
    depth: int
    #: False where the text never closes it
    closed: bool


@dataclass(slots=True)
class _Open:
    mark: str
    token: Token
    words: int
    last: int


#: the tokens of a paragraph, and what they print
_Paragraph = tuple[list[Token], list[str]]


def find_quotations(sentences: Sequence[Sentence]) -> tuple[Quotation, ...]:
    """Find the quotations of a text in the order of their beginnings, from its sentences in order. Linear in time."""
    paragraphs = _paragraphs(sentences)
    found: list[Quotation] = []
    open_: list[_Open] = []
    gap = 0
    for number, (tokens, texts) in enumerate(paragraphs):
        if open_ and not _reopens(tokens, open_[0]) and not _quotation_goes_on(paragraphs, number, open_[0]):
            gap += 1
            if gap <= _GAP_PARAGRAPHS and len(tokens) <= _GAP_TOKENS and _MARKS.isdisjoint(texts):
                continue
            found.extend(_abandon(open_))
            open_ = []
        gap = 0
        skip_first = bool(open_) and tokens[0].text in _MARKS
        del open_[1:]
        for closed in _scan(tokens, texts, open_, skip_first):
            found.append(closed)
    found.extend(_abandon(open_))
    return tuple(sorted((q for q in found if q.inner_end > q.inner_start), key=lambda q: (q.start, -q.end)))


def _paragraphs(sentences: Sequence[Sentence]) -> list[_Paragraph]:
    paragraphs: list[_Paragraph] = []
    number: int | None = None
    for sentence in sentences:
        if sentence.paragraph != number:
            number = sentence.paragraph
            paragraphs.append(([], []))
        paragraphs[-1][0].extend(sentence.tokens)
        paragraphs[-1][1].extend(sentence.texts)
    return paragraphs


def _reopens(tokens: Sequence[Token], quotation: _Open) -> bool:
    """Tell whether a paragraph opens with the mark of the quotation that the one before left open."""
    mark = tokens[0].text
    if mark == quotation.mark or {mark, quotation.mark} <= {'"', "“", "``"}:
        return len(tokens) > 1 and tokens[1].text not in _MARKS
    return False


def _quotation_goes_on(paragraphs: Sequence[_Paragraph], number: int, quotation: _Open) -> bool:
    """Tell a quotation whose later paragraphs open without a mark: the next mark of its kind is a closing one."""
    closer = _PAIRS.get(quotation.mark)
    if closer is None:
        return False
    for tokens, _ in paragraphs[number : number + _OPEN_PARAGRAPHS]:
        for i, token in enumerate(tokens):
            if token.text == closer:
                return True
            if token.text in _PAIRS or (token.text == '"' and _looks_opening(tokens, i)):
                return False
    return False


def _abandon(open_: Sequence[_Open]) -> Iterator[Quotation]:
    """Yield the outermost of the quotations that were left open, to the end of its last paragraph."""
    for quotation in open_[:1]:
        if quotation.words > 1:
            yield Quotation(quotation.token.start, quotation.last, quotation.token.end, quotation.last, 0, closed=False)


def _scan(
    tokens: Sequence[Token], texts: Sequence[str], open_: list[_Open], skip_first: bool
) -> Iterator[Quotation]:  # fmt: skip
    """Yield the quotations that a paragraph closes; `open_` holds those that are open, outermost first."""
    marks = [] if _MARKS.isdisjoint(texts) else [i for i, text in enumerate(texts) if text in _MARKS]
    if not open_ and not marks:
        return
    closers = _single_closers(tokens, marks)
    counted = 0
    for i in marks:
        _count_words(open_, texts[counted:i])
        counted, token, mark = i + 1, tokens[i], texts[i]
        if i == 0 and skip_first:
            continue
        level = next((k for k in range(len(open_) - 1, -1, -1) if _mark_closes(tokens, i, open_[k])), None)
        if level is not None:
            quotation = open_[level]
            del open_[level:]
            if quotation.words:
                yield Quotation(
                    quotation.token.start, token.end, quotation.token.end, _trimmed(tokens, i), level, closed=True
                )
        elif _mark_opens(tokens, i, closers) and len(open_) < _DEEPEST:
            if open_ and open_[-1].mark == mark and mark in {'"', "''"}:
                open_.pop()  # a second straight opener: the first was never closed
            open_.append(_Open(mark, token, 0, token.end))
    _count_words(open_, texts[counted:])
    if open_ and (len(tokens) > 1 or not skip_first):
        open_[0].last = tokens[-1].end


def _count_words(open_: Sequence[_Open], texts: Sequence[str]) -> None:
    """Add to each open quotation the words of a stretch without marks."""
    words = sum([text[0].isalnum() for text in texts]) if open_ else 0
    for quotation in open_:
        quotation.words += words


def _trimmed(tokens: Sequence[Token], i: int) -> int:
    return tokens[i - 1].end if i else tokens[i].start


def _mark_closes(tokens: Sequence[Token], i: int, quotation: _Open) -> bool:
    mark = tokens[i].text
    if mark not in _CLOSING[quotation.mark]:
        return False
    if quotation.mark in _SINGLE:
        return _ends_single(tokens, i)
    return mark not in {'"', "“", "''"} or not _looks_opening(tokens, i)


def _looks_opening(tokens: Sequence[Token], i: int) -> bool:
    """Tell a mark with space before and none after, which opens, whatever was left open."""
    return (i == 0 or _after_space(tokens, i)) and not _before_space(tokens, i)


def _after_space(tokens: Sequence[Token], i: int) -> bool:
    return i > 0 and tokens[i].start > tokens[i - 1].end


def _before_space(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 == len(tokens) or tokens[i + 1].start > tokens[i].end


def _ends_single(tokens: Sequence[Token], i: int) -> bool:
    """Tell a single mark that closes from the apostrophe of a plural ("the militants' base")."""
    if _after_space(tokens, i):
        return False
    before = tokens[i - 1].text
    if before[-1] in _STOPS or not before[-1].isalnum():
        return True
    if i + 1 < len(tokens) and (tokens[i + 1].text[0] in _STOPS or tokens[i + 1].text in _MARKS):
        return True
    return not before.lower().endswith("s") and _before_space(tokens, i)


def _single_closers(tokens: Sequence[Token], marks: Sequence[int]) -> list[bool]:
    """Tell for every token whether a single closing mark comes after it in the paragraph; empty where none does."""
    if not any(tokens[i].text in {"'", "’"} for i in marks):
        return []
    ahead = [False] * len(tokens)
    for i in range(len(tokens) - 2, -1, -1):
        ahead[i] = ahead[i + 1] or (tokens[i + 1].text in {"'", "’"} and _ends_single(tokens, i + 1))
    return ahead


def _mark_opens(tokens: Sequence[Token], i: int, closers: Sequence[bool]) -> bool:
    mark = tokens[i].text
    if mark in {"“", "„", "«", "``", '"'}:
        return i + 1 < len(tokens) or mark != '"'
    if mark == "''":
        return _looks_opening(tokens, i)
    if mark in _SINGLE:
        spaced = i == 0 or _after_space(tokens, i) or not tokens[i - 1].text[-1].isalnum()
        return bool(closers) and closers[i] and spaced and not _before_space(tokens, i)
    return False
