"""Grounds: a name before an event, or a weapon, that says where it was or whose people rose, and not who did it.

"Friday's Nador attack", "the Justice Ministry blast", "a Thulean hotel bombing", "a Thulean rebel attack"; what the
weapons of a state do, "a Thulean air strike", "Thulean shelling", is its deed.
"""

from __future__ import annotations

from analysis.coding.attacks.doers.doer import STATE_KINDS
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular


def says_where(sentence: SentenceReading, event: NounGroup, named: ActorMention) -> bool:
    """Tell an actor named before the head of an event that says where, or of which state, and not who."""
    if named.form is ActorForm.METONYM or named.actor.kind is ActorKind.MINISTRY:
        return True
    if named.actor.kind not in STATE_KINDS:
        return False
    printed = sentence.text[named.start - sentence.sentence.start : named.end - sentence.sentence.start]
    owns = sentence.phrases.tags[named.last + 1] is Tag.POSSESSIVE
    if (
        named.actor.kind is ActorKind.STATE
        and named.form is ActorForm.NAME
        and not printed.replace(".", "").isupper()
        and not owns
    ):
        return True
    return not owns and (_is_of_rebels(sentence, event, named) or _is_of_site(sentence, event, named))


def _between(sentence: SentenceReading, event: NounGroup, named: ActorMention) -> frozenset[str]:
    tokens = sentence.sentence.tokens
    return frozenset(parse_singular(tokens[i].lower) for i in range(named.last + 1, event.head))


def _is_of_rebels(sentence: SentenceReading, event: NounGroup, named: ActorMention) -> bool:
    """Tell the state of "a Thulean rebel attack", whose rebels are not its forces."""
    w = words()
    return not _between(sentence, event, named).isdisjoint(w.irregular | w.following | w.movements)


def _is_of_site(sentence: SentenceReading, event: NounGroup, named: ActorMention) -> bool:
    """Tell the country of "a Thulean mosque blast", "a Thulean roadside bomb", which is where those were."""
    w, tokens = words(), sentence.sentence.tokens
    head, before = parse_singular(tokens[event.head].lower), parse_singular(tokens[event.head - 1].lower)
    sites = w.sites | w.posts | w.bodies | w.ground | w.carriers | w.planted
    if head in w.by_hand and before in sites:
        return True  # "a Thulean army base attack"
    if named.form is not ActorForm.DEMONYM:
        return False
    if head in w.by_hand and before in _LIGHT and _is_at_home(sentence, named):
        return True  # "a Thulean rocket attack" in what is told of Thule
    return head in w.unowned or (head in w.by_hand and not _between(sentence, event, named).isdisjoint(sites))


#: weapons of those who are no army, too
_LIGHT = frozenset({"rocket", "mortar", "gun", "grenade", "knife", "machete"})


def _is_at_home(sentence: SentenceReading, named: ActorMention) -> bool:
    """Tell a state in whose land the source, and all that its sentence names, is."""
    places = {p.place.country for p in sentence.places if p.place.country}
    return named.actor.country == sentence.country and places <= {sentence.country}
