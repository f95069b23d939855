"""Guilt: what sentences say of who did it beyond the grammar of their mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analysis.coding.attacks.doer import Doer, actors_in, extent_of, most_specific, to_doer
from analysis.coding.attacks.nouns import is_event
from analysis.coding.attacks.words import guilt_words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorMention
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, Phrases, VerbGroup


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
    #: may speak of an attack named before: not "accused them of supporting rebels"
    points_back: bool = True


def find_guilt(sentence: SentenceReading, utterances: Sequence[Utterance]) -> list[Guilt]:
    """Find what a sentence says of guilt beyond the grammar of its mentions."""
    if not sentence.words & guilt_words()["triggers"]:
        return []
    found: list[Guilt] = []
    for pattern in (_claimed, _blamed, _passively_blamed, _laid, _involvement, _behind, _denied_by_all):
        found.extend(pattern(sentence, utterances))
    return found


def _claimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "X claimed responsibility for the attack"; "no group has claimed responsibility"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["claiming"]:
            continue
        thing = object_of(phrases, verb) if not verb.passive else subject_of(phrases, verb)
        if thing is None or phrases.sentence.tokens[thing.head].lower not in guilt_words()["responsibility"]:
            continue
        subject = subject_of(phrases, verb) if not verb.passive else None
        if subject is not None and (
            verb.negated or phrases.sentence.tokens[subject.first].lower in {"no", "nobody", "none"}
        ):
            yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), verb.first, thing.last)
            continue
        actor = most_specific(actors_in(sentence, *extent_of(sentence, subject))) if subject else None
        if actor is not None and subject is not None:
            printed = phrases.text(sentence.source.text, subject)
            doer = to_doer(actor, Attribution.CLAIMED, printed)
            ordinal = _ordinal(sentence, thing.last + 1, thing.last + 4)
            after = {t.lower for t in phrases.sentence.tokens[thing.last + 1 : thing.last + 6]}
            yield Guilt(
                sentence, doer, verb.first, thing.last, ordinal, bool(after & {"them", "those", "these", "both"})
            )


def _blamed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "A blamed X for the attack", "A accused X of carrying out", "A blamed the attack on X"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["blaming"] or verb.negated or verb.passive:
            continue
        by = _speaker_of(sentence, verb, utterances) or _subject_text(sentence, verb)
        stop = next((v.first for v in phrases.verbs if v.first > verb.last and v.finite), len(phrases.at))
        after = actors_in(sentence, verb.last + 1, stop - 1)
        after = [m for m in after if m.actor.is_armed]
        if not after:
            continue
        words = [t.lower for t in phrases.sentence.tokens]
        on = [
            m for m in after if m.first and any(words[i] == "on" for i in range(max(verb.last, m.first - 3), m.first))
        ]
        first = object_of(phrases, verb)
        direct = [m for m in after if first is not None and first.first <= m.first <= first.last]
        chosen = most_specific(direct) or (most_specific(on[-1:]) if on else None)
        if chosen is not None:
            doer = to_doer(chosen, Attribution.ACCUSED, by)
            yield Guilt(sentence, doer, verb.first, stop - 1, points_back=_is_of_attack(sentence, verb.last, stop))


def _is_of_attack(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell whether the blame can be for an attack that is not named again: "for it", "of being behind it"."""
    words = {t.lower for t in sentence.sentence.tokens[first + 1 : last]}
    return bool(words & guilt_words()["pointing"])


def _passively_blamed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "X was blamed for the attack by A", "X has been accused by A of carrying out"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in guilt_words()["blaming"] or not verb.passive or verb.negated:
            continue
        subject = subject_of(phrases, verb)
        actor = most_specific(actors_in(sentence, *extent_of(sentence, subject))) if subject else None
        if actor is not None:
            stop = next((v.first for v in phrases.verbs if v.first > verb.last and v.finite), len(phrases.at))
            by = _speaker_of(sentence, verb, utterances) or _agent_text(sentence, verb)
            doer = to_doer(actor, Attribution.ACCUSED, by)
            yield Guilt(sentence, doer, verb.first, stop - 1, points_back=_is_of_attack(sentence, verb.last, stop))


def _behind(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "X is believed to be behind the attack", "behind the attack are X", "X could have been involved"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    doubt = bool(sentence.words & guilt_words()["doubt"])
    for group in phrases.nouns:
        if group.preposition is None or tokens[group.preposition].lower != "behind" or not is_event(phrases, group):
            continue
        actor = _who_is_behind(sentence, group)
        if actor is not None and not _denies(phrases, group.preposition):
            by = _by(sentence, group.head, utterances)
            kind = Attribution.SUSPECTED if doubt else (Attribution.ACCUSED if by else Attribution.STATED)
            yield Guilt(sentence, to_doer(actor, kind, by), group.first, group.last)
    for verb in phrases.verbs:
        if verb.lemma == "involve" and verb.passive and verb.modal in guilt_words()["doubt"]:
            subject = subject_of(phrases, verb)
            actor = most_specific(actors_in(sentence, subject.first, subject.last)) if subject else None
            if actor is not None:
                by = _by(sentence, verb.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), verb.first, verb.last)


def _who_is_behind(sentence: SentenceReading, event: NounGroup) -> ActorMention | None:
    """Return the actor that stands "behind" an event: the subject of the verb before it, or what follows "are"."""
    phrases = sentence.phrases
    before = [v for v in phrases.verbs if event.preposition is not None and v.last < event.preposition]
    subject = subject_of(phrases, before[-1]) if before else None
    if before:
        return most_specific(actors_in(sentence, *extent_of(sentence, subject))) if subject else None
    after = next((v for v in reversed(phrases.verbs) if v.first > event.last and v.lemma == "be"), None)
    group = object_of(phrases, after) if after else None
    return most_specific(actors_in(sentence, *extent_of(sentence, group))) if group else None


def _denies(phrases: Phrases, i: int) -> bool:
    return any(v.last < i and (v.negated or v.lemma in {"deny", "reject", "dismiss"}) for v in phrases.verbs)


def _laid(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "attributed to X", "blamed on X", "claimed by X", "believed to be by X"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for verb in phrases.verbs:
        if not verb.passive or verb.lemma not in guilt_words()["laid"] | guilt_words()["believed"]:
            continue
        window = [
            i for i in range(verb.last + 1, min(verb.last + 9, len(tokens))) if tokens[i].lower in {"to", "on", "by"}
        ]
        actor = next(
            (a for i in window for a in [most_specific(actors_in(sentence, i + 1, min(i + 8, len(tokens) - 1)))] if a),
            None,
        )
        if actor is None or not window:
            continue
        if verb.lemma == "claim":
            subject = subject_of(phrases, verb)
            if subject is None or not is_event(phrases, subject):
                continue
            yield Guilt(sentence, to_doer(actor, Attribution.CLAIMED), verb.first, actor.last)
        elif verb.lemma in guilt_words()["believed"]:
            yield Guilt(
                sentence,
                to_doer(actor, Attribution.SUSPECTED, _by(sentence, verb.head, utterances)),
                verb.first,
                actor.last,
            )
        else:
            yield Guilt(
                sentence,
                to_doer(actor, Attribution.ACCUSED, _by(sentence, verb.head, utterances)),
                verb.first,
                actor.last,
            )


def _involvement(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "the possible involvement of X", "X is suspected of being behind the attack"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for group in phrases.nouns:
        if tokens[group.head].lower not in guilt_words()["involvement"]:
            continue
        following = phrases.at[group.last + 2] if group.last + 2 < len(phrases.at) else None
        if isinstance(following, NounGroup) and tokens[group.last + 1].lower == "of":
            actor = most_specific(actors_in(sentence, following.first, following.last + 4))
            if actor is not None:
                by = _by(sentence, group.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), group.first, following.last)
    for verb in phrases.verbs:
        if verb.lemma == "suspect" and verb.passive:
            subject = subject_of(phrases, verb)
            actor = most_specific(actors_in(sentence, subject.first, subject.last)) if subject else None
            if actor is not None:
                by = _by(sentence, verb.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), verb.first, verb.last)


def _denied_by_all(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "there was no claim of responsibility"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for group in phrases.nouns:
        if tokens[group.head].lower in {"claim", "claims"} and tokens[group.first].lower == "no":
            rest = {t.lower for t in tokens[group.last : group.last + 4]}
            if rest & guilt_words()["responsibility"]:
                yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), group.first, group.last)


def _by(sentence: SentenceReading, token: int, utterances: Sequence[Utterance]) -> str | None:
    """Return who says what stands at a token: the speaker of the utterance around it."""
    start = sentence.sentence.tokens[token].start
    inside = [u for u in utterances if u.evidence[0] <= start < u.evidence[1] and u.content[0] <= start < u.content[1]]
    inner = min(inside, key=lambda u: u.content[1] - u.content[0], default=None)
    return inner.speaker_text if inner else None


def _subject_text(sentence: SentenceReading, verb: VerbGroup) -> str | None:
    subject = subject_of(sentence.phrases, verb)
    return sentence.phrases.text(sentence.source.text, subject) if subject else None


def _ordinal(sentence: SentenceReading, first: int, last: int) -> int | None:
    for token in sentence.sentence.tokens[max(0, first) : last]:
        if token.lower in _ORDINALS:
            return _ORDINALS[token.lower]
    return None


_ORDINALS = {"first": 1, "former": 1, "second": 2, "latter": 2, "third": 3}


def _speaker_of(sentence: SentenceReading, verb: VerbGroup, utterances: Sequence[Utterance]) -> str | None:
    """Return the speaker whose words a verb of blaming reports, as printed."""
    tokens = sentence.sentence.tokens
    start, end = tokens[verb.first].start, tokens[verb.last].end
    return next((u.speaker_text for u in utterances if u.cue_span[0] < end and start < u.cue_span[1]), None)


def _agent_text(sentence: SentenceReading, verb: VerbGroup) -> str | None:
    for group in sentence.phrases.nouns:
        before = sentence.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
        if group.first > verb.last and before == "by":
            return sentence.phrases.text(sentence.source.text, group)
    return None
