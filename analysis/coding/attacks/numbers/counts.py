"""How many: attacks that a mention counts or runs together, and rounds that hit or were fired."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.clauses.grammar import is_shard
from analysis.coding.attacks.clauses.known import was_before
from analysis.coding.attacks.days.lasting import lasts
from analysis.coding.attacks.days.own_days import has_begun
from analysis.coding.attacks.days.when import has_day, is_long
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import comes_under, lemma, outer, weapon_type
from analysis.coding.attacks.nouns.exchanges import exchange_of
from analysis.coding.attacks.numbers.modifiers import count_before
from analysis.coding.attacks.numbers.spent import MEANS, is_flown, is_spent, means_word
from analysis.coding.attacks.reality.generic import is_habit
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.dates import Precision
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier, Quantity, QuantityKind
from analysis.language.text.forms import is_plural


def quantity_in(mention: Mention, first: int, last: int) -> Quantity | None:
    """Return the counting quantity that stands in tokens first to last, or None."""
    for found in mention.sentence.quantities:
        if first <= found.last <= last and found.kind in _COUNTS:
            return found.quantity
    return None


_COUNTS = frozenset({QuantityKind.COUNT, QuantityKind.VAGUE, QuantityKind.DETERMINER})


def count_of(mention: Mention) -> Quantity | None:
    """Return how many attacks the mention counts, where it counts more than one."""
    event = mention.event
    if event is None or mention.weapon is not None:
        return None
    quantity = quantity_in(mention, event.first, event.head)
    if quantity is None and event.preposition is not None:
        before = mention.sentence.phrases.at[event.preposition - 1]
        if isinstance(before, NounGroup) and mention.sentence.sentence.tokens[event.preposition].lower == "of":
            other = lemma(mention.sentence.phrases, before) in words().bursts | words().remains
            other = other or _is_one(mention, event)  # "two guards of the raid", "three victims of the strikes"
            quantity = None if other else quantity_in(mention, before.first, before.last) or _some(mention, before)
    quantity = quantity or _twin(mention, event)
    whole = whole_counted(mention) if quantity is None else None
    if whole is not None:
        quantity = quantity_in(mention, whole.first, whole.head)
    if quantity is None or (quantity.low == 1 and quantity.high == 1):
        return None
    return quantity


def _is_one(mention: Mention, event: NounGroup) -> bool:
    """Tell "the attack", "a raid", of which a number before can count nothing."""
    tokens = mention.sentence.sentence.tokens
    return tokens[event.first].lower in {"a", "an", "the", "this", "that"} and not is_plural(tokens[event.head].lower)


def whole_counted(mention: Mention) -> NounGroup | None:
    """Return the deeds of "107 operations in the zone, including attacks, sniper fire and bombardment", or None."""
    phrases, event = mention.sentence.phrases, mention.event
    tokens = phrases.sentence.tokens
    start = event.first if event is not None else 0
    including = next(
        (i for i in range(start - 1, max(-1, start - _LISTED), -1) if tokens[i].lower == "including"), None
    )
    if including is None or any(including < v.first < start for v in phrases.verbs):
        return None
    deeds = [g for g in phrases.nouns if g.last < including and lemma(phrases, g) in words().deeds]
    known = deeds[-1] if deeds and not any(deeds[-1].last < v.first < including - 1 for v in phrases.verbs) else None
    return known if known is not None and quantity_in(mention, known.first, known.head) is not None else None


#: tokens from "including" to the last kind that is listed
_LISTED = 16


def _twin(mention: Mention, event: NounGroup) -> Quantity | None:
    """Return the two of "twin attacks"."""
    tokens = mention.sentence.sentence.tokens
    twin = next((t for t in tokens[event.first : event.head] if t.lower == "twin"), None)
    if twin is None or not is_plural(tokens[event.head].lower):
        return None
    return Quantity(2, 2, Qualifier.EXACT, twin.text, twin.start, twin.end)


def _some(mention: Mention, group: NounGroup) -> Quantity | None:
    """Return the number of "a pair of raids", "a trio of attacks"."""
    number = words().some.get(lemma(mention.sentence.phrases, group))
    tokens = mention.sentence.sentence.tokens
    if number is None or tokens[group.first].lower not in {"a", "an"}:
        return None
    text = mention.sentence.source.text[tokens[group.first].start : tokens[group.last].end]
    return Quantity(number, number, Qualifier.EXACT, text, tokens[group.first].start, tokens[group.last].end)


def is_often(mention: Mention) -> bool:
    """Tell a verb of habit: "the rebels often target convoys", "continue to attack convoys"."""
    verb = mention.verb
    if verb is None or mention.event not in {None, mention.weapon}:
        return False
    if was_before(mention):
        return True
    tokens = mention.sentence.sentence.tokens
    around = {t.lower for t in tokens[max(0, verb.first - 1) : verb.last + 2]}
    goes_on = mention.sentence.phrases.at[verb.first - 1] if verb.infinitive and verb.first else None
    habit = (verb.finite and tokens[verb.first].lower in _PRESENT) or (verb.passive and not verb.finite)
    present = verb.finite and verb.first == verb.head and mention.sentence.phrases.tags[verb.head] is Tag.VERB
    if (habit or present) and around & words().often and not verb.infinitive:
        return True  # "are frequently shelled", "often attack the army", "an area often hit by rebels"
    again = isinstance(goes_on, VerbGroup) and goes_on.lemma in {"continue", "keep"}
    again = again or (habit and verb.gerund and "been" in around and not has_day(mention))  # "has been hitting depots"
    return (again or bool(around & words().often)) and has_plural_target(mention)


_PRESENT = frozenset({"is", "are", "has", "have"})


def has_plural_target(mention: Mention) -> bool:
    """Tell whether a verb says that several things were hit."""
    target = mention.target
    return target is not None and is_plural(mention.sentence.sentence.tokens[target.head].lower)


def is_series(mention: Mention, count: Quantity | None) -> bool:
    """Tell a run of attacks: counted, repeated, or "a series of" them."""
    event = mention.event
    if event is None or mention.weapon is not None:
        return False
    if any(has_begun(mention, d) for d in mention.sentence.dates):
        return True
    if is_clash(mention):
        several = is_plural(mention.sentence.sentence.tokens[event.head].lower)
        over = several and any(is_long(d) and d.precision is not Precision.RANGE for d in mention.sentence.dates)
        often = _is_frequent(mention, event) or _has_been_scene_of(mention, event)
        often = often or is_habit(mention.sentence.phrases, event)
        over = over or (several and often and not has_day(mention))
        return over or (count is not None and count.qualifier is not Qualifier.VAGUE)
    if count is not None:
        return True
    phrases, w = mention.sentence.phrases, words()
    if is_habit(phrases, event) or lasts(mention):
        return True
    if any(phrases.sentence.tokens[i].lower in w.repeated for i in range(event.first, event.head)):
        mass = lemma(phrases, event) in w.masses or comes_under(phrases, event) is not None
        mass = mass and _is_frequent(mention, event)
        return not has_day(mention) and (mass or is_plural(phrases.sentence.tokens[event.head].lower))
    if event.first and phrases.sentence.tokens[event.first - 1].lower == "earlier":
        return not has_day(mention) and is_plural(phrases.sentence.tokens[event.head].lower)
    if event.preposition is None or phrases.sentence.tokens[event.preposition].lower != "of":
        return False
    before = phrases.at[event.preposition - 1]
    if not isinstance(before, NounGroup) or lemma(phrases, before) in w.bursts:
        return False  # "two bursts of gunfire"
    if phrases.sentence.tokens[before.head].lower in w.long_units and before.last + 1 == event.preposition:
        return True  # "six days of bombardment"
    return phrases.sentence.tokens[before.head].lower in w.series


def _is_frequent(mention: Mention, event: NounGroup) -> bool:
    """Tell "frequent clashes", "near-daily shelling"."""
    return mention.sentence.sentence.tokens[event.first].lower in _FREQUENT


def _has_been_scene_of(mention: Mention, event: NounGroup) -> bool:
    """Tell "has long been the scene of clashes" from "was the scene of clashes"."""
    phrases = mention.sentence.phrases
    before = phrases.at[event.preposition - 1] if event.preposition else None
    if not isinstance(before, NounGroup) or lemma(phrases, before) not in {"scene", "site", "theatre", "theater"}:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < before.first), None)
    return verb is not None and phrases.sentence.tokens[verb.first].lower in {"has", "have"}


_FREQUENT = frozenset(
    {"repeated", "frequent", "regular", "daily", "near-daily", "constant", "nightly", "near-nightly", "weekly"}
)


def is_clash(mention: Mention) -> bool:
    """Tell an event that two sides have ("clashes", "an exchange of fire"), which has no plural."""
    event, phrases = mention.event, mention.sentence.phrases
    return event is not None and (lemma(phrases, event) in words().clashes or exchange_of(phrases, event) is not None)


def is_one_of(mention: Mention) -> bool:
    """Tell one of several ("one of the strikes")."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or event.preposition is None or mention.weapon is not None:
        return False
    around = outer(phrases, event)
    tokens = phrases.sentence.tokens
    one = around is not event and around.bare and tokens[around.head].lower in {"one", "another"}
    return one or (tokens[event.preposition].lower == "of" and ranked_to(phrases, event.preposition - 1))


def ranked_to(phrases: Phrases, last: int) -> bool:
    """Tell "the deadliest", "the most recent", up to a token: a rank with no noun of its own."""
    said = [t.lower for t in phrases.sentence.tokens[max(0, last - 2) : last + 1]]
    return said == ["the", "most", "recent"] or (said[-2:-1] == ["the"] and said[-1] in words().nth)


def is_counted(mention: Mention) -> bool:
    """Tell whether a number stands before the noun of the attacks: "one of *three* attacks of the day"."""
    event = mention.event
    tags = mention.sentence.phrases.tags
    return event is not None and any(tags[i] is Tag.NUMBER for i in range(event.first, event.head))


def find_munitions(mention: Mention, others: Sequence[int]) -> tuple[Quantity | None, AttackType | None]:
    """Return how many rounds hit or were fired, and the type that they give."""
    phrases = mention.sentence.phrases
    if mention.weapon is not None:
        fired = _fired_by_drone(mention) if mention.type is AttackType.DRONE else None
        return fired or _rounds(mention, mention.weapon), weapon_type(phrases, mention.weapon)
    for group in phrases.nouns:
        if weapon_type(phrases, group) is None or group.first < mention.anchor:
            continue
        if any(mention.anchor < o <= group.head for o in others):
            break
        before = means_word(phrases, group)
        reach = _NEAR if before not in MEANS or any(_between(mention, v, group) for v in phrases.verbs) else _FAR
        if before in MEANS | {"of", "by", "from"} and group.first - mention.last <= reach:
            return _rounds(mention, group), weapon_type(phrases, group)
    return count_before(mention), None


#: tokens from an attack to what it was made with; the second where no other verb stands between
_NEAR, _FAR = 8, 30


def _between(mention: Mention, verb: VerbGroup, group: NounGroup) -> bool:
    return verb.finite and mention.last < verb.first < group.first and verb.lemma not in {"involve", "say", "believe"}


def _fired_by_drone(mention: Mention) -> Quantity | None:
    """Return how many rounds "a drone targeted a car with three missiles"."""
    phrases = mention.sentence.phrases
    for group in phrases.nouns:
        if 0 < group.first - mention.last <= 20 and weapon_type(phrases, group) not in {None, AttackType.DRONE}:
            before = phrases.sentence.tokens[group.first - 1].lower
            return _rounds(mention, group) if before in {"with", "using", "firing"} else None
    return None


def _of_collective(mention: Mention, group: NounGroup) -> Quantity | None:
    """Return the number of "a pair of drones", "one of their rockets": of what stands before the weapon's "of"."""
    phrases = mention.sentence.phrases
    if group.preposition is None or phrases.sentence.tokens[group.preposition].lower != "of":
        return None
    before = phrases.at[group.preposition - 1]
    if not isinstance(before, NounGroup):
        return None
    if before.bare:
        return quantity_in(mention, before.first, before.last)
    counted = (
        lemma(phrases, group) in _UNCOUNTED or quantity_in(mention, group.first, group.head) is not None
    )  # "a salvo of 14 rockets", "a number of them"
    return None if counted else quantity_in(mention, group.preposition, group.preposition)


def _rounds(mention: Mention, group: NounGroup) -> Quantity | None:
    phrases = mention.sentence.phrases
    if is_shard(phrases, group):
        return None
    several = _of_collective(mention, group)
    quantity = quantity_in(mention, group.first, group.head)
    if several is not None and (quantity is None or mention.rule != "weapon-fired"):  # "shot down 23 of 31 drones"
        return several
    drone = weapon_type(phrases, group) is AttackType.DRONE
    if quantity is not None:
        return None if drone and quantity.high == 1 and not is_spent(mention, group) else quantity
    head = phrases.sentence.tokens[group.head]
    if (drone and not is_flown(mention, group) and not is_spent(mention, group)) or lemma(phrases, group) in _UNCOUNTED:
        return None
    if lemma(phrases, group) in words().carriers and not is_plural(head.lower):
        return Quantity(1, 1, Qualifier.EXACT, head.text, head.start, head.end)  # "rammed his bomb-laden car into"
    if is_plural(head.lower):
        return Quantity(2, None, Qualifier.VAGUE, head.text, head.start, head.end)
    determiner = phrases.sentence.tokens[group.first]
    if drone and not is_spent(mention, group):
        return None
    the = determiner.lower == "the" and mention.rule == "weapon-moves" and mention.type in _FLYING
    if determiner.lower in {"a", "an", "one", "another"} or the:  # "the missile hit a block of flats"
        return Quantity(1, 1, Qualifier.EXACT, determiner.text, determiner.start, determiner.end)
    return None


_FLYING = frozenset({AttackType.DRONE, AttackType.MISSILE, AttackType.ROCKET})
_UNCOUNTED = frozenset({"shot", "bullet", "explosive", "shrapnel"})
