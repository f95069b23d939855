"""Object clauses of blame: "the raid that Thule blamed on X", "X, whom Thule blames", "a raid Thule blamed on X"."""

from __future__ import annotations

from analysis.coding.attacks.nouns import is_event
from analysis.coding.attacks.words import words
from analysis.language.grammar.antecedents import find_antecedent
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural, parse_singular


def relative_of(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return where an object clause whose verb this is opens ("that Washington blamed"), or None.

    In "an attack Washington blamed on X" no "that" does, and the clause opens with its subject.
    """
    subject = phrases.at[verb.first - 1] if verb.first > 0 else None
    if not isinstance(subject, NounGroup) or subject.first < 2:
        return None
    if any(phrases.tags[i] is Tag.BE for i in range(verb.first, verb.last)):
        return None
    if phrases.tags[subject.first - 1] is Tag.RELATIVE:
        return subject.first - 1
    on = verb.last + 1 < len(phrases.at) and phrases.sentence.tokens[verb.last + 1].lower == "on"
    return _name_after_event(phrases, subject) if on else None


def _name_after_event(phrases: Phrases, group: NounGroup) -> int | None:
    """Return where the name begins in "an attack Washington", which the reader of groups takes for one, or None."""
    first = group.head
    while first > group.first and phrases.tags[first] is Tag.PROPER:
        first -= 1
    noun = parse_singular(phrases.sentence.tokens[first].lower)
    return first + 1 if first < group.head and phrases.tags[first] is Tag.NOUN and noun in words().events else None


def blamed_thing(phrases: Phrases, relative: int) -> int:
    """Return where the attack begins that "which Thule blamed on X" is said of, or the clause itself."""
    start = relative
    if phrases.tags[relative - 1] is Tag.CONJUNCTION:  # "in which two died and which Thule blamed on X"
        start = next((i for i in range(relative - 2, 0, -1) if phrases.tags[i] is Tag.RELATIVE), relative)
    group = find_antecedent(phrases, start)
    while group is not None and not is_event(phrases, group):
        held = phrases.at[group.preposition - 1] if group.preposition else None
        group = held if isinstance(held, NounGroup) else None
    return group.first if group is not None else relative


def blamed_before(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return who is blamed by the verb of an object clause: "it was X that Thule blamed", "X, whom Thule blames"."""
    relative = relative_of(phrases, verb)
    if relative is None:
        return None
    before = relative - 1
    while before > 0 and phrases.tags[before] is Tag.MARK:
        before -= 1
    group = phrases.at[before]
    while isinstance(group, NounGroup) and group.preposition:
        group = phrases.at[group.preposition - 1]  # "groups in the south that Thule blames"
    return group if isinstance(group, NounGroup) else None


def is_of_any(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "to prevent *attacks* on troops *that* both have attributed to X", of which none was told."""
    who = subject_of(phrases, verb) if not verb.passive else None
    that = (who.first if who is not None and who.last < verb.first else verb.first) - 1
    if that < 1 or phrases.tags[that] is not Tag.RELATIVE:
        return False
    last = max((v.last for v in phrases.verbs if v.last < that), default=-1)
    things = [g for g in phrases.nouns if last < g.first < that and is_event(phrases, g)]
    tokens = phrases.sentence.tokens
    return (
        bool(things) and is_plural(tokens[things[0].head].lower) and phrases.tags[things[0].first] is not Tag.DETERMINER
    )
