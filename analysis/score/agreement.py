"""Whether two codings of one slot say the same.

Promises that names agree across spellings, spans of text when most of their words are shared, years by their first four
digits, and everything else only letter by letter, case aside. An empty slot agrees with an empty slot alone. Refuses
nothing: two long names that a few letters tell apart pass for one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from difflib import SequenceMatcher

from analysis.vocabulary import read_vocabulary

_NAMES = ("place", "attacker", "group", "speaker", "attributed_to", "attributed_by", "force", "affiliation")
_SPANS = ("content", "evidence")
_ENOUGH_SHARED = 0.6  # of the words of two spans
_ENOUGH_ALIKE = 0.84  # of the letters of two names: one letter in six may differ

_WORD = re.compile(r"[a-z0-9]+")
_ARTICLE = re.compile(r"\b (al | el | an | ash | as) -", re.VERBOSE)  # of an Arabic name: "al-Asad"


def agrees(slot: str, one: str | None, other: str | None) -> bool:
    """Tell whether two values of a slot, as `parse_slot` gives them, say the same."""
    if one is None or other is None:
        return one is other
    if slot in _SPANS:
        return shared_words(one, other) >= _ENOUGH_SHARED
    if slot == "as_of":
        return one[:4] == other[:4]
    if slot in _NAMES:
        return is_same_name(one, other)
    return one.lower() == other.lower()


def shared_words(one: str, other: str) -> float:
    """Give the F measure of the words that two texts share, counted as often as they occur; 0 where one has none."""
    ours, theirs = find_words(one), find_words(other)
    if not ours or not theirs:
        return 0.0
    return 2 * (Counter(ours) & Counter(theirs)).total() / (len(ours) + len(theirs))


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two texts name the same: one's telling words are among the other's, or their letters are close."""
    ours, theirs = _telling_words(one), _telling_words(other)
    if not ours or not theirs:
        return one == other
    if set(ours) <= set(theirs) or set(theirs) <= set(ours):
        return True
    return SequenceMatcher(None, "".join(ours), "".join(theirs)).ratio() >= _ENOUGH_ALIKE


def find_words(text: str) -> list[str]:
    """Find the words of a text, without case, accents, apostrophes and hyphens ("Al-Asad" is "al", "asad")."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    return _WORD.findall(_ARTICLE.sub(r"\1 ", plain).replace("-", ""))


def _telling_words(name: str) -> list[str]:
    """The words of a name that set it apart, or all where no word does ("the base")."""
    words = find_words(name)
    return [word for word in words if word not in read_vocabulary("scoring")["fillers"]] or words
