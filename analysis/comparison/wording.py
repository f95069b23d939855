"""Whether two wordings are near-identical, by the runs of words that they share.

Shingling: Broder, "On the resemblance and containment of documents", 1997.
"""

from __future__ import annotations

import re
from functools import lru_cache

#: share of the runs of words of the shorter wording that the other has too
COPIED = 0.6
#: words in a run, and the least number of runs that say anything
RUN, LEAST = 3, 6
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


def is_copied(one: str, other: str) -> bool:
    """Whether two wordings are near-identical."""
    a, b = to_runs(one), to_runs(other)
    shorter = min(len(a), len(b))
    if shorter < LEAST:
        return shorter > 0 and a == b and len(a) > 1
    return len(a & b) / shorter >= COPIED


def is_restated(one: str, other: str) -> bool:
    """Whether two wordings are near-identical, their numbers included: a form filled in anew is another statement."""
    return is_copied(one, other) and _NUMBER.findall(one) == _NUMBER.findall(other)


@lru_cache(maxsize=8192)
def to_runs(text: str) -> frozenset[tuple[str, ...]]:
    """Cut a wording into its runs of three words, in lower case without punctuation."""
    words = [word.lower().replace("’", "'") for word in _WORD.findall(text.replace(".", ""))]
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
