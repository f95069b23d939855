"""Which place a figure of troops is for: what its verb or noun is tied to, what opens its clause, or the one before."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue, has_people
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.homes import is_home_to, site_home_to
from analysis.coding.troops.places import (
    Before,
    of_site,
    place_after,
    place_ahead,
    place_pointed,
    place_where,
)
from analysis.coding.troops.senders import before_relative
from analysis.coding.troops.statuses import is_bound
from analysis.coding.troops.towns import is_site, of_part, place_in, unknown_town
from analysis.coding.victims.nations import nation_in
from analysis.language.actors import ActorKind
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def site_of(
    reading: Reading, sentence: SentenceReading, people: People, cue: Cue, force: str, before: Before | None
) -> str | None:
    """Return the place of people of a force, or None where nothing tells it."""
    start = people.last if cue.verb is None else max(people.last, cue.verb.last)
    first = people.first if cue.verb is None else min(people.first, cue.verb.first)
    goes = cue.verb is not None and cue.verb.lemma in force_words("deployed") and cue.status is not Status.WITHDRAWN
    goes = goes or has_people(cue)  # "has 20,000 soldiers, 6,000 of them from Uganda"
    between = cue.verb is not None and any(
        sentence.sentence.tokens[i].lower == "there" for i in range(cue.verb.last, people.first)
    )  # "has there about 900 fighters"
    if cue.verb is not None and cue.verb.lemma == "call" and len(force) == _CODE:
        return force if cue.status is Status.DEPLOYED else None  # reservists, who are at home
    return (
        _reinforced(reading, sentence, cue)
        or _occupied(reading, sentence, cue)
        or (place_after(reading, sentence, cue.opening.last, force, before) if cue.opening is not None else None)
        or site_home_to(reading, sentence, people)
        or _host(reading, sentence, people, cue)
        or place_where(sentence, first)
        or (place_after(reading, sentence, cue.verb.last, force, before) if between and cue.verb is not None else None)
        or _inside(reading, sentence, people)
        or place_after(reading, sentence, people.last, force, before, origin=not goes)
        or place_after(reading, sentence, start, force, before, origin=not goes)
        or _where_they_were(reading, sentence, people, force, before)
        or _where_others_are(reading, sentence, people, force, before)
        or place_ahead(reading, sentence, first)
        or (_of_aside(reading, sentence, people, force) if cue.rule == "aside" else None)
        or _of_holder(reading, sentence, cue, force, before)
        or ((_of_backed(sentence, people) or _at_home(sentence, people, None)) if cue.rule in _HELD else None)
        or _with_those_before(sentence, cue, force, before)
        or _in_mission(reading, sentence, people, cue, force, before)
        or (place_pointed(reading, sentence, first, force, before) if _is_told_by_the_way(cue) else None)
        or _own_border(sentence, start, force)
        or (_at_home(sentence, people, before) if len(force) > _CODE and _is_of_all(cue) else None)
        or (sentence.country if _stays(cue) and sentence.country != force else None)
    )


def _stays(cue: Cue) -> bool:
    """Tell "some 2,000 troops will stay": where they are, which is where the report is about."""
    return cue.rule == "subject" and cue.verb is not None and cue.verb.lemma in {"stay", "remain"}


def _is_of_all(cue: Cue) -> bool:
    """Tell whether a figure is how many people a force has, "which counts 900 fighters", or of them have left."""
    return has_people(cue) or cue.rule == "strong" or cue.status is Status.WITHDRAWN


def _at_home(sentence: SentenceReading, people: People, before: Before | None) -> str | None:
    """Return where the people of a group or a mission are of which a sentence says no place: in the one country that it
    names, else in that of the report.
    """
    named = {m.place.country for m in sentence.places if not people.first <= m.first <= people.last + _FROM}
    if not named and before is not None and before.place is not None and before.sentence == sentence.number - 1:
        return before.place  # "are fighting the group in Thule. It has 300 members left"
    return next(iter(named)) if len(named) == 1 else sentence.country if not named else None


#: rules of people whom somebody has behind them, or who hold a place
_HELD = frozenset({"backing", "occupied"})
#: letters of a country's code; tokens behind people in which their home may stand: "from 50 countries"
_CODE = 2
_FROM = 2


def _own_border(sentence: SentenceReading, i: int, force: str) -> str | None:
    """Return the state whose own people are on its side of a border that names no other: "along the frontier"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    group = at[i + 2] if i + 2 < len(tokens) and tokens[i + 1].lower in _ALONG else None
    if len(force) != _CODE or not isinstance(group, NounGroup):
        return None
    if tokens[group.head].lower not in force_words("borders"):
        return None
    other = tokens[min(group.last + 1, len(tokens) - 1)].lower in {"with", "of"}
    other = other or nation_in(tokens, group.first, group.last) not in {None, force}
    return None if other or place_in(sentence, group) is not None else force


_ALONG = frozenset({"along", "on", "to", "at", "near", "around"})


def _of_aside(reading: Reading, sentence: SentenceReading, people: People, force: str) -> str | None:
    """Return the place right before an aside, or behind it: "Ghana, with 90 soldiers, leads the mission in Mali"."""
    main = next((v for v in sentence.phrases.verbs if v.first > people.last and v.finite), None)
    if main is not None and (place := place_after(reading, sentence, main.last, force)) is not None:
        return place
    i = people.group.preposition
    group = sentence.phrases.at[i - 2] if i is not None and i > 1 else None
    town = isinstance(group, NounGroup) and group.preposition is not None
    return unknown_town(sentence, group) if town and isinstance(group, NounGroup) else None


def _of_backed(sentence: SentenceReading, people: People) -> str | None:
    """Return the country of a government that foreign soldiers back."""
    group = next((g for g in reversed(sentence.phrases.nouns) if g.last < people.first), None)
    return nation_in(sentence.sentence.tokens, group.first, group.last) if group is not None else None


def _occupied(reading: Reading, sentence: SentenceReading, cue: Cue) -> str | None:
    """Return the place that people man or use: "the base at Thule, used by 150 US soldiers"."""
    if cue.rule != "occupied" or cue.verb is None:
        return None
    held = subject_of(sentence.phrases, cue.verb)
    if held is None:
        return None
    return place_in(sentence, held) or of_site(reading, sentence, held) or place_after(reading, sentence, held.last)


def _is_told_by_the_way(cue: Cue) -> bool:
    """Tell people of whom a sentence says who they are, or what they do, where the text is about a place."""
    busy = cue.verb is not None and cue.verb.lemma in force_words("busy") and cue.status is Status.PRESENT
    return cue.rule in {"aside", "strong"} or (busy and cue.rule == "subject")


def _in_mission(
    reading: Reading, sentence: SentenceReading, people: People, cue: Cue, force: str, before: Before | None
) -> str | None:
    """Return where a mission is that people are in: "Italy, which has 1,050 soldiers in the force", "serve in it"."""
    tokens, i = sentence.sentence.tokens, people.last + 1
    if cue.verb is not None and [t.lower for t in tokens[cue.verb.last + 1 : cue.verb.last + 3]] == ["in", "it"]:
        return place_pointed(reading, sentence, people.first, force, before)
    group = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in {"in", "with", "of"} else None
    if not isinstance(group, NounGroup) or tokens[group.first].lower not in {"the", "that"}:
        return None
    told = tokens[group.head].lower in force_words("missions")
    if not told or (before is not None and before.place is not None):
        return before.place if told and before is not None else None
    return place_pointed(reading, sentence, people.first, force, before)


def _inside(reading: Reading, sentence: SentenceReading, people: People) -> str | None:
    """Return the place between a force and its number: "French forces in Chad, some 1,000 men, began to leave"."""
    apart = (
        people.last > people.group.last + 1 and people.quantity.start > sentence.sentence.tokens[people.group.last].end
    )
    place = place_after(reading, sentence, people.group.last) if apart else None
    return place if apart and sentence.sentence.tokens[people.group.last + 1].lower in {"in", "at"} else None


def _where_they_were(
    reading: Reading, sentence: SentenceReading, people: People, force: str, before: Before | None
) -> str | None:
    """Return the place in the relative clause of people: "the 115 who had been there have left"."""
    i, phrases = people.last + 1, sentence.phrases
    who = phrases.at[i] if i < len(phrases.at) else None
    i = who.last if isinstance(who, NounGroup) and who.preposition is None and who.first == i else i
    opens = isinstance(who, NounGroup) or (i < len(phrases.tags) and phrases.tags[i] is Tag.RELATIVE)
    verb = phrases.at[i + 1] if i + 1 < len(phrases.at) and opens else None  # "the 105 soldiers it had sent to"
    return place_after(reading, sentence, verb.last, force, before) if isinstance(verb, VerbGroup) else None


def _where_others_are(
    reading: Reading, sentence: SentenceReading, people: People, force: str, before: Before | None
) -> str | None:
    """Return the place of those whom people join: "will send 90 soldiers, who will join 300 in Mali"."""
    tokens = sentence.sentence.tokens
    joins = (v for v in sentence.phrases.verbs if v.first > people.last and v.lemma == "join")
    verb = next((v for v in joins if tokens[v.first - 1].lower in {"who", "that", "to"} or v.infinitive), None)
    return place_after(reading, sentence, verb.last, force, before) if verb is not None else None


def needs_place(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell whether a figure without a place is none: "has 900 soldiers", "added six officers to a list"."""
    if is_home_to(sentence, people):
        return False  # "the base is home to 900 soldiers"
    if cue.rule == "noun" and cue.status is not Status.PRESENT:
        return False  # "ordered the deployment of 1,500 soldiers along the border"
    return cue.verb is None or cue.verb.lemma in force_words("placed")


def is_in_region(sentence: SentenceReading, people: People, cue: Cue) -> bool:
    """Tell whether people are told to be "in the region", a place that is no place of the table."""
    tokens = sentence.sentence.tokens
    i = (people.last if cue.verb is None else max(people.last, cue.verb.last)) + 1
    group = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in {"in", "across", "to"} else None
    return isinstance(group, NounGroup) and tokens[group.head].lower in {"region", "area", "theatre", "theater"}


def _with_those_before(sentence: SentenceReading, cue: Cue, force: str, before: Before | None) -> str | None:
    """Return the place of the figure before for people who join those ("12,000 more will join them"), or whom another
    state sends too.
    """
    if before is None or (cue.verb is None and cue.rule != "noun"):
        return None
    home = cue.verb is not None and "home" in sentence.words and cue.verb.lemma in force_words("sending")
    leaves = home or (cue.verb is not None and cue.verb.lemma in force_words("withdrawn"))
    if cue.status is Status.WITHDRAWN or (leaves and cue.status is Status.PLANNED):
        return before.place  # "Poland took 120 of its men home"
    if cue.verb is None:
        return None
    if cue.rule == "subject" and cue.verb.lemma in {"remain", "stay"} and cue.status is Status.PRESENT:
        return before.place  # "some 11,000 NATO soldiers remained"
    sends = cue.rule == "object" and cue.verb.lemma in force_words("sending") and force != before.force
    arrives = cue.rule == "subject" and cue.verb.lemma in {"arrive", "follow"} and force != before.force
    return before.place if sends or arrives or cue.verb.lemma in force_words("together") else None


def _of_holder(reading: Reading, sentence: SentenceReading, cue: Cue, force: str, before: Before | None) -> str | None:
    """Return the place of the mission that has people, or takes them out: "the mission in Mali has 13,000 soldiers"."""
    leaving = cue.rule == "object" and cue.verb is not None and cue.verb.lemma in force_words("withdrawn")
    if cue.verb is None or not (leaving or has_people(cue)):
        return None
    subject = subject_of(sentence.phrases, cue.verb)
    unit = subject is not None and sentence.sentence.tokens[subject.head].lower in force_words("units")
    named = subject is not None and any(
        m.actor.kind in {ActorKind.UN, ActorKind.COALITION} and subject.first <= m.first <= subject.last
        for m in sentence.actors
    )
    if not (unit or named) or subject is None:
        back = subject is not None and sentence.sentence.tokens[subject.head].lower == "it" and len(force) > _CODE
        return place_pointed(reading, sentence, subject.first, force, before) if back and subject is not None else None
    verbs = (v for v in sentence.phrases.verbs if v.first > cue.verb.last and v.lemma in force_words("quitting"))
    out = next((object_of(sentence.phrases, v) for v in verbs), None)
    if out is not None and (gone := place_in(sentence, out)) is not None:
        return gone  # "the mission, which had 12,000 soldiers, left Mali"
    if named and before is not None and before.place is not None:
        return before.place
    pointing = named or sentence.sentence.tokens[subject.first].lower in {"the", "its"}
    place = place_after(reading, sentence, subject.last)
    return place or (place_pointed(reading, sentence, subject.first, None, None) if pointing else None)


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
    known = force_words("quitting") | force_words("busy") | force_words("reinforcing") | {"enter", "cross", "reach"}
    if verb is not None and verb.lemma in known and cue.rule == "subject":
        left = object_of(sentence.phrases, verb)
        if left is not None and is_bound(sentence, verb):
            to = sentence.phrases.at[left.last + 2]  # "left Gao for Kidal"
            return (place_in(sentence, to) or unknown_town(sentence, to)) if isinstance(to, NounGroup) else None
        own = (place_in(sentence, left) or of_part(sentence, left)) if left is not None else None
        return own or (unknown_town(sentence, left) if left is not None else None)
    if verb is None and cue.rule == "noun" and sentence.sentence.tokens[people.group.preposition or 0].lower == "to":
        verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < people.first and v.lemma == "be"), None)
    elif verb is not None and verb.lemma not in force_words("hosting"):
        held = subject_of(sentence.phrases, verb) if verb.lemma == "have" else None
        camp = held is not None and sentence.sentence.tokens[held.head].lower in force_words("camps")
        if held is None or not (camp or is_site(sentence, held)):
            return None  # "the base near the lake has 300 soldiers"
    subject = (before_relative(sentence, verb) or subject_of(sentence.phrases, verb)) if verb is not None else None
    if subject is None:
        return None
    own = place_in(sentence, subject) or of_site(reading, sentence, subject) or _of_it(sentence, subject)
    tokens, i = sentence.sentence.tokens, subject.first - 2
    named = sentence.phrases.at[i] if i >= 0 and tokens[i + 1].text == "," else None
    if own is None and isinstance(named, NounGroup) and named.last == i and named.preposition is None:
        own = place_in(sentence, named) or unknown_town(sentence, named)  # "Thule, one of the largest bases, houses"
    return own or place_after(reading, sentence, subject.last)  # "the base in Jordan hosts"


def _of_it(sentence: SentenceReading, subject: NounGroup) -> str | None:
    """Return the site or town with which the sentence before opens: "The base at Thule is old. *It* houses 90 men"."""
    earlier = sentence.before if sentence.sentence.tokens[subject.head].lower == "it" and subject.first == 0 else None
    verb = next((v for v in earlier.phrases.verbs if v.finite), None) if earlier is not None else None
    named = [m for m in earlier.places if verb is None or m.last < verb.first] if earlier is not None else []
    sites = (m for m in named if m.place.kind in {PlaceKind.SITE, PlaceKind.TOWN, PlaceKind.NEIGHBORHOOD})
    site = next(sites, None)
    return site.place.name if site is not None else None
