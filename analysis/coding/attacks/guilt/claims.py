"""Claims: who says that they did it, and where nobody does.

"X claimed responsibility for the attack", "responsibility was claimed by X", "no group has claimed responsibility",
"there was no claim of responsibility".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.clauses.groups_again import find_subject_again
from analysis.coding.attacks.doers.doer import STATE_KINDS, Doer, actor_of, actors_in, extent_of, most_specific, to_doer
from analysis.coding.attacks.doers.newcomers import name_of
from analysis.coding.attacks.guilt.passage import (
    Guilt,
    is_deed,
    number_named,
    ordinal_in,
    printed,
    speaks_of_several,
    weapon_named,
)
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind, ActorMention
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import speaker_before
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary


def find_claimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find claims of responsibility, active and passive, and verbs that say that nobody claimed it."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["claiming"] and verb.lemma not in guilt_words()["owning_up"]:
            continue
        if verb.passive and verb.lemma not in guilt_words()["owning_up"]:
            thing, who = subject_of(phrases, verb), agent_of(phrases, verb.last)
        else:
            thing, who = _object(phrases, verb), _claimant(sentence, verb)
        if thing is None or not _is_claimed(phrases, verb, thing):
            continue
        if phrases.words(verb.first - 1, verb.first - 1) in _RARELY:
            continue  # "seldom claims its attacks"
        first, last = min(verb.first, thing.first), max(verb.last, thing.last)
        if _nobody(sentence, verb, who):
            number = number_named(sentence, thing)
            yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), first, last, number=number)
            continue
        actor = _on_behalf(sentence, thing) or actor_of(sentence, who) or _actor_before(sentence, verb)
        actor = actor or (find_subject_again(sentence, who) if who is not None else None)
        if _tells_of(phrases, verb, thing) and actor is not None and actor.actor.kind in STATE_KINDS:
            continue
        doer = _aside_name(sentence, verb) or (
            to_doer(actor, Attribution.CLAIMED, printed(sentence, _whole_claimant(who, actor)))
            if actor and who
            else _newcomer(sentence, who) or _newcomer(sentence, _apposed(sentence, who, verb))
        )
        if doer is not None:
            ordinal = ordinal_in(sentence, thing.last + 1, thing.last + 3)
            last = max(last, _last_joined(sentence, thing))
            number = number_named(sentence, thing)
            several, weapon = speaks_of_several(sentence, thing.last), weapon_named(sentence, thing)
            yield Guilt(sentence, doer, first, last, ordinal, several, number, weapon=weapon)


def _whole_claimant(who: NounGroup, actor: ActorMention) -> NounGroup:
    """Return who claims with the whole of his name: "the Group *for the Defence of Thule*"."""
    return replace(who, last=actor.last) if actor.first <= who.last < actor.last else who


#: what somebody does "to claim" a deed ("no group has come forward to claim it")
_COMING = frozenset({"come", "step"})
_RARELY = frozenset(read_vocabulary("speech")["rarely"])


def _last_joined(sentence: SentenceReading, thing: NounGroup) -> int:
    """Return where "the attack, along with a volley on the port" ends: what is claimed with the first."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    near = range(thing.last + 1, min(thing.last + _FAR, len(tokens) - 1))
    joined = next((i for i in near if (tokens[i].lower, tokens[i + 1].lower) in _WITH), None)
    if joined is None:
        return thing.last
    return next((v.first for v in phrases.verbs if v.finite and v.first > joined), len(tokens)) - 1


_WITH = frozenset({("along", "with"), ("together", "with"), ("as", "well"), ("and", "for")})


def _claimant(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return who claims; of "X released a video *claiming* responsibility" who released it."""
    phrases = sentence.phrases
    who = subject_of(phrases, verb)
    before = [v for v in reversed(phrases.verbs) if v.finite and v.last < verb.first] if verb.infinitive else []
    if before and before[0].lemma in _COMING:  # "none has *yet* come forward": that parts the verb
        return next((g for g in (subject_of(phrases, v) for v in before) if g is not None), None)
    told = phrases.at[verb.first - 1] if verb.gerund and not verb.finite and verb.first else None
    while isinstance(told, NounGroup) and told.temporal and told.preposition:
        told = phrases.at[told.preposition - 1]  # "released a video on Friday claiming …"
    if not isinstance(told, NounGroup) or lemma(phrases, told) not in words().media:
        return _explained(phrases, verb, who)
    main = next((v for v in reversed(phrases.verbs) if v.finite and v.last < verb.first), None)
    maker = subject_of(phrases, main) if main is not None and not main.passive else None
    return maker if actor_of(sentence, maker) is not None else who


def _explained(phrases: Phrases, verb: VerbGroup, who: NounGroup | None) -> NounGroup | None:
    """Return the name that who claims is an aside of: "the X Front, seen as an arm of Y, claimed"; else who claims."""
    own = speaker_before(phrases, verb.first - 1) if who is not None else None
    if own is None or who is None or own.aside is None or not own.aside[0] <= who.first <= own.aside[1]:
        return who
    named = phrases.at[own.first]
    return named if isinstance(named, NounGroup) and phrases.tags[named.head] is Tag.PROPER else who


def _object(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return what is claimed: the object, what "owned up to" names, the attack before "that no group has claimed"."""
    tokens = phrases.sentence.tokens
    if verb.lemma in guilt_words()["owning_up"]:
        after = verb.last + 1 + (verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "up")
        own = phrases.at[after + 1] if after + 1 < len(tokens) and tokens[after].lower == "to" else None
        return own if isinstance(own, NounGroup) else object_of(phrases, verb)
    thing = object_of(phrases, verb)
    subject = subject_of(phrases, verb) if thing is None else None
    before = subject.first - 1 if subject is not None else 0
    if before > 0 and phrases.tags[before] is Tag.RELATIVE:
        group = phrases.at[before - 1 - (tokens[before - 1].text == ",")]
        while isinstance(group, NounGroup) and group.preposition and not is_event(phrases, group):
            group = phrases.at[group.preposition - 1]  # "the attack in Thule, which the group claimed"
        return group if isinstance(group, NounGroup) and is_event(phrases, group) else None
    return thing


def _is_claimed(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> bool:
    """Tell responsibility, or the attack itself, that is claimed from anything else."""
    named = lemma(phrases, thing)
    if named in guilt_words()["responsibility"]:
        return verb.lemma == "claim" or not _is_of_duty(phrases, thing)
    if verb.passive and verb.negated and verb.lemma == "claim":
        return is_deed(phrases, thing)  # "the attack has not been claimed"
    up = verb.lemma in guilt_words()["owning_up"]
    if not up and (verb.passive or verb.lemma not in guilt_words()["adopting"]):
        return False
    pronoun = named in {"it", "them"} and verb.lemma == "claim" and not _clause_is_claimed(phrases, thing)
    return pronoun or is_event(phrases, thing) or named in guilt_words()["adopted"]


def _is_of_duty(phrases: Phrases, thing: NounGroup) -> bool:
    """Tell "took responsibility for schools" from that for an attack, or for nothing that is named."""
    i = thing.last + 2
    if i >= len(phrases.at) or phrases.sentence.tokens[i - 1].lower != "for":
        return False
    of = phrases.at[i]
    return not is_deed(phrases, of) and not (isinstance(of, NounGroup) and weapon_type(phrases, of))


def _clause_is_claimed(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "claimed it had downed a drone", where what is claimed is a clause."""
    if group.last + 1 >= len(phrases.at):
        return False
    after = phrases.at[group.last + 1]
    return isinstance(after, VerbGroup) or (after is None and phrases.tags[group.last + 1] is Tag.ADVERB)


def _tells_of(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> bool:
    """Tell "claimed the strike hit a camp", where a state tells of an attack of whomever, from "claimed the strike"."""
    told = next((v for v in phrases.verbs if v.first > thing.last), None)
    who = subject_of(phrases, told) if told is not None and told.finite and not verb.passive else None
    return who is not None and who.first == thing.first


def _on_behalf(sentence: SentenceReading, thing: NounGroup) -> ActorMention | None:
    """Return the group for which somebody claims: "a masked man claimed the attack for X", "on behalf of X"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for group in phrases.nouns:
        if not 0 < group.first - thing.last <= _FAR or group.preposition is None or is_deed(phrases, group):
            continue  # "responsibility for the murder of a Thulean"
        if any(thing.last < v.first < group.first for v in phrases.verbs):
            break
        of = [t.lower for t in tokens[max(0, group.preposition - 2) : group.preposition + 1]]
        if of[-1] == "for" or of[-2:] == ["behalf", "of"] or of[-2:] == ["name", "of"]:
            named = [m for m in actors_in(sentence, *extent_of(sentence, group)) if m.actor.kind in _GROUPS]
            if named:
                return named[0]
    return None


#: tokens from what is claimed to the group that it is claimed for
_FAR = 16


def _actor_before(sentence: SentenceReading, verb: VerbGroup) -> ActorMention | None:
    """Return the group that an apposition before a verb names: "the Front for …, known as X, claimed"."""
    start = max([v.last for v in sentence.phrases.verbs if v.finite and v.last < verb.first], default=-1)
    named = [m for m in actors_in(sentence, start + 1, verb.first - 1) if m.actor.kind in _GROUPS]
    return most_specific(named)


def _aside_name(sentence: SentenceReading, verb: VerbGroup) -> Doer | None:
    """Return the first name of "a group called X, or Y, claimed"."""
    own = speaker_before(sentence.phrases, verb.first - 1)
    giving = own is not None and own.aside and own.first > 0
    if own is None or not giving or sentence.sentence.tokens[own.first - 1].lower not in guilt_words()["giving"]:
        return None
    return _claimant_named(sentence, own.first, own.last)


def _newcomer(sentence: SentenceReading, who: NounGroup | None) -> Doer | None:
    """Read a group that no list knows by the name that it gives itself: "a group calling itself Sons of the South"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if who is None:
        return None
    first = who.first + (phrases.tags[who.first] is Tag.DETERMINER)
    if first > who.last or any(phrases.tags[i] is not Tag.PROPER for i in range(first, who.last + 1)):
        return None
    before = {t.lower for t in tokens[max(0, who.first - 3) : who.first]}
    opens = tokens[first].lower in guilt_words()["band_openings"] and first < who.last + 1
    if not (before & guilt_words()["called"] or opens or lemma(phrases, who) in guilt_words()["bands"]):
        return None
    return _claimant_named(sentence, first, who.last)


def _claimant_named(sentence: SentenceReading, first: int, last: int) -> Doer:
    """Return the doer whose name stands in tokens first to last, who claims it."""
    name = name_of(sentence, first, last)
    return Doer(name, Attribution.CLAIMED, name)


def _apposed(sentence: SentenceReading, who: NounGroup | None, verb: VerbGroup) -> NounGroup | None:
    """Return the name in "a little-known group, the Sons of the South, claimed"."""
    phrases = sentence.phrases
    if who is None or lemma(phrases, who) not in guilt_words()["bands"] | {"group", "organisation", "organization"}:
        return None
    named = [g for g in phrases.nouns if who.last < g.first < verb.first and phrases.tags[g.head] is Tag.PROPER]
    return named[0] if named and phrases.sentence.tokens[who.last + 1].text == "," else None


_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})


def find_boasted(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "X boasted of hundreds of attacks"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma in guilt_words()["boasting"] and not verb.negated:
            who = subject_of(phrases, verb)
            actor = actor_of(sentence, who)
            if actor is not None and who is not None:
                doer = to_doer(actor, Attribution.CLAIMED, printed(sentence, who))
                yield Guilt(sentence, doer, verb.first, len(phrases.at) - 1, points_back=False)


_AVOWING = frozenset({"say", "admit", "announce", "acknowledge", "confess"})
_DOING = frozenset({"behind", "carried", "carrying", "staged", "did"})


def _nobody(sentence: SentenceReading, verb: VerbGroup, who: NounGroup | None) -> bool:
    """Tell "has not been claimed by any group" and "nobody claimed"; a passive without an agent needs its "not"."""
    tokens = sentence.sentence.tokens
    if verb.negated or (verb.infinitive and verb.first > 0 and tokens[verb.first - 1].lower == "yet"):
        return True  # "has yet to claim it"
    if who is not None and who.first > 1 and tokens[who.first - 1].lower in {"or", "nor"}:
        before = sentence.phrases.at[who.first - 2]
        who = before if isinstance(before, NounGroup) else who  # "no group or organisation"
    return who is not None and tokens[who.first].lower in guilt_words()["nobody"]


def find_unclaimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "there was no claim of responsibility", "the attack remained unclaimed"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    if "unclaimed" in sentence.words:
        for verb in phrases.verbs:
            subject = subject_of(phrases, verb) if verb.lemma in {"remain", "be", "go"} else None
            after = {t.lower for t in tokens[verb.last + 1 : verb.last + 4]}
            if "unclaimed" in after and subject is not None and is_deed(phrases, subject):
                yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), verb.first, verb.last)
    for verb in phrases.verbs:
        who = subject_of(phrases, verb) if verb.lemma in _AVOWING and not verb.passive else None
        after = {t.lower for t in tokens[verb.last + 1 : verb.last + 6]}
        nobody = who is not None and tokens[who.first].lower in guilt_words()["nobody"]
        if nobody and after & (_DOING | guilt_words()["answerable"]):  # "no group has said that it was behind the raid"
            yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), verb.first, verb.last)
    for group in phrases.nouns:
        if tokens[group.head].lower in {"claim", "claims"} and tokens[group.first].lower in {"no", "any"}:
            denied = any(v.negated and v.last < group.first for v in phrases.verbs)
            rest = {t.lower for t in tokens[group.last : group.last + 4]}
            if (denied or tokens[group.first].lower == "no") and rest & guilt_words()["responsibility"]:
                yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), group.first, group.last)
