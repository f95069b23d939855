"""What the captured are accused of being: "detained five people accused of links to the group"."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import IRREGULAR_ROLES
from analysis.coding.victims import Victims
from analysis.coding.victims.membership import Membership, membership_in
from analysis.coding.victims.people import role_by_words, word_set
from analysis.language.actors import ActorKind

#: tokens after people in which it is said
_REACH = 16


def of_accused(reading: Reading, sentence: SentenceReading, victims: Victims) -> Victims:
    """Read what the captured are accused of being: "accused of links to the X group"."""
    tokens = sentence.sentence.tokens
    stop = min(victims.last + 1 + _REACH, len(tokens))
    near = range(victims.last + 1, stop)
    start = next((i for i in near if tokens[i].lower in word_set("accusing")), None)
    if start is None:
        return victims
    body = _group_in(sentence, start, stop - 1)
    if body is not None:
        return replace(victims, role=body.role or victims.role, group=body.name if body.named else None)
    role = role_by_words(t.lower for t in tokens[start:stop])
    if role in IRREGULAR_ROLES:
        return replace(victims, role=role, group=_last_group(reading, sentence))
    return victims


def _group_in(sentence: SentenceReading, first: int, last: int) -> Membership | None:
    body = membership_in(sentence, first, last)
    return body if body is not None and body.armed_group else None


def _last_group(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return the insurgent group last named before a sentence."""
    for earlier in reversed(reading.sentences[max(0, sentence.number - 5) : sentence.number]):
        for mention in reversed(earlier.actors):
            if mention.actor.kind is ActorKind.INSURGENT_GROUP:
                return mention.actor.name
    return None
