"""Other days: dates of a sentence that are those of some other thing than the attack that it tells of.

"Under a 2019 deal", "the truce signed in March", "the curfew imposed a week ago", "a base built in 2019", "the
anniversary on Monday of the attack".
"""

from __future__ import annotations

from itertools import pairwise

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Precision
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def dates_other(mention: Mention, date: DateMention) -> bool:
    """Tell a date of some other thing: "under a 2019 deal", "the truce signed in March", "in force since 2020"."""
    phrases = mention.sentence.phrases
    own = {mention.event, mention.target, mention.doer}
    group = phrases.at[date.first]
    named = isinstance(group, NounGroup) and group.first <= date.first and date.last < group.head and not group.temporal
    if named and date.precision is Precision.YEAR:
        return group not in own
    if _is_of_election(phrases, date, own) or _is_awaited(phrases, date, own):
        return True
    if any(t.lower in words().conceding for t in phrases.sentence.tokens[mention.last + 1 : date.first]):
        return True
    if _is_contrasted(phrases, date.last, mention.first) or _is_of_concession(mention, date):
        return True
    if _is_of_token(phrases, date, own) or _is_of_some(mention, date):
        return True
    i = date.first - 1
    while i >= 0 and phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB}:
        i -= 1
    verb = phrases.at[i] if i >= 0 else None
    if isinstance(verb, NounGroup) and verb.preposition and phrases.sentence.tokens[verb.preposition].lower == "by":
        verb = phrases.at[verb.preposition - 1]  # "the offer made by the rebels on Friday"
    if not isinstance(verb, VerbGroup) or verb is mention.verb:
        return _marks_anniversary(mention, date)
    before = phrases.at[max(0, verb.first - 1)]
    beside = all(t.lower in {"on", "in", "at"} for t in phrases.sentence.tokens[verb.last + 1 : date.first])
    if isinstance(before, NounGroup) and verb.passive and not verb.finite and beside:
        return _is_day_of_deed(mention, before, verb)
    held = subject_of(phrases, verb) or phrases.at[max(0, verb.first - 1)]
    return verb.lemma in words().agreeing and held not in own


def is_of_visit(mention: Mention, date: DateMention) -> bool:
    """Tell the day of who came afterwards: "dug *on Saturday* at the site of a strike", "met at the scene of it"."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or not event.preposition or date.last >= event.preposition:
        return False
    place = phrases.at[event.preposition - 1]
    of = phrases.sentence.tokens[event.preposition].lower == "of"
    left = of and isinstance(place, NounGroup) and lemma(phrases, place) in _LEFT and date.last < place.first
    return left and any(v.last < date.first for v in phrases.verbs)


_LEFT = frozenset({"scene", "site", "aftermath", "rubble", "wreckage", "ruin"})


def _is_of_election(phrases: Phrases, date: DateMention, own: set[NounGroup | None]) -> bool:
    """Tell "who came second in February's election", the month of something else that took place."""
    owner = phrases.at[date.last]
    if not isinstance(owner, NounGroup) or owner in own or not date.last + 1 < owner.head:
        return False
    return phrases.tags[date.last + 1] is Tag.POSSESSIVE and lemma(phrases, owner) not in words().events


def _is_awaited(phrases: Phrases, date: DateMention, own: set[NounGroup | None]) -> bool:
    """Tell the day of what was still to come: "ahead of the vote on March 10", "before talks scheduled for Friday"."""
    tokens, i = phrases.sentence.tokens, date.first - 1
    while i > 0 and (phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB, Tag.TO} or tokens[i].lower in _SCHEDULED):
        i -= 1
    thing = phrases.at[i] if i < date.first - 1 else None
    if not isinstance(thing, NounGroup) or not thing.preposition or thing in own or is_event(phrases, thing):
        return False
    if thing.temporal or tokens[thing.head].lower in words().hours | _HOURS:
        return False  # "before dawn on Monday"
    word, before = tokens[thing.preposition].lower, tokens[thing.preposition - 1].lower
    return word in {"before", "until"} or (word == "of" and before == "ahead")


_HOURS = frozenset({"sunrise", "sunset", "prayer", "prayers", "iftar", "curfew", "mass"})
_SCHEDULED = frozenset({"scheduled", "due", "set", "planned", "expected", "slated", "open", "begin", "start"})


def _is_day_of_deed(mention: Mention, held: NounGroup, verb: VerbGroup) -> bool:
    """Tell "the curfew imposed a week ago", "a base built in 2019" from "the raid staged on Monday", "those killed"."""
    w, phrases = words(), mention.sentence.phrases
    if held is mention.event or verb.lemma in w.harming | w.killing | w.landing | w.light or is_event(phrases, held):
        return False
    return weapon_type(phrases, held) is None


def _marks_anniversary(mention: Mention, date: DateMention) -> bool:
    """Tell "on the anniversary on Monday of the attack", "marked on Friday ten years since gunmen stormed a mall"."""
    tokens = mention.sentence.sentence.tokens
    between = [t.lower for t in tokens[date.last + 1 : mention.first]]
    counted = any(unit in _LONG and word in _PAST for unit, word in pairwise(between))
    return counted or any(t.lower == "anniversary" for t in tokens[max(0, date.first - 3) : mention.first])


_LONG = frozenset({"month", "months", "year", "years", "decade", "decades"})
_PAST = frozenset({"after", "since"})


def _is_of_concession(mention: Mention, date: DateMention) -> bool:
    """Tell the time since when something else holds: "While violence has fallen *since 2006*, attacks still happen"."""
    tokens = mention.sentence.sentence.tokens
    if tokens[0].lower not in {"while", "although", "though"} or date.last >= mention.first:
        return False
    comma = next((i for i in range(date.last + 1, mention.first) if tokens[i].text == ","), None)
    return comma is not None and any(t.lower == "since" for t in tokens[: date.last])


def _is_of_token(phrases: Phrases, date: DateMention, own: set[NounGroup | None]) -> bool:
    """Tell the day of what something was to those who saw it: "the attack was a reminder *on Sunday* that"."""
    tokens, i = phrases.sentence.tokens, date.first - 1
    if date.last + 1 >= len(tokens) or tokens[date.last + 1].lower != "that" or date.precision is not Precision.DAY:
        return False
    i -= phrases.tags[i] is Tag.PREPOSITION
    thing = phrases.at[i] if i > 0 else None
    verb = phrases.at[thing.first - 1] if isinstance(thing, NounGroup) and thing.first else None
    return isinstance(verb, VerbGroup) and verb.lemma == "be" and thing not in own


def _is_contrasted(phrases: Phrases, last: int, first: int) -> bool:
    """Tell a date whose clause ends before the mention's begins: "was beaten in 2017 but its men still attack"."""
    for i in range(last + 1, first):
        if phrases.sentence.tokens[i].lower in {"but", "whereas"}:
            return any(v.finite and v.last < i for v in phrases.verbs)
    return False


def _is_of_some(mention: Mention, date: DateMention) -> bool:
    """Tell the time of a part: "there have been 12 raids since May, most *of them* in the past month"."""
    tokens = mention.sentence.sentence.tokens
    before = [t.lower for t in tokens[max(0, date.first - _PART) : date.first]]
    return mention.last < date.first and any(before[i : i + 2] == ["of", "them"] for i in range(len(before)))


#: tokens from "of them" to the time of a part
_PART = 3


def is_mourned(phrases: Phrases, date: DateMention) -> bool:
    """Tell the day of a funeral, or of mourning."""
    i = date.first - 1
    while i > 0 and phrases.tags[i] is Tag.PREPOSITION:
        i -= 1
    return i >= 0 and phrases.sentence.tokens[i].lower in {"mourning", "funeral", "funerals", "vigil"}
