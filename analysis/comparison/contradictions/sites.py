"""Places as the reports of one attack put it: in a town, near it, so many kilometres off; under which kind and name.

A site "in" a town that another report puts it outside of, one name as a town here and a province there, and a name that
no gazetteer has beside one that it is nearly the same as.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from analysis.coding.reading import SentenceReading
from analysis.comparison.answers import Cells
from analysis.comparison.contradictions.context import Context
from analysis.comparison.findings import Certainty, Finding, FindingKind, Passage, Weight, distinct
from analysis.comparison.places import locate
from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import PlaceKind
from analysis.language.places import PlaceMention, RelationKind
from analysis.tables.wording import listed
from analysis.vocabulary import read_vocabulary

_KIND_NOUNS: dict[str, str] = {
    noun: kind for kind, nouns in read_vocabulary("places")["kinds"].items() for noun in nouns
}
_PUT = frozenset({RelationKind.IN, RelationKind.NEAR, RelationKind.DISTANCE})
#: likeness, of 100, at which an unknown name is taken for a known one
NEARLY = 75


def check_sites(context: Context) -> Iterator[Finding]:
    """Find the places that the reports of one attack put or call in several ways."""
    yield from _nearly(context)
    for incident_id, rows in context.members.items():
        if rows[0]["scope"] == "single":
            yield from _in_or_near(context, incident_id, rows)
            yield from _kinds(context, rows, incident_id)


def _finding(
    says: str,
    passages: Sequence[Passage],
    certainty: Certainty,
    weight: Weight = Weight.MATERIAL,
    incident_id: str | None = None,
) -> Finding:
    return Finding(FindingKind.GAZETTEER, weight, certainty, says, distinct(passages), incident_id, "place")


def _nearly(context: Context) -> Iterator[Finding]:
    """A named place that no gazetteer has, nearly the same as one that its source or its incident names."""
    for source_id, reading in context.readings.items():
        known: dict[str, Passage] = {}
        unknown: dict[str, Passage] = {}
        for sentence in reading.sentences:
            for mention in sentence.places:
                if mention.place.kind is PlaceKind.TOWN:
                    spot = mention.relation.start if mention.relation else mention.start
                    target = known if mention.place.lat is not None else unknown
                    target.setdefault(mention.place.name, context.passage(source_id, spot, mention.end))
        for name, passage in unknown.items():
            alike = [other for other in known if other[:1] == name[:1] and fuzz.ratio(name, other) >= NEARLY]
            if alike:
                other = max(alike, key=lambda other: fuzz.ratio(name, other))
                says = f"“{name}” stands in no gazetteer; it is nearly {other}, which the same source names."
                yield _finding(says, (passage, known[other]), Certainty.LIKELY, Weight.MINOR)


def _kinds(context: Context, rows: Sequence[Cells], incident_id: str) -> Iterator[Finding]:
    """One name under several kinds of place where one attack is told: the city of X, the province of X."""
    told: dict[tuple[str, str], dict[str, dict[str, Passage]]] = defaultdict(lambda: defaultdict(dict))
    for source_id in dict.fromkeys(row["source_id"] for row in rows):
        for sentence in _about(context, [row for row in rows if row["source_id"] == source_id]):
            for mention in sentence.places:
                noun = _kind_noun(sentence, mention)
                if noun and mention.place.country:
                    passage = context.passage(source_id, noun[1], noun[2])
                    told[mention.place.country, _base(mention.place.name)][source_id].setdefault(noun[0], passage)
    for (_, name), sources in _merged(told).items():
        groups = [list(passages.items()) for passages in sources.values() if len(passages) > 1]
        nouns = {noun for passages in sources.values() for noun in passages}
        if len(sources) > 1 and len(nouns) > 1:
            groups.append([item for passages in sources.values() for item in passages.items()])
        for group in groups:
            kinds = list(dict.fromkeys(noun for noun, _ in group))
            says = f"{name}, where one attack is told, is called {listed(kinds)}."
            passages = [passage for _, passage in group]
            yield _finding(says, passages, Certainty.COMPATIBLE, Weight.MINOR, incident_id)


def _merged(
    told: dict[tuple[str, str], dict[str, dict[str, Passage]]],
) -> dict[tuple[str, str], dict[str, dict[str, Passage]]]:
    """Put a name that is nearly another of the same country with that one."""
    merged: dict[tuple[str, str], dict[str, dict[str, Passage]]] = {}
    for key in sorted(told, key=lambda key: -len(told[key])):
        same = next((k for k in merged if k[0] == key[0] and _is_nearly(k[1], key[1])), key)
        sources = merged.setdefault(same, {})
        for source_id, passages in told[key].items():
            for noun, passage in passages.items():
                sources.setdefault(source_id, {}).setdefault(noun, passage)
    return merged


def _is_nearly(known: str, other: str) -> bool:
    return known[:1] == other[:1] and locate(other) is None and fuzz.ratio(known, other) >= NEARLY


def _base(name: str) -> str:
    return " ".join(word for word in name.split() if word.casefold() not in _KIND_NOUNS)


def _kind_noun(sentence: SentenceReading, mention: PlaceMention) -> tuple[str, int, int] | None:
    """The noun of kind beside a name, with the stretch of its noun group: "(oil-rich) town of X", "X province"."""
    tokens, first, last = sentence.sentence.tokens, mention.first, mention.last
    inside = [token.lower for token in tokens[first : last + 1] if token.lower in _KIND_NOUNS]
    if inside and last > first:
        return inside[-1], tokens[first].start, tokens[last].end
    if first > 1 and tokens[first - 1].lower == "of" and tokens[first - 2].lower in _KIND_NOUNS:
        start = first - 2
        while start > 0 and ("-" in tokens[start - 1].text or is_demonym(tokens[start - 1])):
            start -= 1
        return tokens[first - 2].lower, tokens[start].start, tokens[last].end
    after = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    return (after, tokens[first].start, tokens[last + 1].end) if after in _KIND_NOUNS else None


def _in_or_near(context: Context, incident_id: str, rows: Sequence[Cells]) -> Iterator[Finding]:
    """An attack or its site that one report puts in a town, and another near it or kilometres away."""
    told: dict[str, dict[str, list[tuple[RelationKind, Passage]]]] = defaultdict(lambda: defaultdict(list))
    away: dict[str, float] = {}
    for source_id in dict.fromkeys(row["source_id"] for row in rows):
        own = [row for row in rows if row["source_id"] == source_id]
        for sentence in _about(context, own):
            for mention in sentence.places:
                relation = mention.relation
                if mention.place.kind is PlaceKind.TOWN and relation is not None and relation.kind in _PUT:
                    passage = context.passage(source_id, relation.start, mention.end)
                    told[mention.place.name][source_id].append((relation.kind, passage))
                    if relation.km:
                        away[mention.place.name] = relation.km
    for town, sources in told.items():
        kinds = {kind for found in sources.values() for kind, _ in found}
        if len(sources) > 1 and RelationKind.IN in kinds and kinds - {RelationKind.IN}:
            passages = [p for found in sources.values() for p in dict(reversed(found)).values()]
            says = f"Reports of one attack put it in {town} and "
            says += f"{away[town]:.0f} km from it." if town in away else "near it."
            grade = (Certainty.LIKELY, Weight.MATERIAL) if town in away else (Certainty.POSSIBLE, Weight.MINOR)
            yield _finding(says, passages, *grade, incident_id)


def _about(context: Context, rows: Sequence[Cells]) -> list[SentenceReading]:
    """The sentences of an attack: those of its claims, and those that name the site it hit."""
    found: dict[int, SentenceReading] = {}
    for row in rows:
        for claim in (row, *context.victims.get((row["source_id"], row["id"]), ())):
            for sentence in context.sentences_in(row["source_id"], claim["start"], claim["end"]):
                found[sentence.number] = sentence
        for sentence in context.readings[row["source_id"]].sentences:
            if any(m.place.kind is PlaceKind.SITE and m.place.name == row["place"] for m in sentence.places):
                found[sentence.number] = sentence
    return [found[number] for number in sorted(found)]
