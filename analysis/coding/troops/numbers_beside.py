"""Numbers beside a figure of troops: "and 900 in Syria", "and 1,000 from Italy", "half of them at Thule"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in
from analysis.coding.troops.places import place_after
from analysis.coding.troops.staying import Count
from analysis.coding.troops.towns import place_in, unknown_town
from analysis.coding.victims import quantity_in
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import QuantityMention
from analysis.language.text.tokens import Token


def find_beside(reading: Reading, sentence: SentenceReading, count: Count) -> Iterator[Count]:
    """Find what stands beside a number of troops: "in addition to about 100 in Syria", "and 1,000 from Italy"."""
    group = sentence.phrases.at[count.first]
    if isinstance(group, NounGroup):
        people = People(group, count.first, count.last, count.quantity)
        for each in find_elsewhere(reading, sentence, people, count.force, count.cue):
            if "which" not in sentence.sentence.lowers[count.last : each.first]:
                yield each  # not "to 900 men, which is a cut of 80 in Mali and 60 in Niger"
        yield from find_of_others(sentence, people, count.place, count.cue)


def find_of_others(sentence: SentenceReading, people: People, place: str | None, cue: Cue) -> Iterator[Count]:
    """Find "2,500 US troops and about 1,000 from Italy" in the same place."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    yield from _gapped(sentence, people, place, cue)
    for group in sentence.phrases.nouns:
        i = group.last + 2
        if group.first <= people.last or not group.bare or i >= len(tokens) or tokens[i - 1].lower != "from":
            continue
        inner = at[i]
        force = force_in(sentence, inner.first, inner.last) if isinstance(inner, NounGroup) else None
        if force is None and isinstance(inner, NounGroup) and inner.last + 2 < len(tokens):
            rest = at[inner.last + 2] if tokens[inner.last + 1].lower == "of" else None
            force = force_in(sentence, rest.first, rest.last) if isinstance(rest, NounGroup) else None
        quantity = quantity_in(sentence, group.first, group.last)
        if force is not None and quantity is not None and quantity.low:
            yield Count(quantity, group.first, group.last, force, place, cue)


def find_further(sentence: SentenceReading, people: People, force: str, place: str | None, cue: Cue) -> Iterator[Count]:
    """Find "and a further 80 the following year" after people who were sent or taken away: more at another time."""
    tokens = sentence.sentence.tokens
    if cue.verb is None or cue.status not in {Status.DEPLOYED, Status.WITHDRAWN}:
        return
    for group in sentence.phrases.nouns:
        if group.first <= people.last or not group.bare or tokens[group.first - 1].lower not in {"and", "then"}:
            continue
        i = group.last + 1
        i += i < len(tokens) and tokens[i].lower in {"more", "in", "on"}
        when, quantity = sentence.noun_at(i), quantity_in(sentence, group.first, group.last)
        if when is not None and when.temporal and quantity is not None and quantity.low:
            yield Count(quantity, group.first, group.last, force, place, replace(cue, rule=FURTHER))


#: the rule of more people who go at another time
FURTHER = "further"


def find_elsewhere(
    reading: Reading, sentence: SentenceReading, people: People, force: str, cue: Cue
) -> Iterator[Count]:
    """Find "and 900 in Syria", or "and in Syria 900", after a figure of troops."""
    tokens = sentence.sentence.tokens
    for mention in sentence.quantities:
        if mention.first > people.last and mention.quantity.low is mention.quantity.high is None:
            yield from _share(sentence, mention, force, cue)
        group = sentence.phrases.at[mention.first]
        if mention.first <= people.last or not isinstance(group, NounGroup) or group.first >= mention.first:
            continue
        place = place_in(sentence, group)
        if mention.last == group.last and place is not None and (mention.quantity.low or mention.quantity.high):
            yield Count(mention.quantity, mention.first, mention.last, force, place, cue)
    for group in sentence.phrases.nouns:
        if group.first <= people.last or not group.bare or group.last + 1 >= len(tokens):
            continue
        end = group.last + 1
        while end + 1 < len(tokens) and end - group.last < _FILLED and tokens[end].lower in _FILLERS:
            end += 1  # "and 2,400 *more are* in Iraq"
        goals = {"in", "at", "to", "from"} if cue.status is Status.WITHDRAWN else {"in", "at", "to"}
        if not _adds(tokens, group.first) or tokens[end].lower not in goals:
            continue
        quantity = quantity_in(sentence, group.first, group.last)
        place = place_after(reading, sentence, end - 1)
        if quantity is not None and (quantity.low or quantity.high) and place is not None:
            yield Count(quantity, group.first, group.last, force, place, cue)


def _gapped(sentence: SentenceReading, people: People, place: str | None, cue: Cue) -> Iterator[Count]:
    """Find "Nigeria sent 170 troops in May and *Senegal about 200*": who else does the same, without its verb."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for group in sentence.phrases.nouns if cue.rule == "object" else ():
        who = at[group.first - 1] if group.bare and group.first > people.last + 2 else None
        if not isinstance(who, NounGroup) or who.preposition is not None:
            continue
        force = force_in(sentence, who.first, who.last) if tokens[who.first - 1].lower in _JOINED else None
        quantity = quantity_in(sentence, group.first, group.last)
        after = at[group.last + 1] if group.last + 1 < len(at) else None
        if force is not None and quantity is not None and quantity.low and not isinstance(after, VerbGroup):
            yield Count(quantity, group.first, group.last, force, place, cue)


_JOINED = frozenset({"and", ",", ";", "while"})


def _share(sentence: SentenceReading, mention: QuantityMention, force: str, cue: Cue) -> Iterator[Count]:
    """Find ", more than half of them at the base of Thule": a share of the people before, who stand somewhere."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    i = next((j for j in range(mention.last + 1, len(tokens)) if tokens[j].lower not in _BETWEEN), len(tokens))
    words = {t.lower for t in tokens[mention.last + 1 : i]}
    where = at[i] if i < len(tokens) and "them" in words and words != {"them"} else None
    if not isinstance(where, NounGroup):
        return
    place = place_in(sentence, where) or unknown_town(sentence, where)
    several = where.last + 1 < len(tokens) and tokens[where.last + 1].lower == "and"  # "at Thule and in Qaanaaq"
    if place is not None and not several:
        yield Count(mention.quantity, mention.first, mention.last, force, place, cue)


#: words between a share and its place: "most of *them in and around* Thule"
_BETWEEN = frozenset({"of", "them", "stationed", "based", "in", "and", "around", "at", "on", "near"})


def _adds(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether the words before a number at token i set it beside the figure before: "and", ", of", "out of"."""
    before, earlier = tokens[i - 1].lower, tokens[i - 2].lower if i > 1 else ""
    if before == "of":
        return earlier in {",", "out", "("}
    return before in {"and", ",", "plus", "another", "with", "including"} or (before, earlier) == ("to", "addition")


#: words between a number and its place, and how many there are at the most
_FILLERS = frozenset(
    {"across", "the", "border", "more", "others", "other", "are", "were", "remain", "based", "stationed", "deployed"}
)
_FILLED = 4
