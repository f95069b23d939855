"""Troops: one row per force, place and number that a source gives of forces that stand somewhere or move.

A noun group counts when its noun is a force's people, it has a number, and a verb or noun says that they are, go or
leave somewhere: "some 900 US troops are stationed in Syria", "France will send 200 soldiers". Ellipsis gives a row of
its own ("2,500 in Iraq and 900 in Syria"). Casualties, exercises and people in training are left out, and so is a
force that nobody names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from analysis.coding.casualties.reality import is_group_unreal
from analysis.coding.claims import claim_id
from analysis.coding.forces import force_in, is_present, place_after, place_in, time_of
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Evidence, Status, Troops
from analysis.coding.utterances import Utterance, speaker_of
from analysis.coding.victims import quantity_in
from analysis.language.clauses import object_of, subject_of
from analysis.language.numbers import NUMBER_WORDS
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Quantity
from analysis.language.tags import Tag
from analysis.vocabulary import read_vocabulary

__all__ = ["code_troops"]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("forces")[name])


@dataclass(frozen=True, slots=True)
class _People:
    """The people of a force: their group, the group that counts them, and how many."""

    group: NounGroup
    first: int
    last: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class _Cue:
    """What says that they are or move somewhere."""

    status: Status
    verb: VerbGroup | None
    rule: str


def code_troops(reading: Reading, utterances: Sequence[Utterance] = ()) -> tuple[Troops, ...]:
    """Code the troop figures of a source, in the order of the text, the same figure once."""
    rows: dict[tuple[object, ...], Troops] = {}
    for sentence in reading.sentences:
        words = sentence.words
        if words.isdisjoint(_words("people")) or not words.isdisjoint(_words("never")) or not _has_number(words):
            continue
        for row in _in_sentence(reading, sentence, utterances):
            key = (row.force, row.place, row.quantity.low, row.quantity.high, row.status)
            rows.setdefault(key, row)
    return tuple(rows.values())


def _has_number(words: frozenset[str]) -> bool:
    """Tell whether a sentence has words for more than one, before anything else is looked for."""
    return not words.isdisjoint(_words("many")) or not words.isdisjoint(_NUMBERS) or any(w[0].isdigit() for w in words)


_NUMBERS = NUMBER_WORDS - {"one"}


def _in_sentence(reading: Reading, sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Troops]:
    for people in _find_people(sentence):
        cue = _cue_of(sentence, people)
        if cue is None:
            continue
        force = _force_of(sentence, people, cue)
        if force is None or _is_unreal(sentence, people, cue):
            continue
        start = people.last if cue.verb is None else max(people.last, cue.verb.last)
        if cue.rule == "inverted" and cue.verb is not None:
            start = people.last
            before = place_after(reading, sentence, cue.verb.last, force)
        else:
            before = None
        place = (
            before
            or _host(sentence, people, cue)
            or (place_after(reading, sentence, people.last, force) or place_after(reading, sentence, start, force))
        )
        if place is None and (cue.verb is None or cue.verb.lemma in {"be", "have", "see", "own", "number", "hold"}):
            continue
        yield _to_row(sentence, people.quantity, people.first, people.last, force, place, cue, utterances)
        yield from _ellipsis(reading, sentence, people, force, cue, utterances)


def _is_unreal(sentence: SentenceReading, people: _People, cue: _Cue) -> bool:
    """Tell a denied, asked or supposed presence from a fact; a plan is a fact of its own."""
    start = people.first if cue.verb is None else min(people.first, cue.verb.first)
    return cue.status is not Status.PLANNED and is_group_unreal(sentence, start)


def _host(sentence: SentenceReading, people: _People, cue: _Cue) -> str | None:
    """Return the place that houses them: "Qatar hosts 9,000 US troops", "the island is home to 300 marines"."""
    verb = cue.verb
    if verb is None and cue.rule == "noun" and sentence.sentence.tokens[people.group.preposition or 0].lower == "to":
        verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < people.first and v.lemma == "be"), None)
    elif verb is not None and verb.lemma not in {"host", "house"}:
        return None
    subject = subject_of(sentence.phrases, verb) if verb is not None else None
    return place_in(sentence, subject) if subject is not None else None


def _find_people(sentence: SentenceReading) -> Iterator[_People]:
    """Find the noun groups that count a force's people: "5,000 US troops", "thousands of soldiers"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for group in sentence.phrases.nouns:
        lower = tokens[group.head].lower
        if lower not in _words("people"):
            continue
        if lower in _words("weak") and force_in(sentence, group.first, group.last) is None:
            continue
        first = group
        i = group.preposition
        if i is not None and i > 0 and tokens[i].lower == "of" and isinstance(at[i - 1], NounGroup):
            before = at[i - 1]
            assert isinstance(before, NounGroup)
            first = before if quantity_in(sentence, before.first, before.last) is not None else group
        quantity = quantity_in(sentence, first.first, group.last)
        if quantity is None or quantity.low in {0, 1} or (quantity.low == 2 and quantity.high is None):
            continue
        yield _People(first, first.first, group.last, quantity)


# ---- what they do


def _cue_of(sentence: SentenceReading, people: _People) -> _Cue | None:
    """Return what says that people are or move somewhere, or None."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        active = verb.last < people.first and _object(sentence, verb) is people.group
        subject = verb.first > people.last and subject_of(phrases, verb) is people.group
        if not (active or subject):
            continue
        status = _status(sentence, verb, subject)
        if status is not None:
            return _Cue(status, verb, "subject" if subject else "object")
    return _inverted(sentence, people) or _by_noun(sentence, people)


def _inverted(sentence: SentenceReading, people: _People) -> _Cue | None:
    """Read "stationed in the north are 300 marines": the participle opens the clause."""
    for be in sentence.phrases.verbs:
        if be.lemma == "be" and be.head == be.last == people.first - 1 and not be.negated:
            opening = [v for v in sentence.phrases.verbs if v.last < be.first and v.lemma in _words("standing")]
            return _Cue(Status.PRESENT, opening[-1], "inverted") if opening else None
    return None


def _object(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the object of a verb, a particle, "another" and the like between them left out."""
    group = object_of(sentence.phrases, verb)
    if group is not None:
        return group
    i = verb.last + 1
    at, tokens = sentence.phrases.at, sentence.sentence.tokens
    while (
        i < len(at) and at[i] is None and tokens[i].lower in {"out", "in", "back", "another", "there", "home", "some"}
    ):
        i += 1
    found = at[i] if i < len(at) else None
    return found if isinstance(found, NounGroup) and i > verb.last + 1 else None


def _status(sentence: SentenceReading, verb: VerbGroup, subject: bool) -> Status | None:
    lemma = verb.lemma
    moving = lemma in _words("deployed") or (lemma in _words("withdrawn") and _has_particle(sentence, verb))
    if verb.negated or not (moving or lemma in _words("present")):
        return None
    if moving and _is_planned(sentence, verb):
        return Status.PLANNED
    if lemma in _words("withdrawn") and _has_particle(sentence, verb):
        return Status.WITHDRAWN
    if lemma in _words("deployed"):
        staying = subject and (verb.passive and (is_present(sentence, verb) or not verb.finite))
        return Status.PRESENT if staying and lemma in {"deploy", "position", "mass", "commit"} else Status.DEPLOYED
    if verb.modal is not None or verb.infinitive:
        return Status.PLANNED if verb.modal in {"will", "would", "'ll"} else None
    return Status.PRESENT


def _has_particle(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb that needs a particle to mean leaving has it ("pull out")."""
    particles = read_vocabulary("forces")["particles"].get(verb.lemma)
    if particles is None:
        return True
    tokens = sentence.sentence.tokens
    return any(t.lower in particles for t in tokens[verb.last + 1 : verb.last + 9])


def _is_planned(sentence: SentenceReading, verb: VerbGroup) -> bool:
    if verb.modal in _words("planned_modals"):
        return True
    if not verb.infinitive:
        return False
    for other in sentence.phrases.verbs:
        if other.last < verb.first and verb.first - other.last <= 6 and other.lemma in _words("planned_verbs"):
            return True
    before = sentence.sentence.tokens[verb.first - 1].lower if verb.first else ""
    return before in {
        "plan",
        "plans",
        "decision",
        "intention",
        "proposal",
        "order",
        "orders",
        "is",
        "are",
        "was",
        "were",
    }


def _by_noun(sentence: SentenceReading, people: _People) -> _Cue | None:
    """Read "the deployment of 200 soldiers", "home to 3,000 troops", "the 900 troops in", "with 900 troops in"."""
    tokens, at, tags = sentence.sentence.tokens, sentence.phrases.at, sentence.phrases.tags
    i = people.group.preposition
    word = tokens[i].lower if i is not None else ""
    if i is not None and i > 0 and word in {"of", "to"}:
        before = at[i - 1]
        lower = tokens[before.head if isinstance(before, NounGroup) else i - 1].lower
        status = read_vocabulary("forces")["nouns"].get(lower)
        if status is not None:
            return _Cue(Status(status), None, "noun")
    after = tokens[people.last + 1].lower if people.last + 1 < len(tokens) else ""
    definite = tokens[people.first].lower in {"the", "its", "their"}
    if after in {"in", "at", "inside", "across", "throughout"} and (definite or word == "with"):
        return _Cue(Status.PRESENT, None, "place")
    if after in {"in", "at"} and tags[people.first - 1 if people.first else 0] is Tag.MARK and people.first:
        return _Cue(Status.PRESENT, None, "place")
    return None


def _force_of(sentence: SentenceReading, people: _People, cue: _Cue) -> str | None:
    """Return whose people they are: their own words, else the subject of the verb that moves or keeps them."""
    force = force_in(sentence, people.first, people.last)
    if force is not None or cue.verb is None:
        return force
    tokens = sentence.sentence.tokens
    following = people.last + 1
    if following < len(tokens) and tokens[following].lower == "of":
        inner = sentence.phrases.at[min(following + 1, len(tokens) - 1)]
        if isinstance(inner, NounGroup):
            force = force_in(sentence, inner.first, inner.last)
    if force is None and cue.verb.passive:
        agent = next((g for g in sentence.phrases.nouns if _is_agent(sentence, g, cue.verb)), None)
        force = force_in(sentence, agent.first, agent.last, metonyms=True) if agent is not None else None
    if force is None and cue.rule == "object":
        subject = subject_of(sentence.phrases, cue.verb)
        force = force_in(sentence, subject.first, subject.last, metonyms=True) if subject is not None else None
    return force


def _is_agent(sentence: SentenceReading, group: NounGroup, verb: VerbGroup) -> bool:
    """Tell whether a group after a passive verb is its doer: "are kept there by France"."""
    before = sentence.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
    return group.first > verb.last and before == "by"


def _ellipsis(
    reading: Reading, sentence: SentenceReading, people: _People, force: str, cue: _Cue, utterances: Sequence[Utterance]
) -> Iterator[Troops]:
    """Find "and 900 in Syria" after a figure of troops."""
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        if group.first <= people.last or not group.bare or group.last + 1 >= len(tokens):
            continue
        before, after = tokens[group.first - 1].lower, tokens[group.last + 1].lower
        if before not in {"and", ",", "plus", "another", "with"} or after not in {"in", "at", "to", "from"}:
            continue
        quantity = quantity_in(sentence, group.first, group.last)
        place = place_after(reading, sentence, group.last)
        if quantity is not None and quantity.low and place is not None:
            yield _to_row(sentence, quantity, group.first, group.last, force, place, cue, utterances)


def _to_row(
    sentence: SentenceReading, quantity: Quantity, first: int, last: int, force: str, place: str | None, cue: _Cue,
    utterances: Sequence[Utterance],
) -> Troops:  # fmt: skip
    tokens = sentence.sentence.tokens
    span = tokens[first].start, tokens[last].end
    evidence = Evidence(sentence.text, sentence.sentence.start, sentence.sentence.end)
    utterance = speaker_of(utterances, *span)
    source_id = sentence.source.source_id
    return Troops(
        source_id=source_id,
        claim_id=claim_id(source_id, "troops", evidence, span, label=cue.status),
        force=force,
        place=place,
        quantity=quantity,
        status=cue.status,
        as_of=time_of(sentence, cue.verb),
        attributed_to=utterance.speaker_text if utterance is not None and utterance.official else None,
        evidence=evidence,
        rule=cue.rule,
    )
