"""The words of armed attack and of guilt, as sets and tables of lemmas (vocabulary/attacks.yaml, guilt.yaml)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from analysis.coding.rows import AttackType
from analysis.language.grammar.tags import lemmas
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Words:
    """Every list of vocabulary/attacks.yaml under its name; types as AttackType."""

    events: dict[str, AttackType]
    pointing: frozenset[str]
    clashes: frozenset[str]
    modifiers: dict[str, AttackType]
    munitions: dict[str, AttackType]
    models: dict[str, AttackType]
    weak_munitions: frozenset[str]
    crewed: frozenset[str]
    platforms: dict[str, AttackType]
    verbs: dict[str, AttackType]
    ordinals: frozenset[str]
    nth: frozenset[str]
    ranks: dict[str, int]
    of_doers: frozenset[str]
    sweeping: frozenset[str]
    keeping: frozenset[str]
    counted_on: frozenset[str]
    known_doers: frozenset[str]
    in_person: frozenset[str]
    afloat: frozenset[str]
    carriers: frozenset[str]
    phrasal: dict[str, AttackType]
    verbs_with_particles: frozenset[str]
    wrecking: frozenset[str]
    collectives: frozenset[str]
    needing_arms: frozenset[str]
    landing: frozenset[str]
    firing: frozenset[str]
    taking: frozenset[str]
    laying: frozenset[str]
    stepping: frozenset[str]
    plaguing: frozenset[str]
    making_safe: frozenset[str]
    ruining: frozenset[str]
    razing: frozenset[str]
    destroyed: frozenset[str]
    downing: frozenset[str]
    watching: frozenset[str]
    treading: frozenset[str]
    buried: frozenset[str]
    laden: frozenset[str]
    explosives: frozenset[str]
    needing_weapons: frozenset[str]
    harmless: frozenset[str]
    guards: frozenset[str]
    personal: frozenset[str]
    apart: frozenset[str]
    adding: frozenset[str]
    politicking: frozenset[str]
    outbursts: frozenset[str]
    harmed: frozenset[str]
    following: frozenset[str]
    spent: frozenset[str]
    crashing: frozenset[str]
    hearing: frozenset[str]
    often: frozenset[str]
    remains: frozenset[str]
    light: frozenset[str]
    masses: frozenset[str]
    repeatedly: frozenset[str]
    recently: frozenset[str]
    long_units: frozenset[str]
    series: frozenset[str]
    unrelated: frozenset[str]
    lands: frozenset[str]
    media: frozenset[str]
    wars: frozenset[str]
    growing: frozenset[str]
    growing_forms: frozenset[str]
    conquering: frozenset[str]
    posting: frozenset[str]
    nearing: frozenset[str]
    same_time: frozenset[str]
    at_once: frozenset[str]
    unowned: frozenset[str]
    by_hand: frozenset[str]
    planted: frozenset[str]
    prompting: frozenset[str]
    bringing: frozenset[str]
    raiding: frozenset[str]
    posts: frozenset[str]
    reactions: frozenset[str]
    moods: frozenset[str]
    enduring: frozenset[str]
    reacting_to: frozenset[str]
    bursts: frozenset[str]
    some: dict[str, int]
    thereupon: frozenset[str]
    repeated: frozenset[str]
    unreal_modals: frozenset[str]
    unreal_verbs: frozenset[str]
    unreal_nouns: frozenset[str]
    unreal_words: frozenset[str]
    armed: frozenset[str]
    nobody: frozenset[str]
    harming: frozenset[str]
    harming_out: frozenset[str]
    executed: frozenset[str]
    loose: frozenset[str]
    effects: frozenset[str]
    causing: frozenset[str]
    protesters: frozenset[str]
    movements: frozenset[str]
    members: frozenset[str]
    regimes: frozenset[str]
    counting: frozenset[str]
    sites: frozenset[str]
    answering: frozenset[str]
    blaming: frozenset[str]
    charging: frozenset[str]
    agreeing: frozenset[str]
    conceding: frozenset[str]
    meeting: frozenset[str]
    statesmen: frozenset[str]
    talks: frozenset[str]
    local_voices: frozenset[str]
    plural_names: frozenset[str]
    hours: frozenset[str]
    hour_openers: frozenset[str]
    missions: frozenset[str]
    irregular: frozenset[str]
    own_forces: frozenset[str]
    own_soldiers: frozenset[str]
    rebels: frozenset[str]
    risen: frozenset[str]
    biddings: frozenset[str]
    ground: frozenset[str]
    factual: frozenset[str]
    alleging: frozenset[str]
    plain: frozenset[str]
    levelling: frozenset[str]
    storming: frozenset[str]
    articles: frozenset[str]
    aiming: frozenset[str]
    spans: frozenset[str]
    settling: frozenset[str]
    that_day: frozenset[str]
    elsewhere: frozenset[str]
    carrying_off: dict[str, AttackType]
    captors: frozenset[str]
    catching: frozenset[str]
    entering: frozenset[str]
    searching: frozenset[str]
    steering: frozenset[str]
    crowds: frozenset[str]
    meant: frozenset[str]
    killing: frozenset[str]
    worn: frozenset[str]
    divisions: dict[str, str]
    named_sites: dict[str, list[str]]
    pronouns: frozenset[str]
    murders: frozenset[str]
    hand_weapons: dict[str, str]
    outcomes: frozenset[str]
    steady: frozenset[str]
    abstract: frozenset[str]
    tallying: frozenset[str]
    peaceful: frozenset[str]
    unarmed_strikes: frozenset[str]
    grounds: frozenset[str]
    away: frozenset[str]
    healing: frozenset[str]
    again: frozenset[str]
    bodies: frozenset[str]
    saying: frozenset[str]
    after_the_fact: frozenset[str]
    suffering: frozenset[str]
    lying: frozenset[str]
    travelling: frozenset[str]
    concerning: frozenset[str]
    kinds: frozenset[str]
    likening: frozenset[str]
    mixes: frozenset[str]
    name_parts: frozenset[str]
    undergone: frozenset[str]
    joint: frozenset[str]
    setting_off: frozenset[str]
    set_off: frozenset[str]
    running: frozenset[str]
    deeds: frozenset[str]
    tolls: frozenset[str]
    hunted: frozenset[str]
    empty: frozenset[str]
    harm_told: frozenset[str]
    deaths: frozenset[str]
    judging: frozenset[str]
    no_scene: frozenset[str]
    fires_that_burn: frozenset[str]
    fires_of_arms: frozenset[str]
    bands_of_attacks: frozenset[str]
    own_posts: frozenset[str]
    spoken_blows: frozenset[str]
    launching_words: frozenset[str]
    ships: frozenset[str]
    made_safe: frozenset[str]
    offices_of_events: frozenset[str]
    letting_off: frozenset[str]
    passing_through: frozenset[str]
    coastal: frozenset[str]
    places_around: frozenset[str]
    moving_victims: frozenset[str]
    wrecking_houses: frozenset[str]
    raids_of_police: frozenset[str]
    deeds_unaimed: frozenset[str]
    bands: frozenset[str]
    wrecking_there: frozenset[str]
    advising: frozenset[str]
    shards: frozenset[str]
    doing_deeds: frozenset[str]
    causing_harm: frozenset[str]
    heavy_bombers: frozenset[str]
    untold: frozenset[str]


@cache
def words() -> Words:
    """Read the lists, once."""
    lists = read_vocabulary("attacks")
    typed = {"events", "modifiers", "munitions", "models", "platforms", "verbs", "phrasal", "carrying_off"}
    values: dict[str, Any] = {name: _read_list(value, typed=name in typed) for name, value in lists.items()}
    return Words(**values)


def _read_list(value: Any, typed: bool) -> Any:
    if typed:
        return {k: AttackType(v) for k, v in value.items()}
    return value if isinstance(value, dict) else frozenset(value)


@cache
def guilt_words() -> dict[str, frozenset[str]]:
    """Read the lists of vocabulary/guilt.yaml, once."""
    return {name: frozenset(values) for name, values in read_vocabulary("guilt").items()}


@cache
def triggers() -> frozenset[str]:
    """Every word form that may open a mention: a sentence without one holds no attack."""
    w = words()
    nouns = {*w.events, *w.munitions}
    bases = {*w.verbs, *w.harming, *w.harming_out, *w.razing}
    bases |= {
        name.split("-")[0] for name in (*w.phrasal, *w.landing, *w.firing, *w.taking, *w.ruining, *w.carrying_off)
    }
    bases |= (
        w.downing
        | w.treading
        | w.killing
        | w.steering
        | {name.split("-")[0] for name in w.entering}
        | {"run"}
        | w.untold
    )
    forms = {form for form, base in lemmas().items() if base in bases}
    plural = {n + "s" for n in nouns} | {n + "es" for n in nouns} | {n[:-2] + "men" for n in nouns if n.endswith("man")}
    return frozenset(nouns | plural | forms | {"boarded", "commandeered"})


@cache
def peace_words() -> dict[str, frozenset[str]]:
    """Read the lists of vocabulary/peace.yaml, once."""
    return {name: frozenset(values) for name, values in read_vocabulary("peace").items()}
