"""Days of answers: what was hit back with, and what came hours before, on the day of the attack told last.

"A rocket hit a base on Monday. In response, jets struck …"; "Troops at once shelled …"; "The attack came hours after
tanks fired on a village". Only an answer that was given, told right after an attack of one day, has that day: of "has
answered with raids" and of "in retaliation for the killing of a judge" the text says no day.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.clauses.answering import RESPONDING, is_reply
from analysis.coding.attacks.days.told_days import find_day_before
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.words import words
from analysis.language.dates import DateMention
from analysis.language.grammar.phrases import VerbGroup

#: sentences back to what was answered
_REACH = 3


def find_day_of_answer(frame: Frame, before: Sequence[Frame]) -> DateMention | None:
    """Return the day of an attack that answers the one told last, or that it followed by hours; None for any other."""
    sentence = frame.mention.sentence
    if (frame.definite and frame.mention.event is not None) or sentence.sentence.headline or not before:
        return None
    beside = before[-1] if before[-1].mention.sentence is sentence else None
    if beside is not None and _is_hours_before(beside, frame):
        day = beside.date
        return day if day is not None and day.date_from == day.date_to else None
    if frame.series or (sentence.dates and beside is None) or not _is_answer(frame):
        return None
    return find_day_before(before, sentence.number - _REACH)


def _is_hours_before(later: Frame, frame: Frame) -> bool:
    """Tell "the attack came *hours after* tanks fired on a village"."""
    dates = later.mention.sentence.dates
    between = (d for d in dates if later.mention.anchor < d.first and d.last < frame.mention.first)
    return any(not d.offset and d.text.lower().endswith(_AFTER) for d in between)


_AFTER = ("hours after", "hour after", "minutes after")


def _is_answer(frame: Frame) -> bool:
    """Tell what was done "in response", "at once", or hit back with."""
    sentence, mention = frame.mention.sentence, frame.mention
    if sentence.words.isdisjoint(words().answering | words().at_once | _RESPONDED):
        return False
    verbs = [v for v in sentence.phrases.verbs if v.first <= mention.last]
    if any(_is_of_now(frame, v) for v in verbs if v.lemma in RESPONDING or v is mention.verb):
        return False
    if _is_to_other(frame):
        return False
    return (
        any(_hits_back(frame, v) for v in verbs)
        or is_reply(mention)
        or _ends_with_answer(frame)
        or _comes_at_once(frame)
    )


_RESPONDED = frozenset({"responded", "answered", "retaliated", "replied", "reacted", "back", "once", "within"})


def _hits_back(frame: Frame, verb: VerbGroup) -> bool:
    """Tell "the army *hit back*, shelling the hills", "*answered*, shelling the hills"."""
    tokens, by = frame.mention.sentence.sentence.tokens, frame.mention.verb
    back = tokens[verb.last].lower == "back" or (verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "back")
    plain = verb.finite and not verb.passive and not verb.negated
    goes_on = by is not None and not by.finite and verb.lemma in RESPONDING and tokens[by.first - 1].text == ","
    return plain and (goes_on or (back and verb.lemma in {"hit", "strike", "fire"}))


def _is_of_now(frame: Frame, verb: VerbGroup) -> bool:
    tokens = frame.mention.sentence.sentence.tokens
    return bool({t.lower for t in tokens[verb.first : verb.last + 1]} & {"has", "have", "is", "are", "being", "to"})


def _ends_with_answer(frame: Frame) -> bool:
    """Tell "had shelled the hills *in response*", nothing named that it was a response to."""
    tokens = frame.mention.sentence.sentence.tokens
    answers = words().answering
    return any(
        tokens[i].lower in answers and tokens[i - 1].lower == "in" for i in range(frame.mention.last, len(tokens))
    )


def _is_to_other(frame: Frame) -> bool:
    """Tell the answer to something that is named: "in response *to repeated attacks*", not "to the attack"."""
    tokens, answers = frame.mention.sentence.sentence.tokens, words().answering | _RESPONDED
    for i in range(len(tokens) - 2):
        if tokens[i].lower in answers and tokens[i + 1].lower in {"to", "for"}:
            return tokens[i + 2].lower not in {"the", "that", "this", "it"}
    return False


def _comes_at_once(frame: Frame) -> bool:
    """Tell "troops *immediately* shelled the hills", "the army *at once* sent in men, and guns fired on a farm"."""
    tokens, known = frame.mention.sentence.sentence.tokens, words().at_once
    for i in range(1, frame.mention.last + 1):
        word = tokens[i].lower
        if word in _NEGATING:
            return False
        if word in known or (tokens[i - 1].lower, word) in _AT_ONCE:
            return True
    return False


_AT_ONCE = frozenset({("at", "once"), ("within", "hours"), ("within", "minutes")})
_NEGATING = frozenset({"no", "not", "nobody", "none", "nor", "n't"})
