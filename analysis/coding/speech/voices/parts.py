"""Parts: a branch of an armed group, a team of a coalition, which speak for the one that they are part of."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices import Kind, Voice
from analysis.coding.speech.voices.bodies import Body, find_body, is_of_group, is_state
from analysis.coding.speech.voices.naming import printed_words
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

Span = tuple[int, int]
_OWNS = frozenset({"'s", "’s"})
_LINKS = frozenset({"of", "and", "for"})


def read_part(sentence: SentenceReading, lead: int, end: int, printed: str) -> Voice | None:
    """Return the voice of "X's West *branch*", "the coalition's *Joint Team*" in tokens lead to end, or None.

    A branch without a name of its own speaks as its group.
    """
    noun = sentence.sentence.tokens[end].lower
    owner = _group_of(sentence, lead, end)
    if owner is not None:
        return Voice(owner.name, printed, Kind.BODY, None, owner.affiliation, True, noun)
    team = _team(sentence, lead, end)
    return None if team is None else Voice(team.name, printed, Kind.BODY, None, team.affiliation, True, noun)


def read_named_branch(sentence: SentenceReading, span: Span, printed: str, aside: Span | None) -> Voice | None:
    """Return the voice of "X Province, *the Alerian arm of Y*," named in tokens `span`, or None."""
    if aside is None or sentence.sentence.tokens[span[0]].text.islower():
        return None
    owner = _group_of(sentence, *aside) if sentence.phrases.tags[aside[0]] is Tag.DETERMINER else None
    if owner is None:
        return None
    return Voice(printed_words(sentence, *span), printed, Kind.BODY, None, owner.affiliation, True)


def _group_of(sentence: SentenceReading, first: int, last: int) -> Body | None:
    """Return the armed group whose branch tokens first to last name: "X's Alerian *branch*", "the *arm* of X"."""
    tokens, arms = sentence.sentence.tokens, read_vocabulary("bodies")["arms"]
    noun = next((k for k in range(first, last + 1) if tokens[k].text in arms), None)
    if noun is None:
        return None
    for mention in sentence.actors:
        owned = noun == last and first <= mention.first and mention.last < noun
        of = noun < mention.first <= noun + _NEAR and mention.last <= last and tokens[noun + 1].lower == "of"
        if (owned or of) and is_of_group(mention.actor.name):
            return Body(mention.actor.name, mention.actor.affiliation or mention.actor.name, True)
    return None


#: tokens from "branch" to the group: "of the X"
_NEAR = 3


def _team(sentence: SentenceReading, lead: int, end: int) -> Body | None:
    """Return the body printed as a name behind its official owner, or None; what a state owns may be a firm."""
    tokens = sentence.sentence.tokens
    mark = next((k for k in range(lead + 1, end) if tokens[k].lower in _OWNS), None)
    if mark is None or not all(t.text[0].isupper() or t.lower in _LINKS for t in tokens[mark + 1 : end + 1]):
        return None
    owner = find_body(sentence, lead, mark - 1)
    if owner is None or not owner.official or owner.generic or is_state(owner.name):
        return None
    return Body(printed_words(sentence, mark + 1, end), owner.affiliation, True)
