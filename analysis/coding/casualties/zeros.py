"""Nobody killed, nobody hurt: "no casualties" is a figure of zero for the killed and one for the injured.

"No immediate reports of casualties" says that nothing is known, and makes no row.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.nations import nation_at, nation_in
from analysis.coding.people import role_by_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.language.phrases import VerbGroup
from analysis.language.quantities import Qualifier, Quantity
from analysis.vocabulary import read_vocabulary

_NOBODY = frozenset({"nobody", "no-one", "none"})


def find_zeros(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures of zero that a sentence gives."""
    tokens = reading.sentence.tokens
    if not reading.words.isdisjoint(harm_set("open_ended")):
        return
    past = -1
    for i, token in enumerate(tokens):
        lower = token.lower
        if i <= past:
            continue
        if lower in {"no", "without", "zero"} or (
            lower in {"any", "casualties", "injuries"} and _denied_before(reading, i)
        ):
            for figure in _none_of(reading, i):
                past = figure.last
                yield figure
        elif lower in _NOBODY or (lower == "one" and i and tokens[i - 1].lower == "no"):
            yield from _nobody(reading, i)


def _none_of(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "no casualties", "without injuries", "no deaths or injuries", "no loss of life"."""
    tokens, none = reading.sentence.tokens, read_vocabulary("harm")["none"]
    told: list[str] = []
    last = i
    for j in range(i, min(i + 7, len(tokens))):
        lower = tokens[j].lower
        if lower in {"life", "lives"} and j and tokens[j - 1].lower == "of":
            told.append("killed")
        elif lower in none:
            told.extend(none[lower])
        elif (
            j > i and lower not in harm_set("none_between") and not _is_causing(reading, j) and not _is_kind(reading, j)
        ):
            break
        else:
            continue
        last = j
    for outcome in dict.fromkeys(told):
        yield _zero(reading, Outcome(outcome), i, last, "none")


def _is_kind(reading: SentenceReading, j: int) -> bool:
    """Tell whether a word says whose casualties there were none ("no U.S. casualties", "no coalition deaths")."""
    tokens = reading.sentence.tokens
    return (
        nation_at(tokens, j) is not None
        or role_by_words((tokens[j].lower,)) is not None
        or tokens[j].lower == "coalition"
    )


def _is_causing(reading: SentenceReading, j: int) -> bool:
    verb = reading.phrases.at[j]
    return isinstance(verb, VerbGroup) and verb.lemma in harm_set("bringing")


def _denied_before(reading: SentenceReading, i: int) -> bool:
    """Tell whether a negated verb of causing stands right before: "did not cause any casualties"."""
    at = reading.phrases.at
    for j in range(i - 1, max(-1, i - 3), -1):
        verb = at[j]
        if isinstance(verb, VerbGroup):
            return verb.negated and verb.lemma in harm_set("bringing") and verb.modal is None
    return False


def _nobody(reading: SentenceReading, i: int) -> Iterator[Figure]:
    """Find "nobody was hurt", "no one was killed or injured"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    j = i + 1
    outcomes: list[Outcome] = []
    last = i
    while j < min(i + 10, len(tokens)):
        verb = at[j]
        if isinstance(verb, VerbGroup):
            outcome = verb_outcomes().get(verb.lemma) or (Outcome.KILLED if verb.lemma == "die" else None)
            if outcome is None or verb.modal is not None:
                break
            outcomes.append(outcome)
            j = last = verb.last
        elif tokens[j].lower in {"harmed", "hurt", "injured"} and verb is None:
            outcomes.append(Outcome.INJURED)
            last = j
        elif tokens[j].lower not in harm_set("nobody_between"):
            break
        j += 1
    for outcome in dict.fromkeys(outcomes):
        yield _zero(reading, outcome, i, last, "nobody")


def _zero(reading: SentenceReading, outcome: Outcome, first: int, last: int, rule: str) -> Figure:
    tokens = reading.sentence.tokens
    token = tokens[first - 1] if tokens[first].lower == "one" else tokens[first]
    end = tokens[first].end
    text = reading.source.text[token.start : end]
    quantity = Quantity(0, 0, Qualifier.EXACT, text, token.start, end)
    nation = nation_in(tokens, first, last)
    role = role_by_words(t.lower for t in tokens[first : last + 1]) or Role.UNSPECIFIED
    return Figure(outcome, Victims(quantity, nation, role, None, first, last, elliptical=True), first, last, rule)
