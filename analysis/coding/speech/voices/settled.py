"""Settled names: the name that a text or the lists have for a body which a sentence calls something shorter.

"the Group for X (*ABC*)" is the group that the lists know as ABC, "the UN mission (*UNABC*)" goes by its acronym, "the
ministry of defence" of a known state is that state's, and "the army" of a state whose forces the text calls by a name
of their own goes by that, as "the army's media wing" does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices import Kind, Voice
from analysis.coding.speech.voices.bodies import is_state, state_body_name, state_body_seated
from analysis.language.actors import ActorMention
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary

_UN = "United Nations"
_ARMIES = ("army", "military")
_OF_ARMIES = (" Defense Forces", " Defence Forces", " Defense Force", " Defence Force", " Armed Forces")


def named_forces(reading: Reading) -> dict[tuple[str, str], str]:
    """Return the names of their own that a text has for the forces of states, and for the wing that speaks for them.

    {("IL", "army"): "Israel Defense Forces", ("PK", "wing"): "Inter-Services Public Relations"}
    """
    names: dict[tuple[str, str], str] = {}
    wings = read_vocabulary("titles")["media_wings"]
    for sentence in reading.sentences:
        for mention in sentence.actors:
            actor = mention.actor
            own = actor.country is not None and actor.affiliation == actor.country
            if own and actor.name.endswith(_OF_ARMIES) and actor.country is not None:  # not "security forces"
                names.setdefault((actor.country, "army"), actor.name)
            elif actor.country is not None and actor.name in wings:
                names.setdefault((actor.country, "wing"), actor.name)
    return names


def settle(
    voice: Voice, sentence: SentenceReading, last: int, forces: Callable[[], Mapping[tuple[str, str], str]]
) -> Voice:  # fmt: skip
    """Return a voice whose phrase ends at token `last` under its settled name; `forces` gives the `named_forces`."""
    if voice.kind is Kind.PERSON or (voice.kind is Kind.UNNAMED and voice.official):
        return voice
    short = _in_brackets(sentence, last)
    if isinstance(short, ActorMention):
        actor = short.actor
        return replace(voice, speaker=actor.name, kind=Kind.BODY, affiliation=actor.affiliation, official=True)
    if voice.kind is not Kind.BODY:
        return voice
    seated = state_body_seated(voice.printed)
    if seated is not None and voice.affiliation in {None, seated[1]}:
        return replace(voice, speaker=seated[0], affiliation=seated[1])
    if short is not None and voice.affiliation == _UN and short.upper().startswith("UN"):
        return replace(voice, speaker=short.upper())
    state = voice.affiliation if len(voice.affiliation or "") == len("IQ") else None
    if state is None:
        return voice
    wing = voice.noun == "wing" and any(army in voice.speaker.lower() for army in _ARMIES)
    if wing or any(voice.speaker == state_body_name(state, army) for army in _ARMIES):
        return replace(voice, speaker=forces().get((state, "wing" if wing else "army"), voice.speaker))
    whole = state_body_name(state, voice.speaker.lower()) if "inistry" in voice.speaker else None
    return voice if whole is None else replace(voice, speaker=whole)


def _in_brackets(sentence: SentenceReading, last: int) -> ActorMention | str | None:
    """Return the known group, or the acronym, in brackets behind token `last`, or None.

    "the alliance against X (*AX*)" names X once more, not the alliance.
    """
    tokens = sentence.sentence.tokens
    if last + 3 >= len(tokens) or tokens[last + 1].text != "(" or tokens[last + 3].text != ")":
        return None
    for mention in sentence.actors:
        if mention.first == mention.last == last + 2 and mention.actor.is_official and not is_state(mention.actor.name):
            again = any(o.actor == mention.actor and o.last <= last and _is_inner(sentence, o) for o in sentence.actors)
            return mention if mention.actor.affiliation != mention.actor.country and not again else None
    return tokens[last + 2].text


def _is_inner(sentence: SentenceReading, mention: ActorMention) -> bool:
    """Tell a name inside a longer phrase: "the alliance against *X*", "the alliance fighting the *X* group"."""
    tags = sentence.phrases.tags
    before = mention.first - 1 - (mention.first > 0 and tags[mention.first - 1] is Tag.DETERMINER)
    return before > 0 and tags[before] in {Tag.PREPOSITION, Tag.GERUND}
