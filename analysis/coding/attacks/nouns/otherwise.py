"""Otherwise: words for attacks that mean something else: workers "on strike", an "explosion of anger"."""

from __future__ import annotations

from analysis.coding.attacks.words import peace_words, words
from analysis.coding.rows import Role
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular


def is_otherwise_meant(phrases: Phrases, group: NounGroup, head: str) -> bool:
    """Tell whether a group with a head (singular) that may name an attack names something else."""
    owned = max((i for i in range(group.first, group.head) if phrases.tags[i] is Tag.POSSESSIVE), default=group.first)
    kinds = words().peaceful | words().unarmed_strikes if head == "strike" else words().peaceful
    if any(t.lower in kinds for t in phrases.sentence.tokens[owned : group.head]):
        return True  # "a general strike", not "the general assault"
    if head == "strike":
        after = phrases.sentence.tokens[group.last + 1 : group.last + 2]
        if any(t.lower in {"it", "them", "him", "us"} for t in after):
            return True  # "that the state strike it off the list", a verb
        return _is_of_workers(phrases, group) or _is_struck_down(phrases, group)
    if phrases.sentence.tokens[group.head].lower == "fires":
        return True  # that burn
    if head == "attack":
        return group.first < group.head and _has(phrases, group, "beasts")
    if head == "shooting":
        return _is_of_film(phrases, group)
    if head not in words().effects:
        return False
    if any(t.lower == "secondary" for t in phrases.sentence.tokens[group.first : group.head]):
        return True  # of what was stored where a strike hit
    return _is_outburst(phrases, group) or _is_accident(phrases, group) or _is_fun(phrases, group)


def _has(phrases: Phrases, group: NounGroup, kind: str) -> bool:
    """Tell whether a word of a list stands before the head of a group."""
    named = (t.lower for t in phrases.sentence.tokens[group.first : group.head])
    return any(parse_singular(word) in peace_words()[kind] for word in named)


def _is_of_workers(phrases: Phrases, group: NounGroup) -> bool:
    """Tell workers who are "on strike", "the strike by lorry drivers", a "three-day strike", one "over pay"."""
    tokens = phrases.sentence.tokens
    if group.first == group.head and group.first > 0 and tokens[group.first - 1].lower == "on":
        return True
    if any(t.lower in words().modifiers for t in tokens[group.first : group.head]):
        return False
    if any(t.lower.endswith(_LASTING) for t in tokens[group.first : group.head]) or _by_workers(phrases, group):
        return True
    verb = next((v for v in reversed(phrases.verbs) if v.last < group.first), None)
    if verb is None or verb.lemma not in peace_words()["downing_tools"]:
        return False
    own = object_of(phrases, verb) is group or verb.last + 2 == group.first  # "called off their strikes"
    if own and tokens[group.first].lower == "their" and tokens[group.head].lower == "strike":
        return True
    return own and _are_workers(phrases, subject_of(phrases, verb))


_LASTING = ("-day", "-hour", "-week", "-month")


def _by_workers(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a strike "by nurses", "of teachers", "over pay", and "the drivers' strike"."""
    tokens, i = phrases.sentence.tokens, group.last + 2
    after = phrases.at[i] if i < len(phrases.at) else None
    word = tokens[i - 1].lower if isinstance(after, NounGroup) else ""
    if isinstance(after, NounGroup) and word in {"over", "for"}:
        return parse_singular(tokens[after.head].lower) in peace_words()["pay"]
    owner = next((j for j in range(group.first, group.head) if phrases.tags[j] is Tag.POSSESSIVE), None)
    if owner is not None and owner > group.first and _is_worker(phrases, group.first, owner - 1):
        return True
    return isinstance(after, NounGroup) and word in {"by", "of"} and _are_workers(phrases, after)


def _are_workers(phrases: Phrases, group: NounGroup | None) -> bool:
    """Tell people who work, without a name and without arms."""
    return group is not None and _is_worker(phrases, group.first, group.head)


def _is_worker(phrases: Phrases, first: int, head: int) -> bool:
    found = noun_of_people(phrases.sentence.tokens, first, head)
    return found is not None and found[1] is Role.CIVILIAN and found[0] not in words().armed


def _is_struck_down(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "should the court strike them down", which order takes for a noun."""
    i = group.last + 1
    down = i + 1 < len(phrases.at) and phrases.sentence.tokens[i + 1].lower in {"down", "out", "off"}
    return down and phrases.tags[i] is Tag.PRONOUN


def _is_outburst(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "an explosion of anger", "a blast of cold air", "each blast of the gun", which is a shot."""
    of = phrases.noun_behind(group.last, "of")
    return of is not None and parse_singular(phrases.sentence.tokens[of.head].lower) in words().outbursts | _SHOTS


#: what sounds like a blast when it is fired
_SHOTS = frozenset({"gun", "rifle", "pistol", "shotgun"})


def _is_accident(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "a gas explosion", "a controlled detonation", and a blast by a leak where nothing is told of arms."""
    if _has(phrases, group, "accidental"):
        return True
    said = {t.lower for t in phrases.sentence.tokens}
    return bool(said & peace_words()["mishaps"]) and not said & peace_words()["arms"]


def _is_of_film(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "shooting of the second season"."""
    of = phrases.noun_behind(group.last, "of")
    return of is not None and parse_singular(phrases.sentence.tokens[of.head].lower) in peace_words()["filmed"]


def _is_fun(phrases: Phrases, group: NounGroup) -> bool:
    """Tell those who "had a blast"."""
    verb = phrases.at[group.first - 1] if group.first else None
    return isinstance(verb, VerbGroup) and verb.lemma == "have" and phrases.sentence.tokens[group.first].lower == "a"
