"""Reality: whether a verb or an event noun speaks of a threat, a plan, or what did not happen."""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.tags import Tag


def is_unreal(phrases: Phrases, verb: VerbGroup | None, noun: NounGroup | None) -> bool:
    """Tell whether a verb, or the noun that it has as its object, speaks of a threat, a plan or what did not happen."""
    w = words()
    tokens = phrases.sentence.tokens
    if verb is not None and (verb.negated or verb.modal in w.unreal_modals or _is_aim(phrases, verb)):
        return True
    if noun is None:
        return False
    if any(tokens[i].lower in w.unreal_words for i in range(noun.first, noun.head)):
        return True
    before = noun.preposition if noun.preposition is not None else noun.first
    governor = phrases.at[before - 1] if before > 0 else None
    if isinstance(governor, NounGroup):
        return lemma(phrases, governor) in w.unreal_nouns
    if isinstance(governor, VerbGroup):
        return governor.lemma in w.unreal_verbs or is_unreal(phrases, governor, None)
    return False


def _is_aim(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a purpose or plan ("plans to strike", "ability to conduct") from a fact ("continued to fire")."""
    tokens, w = phrases.sentence.tokens, words()
    before = phrases.at[verb.first - 1] if verb.first > 0 else None
    if verb.infinitive:
        return not (isinstance(before, VerbGroup) and before.lemma in w.factual)
    if isinstance(before, VerbGroup) and before.lemma in w.unreal_verbs and verb.gerund:
        return True
    if verb.first > 0 and tokens[verb.first - 1].lower in {"from", "of", "at"} and verb.gerund:
        governor = phrases.at[verb.first - 2] if verb.first > 1 else None
        if isinstance(governor, NounGroup):
            return lemma(phrases, governor) in w.unreal_nouns or tokens[verb.first - 1].lower == "from"
        if isinstance(governor, VerbGroup):
            return governor.lemma in w.unreal_verbs
    before_words = {tokens[i].lower for i in range(max(0, verb.first - 6), verb.first)}
    return bool(before_words & {"if", "unless"}) or ("when" in before_words and phrases.tags[verb.head] is Tag.VERB)
