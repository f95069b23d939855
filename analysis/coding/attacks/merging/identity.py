"""Identity: whether the dead, the weapon or the seat of those who tell of it are those of an attack told before."""

from __future__ import annotations

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.nearness import date_likeness
from analysis.coding.attacks.merging.scenes import place_likeness, scene_likeness
from analysis.coding.attacks.merging.shared_victims import share_victims
from analysis.coding.attacks.nouns import lemma, victim_of
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType, Attribution
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind
from analysis.language.text.forms import is_plural


def identity_likeness(frame: Frame, cluster: Cluster) -> float:
    """Return what the weapon, the dead and the seat of those who tell of it speak for or against one attack."""
    score = _weapon_likeness(frame, cluster) + _seat_likeness(frame, cluster) + _cause_likeness(frame, cluster)
    score += 3.0 if _is_called_for_place(frame, cluster) else 0.0
    return score - (3.0 if _is_new_killing(frame, cluster) else 0.0) + (2.5 if _is_in_claim(frame, cluster) else 0.0)


def _is_called_for_place(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the Sarno attack", of which a sentence before has said that Sarno is where it was."""
    event, phrases = frame.mention.event, frame.mention.sentence.phrases
    if event is None or not frame.definite or frame.place is not None:
        return False
    inside = range(event.first, event.head)
    name = " ".join(phrases.sentence.tokens[i].text for i in inside if phrases.tags[i] is Tag.PROPER)
    return bool(name) and any(f.place is not None and f.place.name == name for f in cluster.seen)


def _is_in_claim(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the group claimed the attack, saying a bomber had targeted troops": the words of who did it."""
    last, verb = cluster.frames[-1], frame.mention.verb
    if last.mention.sentence is not frame.mention.sentence or last.doer is None or verb is None or frame.another:
        return False
    if frame.date or frame.place or frame.series:
        return False
    verbs = frame.mention.sentence.phrases.verbs
    saying = any(v.gerund and v.lemma in {"say", "add"} and last.mention.last < v.first < verb.first for v in verbs)
    alike = frame.doer is not None and frame.doer.name == last.doer.name is not None
    claimed = last.doer.attribution is Attribution.CLAIMED and (frame.doer is None or frame.doer.name is None)
    return saying and (alike or claimed)


def _weapon_likeness(frame: Frame, cluster: Cluster) -> float:
    """Return how far "41 of the drones", "the bombs" are those of an attack: by the noun of its weapon."""
    noun = _known_weapon(frame)
    told = _weapons(cluster)
    if noun is None or cluster.in_headline:
        return 0.0
    if not told:
        return 1.5 if noun in _weapons_of_events(cluster) else 0.0
    shell = noun == "shell" and AttackType.MORTAR in cluster.types  # "mortar rounds", and then "the shells"
    return 1.5 if noun in told or noun in _ANY or shell else -1.0


def _cause_likeness(frame: Frame, cluster: Cluster) -> float:
    """Return how far "a bomb went off" tells of the explosion, of whatever, that was told shortly before."""
    gap = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number
    if frame.type is not AttackType.BOMBING or frame.mention.weapon is None or frame.another or not 0 < gap <= _CAUSE:
        return 0.0
    return 1.5 if cluster.lemmas and cluster.lemmas <= words().effects and cluster.types <= {frame.type} else 0.0


#: sentences from an explosion to the bomb that it was of
_CAUSE = 3

#: what any round is called
_ANY = frozenset({"projectile", "munition", "round"})


def are_those_rounds(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the rockets", right after "three missiles" were told: rounds are called one or the other."""
    weapon, tokens = frame.mention.weapon, frame.mention.sentence.sentence.tokens
    if weapon is None or not frame.definite or frame.date or frame.place or frame.series or frame.another:
        return False
    last = cluster.frames[-1].mention.sentence
    near = 0 < frame.mention.sentence.number - last.number <= 2 and not cluster.series
    known = [t.lower for t in tokens[weapon.first : weapon.last + 1]]
    told = (_weapons(cluster) | _weapons_of_events(cluster)) & {"rocket", "missile"}
    return near and known in (["the", "rockets"], ["the", "missiles"]) and bool(told)


def are_of_those_rounds(frame: Frame, cluster: Cluster) -> bool:
    """Tell "one of the rockets hit a house", "three other rockets fell near it", shortly after a volley was told."""
    weapon, mention = frame.mention.weapon, frame.mention
    if weapon is None or frame.series or cluster.series or cluster.in_headline:
        return False
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    before = phrases.at[weapon.preposition - 1] if weapon.preposition else None
    some = before.bare if isinstance(before, NounGroup) else weapon.bare
    inner = phrases.noun_behind(weapon.last, "of") if weapon.bare else weapon
    of = some and inner is not None and tokens[inner.first].lower in {"the", "these", "those"}
    others = any(t.lower == "other" for t in tokens[weapon.first : weapon.head]) or _is_second_volley(frame, cluster)
    rounds = inner if of else weapon if others else None
    if rounds is None or not is_plural(tokens[rounds.head].lower):
        return False
    elsewhere = (
        others and frame.munitions is not None and scene_likeness(frame, cluster) is None
    )  # "two other rockets hit X"
    if (frame.date and not others) or elsewhere or date_likeness(frame, cluster) is None:
        return False
    told = [f for f in cluster.seen if f.munitions is not None and (f.munitions.low or 0) > 1]
    near = 0 <= mention.sentence.number - cluster.frames[-1].mention.sentence.number <= _OF_VOLLEY
    return near and bool(told) and lemma(phrases, rounds) in _weapons(cluster)


def _is_second_volley(frame: Frame, cluster: Cluster) -> bool:
    """Tell "three more rockets were launched minutes later", of six that were told."""
    more = frame.mention.sentence.words >= {"more", "minutes", "later"} and frame.munitions is not None
    all_told = [f.munitions.low or 0 for f in cluster.seen if f.munitions is not None]
    return more and frame.munitions is not None and max(all_told, default=0) > (frame.munitions.low or 0)


#: sentences from a volley to what some of it did
_OF_VOLLEY = 2


def are_same_rounds(frame: Frame, cluster: Cluster) -> bool:
    """Tell "a mine laid by rebels went off": one noun for the weapon of two mentions, neither of them split."""
    weapon, last = frame.mention.weapon, cluster.frames[-1]
    if weapon is None or last.mention.weapon is None or frame.apart is not None or last.apart is not None:
        return False
    laid = last.mention.verb is not None and not last.mention.verb.finite
    return laid and frame.mention.sentence is last.mention.sentence and weapon.head == last.mention.weapon.head


def _known_weapon(frame: Frame) -> str | None:
    """Return the noun of a weapon that the words take for known, or None."""
    phrases, weapon = frame.mention.sentence.phrases, frame.mention.weapon
    if weapon is None:
        return None
    tokens = phrases.sentence.tokens
    after = phrases.at[weapon.last + 2] if weapon.bare and weapon.last + 2 < len(phrases.at) else None
    if isinstance(after, NounGroup) and tokens[weapon.last + 1].lower == "of":
        weapon = after
    the = tokens[weapon.first].lower in {"the", "these", "those"}
    return lemma(phrases, weapon) if the and weapon.first + 1 == weapon.head else None


def _weapons(cluster: Cluster) -> set[str]:
    return {
        lemma(f.mention.sentence.phrases, f.mention.weapon)
        for f in cluster.seen
        if f.mention.weapon is not None and not f.mention.sentence.sentence.headline
    }


def _weapons_of_events(cluster: Cluster) -> set[str]:
    """Return the nouns of weapons before those of an attack: "a suspected *drone* attack"."""
    found: set[str] = set()
    for frame in cluster.seen:
        event = frame.mention.event
        tokens = frame.mention.sentence.sentence.tokens[event.first : event.head] if event is not None else ()
        found |= {t.lower for t in tokens if t.lower in words().munitions}
    return found


def _seat_likeness(frame: Frame, cluster: Cluster) -> float:
    """Return how far "the governor of X said" means an attack in X, where nothing else says where it was."""
    seat = frame.seat
    if (
        seat is None
        or frame.place is not None
        or seat.kind not in {PlaceKind.TOWN, PlaceKind.PROVINCE, PlaceKind.DISTRICT}
    ):
        return 0.0
    placed = [f.place for f in cluster.seen if f.place is not None and not f.mention.sentence.sentence.headline]
    values = [place_likeness(seat, place) for place in placed]
    if not values:
        return 0.0
    return 1.0 if any(v is not None and v > 0 for v in values) else -1.5 if None in values else 0.0


def _is_new_killing(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the killing of seven barbers", people that the attack told before is not said to have killed."""
    event, phrases = frame.mention.event, frame.mention.sentence.phrases
    victim = victim_of(phrases, event) if event is not None else None
    if victim is None or cluster.in_headline or phrases.tags[victim.first] not in {Tag.NUMBER, Tag.DETERMINER}:
        return False
    if phrases.sentence.tokens[victim.first].lower in {"the", "these", "those", "this", "that", "his", "her", "their"}:
        return False
    hurt = any(f.victims or f.people for f in cluster.seen)
    return hurt and not share_victims(frame, cluster)
