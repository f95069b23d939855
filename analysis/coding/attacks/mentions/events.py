"""Nouns for events: "a rocket attack on a base", "the US carried out three air strikes"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.calling import is_called_so
from analysis.coding.attacks.clauses.grammar import agent_of, aim_of, event_before, has_particle, means_of
from analysis.coding.attacks.clauses.hit_by_blast import thing_beside
from analysis.coding.attacks.clauses.outcomes import rounds_of
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.doers.culprits import find_culprit
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.in_person import is_in_person
from analysis.coding.attacks.mentions.no_events import (
    is_effect,
    is_flak,
    is_led_to,
    is_office,
    is_said_of_measure,
    is_support,
    is_trend,
)
from analysis.coding.attacks.mentions.peaceful import is_mock
from analysis.coding.attacks.mentions.raiders import find_raider
from analysis.coding.attacks.mentions.undergoers import find_hit, is_new
from analysis.coding.attacks.mentions.verbal import is_of_words
from analysis.coding.attacks.mentions.verbs import counted
from analysis.coding.attacks.nouns import (
    comes_under,
    is_event,
    lemma,
    opens_fire,
    outer,
    platform_of,
    type_before,
    victim_of,
    weapon_type,
)
from analysis.coding.attacks.nouns.exchanges import is_exchange, is_mutual
from analysis.coding.attacks.nouns.fires import is_owned_fire
from analysis.coding.attacks.nouns.operations import is_kept
from analysis.coding.attacks.reality import is_doubted, is_unreal
from analysis.coding.attacks.reality.generic import is_generic
from analysis.coding.attacks.reality.wars import is_war
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.actors.persons import titles
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural


def find_events(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Nouns for events: "a rocket attack on a base", "the US carried out three air strikes"."""
    w = words()
    for group in phrases.nouns:
        if group.head in taken or not is_event(phrases, group):
            continue
        carrier = _carrier(phrases, group)
        if _is_no_attack(sentence, group, carrier):
            continue
        kind = _type_by_words(phrases, group)
        culprit = find_culprit(sentence, group)
        doer = culprit or (None if _is_blamed(phrases, group) else agent_of(phrases, group.last))
        if doer is not None:
            kind = _from_above(phrases, group, doer, kind)
        aim = None if _is_laid(phrases, carrier, group) else aim_of(phrases, group.last)
        target = find_hit(phrases, group, kind, aim)
        if carrier is not None and carrier.lemma in w.enduring and (carrier.passive or carrier.first < group.first):
            target = target or aim_of(phrases, carrier.last)  # who repels an attack, or sees one, is not its doer
        elif (carrier is not None and culprit is None) and (
            carrier.lemma in w.light or (opens_fire(phrases, group) and not is_exchange(phrases, group))
        ):
            if not carrier.passive:
                doer = doer or subject_of(phrases, carrier)
            else:
                doer = doer or agent_of(phrases, carrier.last)
                target = target or aim_of(phrases, carrier.last)
        elif carrier is not None and carrier.first > group.last and not carrier.passive:
            target = _hit_by(phrases, carrier) or target
            happens = carrier.lemma in w.landing | _HAPPENING or has_particle(phrases, carrier, "through")
            if happens and is_new(phrases, group):
                target = target or thing_beside(phrases, carrier.last)
        if target is None and carrier is not None and carrier.passive and not carrier.finite:
            main = next((v for v in phrases.verbs if v.first > carrier.last and v.finite), None)
            if main is not None and not main.passive and _subject(phrases, main) is group:
                target = _hit_by(phrases, main)  # "a raid carried out by rebels hit a post"
        under = comes_under(phrases, group)
        target = subject_of(phrases, under) if under is not None else target
        doer = doer or _from_whom(sentence, group)
        if carrier is not None and carrier.lemma in w.light - w.enduring:
            kind = _by_platform(phrases, group, doer, kind)
        fresh = type_before(phrases, group) is None and is_new(phrases, group)
        if fresh and is_in_person(phrases, group, counted(phrases, doer), target):
            kind = AttackType.ASSAULT
        if doer is None and (raider := find_raider(sentence, group)) is not None:
            doer, kind = raider, _by_platform(phrases, group, raider, kind)
        doer = doer or _of_whom(sentence, group)
        abstract = target is not None and (lemma(phrases, target) in w.abstract or is_mock(phrases, target))
        if is_war(sentence, group, target):
            continue
        if abstract or is_said_of_measure(phrases, group) or (target is None and is_trend(sentence, carrier, group)):
            continue  # "an assault on our sovereignty", "called the law an assault on families"
        if type_before(phrases, group) is None and is_called_so(phrases, group):
            kind = AttackType.OTHER
        victim = victim_of(phrases, group) if kind is AttackType.OTHER and target is None else None
        if victim is not None:
            target, kind = victim, AttackType.ASSASSINATION if _is_person_of_note(phrases, victim) else kind
        yield Mention(sentence, group, None, None, doer, target, kind, "event-noun")


def _is_unclaimed(carrier: VerbGroup | None) -> bool:
    """Tell "the strike *was not claimed*", which was made."""
    return carrier is not None and carrier.lemma == "claim" and carrier.passive and carrier.negated


def _is_no_attack(sentence: SentenceReading, group: NounGroup, carrier: VerbGroup | None) -> bool:
    """Tell an event that is of words, of an office, doubted, planned, an effect, or one of those that are counted."""
    phrases, w = sentence.phrases, words()
    return (
        is_generic(phrases, group)
        or is_of_words(sentence, group)
        or is_doubted(phrases, group)
        or is_support(phrases, group)
        or is_office(phrases, group)
        or is_flak(phrases, group)
        or (not _is_unclaimed(carrier) and is_unreal(phrases, carrier or _carrier_before(phrases, group), group))
        or (carrier is not None and is_effect(sentence, carrier, group))
        or is_led_to(phrases, group)
        # "has recorded the killing of 200 people"
        or (lemma(phrases, group) in w.murders and carrier is not None and carrier.lemma in w.keeping)
    )


def _type_by_words(phrases: Phrases, group: NounGroup) -> AttackType:
    """Return the type that the words of an event give, before what is known of its doer."""
    name = lemma(phrases, group)
    kind = type_before(phrases, group) or words().events[name]
    if opens_fire(phrases, group) or (kind is AttackType.OTHER and is_owned_fire(phrases, group)):
        kind = AttackType.SHOOTING
    if name in {"mission", "operation"} and kind is AttackType.OTHER and not is_kept(phrases, group):
        kind = AttackType.ASSAULT
    kind = _by_means(phrases, group) or kind
    if is_mutual(phrases, group):
        return AttackType.OTHER
    if kind is AttackType.SHOOTING and (is_exchange(phrases, group) or name in words().clashes):
        return AttackType.OTHER
    return kind


def _hit_by(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return what an attack "struck", or the thing that it "destroyed", or None."""
    w, hit = words(), object_of(phrases, verb)
    razed = hit is not None and verb.lemma in w.razing and lemma(phrases, hit) in w.bodies | w.sites
    return hit if verb.lemma in w.landing or razed else None


_HAPPENING = frozenset({"occur", "happen", "take", "come"})


def _is_person_of_note(phrases: Phrases, victim: NounGroup) -> bool:
    """Tell the one who is killed for who he is, by name or office: "Hamas leader X", "the group's commander"."""
    tokens = phrases.sentence.tokens
    if is_plural(tokens[victim.head].lower) or phrases.tags[victim.first] is Tag.NUMBER:
        return False
    return any(t.lower in titles()["official"] for t in tokens[victim.first : victim.last + 1])


def _from_above(phrases: Phrases, group: NounGroup, doer: NounGroup, kind: AttackType) -> AttackType:
    """Return the type of "attacks by drones", "the bombardment of X by jets", where the noun tells no weapon."""
    platform = weapon_type(phrases, doer) or platform_of(phrases, doer)
    above = platform is not None and platform in {AttackType.AIR_STRIKE, AttackType.DRONE}
    shelled = lemma(phrases, group) in {"bombing", "bombardment", "shelling"}
    loose = (kind in {AttackType.OTHER, AttackType.ASSAULT} or shelled) and type_before(phrases, group) is None
    return platform if platform is not None and above and loose else kind


def _by_means(phrases: Phrases, group: NounGroup) -> AttackType | None:
    """Return the type of "returned fire with howitzers", "opened fire with artillery", or None."""
    means = means_of(phrases, group.last + 1, 2) if opens_fire(phrases, group) else None
    if lemma(phrases, group) == "fire" and type_before(phrases, group) is None and comes_under(phrases, group):
        means = rounds_of(phrases, group) or means  # "came under fire from missiles"
    return platform_of(phrases, means) or weapon_type(phrases, means) if means is not None else None


def _by_platform(phrases: Phrases, group: NounGroup, doer: NounGroup | None, kind: AttackType) -> AttackType:
    """Return the type of an attack that jets, drones or a sniper "carried out", where its noun tells none."""
    platform = None if doer is None else weapon_type(phrases, doer) or platform_of(phrases, doer)
    above = platform in {AttackType.AIR_STRIKE, AttackType.DRONE} and type_before(phrases, group) is None
    from_above = above and kind is AttackType.ASSAULT  # "jets … raids", but not "an airdrop operation"
    shelled = platform is AttackType.ARTILLERY and opens_fire(phrases, group)  # "tanks opened fire"
    return platform if platform is not None and (kind is AttackType.OTHER or from_above or shelled) else kind


def _is_laid(phrases: Phrases, carrier: VerbGroup | None, group: NounGroup) -> bool:
    """Tell "blamed the attack on the militia", which names who did it, not whom it hit."""
    blamed = carrier is not None and carrier.lemma in {"blame", "pin"} and carrier.last < group.first
    return blamed and group.last + 1 < len(phrases.at) and phrases.sentence.tokens[group.last + 1].lower == "on"


def _is_blamed(phrases: Phrases, group: NounGroup) -> bool:
    """Tell an event that somebody is blamed for: a "by …" behind it names who blames."""
    return any(v.passive and v.finite and v.last < group.first and v.lemma in words().blaming for v in phrases.verbs)


def _carrier(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    """Return the verb that has an event as its object ("carried out a strike") or its subject ("the strike hit")."""
    inner, group = group, outer(phrases, group)
    relative = _object_relative(phrases, group)
    if relative is not None:
        return relative
    found = [
        verb
        for verb in phrases.verbs
        if (verb.first > group.last and _subject(phrases, verb) in {group, inner} and not _is_of_other(phrases, verb))
        or (verb.last < group.first and object_of(phrases, verb) is group)
    ]
    before = phrases.at[group.first - 1] if group.first and group.temporal else None
    if isinstance(before, VerbGroup):
        return before  # "launched days of air strikes"
    if len(found) > 1 and found[0].lemma in words().saying | {"be"}:
        found = found[1:]  # "the envoy says 29 strikes have hit the region", "it was a strike that hit the region"
    if not found and (joined := _joined_to(phrases, group) or _joined_behind(phrases, group)) is not None:
        return _carrier(phrases, joined)
    told = [v for v in found if v.finite] or found  # "an attack blamed on rebels hit a post"
    return next((v for v in found if v.lemma in words().light), next(iter(told), None))


def _is_of_other(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the gerund of "a blast hit a bus *carrying* pilgrims", which is what the bus does."""
    near = phrases.at[verb.first - 1]
    return verb.gerund and not verb.finite and isinstance(near, NounGroup) and not is_event(phrases, near)


def _joined_to(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return the event that "and" joins to another ("bombardment and shelling was begun by"), or None."""
    after = phrases.noun_behind(group.last, "and")
    return after if after is not None and is_event(phrases, after) else None


def _joined_behind(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return the event that one is joined to past what that hit ("made raids on X *and an attack on Y*"), or None."""
    joined = group.first > 1 and phrases.sentence.tokens[group.first - 1].lower == "and"
    before = phrases.at[group.first - 2] if joined else None
    while isinstance(before, NounGroup) and before.preposition and not is_event(phrases, before):
        before = phrases.at[before.preposition - 1]
    behind = isinstance(before, NounGroup) and before.last + 2 < group.first
    return before if behind and isinstance(before, NounGroup) and is_event(phrases, before) else None


def _subject(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the subject of a verb; of a participle right after an event ("with the attacks launched by"), it."""
    return event_before(phrases, verb) or subject_of(phrases, verb)


def _carrier_before(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    """Return the verb of the event that "or" joins an event to: "whether it was a raid or a strike"."""
    joined = group.first > 1 and phrases.sentence.tokens[group.first - 1].lower == "or"
    before = phrases.at[group.first - 2] if joined else None
    return _carrier(phrases, before) if isinstance(before, NounGroup) else None


def _object_relative(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    """Return the verb of "attacks that the militia makes on …", whose object stands before it."""
    i = group.last + 1
    if i + 1 >= len(phrases.tags) or phrases.tags[i] is not Tag.RELATIVE:
        return None
    subject = phrases.at[i + 1]
    verb = (
        phrases.at[subject.last + 1] if isinstance(subject, NounGroup) and subject.last + 1 < len(phrases.at) else None
    )
    return verb if isinstance(verb, VerbGroup) and verb.lemma in words().light and not verb.passive else None


def _from_whom(sentence: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the doer of "came under attack from rebels", where what stands behind "from" is no country or place."""
    whom = sentence.phrases.noun_behind(group.last, "from")
    if whom is None or any(p.first <= whom.head <= p.last for p in sentence.places):
        return None
    return whom if is_armed(sentence, whom) else None


def _of_whom(sentence: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the doer of "an attack of the rebels on a post", "a sniper action of its guerrillas", "their shelling"."""
    phrases, tokens, head = sentence.phrases, sentence.sentence.tokens, lemma(sentence.phrases, group)
    after = phrases.noun_behind(group.last, "of")
    if after is None:
        return None
    aimed = after.last + 1 < len(tokens) and tokens[after.last + 1].lower in {"on", "against", "at"}
    if head not in words().of_doers and not (aimed and head in words().undergone):
        return None  # "the shelling of the army's posts", but "the shelling of the army on a village"
    return after if is_armed(sentence, after) else None
