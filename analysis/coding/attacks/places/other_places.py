"""Other places: places that a sentence names for something else than the attack: another attack's, somebody's home.

"Jets hit targets after the Ankara attack", "was briefed in Geneva on the attack", "groups operating in X", "born in X".
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from analysis.coding.attacks.clauses.answering import find_opener
from analysis.coding.attacks.clauses.grammar import joins_clause, opens_clause
from analysis.coding.attacks.clauses.opening import when_last
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import is_event, lemma, outer
from analysis.coding.attacks.places.ground import follows, is_on_road
from analysis.coding.attacks.places.unlisted import is_met_about
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind, PlaceMention, RelationKind


def names_another(mention: Mention, place: PlaceMention, others: Sequence[int]) -> bool:
    """Tell the place in the name of another attack ("jets hit targets after the Ankara attack")."""
    group = mention.sentence.phrases.at[place.first]
    return isinstance(group, NounGroup) and group is not mention.event and any(group.head == o for o in others)


def is_hit_by_another(mention: Mention, place: PlaceMention, others: Sequence[int]) -> bool:
    """Tell what another event of the sentence was on: "*the attack on X* follows strikes on Y"."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    while isinstance(group, NounGroup) and group.preposition and group not in {mention.target, mention.event}:
        before = phrases.at[group.preposition - 1]
        if not isinstance(before, NounGroup):
            return False
        while isinstance(before, NounGroup) and before.temporal:  # "the attack last Friday on X"
            start = before.first if before.preposition is None else before.preposition
            before = phrases.at[start - 1] if start else None
        if not isinstance(before, NounGroup):
            return False
        if before.head in others:
            return phrases.sentence.tokens[group.preposition].lower in words().aiming
        group = before
    return False


def is_aim_of_another(mention: Mention, place: PlaceMention) -> bool:
    """Tell what another attack was or would be on, one that is not told: "struck a man who planned attacks on X"."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    if not isinstance(group, NounGroup) or not group.preposition or place.first < mention.anchor:
        return False
    before = phrases.at[group.preposition - 1]
    if not isinstance(before, NounGroup) or not is_event(phrases, before) or before.first <= mention.last:
        return False
    return phrases.sentence.tokens[group.preposition].lower in {"on", "against"}


def is_past_opener(mention: Mention, place: PlaceMention, others: Sequence[int]) -> bool:
    """Tell a place on the other side of "after" or "in response to", where another attack was."""
    first, last = sorted((place.first, mention.anchor))
    if _is_before_comma(mention, place, others):
        return True
    opener = find_opener(mention.sentence.phrases, first + 1, last) or when_last(mention.sentence.phrases, first, last)
    if opener is None or place.first == 0:
        return False
    return any((o < opener) == (place.first < opener) for o in others)


def _is_before_comma(mention: Mention, place: PlaceMention, others: Sequence[int]) -> bool:
    """Tell the place of what came first: "Hours after an attack in X, the army shelled …"."""
    tokens = mention.sentence.sentence.tokens
    comma = next((i for i in range(place.last + 1, mention.anchor) if tokens[i].text == ","), None)
    opener = find_opener(mention.sentence.phrases, 0, place.first) if comma is not None else None
    if comma is None or opener is None or opener > _FRONT or any(t.text == "," for t in tokens[opener : place.first]):
        return False
    return any(opener < o < comma for o in others)


#: tokens before the "after" that opens a sentence ("A few hours after")
_FRONT = 4


def leave_out(
    mention: Mention, places: Sequence[PlaceMention], is_out: Callable[[PlaceMention], bool]
) -> list[PlaceMention]:
    """Leave out some places, with what a comma or "and" joins to them ("in Palm Beach, Florida")."""
    kept: list[PlaceMention] = []
    dropped: PlaceMention | None = None
    for place in places:
        if is_out(place) or (dropped is not None and follows(mention, dropped, place)):
            dropped = place
        else:
            kept.append(place)
    return kept


def is_past_clause(mention: Mention, place: PlaceMention, others: Sequence[int]) -> bool:
    """Tell a place before an "and", where another attack was: "shells fell near X, and a bomb hit a bus"."""
    if not others or place.first > mention.anchor:
        return False
    if _is_of_item(mention, place, others):
        return True
    joint = next((i for i in range(place.last + 1, mention.first) if opens_clause(mention.sentence.phrases, i)), None)
    return joint is not None and any(place.first - _REACH < o < joint for o in others)


def _is_of_item(mention: Mention, place: PlaceMention, others: Sequence[int]) -> bool:
    """Tell the X of "the bombing of a bus in X and the murder of a priest in Y", two items of one list."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    if event is None or mention.weapon is not None or place.last >= event.first:
        return False
    start = event.first if event.preposition is None else event.preposition
    if start - 1 <= place.last or tokens[start - 1].lower not in {",", "and"}:
        return False
    if any(isinstance(mention.sentence.phrases.at[i], VerbGroup) for i in range(place.last, start)):
        return False
    return any(place.first - _REACH < o < place.first for o in others) and any(
        p.first > event.last for p in mention.sentence.places
    )


#: tokens from an attack to the place that is told of it
_REACH = 12


def _is_where_found(mention: Mention, group: NounGroup) -> bool:
    """Tell where something was found or somebody caught: "hit X, adding that the launcher was found in Y"."""
    phrases = mention.sentence.phrases
    verb = next((v for v in reversed(phrases.verbs) if mention.last < v.first and v.last < group.first), None)
    if verb is None or not verb.passive or not verb.finite or verb.lemma not in _FOUND:
        return False
    thing = subject_of(phrases, verb)
    return thing is not None and thing is not mention.target and lemma(phrases, thing) not in _BODIES


_FOUND = frozenset({"find", "discover", "recover", "seize", "locate", "arrest", "detain"})
_BODIES = frozenset({"body", "corpse", "remains"})


def _is_where_met(mention: Mention, group: NounGroup) -> bool:
    """Tell where others came together: "jets hit three camps, *and* hundreds marched to the embassy in X"."""
    phrases = mention.sentence.phrases
    verb = next((v for v in reversed(phrases.verbs) if mention.last < v.first and v.last < group.first), None)
    if verb is None or verb.lemma not in words().meeting:
        return False
    return any(opens_clause(phrases, i) for i in range(mention.last + 1, verb.first))


def is_of_other_clause(mention: Mention, place: PlaceMention) -> bool:
    """Tell the place of somebody who does something else: "condemned the strike, and a judge in Paris called for …"."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    if not isinstance(group, NounGroup) or not group.preposition:
        return False
    if _is_where_found(mention, group) or _is_where_met(mention, group):
        return True
    verb = phrases.at[group.preposition - 1]
    if is_on_road(phrases.sentence.tokens, place):
        return False
    if isinstance(verb, VerbGroup) and verb.lemma in words().saying | words().meeting:
        return not _is_of_event(mention, verb)  # "was briefed in Geneva on the attacks"
    if any(v.lemma in words().meeting and place.last < v.first < mention.first for v in phrases.verbs):
        return True  # "it was in Geneva that they briefed him on the attacks"
    if place.first < mention.last:
        return False
    if is_met_about(mention) and phrases.at[mention.last + 2 : mention.last + 3] != (group,):
        return True  # "was briefed on the attacks by his staff in Geneva"
    after = next((v for v in phrases.verbs if v.first > place.last), None)
    if after is None or after.first != place.last + 1 or after.gerund or after.infinitive:
        return False
    between = [t.lower for t in phrases.sentence.tokens[mention.last + 1 : place.first]]
    joined = [i for i, word in enumerate(between) if word in {"and", "but", "while"}]
    start = mention.last + 1 + joined[-1] if joined else place.first
    held = any(v.first > start and v.first < place.first for v in phrases.verbs)
    return bool(joined) and not held and mention.target not in [g for g in phrases.nouns if g.first > start]


def past_joint(mention: Mention, near: Sequence[PlaceMention], others: Sequence[int]) -> Sequence[PlaceMention]:
    """Leave out the place of the verb before, "shot a guard in X *and* bombed a mill in Y", where one follows."""
    first = [p for p in near if p.last < mention.first and any(o < p.first for o in others)]
    later = any(p.first > mention.last and p.place.kind not in _BROAD and not p.place.part for p in near)
    if not first or not later:
        return near
    phrases = mention.sentence.phrases
    joint = next((i for i in range(mention.first - 1, first[0].last, -1) if joins_clause(phrases, i)), None)
    if joint is None or any(isinstance(phrases.at[i], VerbGroup) for i in range(joint + 1, mention.first)):
        return near
    return [p for p in near if p not in first or p.first > joint]


def before_joint(mention: Mention, near: Sequence[PlaceMention]) -> Sequence[PlaceMention]:
    """Leave out the places of a later clause, "killed 600 in X, *while* 50 died in Y", where the own one has some."""
    phrases = mention.sentence.phrases
    ends = range(mention.last + 1, len(phrases.at))
    joint = next((i for i in ends if phrases.sentence.tokens[i].lower == "while" and opens_clause(phrases, i)), None)
    own = [p for p in near if joint is None or p.first < joint]
    return own or near


def is_of_some(mention: Mention, place: PlaceMention) -> bool:
    """Tell where some of them were: "downed 46 drones, including 20 over X", "raids, some of them near a bank in X"."""
    phrases, relation = mention.sentence.phrases, place.relation
    tokens = phrases.sentence.tokens
    at = next((i for i in range(place.first) if relation is not None and tokens[i].start >= relation.start), 0)
    while at > mention.last:
        before = phrases.at[at - 1]
        if phrases.tags[at - 1] is Tag.NUMBER or tokens[at - 1].lower in _SOME:
            return tokens[at - 2].lower in {",", "including"}
        if tokens[at - 1].lower in {"them", "these", "those", "which"}:
            return tokens[at - 2].lower == "of"
        near = tokens[at - 1].lower in {"close", "next"}
        if not near and not (isinstance(before, NounGroup) and before.preposition):
            return False
        at = before.preposition if isinstance(before, NounGroup) and before.preposition else at - 1
    return False


_SOME = frozenset({"some", "several", "many", "others", "most"})


def is_across(mention: Mention, place: PlaceMention) -> bool:
    """Tell the country on the other side: "near the border with Algeria", "near the Algeria border"."""
    words = [t.lower for t in mention.sentence.sentence.tokens[max(0, place.first - 2) : place.last + 2]]
    if place.place.kind is not PlaceKind.COUNTRY:
        return False
    return words[:2] in (["border", "with"], ["frontier", "with"]) or words[-1] in {"border", "frontier"}


def is_felt(mention: Mention, place: PlaceMention) -> bool:
    """Tell where an attack was felt: "the raid increased pressure *on X*", "drew anger *in X*"."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    if mention.event is None or not isinstance(group, NounGroup) or not group.preposition:
        return False
    mood = phrases.at[group.preposition - 1]
    verb = next((v for v in reversed(phrases.verbs) if mention.last < v.first and v.last < group.first), None)
    if not isinstance(mood, NounGroup) or verb is None or verb.passive or verb.last > mood.first:
        return False
    felt = lemma(phrases, mood) in words().reactions | words().moods
    return felt and subject_of(phrases, verb) in {mention.event, outer(phrases, mention.event)}


def _is_of_event(mention: Mention, verb: VerbGroup) -> bool:
    """Tell "shelling was reported in X", "blasts were heard in X", where the attack itself was."""
    event, phrases = mention.event, mention.sentence.phrases
    return event is not None and verb.passive and subject_of(phrases, verb) in {event, outer(phrases, event)}


def is_away(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that the sentence ties to somebody else: "based in", "fled to", "flew to", "from"."""
    tokens = mention.sentence.sentence.tokens
    if is_on_road(tokens, place):
        return False
    start = max([p.last + 1 for p in mention.sentence.places if p.last < place.first], default=0)
    near = place.relation if place.relation is not None and place.relation.kind is RelationKind.NEAR else None
    by = mention.last + 1 if _is_at_hand(mention) else None  # "under fire *from* gunmen in X"
    shell = mention.weapon.preposition if mention.weapon is not None else None  # "shrapnel *from* a rocket in X"
    told = (tokens[i] for i in range(max(start, place.first - 3), place.first) if i not in {by, shell})
    before = {t.lower for t in told if near is None or t.end <= near.start}  # "not far *from* X"
    if any(tokens[i].lower in _BORN for i in range(max(start, place.first - _LIVES), place.first)):
        return True
    for i in range(max(start, place.first - _LIVES), place.first):
        if tokens[i].lower in _ACTIVE and tokens[i + 1].lower in {"in", "inside", "from"}:
            return True  # "groups operating in X and Y"
    return bool(before & {"based", "fled", "from", "flew", "returned", "via"})


def _is_at_hand(mention: Mention) -> bool:
    """Tell "came under fire from gunmen", who are where they shoot."""
    phrases, i = mention.sentence.phrases, mention.last + 1
    men = phrases.noun_behind(mention.last, "from")
    near = mention.type in _NEAR_BY and mention.event is not None
    return near and men is not None and men.first > i and lemma(phrases, men) in words().nobody


_NEAR_BY = frozenset({AttackType.SHOOTING, AttackType.ASSAULT, AttackType.OTHER})
_ACTIVE = frozenset({"operating", "active", "headquartered"})


#: what somebody's life had to do with a place ("born in 1976 in X"), and the tokens between
_BORN, _LIVES = frozenset({"born", "raised", "buried", "educated"}), 5


_BROAD = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA})
