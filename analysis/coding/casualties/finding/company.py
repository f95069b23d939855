"""People beside a verb of harm, neither its subject nor its object: "whom the police killed", "along with two"."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims, quantity_in
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def relative_object(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people before "whom" or "that" and a subject: "demonstrators whom the police killed"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    subject = subject_of(reading.phrases, verb)
    i = subject.first - 1 if subject is not None else 0
    antecedent = at[i - 1] if i > 0 and tokens[i].lower in {"whom", "that", "who"} else None
    if subject is None or subject.last >= verb.first or not isinstance(antecedent, NounGroup):
        return []
    outer = with_complement_head(reading, antecedent)
    if outer.bare and quantity_in(reading, antecedent.first, antecedent.last) is not None:
        outer = antecedent  # "40 of the 120 miners whom they had abducted"
    return read_list_back(reading, outer)


def company(reading: SentenceReading, last: int) -> list[Victims]:
    """Read those who shared the fate of a subject: "was killed along with two bodyguards"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    when = (
        at[last + 2]
        if last + 2 < len(tokens) and tokens[last + 1].lower in {"on", "in", "at", "late", "early"}
        else None
    )
    if isinstance(when, NounGroup) and (when.temporal or tokens[last + 1].lower in {"in", "at"}):
        last = when.last  # "was killed on Thursday along with two of his men"
    for words in (("along", "with"), ("together", "with"), ("alongside",)):
        i = last + 1 + len(words)
        if tuple(t.lower for t in tokens[last + 1 : i]) == words and i < len(at):
            group = at[i]
            return read_list(reading, group) if isinstance(group, NounGroup) else []
    return []


def is_his(reading: SentenceReading, victims: Victims) -> bool:
    """Tell whether one person is another's: "was killed along with his aide"."""
    return victims.quantity.low == 1 and reading.sentence.tokens[victims.first].lower in {"his", "her", "their"}
