"""Which nouns are tolls: "toll", "tally"; "the figure" after the dead; people whose number somebody gives.

What a tally counts is told by the words before it: an "earlier tally of seven", where nine were hurt, is of the hurt.
"""

from __future__ import annotations

from analysis.coding.casualties.figures import harm_set, table, verb_outcomes
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

_TOLLS = frozenset({"toll", "tolls", "tally"})
_FIGURES = frozenset({"figure", "number", "count"})
_DEAD = harm_set("words_of_dead")


def word_after(reading: SentenceReading, group: NounGroup) -> str:
    """Return the word right after a noun group, "" at the end."""
    tokens = reading.sentence.tokens
    return tokens[group.last + 1].lower if group.last + 1 < len(tokens) else ""


def is_toll(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a noun group is a toll, or people in a state whose number somebody gives or a verb sums up."""
    lower = reading.sentence.tokens[group.head].lower
    if lower in _TOLLS:
        return True
    if lower in harm_set("summed"):
        return verb_of_putting(reading, group) is not None or _is_summed(reading, group)
    if lower not in _FIGURES or not (verb_of_putting(reading, group) is not None or _is_former(reading, group)):
        return False
    before = {t.lower for t in reading.sentence.tokens[: group.first]}
    return _is_of_dead(reading) or not _DEAD.isdisjoint(before) or not before.isdisjoint(table("states"))


def _is_of_dead(reading: SentenceReading) -> bool:
    """Tell whether "the figure" is that of the dead: the sentence before speaks of them, or the one before that."""
    earlier = reading.before
    for _ in range(2):
        if earlier is None:
            return False
        if not earlier.words.isdisjoint(_DEAD):
            return True
        earlier = earlier.before
    return False


def _is_former(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "updating *an earlier count* of seven", which another number takes the place of."""
    earlier = {t.lower for t in reading.sentence.tokens[group.first : group.head]} & _FORMER
    return bool(earlier) and word_after(reading, group) == "of"


_FORMER = frozenset({"earlier", "previous", "initial", "preliminary", "prior"})


def outcome_of_tally(reading: SentenceReading, group: NounGroup) -> Outcome:
    """Return whom a toll counts: the dead, but of a tally those of whom the words before it tell."""
    words = {t.lower for t in reading.sentence.tokens[group.first : group.last + 1]}
    if reading.sentence.tokens[group.head].lower not in _FIGURES | {"tally"} or not _DEAD.isdisjoint(words):
        return Outcome.KILLED
    told = {verb_outcomes().get(v.lemma) for v in reading.phrases.verbs if v.last < group.first}
    told |= {table("states").get(t.lower) for t in reading.sentence.tokens[: group.first]}
    told.discard(None)
    return Outcome.KILLED if not told or Outcome.KILLED in told else next(o for o in Outcome if o in told)


def verb_of_putting(reading: SentenceReading, group: NounGroup) -> VerbGroup | None:
    """Return the verb that gives the number of a group: "put its dead at nine", "… and its wounded at 30"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if not _is_level(reading, group):
        return None
    verb = at[group.first - 1] if group.first else None
    if isinstance(verb, VerbGroup):
        return verb if verb.lemma in harm_set("putting") and not verb.negated and not verb.passive else None
    number = at[group.first - 2] if group.first > 1 and tokens[group.first - 1].lower in {"and", ","} else None
    if not isinstance(number, NounGroup) or not number.bare or number.preposition is None:
        return None
    first = at[number.preposition - 1] if number.preposition else None
    return verb_of_putting(reading, first) if isinstance(first, NounGroup) else None


def _is_level(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether "at" or "to" follows a group: "the dead at nine", "the dead there at nine", "… in Homs at nine"."""
    tokens, i = reading.sentence.tokens, group.last + 1
    if i < len(tokens) and tokens[i].lower in {"there", "here", "so"}:
        i += 1 + (tokens[i].lower == "so")
    inner = reading.noun_at(i + 1) if i < len(tokens) and tokens[i].lower in {"in", "from"} else None
    i = inner.last + 1 if inner is not None else i
    return i < len(tokens) and tokens[i].lower in {"at", "to", "as"}


def _is_summed(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether the dead or wounded are summed up by a verb: "the dead numbered at least 17", "the hurt are 25"."""
    at = reading.phrases.at
    i = group.last + 1
    while i < len(at) and reading.phrases.tags[i] is Tag.ADVERB and at[i] is None:
        i += 1
    verb = at[i] if i < len(at) else None
    if i < len(at) and reading.sentence.tokens[i].lower == ",":  # "its own losses, it said, were three"
        later = (v for v in reading.phrases.verbs if v.first > i and v.finite)
        verb = next((v for v in later if subject_of(reading.phrases, v) is group), None)
    if _is_put(reading, group):
        return True
    if not isinstance(verb, VerbGroup) or group.preposition is not None:
        return False
    if verb.lemma != "be":
        return verb.lemma in _SUMMING or (verb.lemma in _GROWING and _leads_to_number(reading, verb.last + 1))
    number = reading.noun_at(verb.last + 1) if verb.head == verb.last else None
    first = reading.sentence.tokens[group.first].lower
    return number is not None and number.bare and first in {"the", "its", "their", "our", "his"}


def _leads_to_number(reading: SentenceReading, i: int) -> bool:
    """Tell "(went) up to nine", "(grew) to 40"."""
    tokens = reading.sentence.tokens
    i += i < len(tokens) and tokens[i].lower in {"up", "down"}
    number = reading.noun_at(i + 1) if i < len(tokens) and tokens[i].lower == "to" else None
    return number is not None and number.bare


def _is_put(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell "the army's losses in the battle *were put at* 40", past a place."""
    inner = reading.noun_at(group.last + 2) if word_after(reading, group) in {"in", "from"} else None
    i = (inner or group).last + 1
    verb = reading.phrases.at[i] if i < len(reading.phrases.at) and group.preposition is None else None
    if not isinstance(verb, VerbGroup) or not verb.passive or verb.lemma not in harm_set("putting"):
        return False
    return verb.last + 1 < len(reading.phrases.at) and reading.sentence.tokens[verb.last + 1].lower in {"at", "as"}


_GROWING = frozenset({"go", "grow", "jump", "soar", "increase"})
_SUMMING = frozenset({"number", "total", "totalled", "stand", "reach", "rise", "climb"})
