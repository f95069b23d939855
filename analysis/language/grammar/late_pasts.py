"""Late pasts: participles right after their noun that what follows shows to be past tenses.

Order takes "jets targeted, on Monday, …" for "jets that were targeted". An object that stands late ("… the depots"),
or a second past tense that "and" joins ("men burst into a bar and sprayed guests"), tells that the noun is the doer,
and so does a thing right before him that he did it to ("the base the rebels shelled").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.language.grammar.groups import Group, NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.tokens import Token


def find_late_pasts(
    tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verbs: Sequence[VerbGroup]
) -> list[VerbGroup]:
    """Find, among the verbs of a sentence, the participles on their own that are past tenses: what each really is."""
    alone = [v for v in verbs if v.passive and v.first == v.head]
    return [
        replace(verb, passive=False, finite=True)
        for verb in alone
        if (
            _follows_doer(tokens, tags, at, verb.first)
            and (find_late_object(tokens, tags, at, verb.last) is not None or _subject_goes_on(tokens, tags, at, verb))
        )
        or has_thing_before(tokens, tags, at, verb)
    ]


def has_thing_before(tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verb: VerbGroup) -> bool:
    """Tell the verb of a relative clause whose object stands before it: "the base *(that) the rebels shelled*"."""
    doer = at[verb.first - 1] if verb.first else None
    if not isinstance(doer, NounGroup) or doer.preposition is not None or doer.temporal or not doer.first:
        return False
    relative = tokens[doer.first - 1].lower in _RELATIVES
    opens = relative or tags[doer.first] is Tag.DETERMINER or tokens[doer.first].lower in _DOERS
    thing = at[doer.first - 1 - relative] if doer.first > relative else None
    if not opens or not isinstance(thing, NounGroup) or thing.temporal or tags[thing.head] is not Tag.NOUN:
        return False
    if verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "by":
        return False
    before = thing.first - 1
    return relative or thing.preposition is not None or before < 0 or tags[before] in {Tag.MARK, Tag.CONJUNCTION}


_RELATIVES = frozenset({"that", "which", "whom"})
_DOERS = frozenset({"he", "she", "it", "they", "we"})


def _follows_doer(tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verb: int) -> bool:
    """Tell a participle right after the first noun group of its clause, with its "of …", or with where it stands."""
    subject = at[_before_post(tokens, tags, at, verb) - 1] if verb else None
    while isinstance(subject, NounGroup) and subject.preposition and tokens[subject.preposition].lower == "of":
        subject = at[subject.preposition - 1]  # "jets of the state bombed on Monday the village"
    if not isinstance(subject, NounGroup) or subject.preposition is not None or subject.temporal:
        return False
    before = at[subject.first - 1] if subject.first else None
    if isinstance(before, VerbGroup):
        return False
    if subject.first == 0 or tags[subject.first - 1] is not Tag.CONJUNCTION:
        return True
    joined = at[subject.first - 2] if subject.first > 1 and tokens[subject.first - 1].lower == "and" else None
    return isinstance(joined, NounGroup) and joined.preposition is None and not joined.temporal  # "X and Y shelled"


def _before_post(tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verb: int) -> int:
    """Return the token of "stationed" in "guns *stationed* in X, north of Y, shelled", else that of the verb."""
    i = verb - 1
    while i > 0 and not isinstance(at[i], VerbGroup):
        if at[i] is None and tags[i] not in {Tag.PREPOSITION, Tag.ADJECTIVE, Tag.ADVERB, Tag.MARK}:
            return verb
        i -= 1
    post = at[i]
    stands = isinstance(post, VerbGroup) and post.first == i == post.last and tokens[i].lower in _STATIONED
    return i if stands and i < verb - 2 else verb


_STATIONED = frozenset({"stationed", "based", "positioned", "deployed", "located", "concentrated", "entrenched"})


def find_late_object(
    tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], last: int
) -> NounGroup | None:
    """Find the object that stands behind when it was: "targeted, on Monday, the depots", "hit at first a car", or None.

    last: the last token of the verb.
    """
    i = last + 1
    i += i < len(tokens) and tokens[i].lower in _PARTICLES  # "carried out, since dawn, ten strikes"
    comma = i < len(tokens) and tokens[i].lower == ","
    start = i = i + comma
    while i < len(tokens):
        group = at[i]
        after = at[i + 1] if i + 1 < len(tokens) else None
        if isinstance(group, NounGroup) and (group.temporal or _is_time(tokens, group) or _is_means(tokens, group)):
            i = group.last + 1
        elif comma and tokens[i].lower == "," and i > start and isinstance(after, NounGroup) and after.temporal:
            i += 1  # "at dawn today, Tuesday, …"
        elif tokens[i].lower == "to" and i + 1 < len(tokens) and tokens[i + 1].lower == "death":
            i += 2  # "shot to death a mayor"
        elif tokens[i].lower == "at" and i + 1 < len(tokens) and tokens[i + 1].lower in {"first", "last", "once"}:
            i += 2
        elif tags[i] in {Tag.ADVERB, Tag.PREPOSITION} and group is None:
            i += 1
        else:
            break
    if i == start or (comma and (i == len(tokens) or tokens[i].lower != ",")):
        return None
    i += comma
    thing = at[i] if i < len(tokens) else None
    if not isinstance(thing, NounGroup) or thing.preposition is not None or thing.temporal:
        return None
    return None if tags[i] is Tag.PRONOUN or _has_verb(tokens, tags, at, thing.last + 1) else thing


def _is_time(tokens: Sequence[Token], group: NounGroup) -> bool:
    """Tell "at dawn", "around noon"."""
    at = group.preposition is not None and tokens[group.preposition].lower in {"at", "around", "since"}
    return at and tokens[group.last].lower in _HOURS


def _is_means(tokens: Sequence[Token], group: NounGroup) -> bool:
    """Tell "with heavy artillery", as in "shelled with heavy artillery the villages", and "in the strongest terms"."""
    word = tokens[group.preposition].lower if group.preposition is not None else ""
    return word == "with" or (word == "in" and tokens[group.head].lower in {"terms", "words", "language"})


_PARTICLES = frozenset({"out", "up", "off"})
_HOURS = frozenset({"dawn", "dusk", "noon", "midday", "midnight", "sunrise", "sunset"})


def _has_verb(tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], first: int) -> bool:
    """Tell whether the group that ends before token first is the subject of a verb: a clause of its own."""
    for i in range(first, len(tokens)):
        group = at[i]
        if isinstance(group, VerbGroup):
            return group.finite
        if tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR, Tag.CONJUNCTION} or tokens[i].lower in {",", ";", ":"}:
            return False
    return False


def _subject_goes_on(tokens: Sequence[Token], tags: Sequence[Tag], at: Sequence[Group | None], verb: VerbGroup) -> bool:
    """Tell "men burst into a bar and sprayed guests": "and" joins the next verb, a past tense with the same subject."""
    if verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "by":
        return False
    for i in range(verb.last + 1, len(tokens)):
        group = at[i]
        if isinstance(group, VerbGroup):
            before = [j for j in range(verb.last + 1, i) if tags[j] is not Tag.ADVERB]
            joined = bool(before) and tokens[before[-1]].lower == "and"
            active = group.finite and not group.passive and group.first == group.head
            thing = at[i + 1] if i + 1 < len(tokens) else None
            clause = isinstance(thing, NounGroup) and _has_verb(tokens, tags, at, thing.last + 1)
            return joined and active and tags[i] is Tag.PARTICIPLE and at[before[-1]] is None and not clause
        if tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR} or tokens[i].lower in {";", ":"}:
            return False
    return False
