"""Ends: where what was said after a cue stops before its sentence does.

Before the channel of a claim, before a second deed of the speaker, where a main clause goes on after a relative one.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.speech.cue import Cue
from analysis.coding.speech.frames import CLOSING, OPENING, cue_verbs
from analysis.coding.speech.idioms import channel_of_claim
from analysis.coding.speech.positions import skip_adverbs, skip_ahead
from analysis.language.phrases import Phrases, VerbGroup
from analysis.language.tags import Tag


def with_end(phrases: Phrases, cue: Cue) -> Cue:
    """Let the content of a cue end before the channel of a claim, or where the main clause goes on after it.

    "claimed responsibility *on X*"; "…, who said X, *left*".
    """
    if cue.lemma == "claim" and cue.start is not None and (channel := channel_of_claim(phrases, cue.start)):
        return replace(cue, end=channel)
    if cue.how == "object" and cue.start is not None and cue.start > cue.first and cue.until is None:
        ended = _other_verb(phrases, cue.start) or _next_clause(phrases, cue.start)
        if ended is not None:
            return replace(cue, end=ended)
    if cue.start is None or cue.until is not None or phrases.sentence.tokens[cue.start].text in OPENING:
        return cue
    opener = cue.first - 1 if cue.speaker is None else cue.speaker.first - 1
    back = phrases.tags[skip_adverbs(phrases, cue.first - 1)] is Tag.RELATIVE
    if not back and (opener < 0 or phrases.tags[opener] is not Tag.RELATIVE):
        return cue
    if cue.start < cue.first:
        return cue
    for i in range(cue.start, len(phrases.at) - 1):
        if phrases.sentence.tokens[i].text == ",":
            group = phrases.at[i + 1]
            if isinstance(group, VerbGroup) and group.finite:
                return replace(cue, end=i)
    return cue


def _next_clause(phrases: Phrases, start: int) -> int | None:
    """Return the comma where a main clause follows an object that was said: "condemned it, *and a daily asked*"."""
    tokens, quoted = phrases.sentence.tokens, False
    for i in range(start, len(tokens) - 3):
        if tokens[i].text in OPENING | CLOSING:
            quoted = not quoted if tokens[i].text == '"' else tokens[i].text in OPENING
        if quoted:
            continue
        if isinstance(phrases.at[i], VerbGroup) or phrases.tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR}:
            return None
        if tokens[i].text == "," and tokens[i + 1].lower in {"and", "but"} and phrases.tags[i + 2] is Tag.DETERMINER:
            verb = next((v for v in phrases.verbs if v.first > i), None)
            between = range(i + 2, verb.first if verb is not None else i + 2)
            apart = any(tokens[k].text == "," or phrases.tags[k] is Tag.RELATIVE for k in between)
            return i if verb is not None and verb.finite and not apart else None
    return None


def _other_verb(phrases: Phrases, start: int) -> int | None:
    """Return the token where a second deed begins after an object that was said: "condemned it *and left*", or None."""
    tokens = phrases.sentence.tokens
    for i in range(start, len(tokens) - 1):
        group = phrases.at[i]
        if phrases.tags[i] in {Tag.RELATIVE, Tag.SUBORDINATOR} or tokens[i].text in OPENING:
            return None
        if isinstance(group, VerbGroup):
            return None
        if tokens[i].lower in {"and", "but"}:
            after = phrases.at[skip_ahead(phrases, i + 1)]
            if isinstance(after, VerbGroup) and _is_deed(phrases, after) and after.lemma not in cue_verbs():
                return i - 1 if tokens[i - 1].text == "," else i
    return None


def _is_deed(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a finite verb, or one past form that has an object or "for": "and *prayed* for the dead"."""
    follows = phrases.tags[verb.last + 1] if verb.last + 1 < len(phrases.tags) else Tag.MARK
    bare = verb.passive and verb.first == verb.last and follows in {Tag.DETERMINER, Tag.PRONOUN, Tag.PREPOSITION}
    return verb.finite or bare
