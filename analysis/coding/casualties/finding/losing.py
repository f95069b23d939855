"""People whom the subject of "lose" loses by death: "Chad lost 25 men", "we lost eight men", "lost his wife".

A force loses its fighters and staff, who are of the force; somebody loses kin. What goes to a rival is no one's death.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.casualties.figures import harm_set
from analysis.coding.casualties.finding.losses import of_loser
from analysis.coding.casualties.people.possessors import body_before, role_before
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.membership import Membership, membership_in
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import role_by_words, word_set
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier
from analysis.vocabulary import read_vocabulary

_TELLING = frozenset({"say", "tell", "add", "report", "announce"})
_MEN = frozenset({"man", "member", "person"})
_STAFF = frozenset({"personnel", "man"})
_REGULARS = frozenset(read_vocabulary("surroundings")["regulars"])


def lost_by(reading: SentenceReading, verb: VerbGroup, group: NounGroup) -> list[Victims]:
    """Return the people that the object of a verb of losing names as dead; empty where it names none."""
    if _to_whom(reading, group) in harm_set("lost_elsewhere"):
        return []
    people = _with_men(reading, verb, read_list(reading, group))
    owned = [v if v.role in ARMED_ROLES else _staff_of(reading, verb, v) for v in people if v.counted]
    owned = _kin(reading, people) or owned
    return [_of_loser(reading, verb, v) for v in owned if v is not None]


def _to_whom(reading: SentenceReading, group: NounGroup) -> str:
    """Return the head of what people are lost to: "lost 900 pilots to its *rivals*"; empty where nothing is told."""
    at, i = reading.phrases.at, group.last + 2
    to = at[i] if i < len(at) and reading.sentence.tokens[i - 1].lower == "to" else None
    return reading.sentence.tokens[to.head].lower if isinstance(to, NounGroup) else ""


def _with_men(reading: SentenceReading, verb: VerbGroup, people: list[Victims]) -> list[Victims]:
    """Give "four men" the role of the force that lost them."""
    subject = subject_of(reading.phrases, verb)
    body = _loser(reading, subject)
    role = body.role if body is not None else None
    words = {t.lower for t in reading.sentence.tokens[subject.first : subject.last + 1]} if subject is not None else ()
    role = role or role_by_words(words) or (role_before(reading, subject.first) if subject is not None else None)
    role = _role_of_speaker(reading) if role is None and "we" in words else role
    regular = subject is not None and body is None and reading.sentence.tokens[subject.head].lower in _REGULARS
    role = Role.MILITARY if role is None and regular else role  # "the regiment lost nine men"
    if role is None or role not in ARMED_ROLES:
        return people
    return [replace(v, role=role) if v.noun in _MEN or (v.elliptical and v.quantity.low) else v for v in people]


def _role_of_speaker(reading: SentenceReading) -> Role | None:
    """Return the role that the words for the speaker of a sentence tell: a military source says "we"."""
    saying = next((v for v in reading.phrases.verbs if v.finite and v.lemma in _TELLING), None)
    ends = saying is None or not saying.first or saying.last + 1 >= len(reading.phrases.at)
    behind = None if ends or saying is None else reading.phrases.at[saying.last + 1]
    inverted = saying is not None and isinstance(behind, NounGroup) and reading.phrases.at[saying.first - 1] is None
    speaker = behind if inverted else subject_of(reading.phrases, saying) if saying is not None else None
    tokens = reading.sentence.tokens[speaker.first : speaker.last + 1] if isinstance(speaker, NounGroup) else ()
    return role_by_words(token.lower for token in tokens)


def _kin(reading: SentenceReading, people: list[Victims]) -> list[Victims | None]:
    """Return the people whom their kin lost: "lost his wife and three children"; empty where they are no kin."""
    near = people and (people[0].noun in word_set("kin") or reading.words & {"family", "relatives"})
    told = [v for v in people if v.noun in word_set("kin")] if near else []
    return list(told) if told and len(told) == len(people) and not _is_plural_kin(told[0]) else []


def _is_plural_kin(victims: Victims) -> bool:
    """Tell "their sons", whose number is left open."""
    return victims.definite and victims.quantity.qualifier is Qualifier.VAGUE


def _loser(reading: SentenceReading, subject: NounGroup | None) -> Membership | None:
    """Return the body that lost people: the subject's, or the one that "it" points back to."""
    if subject is None:
        return None
    pronoun = reading.sentence.tokens[subject.head].lower in {"it", "they", "we"}
    return body_before(reading, subject.first) if pronoun else membership_in(reading, subject.first, subject.last)


def _staff_of(reading: SentenceReading, verb: VerbGroup, victims: Victims) -> Victims | None:
    """Return the staff that a force or a state lost as its own: "the enemy lost 300 personnel", "Chad lost 25 men"."""
    subject = subject_of(reading.phrases, verb) if victims.noun in _STAFF else None
    if subject is None:
        return None
    we = reading.sentence.tokens[subject.head].lower in {"we", "they"} and victims.noun == "man"
    return of_loser(reading, subject, victims) or (victims if we else None)


def _of_loser(reading: SentenceReading, verb: VerbGroup, victims: Victims) -> Victims:
    """Give "1,100 soldiers" the state that lost them."""
    subject = subject_of(reading.phrases, verb)
    if subject is None or victims.nationality is not None or victims.group is not None:
        return victims
    whose = reading.phrases.at[subject.first - 3] if subject.first > 2 and _is_whose(reading, subject.first) else None
    first = whose.first if isinstance(whose, NounGroup) else subject.first  # "Chad, whose army lost 25 men"
    nation = nation_in(reading.sentence.tokens, first, subject.last)
    body = _loser(reading, subject) if nation is None else None
    if body is None:
        return replace(victims, nationality=nation)
    group = body.name if body.named and body.armed_group and body.role is victims.role else None
    return replace(victims, nationality=body.country, group=group)


def _is_whose(reading: SentenceReading, i: int) -> bool:
    """Tell whether a relative makes the noun at token i that of somebody just named: ", whose army"."""
    return [t.lower for t in reading.sentence.tokens[i - 2 : i]] == [",", "whose"]
