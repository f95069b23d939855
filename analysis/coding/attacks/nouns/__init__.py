"""Nouns of attack: whether a noun group names an event, a weapon or somebody in arms, and the type that it gives."""

from __future__ import annotations

import re
from functools import cache

from analysis.coding.attacks.nouns.aggression import is_aggression
from analysis.coding.attacks.nouns.bombers import bomber_type
from analysis.coding.attacks.nouns.exchanges import is_exchange
from analysis.coding.attacks.nouns.fires import is_opened, is_owned_fire, is_sortie
from analysis.coding.attacks.nouns.loads import is_laden
from analysis.coding.attacks.nouns.models import model_at
from analysis.coding.attacks.nouns.operations import is_harmed_in, tells_of_force
from analysis.coding.attacks.nouns.otherwise import is_otherwise_meant
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural, parse_singular


def lemma(phrases: Phrases, group: NounGroup) -> str:
    """Return the singular of a group's head, lower case."""
    return parse_singular(phrases.sentence.tokens[group.head].lower)


@cache
def platform_type(word: str) -> AttackType | None:
    """Return the type that a platform gives ("warplane", "sniper", "Su-24"), lower case and singular, or None."""
    return words().platforms.get(word) or (AttackType.AIR_STRIKE if _MODEL.fullmatch(word) else None)


#: models of fighters, bombers and helicopters ("su-24", "f-16i", "mi-24")
_MODEL = re.compile(r"(?:(?:su|mig|tu|mi|ka|fa|ah|ac|jf)-?\d{1,3}|[fb]-\d{1,3}|f\d\d)[a-z]{0,2}")


def type_before(phrases: Phrases, group: NounGroup) -> AttackType | None:
    """Return the type that the words before a group's head give ("rocket attack"), or None."""
    tokens = phrases.sentence.tokens
    first = group.first
    before = phrases.at[first - 2] if first > 1 and tokens[first - 1].lower in {"and", "or"} else None
    if isinstance(before, NounGroup) and tokens[before.head].lower == lemma(phrases, before):
        first = before.head  # "missile and drone attack"
    elif isinstance(before, NounGroup) and tokens[before.head].lower in words().modifiers:
        first = before.head  # "an air and ground assault"
    elif first > 2 and tokens[first - 1].text == ")" and tokens[first - 3].text == "(":
        first -= 2  # "an improvised explosive device (IED) attack"
    if first == group.head:
        return None
    found: AttackType | None = None
    modifiers, head = words().modifiers, lemma(phrases, group)
    for i in range(first, group.head):
        word = tokens[i].lower
        for part in (word, parse_singular(word), *word.split("-")):
            if part.isalpha() and part not in modifiers and part not in _LAND:
                continue
            if part in {"helicopter", "ground"} and head in {"raid", "assault"}:
                return AttackType.ASSAULT
            if part == "ground" and (head == "bombardment" or words().events.get(head) is AttackType.ARTILLERY):
                continue  # "ground shelling"
            if found is None and not part.isalpha() and _MODEL.fullmatch(part):
                found = AttackType.AIR_STRIKE
            if part in {"mine", "landmine"} and head in _WORKS:
                continue  # "the Federal mine operation"
            laden = found is AttackType.BOMBING and part in {"drone", "uav"}  # "a bomb-laden drone attack"
            if part in modifiers and (found is None or laden or tokens[i - 1].lower in words().models):
                found = modifiers[part]  # "a Grad missile attack"
        found = found or model_at(phrases, i)
    return found


#: words before an event that say how it comes, or that it is no attack, beside those that give its type
_LAND = frozenset({"helicopter", "ground", "mine", "landmine"})
_WORKS = frozenset({"operation", "action", "run", "mission", "fire", "launch"})


def is_event(phrases: Phrases, group: NounGroup) -> bool:
    """Tell whether a noun group names an attack."""
    w = words()
    head = lemma(phrases, group)
    if head not in w.events or is_otherwise_meant(phrases, group, head):
        return False
    if head in {"mission", "operation"} and _is_conducted(phrases, group):
        return True
    if (head == "fire" and is_owned_fire(phrases, group)) or (head == "sortie" and is_sortie(phrases, group)):
        return True
    if opens_fire(phrases, group) or (head in _FIGHTS and _is_fierce(phrases, group)):
        return True
    if head == "attempt":
        return any(t.lower == "assassination" for t in phrases.sentence.tokens[group.first : group.head])
    if (head in _VOLLEYS and _is_the_one(phrases, group)) or tells_of_force(phrases, group, head):
        return True
    if head == "targeting" and _is_of_anybody(phrases, group):
        return False
    if head == "aggression" and is_aggression(phrases, group):
        return True
    if head in {"encounter", "fight"} and _is_with_arms(phrases, group):
        return True
    if head in _FIGHTS and is_harmed_in(phrases, group):
        return True
    return head not in w.pointing or type_before(phrases, group) is not None or _is_murder_of(phrases, group)


_VOLLEYS = frozenset({"barrage", "salvo", "volley"})


def _is_of_anybody(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the targeting of civilians", a practice, from "the targeting of a car"."""
    tokens, i = phrases.sentence.tokens, group.last + 2
    whom = phrases.at[i] if i < len(tokens) and tokens[i - 1].lower == "of" else None
    return isinstance(whom, NounGroup) and whom.first == whom.head and is_plural(tokens[whom.head].lower)


def _is_the_one(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the barrage", "Tuesday's salvo", told before, from "the barrage of criticism"."""
    tokens = phrases.sentence.tokens
    of = group.last + 1 < len(tokens) and tokens[group.last + 1].lower == "of"
    owned = any(phrases.tags[i] is Tag.POSSESSIVE for i in range(group.first, group.head))
    return not of and (owned or tokens[group.first].lower in {"the", "that", "this"})


_FIGHTS = frozenset({"fighting", "combat", "confrontation", "engagement"})


def _is_fierce(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "fierce fighting between rival militias", "fighting erupted" from "an end to the fighting"."""
    tokens = phrases.sentence.tokens
    after = phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    if isinstance(after, VerbGroup):
        return after.finite and after.lemma in {"erupt", "break", "flare", "kill", "rage", "leave", "claim"}
    between = group.last + 1 < len(tokens) and tokens[group.last + 1].lower == "between"
    return between and tokens[group.first].lower != "the"


def _is_conducted(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "units conducted a security operation in the town", in which people are arrested, from an offensive."""
    kinds = {t.lower for t in phrases.sentence.tokens[group.first : group.head]}
    if phrases.sentence.tokens[group.first].lower not in {"a", "an"} or not kinds & _ARRESTING:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    done = verb is not None and verb.lemma in {"conduct", "carry", "execute", "launch", "stage"} and not verb.gerund
    return verb is not None and done and not verb.negated and verb.modal is None and group.preposition is None


_ARRESTING = words().raids_of_police


def _is_with_arms(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "an encounter with rebels", "killed in an encounter" from a meeting."""
    other = phrases.noun_behind(group.last, "with", "between")
    if other is not None:
        return lemma(phrases, other) in words().armed - {"police", "policeman", "officer"} or (
            phrases.tags[other.head] is Tag.PROPER
        )
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    return verb is not None and verb.passive and verb.lemma in words().harming and group.preposition is not None


def opens_fire(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the "fire" that somebody "opened" or came under."""
    verb = phrases.at[group.first - 1] if group.first else None
    fire = phrases.sentence.tokens[group.head].lower == "fire" and all(
        t.lower in words().steady for t in phrases.sentence.tokens[group.first : group.head]
    )
    opened = isinstance(verb, VerbGroup) and is_opened(phrases, verb, group)
    return fire and (opened or comes_under(phrases, group) is not None or is_exchange(phrases, group))


def comes_under(phrases: Phrases, group: NounGroup) -> VerbGroup | None:
    """Return the verb of "came under fire", "was under attack", "was subjected to shelling", or None."""
    if not group.preposition:
        return None
    verb = phrases.at[before_time(phrases, group.preposition - 1)]
    word = phrases.sentence.tokens[group.preposition].lower
    if not isinstance(verb, VerbGroup):
        return None
    if word == "to":
        return verb if verb.passive and verb.finite and verb.lemma in {"subject", "expose"} else None
    return verb if word == "under" and verb.lemma in {"come", "be", "fall"} and not verb.infinitive else None


def before_time(phrases: Phrases, i: int) -> int:
    """Return the last token before a time that ends at i: "was exposed *early on the second of May* to an attack"."""
    group = phrases.at[i]
    while i > 0 and (isinstance(group, NounGroup) or phrases.tags[i] in _EARLY):
        if isinstance(group, NounGroup):
            word = phrases.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
            if not group.temporal and word not in {"on", "of", "in", "at", "during"}:
                break
            i = group.first if group.preposition is None else group.preposition
        i -= 1
        group = phrases.at[i]
    return i


_EARLY = frozenset({Tag.ADVERB, Tag.ADJECTIVE})


def _is_murder_of(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "the murder of two nuns" from "the murder of nuns", which is murder in general."""
    victim = victim_of(phrases, group)
    if victim is None:
        return False
    counted = any(phrases.tags[j] in {Tag.DETERMINER, Tag.NUMBER, Tag.PROPER} for j in range(victim.first, victim.head))
    return counted or not is_plural(phrases.sentence.tokens[victim.head].lower)


def victim_of(phrases: Phrases, group: NounGroup) -> NounGroup | None:
    """Return who was killed in "the killing of X", "the killing by Y in Thule on Sunday of X", or None."""
    tokens, i = phrases.sentence.tokens, group.last + 1
    if lemma(phrases, group) not in words().murders:
        return None
    while i + 1 < len(tokens) and tokens[i].lower != "of":
        aside = phrases.at[i + 1] if tokens[i].lower in _ASIDES else phrases.at[i]
        if not isinstance(aside, NounGroup) or (aside.first == i and not aside.temporal):
            return None
        if tokens[i].lower != "by" and not aside.temporal and phrases.tags[aside.head] is not Tag.PROPER:
            return None  # "a killing in the ninth precinct of Thule"
        if weapon_type(phrases, aside) is not None or is_event(phrases, aside):
            return None  # "the murder by rifle fire of two guards"
        i = aside.last + 1
    victim = phrases.at[i + 1] if i + 1 < len(tokens) else None
    return victim if isinstance(victim, NounGroup) and not victim.temporal else None


_ASIDES = frozenset({"in", "on", "at", "near", "by"})


_COUNTING = frozenset({Tag.NUMBER, Tag.DETERMINER})


def weapon_type(phrases: Phrases, group: NounGroup) -> AttackType | None:
    """Return the type of the weapon that a noun group names, or None where it names none."""
    w = words()
    head = lemma(phrases, group)
    for token in phrases.sentence.tokens[group.first : group.head]:
        if token.lower in w.models and head in w.munitions:
            return w.models[token.lower]
    counted = phrases.tags[group.first] in _COUNTING or is_plural(phrases.sentence.tokens[group.head].lower)
    model = model_at(phrases, group.head) if counted and head not in w.munitions else None
    if model is not None:
        return model
    before = type_before(phrases, group)
    if head in w.carriers and (before is AttackType.BOMBING or (before is None and is_laden(phrases, group))):
        return AttackType.BOMBING
    if head not in w.munitions or (head in w.weak_munitions and before is None):
        return None
    if head in w.crewed and before is not AttackType.DRONE:
        return None
    own = w.munitions[head]
    if head == "grenade" and phrases.sentence.tokens[group.head - 1].lower in {"smoke", "stun", "flash", "sound"}:
        return None
    if head == "grenade" and before not in {None, AttackType.MORTAR}:
        return AttackType.OTHER  # "rifle grenades", not those thrown by hand
    if before is AttackType.OTHER:
        return own  # "cluster bombs"
    return before if before is not None and own in {AttackType.OTHER, AttackType.ARTILLERY, AttackType.BOMBING} else own


def outer(phrases: Phrases, group: NounGroup) -> NounGroup:
    """Return the group that counts or runs together what a group names ("dozens of strikes"), else the group."""
    if group.preposition is None or phrases.sentence.tokens[group.preposition].lower != "of" or group.preposition == 0:
        return group
    before = phrases.at[group.preposition - 1]
    if not isinstance(before, NounGroup):
        return group
    counting = words().series | words().collectives
    counting |= words().long_units & {"days", "weeks", "months", "years"}  # "days of air strikes"
    several = phrases.sentence.tokens[before.head].lower in counting or lemma(phrases, before) in words().collectives
    return before if before.bare or several else group


def members(phrases: Phrases, group: NounGroup | None) -> NounGroup | None:
    """Return the weapons of "a salvo of rockets", "one of their drones", "wave after wave of drones", or the group."""
    if group is None or weapon_type(phrases, group) is not None:
        return group
    i, tokens = group.last + 1, phrases.sentence.tokens
    if i + 1 < len(tokens) and tokens[i].lower == "after" and isinstance(phrases.at[i + 1], NounGroup):
        i = phrases.at[i + 1].last + 1  # type: ignore[union-attr]
    if i + 1 >= len(tokens) or tokens[i].lower != "of":
        return group
    inner = phrases.at[i + 1]
    collective = group.bare or tokens[group.head].lower in words().series | words().collectives
    return inner if collective and isinstance(inner, NounGroup) and weapon_type(phrases, inner) is not None else group


def whole_of(phrases: Phrases, group: NounGroup) -> NounGroup:
    """Return those whom a bare number counts some of ("one of its members"), else the group."""
    i = group.last + 2
    inner = phrases.at[i] if i < len(phrases.at) and phrases.sentence.tokens[i - 1].lower == "of" else None
    return inner if group.bare and isinstance(inner, NounGroup) else group


def platform_of(phrases: Phrases, doer: NounGroup) -> AttackType | None:
    """Return the type that a doer gives: a jet, a sniper, a "bomber" (who is no plane, where he is no state's)."""
    return type_before(phrases, doer) or platform_type(lemma(phrases, doer)) or bomber_type(phrases, doer)
