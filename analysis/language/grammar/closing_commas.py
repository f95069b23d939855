"""Commas that close what stands beside a subject, so that its verb follows: an apposition, a relative clause."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.grammar.word_classes import Tag
from analysis.language.text.tokens import Token

_NOUNS = frozenset({Tag.NOUN, Tag.PROPER})
_VERBS = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})


def follows_apposition(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the comma before token i that closes a name behind what explains it: "the minister, *Carl Ode*,"."""
    opens = i > 4 and tokens[i - 1].text == "," and tags[0] is Tag.PROPER and _VERBS.isdisjoint(tags[:i])
    if opens and "," in (tokens[1].text, tokens[2].text):
        return True  # "Thule, one of the largest bases, houses 90 soldiers"
    if i < 4 or tokens[i - 1].text != "," or tags[i - 2] is not Tag.PROPER:
        return False
    first = i - 2
    while first > 1 and tags[first - 1] is Tag.PROPER:
        first -= 1
    return tokens[first - 1].text == "," and tags[first - 2] in _NOUNS


def follows_relative(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the comma that closes a clause beside a subject whose verb is to come: "The raid, which …, *marks*"."""
    opens = next((k for k in range(1, i) if tags[k] is Tag.RELATIVE), 0)
    if i < 1 or tokens[i - 1].text != "," or opens < 2 or tokens[opens - 1].text != ",":
        return False
    return _VERBS.isdisjoint(tags[: opens - 1]) and not _VERBS.isdisjoint(tags[opens:i])
