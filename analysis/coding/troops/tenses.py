"""Whether a verb of troops is in the present tense: what it says is so on the published date."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import VerbGroup


def is_present(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb group is in the present tense ("are stationed", "maintains")."""
    if verb.modal is not None:
        return False
    words = {t.lower for t in sentence.sentence.tokens[verb.first : verb.last + 1]}
    if not words.isdisjoint({verb.lemma}) and _is_bare_form(sentence, verb):
        return False
    if not verb.finite:
        return verb.passive or verb.gerund
    if words & {"are", "is", "has", "have", "'s", "'re"}:
        return not (words & {"has", "have"} and verb.lemma not in {"have", "be", "maintain", "keep", "station"})
    if words & {"was", "were", "had"}:
        return False
    lower = sentence.sentence.tokens[verb.head].lower
    return lower == verb.lemma or (
        lower.endswith("s") and lower != "was" and not lower.endswith("ss") and verb.lemma != lower
    )


def _is_bare_form(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a base form has its time from the verb before it: "the war saw Paris send 400 soldiers"."""
    before = [v for v in sentence.phrases.verbs if verb.first - 6 <= v.last < verb.first]
    return bool(before) and before[-1].lemma in {"see", "make", "let", "watch", "have", "help"}
