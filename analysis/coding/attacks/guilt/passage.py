"""A passage of guilt: the doer that it names, the tokens it stands in, and which attacks it can speak of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from analysis.coding.attacks.doers.doer import GROUP_KINDS, Doer, actor_of
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act, AttackType, Attribution
from analysis.coding.utterances import PRONOUNS, Utterance, teller_of
from analysis.language.actors import Actor, ActorKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.places import country_name
from analysis.language.text.forms import is_plural


@dataclass(frozen=True, slots=True)
class Guilt:
    """A passage that speaks of guilt: the doer, and the tokens it stands in."""

    sentence: SentenceReading
    doer: Doer
    first: int
    last: int
    #: 1 for "the first", 2 for "the second" of several attacks named just before
    ordinal: int | None = None
    #: "responsibility for most of them": speaks of several attacks
    plural: bool = False
    #: of how many of those told last it speaks: 2 for "either attack"
    number: int = 1
    #: may speak of an attack named before: not "accused them of supporting rebels"
    points_back: bool = True
    #: the type of the weapon that it names again ("the rockets were the work of …"), or None
    weapon: AttackType | None = None


def speaker_at(sentence: SentenceReading, token: int, utterances: Sequence[Utterance]) -> str | None:
    """Return who says what stands at a token, as printed: the speaker of the utterance around it."""
    start = sentence.sentence.tokens[token].start
    inside = [u for u in utterances if u.evidence[0] <= start < u.evidence[1] and u.content[0] <= start < u.content[1]]
    inner = min(inside, key=lambda u: u.content[1] - u.content[0], default=None)
    return teller_of(inner)


def claimed_by_speaker(sentence: SentenceReading, start: int, utterances: Sequence[Utterance]) -> Doer | None:
    """Return those in arms in whose own words, told of themselves, something stands that begins at an offset."""
    told = [u for u in utterances if u.content[0] <= start < u.content[1] and u.official]
    inner = next((u for u in told if u.affiliation), told[0] if told else None)
    if inner is None or inner.act is Act.DENIES or inner.lemma in guilt_words()["believed"]:
        return None  # "the police suspect that it was …"
    if inner.affiliation is None:
        named = _group_that_speaks(sentence, inner)
        return Doer(named.name, Attribution.CLAIMED, inner.speaker_text) if named is not None else None
    spoken = sentence.actor_named(inner.speaker) if inner.speaker and not inner.anonymous else None
    group = spoken is not None and spoken.is_armed and spoken.kind in GROUP_KINDS  # "Thule Province, an arm of X"
    actor = spoken if group else sentence.actor_named(inner.affiliation)
    if actor is not None and actor.kind is ActorKind.GENERIC:
        actor = _group_that_speaks(sentence, inner) or actor
    if actor is None and inner.act is Act.CLAIMS and inner.speaker == inner.affiliation:  # a band that no list knows
        return Doer(inner.affiliation, Attribution.CLAIMED, inner.speaker_text)
    if actor is None or not actor.is_armed:
        return None
    state = country_name(actor.country) if actor.country in {inner.affiliation} and actor.country else None
    return Doer(state or actor.name, Attribution.CLAIMED, inner.speaker_text, is_state=state is not None)


def _group_that_speaks(sentence: SentenceReading, inner: Utterance) -> Actor | None:
    """Return the group that "the jihadists" or "the Iran-backed rebels", who speak, name again, or None."""
    groups = (g for g in sentence.phrases.nouns if sentence.sentence.tokens[g.first].start == inner.speaker_span[0])
    found = actor_of(sentence, next(groups, None))
    return found.actor if found is not None and found.actor.kind in GROUP_KINDS else None


def blamer_of(sentence: SentenceReading, verb: VerbGroup, utterances: Sequence[Utterance]) -> str | None:
    """Return who blames, as printed: the speaker whose cue the verb is, or its subject."""
    tokens = sentence.sentence.tokens
    start, end = tokens[verb.first].start, tokens[verb.last].end
    cued = next((u.speaker_text for u in utterances if u.cue_span[0] < end and start < u.cue_span[1]), None)
    subject = subject_of(sentence.phrases, verb) if cued is None and not verb.passive else None
    named = cued or (printed(sentence, subject) if subject is not None else None)
    if named is not None and named.lower() in PRONOUNS:  # "the police said they suspected X"
        return next((u.speaker_text for u in utterances if u.content[0] <= start < u.content[1]), named)
    return named


def weapon_named(sentence: SentenceReading, thing: NounGroup) -> AttackType | None:
    """Return the type of "the rockets", known from before, that somebody is behind or takes responsibility for."""
    phrases = sentence.phrases
    if lemma(phrases, thing) in guilt_words()["responsibility"]:
        thing = phrases.noun_behind(thing.last, "for") or thing
    known = phrases.sentence.tokens[thing.first].lower in {"the", "these", "those"}
    return weapon_type(phrases, thing) if known else None


def is_own(sentence: SentenceReading, who: NounGroup) -> bool:
    """Tell "its men", "our fighters", who are of the side that speaks."""
    own = sentence.sentence.tokens[who.first].lower in {"its", "our", "their"}
    return own and lemma(sentence.phrases, who) in words().armed | words().members


def printed(sentence: SentenceReading, group: NounGroup) -> str:
    """Return a group as printed, with the mark that closes a name that it ends with: 'the “Guardians of X”'."""
    text, words = sentence.source.text, sentence.phrases.text(sentence.source.text, group)
    end = sentence.sentence.tokens[group.last].end
    closing = _CLOSING.get(next((c for c in words if c in _CLOSING), ""), "")
    return (
        words + closing if closing and words.count(closing) % 2 == (closing == '"') and text[end] == closing else words
    )


#: marks that open a name, with those that close it; an apostrophe opens none
_CLOSING = {"“": "”", "‘": "’", '"': '"'}


def is_deed(phrases: Phrases, thing: NounGroup | VerbGroup | None) -> bool:
    """Tell an attack, or a word that stands for one ("it", "the deaths"), from what else a group is responsible for."""
    if isinstance(thing, VerbGroup):
        return thing.gerund  # "for killing three"
    deeds = guilt_words()["laid_events"] | guilt_words()["adopted"] | guilt_words()["deeds"]
    return thing is not None and (is_event(phrases, thing) or lemma(phrases, thing) in deeds)


def ordinal_in(sentence: SentenceReading, first: int, last: int) -> int | None:
    """Return 1 for "the first" or "the former" among tokens first to last, 2 for "the second" or "the latter" …"""
    for token in sentence.sentence.tokens[max(0, first) : last + 1]:
        for number, names in enumerate((guilt_words()["first"], guilt_words()["second"]), start=1):
            if token.lower in names:
                return number
    return None


def is_of_attack(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell whether the blame can be for an attack that is not named again: "for it", "of being behind it"."""
    after = {t.lower for t in sentence.sentence.tokens[first + 1 : last]}
    return bool(after & guilt_words()["pointing"])


def number_named(sentence: SentenceReading, thing: NounGroup) -> int:
    """Return how many attacks told before a group names: 2 for "both attacks", "the other two"; 1 for "the attack".

    `SEVERAL` stands for "the attacks", of responsibility "for the attacks": those told last of one day.
    """
    phrases = sentence.phrases
    if lemma(phrases, thing) in guilt_words()["responsibility"]:
        thing = phrases.noun_behind(thing.last, "for") or thing
    known = [t.lower for t in phrases.sentence.tokens[thing.first : thing.head]] in (["the"], ["these"], ["those"])
    told = is_event(phrases, thing) and lemma(phrases, thing) != "killing"  # one attack has many killings
    if known and told and is_plural(phrases.sentence.tokens[thing.head].lower):
        return SEVERAL
    tokens = sentence.sentence.tokens[thing.first : thing.last + 1]
    if tokens[0].lower in _TWO:
        return 2
    known = tokens[0].lower in {"the", "all", "these", "those"}
    counted = (q.quantity for q in sentence.quantities if thing.first <= q.first and q.last <= thing.last)
    exact = next((q.low for q in counted if q.low is not None and q.low == q.high), None) if known else None
    return exact if exact is not None and 1 < exact <= _FEW else 1


#: the number of "the attacks", however many they were
SEVERAL = 0
_TWO = frozenset({"both", "either", "neither"})
#: attacks that are counted when they are named again
_FEW = 4


def speaks_of_several(sentence: SentenceReading, first: int) -> bool:
    """Tell whether what follows token first speaks of several attacks: "for most of them"."""
    after = {t.lower for t in sentence.sentence.tokens[first + 1 : first + 6]}
    return bool(after & guilt_words()["several"])
