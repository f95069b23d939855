"""Raiders: who did what an event names, as the subject of what was done in it: "killed two men in a raid"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.answering import RESPONDING
from analysis.coding.attacks.clauses.grammar import agent_of, conjuncts
from analysis.coding.attacks.doers.armed import is_armed, is_capital
from analysis.coding.attacks.nouns import is_event, lemma, outer, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.text.forms import is_plural


def find_raider(sentence: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the armed subject of "killed two men in a raid", "arrested six during one", "answered with raids"."""
    phrases, w = sentence.phrases, words()
    joined = (
        phrases.at[group.first - 2]
        if group.first > 1 and phrases.sentence.tokens[group.first - 1].lower == "and"
        else None
    )
    if isinstance(joined, NounGroup) and group.preposition is None and lemma(phrases, joined) in w.modifiers:
        group = joined  # "during an air and ground assault"
    around = outer(phrases, group)  # "in a trio of raids"
    word = phrases.sentence.tokens[around.preposition].lower if around.preposition is not None else ""
    before = [v for v in phrases.verbs if v.last < group.first and (v.finite or _is_claimed(phrases, v))]
    if around.preposition == 0 and not before:  # "In a raid on Sunday, soldiers killed three"
        before = [v for v in phrases.verbs if v.first > group.last and v.finite][:1]
    verb = before[-1] if before else None
    if verb is not None and verb.passive:
        return _killer(sentence, verb) if word in {"in", "during"} else None
    if verb is None:
        return None
    ordered = word == "in" and verb.lemma == "call" and around.preposition == verb.last + 1  # "called in air strikes"
    caught = ordered or (word in {"in", "during"} and verb.lemma in w.catching | w.harming)
    head = phrases.sentence.tokens[group.head].lower
    answers = is_plural(head) or head in w.masses or verb.lemma in RESPONDING
    means = word == "with" and answers  # "hit back with air strikes", "answered with a missile attack"
    if not caught and (not means or verb.lemma in w.blaming | w.charging or verb.negated):
        return None
    subject = subject_of(phrases, verb)
    sides = conjuncts(phrases, subject) if subject is not None else []
    named = next((g for g in sides if is_armed(sentence, g) and not is_event(phrases, g)), None)
    if named is None and subject is not None and means and is_capital(sentence, subject):
        return subject  # "Washington hit back with strikes"
    own = subject is not None and phrases.sentence.tokens[subject.head].lower in {"it", "they", "we"}
    return subject if named is None and own else named  # "said it had killed 20 in raids"


def _killer(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the armed agent of "was killed *by Thule* in an air strike", who is no weapon, or None."""
    phrases = sentence.phrases
    agent = agent_of(phrases, verb.last) if verb.lemma in words().harming | words().catching else None
    armed = agent is not None and is_armed(sentence, agent) and not is_event(phrases, agent)
    return agent if armed and agent is not None and weapon_type(phrases, agent) is None else None


def _is_claimed(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "claimed *to have killed* 60 in an attack"."""
    claim = phrases.at[verb.first - 1] if verb.first and verb.infinitive else None
    return isinstance(claim, VerbGroup) and claim.finite and not claim.passive and claim.lemma in words().alleging
