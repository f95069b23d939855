"""Casualties by verbs whose object tells: "lost their lives", "sustained injuries", "took hostage".

Lives that are lost, claimed or taken; fighters that a force lost; injuries that people sustain; people taken hostage;
a headline's second verb that reads like a noun ("kills four, wounds six").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.casualties.finding.losses import of_loser
from analysis.coding.casualties.finding.patients import is_told, subjects_of
from analysis.coding.casualties.people.possessors import body_before, role_before
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, Outcome
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.membership import Membership, membership_in
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import is_plural_noun, noun_of_people, role_by_words, word_set
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag, lemmas
from analysis.language.quantities import Qualifier

_SUFFERING = frozenset({"suffer", "sustain", "receive"})
_TAKING = frozenset({"take", "hold", "seize"})
_VERBS = _SUFFERING | _TAKING | {"slit", "cut", "pay", "make", "have", "send", "dispatch"}
_PRISONERS = frozenset({"hostage", "hostages", "prisoner", "prisoners", "captive", "captives"})


def find_by_objects(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find the figures that a verb gives by its object."""
    known = verb.lemma in _VERBS or verb.lemma in harm_set("lives") or verb.lemma in harm_set("martyred_by")
    if verb.lemma in harm_set("coming_off") and not is_unreal_verb(reading, verb):
        yield from _come_off(reading, verb)
        return
    yield from _held(reading, verb)
    if not known or verb.passive or is_unreal_verb(reading, verb):
        return
    group = object_of(reading.phrases, verb)
    graded = group is None or reading.sentence.tokens[group.head].lower in {"degree", "degrees"}
    if graded and verb.lemma in _SUFFERING and (last := _degrees(reading, verb)) is not None:
        yield from _figures(Outcome.INJURED, _told(reading, verb), verb, last, "suffered")
    if group is None:
        return
    lower = reading.sentence.tokens[group.head].lower
    if verb.lemma == "cost" and _next_words(reading, group.last + 1) in {"their lives", "his life", "her life"}:
        yield from _figures(Outcome.KILLED, read_list(reading, group), verb, group.last + 2, "lives")
    elif lower in {"lives", "life"} and verb.lemma in harm_set("lives"):
        yield from _figures(Outcome.KILLED, _lives(reading, verb, group), verb, group.last, "lives")
    elif lower in {"throat", "throats"} and _next_words(reading, group.last + 1).startswith("of "):
        inner = reading.phrases.at[group.last + 2]
        cut = read_list(reading, inner) if isinstance(inner, NounGroup) else []
        yield from _figures(Outcome.KILLED, cut, verb, group.last, "throats")
    elif lower in {"price", "sacrifice"} and verb.lemma in {"pay", "make"} and _is_supreme(reading, group):
        yield from _figures(Outcome.KILLED, _told(reading, verb), verb, group.last, "lives")
    elif verb.lemma in {"send", "dispatch"}:
        if _next_words(reading, _end_of(reading, group) + 1) == "to hell":
            yield from _figures(Outcome.KILLED, read_list(reading, group), verb, group.last, "to hell")
    elif verb.lemma == "have" and verb.head == verb.last and lower in harm_set("hurts"):
        if reading.sentence.tokens[group.first].lower != "no" and reading.sentence.tokens[group.last + 1].lower != "to":
            yield from _figures(Outcome.INJURED, _told(reading, verb), verb, group.last, "suffered")
    elif lower == "martyrdom" and verb.lemma in harm_set("martyred_by"):
        yield from _figures(Outcome.KILLED, _told(reading, verb), verb, group.last, "martyrdom")
    elif verb.lemma == "lose" and lower in harm_set("limbs"):
        yield from _figures(Outcome.INJURED, _told(reading, verb), verb, group.last, "limb")
    elif verb.lemma == "lose" and _to_whom(reading, group) not in harm_set("lost_elsewhere"):
        people = _with_men(reading, verb, read_list(reading, group))
        owned = [v if v.role in ARMED_ROLES else _staff_of(reading, verb, v) for v in people if v.counted]
        owned = _kin(reading, people) or owned
        lost = [_of_loser(reading, verb, v) for v in owned if v is not None]
        yield from _figures(Outcome.KILLED, lost, verb, verb.last, "lost")
    elif (verb.lemma in _SUFFERING or verb.lemma == "take") and _is_wound(reading, group):
        told = {t.lower for t in reading.sentence.tokens[group.first : group.head]}
        fatal = not told.isdisjoint({"fatal", "mortal", "lethal"})
        outcome = Outcome.KILLED if fatal else Outcome.INJURED
        yield from _figures(outcome, _told(reading, verb), verb, group.last, "suffered")
    elif verb.lemma in _TAKING and _holds_prisoners(reading, group):
        taken = [
            victims for victims in read_list(reading, _before_state(reading, group), certain=True) if victims.counted
        ]
        taken = [v for v in taken if v.quantity.low != 0]  # "took no prisoners in the debate"
        taken = [v for v in taken if v.noun not in {"captive", "hostage"} or v is taken[0]]
        alone = (
            lower in {"prisoner", "hostage", "captive"} and _before_state(reading, group) is group
        )  # "taken five prisoner": five of those before
        taken = [replace(v, elliptical=True) if alone and v.quantity.low != 1 else v for v in taken]
        yield from _figures(Outcome.CAPTURED, taken, verb, group.last, "taken")


def _to_whom(reading: SentenceReading, group: NounGroup) -> str:
    """Return the head of what people are lost to: "lost 900 pilots to its *rivals*"; empty where nothing is told."""
    at, i = reading.phrases.at, group.last + 2
    to = at[i] if i < len(at) and reading.sentence.tokens[i - 1].lower == "to" else None
    return reading.sentence.tokens[to.head].lower if isinstance(to, NounGroup) else ""


def _held(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "six hostages are held", "are still holding 90 girls", no "prisoners who were held there"."""
    if verb.lemma not in {"hold", "keep"} or is_unreal_verb(reading, verb):
        return
    if verb.passive:
        related = verb.first > 0 and reading.phrases.tags[verb.first - 1] is Tag.RELATIVE
        held = [v for v in _told(reading, verb) if v.counted and v.noun in {"hostage", "prisoner", "captive"}]
        yield from _figures(Outcome.CAPTURED, held if not related else [], verb, verb.last, "held")
        return
    words = {t.lower for t in reading.sentence.tokens[max(0, verb.first - 1) : verb.head]}
    going_on = verb.finite and (verb.gerund or "still" in words)  # "still holds the 25 sailors"
    group = object_of(reading.phrases, verb) if verb.lemma == "hold" and going_on else None
    if group is not None and not _holds_prisoners(reading, group):
        people = read_list(reading, group)
        held = [v for v in people if (v.counted or (v.quantity.low or 0) > _SEVERAL) and not v.elliptical]
        yield from _figures(Outcome.CAPTURED, held, verb, verb.last, "held")


def _is_wound(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "injuries", "a broken arm"."""
    tokens = reading.sentence.tokens
    lower = tokens[group.head].lower
    part = lower in harm_set("body_parts") | harm_set("limbs") | harm_set("bones")
    broken = part and any(t.lower in harm_set("broken") for t in tokens[group.first : group.head])
    return broken or lower in harm_set("hurts")


def _is_supreme(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "the supreme sacrifice", "the ultimate price" from other prices."""
    return any(t.lower in {"supreme", "ultimate"} for t in reading.sentence.tokens[group.first : group.head])


def _end_of(reading: SentenceReading, group: NounGroup) -> int:
    """Return the last token of a group with its "of them"."""
    tokens, i = reading.sentence.tokens, group.last + 1
    inner = reading.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower == "of" else None
    return inner.last if isinstance(inner, NounGroup) else group.last


def _before_state(reading: SentenceReading, group: NounGroup) -> NounGroup:
    """Return "four mine workers" of "four mine workers hostage", which reads like one noun."""
    tokens, i = reading.sentence.tokens, group.head - 1
    people = tokens[group.head].lower in _PRISONERS and i > group.first and is_plural_noun(tokens[i].lower)
    if not people or noun_of_people(tokens, group.first, i) is None:
        return group
    return NounGroup(group.first, i, i, group.preposition, False, False)


def _degrees(reading: SentenceReading, verb: VerbGroup) -> int | None:
    """Return the last token of "varying degrees of injury" right after a verb of suffering, or None."""
    tokens = reading.sentence.tokens
    for i in range(verb.last + 1, min(verb.last + 4, len(tokens) - 2)):
        if tokens[i].lower in {"degree", "degrees"} and tokens[i + 2].lower in harm_set("hurts"):
            return i + 2
    return None


def _come_off(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "his guard survived with a broken arm", "escaped with burns"."""
    i, tokens = verb.last + 2, reading.sentence.tokens
    group = reading.phrases.at[i] if i < len(tokens) and tokens[i - 1].lower == "with" else None
    hurt = isinstance(group, NounGroup) and tokens[group.first].lower not in {"no", "any"}
    if hurt and isinstance(group, NounGroup) and tokens[group.head].lower in harm_set("hurts"):
        yield from _figures(Outcome.INJURED, _told(reading, verb), verb, group.last, "suffered")


def _with_men(reading: SentenceReading, verb: VerbGroup, people: list[Victims]) -> list[Victims]:
    """Give "four men" the role of the force that lost them."""
    subject = subject_of(reading.phrases, verb)
    body = _loser(reading, subject)
    role = body.role if body is not None else None
    words = {t.lower for t in reading.sentence.tokens[subject.first : subject.last + 1]} if subject is not None else ()
    role = role or role_by_words(words) or (role_before(reading, subject.first) if subject is not None else None)
    return [replace(v, role=role) if v.noun in _MEN and role in ARMED_ROLES and role else v for v in people]


_MEN = frozenset({"man", "member", "person"})
_STAFF = frozenset({"personnel", "man"})


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


def _told(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    return [victims for victims in subjects_of(reading, verb) if is_told(reading, verb, victims)]


def _next_words(reading: SentenceReading, i: int) -> str:
    return " ".join(token.lower for token in reading.sentence.tokens[i : i + 2])


#: people above whom a number counts those whom "the" points back to
_SEVERAL = 2


def _figures(outcome: Outcome, people: Sequence[Victims], verb: VerbGroup, last: int, rule: str) -> Iterator[Figure]:
    return (Figure(outcome, victims, verb.first, last, rule) for victims in people)


def _lives(reading: SentenceReading, verb: VerbGroup, group: NounGroup) -> list[Victims]:
    """Read "40 people lost their lives", "claimed 12 lives", "took the lives of three men"."""
    tokens = reading.sentence.tokens
    if verb.lemma in {"lose", "give", "lay"} and tokens[group.first].lower in {"their", "his", "her"}:
        return subjects_of(reading, verb)
    if group.last + 2 < len(tokens) and tokens[group.last + 1].lower == "of":
        inner = reading.phrases.at[group.last + 2]
        return read_list(reading, inner, certain=True) if isinstance(inner, NounGroup) else []
    victims = read_victims(reading, group, certain=True)
    return [victims] if victims is not None and victims.counted else []


def _holds_prisoners(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether an object is of prisoners, or is followed by the word: "took 12 people hostage"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for i in range(group.first, min(group.last + _BEHIND, len(tokens))):
        if tokens[i].lower in _PRISONERS:
            return True
        far = i > group.last + _NEAR and tokens[i].lower == "and"
        if i > group.last and (far or tokens[i].lower in {",", ";"} or isinstance(at[i], VerbGroup)):
            return False
    return False


#: tokens from people to what they are held as: "tens of guards of the prison hostage"
_BEHIND, _NEAR = 8, 3


def find_by_headline_verbs(reading: SentenceReading) -> Iterator[Figure]:
    """Find the victims of a headline's second verb: "Bomb kills four soldiers, wounds six"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if not any(verb.lemma in verb_outcomes() for verb in reading.phrases.verbs):
        return
    for group in reading.phrases.nouns:
        lower = tokens[group.first].lower
        outcome = verb_outcomes().get(lemmas().get(lower, ""))
        before = tokens[group.first - 1].lower if group.first else ""
        if outcome is None or not lower.endswith("s") or before not in {",", "and"}:
            continue
        if group.first < group.last:
            people = NounGroup(group.first + 1, group.last, group.head, None, group.bare, group.temporal)
        else:
            following = at[group.last + 1] if group.last + 1 < len(at) else None
            if not isinstance(following, NounGroup):
                continue
            people = following
        victims = read_victims(reading, people)
        if victims is not None and victims.counted:
            yield Figure(outcome, victims, group.first, group.first, "headline verb")
