"""Unaimed: verbs of attacking that name nobody, or only behind "at": "gunmen attacked at dawn", "hit back at us"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import agent_of, aim_of, has_particle
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag

#: verbs that attack without an object
_ALONE = frozenset({"attack", "strike"})
#: what follows "struck" where it is something else or has an object that order does not show
_NOT_ALONE = frozenset({"out", "up", "off", "down", "back", '"', "“", "‘", "'", "(", ","})


def is_at_nobody(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None) -> bool:
    """Tell "gunmen attacked at dawn", "jets struck again", which say nothing of whom or what."""
    if verb.passive and not _is_bare_participle(verb):
        return False
    if doer is None or verb.lemma not in _ALONE or phrases.tags[doer.head] is Tag.PRONOUN:
        return False
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    return (verb.finite or verb.passive) and after not in _NOT_ALONE


def find_unaimed(sentence: SentenceReading, verb: VerbGroup) -> tuple[NounGroup | None, NounGroup] | None:
    """Find whom, if anybody, and who, of "gunmen attacked in the night", which order takes for those attacked.

    None where order reads the verb rightly: where it has an object or an agent, or another verb tells of its noun.
    """
    phrases = sentence.phrases
    back = has_particle(phrases, verb, "back")
    if verb.lemma not in _ALONE and not (back and verb.lemma in {"hit", "fire", "shoot"}):
        return None
    doer = subject_of(phrases, verb)
    if doer is None or (doer.preposition is not None) or doer.temporal or not is_armed(sentence, doer):
        return None
    if back:
        target = aim_of(phrases, verb.last + 1)
        return None if (verb.passive and verb.finite) or target is None else (target, doer)
    if not _is_bare_participle(verb) or doer.last != verb.first - 1 or agent_of(phrases, verb.last) is not None:
        return None
    return None if _has_other_verb(phrases, verb) else (None, doer)


def _is_bare_participle(verb: VerbGroup) -> bool:
    """Tell a participle on its own, which may as well be a past tense."""
    return verb.passive and not verb.finite and verb.first == verb.head


def _has_other_verb(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "soldiers attacked in the north *fled*": the noun has another verb in its clause."""
    for i in range(verb.last + 1, len(phrases.at)):
        group = phrases.at[i]
        if isinstance(group, VerbGroup) and group.finite:
            return True
        if phrases.tags[i] in {Tag.MARK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.CONJUNCTION}:
            return False
    return phrases.sentence.tokens[-1].text != "."
