"""Early pasts: verbs right after their noun that a second verb of the same noun shows to be participles.

"Rockets *fired* from Thule hit a school": order takes the first verb for the past tense, since "rockets fired" may be
one. A second verb with no subject of its own, after nothing but prepositional groups and times, is the past tense.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from analysis.language.grammar.groups import Group, NounGroup, VerbGroup
from analysis.language.grammar.late_pasts import has_thing_before
from analysis.language.grammar.tags import Tag
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


@cache
def _grammar_set(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("grammar")[name])


def find_early_pasts(
    tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verbs: Sequence[VerbGroup]
) -> list[VerbGroup]:
    """Find, among the verbs of a sentence, the past tenses that are participles: what each really is."""
    return [
        replace(verb, passive=True, finite=False)
        for verb, after in pairwise(verbs)
        if verb.first == verb.last
        and verb.finite
        and not verb.passive
        and (_stands_off(tokens, at, verb) or _is_before_past(tokens, tags, at, verb, after))
    ]


def _stands_off(tokens: Sequence[Token], at: Sequence[Group | None], verb: VerbGroup) -> bool:
    """Tell "a base *located* 40 km (25 miles) east of Thule", which nobody located."""
    measure = at[verb.last + 1] if verb.last + 1 < len(tokens) else None
    return (
        tokens[verb.first].lower in _grammar_set("standing")
        and isinstance(measure, NounGroup)
        and tokens[measure.head].lower in _LENGTHS
    )


_LENGTHS = frozenset(read_vocabulary("units")["length"])


def _is_before_past(
    tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verb: VerbGroup, after: VerbGroup
) -> bool:
    return (
        tokens[verb.first].lower in _grammar_set("both_ways")
        and _follows_thing(at, verb)
        and not has_thing_before(tokens, tags, at, verb)
        and _has_subject_before(tags, at, verb, after)
        and _is_past(tokens, tags, at, after)
    )


def _follows_thing(at: Sequence[Group | None], verb: VerbGroup) -> bool:
    thing = at[verb.first - 1] if verb.first else None
    return isinstance(thing, NounGroup) and not thing.temporal


def _has_subject_before(tags: Sequence[Tag], at: Sequence[Group | None], verb: VerbGroup, after: VerbGroup) -> bool:
    """Tell a second verb that nothing stands before but groups with a preposition, and times, back to the first."""
    held = False
    for i in range(verb.last + 1, after.first):
        group = at[i]
        if isinstance(group, NounGroup):
            if group.preposition is None and not group.temporal:
                return False
            held = held or group.preposition is not None
        elif tags[i] not in {Tag.PREPOSITION, Tag.TO, Tag.ADVERB}:
            return False
    return held


def _is_past(tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verb: VerbGroup) -> bool:
    """Tell "hit a school", "were shot down", "landed", from the "gathered" of "fired on people gathered there"."""
    if not verb.finite or verb.gerund:
        return False
    if verb.first < verb.last or tokens[verb.first].lower in _grammar_set("landings"):
        return True
    thing = at[verb.last + 1] if verb.last + 1 < len(tokens) else None
    return isinstance(thing, NounGroup) and thing.preposition is None and not thing.temporal
