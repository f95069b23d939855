"""Lasting: attacks that are told as going on over days, weeks or years, which makes of them a series.

"Has shelled the town for weeks", "air strikes in recent months", "constant bombardment since 2029", "has repeatedly
targeted pipelines". Hours make no series, nor does "the deadliest attack in years", which is one attack.
"""

from __future__ import annotations

from analysis.coding.attacks.days.when import is_long
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.reality.generic import is_habit
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural
from analysis.vocabulary import read_vocabulary

#: tokens from a mention to the words that say how long
_REACH = 24


def lasts(mention: Mention) -> bool:
    """Tell attacks that went on for days or longer, or that were done again and again."""
    if goes_on_for_days(mention):
        return True
    event = mention.event if mention.weapon is None else None
    if mention.event is not None and event is None:
        return False
    if event is not None:
        since = _is_since(mention) and not _has_own_day(mention)
        return _is_mass(mention, event) and (since or _has_span(mention) or _is_daily(mention))
    verb = mention.verb
    if verb is not None and _keeps_on(mention, verb):
        return True
    if verb is None or verb.infinitive:
        return False
    tokens = mention.sentence.sentence.tokens
    around = {t.lower for t in tokens[max(0, verb.first - 1) : verb.last + 2]}
    perfect = bool(around & {"has", "have", "had", "been"})
    if perfect and _is_in_past(mention, verb.last + 1):
        return True
    year = any(d.precision is Precision.YEAR and d.text.lower().startswith("this") for d in mention.sentence.dates)
    if (perfect or "daily" not in around) and _is_daily(mention):
        return True
    return bool(around & words().repeatedly) or (perfect and (year or _has_span(mention) or _is_since(mention)))


def _keeps_on(mention: Mention, verb: VerbGroup) -> bool:
    """Tell "continues to attack X", "keeps shelling X", in the present and on no day."""
    tokens = mention.sentence.sentence.tokens
    before = verb.first - 1
    keeps = before > 0 and tokens[before].lower in {"continue", "continues", "keep", "keeps"}
    modal = keeps and mention.sentence.phrases.tags[before - 1] in {Tag.MODAL, Tag.TO, Tag.NEGATION}
    return keeps and not modal and not any(d.precision is Precision.DAY for d in mention.sentence.dates)


def _is_in_past(mention: Mention, first: int) -> bool:
    """Tell "has attacked its interests in the past" from "in the past week"."""
    tokens, tags = mention.sentence.sentence.tokens, mention.sentence.phrases.tags
    for i in range(first, min(first + _REACH, len(tokens) - 3)):
        if [t.lower for t in tokens[i : i + 3]] == ["in", "the", "past"]:
            return tags[i + 3] not in {Tag.NOUN, Tag.NUMBER, Tag.ADJECTIVE, Tag.PROPER}
    return False


def goes_on_for_days(mention: Mention) -> bool:
    """Tell "struck for a sixth consecutive day", "shelled for a third night running", where no day is named."""
    tokens = mention.sentence.sentence.tokens
    if not any(t.lower in words().running or t.lower in _NTH for t in tokens[mention.first :]):
        return False
    if any(d.precision is Precision.DAY and d.relation is Relation.ON for d in mention.sentence.dates):
        return False
    for i in range(mention.last + 1, min(mention.last + _REACH, len(tokens) - 3)):
        said = {t.lower for t in tokens[i : i + 7]}
        nth = tokens[i].lower == "for" and tokens[i + 1].lower in {"a", "the"} and tokens[i + 2].lower in _NTH
        bare = nth and i + 3 < len(tokens) and tokens[i + 3].lower in {"day", "night", "week", "month", "year"}
        if nth and (bare or said & words().running) and said & {"day", "night", "week", "month", "year"}:
            return True
    return False


_NTH = words().nth - {"worst", "largest", "biggest", "last"} | {"13th", "14th", "15th", "20th", "30th"}


def _is_daily(mention: Mention) -> bool:
    """Tell "bombs the town almost daily", "is shelled every day"."""
    told, tokens = mention.verb or mention.event, [t.lower for t in mention.sentence.sentence.tokens]
    tags = mention.sentence.phrases.tags
    if told is None or (mention.verb is not None and mention.verb.infinitive):
        return False
    stop = next((v.first for v in mention.sentence.phrases.verbs if v.first > told.last), len(tokens))
    after = tokens[told.last + 1 : stop]
    return any(
        word == "daily" and (i + 1 == len(after) or tags[told.last + i + 2] in _BEHIND) for i, word in enumerate(after)
    ) or any(after[i : i + 2] in (["every", "day"], ["each", "day"], ["every", "night"]) for i in range(len(after)))


#: what follows an adverb, and no adjective
_BEHIND = frozenset({Tag.MARK, Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.CONJUNCTION, Tag.ADVERB})


def is_told_as_habit(mention: Mention) -> bool:
    """Tell attacks that are told as done again and again ("have repeatedly struck", "routinely carries out raids")."""
    if mention.event is not None:
        event, tokens = mention.event, mention.sentence.sentence.tokens
        steady = any(t.lower in _STEADY for t in tokens[event.first : event.head])
        return mention.weapon is None and (steady or is_habit(mention.sentence.phrases, event))
    return lasts(mention)


_STEADY = frozenset({"constant", "continuous", "continual", "frequent", "daily", "near-daily", "regular", "routine"})


def _is_mass(mention: Mention, event: NounGroup) -> bool:
    """Tell "shelling", "strikes" from "an attack", "the deadliest attack"."""
    tokens = mention.sentence.sentence.tokens
    if any(tokens[i].lower in words().nth for i in range(event.first, event.head)):
        return False
    head = tokens[event.head].lower
    return is_plural(head) or head in words().masses


def _has_own_day(mention: Mention) -> bool:
    """Tell "was last hit in shelling on 4 April", whatever the sentence says of other attacks since."""
    days = [d.first for d in mention.sentence.dates if d.precision is Precision.DAY and d.relation is Relation.ON]
    verbs = [v.first for v in mention.sentence.phrases.verbs if v.first > mention.last]
    return any(mention.last < day < min(verbs, default=day + 1) for day in days)


def _is_since(mention: Mention) -> bool:
    tokens = mention.sentence.sentence.tokens
    then = any(tokens[i].lower == "since" and tokens[i + 1].lower == "then" for i in range(len(tokens) - 1))
    return then or any(d.relation is Relation.SINCE for d in mention.sentence.dates)


def _has_span(mention: Mention) -> bool:
    """Tell "in recent months", "over the past two years", "for weeks" near the mention."""
    tokens, w = mention.sentence.sentence.tokens, words()
    first, last = max(0, mention.first - _REACH), min(len(tokens), mention.last + _REACH)
    for i in range(first, last):
        if tokens[i].lower not in {"in", "over", "during", "for", "throughout", "within"}:
            continue
        j = i + 1
        while j < min(i + 6, len(tokens)) and tokens[j].lower in w.recently:
            j += 1
        if j >= len(tokens) or tokens[j].lower not in w.long_units:
            continue
        said = {t.lower for t in tokens[i + 1 : j]}
        if said & {"past", "last", "recent", "previous"} or tokens[i].lower == "for" or "number" in said:
            return tokens[j].lower.endswith("s") or bool(said & {"past", "last"})
        if said & {"one", "a"} and tokens[i].lower in {"in", "over", "within"}:
            return tokens[j].lower in {"month", "year"}
    return False


def is_since_event(mention: Mention) -> bool:
    """Tell rounds "that have been fired since the war began", whose first day is not told."""
    verb, weapon, tokens = mention.verb, mention.weapon, mention.sentence.sentence.tokens
    if verb is None or weapon is None or tokens[verb.first].lower not in {"has", "have"} or mention.sentence.dates:
        return False
    since = next((i for i, t in enumerate(tokens) if t.lower == "since" and (i == 0 or i > verb.last)), None)
    began = any(
        v.finite and since is not None and since < v.first <= since + _NEAR for v in mention.sentence.phrases.verbs
    )
    return began and is_plural(tokens[weapon.head].lower)


#: tokens from "since" to the verb of what began
_NEAR = 8


def is_over(mention: Mention, date: DateMention) -> bool:
    """Tell rounds over a period from those of a day: "since April", "between November and February drones killed"."""
    weapon, tokens = mention.weapon, mention.sentence.sentence.tokens
    several = weapon is not None and is_plural(tokens[weapon.head].lower)
    over = several and is_long(date) and date.precision is Precision.RANGE and not _is_part_of_month(date)
    return date.relation is Relation.SINCE or over


def _is_part_of_month(date: DateMention) -> bool:
    """Tell "in early May", of which one day is meant, from "between early May and June"."""
    if date.date_from is None or date.date_to is None or (date.date_to - date.date_from).days > _PART:
        return False
    return not _PARTS.isdisjoint(date.text.lower().replace("-", " ").split())


_PARTS = frozenset(read_vocabulary("calendar")["parts"])
#: days that a third of a month has at the most
_PART = 11


def is_since_long(date: DateMention) -> bool:
    """Tell "has been attacking the region since 2016" from what began within the last days."""
    if date.relation is not Relation.SINCE or date.date_from is None or date.date_to is None:
        return False
    return (date.date_to - date.date_from).days > _DAYS


#: days from which on what goes on is a run of attacks
_DAYS = 3
