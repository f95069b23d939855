"""Sentences with exact offsets.

A sentence is a stretch of one paragraph that ends at a full stop, question or exclamation mark (closing quotation marks
and brackets included) before a new beginning, at the end of its paragraph, or where page furniture cuts it. Headlines
and list items end with their line. In a text whose lines were wrapped by hand only an empty line or an indent ends a
paragraph. A stretch without a full stop is cut after LONGEST tokens, so that no later step meets an endless sentence.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, cached_property

from analysis.language.text.tokens import Token, read_tokens
from analysis.sources.lines import goes_on
from analysis.vocabulary import read_vocabulary

#: tokens in a sentence at the most
LONGEST = 250
_ENDS = frozenset({".", "?", "!", "…", "...", "..", "....", ".?", "。"})
_END_LETTERS = frozenset(mark[-1] for mark in _ENDS)
_CLOSERS = frozenset({'"', "”", "’", "'", "''", ")", "]", "»", "}"})
_OPENERS = frozenset({'"', "“", "‘", "'", "``", "(", "[", "«", "„", "-", "–", "—", "--", "•", "*"})
_LINE = re.compile(r"[^\n\r]*(?:\r\n|\n|\r|\Z)")
_WRAP = (45, 100)


@dataclass(eq=False)
class Sentence:
    """A sentence: `source.text[start:end]`, its tokens, and the number of the paragraph it stands in.

    Like a token it is not frozen, though nobody changes it.
    """

    start: int
    end: int
    tokens: tuple[Token, ...]
    #: its tokens as printed, and as rules compare them
    texts: tuple[str, ...] = field(repr=False)
    lowers: tuple[str, ...] = field(repr=False)
    paragraph: int
    #: every letter is a capital, so that capitals say nothing about names
    capitals: bool = False
    #: a line of its own without a full stop
    headline: bool = False

    @cached_property
    def capitalised(self) -> tuple[int, ...]:
        """The numbers of the tokens at which a name can begin: those with a capital ("Iraq", "al-Asad")."""
        return find_capitalised(self.texts)

    def where(self, words: AbstractSet[str]) -> list[int]:
        """Return the numbers of the tokens that are one of some words (lower case), in order."""
        if words.isdisjoint(self.lowers):
            return []
        return [i for i, lower in enumerate(self.lowers) if lower in words]

    @cached_property
    def titled(self) -> bool:
        """A headline in which every word but the small ones has a capital, so that capitals say little about names."""
        if not self.headline or self.capitals:
            return False
        words = [t for t in self.tokens if t.text[0].isalpha()]
        return len(words) >= _TITLE and all(not t.text.islower() or t.lower in _small_words() for t in words)


def find_capitalised(texts: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of the words that have a capital, and of marks with a hyphen."""
    return tuple([i for i, text in enumerate(texts) if not text.islower() and (text[0].isupper() or "-" in text)])


#: words of the shortest headline in title case
_TITLE = 3


@cache
def _small_words() -> frozenset[str]:
    return frozenset(read_vocabulary("small_words"))


def find_sentences(text: str, furniture: Sequence[tuple[int, int]] = ()) -> list[Sentence]:
    """Find the sentences of a text, leaving out the (start, end) stretches of furniture."""
    starters = frozenset(read_vocabulary("starters"))
    sentences: list[Sentence] = []
    for number, (start, end) in enumerate(_paragraphs(text, furniture)):
        sentences.extend(_split(text, (start, end), number, starters))
    return sentences


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Tell whether lines were broken at a fixed width: most lines that go on are about as long as the longest."""
    longest = max((len(line) for line in lines), default=0)
    if not _WRAP[0] <= longest <= _WRAP[1]:
        return False
    inner = [a for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    return len(inner) >= 2 and sum(len(line) > 0.7 * longest for line in inner) > 0.7 * len(inner)


def _paragraphs(text: str, furniture: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each paragraph, or of each piece of one that furniture cuts."""
    spans = [(m.start() + _mark(m.group()), m.end()) for m in _LINE.finditer(text) if m.end() > m.start()]
    wrapped = _is_wrapped([text[a:b].rstrip() for a, b in spans])
    joined: list[tuple[int, int]] = []
    open_ = False
    for a, b in spans:
        line = text[a:b]
        blank = not line.strip()
        indented = line[:2].isspace()
        cut = open_ and ((wrapped and not indented) or goes_on(text[slice(*joined[-1])].rstrip(), line.strip()))
        if cut and not blank:
            joined[-1] = (joined[-1][0], b)
        elif not blank:
            joined.append((a, b))
        open_ = not blank
    yield from _without(joined, sorted(furniture))


def _mark(line: str) -> int:
    """Return the length of the mark of a heading in Markdown, which is no part of what it says."""
    found = _HEADING.match(line)
    return found.end() if found else 0


_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")


def _without(spans: Sequence[tuple[int, int]], cuts: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    first = 0
    for a, b in spans:
        while first < len(cuts) and cuts[first][1] <= a:
            first += 1
        i = first
        while a < b:
            if i == len(cuts) or cuts[i][0] >= b:
                yield a, b
                break
            if cuts[i][0] > a:
                yield a, cuts[i][0]
            a = max(a, cuts[i][1])
            i += 1


def _split(text: str, span: tuple[int, int], paragraph: int, starters: frozenset[str]) -> Iterator[Sentence]:
    tokens, texts, lowers = read_tokens(text, *span)
    first = 0
    for last, ended in _find_ends(tokens, texts, starters):
        start, end, past = tokens[first].start, tokens[last].end, last + 1
        capitals = last - first > 2 and text[start:end].isupper()
        headline = not ended and past == len(tokens)
        yield Sentence(
            start, end, tuple(tokens[first:past]), tuple(texts[first:past]), tuple(lowers[first:past]), paragraph,
            capitals, headline,
        )  # fmt: skip
        first = past


def _find_ends(tokens: list[Token], texts: Sequence[str], starters: frozenset[str]) -> Iterator[tuple[int, bool]]:
    """Yield the last token of each sentence of a paragraph, and whether a mark ends it."""
    first, size = 0, len(tokens)
    for i in [i for i, word in enumerate(texts) if word[-1] in _END_LETTERS]:
        while i - first >= LONGEST:
            first += LONGEST
            yield first - 1, False
        last = _end_of_sentence(tokens, i, starters) if i >= first else None
        if last is not None:
            first = last + 1
            yield last, True
    while first < size:
        first = min(first + LONGEST, size)
        yield first - 1, False


def _end_of_sentence(tokens: list[Token], i: int, starters: frozenset[str]) -> int | None:
    """Return the index of the last token of the sentence that token i ends, or None where it ends none."""
    word = tokens[i].text
    ends = word in _ENDS and not _is_shortened(tokens, i)
    if not ends and len(word) <= 2:
        return None
    j = i
    while ends and j + 1 < len(tokens) and (tokens[j + 1].text in _CLOSERS or tokens[j + 1].text in _ENDS):
        if tokens[j + 1].text in {'"', "'", "''"} and tokens[j + 1].start > tokens[j].end:
            break  # a straight quotation mark after a space opens the next sentence
        j += 1
    if j + 1 == len(tokens):
        return j
    following = tokens[j + 1]
    if following.start == tokens[j].end and j == i and not _is_glued(tokens, i, starters):
        return None
    if following.text in {",", ";"}:
        return None  # "X (D-Y.), the chairman"
    if not ends:  # an abbreviation ends a sentence only before a word that begins one
        begins = following.lower in starters and following.text[0].isupper() and not following.text[1:].isupper()
        return j if begins else None
    return j if _begins(following, tokens[j + 2] if j + 2 < len(tokens) else None, word) else None


def _is_shortened(tokens: list[Token], i: int) -> bool:
    """Tell the full stop of a shortened word in brackets, "Sgt. (res.) Adam Reed", from the end of a sentence."""
    if i < len("a(b") or i + 1 == len(tokens) or tokens[i + 1].text != ")" or tokens[i - 2].text != "(":
        return False
    return tokens[i - 1].text.islower() and len(tokens[i - 1].text) <= _SHORTENED


#: letters of a shortened word
_SHORTENED = 4


def _is_glued(tokens: list[Token], i: int, starters: frozenset[str]) -> bool:
    """Tell a full stop whose space was lost ("he *said.Two* men", "he *said.(ABC)*") from that of an address."""
    before, after = tokens[i - 1].text if i else "", tokens[i + 1].text
    if tokens[i].text != "." or len(before) < _GLUED or not before.isalpha() or before == "www":
        return False
    if i > 1 and tokens[i - 2].end == tokens[i - 1].start and tokens[i - 2].text in {".", "@", "/"}:
        return False
    if before.islower():
        return after[0] in _OPENERS or (after.istitle() and len(after) > 1)
    return after.istitle() and after.lower() in starters and len(after) > 1


#: letters of a word before a full stop whose space was lost
_GLUED = 3


def _begins(token: Token, after: Token | None, mark: str) -> bool:
    if token.text in _OPENERS and after is not None:
        token = after
    character = token.text[0]
    if character.isupper() or character.isdigit():
        return True
    return mark in {".", "!", "?"} and not character.islower()
