"""Givers: who gives a figure otherwise than by a verb of saying.

"The ministry's toll of 71", "the mayor gave a toll of nine", "confirmed the toll", "by the army's account"; and whose
"claims that nobody was hurt" another speaker only names, who is then not the one who gives it.
"""

from __future__ import annotations

from typing import NamedTuple

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices.register import Register
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase
from analysis.language.grammar.tags import Tag
from analysis.language.text.wording import lower_at

#: verbs of giving a toll
_GIVING = frozenset(
    {"say", "report", "claim", "count", "estimate", "give"}
    | {"put", "announce", "issue", "publish", "release", "provide", "confirm"}
)


class Claimant(NamedTuple):
    """Whose claim a figure stands in; None for a claim of nobody official."""

    printed: str | None


def claimant_of(reading: Reading, sentence: SentenceReading, figure: Figure) -> Claimant | None:
    """Return whose claim a figure is, "despite *the army*'s claims that nobody was hurt"; None where it is in none."""
    if sentence.words.isdisjoint(_CLAIMS):
        return None
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    start = min(figure.first, figure.victims.first)
    claims = [g for g in phrases.nouns if g.last < start and tokens[g.head].lower in _CLAIMS]
    if not claims or any(tokens[i].text in _MARKS for i in range(claims[-1].last, start)):
        return None
    claim = claims[-1]
    if claim.preposition is None or not _is_set_against(sentence, claim):
        return None
    by = phrases.noun_behind(claim.last, "by", "from", "of")
    if by is not None:
        return Claimant(official(reading, sentence, by.first, by.last))
    own = next((i for i in range(claim.first, claim.head) if phrases.tags[i] is Tag.POSSESSIVE), claim.head)
    if own == claim.first:
        return Claimant(None)
    side = next((m for m in sentence.actors if claim.first <= m.first and m.last < claim.head), None)
    whose = official(reading, sentence, claim.first, own - 1) if own < claim.head else None
    if side is not None and whose is None and side.actor.kind is ActorKind.STATE:
        return Claimant(side.actor.name)  # "Alerian claims", which are the state's
    return Claimant(whose or (None if side is None else " ".join(t.text for t in tokens[side.first : side.last + 1])))


def _is_set_against(sentence: SentenceReading, claim: NounGroup) -> bool:
    """Tell "despite claims", "contrary to claims", "amid claims": what the sentence says is not what they say."""
    assert claim.preposition is not None
    return lower_at(sentence.sentence.tokens, claim.preposition) in _AGAINST


_CLAIMS = harm_set("claims")
_AGAINST = frozenset({"despite", "to", "amid", "against", "notwithstanding", "after", "with"})
_MARKS = frozenset({",", ";", "—", "–", "-", ":"})


def owner_of_toll(reading: Reading, sentence: SentenceReading, figure: Figure) -> str | None:
    """Return who counted a toll, "the *ministry*'s toll of 71", "the mayor gave a toll of nine", where official."""
    group = sentence.phrases.at[figure.first]
    if figure.rule == "toll" and isinstance(group, VerbGroup) and group.lemma == "put":
        giver = subject_of(sentence.phrases, group)  # "officials put at nine the number of dead"
        return official(reading, sentence, giver.first, giver.last) if giver is not None else None
    if figure.rule != "toll" or not isinstance(group, NounGroup):
        return _counting(reading, sentence, figure) or _by_account(reading, sentence)
    verb = sentence.phrases.at[group.first - 1] if group.first else None
    if isinstance(verb, VerbGroup) and not verb.passive and verb.lemma in _GIVING and not verb.negated:
        giver = subject_of(sentence.phrases, verb)
        return official(reading, sentence, giver.first, giver.last) if giver is not None else None
    end = next((i for i in range(group.first, group.head) if sentence.phrases.tags[i] is Tag.POSSESSIVE), None)
    return official(reading, sentence, group.first, end - 1) if end is not None and end > group.first else None


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
            return official(reading, sentence, giver.first, giver.last) if giver is not None else None
    return None


_TOLLS = frozenset({"casualties", "toll", "figure", "figures", "number", "numbers", "deaths", "fatalities"})


def _counting(reading: Reading, sentence: SentenceReading, figure: Figure) -> str | None:
    """Return who "counted 17 dead" or "spoke of 20 dead"."""
    i = figure.victims.first - 1
    i -= i > 0 and lower_at(sentence.sentence.tokens, i) == "of"
    of = i != figure.victims.first - 1
    while i > 0 and lower_at(sentence.sentence.tokens, i) in {"and", ","}:
        before = sentence.phrases.at[i - 1]  # "counted 17 dead *and more than 40 wounded*"
        i = before.first - 1 if isinstance(before, NounGroup) else -1
    verb = sentence.phrases.at[i] if i >= 0 else None
    if not isinstance(verb, VerbGroup) or verb.passive or verb.negated or verb.modal is not None:
        return None
    counts = verb.lemma == ("speak" if of else "count")
    giver = subject_of(sentence.phrases, verb) if counts else None
    return official(reading, sentence, giver.first, giver.last) if giver is not None else None


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
            return official(reading, sentence, group.first, end - 1)
        verb = next((v for v in sentence.phrases.verbs if v.finite), None)
        owned = tokens[group.first].lower in {"its", "their", "his", "her"} and verb is not None and verb.last < i
        owner = subject_of(sentence.phrases, verb) if owned and verb is not None else None
        return official(reading, sentence, owner.first, owner.last) if owner is not None else None
    return None


_ACCOUNTS = frozenset({"account", "count", "reckoning", "tally", "estimate", "estimates"})


def official(reading: Reading, sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the official speaker whom tokens first to last (inclusive) name, as printed; None for others."""
    last = max([last, *(m.last for m in sentence.actors if m.first <= first <= m.last)])  # "Doctors *Without Borders*"
    voice = Register(reading).voice(sentence, SpeakerPhrase(first, last))
    return voice.printed if voice is not None and voice.official and not voice.pronoun else None
