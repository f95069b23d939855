"""Whose people are told by a pronoun: "its men", "her colleagues", "nine of its own", "it lost nobody", "its losses".

The owner is a force, an armed group, a relief organisation or a person of one; people who need nothing but an owner
are of its kind: men and members, guards, comrades, the medics of fighters. The owners of civilians have no nation.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.casualties.people.losers import role_of_it
from analysis.coding.casualties.people.possessors import (
    BANDS,
    PRONOUNS,
    body_of,
    body_of_sentence_before,
    is_group_told,
)
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, IRREGULAR_ROLES, Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.membership import Membership
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import role_by_words, word_set
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.vocabulary import read_vocabulary

_OWN = frozenset({"its", "their", "our", "theirs", "ours"})
_PERSONAL = frozenset({"his", "her", "my"})
_RANKS = frozenset({"ranks", "losses", "casualties"})
_OWNED = frozenset({Role.MILITARY, Role.SECURITY_FORCES, Role.PERSONNEL})
#: owners whose people are of their role
_OWNING = ARMED_ROLES | {Role.CIVILIAN, Role.PERSONNEL}
_FORCES = frozenset(read_vocabulary("surroundings")["forces"])
_REGULARS = frozenset(read_vocabulary("surroundings")["regulars"])
#: tokens between "its losses" and the number
_REACH = 16


@dataclass(frozen=True, slots=True)
class _Owner:
    """What the people of a body, or of a person of it, are."""

    role: Role | None
    country: str | None
    group: str | None


def of_owner(sentence: SentenceReading, victims: Victims, figure: Figure) -> Victims:
    """Give people the state, the role and the band of their owner, or of those who are said to have lost them."""
    if victims.group is not None or victims.nationality is not None:
        return victims
    words = {t.lower for t in sentence.sentence.tokens[victims.first : victims.last + 1]}
    lost = _is_loss(sentence, figure)
    if words & _PERSONAL:
        owner = _person_before(sentence, victims)
    elif "their" in words and victims.noun in word_set("leaders"):
        owner = _led_before(sentence, victims) or _owner_before(
            sentence, victims.first, _killer_of_own(sentence, figure)
        )
    elif figure.rule == "participle" and words & _OWN:
        owner = _hit_before(sentence, figure)
    else:
        owner = (
            _owner_before(sentence, victims.first, _killer_of_own(sentence, figure)) if words & _OWN or lost else None
        )
    if owner is None:
        return _in_ranks(sentence, victims)
    if owner.role in IRREGULAR_ROLES and victims.role in ARMED_ROLES:
        role = owner.role if victims.noun in word_set("owned") else None  # "its naval commander"
        return replace(victims, role=role or victims.role, group=owner.group)
    if owner.country and victims.role in _OWNED:
        return replace(victims, nationality=owner.country)  # "Latvia confirms that two of its soldiers were killed"
    if not _is_of_kind(victims, owner, words, lost=lost):
        return victims
    return replace(victims, role=owner.role or victims.role, nationality=owner.country, group=owner.group)


def _is_of_kind(victims: Victims, owner: _Owner, words: set[str], *, lost: bool) -> bool:
    """Tell whether people have the role of their owner: his men, the medics of fighters, the staff of an agency."""
    trade = victims.noun in word_set("trades")
    if owner.role is Role.CIVILIAN and owner.group:
        return victims.role in {Role.UNSPECIFIED, Role.PERSONNEL, Role.CIVILIAN} and bool(victims.noun)
    if owner.role is Role.CIVILIAN:
        guard = victims.noun in word_set("guarding")  # of villagers
        return not guard and (victims.role is Role.PERSONNEL or (trade and victims.role is Role.CIVILIAN))
    if victims.role is not Role.UNSPECIFIED:
        return owner.role in IRREGULAR_ROLES and trade and words.isdisjoint(_PERSONAL)  # "its medics"
    own = not words.isdisjoint({"own", "theirs", "ours"})
    plain = victims.noun in word_set("owned") or (lost and victims.elliptical) or own
    return plain and owner.role in _OWNING


def _is_loss(sentence: SentenceReading, figure: Figure) -> bool:
    """Tell "admitted the loss of four men", "had lost nobody"."""
    tokens, first = sentence.sentence.tokens, figure.victims.first
    if figure.rule == "nobody":
        lost = [t.lower for t in tokens[max(0, first - 2) : first]]
        return not {"lost", "lose", "losing"}.isdisjoint(lost)
    return figure.rule == "event noun" and tokens[figure.last].lower == "loss"


def _killer_of_own(sentence: SentenceReading, figure: Figure) -> NounGroup | None:
    """Return who kills, whose own people the killed are not: the subject of "the army killed two of its men"."""
    verb = sentence.phrases.at[figure.first]
    if not isinstance(verb, VerbGroup) or verb.passive or figure.victims.first < verb.first:
        return None
    return subject_of(sentence.phrases, verb)


def _hit_before(sentence: SentenceReading, figure: Figure) -> _Owner | None:
    """Return the force that was hit: "fired at an Israeli force in Thule, killing its members"; else who owns them."""
    doer = _killer_of_own(sentence, figure)
    end = doer.last if doer is not None else -1
    for group in reversed([g for g in sentence.phrases.nouns if end < g.first and g.last < figure.first]):
        owner = _owner_in(sentence, group)
        nation = nation_in(sentence.sentence.tokens, group.first, group.last)
        if (owner is None or owner.group is None) and nation and sentence.sentence.tokens[group.head].lower in _FORCES:
            return _Owner(Role.MILITARY, nation, None)  # "an Israeli tank"
        if owner is not None and owner.role in ARMED_ROLES:
            return owner
    return _owner_before(sentence, figure.victims.first, doer)


def _led_before(sentence: SentenceReading, victims: Victims) -> _Owner | None:
    """Return the people whose leader is told: "killed twelve insurgents and captured their leader"."""
    for group in reversed([g for g in sentence.phrases.nouns if g.last < victims.first]):
        people = read_victims(sentence, group)
        if people is not None and people.quantity.low != 1 and not people.elliptical:
            return _Owner(people.role, people.nationality, people.group)
    return None


def _person_before(sentence: SentenceReading, victims: Victims) -> _Owner | None:
    """Return the person that "his" points back to: the last one told before, else whom the last subject names."""
    tokens = sentence.sentence.tokens
    for group in reversed([g for g in sentence.phrases.nouns if g.last < victims.first]):
        person = read_victims(sentence, group)
        if person is not None and person.quantity.low == 1 and not person.elliptical:
            return _Owner(person.role, person.nationality, person.group) if person.role in ARMED_ROLES else None
        if tokens[group.head].lower not in PRONOUNS and victims.noun in word_set("guarding"):
            return None  # "his guard" is of an officer, or of nobody known
    if victims.noun in word_set("guarding"):
        return None
    return _person_told_before(sentence) or _owner_before(sentence, victims.first)


def _person_told_before(sentence: SentenceReading) -> _Owner | None:
    """Return the last armed person of whom the sentence before says something: "The guard died. His men fled"."""
    earlier = sentence.before
    for verb in reversed(earlier.phrases.verbs) if earlier is not None else ():
        subject = subject_of(earlier.phrases, verb) if earlier is not None and verb.finite else None
        person = read_victims(earlier, subject) if earlier is not None and subject is not None else None
        if person is not None and person.quantity.low == person.quantity.high == 1 and person.role in ARMED_ROLES:
            return _Owner(person.role, person.nationality, person.group)
    return None


def _in_ranks(sentence: SentenceReading, victims: Victims) -> Victims:
    """Give "one dead and four hurt in its ranks", "put its losses at four" the force whose ranks they are."""
    if victims.role is not Role.UNSPECIFIED or sentence.words.isdisjoint(_RANKS):
        return victims
    tokens = sentence.sentence.tokens
    near = range(max(2, victims.first - _REACH), min(len(tokens), victims.last + _REACH))
    start = next((i for i in near if tokens[i].lower in _RANKS), 0)
    whose = start - 2 if tokens[start - 1].lower == "own" else start - 1
    owner = _owner_before(sentence, whose) if whose >= 0 and tokens[whose].lower in _OWN else None
    if owner is not None and owner.role is None and owner.country:
        owner = replace(owner, role=Role.MILITARY)  # "Ghana put its losses at 40"
    if owner is None or owner.role not in _OWNING:
        return victims
    role = owner.role or victims.role
    return replace(victims, role=role, nationality=owner.country, group=owner.group, elliptical=False)


def _owner_before(sentence: SentenceReading, i: int, doer: NounGroup | None = None) -> _Owner | None:
    """Return the owner that a pronoun at token i points back to: the last subject before it but for the doer, else the
    body told before.
    """
    tokens = sentence.sentence.tokens
    for verb in reversed(sentence.phrases.verbs):
        subject = subject_of(sentence.phrases, verb) if verb.first < i and verb.finite else None
        if subject is None or subject.first >= i or subject is doer or tokens[subject.head].lower in PRONOUNS:
            continue
        if verb.passive and verb.lemma in verb_outcomes():
            continue  # who suffers it is not who tells of "its troops"
        owner = _owner_in(sentence, subject)
        if owner is not None:
            return owner
        if tokens[subject.head].lower in harm_set("forceful"):
            doer = subject  # "said an air strike hit its clinic", which is not the strike's
            continue
        if is_group_told(sentence, subject):
            body = body_of_sentence_before(sentence, BANDS)
            return _to_owner(body, body.role) if body is not None else None
        return _owner_at_head(sentence, subject)
    if doer is not None:
        return None  # "jets hit a depot and killed two of its guards"
    body = body_of_sentence_before(sentence)
    if body is not None:
        return _to_owner(body, body.role)
    role = role_of_it(sentence)
    return _Owner(role, None, None) if role is not None else None


def _owner_at_head(sentence: SentenceReading, subject: NounGroup) -> _Owner | None:
    """Return the body that a sentence opens with, before a subject that is none."""
    group = sentence.phrases.nouns[0]
    body = body_of(sentence, group) if group.first == 0 and group is not subject else None
    return _to_owner(body, body.role) if body is not None and body.armed_group else None


def _owner_in(sentence: SentenceReading, subject: NounGroup) -> _Owner | None:
    """Return the owner that a subject names: a body, those who speak for it, or a person whose title tells a role."""
    body = body_of(sentence, subject)
    if body is not None and not body.role and body.last < subject.head:
        body = None  # "a Russian strike" owns nobody
    if body is not None and (body.role or body.country):
        return _to_owner(body, body.role or _role_in(sentence, subject))
    role = _role_in(sentence, subject)
    if role is None and body is None and sentence.sentence.tokens[subject.head].lower in _REGULARS:
        return _Owner(Role.MILITARY, nation_in(sentence.sentence.tokens, subject.first, subject.last), None)
    if body is not None and body.named:
        role = role or Role.CIVILIAN  # "the UN said one of its drivers was killed"
    return _Owner(role, None, body.name if body is not None and body.named else None) if role else None


def _role_in(sentence: SentenceReading, subject: NounGroup) -> Role | None:
    role = role_by_words(t.lower for t in sentence.sentence.tokens[subject.first : subject.last + 1])
    people = read_victims(sentence, subject) if role is None else None
    return people.role if people is not None and people.role in ARMED_ROLES else role


def _to_owner(body: Membership, role: Role | None) -> _Owner:
    country = body.country if role is not Role.CIVILIAN else None
    return _Owner(role, country, body.name if body.named and role is body.role else None)
