"""Adding: words by which a report goes on to another attack: "Moreover, …", "also shelled", "Yesterday, X reported".

They set a mention apart from the attacks told before only where it names a place that those do not have; what is taken
for known ("the attack also hit the square") goes on as before.
"""

from __future__ import annotations

from functools import cache

from analysis.coding.attacks.clauses.answering import is_answered
from analysis.coding.attacks.clauses.known import is_known_doer, was_before
from analysis.coding.attacks.clauses.targets import is_known
from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.merging.scenes import are_spelt_alike, place_likeness
from analysis.coding.attacks.merging.shared_victims import target_likeness
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.dates import DateMention, Precision
from analysis.language.grammar.tags import Tag


def is_added(frame: Frame, cluster: Cluster) -> bool:
    """Tell a mention that its words, or its place in a list of days, add to an attack told before."""
    if frame.mention.attached is not None or frame.pointing:
        return False
    if cluster.in_headline:  # "Also on Monday, …", far below the news
        return frame.mention.sentence.number > _NEWS and frame.place is not None and _is_addition(frame)
    if frame.date is not None and not any(f.date for f in cluster.seen) and _is_earlier(frame.mention):
        return True
    if (frame.series and was_before(frame.mention)) or _was_shot_earlier(frame, cluster):
        return True
    if _was_answered(frame) and not _is_by_any(frame, cluster):
        return True
    if frame.names and not any(f.names for f in cluster.seen) and is_answered(frame.mention):
        return True
    if _is_item(frame) and not frame.definite:
        return _is_other_item(frame, cluster)
    if _is_addition(frame) and _hits_another(frame, cluster):
        return True
    if frame.place is None or _was_there(frame, cluster) or _takes_for_told(frame):
        return False
    if frame.mention.verb is not None and frame.mention.verb.lemma in _WRECKING and is_known_doer(frame.mention):
        return False  # "the attackers also burned homes in X"
    return _is_addition(frame) or _was_reported_on_another_day(frame, cluster)


def _was_answered(frame: Frame) -> bool:
    """Tell "the war that began in response to *an attack by X*", which is told only for what came of it."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    if event is None or frame.doer is None or frame.doer.name is None:
        return False
    return tokens[event.first].lower in {"a", "an"} and is_answered(frame.mention)


def _is_by_any(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether an attack is said to be by those of a frame."""
    return any(f.doer is not None and frame.doer is not None and f.doer.name == frame.doer.name for f in cluster.seen)


def _was_shot_earlier(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the lawyer, who had been shot dead earlier on Monday", where a bomb was told of: not how it began."""
    verb, mention = frame.mention.verb, frame.mention
    if verb is None or frame.type not in _BY_GUN or not cluster.types or cluster.types & _BY_GUN or cluster.series:
        return False
    tokens = mention.sentence.sentence.tokens
    had = verb.finite and tokens[verb.first].lower == "had"
    around = {t.lower for t in tokens[max(0, verb.first - 6) : verb.last + 5]}
    return "earlier" in around and (had or not verb.finite) and not frame.series


_BY_GUN = frozenset({AttackType.SHOOTING, AttackType.ASSASSINATION})


def _hits_another(frame: Frame, cluster: Cluster) -> bool:
    """Tell "rebels also hit *a rail link*", of which the sentences before say nothing."""
    mention = frame.mention
    if frame.definite or mention.target is None or mention.sentence is cluster.frames[-1].mention.sentence:
        return False
    phrases = mention.sentence.phrases
    if is_known_doer(mention) or is_known(phrases, mention.target) or is_known(phrases, mention.doer):
        return False
    return target_likeness(frame, cluster) <= 0


#: sentences at the head of a report that may tell the attack of its headline
_NEWS = 6


def _is_earlier(mention: Mention) -> bool:
    """Tell "a previous attack", "was last hit on 12 May", "the last time the base was hit": before the news."""
    tokens, dates = mention.sentence.sentence.tokens, mention.sentence.dates
    of_day = {i for d in dates for i in range(d.first, d.last + 1)}  # "last week's attack" is the news
    if mention.event is not None and mention.verb is None:
        own = range(mention.event.first, mention.event.head)
    else:
        verb = mention.verb
        own = range(verb.first, verb.last + 1) if verb is not None else range(0)
        begun = [t.lower for t in tokens[: mention.first]]
        if ["last", "time"] in (begun[:2], begun[1:3]):
            return True
    return any(tokens[i].lower in _EARLIER and i not in of_day for i in own)


_EARLIER = frozenset({"previous", "previously", "earlier", "last", "prior"})

_WRECKING = words().wrecking_there


def _takes_for_told(frame: Frame) -> bool:
    """Tell what the words take for told: "the attack", "the drone", "hit it"."""
    mention = frame.mention
    if mention.event is not None and frame.definite and mention.weapon is None:
        return True
    if mention.weapon is not None and is_known(mention.sentence.phrases, mention.weapon):
        return True
    return is_known(mention.sentence.phrases, mention.target)


def _was_there(frame: Frame, cluster: Cluster) -> bool:
    """Tell an attack that one of the places of a mention is named for already, in whatever spelling."""
    assert frame.place is not None
    for other in cluster.seen:
        if other.place is not None and (
            are_spelt_alike(frame.place, other.place) or (place_likeness(frame.place, other.place) or 0) >= _SAME
        ):
            return True
    return False


#: likeness of one place and itself
_SAME = 2.5


def _is_addition(frame: Frame) -> bool:
    """Tell "Moreover, rebels fired …", "On the other hand, …", "they also shelled …"."""
    mention, tokens = frame.mention, frame.mention.sentence.sentence.tokens
    opening = " ".join(t.lower for t in tokens[:_OPENING])
    if opening.startswith(_openings()):
        return True
    if tokens[0].lower == "another" and mention.sentence.phrases.tags[1] is Tag.NUMBER:
        return True  # "Another two people were killed in an air strike on X"
    verb = mention.verb
    if verb is None:
        return any(t.lower == "also" for t in tokens[max(0, mention.first - _OPENING) : mention.first])  # "also hit by"
    return "also" in {t.lower for t in tokens[max(0, verb.first - 1) : verb.last + 2]}


@cache
def _openings() -> tuple[str, ...]:
    return tuple(words().adding)


#: tokens of the longest opening
_OPENING = 5


def _is_item(frame: Frame) -> bool:
    """Tell an item of a list that a day and a colon open: "July 30: a drone struck two cars"."""
    tokens = frame.mention.sentence.sentence.tokens
    days = [d for d in frame.mention.sentence.dates if d.first <= _OPENING and d.precision is Precision.DAY]
    return bool(days) and days[0].last + 1 < len(tokens) and tokens[days[0].last + 1].text == ":"


def _is_other_item(frame: Frame, cluster: Cluster) -> bool:
    """Tell two items of a list, or an item and what is told outside the list without its day."""
    if any(f.mention.sentence is frame.mention.sentence for f in cluster.frames):
        return False
    return _is_item(cluster.frames[0]) or not any(f.date is not None for f in cluster.frames)


def _was_reported_on_another_day(frame: Frame, cluster: Cluster) -> bool:
    """Tell "Yesterday, activists reported that …", where the attack before is told as news of another day."""
    mention = frame.mention
    opener = next((d for d in mention.sentence.dates if d.first <= 1 and d.precision is Precision.DAY), None)
    if opener is None or _is_today(opener) or opener is frame.date:
        return False
    told = any(
        v.lemma in words().saying | words().counting and opener.last < v.first < mention.first and v.finite
        for v in mention.sentence.phrases.verbs
    )
    days = {f.date.text.lower() for f in cluster.seen if f.date is not None}
    return (
        told
        and opener.text.lower() not in days
        and not any(_is_same_day(opener, f.date) for f in cluster.seen if f.date)
    )


def _is_same_day(opener: DateMention, date: DateMention) -> bool:
    return opener.date_from is not None and opener.date_from == date.date_from


def _is_today(date: DateMention) -> bool:
    return bool({"today", "earlier", "ago", "later", "now"} & set(date.text.lower().split()))
