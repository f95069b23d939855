"""Passages: the sea that a ship was crossing when it was hit: "struck a tanker as it transited the Gulf of Aden"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.vessels import vessels_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.places import PlaceKind, PlaceMention


def find_passage(mention: Mention) -> PlaceMention | None:
    """Return the one sea of a sentence that the ship it was aimed at was passing through, or None."""
    target, phrases = mention.target, mention.sentence.phrases
    ship = bool(vessels_of(mention)) or (target is not None and lemma(phrases, target) in words().afloat)
    seas = [p for p in mention.sentence.places if p.place.kind is PlaceKind.SEA] if ship else []
    crossed = [p for p in seas if _is_crossed(phrases.at[p.first - 1 - _has_article(mention, p)] if p.first else None)]
    return crossed[0] if len(seas) == 1 and crossed else None


def _has_article(mention: Mention, place: PlaceMention) -> bool:
    return place.first > 1 and mention.sentence.sentence.tokens[place.first - 1].lower == "the"


def _is_crossed(verb: object) -> bool:
    return isinstance(verb, VerbGroup) and not verb.passive and not verb.infinitive and verb.lemma in _PASSING


_PASSING = words().passing_through
