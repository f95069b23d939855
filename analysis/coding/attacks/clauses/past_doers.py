"""Past a doer: what was hit, where the noun of the event names first who did it: "an ambush by rebels of a convoy"."""

from __future__ import annotations

from analysis.coding.attacks.nouns import is_event, lemma
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases


def find_hit_past_doer(phrases: Phrases, event: NounGroup) -> NounGroup | None:
    """Return what "the shelling *by the army of a village*" hit, or None: "by fighters of the army" is who did it."""
    doer = phrases.noun_behind(event.last, "by")
    thing = phrases.noun_behind(doer.last, "of") if doer is not None else None
    w = words()
    hit = w.bodies | w.carriers | w.sites | w.afloat | w.divisions.keys()
    return thing if thing is not None and lemma(phrases, thing) in hit else None


def ends_at_hit(phrases: Phrases, doer: NounGroup) -> bool:
    """Tell the doer behind whom stands what was hit, and not whose he is."""
    before = phrases.at[doer.preposition - 1] if doer.preposition else None
    return (
        isinstance(before, NounGroup) and is_event(phrases, before) and find_hit_past_doer(phrases, before) is not None
    )
