"""Weapons that move: "two rockets hit the base", "missiles were fired at", "the militia fired rockets"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.coding.attacks.clauses.grammar import (
    agent_of,
    aim_of,
    fired_behind,
    has_particle,
    is_of_place,
    whole_shell,
)
from analysis.coding.attacks.clauses.hit_by_blast import find_hit_behind
from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.downing import brought_down, is_downed
from analysis.coding.attacks.mentions.dropped import from_platform, type_dropped
from analysis.coding.attacks.mentions.peaceful import is_made_safe, is_shown, serves_peace
from analysis.coding.attacks.mentions.retaliating import find_retaliation
from analysis.coding.attacks.mentions.supplied import is_supplied
from analysis.coding.attacks.mentions.using import is_denied, is_no_deed, main_of, user_of
from analysis.coding.attacks.mentions.weapon_subjects import (
    after_date,
    first_weapon,
    past_aim,
    past_dates,
    past_purpose,
    past_scene,
    told_before,
)
from analysis.coding.attacks.nouns import lemma, members, weapon_type
from analysis.coding.attacks.nouns.loads import carrier_of, load_end
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.reality.means import USING
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def find_weapons(sentence: SentenceReading, phrases: Phrases, taken: set[int]) -> Iterator[Mention]:
    """Weapons that move: "two rockets hit the base", "missiles were fired at", "the militia fired rockets"."""
    if not sentence.words & _weapon_words():
        return
    for verb in phrases.verbs:
        way = ways_of(phrases, verb)
        if way and (is_made_safe(phrases, verb) or is_supplied(sentence, verb)):
            continue
        if not way:
            answer = find_retaliation(sentence, verb)
            if answer is not None:
                yield answer
            continue
        mention = (
            _moving(sentence, verb, way)
            or _struck(sentence, verb)
            or _taken(sentence, verb, way)
            or brought_down(sentence, verb)
            or _fired(sentence, verb, way)
        )
        if mention is not None:
            yield mention


@cache
def _weapon_words() -> frozenset[str]:
    models = {part for name in words().models for part in (name, name.rpartition("-")[2]) if not part.isdigit()}
    names = {*words().munitions, *words().carriers, *models, "himself", "herself", "themselves"}
    others = {"lorries", "ambulances", "buses", "belts", "artillery", "ordnance", "hit"}
    return frozenset(names | {n + "s" for n in names} | others)


def _moving(sentence: SentenceReading, verb: VerbGroup, way: frozenset[str]) -> Mention | None:
    """Read "two rockets hit the base", "a bomb went off", "missiles were fired at the port"."""
    phrases = sentence.phrases
    subject = (
        carrier_of(phrases, fired_behind(phrases, verb))
        or past_dates(sentence, subject_of(phrases, verb))
        or after_date(sentence, verb)
        or past_aim(phrases, verb)
    )
    subject = past_scene(phrases, verb, subject) if "harming" in way else subject
    subject = first_weapon(phrases, members(phrases, whole_shell(phrases, subject)))
    told = told_before(sentence, verb, subject)
    told = subject if told is None and not is_of_place(phrases, verb, subject) else told
    weapon = _as_weapon(phrases, verb, told)
    often = {t.lower for t in phrases.sentence.tokens[verb.first : verb.head]} & words().often
    if verb.lemma in USING and verb.passive and often:
        return None  # "car bombs were frequently used in the war"
    if subject is not None and verb.lemma == "come" and _is_the(phrases, subject):
        weapon = None  # "the rockets came from abroad": whose they are
    thing = object_of(phrases, verb) if not verb.passive else None
    lands = not way.isdisjoint({"landing", "crossing"}) or ("harming" in way and not verb.passive)
    counts = thing is not None and thing.bare and verb.lemma == "reach"  # "attacks by drones have reached 20"
    lands = lands and not counts
    moves = lands or (verb.passive and "harming" not in way) or _is_fired(phrases, verb)
    if subject is None or weapon is None or not moves or is_unreal(phrases, verb, past_purpose(phrases, verb, subject)):
        return None
    target = thing if "landing" in way or (thing is not None and _is_thing(phrases, thing)) else None
    doer = agent_of(phrases, verb.last) if verb.passive and not is_downed(phrases, verb) else None
    if weapon is AttackType.BOMBING and doer is not None:
        weapon = from_platform(phrases, doer) or weapon
    if target is None and "harming" in way and subject.last < verb.first:
        target = aim_of(phrases, subject.last)  # "a salvo of rockets at the base wounded two"
    return Mention(
        sentence,
        subject,
        verb,
        subject,
        doer,
        target or find_hit_behind(phrases, verb.last),
        weapon,
        "weapon-harms" if way == {"harming"} else "weapon-moves",
    )


def _struck(sentence: SentenceReading, verb: VerbGroup) -> Mention | None:
    """Read "their vehicle struck a landmine", "a boy stepped on a mine"."""
    phrases = sentence.phrases
    thing = object_of(phrases, verb) or aim_of(phrases, verb.last)
    struck = thing is not None and not verb.passive and verb.lemma in words().treading
    if thing is None or not struck or lemma(phrases, thing) not in words().buried or is_unreal(phrases, verb, thing):
        return None
    victim = subject_of(phrases, verb)
    return Mention(sentence, thing, verb, thing, None, victim, AttackType.BOMBING, "weapon-struck")


def _taken(sentence: SentenceReading, verb: VerbGroup, way: frozenset[str]) -> Mention | None:
    """Read "the base took four rockets"."""
    phrases, thing = sentence.phrases, members(sentence.phrases, object_of(sentence.phrases, verb))
    subject = subject_of(phrases, verb)
    weapon = weapon_type(phrases, thing) if thing is not None else None
    direct = thing is not None and "taking" in way and lemma(phrases, thing) == "hit" and _is_direct(phrases, thing)
    if thing is not None and direct:  # "took a direct hit from a mortar"
        shell = phrases.at[thing.last + 2] if thing.last + 2 < len(phrases.at) else None
        weapon = (weapon_type(phrases, shell) if isinstance(shell, NounGroup) else None) or AttackType.OTHER
    if thing is None or weapon is None or "taking" not in way or subject is None or verb.passive:
        return None
    alone = subject.head == subject.first and phrases.tags[subject.head] is not Tag.PROPER
    supplied = verb.lemma == "receive" and is_armed(sentence, subject)  # "the militia received rockets"
    if alone or supplied or is_unreal(phrases, verb, thing):
        return None
    return Mention(sentence, thing, verb, thing, None, subject, weapon, "weapon-taken")


def _is_direct(phrases: Phrases, hit: NounGroup) -> bool:
    return any(t.lower == "direct" for t in phrases.sentence.tokens[hit.first : hit.head])


def _fired(sentence: SentenceReading, verb: VerbGroup, way: frozenset[str]) -> Mention | None:
    """Read "the militia fired rockets at the base", "a bomber detonated his vest"."""
    phrases, thing = sentence.phrases, members(sentence.phrases, object_of(sentence.phrases, verb))
    if thing is not None and "firing" in way and _as_weapon(phrases, verb, thing) is None:
        thing = _joined_weapon(phrases, thing) or thing
    weapon = (_as_weapon(phrases, verb, thing) or _worn(phrases, verb, thing)) if thing is not None else None
    if thing is None or weapon is None or "firing" not in way or verb.passive:
        return None
    before = thing.last < verb.first  # "the rockets that rebels fired at the port"
    end = verb.last if before else load_end(phrases, thing)
    if _into_space(phrases, verb.last if before else thing.last) or is_unreal(phrases, verb, thing):
        return None
    present = phrases.tags[verb.head] is Tag.VERB and verb.first == verb.head and not sentence.sentence.headline
    if verb.lemma in USING and verb.finite and (verb.gerund or present) and aim_of(phrases, thing.last) is None:
        return None  # "a group that has been using drones", "often uses car bombs"
    if verb.lemma in USING and (serves_peace(sentence, verb, thing) or is_no_deed(phrases, verb, thing)):
        return None
    if verb.lemma in USING and is_denied(phrases, verb):
        return None
    if verb.lemma == "put" and is_shown(phrases, aim_of(phrases, thing.last)):
        return None
    doer = user_of(phrases, verb)
    if weapon in {AttackType.BOMBING, AttackType.MISSILE, AttackType.ROCKET} and doer is not None:
        weapon = from_platform(phrases, doer) or weapon  # "jets fired missiles": the first named
    if verb.lemma == "drop":
        weapon = type_dropped(phrases, thing, doer, weapon)
    main = main_of(phrases, verb)
    target = find_hit_behind(phrases, end)
    if target is None and main is not None:
        target = subject_of(phrases, main) if main.passive else object_of(phrases, main)
    return Mention(sentence, thing, verb, thing, doer, target, weapon, "weapon-fired")


def _joined_weapon(phrases: Phrases, thing: NounGroup) -> NounGroup | None:
    """Return the shells of "fired heavy weapons and mortar shells at the district", or None."""
    after = phrases.noun_behind(thing.last, "and")
    return after if after is not None and weapon_type(phrases, after) is not None else None


def ways_of(phrases: Phrases, verb: VerbGroup) -> frozenset[str]:
    """Return what a verb, with the word behind it, says of a weapon: landing, firing, taking or else harming."""
    w = words()
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    forms = {verb.lemma, f"{verb.lemma}-{after}"}
    if (verb.passive or verb.lemma in _BRINGING) and is_downed(phrases, verb):
        return frozenset({"firing"})  # "two drones were brought down"
    found = {n for n, verbs in (("landing", w.landing), ("firing", w.firing), ("taking", w.taking)) if forms & verbs}
    told = verb.finite and phrases.tags[verb.first - 1] is not Tag.RELATIVE
    if verb.lemma == "cross" and told and not verb.passive and _is_border(phrases, object_of(phrases, verb)):
        return frozenset({"crossing"})
    if not found and (forms & (w.ruining | w.downing | w.treading) or _sets_off(phrases, verb)):
        found.add("harming")
    return frozenset(found)


def _is_border(phrases: Phrases, thing: NounGroup | None) -> bool:
    """Tell what drones and rockets cross on their way: "crossed the border"."""
    return thing is not None and lemma(phrases, thing) in {"border", "frontier", "airspace", "fence"}


_BRINGING = frozenset({"bring", "take", "knock"})


def _sets_off(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "a missile sparked a fire", "a drone caused an explosion"."""
    thing = object_of(phrases, verb) if verb.lemma in words().setting_off and not verb.passive else None
    return thing is not None and lemma(phrases, thing) in words().set_off


def _as_weapon(phrases: Phrases, verb: VerbGroup, group: NounGroup | None) -> AttackType | None:
    """Return the type of a weapon, "shots" and "rounds" too where they are fired."""
    if group is None:
        return None
    known = weapon_type(phrases, group)
    if known is None and verb.lemma == "fire" and lemma(phrases, group) in {"shot", "round"}:
        return AttackType.SHOOTING
    if known is None and verb.lemma in _SHELLING and lemma(phrases, group) in {"artillery", "ordnance"}:
        return AttackType.ARTILLERY
    if known is None and lemma(phrases, group) in words().buried:
        thing = object_of(phrases, verb) if verb.lemma in {"hit", "strike"} and not verb.passive else None
        met = thing is not None and lemma(phrases, thing) in words().carriers | _PASSING  # "a mine hit their convoy"
        return AttackType.BOMBING if met or verb.lemma in _GOING_OFF | _MAIMING else None
    return known


_PASSING = frozenset({"convoy", "patrol", "column", "truck", "vehicle"})
_MAIMING = frozenset({"kill", "wound", "injure", "maim"})
_SHELLING = words().letting_off
_GOING_OFF = frozenset({"detonate", "explode", "go", "blow"})


def _is_thing(phrases: Phrases, group: NounGroup) -> bool:
    """Tell what is damaged from people who are hurt, and from "a fire" that starts."""
    noun = lemma(phrases, group)
    return noun in words().sites | words().bodies | words().carriers | words().named_sites.keys()


def _is_the(phrases: Phrases, group: NounGroup) -> bool:
    return phrases.sentence.tokens[group.first].lower in {"the", "these", "those", "its", "their"}


def _worn(phrases: Phrases, verb: VerbGroup, thing: NounGroup) -> AttackType | None:
    """Tell the "vest", "belt" or "charge" that somebody detonated or set off."""
    off = verb.lemma == "set" and has_particle(phrases, verb, "off")
    own = phrases.sentence.tokens[thing.first].lower in {"his", "her", "their", "its", "a", "an", "himself", "herself"}
    worn = (off or verb.lemma in {"detonate", "explode", "trigger"}) and own and lemma(phrases, thing) in words().worn
    return AttackType.BOMBING if worn else None


def _into_space(phrases: Phrases, last: int) -> bool:
    """Tell what is sent into orbit or into the sea, behind token `last`, from an attack."""
    after = phrases.at[last + 2] if last + 2 < len(phrases.at) else None
    return isinstance(after, NounGroup) and phrases.sentence.tokens[after.head].lower in words().harmless


def _is_fired(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a note's "five rockets fired at the airport", which leaves out "were"."""
    after = phrases.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(phrases.tags) else ""
    past = phrases.tags[verb.head] is Tag.PARTICIPLE and verb.first == verb.head
    counted = phrases.sentence.tokens[0].lower == "of" and after == ","  # "Of the 38 drones launched, 31 …"
    aimed = after in {"at", "on", "towards", "toward", "into", "from", "by", "overnight"}
    return past and verb.lemma in words().firing and (aimed or counted)
