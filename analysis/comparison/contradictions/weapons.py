"""Weapons: an attack whose weapon is called by names of different kinds, and a model called by the wrong kind.

"In a rocket attack" and "several missiles were fired" two lines on; "Katyusha missiles", where a Katyusha is a rocket.
The kinds come from the vocabulary of attacks. A general word ("projectile", "munition", "round") is of no kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from analysis.coding.reading import SentenceReading
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context, find_words
from analysis.comparison.findings import (
    Certainty,
    Finding,
    FindingKind,
    Passage,
    Weight,
    distinct,
    quoted,
)
from analysis.language.text.forms import parse_singular
from analysis.language.text.tokens import Token
from analysis.tables.wording import listed
from analysis.vocabulary import read_vocabulary

#: kinds that are told apart by their words
_KINDS = frozenset({"rocket", "missile", "drone", "artillery", "mortar", "bombing", "air_strike"})
_NAMES = {"air_strike": "air strike", "bombing": "bomb"}


def check_weapons(context: Context) -> Iterator[Finding]:
    """Find the weapons that are told in two ways."""
    models: dict[str, list[Passage]] = {}
    for sentence in context.sentences():
        for finding in _wrong_model(context, sentence):
            models.setdefault(sentence.source.source_id, []).extend(finding.passages)
            yield finding
    attacks = _attacks_told(context)
    for incident_id, rows in context.members.items():
        if rows[0]["scope"] != "single":
            continue
        told = {source_id: _told(context, own, attacks) for source_id, own in _by_source(rows).items()}
        for source_id, kinds in told.items():
            if len(kinds) > 1:
                wrong = {"a model of another kind": models[source_id]} if source_id in models else {}
                yield from _finding(kinds, incident_id, wrong)
        everyone = [set(kinds) for kinds in told.values() if kinds]
        if (len(everyone) > 1 and not set.intersection(*everyone)) or _differ(everyone):
            merged: dict[str, list[Passage]] = {}
            for kinds in told.values():
                for kind, passages in kinds.items():
                    merged.setdefault(kind, []).extend(_munition_first(passages)[:1])
            yield from _finding(merged, incident_id)


def _differ(everyone: Sequence[set[str]]) -> bool:
    """Whether some source names a kind that another, which names one, does not."""
    return len(everyone) > 1 and len(set.union(*everyone)) > 1


def _finding(
    kinds: dict[str, list[Passage]], incident_id: str, wrong: dict[str, list[Passage]] | None = None
) -> Iterator[Finding]:
    passages = distinct(passage for found in (*kinds.values(), *(wrong or {}).values()) for passage in found)
    if len(kinds) > 1 and len(passages) > 1:
        names = listed([_NAMES.get(kind, kind) for kind in kinds])
        says = f"The weapon of one attack is told as {names}."
        yield Finding(FindingKind.WEAPONS, Weight.MINOR, Certainty.POSSIBLE, says, passages, incident_id, "weapon")


def _munition_first(passages: Sequence[Passage]) -> list[Passage]:
    """Put the passages that tell of the rounds themselves before those that name the attack by them."""
    words = read_vocabulary("attacks")
    events = frozenset(words["events"]) - frozenset(words["pointing"])
    return sorted(passages, key=lambda p: any(word in events for word in p.words.casefold().split()))


def _wrong_model(context: Context, sentence: SentenceReading) -> Iterator[Finding]:
    words = read_vocabulary("attacks")
    if sentence.words.isdisjoint(words["models"]):
        return
    tokens = sentence.sentence.tokens
    for model, noun in pairwise(tokens):
        own, called = words["models"].get(model.lower), words["munitions"].get(parse_singular(noun.lower))
        if own in _KINDS and called in _KINDS and own != called:
            says = f"{quoted([f'{model.text} {noun.text}'])}: this model is a {_NAMES.get(own, own)}."
            passage = context.passage(sentence.source.source_id, model.start, noun.end)
            yield Finding(FindingKind.WEAPONS, Weight.MINOR, Certainty.LIKELY, says, (passage,), None, "weapon")


def _by_source(rows: Sequence[Cells]) -> dict[str, list[Cells]]:
    found: dict[str, list[Cells]] = {}
    for row in rows:
        found.setdefault(row["source_id"], []).append(row)
    return found


def _attacks_told(context: Context) -> dict[tuple[str, int], set[str]]:
    """The ids of the attacks that each sentence, by source and number, is the evidence of, victims' evidence too."""
    attacks: dict[tuple[str, int], set[str]] = {}
    for rows in context.members.values():
        for row in rows:
            for claim in (row, *context.victims.get((row["source_id"], row["id"]), ())):
                for sentence in context.sentences_in(row["source_id"], claim["start"], claim["end"]):
                    attacks.setdefault((row["source_id"], sentence.number), set()).add(row["id"])
    return attacks


def _told(
    context: Context, rows: Sequence[Cells], attacks: Mapping[tuple[str, int], set[str]]
) -> dict[str, list[Passage]]:
    """The kinds of weapon in the sentences of an attack, each with the passages that name it.

    A sentence that is the evidence of another attack is left out: whose weapon is whose is not known there.
    In a sentence that names its weapon, another that is the weapon of another attack of the source is of that one
    ("air strikes in response to a rocket attack").
    """
    found: dict[str, list[Passage]] = {}
    own = {row["claim_id"] for row in rows}
    others: dict[str, set[str]] = defaultdict(set)
    for row in (row for members in context.members.values() for row in members):
        if row["claim_id"] not in own:
            others[row["source_id"]].add(row["type"])
    for row in rows:
        for claim in (row, *context.victims.get((row["source_id"], row["id"]), ()), *_of_place(context, row)):
            for sentence in context.sentences_in(row["source_id"], claim["start"], claim["end"]):
                if attacks.get((row["source_id"], sentence.number), set()) - {row["id"]}:
                    continue
                named = list(_weapons(context, sentence))
                both = any(kind == row["type"] for kind, _ in named)
                for kind, passage in named:
                    if both and kind in others[row["source_id"]] and kind != row["type"]:
                        continue
                    if all(passage.start != known.start for known in found.get(kind, ())):
                        found.setdefault(kind, []).append(passage)
    return found


def _of_place(context: Context, row: Cells) -> Iterator[Cells]:
    """The sentences of a source that count the rounds of its attack or name its site."""
    rounds = find_words(context, row, row["munitions_text"])
    if rounds:
        yield {"start": rounds[0], "end": rounds[1]}
    for sentence in context.readings[row["source_id"]].sentences:
        if row["place"] and any(mention.place.name == row["place"] for mention in sentence.places):
            yield {"start": sentence.sentence.start, "end": sentence.sentence.end}


def _weapons(context: Context, sentence: SentenceReading) -> Iterator[tuple[str, Passage]]:
    if sentence.words.isdisjoint(_weapon_words()):
        return
    words, tokens = read_vocabulary("attacks"), sentence.sentence.tokens
    for at, token in enumerate(tokens):
        lower = token.lower
        if not sentence.sentence.headline and _is_of_name(tokens, at):
            continue
        kind = words["munitions"].get(parse_singular(lower))
        after = parse_singular(tokens[at + 1].lower) if at + 1 < len(tokens) else ""
        if kind is None and after in words["events"]:
            kind = words["modifiers"].get(lower)
        if kind is None and lower == "artillery":
            kind = "artillery"
        if kind in _KINDS and after not in _FILMED and (after not in words["munitions"] or after == "attack"):
            yield str(kind), context.passage(sentence.source.source_id, token.start, token.end)


#: what a drone takes: "drone footage"
_FILMED = frozenset({"footage", "video", "image", "photo", "picture", "camera"})


def _is_of_name(tokens: Sequence[Token], at: int) -> bool:
    """Tell a word of a name from a weapon: "*Mine* Resistant Vehicle"."""
    after = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return tokens[at].text[0].isupper() and not tokens[at].text.isupper() and after[:1].isupper() and after.isalpha()


@cache
def _weapon_words() -> frozenset[str]:
    words = read_vocabulary("attacks")
    singular = {*words["munitions"], *words["modifiers"], "artillery"}
    return frozenset(form for word in singular for form in (word, word + "s"))
