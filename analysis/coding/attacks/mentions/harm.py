"""Harm: killing by armed doers where a sentence names no attack: "two members were killed by unknown gunmen"."""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import (
    agent_of,
    has_particle,
    instrument_of,
    is_neutralised,
    means_of,
    whole_shell,
)
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.peaceful import is_harmless
from analysis.coding.attacks.mentions.verbs import counted
from analysis.coding.attacks.nouns import lemma, platform_of, weapon_type
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup


def _is_harming(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a verb of harm, with its particle where it needs one ("took out", "wiped out")."""
    w = words()
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    return verb.lemma in w.harming or (verb.lemma in w.harming_out and after == "out")


def find_harm(sentence: SentenceReading, phrases: Phrases, after: int = -1) -> Iterator[Mention]:
    """Killing by armed doers where the sentence names no attack: "two members were killed by unknown gunmen".

    `after`: the token behind which the clause begins that is read.
    """
    w = words()
    for verb in phrases.verbs:
        if verb.first <= after or not _is_harming(phrases, verb) or is_unreal(phrases, verb, None):
            continue
        if verb.passive:
            target, doer = subject_of(phrases, verb), whole_shell(phrases, agent_of(phrases, verb.last))
        else:
            target, doer = object_of(phrases, verb), counted(phrases, _who(phrases, verb))
        if target is not None and lemma(phrases, target) in w.protesters | {"nobody", "none"}:
            continue
        if verb.lemma == "shoot" and has_particle(phrases, verb, "down"):
            continue  # "one was shot down by a battery"
        if target is not None and _goes_on_against(phrases, verb, doer, target):
            continue
        if target is not None and lemma(phrases, target) in w.executed:
            continue  # "executed an operation"
        blade = _killed_with(phrases, verb) if verb.passive and target is not None and doer is None else None
        if blade is not None:
            yield Mention(sentence, None, verb, None, None, target, blade, "killed-by-armed")
            return
        shots = doer if verb.passive and doer is not None and lemma(phrases, doer) in {"gunshot", "bullet"} else None
        if shots is not None and target is not None:
            yield Mention(
                sentence, None, verb, None, _of(phrases, shots), target, AttackType.SHOOTING, "killed-by-armed"
            )
            return
        if doer is None and target is not None and _are_neutralised(phrases, verb, target):
            yield Mention(sentence, None, verb, None, None, target, AttackType.OTHER, "killed-by-armed")
            return
        if doer is None or target is None or is_harmless(phrases, target):
            continue
        mined = verb.passive and lemma(phrases, doer) in words().buried  # "were killed by a mine"
        if not (is_armed(sentence, doer) or weapon_type(phrases, doer) or _is_own_deed(sentence, verb, doer) or mined):
            continue
        if doer.preposition is not None and phrases.sentence.tokens[verb.first - 1].lower == "which":
            continue  # "an uprising against Thule, which has killed thousands"
        weapon = instrument_of(phrases, verb, doer)
        platform = platform_of(phrases, doer)
        kind = (weapon_type(phrases, weapon) if weapon else None) or _by_hand(phrases, verb, target) or platform
        kind = kind or AttackType.OTHER
        kind = AttackType.BOMBING if mined else kind
        yield Mention(sentence, None, verb, weapon, doer, target, kind, "killed-by-armed")
        return


def _goes_on_against(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None, target: NounGroup) -> bool:
    """Tell "the police continued to neutralise gunmen", who were still fighting off an attack told, from their own."""
    main = phrases.at[verb.first - 1] if verb.first else None
    if (
        not verb.infinitive
        or doer is None
        or lemma(phrases, doer) not in words().guards | {"force", "troop", "soldier"}
    ):
        return False
    still = isinstance(main, VerbGroup) and main.lemma in _GOING_ON
    return still and lemma(phrases, target) in words().known_doers


#: verbs of what guards still do while an attack lasts
_GOING_ON = frozenset({"continue", "try", "work", "struggle", "battle", "fight"})


def _by_hand(phrases: Phrases, verb: VerbGroup, target: NounGroup) -> AttackType | None:
    """Return the type of "killed three villagers with axes", or None."""
    means = means_of(phrases, max(verb.last, target.last) + 1, 3)
    kind = words().hand_weapons.get(lemma(phrases, means)) if means is not None else None
    if kind is None and verb.lemma in {"behead", "decapitate", "stab", "strangle"}:
        return AttackType.ASSAULT
    return AttackType(kind) if kind is not None else None


def _of(phrases: Phrases, shots: NounGroup) -> NounGroup | None:
    """Return whose they were: "by gunshots *of unidentified gunmen*"; None where nobody is named."""
    return phrases.noun_behind(shots.last, "of", "from", "by")


def _who(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return who kills; nobody in "a quake struck the north, killing six", "the helicopter crashed, killing six"."""
    gerund = verb.gerund and not verb.finite and verb.first > 0
    loose = gerund and phrases.sentence.tokens[verb.first - 1].lower == ","
    main = next((v for v in reversed(phrases.verbs) if v.last < verb.first and v.finite), None) if loose else None
    what = subject_of(phrases, main) if main is not None else None
    disaster = what is not None and lemma(phrases, what) in peace_words()["disasters"]
    return None if disaster or (main is not None and main.lemma in _MISHAPS) else subject_of(phrases, verb)


_MISHAPS = frozenset({"crash", "collide", "overturn", "capsize", "derail", "collapse"})


def _are_neutralised(phrases: Phrases, verb: VerbGroup, target: NounGroup) -> bool:
    """Tell people who "were neutralised"; bombs so told are made safe."""
    return is_neutralised(verb) and noun_of_people(phrases.sentence.tokens, target.first, target.head) is not None


def _is_own_deed(sentence: SentenceReading, verb: VerbGroup, doer: NounGroup) -> bool:
    """Tell "the army said it had killed 12 militants", "the defence ministry said they killed five"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if tokens[doer.head].lower not in {"it", "they"} or verb.passive:
        return False
    saying = next((v for v in reversed(phrases.verbs) if v.last < doer.first), None)
    speaker = subject_of(phrases, saying) if saying is not None and saying.lemma in words().saying else None
    if speaker is None:
        return False
    defence = {t.lower for t in tokens[speaker.first : speaker.head]} & {"defence", "defense", "war"}
    return bool(defence) or is_armed(sentence, speaker)


def _killed_with(phrases: Phrases, verb: VerbGroup) -> AttackType | None:
    """Return the type of "were killed with machetes", "was wounded with a rifle", or None."""
    group = phrases.noun_behind(verb.last, "with")
    kind = words().hand_weapons.get(lemma(phrases, group)) if group is not None else None
    return AttackType(kind) if kind is not None else None
