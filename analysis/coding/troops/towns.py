"""The place that a noun group names: one that the gazetteer knows, a part of one, or a town that no list knows."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.forces import force_words
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceMention
from analysis.vocabulary import read_vocabulary


def place_in(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the place that a noun group names: a country's ISO code, else the canonical name; None for none."""
    named = [mention for mention in sentence.places if group.first <= mention.first <= group.last]
    if len(named) > 1 and named[0].place.kind is PlaceKind.COUNTRY:
        return shown(named[-1])  # "Russia's Kursk region"
    return shown(named[0]) if named else None


def shown(mention: PlaceMention) -> str:
    place = mention.place
    territory = place.name in read_vocabulary("forces")["territories"]
    if place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION} or place.part or territory:
        return place.country or place.name
    return place.name


def unknown_town(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the name of a group of proper nouns that are no body's and no person's title, as printed."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    first = group.first
    site = tokens[first].lower == "the" and tokens[group.head].lower in force_words("grounds")
    first += site  # "the Cincu training area"
    if sentence.sentence.capitals or group.temporal or tokens[first].lower in {"the", "a", "an"}:
        return None
    last = first
    while last < group.last and tags[last + 1] is Tag.PROPER and tokens[last + 1].lower not in _calendar():
        last += 1
    if any(tags[i] is not Tag.PROPER for i in range(first, last + 1)) or tokens[first].text.isupper():
        return None
    if any(m.first <= last and m.last >= first for m in sentence.actors):
        return None
    if last < group.head and tokens[group.head].lower in force_words("people"):
        return None  # "training to East African forces"
    return sentence.source.text[tokens[first].start : tokens[last].end]


def _calendar() -> list[str]:
    names: list[str] = read_vocabulary("grammar")["calendar"]
    return names


def of_part(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the place of which a group names a part or the kind: "parts of Mali", "the city of Homs"."""
    tokens, i = sentence.sentence.tokens, group.last + 2
    parts: list[str] = read_vocabulary("forces")["parts"]
    if i >= len(tokens) or tokens[i - 1].lower != "of" or tokens[group.head].lower not in parts:
        return None
    inner = sentence.phrases.at[i]
    return (place_in(sentence, inner) or unknown_town(sentence, inner)) if isinstance(inner, NounGroup) else None


def place_named(sentence: SentenceReading, i: int) -> str | None:
    """Return the first town after token i that no list knows, as printed, or None."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for j in range(i + 1, len(tokens) - 1):
        group = at[j + 1]
        if tokens[j].lower in {"to", "in", "into", "at"} and isinstance(group, NounGroup):
            return unknown_town(sentence, group) or of_part(sentence, group)
    return None


def last_unknown(sentence: SentenceReading, i: int) -> str | None:
    """Return the last town before token i that no list knows: "gave up its base at Thule, and the 40 there left"."""
    tokens = sentence.sentence.tokens
    for group in reversed(sentence.phrases.nouns):
        if group.last < i and group.preposition is not None and tokens[group.preposition].lower in _TOWARDS:
            town = unknown_town(sentence, group)
            if town is not None:
                return town
    return None


_TOWARDS = frozenset({"in", "at", "to", "into", "of", "from", "near"})


def is_site(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a group is a base or the like by its name: "Camp Lemonnier has 900 US marines"."""
    inside = (m for m in sentence.places if group.first <= m.first and m.last <= group.last)
    return any(m.place.kind is PlaceKind.SITE and m.last == group.last for m in inside)
