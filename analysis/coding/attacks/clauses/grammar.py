"""Grammar of attack clauses: who does it ("by …"), with what ("using …"), and what it is aimed at ("on …")."""

from __future__ import annotations

from analysis.coding.attacks.nouns import is_event, lemma, members, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.free_relatives import find_named
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def agent_of(phrases: Phrases, after: int) -> NounGroup | None:
    """Return the group after "by" that follows token `after` past other prepositional groups."""
    i = after + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if phrases.words(i - 1, i) == "by what":
            return _said_to_be(phrases, i)
        if isinstance(group, NounGroup):
            word = preposition_of(phrases, group)
            if word == "by":
                return None if group.temporal else group
            counted = phrases.sentence.tokens[group.head].lower in {"times", "occasions"}  # "hit 150 times by rebels"
            if (not word and not group.temporal and not counted) or is_event(phrases, group):
                return None  # "fired in answer to raids by jets"
            if word == "in" and lemma(phrases, group) in words().media:
                return None  # "condemned the attack in a statement by the palace"
            i = group.last + 1
            continue
        if _doubted_agent(phrases, i):
            i += 2  # "was hit on Sunday, presumably by X"
            continue
        joined = phrases.at[i + 1] if i + 1 < len(phrases.at) and phrases.sentence.tokens[i].lower == "and" else None
        if isinstance(joined, VerbGroup) and joined.passive and joined.first == joined.head:
            i = joined.last + 1  # "were shot at and wounded by guards"
            continue
        if isinstance(group, VerbGroup) or phrases.sentence.tokens[i].lower in _ENDS:
            return None
        i += 1
    return None


def _doubted_agent(phrases: Phrases, comma: int) -> bool:
    """Tell the comma before "presumably by X", "most likely by X"."""
    tokens = phrases.sentence.tokens
    following = [t.lower for t in tokens[comma + 1 : comma + 4]]
    doubt = guilt_words()["suspected"] | guilt_words()["alleged"]
    return tokens[comma].text == "," and "by" in following[1:] and following[following.index("by") - 1] in doubt


def whole_shell(phrases: Phrases, doer: NounGroup | None) -> NounGroup | None:
    """Return the weapon of "hit by shrapnel of *a missile*", "by fragments from *a shell*", else the group."""
    if doer is None or lemma(phrases, doer) not in _SHARDS or doer.last + 2 >= len(phrases.at):
        return doer
    weapon = phrases.at[doer.last + 2]
    joined = phrases.sentence.tokens[doer.last + 1].lower in {"of", "from"} and isinstance(weapon, NounGroup)
    return weapon if joined and isinstance(weapon, NounGroup) and weapon_type(phrases, weapon) is not None else doer


def is_shard(phrases: Phrases, weapon: NounGroup) -> bool:
    """Tell a weapon of which only what fell down is told: "debris from *a drone* fell on a roof"."""
    before = phrases.at[weapon.preposition - 1] if weapon.preposition else None
    return isinstance(before, NounGroup) and lemma(phrases, before) in {"debris", "wreckage"}


_SHARDS = words().shards
_ENDS = frozenset({",", ";", "and", "that", "which", "who"})


def aim_of(phrases: Phrases, last: int) -> NounGroup | None:
    """Return the group that "at", "on", "into", "against" … tie to what ends at token last."""
    i = last + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, NounGroup):
            word = phrases.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
            if word in words().aiming and not group.temporal and lemma(phrases, group) not in words().spans:
                no_aim = words().media - words().posts | words().biddings
                return None if lemma(phrases, group) in no_aim else group  # "on Twitter", "at the request of the king"
            if group.preposition is not None and is_event(phrases, group):
                return None  # "no claim for the ambush, nor for an attack on a post"
            if (group.preposition is None and not group.temporal) or lemma(phrases, group) in words().media:
                return None  # "claimed the attack in a message on Telegram"
            i = group.last + 1
            continue
        if isinstance(group, VerbGroup):
            aimed = group.gerund or group.infinitive
            if aimed and (group.lemma in _STRIKING or (group.infinitive and group.lemma in words().verbs)):
                return object_of(phrases, group)  # "used missiles to strike the port"
            return None
        word = phrases.sentence.tokens[i].lower
        if word == "what" and phrases.sentence.tokens[i - 1].lower in words().aiming:
            return find_named(phrases, i)  # "the raid on what the army called a hideout"
        if word in {";", "who"}:
            return None
        i += 1
    return None


_STRIKING = frozenset({"target", "hit", "strike"})


def _said_to_be(phrases: Phrases, what: int) -> NounGroup | None:
    """Return the jets of "by what officials said were Thulean jets", "by what appeared to be jets", or None."""
    for i in range(what + 1, min(what + _NEAR, len(phrases.at) - 1)):
        verb, thing = phrases.at[i], phrases.at[i + 1]
        if isinstance(verb, VerbGroup) and verb.last == i and isinstance(thing, NounGroup):
            return thing if verb.lemma in {"be", "call", "term"} else None
    return None


def instrument_of(phrases: Phrases, verb: VerbGroup, doer: NounGroup | None) -> NounGroup | None:
    """Return the weapon named with "with", "using" or "by" after a verb, or as its subject."""
    if doer is not None and weapon_type(phrases, doer) is not None:
        return doer
    stop = next((v.first for v in phrases.verbs if v.first > verb.last and v.finite), len(phrases.at))
    end = max(verb.last + _NEAR, min(verb.last + _FAR, stop - 1))
    for group in phrases.nouns:
        near = verb.last < group.first <= end
        weapon = members(phrases, group) if near and not _past_joined(phrases, verb, group) else None
        if weapon is not None and weapon_type(phrases, weapon) is not None:
            before = phrases.sentence.tokens[group.first - 1].lower
            if before in {"with", "using", "by", "from", "via", "through"}:
                return weapon
    return None


def _past_joined(phrases: Phrases, verb: VerbGroup, group: NounGroup) -> bool:
    """Tell what another verb was done with: "was shelled on Friday *and hit* with rockets"."""
    return any(joins_clause(phrases, i) for i in range(verb.last + 2, group.first))


def joins_clause(phrases: Phrases, i: int) -> bool:
    """Tell the "and" before a verb or before a subject with its verb: "bombed it on Monday *and* hit it again"."""
    if phrases.sentence.tokens[i].lower not in {"and", "but", "while"}:
        return False
    j = i + 1
    while j < len(phrases.at) and phrases.tags[j] is Tag.ADVERB:
        j += 1
    time = phrases.at[j + 1] if j + 1 < len(phrases.at) and phrases.tags[j] is Tag.PREPOSITION else None
    if isinstance(time, NounGroup) and (time.temporal or _is_year(phrases, time)):
        j = time.last + 1  # "and *in May* a guard died", "and *in 2022* …"
    group = phrases.at[j] if j < len(phrases.at) else None
    if isinstance(group, NounGroup):
        j = group.last + 1
        while j + 1 < len(phrases.at) and phrases.sentence.tokens[j].lower == "of":
            owner = phrases.at[j + 1]
            if not isinstance(owner, NounGroup):
                break
            j = owner.last + 1  # "and hundreds *of mourners* marched"
        while j < len(phrases.at) and phrases.tags[j] is Tag.ADVERB:
            j += 1
        return phrases.is_finite(j)
    return isinstance(group, VerbGroup) and not group.gerund and not group.infinitive


def _is_year(phrases: Phrases, group: NounGroup) -> bool:
    token = phrases.sentence.tokens[group.head].text
    return group.first == group.head and len(token) == len("2022") and token.isdigit()


def opens_clause(phrases: Phrases, i: int) -> bool:
    """Tell the "and" before a clause with a subject of its own, from that of "killed two *and* wounded five"."""
    return joins_clause(phrases, i) and not isinstance(phrases.at[i + 1], VerbGroup)


#: tokens from a verb to what it was done with; the second where no other verb stands between
_NEAR, _FAR = 14, 28


def means_of(phrases: Phrases, first: int, reach: int) -> NounGroup | None:
    """Return what stands behind the first "with" or "using" from token first on, within reach, before the next verb."""
    for i in range(first, min(first + reach, len(phrases.at) - 1)):
        group = phrases.at[i + 1]
        if isinstance(phrases.at[i], VerbGroup):
            return None
        if phrases.sentence.tokens[i].lower in {"with", "using"} and isinstance(group, NounGroup):
            return group
    return None


def fired_behind(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the weapon of "hurt by a shell *fired* at her home", whose preposition keeps it from being a subject."""
    group = phrases.at[verb.first - 1] if verb.first and verb.passive and not verb.finite else None
    if not isinstance(group, NounGroup) or not group.preposition or verb.lemma not in words().firing:
        return None
    if preposition_of(phrases, group) in _CLAUSAL:
        return None  # "after a drone launched from the sea hit"
    before = phrases.at[group.preposition - 1]
    caused = isinstance(before, VerbGroup) and before.lemma in {"cause", "produce", *words().setting_off}
    event = words().events.keys() - words().bursts  # "the blast of a bomb planted", no "barrage of rockets fired"
    told = isinstance(before, NounGroup) and lemma(phrases, before) in event
    return None if caused or told or weapon_type(phrases, group) is None else group


def is_sent_by(phrases: Phrases, weapon: NounGroup) -> bool:
    """Tell the weapon of "was hit by shells *fired by* rebels", behind which stands who sent it."""
    behind = phrases.at[weapon.last + 1] if weapon.last + 1 < len(phrases.at) else None
    if not isinstance(behind, VerbGroup) or behind.finite or not behind.passive:
        return False
    return behind.lemma in words().firing and weapon_type(phrases, weapon) is not None


def is_of_place(phrases: Phrases, verb: VerbGroup, subject: NounGroup | None) -> bool:
    """Tell "drones at bases *used* by troops": the bases are used, not the drones."""
    near = phrases.at[verb.first - 1] if verb.first and verb.passive and not verb.finite else None
    if not isinstance(near, NounGroup) or near is subject or near.temporal:
        return False
    return verb.lemma in {"use", "deploy", "place"} and preposition_of(phrases, near) in words().aiming


_CLAUSAL = frozenset({"after", "before", "since", "until", "as", "than"})


def has_particle(phrases: Phrases, verb: VerbGroup, particle: str) -> bool:
    """Tell whether a verb is followed by a particle ("came down")."""
    return verb.last + 1 < len(phrases.tags) and phrases.sentence.tokens[verb.last + 1].lower == particle


def preposition_of(phrases: Phrases, group: NounGroup) -> str:
    """Return the preposition that governs a group, past an opening quotation mark; "" where there is none."""
    i = group.first - 1
    while i > 0 and phrases.tags[i] is Tag.MARK and phrases.sentence.tokens[i].text in _QUOTES:
        i -= 1
    before = group.preposition if group.preposition is not None else i
    word = phrases.sentence.tokens[before].lower if before >= 0 else ""
    return word if before >= 0 and phrases.tags[before] in {Tag.PREPOSITION, Tag.TO} else ""


_QUOTES = frozenset({'"', "“", "‘", "'", "``"})


def puts_blame(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell a verb that puts "the blame" on somebody."""
    thing = object_of(phrases, verb) if verb.lemma in guilt_words()["placing"] else None
    return thing is not None and lemma(phrases, thing) == "blame"


def conjuncts(phrases: Phrases, group: NounGroup) -> list[NounGroup]:
    """Return the groups that "and" joins to a doer from the first on ("Turkish forces and allied fighters"), and it."""
    joined = [group]
    while joined[0].first > 1 and phrases.tags[joined[0].first - 1] in {Tag.CONJUNCTION, Tag.PARTICIPLE}:
        i = joined[0].first - 1
        while i > 0 and phrases.tags[i] is Tag.PARTICIPLE:
            i -= 1  # "and allied fighters"
        before = phrases.at[i - 1]
        if phrases.sentence.tokens[i].lower != "and" or not isinstance(before, NounGroup):
            break
        joined.insert(0, before)
    opens = joined[0].first == 0 or not isinstance(phrases.at[joined[0].first - 1], VerbGroup)
    return joined if opens and joined[0].preposition is None and not joined[0].temporal else [group]


def is_neutralised(verb: VerbGroup) -> bool:
    """Tell that people "were neutralised", as forces say of those whom they killed themselves."""
    return verb.passive and verb.lemma in {"neutralise", "neutralize"}


def event_before(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the event that a participle stands right behind ("in an assault *targeting* a convoy"), or None."""
    if verb.finite or not (verb.passive or verb.gerund):
        return None
    i = verb.first - 1
    while i > 0 and phrases.tags[i] is Tag.ADVERB:
        i -= 1  # "strikes allegedly carried out by"
    near = phrases.at[i] if i >= 0 else None
    return near if isinstance(near, NounGroup) and is_event(phrases, near) else None


def find_hearsay(phrases: Phrases, verb: VerbGroup) -> VerbGroup | None:
    """Return "is said", "reported" right before "to have been carried out", or None."""
    perfect = verb.infinitive and verb.first > 0 and phrases.words(verb.first + 1, verb.first + 1) == "have"
    led = phrases.at[verb.first - 1] if perfect else None
    if not isinstance(led, VerbGroup) or led.negated or led.gerund:
        return None
    return led if led.lemma in guilt_words()["hearsay"] else None
