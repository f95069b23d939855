"""Outcomes: how an attack began, went on or ended, in the words of the same sentence.

"The bombardment resulted in a massacre"; "troops raided the town, sparking a shootout"; "blasts were heard as jets
struck".
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.targets import is_heard
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_result(a: Mention, b: Mention) -> bool:
    """Tell "the bombardment resulted in a massacre", "the attack began with an explosion": how it began or ended."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or event.preposition is None or b.weapon is not None or a.last >= event.preposition:
        return False
    verb = phrases.at[event.preposition - 1]
    ended = isinstance(verb, VerbGroup) and verb.lemma in _ENDING and not verb.negated
    return ended and phrases.sentence.tokens[event.preposition].lower in {"in", "into", "as", "with"}


def is_effect_of(a: Mention, b: Mention) -> bool:
    """Tell "strikes hit the port, *causing explosions*", "the raid led to gunfire and blasts": its noise."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or b.weapon is not None or lemma(phrases, event) not in words().effects:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
    if verb is None or verb.passive or verb.negated or verb.lemma not in _CAUSING or verb.first <= a.last:
        return False
    return not any(phrases.tags[i] is Tag.MARK for i in range(verb.last + 1, event.first))


_CAUSING = words().causing_harm


def is_fire_of(a: Mention, b: Mention) -> bool:
    """Tell "came under fire *from missiles* launched in Thule": the rounds of the fire."""
    fire = a.event if a.weapon is None else None
    return fire is not None and b.weapon is not None and rounds_of(b.sentence.phrases, fire) is b.weapon


def rounds_of(phrases: Phrases, fire: NounGroup) -> NounGroup | None:
    """Return the missiles of "fire from short- and medium-range missiles", or None."""
    start = fire.last + 1
    if lemma(phrases, fire) != "fire" or start >= len(phrases.at) or phrases.sentence.tokens[start].lower != "from":
        return None
    stop = next((v.first for v in phrases.verbs if v.first > start), len(phrases.at))
    behind = (g for g in phrases.nouns if start < g.first < min(stop, start + _ROUNDS))
    return next((g for g in behind if weapon_type(phrases, g) is not None), None)


#: tokens from fire to the noun of its rounds
_ROUNDS = 8

_ENDING = frozenset({"result", "culminate", "end", "turn", "escalate", "begin", "start", "open", "commence"})


def is_fight_of(a: Mention, b: Mention) -> bool:
    """Tell "troops raided the town, *sparking a shootout*", "… leading to clashes": how the raid went."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or b.weapon is not None or a.last >= event.first or lemma(phrases, event) not in words().clashes:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
    if verb is None or not verb.gerund or verb.finite or verb.first <= a.last:
        return False
    led = verb.lemma == "lead" and event.preposition == verb.last + 1
    return led or (verb.lemma in words().prompting and verb.last + 1 == event.first)


def is_heard_of(a: Mention, b: Mention) -> bool:
    """Tell "blasts were heard in the town as jets launched strikes on it": the noise of what was done then."""
    phrases = b.sentence.phrases
    if not is_heard(phrases, a.event) or a.weapon is not None or (b.doer is None and b.target is None):
        return False
    joined = next((i for i in range(a.last + 1, b.first) if phrases.sentence.tokens[i].lower in _AS), None)
    return joined is not None and not any(joined < v.first < b.first and v.last < b.first - 1 for v in phrases.verbs)


_AS = frozenset({"as", "when", "while"})


def is_toll_of(a: Mention, b: Mention) -> bool:
    """Tell "the town was hit, *with* two people wounded by artillery fire": what the attack was that is told first."""
    tokens, event = b.sentence.sentence.tokens, b.event
    opener = next((i for i in range(a.last + 1, b.first - 1) if tokens[i].text == ","), None)
    if event is None or a.verb is None or a.event is not None or opener is None or tokens[opener + 1].lower != "with":
        return False
    verbs = [v for v in b.sentence.phrases.verbs if opener < v.first < b.first]
    return len(verbs) == 1 and verbs[0].passive and not verbs[0].finite and verbs[0].lemma in words().harming


def is_harm_in(a: Mention, b: Mention) -> bool:
    """Tell "stormed a college, *killing* nine *in an attack* that lasted hours": what the storming was is called so."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or b.weapon is not None or a.verb is None or a.event is not None or event.preposition is None:
        return False
    tokens = phrases.sentence.tokens
    if tokens[event.preposition].lower != "in" or tokens[event.first].lower not in {"a", "an"}:
        return False
    verbs = [v for v in phrases.verbs if a.last < v.first < event.first]
    goes_on = all(
        v.gerund and not v.finite and v.lemma in words().harming and tokens[v.first - 1].lower in {",", "and"}
        for v in verbs
    )
    spots = [p.first for p in b.sentence.places] + [d.first for d in b.sentence.dates]
    return bool(verbs) and goes_on and not any(verbs[0].first < i for i in spots)


def shares_doer(a: Mention, b: Mention) -> bool:
    """Tell "rebels attacked a ship, *setting* it ablaze", where order takes the ship for who sets it."""
    verb, tokens = b.verb, b.sentence.sentence.tokens
    behind = verb is not None and verb.gerund and not verb.finite and tokens[verb.first - 1].text == ","
    return behind and a.target is not None and b.doer is a.target


def is_massacre_told(a: Mention, b: Mention) -> bool:
    """Tell "committed a massacre in the town after they bombed it": the massacre is what was done then."""
    phrases, verb = b.sentence.phrases, b.verb
    if a.event is None or lemma(phrases, a.event) not in {"massacre", "slaughter", "crime"} or verb is None:
        return False
    joined = {t.lower for t in phrases.sentence.tokens[a.last + 1 : b.first]} & {"after", "when", "by", "as"}
    own = b.doer is None or b.doer is a.doer or phrases.tags[b.doer.head] is Tag.PRONOUN
    return bool(joined) and own and a.last < b.first


def hurts_them(a: Mention, b: Mention) -> bool:
    """Tell "was murdered in an attack by three men who shot him": what those who did it did to whom it was done."""
    verb, target = b.verb, b.target
    if verb is None or b.event is not None or target is None or verb.first < 1 or a.last >= verb.first:
        return False
    them = b.sentence.sentence.tokens[target.head].lower in {"him", "her", "them", "it"}
    return them and b.sentence.phrases.tags[verb.first - 1] is Tag.RELATIVE
