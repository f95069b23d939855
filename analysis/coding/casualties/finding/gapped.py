"""Numbers that somebody else gives for the people just told: "eight had died; the opposition said 23".

The number stands alone at the end of its clause, right after a verb of saying. Who gives it is the subject of that
verb, whatever the first speaker's words reach over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices.register import Register
from analysis.coding.victims import read_victims
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase
from analysis.language.grammar.tags import Tag
from analysis.language.text.wording import lower_at

GAPPED = "gapped"
_SAYING = frozenset({"say", "report", "claim", "count", "estimate", "give"})
#: verbs of giving a toll, besides those of saying
_GIVING = _SAYING | {"put", "announce", "issue", "publish", "release", "provide", "confirm"}
_ENDS = frozenset({".", ";", ",", "", "and", "while", "but"})


def find_gapped(reading: SentenceReading, found: Sequence[Figure]) -> Iterator[Figure]:
    """Find the numbers of a sentence that others give for the people of the figure before."""
    wholes = [f for f in found if not f.subset and (f.victims.quantity.low or 0) > 0]
    if not wholes:
        return
    for last, group in _after_verbs(reading):
        before = [f for f in wholes if max(f.victims.last, f.last) < last]
        number = read_victims(reading, group)
        taken = any(f.victims.first <= group.head <= f.victims.last for f in found)
        if not before or taken or number is None or not (number.elliptical and number.counted):
            continue
        if not number.quantity.low and not number.quantity.high:
            continue
        whole = before[-1]
        people = replace(whole.victims, quantity=number.quantity, first=number.first, last=number.last)
        yield Figure(whole.outcome, replace(people, counted=True, definite=False, name=()), last, last, GAPPED)


def _after_verbs(reading: SentenceReading) -> Iterator[tuple[int, NounGroup]]:
    """Find the bare numbers right after a verb of saying, each with the token of the verb."""
    at, tokens = reading.phrases.at, reading.sentence.tokens
    for verb in reading.phrases.verbs:
        if verb.lemma not in _SAYING or not verb.finite or verb.passive or verb.negated or verb.modal is not None:
            continue
        i = verb.last + 1
        while i < len(tokens) and at[i] is None and tokens[i].lower in {"at", "least", "only", "that", "it", "was"}:
            i += 1
        group = at[i] if i < len(tokens) else None
        closed = isinstance(group, NounGroup) and lower_at(reading.sentence.tokens, group.last + 1) in _ENDS
        if isinstance(group, NounGroup) and closed and group.bare and subject_of(reading.phrases, verb) is not None:
            yield verb.last, group


def gapped_speaker(reading: Reading, sentence: SentenceReading, figure: Figure) -> str | None:
    """Return who gives a number that is told so, as printed, where that is somebody official; else None."""
    verb = next((verb for verb in sentence.phrases.verbs if verb.last == figure.last), None)
    subject = subject_of(sentence.phrases, verb) if verb is not None else None
    return _official(reading, sentence, subject.first, subject.last) if subject is not None else None


def owner_of_toll(reading: Reading, sentence: SentenceReading, figure: Figure) -> str | None:
    """Return who counted a toll, "the *ministry*'s toll of 71", "the mayor gave a toll of nine", where official."""
    group = sentence.phrases.at[figure.first]
    if figure.rule != "toll" or not isinstance(group, NounGroup):
        return _counting(reading, sentence, figure) or _by_account(reading, sentence)
    verb = sentence.phrases.at[group.first - 1] if group.first else None
    if isinstance(verb, VerbGroup) and not verb.passive and verb.lemma in _GIVING and not verb.negated:
        giver = subject_of(sentence.phrases, verb)
        return _official(reading, sentence, giver.first, giver.last) if giver is not None else None
    end = next((i for i in range(group.first, group.head) if sentence.phrases.tags[i] is Tag.POSSESSIVE), None)
    return _official(reading, sentence, group.first, end - 1) if end is not None and end > group.first else None


def confirmer_of(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return who "confirmed the toll" of the sentence before, as printed, where that is somebody official."""
    if sentence.words.isdisjoint(_TOLLS):
        return None
    for verb in sentence.phrases.verbs:
        told = object_of(sentence.phrases, verb) if verb.lemma == "confirm" and verb.finite else None
        if told is None or verb.negated or verb.modal is not None or verb.passive:
            continue
        if sentence.sentence.tokens[told.head].lower in _TOLLS:
            giver = subject_of(sentence.phrases, verb)
            return _official(reading, sentence, giver.first, giver.last) if giver is not None else None
    return None


_TOLLS = frozenset({"casualties", "toll", "figure", "figures", "number", "numbers", "deaths", "fatalities"})


def _counting(reading: Reading, sentence: SentenceReading, figure: Figure) -> str | None:
    """Return who "counted 17 dead" or "spoke of 20 dead"."""
    i = figure.victims.first - 1
    i -= i > 0 and lower_at(sentence.sentence.tokens, i) == "of"
    verb = sentence.phrases.at[i] if i >= 0 else None
    if not isinstance(verb, VerbGroup) or verb.passive or verb.negated or verb.modal is not None:
        return None
    counts = verb.lemma == ("count" if i == figure.victims.first - 1 else "speak")
    giver = subject_of(sentence.phrases, verb) if counts else None
    return _official(reading, sentence, giver.first, giver.last) if giver is not None else None


def _by_account(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return whose account it is: "by the army's account", "the ministry condemned a raid by its count killed"."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    if sentence.words.isdisjoint(_ACCOUNTS):
        return None
    for group in sentence.phrases.nouns:
        i = group.preposition
        if i is None or tokens[i].lower != "by" or tokens[group.head].lower not in _ACCOUNTS:
            continue
        end = next((j for j in range(group.first, group.head) if tags[j] is Tag.POSSESSIVE), None)
        if end is not None:
            return _official(reading, sentence, group.first, end - 1)
        verb = next((v for v in sentence.phrases.verbs if v.finite), None)
        owned = tokens[group.first].lower in {"its", "their", "his", "her"} and verb is not None and verb.last < i
        owner = subject_of(sentence.phrases, verb) if owned and verb is not None else None
        return _official(reading, sentence, owner.first, owner.last) if owner is not None else None
    return None


_ACCOUNTS = frozenset({"account", "count", "reckoning", "tally", "estimate", "estimates"})


def _official(reading: Reading, sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the official speaker whom tokens first to last (inclusive) name, as printed; None for others."""
    voice = Register(reading).voice(sentence, SpeakerPhrase(first, last))
    return voice.printed if voice is not None and voice.official and not voice.pronoun else None
