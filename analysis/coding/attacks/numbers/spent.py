"""Spent: which drones are rounds, ending where they hit, and which only fire and come home."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import has_particle
from analysis.coding.attacks.doers.doer import GROUP_KINDS
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.nouns.loads import is_laden
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases


def is_spent(mention: Mention, group: NounGroup) -> bool:
    """Tell a drone that is itself the round ("a drone slammed into") from one that fires ("an Israeli drone hit")."""
    tokens, w = mention.sentence.sentence.tokens, words()
    printed = {part for t in tokens[group.first : group.head] for part in (t.lower, *t.lower.split("-"))}
    if printed & w.spent or is_laden(mention.sentence.phrases, group):
        return True
    if printed & (w.watching - {"surveillance", "reconnaissance", "spy", "spying", "observation"}):
        return False  # "a Reaper drone struck a car": it fires and comes home
    armed = bool(printed & {"armed", "combat"})  # "an armed drone struck a car"
    if is_means(mention, group):
        return not armed and not _is_of_state(mention, group)
    verb = mention.verb
    if verb is None or (group not in (mention.event, mention.doer) and not is_flown(mention, group)):
        return False
    downed = verb.lemma in w.downing or (verb.lemma == "destroy" and mention.rule == "weapon-fired")
    if verb.lemma in w.crashing or downed or has_particle(mention.sentence.phrases, verb, "down"):
        return True
    if armed or _is_of_state(mention, group):
        return False
    return verb.lemma in w.landing | {"set"} or mention.rule == "weapon-harms" or is_flown(mention, group)


def _is_of_state(mention: Mention, group: NounGroup) -> bool:
    """Tell the drone of a state, "a Turkish drone", "a drone of the army", which comes home."""
    of = mention.sentence.phrases.noun_behind(group.last, "of")
    last = group.last if of is None else of.last
    owners = [a.actor for a in mention.sentence.actors if group.first <= a.first <= last]
    return any(owner.kind not in GROUP_KINDS for owner in owners)


def is_means(mention: Mention, group: NounGroup) -> bool:
    """Tell the drones that something was hit "with", but for the platform of "a strike with a drone"."""
    phrases, event = mention.sentence.phrases, mention.event
    strike = event is not None and lemma(phrases, event) in _STRIKES
    return not strike and means_word(phrases, group) in MEANS


def means_word(phrases: Phrases, weapon: NounGroup) -> str:
    """Return the word before a weapon; of "with a mix of rockets", "using a swarm of drones" that before the mix."""
    tokens, word = phrases.sentence.tokens, phrases.sentence.tokens[weapon.first - 1].lower
    whole = phrases.at[weapon.first - 2] if word == "of" and weapon.first > 1 else None
    if not isinstance(whole, NounGroup) or not whole.first:
        return word
    many = whole.bare or lemma(phrases, whole) in words().mixes | words().collectives
    return tokens[whole.first - 1].lower if many else word


#: words before what an attack is made with, without "by", behind which may stand who makes it
MEANS = frozenset({"with", "using", "employing", "involving", "involved"})
_STRIKES = frozenset({"strike", "airstrike", "raid", "operation"})


def is_flown(mention: Mention, group: NounGroup) -> bool:
    """Tell drones that are themselves the doer, or that somebody sent at something."""
    sent = mention.event is group and (mention.rule != "weapon-fired" or is_launched(mention))
    by = mention.weapon is group and means_word(mention.sentence.phrases, group) == "by"
    return sent or by or mention.doer is group


def is_launched(mention: Mention) -> bool:
    """Tell "launched drones at the port", "firing a drone", which end where they hit."""
    verb = mention.verb
    if verb is None or verb.passive or mention.rule != "weapon-fired":
        return False
    return verb.lemma == "fire" or (verb.lemma in {"launch", "send", "unleash"} and mention.target is not None)
