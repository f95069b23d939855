"""Suspicion: who may have done it: "the possible involvement of X", "X could have been involved", "X is behind it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.doers.culprits import find_culprit
from analysis.coding.attacks.doers.doer import GROUP_KINDS, Doer, actor_of, actors_in, most_specific, to_doer
from analysis.coding.attacks.doers.launchers import are_of_group
from analysis.coding.attacks.guilt.passage import (
    Guilt,
    blamer_of,
    claimed_by_speaker,
    is_deed,
    is_own,
    number_named,
    printed,
    speaker_at,
    weapon_named,
)
from analysis.coding.attacks.nouns import is_event, lemma, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorMention
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_involved(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "the possible involvement of X", "X could have been involved", "X is suspected of the attack"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for group in phrases.nouns:
        if tokens[group.head].lower not in guilt_words()["involvement"]:
            continue
        following = phrases.noun_behind(group.last, "of")
        if following is not None:
            actor = most_specific(actors_in(sentence, following.first, following.last + 4))
            if actor is not None:
                by = speaker_at(sentence, group.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), group.first, following.last)
    for verb in phrases.verbs:
        involved = verb.lemma == "involve" and verb.passive and verb.modal in guilt_words()["doubt"]
        if involved or (verb.lemma == "suspect" and verb.passive):
            actor = actor_of(sentence, subject_of(phrases, verb))
            if actor is not None:
                by = speaker_at(sentence, verb.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), verb.first, verb.last)


def find_prime_suspects(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "X is the prime suspect in the bombing"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        thing = object_of(phrases, verb) if verb.lemma in {"be", "remain"} and not verb.negated else None
        if thing is None or phrases.sentence.tokens[thing.head].lower not in {"suspect", "suspects"}:
            continue
        actor = actor_of(sentence, subject_of(phrases, verb))
        if actor is not None:
            by = speaker_at(sentence, verb.head, utterances)
            yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), verb.first, thing.last)


def find_suspected(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "the police suspect X", "they suspect X of the attack"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["suspecting"] or verb.passive or verb.negated:
            continue
        if (
            verb.first > 1
            and phrases.tags[verb.first - 1] is Tag.ADVERB
            and sentence.sentence.tokens[verb.first - 2].text == ","
        ):
            continue  # "killed forty men, mostly suspected members of the group"
        thing = object_of(phrases, verb)
        actor = actor_of(sentence, thing)
        if thing is None or actor is None or any(v.first == thing.last + 1 for v in phrases.verbs):
            continue  # "suspect the militia is hiding"
        stop = next((v.first for v in phrases.verbs if v.first > verb.last and v.finite), len(phrases.at))
        yield Guilt(
            sentence, to_doer(actor, Attribution.SUSPECTED, blamer_of(sentence, verb, utterances)), verb.first, stop - 1
        )


def find_work(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "the rockets were probably the work of X"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        thing = (object_of(phrases, verb) or _past_quoted(phrases, verb)) if verb.lemma == "be" else None
        if thing is None or verb.negated or phrases.sentence.tokens[thing.head].lower not in guilt_words()["work"]:
            continue
        if phrases.sentence.tokens[thing.first].lower in {"its", "our", "their"}:  # "it was their work", they said
            own = claimed_by_speaker(sentence, phrases.sentence.tokens[thing.head].start, utterances)
            if own is not None:
                yield Guilt(sentence, own, verb.first, thing.last)
            continue
        following = phrases.at[thing.last + 2] if thing.last + 2 < len(phrases.at) else None
        actor = actor_of(sentence, following) if isinstance(following, NounGroup) else None
        if actor is not None:
            doubt = verb.modal in guilt_words()["doubt"] or _doubtful(sentence, verb.first, thing.first)
            by = speaker_at(sentence, verb.head, utterances)
            kind = Attribution.SUSPECTED if doubt else (Attribution.ACCUSED if by else Attribution.STATED)
            subject = subject_of(phrases, verb)
            weapon = weapon_type(phrases, subject) if subject is not None else None
            yield Guilt(sentence, to_doer(actor, kind, by), verb.first, thing.last, weapon=weapon)


def _past_quoted(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the work of "was “in all likelihood” the work of X"; None where nothing is quoted right behind a verb."""
    tokens, i = phrases.sentence.tokens, verb.last + 1
    if i >= len(tokens) or tokens[i].text not in {'"', "“", "‘", "'"}:
        return None
    closed = next(
        (j for j in range(i + 1, min(i + 8, len(tokens) - 1)) if tokens[j].text in {'"', "”", "’", "'"}), None
    )
    group = phrases.at[closed + 1] if closed is not None else None
    return group if isinstance(group, NounGroup) else None


def find_responsible(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "X was responsible for the attack", "X is believed to be responsible for it"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for i in sentence.sentence.where(guilt_words()["answerable"] | {"blame"}):
        if i + 1 == len(tokens):
            break
        blamed = tokens[i].lower == "blame" and i > 0 and tokens[i - 1].lower == "to"  # "was to blame"
        ends = (blamed or tokens[i].lower == "responsible") and tokens[i + 1].text in _ENDS
        if not (blamed or tokens[i].lower != "blame") or not (ends or tokens[i + 1].lower == "for"):
            continue
        verb = next((v for v in reversed(phrases.verbs) if v.last < i and i - v.last <= 3), None)
        thing = phrases.at[i + 2] if i + 2 < len(tokens) else None
        if verb is None or verb.lemma not in {"be", "become"} or verb.negated or not (ends or is_deed(phrases, thing)):
            continue
        if any(phrases.tags[j] is Tag.NEGATION for j in range(verb.last + 1, i)):
            continue
        who = subject_of(phrases, verb)
        own = _of_speaker(sentence, who, i, utterances)
        if own is not None:
            yield Guilt(sentence, own, verb.first, i)
            continue
        actor = actor_of(sentence, who)
        if actor is not None:
            by = speaker_at(sentence, i, utterances)
            start = max(0, min(verb.first, who.first if who is not None else verb.first) - 2)
            doubt = verb.modal in guilt_words()["doubt"] or _doubtful(sentence, start, i)
            kind = Attribution.SUSPECTED if doubt else (Attribution.ACCUSED if by else Attribution.STATED)
            yield Guilt(sentence, to_doer(actor, kind, by), verb.first, i)


_ENDS = frozenset({".", ",", ";", "”", '"', "and", "but"})


def _doubtful(sentence: SentenceReading, first: int, stop: int) -> bool:
    return any(t.lower in guilt_words()["doubt"] for t in sentence.sentence.tokens[first:stop])


def find_behind(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """Find "X is believed to be behind the attack", "behind the attack are X"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    doubt = bool(sentence.words & guilt_words()["doubt"])
    for group in phrases.nouns:
        if group.preposition is None or tokens[group.preposition].lower != "behind":
            continue
        run = phrases.noun_behind(group.last, "of") if lemma(phrases, group) in words().series else None
        deed = (
            is_event(phrases, run or group) or weapon_type(phrases, group) is not None
        )  # "behind a series of attacks"
        number = number_named(sentence, group)
        if not (deed or number > 1 or tokens[group.head].lower in {"it", "them"}):
            continue
        weapon = weapon_named(sentence, group)
        own = _says_it_is(sentence, group, utterances)
        if own is not None and not _denies(phrases, group.preposition):
            yield Guilt(sentence, own, group.first, group.last, number=number, weapon=weapon)
            continue
        actor = _who_is_behind(sentence, group)
        if actor is not None and not _denies(phrases, group.preposition):
            by = speaker_at(sentence, group.head, utterances)
            kind = Attribution.SUSPECTED if doubt else (Attribution.ACCUSED if by else Attribution.STATED)
            yield Guilt(sentence, to_doer(actor, kind, by), group.first, group.last, number=number, weapon=weapon)


def _who_is_behind(sentence: SentenceReading, event: NounGroup) -> ActorMention | None:
    """Return the actor that stands "behind" an event: the noun or the subject before it, or what follows "are"."""
    phrases = sentence.phrases
    near = phrases.at[event.preposition - 1] if event.preposition else None
    held = [v for v in phrases.verbs if event.preposition is not None and v.last < event.preposition]
    if event.first == event.last and held and held[-1].lemma in {"have", "stand", "line", "rally"}:
        return None  # "troops, who have Thule behind them"
    if isinstance(near, NounGroup) and not near.temporal:  # "a militia behind the raid", "the powers behind it"
        return actor_of(sentence, find_culprit(sentence, event))
    before = [v for v in phrases.verbs if event.preposition is not None and v.last < event.preposition]
    if before:
        return actor_of(sentence, subject_of(phrases, before[-1]))
    after = next((v for v in reversed(phrases.verbs) if v.first > event.last and v.lemma == "be"), None)
    return actor_of(sentence, object_of(phrases, after)) if after else None


def _says_it_is(sentence: SentenceReading, event: NounGroup, utterances: Sequence[Utterance]) -> Doer | None:
    """Return the group that says that "it was behind" an attack."""
    phrases = sentence.phrases
    before = [v for v in phrases.verbs if event.preposition is not None and v.last < event.preposition]
    subject = subject_of(phrases, before[-1]) if before and not before[-1].negated else None
    return _of_speaker(sentence, subject, event.head, utterances)


def _of_speaker(
    sentence: SentenceReading, subject: NounGroup | None, i: int, utterances: Sequence[Utterance]
) -> Doer | None:
    """Return the speaker of what stands at token i, who says it of himself: "it", "they", "the group"."""
    tokens = sentence.sentence.tokens
    if subject is None:
        return None
    theirs = are_of_group(sentence, subject)
    if tokens[subject.head].lower not in guilt_words()["themselves"] and not theirs and not is_own(sentence, subject):
        return None
    if tokens[subject.first].lower in {"a", "an", "another", "some", "one"}:
        return None  # "a group backed by X is behind it"
    own = claimed_by_speaker(sentence, tokens[i].start, utterances)
    if own is None and sentence.sentence.headline:
        return _of_heading(sentence, subject)
    if own is not None and own.is_state and (theirs or tokens[subject.head].lower in guilt_words()["of_groups"]):
        return None  # "the army said *the group* was"
    return own


def _of_heading(sentence: SentenceReading, subject: NounGroup) -> Doer | None:
    """Return the group that says in a heading that it did it: "X says it was behind blast"."""
    says = next((v for v in reversed(sentence.phrases.verbs) if v.last < subject.first), None)
    who = subject_of(sentence.phrases, says) if says is not None and says.lemma in words().saying else None
    actor = actor_of(sentence, who)
    if who is None or actor is None or actor.actor.kind not in GROUP_KINDS:
        return None
    return to_doer(actor, Attribution.CLAIMED, printed(sentence, who))


def _denies(phrases: Phrases, i: int) -> bool:
    return any(v.last < i and (v.negated or v.lemma in {"deny", "reject", "dismiss"}) for v in phrases.verbs)
