"""The word "that": whether it points ("disputed that account") or opens a clause ("said that …", "a group that …")."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.grammar.word_classes import Tag, often_nouns
from analysis.language.text.tokens import Token


def settle_that(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> Tag:
    """Return the class of "that" or another relative pronoun at token i."""
    lower = tokens[i].lower
    after = tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    before = tags[i - 1] if i else Tag.MARK
    governed = before in {Tag.PREPOSITION, Tag.TO} or (i > 0 and before is Tag.ADVERB and tokens[i - 1].lower == "out")
    named = after in _NAMING or (after is Tag.VERB and tokens[i + 1].lower in often_nouns())
    pointing = lower == "that" and governed and named
    ends = _ACTS.isdisjoint(tags[i + 2 :]) or tags[i + 2] is Tag.MARK  # "claimed that attack on its channel"
    object_ = lower == "that" and named and before in _DONE and ends  # "disputed that account.", "claimed that attack."
    of_things = lower == "that" and named and i > 0 and tokens[i - 1].lower in _OF_THINGS
    opens = lower == "that" and i == 0 and named and not tokens[1].lower.endswith("s")  # "That raid was claimed"
    return Tag.DETERMINER if pointing or object_ or of_things or opens else Tag.RELATIVE


_ACTS = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})
_NAMING = frozenset({Tag.NOUN, Tag.ADJECTIVE})
_DONE = frozenset({Tag.VERB, Tag.PARTICIPLE})
#: verbs that no clause with "that" follows ("blamed that raid on the rebels")
_OF_THINGS = frozenset({"blame", "blamed", "blames", "blaming", "condemned", "denounced", "launched", "investigated"})
