"""Hit places: attacks that are counted by the places they hit ("bombed three villages", "shelling of five towns")."""

from __future__ import annotations

from analysis.coding.attacks.days.when import is_long
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, outer
from analysis.coding.attacks.numbers.counts import quantity_in
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import PlaceKind
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.text.forms import is_plural


def count_targets(mention: Mention) -> Quantity | None:
    """Return how many places a verb says were attacked ("bombed several villages"): each is an attack."""
    target, phrases = _whole_of_sites(mention), mention.sentence.phrases
    run = any(is_long(d) for d in mention.sentence.dates)
    known = target is not None and (
        lemma(phrases, target) in words().sites
        or phrases.sentence.tokens[target.head].lower in _SETTLEMENTS
        or (run and mention.verb is not None and mention.verb.lemma in words().wrecking)
    )
    if target is None or not known or lemma(phrases, target) == "vehicle":
        return None
    done = next((v for v in reversed(phrases.verbs) if v.last < target.first), None)  # "the shelling destroyed homes"
    deed = mention.verb or (done if mention.event is not None and mention.last < target.first else None)
    if not run and deed is not None and deed.lemma in _WRECKING:
        return None
    if not run and _is_in_one_town(mention, target):
        return None  # "hit three houses in the town of X"
    counted = mention.target if mention.target is not None else target
    quantity = quantity_in(mention, counted.first, target.head) or _some_settlements(mention, target)
    return quantity if quantity is not None and quantity.low is not None and quantity.low > 1 else None


_WRECKING = words().wrecking_houses


def _whole_of_sites(mention: Mention) -> NounGroup | None:
    """Return the sites of "five of the group's sites", or what was hit itself."""
    target, phrases = mention.target, mention.sentence.phrases
    if target is None or not target.bare:
        return target
    return phrases.noun_behind(target.last, "of") or target


def is_one_site(mention: Mention) -> bool:
    """Tell one of the places that several attacks hit: "*one of the sites* bombed on Friday"."""
    target, tokens = mention.target, mention.sentence.sentence.tokens
    if target is None or tokens[target.head].lower != "one" or target.first != target.head:
        return False
    whole = mention.sentence.phrases.noun_behind(target.last, "of")
    return (
        whole is not None
        and tokens[whole.first].lower == "the"
        and lemma(mention.sentence.phrases, whole) in words().sites
    )


def _is_in_one_town(mention: Mention, target: NounGroup) -> bool:
    """Tell buildings and posts of one town from villages, and from sites anywhere."""
    tokens = mention.sentence.sentence.tokens
    if tokens[target.head].lower in _SETTLEMENTS | _ANYWHERE:
        return False
    behind = [p.place for p in mention.sentence.places if 0 < p.first - target.last <= _NEAR]
    return len({p.name for p in behind}) == 1 and behind[0].kind is not PlaceKind.COUNTRY


#: tokens from what was hit to the town
_NEAR = 9
_ANYWHERE = frozenset({"sites", "targets", "locations", "places", "areas", "positions", "bases", "camps"})


def _some_settlements(mention: Mention, target: NounGroup) -> Quantity | None:
    """Return the vague number of "bombarded villages in the east", which none of them is named of."""
    tokens = mention.sentence.sentence.tokens
    word, after = tokens[target.head], tokens[target.last + 1].lower if target.last + 1 < len(tokens) else ""
    if word.lower not in _SETTLEMENTS or target.first != target.head or after == "of" or mention.event is not None:
        return None
    return Quantity(2, None, Qualifier.VAGUE, word.text, word.start, word.end)


_SETTLEMENTS = frozenset({"villages", "towns", "cities", "districts", "neighborhoods", "neighbourhoods", "settlements"})


def is_mass(mention: Mention) -> bool:
    """Tell "the shelling", "bombardment", which is of as many places as it hit."""
    event = mention.event if mention.weapon is None else None
    return event is not None and lemma(mention.sentence.phrases, event) in words().masses - {"violence", "aggression"}


_POSTS = words().posts - {"facility", "interest", "position"}


def is_each(mention: Mention) -> bool:
    """Tell what is counted by its places: shelling, and uncounted "attacks on three villages"."""
    if is_mass(mention):
        return True
    event, target, tokens = mention.event, mention.target, mention.sentence.sentence.tokens
    if event is None or mention.weapon is not None or target is None or not is_plural(tokens[event.head].lower):
        return False
    if tokens[event.first].lower == "the" or outer(mention.sentence.phrases, event) is not event:
        return False
    return tokens[target.head].lower in _SETTLEMENTS or lemma(mention.sentence.phrases, target) in _POSTS
