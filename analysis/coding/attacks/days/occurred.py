"""When and where it was, told a sentence later or before.

Later: "It happened on Monday in X", "The priests were killed on Monday"; before: "A judge was killed in X on Monday.
Two men shot him outside his home."
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.coding.attacks.clauses.answering import RESPONDING, is_answer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorKind
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, RelationKind, join_listed
from analysis.language.text.forms import parse_singular

#: sentences back to the attack that happened then, and to one that nothing told of since
_REACH, _FAR = 3, 5


@dataclass(frozen=True, slots=True)
class Occurrence:
    """When and where something happened, and the nouns and names for those whom it befell (None: the attack itself)."""

    date: DateMention | None
    place: Place | None
    victims: frozenset[str] | None


def find_occurrence(sentence: SentenceReading) -> Occurrence | None:
    """Find what a sentence without an attack of its own says of when, or where, one happened."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.negated or verb.modal is not None or not verb.finite or sentence.sentence.headline:
            continue
        subject = subject_of(phrases, verb)
        opening = phrases.at[0]
        if (
            _happens(phrases, verb)
            and isinstance(opening, NounGroup)
            and phrases.sentence.tokens[verb.first - 1].text == ","
        ):
            subject = opening  # "the raid in X, some miles from the border, took place"
        if subject is None:
            continue
        victims = None
        if not ((_happens(phrases, verb) or _was_at(sentence, verb)) and _is_incident(phrases, subject)):
            victims = _victims(phrases, verb, subject)
            if victims is None:
                continue
        date = next((d for d in sentence.dates if _is_day_of_verb(phrases, verb, d)), None)
        place = (_place(sentence, verb) or _place_of(sentence, subject)) if victims is None else None
        return Occurrence(date, place, victims) if date is not None or place is not None else None
    return None


def find_harm(sentence: SentenceReading) -> Occurrence | None:
    """Find when and where a sentence without an attack says that people were killed or hurt."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        subject = subject_of(phrases, verb) if verb.finite and not verb.negated and verb.modal is None else None
        if subject is None or sentence.sentence.headline or not _is_harm(verb) or subject.preposition is not None:
            continue
        date = next((d for d in sentence.dates if _is_day_of_verb(phrases, verb, d)), None)
        place = _place(sentence, verb)
        return Occurrence(date, place, frozenset()) if date is not None or place is not None else None
    return None


def _is_harm(verb: VerbGroup) -> bool:
    return verb.passive and verb.lemma in words().harming | words().killing | {"hurt", "martyr"}


def take_harm(before: SentenceReading | None, here: list[Frame], frames: Sequence[Frame]) -> list[Frame]:
    """Give the first attack of a sentence the day and the place at which the sentence before says people were harmed.

    Only where that sentence tells of no attack told before it, and the attack has neither day nor place of its own.
    """
    if before is None or not here or not before.words & _HARMED:
        return here
    if frames and before.number - frames[-1].mention.sentence.number < _REACH:
        return here
    frame, rest = here[0], here[1:]
    if frame.date or (frame.place and not frame.definite) or frame.series or frame.plural or frame.another:
        return here
    found = find_harm(before)
    if found is None or any(c not in frame.countries for c in _countries(found.place) if frame.countries):
        return here
    place = frame.place or found.place
    return [replace(frame, date=found.date, place=place, countries=frame.countries or _countries(place)), *rest]


_HARMED = frozenset({"was", "were"})


def take_answer(before: SentenceReading | None, here: list[Frame]) -> list[Frame]:
    """Give the first attack of a sentence the day of "On Monday night the army hit back", which stands right before."""
    if before is None or not here or before.sentence.headline or before.words.isdisjoint(_ANSWERED):
        return here
    frame, day = here[0], next((d for d in before.dates if _is_day(d)), None)
    if day is None or frame.date is not None or frame.definite or frame.series or frame.another:
        return here
    tokens = before.sentence.tokens
    for verb in before.phrases.verbs:
        back = verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "back"
        answers = verb.lemma in RESPONDING or (back and verb.lemma in {"hit", "strike", "fire"})
        if answers and verb.finite and not verb.negated and verb.modal is None:
            return [replace(frame, date=day), *here[1:]] if _is_of_force(before, verb) else here
    return here


_ANSWERED = frozenset({"answered", "responded", "retaliated", "replied", "reacted", "back"})


def _is_of_force(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell the answer of a state or of those in arms from that of somebody who was asked."""
    subject = subject_of(sentence.phrases, verb)
    return subject is not None and any(
        subject.first <= a.first <= subject.last and (a.actor.is_armed or a.actor.kind is ActorKind.STATE)
        for a in sentence.actors
    )


def _countries(place: Place | None) -> tuple[str, ...]:
    return (place.country,) if place is not None and place.country else ()


def _happens(phrases: Phrases, verb: VerbGroup) -> bool:
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    return verb.lemma in {"happen", "occur"} or (verb.lemma == "take" and after == "place")


def _was_at(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "it was *at X*", with the place right behind."""
    after = sentence.sentence.tokens[verb.last + 1].start if verb.last + 1 < len(sentence.phrases.tags) else -1
    return verb.lemma == "be" and any(
        p.relation is not None and p.relation.start == after and p.relation.kind in _THERE for p in sentence.places
    )


def _is_incident(phrases: Phrases, subject: NounGroup) -> bool:
    """Tell "it", "this", "the incident" from what else takes place ("the talks")."""
    first, head = phrases.sentence.tokens[subject.first].lower, lemma(phrases, subject)
    if subject.first == subject.last:
        return first in {"it", "this", "that"}
    known = guilt_words()["laid_events"] | guilt_words()["adopted"] | words().events.keys() | _MISHAPS
    return first in {"the", "this", "that"} and head in known


#: what an attack is called besides
_MISHAPS = frozenset({"operation", "accident", "tragedy"})


def _victims(phrases: Phrases, verb: VerbGroup, subject: NounGroup) -> frozenset[str] | None:
    """Return the nouns and names for those who "were killed", known from before, or None."""
    tokens = phrases.sentence.tokens
    first = tokens[subject.first].lower
    known = first in {"the", "those", "he", "she", "they"} or phrases.tags[subject.head] is Tag.PROPER
    if not _is_harm(verb) or not known:
        return None
    return frozenset(parse_singular(tokens[i].lower) for i in range(subject.first, subject.last + 1)) - {"the", "those"}


def _is_day_of_verb(phrases: Phrases, verb: VerbGroup, date: DateMention) -> bool:
    """Tell a day that stands behind the verb, with no other verb between."""
    if not _is_day(date):
        return False
    return date.first > verb.last and not any(verb.last < v.first < date.first for v in phrases.verbs)


def _is_day(date: DateMention) -> bool:
    return date.date_from is not None and date.relation is Relation.ON and date.precision is Precision.DAY


def _place(sentence: SentenceReading, verb: VerbGroup) -> Place | None:
    after = [p for p in sentence.places if p.first > verb.last]
    for i, here in enumerate(after):
        inside = here.relation is not None and here.relation.kind in _THERE
        exact = here.place.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA} and not here.place.part
        if inside and exact:
            between = any(verb.last < v.first < here.first for v in sentence.phrases.verbs)
            return None if between else join_listed(after[i:], sentence.sentence.tokens)
    return None


def _place_of(sentence: SentenceReading, subject: NounGroup) -> Place | None:
    """Return where "the operation *in X* took place"."""
    beside = next((p for p in sentence.places if p.first > subject.last), None)
    if beside is None or beside.relation is None or beside.relation.kind not in _THERE or beside.place.part:
        return None
    start = sentence.sentence.tokens[subject.last + 1].start
    exact = beside.place.kind not in {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA}
    return beside.place if exact and beside.relation.start == start else None


_THERE = frozenset({RelationKind.IN, RelationKind.NEAR, RelationKind.DISTANCE, RelationKind.BETWEEN, RelationKind.OFF})


def lay_occurrence(found: Occurrence | None, number: int, frames: list[Frame]) -> None:
    """Give the day and the place to the attack told last, where its sentence tells of none."""
    if found is None or not frames:
        return
    near = [i for i, f in enumerate(frames) if 0 < number - f.mention.sentence.number <= _REACH]
    if found.victims is not None:
        near = [i for i in near if _is_attack_on(found.victims, frames, i, number)]
    elif near:
        near = [i for i in near if not frames[i].series] or near  # "the incident" is the one, and not all of a run
    elif 0 < number - frames[-1].mention.sentence.number <= _FAR:
        near = [len(frames) - 1]
    if not near or frames[near[-1]].mention.sentence.sentence.headline:
        return
    last = next((i for i in near if _is_answer_to_last(frames[i], frames[near[-1]])), near[-1])
    frame, others = frames[last], [frames[i] for i in near] if last == near[-1] else [frames[last]]
    if found.date is not None and not any(f.date for f in others):
        frame = replace(frame, date=found.date)
    if found.place is not None and all(f.place is None or f.place.kind in _AROUND for f in others):
        frame = replace(frame, place=found.place, countries=_countries(found.place))
    frames[last] = frame


def _is_answer_to_last(frame: Frame, last: Frame) -> bool:
    """Tell the killing of "killed nine in response to a mortar attack", which is what such a sentence tells."""
    return frame.mention.event is None and is_answer(frame.mention, last.mention)


#: what holds the more exact place that a later sentence gives
_AROUND = frozenset({PlaceKind.PROVINCE, PlaceKind.DISTRICT, PlaceKind.REGION, PlaceKind.SEA})


def _is_attack_on(victims: frozenset[str], frames: Sequence[Frame], i: int, number: int) -> bool:
    frame = frames[i]
    hit = {parse_singular(w) for w in (frame.target or "").lower().split()}
    return bool(victims & (hit | frame.victims | frame.people | frame.names))
