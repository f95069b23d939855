"""When troops are or move somewhere: the published date for the present tense, else the time that is stated."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.language.dates import Precision
from analysis.language.phrases import VerbGroup


def time_of(sentence: SentenceReading, verb: VerbGroup | None) -> str | None:
    """Return the published date for the present tense, else the time that the sentence states: a day or a year."""
    published = sentence.source.published
    plans = verb is not None and verb.infinitive and verb.first > 0
    if plans and verb is not None and sentence.sentence.tokens[verb.first - 1].lower == "plans":
        return published.isoformat() if published else None  # "plans to send 600 more"
    if verb is not None and (verb.infinitive or (verb.gerund and not verb.finite)):
        before = [v for v in sentence.phrases.verbs if v.last < verb.first and v.finite]
        verb = before[-1] if before else verb
    if verb is None or verb.modal == "will" or is_present(sentence, verb):
        return published.isoformat() if published else None
    for mention in sentence.dates:
        if mention.date_from is None:
            continue
        if mention.precision is Precision.DAY:
            return mention.date_from.isoformat()
        return str(mention.date_from.year)
    perfect = sentence.sentence.tokens[verb.first].lower in {"has", "have", "'ve"}
    return published.isoformat() if perfect and published else None  # "have been sent": by now


def stated_after(sentence: SentenceReading, i: int) -> str | None:
    """Return the first time that a sentence states behind token i: "down from 5,200 last summer"."""
    told = next((m for m in sentence.dates if m.first > i and m.date_from is not None), None)
    if told is None or told.date_from is None:
        return None
    return told.date_from.isoformat() if told.precision is Precision.DAY else str(told.date_from.year)


def is_present(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb group is in the present tense ("are stationed", "maintains")."""
    words = {t.lower for t in sentence.sentence.tokens[verb.first : verb.last + 1]}
    if not words.isdisjoint({verb.lemma}) and _is_bare(sentence, verb):
        return False
    if not verb.finite:
        return verb.passive or verb.gerund
    if words & {"are", "is", "has", "have", "'s", "'re"}:
        return not (words & {"has", "have"} and verb.lemma not in {"have", "be", "maintain", "keep", "station"})
    lower = sentence.sentence.tokens[verb.head].lower
    return lower == verb.lemma or (
        lower.endswith("s") and lower != "was" and not lower.endswith("ss") and verb.lemma != lower
    )


def _is_bare(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a base form has its time from the verb before it: "the war saw Paris send 400 soldiers"."""
    before = [v for v in sentence.phrases.verbs if verb.first - 6 <= v.last < verb.first]
    return bool(before) and before[-1].lemma in {"see", "make", "let", "watch", "have", "help"}
