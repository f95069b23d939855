"""Doers: who did it, and who says so.

A doer is read from the grammar of the mention ("Turkish forces shelled", "a US strike", "an attack by …") and from
sentences that speak of guilt ("blamed X for", "attributed to X", "X claimed responsibility", "the possible involvement
of X"). Forces and bodies of a state stand for the state.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analysis.coding.attacks.mentions import Mention, is_event, lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act, Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorForm, ActorKind, ActorMention, find_actor
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.places import country_name
from analysis.language.tags import Tag
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Doer:
    """Who did it: canonical name (None: nobody is named), how that is said, and by whom, as printed."""

    name: str | None
    attribution: Attribution
    by: str | None = None
    #: the doer is a state or its forces
    is_state: bool = False
    #: "Iran-aligned militias": a kind of group, no group
    generic: bool = False
    #: a coalition: its members may be named for it
    coalition: bool = False

    @property
    def blamed(self) -> bool:
        """Somebody lays it at the doer's door; nobody saw it plainly."""
        return self.attribution in {Attribution.ACCUSED, Attribution.SUSPECTED}


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


@cache
def _words() -> dict[str, frozenset[str]]:
    return {name: frozenset(values) for name, values in read_vocabulary("guilt").items()}


# ---- actors in a noun group


def actors_in(sentence: SentenceReading, first: int, last: int) -> list[ActorMention]:
    """Return the actors named in tokens first to last."""
    return [m for m in sentence.actors if first <= m.first and m.last <= last]


def _best(found: Sequence[ActorMention]) -> ActorMention | None:
    """Return the most specific actor that can bear arms: a group before a force before a state."""
    armed = [m for m in found if m.actor.is_armed]
    return min(armed, key=lambda m: (m.actor.kind in _STATE_KINDS, m.actor.kind is ActorKind.GENERIC), default=None)


_STATE_KINDS = frozenset({ActorKind.STATE, ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.BODY})


def to_doer(mention: ActorMention, attribution: Attribution, by: str | None = None) -> Doer:
    """Name the doer that an actor stands for: a state for its forces, else the group itself."""
    actor = mention.actor
    state = actor.kind in _STATE_KINDS and actor.country is not None
    name = (country_name(actor.country) if state and actor.country else None) or actor.name
    return Doer(name, attribution, by, state, actor.kind is ActorKind.GENERIC, actor.kind is ActorKind.COALITION)


# ---- the doer of a mention


def find_doer(mention: Mention, inner: Utterance | None) -> Doer | None:
    """Read the doer of a mention from its own sentence, with the attribution that the utterance around it makes."""
    sentence = mention.sentence
    named = _named(mention)
    if named is None:
        return _speaker_as_doer(mention, inner)
    doer = to_doer(named, Attribution.STATED)
    if _is_suspected(sentence, named.first):
        return replace(doer, attribution=Attribution.SUSPECTED, by=inner.speaker_text if inner else None)
    if inner is None:
        return doer
    if inner.affiliation and find_actor(inner.affiliation) == find_actor(named.actor.affiliation or named.actor.name):
        return doer
    if inner.affiliation is not None and inner.affiliation in {named.actor.country, named.actor.affiliation}:
        return doer
    if inner.act is not Act.BLAMES and _presupposed(mention):
        return doer
    accused = inner.act is Act.BLAMES or not inner.anonymous
    return replace(doer, attribution=Attribution.ACCUSED, by=inner.speaker_text) if accused else doer


def _presupposed(mention: Mention) -> bool:
    """Tell an attack that its words take for known ("the US strikes"): its doer is the source's own."""
    event = mention.event
    return event is not None and mention.sentence.sentence.tokens[event.first].lower in {"the", "this", "these", "such"}


def _named(mention: Mention) -> ActorMention | None:
    sentence, event = mention.sentence, mention.event
    if mention.doer is not None:
        found = _best(actors_in(sentence, *_extent(sentence, mention.doer)))
        found = (_movement(sentence, found) or found) if found else _state_before(sentence, mention.doer)
        if found is not None:
            return found
    if event is None:
        return None
    inside = actors_in(sentence, event.first, event.head - 1)
    found = _best([m for m in inside if not _is_ground(sentence, m)])
    return (_movement(sentence, found) or found) if found else None


def _movement(sentence: SentenceReading, named: ActorMention) -> ActorMention | None:
    """Return the group that "the Palestinian movement" points back to, named before in the same sentence."""
    tokens = sentence.sentence.tokens
    after = tokens[named.last + 1].lower if named.last + 1 < len(tokens) else ""
    if named.form is not ActorForm.DEMONYM or after not in words().movements:
        return None
    groups = [m for m in sentence.actors if m.last < named.first and m.actor.kind in _GROUPS]
    return next((m for m in reversed(groups) if m.actor.country == named.actor.country), None)


def _state_before(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the state that "the regime" or "the army" points back to, named last before in the same sentence."""
    tokens = sentence.sentence.tokens
    if tokens[group.first].lower != "the" or lemma(sentence.phrases, group) not in words().regimes:
        return None
    states = [m for m in sentence.actors if m.last < group.first and m.actor.kind in _STATE_KINDS]
    return states[-1] if states else None


_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})


def _extent(sentence: SentenceReading, group: NounGroup) -> tuple[int, int]:
    """Return the tokens of a group with an "of …" behind it ("fighters of the X movement")."""
    phrases = sentence.phrases
    following = phrases.at[group.last + 2] if group.last + 2 < len(phrases.at) else None
    if isinstance(following, NounGroup) and phrases.sentence.tokens[group.last + 1].lower in {"of", "from", "in"}:
        return group.first, following.last
    return group.first, group.last


def _is_ground(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell a name that says where, not who: "Iraq rocket attack", "the Kabul bombing", "Friday's Kirkuk attack"."""
    if mention.form is ActorForm.METONYM:
        return True
    printed = sentence.text[mention.start - sentence.sentence.start : mention.end - sentence.sentence.start]
    owns = sentence.phrases.tags[mention.last + 1] is Tag.POSSESSIVE
    plain = mention.actor.kind is ActorKind.STATE and mention.form is ActorForm.NAME
    return plain and not printed.replace(".", "").isupper() and not owns


def _speaker_as_doer(mention: Mention, inner: Utterance | None) -> Doer | None:
    """Read "it had targeted …" in a force's own words: the speaker did it."""
    group = mention.doer
    if group is None or inner is None or not inner.official or inner.anonymous:
        return None
    word = mention.sentence.sentence.tokens[group.head].lower
    if word not in {"it", "we", "its"} or not inner.affiliation:
        return None
    actor = find_actor(inner.affiliation)
    if actor is None or not actor.is_armed:
        return None
    state = actor.kind in _STATE_KINDS and actor.country is not None
    name = (country_name(actor.country) if state and actor.country else None) or actor.name
    return Doer(name, Attribution.STATED, None, state, actor.kind is ActorKind.GENERIC)


def _is_suspected(sentence: SentenceReading, first: int) -> bool:
    tokens = sentence.sentence.tokens
    return any(tokens[i].lower in _words()["suspected"] for i in range(max(0, first - 2), first))


# ---- sentences that speak of guilt


def find_guilt(sentence: SentenceReading, utterances: Sequence[Utterance]) -> list[Guilt]:
    """Find what a sentence says of guilt beyond the grammar of its mentions."""
    if not sentence.words & _words()["triggers"]:
        return []
    found: list[Guilt] = []
    for pattern in (_claimed, _blamed, _passively_blamed, _laid, _involvement, _behind, _denied_by_all):
        found.extend(pattern(sentence, utterances))
    return found


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


def _claimed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "X claimed responsibility for the attack"; "no group has claimed responsibility"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in _words()["claiming"]:
            continue
        thing = object_of(phrases, verb) if not verb.passive else subject_of(phrases, verb)
        if thing is None or phrases.sentence.tokens[thing.head].lower not in _words()["responsibility"]:
            continue
        subject = subject_of(phrases, verb) if not verb.passive else None
        if subject is not None and (
            verb.negated or phrases.sentence.tokens[subject.first].lower in {"no", "nobody", "none"}
        ):
            yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), verb.first, thing.last)
            continue
        actor = _best(actors_in(sentence, *_extent(sentence, subject))) if subject else None
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
        if verb.lemma not in _words()["blaming"] or verb.negated or verb.passive:
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
        chosen = _best(direct) or (_best(on[-1:]) if on else None)
        if chosen is not None:
            doer = to_doer(chosen, Attribution.ACCUSED, by)
            yield Guilt(sentence, doer, verb.first, stop - 1, points_back=_is_of_attack(sentence, verb.last, stop))


def _is_of_attack(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell whether what somebody is blamed for can be an attack that is not named again: "for it", "of being behind it"."""
    words = {t.lower for t in sentence.sentence.tokens[first + 1 : last]}
    return bool(words & _words()["pointing"])


def _passively_blamed(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "X was blamed for the attack by A", "X has been accused by A of carrying out"."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        if verb.lemma not in _words()["blaming"] or not verb.passive or verb.negated:
            continue
        subject = subject_of(phrases, verb)
        actor = _best(actors_in(sentence, *_extent(sentence, subject))) if subject else None
        if actor is not None:
            stop = next((v.first for v in phrases.verbs if v.first > verb.last and v.finite), len(phrases.at))
            by = _speaker_of(sentence, verb, utterances) or _agent_text(sentence, verb)
            doer = to_doer(actor, Attribution.ACCUSED, by)
            yield Guilt(sentence, doer, verb.first, stop - 1, points_back=_is_of_attack(sentence, verb.last, stop))


def _agent_text(sentence: SentenceReading, verb: VerbGroup) -> str | None:
    for group in sentence.phrases.nouns:
        before = sentence.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
        if group.first > verb.last and before == "by":
            return sentence.phrases.text(sentence.source.text, group)
    return None


def _behind(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "X is believed to be behind the attack", "behind the attack are X", "X could have been involved"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    doubt = bool(sentence.words & _words()["doubt"])
    for group in phrases.nouns:
        if group.preposition is None or tokens[group.preposition].lower != "behind" or not is_event(phrases, group):
            continue
        actor = _who_is_behind(sentence, group)
        if actor is not None and not _denies(phrases, group.preposition):
            by = _by(sentence, group.head, utterances)
            kind = Attribution.SUSPECTED if doubt else (Attribution.ACCUSED if by else Attribution.STATED)
            yield Guilt(sentence, to_doer(actor, kind, by), group.first, group.last)
    for verb in phrases.verbs:
        if verb.lemma == "involve" and verb.passive and verb.modal in _words()["doubt"]:
            subject = subject_of(phrases, verb)
            actor = _best(actors_in(sentence, subject.first, subject.last)) if subject else None
            if actor is not None:
                by = _by(sentence, verb.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), verb.first, verb.last)


def _who_is_behind(sentence: SentenceReading, event: NounGroup) -> ActorMention | None:
    """Return the actor that stands "behind" an event: the subject of the verb before it, or what follows "are"."""
    phrases = sentence.phrases
    before = [v for v in phrases.verbs if event.preposition is not None and v.last < event.preposition]
    subject = subject_of(phrases, before[-1]) if before else None
    if before:
        return _best(actors_in(sentence, *_extent(sentence, subject))) if subject else None
    after = next((v for v in reversed(phrases.verbs) if v.first > event.last and v.lemma == "be"), None)
    group = object_of(phrases, after) if after else None
    return _best(actors_in(sentence, *_extent(sentence, group))) if group else None


def _denies(phrases: Phrases, i: int) -> bool:
    return any(v.last < i and (v.negated or v.lemma in {"deny", "reject", "dismiss"}) for v in phrases.verbs)


def _laid(sentence: SentenceReading, utterances: Sequence[Utterance]) -> Iterator[Guilt]:
    """ "attributed to X", "blamed on X", "claimed by X", "believed to be by X"."""
    phrases = sentence.phrases
    tokens = phrases.sentence.tokens
    for verb in phrases.verbs:
        if not verb.passive or verb.lemma not in _words()["laid"] | _words()["believed"]:
            continue
        window = [
            i for i in range(verb.last + 1, min(verb.last + 9, len(tokens))) if tokens[i].lower in {"to", "on", "by"}
        ]
        actor = next(
            (a for i in window for a in [_best(actors_in(sentence, i + 1, min(i + 8, len(tokens) - 1)))] if a), None
        )
        if actor is None or not window:
            continue
        if verb.lemma == "claim":
            subject = subject_of(phrases, verb)
            if subject is None or not is_event(phrases, subject):
                continue
            yield Guilt(sentence, to_doer(actor, Attribution.CLAIMED), verb.first, actor.last)
        elif verb.lemma in _words()["believed"]:
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
        if tokens[group.head].lower not in _words()["involvement"]:
            continue
        following = phrases.at[group.last + 2] if group.last + 2 < len(phrases.at) else None
        if isinstance(following, NounGroup) and tokens[group.last + 1].lower == "of":
            actor = _best(actors_in(sentence, following.first, following.last + 4))
            if actor is not None:
                by = _by(sentence, group.head, utterances)
                yield Guilt(sentence, to_doer(actor, Attribution.SUSPECTED, by), group.first, following.last)
    for verb in phrases.verbs:
        if verb.lemma == "suspect" and verb.passive:
            subject = subject_of(phrases, verb)
            actor = _best(actors_in(sentence, subject.first, subject.last)) if subject else None
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
            if rest & _words()["responsibility"]:
                yield Guilt(sentence, Doer(None, Attribution.UNCLAIMED), group.first, group.last)
