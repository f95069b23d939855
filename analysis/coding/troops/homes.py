"""Homes: the place set beside "home to 900 soldiers"."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.troops.counted import People
from analysis.coding.troops.places import of_site
from analysis.coding.troops.towns import place_in, shown, unknown_town
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.phrases import NounGroup, VerbGroup


def is_home_to(sentence: SentenceReading, people: People) -> bool:
    """Tell whether people are those that a place is "home to"."""
    i = people.group.preposition
    words = [t.lower for t in sentence.sentence.tokens[i - 1 : i + 1]] if i else []
    return words == ["home", "to"]


def site_home_to(reading: Reading, sentence: SentenceReading, people: People) -> str | None:
    """Return the place set beside "home to 900 soldiers": "*Thule air base* in Greenland, home to", or None.

    A site stands before the town that it is in; a place behind, "*Home to 900 soldiers, Thule* was hit", is a subject.
    """
    if not is_home_to(sentence, people):
        return None
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    home = (people.group.preposition or 0) - 1
    if home < 1:
        housing = sentence.noun_at(people.last + 2)
        own = place_in(sentence, housing) or of_site(reading, sentence, housing) if housing is not None else None
        return own or (unknown_town(sentence, housing) if housing is not None else None)
    named = {m.last: m for m in sentence.places if m.place.kind is PlaceKind.SITE}
    i = home - 1 - (isinstance(at[home - 1], VerbGroup) and tokens[home - 2].lower in {"which", "that"})
    while i >= 0 and not isinstance(at[i], VerbGroup):
        if i in named:
            return shown(named[i])
        group = at[i]
        if isinstance(group, NounGroup) and group.last == i and (site := of_site(reading, sentence, group)) is not None:
            return site  # "the base, one of the biggest and home to"
        i -= 1
    near = sentence.noun_at(home - 2) if tokens[home - 1].text == "," else None
    return (place_in(sentence, near) or unknown_town(sentence, near)) if near is not None else None
