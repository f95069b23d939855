"""A doer: who did it, how that is said, and by whom; an actor stands for its state or for itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.coding.attacks.clauses.groups_again import find_group_again, is_affiliate
from analysis.coding.attacks.clauses.past_doers import ends_at_hit
from analysis.coding.attacks.doers.newcomers import find_newcomer, start_of_name
from analysis.coding.attacks.doers.related import ARMS, RELATIONS, find_related
from analysis.coding.attacks.nouns import weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Attribution
from analysis.coding.utterances import Utterance
from analysis.language.actors import Actor, ActorForm, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup
from analysis.language.places import country_name
from analysis.language.text.forms import parse_singular
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
    #: an accusation only in that somebody else than the source tells it, and as a fact ("residents said X shelled")
    told: bool = False
    #: an insurgent group, which no coalition fights beside
    insurgent: bool = False
    #: the force of that state which the press names for itself ("Revolutionary Guards"), or None
    force: str | None = None

    @property
    def blamed(self) -> bool:
        """Somebody lays it at the doer's door; nobody saw it plainly."""
        return self.attribution in {Attribution.ACCUSED, Attribution.SUSPECTED} and not self.told


def actors_in(sentence: SentenceReading, first: int, last: int) -> list[ActorMention]:
    """Return the actors named in tokens first to last."""
    return [m for m in sentence.actors if first <= m.first and m.last <= last]


def find_leader(sentence: SentenceReading, first: int, last: int) -> ActorMention | None:
    """Return whom "a Hamas-led attack", "Islamic State-claimed bombings" join to the noun by a participle, or None.

    Of "a joint US-UK strike" it is the first.
    """
    tokens = sentence.sentence.tokens
    for i in range(first, last + 1):
        pair = find_pair(sentence, i)
        if pair is not None:
            return pair[0]
        name, _, participle = tokens[i].text.rpartition("-")
        sides = participle.lower() in guilt_words()["siding"]  # "an al-Qaeda-linked group"
        if not name or not (sides or participle.lower() in guilt_words()["leading"]):
            continue
        names = [name]
        for j in range(i - 1, max(first, i - _LONGEST) - 1, -1):  # "Islamic State-led"
            names.append(f"{tokens[j].text} {names[-1]}")
        actor = next((a for a in map(sentence.actor_named, reversed(names)) if a is not None), None)
        if actor is not None and actor.is_armed and (not sides or actor.kind in GROUP_KINDS):
            return ActorMention(actor, tokens[i].start, tokens[i].end, i, i)
    return None


def find_pair(sentence: SentenceReading, i: int) -> tuple[ActorMention, ActorMention] | None:
    """Return the two states that the hyphen of "a joint US-UK strike" joins in token i, or None."""
    token = sentence.sentence.tokens[i]
    one, mark, other = token.text.partition("-")
    found = [a for a in map(sentence.actor_named, (one, other) if mark else ()) if a is not None]
    if len(found) != 2 or found[0] == found[1] or any(a.kind is not ActorKind.STATE for a in found):
        return None
    first, second = (ActorMention(a, token.start, token.end, i, i) for a in found)
    return first, second


#: tokens of the name of a group before its last one
_LONGEST = 2


def most_specific(found: Sequence[ActorMention]) -> ActorMention | None:
    """Return the most specific actor that can bear arms: a group before a force before a state."""
    armed = [m for m in found if m.actor.is_armed]
    names = {m.actor.name for m in armed}
    return min(
        armed,
        key=lambda m: (
            m.actor.kind in STATE_KINDS,
            m.actor.kind is ActorKind.GENERIC,
            m.actor.affiliation not in names - {m.actor.name},  # a council of the forces named beside it
            m.actor.kind is ActorKind.STATE,  # "Thule's Palace Guard"
        ),
        default=None,
    )


GROUP_KINDS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})
STATE_KINDS = frozenset({ActorKind.STATE, ActorKind.FORCE, ActorKind.MINISTRY, ActorKind.BODY})


def to_doer(mention: ActorMention, attribution: Attribution, by: str | None = None) -> Doer:
    """Name the doer that an actor stands for: a state for its forces, else the group itself."""
    actor = mention.actor
    state = actor.kind in STATE_KINDS and actor.country is not None and actor.affiliation in {None, actor.country}
    name = (country_name(actor.country) if state and actor.country else None) or actor.name
    kind = actor.kind
    return Doer(
        name,
        attribution,
        by,
        is_state=state,
        generic=kind is ActorKind.GENERIC,
        coalition=kind is ActorKind.COALITION,
        insurgent=kind is ActorKind.INSURGENT_GROUP,
        force=actor.name if state and actor.side else None,
    )


def own_account(doer: Doer, actor: Actor, inner: Utterance) -> Doer:
    """Return a doer who himself tells of an attack: a group claims it, as its speaker says; of a state it is plain."""
    ruling = actor.kind in STATE_KINDS | {ActorKind.COALITION} or actor.name in guilt_words()["ruling"]
    claims = replace(doer, attribution=Attribution.CLAIMED, by=inner.speaker_text)
    return replace(doer, attribution=Attribution.STATED, by=None) if ruling else claims


def extent_of(sentence: SentenceReading, group: NounGroup) -> tuple[int, int]:
    """Return the tokens of a group with what names it: "fighters of (a cell of) X", "a movement called X"."""
    phrases = sentence.phrases
    if ends_at_hit(phrases, group):
        return group.first, group.last
    behind = group.last + 2
    named = start_of_name(sentence, group.last + 1)
    if any(t.lower in guilt_words()["called"] for t in sentence.sentence.tokens[group.last + 1 : named]):
        behind = named
    behind += behind < len(phrases.at) and phrases.sentence.tokens[behind].text in {'"', "“", "‘"}  # "forces of “X”"
    following = phrases.at[behind] if behind < len(phrases.at) else None
    between = phrases.sentence.tokens[group.last + 1].lower if group.last + 1 < len(phrases.at) else ""
    last = group.last
    if isinstance(following, NounGroup) and (between in {"of", "from", "in"} or behind == named):
        part = following if parse_singular(phrases.sentence.tokens[following.head].lower) in _PARTS else None
        last = ((phrases.noun_behind(part.last, "of") if part else None) or following).last  # "from a cell of X"
    return group.first, max([last, *(m.last for m in sentence.actors if group.first <= m.first <= last)])


def actor_of(sentence: SentenceReading, group: NounGroup | None) -> ActorMention | None:
    """Return the actor that a noun group names, or None."""
    if group is None:
        return None
    if (arm := arm_named(sentence, group)) is not None:
        return arm
    found = actors_in(sentence, *extent_of(sentence, group))
    found = [m for m in found if not _rises_against(sentence, group, m)]
    named = most_specific([m for m in found if m.first <= group.last or m.actor.kind is not ActorKind.STATE])
    generic = named is not None and named.actor.kind is ActorKind.GENERIC  # "the Iran-backed group", named before
    if generic or (named is not None and is_affiliate(sentence, group)):
        named = find_group_again(sentence, group) or find_newcomer(sentence, group) or named
    again = named or find_group_again(sentence, group) or owner_after(sentence, group)
    return again or find_leader(sentence, group.first, group.head) or find_newcomer(sentence, group)


def arm_named(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the arm that is named behind whose it is: "the X movement's armed wing, *the Y Brigades*,", or None.

    It may stand in the same group of words: "the X affiliate *Y*", "X's offshoot group *Y*".
    """
    tokens, i = sentence.sentence.tokens, extent_of(sentence, group)[1] + 1
    if (related := find_related(sentence, group.first, i - 1)) is not None:
        return related
    name = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].text == "," else None
    if not isinstance(name, NounGroup) or tokens[group.head].lower not in ARMS:
        return None
    return most_specific([m for m in actors_in(sentence, name.first, name.last) if m.actor.kind in GROUP_KINDS])


#: parts of an armed group, whose name may stand behind
_PARTS = RELATIONS | frozenset(read_vocabulary("bodies")["parts"])


def _rises_against(sentence: SentenceReading, group: NounGroup, named: ActorMention) -> bool:
    """Tell the state of "Ugandan rebels", "the Lebanese group", who are not its forces."""
    demonym = named.form is ActorForm.DEMONYM and named.actor.kind is ActorKind.STATE and named.last <= group.last
    rising = words().irregular | words().movements | {"paramilitary"}  # not "Thulean paramilitary troops"
    return demonym and parse_singular(sentence.sentence.tokens[group.head].lower) in rising


def owner_after(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return whom "a helicopter believed to belong to the regime" says it is of."""
    tokens = sentence.sentence.tokens
    i = start = group.last + 1
    if (
        i < len(tokens)
        and tokens[i].text == ","
        and any(t.lower in guilt_words()["reckoning"] for t in tokens[i : i + 5])
    ):
        while i < len(tokens) and tokens[i].lower in _RECKONED | guilt_words()["reckoning"]:
            i += 1  # "warplanes, which we believe to be Russian"
    elif i + 2 < len(tokens) and tokens[i].text == "," and tokens[i + 1].lower in guilt_words()["reckoned"]:
        i += 1  # "an aircraft, thought to be Turkish"
    elif i + 2 < len(tokens) and tokens[i].text == "," and tokens[i + 2].lower in guilt_words()["siding"]:
        i += 1 + (tokens[i + 1].lower in guilt_words()["suspected"])  # "a drone, likely affiliated with the coalition"
    while i < len(tokens) and tokens[i].lower in guilt_words()["owning"] | guilt_words()["siding"]:
        i += 1
    if i == start:
        return None
    found = [m for m in actors_in(sentence, group.last + 1, min(i + 3, len(tokens) - 1)) if m.first <= i + 1]
    found = [m for m in found if not any(t.lower in _OF_MAKING for t in tokens[m.last + 1 : m.last + 2])]
    sides = any(t.lower in guilt_words()["siding"] for t in tokens[group.last + 1 : i])
    weapon = weapon_type(sentence.phrases, group) is not None
    if all(t.lower in {"from", "the"} for t in tokens[start:i]):  # "a missile from Thule": from where, not whose
        found = [m for m in found if m.actor.kind is not ActorKind.STATE or m.form is ActorForm.DEMONYM]
    return most_specific(
        [m for m in found if not sides or weapon or m.actor.kind in GROUP_KINDS]
    )  # whom a state arms is no state


#: behind a state that only made a weapon ("a mine from Soviet times", "of Thulean make")
_OF_MAKING = frozenset({"times", "era", "days", "stocks", "origin", "make", "design", "manufacture"})
_RECKONED = frozenset({",", "which", "that", "we", "they", "it", "to", "be", "are", "is", "were", "was"})
