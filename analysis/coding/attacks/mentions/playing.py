"""Playing: sentences about sport, art and page furniture, in which words of attack tell of none."""

from __future__ import annotations

from itertools import pairwise

from analysis.coding.attacks.nouns import is_event, lemma
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup


def is_elsewhere(sentence: SentenceReading) -> bool:
    """Tell a sentence about a match or a story, or a line that is a label of the page."""
    lists = peace_words()
    if sentence.words & lists["sport"] and not sentence.words & (words().harmed - _PLAYED):
        return True
    if _is_label(sentence) or (bool(sentence.words & lists["fictions"]) and _is_story(sentence)):
        return True
    return bool(sentence.words & lists["drilling"]) and _is_drill(sentence)


#: what is shot and fired in games too
_PLAYED = frozenset({"rocket", "rockets", "shot"})


def _is_drill(sentence: SentenceReading) -> bool:
    """Tell "troops fire shells during a drill", "a recruit opens fire as trainers watch", where nothing was hit."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    struck = words().landing | words().harming
    if sentence.words & _LOSSES or any(v.lemma in struck for v in phrases.verbs):
        return False
    if any(is_event(phrases, g) and lemma(phrases, g) != "fire" for g in phrases.nouns):
        return False
    drilling = peace_words()["drilling"]
    drills = (g for g in phrases.nouns if g.preposition is not None and lemma(phrases, g) in drilling)
    within = any(tokens[g.preposition or 0].lower in _WITHIN for g in drills)
    return within or any(a.lower in drilling and b.lower in _WATCHING for a, b in pairwise(tokens))


_WATCHING = frozenset({"watch", "watches", "watched", "look", "looked", "observe", "observed"})
_LOSSES = frozenset({"dead", "deaths", "death", "casualties", "toll"})
_WITHIN = frozenset({"in", "during"})


def _is_label(sentence: SentenceReading) -> bool:
    """Tell "Tags: attack, drone", "Figure 3: Attacks by type", and a heading of one word."""
    tokens = sentence.sentence.tokens
    if len(tokens) == 1:
        return True
    colon = next((i for i, t in enumerate(tokens[:3]) if t.text == ":"), 0)
    return colon > 0 and tokens[0].lower in peace_words()["labels"]


def _is_story(sentence: SentenceReading) -> bool:
    """Tell "In the novel, rebels storm the palace", "the film tells of a clerk who shoots his boss"."""
    phrases, tokens, lists = sentence.phrases, sentence.sentence.tokens, peace_words()
    first = phrases.nouns[0] if phrases.nouns else None
    if not isinstance(first, NounGroup) or lemma(phrases, first) not in lists["fictions"] or first.first > 2:
        return False
    if first.preposition is not None:
        return tokens[first.preposition].lower == "in"
    verb = next((v for v in phrases.verbs if v.finite), None)
    return verb is not None and verb.lemma in lists["narrating"]
