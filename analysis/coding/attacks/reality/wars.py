"""Wars: what is fought over weeks under one name, which is no attack: "the assault on Gaza", "ground operations"."""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import peace_words
from analysis.coding.reading import SentenceReading
from analysis.language.dates import Precision
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind, PlaceMention
from analysis.language.text.forms import is_plural


def is_war(sentence: SentenceReading, event: NounGroup, target: NounGroup | None) -> bool:
    """Tell a war, an offensive or massacres in general from an attack: no number of them, and no day of their own."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    if any(phrases.tags[i] is Tag.NUMBER for i in range(event.first, event.head)):
        return False
    noun, lists = lemma(phrases, event), peace_words()
    if noun == "fighting" and event.first and tokens[event.first - 1].lower == "since":
        return True  # "since fighting broke out in the north"
    if target is None and tokens[event.first].lower in {"its", "their"} and _counts_time(phrases, event):
        return True  # "the deaths since the army launched its attack"
    if noun in lists["advancing"] and any(t.lower in lists["wide"] for t in tokens[event.first : event.head]):
        return True  # "the ground operation that began on Monday"
    if any(date.precision is Precision.DAY for date in sentence.dates):
        return False
    if noun == "massacre" and is_plural(tokens[event.head].lower):
        return all(_is_theatre(sentence, p) for p in sentence.places)
    aims = [p for p in sentence.places if target is not None and target.first <= p.first <= target.last]
    if (
        target is None
        and noun in lists["overwhelming"]
        and (there := phrases.noun_behind(event.last, "in")) is not None
    ):
        return tokens[there.last].lower in lists["theatres"]  # "the onslaught in Gaza"
    return noun in lists["overwhelming"] and bool(aims) and all(_is_theatre(sentence, p) for p in aims)


def _counts_time(phrases: Phrases, event: NounGroup) -> bool:
    """Tell the beginning, "since X launched its attack", from which something is counted."""
    verb = phrases.at[event.first - 1] if event.first else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in {"launch", "begin", "start", "open"}:
        return False
    subject = subject_of(phrases, verb)
    return subject is not None and subject.first > 0 and phrases.sentence.tokens[subject.first - 1].lower == "since"


def _is_theatre(sentence: SentenceReading, place: PlaceMention) -> bool:
    """Tell a whole country, a part of one, or a land that wars are named for."""
    wide = place.place.kind in {PlaceKind.COUNTRY, PlaceKind.REGION}
    last = sentence.sentence.tokens[place.last].lower
    return wide or last in peace_words()["theatres"]
