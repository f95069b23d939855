"""Casualties by verbs whose object tells: "lost their lives", "sustained injuries", "took hostage".

Lives that are lost, claimed or taken; fighters that a force lost; injuries that people sustain; people taken hostage;
a headline's second verb that reads like a noun ("kills four, wounds six").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.casualties.finding.captives import PRISONERS, find_held, holds_prisoners
from analysis.coding.casualties.finding.losing import lost_by
from analysis.coding.casualties.finding.patients import is_told, subjects_of
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.nations import nation_at
from analysis.coding.victims.people import is_plural_noun, noun_of_people, word_set
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import lemmas
from analysis.language.quantities import Qualifier

_SUFFERING = frozenset({"suffer", "sustain", "receive"})
_TAKING = frozenset({"take", "hold", "seize"})
_SENDING = frozenset({"send", "dispatch"})
_VERBS = _SUFFERING | _TAKING | _SENDING | {"slit", "cut", "pay", "make", "have"}


def find_by_objects(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find the figures that a verb gives by its object."""
    known = verb.lemma in _VERBS or verb.lemma in harm_set("lives") or verb.lemma in harm_set("martyred_by")
    if verb.lemma in harm_set("coming_off") and not is_unreal_verb(reading, verb):
        yield from _come_off(reading, verb)
        return
    yield from find_held(reading, verb)
    if verb.passive and verb.lemma in _SENDING and _next_words(reading, verb.last + 1) == "to hell":
        yield from _figures(Outcome.KILLED, _subjects_told(reading, verb), verb, verb.last, "to hell")
    if not known or verb.passive or is_unreal_verb(reading, verb):
        return
    group = object_of(reading.phrases, verb)
    graded = group is None or reading.sentence.tokens[group.head].lower in {"degree", "degrees"}
    if graded and verb.lemma in _SUFFERING and (last := _degrees(reading, verb)) is not None:
        yield from _figures(Outcome.INJURED, _subjects_told(reading, verb), verb, last, "suffered")
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
        yield from _figures(Outcome.KILLED, _subjects_told(reading, verb), verb, group.last, "lives")
    elif verb.lemma in _SENDING:
        if _next_words(reading, _end_of(reading, group) + 1) == "to hell":
            yield from _figures(Outcome.KILLED, read_list(reading, group), verb, group.last, "to hell")
    elif verb.lemma == "have" and verb.head == verb.last and lower in harm_set("hurts"):
        after = _next_words(reading, group.last + 1).partition(" ")[0]
        if reading.sentence.tokens[group.first].lower != "no" and after != "to":
            yield from _figures(Outcome.INJURED, _subjects_told(reading, verb), verb, group.last, "suffered")
    elif lower in {"martyrdom", "shahadat"} and verb.lemma in harm_set("martyred_by"):
        yield from _figures(Outcome.KILLED, _subjects_told(reading, verb), verb, group.last, "martyrdom")
    elif verb.lemma == "lose" and lower in harm_set("limbs"):
        yield from _figures(Outcome.INJURED, _subjects_told(reading, verb), verb, group.last, "limb")
    elif verb.lemma == "lose":
        yield from _figures(Outcome.KILLED, lost_by(reading, verb, group), verb, verb.last, "lost")
    elif (verb.lemma in _SUFFERING or verb.lemma == "take") and _is_wound(reading, group):
        told = {t.lower for t in reading.sentence.tokens[group.first : group.head]}
        if "no" in told:
            return
        fatal = not told.isdisjoint({"fatal", "mortal", "lethal"})
        outcome = Outcome.KILLED if fatal else Outcome.INJURED
        yield from _figures(outcome, _subjects_told(reading, verb), verb, group.last, "suffered")
    elif verb.lemma in _TAKING and holds_prisoners(reading, group):
        people = read_list(reading, _before_state(reading, group), certain=True)
        people = [_of_dozens(reading, group, victims) for victims in people]
        taken = [v for v in people if v.counted or _is_somebody_killed(v)]
        taken = [v for v in taken if v.quantity.low != 0]  # "took no prisoners in the debate"
        taken = [v for v in taken if v.noun not in {"captive", "hostage"} or v is taken[0]]
        alone = (
            lower in {"prisoner", "hostage", "captive"} and _before_state(reading, group) is group
        )  # "taken five prisoner": five of those before
        taken = [replace(v, elliptical=True) if alone and v.quantity.low != 1 else v for v in taken]
        yield from _figures(Outcome.CAPTURED, taken, verb, group.last, "taken")


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
    """Return "four mine workers" of "four mine workers hostage", "a nurse" of "a nurse captive": one noun in form."""
    tokens, i = reading.sentence.tokens, group.head - 1
    one = tokens[group.head].lower in {"prisoner", "hostage", "captive"}
    people = tokens[group.head].lower in PRISONERS and i >= group.first and (one or is_plural_noun(tokens[i].lower))
    if not people or (noun_of_people(tokens, group.first, i) or nation_at(tokens, i)) is None:
        return group
    return NounGroup(group.first, i, i, group.preposition, False, False)


def _of_dozens(reading: SentenceReading, group: NounGroup, victims: Victims) -> Victims:
    """Return "dozens of officials prisoner" with who they are, behind their "of"."""
    inner = reading.noun_at(group.last + 2) if _next_words(reading, group.last + 1).startswith("of ") else None
    before = _before_state(reading, inner) if inner is not None and group.bare else inner
    kind = read_victims(reading, before) if before is not None and before is not inner else None
    return victims if kind is None else replace(kind, quantity=victims.quantity, first=victims.first, counted=True)


def _is_somebody_killed(victims: Victims) -> bool:
    """Tell "villagers" and "the mayor" from "the prisoners"."""
    one = victims.definite and victims.quantity.high == 1 and victims.noun not in word_set("held")
    return one or (victims.quantity.qualifier is Qualifier.VAGUE and not victims.definite)


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
        yield from _figures(Outcome.INJURED, _subjects_told(reading, verb), verb, group.last, "suffered")


def _subjects_told(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
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


def find_by_headline_verbs(reading: SentenceReading) -> Iterator[Figure]:
    """Find the victims of a headline's second verb: "Bomb kills four soldiers, wounds six"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    harm = [verb for verb in reading.phrases.verbs if verb.lemma in verb_outcomes()]
    if not harm:
        return
    plural = tokens[harm[0].head].lower == harm[0].lemma  # "Jets kill four, wound six"
    for group in reading.phrases.nouns:
        lower = tokens[group.first].lower
        base = lemmas().get(lower, "")
        before = tokens[group.first - 1].lower if group.first else ""
        outcome = verb_outcomes().get(base) if (lower == base if plural else lower.endswith("s")) else None
        if outcome is None or before not in {",", "and"}:
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
