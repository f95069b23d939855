"""People who go with what moves: "sent a warship with 200 marines aboard", "a convoy with 30 soldiers arrived"."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.forces import force_words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def are_aboard(sentence: SentenceReading, verb: VerbGroup, people: People) -> bool:
    """Tell whether people go with what is sent: "sent a warship with 200 marines aboard"."""
    sent, i = object_of(sentence.phrases, verb), people.group.preposition
    tokens = sentence.sentence.tokens
    near = i is not None and sent is not None and sent.last in {i - 1, i - 1 - (tokens[i - 1].lower == ",")}
    if sent is None or i is None or not near or tokens[i].lower != "with":
        return False
    return is_carrier(sentence, sent)


def ride_with(sentence: SentenceReading, doer: NounGroup, people: People) -> bool:
    """Tell whether people go with what moves: "a convoy with 30 soldiers arrived", "lorries carrying 80 men"."""
    loaded = sentence.phrases.at[people.first - 1] if people.first else None
    if isinstance(loaded, VerbGroup) and loaded.gerund and loaded.lemma in {"carry", "transport", "take", "ferry"}:
        whose = subject_of(sentence.phrases, loaded)
        return whose is doer or (whose is not None and whose.first - doer.last <= _OF_MANY and whose.first > doer.last)
    tokens, i = sentence.sentence.tokens, people.group.preposition
    beside = [t.lower for t in tokens[people.last + 1 : doer.first]] == [",", "and"] and i is not None and i > 1
    carrier = sentence.phrases.at[i - 2] if beside and i is not None and tokens[i - 1].text == "," else None
    if isinstance(carrier, NounGroup) and i is not None and tokens[i].lower == "with":
        return is_carrier(sentence, carrier)  # "a carrier, with 5,000 sailors, and three destroyers have reached"
    end = doer.last
    if tokens[min(end + 1, len(tokens) - 1)].lower == "of" and isinstance(
        of := sentence.phrases.at[end + 2], NounGroup
    ):
        end = of.last  # "a squadron of jets with 90 airmen"
    start = end + 1 + (end + 1 < len(tokens) and tokens[end + 1].lower == ",")
    along = i is not None and i == start and tokens[i].lower in {"with", "carrying"}
    return along and is_carrier(sentence, doer)


def is_carrier(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell a ship, a convoy or a unit, with whom people go: "a convoy of lorries", "the frigate Reina Sofia"."""
    words = {t.lower for t in sentence.sentence.tokens[group.first : group.last + 1]}
    head = sentence.sentence.tokens[group.head].lower
    return head in force_words("units") | force_words("carriers") or not words.isdisjoint(force_words("ships"))


#: tokens from "a convoy" to the vehicles of it
_OF_MANY = 3
