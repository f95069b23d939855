"""Whether officers, recruits and cadets are of the police: by the last sentence that tells of soldiers or police."""

from __future__ import annotations

from analysis.coding.casualties.figures import harm_set
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims
from analysis.language.grammar.clauses import subject_of


def is_of_police(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell whether "two officers" are policemen: the last sentence to tell of either tells of police alone."""
    if victims.noun not in _UNIFORMED or victims.role is not Role.MILITARY or victims.nationality is not None:
        return False
    near: SentenceReading | None = sentence
    if victims.noun != "officer" and (sentence.words & (_ARMY | _POLICE)) <= _tellers(sentence):
        near = sentence.before  # "two recruits were hurt, police said"
    for _ in range(_OFFICERS):
        if near is None or not near.words.isdisjoint(_ARMY | _POLICE):
            break
        near = near.before
    return near is not None and not near.words.isdisjoint(_POLICE) and near.words.isdisjoint(_ARMY)


def _tellers(sentence: SentenceReading) -> set[str]:
    """Return the words for those who say something in a sentence."""
    told = [subject_of(sentence.phrases, verb) for verb in sentence.phrases.verbs if verb.lemma in _TELLING]
    return {sentence.sentence.tokens[group.head].lower for group in told if group is not None}


_TELLING = frozenset({"say", "tell", "report", "confirm", "add", "announce"})
#: nouns that armies and police forces have alike
_UNIFORMED = frozenset({"officer", "recruit", "cadet", "trainee", "commando", "jawan", "trooper"})
#: sentences, their own counted, in which police or soldiers tell of what "two officers" are
_OFFICERS = 4
_POLICE = frozenset({"police", "policeman", "policemen", "constable", "constables", "gendarmes", "gendarmerie"})
_ARMY = harm_set("words_of_army")
