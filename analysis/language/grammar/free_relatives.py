"""Free relatives: the thing that "what X said was *a camp*", "what is thought to be *a depot*" stand for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: tokens from "what" to the thing
_LONG = 14
_QUOTES = frozenset({'"', "“", "‘", "'", "``"})


@cache
def _relative_words() -> dict[str, frozenset[str]]:
    lists = read_vocabulary("grammar")
    return {name: frozenset(lists[name]) for name in ("calling", "clausal", "seeming", "bounding")}


def find_named(phrases: Phrases, i: int) -> NounGroup | None:
    """Return the noun group that says what a "what" at token i is, without its preposition, or None."""
    tokens = phrases.sentence.tokens
    if i >= len(tokens) or tokens[i].lower != "what":
        return None
    subject = phrases.at[i]
    j = i + 1 if subject is None else subject.last + 1
    told = False
    while j < min(i + _LONG, len(tokens)):
        group = phrases.at[j]
        if isinstance(group, NounGroup) and told:
            return replace(group, preposition=None)
        if isinstance(group, NounGroup) and subject is not None:
            return None
        if isinstance(group, VerbGroup):
            as_ = group.last + 1 < len(tokens) and tokens[group.last + 1].lower == "as"
            names = as_ or group.lemma in _relative_words()["calling"]
            if not names and group.lemma not in _relative_words()["clausal"] | _relative_words()["seeming"]:
                return None
            told = told or names
            j = group.last + 1 + as_
        elif group is not None:
            subject, j = group, group.last + 1
        elif phrases.tags[j] is Tag.ADVERB or (told and tokens[j].lower in _QUOTES | _relative_words()["bounding"]):
            j += 1
        else:
            return None
    return None
