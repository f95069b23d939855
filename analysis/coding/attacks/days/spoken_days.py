"""Spoken days: the days of a sentence on which somebody said something, told from those of what happened.

"Residents told reporters on Monday of a raid on Friday": the raid came before Monday. A day between a speaker and the
verb of saying ("a statement on Wednesday said …") is that of the speech.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from analysis.coding.attacks.clauses.grammar import puts_blame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.own_voice import is_day_of_report
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def to_week_of_speech(date: DateMention, inner: Utterance | None) -> DateMention:
    """Return a weekday, or a night, as the one before the day of telling ("on Friday, police said on Monday").

    What somebody who spoke on a known day calls today is that day.
    """
    said, day = None if inner is None else inner.date, date.date_from
    if said is not None and date.text.lower().removeprefix("earlier ") in _TODAY:
        return replace(date, date_from=said, date_to=said)
    if said is not None and day is not None and date.text.lower() in _NIGHT and said < (date.date_to or day):
        return replace(date, date_from=said - timedelta(days=1), date_to=said)
    if said is None or day is None or day <= said or day != date.date_to:
        return date
    if date.weekday is None or not date.inferred or any(c.isdigit() for c in date.text):
        return date
    behind = (day - said).days
    day -= timedelta(days=7 * -(-behind // 7))
    return replace(date, date_from=day, date_to=day)


#: the night before the day on which it is told, a day of its own or not
_NIGHT = frozenset({"overnight"})
_TODAY = frozenset({"today", "tonight", "this morning", "this afternoon", "this evening"})


def dates_speech(mention: Mention, date: DateMention) -> bool:
    """Tell a date that belongs to a verb of saying: "said Tuesday", "in May he blamed the army for the attack"."""
    phrases = mention.sentence.phrases
    if mention.event is not None and mention.event.first <= date.first <= mention.event.head:
        return False  # "claimed Monday's attack"
    if date.last + 1 < len(phrases.tags) and phrases.tags[date.last + 1] is Tag.POSSESSIVE:
        return False  # "said Thursday's ambush"
    i = date.first - 1
    while i >= 0 and phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB}:
        i -= 1
    group = phrases.at[i] if i >= 0 else None
    since = date.relation is Relation.SINCE  # "attacks on X, Y and Z since the war began in 2015"
    if isinstance(group, VerbGroup) and (
        group.lemma in words().saying or (not since and _is_verb_of_other(mention, group))
    ):
        return True
    after = next((v for v in phrases.verbs if v.first > date.last), None)
    if after is not None and after.lemma in _NAMING and after.first == date.last + 1 and isinstance(group, NounGroup):
        return True  # "what the ministry Saturday called terrorists"
    if after is None or not (date.last < after.first and after.last < mention.first):
        return False
    that = after.last + 1 < len(phrases.tags) and phrases.sentence.tokens[after.last + 1].lower == "that"
    speaker = subject_of(phrases, after)
    of_speaker = speaker is not None and speaker.last < date.first and speaker not in {mention.doer, mention.event}
    told = after.lemma in words().saying and (that or of_speaker)  # "on Friday the minister said that"
    if told and is_day_of_report(mention.sentence, date, after):
        return False  # "On May 2, our correspondent reported that"
    return told or after.lemma in words().blaming or puts_blame(phrases, after)


def find_day_of_telling(mention: Mention) -> DateMention | None:
    """Return the time in front of who told of an attack ("Last month, police said gunmen killed nine"), or None.

    It is when the attack was where nothing else says when: the text has it of that time, not of another. "On Monday,
    police said *that*" is left alone, but for "In another incident, on Monday, …". Who is blamed "in May" for a raid
    that is told for the first time is blamed for one of that month.
    """
    sentence, phrases = mention.sentence, mention.sentence.phrases
    if sentence.sentence.headline or len(sentence.dates) != 1:
        return None
    day = sentence.dates[0]
    verb = next((v for v in phrases.verbs if v.first > day.last), None)
    if verb is None or not verb.finite or verb.last >= mention.first:
        return None
    blamed = verb.lemma in words().blaming and not verb.passive and _is_month_of_new(mention, day)
    if verb.lemma not in words().saying and not blamed:
        return None
    if day.relation is not Relation.ON or day.date_from is None or any(v.first < day.first for v in phrases.verbs):
        return None
    aside = _end_of_aside(phrases, day.first)
    that = any(t.lower == "that" for t in sentence.sentence.tokens[verb.last + 1 : mention.first])
    fronted = all(phrases.tags[i] in _OPENING for i in range(aside or 0, day.first))
    speaker = subject_of(phrases, verb) if fronted and (aside or not that) else None
    return day if speaker is not None and speaker.first > day.last else None


def _is_month_of_new(mention: Mention, date: DateMention) -> bool:
    """Tell the month of what is told for the first time: "*In May*, the rebels accused the army of *a* raid"."""
    event = mention.event if date.precision is Precision.MONTH else None
    return event is not None and mention.sentence.sentence.tokens[event.first].lower in {"a", "an"}


def _end_of_aside(phrases: Phrases, first: int) -> int | None:
    """Return where "In another incident," in front of a day ends, or None."""
    tokens = phrases.sentence.tokens
    comma = next((i for i in range(1, first) if tokens[i].text == ","), None)
    group = phrases.at[comma - 1] if comma is not None else None
    if comma is None or not isinstance(group, NounGroup):
        return None
    return comma if tokens[group.head].lower in {"incident", "attack", "development", "case"} else None


_OPENING = frozenset({Tag.PREPOSITION, Tag.ADVERB, Tag.CONJUNCTION, Tag.DETERMINER, Tag.MARK})
_NAMING = frozenset({"call", "describe", "term", "label", "brand"})


def _is_verb_of_other(mention: Mention, verb: VerbGroup) -> bool:
    """Tell a verb past the mention, a comma between, that somebody else does: "blamed it for the attack, left on …"."""
    phrases = mention.sentence.phrases
    between = range(mention.last + 1, verb.first)
    if verb.gerund or not any(phrases.sentence.tokens[i].lower == "," for i in between):
        return False
    if verb.passive and verb.lemma in words().light and phrases.tags[verb.first - 1] is Tag.RELATIVE:
        return False  # "the attack in which 20 died, which was carried out on Monday"
    subject = subject_of(phrases, verb)
    return subject is None or subject not in {mention.event, mention.target, mention.doer}
