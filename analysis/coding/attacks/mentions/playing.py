"""Playing: sentences about sport, art and page furniture, in which words of attack tell of none."""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup


def is_elsewhere(sentence: SentenceReading) -> bool:
    """Tell a sentence about a match or a story, or a line that is a label of the page."""
    lists = peace_words()
    if sentence.words & lists["sport"] and not sentence.words & (words().harmed - _PLAYED):
        return True
    return _is_label(sentence) or (bool(sentence.words & lists["fictions"]) and _is_story(sentence))


#: what is shot and fired in games too
_PLAYED = frozenset({"rocket", "rockets", "shot"})


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
