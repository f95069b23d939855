"""Retelling: what a lead says in short and the sentences under it tell in full: day, place, how many strikes.

"Forty students have been killed in an attack on a school in the west. Militants burned a dormitory in X on Friday";
"and U.S. warplanes bombed depots within hours. By midmorning jets had carried out two strikes on depots near Y".
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.others import opens_apart
from analysis.coding.attacks.cluster import Cluster, is_day, is_long_frame
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.coding.victims.people import noun_of_people
from analysis.language.dates import Precision
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural

#: sentences in which a lead stands, its headlines with it, and sentences from it to what tells it in full
_LEAD, _UNDER, _COUNTED = 4, 5, 12


def is_told_in_full(frame: Frame, cluster: Cluster) -> bool:
    """Tell the dated sentence under a lead that has no day: "have been killed in an attack", "condemned an attack"."""
    if frame.date is None or frame.date.precision is not Precision.DAY or frame.series or frame.plural or frame.another:
        return False
    if not _is_lead(cluster) or not 0 < _gap(frame, cluster) <= _UNDER or cluster.series:
        return False
    published, day = frame.mention.sentence.source.published, frame.date.date_from
    if day is None and (published is not None or frame.date.weekday is None):
        return False
    if published is not None and day is not None and (published - day).days > _NEWS:
        return False
    return any(_is_reacted_to(m) for m in _first(cluster))


#: days for which an attack is told of as news
_NEWS = 14


def is_told_by_verb(frame: Frame, cluster: Cluster) -> bool:
    """Tell "armed men fired at shoppers", right under "were killed in a shooting at a market on Saturday".

    Only nouns have told of the attack so far, and the verb has neither a day nor a place of its own.
    """
    mention = frame.mention
    if mention.verb is None or frame.series or frame.plural or frame.another or frame.date or frame.place:
        return False
    if cluster.series or not 0 < _gap(frame, cluster) <= _NEXT or mention.sentence.sentence.headline:
        return False
    opening = mention.sentence.sentence.tokens[0].lower
    nouns = all(f.mention.event is not None and f.mention.verb is None for f in cluster.frames)
    return nouns and any(f.date for f in cluster.frames) and opening not in words().elsewhere


#: sentences from the noun of an attack to its verb
_NEXT = 2


def is_named_then(frame: Frame, cluster: Cluster) -> bool:
    """Tell "Father John Ade was stabbed", right after the murder of a priest, or an attack on one, without a name."""
    group, verb, phrases = frame.mention.target, frame.mention.verb, frame.mention.sentence.phrases
    if group is None or verb is None or not verb.passive or frame.date or frame.place or frame.fresh:
        return False
    gap = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number
    if phrases.tags[group.head] is not Tag.PROPER or not 0 < gap <= 2 or any(f.names for f in cluster.seen):
        return False
    return AttackType.ASSASSINATION in cluster.types or (
        _is_of_person(cluster.frames[-1])
        and not any(p.first <= group.head <= p.last for p in frame.mention.sentence.places)
    )


def _is_of_person(frame: Frame) -> bool:
    """Tell an attack on one person whom a noun names: "the exiled politician was stabbed"."""
    group, tokens = frame.mention.target, frame.mention.sentence.sentence.tokens
    if group is None or is_plural(tokens[group.head].lower):
        return False
    return noun_of_people(tokens, group.first, group.head) is not None


def is_by_the_known(frame: Frame, cluster: Cluster) -> bool:
    """Tell what "the attackers", "the gunmen" did, right after the attack in which they were told of."""
    doer, tokens = frame.mention.doer, frame.mention.sentence.sentence.tokens
    if doer is None or tokens[doer.first].lower != "the" or frame.series or frame.plural or frame.another:
        return False
    if cluster.series or not 0 < _gap(frame, cluster) <= _NEXT or cluster.in_headline:
        return False
    return lemma(frame.mention.sentence.phrases, doer) in words().known_doers


def is_how(frame: Frame, cluster: Cluster) -> bool:
    """Tell what "the gunmen" did after "attacked three villages on Sunday", or "the attackers" anywhere right after."""
    doer, phrases = frame.mention.doer, frame.mention.sentence.phrases
    if doer is None or frame.series or frame.plural or phrases.sentence.tokens[doer.first].lower not in {"the", "they"}:
        return False
    who, gap = lemma(phrases, doer), _gap(frame, cluster)
    if frame.date is None and frame.place is None:
        known = who in words().nobody | words().known_doers | {"they"}
        return known and any(is_day(f) for f in cluster.seen)
    return who in words().known_doers and gap == 1


def is_how_he_died(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the officer was killed when his car was hit in X", right after a strike that killed him was told."""
    target, tokens = frame.mention.target, frame.mention.sentence.sentence.tokens
    if target is None or frame.date or frame.doer or frame.series or frame.plural or _gap(frame, cluster) != 1:
        return False
    killed = any(v.passive and v.lemma == "kill" for v in frame.mention.sentence.phrases.verbs)
    his = tokens[target.first].lower in {"his", "her", "their"}
    return killed and his and any(f.victims for f in cluster.seen)


def is_by_those_men(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the attackers opened fire near X", right after gunmen ambushed a convoy in its state."""
    if frame.date is not None or _gap(frame, cluster) != 1 or not is_by_the_known(frame, cluster):
        return False
    doer, phrases = cluster.frames[-1].mention.doer, cluster.frames[-1].mention.sentence.phrases
    return doer is not None and lemma(phrases, doer) in words().nobody | words().known_doers


def is_told_inside(frame: Frame, cluster: Cluster) -> bool:
    """Tell "In a separate attack on Friday, *a drone strike* killed two": its opening names what the clause tells."""
    last, mention = cluster.frames[-1].mention, frame.mention
    if last.sentence is not mention.sentence or last.event is None or frame.another or frame.series:
        return False
    return last.event.preposition == 0 and opens_apart(mention.sentence.phrases)


def is_counted_again(frame: Frame, cluster: Cluster) -> bool:
    """Tell "two strikes near Y" of the doer whose strikes a lead has without their number, day or town."""
    if not frame.series or frame.count is None or is_long_frame(frame) or frame.another:
        return False
    if not _is_lead(cluster) or not 0 < _gap(frame, cluster) <= _COUNTED or any(f.count for f in cluster.frames):
        return False
    if any(f.mention.event is not None and f.mention.weapon is None and not f.plural for f in cluster.frames):
        return False  # "a drone strike", and then "dozens of drone strikes"
    doers = {f.doer.name for f in cluster.frames if f.doer is not None and f.doer.name is not None}
    same = len(doers) == 1 and (frame.doer is None or frame.doer.name in doers)
    return same and frame.type is not AttackType.OTHER and all(f.type is frame.type for f in cluster.frames)


def is_counted_of_day(frame: Frame, cluster: Cluster) -> bool:
    """Tell "another three attacks on posts on Friday", after "a string of attacks" on posts of that day: its number."""
    if not (frame.series and frame.count and frame.target and is_day(frame) and cluster.series) or frame.date is None:
        return False
    day, hit = frame.date.date_from, frame.target.split()[-1]
    alike = any(is_day(f) and f.date and f.date.date_from == day and hit in (f.target or "") for f in cluster.seen)
    return alike and not any(f.count for f in cluster.seen)


def _is_lead(cluster: Cluster) -> bool:
    """Tell what only the head of a report has told, without a day."""
    number = max(f.mention.sentence.number for f in cluster.frames)
    return number <= _LEAD and not any(f.date and f.date.date_from for f in cluster.frames) and not cluster.in_headline


def _first(cluster: Cluster) -> list[Mention]:
    """Return what the first sentence under the headlines tells of an attack."""
    body = [f.mention for f in cluster.frames if not f.mention.sentence.sentence.headline]
    return [m for m in body if m.sentence.before is None or m.sentence.before.sentence.headline]


def _gap(frame: Frame, cluster: Cluster) -> int:
    return frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number


def _is_reacted_to(mention: Mention) -> bool:
    """Tell "condemned an attack", "are hunting gunmen who": what is done about it now."""
    before = [v for v in mention.sentence.phrases.verbs if v.last < mention.first]
    return any(v.lemma in words().blaming | words().after_the_fact | _HUNTING for v in before)


_HUNTING = frozenset({"hunt", "seek", "search", "mourn", "bury", "probe"})


def came_before(told: Mention, frame: Frame) -> bool:
    """Tell "jets hit a depot after an attack at Thule wounded two", which has a place of its own."""
    event, place = frame.mention.event, frame.place
    if told.doer is None or event is None or place is None or frame.definite or told.last >= event.first:
        return False
    tokens = frame.mention.sentence.sentence.tokens
    opening = event.preposition if event.preposition is not None else event.first - 1
    after = tokens[opening].lower in {"after", "following"}
    own = place.name.split()[0].lower() in {t.lower for t in tokens[event.head :]}
    return after and own


def is_means(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the attackers used rockets and drones", right after what they attacked: with what they did."""
    verb, doer = frame.mention.verb, frame.mention.doer
    near = 0 <= _gap(frame, cluster) <= _NEXT
    if verb is None or verb.lemma not in {"use", "employ"} or frame.target or frame.date or not near:
        return False
    known = doer is not None and frame.mention.sentence.sentence.tokens[doer.first].lower in {"the", "they"}
    return (known or verb.passive) and bool(cluster.types & _ON_GROUND)


_NEXT = 2
_ON_GROUND = frozenset({AttackType.SHOOTING, AttackType.ASSAULT, AttackType.BOMBING})
