"""Gerunds that name an event: "killed by shelling in the town", unlike "by shelling the town"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.grammar.bare_forms import answers_by, opens_subject
from analysis.language.grammar.word_classes import Tag
from analysis.language.text.tokens import Token
from analysis.language.text.verb_forms import lemmas
from analysis.vocabulary import read_vocabulary

#: what stands after a subject
FINITE = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.HAVE, Tag.BE, Tag.MODAL})
_FRONTED = frozenset({Tag.PREPOSITION, Tag.ADVERB, Tag.PROPER})
_AFTER_EVENT = frozenset({Tag.PREPOSITION, Tag.MARK, Tag.CONJUNCTION})
_SEEING = frozenset(read_vocabulary("grammar")["seeing"])


def names_event(tokens: Sequence[Token], tags: Sequence[Tag], i: int, after: Tag) -> bool:
    """Tell "killed by shelling in the town", "Shelling of the town killed two" from "by shelling the town"."""
    opens = not i or (tokens[i - 1].text == "," and FINITE.isdisjoint(tags[:i]) and tags[0] in _FRONTED)
    if opens and FINITE.intersection(tags[i + 1 : i + (3 if after is Tag.ADVERB else 2)]):
        return True  # "Shelling hit the town", "On Friday, shelling also killed two"
    if after is Tag.PARTICIPLE and i and tags[i - 1] is Tag.PREPOSITION and i + 2 < len(tags):
        return tags[i + 2] in {Tag.PREPOSITION, Tag.ADVERB}  # "killed in shelling carried out by"
    at = tokens[min(i + 1, len(tokens) - 1)].lower == "at" and (i > 0 or not opens_subject(tags))
    if after not in _AFTER_EVENT or at:
        return False
    on = tokens[min(i + 1, len(tokens) - 1)].lower in {"on", "into", "upon"}
    if on and i > 1 and tokens[i - 1].lower == "by" and answers_by([t.lower for t in tokens[i - 2 : i + 1]], 1):
        return False  # "answered by firing on a post"
    if not i or tags[i - 1] is Tag.MARK:
        on = i > 0 and not FINITE.intersection(tags[:i])  # "On Friday, shelling on the town killed two"
        named = {"of", "by", "on"} if on else {"of", "by"}
        return (opens and opens_subject(tags[i:])) or (i + 1 < len(tokens) and tokens[i + 1].lower in named)
    if tags[i - 1] is Tag.PARTICIPLE:
        return lemmas().get(tokens[i - 1].lower) in _SEEING  # "the town witnessed shelling on Monday"
    return tags[i - 1] is Tag.PREPOSITION and tokens[i - 1].lower not in {"while", "when"}
