"""What the rest of the sentence makes of people: seamen of a merchant ship, soldiers where a state's force is hit.

Only what the sentence says is taken: "rockets hit a Turkish base, killing two soldiers" tells whose soldiers they are,
unless forces of more than one state are hit in it.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.nations import nation_in
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup
from analysis.vocabulary import read_vocabulary

_WORDS = {name: frozenset(words) for name, words in read_vocabulary("surroundings").items()}


def of_trade(sentence: SentenceReading, victims: Victims) -> Victims:
    """Return seamen as civilians where a sentence is about merchant ships: "sank a tanker and killed four sailors"."""
    if victims.noun not in _WORDS["seamen"] or victims.role is not Role.MILITARY:
        return victims
    trade = not sentence.words.isdisjoint(_WORDS["ships"]) and sentence.words.isdisjoint(_WORDS["fleets"])
    return replace(victims, role=Role.CIVILIAN) if trade else victims


def of_hit_force(sentence: SentenceReading, victims: Victims) -> Victims:
    """Give soldiers of no nation that of the one state whose force their sentence says to be hit."""
    if victims.role is not Role.MILITARY or victims.nationality or victims.group or victims.definite:
        return victims
    if sentence.words.isdisjoint(_WORDS["forces"]):
        return victims
    nations = {nation for group in sentence.phrases.nouns if (nation := _nation_hit(sentence, group, victims))}
    return replace(victims, nationality=nations.pop()) if len(nations) == 1 else victims


def _nation_hit(sentence: SentenceReading, group: NounGroup, victims: Victims) -> str | None:
    """Return the state of a force that a noun group names as hit, or None."""
    tokens = sentence.sentence.tokens
    if tokens[group.head].lower not in _WORDS["forces"] or group.first <= victims.first <= group.last:
        return None
    nation = nation_in(tokens, group.first, group.head)
    if nation is None or not _is_hit(sentence, group):
        return None
    return nation


def _is_hit(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a force is attacked: "attacks on", "against", the object of "hit", the subject of "was hit"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if group.preposition is not None and tokens[group.preposition].lower in _WORDS["onto"]:
        before = tokens[group.preposition - 1].lower if group.preposition else ""
        return before in _WORDS["blows"]
    outer = phrases.at[group.preposition - 1] if group.preposition else None
    if isinstance(outer, NounGroup) and tokens[group.preposition or 0].lower == "of":
        return tokens[outer.head].lower in _WORDS["forces"] and _is_hit(sentence, outer)  # "a convoy of the army"
    for verb in phrases.verbs:
        if verb.lemma in _WORDS["hitting"]:
            patient = subject_of(phrases, verb) if verb.passive else object_of(phrases, verb)
            if patient is group:
                return True
    return False
