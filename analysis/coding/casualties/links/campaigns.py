"""Campaigns: figures that count the people of months, years, offensives or whole wars, and belong to no attack."""

from __future__ import annotations

from itertools import pairwise

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.reading import SentenceReading
from analysis.language.dates import DateMention, Precision
from analysis.language.dates.relations import Relation
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.grammar.tags import Tag


def is_of_long_time(reading: SentenceReading) -> bool:
    """Tell whether a sentence counts people over months or years: "in July", "this year", "in its 30-year campaign"."""
    if any(word.endswith(("-year", "-month", "-decade")) for word in reading.words):
        return True
    if "then" in reading.words and any(
        a.lower == "since" and b.lower == "then" for a, b in pairwise(reading.sentence.tokens)
    ):
        return True
    return any(
        date.relation in _COUNTING
        and (date.precision in _LONG or not _UNITS.isdisjoint(date.text.lower().split()) or _is_far(date))
        for date in reading.dates
    )


def _is_far(date: DateMention) -> bool:
    """Tell whether "since", or a time from one day to another, reaches over weeks."""
    if (date.relation is not Relation.SINCE and date.precision is not Precision.RANGE) or date.date_from is None:
        return False
    return date.date_to is not None and (date.date_to - date.date_from).days > _DAYS


def is_of_campaign(reading: SentenceReading) -> bool:
    """Tell whether a sentence counts people of a whole offensive: "the number killed in the ground offensive", or of
    all the time of something long: "since the beginning of the mission", "since its deployment".
    """
    return since_beginning(reading) is not None or _is_in_offensive(reading)


def _is_in_offensive(reading: SentenceReading) -> bool:
    phrases, tokens = reading.phrases, reading.sentence.tokens
    for group in phrases.nouns if not reading.words.isdisjoint(harm_set("campaigns")) else ():
        word = tokens[group.preposition].lower if group.preposition is not None else ""
        ground = tokens[group.head - 1].lower == "ground" or tokens[group.head].lower != "operation"
        if word in {"in", "during"} and ground and tokens[group.head].lower in harm_set("campaigns"):
            return True
    return False


def since_beginning(reading: SentenceReading) -> int | None:
    """Return the token of "since the start of the campaign", "since the mission began", "since its deployment"."""
    phrases, lowers = reading.phrases, reading.sentence.lowers
    for i in reading.sentence.where(_SINCE):
        group = reading.noun_at(i + 1)
        if group is None:
            continue
        if lowers[group.head] in harm_set("undertakings"):
            verb = phrases.at[group.last + 1] if group.last + 1 < len(lowers) else None
            if isinstance(verb, VerbGroup) and verb.lemma in harm_set("beginning"):
                return i
        if lowers[group.head] in harm_set("beginnings"):
            whole = phrases.noun_behind(group.last, "of")
            long = whole is not None and lowers[whole.head] in harm_set("undertakings")
            if long or (whole is None and lowers[group.first] in _ITS):
                return i
    return None


def is_counted_since(reading: SentenceReading, figure: Figure, attack: int) -> bool:
    """Tell people counted since such a beginning beside an attack, told at a token of their sentence: "the bomb brought
    to 90 those killed since the start of the mission", but not "killed nine in the worst raid since the start of it".
    """
    since = since_beginning(reading)
    last = max(figure.last, figure.victims.last)
    if since is None or since < last or last < attack < since:
        return False
    between = reading.sentence.lowers[last + 1 : since]
    return "," not in between and not any(word.endswith("est") or word in _RANKED for word in between)


#: words of what is only compared with what came since, beside superlatives
_RANKED = frozenset({"worst", "first", "second", "third", "most", "last"})
_SINCE = frozenset({"since"})
_ITS = frozenset({"its", "their", "our"})
#: days of "since" beyond which people are counted over a campaign
_DAYS = 20


_COUNTING = frozenset({Relation.ON, Relation.SINCE, Relation.DURING})
_LONG = frozenset({Precision.MONTH, Precision.YEAR, Precision.SEASON})
_UNITS = frozenset({"month", "months", "year", "years", "decade", "decades"})


def is_of_late(reading: SentenceReading, figure: Figure) -> bool:
    """Tell people counted over the last days or weeks, up to now: "six have been killed in the country *this week*"."""
    verb, tokens = reading.phrases.at[figure.first], reading.sentence.tokens
    perfect = isinstance(verb, VerbGroup) and tokens[verb.first].lower in {"have", "has"}
    later = figure.victims.others or figure.victims.definite or figure.subset  # "two more have died this week"
    if not perfect or later or not reading.words.isdisjoint(harm_set("hurts")):
        return False
    for i in reading.sentence.where(_WEEKS):
        before = [t.lower for t in tokens[max(0, i - _AHEAD) : i]]
        if before[-1:] == ["this"] or not _OVER.isdisjoint(before):
            return True
    return False


#: words of a time over which people are counted, before it, and the tokens between
_WEEKS = frozenset({"week", "weeks", "days", "fortnight"})
_OVER = frozenset({"in", "within", "over", "during"})
_AHEAD = 4


def is_of_strife(reading: SentenceReading, figure: Figure) -> bool:
    """Tell people whom a strife of some time "has killed": "clashes between gangs have killed nine", "the violence has
    killed hundreds", but not "the violence has killed nine".
    """
    phrases, tokens = reading.phrases, reading.sentence.tokens
    many = not reading.words.isdisjoint(_MANY)
    for verb in phrases.verbs if not reading.words.isdisjoint(_STRIFE) else ():
        if tokens[verb.first].lower not in {"has", "have"} or verb.first > figure.last:
            continue
        if tokens[verb.first - 1].lower in {"that", "which"}:
            continue  # of what else the sentence tells
        for strife in (subject_of(phrases, verb), reading.noun_at(0)):  # "feuds between men fighting for X have"
            if strife is not None and tokens[strife.head].lower in _STRIFE:
                return many or phrases.tags[strife.first] is not Tag.DETERMINER
    return False


_STRIFE = frozenset({"violence", "bloodshed", "confrontations", "clashes", "feuds", "fighting", "hostilities"})
#: people that no one attack kills
_MANY = frozenset({"hundreds", "thousands"})


def is_of_war(reading: SentenceReading, figure: Figure) -> bool:
    """Tell whether a figure that belongs to no attack is the toll of a whole war or of decades."""
    return (figure.victims.quantity.low or 0) >= _WAR and not reading.words.isdisjoint(harm_set("wars"))


#: people below which a toll may still be that of days
_WAR = 1000
