"""Frames: what the sentence around a mention says of when, where, how many and whom.

A date or a place counts for a mention when it stands in the same utterance (the day on which something was *said* is
not the day of the attack) and nearer to it than to another mention.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from analysis.coding.attacks.doers import Doer, Guilt, find_doer
from analysis.coding.attacks.mentions import Mention, is_event, lemma, outer, type_before, weapon_type
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorForm
from analysis.language.clauses import object_of, subject_of
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.forms import is_plural
from analysis.language.gazetteer import EXACTNESS
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.places import Place, PlaceKind, PlaceMention, RelationKind
from analysis.language.quantities import Qualifier, Quantity, QuantityKind
from analysis.language.tags import Tag


@dataclass(frozen=True, slots=True)
class Frame:
    """A mention with all that its sentence says of the attack; None and () where it says nothing."""

    mention: Mention
    type: AttackType
    #: the type is only the default of a loose word ("the raid", a state's "strike"): a plainer one outranks it
    weak: bool
    #: "one of the strikes": takes from the series what it does not say itself
    part: bool
    #: a run of attacks: "a series of attacks", "dozens of strikes", "repeated attacks"
    series: bool
    #: an uncounted plural ("the strikes")
    plural: bool
    #: "the attack", "Friday's strike", "such attacks": may point back
    definite: bool
    #: "such attacks", "these strikes", "the latest attack": points back and names nothing new
    pointing: bool
    count: Quantity | None
    munitions: Quantity | None
    date: DateMention | None
    place: Place | None
    #: the place is itself what was hit
    on_target: bool
    countries: tuple[str, ...]
    target: str | None
    doer: Doer | None
    #: "similar strikes", "another attack": none of those named before
    another: bool
    #: a verb with somebody new as its target ("killed a member of …")
    fresh: bool
    #: (start, end) of the words that tell it from others of the same mention ("25" of "July 16 and 25"), or None
    apart: tuple[int, int] | None
    #: the nouns for those whom its sentence says were killed or hurt
    victims: frozenset[str]

    @property
    def filled(self) -> int:
        """How many of its questions the sentence answers."""
        exact = self.date is not None and self.date.date_from is not None
        return sum(
            (
                2 * exact,
                self.date is not None and not exact,
                2 * (self.place is not None),
                bool(self.countries),
                3 * self.series,
                self.munitions is not None,
                self.target is not None,
                2 * (self.doer is not None and self.doer.name is not None),
                self.type is not AttackType.OTHER,
            )
        )


def find_frames(mentions: Sequence[Mention], utterances: Sequence[Utterance]) -> list[Frame]:
    """Read the frames of one sentence's mentions; a mention of several dates or victims gives a frame for each."""
    frames: list[Frame] = []
    for mention in mentions:
        others = [m.anchor for m in mentions if m is not mention]
        frames.extend(_split(_frame(mention, others, utterances), others, utterances))
    return frames


def _frame(mention: Mention, others: Sequence[int], utterances: Sequence[Utterance]) -> Frame:
    sentence, phrases = mention.sentence, mention.sentence.phrases
    inner = _innermost(mention, utterances)
    dates = _dates(mention, inner, others)
    places = [p for p in sentence.places if _same_utterance(p.start, mention, inner) and _is_scene(mention, p)]
    part = _is_one_of(mention)
    count = None if part else _count(mention)
    series = not part and _is_series(mention, count)
    event = mention.event if mention.event is not None and mention.weapon is None else None
    plural = (
        event is not None
        and not part
        and is_plural(phrases.sentence.tokens[event.head].lower)
        and not is_clash(mention)
    )
    definite, pointing = (False, False) if part else _definiteness(phrases, mention.event)
    if event is None and _is_known(phrases, mention.target):
        definite = True  # "he was shot": somebody named before
    rounds, weapon = _munitions(mention, others)
    if mention.rule == "attack-verb":
        count = _targets_hit(mention)
        series = count is not None or (bool(dates) and _is_long(dates[0]) and _plural_target(mention))
    place, countries = _where(mention, places, others, series)
    doer = find_doer(mention, inner)
    kind = mention.type
    weak = (
        event is not None
        and definite
        and type_before(phrases, event) is None
        and lemma(phrases, event) in words().loose
    )
    if kind is AttackType.OTHER:
        weak = weapon is None and _is_state_strike(phrases, event, doer)
        kind = weapon or (AttackType.AIR_STRIKE if weak else kind)
    return Frame(
        mention=mention,
        type=kind,
        weak=weak,
        part=part,
        series=series,
        plural=plural and count is None,
        definite=definite,
        pointing=pointing,
        count=count,
        munitions=None if series else rounds,
        date=dates[0] if dates else None,
        place=place,
        on_target=place is not None and any(phrases.at[p.first] is mention.target for p in places if p.place == place),
        countries=countries,
        target=_target(mention),
        doer=doer,
        another=_is_another(phrases, mention.event),
        fresh=mention.event is None and _is_fresh(phrases, mention.target),
        apart=None,
        victims=_harmed(mention),
    )


# ---- when


def _innermost(mention: Mention, utterances: Sequence[Utterance]) -> Utterance | None:
    start = mention.sentence.sentence.tokens[mention.anchor].start
    inside = [u for u in utterances if u.content[0] <= start < u.content[1]]
    return min(inside, key=lambda u: u.content[1] - u.content[0], default=None)


def _same_utterance(start: int, mention: Mention, inner: Utterance | None) -> bool:
    return inner is None or inner.content[0] <= start < inner.content[1]


_NO_DATE = frozenset({When.COMPARED, When.BEFORE, When.AFTER, When.UNTIL})


def _dates(mention: Mention, inner: Utterance | None, others: Sequence[int]) -> list[DateMention]:
    """Return the dates that may be the mention's, the nearest first, those that only count days from elsewhere last."""
    found = []
    for date in mention.sentence.dates:
        if date.relation in _NO_DATE or not _same_utterance(date.start, mention, inner) or _dates_speech(mention, date):
            continue
        mine = _distance(mention.sentence.phrases, mention.anchor, date.first)
        if date.first > 0 and any(_distance(mention.sentence.phrases, o, date.first) < mine for o in others):
            continue
        found.append(date)
    return sorted(found, key=lambda d: (d.relation is When.ANCHOR, abs(d.first - mention.anchor), d.first))


def _distance(phrases: Phrases, a: int, b: int) -> int:
    """Return the tokens from a to b; a comma between them counts ten."""
    first, last = min(a, b), max(a, b)
    return last - first + 10 * sum(phrases.sentence.tokens[i].lower == "," for i in range(first, last))


def _dates_speech(mention: Mention, date: DateMention) -> bool:
    """Tell a date that belongs to a verb of saying right before it ("said Tuesday", "said on Sunday")."""
    phrases = mention.sentence.phrases
    i = date.first - 1
    while i >= 0 and phrases.tags[i] in {Tag.PREPOSITION, Tag.ADVERB}:
        i -= 1
    group = phrases.at[i] if i >= 0 else None
    return isinstance(group, VerbGroup) and group.lemma in {"say", "tell", "announce", "report", "add", "warn", "visit"}


# ---- where


def _is_scene(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place where something happened from one that only names somebody ("the US strike", "Iran has denied")."""
    if any(a.first <= place.first and place.last <= a.last and a.last - a.first > place.last - place.first
           for a in mention.sentence.actors):  # fmt: skip
        return False
    if place.relation is not None and place.relation.kind is RelationKind.OVER:
        return _group_of(mention, place) is mention.target
    if place.relation is not None:
        if place.relation.kind is RelationKind.BETWEEN:
            return _stands_between(mention, place)
        return place.relation.kind not in {RelationKind.FROM, RelationKind.TOWARD}
    if place.place.kind is not PlaceKind.COUNTRY and not place.place.part:
        return _group_of(mention, place) in {mention.target, mention.event, mention.doer}
    group = mention.sentence.phrases.at[place.first]
    return group is not None and (
        group is mention.target or (group is mention.event and place.last < mention.anchor - 1)
    )


def _stands_between(mention: Mention, place: PlaceMention) -> bool:
    """Tell something that lies between two places ("located between") from what goes on between two capitals."""
    phrases = mention.sentence.phrases
    if place.place.kind is PlaceKind.COUNTRY:
        return False
    start = next((i for i in range(place.first, -1, -1) if phrases.sentence.tokens[i].lower == "between"), 0)
    before = phrases.at[start - 1] if start else None
    return isinstance(before, VerbGroup) or (before is not None and before in {mention.target, mention.event})


def _group_of(mention: Mention, place: PlaceMention) -> NounGroup | VerbGroup | None:
    """Return the group that a place stands in, or for "the town of X" the group of the town."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    if isinstance(group, NounGroup) and group.preposition and phrases.sentence.tokens[group.preposition].lower == "of":
        return phrases.at[group.preposition - 1] or group
    return group


def _where(
    mention: Mention, places: Sequence[PlaceMention], others: Sequence[int], series: bool
) -> tuple[Place | None, tuple[str, ...]]:
    """Return the most exact place of a mention and the countries it names."""
    near = [p for p in places if not any(_between(o, mention.anchor, p.first) for o in others)]
    near = [p for p in near if not _away(mention, p) and not (series and _past_verb(mention, p))]
    exact = [p for p in near if p.place.kind not in _BROAD and not p.place.part]
    place = min(exact, key=lambda p: (exactness(p.place), abs(p.first - mention.anchor)), default=None)
    place = _joined(place, exact, mention) if place is not None else None
    countries = [p.place.country for p in near if p.place.kind is PlaceKind.COUNTRY and _is_inside(p)]
    if place is not None and place.place.country:
        countries = [place.place.country]
    elif not any(countries):
        countries = [p.place.country for p in near if p.place.country][:1] or _nationality(mention)
    return (place.place if place else None), tuple(dict.fromkeys(c for c in countries if c))


def _joined(place: PlaceMention, exact: Sequence[PlaceMention], mention: Mention) -> PlaceMention:
    """Join two places named together ("in Abqaiq and Khurais", "between the one and the other") into one."""
    tokens = mention.sentence.sentence.tokens
    for other in exact:
        first, second = sorted((place, other), key=lambda p: p.first)
        between = [t.lower for t in tokens[first.last + 1 : second.first]]
        if other is not place and between == ["and"] and other.place.kind is place.place.kind:
            return replace(place, place=replace(place.place, name=f"{first.place.name};{second.place.name}"))
    return place


def _past_verb(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that a later verb of the sentence has: where one of a series did damage, not where the series ran."""
    return place.place.kind not in _BROAD and any(
        mention.last < v.first <= place.first for v in mention.sentence.phrases.verbs
    )


def exactness(place: Place) -> int:
    """Return 0 for the most exact kind of place, more for a less exact one."""
    return EXACTNESS.index(place.kind)


def _is_inside(place: PlaceMention) -> bool:
    return place.relation is None or place.relation.kind in {RelationKind.IN, RelationKind.OFF, RelationKind.OVER}


_BROAD = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.SEA})


def _between(other: int, anchor: int, place: int) -> bool:
    return anchor < other <= place or place <= other < anchor


def _away(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place that the sentence ties to somebody else: "based in", "fled to", "flew to", "from"."""
    tokens = mention.sentence.sentence.tokens
    before = {tokens[i].lower for i in range(max(0, place.first - 3), place.first)}
    return bool(before & {"based", "fled", "from", "flew", "returned", "via"})


def _nationality(mention: Mention) -> list[str]:
    """Return the country whose adjective describes the target ("an Iraqi military base")."""
    target = mention.target
    if target is None:
        return []
    for actor in mention.sentence.actors:
        if target.first <= actor.first <= target.last and actor.form is ActorForm.DEMONYM and actor.actor.country:
            return [actor.actor.country] if _is_ground(mention, target) else []
    return []


def _is_ground(mention: Mention, target: NounGroup) -> bool:
    """Tell a target that stands on its country's ground (a base, soil) from people who may be anywhere."""
    return lemma(mention.sentence.phrases, target) in _GROUND


_GROUND = frozenset({"base", "soil", "territory", "facility", "airbase", "town", "city", "village", "airport", "embassy",
                     "port", "province", "capital", "oil", "border", "airspace", "land", "interest", "position"})  # fmt: skip

# ---- how many


_COUNTS = frozenset({QuantityKind.COUNT, QuantityKind.VAGUE, QuantityKind.DETERMINER})


def quantity_in(mention: Mention, first: int, last: int) -> Quantity | None:
    """Return the counting quantity that stands in tokens first to last, or None."""
    for found in mention.sentence.quantities:
        if first <= found.last <= last and found.kind in _COUNTS:
            return found.quantity
    return None


def _count(mention: Mention) -> Quantity | None:
    """Return how many attacks the mention counts, where it counts more than one."""
    event = mention.event
    if event is None or mention.weapon is not None:
        return None
    quantity = quantity_in(mention, event.first, event.head)
    if quantity is None and event.preposition is not None:
        before = mention.sentence.phrases.at[event.preposition - 1]
        if isinstance(before, NounGroup) and mention.sentence.sentence.tokens[event.preposition].lower == "of":
            quantity = quantity_in(mention, before.first, before.last)
    if quantity is None or (quantity.low == 1 and quantity.high == 1):
        return None
    return quantity


def _targets_hit(mention: Mention) -> Quantity | None:
    """Return how many places a verb says were attacked ("bombed several villages"): each is an attack."""
    target, phrases = mention.target, mention.sentence.phrases
    if target is None or lemma(phrases, target) not in words().sites:
        return None
    quantity = quantity_in(mention, target.first, target.head)
    return quantity if quantity is not None and quantity.low is not None and quantity.low > 1 else None


def _is_long(date: DateMention) -> bool:
    return date.relation is When.SINCE or date.precision in {Precision.SEASON, Precision.YEAR, Precision.RANGE}


def _plural_target(mention: Mention) -> bool:
    target = mention.target
    return target is not None and is_plural(mention.sentence.sentence.tokens[target.head].lower)


def _is_series(mention: Mention, count: Quantity | None) -> bool:
    event = mention.event
    if event is None or mention.weapon is not None or is_clash(mention):
        return False
    if count is not None:
        return True
    phrases, w = mention.sentence.phrases, words()
    if any(phrases.sentence.tokens[i].lower in w.repeated for i in range(event.first, event.head)):
        return not _has_day(mention) and is_plural(phrases.sentence.tokens[event.head].lower)
    if event.preposition is None or phrases.sentence.tokens[event.preposition].lower != "of":
        return False
    before = phrases.at[event.preposition - 1]
    return isinstance(before, NounGroup) and phrases.sentence.tokens[before.head].lower in w.series


def _has_day(mention: Mention) -> bool:
    return any(d.precision is Precision.DAY and d.relation is When.ON for d in mention.sentence.dates)


def is_clash(mention: Mention) -> bool:
    """Tell an event that two sides have ("clashes"), which has no plural."""
    return mention.event is not None and lemma(mention.sentence.phrases, mention.event) in words().clashes


def _munitions(mention: Mention, others: Sequence[int]) -> tuple[Quantity | None, AttackType | None]:
    """Return how many rounds hit or were fired, and the type that they give."""
    phrases = mention.sentence.phrases
    if mention.weapon is not None:
        return _rounds(mention, mention.weapon), weapon_type(phrases, mention.weapon)
    for group in phrases.nouns:
        if weapon_type(phrases, group) is None or group.first < mention.anchor:
            continue
        if any(mention.anchor < o <= group.head for o in others):
            break
        before = phrases.sentence.tokens[group.first - 1].lower
        if before in {"involving", "with", "using", "of", "by", "from"} and group.first - mention.last <= 8:
            return _rounds(mention, group), weapon_type(phrases, group)
    return None, None


def _is_known(phrases: Phrases, group: NounGroup | None) -> bool:
    """Tell one named before: a pronoun, or "the" with one person or thing."""
    if group is None:
        return False
    head, first = phrases.sentence.tokens[group.head].lower, phrases.sentence.tokens[group.first].lower
    return head in {"he", "him", "she", "her", "they", "them"} or (first == "the" and not is_plural(head))


def _is_fresh(phrases: Phrases, group: NounGroup | None) -> bool:
    """Tell somebody new: "a member of the group"."""
    return group is not None and phrases.sentence.tokens[group.first].lower in {"a", "an", "another"}


def _is_state_strike(phrases: Phrases, event: NounGroup | None, doer: Doer | None) -> bool:
    """Tell a bare "strike" that a state's forces are plainly the doers of: an air strike."""
    if event is None or doer is None or not doer.is_state or doer.blamed:
        return False
    return lemma(phrases, event) in {"strike", "retaliation"}


def _is_one_of(mention: Mention) -> bool:
    """Tell one of several ("one of the strikes")."""
    event, phrases = mention.event, mention.sentence.phrases
    if event is None or event.preposition is None or mention.weapon is not None:
        return False
    around = outer(phrases, event)
    return around is not event and around.bare and phrases.sentence.tokens[around.head].lower in {"one", "another"}


def _rounds(mention: Mention, group: NounGroup) -> Quantity | None:
    phrases = mention.sentence.phrases
    quantity = quantity_in(mention, group.first, group.head)
    drone = weapon_type(phrases, group) is AttackType.DRONE
    if quantity is not None:
        return None if drone and quantity.high == 1 else quantity
    head = phrases.sentence.tokens[group.head]
    if drone:
        return None
    if is_plural(head.lower):
        return Quantity(2, None, Qualifier.VAGUE, head.text, head.start, head.end)
    determiner = phrases.sentence.tokens[group.first]
    if determiner.lower in {"a", "an", "one"}:
        return Quantity(1, 1, Qualifier.EXACT, determiner.text, determiner.start, determiner.end)
    return None


# ---- whom


def _target(mention: Mention) -> str | None:
    """Return what was hit, as printed, short."""
    group = mention.target
    if group is None or mention.sentence.phrases.tags[group.head] is Tag.PRONOUN:
        return None
    phrases = mention.sentence.phrases
    if is_event(phrases, group):
        return None
    last = group.last
    following = phrases.at[last + 2] if last + 2 < len(phrases.at) else None
    if isinstance(following, NounGroup) and phrases.sentence.tokens[last + 1].lower == "of" and not following.temporal:
        last = following.last
    tokens = phrases.sentence.tokens
    return mention.sentence.source.text[tokens[group.first].start : tokens[last].end]


def _is_another(phrases: Phrases, event: NounGroup | None) -> bool:
    """Tell an event that the words set apart from those named before."""
    if event is None:
        return False
    first = phrases.sentence.tokens[event.first].lower
    return first == "another" or (
        first in {"similar", "other", "further", "more"} and phrases.tags[event.first] is Tag.ADJECTIVE
    )


def _harmed(mention: Mention) -> frozenset[str]:
    """Return the nouns (singular) for those killed or hurt in the mention's sentence."""
    phrases, w = mention.sentence.phrases, words()
    found = set()
    for verb in phrases.verbs:
        if verb.lemma in w.harming or verb.lemma in {"die", "hurt"}:
            group = subject_of(phrases, verb) if verb.passive or verb.lemma == "die" else object_of(phrases, verb)
            if group is not None and not group.bare:
                found.add(lemma(phrases, group))
    for group in phrases.nouns:
        if group.preposition and phrases.sentence.tokens[group.preposition].lower == "of":
            before = phrases.at[group.preposition - 1]
            if isinstance(before, NounGroup) and lemma(phrases, before) in {"killing", "death", "murder"}:
                found.add(lemma(phrases, group))
    return frozenset(found)


def _definiteness(phrases: Phrases, event: NounGroup | None) -> tuple[bool, bool]:
    if event is None:
        return False, False
    first = phrases.sentence.tokens[outer(phrases, event).first].lower
    modifiers = {phrases.sentence.tokens[i].lower for i in range(event.first, event.head)}
    possessive = any(phrases.tags[i] is Tag.POSSESSIVE for i in range(event.first, event.head))
    if first in {"a", "an"} and _it_was(phrases, event):
        return True, True
    pointing = first in {"such", "these", "those", "this", "that"} or bool(modifiers & {"latest", "same", "new"})
    return first in {"the", "such", "these", "those", "this", "that", "both"} or possessive, pointing


def _it_was(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "it was a targeted attack", which points back."""
    verb = phrases.at[event.first - 1] if event.first > 0 else None
    if not isinstance(verb, VerbGroup) or verb.lemma != "be":
        return False
    subject = subject_of(phrases, verb)
    return subject is not None and phrases.sentence.tokens[subject.head].lower in {"it", "this", "that"}


# ---- one mention, several attacks


def _split(frame: Frame, others: Sequence[int], utterances: Sequence[Utterance]) -> Iterable[Frame]:
    """Give each date of its own a frame ("on July 16 and 25"), and each victim of "the assassinations of A and B"."""
    mention = frame.mention
    days = [d for d in mention.sentence.dates if d.relation is When.ON and d.precision is Precision.DAY]
    if frame.count is not None and frame.count.low == len(days) and len(days) > 1:
        return [replace(frame, date=d, series=False, count=None, apart=(d.start, d.end)) for d in days]
    parts = _per_country(mention)
    if parts:
        return [
            replace(frame, series=True, count=count, countries=(country,), place=None, apart=(count.start, count.end))
            for count, country in parts
        ]
    victims = _victims(mention)
    if len(victims) > 1:
        return [replace(frame, target=text, apart=(a, b), plural=False, series=False) for text, a, b in victims]
    return [frame if not victims else replace(frame, target=victims[0][0])]


def _per_country(mention: Mention) -> list[tuple[Quantity, str]]:
    """Return the counts that a sentence gives by country: "three sites in the one country and two in the other"."""
    phrases, target = mention.sentence.phrases, mention.target
    if target is None or lemma(phrases, target) not in words().sites:
        return []
    counts = [q for q in mention.sentence.quantities if q.kind is QuantityKind.COUNT and q.first >= target.first]
    places = [p for p in mention.sentence.places if p.place.kind is PlaceKind.COUNTRY and p.relation and p.first > target.head
              and p.relation.kind is RelationKind.IN]  # fmt: skip
    if len(counts) != len(places) or len(counts) < 2:
        return []
    if not all(c.first < p.first for c, p in zip(counts, places, strict=True)):
        return []
    return [(c.quantity, p.place.country) for c, p in zip(counts, places, strict=True) if p.place.country]


def _victims(mention: Mention) -> list[tuple[str, int, int]]:
    """Return the victims that "the assassination(s) of A and B" lists, as printed, with start and end."""
    event = mention.event
    phrases = mention.sentence.phrases
    if event is None or lemma(phrases, event) not in {"assassination", "murder", "slaying"}:
        return []
    tokens = phrases.sentence.tokens
    victims: list[list[int]] = []
    i = event.last + 1
    while i < len(tokens):
        group = phrases.at[i]
        if isinstance(group, VerbGroup) or tokens[i].lower in {",", ";", "."} or phrases.tags[i] is Tag.RELATIVE:
            break
        if isinstance(group, NounGroup):
            before = tokens[i - 1].lower
            if victims and before == "of" and victims[-1][1] == i - 2:
                victims[-1][1] = group.last
            elif before in {"of", "and"}:
                victims.append([i, group.last])
            i = group.last + 1
            continue
        i += 1
    text = mention.sentence.source.text
    spans = [(tokens[a].start, tokens[b].end) for a, b in victims]
    return [(text[a:b], a, b) for a, b in spans]


# ---- guilt that the same sentence speaks of


def lay_guilt(guilt: Sequence[Guilt], frames: Sequence[Frame]) -> list[Frame]:
    """Give each word of guilt to the frames of its sentence that it speaks of.

    Those are the one it counts ("the first"), else all that stand in its reach, else the nearest.
    """
    out = list(frames)
    for word in guilt:
        if not out:
            break
        reach = [i for i, f in enumerate(out) if word.first <= f.mention.anchor <= word.last]
        listed = [i for i, f in enumerate(out) if sum(g.mention is f.mention for g in out) > 1]
        if word.ordinal is not None and word.ordinal <= len(listed):
            reach = [listed[word.ordinal - 1]]
        elif not reach:
            phrases = out[0].mention.sentence.phrases
            reach = [min(range(len(out)), key=lambda n: _distance(phrases, out[n].mention.anchor, word.first))]
        for i in reach:
            doer = out[i].doer
            if doer is None or doer.name is None or (doer.generic and not word.doer.generic):
                out[i] = replace(out[i], doer=word.doer)
    return out
