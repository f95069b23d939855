"""Looking back: what a sentence takes from the ones before it: "the province", "they", "it".

Only the nearest sentences are asked, and only where the sentence itself names neither a place nor a doer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import event_lemma
from analysis.coding.attacks.days.answer_days import find_day_of_answer
from analysis.coding.attacks.days.days_between import count_back
from analysis.coding.attacks.days.occurred import take_answer
from analysis.coding.attacks.days.told_days import (
    count_months,
    find_day_before,
    find_day_of_hour,
    find_day_told,
    find_lead_day,
    is_at_same_time,
    is_long_past,
)
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.frames.elsewhere import is_elsewhere
from analysis.coding.attacks.frames.items import take_from_line
from analysis.coding.attacks.frames.themes import with_theme
from analysis.coding.attacks.labels import find_day_over, to_year_of_list
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.places.scene_again import with_place
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention, Precision, Relation, to_anchored
from analysis.language.dates.relations import stands_alone
from analysis.language.gazetteer import country_name
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag

#: sentences of a passage on air strikes, in which "raids" are such
_PASSAGE = 6
#: frames among which the day is looked for that "the next day" is counted from
_TOLD = 8
#: sentences back to whom "they" means, past what others said
_REACH = 3


def look_back(here: Sequence[Frame], before: Sequence[Frame]) -> list[Frame]:
    """Give the frames of one sentence the place and the doer that their words take from the frames before them."""
    dated: list[Frame] = []
    lead = find_lead_day(before)
    last = here[0].mention.sentence.before if here else None
    told = before[-1].mention.sentence if before else None
    for frame in count_back(take_answer(last, list(here)) if last is not told else list(here), before):
        dated.append(_with_date(frame, [*before[-_TOLD:], *dated], lead))
    dated = [_not_at_home(frame, before) for frame in dated]
    placed = [
        take_from_line(with_theme(_with_doer(with_place(frame, before), before), before), before) for frame in dated
    ]
    return [_as_flown(frame, before) for frame in placed]


def _as_flown(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Take "raids" for air strikes where such were just told, by the same hand, and no men on the ground are."""
    sentence = frame.mention.sentence
    if event_lemma(frame) != "raid" or frame.type is not AttackType.ASSAULT or sentence.words & words().raiding:
        return frame
    near = [f for f in before[-_TOLD:] if sentence.number - f.mention.sentence.number <= _PASSAGE]
    names = {f.doer.name for f in near if f.doer is not None and f.type is AttackType.AIR_STRIKE}
    same = frame.doer is None or frame.doer.name in names
    flown = any(f.type is AttackType.AIR_STRIKE and not f.weak for f in near)
    ground = any(f.type is AttackType.ASSAULT for f in before)
    return replace(frame, type=AttackType.AIR_STRIKE, weak=True) if flown and same and not ground else frame


def _not_at_home(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Take a place that no list knows, where "the strike" of a state hit, for one of the country that it struck."""
    place, noun = frame.place, event_lemma(frame)
    if place is None or place.lat is not None or place.country is None or not (frame.definite and noun):
        return frame
    told = next((f for f in reversed(before[-_TOLD:]) if event_lemma(f) == noun and f.doer and f.countries), None)
    if told is None or told.doer is None or told.doer.name != country_name(place.country):
        return frame
    struck = told.countries if place.country not in told.countries else frame.countries
    return replace(frame, place=replace(place, country=struck[0]), countries=struck)


def _with_date(frame: Frame, before: Sequence[Frame], lead: DateMention | None) -> Frame:
    """Give "later that night" the day that was told last."""
    date = frame.date
    over = find_day_over(frame.mention.sentence) if date is None else to_year_of_list(date, frame.mention.sentence)
    if over is not None and over is not date:
        return replace(frame, date=over)
    if date is None and is_at_same_time(frame):
        number = frame.mention.sentence.number
        day = find_day_before(before, number - 1) or find_day_told(frame) or find_day_before(before)
        return replace(frame, date=day, another=not frame.definite)
    if date is not None and _is_other_attack(frame, date, before):
        frame = replace(frame, another=True)
    since = _since_then(frame) if date is None and frame.series else None
    if since is not None:
        return replace(frame, date=since)
    hour = find_day_of_hour(frame, before, lead) if date is None else None
    if hour is not None:
        new = lead is not None and frame.place is not None and not (frame.definite or _is_by_the_same(frame))
        new = new and is_elsewhere(frame, before) and not _is_told_again(frame, before[-1])
        return replace(frame, date=hour, another=frame.another or new)
    answer = find_day_of_answer(frame, before) if date is None else None
    if answer is not None:
        return replace(frame, date=answer, another=True)
    if date is None or date.date_from is not None:
        return frame
    last = set(date.text.lower().split())
    if date.months is not None or "period" in last:
        alone = stands_alone(frame.mention.sentence.sentence.tokens, date.last)
        return replace(frame, date=count_months(frame, date, before)) if alone else frame
    told = find_day_told(frame) if words().that_day & last else None
    named = _day_of_named(frame, date, before) if told is None else None
    day = told or named or find_day_before(before)
    if day is None:
        return frame
    before_it = frame.mention.sentence.sentence.tokens[date.first - 1].lower if date.first else ""
    if before_it == "since" and words().that_day & last:  # "since that day"
        published = frame.mention.sentence.source.published
        return replace(frame, date=replace(day, text=date.text, date_to=published, relation=Relation.SINCE))
    if words().that_day & set(date.text.lower().split()[1:]) and date.offset in {None, 0}:
        return replace(
            frame,
            date=replace(day, text=date.text),
            another=frame.another or (bool(last & {"later", "same"}) and _is_later_raid(frame)),
        )
    hours = bool(last & {"hours", "hour", "minutes", "moments"})
    soon = hours and bool(last & (_THEN | {"after", "earlier"}))
    if soon and "after" in last and _follows(frame, date):
        return replace(frame, date=None)  # "hours after the assault, jets bombed": the day of the jets
    if soon and lead is not None and lead.date_from is not None and before and before[-1].date is None:
        day = lead  # right after the attack that the report is about was told again
    if soon:
        elsewhere = frame.place is not None and all(f.place is None or f.place != frame.place for f in before[-2:])
        return replace(
            frame,
            date=replace(day, text=date.text),
            another=frame.another
            or (elsewhere and date.first <= 1 and bool(before) and (named is not None or bool(last & _THEN))),
        )
    tokens = frame.mention.sentence.sentence.tokens
    back = "before" in last and stands_alone(tokens, date.last)
    counted = back or last & words().counted_on or _counts_from_attack(frame, date)
    if date.offset is not None and day.date_from is not None and counted:
        return replace(frame, date=to_anchored(date, day.date_from))
    return frame


def _is_other_attack(frame: Frame, date: DateMention, before: Sequence[Frame]) -> bool:
    """Tell an attack whose day sets it apart from those told before: "two days later jets hit", "In 1984 …"."""
    later = date.text.lower().startswith("later ")  # "Later on Monday, settlers opened fire"
    if not frame.definite and (later or _counts_from(date, frame)):
        return True
    # "Hours later, gunmen shot dead two policemen in the city"
    hours = _is_hours_off(date) and (_brings_newcomers(frame) if date.first <= 1 else _is_by_another(frame, before))
    # "In 1984 the first attack was carried out by …"
    return hours or (is_long_past(frame, date) and bool(before) and all(f.date is None for f in before))


def _since_then(frame: Frame) -> DateMention | None:
    """Return the time of "*Since then* it flew", "It *has since* flown 900 raids": from the day named right before."""
    sentence = frame.mention.sentence
    tokens, told, published = sentence.sentence.tokens, sentence.before, sentence.source.published
    said = [t.lower for t in tokens]
    then = any(
        said[i + 1 : i + 2] == ["then"] or {"has", "have"} & set(said[max(0, i - 1) : i])
        for i, word in enumerate(said)
        if word == "since"
    )
    days = [d for d in told.dates if d.relation is Relation.ON and d.date_from is not None] if told and then else []
    if not days or published is None or sentence.dates:
        return None
    return replace(days[-1], date_to=published, relation=Relation.SINCE, precision=Precision.RANGE)


_THEN = frozenset({"later", "followed", "following"})


def _day_of_named(frame: Frame, date: DateMention, before: Sequence[Frame]) -> DateMention | None:
    """Return the day of what "two hours after *the bombardment*" names, told before by the same noun, or None."""
    phrases = frame.mention.sentence.phrases
    group = phrases.at[date.last + 1] if date.last + 1 < len(phrases.at) else None
    if not isinstance(group, NounGroup) or phrases.sentence.tokens[group.first].lower not in {"the", "that", "this"}:
        return None
    noun = lemma(phrases, group)
    named = [f.date for f in before if f.date is not None and event_lemma(f) == noun and f.date.date_from is not None]
    return next((d for d in reversed(named) if d.date_from == d.date_to), None)


def _counts_from(date: DateMention, frame: Frame) -> bool:
    """Tell "two days later", and "the year before" at the head of a sentence: counted from the attack before."""
    said = set(date.text.lower().split())
    if date.offset and "later" in said:
        return True
    anchored = date.date_from is None and bool(said & {"before", "earlier", "previous"})
    tokens = frame.mention.sentence.sentence.tokens
    counted = bool(said & words().long_units | said & {"day", "days"})
    return (
        anchored and date.first <= 1 and counted and date.last + 1 < len(tokens) and tokens[date.last + 1].text == ","
    )


def _follows(frame: Frame, date: DateMention) -> bool:
    return frame.mention.event is not None and frame.mention.event.first == date.last + 1


def _is_hours_off(date: DateMention) -> bool:
    """Tell "Hours later", "Earlier in the day", "On the same day", "in the hours that followed"."""
    said = set(date.text.lower().split())
    off = said & {"later", "earlier", "same", "followed"}
    return bool(off and said & {"hours", "hour", "day", "night", "evening", "afternoon"})


def _is_by_another(frame: Frame, before: Sequence[Frame]) -> bool:
    """Tell "the army's guns fired on a village hours later", after what nobody or somebody else is named for."""
    if frame.doer is None or frame.definite or frame.mention.weapon is None:
        return False
    return all(f.doer is None or f.doer.name != frame.doer.name for f in before)


def _brings_newcomers(frame: Frame) -> bool:
    """Tell "gunmen opened fire on a bar", "a shell hit a house": nothing in it was told of before."""
    mention, tokens, tags = frame.mention, frame.mention.sentence.sentence.tokens, frame.mention.sentence.phrases.tags
    by, hit = mention.weapon or mention.doer, mention.target
    if by is not None and hit is None and by is mention.weapon and not frame.definite:
        return tags[by.first] is Tag.NUMBER and mention.rule == "weapon-moves"  # "two drones crossed the border"
    if by is None or hit is None or frame.definite or tags[by.head] is Tag.PROPER:
        return False
    new = tags[hit.first] is Tag.NUMBER or tokens[hit.first].lower in {"a", "an"}
    return new and tokens[by.first].lower not in {"the", "they", "those", "these", "its", "their"}


def _is_later_raid(frame: Frame) -> bool:
    """Tell "a raid later that night": not the attack told before."""
    event = frame.mention.event
    if event is None:
        return not frame.definite
    return frame.mention.sentence.sentence.tokens[event.first].lower in words().articles - {"that", "this", "the"}


def _counts_from_attack(frame: Frame, date: DateMention) -> bool:
    """Tell "two days after *the missiles*", counted from the attack told last."""
    tokens, phrases = frame.mention.sentence.sentence.tokens, frame.mention.sentence.phrases
    group = phrases.at[date.last + 1] if date.last + 1 < len(tokens) else None
    if not isinstance(group, NounGroup) or tokens[date.last].lower != "after" or group.last >= frame.mention.first:
        return False
    known = lemma(phrases, group) in words().events or weapon_type(phrases, group) is not None
    return known and tokens[group.first].lower in {"the", "those", "these", "that", "this"}


def _is_told_again(frame: Frame, last: Frame) -> bool:
    """Tell "At 10:30 am, a drone hit a car of the group near X", right after a drone hit a car: the same one."""
    mine, theirs = frame.mention.target, last.mention.target
    if mine is None or theirs is None or frame.type is not last.type:
        return False
    near = frame.mention.sentence.number - last.mention.sentence.number == 1
    same = lemma(frame.mention.sentence.phrases, mine) == lemma(last.mention.sentence.phrases, theirs)
    return near and same and (frame.doer is None or last.doer is None or frame.doer.name == last.doer.name)


def _is_by_the_same(frame: Frame) -> bool:
    """Tell what "the men", "they" did, told of before."""
    doer, tokens = frame.mention.doer, frame.mention.sentence.sentence.tokens
    return doer is not None and tokens[doer.first].lower in {"the", "they"}


def _with_doer(frame: Frame, before: Sequence[Frame]) -> Frame:
    """Give "they raided", "it hit", right after a sentence with a doer, that doer."""
    group = frame.mention.doer
    phrases = frame.mention.sentence.phrases
    first = phrases.sentence.tokens[group.first if group is not None and _is_fronted(frame, group) else 0].lower
    opens = group is not None and (group.first == 0 or _is_fronted(frame, group))
    by_pronoun = group is not None and group.first == group.last and opens and first in words().pronouns
    during = group is None and first in {"they", "we"} and frame.mention.event is not None
    last, reach = before[-1] if before else frame, 1
    if by_pronoun and group is not None and phrases.sentence.tokens[group.last + 1].lower == "also":
        last, reach = next((f for f in reversed(before[-3:]) if f.doer is not None), last), _REACH  # past witnesses
    near = 1 <= frame.mention.sentence.number - last.mention.sentence.number <= reach
    if frame.doer is None and near and (by_pronoun or during) and last.doer and last.doer.name and not last.doer.blamed:
        return replace(frame, doer=last.doer)
    return frame


def _is_fronted(frame: Frame, group: NounGroup) -> bool:
    """Tell the subject right behind a time that opens its sentence: "Five hours later they raided …"."""
    sentence = frame.mention.sentence
    ends = [d.last for d in sentence.dates if d.first == 0]
    return bool(ends) and all(t.text == "," for t in sentence.sentence.tokens[ends[0] + 1 : group.first])
