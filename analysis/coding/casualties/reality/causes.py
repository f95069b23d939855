"""Causes that are no armed force: accidents and disease, drills and fiction, sport, crime, what proved to be false.

A sentence that speaks of such a cause and of no force has no figure; one whose verb has a thing for its subject that
is no weapon ("the fire", "a crane", "the scandal") has none where no attack is told.
"""

from __future__ import annotations

from itertools import pairwise

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Outcome
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import lemmas
from analysis.language.text.forms import parse_singular
from analysis.vocabulary import read_vocabulary

_UNTRUE, _TOLD = (frozenset(read_vocabulary("peace")[name]) for name in ("untrue", "told"))


def is_peaceful(reading: SentenceReading) -> bool:
    """Tell whether a sentence speaks of accidents, disease, sport, a drill or fiction, and of no armed force."""
    words = reading.words
    if is_heart_attack(reading) or is_staged(reading) or is_refuted(reading):
        return True
    if not words.isdisjoint(harm_set("mishaps")) and words.isdisjoint(harm_set("forceful") - harm_set("armed_people")):
        return not _is_done_by(reading, harm_set("armed_people"))
    if words.isdisjoint(harm_set("peaceful")) or not words.isdisjoint(harm_set("forceful")):
        return False
    tokens = reading.sentence.tokens  # not "children from the *malnutrition ward*"
    return any(a.lower in harm_set("peaceful") and b.lower not in harm_set("wards") for a, b in pairwise(tokens))


def are_of_mishap(reading: SentenceReading, figure: Figure) -> bool:
    """Tell some of the dead of an accident that the sentence before tells: "Two of the dead were British"."""
    before = reading.before
    if figure.rule != "part of" or before is None or before.words.isdisjoint(harm_set("mishaps")):
        return False
    return reading.words.isdisjoint(harm_set("forceful") - harm_set("armed_people")) and is_peaceful(before)


def _is_done_by(reading: SentenceReading, doers: frozenset[str]) -> bool:
    """Tell whether one of some people is the subject of an active verb of harm: "gunmen killed four in the wreck"."""
    tokens = reading.sentence.tokens
    for verb in reading.phrases.verbs:
        if verb.lemma in harm_set("doing") and not verb.passive:
            subject = subject_of(reading.phrases, verb)
            if subject is not None and tokens[subject.head].lower in doers:
                return True
    return False


def is_heart_attack(reading: SentenceReading) -> bool:
    """Tell attacks that no force makes: "a heart attack", "a shark attack"."""
    if reading.words.isdisjoint(harm_set("own_attacks")):
        return False
    force = reading.words & harm_set("forceful") - {"attack", "attacks"}
    tokens = reading.sentence.tokens
    ill = any(b.lower.startswith("attack") and a.lower in harm_set("own_attacks") for a, b in pairwise(tokens))
    return ill and not force


def is_staged(reading: SentenceReading) -> bool:
    """Tell what a drill assumes and a novel tells: "the exercise simulated an attack", "In the novel, a bomb kills"."""
    if reading.words.isdisjoint(harm_set("stages")):
        return False
    tokens = reading.sentence.tokens
    k = next((k for k, token in enumerate(tokens[:3]) if token.lower in harm_set("stages")), len(tokens))
    if k + 1 >= len(tokens):
        return False
    after = tokens[k + 1].lower
    return (after == "," and tokens[0].lower == "in") or lemmas().get(after, after.removesuffix("s")) in harm_set(
        "staging"
    )


def is_refuted(reading: SentenceReading) -> bool:
    """Tell "Reports that nine had died *proved false*", which the source itself takes back."""
    if reading.words.isdisjoint(_UNTRUE) or not reading.phrases.nouns:
        return False
    tokens, subject = reading.sentence.tokens, reading.phrases.nouns[0]
    if parse_singular(tokens[subject.head].lower) not in _TOLD or subject.preposition is not None:
        return False
    verbs = [v for v in reading.phrases.verbs if v.lemma in {"prove", "be", "turn"} and not v.negated]
    return any(t.lower in _UNTRUE for v in verbs for t in tokens[v.last + 1 : v.last + 5])


def is_by_no_force(reading: SentenceReading, figure: Figure) -> bool:
    """Tell a figure of a sentence without an attack that a thing, a crime or a vote is the cause of.

    "A wall fell on two men, killing both", "eliminated in the first round", "arrested two men who had stolen a lorry".
    """
    if not (reading.words & harm_set("forceful")) <= {"fire"}:
        return False
    if figure.outcome is Outcome.CAPTURED and not reading.words.isdisjoint(harm_set("crimes")):
        return True
    verb = next((v for v in reading.phrases.verbs if v.first == figure.first), None)
    if verb is None:
        return False
    if verb.lemma in harm_set("loose_killing"):
        return figure.victims.role not in ARMED_ROLES
    subject = subject_of(reading.phrases, verb) if not verb.passive else None
    if subject is None and verb.gerund:
        subject = next((g for g in reading.phrases.nouns if g.preposition is None), None)
    if not isinstance(subject, NounGroup):
        return False
    lower = reading.sentence.tokens[subject.head].lower
    if lower == "fire":  # no "mortar fire", and nobody "opened fire"
        return subject.head == subject.first + 1 and reading.sentence.tokens[subject.first].lower in {"a", "the"}
    return lower.removesuffix("s") in harm_set("harmless")
