"""Labels: what stands over a sentence and says where, when and by whom all that follows it happened.

Three things do: the label that opens an item or a paragraph ("Saraqib, Idlib: two shells fell …", "• March: …",
"Dec. 3 - …"), a line of its own that names nothing but a day or a place, and the line that ends in a colon and opens a
list ("Attacks by militia drones in 2022:"). A dateline is no label: it opens the first sentence of a report, in
capitals ("KABUL: …").
"""

from __future__ import annotations

from datetime import date

from analysis.coding.reading import SentenceReading
from analysis.language.dates import DateMention, Precision, Relation, find_dates
from analysis.language.places import Place, PlaceKind
from analysis.language.places.kinds import find_name_end, printed_name

#: tokens of a label, and sentences from an item back to the line over the list
_LONGEST, _REACH = 9, 80
_BULLETS = frozenset({"•", "‣", "▪", "◦", "●", "*", "-", "–", "—"})
_STOPS = frozenset({":", "-", "–", "—", "."})


def find_label(sentence: SentenceReading) -> Place | None:
    """Return the place that opens the item, or is the heading, that a sentence stands in; None where none does.

    The first of several places before the colon counts.
    """
    alone = sentence.opening if sentence.opening is not sentence else None
    return _place_before_colon(sentence) or _place_alone(alone) or _place_alone(sentence.heading)


def find_item(sentence: SentenceReading) -> int | None:
    """Return the number of the sentence that opens the item a sentence stands in, by a bullet or a label, or None."""
    opening = sentence.opening
    bullet = opening.sentence.tokens[0].text in _BULLETS and len(opening.sentence.tokens) > 1
    return opening.number if bullet or _place_before_colon(opening) is not None else None


def _place_before_colon(sentence: SentenceReading) -> Place | None:
    opening = sentence.opening
    tokens = opening.sentence.tokens
    colon = next((i for i, t in enumerate(tokens[:_LONGEST]) if i and t.text in _STOPS), None)
    if colon is None or _opens_report(opening):
        return None
    lead = _lead_name(opening) if tokens[colon].text == ":" else None
    if lead is not None and lead[0] < colon and _only(opening, colon):
        return lead[1]
    places = [p for p in opening.places if p.last < colon]
    if tokens[colon].text != ":" and not (places and places[0].first <= (tokens[0].text in _BULLETS)):
        return None  # "rebels in Dori - the capital of …"
    return places[0].place if places and _only(opening, colon) else None


def _opens_report(sentence: SentenceReading) -> bool:
    """Tell the first sentence of a report, where a place in front is a dateline."""
    here = sentence.before
    while here is not None and here.sentence.headline and here.sentence.tokens[-1].text != ":":
        if here.places and _only(here):
            return False  # the name of a country over the items of a bulletin
        here = here.before
    return here is None


def _only(sentence: SentenceReading, end: int | None = None) -> bool:
    """Tell whether the first `end` tokens (None: all) name nothing but places and days."""
    lead = _lead_name(sentence)
    first = 0 if lead is None else lead[0] + 1
    spans = [(p.first, p.last) for p in sentence.places] + [(d.first, d.last) for d in sentence.dates]
    held = {i for first, last in spans for i in range(first, last + 1)}
    rest = enumerate(sentence.sentence.tokens[:end])
    return not any(i >= first and i not in held and t.text[0].isalnum() and t.lower not in _LEADS for i, t in rest)


_LEADS = frozenset({"on", "in", "at"})


def _lead_name(sentence: SentenceReading) -> tuple[int, Place] | None:
    """Return the last token and the place of the name, on no list, that opens a label: "Sarno (Gao), 11 March."."""
    tokens = sentence.sentence.tokens
    last = find_name_end(tokens, 0)
    if last is None or last + 1 >= len(tokens) or tokens[last + 1].text not in {"(", ","}:
        return None
    if any(p.first <= last for p in sentence.places):
        return None
    if not any(d.first > last and d.first < _LONGEST for d in sentence.dates) and tokens[last + 1].text != ",":
        return None
    around = next((p.place.country for p in sentence.places if p.first == last + 2), None)
    return last, Place(printed_name(tokens[: last + 1]), PlaceKind.TOWN, around or sentence.country)


def _place_alone(heading: SentenceReading | None) -> Place | None:
    """Return the place of a line that names nothing else but a day."""
    if heading is None or len(heading.sentence.tokens) > _LONGEST:
        return None
    lead = _lead_name(heading)
    if lead is not None or not heading.places:
        return lead[1] if lead is not None and _only(heading) else None
    return heading.places[0].place if _only(heading) else None


def find_day_over(sentence: SentenceReading) -> DateMention | None:
    """Return the date that the label of a paragraph, heading or list line gives a sentence, or None."""
    return _opening_day(sentence) or _day_of_list(sentence) or _day_alone(sentence.heading)


def _opening_day(sentence: SentenceReading) -> DateMention | None:
    """Return the date before the colon or dash that opens a paragraph, in the year that the list is about."""
    tokens = sentence.opening.sentence.tokens
    first = next(iter(sentence.opening.dates), None)
    if first is not None and first.relation is Relation.ON and len(tokens) <= _LONGEST and _only(sentence.opening):
        return first  # "Djibo, 4 June."
    day = _day_in_front(sentence.opening)
    return to_year_of_list(day, sentence.opening) if day is not None and day.relation is Relation.ON else None


def _day_in_front(opening: SentenceReading) -> DateMention | None:
    """Return the date that opens an item: "March 4: …", "• March 4 - …", "On the same day, March 4: …", or None."""
    tokens = opening.sentence.tokens
    for day in opening.dates[:2]:
        after = tokens[day.last + 1].text if day.last + 1 < len(tokens) else ""
        bullet = day.first == 1 and tokens[0].text in _BULLETS
        same = 1 < day.first < _LONGEST and after == ":" and _only(opening, day.last + 1)
        if after in _STOPS and (day.first == 0 or bullet or same):
            return day
    return None


def to_year_of_list(mention: DateMention, sentence: SentenceReading) -> DateMention:
    """Return a date whose own words name no year as one of the year that the line over its list names."""
    line = find_list_line(sentence) if mention.inferred or mention.date_from is None else None
    year = _year_over(line) if line is not None else None
    if year is None or mention.relation is not Relation.ON:
        return mention
    again = find_dates(sentence.sentence, year)
    return next((d for d in again if d.first == mention.first), mention)


def _year_over(line: SentenceReading) -> date | None:
    """Return the last day of the year that a list is about: that of the line over it, or the only one said before."""
    here: SentenceReading | None = line
    for reach in range(_LEADING):
        ends = {_end_of_year(d) for d in here.dates} - {None} if here is not None else set()
        if ends and (reach == 0 or len(ends) == 1):
            return max(day for day in ends if day is not None)
        here = here.before if here is not None else None
    return None


def _end_of_year(mention: DateMention) -> date | None:
    """Return the last day of the year that a date names: "in 2021", "since the beginning of 2021"."""
    day = mention.date_from
    named = day is not None and any(word.strip(",.") == str(day.year) for word in mention.text.split())
    return date(day.year, 12, 31) if day is not None and named else None


#: sentences from a list back to the year that it is about
_LEADING = 8


def _day_of_list(sentence: SentenceReading) -> DateMention | None:
    line = find_list_line(sentence)
    days = [d for d in line.dates if d.precision is Precision.DAY and d.relation is Relation.ON] if line else []
    return days[-1] if days else None


def _day_alone(heading: SentenceReading | None) -> DateMention | None:
    """Return the day of a line that names nothing else but a place."""
    if heading is None or not heading.dates or len(heading.sentence.tokens) > _LONGEST:
        return None
    return heading.dates[-1] if _only(heading) else None


def is_item(sentence: SentenceReading) -> bool:
    """Tell whether a sentence stands in an item of a list: its paragraph opens with a bullet or a label."""
    tokens = sentence.opening.sentence.tokens
    if tokens[0].text in _BULLETS or _place_before_colon(sentence) is not None:
        return True
    return _day_in_front(sentence.opening) is not None


def find_list_line(sentence: SentenceReading) -> SentenceReading | None:
    """Return the line that ends in a colon and opens the list that a sentence stands in as an item, or None."""
    if sentence.opening.opener is None or not is_item(sentence):
        return None
    here, reach = sentence.opening.before, _REACH
    while here is not None and reach > 0:
        if here.sentence.tokens[-1].text == ":":
            return here
        if not is_item(here):
            return None
        here, reach = here.before, reach - 1
    return None
