"""Models of weapons: names that tell the kind of a weapon alone, without its noun."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import Phrases
from analysis.language.text.forms import parse_singular


def model_at(phrases: Phrases, i: int) -> AttackType | None:
    """Return the type of the model of a weapon that a token names: "Iskanders", "S-300s", the end of "Storm Shadow"."""
    text, models = phrases.sentence.tokens[i].text, words().models
    if text.islower() and text.isalpha():
        return None
    lower = text.lower()
    found = models.get(lower) or models.get(parse_singular(lower))
    if found is None and i and (before := phrases.sentence.tokens[i - 1].text)[:1].isupper():
        found = models.get(f"{before.lower()}-{parse_singular(lower)}")
    return found
