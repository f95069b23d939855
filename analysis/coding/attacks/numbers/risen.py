"""Risen: how many attacks a sentence says that there have been by now: "the number of raids has risen to 62"."""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import peace_words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Quantity, QuantityKind


def count_risen(mention: Mention) -> Quantity | None:
    """Return the number that "the number of" the attacks of a mention has come to, or None."""
    number = _number_of(mention)
    at = find_risen(mention.sentence.phrases, number) if number is not None else None
    counts = (q for q in mention.sentence.quantities if q.kind is QuantityKind.COUNT and (q.quantity.low or 0) > 1)
    return next((q.quantity for q in counts if at is not None and q.first <= at <= q.last), None)


def _number_of(mention: Mention) -> NounGroup | None:
    """Return the "number" of "the number of attacks", or None."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or mention.weapon is not None or not event.preposition:
        return None
    of, before = phrases.sentence.tokens[event.preposition].lower, phrases.at[event.preposition - 1]
    return before if of == "of" and isinstance(before, NounGroup) and lemma(phrases, before) in _RATES else None


_RATES = frozenset({"number", "tally", "total"})


def find_risen(phrases: Phrases, number: NounGroup) -> int | None:
    """Return the token of the figure that "the number" has risen to, or stands at; None where it has none."""
    verb = next((v for v in phrases.verbs if v.first > number.last and v.finite), None)
    if verb is None or verb.negated or subject_of(phrases, verb) is not number:
        return None
    words_after = [t.lower for t in phrases.sentence.tokens[verb.last + 1 : verb.last + 1 + _REACH]]
    moved = verb.lemma in peace_words()["changing"] | _MOVED
    if not moved and verb.lemma not in _STANDING:
        return None
    past = words_after.index("to") + 1 if moved and "to" in words_after else None if moved else 0
    after = range(verb.last + 1 + past, len(phrases.tags)) if past is not None else range(0)
    found = next((i for i in after if phrases.tags[i] is Tag.NUMBER), None)
    between = range(after.start, found) if found is not None else range(0)
    plain = all(phrases.sentence.tokens[i].lower in _BETWEEN for i in between)
    share = found is not None and {t.lower for t in phrases.sentence.tokens[found + 1 : found + 2]} & _SHARES
    return found if plain and not share else None


#: tokens from the verb to the "to" of "rose sharply from 12 to 19"
_REACH = 6
_MOVED = frozenset({"surge", "jump", "swell", "mount", "shoot", "skyrocket", "go", "come"})
_STANDING = frozenset({"reach", "hit", "stand", "be", "total"})
#: words before the figure
_BETWEEN = frozenset({"at", "now", "already", "more", "than", "least", "over", "about", "around", "some", "nearly"})
_SHARES = frozenset({"%", "percent", "per", "times"})
