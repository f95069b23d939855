"""Claims: who says that they did it, and where nobody does.

"X claimed responsibility for the attack", "responsibility was claimed by X", "no group has claimed responsibility",
"there was no claim of responsibility".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doer import Doer, actor_of, actors_in, most_specific, to_doer
from analysis.coding.attacks.grammar import agent_of
from analysis.coding.attacks.nouns import is_event, lemma
from analysis.coding.attacks.passage import Guilt, ordinal_in, printed, speaks_of_several
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind, ActorMention
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.tags import Tag


def find_claimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find claims of responsibility, active and passive, and verbs that say that nobody claimed it."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["claiming"]:
            continue
        if verb.passive:
            thing, who = subject_of(phrases, verb), agent_of(phrases, verb.last)
        else:
            thing, who = object_of(phrases, verb), subject_of(phrases, verb)
        if thing is None or not _is_claimed(phrases, verb, thing):
            continue
        first, last = min(verb.first, thing.first), max(verb.last, thing.last)
        if _nobody(sentence, verb, who):
            yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), first, last)
            continue
        actor = actor_of(sentence, who) or _actor_before(sentence, verb)
        doer = (
            to_doer(actor, Attribution.CLAIMED, printed(sentence, who)) if actor and who else _newcomer(sentence, who)
        )
        if doer is not None:
            ordinal = ordinal_in(sentence, thing.last + 1, thing.last + 3)
            yield Guilt(sentence, doer, first, last, ordinal, speaks_of_several(sentence, thing.last))


def _is_claimed(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> bool:
    """Tell responsibility, or the attack itself, that is claimed from anything else."""
    if lemma(phrases, thing) in guilt_words()["responsibility"]:
        return True
    return verb.lemma == "claim" and not verb.passive and is_event(phrases, thing)


def _actor_before(sentence: SentenceReading, verb: VerbGroup) -> ActorMention | None:
    """Return the group that an apposition before a verb names: "the Front for …, known as X, claimed"."""
    start = max([v.last for v in sentence.phrases.verbs if v.finite and v.last < verb.first], default=-1)
    named = [m for m in actors_in(sentence, start + 1, verb.first - 1) if m.actor.kind in _GROUPS]
    return most_specific(named)


def _newcomer(sentence: SentenceReading, who: NounGroup | None) -> Doer | None:
    """Read a group that no list knows by the name that it gives itself: "a group calling itself Sons of the South"."""
    phrases = sentence.phrases
    if who is None or any(phrases.tags[i] is not Tag.PROPER for i in range(who.first, who.last + 1)):
        return None
    before = {t.lower for t in sentence.sentence.tokens[max(0, who.first - 2) : who.first]}
    if not before & guilt_words()["called"]:
        return None
    last, tokens = who.last, sentence.sentence.tokens
    following = phrases.at[last + 2] if last + 2 < len(tokens) and tokens[last + 1].lower == "of" else None
    if isinstance(following, NounGroup) and phrases.tags[following.head] is Tag.PROPER:
        last = following.last  # "Sons of the South"
    name = sentence.source.text[tokens[who.first].start : tokens[last].end]
    return Doer(name, Attribution.CLAIMED, name)


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


def _nobody(sentence: SentenceReading, verb: VerbGroup, who: NounGroup | None) -> bool:
    """Tell "has not been claimed by any group" and "nobody claimed"; a passive without an agent needs its "not"."""
    if verb.negated:
        return True
    return who is not None and sentence.sentence.tokens[who.first].lower in guilt_words()["nobody"]


def find_unclaimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "there was no claim of responsibility"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for group in phrases.nouns:
        if tokens[group.head].lower in {"claim", "claims"} and tokens[group.first].lower in {"no", "any"}:
            denied = any(v.negated and v.last < group.first for v in phrases.verbs)
            rest = {t.lower for t in tokens[group.last : group.last + 4]}
            if (denied or tokens[group.first].lower == "no") and rest & guilt_words()["responsibility"]:
                yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), group.first, group.last)
