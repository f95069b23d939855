"""Wordings of what is said: one utterance in two wordings, and a quotation cut short.

Two statements are taken for one utterance when one speaker makes both (for the unnamed: they speak for one side) and
clauses of them share most of their words. What differs is named. The same words from two speakers are no finding.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from analysis.comparison.answers import Cells
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
from analysis.comparison.mentions import find_words
from analysis.language.text.quotations import find_quotations
from analysis.language.text.tokens import Token, find_tokens
from analysis.tables.frames import to_records

#: words that two clauses share, and their share of the shorter one's, for one utterance; within a source more
SHARED, SHARE, SHARE_WITHIN = 4, 0.4, 0.5
#: likeness of two wordings (0 to 1) in which single words can be set against each other
CLOSE = 0.5
#: words of a quotation that can be a piece of a longer one
PIECE = (2, 4)
_MARKS = "'\"‘’“”"
#: a few words in single marks, as headlines quote; an apostrophe opens and closes none
_SINGLE = re.compile(r"(?<=[ \n])['‘][a-z][a-z-]*(?: [a-z-]+){1,3}['’](?=[ ,.:;\n])")
#: statements of one speaker that are compared
MOST = 60


def check_utterances(context: Context) -> Iterator[Finding]:
    """Find utterances in two wordings and quotations cut short."""
    by_speaker: dict[str, list[Cells]] = defaultdict(list)
    for row in to_records(context.tables.statements):
        if row["source_id"] in context.readings:
            by_speaker[_speaker(row)].append(row)
    for rows in by_speaker.values():
        for group in _same_utterance(rows[:MOST]):
            yield from _wordings(context, group)
    for source_id in context.readings:
        yield from _cut(context, source_id)


def _speaker(row: Cells) -> str:
    return f"someone of {row['affiliation']}" if row["anonymous"] else str(row["speaker"])


def _same_utterance(rows: Sequence[Cells]) -> Iterator[list[Cells]]:
    """Group statements that are one utterance: each is like the first of its group."""
    groups: list[list[Cells]] = []
    for row in rows:
        group = next((group for group in groups if _alike(group[0], row)), None)
        if group is None:
            groups.append([row])
        else:
            group.append(row)
    return (group for group in groups if len(group) > 1)


def _alike(one: Cells, other: Cells) -> bool:
    meet = one["content_start"] < other["content_end"] and other["content_start"] < one["content_end"]
    if meet and one["source_id"] == other["source_id"]:
        return False
    left, right = find_words(one["content"]), find_words(other["content"])
    shared, shorter = len(left & right), min(len(left), len(right))
    least = SHARE_WITHIN if one["source_id"] == other["source_id"] else SHARE
    return shared >= SHARED and shared / shorter >= least and not _equal(one["content"], other["content"])


def _equal(one: str, other: str) -> bool:
    return _words(one) == _words(other)


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return tuple(token.lower.replace(".", "") for token in find_tokens(text) if token.text[0].isalnum())


def _wordings(context: Context, rows: Sequence[Cells]) -> Iterator[Finding]:
    passages = distinct(_passage(context, row) for row in rows)
    if len(passages) < 2:
        return
    told = _difference(rows[0]["content"], rows[1]["content"])
    says = f"One utterance of {_name(rows)} in {len(passages)} wordings" + (f": {told}." if told else ".")
    claims = tuple(row["claim_id"] for row in rows)
    yield Finding(FindingKind.WORDINGS, Weight.MINOR, Certainty.COMPATIBLE, says, passages, None, "wording", claims)


def _name(rows: Sequence[Cells]) -> str:
    return str(rows[0]["speaker"])


def _passage(context: Context, row: Cells) -> Passage:
    """What is said, to the end of its sentence, without what stands before it."""
    last = context.sentence_at(row["source_id"], row["content_end"] - 1)
    end = max(row["content_end"], last.sentence.end if last else 0)
    return context.passage(row["source_id"], row["content_start"], end, wide=False)


def _difference(one: str, other: str) -> str | None:
    """The first words that differ between two wordings: “expecting” against “hosting”."""
    a, b = _words(one), _words(other)
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes() if matcher.ratio() >= CLOSE else ():
        if tag == "replace" and j - i <= 5 and m - k <= 5:
            return f"{quoted([' '.join(a[i:j])])} against {quoted([' '.join(b[k:m])])}"
    return None


def _cut(context: Context, source_id: str) -> Iterator[Finding]:
    """A quotation of a few words that stands in a longer one behind a word that belongs to it."""
    sentences = context.readings[source_id].sentences
    tokens = [token for sentence in sentences for token in sentence.sentence.tokens]
    quotations = find_quotations([sentence.sentence for sentence in sentences])
    spans = [(q.start, q.end, q.inner_start, q.inner_end) for q in quotations]
    text = context.readings[source_id].source.text
    spans += [(m.start(), m.end(), m.start() + 1, m.end() - 1) for m in _SINGLE.finditer(text)]
    inside = [(span, [t for t in tokens if span[2] <= t.start < span[3]]) for span in spans]
    for short, words in inside:
        size = len(words)
        if not PIECE[0] <= size <= PIECE[1]:
            continue
        for _, others in inside:
            at = _stands_in(words, others) if len(others) > size + 3 else None
            if at is not None and at > 0 and _belongs(others, at):
                yield _piece(context, source_id, short[:2], (others[at - 1].start, others[at + size - 1].end))
                break


def _stands_in(words: Sequence[Token], others: Sequence[Token]) -> int | None:
    wanted = [token.lower for token in words]
    lower = [token.lower for token in others]
    return next((at for at in range(len(lower) - len(wanted) + 1) if lower[at : at + len(wanted)] == wanted), None)


def _belongs(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before is of the same noun group: "precision" before "defensive strikes"."""
    before = tokens[at - 1]
    return before.text.isalpha() and len(before.text) > 4 and find_words(before.text) != frozenset()


def _piece(context: Context, source_id: str, short: tuple[int, int], whole: tuple[int, int]) -> Finding:
    one = context.passage(source_id, *short, wide=False)
    other = context.passage(source_id, *whole, wide=False)
    says = f"The quotation {quoted([one.words.strip(_MARKS)])} is cut out of {quoted([other.words])}."
    return Finding(FindingKind.WORDINGS, Weight.MINOR, Certainty.COMPATIBLE, says, (one, other), None, "wording")
