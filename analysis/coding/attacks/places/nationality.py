"""Nationality: the country that the adjective of a target gives an attack ("an Iraqi base")."""

from __future__ import annotations

from functools import cache

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.actors import ActorForm
from analysis.language.actors.states import is_demonym
from analysis.vocabulary import read_vocabulary


def nationality_of(mention: Mention) -> list[str]:
    """Return the country whose adjective describes the target ("an Iraqi base", "an Iraqi military base")."""
    target, tokens = mention.target, mention.sentence.sentence.tokens
    if target is None:
        return []
    for actor in mention.sentence.actors:
        expected = actor.actor.country in _countries()
        home = actor.last < target.head and is_demonym(tokens[actor.first]) and expected
        own = expected or lemma(mention.sentence.phrases, target) not in words().posts
        adjective = (actor.form is ActorForm.DEMONYM and own) or home
        if target.first <= actor.first <= target.last and adjective and actor.actor.country:
            ground = lemma(mention.sentence.phrases, target) in words().ground  # not people, who may be anywhere
            return [actor.actor.country] if ground else []
    return []


@cache
def _countries() -> frozenset[str]:
    """Return the countries where attacks are expected: an army's base there is in it, unlike an American one."""
    return frozenset(read_vocabulary("provinces"))
