"""Rising: the figure that "the number" has risen to, or stands at."""

from __future__ import annotations

from analysis.coding.attacks.words import peace_words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.tags import Tag


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
