"""Others: words that set an event apart from the attacks told before: "another raid", "the last one was in June"."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural


def is_another(phrases: Phrases, event: NounGroup | None) -> bool:
    """Tell an event that the words set apart from those named before."""
    if event is None:
        return False
    if _is_unrelated(phrases, event) or _was_last(phrases, event):
        return True
    first = phrases.sentence.tokens[event.first].lower
    if event.first < event.head and phrases.sentence.tokens[event.first + 1].lower == "than":
        return False  # "more than 30 rockets"
    second = phrases.sentence.tokens[min(event.first + 1, event.last)].lower
    if first in {"a", "an"} and second in words().ordinals | words().apart | words().likening:
        return True
    if event.preposition == 0 and phrases.sentence.lowers[:3] == ("in", "the", "other"):
        return not is_plural(phrases.sentence.tokens[event.head].lower)  # behind "in one of the raids"
    counted = phrases.tags[event.first] is Tag.NUMBER and event.head - event.first > 1
    if counted and phrases.sentence.tokens[event.first + 1].lower in {"more", "other", "further", "additional"}:
        return True  # "three more strikes"
    return first == "another" or (
        first in {"similar", "other", "further", "more"} and phrases.tags[event.first] is Tag.ADJECTIVE
    )


def _is_unrelated(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "no connection to the explosions in the north", "unrelated to Friday's attack"."""
    if not event.preposition or phrases.sentence.tokens[event.preposition].lower not in {"to", "with"}:
        return False
    tokens, before = phrases.sentence.tokens, event.preposition - 1
    if before and tokens[before].lower == "connection" and tokens[before - 1].lower == "in":
        return False  # "arrested in connection with the blast"
    return tokens[before].lower in words().unrelated


def _was_last(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "the last such attack took place in June", "the last raid in the city was in 2015": the one before."""
    tokens = phrases.sentence.tokens
    if tokens[event.first].lower != "the" or all(t.lower != "last" for t in tokens[event.first : event.head]):
        return False
    verb = next((v for v in phrases.verbs if v.first > event.last), None)
    if verb is None or not verb.finite or verb.lemma not in _OCCURRING or subject_of(phrases, verb) is not event:
        return False
    return any(g.temporal and verb.last < g.first <= verb.last + _SOON for g in phrases.nouns)


_OCCURRING = frozenset({"be", "take", "come", "occur", "happen"})
#: tokens from "took" to the day ("took place late in *June*")
_SOON = 5


def is_followed_up(phrases: Phrases, event: NounGroup | None) -> bool:
    """Tell how an attack went on, "fired on the gate, *followed by several mortar attacks*": by no run of its own."""
    if event is None or not _is_what_followed(phrases, event):
        return False
    said = {t.lower for t in phrases.sentence.tokens[event.first : event.head]}
    return not said.isdisjoint({"several", "multiple", "many"})


def _is_what_followed(phrases: Phrases, event: NounGroup) -> bool:
    tokens, at = phrases.sentence.tokens, event.preposition
    verb = phrases.at[at - 1] if at and tokens[at].lower == "by" else None
    if not isinstance(verb, VerbGroup) or verb.lemma != "follow" or verb.finite or verb.first != verb.last:
        return False
    return tokens[verb.first - 1].text == ","


def opens_list(phrases: Phrases) -> bool:
    """Tell "In one of the attacks, …", "In one raid, …", behind which "in another" tells the next of them."""
    return [t.lower for t in phrases.sentence.tokens[:2]] == ["in", "one"]


def opens_apart(phrases: Phrases) -> bool:
    """Tell "In a separate incident, …", "Separately, …", "Elsewhere, …"."""
    tokens = [t.lower for t in phrases.sentence.tokens[:4]]
    if tokens[:1] in (["separately"], ["elsewhere"], ["meanwhile"], ["moreover"]) or tokens[:2] == ["also", "in"]:
        return True  # "Also in Thule, a mine went off"
    if tokens[0] in {"this", "it"} and tokens[1:3] in (["comes", "after"], ["came", "after"], ["comes", "following"]):
        return True  # "This comes after an attack on two posts"
    if tokens[:1] != ["in"] or len(tokens) < 4:
        return False
    return tokens[1] == "another" or (tokens[1] == "a" and tokens[2] in words().apart)
