"""Whose people "its men" and "his fighters" are: the body or person that speaks or acts, here or right before."""

from __future__ import annotations

from analysis.coding.casualties.figures import harm_set
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims.membership import Membership, membership_in
from analysis.coding.victims.people import role_by_words
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup

_BODIES = frozenset({ActorKind.FORCE, ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.BODY})
PRONOUNS = frozenset({"it", "they", "he", "she", "we", "who", "which", "that"})
#: whose people somebody's people are
SOMEBODYS = frozenset({"his", "her", "its", "their"})
#: sentences back to which "it" may point
_REACH = 2


def body_before(reading: SentenceReading, i: int) -> Membership | None:
    """Return the body that the last subject before token i names, or that "it" there points back to; else None."""
    struck = False
    for verb in reversed(reading.phrases.verbs):
        subject = subject_of(reading.phrases, verb) if verb.first < i and verb.finite else None
        if subject is None or subject.first >= i:
            continue
        if reading.sentence.tokens[subject.head].lower in PRONOUNS:
            continue
        body = body_of(reading, subject)
        if body is None and reading.sentence.tokens[subject.head].lower in harm_set("forceful"):
            struck = True
            continue  # "said an air strike hit its clinic", which is not the strike's
        if body is None and is_group_told(reading, subject):
            return body_of_sentence_before(reading, BANDS)
        return (
            body if body is None or body.role or body.last >= subject.head else None
        )  # "a Russian strike" owns nobody
    return None if struck else body_of_sentence_before(reading)


def role_before(reading: SentenceReading, i: int) -> Role | None:
    """Return the role that the words of the last subject before token i tell: "a militia commander … his dead"."""
    for verb in reversed(reading.phrases.verbs):
        subject = subject_of(reading.phrases, verb) if verb.first < i and verb.finite else None
        if subject is not None and subject.first < i and reading.sentence.tokens[subject.head].lower not in PRONOUNS:
            return role_by_words(t.lower for t in reading.sentence.tokens[subject.first : subject.last + 1])
    return None


def body_of(reading: SentenceReading, subject: NounGroup) -> Membership | None:
    """Return the body that a subject with its "of …" names, or None; a name may go past it ("Save the Children")."""
    first, last = subject.first, _with_complement(reading, subject)
    for mention in reading.actors:
        if mention.first <= last and mention.last >= first:
            first, last = min(first, mention.first), max(last, mention.last)
    return membership_in(reading, first, last)


def _with_complement(reading: SentenceReading, group: NounGroup) -> int:
    """Return the last token of a subject with its "of …"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    whose = group.last + 2 < len(at) and tokens[group.last + 1].lower in {"of", "for", "from"}
    inner = at[group.last + 2] if whose else None
    return inner.last if isinstance(inner, NounGroup) else group.last


def is_group_told(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "the group", "the movement", which points back to a band named before."""
    tokens = reading.sentence.tokens
    return tokens[group.first].lower == "the" and tokens[group.last].lower in _CALLED and group.last == group.first + 1


_CALLED = harm_set("called_groups")
BANDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})


def body_of_sentence_before(
    reading: SentenceReading, kinds: frozenset[ActorKind] = _BODIES
) -> Membership | None:  # fmt: skip
    """Return the first armed body that a sentence right before names."""
    earlier = reading.before
    for _ in range(_REACH):
        if earlier is None:
            return None
        for mention in earlier.actors:
            if mention.actor.kind in kinds:
                return membership_in(earlier, mention.first, mention.last)
        earlier = earlier.before
    return None
