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
from analysis.coding.troop_numbers import Count, find_counts, find_more
from analysis.coding.utterances import Utterance, speaker_of
from analysis.coding.victims import quantity_in
from analysis.language.clauses import object_of, subject_of
from analysis.language.gazetteer import PlaceKind
from analysis.language.numbers import NUMBER_WORDS
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Quantity

__all__ = ["code_troops"]


def code_troops(reading: Reading, utterances: Sequence[Utterance] = ()) -> tuple[Troops, ...]:
    """Code the troop figures of a source, in the order of the text, the same figure once."""
    rows: dict[tuple[object, ...], Troops] = {}
    last: tuple[int, Troops] | None = None
    for sentence in reading.sentences:
        words = sentence.words
        near = last is not None and sentence.number - last[0] <= _GOES_ON
        about = not words.isdisjoint(force_words("people"))
        if not (about or near) or not _has_number(words) or not words.isdisjoint(force_words("never")):
            continue
        found: list[Troops] = []
        if about:
            found = list(_in_sentence(reading, sentence, utterances))
            counts = () if found else find_counts(reading, sentence)
            found.extend(_of_count(sentence, count, utterances) for count in counts)
        if not found and near and last is not None:
            more = find_more(reading, sentence, last[1].force, last[1].place)
            found = [_of_count(sentence, count, utterances) for count in more]
        for row in found:
            key = (row.force, row.place, row.quantity.low, row.quantity.high, row.status)
            rows.setdefault(key, row)
            last = sentence.number, row
    return tuple(rows.values())


#: sentences after a figure of troops in which a bare number may go on from it
_GOES_ON = 1


def _of_count(sentence: SentenceReading, count: Count, utterances: Sequence[Utterance]) -> Troops:
    return _to_row(sentence, count.quantity, count.first, count.last, count.force, count.place, count.cue, utterances)


def _has_number(words: frozenset[str]) -> bool:
    """Tell whether a sentence has words for more than one, before anything else is looked for."""
    return (
        not words.isdisjoint(force_words("many"))
        or not words.isdisjoint(_NUMBERS)
        or any(w[:1].isdigit() for w in words)
    )


_NUMBERS = NUMBER_WORDS - {"one"}


def _in_sentence(reading: Reading, sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Troops]:
    for people in _find_people(sentence):
        cue = cue_of(sentence, people)
        if cue is None:
            continue
        force = _force_of(sentence, people, cue) or _force_of_place(reading, sentence, people, cue)
        if force is None or _is_unreal(sentence, people, cue):
            continue
        start = people.last if cue.verb is None else max(people.last, cue.verb.last)
        place = (
            (place_after(reading, sentence, cue.opening.last, force) if cue.opening is not None else None)
            or _host(sentence, people, cue)
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


def _host(sentence: SentenceReading, people: People, cue: Cue) -> str | None:
    """Return the place that houses or loses them: "Qatar hosts 9,000 US troops", "home to 300 marines", "left Mali"."""
    verb = cue.verb
    if verb is not None and verb.lemma == "leave" and cue.rule == "subject":
        left = object_of(sentence.phrases, verb)
        return place_in(sentence, left) if left is not None else None
    if verb is None and cue.rule == "noun" and sentence.sentence.tokens[people.group.preposition or 0].lower == "to":
        verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < people.first and v.lemma == "be"), None)
    elif verb is not None and verb.lemma not in {"host", "house"}:
        return None
    subject = subject_of(sentence.phrases, verb) if verb is not None else None
    return place_in(sentence, subject) if subject is not None else None


def _find_people(sentence: SentenceReading) -> Iterator[People]:
    """Find the noun groups that count a force's people: "5,000 US troops", "thousands of soldiers"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for group in sentence.phrases.nouns:
        lower = tokens[group.head].lower
        if lower not in force_words("people"):
            continue
        first = group
        i = group.preposition
        before = at[i - 1] if i is not None and i > 0 and tokens[i].lower == "of" else None
        unit = isinstance(before, NounGroup) and tokens[before.head].lower in force_words("units")
        if isinstance(before, NounGroup):
            counts = quantity_in(sentence, before.first, before.last) is not None
            first = before if counts or unit else group
        if lower in force_words("weak") and not unit and not _is_of_force(sentence, group):
            continue
        start = group.first if unit else first.first
        article = tokens[start].lower in {"a", "an"}
        quantity = quantity_in(sentence, start + article, group.last) or quantity_in(sentence, start, group.last)
        if quantity is None or quantity.low in {0, 1} or (quantity.low == 2 and quantity.high is None):
            continue
        yield People(first, first.first, group.last, quantity)


def _is_of_force(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether people of a weak noun are a force's: by their own words, by "of" after them, or as trainers sent."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    if force_in(sentence, group.first, group.last) is not None:
        return True
    inner = at[group.last + 2] if group.last + 2 < len(at) and tokens[group.last + 1].lower == "of" else None
    if isinstance(inner, NounGroup) and force_in(sentence, inner.first, inner.last) is not None:
        return True
    return tokens[group.head].lower in force_words("sent")


def _force_of_place(reading: Reading, sentence: SentenceReading, people: People, cue: Cue) -> str | None:
    """Return the state of the place to which an army that nobody names sends its people."""
    words = {t.lower for t in sentence.sentence.tokens[people.first : people.last + 1]}
    verb = cue.verb
    own = verb is not None and verb.passive and cue.rule == "subject" and not words.isdisjoint({"soldiers", "troops"})
    if own:
        return _own_state(sentence, verb, people)
    if words.isdisjoint({"army", "government"}):
        return None
    start = people.last if cue.verb is None else max(people.last, cue.verb.last)
    for mention in sentence.places:
        if mention.first > start:
            return mention.place.country
    return None


def _own_state(sentence: SentenceReading, verb: VerbGroup | None, people: People) -> str | None:
    """Return the state whose own town or province soldiers of nobody's are sent to, where it is the only one named."""
    if verb is None or any(force_in(sentence, m.first, m.last) and m.first > people.first for m in sentence.actors):
        return None
    tokens = sentence.sentence.tokens
    to = next((m for m in sentence.places if m.first == verb.last + 2 and tokens[m.first - 1].lower == "to"), None)
    if to is None or to.place.kind is PlaceKind.COUNTRY:
        return None
    countries = {m.place.country for m in sentence.places}
    return to.place.country if len(countries) == 1 else None


def _force_of(sentence: SentenceReading, people: People, cue: Cue) -> str | None:
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
        if subject is not None and sentence.sentence.tokens[subject.head].lower == "it":
            subject = _speaker_before(sentence, subject)  # "Ghana said it had moved 400 soldiers"
        force = force_in(sentence, subject.first, subject.last, metonyms=True) if subject is not None else None
    return force


def _speaker_before(sentence: SentenceReading, pronoun: NounGroup) -> NounGroup | None:
    """Return the subject of the verb right before "it", or before "that it"."""
    at, i = sentence.phrases.at, pronoun.first - 1
    if i > 0 and sentence.sentence.tokens[i].lower == "that":
        i -= 1
    verb = at[i] if i >= 0 else None
    return subject_of(sentence.phrases, verb) if isinstance(verb, VerbGroup) else None


def _is_agent(sentence: SentenceReading, group: NounGroup, verb: VerbGroup) -> bool:
    """Tell whether a group after a passive verb is its doer: "are kept there by France"."""
    before = sentence.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
    return group.first > verb.last and before == "by"


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
        if mention.last == group.last and place is not None and mention.quantity.low:
            yield _to_row(sentence, mention.quantity, mention.first, mention.last, force, place, cue, utterances)
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
