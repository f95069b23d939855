"""Splitting: one mention that tells of several attacks, by dates, by countries or by victims."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.coding.attacks.days.spoken_days import dates_speech
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.numbers.counts import count_of, is_clash
from analysis.coding.attacks.numbers.examples import find_example
from analysis.coding.attacks.numbers.times import find_number, find_times
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.coding.utterances import Utterance
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind, PlaceMention, RelationKind
from analysis.language.quantities import Quantity, QuantityKind
from analysis.language.text.forms import is_plural


def split_frame(frame: Frame, others: Sequence[int], utterances: Sequence[Utterance]) -> Iterable[Frame]:
    """Give each date of its own a frame ("on July 16 and 25"), and each victim of "the assassinations of A and B"."""
    mention = frame.mention
    days = _days(mention)
    pairs = _per_day(mention, others)
    if pairs:
        return [_on_day(frame, place, day, i) for i, (place, day) in enumerate(pairs)]
    told = [d for d in days if not dates_speech(mention, d)]
    if frame.count is not None and frame.count.low == len(told) and len(told) > 1:
        return [replace(frame, date=d, series=False, count=None, apart=(d.start, d.end)) for d in told]
    listed = [] if "respectively" in mention.sentence.words else _listed_days(mention, others)
    if len(listed) > 1 and is_clash(mention) and all(_is_next(a, b) for a, b in pairwise(listed)):
        return [replace(frame, date=replace(listed[0], date_to=listed[-1].date_to))]
    if listed and not frame.part:
        return [replace(frame, date=d, series=False, plural=False, count=None, apart=(d.start, d.end)) for d in listed]
    tolls = _per_toll(mention, others)
    if tolls and frame.date is not None and frame.count is None and not frame.series:
        return [
            replace(frame, place=p.place, countries=_country(p), plural=False, apart=(p.start, p.end)) for p in tolls
        ]
    parts = _per_country(mention, others)
    if parts:
        return [
            replace(frame, series=True, count=count, countries=(country,), place=None, apart=(count.start, count.end))
            for count, country in parts
        ]
    if frame.count is None and (aims := _per_aim(mention, others)):
        return [_at_aim(frame, aim) for aim in aims]
    example = find_example(frame)
    if example is not None:
        return example
    victims = _victims(mention)
    if len(victims) > 1 and _are_apart(mention):
        return [_one_victim(frame, *victim) for victim in victims]
    return [frame if not victims else replace(frame, target=victims[0][0])]


def _is_next(day: DateMention, other: DateMention) -> bool:
    """Tell the Thursday of "fighting on Wednesday and Thursday", which was one."""
    return day.date_to is not None and other.date_from is not None and (other.date_from - day.date_to).days == 1


def _per_aim(mention: Mention, others: Sequence[int]) -> list[PlaceMention]:
    """Return the places in two countries of "fired missiles at X, in Aleria, and at Y, in Thule"."""
    tokens, places = mention.sentence.sentence.tokens, mention.sentence.places
    aims = [p for p in places if p.first > mention.last and _is_local(p) and tokens[p.first - 1].lower == "at"]
    if len(aims) < 2 or tokens[aims[-1].first - 2].lower != "and" or len({p.place.country for p in aims}) < len(aims):
        return []
    between = range(mention.last + 1, aims[-1].first)
    told = any(v.finite and v.first in between for v in mention.sentence.phrases.verbs)
    return [] if told or any(o in between for o in others) else aims


def _at_aim(frame: Frame, aim: PlaceMention) -> Frame:
    """Return the attack on one of the places that a mention was aimed at."""
    where = aim.place.name if frame.place is None or frame.place != aim.place else frame.target
    return replace(frame, place=aim.place, countries=_country(aim), target=where, apart=(aim.start, aim.end))


def _on_day(frame: Frame, place: PlaceMention | None, day: DateMention, number: int) -> Frame:
    """Return the attack of one day, at the place told with it; of the first, else that of the mention."""
    return replace(
        frame,
        date=day,
        place=place.place if place is not None else None if number else frame.place,
        countries=_country(place) if place is not None else frame.countries,
        series=False,
        count=None,
        apart=(day.start, day.end),
    )


def _country(place: PlaceMention) -> tuple[str, ...]:
    return (place.place.country,) if place.place.country else ()


def _listed_days(mention: Mention, others: Sequence[int]) -> list[DateMention]:
    """Return the days of "on Tuesday and again on Friday", "on 3 and 9 March, guns", "in 2021 and again in May"."""
    tokens, phrases = mention.sentence.sentence.tokens, mention.sentence.phrases
    days = _days(mention)
    if days and days[0].first <= 1 and days[-1].last < mention.first and tokens[days[-1].last + 1].text == ",":
        between = [{t.lower for t in tokens[a.last + 1 : b.first]} for a, b in pairwise(days)]
        listed = len(days) > 1 and all(words <= _AND and words for words in between)
        return days if listed and "and" in between[-1] and not any(o < mention.first for o in others) else []
    days = [d for d in days if d.first > mention.last]
    between = [{t.lower for t in tokens[a.last + 1 : b.first]} for a, b in pairwise(days)]
    if len(days) < 2 or not all(words <= _AND and words & {"and", ","} for words in between):
        return []
    if any(d.precision is Precision.YEAR for d in days) and not all("again" in words for words in between):
        return []
    if not any("and" in words for words in between) or any(mention.anchor < o < days[-1].first for o in others):
        return []
    told = any(v.finite and mention.last < v.first < days[0].first for v in phrases.verbs)
    then = mention.verb is not None and any(v.first == days[-1].last + 1 for v in phrases.verbs)
    return [] if told or then or _subject_opens_clause(phrases, days[-1].last + 1) else days


def _subject_opens_clause(phrases: Phrases, i: int) -> bool:
    """Tell a subject at token i and a verb behind it: "and on May 9 *two cooks were* hurt when …"."""
    group = phrases.at[i] if i < len(phrases.at) else None
    return isinstance(group, NounGroup) and not group.temporal and any(v.finite and v.first > i for v in phrases.verbs)


def _days(mention: Mention) -> list[DateMention]:
    """Return the days that a sentence names, or where it names none the months and years."""
    on = [d for d in mention.sentence.dates if d.relation is When.ON]
    days = [d for d in on if d.precision is Precision.DAY]
    return days or [d for d in on if d.precision in {Precision.MONTH, Precision.YEAR}]


_AND = frozenset({",", "and", "again", "on", "in", "then", "late", "early"})


def _per_toll(mention: Mention, others: Sequence[int]) -> list[PlaceMention]:
    """Return the towns with a toll each: "air strikes killed 12 in X and six in Y"."""
    sentence, verb = mention.sentence, mention.verb
    if verb is None:
        verb = next((v for v in sentence.phrases.verbs if v.first > mention.last and v.finite), None)
    if verb is None or verb.passive or verb.lemma not in words().harming or subject_of(sentence.phrases, verb) is None:
        return []
    places = [p for p in sentence.places if p.first > verb.last and p.place.kind in _LOCAL and not p.place.part]
    if len(places) < 2 or any(p.relation is None or p.relation.kind is not RelationKind.IN for p in places):
        return []
    if any(v.finite and verb.last < v.first < places[-1].first for v in sentence.phrases.verbs) or any(
        verb.last < o < places[-1].first for o in others
    ):
        return []
    starts = [verb.last, *(p.last for p in places)]
    told = all(
        any(q.kind in _TOLLS and first < q.first < p.first for q in sentence.quantities)
        for first, p in zip(starts, places, strict=False)
    )
    return places if told else []


_TOLLS = frozenset({QuantityKind.COUNT, QuantityKind.VAGUE, QuantityKind.DETERMINER})


def _per_day(mention: Mention, others: Sequence[int]) -> list[tuple[PlaceMention | None, DateMention]]:
    """Return the places with a day each: "attacked a prison in X on March 3 and a market in Y on March 7"."""
    sentence = mention.sentence
    if "respectively" in sentence.words:  # "X and Y were raided on Sunday and Monday, respectively"
        named = [p for p in sentence.places if p.place.kind in _LOCAL and not p.place.part]
        each = _days(mention) if not others else []
        return list(zip(named, each, strict=True)) if len(named) == len(each) > 1 else []
    days = [d for d in _days(mention) if d.precision is Precision.DAY and d.first > mention.last]
    if len(days) < 2 or any(mention.anchor < o < days[-1].first for o in others):
        return []
    starts = [mention.last, *(d.last for d in days)]
    parts = [range(a + 1, d.first) for a, d in zip(starts, days, strict=False)]
    told = [[p for p in sentence.places if p.first in part and _is_local(p)] for part in parts]
    if any(len(places) > 1 for places in told) or not all(_is_scene(sentence, p) for p in parts[1:]):
        return []
    if any(v.finite and mention.last < v.first < days[-1].first for v in sentence.phrases.verbs):
        return []
    return [(next(iter(places), None), day) for places, day in zip(told, days, strict=True)]


def _is_local(place: PlaceMention) -> bool:
    return place.place.kind in _LOCAL and not place.place.part


def _is_scene(sentence: SentenceReading, part: range) -> bool:
    """Tell the words from one day to the next that name a scene: "and a market *in* Y", "and *outside* Y"."""
    words = [sentence.sentence.tokens[i].lower for i in part]
    return bool({"and", ","} & set(words[:2])) and any(sentence.phrases.tags[i] is Tag.PROPER for i in part)


_LOCAL = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.PROVINCE})


def _one_victim(frame: Frame, text: str, start: int, end: int) -> Frame:
    people = frozenset(w for w in frame.people if w in text.lower())
    return replace(frame, target=text, people=people, apart=(start, end), plural=False, series=False)


def _are_apart(mention: Mention) -> bool:
    """Tell several murders ("the assassinations of …", "… the first blamed on …") from one of several people."""
    tokens = mention.sentence.sentence.tokens
    plural = mention.event is not None and is_plural(tokens[mention.event.head].lower)
    ordinals = guilt_words()["first"] | guilt_words()["second"]
    return plural or any(t.lower in ordinals for t in tokens[mention.last + 1 :])


def _per_country(mention: Mention, others: Sequence[int]) -> list[tuple[Quantity, str]]:
    """Return the counts that a sentence gives by country: "three sites in the one country and two in the other"."""
    counts = _counts_of_attacks(mention)
    places = [
        p
        for p in mention.sentence.places
        if p.place.kind is PlaceKind.COUNTRY
        and p.first > mention.anchor
        and p.relation
        and p.relation.kind is RelationKind.IN
    ]
    alone = not any(mention.anchor < o < p.first for o in others for p in places)
    if alone and mention.weapon is None and (counts or mention.event is not None):
        told = _counts_before(mention, places)
        if told:
            return told
    if len(counts) != len(places) or len(counts) < 2:
        return []
    ends = [i for (first, _), p in zip(counts, places, strict=True) for i in (first, p.first)]
    if ends != sorted(ends) or any(v.finite and ends[0] < v.first < ends[-1] for v in mention.sentence.phrases.verbs):
        return []
    return [(c, p.place.country) for (_, c), p in zip(counts, places, strict=True) if p.place.country]


def _counts_before(mention: Mention, places: Sequence[PlaceMention]) -> list[tuple[Quantity, str]]:
    """Return the counts right before "in" and each country: "66 times in Aleria, 98 in Thule and once in Berolia"."""
    tokens, found = mention.sentence.sentence.tokens, []
    for place in places:
        i = place.first - 2
        i -= tokens[i].lower in _COUNTED
        number = find_number(tokens[i]) if i > mention.anchor and tokens[place.first - 1].lower == "in" else None
        if number is not None and place.place.country is not None:
            found.append((number, place.place.country))
    return found if len(found) > 1 else []


_COUNTED = frozenset({"times", "attacks", "attack", "strikes", "incidents", "occasions"})


def _counts_of_attacks(mention: Mention) -> list[tuple[int, Quantity]]:
    """Return the counts of attacks, with their tokens: of sites hit, of "12 times", of the event from its own on."""
    sentence, target, event = mention.sentence, mention.target, mention.event
    if event is None:
        times = find_times(mention)
        if times or target is None or lemma(sentence.phrases, target) not in words().sites:
            return times
    start = event.first if event is not None else target.first if target is not None else 0
    if event is not None and (mention.weapon is not None or count_of(mention) is None):
        return []
    return [(q.first, q.quantity) for q in sentence.quantities if q.kind is QuantityKind.COUNT and q.first >= start]


def _victims(mention: Mention) -> list[tuple[str, int, int]]:
    """Return the victims that "the murders of A and B" or "A and B were murdered" lists, with start and end."""
    phrases, verb = mention.sentence.phrases, mention.verb
    if mention.type is not AttackType.ASSASSINATION:
        return []
    if mention.event is not None and lemma(phrases, mention.event) in {"assassination", "murder", "slaying"}:
        spans = _listed(phrases, mention.event.last + 1, len(phrases.at), {"of", "and"})
    elif mention.event is None and verb is not None and verb.passive:
        before = [v.last for v in phrases.verbs if v.last < verb.first and v.finite]
        spans = _listed(phrases, max(before, default=-1) + 1, verb.first, {"and", "after", "that", "when", ""})
    else:
        return []
    tokens, text = phrases.sentence.tokens, mention.sentence.source.text
    return [(text[tokens[a].start : tokens[b].end], tokens[a].start, tokens[b].end) for a, b in spans]


def _listed(phrases: Phrases, first: int, stop: int, openers: set[str]) -> list[tuple[int, int]]:
    """Return the groups that "and" lists from token first on, each with its "of …" behind."""
    tokens = phrases.sentence.tokens
    spans: list[tuple[int, int]] = []
    i = first
    while i < stop:
        group = phrases.at[i]
        if isinstance(group, VerbGroup) or tokens[i].lower in {";", "."} or (tokens[i].lower == "," and spans):
            break
        if isinstance(group, NounGroup):
            before = tokens[i - 1].lower if i else ""
            if spans and before == "of" and spans[-1][1] == i - 2:
                spans[-1] = spans[-1][0], group.last
            elif before in openers:
                spans.append((i, group.last))
            i = group.last + 1
            continue
        i += 1
    return spans
