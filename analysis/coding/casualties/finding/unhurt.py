"""Nobody hurt, told by a verb denied: "without hurting anyone", "did not kill or wound any civilians"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, verb_outcomes
from analysis.coding.casualties.reality.habits import is_usual
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.kinds import kind_of
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier, Quantity

_ANY = frozenset({"anyone", "anybody", "any"})
_OUTCOMES = frozenset({Outcome.KILLED, Outcome.INJURED})


def find_unhurt(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures of zero that a denied verb of harm gives, in the order of the verbs."""
    if reading.words.isdisjoint(_ANY):
        return
    denied: VerbGroup | None = None
    for verb in reading.phrases.verbs:
        outcome = Outcome.INJURED if verb.lemma == "harm" else verb_outcomes().get(verb.lemma)
        if outcome not in _OUTCOMES or verb.passive or not _is_denied(reading, verb, denied):
            continue
        if is_usual(reading, verb.first):
            continue
        denied = verb
        whom = object_of(reading.phrases, verb) or _shared(reading, verb)
        if whom is not None and reading.sentence.tokens[whom.first].lower in _ANY:
            yield _nobody(reading, verb, outcome, whom)


def _is_denied(reading: SentenceReading, verb: VerbGroup, denied: VerbGroup | None) -> bool:
    """Tell whether a verb is denied: "without hurting", "did not hurt", "failed to hurt", "not kill or *wound*"."""
    tokens = reading.sentence.tokens
    before = tokens[verb.first - 1].lower if verb.first else ""
    if denied is not None and before in {"or", "nor", "and"} and reading.phrases.at[verb.first - 2] is denied:
        return True
    if verb.gerund and not verb.finite:
        return before == "without"
    holding = reading.phrases.at[verb.first - 1] if verb.first else None
    if verb.infinitive:
        return isinstance(holding, VerbGroup) and holding.lemma == "fail" and holding.modal is None
    return verb.negated and verb.finite and verb.modal is None and tokens[verb.first].lower in _PAST


_PAST = frozenset({"did", "didn't", "has", "had", "have", "hasn't", "hadn't", "haven't"})


def _shared(reading: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the object that two verbs share: "kill or wound anyone"."""
    tokens, i = reading.sentence.tokens, verb.last + 2
    other = reading.phrases.at[i] if i < len(tokens) and tokens[i - 1].lower in {"or", "and"} else None
    return object_of(reading.phrases, other) if isinstance(other, VerbGroup) else None


def _nobody(reading: SentenceReading, verb: VerbGroup, outcome: Outcome, whom: NounGroup) -> Figure:
    tokens = reading.sentence.tokens
    token = tokens[whom.first]
    kind = kind_of(reading, whom, False) if token.lower == "any" else None
    told = kind is not None and not kind.elliptical
    nation, role, group = (kind.nation, kind.role, kind.group) if told and kind else (None, Role.UNSPECIFIED, None)
    quantity = Quantity(0, 0, Qualifier.EXACT, token.text, token.start, token.end)
    people = Victims(quantity, nation, role, group, whom.first, whom.last, elliptical=not told)
    return Figure(outcome, people, verb.first, verb.last, "none hurt")
