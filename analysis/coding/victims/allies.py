"""A state's people and its allies' under one number: "two Danish and coalition soldiers" are of no one state."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag

#: adjectives of states that end like plurals of people
_ABBREVIATED = frozenset({"US", "U.S.", "UK", "U.K."})
_ALLIES = frozenset({"coalition", "allied", "partner", "foreign", "international", "nato"})


def noun_shared_with_allies(reading: SentenceReading, who: NounGroup) -> tuple[int, str, Role] | None:
    """Return the last token, the noun and the role that a counted adjective of a state shares with its allies, or None.

    "Two Danish *and coalition soldiers*"; not "two Danes and coalition soldiers", nor with a second number.
    """
    tokens, i = reading.sentence.tokens, who.last + 2
    beyond = reading.noun_at(i) if i < len(tokens) and tokens[i - 1].lower == "and" else None
    text = tokens[who.head].text
    if beyond is None or who.head != who.last or (text.endswith("s") and text not in _ABBREVIATED):
        return None
    if beyond.first != i or tokens[i].lower not in _ALLIES or beyond.head == i:
        return None
    noun = noun_of_people(tokens, beyond.first, beyond.head)
    if noun is None or not any(reading.phrases.tags[j] is Tag.NUMBER for j in range(who.first, who.head)):
        return None
    return beyond.last, noun[0], noun[1] or Role.UNSPECIFIED
