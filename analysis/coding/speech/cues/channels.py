"""Channels: where the words begin that tell through what, or when, it was said: "claimed it *in a post on X*"."""

from __future__ import annotations

from analysis.coding.speech.cues.frames import ENDS, frames
from analysis.coding.speech.cues.positions import skip_ahead
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def _is_hour(phrases: Phrases, i: int) -> bool:
    """Tell a time at token i with no "for" behind it: "a day later", "late on Sunday", "within hours"."""
    near = [phrases.at[k] for k in range(i, min(i + 3, len(phrases.at)))]
    first = next((k for k, group in enumerate(near) if isinstance(group, NounGroup)), len(near))
    plain = all(phrases.tags[i + k] in _BEFORE_HOUR for k in range(first))
    group = near[first] if first < len(near) and plain else None
    timed = isinstance(group, NounGroup) and group.temporal
    return timed and phrases.words(group.last + 1, group.last + 1) != "for"  # type: ignore[union-attr]


_BEFORE_HOUR = frozenset({Tag.PREPOSITION, Tag.ADVERB, Tag.ADJECTIVE})
_PLATFORMS = frozenset({"telegram", "twitter", "facebook", "x", "whatsapp", "youtube"})


def channel_of_claim(phrases: Phrases, start: int) -> int | None:
    """Return the token where the channel of a claim begins ("responsibility *in a message on X*"), or None."""
    tokens = phrases.sentence.tokens
    taken = tokens[start].lower in frames()["taken"]
    if taken and _is_hour(phrases, start + 1):
        return start + 1  # "responsibility *the next morning*"
    for group in phrases.nouns:
        if group.preposition is None or group.preposition <= start:
            continue
        if any(tokens[k].text in ENDS or tokens[k].text == "," for k in range(start, group.preposition)):
            return None
        word = tokens[group.preposition].lower
        if any(isinstance(phrases.at[k], VerbGroup) for k in range(start, group.preposition)):
            return None
        posted = word == "on" and tokens[group.head].lower in _PLATFORMS
        if not taken and not posted and word not in {"in", "through", "via"}:
            continue  # "claimed the raid *on the website*"
        if word in {"through", "via"} or tokens[group.head].lower in frames()["channels"]:
            return group.preposition
    return None


def last_channel(phrases: Phrases, start: int) -> int | None:
    """Return the token where "in a statement", "on X" begins that ends a clause, with what says when."""
    stop = last = _second_verb(phrases, start)
    for group in reversed(phrases.nouns):
        tokens = phrases.sentence.tokens
        if stop is not None and group.first > stop:
            continue
        if group.preposition is None or group.preposition <= start:
            break
        word, head = tokens[group.preposition].lower, tokens[group.head].lower
        ends = all(tokens[k].text in ENDS or k == last for k in range(group.last + 1, last or len(tokens)))
        if not ends:
            break
        spoken = word in {"in", "during", "at"} and head in frames()["channels"] | {"conference", "briefing"}
        if not (spoken or group.temporal or (word == "on" and head in frames()["channels"])):
            break
        last = group.preposition
    return last if last not in {None, stop} and not phrases.is_time((last or 0) + 1) else None


def _second_verb(phrases: Phrases, start: int) -> int | None:
    """Return the "and" after token start that joins a second verb: "confirmed it on X *and said* that", or None."""
    for i in range(start, len(phrases.at) - 1):
        after = phrases.at[skip_ahead(phrases, i + 1)]
        if phrases.sentence.tokens[i].lower in {"and", "but"} and isinstance(after, VerbGroup) and after.finite:
            return i
    return None
