"""Troops: one row per force, place and number that a source gives of forces that stand somewhere or move.

A noun group counts when its noun is a force's people, it has a number, and a verb or noun says that they are, go or
leave somewhere: "some 900 US troops are stationed in Syria", "France will send 200 soldiers". Ellipsis gives a row of
its own ("2,500 in Iraq and 900 in Syria"). Casualties, exercises and people in training are left out, and so is a
force that nobody names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.casualties.reality import is_group_unreal
from analysis.coding.claims import claim_id
from analysis.coding.forces import force_in, place_after, place_in, time_of
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Evidence, Status, Troops
from analysis.coding.troop_cues import Cue, People, cue_of, force_words
from analysis.coding.troop_forces import force_of
from analysis.coding.troop_numbers import Count, find_counts, find_more
from analysis.coding.troop_people import find_people
from analysis.coding.utterances import Utterance, speaker_of
from analysis.coding.victims import quantity_in
from analysis.language.clauses import object_of, subject_of
from analysis.language.numbers import NUMBER_WORDS
from analysis.language.phrases import NounGroup
from analysis.language.quantities import Quantity

__all__ = ["code_troops"]


def code_troops(reading: Reading, utterances: Sequence[Utterance] = ()) -> tuple[Troops, ...]:
    """Code the troop figures of a source, in the order of the text, the same figure once."""
    rows: dict[tuple[object, ...], Troops] = {}
    last: tuple[int, Troops] | None = None
    for sentence in reading.sentences:
        words = sentence.words
        near = last is not None and sentence.number - last[0] <= _GOES_ON
        about = not words.isdisjoint(force_words("people")) or any(w.endswith("strong") for w in words)
        if not (about or near) or not _has_number(words) or not words.isdisjoint(force_words("never")):
            continue
        found: list[Troops] = []
        if about:
            found = list(_in_sentence(reading, sentence, utterances))
            for count in () if found else find_counts(reading, sentence):
                found.append(_of_count(sentence, count, utterances))
                found.extend(_beside(reading, sentence, count, utterances))
        before = (found[-1] if found else None) or (last[1] if near and last is not None else None)
        if before is not None:
            told = {row.quantity.start for row in found}
            more = find_more(reading, sentence, before.force, before.place)
            rows_more = [_of_count(sentence, count, utterances) for count in more]
            owned = [row for row in rows_more if not found or row.force != before.force or row.status != before.status]
            found.extend(row for row in owned if row.quantity.start not in told)
        for row in found:
            key = (row.force, row.place, row.quantity.low, row.quantity.high, row.status)
            rows.setdefault(key, row)
            last = sentence.number, row
    return tuple(rows.values())


#: sentences after a figure of troops in which a bare number may go on from it
_GOES_ON = 1


def _of_count(sentence: SentenceReading, count: Count, utterances: Sequence[Utterance]) -> Troops:
    return _to_row(sentence, count.quantity, count.first, count.last, count.force, count.place, count.cue, utterances)


def _beside(
    reading: Reading, sentence: SentenceReading, count: Count, utterances: Sequence[Utterance]
) -> Iterator[Troops]:
    """Find what stands beside a number of troops: "in addition to about 100 in Syria", "and 1,000 from Italy"."""
    group = sentence.phrases.at[count.first]
    if isinstance(group, NounGroup):
        people = People(group, count.first, count.last, count.quantity)
        yield from _ellipsis(reading, sentence, people, count.force, count.cue, utterances)
        yield from _of_others(sentence, people, count.place, count.cue, utterances)


def _of_others(
    sentence: SentenceReading, people: People, place: str | None, cue: Cue, utterances: Sequence[Utterance]
) -> Iterator[Troops]:
    """Find "2,500 US troops and about 1,000 from Italy" in the same place."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for group in sentence.phrases.nouns:
        i = group.last + 2
        if group.first <= people.last or not group.bare or i >= len(tokens) or tokens[i - 1].lower != "from":
            continue
        inner = at[i]
        force = force_in(sentence, inner.first, inner.last) if isinstance(inner, NounGroup) else None
        if force is None and isinstance(inner, NounGroup) and inner.last + 2 < len(tokens):
            rest = at[inner.last + 2] if tokens[inner.last + 1].lower == "of" else None
            force = force_in(sentence, rest.first, rest.last) if isinstance(rest, NounGroup) else None
        quantity = quantity_in(sentence, group.first, group.last)
        if force is not None and quantity is not None and quantity.low:
            yield _to_row(sentence, quantity, group.first, group.last, force, place, cue, utterances)


def _has_number(words: frozenset[str]) -> bool:
    """Tell whether a sentence has words for more than one, before anything else is looked for."""
    return (
        not words.isdisjoint(force_words("many"))
        or not words.isdisjoint(_NUMBERS)
        or any(w[:1].isdigit() for w in words)
    )


_NUMBERS = NUMBER_WORDS - {"one"}


def _in_sentence(reading: Reading, sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Troops]:
    for people in find_people(sentence):
        cue = cue_of(sentence, people)
        if cue is None:
            continue
        if people.weak and (cue.rule == "place" or cue.status is Status.PRESENT):
            continue
        force = force_of(reading, sentence, people, cue)
        if force is None or _is_unreal(sentence, people, cue):
            continue
        start = people.last if cue.verb is None else max(people.last, cue.verb.last)
        place = (
            _reinforced(reading, sentence, cue)
            or (place_after(reading, sentence, cue.opening.last, force) if cue.opening is not None else None)
            or _host(reading, sentence, people, cue)
            or place_after(reading, sentence, people.last, force)
            or place_after(reading, sentence, start, force)
        )
        if place is None and (cue.verb is None or cue.verb.lemma in {"be", "have", "see", "own", "number", "hold"}):
            continue
        yield _to_row(sentence, people.quantity, people.first, people.last, force, place, cue, utterances)
        yield from _ellipsis(reading, sentence, people, force, cue, utterances)


def _is_unreal(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell a denied, asked or supposed presence from a fact; a plan is a fact of its own."""
    start = people.first if cue.verb is None else min(people.first, cue.verb.first)
    return cue.status is not Status.PLANNED and is_group_unreal(sentence, start)


def _reinforced(reading: Reading, sentence: SentenceReading, cue: Cue) -> str | None:
    """Return the place of "reinforced the town with 300 men", "cut its force in Mali to 30 men"."""
    if cue.rule != "standing" or cue.verb is None:
        return None
    cut = object_of(sentence.phrases, cue.verb)
    place = place_in(sentence, cut) if cut is not None else None
    subject = subject_of(sentence.phrases, cue.verb)
    place = place or place_after(reading, sentence, cue.verb.last)
    return place or (place_after(reading, sentence, subject.last) if subject is not None else None)


def _host(reading: Reading, sentence: SentenceReading, people: People, cue: Cue) -> str | None:
    """Return the place that houses or loses them: "Qatar hosts 9,000 US troops", "home to 300 marines", "left Mali"."""
    verb = cue.verb
    known = force_words("quitting") | {"enter", "cross"}
    if verb is not None and verb.lemma in known and cue.rule == "subject":
        left = object_of(sentence.phrases, verb)
        return place_in(sentence, left) if left is not None else None
    if verb is None and cue.rule == "noun" and sentence.sentence.tokens[people.group.preposition or 0].lower == "to":
        verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < people.first and v.lemma == "be"), None)
    elif verb is not None and verb.lemma not in {"host", "house"}:
        return None
    subject = subject_of(sentence.phrases, verb) if verb is not None else None
    if subject is None:
        return None
    return place_in(sentence, subject) or place_after(reading, sentence, subject.last)  # "the base in Jordan hosts"


def _ellipsis(
    reading: Reading, sentence: SentenceReading, people: People, force: str, cue: Cue, utterances: Sequence[Utterance]
) -> Iterator[Troops]:
    """Find "and 900 in Syria", or "and in Syria 900", after a figure of troops."""
    tokens = sentence.sentence.tokens
    for mention in sentence.quantities:
        group = sentence.phrases.at[mention.first]
        if mention.first <= people.last or not isinstance(group, NounGroup) or group.first >= mention.first:
            continue
        place = place_in(sentence, group)
        if mention.last == group.last and place is not None and (mention.quantity.low or mention.quantity.high):
            yield _to_row(sentence, mention.quantity, mention.first, mention.last, force, place, cue, utterances)
    for group in sentence.phrases.nouns:
        if group.first <= people.last or not group.bare or group.last + 1 >= len(tokens):
            continue
        before, after = tokens[group.first - 1].lower, tokens[group.last + 1].lower
        added = before == "to" and tokens[group.first - 2].lower == "addition"
        if (before not in {"and", ",", "plus", "another", "with", "including"} and not added) or after not in {
            "in",
            "at",
            "to",
            "from",
        }:
            continue
        quantity = quantity_in(sentence, group.first, group.last)
        place = place_after(reading, sentence, group.last)
        if quantity is not None and (quantity.low or quantity.high) and place is not None:
            yield _to_row(sentence, quantity, group.first, group.last, force, place, cue, utterances)


def _to_row(
    sentence: SentenceReading, quantity: Quantity, first: int, last: int, force: str, place: str | None, cue: Cue,
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
