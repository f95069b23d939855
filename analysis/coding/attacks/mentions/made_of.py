"""What an attack was made of: "an attack with four air strikes", "107 operations, including sniper fire"."""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import outer
from analysis.coding.attacks.numbers.counts import whole_counted
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def is_and_weapon(a: Mention, b: Mention) -> bool:
    """Tell "shot down three missiles and several drones launched by rebels": two weapons of one attack."""
    first, second = a.weapon, b.weapon
    if first is None or second is None or second.first < 2:
        return False
    joined = b.sentence.sentence.tokens[second.first - 1].lower == "and" and first.last == second.first - 2
    return joined and b.verb is not None and b.verb.first == second.last + 1


def is_made_of(a: Mention, b: Mention) -> bool:
    """Tell "an attack with four air strikes", "an assault by rifle fire": what the attack was made of."""
    second = b.event
    if second is None or b.weapon is not None or (a.weapon is not None and a.event is not None):
        return False
    around = outer(b.sentence.phrases, second)
    if a.event is None and a.verb is not None and _is_done_with(a.verb, around, b):
        return True  # "jets targeted a village with four raids"
    with_it = around.preposition is not None and around.preposition == a.last + 1
    word = b.sentence.sentence.tokens[around.preposition].lower if around.preposition is not None else ""
    return with_it and word in {"with", "by", "through", "via"}


def _is_done_with(verb: VerbGroup, around: NounGroup, b: Mention) -> bool:
    phrases = b.sentence.phrases
    before = phrases.at[around.first - 2] if around.first > 1 else None
    if isinstance(before, NounGroup) and phrases.sentence.tokens[around.first - 1].lower == "and":
        around = before  # "attacked with explosives and rifle fire"
    opens = around.preposition is not None and phrases.sentence.tokens[around.preposition].lower == "with"
    return opens and verb.last < around.first and not any(verb.last < v.first < around.first for v in phrases.verbs)


def is_listed(a: Mention, b: Mention) -> bool:
    """Tell "107 operations, including attacks, sniper fire and bombardment": kinds of what is counted."""
    first, second = a.event, b.event
    if first is None or second is None or a.weapon is not None or b.weapon is not None or a.last > second.first:
        return False
    phrases = b.sentence.phrases
    if phrases.tags[second.first] not in {Tag.NOUN, Tag.ADJECTIVE} or any(
        a.last < v.first < second.first for v in phrases.verbs
    ):
        return False
    before = phrases.sentence.tokens[second.first - 1].lower
    return before in {",", "and"} and whole_counted(a) is not None
