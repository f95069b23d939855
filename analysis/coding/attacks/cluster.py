"""A cluster: the frames that speak of one attack, or of one series."""

from __future__ import annotations

from dataclasses import dataclass, field

from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.nouns import lemma
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention, Precision, Relation
from analysis.language.places import PlaceKind
from analysis.language.text.forms import is_plural

#: frames of a cluster that are looked at from each end
_SEEN = 16
#: tokens of a headline
_LONGEST_HEADLINE = 18


@dataclass(slots=True)
class Cluster:
    """The frames that speak of one attack, or of one series."""

    frames: list[Frame] = field(default_factory=list)

    @property
    def seen(self) -> list[Frame]:
        """The first and the latest frames, which are looked at: merging stays linear where one attack fills a text."""
        return self.frames if len(self.frames) <= 2 * _SEEN else self.frames[:_SEEN] + self.frames[-_SEEN:]

    @property
    def series(self) -> bool:
        """Counted or run together; or only ever an uncounted plural that no day holds."""
        if any(f.series for f in self.seen):
            return True
        return all(f.plural for f in self.seen) and not any(is_day(f) or _hits_one(f) for f in self.seen)

    @property
    def open(self) -> bool:
        """Only uncounted plurals so far: may turn out a single or a series."""
        return all(f.plural and not f.series for f in self.seen)

    @property
    def types(self) -> set[AttackType]:
        """The types that its mentions give, without those that are only the default of a loose word."""
        return {f.type for f in self.seen if not f.weak} - {AttackType.OTHER}

    @property
    def lemmas(self) -> set[str]:
        """The nouns, in the singular, that name it."""
        return {event_lemma(f) for f in self.seen if f.mention.event is not None and f.mention.weapon is None}

    @property
    def empty(self) -> bool:
        """Nothing is said of it but that there was one: no day, place, doer, target, victim, round or count."""
        return not any(
            _has_time(f) or f.place or f.countries or f.doer or f.target or f.victims or f.munitions or f.count
            for f in self.seen
        )

    @property
    def generic(self) -> bool:
        """Only ever attacks in the plural, uncounted, of no day, place or doer: talk of attacks in general."""
        return all(f.plural and not f.series for f in self.seen) and not any(
            f.date or f.place or f.doer or f.count or f.victims for f in self.seen
        )

    @property
    def is_origin(self) -> bool:
        """Only ever rounds without day, place or aim that tell an area ("from which rockets had been fired")."""
        return all(_tells_origin(f) and not (f.date or f.place or f.target or f.doer) for f in self.seen)

    @property
    def in_headline(self) -> bool:
        """Named in headlines only."""
        return all(f.mention.sentence.sentence.headline for f in self.seen)

    @property
    def is_echo(self) -> bool:
        """Named in short headlines only, without a day: what the text says elsewhere in other words."""
        return all(is_headline(f) and not f.date for f in self.seen)


def _has_time(frame: Frame) -> bool:
    """Tell a time from one that only points to what is not told ("that same night")."""
    date = frame.date
    return date is not None and (date.date_from is not None or date.offset != 0)


def _tells_origin(frame: Frame) -> bool:
    weapon, tokens = frame.mention.weapon, frame.mention.sentence.sentence.tokens
    before = [t.lower for t in tokens[max(0, frame.mention.first - 2) : frame.mention.first]]
    return weapon is not None and before[:1] == ["from"] and before[-1] in {"which", "where"}


def _hits_one(frame: Frame) -> bool:
    """Tell "in March air strikes on a camp killed 80", "strikes near X killed 40", which were one attack."""
    target = frame.mention.target
    there = frame.place is not None and frame.place.kind not in {PlaceKind.COUNTRY, PlaceKind.SEA}
    if there and frame.victims and (frame.date is None or _is_night(frame.date)):
        return True
    if target is None or frame.date is None or not frame.victims or frame.date.relation is Relation.SINCE:
        return False
    tokens = frame.mention.sentence.sentence.tokens
    one = tokens[target.first].lower in {"a", "an", "one"} and not is_plural(tokens[target.head].lower)
    return one and frame.date.precision in {Precision.MONTH, Precision.WEEK, Precision.DAY}


def event_lemma(frame: Frame) -> str:
    """Return the singular of the noun that names the attack, or ""."""
    event = frame.mention.event
    return lemma(frame.mention.sentence.phrases, event) if event is not None else ""


def is_headline(frame: Frame) -> bool:
    """Tell a mention in a short headline, unlike one in an item of a list."""
    sentence = frame.mention.sentence.sentence
    return sentence.headline and len(sentence.tokens) <= _LONGEST_HEADLINE


def is_day(frame: Frame) -> bool:
    """Tell a mention of one day."""
    date = frame.date
    if date is None or date.relation is Relation.SINCE:
        return False
    return date.precision is Precision.DAY or (date.date_from is None and date.weekday is not None)


def is_long_frame(frame: Frame) -> bool:
    """Tell a period over which attacks are counted."""
    date = frame.date
    if date is None or _is_night(date):
        return False
    if date.relation is Relation.SINCE and _OF_A_DAY & set(date.text.lower().split()):
        return False  # "has been shelling the villages since early this morning"
    return date.relation is Relation.SINCE or date.precision in {Precision.YEAR, Precision.SEASON, Precision.RANGE}


_OF_A_DAY = frozenset(
    {"morning", "today", "dawn", "noon", "midday", "afternoon", "evening", "midnight", "hours", "yesterday"}
)


def _is_night(date: DateMention) -> bool:
    """Tell a night, with the day after it, from a longer span."""
    if date.relation is Relation.SINCE or date.date_from is None or date.date_to is None:
        return False
    return (date.date_to - date.date_from).days <= 1
