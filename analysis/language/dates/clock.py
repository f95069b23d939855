"""Clock times: "7:20 pm (2220 GMT)", "19:20", "at 0300 local time", "noon".

`find_times` returns each time as minutes after midnight with its zone as printed; `to_pairs` sets a local time beside
the time in GMT or UTC that the source gives for it. A bare number is a time only after "at" or before a word of time;
"7 o'clock" without morning or evening is none.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at, to_printed
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("clock")
_HALVES: dict[str, int] = _WORDS["halves"]
_ZONES = frozenset(_WORDS["zones"])
_UNIVERSAL = frozenset(_WORDS["universal"])
_NAMED: dict[str, int] = _WORDS["named"]
_HOURS = frozenset(_WORDS["hours"])
_AT = frozenset(_WORDS["at"])
_COLON = re.compile(r"(\d{1,2})[:.](\d{2})(?::\d{2})?", re.ASCII)
_FIGURES = frozenset("0123456789")
_DIGITS = re.compile(r"\d{1,2}|\d{4}", re.ASCII)
#: tokens between a local time and its GMT form
_REACH = 4


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time of day: minutes after midnight, the zone as printed ("GMT", "local"; None when not said), its words."""

    minutes: int
    zone: str | None
    text: str
    start: int
    end: int
    first: int
    last: int

    @property
    def universal(self) -> bool:
        """Whether the time is given in GMT or UTC."""
        return (self.zone or "").lower() in _UNIVERSAL


def find_times(sentence: Sentence) -> list[TimeMention]:
    """Find the clock times of a sentence, in order."""
    tokens = sentence.tokens
    found: list[TimeMention] = []
    for i, token in enumerate(tokens):
        if found and i <= found[-1].last:
            continue
        if token.lower[:1] in _FIGURES:
            mention = _clock_at(tokens, i)
        elif token.lower in _NAMED:
            mention = _time_mention(tokens, i, i, _NAMED[token.lower])
        else:
            continue
        if mention is not None:
            found.append(mention)
    return found


def to_pairs(times: Sequence[TimeMention]) -> list[tuple[TimeMention, TimeMention]]:
    """Pair each time with the GMT or UTC time right behind it, in brackets or after a comma: (local, universal)."""
    pairs = []
    for local, other in itertools.pairwise(times):
        if other.universal and not local.universal and other.first - local.last <= _REACH:
            pairs.append((local, other))
    return pairs


def days_ahead(times: Sequence[TimeMention], first: int) -> int | None:
    """Return how many days the universal day that begins at token `first` is ahead of the local one, None if unknown.

    "At 22:30 (02:30 GMT on 12 January)": the day in the brackets is one ahead of the day where it happened.
    """
    for local, other in to_pairs(times):
        if 1 <= first - other.last <= _BESIDE:
            apart = other.minutes - local.minutes
            return 1 if apart < -_HALF_DAY else -1 if apart > _HALF_DAY else 0
    return None


#: tokens from "GMT" to the day that is counted by it, and minutes that no time zone is from another but over midnight
_BESIDE, _HALF_DAY = 2, 12 * 60


def _clock_at(tokens: Sequence[Token], i: int) -> TimeMention | None:
    """Read a time that begins with digits."""
    colon = _COLON.fullmatch(tokens[i].text)
    if colon is None and not _DIGITS.fullmatch(tokens[i].text):
        return None
    after = lower_at(tokens, i + 1)
    half = _HALVES.get(after)
    if colon is not None:
        hour, minute = int(colon.group(1)), int(colon.group(2))
    elif len(tokens[i].text) == 4:
        hour, minute = int(tokens[i].text[:2]), int(tokens[i].text[2:])
    else:
        hour, minute = int(tokens[i].text), 0
    marked = half is not None or after in _ZONES or after in _HOURS
    bare = ":" in tokens[i].text or (len(tokens[i].text) == 4 and colon is None and lower_at(tokens, i - 1) in _AT)
    if not (marked or bare) or (after in _HOURS and len(tokens[i].text) != 4):
        return None
    if half is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + half
    if hour > 23 or minute > 59:
        return None
    return _time_mention(tokens, i, i + (half is not None or after in _HOURS), hour * 60 + minute)


def _time_mention(tokens: Sequence[Token], first: int, last: int, minutes: int) -> TimeMention:
    zone = lower_at(tokens, last + 1)
    if zone == "local" and lower_at(tokens, last + 2) == "time":
        last, printed = last + 2, "local"
    elif zone in _ZONES:
        last, printed = last + 1, tokens[last + 1].text
    else:
        printed = ""
    text = to_printed(tokens, first, last)
    return TimeMention(minutes, printed or None, text, tokens[first].start, tokens[last].end, first, last)
