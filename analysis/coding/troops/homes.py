"""Homes: the site set beside "home to 900 soldiers"."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.places import of_site
from analysis.coding.troops.towns import shown
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def is_home_to(sentence: SentenceReading, people: People) -> bool:
    """Tell whether people are those that a place is "home to"."""
    i = people.group.preposition
    words = [t.lower for t in sentence.sentence.tokens[i - 1 : i + 1]] if i else []
    return words == ["home", "to"]


def site_home_to(reading: Reading, sentence: SentenceReading, people: People) -> str | None:
    """Return the site set beside "home to 900 soldiers": "*Thule air base* in Greenland, home to", or None."""
    if not is_home_to(sentence, people):
        return None
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    home = (people.group.preposition or 0) - 1
    named = {m.last: m for m in sentence.places if m.place.kind is PlaceKind.SITE}
    i = home - 1 - (isinstance(at[home - 1], VerbGroup) and tokens[home - 2].lower in {"which", "that"})
    while i >= 0 and not isinstance(at[i], VerbGroup):
        if i in named:
            return shown(named[i])
        group = at[i]
        if isinstance(group, NounGroup) and group.last == i and (site := of_site(reading, sentence, group)) is not None:
            return site  # "the base, one of the biggest and home to"
        i -= 1
    return None
