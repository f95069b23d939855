"""The attack that a figure belongs to: the one told of in its clause, then in its sentence, then before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from analysis.coding.attacks import AttackCoding, AttackMention
from analysis.coding.attacks.clauses.grammar import opens_clause
from analysis.coding.attacks.words import words
from analysis.coding.casualties.claim import Claim
from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.casualties.links.asides import attack_of_day, came_first, past_run, without_runs
from analysis.coding.casualties.links.campaigns import (
    is_counted_since,
    is_of_campaign,
    is_of_late,
    is_of_long_time,
    is_of_strife,
)
from analysis.coding.casualties.links.items import is_other_item
from analysis.coding.casualties.links.responses import attack_of_response
from analysis.coding.casualties.links.topics import attack_going_on, attack_of_last, attack_of_whole
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Attack, AttackType
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup
from analysis.vocabulary import read_vocabulary

#: sentences back to which a figure may belong to an attack told of before
_REACH = 6
_BREAKS = frozenset({";", "after", "following", "while", "although", "since", "before", "when", "where", "amid"})


def attack_of(
    reading: SentenceReading,
    figure: Figure,
    mentions: Sequence[AttackMention],
    claims: Sequence[Claim] = (),
    sites: Mapping[str, Sequence[str]] | None = None,
    series: Container[str] = (),
    rows: Mapping[str, Attack] | None = None,
    runs: frozenset[str] = frozenset(),
) -> str | None:
    """Return the id of the attack of a figure, or None where no attack is told of or another event is.

    `mentions` and `claims`, the figures before, are in the order of the text; `sites` are the attacks by place,
    `series` those that are runs of attacks, `runs` those that the report only recalls.
    """
    start = bisect_left(mentions, reading.number, key=lambda m: m.sentence)
    here = []
    i = start
    while i < len(mentions) and mentions[i].sentence == reading.number:
        here.append(mentions[i])
        i += 1
    if here:
        nearest = min(without_runs(reading, figure, here, series), key=lambda m: _distance(reading, figure, m))
        if not figure.subset and (_is_answer(reading, figure, nearest) or _is_beside(reading, figure, nearest)):
            return None
        if nearest.attack_id not in series and (
            is_counted_since(reading, figure, nearest.first) or is_of_strife(reading, figure)
        ):
            return None
        return nearest.attack_id
    if _is_other_event(reading) or is_of_long_time(reading) or is_of_campaign(reading):
        return None
    if is_of_late(reading, figure) or is_of_strife(reading, figure):
        return None
    if rows and (answer := attack_of_response(reading, mentions[:start], rows)) is not None:
        return answer
    before = _main_of(reading, mentions, start - 1, series) if start else None
    if before is not None and is_other_item(reading, before):
        return None
    if before is not None and rows and (on_day := attack_of_day(reading, before, mentions[:start], rows)) is not None:
        return on_day
    if before is not None and rows and came_first(reading, before, rows):
        return None
    if before is not None and before.attack_id in runs:
        before = past_run(reading, figure, before, mentions[:start], runs)
    if sites and reading.places and (there := _attack_at(reading, sites, before)) is not None:
        return there
    if (
        "there" in reading.words
        and sites
        and (where := _attack_there(reading, sites, mentions[max(0, start - 4) : start]))
    ):
        return where
    if figure.subset and figure.victims.partitive and (whole := attack_of_whole(figure, claims)) is not None:
        return whole
    more = figure.victims.others or not reading.words.isdisjoint(_TOO)
    if more and before is not None and (last := attack_of_last(figure, claims, before.sentence)) is not None:
        return last
    if before is not None and reading.number - before.sentence <= _REACH:
        return before.attack_id
    if before is None and _is_of_several(reading):
        return None
    after = mentions[i] if i < len(mentions) else None
    if before is None and after is not None and after.sentence - reading.number <= _REACH:
        return after.attack_id
    return attack_going_on(reading, claims)


def is_counted_apart(
    reading: SentenceReading, figure: Figure, mentions: Sequence[AttackMention], rows: Mapping[str, Attack]
) -> bool:
    """Tell people of no attack that is told: of a campaign, of the last weeks, of a day before the attack told last."""
    start = bisect_left(mentions, reading.number, key=lambda m: m.sentence)
    last = mentions[start - 1] if start else None
    earlier = last is not None and not _is_other_event(reading) and came_first(reading, last, rows)
    return earlier or is_of_campaign(reading) or is_of_late(reading, figure)


def to_sites(attacks: Iterable[Attack]) -> dict[str, list[str]]:
    """Return the ids of the attacks by the places where they were."""
    sites: dict[str, list[str]] = {}
    for row in attacks:
        for place in row.place.split(";") if row.place is not None else ():
            sites.setdefault(place, []).append(row.id)
    return sites


def _attack_at(
    reading: SentenceReading, sites: Mapping[str, Sequence[str]], before: AttackMention | None
) -> str | None:
    """Return the one attack at a place that a sentence is told to be in: "seven fighters died in Thule"; else None."""
    tokens = reading.sentence.tokens
    named = {
        mention.place.name
        for mention in reading.places
        if mention.first and tokens[mention.first - 1].lower in _AT and mention.place.kind is not PlaceKind.COUNTRY
    }
    if not named:
        return None
    found = {attack for place in named for attack in sites.get(place, ())}
    if before is not None and before.attack_id in found:
        return None
    return next(iter(found)) if len(found) == 1 else None


def _attack_there(
    reading: SentenceReading, sites: Mapping[str, Sequence[str]], mentions: Sequence[AttackMention]
) -> str | None:
    """Return the attack of the place told last in the sentence before, which "hurt there" points back to; else None."""
    tokens = reading.sentence.tokens
    at = next((i for i, t in enumerate(tokens) if t.lower == "there"), 0)
    if at + 1 < len(tokens) and isinstance(reading.phrases.at[at + 1], VerbGroup):
        return None  # "there were"
    placed = {attack for ids in sites.values() for attack in ids}
    told = [m.attack_id for m in mentions if m.sentence == reading.number - 1 and m.attack_id in placed]
    return told[-1] if told else None


#: prepositions of the place where people died
_AT = frozenset({"in", "at", "near", "outside", "around"})


def _is_of_several(reading: SentenceReading) -> bool:
    """Tell whether a lead sums up people of several events that the text below tells: "in separate incidents"."""
    return "separate" in reading.words and not reading.words.isdisjoint({"incidents", "attacks", "events"})


def _is_other_event(reading: SentenceReading) -> bool:
    """Tell whether a sentence names a war or a protest; "a war monitor" and "war crimes" name none."""
    if reading.words.isdisjoint(harm_set("other_events")):
        return False
    tokens = reading.sentence.tokens
    return any(
        token.lower in harm_set("other_events")
        and not (token.lower == "war" and i + 1 < len(tokens) and tokens[i + 1].lower in harm_set("of_war"))
        for i, token in enumerate(tokens)
    )


def point_back(reading: Reading, attacks: AttackCoding) -> list[AttackMention]:
    """Return the mentions of a source, "that raid" and the like as mentions of the attack of the sentence before."""
    known = {row.id: row for row in attacks.rows}
    found: list[AttackMention] = []
    for mention in attacks.mentions:
        back = [m.attack_id for m in found[-3:] if m.sentence == mention.sentence - 1]
        tokens = reading.sentences[mention.sentence].sentence.tokens
        word = tokens[mention.last - 1].lower if mention.last else ""
        types = _types_called().get(tokens[mention.last].lower) if word in _POINTING else None
        bare = word != "the" or len(back) == 1
        if types is not None and back and bare and mention.attack_id not in back and known[back[-1]].type in types:
            mention = replace(mention, attack_id=back[-1])
        found.append(mention)
    return found


#: words that say that more people share the fate of those before
_TOO = frozenset({"also", "too", "another", "others", "further", "besides"})
_POINTING = frozenset({"the", "that", "this"})


@cache
def _types_called() -> dict[str, frozenset[AttackType]]:
    """Return the types of attack that a noun may stand for."""
    return {n: frozenset(AttackType(t) for t in types) for n, types in read_vocabulary("harm")["called"].items()}


def _is_beside(reading: SentenceReading, figure: Figure, mention: AttackMention) -> bool:
    """Tell whether people and attacks are counted side by side over months: "201 killings and 18 attacks"."""
    last = max(figure.last, figure.victims.last)
    between = reading.sentence.tokens[last + 1 : mention.first]
    said = {t.lower for t in between}
    joined = "and" in said and said.isdisjoint({"in", "by", "from", "during"})  # "118 people in rocket and gun attacks"
    verbs = any(isinstance(reading.phrases.at[i], VerbGroup) for i in range(last + 1, mention.first))
    return mention.first > last and joined and not verbs and is_of_long_time(reading)


def _main_of(
    reading: SentenceReading, mentions: Sequence[AttackMention], last: int, series: Container[str]
) -> AttackMention:
    """Return the mention that a later sentence goes on from: "hit a ship, before jets struck a port": the first.

    `last`: the index of the last mention before the sentence. The run that an attack is one of, "the drone strike, the
    ninth this year", is none to go on from.
    """
    mention = mentions[last]
    text = reading.source.text
    for earlier in mentions[max(0, last - 3) : last]:
        if earlier.sentence == mention.sentence:
            words = text[earlier.end : mention.start].lower().split()
            run = mention.attack_id in series and earlier.attack_id not in series
            return earlier if run or not _LATER.isdisjoint(words) else mention
    return mention


_LATER = frozenset({
    "before", "after", "following", "days", "hours", "weeks", "since", "as", "amid",
    "retaliation", "response", "revenge", "reprisal", "retaliating", "responding",
})  # fmt: skip


def _is_answer(reading: SentenceReading, figure: Figure, mention: AttackMention) -> bool:
    """Tell whether the attack came after what the figure tells: "strikes in response to the death of a guard"."""
    first = min(figure.first, figure.victims.first)
    dated = {i for d in reading.dates for i in range(d.first - 1, d.last + 1)}  # "attacks since January"
    tokens = reading.sentence.tokens
    dated |= {i for i in range(mention.last + 1, first) if tokens[i + 1].lower in _HOURS}  # "a raid after dawn killed"
    between = ["" if i in dated else tokens[i].lower for i in range(mention.last + 1, first)]
    ends = [i for i, word in enumerate(between) if word in {",", "and"}]
    between = between[ends[-1] + 1 :] if ends else between  # "was shelled 40 times since Monday, leaving two dead"
    return mention.last < first and not _ANSWERED.isdisjoint(between)


_HOURS = frozenset(read_vocabulary("calendar")["day_parts"])
_ANSWERED = frozenset({"after", "following", "response", "retaliation", "revenge", "avenge", "since"})


def _distance(reading: SentenceReading, figure: Figure, mention: AttackMention) -> tuple[int, int]:
    """Return how far a mention is from a figure: clause breaks between them, then tokens; nearest is what did it."""
    tokens, verb = reading.sentence.tokens, reading.phrases.at[figure.first]
    done = isinstance(verb, VerbGroup) and verb.finite and not verb.passive
    verb = _harm_before(reading, verb) if isinstance(verb, VerbGroup) else None
    subject = subject_of(reading.phrases, verb) if done and verb is not None else None
    if subject is not None and subject.first <= mention.first and mention.last <= subject.last:
        return -1, 0  # "an attack on a port hurt nine, drawing air strikes"
    own = figure.rule != "by place"  # those counted beside others have their own place or weapon, but not the verb
    first = min(figure.first, figure.victims.first) if own else figure.victims.first
    last = max(figure.last, figure.victims.last) if own else figure.victims.last
    if mention.last < first:
        between = range(mention.last + 1, first)
    elif mention.first > last:
        between = range(last + 1, mention.first)
    else:
        return 0, 0
    breaks = sum(tokens[i].lower in _BREAKS or opens_clause(reading.phrases, i) for i in between)
    if mention.first > last and any(tokens[i].lower == "when" for i in between):
        breaks -= 1  # "a guard died when rockets fell": what he died of
    if mention.first > last and any(v.lemma in words().bringing for v in reading.phrases.verbs if v.first in between):
        breaks += 1  # "hurt two, *prompting* the army to shell the hills"
    return breaks, len(between)


def _harm_before(reading: SentenceReading, verb: VerbGroup) -> VerbGroup:
    """Return the verb whose subject one of harm shares: "came after a raid that *killed* nine and wounded six"."""
    before = next((v for v in reversed(reading.phrases.verbs) if v.last < verb.first), None)
    joined = verb.first > 0 and reading.sentence.tokens[verb.first - 1].lower == "and"
    alike = before is not None and {before.lemma, verb.lemma} <= verb_outcomes().keys() and before.finite
    return before if before is not None and joined and alike and not before.passive else verb
