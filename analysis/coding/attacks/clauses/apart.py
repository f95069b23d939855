"""Apart: two mentions of one sentence that its words keep apart: "hit the port first and then the airfield".

A weapon's harm ("a drone killed two") is mostly part of the attack that its sentence names; in a clause of its own,
with a day or a place, it is another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from analysis.coding.attacks.clauses.answering import find_opener, is_reply
from analysis.coding.attacks.clauses.opening import opens, tells_of_it, was_last
from analysis.coding.attacks.clauses.places_hit import is_said_of_place
from analysis.coding.attacks.clauses.targets import names_one_thing
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, outer
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.dates import Relation
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind

#: places that an attack is at
LOCAL = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT, PlaceKind.PROVINCE})


def are_told_apart(a: Mention, b: Mention) -> bool:
    """Tell "attacked a carrier and fired at a destroyer", "hit the port first and then the airfield"."""
    if names_one_thing(a) and names_one_thing(b) and not _goes_in(a):
        return True
    if _are_named_apart(a, b) or is_said_of_place(b) or _comes_from_there(b):
        return True
    if _came_after(a, b) or _is_compared(a, b) or _is_meanwhile(a, b) or goes_on_elsewhere(a, b, placed=True):
        return True
    if was_last(a, b) or _is_latest_of(a, b) or _coincides(a, b) or _has_own_place(a, b) or _is_second_deed(a, b):
        return True
    if a.target is None or b.target is None or a.target.head == b.target.head:
        return False
    tokens = a.sentence.sentence.tokens
    between = {t.lower for t in tokens[a.first : b.last + 1]}
    known = tokens[b.target.first].lower in {"it", "its", "them", "their", "him", "his", "her", "this", "that"}
    return "first" in between and "then" in between and not known


def _are_named_apart(a: Mention, b: Mention) -> bool:
    """Tell "the 2013 Westgate attack and the 2014 Gikomba bombings", each with a year and a name of its own."""
    if a.event is None or b.event is None or a.weapon is not None or b.weapon is not None:
        return False
    tokens = a.sentence.sentence.tokens
    years, names = [], []
    for event in (a.event, b.event):
        inside = tokens[event.first : event.head]
        years.append(any(_YEAR.fullmatch(t.text) for t in inside))
        names.append({t.lower for t in inside if t.text[0].isupper()})
    return all(years) and all(names) and names[0].isdisjoint(names[1])


_YEAR = re.compile(r"(?:19|20)\d\d")


def _comes_from_there(b: Mention) -> bool:
    """Tell "shelled the ridge *from where* the rockets were fired": where another attack came from."""
    before = " ".join(t.lower for t in b.sentence.sentence.tokens[max(0, b.first - 4) : b.first])
    return "from where" in before or "from which" in before


def _goes_in(a: Mention) -> bool:
    """Tell "burst into a house", to do something there."""
    verb, tokens = a.verb, a.sentence.sentence.tokens
    if verb is None or verb.last + 1 >= len(tokens) or a.event is not None:
        return False
    return not {verb.lemma, f"{verb.lemma}-{tokens[verb.last + 1].lower}"}.isdisjoint(
        words().entering | {"storm", "raid"}
    )


def ranked_at(run: Mention) -> int | None:
    """Return where "*the latest* in a string of attacks" stands, or None for attacks of which none is named so."""
    if run.event is None:
        return None
    phrases, whole = run.sentence.phrases, outer(run.sentence.phrases, run.event)
    ranked = phrases.at[whole.preposition - 1] if whole.preposition is not None else None
    if whole is run.event or ranked is None or lemma(phrases, whole) not in words().series:
        return None
    latest = any(t.lower in words().nth for t in phrases.sentence.tokens[ranked.first : ranked.last + 1])
    return ranked.first if latest else None


def apposed_at(run: Mention) -> int | None:
    """Return where "…, *an attack* claimed by rebels" stands, behind what the attack was, or None."""
    phrases, event = run.sentence.phrases, run.event
    if event is None or run.weapon is not None or lemma(phrases, event) != "attack" or event.first != event.head - 1:
        return None
    tokens, after = phrases.sentence.tokens, event.last + 1
    apposed = event.first > 1 and tokens[event.first - 1].text == "," and tokens[event.first].lower == "an"
    told = after < len(tokens) and phrases.tags[after] in {Tag.RELATIVE, Tag.PARTICIPLE}
    return event.first if apposed and told else None


def _is_latest_of(a: Mention, b: Mention) -> bool:
    """Tell "Monday's raids were *the latest in a string of* attacks": the run is told besides."""
    at = ranked_at(b)
    return at is not None and a.last < at


def _has_own_place(a: Mention, b: Mention) -> bool:
    """Tell "fired rockets at X *and* targeted a tank near Y": two verbs of one subject, each with a town of its own."""
    phrases, verb = b.sentence.phrases, b.verb
    if verb is None or a.verb is None or not verb.finite or a.last >= verb.first or b.event is not None:
        return False
    if phrases.sentence.tokens[verb.first - 1].lower != "and" or b.target is None or a.target is None:
        return False
    tokens = b.sentence.sentence.tokens
    towns = [p for p in b.sentence.places if p.place.kind in LOCAL - {PlaceKind.PROVINCE}]
    towns = [p for p in towns if not p.first or tokens[p.first - 1].lower != "from"]  # "on its way from X"
    first = {p.place.name for p in towns if a.first < p.first < verb.first}
    second = {p.place.name for p in towns if p.first > verb.last}
    lands = {p.place.country for p in b.sentence.places if a.first < p.first < verb.first} - {None}
    others = {p.place.country for p in b.sentence.places if p.first > verb.last} - {None}
    abroad = bool(lands) and bool(others) and lands.isdisjoint(others)
    return abroad or (bool(first) and bool(second) and first.isdisjoint(second))


def _is_second_deed(a: Mention, b: Mention) -> bool:
    """Tell "bombed a pipeline *and* killed two policemen in an ambush": an attack of another kind."""
    event, phrases = b.event, b.sentence.phrases
    if a.verb is None or a.target is None or event is None or event.preposition is None or b.weapon is not None:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
    if verb is None or verb is a.verb or not verb.finite or phrases.sentence.tokens[verb.first - 1].lower != "and":
        return False
    new = phrases.sentence.tokens[event.first].lower in {"a", "an"} and a.verb.last < verb.first
    return new and b.type not in {a.type, AttackType.OTHER} and object_of(phrases, verb) is not None


def _coincides(a: Mention, b: Mention) -> bool:
    """Tell "an air attack that coincided with a rocket attack by rebels"."""
    return any(v.lemma == "coincide" and a.last < v.first and v.last < b.first for v in b.sentence.phrases.verbs)


def _is_meanwhile(a: Mention, b: Mention) -> bool:
    """Tell "a warship downs missiles *as* bases come under attack", in a headline of two things."""
    sentence = b.sentence.sentence
    if not sentence.headline or a.last >= b.first:
        return False
    i = next((k for k in range(a.last + 1, b.first) if sentence.tokens[k].lower == "as"), None)
    verbs = b.sentence.phrases.verbs
    return i is not None and any(v.first > i for v in verbs) and any(v.last < i for v in verbs)


def _is_compared(a: Mention, b: Mention) -> bool:
    """Tell "the largest raid since the operation that …", "since gunmen killed 12", "deadlier than the strike"."""
    between = a.sentence.sentence.tokens[a.last + 1 : b.first]
    if a.event is not None and b.event is None and b.rule != "weapon-fired":
        return a.verb is None and any(t.lower == "since" for t in between)
    if a.event is None or b.event is None or b.event.preposition is None:
        return False
    return b.sentence.sentence.tokens[b.event.preposition].lower in {"since", "than"}


def _came_after(a: Mention, b: Mention) -> bool:
    """Tell "the strike came hours after a drone hit the port", "the raid followed a rocket attack"."""
    if a.event is None:
        return False
    last, first = a.last, b.first
    between = [v for v in b.sentence.phrases.verbs if last < v.first and v.last < first]
    if len(between) != 1 or not between[0].finite or between[0].passive:
        return False
    words_between = {t.lower for t in b.sentence.sentence.tokens[between[0].last + 1 : first]}
    return between[0].lemma in {"come", "happen", "occur", "take"} and bool(words_between & {"after", "before"})


def _in_clause_of_its_own(a: Mention, b: Mention) -> bool:
    """Tell "…, and a week earlier a drone killed a commander in the town": joined, with a day or a place of its own."""
    tokens, verb = b.sentence.sentence.tokens, b.verb
    joint = next((i for i in range(b.first - 1, a.last, -1) if tokens[i].lower in {"and", "while", "but", ";"}), None)
    if joint is None or verb is None or tokens[b.first].lower in {"the", "this", "its", "their"}:
        return False
    local = [p.first for p in b.sentence.places if p.place.kind in LOCAL]
    days = [d.first for d in b.sentence.dates]
    own = any(i > joint for i in (*local, *days))
    return own and not any(isinstance(b.sentence.phrases.at[i], VerbGroup) for i in range(joint + 1, b.first))


def _is_another_told(harm: Mention, other: Mention) -> bool:
    """Tell "a rocket killed a soldier there, while *another attack* hurt two", which is another than the first."""
    event = other.event
    if event is None or harm.last >= event.first:
        return False
    return other.sentence.sentence.tokens[event.first].lower == "another"


def stands_apart(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Tell a weapon's harm in a clause of its own ("days after drones killed a guard") from one of an attack told."""
    if any(_is_another_told(mention, m) or is_reply(m) for m in mentions if m is not mention):
        return True
    return any(
        tells_of_it(m, mention)
        or was_last(m, mention)
        or opens(m, mention)
        or find_opener(m.sentence.phrases, m.last + 1, mention.first)
        or _in_clause_of_its_own(m, mention)
        for m in mentions
        if m.last < mention.first
    ) or any(_came_days_after(mention, m) or goes_on_elsewhere(mention, m) for m in mentions if mention.last < m.first)


def goes_on_elsewhere(harm: Mention, other: Mention, *, placed: bool = False) -> bool:
    """Tell "a bomb killed six in Tarn, *while gunmen shot a judge in Sarno*": another subject, at a place of its own.

    `placed`: the first must have a place too.
    """
    tokens, phrases = harm.sentence.sentence.tokens, harm.sentence.phrases
    first = min((g.first for g in (other, other.doer) if g is not None and g.first > harm.last), default=0)
    joint = next((i for i in range(harm.last + 1, first) if tokens[i].lower in JOINING | {"as"}), None)
    if joint is None:
        return False
    subject = phrases.at[joint + 1]
    if not isinstance(subject, NounGroup) or tokens[subject.first].lower in words().pronouns:
        return False
    known = subject is other.weapon or lemma(phrases, subject) in words().known_doers
    if known and tokens[subject.first].lower == "the":
        return False  # "and the gunmen then fired on a crowd in Sarno"
    towns = [p for p in harm.sentence.places if p.place.kind in LOCAL]
    here = {p.place.name for p in towns if p.first < joint}
    return bool(here or not placed) and any(p.first > joint and p.place.name not in here for p in towns)


def _came_days_after(a: Mention, b: Mention) -> bool:
    """Tell "a bomb killed four, *two days after* a raid", "*Hours after* a bomb killed four, …": apart by the time."""
    tokens = a.sentence.sentence.tokens
    between = (d for d in a.sentence.dates if (a.last < d.first and d.last < b.first) or d.last + 1 == a.first)
    return any(d.relation is Relation.ANCHOR and tokens[d.last].lower == "after" for d in between)


JOINING = frozenset({"and", "while", "but", ";"})


def has_day_of_its_own(harm: Mention, found: Sequence[Mention]) -> bool:
    """Tell "In May a gunman killed three in a mall, *and in 2022* a policeman shot nine": each clause has its date."""
    sentence, verb = harm.sentence, harm.verb
    if verb is None or any(m.first <= verb.last and verb.first <= m.last for m in found):
        return False
    near = min(found, key=lambda m: abs(m.anchor - verb.head))
    first, last = sorted((verb.last, near.first)) if verb.head < near.anchor else sorted((near.last, verb.first))
    joint = next((i for i in range(first, last) if sentence.sentence.tokens[i].lower in JOINING), None)
    if joint is None:
        return False
    sides = [sum(d.first < joint for d in sentence.dates), sum(d.first > joint for d in sentence.dates)]
    apart = (verb.head < joint) != (near.anchor < joint)
    told = verb.finite or verb.head < joint  # not "killing two on Monday and wounding nine, police said on Friday"
    return apart and told and all(sides) and any(v.finite and v.first > joint for v in sentence.phrases.verbs)
