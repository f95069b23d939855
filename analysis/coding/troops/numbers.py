"""Troops whose number stands apart from them: "US troops in Iraq number about 5,000", "troop numbers: 2,500 in Iraq".

Three forms: a noun or verb of number after the people, a note with a colon and numbers with their places, and a bare
number that goes on from the sentence before ("France plans to send another 700", "a further 100 flew home").
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.places import Before, place_after, place_ahead
from analysis.coding.troops.pointing import speaker_behind
from analysis.coding.troops.senders import decider_of
from analysis.coding.troops.statuses import object_beyond, status_of
from analysis.coding.troops.staying import REMAIN, Count, find_there, is_bare_subject, is_left_there
from analysis.coding.troops.taken_up import counts_things, find_of_them
from analysis.coding.troops.towns import place_in
from analysis.coding.victims import quantity_in
from analysis.coding.victims.kinds import state_words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import QuantityKind, QuantityMention

_STANDING = force_words("levels") | {"be", "rise", "climb", "decline", "soar", "peak"}
_GUESSED = frozenset({"estimate", "put", "number"})
_GUESSES = _GUESSED | force_words("known")
_NUMBERING = frozenset({"number", "total", "numbering", "totalling", "totaling"})
_SAYING = _NUMBERING | {"numbers", "numbered", "totalled", "totaled", "to", "at", "is", "was"}
_REACH = 14
_STRENGTH = force_words("strength")


def find_counts(reading: Reading, sentence: SentenceReading) -> Iterator[Count]:
    """Find the numbers that stand apart from the people that they count, in one sentence."""
    yield from _some(reading, sentence)
    levels = list(_levelled(reading, sentence))
    yield from levels
    told = {count.quantity.start for count in levels}
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        people = any(tokens[i].lower in force_words("people") for i in range(group.first, group.last + 1))
        people = people or tokens[group.head].lower in force_words("units") or tokens[group.head].lower in _STRENGTH
        own = quantity_in(sentence, group.first, group.last)
        if not people or (own is not None and own.low != 1):
            continue
        force = force_in(sentence, group.first, group.last)
        if force is None:
            continue
        if group.last + 1 < len(tokens) and tokens[group.last + 1].text == ":":
            yield from _noted(sentence, group, force)
        else:
            numbered = _numbered(reading, sentence, group, force)
            yield from (count for count in numbered if count.quantity.start not in told)


def _levelled(reading: Reading, sentence: SentenceReading) -> Iterator[Count]:
    """Read "cut its troops in Iraq from 5,000 to 3,000", "by 2,000": bare numbers after what is made more or less."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    for verb in phrases.verbs:
        thing = object_of(phrases, verb) if verb.lemma in _LEVELS and not (verb.passive or verb.negated) else None
        if thing is None or quantity_in(sentence, thing.first, thing.last) is not None:
            continue
        end = phrases.at[thing.last + 2] if "of" in (t.lower for t in tokens[thing.last + 1 : -1][:1]) else None
        whole = end if isinstance(end, NounGroup) and tokens[thing.head].lower == "number" else thing
        levels = tokens[whole.head].lower in {"level", "levels", "numbers"} and whole.last > whole.first
        levels = levels and tokens[whole.head - 1].lower in {"troop", "force"}
        if not levels and tokens[whole.head].lower not in force_words("people") | force_words("units") | _STRENGTH:
            continue
        subject = subject_of(phrases, verb)
        force = force_in(sentence, whole.first, whole.last)
        if subject is not None and tokens[subject.head].lower in {"it", "they"}:
            subject = speaker_behind(sentence, subject)
        if force is None and subject is not None:
            force = force_in(sentence, subject.first, subject.last, metonyms=True)
        force = force or decider_of(sentence, verb)
        place = place_after(reading, sentence, whole.last, force)
        planned = verb.infinitive or verb.modal in force_words("planned_modals")
        for group in phrases.nouns if force is not None and place is not None else ():
            word = tokens[group.preposition].lower if group.preposition is not None else ""
            beside = whole.last < group.first <= whole.last + _REACH and group.bare and word in {"to", "from", "by"}
            quantity = quantity_in(sentence, group.first, group.last) if beside else None
            own = levels and "in" in sentence.sentence.lowers[group.last + 1 : group.last + 4]  # no speaker's "in Togo"
            where = place_after(reading, sentence, group.last, force) if own else place
            if quantity is not None and quantity.low and force is not None:
                changed = Status.WITHDRAWN if verb.lemma in force_words("shrinking") else Status.DEPLOYED
                status = Status.PLANNED if planned and word != "from" else Status.PRESENT
                status = changed if word == "by" and not planned else status
                told = None if planned and word == "from" else verb  # so many are there now
                yield Count(quantity, group.first, group.last, force, where or place, Cue(status, told, "level"))


_LEVELS = force_words("levels") | force_words("shrinking") | force_words("growing")


def _noted(sentence: SentenceReading, group: NounGroup, force: str) -> Iterator[Count]:
    """Read "US troop numbers: roughly 2,500 in Iraq, 900 in Syria"."""
    at = sentence.phrases.at
    for number in sentence.phrases.nouns:
        if number.first <= group.last or not number.bare or number.last + 2 >= len(at):
            continue
        following = at[number.last + 2]
        quantity = quantity_in(sentence, number.first, number.last)
        place = place_in(sentence, following) if isinstance(following, NounGroup) else None
        if quantity is not None and quantity.low and place is not None:
            yield Count(quantity, number.first, number.last, force, place, Cue(Status.PRESENT, None, "note"))


def _numbered(reading: Reading, sentence: SentenceReading, group: NounGroup, force: str) -> Iterator[Count]:
    """Read "US troops in Iraq number about 5,000", "the number of US troops in Iraq has fallen to 2,500"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    counted = tokens[group.head].lower in _STRENGTH  # "the presence has shrunk to 1,000"
    counted = counted or (
        group.first > 1 and tokens[group.first - 1].lower == "of" and tokens[group.first - 2].lower == "number"
    )
    for i in range(group.last + 1, min(group.last + _REACH, len(tokens) - 1)):
        verb, lower = at[i], tokens[i].lower
        guessed = isinstance(verb, VerbGroup) and verb.passive and verb.lemma in _GUESSES
        reduced = isinstance(verb, VerbGroup) and not verb.finite and verb.lemma in force_words("standing")
        if reduced:
            continue  # "Colombian forces *stationed* in Arauca numbered 900"
        if isinstance(verb, VerbGroup) and (verb.negated or verb.modal or not (guessed or verb.lemma in _STANDING)):
            return
        apart = lower == "at" and isinstance(verb := at[i - 1], VerbGroup) and verb.lemma in _GUESSED
        if not (apart or (lower in _SAYING and (counted or isinstance(verb, VerbGroup) or lower in _NUMBERING))):
            continue
        found = at[i + 1] if tokens[i + 1].lower != "between" else at[min(i + 2, len(at) - 1)]
        if not isinstance(found, NounGroup):
            continue
        number = next((m for m in sentence.quantities if m.first == found.first), None)
        dated = found.temporal and number is not None and number.kind is QuantityKind.COUNT  # "at 1,100 last year"
        if not (found.bare or dated or tokens[found.head].lower in force_words("people")):
            continue
        quantity = number.quantity if dated and number is not None else quantity_in(sentence, found.first, found.last)
        place = place_after(reading, sentence, group.last, force) or place_ahead(reading, sentence, group.first)
        place = place or place_after(reading, sentence, found.last, force)
        then = next((v for v in sentence.phrases.verbs if v.first > found.last and v.finite), None)
        if place is None and then is not None and not then.negated:
            place = place_after(reading, sentence, then.last, force)  # "forces, numbering 5,000, are in Iraq"
        if quantity is not None and quantity.low and place is not None:
            cue = Cue(Status.PRESENT, _verb_of_time(sentence, group), "number")
            yield Count(quantity, found.first, found.last, force, place, cue)
            return


def _verb_of_time(sentence: SentenceReading, group: NounGroup) -> VerbGroup | None:
    """Return the verb that tells when; None for "has fallen to 2,500": so it is now."""
    told = next((v for v in sentence.phrases.verbs if v.first > group.last and (v.finite or v.gerund)), None)
    return None if told is None or sentence.sentence.tokens[told.first].lower in {"has", "have"} else told


def _some(reading: Reading, sentence: SentenceReading) -> Iterator[Count]:
    """Find "Chadian forces, 400 of whom arrived in Maroua": some of a force that move or stay."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for group in sentence.phrases.nouns:
        i = group.last + 2
        if not group.bare or i + 1 >= len(tokens) or (tokens[i - 1].lower, tokens[i].lower) != ("of", "whom"):
            continue
        verb = next((g for g in at[i + 1 : i + 4] if isinstance(g, VerbGroup)), None)
        whole = at[group.first - 2] if group.first > 1 and tokens[group.first - 1].lower == "," else None
        status = status_of(sentence, verb, True) if verb is not None else None
        if verb is None or status is None or not isinstance(whole, NounGroup):
            continue
        force, quantity = force_in(sentence, whole.first, whole.last), quantity_in(sentence, group.first, group.last)
        people = tokens[whole.head].lower in force_words("people") | force_words("units")
        place = place_after(reading, sentence, verb.last, force) or place_in(sentence, whole)
        if force is not None and people and quantity is not None and (quantity.low or 0) > 1 and place is not None:
            yield Count(quantity, group.first, group.last, force, place, Cue(status, verb, "some"))


def find_more(reading: Reading, sentence: SentenceReading, before: Before, first: Before) -> Iterator[Count]:
    """Find bare numbers that are sent or leave, after a figure of troops: "plans to send another 700".

    `before`: the last figure; `first`: the first of this sentence, or the last before it.
    """
    tokens = sentence.sentence.tokens
    yield from find_of_them(reading, sentence, before)
    yield from _number_again(sentence, before)
    yield from find_there(reading, sentence, first)
    for verb in sentence.phrases.verbs:
        gone = verb.lemma in force_words("quitting") and verb.finite and is_bare_subject(sentence, verb)
        status = status_of(sentence, verb, gone)
        if verb.passive:
            yield from _passive(reading, sentence, verb, before)
            continue
        stays = status is Status.PRESENT and verb.lemma in _STAYING and is_bare_subject(sentence, verb)
        stays = stays or (verb.lemma == "leave" and verb.gerund and is_left_there(sentence, verb))
        if status is None or (status is Status.PRESENT and not (stays or _has_own_force(sentence, verb))):
            continue
        found = _bare_of(sentence, verb)
        if found is None or (verb.lemma in force_words("together") and found[0].first > verb.last):
            continue  # "joining nearly 400" who are there already
        if counts_things(sentence, found[0]):
            continue
        group, subject = found
        plan = subject is not None and tokens[subject.head].lower in _PLANS
        hosts = verb.lemma in force_words("hosting")
        whose: str | None = before.force
        if subject is not None and not (subject.bare or plan or hosts or stays):
            said = {t.lower for t in tokens[subject.first : subject.last + 1]}
            own = not said.isdisjoint(_OWNERS)  # "President Ibe sent 1,200 more"
            whose = force_in(sentence, subject.first, subject.last, metonyms=True) or (before.force if own else None)
        quantity = quantity_in(sentence, group.first, group.last)
        if quantity is None or whose is None or tokens[group.head].lower == "they":
            continue
        if max(quantity.low or 0, quantity.high or 0) < 2:
            continue
        host = place_in(sentence, subject) if hosts and subject is not None else None
        left = object_of(sentence.phrases, verb) if verb.lemma in force_words("quitting") else None
        where = host or (place_in(sentence, left) if left is not None else None)
        where = where or place_after(reading, sentence, max(group.last, verb.last), whose, before) or before.place
        last = group.last + 2 if quantity.end > tokens[group.last].end else group.last
        yield Count(quantity, group.first, last, whose, where, Cue(status, verb, REMAIN if stays else "goes on"))


def _number_again(sentence: SentenceReading, before: Before) -> Iterator[Count]:
    """Find "in May the number was down to 3,100, and today it stands at 2,600", of the force told before."""
    tokens, phrases, told = sentence.sentence.tokens, sentence.phrases, False
    for verb in phrases.verbs:
        subject = subject_of(phrases, verb)
        word = tokens[subject.head].lower if subject is not None else ""
        told = told or word in {"number", "total", "strength"}
        if (number := _put_at(sentence, verb)) is not None:
            cue = Cue(Status.PRESENT, verb, REMAIN)
            yield Count(number.quantity, number.first, number.last, before.force, before.place, cue)
            return
        of = subject is not None and subject.last + 1 < len(tokens) and tokens[subject.last + 1].lower == "of"
        if not (told and word in {"number", "total", "strength", "it"}) or of or verb.negated or verb.modal:
            continue
        near = (g for g in phrases.nouns if verb.last < g.first <= verb.last + 4 and g.bare)
        for group in near:
            quantity = quantity_in(sentence, group.first, group.last)
            level = tokens[group.first - 1].lower in {"at", "to", "was"}
            if level and quantity is not None and (quantity.low or 0) > 1:
                cue = Cue(Status.PRESENT, verb, "number again")
                yield Count(quantity, group.first, group.last, before.force, before.place, cue)


def _put_at(sentence: SentenceReading, verb: VerbGroup) -> QuantityMention | None:
    """Return the number in "officials now put the figure at fewer than 1,000"."""
    thing = object_of(sentence.phrases, verb) if verb.lemma in _GUESSED and not verb.negated else None
    tokens, at = sentence.sentence.tokens, thing.last + 1 if thing is not None else 0
    if thing is None or tokens[thing.head].lower not in _FIGURES or tokens[min(at, len(tokens) - 1)].lower != "at":
        return None
    return next((m for m in sentence.quantities if m.first == at + 1), None)


_FIGURES = frozenset({"number", "figure", "total", "strength"})


def _bare_of(sentence: SentenceReading, verb: VerbGroup) -> tuple[NounGroup, NounGroup | None] | None:
    """Return the bare number that a verb sends, and who sends it; or the one that goes by itself, and None."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    after = object_beyond(sentence, verb)
    if isinstance(after, NounGroup) and after.bare and after.preposition is None:
        return after, subject_of(sentence.phrases, verb)
    i = verb.first - 1
    if i > 1 and tokens[i].lower == "so" and tokens[i - 1].lower == "or":
        i -= 2
    before = at[i] if i >= 0 else None
    if verb.infinitive and isinstance(before, VerbGroup):
        before = subject_of(sentence.phrases, verb)  # "600 more are expected to arrive"
    return (before, None) if isinstance(before, NounGroup) and before.bare else None


#: words for who sends or takes home some of the force before
_OWNERS = force_words("offices") | force_words("missions") | force_words("unnamed_groups") | {"it", "they"}
_STAYING = frozenset({"remain", "stay"})
_PLANS = frozenset({"plan", "plans", "decision", "order", "orders"})


def _has_own_force(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb of keeping has a force of its own as subject: "while Turkey maintains more than 3,000"."""
    subject = subject_of(sentence.phrases, verb)
    named = subject is not None and force_in(sentence, subject.first, subject.last, metonyms=True) is not None
    return named and (verb.lemma in _KEEPING or verb.lemma in force_words("hosting"))


_KEEPING = frozenset({"maintain", "keep", "have", "station", "deploy"})


def _passive(reading: Reading, sentence: SentenceReading, verb: VerbGroup, before: Before) -> Iterator[Count]:
    """Find "an additional 300 will be flown to Jordan"."""
    group = subject_of(sentence.phrases, verb)
    status = status_of(sentence, verb, True)
    reduced = group is not None and not verb.finite and verb.first - group.last <= 2  # "nearly 400 already deployed"
    if group is None or not group.bare or group.preposition is not None or status is None:
        return
    behind = {t.lower for t in sentence.sentence.tokens[group.last + 1 : verb.first]}
    if behind & state_words():
        return  # "eight of the wounded were evacuated"
    if status is Status.PRESENT and not reduced:
        return
    quantity = quantity_in(sentence, group.first, group.last)
    where = place_after(reading, sentence, verb.last, before.force, before)
    if quantity is not None and (quantity.low or 0) > 1 and where is not None and status is not None:
        yield Count(quantity, group.first, group.last, before.force, where, Cue(status, verb, "goes on"))
