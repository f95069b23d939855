"""Troops: one row per force, place and number that a source gives of forces that stand somewhere or move.

A noun group counts when its noun is a force's people, it has a number, and a verb or noun says that they are, go or
leave somewhere: "some 900 US troops are stationed in Syria", "France will send 200 soldiers". Ellipsis gives a row of
its own ("2,500 in Iraq and 900 in Syria"). Casualties, exercises and people in training are left out, and so is a
force that nobody names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties import find_figures
from analysis.coding.casualties.reality import is_group_unreal
from analysis.coding.claims import claim_id
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Evidence, Status, Troops
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue, cue_of, has_people
from analysis.coding.troops.each import per_place
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.homes import is_home_to
from analysis.coding.troops.large import find_bare, find_large
from analysis.coding.troops.levels import find_levels
from analysis.coding.troops.numbers import find_counts, find_more
from analysis.coding.troops.numbers_beside import FURTHER, find_beside, find_elsewhere, find_further, find_of_others
from analysis.coding.troops.owners import force_of, forces_of_each
from analysis.coding.troops.people import find_people
from analysis.coding.troops.places import Before
from analysis.coding.troops.siting import is_in_region, needs_place, site_of
from analysis.coding.troops.staying import FORMER, REMAIN, Count
from analysis.coding.troops.times import stated_after, time_of
from analysis.coding.troops.units import are_moved
from analysis.coding.utterances import Utterance, speaker_of
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.quantities import Quantity
from analysis.language.text.numbers import NUMBER_WORDS

__all__ = ["code_troops"]


def code_troops(reading: Reading, utterances: Sequence[Utterance] = ()) -> tuple[Troops, ...]:
    """Code the troop figures of a source, in the order of the text, the same figure once."""
    rows: dict[tuple[object, ...], Troops] = {}
    sizes: set[tuple[str, int | None, int | None]] = set()
    before: Before | None = None
    for sentence in reading.sentences:
        near = before is not None and sentence.number - before.sentence <= _GOES_ON
        words = sentence.words
        about = not words.isdisjoint(_TRIGGERS)
        about = about or ("strong" in sentence.text.lower() and any(w.endswith("strong") for w in words))
        if not (about or near or rows) or not _has_number(words):
            continue
        told = frozenset(row.force for row in rows.values())
        if words.isdisjoint(force_words("never")):
            found = _code_sentence(reading, sentence, utterances, before if near else None, told, about=about)
        else:
            found = list(_in_sentence(reading, sentence, utterances, None, told, aside=True))
        for row in (each for told_row in found for each in per_place(sentence, told_row)):
            key = (row.force, row.place, row.quantity.low, row.quantity.high, row.status)
            size = (row.force, row.quantity.low, row.quantity.high)
            if row.place is not None or size not in sizes:  # of no place: taken up again
                rows.setdefault(key, row)
            sizes.add(size)
        if found:
            before = Before(found[-1].force, found[0].place, sentence.number)
    return tuple(rows.values())


_TRIGGERS = frozenset().union(
    *map(force_words, ("people", "units", "formations", "group_names", "strength", "camps", "ships"))
)
#: sentences after a figure of troops in which a bare number may go on from it
_GOES_ON = 2


def _code_sentence(
    reading: Reading, sentence: SentenceReading, utterances: Sequence[Utterance], before: Before | None,
    forces: frozenset[str], *, about: bool,
) -> list[Troops]:  # fmt: skip
    """Code the figures of one sentence: people with their number, then numbers apart, then bare ones that go on.

    `before`: the figure right before; `forces`: those of the figures of the report so far.
    """
    found = list(_in_sentence(reading, sentence, utterances, before, forces))
    for count in find_counts(reading, sentence) if about and not found else ():
        found.append(_of_count(sentence, count, utterances))
        found.extend(_of_count(sentence, each, utterances) for each in find_beside(reading, sentence, count))
    last = Before(found[-1].force, found[-1].place, sentence.number) if found else before
    if last is None or (not found and last.sentence < sentence.number - 1):
        return found
    told = {row.quantity.start for row in found}
    levels = [
        _of_count(sentence, _of_nearest(count, found), utterances)
        for count in find_levels(sentence, last, alone=not found)
    ]
    found += [row for row in levels if row.quantity.start not in told]
    told = {row.quantity.start for row in found}
    first = Before(found[0].force, found[0].place, sentence.number) if found else last
    more = []
    for count in find_more(reading, sentence, last, first):
        more.append(_of_count(sentence, count, utterances))
        beside = find_beside(reading, sentence, count) if not found else ()
        more.extend(_of_count(sentence, each, utterances) for each in beside)
    owned = [row for row in more if not found or row.force != last.force or row.status != found[-1].status]
    owned += [row for row in more if row.rule == REMAIN and row not in owned]
    found += [row for row in owned if row.quantity.start not in told]
    told = {row.quantity.start for row in found}
    bare = (_of_count(sentence, count, utterances) for count in find_bare(reading, sentence, last))
    return found + [row for row in bare if row.quantity.start not in told]


def _of_nearest(count: Count, found: Sequence[Troops]) -> Count:
    """Give "down from 900" the force and the place of the figure right before it in its sentence."""
    before = [row for row in found if row.quantity.start < count.quantity.start]
    own = count.place is not None and any(row.place is not None and row.place != count.place for row in found[-1:])
    place = count.place if own else before[-1].place if before else None
    return replace(count, force=before[-1].force, place=place) if before else count


def _of_count(sentence: SentenceReading, count: Count, utterances: Sequence[Utterance]) -> Troops:
    return _to_row(sentence, count.quantity, count.first, count.last, count.force, count.place, count.cue, utterances)


def _has_number(words: frozenset[str]) -> bool:
    """Tell whether a sentence has words for more than one, before anything else is looked for."""
    return (
        not words.isdisjoint(force_words("many"))
        or not words.isdisjoint(force_words("formations"))
        or not words.isdisjoint(_NUMBERS)
        or any(w[:1].isdigit() or ("-" in w and not _NUMBERS.isdisjoint(w.split("-"))) for w in words)
    )


_NUMBERS = NUMBER_WORDS - {"one"}


def _in_sentence(
    reading: Reading,
    sentence: SentenceReading,
    utterances: Sequence[Utterance],
    before: Before | None,
    forces: frozenset[str],
    *,
    aside: bool = False,
) -> Iterator[Troops]:
    """Find the people of forces with their number; only those told by the way in a sentence about others (`aside`)."""
    last: tuple[People, Cue] | None = None
    for people in find_people(sentence, forces, near=before is not None):
        own = cue_of(sentence, people)
        cue = own or (_shared_cue(sentence, last, people) if last is not None else None) or find_large(sentence, people)
        if cue is None or (people.weak and not _is_kept(sentence, people, cue)):
            continue
        if people.units and not are_moved(cue):
            continue
        if aside and not _is_aside(sentence, people, cue):
            continue
        harm = not sentence.words.isdisjoint(force_words("harm"))
        if harm and (_are_victims(sentence, people) or (cue.verb is None and not _is_aside(sentence, people, cue))):
            continue
        speaker = speaker_of(utterances, *_span(sentence, people.first, people.last))
        force = force_of(reading, sentence, people, cue, speaker, before)
        if force is None or _is_unreal(sentence, people, cue):
            continue
        place = site_of(reading, sentence, people, cue, force, before)
        if place is None and own is None and before is not None:
            place = before.place  # "450 Americans in Mali and 65 Germans"
        if place is None and needs_place(sentence, people, cue) and not is_in_region(sentence, people, cue):
            continue
        yield _to_row(sentence, people.quantity, people.first, people.last, force, place, cue, utterances)
        for each in forces_of_each(sentence, cue, force):
            yield _to_row(
                sentence, people.quantity, people.first, people.last, each, place, cue, utterances, besides=each
            )
        beside = list(find_elsewhere(reading, sentence, people, force, cue))
        if before is None or before.sentence != sentence.number:
            beside.extend(find_of_others(sentence, people, place, cue))
        beside.extend(find_further(sentence, people, force, place, cue))
        yield from (_of_count(sentence, each, utterances) for each in beside)
        before, last = Before(force, place, sentence.number), (people, cue)


def _is_aside(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell whether a force is told of beside casualties: "Denmark, which has 130 soldiers there, said that none was
    hurt", "sent 80 soldiers after two were killed"; its people are none of them.
    """
    if cue.verb is not None:
        known = cue.verb.lemma in force_words("keeping") | force_words("hosting")
        sent = cue.rule == "object" or (cue.verb.passive and cue.verb.finite)
        sent = sent and cue.verb.lemma in force_words("sending") | force_words("ordering")
        return (known or sent) and not _are_victims(sentence, people)
    i = people.group.preposition
    own = sentence.sentence.tokens[people.first].lower in {"its", "their"} and cue.rule == "place"
    if (own or is_home_to(sentence, people)) and not _are_victims(sentence, people):
        return True  # "called for the safety of its 870 troops in Lebanon"
    return i is not None and i > 0 and [t.lower for t in sentence.sentence.tokens[i - 1 : i + 1]] == [",", "with"]


def _are_victims(sentence: SentenceReading, people: People) -> bool:
    """Tell whether people are told as casualties in their own sentence."""
    figures = find_figures(sentence)
    return any(people.first <= f.victims.first <= people.last or f.victims.quantity == people.quantity for f in figures)


def _is_kept(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell whether a verb sends people or keeps them, so that those of a weak noun are its subject's."""
    if sentence.sentence.tokens[people.last].lower == "members":  # "NATO has 31 members"
        holder = subject_of(sentence.phrases, cue.verb) if cue.rule == "object" and cue.verb is not None else None
        return holder is not None and sentence.sentence.tokens[holder.head].lower in _MISSIONS
    keeps = cue.rule == "object" and cue.verb is not None and cue.verb.lemma in force_words("keeping")
    stands = cue.verb is not None and cue.verb.lemma in force_words("standing") and cue.verb.passive
    if cue.verb is not None and cue.verb.lemma == "be":
        on = [t.lower for t in sentence.sentence.tokens[cue.verb.last + 1 : cue.verb.last + 3]]
        stands = on[:1] == ["on"] and on[-1] in force_words("duties")
    return (
        keeps
        or stands
        or cue.rule in {"standing", "aside"}
        or (cue.rule != "place" and cue.status is not Status.PRESENT)
    )


_MISSIONS = (force_words("missions") - {"alliance"}) | force_words("units") | force_words("unnamed_groups")


def _shared_cue(sentence: SentenceReading, last: tuple[People, Cue], people: People) -> Cue | None:
    """Return the cue of the people before where "and" joins these to them."""
    before, cue = last
    joined = [t.lower for t in sentence.sentence.tokens[before.last + 1 : people.first]]
    inserted = (
        joined[-2:] in ([",", "and"], [",", "including"]) and joined.count(",") < _COMMAS
    )  # "…, most of them at Thule, and 65 others"
    inner = sentence.phrases.at[before.last + 1 : people.first]
    inserted = inserted or (joined[-1:] == ["and"] and "," not in joined and joined[0] in _THERE)
    inserted = inserted and not any(isinstance(group, VerbGroup) for group in inner)
    inserted = inserted or (tuple(joined[-2:]) in _ALONG and not any(isinstance(group, VerbGroup) for group in inner))
    return cue if inserted or joined in (["and"], [","], ["plus"], [",", "and"], [",", "including"]) else None


#: words behind which people are with those before: "900 soldiers in Mali, along with 300 gendarmes"
_ALONG = frozenset({("along", "with"), ("together", "with"), ("well", "as")})
#: words that open the place of the first of two forces: "900 soldiers in Mali and 90 gendarmes in Chad"
_THERE = frozenset({"in", "at", "near"})
#: commas between two forces of which one verb tells, with what is inserted behind the first
_COMMAS = 3


def _is_unreal(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell a denied, asked or supposed presence from a fact; a plan is a fact of its own."""
    if cue.rule == "place" and sentence.sentence.tokens[people.first].lower in {"its", "their"}:
        return False  # "will halve its 600-strong contingent in Qatar"
    reduced = cue.verb is not None and cue.verb.passive and not cue.verb.finite and cue.verb.first == people.last + 1
    if reduced and sentence.sentence.tokens[people.first].lower == "the":
        return False  # "wants to withdraw most of the 680 soldiers stationed in Niger"
    start = people.first if cue.verb is None else min(people.first, cue.verb.first)
    near = sentence.sentence.tokens[max(0, start - 2) : people.first]
    if any(token.lower in force_words("generally") for token in near) and not _is_held(sentence, cue):
        return True  # "a brigade, usually comprising 3,000 soldiers"
    return cue.status is not Status.PLANNED and is_group_unreal(sentence, start)


def _to_row(
    sentence: SentenceReading, quantity: Quantity, first: int, last: int, force: str, place: str | None, cue: Cue,
    utterances: Sequence[Utterance], *, besides: str = "",
) -> Troops:  # fmt: skip
    """Make a row; `besides` sets apart the force that shares its number with another."""
    span = _span(sentence, first, last)
    evidence = Evidence(sentence.text, sentence.sentence.start, sentence.sentence.end)
    utterance = speaker_of(utterances, *span)
    source_id = sentence.source.source_id
    said = utterance is not None
    as_of = stated_after(sentence, last) if cue.rule in {FORMER, FURTHER} else time_of(sentence, cue, last, said=said)
    return Troops(
        source_id=source_id,
        claim_id=claim_id(source_id, "troops", evidence, span, label=cue.status + besides),
        force=force,
        place=place,
        quantity=quantity,
        status=cue.status,
        as_of=as_of,
        attributed_to=utterance.speaker_text if utterance is not None and utterance.official else None,
        evidence=evidence,
        rule=cue.rule,
    )


def _span(sentence: SentenceReading, first: int, last: int) -> tuple[int, int]:
    tokens = sentence.sentence.tokens
    return tokens[first].start, tokens[last].end


def _is_held(sentence: SentenceReading, cue: Cue) -> bool:
    """Tell "the army usually *has* 300 soldiers there", whose holder is no unit of a size that units generally have."""
    holder = subject_of(sentence.phrases, cue.verb) if cue.verb is not None and has_people(cue) else None
    if holder is None or cue.verb is None or cue.verb.lemma not in {"have", "keep", "maintain", "station", "base"}:
        return False
    return force_in(sentence, holder.first, holder.last, metonyms=True) is not None
