"""Apposition: an event right after a comma that is what was told before it ("…, an attack that shook the town")."""

from __future__ import annotations

from analysis.coding.attacks.clauses.targets import is_fresh
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event, victim_of
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural


def is_apposition(a: Mention, b: Mention) -> bool:
    """Tell "the base took nine rockets, an attack that …": a singular right after a comma that is no subject."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or b.weapon is not None or event.first < 2 or phrases.tags[event.first - 1] is not Tag.MARK:
        return False
    tokens = phrases.sentence.tokens
    first = tokens[event.first].lower
    counted = first in {"its", "their"} and any(t.lower in words().nth for t in tokens[event.first : event.head])
    ranked = first == "the" and any(t.lower in words().nth for t in tokens[event.first : event.head])
    if not (ranked or counted) and _hits_new(a) and _hits_new(b) and _goes_on_to_list(phrases, event):
        return False  # "the bombing of a church, the shooting of a mayor and …"
    if (first not in {"a", "an", "the"} and not counted) or (is_plural(tokens[event.head].lower) and not ranked):
        return False
    after = event.last + 1
    while after < len(tokens) and phrases.tags[after] is Tag.ADVERB:
        after += 1  # "an attack soon followed by …"
    follows = after < len(tokens) and phrases.tags[after] in {Tag.RELATIVE, Tag.PREPOSITION, Tag.MARK, Tag.PARTICIPLE}
    later = [v for v in phrases.verbs if v.first > event.last and v.finite]
    relative = after < len(tokens) and phrases.tags[after] is Tag.RELATIVE
    relative = relative or phrases.tags[after : after + 2] == (Tag.PREPOSITION, Tag.RELATIVE)  # "for which"
    relative = relative or _is_said_by(phrases, after)
    return (follows or relative) and (relative or not later) and a.last < event.first


def _is_said_by(phrases: Phrases, first: int) -> bool:
    """Tell the relative clause without a word for it: "an attack *the army blamed* on rebels"."""
    who = phrases.at[first] if first < len(phrases.at) else None
    if not isinstance(who, NounGroup) or who.first != first or who.last + 1 >= len(phrases.at):
        return False
    verb = phrases.at[who.last + 1]
    return isinstance(verb, VerbGroup) and verb.finite and not verb.passive


def _hits_new(mention: Mention) -> bool:
    """Tell "the bombing of a church", "the murder of a priest": an event of its own, on somebody or something new."""
    event, phrases = mention.event, mention.sentence.phrases
    return event is not None and is_fresh(phrases, mention.target or victim_of(phrases, event))


def _goes_on_to_list(phrases: Phrases, event: NounGroup) -> bool:
    """Tell whether "and", with one more event, follows: "…, the shooting of a mayor *and an attack* on a bank"."""
    later = (g for g in phrases.nouns if g.first > event.last and is_event(phrases, g))
    return any(phrases.sentence.tokens[g.first - 1].lower == "and" for g in later)
