"""Habits: what happens at large and what nobody tells, which is no figure of one attack.

"The shells usually fall without hurting anyone", "the army has published no losses", "flew wounded civilians to
hospital". A number tells of people all the same ("flew 12 wounded civilians").
"""

from __future__ import annotations

from analysis.coding.casualties.figures import harm_set
from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

#: tokens between "most of which" and "hurt nobody"
_NEAR = 5


def is_usual(reading: SentenceReading, i: int) -> bool:
    """Tell whether what is told at token i is so as a rule: "usually", "most of the time", "the raids cause no …"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if not reading.words.isdisjoint(harm_set("usual")) and any(t.lower in harm_set("usual") for t in tokens[:i]):
        return True
    told = " ".join(t.lower for t in tokens[max(0, i - _NEAR) : i])
    if "most of the time" in told or "most of which" in told or "most cases" in told:
        return True
    verb = at[i - 1] if i else None
    now = isinstance(verb, VerbGroup) and verb.first == verb.last and tokens[i - 1].lower == verb.lemma
    return (
        now and reading.phrases.tags[i - 1] is Tag.VERB and not reading.sentence.headline and _is_plural(reading, i - 1)
    )


def _is_plural(reading: SentenceReading, i: int) -> bool:
    """Tell "*raids* cause", whose subject right before is many."""
    return i > 0 and reading.sentence.tokens[i - 1].lower.endswith("s")


def is_untold(reading: SentenceReading, i: int, last: int) -> bool:
    """Tell "published no losses", "no casualty *figures* were released", after which nothing is known.

    Token i is "no", token `last` the last word for what there was none of.
    """
    tokens, verb = reading.sentence.tokens, reading.phrases.at[i - 1] if i else None
    if last + 1 < len(tokens) and tokens[last + 1].lower in harm_set("telling_of"):
        return True
    return isinstance(verb, VerbGroup) and not verb.passive and verb.lemma in harm_set("untelling")


def is_attribute(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "flew *wounded* civilians out", "for *injured* miners", where a participle stands before its noun."""
    i, at, tags = verb.first, reading.phrases.at, reading.phrases.tags
    if i != verb.last or i == 0 or tags[i] not in {Tag.PARTICIPLE, Tag.VERB} or i + 1 >= len(at):
        return False
    if reading.sentence.tokens[i].lower not in {"wounded", "injured"} or not isinstance(at[i + 1], NounGroup):
        return False
    before = at[i - 1]
    if before is None and i > 1 and tags[i - 1] in {Tag.ADVERB, Tag.PREPOSITION} and isinstance(at[i - 2], VerbGroup):
        before = at[i - 2]  # "brought out wounded rebels"
    does = isinstance(before, VerbGroup) and before.lemma not in {"leave", "be", "have", "say", "report", "get"}
    return does or tags[i - 1] is Tag.PREPOSITION


def is_at_large(reading: SentenceReading, verb: VerbGroup, victims: Victims) -> bool:
    """Tell people of no number whom something often hurts, or whom a raid was "the third *to kill*"."""
    if victims.counted or victims.name:
        return False
    often = any(t.lower in harm_set("often") for t in reading.sentence.tokens[verb.first : verb.last])
    return often or (verb.infinitive and not verb.passive)
