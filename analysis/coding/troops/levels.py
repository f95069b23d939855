"""Numbers that a force had before or is to have: "down from 5,200", "is due to grow to 4,000 by June"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.places import Before
from analysis.coding.troops.staying import FORMER, REMAIN, Count
from analysis.coding.troops.towns import place_in
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import QuantityKind, QuantityMention


def find_levels(sentence: SentenceReading, last: Before, *, alone: bool = False) -> Iterator[Count]:
    """Find the numbers to which those of a figure of the same sentence change, and from which they have.

    `last`: the force and the place of that figure, or of the one right before where the sentence has none (`alone`).
    """
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for mention in sentence.quantities:
        i, quantity = mention.first - 1, mention.quantity
        if i < 1 or max(quantity.low or 0, quantity.high or 0) <= 1 or not _counts_people(sentence, mention):
            continue
        before, verb, own = tokens[i - 1].lower, at[i - 1], _place_of_strength(sentence, i - 1)
        if alone and not (tokens[i].lower == "to" and _cutting(sentence, i - 1) is not None):
            continue
        if tokens[i].lower == "from" and before in {"down", "up"}:
            cue = Cue(Status.PRESENT, None, FORMER)
        elif tokens[i].lower == "from" and tokens[min(mention.last + 1, len(tokens) - 1)].lower == "to":
            verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < i), None)
            if verb is None or verb.lemma not in _RESIZING | force_words("levels"):
                continue  # "halved its presence *from 2,000* to 1,000 men"
            planned = verb.infinitive or verb.modal is not None
            cue = Cue(Status.PRESENT, None, REMAIN if planned else FORMER)
        elif tokens[i].lower == "to" and isinstance(verb, VerbGroup) and _changes(sentence, verb):
            planned = verb.infinitive or verb.modal is not None
            cue = Cue(Status.PLANNED if planned else Status.PRESENT, verb, REMAIN)
        elif tokens[i].lower == "to" and (verb := _changing_from(sentence, i - 1, own)) is not None:
            cue = Cue(Status.PLANNED, verb, REMAIN)
            cue = cue if verb.infinitive or verb.modal else Cue(Status.PRESENT, None, REMAIN)
        elif tokens[i].lower == "to" and (verb := _cutting(sentence, i - 1)) is not None:
            cue = Cue(Status.PLANNED if verb.infinitive or verb.modal else Status.PRESENT, None, REMAIN)
        else:
            continue
        yield Count(quantity, mention.first, mention.last, last.force, own or last.place, cue)


def _place_of_strength(sentence: SentenceReading, i: int) -> str | None:
    """Return where those are whose number changes: "and the number of soldiers in Mali | from 900 to 300", or None."""
    place = sentence.noun_at(i)
    if place is not None and sentence.sentence.tokens[(place.preposition or 0)].lower == "from":
        place = sentence.noun_at((place.preposition or 1) - 1)  # before "from 900 | to 300"
    if place is None or place.preposition is None or sentence.sentence.tokens[place.preposition].lower != "in":
        return None
    people = sentence.noun_at(place.preposition - 1)
    if sentence.sentence.tokens[place.preposition - 1].lower == "and":
        return place_in(sentence, place)  # "in Mali from 900 to 300 and in Niger | from 800 to 200"
    told = force_words("people") | force_words("strength") | force_words("units")
    known = people is not None and sentence.sentence.tokens[people.head].lower in told
    return place_in(sentence, place) if known else None


def _cutting(sentence: SentenceReading, i: int) -> VerbGroup | None:
    """Return the verb that makes a force larger or smaller: "has reduced its force | to about 60"."""
    tokens, i = sentence.sentence.tokens, i - (sentence.sentence.tokens[i].lower == "there")
    group = sentence.phrases.at[i]
    verb = sentence.phrases.at[group.first - 1] if isinstance(group, NounGroup) and group.first else None
    if not isinstance(verb, VerbGroup) or not isinstance(group, NounGroup) or verb.negated or verb.passive:
        return None
    own = tokens[group.first].lower in {"its", "their", "the"} and tokens[group.head].lower in _FORCE
    return verb if own and verb.lemma in _RESIZING else None


def _changing_from(sentence: SentenceReading, i: int, place: str | None = None) -> VerbGroup | None:
    """Return the verb that makes a force larger or smaller, by both its numbers: "cut its force *from 900 men* to"."""
    group = sentence.phrases.at[i]
    start = group.preposition if isinstance(group, NounGroup) else None
    if start is None or sentence.sentence.tokens[start].lower != "from" or group is None:
        return None
    if place is None and sentence.sentence.tokens[group.last].lower not in force_words("people"):
        return None
    verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < start), None)
    known = verb is not None and verb.lemma in _RESIZING | force_words("levels") and not verb.negated
    return verb if known else None


_RESIZING = force_words("growing") | force_words("shrinking") | {"bring", "take"}
_FORCE = force_words("units") | force_words("people") | {"force", "forces", "presence", "deployment", "footprint"}


def _counts_people(sentence: SentenceReading, mention: QuantityMention) -> bool:
    """Tell a bare number, or one of people: "to 4,000", "to 3,500 members", "from 5,200 last summer"."""
    if mention.kind is not QuantityKind.COUNT:
        return False
    group = sentence.phrases.at[mention.first]
    if not isinstance(group, NounGroup) or group.bare or group.temporal or group.head == mention.last:
        return True
    return sentence.sentence.tokens[group.head].lower in force_words("people")


def _changes(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell a verb of growing or shrinking by itself, which is a fact or a plan."""
    known = verb.lemma in force_words("growing") | force_words("shrinking") | {"double", "triple", "swell", "dwindle"}
    if not known or verb.negated or object_of(sentence.phrases, verb) is not None:
        return False
    if verb.infinitive:
        return sentence.sentence.tokens[verb.first - 1].lower in {"due", "set", "is", "are", "expected", "scheduled"}
    return verb.modal in {None, "will", "would"}
