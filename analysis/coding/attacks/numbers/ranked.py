"""Ranked: an attack that is one in a counted run ("the third attack on the port since May"): the run is told as well.

The attack itself stays a row of its own, told by what else the text says of it; the run takes its number from the rank
and its days from the period. A rank without a period ("the second attack") counts nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.apart import LOCAL
from analysis.coding.attacks.days.when import is_long
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.dates.readings import days_back
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.text.forms import is_plural, parse_singular
from analysis.language.text.numbers import parse_number
from analysis.language.text.tokens import Token


def find_run(frame: Frame) -> list[Frame]:
    """Return the run of attacks that the one of a frame is a ranked one of, as a frame; none where there is none."""
    count = _rank_of(frame.mention)
    if count is None or frame.part:
        return []
    period = _period_of(frame.mention, count)
    recent = period is None and _is_open_period(frame.mention.sentence, frame.mention.last)
    if not (period or recent) or (count.low == _SECOND and not (period and _is_of_days(frame.mention, period))):
        return []
    mention = replace(frame.mention, attached=None)
    whole = replace(frame, place=frame.place if _is_behind(frame) else None)
    aim = _aim_of(mention.sentence, count)
    if aim is not None:  # "the attack on Camp Sarno was the third on bases in the country this year"
        mention = replace(mention, target=aim)
        target = mention.sentence.phrases.text(mention.sentence.source.text, aim)
        whole = replace(frame, target=target, place=_named_in(mention.sentence, aim))
    return [_run(whole, mention, count, period)]


def _run(frame: Frame, mention: Mention, count: Quantity, period: DateMention | None) -> Frame:
    """Return a frame made the one of a run that is counted over a period."""
    return replace(
        frame,
        mention=mention,
        series=True,
        plural=False,
        definite=False,
        pointing=False,
        count=count,
        munitions=None,
        date=period,
        another=True,
        apart=(count.start, count.end),
        victims=frozenset(),
        toll=frozenset(),
    )


def _aim_of(sentence: SentenceReading, count: Quantity) -> NounGroup | None:
    """Return what the run was aimed at, right behind its rank: "the third *on bases*", or None."""
    tokens = sentence.sentence.tokens
    i = next((i for i, t in enumerate(tokens) if t.start >= count.end), len(tokens))
    aim = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in {"on", "against"} else None
    return aim if isinstance(aim, NounGroup) and not aim.temporal else None


def _named_in(sentence: SentenceReading, aim: NounGroup) -> Place | None:
    """Return the place that an aim is or names ("the third on *the Green Zone*"), or None."""
    inside = (p.place for p in sentence.places if aim.first <= p.first <= aim.last)
    return next((place for place in inside if place.kind in LOCAL), None)


def find_rank(sentence: SentenceReading, frames: Sequence[Frame]) -> list[Frame]:
    """Return the run that "it was the third on bases this year", "the incident was the third of its kind" counts."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    gap = sentence.number - frames[-1].mention.sentence.number
    if gap > _NEAR or frames[-1].series or len(tokens) < _SHORTEST:
        return []
    named = _unclaimed(phrases) if "claimed" in sentence.words else None
    the = 1 + (tokens[0].lower == "the" and tokens[1].lower in _INCIDENTS) if named is None else named
    if named is None and (gap > 1 or (the == 1 and tokens[0].lower not in {"it", "this", "that"})):
        return []
    if tokens[the + 1].lower != "the":
        return []
    number = _number(tokens[the + 2]) if named is not None or _is_be(phrases, the) else None
    group = phrases.at[the + 2]
    if number is None or number < _SECOND or not isinstance(group, NounGroup):
        return []
    nth = tokens[the + 2]
    count = Quantity(number, number, Qualifier.EXACT, nth.text, nth.start, nth.end)
    aim = _aim_of(sentence, count)
    after = [t.lower for t in tokens[the + 3 : the + 6]]
    kind = (after[0] == "of" and after[2] in words().kinds) or (after[0] == "such" and after[1] in _INCIDENTS)
    mention = Mention(sentence, group, None, None, None, aim, AttackType.OTHER, "ranked")
    period = _period_of(mention, count, the + 2)
    if not (aim is not None or kind) or not (period or _is_open_period(sentence, the)):
        return []
    lands = tuple(dict.fromkeys(p.place.country for p in sentence.places if p.place.country))
    told = replace(frames[-1], place=None, seat=None, countries=lands or frames[-1].countries)
    if aim is not None:
        target = phrases.text(sentence.source.text, aim)
        place = _named_in(sentence, aim)
        told = replace(told, type=AttackType.OTHER, weak=False, doer=None, target=target, place=place)
    return [_run(told, mention, count, period)]


def _unclaimed(phrases: Phrases) -> int | None:
    """Return the comma of "nobody claimed the attack, *the third on the embassy this month*", or None."""
    event = next((g for g in phrases.nouns if is_event(phrases, g)), None)
    at = event.last + 1 if event is not None and _predicate(phrases, event) else len(phrases.at)
    return at if at + _SHORTEST <= len(phrases.at) + 2 and phrases.sentence.tokens[at].text == "," else None


#: sentences from an attack to the one that says who has not claimed it
_NEAR = 4

#: what an attack is called that is only counted
_INCIDENTS = frozenset({"incident", "case", "event", "episode", "occurrence"})

#: tokens of "it was the third such incident this month."
_SHORTEST = 8


def _is_of_days(mention: Mention, period: DateMention) -> bool:
    """Tell two attacks "in a week", of which the first is not told behind a colon, from the second of a year."""
    span = _span_of(mention, mention.event.head, _SECOND) if mention.event is not None else None
    return span is not None and span.first == period.first and ":" not in mention.sentence.words


def _is_behind(frame: Frame) -> bool:
    """Tell whether the place of a frame stands behind the ranked attack, and not with what it is one of a run with."""
    event, name = frame.mention.event, frame.place.name if frame.place is not None else None
    return event is not None and any(
        p.first > event.head and p.place.name == name for p in frame.mention.sentence.places
    )


def _period_of(mention: Mention, rank: Quantity, start: int | None = None) -> DateMention | None:
    """Return the time behind a rank, or from token `start` on, over which it counts: "since May", "this month"."""
    if start is None:
        start = mention.event.head if mention.event is not None else len(mention.sentence.sentence.tokens)
    later = [d for d in mention.sentence.dates if d.first > start]
    named = next((d for d in later if d.relation is When.SINCE or is_long(d) or _is_so_far(d)), None)
    return named or _span_of(mention, start, rank.low or _SECOND)


def _is_open_period(sentence: SentenceReading, start: int) -> bool:
    """Tell "in recent weeks", "since the truce broke down" behind a rank at token `start`: over days not told."""
    tokens = sentence.sentence.tokens
    said = [[t.lower for t in tokens[i : i + 3]] for i in range(start, len(tokens) - 2)]
    return any(w[0] == "since" or (w[:2] == ["in", "recent"] and parse_singular(w[2]) in _UNITS) for w in said)


def _is_so_far(date: DateMention) -> bool:
    """Tell a month, and "this week"."""
    week = date.precision is Precision.WEEK and date.text.lower().startswith("this ")
    return week or date.precision is Precision.MONTH


def _span_of(mention: Mention, start: int, rank: int) -> DateMention | None:
    """Return "in ten days", "in as many days" behind a rank at token `start`, up to the day of publication, or None."""
    tokens, published = mention.sentence.sentence.tokens, mention.sentence.source.published
    for i in range(start, len(tokens) - 2):
        if tokens[i].lower not in {"in", "within"}:
            continue
        j = i + 1
        while j < len(tokens) - 2 and tokens[j].lower in _LESS:
            j += 1
        many = [t.lower for t in tokens[j : j + 2]] == ["as", "many"] and j + 2 < len(tokens)
        j += many
        unit, number = parse_singular(tokens[j + 1].lower), rank if many else _count(tokens[j])
        first = days_back(published, number, unit) if published is not None and unit in _UNITS else None
        if first is None or published is None:
            continue
        text = mention.sentence.source.text[tokens[i + 1].start : tokens[j + 1].end]
        return DateMention(first, published, text, tokens[i + 1].start, tokens[j + 1].end, i + 1, j + 1,
                           When.SINCE, Precision.RANGE)  # fmt: skip
    return None


_LESS = frozenset({"less", "than", "under", "just", "about", "only", "barely", "the", "past", "last"})
_UNITS = frozenset({"day", "week", "month"})


def _count(token: Token) -> int | None:
    return 1 if token.lower in {"a", "an", "one"} else parse_number(token.lower)


def _rank_of(mention: Mention) -> Quantity | None:
    """Return the three of "the third attack", "the raid was the third on the port", "the strike, the 3rd", or None."""
    event = mention.event if mention.weapon is None else None
    tokens = mention.sentence.sentence.tokens
    if event is None or is_plural(tokens[event.head].lower):
        return None
    tags = mention.sentence.phrases.tags
    owner = next((i for i in range(event.first, event.head) if tags[i] is Tag.POSSESSIVE), None)  # "Thule's third raid"
    named = owner is not None or tokens[event.first].lower in {"the", "its", "a", "their"}
    own = tokens[(event.first if owner is None else owner) + 1 : event.head] if named else []
    for token in (*own, *_predicate(mention.sentence.phrases, event)):
        number = _number(token)
        if number is not None and number >= _SECOND:
            return Quantity(number, number, Qualifier.EXACT, token.text, token.start, token.end)
    return None


def _predicate(phrases: Phrases, event: NounGroup) -> Sequence[Token]:
    """Return the rank of "the raid was *the sixth* on the city", "the strike, *the 17th* this year"."""
    tokens, i = phrases.sentence.tokens, event.last + 1
    while i < len(tokens) and i <= event.last + _REACH and not (tokens[i].text == "," or _is_be(phrases, i)):
        if isinstance(phrases.at[i], VerbGroup):
            return ()
        i += 1
    if i + 3 >= len(tokens) or tokens[i + 1].lower != "the" or i > event.last + _REACH:
        return ()
    alone = phrases.tags[i + 3] not in {Tag.NOUN, Tag.ADJECTIVE, Tag.PROPER} or tokens[i + 3].lower in {"such"}
    return tokens[i + 2 : i + 3] if alone else ()


#: tokens from an attack to "was the sixth"
_REACH = 6


def _is_be(phrases: Phrases, i: int) -> bool:
    verb = phrases.at[i]
    return isinstance(verb, VerbGroup) and verb.lemma == "be" and verb.finite and not verb.negated and verb.last == i


def is_since(mention: Mention, date: DateMention) -> bool:
    """Tell the day of what "since" tells of: "the worst attack since the war broke out in April"."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    return event is not None and any(t.lower == "since" for t in tokens[event.last + 1 : date.first])


def as_run(frame: Frame) -> Frame:
    """Return a frame, as a run where it is one: "it was the fifth time since May that jets took part in strikes"."""
    tokens, first = frame.mention.sentence.sentence.tokens, frame.mention.first
    i = next((i for i in range(2, first) if tokens[i].lower == "time" and tokens[i - 2].lower == "the"), None)
    number = _number(tokens[i - 1]) if i is not None else None
    if i is None or number is None or number < _SECOND or "that" not in {t.lower for t in tokens[i:first]}:
        return frame
    token = tokens[i - 1]
    count = Quantity(number, number, Qualifier.EXACT, token.text, token.start, token.end)
    period = _period_of(frame.mention, count, i)
    if period is None and not _is_open_period(frame.mention.sentence, i):
        return frame
    return replace(frame, series=True, plural=False, count=count, munitions=None, date=period, another=True)


_SECOND = 2


def _number(token: Token) -> int | None:
    figures = _NTH.fullmatch(token.lower)
    return int(figures[1]) if figures else words().ranks.get(token.lower)


_NTH = re.compile(r"(\d{1,4})(?:st|nd|rd|th)")
