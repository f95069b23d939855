"""When: the dates of a sentence that may be those of an attack that it tells of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.answering import RESPONDING, find_opener
from analysis.coding.attacks.clauses.grammar import joins_clause
from analysis.coding.attacks.clauses.opening import when_last
from analysis.coding.attacks.clauses.reduced import is_past_main
from analysis.coding.attacks.clauses.targets import is_reacted_to
from analysis.coding.attacks.days.claimed import is_day_of_claim, is_of_claim
from analysis.coding.attacks.days.clause_days import is_of_clause, is_of_when
from analysis.coding.attacks.days.counted_days import counted_from, find_counted, to_day_before
from analysis.coding.attacks.days.other_days import dates_other, is_mourned, is_of_visit
from analysis.coding.attacks.days.own_days import (
    NO_DATE,
    goes_on_since,
    is_in_since,
    lies_in_since,
    own_day,
    run_began,
    tells_when,
    verb_before,
)
from analysis.coding.attacks.days.shared_days import came_before, is_of_both_clauses
from analysis.coding.attacks.days.spoken_days import dates_speech, to_week_of_speech
from analysis.coding.attacks.mention import Mention, in_same_utterance
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.dates import DateMention, Precision, to_anchored
from analysis.language.dates import Relation as When
from analysis.language.grammar.phrases import NounGroup, Phrases


def find_dates_of(mention: Mention, inner: Utterance | None, others: Sequence[int]) -> list[DateMention]:
    """Return the dates that may be the mention's, the nearest first, those that only count days from elsewhere last."""
    counted = find_counted(mention)
    if counted is not None:
        return [counted]
    found, shared = [], []
    for printed in mention.sentence.dates:
        date = _named_by(mention, printed)
        if (
            (date.relation in NO_DATE and not tells_when(mention, date))
            or not (
                in_same_utterance(date.start, mention, inner) or _labels(mention, date) or is_of_claim(mention, date)
            )
            or (mention.sentence.sentence.headline and "overnight" in date.text.lower().split())
            or dates_speech(mention, date)
            or (dates_other(mention, date) and not (date.first > 0 and tells_when(mention, date)))
            or is_of_visit(mention, date)
            or is_of_clause(mention, date)
            or is_past_main(mention, date.first)
            or is_of_when(mention, date)
            or is_day_of_claim(mention, date)
            or _counts_others(mention, date)
            or _lies_ahead(mention, date)
            or _will_be(mention, date)
            or is_reacted_to(mention, date.first)
            or _dates_what_followed(mention, date)
            or _dates_end(mention, date)
            or _dates_what_came_before(mention, date)
            or _tells_when_of_other(mention, date, others)
            or (date.first > 0 and _is_in_name(mention, date, others))
        ):
            continue
        began = date.relation is When.ON and run_began(mention, date)
        if began or (date.relation is When.ON and lies_in_since(mention.sentence.phrases, mention.last, date.first)):
            if began or goes_on_since(mention, date):
                published = mention.sentence.source.published
                found.append(replace(date, relation=When.SINCE, date_to=published, precision=Precision.RANGE))
            continue
        counted = counted_from(mention, date)
        if counted is not None:
            if counted.relation is When.ANCHOR and date.date_from is not None:
                known = replace(counted, named_to=date.date_to)
                found.append(to_anchored(known, date.date_from, date.date_to))
            continue
        mine = distance(mention.sentence.phrases, mention.anchor, date.first)
        anchors = (*others, mention.anchor)
        mine += _past_opener(mention.sentence.phrases, date, mention.anchor, anchors)
        fronted = date.first == 0 and not (_is_in_name(mention, date, others) or came_before(mention, date, others))
        own = (date.first > 0 and tells_when(mention, date)) or is_in_own_name(mention, date)
        if not fronted and not own and any(
            distance(mention.sentence.phrases, o, date.first)
            + _past_opener(mention.sentence.phrases, date, o, anchors) < mine
            for o in others
        ):  # fmt: skip
            if is_of_both_clauses(mention, date, others):
                shared.append(date)
            continue
        found.append(to_week_of_speech(own_day(mention, date), inner))
    past = any(_counts_past(d) and d.last < mention.first for d in mention.sentence.dates)
    found = [d for d in found or shared if not ((len(found) > 1 or past) and _is_of_night(mention, d))]
    behind = [d.first for d in found if d.first > mention.anchor and d.relation is When.ON]
    found = [to_day_before(mention, d, found) for d in found if not _past_when(mention, d, behind)]
    return sorted(
        found, key=lambda d: (d.relation is When.ANCHOR and d.date_from is None, abs(d.first - mention.anchor), d.first)
    )


def _past_when(mention: Mention, date: DateMention, inner: Sequence[int]) -> bool:
    """Tell the main clause's day from those `inner` to "when": "died *on Friday* of burns suffered when … on May 3".

    And from those inner to "after": "sank *on March 2* after it was hit on February 18".
    """
    phrases = mention.sentence.phrases
    before = range(date.last, mention.anchor)
    if date.relation is not When.ON or not any(_word(phrases, i) in {"when", "after"} for i in before):
        return False
    return any(not any(_word(phrases, i) == "," for i in range(mention.anchor, first)) for first in inner)


def _is_in_name(mention: Mention, date: DateMention, others: Sequence[int]) -> bool:
    """Tell the day in the name of another attack: "*Thursday's* raids were the latest in a string of attacks"."""
    group = mention.sentence.phrases.at[date.first]
    return isinstance(group, NounGroup) and group is not mention.event and group.head in others


def is_in_own_name(mention: Mention, date: DateMention) -> bool:
    """Tell the day in the name of the attack itself: "in the wake of the *October 7* attack"."""
    event = mention.event if mention.weapon is None else None
    return event is not None and event.first <= date.last < event.head


def _counts_past(date: DateMention) -> bool:
    """Tell the days by which what is told came before: "*three days after* a man was seized in an overnight raid"."""
    return date.relation is When.ANCHOR and bool(date.offset) and date.text.lower().endswith(" after")


def _is_of_night(mention: Mention, date: DateMention) -> bool:
    """Tell the "overnight" of "an overnight raid", which says when in the day, where its sentence names a day."""
    event = mention.event
    before = event is not None and (event.first <= date.first < event.head or date.last + 1 == event.first)
    return before and date.text.lower() == "overnight"


def _named_by(mention: Mention, date: DateMention) -> DateMention:
    """Return the date in an attack's own name ("since the 2019 raid", "after the October 7 attack") as its day."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    if date.relation in {When.SINCE, When.COMPARED} and is_in_since(mention, date):
        return replace(date, date_to=date.named_to or date.date_to, relation=When.ON)
    if event is None or date.relation is When.ON:
        return date
    since = event.preposition is not None and tokens[event.preposition].lower == "since" and date.first > event.last
    if not event.first <= date.last < event.head and not since:
        return date  # but "since the attack on a bus in April"
    if date.relation is When.SINCE:
        return date if date.named_to is None else replace(date, date_to=date.named_to, relation=When.ON)
    return replace(date, relation=When.ON) if date.relation in NO_DATE else date


def _tells_when_of_other(mention: Mention, date: DateMention, others: Sequence[int]) -> bool:
    """Tell the day of an earlier attack: "the worst raid since *March*, when a rocket killed a guard"."""
    when = when_last(mention.sentence.phrases, date.first - 1, min(date.last + 3, len(mention.sentence.phrases.at)))
    return when is not None and mention.anchor < date.first and any(o > when for o in others)


def _labels(mention: Mention, date: DateMention) -> bool:
    """Tell a date that opens a note: "2 April: drone attack …"."""
    tokens = mention.sentence.sentence.tokens
    return date.first <= 1 and date.last + 1 < len(tokens) and tokens[date.last + 1].text == ":"


def distance(phrases: Phrases, a: int, b: int) -> int:
    """Return the tokens from a to b; a comma or a semicolon between them counts ten."""
    first, last = min(a, b), max(a, b)
    return last - first + 10 * sum(phrases.sentence.tokens[i].text in {",", ";"} for i in range(first, last))


def _past_opener(phrases: Phrases, date: DateMention, anchor: int, anchors: Sequence[int]) -> int:
    """Return the tokens that "after", "in response" or "and it was" between a date and an anchor is worth: it parts
    two clauses.
    """
    between = (date.last + 1, anchor) if date.first < anchor else (anchor + 1, date.first)
    if find_opener(phrases, *between) is not None:
        return 20
    if _ends_item(phrases, date, anchor) and any(o < date.first for o in anchors):
        return 40
    joined = next((i for i in range(*between) if joins_clause(phrases, i)), None) if len(anchors) > 1 else None
    if joined is None:
        return 0
    end = len(phrases.at) if 0 < date.first - joined <= _FRONTED else date.first  # "and in 2022 a man shot nine"
    others = (o < joined if date.first < joined else joined < o < end for o in anchors if o != anchor)
    return 40 if any(others) else 0


def _ends_item(phrases: Phrases, date: DateMention, anchor: int) -> bool:
    """Tell the May of "the murder of a priest in *May* and the bombing of a bus", before the next item of a list."""
    item = phrases.at[anchor]
    if not isinstance(item, NounGroup) or date.last + 2 > anchor or _word(phrases, date.first - 1) in {",", ";", "and"}:
        return False  # "…; a day earlier, drones had struck a depot"
    start = item.first if item.preposition is None else item.preposition
    return start == date.last + 2 and _word(phrases, date.last + 1) in {",", "and"}


#: tokens from "and" to a date in front of its clause ("and in late May")
_FRONTED = 3


def _lies_ahead(mention: Mention, date: DateMention) -> bool:
    """Tell a day after the report's own ("will meet tomorrow"): no attack that it tells of was then."""
    published = mention.sentence.source.published
    return published is not None and date.date_from is not None and date.date_from > published


def _will_be(mention: Mention, date: DateMention) -> bool:
    """Tell the day of what is to come: "condemned the attack and said that troops will travel this weekend"."""
    before = [v for v in mention.sentence.phrases.verbs if mention.last < v.first and v.last < date.first and v.finite]
    return bool(before) and before[-1].modal in {"will", "would", "shall", "'ll"}


def _dates_what_followed(mention: Mention, date: DateMention) -> bool:
    """Tell the day of what was done about an attack: "gathered on Friday to mourn the three killed in the strike"."""
    phrases, event = mention.sentence.phrases, mention.event
    if event is None or date.last >= event.first:
        return False
    if is_mourned(phrases, date) and find_opener(phrases, date.last + 1, event.first) is not None:
        return True  # "held a day of mourning on Friday after a car bomb killed nine"
    before = verb_before(phrases, date)
    if _event_has_own_clause(phrases, date.last, event):
        known = event.preposition is not None and _word(phrases, event.first) == "the" and event.head == event.first + 1
        own = before is None or before.lemma in words().harming | words().ruining | words().verbs.keys()
        return known and not own  # "the port was reopened on Friday after the raid"
    verbs = [v for v in phrases.verbs if date.last < v.first < event.first and v is not mention.verb]
    verbs = [before, *verbs] if before is not None else verbs
    opens = _word(phrases, event.preposition) if event.preposition is not None else ""
    if opens in {"in", "during"} and verbs and verbs[0].passive and verbs[0].lemma in words().harming:
        return False  # "On Friday two men were killed and one was arrested in a raid"
    if opens in {"with", "by"} and verbs and verbs[0].lemma in RESPONDING:
        return False  # "answered the same day with air strikes"
    about = opens in words().concerning
    return bool(verbs) and (about or any(v.lemma in words().after_the_fact for v in verbs))


def _dates_end(mention: Mention, date: DateMention) -> bool:
    """Tell the day on which an attack only ended: "an assault on a hotel *ended on Sunday* after 12 hours"."""
    event = mention.event if mention.weapon is None else None
    verb = verb_before(mention.sentence.phrases, date) if event is not None and date.first > event.last else None
    ends = verb is not None and verb.lemma in {"end", "conclude"} and verb.finite and not verb.passive
    return ends and verb is not None and event is not None and verb.first > event.last


def _dates_what_came_before(mention: Mention, date: DateMention) -> bool:
    """Tell the day of a clause that an attack came after: "the bombing came shortly after rebels *on Saturday* met"."""
    event, phrases = mention.event if mention.weapon is None else None, mention.sentence.phrases
    come = next((v for v in phrases.verbs if event is not None and v.first > event.last and v.finite), None)
    if come is None or come.lemma not in {"come", "happen", "occur"} or date.first <= come.last:
        return False
    opener = next(
        (i for i in range(come.last + 1, min(come.last + _SOON, date.first)) if _word(phrases, i) == "after"), 0
    )
    if not opener or any(_word(phrases, i) in {",", ";"} for i in range(come.last, date.first)):
        return False
    return date.last > opener and any(v.finite and v.first > opener for v in phrases.verbs)


#: tokens from "came" to "after" ("came just a few hours after")
_SOON = 7


def _event_has_own_clause(phrases: Phrases, last: int, event: NounGroup) -> bool:
    """Tell a clause of its own from `last` to the event, whose verb happened on the day of the main one."""
    for i in range(last + 1, event.first):
        word = _word(phrases, i)
        if word in {"when", "as", "while", "where", ":"}:
            return True
        own = i == event.preposition or any(i < v.first < event.first for v in phrases.verbs)
        if own and word in {"after", "before", "following"}:
            return True
    return False


def _word(phrases: Phrases, i: int) -> str:
    return phrases.sentence.tokens[i].lower


def _counts_others(mention: Mention, date: DateMention) -> bool:
    """Tell "the fifth attack since June", "the deadliest of 2020": the time is that of the others."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    period = is_long(date) or date.text.lower().startswith("this ")
    if event is None or not period or (date.relation is not When.SINCE and date.first < event.last):
        return False
    return any(tokens[i].lower in words().nth for i in range(event.first, event.head))


def is_long(date: DateMention) -> bool:
    """Tell a period over which attacks are counted from a day, or from a night and the day after."""
    if date.precision is Precision.RANGE and date.date_from is not None and date.date_to is not None:
        return (date.date_to - date.date_from).days > 1 or date.relation is When.SINCE
    return date.relation is When.SINCE or date.precision in {Precision.SEASON, Precision.YEAR, Precision.RANGE}


def has_day(mention: Mention) -> bool:
    """Tell whether a sentence dates something to a day."""
    days = (d for d in mention.sentence.dates if d.precision is Precision.DAY and d.relation is When.ON)
    return not all(lies_in_since(mention.sentence.phrases, mention.last, d.first) for d in days)
