"""Days of a month said without its name, and days that have a name of their own.

"On the 14th", "the first of this month", "the 5th of last month"; "New Year's Day", "Christmas Eve". An ordinal that
counts something else ("the first of them", "the third of five attacks") is no day.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.dates.readings import Reading
from analysis.language.text.tokens import Token
from analysis.language.text.wording import lower_at, phrase_at, to_phrases
from analysis.vocabulary import read_vocabulary

_WORDS = read_vocabulary("calendar")
_SHIFTS: dict[str, int] = _WORDS["shifts"]
_FOLLOWS_DAY = frozenset(_WORDS["after_day"])
_MONTHS = frozenset(_WORDS["months"])
_ORDINALS: list[str] = read_vocabulary("numbers")["ordinals"]
#: "first" to "thirty-first"
_NAMED_DAYS = {
    **{word: n for n, word in enumerate(_ORDINALS[:20], start=1)},
    **{f"twenty-{word}": 20 + n for n, word in enumerate(_ORDINALS[:9], start=1)},
    "thirtieth": 30,
    "thirty-first": 31,
}
_FEASTS = to_phrases((name, (month, day)) for name, (month, day) in _WORDS["feasts"].items())
_SINCE_FEASTS: dict[str, tuple[int, int]] = _WORDS["since_feasts"]
FEAST_STARTS = frozenset([*(name.split()[0] for name in _WORDS["feasts"]), *_SINCE_FEASTS])


def ordinal_day_at(tokens: Sequence[Token], i: int) -> int | None:
    """Return the day of a month that "14th" or "fourteenth" at token i can be, or None."""
    lower = lower_at(tokens, i)
    if lower[:-2].isdigit() and lower[-2:] in {"st", "nd", "rd", "th"}:
        return int(lower[:-2]) if 1 <= int(lower[:-2]) <= 31 else None
    return _NAMED_DAYS.get(lower)


def day_of_month_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read "14th" after "on the", and "first of this month", "5th of last month", "3rd of the month" after "the"."""
    day = ordinal_day_at(tokens, i)
    if day is None or lower_at(tokens, i - 1) != "the":
        return None
    shift = {**_SHIFTS, "the": 0}.get(lower_at(tokens, i + 2))
    if lower_at(tokens, i + 1) == "of" and shift is not None and lower_at(tokens, i + 3) == "month":
        return Reading("day", i, i + 3, day=day, shift=shift, unit="month")
    after = lower_at(tokens, i + 1)
    if after == "of" and [lower_at(tokens, i + k) for k in (2, 3, 4)] == ["the", "same", "month"]:
        return Reading("day", i, i + 4, day=day)
    if after == "of" and lower_at(tokens, i + 2) in _MONTHS:
        return None
    if not tokens[i].text[0].isdigit() or lower_at(tokens, i - 2) != "on":
        return None
    return None if after[:1].isalnum() and after not in _FOLLOWS_DAY else Reading("day", i, i, day=day)


def feast_at(tokens: Sequence[Token], i: int) -> Reading | None:
    """Read a day with a name of its own at token i: "New Year's Day"."""
    found = phrase_at(_FEASTS, tokens, i)
    since = _SINCE_FEASTS.get(lower_at(tokens, i)) if found is None and lower_at(tokens, i - 1) == "since" else None
    if since is not None:
        return Reading("day", i, i, month=since[0], day=since[1])
    if found is None or not tokens[i].text[0].isupper():
        return None
    (month, day), last = found
    return Reading("day", i, last, month=month, day=day)
