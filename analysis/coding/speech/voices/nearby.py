"""Nearby: the side of unnamed speakers by the words beside them: who runs them, who cites them, whose spokesman."""

from __future__ import annotations

from collections.abc import Collection

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.voices.bodies import nationality_in
from analysis.language.actors import ActorForm, ActorKind, ActorMention, find_actor
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.vocabulary import read_vocabulary

_RUN = frozenset({"run", "led", "controlled", "appointed", "affiliated", "held", "administered", "installed"})


def side_nearby(sentence: SentenceReading, lead: int, present: Collection[str]) -> str | None:
    """Return the state of the body, or of the state's agency, that cites or hears the sources at a token, or None.

    An agency that reports from abroad tells nothing: its state is none of those `present` in the text, if any are.
    """
    for i in range(lead - 1, max(lead - 12, -1), -1):
        found = nationality_in(sentence.sentence.tokens[i].text) or _owner_at(sentence, i)
        if found and _can_cite(sentence, i):
            return found
    for mention in reversed(sentence.actors):
        told = not present or (mention.actor.country or "") in present
        if mention.actor.kind is ActorKind.OUTLET and mention.actor.country and told:
            return mention.actor.country
    return None


def _owner_at(sentence: SentenceReading, i: int) -> str | None:
    """Return the state at token i that something is of ("*Aleria's* Channel 2"), or None."""
    if sentence.sentence.tokens[i + 1].lower not in {"'s", "’s"}:
        return None
    return next((m.actor.country for m in sentence.actors if m.last == i and m.actor.kind is ActorKind.STATE), None)


def _can_cite(sentence: SentenceReading, i: int) -> bool:
    """Tell the adjective at token i of one who can cite or hear a source ("*Alerian* media") from that of a strike."""
    group = sentence.phrases.at[i]
    last = group.last if isinstance(group, NounGroup) else i
    return any(t.lower in _CITING for t in sentence.sentence.tokens[i : last + 1])


_CITING = frozenset(read_vocabulary("speech")["who_cites"])


def side_of_spokesman(reading: Reading, sentence: SentenceReading, first: int) -> str | None:
    """Return the side of "a spokesman": the last body named before token `first`, a sentence back at the most."""
    for number in range(sentence.number, max(sentence.number - 2, -1), -1):
        for mention in reversed(reading.sentences[number].actors):
            before = number < sentence.number or mention.last < first
            if before and mention.actor.is_official and mention.actor.kind not in {ActorKind.STATE, ActorKind.GENERIC}:
                return mention.actor.affiliation or mention.actor.country
    return None


def strikes(sentence: SentenceReading, i: int) -> bool:
    """Tell the adjective at token i of an attack or a weapon ("the *Alerian* drone") from that of somebody."""
    group = sentence.phrases.at[i]
    head = sentence.sentence.tokens[group.head if isinstance(group, NounGroup) else i].lower
    return head in frames()["deeds"] or head in frames()["weapons"]


def state_behind(sentence: SentenceReading, end: int, last: int) -> str | None:
    """Return the state of the place behind a description that ends at token end ("police *in Basra*"), or None."""
    tokens = sentence.sentence.tokens
    if end + 2 > last or tokens[end + 1].lower not in {"in", "at"}:
        return None
    return next((m.place.country for m in sentence.places if end < m.first <= min(end + 4, last)), None)


def band_before(reading: Reading, sentence: SentenceReading, i: int) -> str | None:
    """Return the armed group that the text names last before token i, two sentences back at the most, or None."""
    for number in range(sentence.number, max(sentence.number - 3, -1), -1):
        for mention in reversed(reading.sentences[number].actors):
            band = mention.actor.kind in {ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP}
            if band and (number < sentence.number or mention.last < i):
                return mention.actor.name
    return None


def state_fronted(sentence: SentenceReading) -> str | None:
    """Return the state of the place that opens a sentence with a comma behind it ("*In Basra*, the police said").

    So does a side, "on the *Alerian side* of the border,".
    """
    tokens = sentence.sentence.tokens
    if tokens[0].lower not in {"in", "across", "on"}:
        return None
    comma = next((k for k in range(1, min(len(tokens), _FRONTED)) if tokens[k].text == ","), len(tokens))
    if comma == len(tokens):
        return None
    if tokens[0].lower == "on":
        side = next((k for k in range(2, comma) if tokens[k].lower == "side"), 0)
        return next((m.actor.country for m in sentence.actors if side and m.last == side - 1), None)
    named = (m for m in sentence.actors if m.last < comma and m.actor.kind is ActorKind.STATE)
    state = next((m.actor.country for m in named if m.form is not ActorForm.DEMONYM), None)
    return state or next((m.place.country for m in sentence.places if m.last < comma), None)


#: tokens of such an opening
_FRONTED = 9


def run_by(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the side that runs a body ("the *Ruritania Front-run* ministry"), or None."""
    for i, token in enumerate(sentence.sentence.tokens[first : last + 1], first):
        owner, mark, how = token.text.rpartition("-")
        if not mark or how not in _RUN:
            continue
        joint = any(m.first <= i <= m.last and m.actor.kind is ActorKind.COALITION for m in sentence.actors)
        if not joint and (found := find_actor(owner) or find_actor(owner + "s")):
            return found.affiliation or found.country
    return None


def state_acting(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return the state that acts, or whose forces, ministers or media act, a sentence or two before, or None.

    "*Aleria* struck the town. The army said": no armed group, nobody in a prepositional group acts for a state.
    """
    for number in range(sentence.number - 1, max(sentence.number - 1 - _ACTED, -1), -1):
        before = reading.sentences[number]
        verb = next((v for v in before.phrases.verbs if v.finite), None)
        if verb is None or before.sentence.headline:
            return None
        found = _actor_before(before, verb)
        if found is not None:
            return found[1].actor.country if acts(before, *found) else None
    return None


def _actor_before(sentence: SentenceReading, verb: VerbGroup) -> tuple[NounGroup, ActorMention] | None:
    """Return the first group before a verb that names one who can act for a state, in no prepositional group."""
    for mention in sentence.actors:
        if mention.last >= verb.first:
            return None
        group = sentence.phrases.at[mention.last]
        if isinstance(group, NounGroup) and group.preposition is None and mention.actor.kind in _ACTING:
            return group, mention
    return None


def state_of_doer(sentence: SentenceReading, first: int) -> str | None:
    """Return the state whose forces or ministry act in what is told before token `first`, or None.

    "*American forces* fired back, *officials* said": the officials know it from their own side.
    """
    verb = next((v for v in sentence.phrases.verbs if v.finite), None)
    found = None if verb is None or verb.last >= first else _actor_before(sentence, verb)
    if verb is None or found is None or found[0].last < verb.first - 2 or found[1].actor.kind in _OTHERS:
        return None
    return found[1].actor.country if acts(sentence, *found) else None


def state_in_contrast(sentence: SentenceReading, first: int) -> str | None:
    """Return the state that acts in "*Aleria* rarely speaks of its raids, but an officer said", first being "an"."""
    tokens = sentence.sentence.tokens
    if first < _CONTRAST or tokens[first - 1].lower not in {"but", "though", "although"}:
        return None
    verb = next((v for v in sentence.phrases.verbs if v.finite), None)
    found = None if verb is None or verb.last >= first else _actor_before(sentence, verb)
    named = found is not None and found[1].actor.kind is ActorKind.STATE and found[1].form is not ActorForm.DEMONYM
    return found[1].actor.country if found is not None and named else None


#: tokens of the shortest clause before "but", with a comma
_CONTRAST = 4
#: whose officials unnamed ones are not
_OTHERS = frozenset({ActorKind.STATE, ActorKind.OUTLET})


def acts(sentence: SentenceReading, group: NounGroup, mention: ActorMention) -> bool:
    """Tell a state, its body or its minister from what is only of it ("Alerian refugees", "the Alerian enemy")."""
    head = sentence.sentence.tokens[group.head].lower
    listed = titles()["official"] | titles()["bodies"] | titles()["armies"]
    named = mention.form is not ActorForm.DEMONYM and group.head <= mention.last
    titled = mention.last < group.head and sentence.sentence.tokens[mention.last + 1].lower in titles()["official"]
    return named or head in listed or titled  # "Alerian *President Adler*"


#: sentences back in which a state may have acted
_ACTED = 2
_ACTING = frozenset({ActorKind.STATE, ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.BODY, ActorKind.OUTLET})


def state_in_question(reading: Reading, number: int) -> str | None:
    """Return the state whose answer the question over a section asks for ("How has Iran responded?"), or None."""
    for k in range(number - 1, max(number - _SECTION, 0), -1):
        here = reading.sentences[k]
        paragraph, tokens = here.sentence.paragraph, here.sentence.tokens
        alone = reading.sentences[k - 1].sentence.paragraph != paragraph != reading.sentences[k + 1].sentence.paragraph
        if not alone or tokens[-1].text != "?" or len(tokens) > _QUESTION:
            continue
        asked = tokens[1].lower == "about" or not here.words.isdisjoint(frames()["answering"])
        named = {m.actor.country for m in here.actors if m.actor.country}
        return named.pop() if asked and len(named) == 1 else None
    return None


#: sentences from a question to the end of its section, and tokens of such a question
_SECTION, _QUESTION = 12, 10


def state_in_heading(reading: Reading, number: int) -> str | None:
    """Return the state that alone heads the section of a sentence ("09:15 - Warsaw", "Poland"), or None."""
    for k in range(number - 1, max(number - _SECTION, -1), -1):
        here = reading.sentences[k]
        if not here.sentence.headline:
            continue
        tokens = here.sentence.tokens
        stacked = k > 0 and reading.sentences[k - 1].sentence.headline  # "Aleria", over a story's own headline
        if len(tokens) > _QUESTION:
            if stacked:
                continue
            return None
        named = [(m.first, m.last, m.actor.country) for m in here.actors if m.actor.kind is ActorKind.STATE]
        named += [(m.first, m.last, m.place.country) for m in here.places]
        covered = {i for first, last, _ in named for i in range(first, last + 1)}
        rest = {t.lower for i, t in enumerate(tokens) if i not in covered and t.text[0].isalpha()}
        states = {state for _, _, state in named if state}
        if (rest <= _BESIDE and len(states) == 1) or not stacked:
            return states.pop() if rest <= _BESIDE and len(states) == 1 else None
    return None


#: words of a heading beside its place
_BESIDE = frozenset({"again", "in", "from", "and", "reaction", "reactions", "gmt", "cet", "utc"})
