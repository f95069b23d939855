"""When troops are or move somewhere: the published date for the present tense, else the time that is stated.

Of several times of a sentence that of the verb's own clause counts: first those behind the verb, then those before it.
What is to come takes the next month or weekday of a name, and the day on which it was announced is not its time.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.tenses import is_present
from analysis.language.dates import DateMention, Precision, Relation, to_coming
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def time_of(sentence: SentenceReading, cue: Cue, last: int, *, said: bool = False) -> str | None:
    """Return the published date for the present tense, else the time that the sentence states: a day or a year.

    `last`: the last token of the people, behind whom the verb of a noun of moving is looked for; `said`: in reported
    speech, which shifts the tense back.
    """
    published = sentence.source.published
    today = published.isoformat() if published else None
    verb = cue.verb if cue.verb is not None else _of_noun(sentence, cue, last)
    told = _tensed(sentence, verb) if verb is not None else None
    if cue.status is Status.PLANNED and verb is not None:
        ahead = next(_behind(sentence, verb), None)
        if ahead is not None:
            return _time_printed(sentence, ahead, cue.status)
    ahead_of_all = told is verb and cue.status is Status.PLANNED and verb is not None and verb.infinitive
    if verb is None or told is None or told.modal == "will" or is_present(sentence, told) or ahead_of_all:
        return today  # "Ghana to send 80 soldiers", a headline
    mention = _stated(sentence, verb, cue.status)
    if mention is not None:
        return _time_printed(sentence, mention, cue.status)
    forms = {t.lower for t in sentence.sentence.tokens[told.first : told.last + 1]}
    perfect = not forms.isdisjoint({"has", "have", "'ve"})
    shifted = said and (("had" in forms and told.last > told.first) or "being" in forms)
    return today if perfect or shifted else None  # "have been sent": by now; "said that it had sent"


def _of_noun(sentence: SentenceReading, cue: Cue, last: int) -> VerbGroup | None:
    """Return the verb that says when a move was that a noun tells: "the pullout of 700 troops *ended* in May"."""
    if cue.rule != "noun" or cue.status is Status.PRESENT:
        return None
    before = next((v for v in reversed(sentence.phrases.verbs) if v.last < last and v.finite), None)
    done = before is not None and before.lemma in _DONE  # "completed the withdrawal of its 900 troops in May"
    told = (v for v in sentence.phrases.verbs if (v.first > last or (done and v is before)) and v.finite)
    return next((v for v in told if next(_behind(sentence, v), None) is not None), None)


#: verbs whose object is a move that is under way or over
_DONE = frozenset({"complete", "finish", "begin", "start", "end", "conclude", "launch"})


def _tensed(sentence: SentenceReading, verb: VerbGroup) -> VerbGroup | None:
    """Return the verb group that has the tense of a verb; None for "plans to send", which is so today."""
    tokens = sentence.sentence.tokens
    if verb.infinitive and verb.first > 0 and tokens[verb.first - 1].lower == "plans":
        return None
    joined = verb.passive and not verb.finite and verb.first > 1 and tokens[verb.first - 1].lower == "and"
    if joined or verb.infinitive or (verb.gerund and not verb.finite):
        before = [v for v in sentence.phrases.verbs if v.last < verb.first and v.finite]
        return before[-1] if before else verb
    return verb


def _stated(sentence: SentenceReading, verb: VerbGroup, status: Status) -> DateMention | None:
    """Return the time that is stated of a verb: in its clause, else anywhere outside a relative clause."""
    behind = next(_behind(sentence, verb), None)
    if behind is not None:
        return behind
    for mention in _dated(sentence):
        before = next((v for v in reversed(sentence.phrases.verbs) if v.finite and v.last < mention.first), None)
        if before is not None and sentence.phrases.tags[before.first - 1] is Tag.RELATIVE and before is not verb:
            continue  # "Togo, which joined in 2022, has sent 300 soldiers"
        if before is not None and before.first > verb.last and _is_verb_apart(sentence, verb, before):
            continue  # "at its peak it had 900; the last *left in July*"
        announced = before is not None and _follows(sentence, before, mention)
        if status is not Status.PLANNED or not announced:
            return mention
    return None


def _is_verb_apart(sentence: SentenceReading, verb: VerbGroup, later: VerbGroup) -> bool:
    """Tell whether a later verb tells of something else: no "when" leads to it, and it is no verb of saying."""
    words = {t.lower for t in sentence.sentence.tokens[verb.last + 1 : later.first]}
    return words.isdisjoint(_SAME_TIME) and later.lemma not in force_words("known") | {"tell", "announce"}


_SAME_TIME = frozenset({"when", "as", "after", "before", "while", "until"})


def _behind(sentence: SentenceReading, verb: VerbGroup) -> Iterator[DateMention]:
    """Find the times behind a verb, as far as its clause goes."""
    end = next((v.first for v in sentence.phrases.verbs if v.finite and v.first > verb.last), None)
    tokens = sentence.sentence.tokens
    if end is not None:
        marks = (i for i in range(end - 1, verb.last, -1) if tokens[i].lower in _BOUNDS)
        end = next(marks, end)  # "it was down to 3,100, and today | it stands at 2,600"
    for mention in _dated(sentence):
        if mention.first > verb.last and (end is None or mention.first < end):
            yield mention


_BOUNDS = frozenset({",", ";", "and", "but", "that", "which", "who", "when", "after", "before", "while"})


def _follows(sentence: SentenceReading, verb: VerbGroup, mention: DateMention) -> bool:
    """Tell whether a time stands right behind a verb, or its object: "*said on Monday* that 90 would be sent"."""
    i = verb.last + 1
    group = sentence.phrases.at[i] if i < len(sentence.phrases.at) else None
    i = group.last + 1 if isinstance(group, NounGroup) and not group.temporal else i
    return mention.first <= i + 1


def _dated(sentence: SentenceReading) -> Iterator[DateMention]:
    """Find the times of a sentence, those left out since which something has been so: it still is."""
    for mention in sentence.dates:
        if (mention.date_from is not None or mention.date_to is not None) and mention.relation is not Relation.SINCE:
            yield mention


def _time_printed(sentence: SentenceReading, mention: DateMention, status: Status) -> str | None:
    """Return a time as a day, or as its year; what is planned lies ahead."""
    published, day = sentence.source.published, mention.date_from or mention.date_to
    over = published is not None and (mention.date_to or published) < published
    if status is Status.PLANNED and published is not None and day is not None and over:
        day = to_coming(replace(mention, date_from=day, date_to=day), published).date_from  # "by September"
    if day is None:
        return None
    return day.isoformat() if mention.precision is Precision.DAY else str(day.year)


def stated_after(sentence: SentenceReading, i: int) -> str | None:
    """Return the first time that a sentence states behind token i: "down from 5,200 last summer"."""
    told = next((m for m in _dated(sentence) if m.first > i), None)
    return _time_printed(sentence, told, Status.PRESENT) if told is not None else None
