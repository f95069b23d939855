"""Hit by a blast: what a bomb went off near or in, or an explosion tore through, where no word aims at it.

"A bomb exploded outside a bank", "a blast near a patrol", "went off in a market". No town, area or road: these are the
place of an attack, not what was hit.
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def thing_beside(phrases: Phrases, last: int) -> NounGroup | None:
    """Return the bank of "exploded *on Monday outside a bank*", the first thing behind token last, or None."""
    i = last + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, VerbGroup) or phrases.sentence.tokens[i].text in {",", ";", "and"}:
            return None
        if isinstance(group, NounGroup):
            word = _relation(phrases, group)
            if _is_thing(phrases, group, word):
                return group
            passed = word or group.temporal or phrases.sentence.tokens[group.head].lower in _JUST
            if not passed or is_event(phrases, group):
                return None
            i = group.last
        i += 1
    return None


def find_hit_behind(phrases: Phrases, last: int) -> NounGroup | None:
    """Return what a word behind token last aims at, unless that is only where something went off near a thing."""
    aim = aim_of(phrases, last)
    if aim is not None and lemma(phrases, aim) not in words().grounds:
        return aim
    return thing_beside(phrases, last) or aim or _damaged(phrases, last)


def _damaged(phrases: Phrases, last: int) -> NounGroup | None:
    """Return the ship of "caused heavy damage *to a ship*", "a missile fired from X did damage to a ship", or None."""
    for verb in phrases.verbs:
        harm = object_of(phrases, verb) if verb.last >= last and verb.lemma in _DOING and not verb.passive else None
        if harm is not None and lemma(phrases, harm) in {"damage", "destruction"}:
            return phrases.noun_behind(harm.last, "to", "on", "upon")
        if verb.first > last and verb.finite:
            return None
    return None


_DOING = frozenset({"cause", "inflict", "do", "wreak"})


def is_beside(phrases: Phrases, target: NounGroup | None) -> bool:
    """Tell what something only went off near from what it hit."""
    return target is not None and bool(target.preposition) and _relation(phrases, target) in _NEAR


def _relation(phrases: Phrases, group: NounGroup) -> str:
    """Return the preposition before a group; "near" for "next to", "close to", "in front of"."""
    i, tokens = group.preposition, phrases.sentence.tokens
    if i is None:
        return ""
    before = tokens[i - 1].lower if i else ""
    beside = before in {"next", "close", "adjacent"} if tokens[i].lower == "to" else before == "front"
    return "near" if beside else tokens[i].lower


def _is_thing(phrases: Phrases, group: NounGroup, word: str) -> bool:
    """Tell a thing or people that something goes off near, in or among from a town or a stretch of land."""
    w, kind, tokens = words(), lemma(phrases, group), phrases.sentence.tokens
    if group.temporal or kind in w.grounds or is_event(phrases, group) or weapon_type(phrases, group) is not None:
        return False
    if kind in {"center", "centre", "bank"} and tokens[group.head - 1].lower in _MIDDLES:
        return False  # "the city centre", "the river bank"
    built = w.bodies | w.posts | w.named_sites.keys() | w.crowds
    if word in {"in", "within"}:
        return kind in (built | {"house", "home", "complex"}) - w.carriers
    if word not in _NEAR:
        return False
    return phrases.tags[group.head] is Tag.NOUN or (phrases.tags[group.head] is Tag.PROPER and kind in built)


_NEAR = frozenset({"near", "outside", "beside", "alongside", "under", "underneath", "beneath", "behind", "inside",
                   "among", "amid", "amidst", "through", "into", "opposite"})  # fmt: skip
_MIDDLES = frozenset({"city", "town", "village", "river"})
#: what order takes for a group of its own: "went off *right* outside a bank", "took *place* near"
_JUST = frozenset({"right", "just", "front", "place"})
