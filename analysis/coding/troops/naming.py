"""Places named before a word, those first that nobody acts for; what "there" and "the country" may point back to."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.forces import force_words
from analysis.language.actors import ActorForm, ActorKind
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceMention


def named_before(sentence: SentenceReading, start: int) -> list[PlaceMention]:
    """Return the places named before an offset, the last one first, countries that do something after the others; those
    in the names of groups left out.
    """
    groups = [m for m in sentence.actors if m.actor.kind not in _OF_PLACES]
    told = (m for m in sentence.places if m.start < start and not _is_modifier(sentence, m))
    named = sorted(told, key=lambda m: (not _is_doer(sentence, m), m.start))
    return [
        m
        for m in reversed(named)
        if _is_owner(sentence, m) or not any(g.first <= m.first and m.last <= g.last for g in groups)
    ]


#: whose names tell where they are: "the African Union Mission in Somalia"
_OF_PLACES = frozenset({ActorKind.STATE, ActorKind.COALITION, ActorKind.UN})


def _is_modifier(sentence: SentenceReading, mention: PlaceMention) -> bool:
    """Tell a town that only says of which kind a body is: "the Tripoli government"."""
    group = sentence.phrases.at[mention.first]
    inside = isinstance(group, NounGroup) and mention.last < group.head
    return (
        inside and isinstance(group, NounGroup) and sentence.sentence.tokens[group.head].lower in force_words("offices")
    )


def _is_owner(sentence: SentenceReading, mention: PlaceMention) -> bool:
    """Tell a place that owns what follows: "*Mali*'s military rulers"."""
    i = mention.last + 1
    return i < len(sentence.phrases.tags) and sentence.phrases.tags[i] is Tag.POSSESSIVE


def _is_doer(sentence: SentenceReading, mention: PlaceMention) -> bool:
    """Tell whether a country is named for what it does: "*Denmark* took its men home"."""
    group = sentence.phrases.at[mention.first]
    if mention.place.kind is not PlaceKind.COUNTRY or not isinstance(group, NounGroup) or group.preposition is not None:
        return False
    after = sentence.phrases.at[group.last + 1] if group.last + 1 < len(sentence.phrases.at) else None
    return isinstance(after, VerbGroup) and after.finite and after.lemma != "be"


def is_metonym(sentence: SentenceReading, mention: PlaceMention) -> bool:
    """Tell whether a town stands for the state that acts: "*Kampala* has sent 900 soldiers to the town"."""
    return _is_state(sentence, mention) and _is_before_verb(sentence, mention)


def is_state_acted_on(sentence: SentenceReading, mention: PlaceMention) -> bool:
    """Tell whether a town stands for a state to which something is done: "We hold *Kampala* responsible"."""
    return _is_state(sentence, mention) and not _is_before_verb(sentence, mention)


def _is_state(sentence: SentenceReading, mention: PlaceMention) -> bool:
    group = sentence.phrases.at[mention.first]
    if not isinstance(group, NounGroup) or group.preposition is not None or mention.last != group.last:
        return False
    return any(m.form is ActorForm.METONYM and m.first == mention.first for m in sentence.actors)


def _is_before_verb(sentence: SentenceReading, mention: PlaceMention) -> bool:
    i = mention.last + 1
    return i < len(sentence.phrases.at) and isinstance(sentence.phrases.at[i], VerbGroup)


def is_existential(sentence: SentenceReading, i: int) -> bool:
    """Tell "there are" from "who had been there have left"."""
    verb = sentence.phrases.at[i + 1] if i + 1 < len(sentence.sentence.tokens) else None
    return isinstance(verb, VerbGroup) and verb.lemma == "be"


def is_own_part(sentence: SentenceReading, i: int) -> bool:
    """Tell whether a part of a state's own ground stands at token i: "sent 3,000 soldiers to | its north"."""
    words = [t.lower for t in sentence.sentence.tokens[i : i + 2]]
    return len(words) > 1 and words[0] in {"its", "their"} and words[1] in _QUARTERS


_QUARTERS = frozenset({"north", "south", "east", "west", "interior", "coast"})
