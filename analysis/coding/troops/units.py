"""Units counted as such: "sent two brigades to Sinjar", "another battalion was moved to the border".

A unit counts where a verb moves or keeps it and nothing says how many people it has; one with a name or an ordinal is
no number of units.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.victims import quantity_in
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag


def counted_units(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read "two more battalions", "an extra brigade": units without the number of their people; else None."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    if tokens[group.head].lower not in force_words("formations") or tags[group.head] is Tag.PROPER:
        return None
    if any(tags[i] is Tag.PROPER and not tokens[i].lower.endswith(_OF_NATION) for i in range(group.first, group.head)):
        return None  # "a Golani brigade", "the 2nd Battalion"
    another = group.first - (group.first > 0 and tokens[group.first - 1].lower == "another")
    quantity = quantity_in(sentence, group.first, group.last)
    quantity = quantity or (quantity_in(sentence, another, group.last) if another < group.first else None)
    of = tokens[group.last + 1].lower if group.last + 1 < len(tokens) else ""
    inner = sentence.phrases.at[group.last + 2] if of == "of" and group.last + 2 < len(tokens) else None
    manned = not isinstance(inner, NounGroup) or _is_armed(sentence, inner)
    if quantity is None or not manned or not (quantity.low or quantity.high) or _has_people(sentence, group):
        return None
    return People(group, group.first, group.last, quantity, units=True)


def _is_armed(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell a body or people from machines: "two brigades of the army", not "a squadron of jets"."""
    known = sentence.sentence.tokens[group.head].lower in force_words("people") | force_words("unowned")
    return known or force_in(sentence, group.first, group.last) is not None


#: endings of adjectives of states, which do not make a unit's name
_OF_NATION = ("an", "ese", "ish", "i", "ch", "ian", "us", "u.s.")


def _has_people(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether the people of units are counted too: "a battalion of 800", "two brigades, or 8,000 men"."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    whole = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower == "of" else None
    if isinstance(whole, NounGroup) and whole.last + 1 < len(tokens) and tokens[whole.last + 1].lower in {",", "("}:
        i = whole.last + 1  # "two divisions of its Federal Police, some 18,000 men,"
    while i < len(tokens) and tokens[i].lower in _ON:
        i += 1
    after = sentence.phrases.at[i] if i < len(tokens) and i > group.last + 1 else None
    if not isinstance(after, NounGroup) or quantity_in(sentence, after.first, after.last) is None:
        return False
    listed = tokens[i - 1].lower == "and"  # "two brigades and 2,000 police officers"
    return not listed and (after.bare or tokens[after.head].lower in force_words("people"))


_ON = frozenset({",", "of", "or", "with", "and", "(", "each", "totalling", "numbering", "some", "about", "comprising"})


def are_moved(cue: Cue) -> bool:
    """Tell whether units are what a verb moves, or are stationed somewhere: not led, fought or lost."""
    if cue.verb is None or cue.rule not in {"object", "subject"}:
        return False
    moving = force_words("deployed") | force_words("withdrawn")
    stands = cue.verb.passive and cue.verb.lemma in force_words("standing")
    kept = cue.rule == "object" and cue.verb.lemma in force_words("keeping")  # "has four divisions in the valley"
    return stands or kept or (cue.status is not Status.PRESENT and cue.verb.lemma in moving)
