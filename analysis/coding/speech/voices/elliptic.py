"""Elliptic speakers: one more of those who spoke before, with no noun: "*another* said", "*the second of them* added".

The noun is that of the unnamed officials, witnesses, sources who spoke, or whom the sentence before tells of. One more
of them is somebody else than they are, who speaks for the same side and is called as the text calls him.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices import Kind, Memory, Voice
from analysis.coding.speech.voices.subjects import doer_of

_ORDINALS = ("second", "third", "fourth", "fifth", "other")
_ONES = frozenset({"one", "another", *(f"{a} {b}" for a in ("the", "a", "an") for b in _ORDINALS)})


def is_elliptic(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell "one", "another", "the second", "a third", with or without "of them", at tokens first to last."""
    words = sentence.phrases.words(first, last)
    return words.removesuffix(" of them") in _ONES


def told_of(
    sentence: SentenceReading, before: SentenceReading | None, memory: Memory, read: Callable[..., Voice | None]
) -> Voice | None:
    """Return who has just spoken, or of whom the sentence `before` tells, as `read` reads the doer of a sentence."""
    voice = memory.last_within((sentence if before is None else before).number - 1)
    if voice is not None or before is None:
        return voice
    doer = doer_of(before)
    return None if doer is None else read(before, doer.first, doer.last, doer.aside)


def one_more(before: Voice | None, printed: str) -> Voice | None:
    """Return the voice of one more of the unnamed people `before`, or None where they were named or no people."""
    if before is None or before.kind is not Kind.UNNAMED or not before.noun:
        return None
    if printed.lower().startswith("one") and not before.plural:
        return None  # "one said", right after one alone has spoken, points to nobody
    return replace(before, speaker=printed, printed=printed, plural=False, points_back=False, pronoun=False)
