"""Who a person of whom only the name is told was, by an earlier sentence: "the commander Ali Hassan"; "Hassan died".

The name must stand there with a title, a trade or an apposition: "Ali Hassan, a reporter for the paper,". The sentence
nearest before decides that says a role.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists_back import with_complement_head
from analysis.language.grammar.phrases import NounGroup

#: sentences back in which a person is introduced
_BACK = 25
#: words between a name's comma and what the person was: "X, once *the* chief of"
_FORMERLY = frozenset({"once", "formerly", "then", "also", "now", "long", "later"})


def of_named_before(sentences: Sequence[SentenceReading], sentence: SentenceReading, victims: Victims) -> Victims:
    """Return one person told by the name alone with what an earlier sentence says the person was."""
    one = victims.quantity.low == victims.quantity.high == 1 and not victims.noun
    if not (one and victims.name) or victims.role is not Role.UNSPECIFIED:
        return victims
    surname = victims.name[-1].lower()
    for earlier in reversed(sentences[max(0, sentence.number - _BACK) : sentence.number]):
        if surname in earlier.words and (told := _introduced(earlier, surname)) is not None:
            nation = victims.nationality or told.nationality
            return replace(victims, role=told.role, nationality=nation, group=victims.group or told.group)
    return victims


def _introduced(sentence: SentenceReading, surname: str) -> Victims | None:
    """Return the person of a surname as a sentence introduces him, or None where it says no role."""
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        if tokens[group.last].lower != surname or not tokens[group.last].text[0].isupper():
            continue
        titled, apposed = read_victims(sentence, group), _apposed(sentence, group)
        told = [v for v in (titled, apposed) if v is not None and v.role is not Role.UNSPECIFIED]
        if told:
            nation = next((v.nationality for v in told if v.nationality), None)
            return replace(told[0], nationality=nation, group=next((v.group for v in told if v.group), None))
    return None


def _apposed(sentence: SentenceReading, group: NounGroup) -> Victims | None:
    """Read what a comma on either side of a name says that the person is, or None."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    if group.first > 1 and tokens[group.first - 1].text == ",":
        before = sentence.noun_at(group.first - 2)  # "its leader, Ali Hassan"
        people = read_victims(sentence, with_complement_head(sentence, before)) if before is not None else None
        if people is not None and people.quantity.low == 1:
            return people
    i += i < len(tokens) and tokens[i].text in {",", "("}
    i += i < len(tokens) and tokens[i].lower in _FORMERLY
    behind = sentence.noun_at(i) if i > group.last + 1 else None
    people = read_victims(sentence, behind) if behind is not None else None
    return people if people is not None and people.quantity.low == 1 and not people.name else None
