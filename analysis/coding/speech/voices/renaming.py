"""Renaming: which name of a text "the brigade", "the operations room", "the city council" shortens.

A name is shortened to its last words. A state's bodies have one bare name for all states ("the army", "the ministry"),
which is asked of what the text is about; here only bodies count that have a name of their own.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.reading import SentenceReading
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag

Span = tuple[int, int]
#: sentences before in which the name is looked for
_BACK = 12


def renamed(
    sentences: Sequence[SentenceReading], sentence: SentenceReading, span: Span
) -> tuple[SentenceReading, Span] | None:  # fmt: skip
    """Return the name that the tokens of `span`, the article before them left out, shorten, or None."""
    tokens = sentence.sentence.tokens[span[0] : span[1] + 1]
    small = all(token.text.islower() for token in tokens) or len(tokens) == 1  # "the Guard"
    if tokens[-1].lower not in titles()["named_again"] or not small:
        return None
    return named_again(sentences, sentence.number, [token.lower for token in tokens])


def named_again(
    sentences: Sequence[SentenceReading], number: int, words: Sequence[str]
) -> tuple[SentenceReading, Span] | None:
    """Return the last name before sentence `number` that ends with these words in lower case, or None.

    "the *Suleiman Brigade*", "the *Delta operations room*", "the *Workers' Party of Aleria*".
    """
    for k in range(number - 1, max(number - _BACK, -1), -1):
        before = sentences[k]
        if not before.words.issuperset(words) or before.sentence.capitals:
            continue
        tokens = before.sentence.tokens
        for group in reversed(before.phrases.nouns):
            for head in range(group.last, group.first + len(words) - 1, -1):
                if [t.lower for t in tokens[head - len(words) + 1 : head + 1]] == list(words):
                    span = _whole_name(before, group.first, head, len(words))
                    if span is not None:
                        return before, span
    return None


def _whole_name(sentence: SentenceReading, first: int, head: int, length: int) -> Span | None:
    """Return the name that ends at token head, "of Aleria" behind it with it; None where no name stands before it."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    start = first
    while start < head and phrases.tags[start] in {Tag.DETERMINER, Tag.ADJECTIVE} and tokens[start].text.islower():
        start += 1
    start += start == 0 and phrases.tags[0] is Tag.DETERMINER
    own = tokens[start : head - length + 1]
    if not own or not own[-1].text[0].isalnum() or not (own[-1].text[0].isupper() or own[-1].text[0].isdigit()):
        return None
    if own[0].text.isdigit() and tokens[head].text.islower():
        return None  # "2 fronts"
    after = phrases.at[head + 2] if head + 2 < len(tokens) else None
    tail = isinstance(after, NounGroup) and tokens[head + 1].lower == "of" and tokens[head].text[0].isupper()
    return start, after.last if tail and isinstance(after, NounGroup) else head
