"""Where: the most exact place of an attack, and the countries that its sentence gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.coding.attacks.clauses.answering import is_drawn
from analysis.coding.attacks.clauses.reduced import is_past_main
from analysis.coding.attacks.clauses.targets import is_reacted_to
from analysis.coding.attacks.mention import Mention, in_same_utterance
from analysis.coding.attacks.mentions.downing import is_downed
from analysis.coding.attacks.nouns import outer
from analysis.coding.attacks.places.beside import is_beside_scene
from analysis.coding.attacks.places.ground import (
    drop_surroundings,
    follows,
    is_between,
    is_included,
    is_linked,
    is_on_road,
    is_owned,
    join_places,
    says_whence,
    stands_between,
)
from analysis.coding.attacks.places.land import (
    find_lands,
    has_stretch,
    is_distant,
    is_end_of_road,
    is_name_of_coast,
    is_of_men,
    is_of_road,
    is_stretch,
    is_whence,
)
from analysis.coding.attacks.places.nationality import nationality_of
from analysis.coding.attacks.places.other_places import (
    before_joint,
    is_across,
    is_aim_of_another,
    is_away,
    is_felt,
    is_hit_by_another,
    is_of_other_clause,
    is_of_some,
    is_past_clause,
    is_past_opener,
    leave_out,
    names_another,
    past_joint,
)
from analysis.coding.attacks.places.passages import find_passage
from analysis.coding.attacks.places.passing import (
    holds_office,
    is_called,
    is_crossed_from,
    is_landed_on,
    is_neared,
    is_taken,
)
from analysis.coding.attacks.places.stages import find_stage, suffers
from analysis.coding.attacks.places.unlisted import find_site_of_target, find_unlisted
from analysis.coding.attacks.words import words
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorForm
from analysis.language.gazetteer import EXACTNESS
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Scene:
    """The most exact place, whether it is itself what was hit, and the countries."""

    place: Place | None
    on_target: bool
    countries: tuple[str, ...]


def find_scene(mention: Mention, inner: Utterance | None, others: Sequence[int], series: bool) -> Scene:
    """Find where a mention's attack was: in the utterance `inner` that it stands in, past no other mention's anchor."""
    places = _find_places(mention, [p for p in mention.sentence.places if in_same_utterance(p.start, mention, inner)])
    near = [p for p in places if not any(is_between(o, mention.anchor, p.first) for o in others)]
    near = [p for p in near if not (names_another(mention, p, others) or is_past_opener(mention, p, others))]
    near = [p for p in near if not is_aim_of_another(mention, p)]
    own = [p for p in near if not is_hit_by_another(mention, p, others)]
    near = (
        own
        if is_drawn(mention)
        or (series and own != near)
        or any(p.place.kind not in _BROAD and not p.place.part for p in own)
        else near
    )
    near = leave_out(mention, near, lambda p: is_of_other_clause(mention, p) or is_past_clause(mention, p, others))
    near = [p for p in before_joint(mention, past_joint(mention, near, others)) if not is_past_main(mention, p.first)]
    near = [p for p in near if not (is_reacted_to(mention, p.first) or is_felt(mention, p))]
    near = leave_out(mention, near, lambda p: _is_away(mention, p))
    near = [p for p in near if not (series and _past_verb(mention, p)) or is_included(mention, p)]
    exact = [p for p in near if p.place.kind not in _BROAD and not p.place.part]
    exact = [p for p in exact if not (series and is_of_some(mention, p)) or is_included(mention, p)]
    exact = [p for p in exact if is_included(mention, p)] or drop_surroundings(mention, exact)
    exact = [p for p in exact if not (_is_whither(p) or is_of_road(mention, p))] or exact
    exact = [p for p in exact if not is_end_of_road(mention, p)] or exact
    exact = [p for p in exact if not has_stretch(mention, p)]
    exact = exact or [p for p in near if is_stretch(p) and (_is_inside_place(p) or p.place.kind is PlaceKind.SEA)]
    ranks = {p: (_is_setting(mention, p, exact), exactness(p.place), abs(p.first - mention.anchor)) for p in exact}
    place = min(exact, key=ranks.__getitem__, default=None)
    place = join_places(place, exact, mention) if place is not None else find_passage(mention) or find_stage(mention)
    inside = [p for p in near if not is_across(mention, p)]
    within = [p for p in inside if _is_inside_place(p) or _group_of(mention, p) is mention.target]
    countries: Sequence[str | None] = [
        p.place.country for p in within if p.place.kind is PlaceKind.COUNTRY or p.place.part
    ]
    if place is not None and place.place.country:
        countries = [place.place.country, *find_lands(mention, place, exact)]
    elif not any(countries):
        here = [p.place.country for p in inside if p.place.country and not is_whence(p)]
        countries = here[:1] or nationality_of(mention)
        countries = countries or [mention.sentence.country for p in near if p not in inside]
    named = place.place if place is not None else None
    if place is None or (not series and (is_stretch(place) or is_distant(place) or is_end_of_road(mention, place))):
        town = find_unlisted(mention)  # "at X, on the shore of Lake Thule", "at X, 75 miles south of Thule"
        named = replace(town, country=place.place.country) if town and place and is_distant(place) else town or named
    elif not series and place and mention.target and place.last < mention.target.first:
        named = find_site_of_target(mention) or named  # "near Y; then a camp at X was hit"
    if named is not None and not any(countries):
        countries = [named.country]
    parts = named.name.split(";") if named is not None else []
    hit = any(_is_target(mention, p) for p in places if p.place.name in parts)
    return Scene(named, hit, tuple(dict.fromkeys(c for c in countries if c)))


def _is_away(mention: Mention, place: PlaceMention) -> bool:
    return not is_crossed_from(mention, place) and (is_away(mention, place) or says_whence(mention, place))


def _is_setting(mention: Mention, place: PlaceMention, exact: Sequence[PlaceMention]) -> bool:
    """Tell the town that a sentence opens with, "In X, shells fell on the edge of Y", where a smaller one follows."""
    if place.first > _FRONT or place.relation is None or place.last >= mention.first:
        return False
    if mention.sentence.sentence.tokens[place.last + 1].text != ",":
        return False
    later = [p for p in exact if p.first > mention.first and _is_smaller(p.place, place.place)]
    return any((p.relation and p.relation.kind in _AT) or _group_of(mention, p) is mention.target for p in later)


def _is_smaller(place: Place, town: Place) -> bool:
    """Tell a place that may lie in a town: one as exact, or a district that no list knows."""
    return exactness(place) <= exactness(town) or (place.kind is PlaceKind.DISTRICT and place.lat is None)


_AT = frozenset({RelationKind.IN, RelationKind.NEAR})
#: tokens before a town that a sentence opens with ("In the town of X")
_FRONT = 4


def _is_whither(place: PlaceMention) -> bool:
    """Tell where a road leads, "on the road to X", which says less of where than the town that is named too."""
    return place.relation is not None and place.relation.words in _ROADS_TO


_ROADS_TO = frozenset(w for w in read_vocabulary("places")["relations"]["near"] if w[:3] == "on " and w[-3:] == " to")


def _find_places(mention: Mention, named: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Leave the places where something happened, with all those of a list of which one is such a place."""
    places: list[PlaceMention] = []
    for i, here in enumerate(named):
        beside = bool(places) and here.relation is None
        if beside and (follows(mention, places[-1], here) or is_owned(mention, places[-1], here)):
            places.append(here)
        elif _is_scene(mention, here):
            back = i
            while back and named[back].relation is None and follows(mention, named[back - 1], named[back]):
                back -= 1
            places.extend(p for p in named[back : i + 1] if p not in places)
    return places


def _is_scene(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place where something happened from one that only names somebody ("the US strike", "Iran has denied")."""
    if any(a.first <= place.first and place.last <= a.last and a.last - a.first > place.last - place.first
           for a in mention.sentence.actors):  # fmt: skip
        return False
    if place.place.kind is PlaceKind.SEA and is_name_of_coast(mention, place):
        return False
    if place.relation is not None and place.relation.kind is RelationKind.OVER:
        if mention.verb is not None and is_downed(mention.sentence.phrases, mention.verb):
            return not is_of_some(mention, place)  # "shot down over X"
        return _group_of(mention, place) is mention.target and not is_of_men(mention, place)
    if is_beside_scene(mention, place):
        return False
    capital = any(a.form is ActorForm.METONYM and a.first <= place.first <= a.last for a in mention.sentence.actors)
    if place.relation is not None:
        if place.relation.words == "by" and (place.place.kind in _BROAD or capital):
            return False  # "launched by Russia", "a strike by Ankara"
        if place.relation.kind is RelationKind.BETWEEN:
            return stands_between(mention, place)
        if place.relation.kind is RelationKind.OF and holds_office(mention, place):
            return False
        ends = place.relation.kind in {RelationKind.FROM, RelationKind.TOWARD}
        if place.relation.kind is RelationKind.TOWARD and _group_of(mention, place) is mention.target:
            return True  # "drones were fired towards the airport"
        if place.relation.kind is RelationKind.TOWARD and _was_on_way(mention, place):
            return True
        return not ends or is_on_road(mention.sentence.sentence.tokens, place) or is_crossed_from(mention, place)
    if any(test(mention, place) for test in (is_linked, is_neared, is_included, is_taken, is_called, is_landed_on)):
        return True
    if capital and _group_of(mention, place) is mention.doer:
        return False  # "Ankara has bombed"
    if place.place.kind is not PlaceKind.COUNTRY and not place.place.part:
        return _group_of(mention, place) in {mention.target, mention.event, mention.doer} or suffers(mention, place)
    group = mention.sentence.phrases.at[place.first]
    return group is not None and (
        group is mention.target or (group is mention.event and place.last < mention.anchor - 1)
    )


def _was_on_way(mention: Mention, place: PlaceMention) -> bool:
    """Tell where something was going that was "shot down on approach to X", "intercepted en route to X"."""
    verb = mention.verb
    downed = verb is not None and is_downed(mention.sentence.phrases, verb) and verb.last < place.first
    return downed and place.place.kind not in _BROAD and not place.place.part


def _group_of(mention: Mention, place: PlaceMention) -> NounGroup | VerbGroup | None:
    """Return the group that a place stands in, or for "the town of X" the group of the town."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    while (
        isinstance(group, NounGroup) and group.preposition and phrases.sentence.tokens[group.preposition].lower == "of"
    ):
        before = phrases.at[group.preposition - 1]
        if before is None:
            return group
        group = before
        if group in {mention.target, mention.event, mention.doer}:
            return group
    return group


def _past_verb(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that a later verb has: where one of a series did damage, not where the series ran."""
    own = words().light | words().landing | _OCCURRING  # "two attacks were carried out in X"
    phrases = mention.sentence.phrases
    verbs = [v for v in phrases.verbs if mention.last < v.first <= place.first]
    if place.place.kind in _BROAD or not verbs:
        return False
    if len(verbs) > 1 or verbs[0].lemma in own:
        return len(verbs) > 1
    return not _is_toll(mention, verbs[0], place)


def _is_toll(mention: Mention, verb: VerbGroup, place: PlaceMention) -> bool:
    """Tell "three blasts *killed* 40 people in X", whose people died where the blasts were."""
    phrases, event = mention.sentence.phrases, mention.event
    if event is None or verb.passive or verb.lemma not in words().harming:
        return False
    if any(p.last < verb.first for p in mention.sentence.places):
        return False  # "raids across Thule killed 40, three in X"
    listed = any(t.text == "," for t in phrases.sentence.tokens[verb.last : place.first])
    return not listed and subject_of(phrases, verb) in {event, outer(phrases, event)}


#: verbs by which attacks only are where they are
_OCCURRING = frozenset(
    {"happen", "occur", "take", "go", "erupt", "break", "report", "record", "hear", "document"}
    | {"become", "be", "increase", "rise", "grow", "surge", "multiply", "spread"}
)


def exactness(place: Place) -> int:
    """Return 0 for the most exact kind of place, more for a less exact one."""
    return EXACTNESS.index(place.kind)


def _is_inside_place(place: PlaceMention) -> bool:
    return place.relation is None or place.relation.kind in {RelationKind.IN, RelationKind.OFF, RelationKind.OVER}


_BROAD = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA})


def _is_target(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that was itself hit from one that only says which one was ("a Bannu police post")."""
    target = mention.target
    return target is not None and target.first <= place.first <= target.head <= place.last
