"""Things: objects that a verb of saying does something to, so that nothing is said.

"denied entry to the trucks", "welcomed 900 refugees", "dismissed the army chief", "defended the bridge", "claimed nine
lives". Where the object may as well be what was said ("denied any part in it", "dismissed him *as a liar*"), it is.
"""

from __future__ import annotations

from functools import cache

from analysis.coding.speech.cues.frames import ENDS, frames
from analysis.coding.victims.people import noun_of_people
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

#: tokens after an object within which the label, or the one with whom it is linked, stands
_NEAR = 16


def is_no_speech(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell an object at token i that a verb of saying with this base form has without a word said."""
    group = phrases.at[i + (phrases.words(i, i) == "more" and i + 1 < len(phrases.at))]  # "threatened *more attacks*"
    if not isinstance(group, NounGroup):
        return False
    head = phrases.sentence.tokens[group.head].lower
    if head == "nothing" or head in _deeds().get(lemma, ()):
        return True
    if lemma == "threaten":
        return head not in frames()["threatened"]
    if lemma in {"claim", "confirm"} and _is_taken(phrases, group, lemma):
        return True
    if lemma == "deny":
        return _is_given(phrases, group)
    if lemma in _lists()["of_people"]:
        return _is_people(phrases, group) and not _reaches(phrases, group.last + 1, frozenset({"as"}))
    return lemma in _lists()["joining"] and not _reaches(phrases, group.last + 1, _JOINED)


_JOINED = frozenset({"to", "and", "between"})


@cache
def _lists() -> dict[str, frozenset[str]]:
    lists = read_vocabulary("speech")["done_to"]
    return {name: frozenset(lists[name]) for name in ("of_people", "joining")}


@cache
def _deeds() -> dict[str, frozenset[str]]:
    return {verb: frozenset(words) for verb, words in read_vocabulary("speech")["done_to"]["things"].items()}


def _is_given(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "denied *the men* leave", where a second object without a preposition follows the first."""
    second = phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    return isinstance(second, NounGroup) and second.preposition is None and not second.temporal


def _is_taken(phrases: Phrases, group: NounGroup, lemma: str) -> bool:
    """Tell "claims the isle *as its own*", "confirmed General X *as chief*": something or somebody is taken on."""
    if phrases.words(group.last + 1, group.last + 1) != "as":
        return False
    if lemma == "claim":
        owned = phrases.words(group.last + 2, group.last + 2) in {"its", "their", "part"}
        return owned and phrases.sentence.tokens[group.head].lower not in frames()["deeds"]
    office = phrases.at[group.last + 2] if group.last + 2 < len(phrases.at) else None
    bare = isinstance(office, NounGroup) and phrases.tags[office.first] is Tag.NOUN
    return bare and phrases.sentence.tokens[group.last + 2].lower in titles()["official"]


def _is_people(phrases: Phrases, group: NounGroup) -> bool:
    """Tell people and those in an office, by the head of their noun group."""
    tokens, lower = phrases.sentence.tokens, phrases.sentence.tokens[group.head].lower
    office = any(lower in titles()[kind] for kind in ("official", "anonymous"))
    return office or noun_of_people(tokens, group.first, group.head) is not None


def _reaches(phrases: Phrases, i: int, words: frozenset[str]) -> bool:
    """Tell whether one of a few words stands in the clause from token i on."""
    for token in phrases.sentence.tokens[i : i + _NEAR]:
        if token.lower in words:
            return True
        if token.text in ENDS:
            return False
    return False
