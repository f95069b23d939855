"""Doers: who did it by the grammar of a mention ("Turkish forces shelled", "a US strike", "an attack by …")."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.clauses.grammar import conjuncts
from analysis.coding.attacks.clauses.groups_again import (
    find_coalition_again,
    find_group_again,
    find_own_state,
    find_subject_again,
)
from analysis.coding.attacks.doers.accusing import find_accusation, find_accuser
from analysis.coding.attacks.doers.doer import (
    GROUP_KINDS,
    STATE_KINDS,
    Doer,
    actors_in,
    arm_named,
    extent_of,
    find_leader,
    find_pair,
    most_specific,
    own_account,
    owner_after,
    to_doer,
)
from analysis.coding.attacks.doers.doubt import find_believer, find_doubt
from analysis.coding.attacks.doers.enemies import find_enemy
from analysis.coding.attacks.doers.grounds import says_where
from analysis.coding.attacks.doers.homes import of_state
from analysis.coding.attacks.doers.launchers import find_holder, owner_of
from analysis.coding.attacks.doers.newcomers import find_newcomer
from analysis.coding.attacks.doers.own_words import speaker_as_doer, was_condemned
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, members, outer
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act, Attribution, Kind
from analysis.coding.utterances import Utterance, teller_of
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import country_name
from analysis.language.text.forms import is_plural
from analysis.vocabulary import read_vocabulary


def find_doer(mention: Mention, inner: Utterance | None) -> Doer | None:
    """Read the doer of a mention from its own sentence, with the attribution that the utterance around it makes."""
    if was_condemned(mention):
        return None
    named = _doer_named(mention)
    if _is_settlers(mention):
        return Doer("Israeli settlers", Attribution.STATED)
    named = named or find_holder(mention) or find_enemy(mention, inner)
    if named is None:
        own = _own_state(mention)
        return speaker_as_doer(mention, inner) or (
            _told_by(mention, own, inner, mention.sentence.country) if own else None
        )
    named = of_state(mention.sentence, named, inner)
    claimed = mention.sentence.sentence.tokens[named.last].lower.endswith("-claimed")
    doer = _joint(mention, to_doer(named, Attribution.CLAIMED if claimed else Attribution.STATED))
    doubt = find_doubt(mention, named)
    if doubt is not None:
        by = teller_of(inner)
        return replace(doer, attribution=doubt, by=find_believer(mention, named) or by)
    if inner is not None and _speaks_for(mention.sentence, inner, named):
        return own_account(doer, named.actor, inner) if inner.official else doer
    home = named.actor.country if named.actor.kind in STATE_KINDS else None
    return _told_by(mention, doer, inner, named.actor.affiliation, home)


def _speaks_for(sentence: SentenceReading, inner: Utterance, named: ActorMention) -> bool:
    """Tell whether a speaker speaks for the doer himself, whom he does not blame."""
    if not inner.affiliation or inner.act is Act.BLAMES:
        return False
    return sentence.actor_named(inner.affiliation) == sentence.actor_named(named.actor.affiliation or named.actor.name)


def _told_by(mention: Mention, doer: Doer, inner: Utterance | None, *own: str | None) -> Doer:
    """Return a doer as whoever names him makes it: stated by the source and by his own side (`own`), else accused."""
    accusing = find_accusation(mention)
    if accusing is not None:
        return replace(doer, attribution=Attribution.ACCUSED, by=find_accuser(mention, accusing))
    told = inner is not None and inner.act is not Act.BLAMES
    if told and inner is not None and _is_of_agency(mention.sentence, inner):
        return doer
    if inner is None or (told and inner.affiliation is not None and inner.affiliation in own):
        return doer
    if told and ((_presupposed(mention) and inner.kind is not Kind.DIRECT) or _is_sourced(inner)):
        return doer
    return replace(doer, attribution=Attribution.ACCUSED, by=teller_of(inner), told=told)


def _is_of_agency(sentence: SentenceReading, inner: Utterance) -> bool:
    """Tell "…, Reuters reported", which the source makes its own, from what a state's agency or television says."""
    speaker = sentence.actor_named(inner.speaker) if inner.speaker and not inner.official else None
    return speaker is not None and speaker.kind is ActorKind.OUTLET and speaker.country is None


def _is_sourced(inner: Utterance) -> bool:
    """Tell what the source tells itself and only founds on officials: "Thulean jets struck a camp, officials said"."""
    return inner.official and inner.anonymous and inner.content[0] < inner.speaker_span[0]


def _presupposed(mention: Mention) -> bool:
    """Tell an attack that its words take for known ("the US strikes", "a school that Israel bombed"): told as plain."""
    event, verb = mention.event, mention.verb
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    if event is None and verb is not None:
        start = min(verb.first, mention.doer.first if mention.doer else verb.first)
        thing = phrases.at[start - 2] if start > 1 and phrases.tags[start - 1] is Tag.RELATIVE else None
        return isinstance(thing, NounGroup) and not thing.temporal  # "said on Friday that Israel bombed"
    if event is None or mention.weapon is not None:
        return False
    if mention.doer is not None and any(mention.doer.last < v.first < event.first for v in phrases.verbs):
        return False  # "said that Israel carried out the attack"
    around = outer(phrases, event)
    if any(t.lower in {"earlier", "previous"} for t in tokens[max(0, around.first - 1) : around.head]):
        return True
    return tokens[event.first].lower in {"the", "this", "these", "such"}


def _doer_named(mention: Mention) -> ActorMention | None:
    sentence, event = mention.sentence, mention.event
    for doer in conjuncts(sentence.phrases, mention.doer) if mention.doer is not None else ():
        inside = [m for m in actors_in(sentence, *extent_of(sentence, doer)) if not _is_private(mention, m)]
        if lemma(sentence.phrases, doer) in _ARMS:  # "its Thule branch"
            inside = [m for m in inside if m.actor.kind is not ActorKind.STATE]
        inside = [
            m
            for m in inside
            if m.first <= doer.last or m.actor.kind is not ActorKind.STATE or _is_force_of(sentence, m)
        ]
        found = arm_named(sentence, doer) or most_specific([*inside, *_cut(sentence, doer)])
        if (
            found is not None
            and found.actor.kind is ActorKind.GENERIC
            and not is_plural(sentence.sentence.tokens[doer.head].lower)
        ):
            found = find_group_again(sentence, doer) or found  # "the Iran-backed group", named before
        found = (_movement(sentence, found) or found) if found else _state_before(sentence, doer)
        found = found or owner_after(sentence, doer) or find_group_again(sentence, doer)
        found = found or find_coalition_again(sentence, doer) or find_leader(sentence, doer.first, doer.head)
        found = found or find_newcomer(sentence, doer) or find_subject_again(sentence, doer)
        if found is not None:
            return found
    if event is None:
        return None if mention.weapon is None else owner_after(sentence, mention.weapon)
    inside = actors_in(sentence, event.first, event.head - 1)
    act = sentence.phrases.at[event.preposition - 1] if event.preposition else None
    if isinstance(act, NounGroup) and lemma(sentence.phrases, act) == "act":
        inside = [*inside, *actors_in(sentence, act.first, act.head - 1)]  # "an Israeli act of aggression"
    inside = [m for m in inside if not says_where(sentence, event, m) or _movement(sentence, m) is not None]
    found = most_specific(inside) or _weapon_owner(mention, event)
    found = found or _weapon_of(mention) or find_leader(sentence, event.first, event.head)
    if found is None and mention.weapon is not None:
        found = owner_after(sentence, mention.weapon)
    return (_movement(sentence, found) or found) if found else None


_ARMS = frozenset(read_vocabulary("bodies")["arms"])


def _is_force_of(sentence: SentenceReading, named: ActorMention) -> bool:
    """Tell "forces of Aleria" from "fighters in Aleria's north"."""
    tokens = sentence.sentence.tokens
    before = {tokens[i].lower for i in range(max(0, named.first - 2), named.first)}
    return "of" in before and named.form is not ActorForm.METONYM


def _weapon_owner(mention: Mention, event: NounGroup) -> ActorMention | None:
    """Return the force behind the "of" of "a drone of the coalition"; "the bombing of" names whom it hit."""
    tokens = mention.sentence.sentence.tokens
    if mention.weapon is not event or event.last + 2 >= len(tokens) or tokens[event.last + 1].lower != "of":
        return None
    owner = mention.sentence.phrases.at[event.last + 2]
    inside = actors_in(mention.sentence, owner.first, owner.last) if isinstance(owner, NounGroup) else []
    return most_specific([m for m in inside if m.actor.is_armed and m.actor.kind is not ActorKind.STATE])


def _weapon_of(mention: Mention) -> ActorMention | None:
    """Return whose "one of the army's missiles", "the rebels' drone" says that a weapon is."""
    sentence, phrases = mention.sentence, mention.sentence.phrases
    weapon = members(phrases, mention.weapon)
    if weapon is None:
        return None
    own = [i for i in range(weapon.first, weapon.head) if phrases.tags[i] is Tag.POSSESSIVE]
    if not own and phrases.sentence.tokens[weapon.first].lower not in {"its", "their"}:
        return None
    named = most_specific(actors_in(sentence, weapon.first, own[-1])) if own else None
    return named or find_group_again(sentence, weapon)


def _joint(mention: Mention, doer: Doer) -> Doer:
    """Return both states of "US and British strikes" as one doer, joined with ";"."""
    event, who = mention.event, mention.doer
    extents = [(event.first, event.head)] if event is not None else []
    if doer.is_state and who is not None:  # "strikes *by the US and Britain*", "*US and British forces* carried out"
        phrases, first = mention.sentence.phrases, conjuncts(mention.sentence.phrases, who)[0].first
        behind = phrases.noun_behind(who.last, "of") or who
        behind = phrases.noun_behind(behind.last, "and") or behind
        extents.append((first, behind.head))
    pairs = (_pair_in(mention.sentence, first, head) for first, head in extents)
    pair = next((p for p in pairs if p is not None), None) if doer.is_state else None
    names = [to_doer(m, doer.attribution).name for m in pair or ()]
    return replace(doer, name=";".join(n for n in names if n)) if names else doer


def _pair_in(sentence: SentenceReading, first: int, head: int) -> tuple[ActorMention, ActorMention] | None:
    """Return the two states that a hyphen or "and" joins in tokens `first` to `head`, or None."""
    pair = next((p for i in range(first, head) if (p := find_pair(sentence, i)) is not None), None)
    if pair is not None:
        return pair
    states = [m for m in sentence.actors if first - 2 <= m.first <= head]
    if len(states) != 2 or any(m.actor.kind not in STATE_KINDS or not m.actor.country for m in states):
        return None
    between = [t.lower for t in sentence.sentence.tokens[states[0].last + 1 : states[1].first]]
    return (states[0], states[1]) if between in (["and"], ["and", "the"]) else None


def _is_private(mention: Mention, named: ActorMention) -> bool:
    """Tell "a Palestinian man", who is not his state."""
    group = mention.doer
    if group is None or named.form is not ActorForm.DEMONYM or named.first < group.first:
        return False
    if group.head > group.first and mention.sentence.sentence.tokens[group.head - 1].lower in words().missions:
        return False  # "a Russian sabotage group"
    return lemma(mention.sentence.phrases, group) in words().nobody | words().irregular | {"paramilitary"}


def _cut(sentence: SentenceReading, group: NounGroup) -> list[ActorMention]:
    """Return the actor whose name a group cuts in two, as happens where all is in capitals."""
    return [m for m in sentence.actors if m.first < group.first <= m.last] if sentence.sentence.capitals else []


def _own_state(mention: Mention) -> Doer | None:
    """Read "the army shelled", "regime shelling": the state that the source is about."""
    event = None if mention.event is None or _is_of_kind(mention, mention.event) else mention.event
    groups = [g for g in (mention.doer, owner_of(mention), event) if g is not None]
    name = next((name for name in (find_own_state(mention.sentence, g) for g in groups) if name), None)
    name = name or (_state_of_soldiers(mention) if mention.doer is not None else None)
    return Doer(name, Attribution.STATED, None, is_state=True) if name else None


def _is_of_kind(mention: Mention, event: NounGroup) -> bool:
    """Tell "the military strikes", told before, of whatever army, from "military strikes" and "the army's strikes"."""
    said = [t.lower for t in mention.sentence.sentence.tokens[event.first : event.head]]
    return said == ["the", "military"]


def _state_of_soldiers(mention: Mention) -> str | None:
    """Return the state of bare "soldiers", who are those of the country where the source and the attack are."""
    sentence, group = mention.sentence, mention.doer
    if group is None or sentence.country is None or lemma(sentence.phrases, group) not in words().own_soldiers:
        return None
    plain = all(t not in _NAMED for t in sentence.phrases.tags[group.first : group.head])
    abroad = any(m.actor.kind in STATE_KINDS and m.actor.country != sentence.country for m in sentence.actors)
    placed = {p.place.country for p in sentence.places if p.place.country}
    home = "IL" if sentence.country == "PS" else sentence.country
    return country_name(home) if plain and not abroad and placed <= {sentence.country} else None


_NAMED = frozenset({Tag.PROPER, Tag.POSSESSIVE})


def _is_settlers(mention: Mention) -> bool:
    """Tell the settlers of a source, or of places, in the land that they settle."""
    group, sentence = mention.doer, mention.sentence
    if group is None or lemma(sentence.phrases, group) not in {"settler", "colonist"}:
        return False
    return bool({sentence.country, *(p.place.country for p in sentence.places)} & {"IL", "PS"})


def _movement(sentence: SentenceReading, named: ActorMention) -> ActorMention | None:
    """Return the group that "the Palestinian movement" points back to, named before in the same sentence."""
    tokens = sentence.sentence.tokens
    after = tokens[named.last + 1].lower if named.last + 1 < len(tokens) else ""
    if named.form is not ActorForm.DEMONYM or after not in words().movements:
        return None
    groups = [m for m in sentence.actors if m.last < named.first and m.actor.kind in GROUP_KINDS]
    return next((m for m in reversed(groups) if m.actor.country == named.actor.country), None)


def _state_before(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the state that "the regime" or "the army" points back to, named last before in the same sentence."""
    tokens = sentence.sentence.tokens
    if tokens[group.first].lower != "the" or lemma(sentence.phrases, group) not in words().regimes:
        return None
    states = [m for m in sentence.actors if m.last < group.first and m.actor.kind in STATE_KINDS]
    called = [m for m in states if any(t.lower == tokens[group.head].lower for t in tokens[m.first : m.last + 4])]
    return (called or states)[-1] if states else None  # "Aleria's regime … that the regime"
