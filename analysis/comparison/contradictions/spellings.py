"""Spellings: persons and words in two spellings, and slips of the pen.

A person's surname in two transcriptions behind one given name; a word with and without a hyphen or an apostrophe; a
word that stands once and is a letter away from one that the same source has again; two stops in a row. No dictionary is
used, so a slip that stands alone is not seen.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from rapidfuzz.distance import Levenshtein

from analysis.comparison.contradictions.context import Context
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.language.text.names import fold
from analysis.language.text.tokens import Token
from analysis.sources.printed_day import parse_printed_day
from analysis.vocabulary import read_vocabulary

_STOPS = re.compile(r"[.?!][”\"’']?[ \t]+\.(?=\s|$)|[”\"] [“”\"]\.?")
_INFLECTIONS: tuple[str, ...] = tuple(read_vocabulary("wordings")["inflections"])
_LINE = re.compile(r"[^\n]*\d[^\n]*")
#: characters shown before a stray mark, from the beginning of a word on
_BEFORE = 60
#: words of a line that is a mark of the page
MARK = 4
#: letters of the shortest word that is looked at
SHORTEST = 6


def check_spellings(context: Context) -> Iterator[Finding]:
    """Find persons and words in two spellings, and slips."""
    yield from _persons(context)
    yield from _words(context)
    everywhere = Counter(token.text for sentence in context.sentences() for token in sentence.sentence.tokens)
    for source_id, reading in context.readings.items():
        yield from _slips(context, source_id, everywhere)
        yield from _page_marks(context, source_id)
        for sentence in reading.sentences:
            for match in _STOPS.finditer(sentence.source.text, sentence.sentence.start, sentence.sentence.end + 3):
                before = (t.start for t in sentence.sentence.tokens if t.start >= match.start() - _BEFORE)
                passage = context.passage(source_id, next(before, match.start()), match.end(), wide=False)
                yield _slip(f"A stray mark: {quoted([match.group()])}.", [passage])


def _slip(says: str, passages: list[Passage]) -> Finding:
    return Finding(FindingKind.WORDINGS, Weight.MINOR, Certainty.LIKELY, says, distinct(passages))


def _page_marks(context: Context, source_id: str) -> Iterator[Finding]:
    """Short lines with a number that are the page's and not the report's: "page 3 of 4"; the day of the report is."""
    source = context.readings[source_id].source
    text, front = source.text, source.front
    spans = [m.span() for start, end in source.furniture for m in _LINE.finditer(text, max(start, front), end)]
    marks = [span for span in spans if len(source.text[slice(*span)].split()) <= MARK]
    for start, end in marks[:2]:
        words = source.text[start:end].strip()
        if source.published is not None and parse_printed_day(words) == source.published:
            continue
        passage = Passage(source_id, start, end, source.text[start:end], words)
        yield _slip(f"{quoted([words])} is the page's, not the report's.", [passage])


def _persons(context: Context) -> Iterator[Finding]:
    found: dict[tuple[str, str], dict[str, Passage]] = defaultdict(dict)
    for sentence in context.sentences():
        tokens = sentence.sentence.tokens
        if sentence.sentence.capitals:
            continue
        spans = [(m.first, m.last) for m in sentence.actors] + [(m.first, m.last) for m in sentence.places]
        named = {at for first, last in spans for at in range(first, last + 1)}
        for first in (i for i in range(len(tokens) - 1) if tokens[i].lower not in _titles()):
            for last in (first + 1, first + 2):
                if last < len(tokens) and all(_is_name(tokens[i]) and i not in named for i in range(first, last + 1)):
                    ends = last + 1 == len(tokens) or not _is_name(tokens[last + 1])
                    surname = "".join(fold(tokens[i].text).replace("-", "") for i in range(first + 1, last + 1))
                    if ends and len(surname) >= SHORTEST:
                        start, end = tokens[first].start, tokens[last].end
                        printed = " ".join(sentence.source.text[start:end].split())
                        names = found[fold(tokens[first].text), surname[0] + surname[-2:]]
                        if printed not in names:
                            names[printed] = context.passage(sentence.source.source_id, start, end)
    for names in found.values():
        plain = {name: fold(name).replace("-", "").replace(" ", "") for name in names}
        kinds = [name for name in names if any(_alike(plain[name], other) for n, other in plain.items() if n != name)]
        if len(kinds) > 1:
            says = f"One person, it seems, is written {quoted(kinds)}."
            passages = distinct(names[name] for name in kinds)
            if len(passages) > 1:
                yield Finding(FindingKind.NAMES, Weight.MINOR, Certainty.LIKELY, says, passages)


@cache
def _titles() -> frozenset[str]:
    """Words of offices, which stand before a name and are no part of it: "Secretary of State Ann Ho"."""
    lists = read_vocabulary("titles")
    return frozenset(word for name in ("official", "other", "portfolios", "honorifics") for word in lists[name])


def _alike(one: str, other: str) -> bool:
    return one != other and Levenshtein.distance(one, other, score_cutoff=2) <= (2 if len(one) > 11 else 1)


def _is_name(token: Token) -> bool:
    return token.text[0].isupper() and len(token.text) > 1 and token.text[-1].isalpha() and not token.text.isupper()


def _words(context: Context) -> Iterator[Finding]:
    """Words of the same letters, with and without a hyphen or an apostrophe inside; stops ("U.S.-led") do not count."""
    forms: dict[str, dict[str, dict[str, Passage]]] = defaultdict(lambda: defaultdict(dict))
    printed: dict[str, str] = {}
    for sentence in context.sentences():
        source_id = sentence.source.source_id
        for token in sentence.sentence.tokens:
            text = token.text.replace("’", "'").removesuffix("'s")
            if len(text) < 5 or not text[0].isupper():
                continue
            letters, form = "".join(c for c in fold(text) if c.isalnum()), text.casefold().replace(".", "")
            printed.setdefault(form, text)
            if len(letters) >= 5 and source_id not in forms[letters][form]:
                forms[letters][form][source_id] = context.passage(source_id, token.start, token.end)
    for kinds in forms.values():
        passages = distinct(passage for found in kinds.values() for passage in found.values())
        if len(kinds) > 1 and len(passages) > 1:
            says = f"One word is written {quoted([printed[form] for form in kinds])}."
            yield Finding(FindingKind.NAMES, Weight.MINOR, Certainty.COMPATIBLE, says, passages[:12])


def _slips(context: Context, source_id: str, everywhere: Counter[str]) -> Iterator[Finding]:
    """A word that stands once, a letter or two beside one that the source has again."""
    spots: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for sentence in context.readings[source_id].sentences:
        tokens = sentence.sentence.tokens
        for at, token in enumerate(tokens):
            if token.text.isalpha() and token.text.islower() and len(token.text) >= SHORTEST:
                after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
                spots[token.text].append((token.start, token.end, after))
    count = Counter({word: len(found) for word, found in spots.items()})
    by_start: dict[str, list[str]] = defaultdict(list)
    for word in count:
        by_start[word[:3]].append(word)
    for word in [word for word, times in count.items() if times == 1 and everywhere[word] == 1]:
        for other in by_start[word[:3]]:
            if _is_slip(word, other) and (
                (count[other] > 1 and not other.startswith(word)) or _same_phrase(spots, word, other)
            ):
                one = context.passage(source_id, *spots[word][0][:2])
                there = context.passage(source_id, *spots[other][0][:2])
                yield _slip(f"“{word}” seems to be a slip for “{other}”.", [one, there])
                break


def _same_phrase(spots: dict[str, list[tuple[int, int, str]]], word: str, other: str) -> bool:
    """Whether both words stand before the same word: "addition actions", "additional actions"."""
    after = {spot[2] for spot in spots[word]} & {spot[2] for spot in spots[other]}
    return any(len(behind) >= 5 for behind in after)


def _is_slip(word: str, other: str) -> bool:
    if word == other or abs(len(word) - len(other)) > 2 or Levenshtein.distance(word, other, score_cutoff=2) > 2:
        return False
    shorter, longer = sorted((word, other), key=len)
    if longer.startswith(shorter):
        return len(word) < len(other) and longer[len(shorter) :] == "al"
    if any(word.endswith(e) and other.startswith(word.removesuffix(e)) for e in _INFLECTIONS):
        return False
    return len(word) > len(other) and Levenshtein.distance(word, other) == 1
