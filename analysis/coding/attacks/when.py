"""When: the dates of a sentence that may be those of an attack that it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.grammar import puts_blame
from analysis.coding.attacks.mention import Mention, in_same_utterance
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.clauses import subject_of
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.tags import Tag


def find_dates_of(mention: Mention, inner: Utterance | None, others: Sequence[int]) -> list[DateMention]:
    """Return the dates that may be the mention's, the nearest first, those that only count days from elsewhere last."""
    found = []
    for date in mention.sentence.dates:
        if (
            date.relation in _NO_DATE
            or not (in_same_utterance(date.start, mention, inner) or _labels(mention, date))
            or (mention.sentence.sentence.headline and "overnight" in date.text.lower().split())
            or _dates_speech(mention, date)
            or _dates_other(mention, date)
            or _counts_others(mention, date)
        ):
            continue
        mine = distance(mention.sentence.phrases, mention.anchor, date.first)
        if date.first > 0 and any(distance(mention.sentence.phrases, o, date.first) < mine for o in others):
            continue
        found.append(date)
    return sorted(found, key=lambda d: (d.relation is When.ANCHOR, abs(d.first - mention.anchor), d.first))


def _labels(mention: Mention, date: DateMention) -> bool:
    """Tell a date that opens a note: "2 April: drone attack …"."""
    tokens = mention.sentence.sentence.tokens
    return date.first <= 1 and date.last + 1 < len(tokens) and tokens[date.last + 1].text == ":"


_NO_DATE = frozenset({When.COMPARED, When.BEFORE, When.AFTER, When.UNTIL})


def distance(phrases: Phrases, a: int, b: int) -> int:
    """Return the tokens from a to b; a comma between them counts ten."""
    first, last = min(a, b), max(a, b)
    return last - first + 10 * sum(phrases.sentence.tokens[i].lower == "," for i in range(first, last))


def _dates_speech(mention: Mention, date: DateMention) -> bool:
    """Tell a date that belongs to a verb of saying: "said Tuesday", "in May he blamed the army for the attack"."""
    phrases = mention.sentence.phrases
    i = date.first - 1
    while i >= 0 and phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB}:
        i -= 1
    group = phrases.at[i] if i >= 0 else None
    if isinstance(group, VerbGroup) and (group.lemma in words().saying or _is_elsewhere(mention, group)):
        return True
    after = next((v for v in phrases.verbs if v.first > date.last), None)
    if after is None or not (date.last < after.first and after.last < mention.first):
        return False
    return after.lemma in words().blaming or puts_blame(phrases, after)


def _counts_others(mention: Mention, date: DateMention) -> bool:
    """Tell "the fifth attack since June", "the deadliest of 2020": the time is that of the others."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    if event is None or not is_long(date) or (date.relation is not When.SINCE and date.first < event.last):
        return False
    return any(tokens[i].lower in words().nth for i in range(event.first, event.head))


def _dates_other(mention: Mention, date: DateMention) -> bool:
    """Tell a date of some other thing: "under a 2019 deal", "the truce signed in March", "in force since 2020"."""
    phrases = mention.sentence.phrases
    own = {mention.event, mention.target, mention.doer}
    group = phrases.at[date.first]
    if date.precision is Precision.YEAR and isinstance(group, NounGroup) and group.first <= date.first < group.head:
        return group not in own and not group.temporal and date.last < group.head
    if any(t.lower in words().conceding for t in phrases.sentence.tokens[mention.last + 1 : date.first]):
        return True
    if _is_contrasted(phrases, date.last, mention.first):
        return True
    i = date.first - 1
    while i >= 0 and phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB}:
        i -= 1
    verb = phrases.at[i] if i >= 0 else None
    if not isinstance(verb, VerbGroup) or verb is mention.verb or verb.lemma not in words().agreeing:
        return False
    held = subject_of(phrases, verb) or phrases.at[max(0, verb.first - 1)]
    return held not in own


def _is_contrasted(phrases: Phrases, last: int, first: int) -> bool:
    """Tell a date whose clause ends before the mention's begins: "was beaten in 2017 but its men still attack"."""
    for i in range(last + 1, first):
        if phrases.sentence.tokens[i].lower in {"but", "whereas"}:
            return any(v.finite and v.last < i for v in phrases.verbs)
    return False


def is_long(date: DateMention) -> bool:
    """Tell a period over which attacks are counted from a day."""
    return date.relation is When.SINCE or date.precision in {Precision.SEASON, Precision.YEAR, Precision.RANGE}


def has_day(mention: Mention) -> bool:
    """Tell whether a sentence dates something to a day."""
    return any(d.precision is Precision.DAY and d.relation is When.ON for d in mention.sentence.dates)


def _is_elsewhere(mention: Mention, verb: VerbGroup) -> bool:
    """Tell a verb past the mention, a comma between, that somebody else does: "blamed it for the attack, left on …"."""
    phrases = mention.sentence.phrases
    between = range(mention.last + 1, verb.first)
    if verb.gerund or not any(phrases.sentence.tokens[i].lower == "," for i in between):
        return False
    subject = subject_of(phrases, verb)
    return subject is None or subject not in {mention.event, mention.target, mention.doer}
