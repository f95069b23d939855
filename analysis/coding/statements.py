"""Statements: the utterances of official sources as rows.

One row is one thing that an official source is said to say. The lead of a report that a later sentence repeats, by the
same side, gives no row; its date goes to the later one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from analysis.coding.claims import claim_id
from analysis.coding.reading import Reading
from analysis.coding.rows import Evidence, Statement
from analysis.coding.speech.repeats import repetition
from analysis.coding.speech.voices.bodies import nationality_in
from analysis.coding.utterances import Utterance
from analysis.language.grammar.phrases import NounGroup
from analysis.vocabulary import read_vocabulary

#: sentences after the lead in which it may be repeated
_LEAD = 3
_REPEATED_WITHIN = 8
#: share of the lead's words that its repetition has: by the same speaker, by "the official", by another of the side, by
#: anybody where the lead has only "officials"
_SAME_SPEAKER = 0.35
_POINTED = 0.25
_SAME_SIDE = 0.5
_VAGUE = 0.3
_NEVER = 2.0
#: words of the lead to each of a later utterance from which that one is but a part of it
_PART = 3
#: figures that come again by chance, unless they are of the same things
_SMALL = 3
#: a number and the noun that it counts
Figure = tuple[int, str]
_SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def code_statements(reading: Reading, utterances: Sequence[Utterance]) -> tuple[Statement, ...]:
    """Code the official utterances of a source, in the order of their evidence.

    A body in brackets after a clause ("(Pentagon)") answers for its figures, but makes no statement: nothing says so.
    """
    official = [u for u in utterances if u.official and not u.rule.startswith("closing-bracket")]
    rows = _without_lead(reading, official)
    ordered = sorted(rows, key=lambda u: (u.evidence[0], u.cue_span[0], u.content[0]))
    return tuple(_row(reading, utterance) for utterance in ordered)


def _without_lead(reading: Reading, utterances: Sequence[Utterance]) -> list[Utterance]:
    """Leave out the lead that a later utterance repeats."""
    rows = list(utterances)
    body = [s.sentence for s in reading.sentences if not s.sentence.headline][: _REPEATED_WITHIN + 1]
    if not rows or not body:
        return rows
    leads = [row for row in rows if row.content == rows[0].content]
    if rows[0].content[0] > body[min(len(body), _LEAD) - 1].end:
        return rows
    for i, later in enumerate(rows[len(leads) :], len(leads)):
        if later.content[0] > body[-1].end:
            break
        if later.evidence[0] < leads[0].evidence[1]:
            continue
        if any(_repeats(reading, lead, later, joint=len(leads) > 1) for lead in leads):
            rows[i] = replace(later, date=later.date or leads[0].date)
            return rows[len(leads) :]
    return rows


def _repeats(reading: Reading, lead: Utterance, later: Utterance, *, joint: bool) -> bool:
    """Tell whether the same side says the same again; the surer it is the same speaker, the fewer words it takes.

    Of `joint` speakers, each of whom tells it in his own words, a figure is enough.
    """
    if later.act is not lead.act or later.nested or _goes_on_past_repeat(reading, lead):
        return False
    figures = _figures(reading, lead)
    if joint and figures and lead.affiliation is not None and lead.affiliation == later.affiliation:
        return _has_its_figures(figures, _figures(reading, later))
    text = reading.source.text
    said, again = text[slice(*lead.content)], text[slice(*later.content)]
    if len(said) >= _PART * len(again):
        return False
    least, named = _least(lead, later), False
    if lead.anonymous and _is_vague(lead.speaker):
        named = not later.anonymous and later.affiliation == lead.affiliation
    if not _has_its_figures(figures, _figures(reading, later)) and not named:
        return False
    return repetition(said, again) >= (max(least, _SAME_SIDE) if named and figures else least)


def _least(lead: Utterance, later: Utterance) -> float:
    """Return the share of the lead's words that its repetition by this speaker has; above 1.0 for another side."""
    if later.speaker == lead.speaker:
        return _SAME_SPEAKER
    if lead.anonymous and _is_vague(lead.speaker):
        return _VAGUE
    if lead.affiliation is None or later.affiliation != lead.affiliation:
        return _NEVER
    if lead.anonymous and _is_introduced(lead, later):
        return _SAME_SPEAKER
    back = later.anonymous and lead.anonymous and later.speaker_text.lower().startswith("the ")
    return _POINTED if back else _SAME_SIDE


def _has_its_figures(lead: Sequence[Figure], later: Sequence[Figure]) -> bool:
    """Tell whether one of the lead's figures, where it has any, comes again, whole or in two parts.

    A small one is the same only of the same things: "two soldiers", not "two drones".
    """
    again = {*(n for n, _ in later), *(a + b for (a, _), (b, _) in pairwise(later))}
    large = {n for n, _ in lead if n > _SMALL}
    return not lead or not again.isdisjoint(large) or not {f for f in lead if f[0] <= _SMALL}.isdisjoint(later)


def _figures(reading: Reading, utterance: Utterance) -> list[Figure]:
    """Return the figures that an utterance gives, in order, with what they count; of a bound its number; not one."""
    start, end = utterance.content
    first = bisect_right(reading.sentences, start, key=lambda s: s.sentence.end)
    found: list[Figure] = []
    for sentence in reading.sentences[first:]:
        if sentence.sentence.start >= end:
            break
        tokens = sentence.sentence.tokens
        for mention in sentence.quantities:
            number = mention.quantity.high if mention.quantity.low is None else mention.quantity.low
            if start <= tokens[mention.first].start < end and number and number > 1:
                group = sentence.phrases.at[mention.last]
                head = tokens[group.head].lower if isinstance(group, NounGroup) else ""
                found.append((number, "people" if head in _force_nouns() else head))
    return found


@cache
def _force_nouns() -> frozenset[str]:
    """Return the nouns for people of a force, any of which may call again those of another: "two soldiers", "men"."""
    lists = read_vocabulary("forces")
    return frozenset({*lists["people"], *lists["own"], *lists["sent"], *lists["movable"]})


def _goes_on_past_repeat(reading: Reading, lead: Utterance) -> bool:
    """Tell an utterance of several sentences, of which a later one repeats no more than a part."""
    first = bisect_right(reading.sentences, lead.content[0], key=lambda s: s.sentence.end)
    return reading.sentences[first].sentence.end < lead.content[1]


def _is_vague(speaker: str) -> bool:
    """Tell officials of nobody in particular ("officials", "security officials"), whom a later sentence may name."""
    words = speaker.split()
    named = any(word[0].isupper() for word in words[1:]) or nationality_in(speaker) is not None
    return not named and words[-1] in {"officials", "official", "authorities"}


def _is_introduced(lead: Utterance, later: Utterance) -> bool:
    """Tell "a *spokesman*" from whom of his side the text goes on to name."""
    words = lead.speaker.lower().split()
    first, office = words[0], words[-1]
    return first in {"a", "an"} and office in _SPOKESMEN and not later.anonymous and later.role is not None


def _row(reading: Reading, utterance: Utterance) -> Statement:
    source = reading.source
    evidence = Evidence(source.text[slice(*utterance.evidence)], *utterance.evidence)
    content = Evidence(source.text[slice(*utterance.content)], *utterance.content)
    name = claim_id(
        source.source_id, "statements", evidence, utterance.speaker_span, utterance.cue_span, label=utterance.speaker
    )
    return Statement(
        source.source_id, name, utterance.speaker, None if utterance.anonymous else utterance.role,
        utterance.affiliation, utterance.anonymous, utterance.kind, utterance.cue, utterance.act, utterance.date,
        content, evidence, utterance.rule,
    )  # fmt: skip
