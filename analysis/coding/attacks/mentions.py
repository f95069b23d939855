"""Mentions of attacks: where a sentence tells of armed force, and which words do.

Three kinds, each found by grammar: a noun for an event ("a rocket attack on the base"), a weapon that moves ("two
rockets hit", "missiles were fired at"), and a verb of attacking with an armed doer ("Turkish forces shelled the
village"). Threats, plans and what did not happen are no mentions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from analysis.coding.attacks.words import triggers, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.actors import ActorForm
from analysis.language.clauses import object_of, subject_of
from analysis.language.forms import parse_singular
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.tags import Tag


@dataclass(frozen=True, slots=True)
class Mention:
    """The words that tell of an attack, before anything is read from the sentence around them."""

    sentence: SentenceReading
    #: the noun group of the event or the weapon, or None for a bare verb
    event: NounGroup | None
    #: the verb that carries it, or None for a noun on its own
    verb: VerbGroup | None
    #: the noun group that is the weapon, or None
    weapon: NounGroup | None
    #: who does it by grammar (subject, "by …"), or None
    doer: NounGroup | None
    #: what is hit by grammar, or None
    target: NounGroup | None
    type: AttackType
    rule: str

    @property
    def first(self) -> int:
        """First token of the trigger."""
        return min(g.first for g in (self.event, self.verb) if g is not None)

    @property
    def last(self) -> int:
        """Last token of the trigger."""
        return max(g.last for g in (self.event, self.verb) if g is not None)

    @property
    def anchor(self) -> int:
        """The token that names the attack: the head of the event, else of the verb."""
        group = self.event or self.verb
        assert group is not None
        return group.head


def find_mentions(sentence: SentenceReading) -> list[Mention]:
    """Find the mentions of attacks in a sentence, in order."""
    if not sentence.words & triggers():
        return []
    phrases = sentence.phrases
    found: list[Mention] = []
    taken: set[int] = set()
    for source in (_weapons, _events, _verbs):
        for mention in source(sentence, phrases, taken):
            found.append(mention)
            taken.update(range(mention.first, mention.last + 1))
    if not found:
        found.extend(_harm(sentence, phrases))
    return _fold(sorted(found, key=lambda m: m.anchor))


def _fold(mentions: list[Mention]) -> list[Mention]:
    """Fold a verb into the event that it happened in: "was murdered in an attack", "were shot during the ambush"."""
    out: list[Mention] = []
    for mention in mentions:
        last = out[-1] if out else None
        if last is not None and last.event is None and last.verb is not None and _happened_in(last.verb, mention):
            kind = last.type if mention.type is AttackType.OTHER else mention.type
            folded = replace(mention, target=mention.target or last.target, doer=mention.doer or last.doer, type=kind)
            out[-1] = folded
        else:
            out.append(mention)
    return out


def _happened_in(verb: VerbGroup, mention: Mention) -> bool:
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or event.preposition is None or mention.weapon is not None:
        return False
    between = [v for v in phrases.verbs if verb.last < v.first < event.first]
    return not between and phrases.sentence.tokens[event.preposition].lower in {"in", "during"}


# ---- what a noun group is


def lemma(phrases: Phrases, group: NounGroup) -> str:
    """Return the singular of a group's head, lower case."""
    return parse_singular(phrases.sentence.tokens[group.head].lower)


def type_before(phrases: Phrases, group: NounGroup) -> AttackType | None:
    """Return the type that the words before a group's head give ("rocket attack"), or None."""
    tokens = phrases.sentence.tokens
    first = group.first
    before = phrases.at[first - 2] if first > 1 and tokens[first - 1].lower in {"and", "or"} else None
    if isinstance(before, NounGroup) and tokens[before.head].lower == lemma(phrases, before):
        first = before.head  # "missile and drone attack"
    for i in range(first, group.head):
        word = tokens[i].lower
        for part in (word, parse_singular(word), *word.split("-")):
            if part in words().modifiers:
                return words().modifiers[part]
    return None


def is_event(phrases: Phrases, group: NounGroup) -> bool:
    """Tell whether a noun group names an attack."""
    w = words()
    head = lemma(phrases, group)
    if head not in w.events:
        return False
    return head not in w.pointing or type_before(phrases, group) is not None


def weapon_type(phrases: Phrases, group: NounGroup) -> AttackType | None:
    """Return the type of the weapon that a noun group names, or None where it names none."""
    w = words()
    head = lemma(phrases, group)
    for token in phrases.sentence.tokens[group.first : group.head]:
        if token.lower in w.models and head in w.munitions:
            return w.models[token.lower]
    before = type_before(phrases, group)
    if head not in w.munitions or (head in w.weak_munitions and before is None):
        return None
    own = w.munitions[head]
    return before if before is not None and own in {AttackType.OTHER, AttackType.ARTILLERY, AttackType.BOMBING} else own


def is_armed(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a noun group can be an armed doer: people in arms, a force, an armed group, a state, a platform."""
    phrases = sentence.phrases
    head = lemma(phrases, group)
    if head in words().armed or head in words().platforms:
        return True
    return any(
        m.first <= group.head <= m.last and m.actor.is_armed and m.form is not ActorForm.METONYM
        for m in sentence.actors
    ) and phrases.tags[group.head] in {Tag.PROPER, Tag.NOUN}


# ---- what did not happen


def is_unreal(phrases: Phrases, verb: VerbGroup | None, noun: NounGroup | None) -> bool:
    """Tell whether a verb, or the noun that it has as its object, speaks of a threat, a plan or what did not happen."""
    w = words()
    tokens = phrases.sentence.tokens
    if verb is not None and (verb.negated or verb.modal in w.unreal_modals or _is_aim(phrases, verb)):
        return True
    if noun is None:
        return False
    if any(tokens[i].lower in w.unreal_words for i in range(noun.first, noun.head)):
        return True
    before = noun.preposition if noun.preposition is not None else noun.first
    governor = phrases.at[before - 1] if before > 0 else None
    if isinstance(governor, NounGroup):
        return lemma(phrases, governor) in w.unreal_nouns
    if isinstance(governor, VerbGroup):
        return governor.lemma in w.unreal_verbs or is_unreal(phrases, governor, None)
    return False


def _is_aim(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell an infinitive of purpose or plan ("plans to strike", "ability to conduct") from a fact ("continued to fire")."""
    tokens, w = phrases.sentence.tokens, words()
    before = phrases.at[verb.first - 1] if verb.first > 0 else None
    if verb.infinitive:
        return not (isinstance(before, VerbGroup) and before.lemma in _FACTUAL)
    if isinstance(before, VerbGroup) and before.lemma in w.unreal_verbs and verb.gerund:
        return True
    if verb.first > 0 and tokens[verb.first - 1].lower in {"from", "of", "at"} and verb.gerund:
        governor = phrases.at[verb.first - 2] if verb.first > 1 else None
        if isinstance(governor, NounGroup):
            return lemma(phrases, governor) in w.unreal_nouns or tokens[verb.first - 1].lower == "from"
        if isinstance(governor, VerbGroup):
            return governor.lemma in w.unreal_verbs
    before_words = {tokens[i].lower for i in range(max(0, verb.first - 6), verb.first)}
    return bool(before_words & {"if", "unless"}) or ("when" in before_words and phrases.tags[verb.head] is Tag.VERB)


#: verbs after which an infinitive is a fact: "began to shell", "had to be taken out", "managed to hit"
_FACTUAL = frozenset({"continue", "begin", "start", "use", "say", "believe", "have", "manage", "go"})


# ---- the three kinds


def _by_agent(phrases: Phrases, after: int) -> NounGroup | None:
    """Return the group after "by" that follows token `after` past other prepositional groups."""
    i = after + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, NounGroup):
            if group.preposition is not None and phrases.sentence.tokens[group.preposition].lower == "by":
                return None if group.temporal else group
            if group.preposition is None and not group.temporal:
                return None
            i = group.last + 1
            continue
        if isinstance(group, VerbGroup) or phrases.sentence.tokens[i].lower in {
            ",",
            ";",
            "and",
            "that",
            "which",
            "who",
        }:
            return None
        i += 1
    return None


def _weapons(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Weapons that move: "two rockets hit the base", "missiles were fired at", "the militia fired rockets"."""
    w = words()
    for verb in phrases.verbs:
        if verb.lemma not in w.landing and verb.lemma not in w.firing and verb.lemma not in w.taking:
            continue
        if verb.lemma == "come" and not _has_particle(phrases, verb, "down"):
            continue
        subject = subject_of(phrases, verb)
        weapon = weapon_type(phrases, subject) if subject else None
        if subject and weapon and (verb.lemma in w.landing or verb.passive) and not is_unreal(phrases, verb, subject):
            target = object_of(phrases, verb) if not verb.passive else None
            doer = _by_agent(phrases, verb.last) if verb.passive else None
            yield Mention(
                sentence, subject, verb, subject, doer, target or _at(phrases, verb.last), weapon, "weapon-moves"
            )
            continue
        thing = object_of(phrases, verb)
        weapon = weapon_type(phrases, thing) if thing else None
        if (
            thing
            and weapon
            and verb.lemma in w.taking
            and subject
            and not verb.passive
            and not is_unreal(phrases, verb, thing)
        ):
            if subject.head != subject.first or phrases.tags[subject.head] is Tag.PROPER:
                yield Mention(sentence, thing, verb, thing, None, subject, weapon, "weapon-taken")
            continue
        if thing and weapon and verb.lemma in w.firing and not verb.passive and not is_unreal(phrases, verb, thing):
            yield Mention(sentence, thing, verb, thing, subject, _at(phrases, thing.last), weapon, "weapon-fired")


def _has_particle(phrases: Phrases, verb: VerbGroup, particle: str) -> bool:
    return verb.last + 1 < len(phrases.tags) and phrases.sentence.tokens[verb.last + 1].lower == particle


def _at(phrases: Phrases, last: int) -> NounGroup | None:
    """Return the group that "at", "on", "into", "against" … tie to what ends at token last."""
    i = last + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, NounGroup):
            word = phrases.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
            if (
                word in {"at", "on", "into", "against", "upon", "onto", "toward", "towards", "over"}
                and not group.temporal
            ):
                return group
            if group.preposition is None and not group.temporal:
                return None
            i = group.last + 1
            continue
        if isinstance(group, VerbGroup):
            if group.gerund and group.lemma in {"target", "hit", "strike"}:
                return object_of(phrases, group)
            return None
        if phrases.sentence.tokens[i].lower in {";", "who"}:
            return None
        i += 1
    return None


def _events(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Nouns for events: "a rocket attack on a base", "the US carried out three air strikes"."""
    w = words()
    for group in phrases.nouns:
        if group.head in taken or not is_event(phrases, group):
            continue
        carrier = _carrier(phrases, group)
        if is_unreal(phrases, carrier, group) or (carrier is not None and _is_effect(phrases, carrier, group)):
            continue
        kind = type_before(phrases, group) or w.events[lemma(phrases, group)]
        doer = None if _is_blamed(phrases, group) else _by_agent(phrases, group.last)
        target = _at(phrases, group.last)
        if carrier is not None and carrier.lemma in w.light:
            if not carrier.passive:
                doer = doer or subject_of(phrases, carrier)
            else:
                doer = doer or _by_agent(phrases, carrier.last)
                target = target or _at(phrases, carrier.last)
        elif carrier is not None and carrier.first > group.last and not carrier.passive:
            target = object_of(phrases, carrier) if carrier.lemma in w.landing else target
        yield Mention(sentence, group, None, None, doer, target, kind, "event-noun")


def _is_effect(phrases: Phrases, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell an explosion that something else caused, or that was only heard, from an attack."""
    return lemma(phrases, group) in words().effects and verb.lemma in words().causing and verb.last < group.first


def outer(phrases: Phrases, group: NounGroup) -> NounGroup:
    """Return the group that counts or runs together what a group names ("dozens of strikes"), else the group."""
    if group.preposition is None or phrases.sentence.tokens[group.preposition].lower != "of" or group.preposition == 0:
        return group
    before = phrases.at[group.preposition - 1]
    if not isinstance(before, NounGroup):
        return group
    return before if before.bare or phrases.sentence.tokens[before.head].lower in words().series else group


def _is_blamed(phrases: Phrases, group: NounGroup) -> bool:
    """Tell an event that somebody is blamed for: a "by …" behind it names who blames."""
    return any(v.passive and v.finite and v.last < group.first and v.lemma in words().blaming for v in phrases.verbs)


def _carrier(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    """Return the verb that has an event as its object ("carried out a strike") or its subject ("the strike hit")."""
    group = outer(phrases, group)
    relative = _object_relative(phrases, group)
    if relative is not None:
        return relative
    for verb in phrases.verbs:
        if verb.first > group.last and subject_of(phrases, verb) is group:
            return verb
        if verb.last < group.first and object_of(phrases, verb) is group:
            return verb
    return None


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


def _verbs(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Verbs of attacking: "Turkish forces shelled the village", "the camp was bombed by jets"."""
    w = words()
    for verb in phrases.verbs:
        if verb.lemma not in w.verbs or verb.head in taken or is_unreal(phrases, verb, None):
            continue
        if verb.passive:
            target, doer = subject_of(phrases, verb), _by_agent(phrases, verb.last)
        else:
            target, doer = object_of(phrases, verb), subject_of(phrases, verb)
        if doer is not None and (is_event(phrases, doer) or doer.head in taken):
            continue
        weapon = _instrument(phrases, verb, doer)
        armed = weapon is not None or (doer is not None and is_armed(sentence, doer))
        if verb.lemma in w.needing_arms and not armed and not _pronoun(phrases, doer):
            if verb.lemma not in {"attack", "bomb", "raid", "storm", "shoot"} or not verb.passive:
                continue
        if target is None or (verb.lemma in {"shoot", "gun"} and _is_thing(phrases, target)):
            continue
        kind = _type_of_verb(phrases, verb, doer, weapon)
        yield Mention(sentence, None, verb, weapon, doer, target, kind, "attack-verb")


def _pronoun(phrases: Phrases, group: NounGroup | None) -> bool:
    return group is not None and phrases.tags[group.head] is Tag.PRONOUN


def _is_thing(phrases: Phrases, group: NounGroup) -> bool:
    return lemma(phrases, group) in words().munitions or lemma(phrases, group) in {"video", "film", "photo", "footage"}


def _instrument(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None) -> NounGroup | None:
    """Return the weapon named with "with", "using" or "by" after a verb, or as its subject."""
    if doer is not None and weapon_type(phrases, doer) is not None:
        return doer
    for group in phrases.nouns:
        if verb.last < group.first <= verb.last + 14 and weapon_type(phrases, group) is not None:
            before = phrases.sentence.tokens[group.first - 1].lower
            if before in {"with", "using", "by", "from"}:
                return group
    return None


def _type_of_verb(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None, weapon: NounGroup | None) -> AttackType:
    w = words()
    if weapon is not None:
        return weapon_type(phrases, weapon) or AttackType.OTHER
    if doer is not None:
        platform = w.platforms.get(lemma(phrases, doer)) or type_before(phrases, doer)
        if platform is not None and w.verbs[verb.lemma] in {AttackType.OTHER, AttackType.BOMBING}:
            return platform
    return w.verbs[verb.lemma]


def _is_harming(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a verb of harm, with its particle where it needs one ("took out", "wiped out")."""
    w = words()
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    return verb.lemma in w.harming or (verb.lemma in w.harming_out and after == "out")


def _harm(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Killing by armed doers where the sentence names no attack: "two members were killed by unknown gunmen"."""
    w = words()
    for verb in phrases.verbs:
        if not _is_harming(phrases, verb) or is_unreal(phrases, verb, None):
            continue
        if verb.passive:
            target, doer = subject_of(phrases, verb), _by_agent(phrases, verb.last)
        else:
            target, doer = object_of(phrases, verb), subject_of(phrases, verb)
        if target is not None and lemma(phrases, target) in w.protesters:
            continue
        if doer is None or target is None or not (is_armed(sentence, doer) or weapon_type(phrases, doer)):
            continue
        weapon = _instrument(phrases, verb, doer)
        platform = w.platforms.get(lemma(phrases, doer)) or type_before(phrases, doer)
        kind = (weapon_type(phrases, weapon) if weapon else None) or platform or AttackType.OTHER
        yield Mention(sentence, None, verb, weapon, doer, target, kind, "killed-by-armed")
        return
