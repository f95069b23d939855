"""Hands: how far the doers of a frame and of an attack are the same; None where they never are."""

from __future__ import annotations

from analysis.coding.attacks.cluster import Cluster, is_long_frame
from analysis.coding.attacks.doers.doer import Doer
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.merging.shared_victims import target_likeness
from analysis.coding.attacks.nouns import is_event, lemma
from analysis.coding.attacks.words import words
from analysis.coding.rows import Attribution
from analysis.coding.victims.nations import nation_in
from analysis.language.gazetteer import country_name
from analysis.language.text.forms import parse_singular


def doer_likeness(frame: Frame, cluster: Cluster) -> float | None:
    """Return how far the doers are the same; None where they never are."""
    if is_on_own_forces(frame, cluster) or _came_after_told(frame, cluster):
        return None
    mine = frame.doer if frame.doer and frame.doer.name else None
    others = [f.doer for f in cluster.seen if f.doer and f.doer.name]
    if _are_enemies(frame, cluster):
        return None
    if mine is None or not others:
        counted = frame.series and frame.count is not None and not frame.definite and is_long_frame(frame)
        if counted and mine is None and others and cluster.series and not cluster.in_headline:
            return None  # "11 attacks since October" by nobody named, and "repeated attacks" by rebels
        return 0.0
    if any(d.name == mine.name for d in others):
        return 1.5
    several = frame.series or frame.plural or cluster.series
    values = [_twodoer_likeness(mine, d, several) for d in others]
    if None in values and _is_countercharge(frame, cluster):
        return 0.0
    return None if any(v is None for v in values) else max(v for v in values if v is not None)


def is_on_theirs(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the army attacked *their camps*", those of who may have done what was told before, by nobody named."""
    doer = frame.doer is not None and frame.doer.name is not None
    theirs = (frame.target or "").split(" ", 1)[0].lower() in {"its", "their"}
    return doer and theirs and not any(f.doer is not None and f.doer.name for f in cluster.seen)


def _are_enemies(frame: Frame, cluster: Cluster) -> bool:
    """Tell "*gunmen* killed four soldiers", who have no name, from "*the army* killed five men" of a state."""
    seen = [f for f in cluster.seen if not f.mention.sentence.sentence.headline]
    if is_band(frame):
        return any(_is_army(f) for f in seen)
    return _is_army(frame) and any(is_band(f) for f in seen)


def is_band(frame: Frame) -> bool:
    """Tell "gunmen", "militants" without a name or a country."""
    group, sentence = frame.mention.doer, frame.mention.sentence
    if frame.doer is not None and frame.doer.name is not None:
        return False
    if group is None or group == frame.mention.event:
        event, tokens = frame.mention.event, sentence.sentence.tokens
        said = tokens[event.first : event.head] if event is not None and frame.mention.weapon is None else ()
        return any(parse_singular(t.lower) in _BANDS for t in said)  # "the militant attack"
    named = any(group.first <= a.first <= group.last for a in sentence.actors)
    return not named and lemma(sentence.phrases, group) in words().irregular | _GUNMEN


_GUNMEN = frozenset({"gunman", "attacker", "assailant"})
_BANDS = words().bands_of_attacks


def _is_army(frame: Frame) -> bool:
    return frame.mention.doer is not None and frame.doer is not None and frame.doer.is_state and not frame.doer.blamed


def _is_countercharge(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the rebels denied it and said army jets had bombed the convoy", right after they were accused of it."""
    doers = [frame.doer, *(f.doer for f in cluster.seen)]
    accused = all(d.attribution is Attribution.ACCUSED for d in doers if d is not None and d.name is not None)
    near = 0 < frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= 1
    return accused and near and frame.definite and frame.date is None and target_likeness(frame, cluster) > 0


def _twodoer_likeness(a: Doer, b: Doer, several: bool) -> float | None:
    """Return how far two doers of different names can be one; of one attack two may be accused, of a series not."""
    if a.coalition or b.coalition:
        return None if a.insurgent or b.insurgent else 0.0
    if several:
        return None
    if (a.generic or b.generic) and not a.is_state and not b.is_state:
        return 0.5
    if any(x.is_state and not x.blamed and y.blamed and not y.is_state for x, y in ((a, b), (b, a))):
        return None  # what a state's troops did is not what a group is accused of
    return 0.0 if a.blamed or b.blamed else None


def _came_after_told(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the army shelled the district *after the attack*", which was told before with nobody as its doer."""
    mention, doer = frame.mention, frame.doer
    if mention.verb is None or doer is None or not doer.is_state or mention.event is not None:
        return False
    if any(f.doer is not None and f.doer.name == doer.name for f in cluster.seen):
        return False
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    for group in phrases.nouns:
        if group.first <= mention.last or group.preposition is None or not is_event(phrases, group):
            continue
        after = tokens[group.preposition].lower in {"after", "following"}
        if after and tokens[group.first].lower in {"the", "that", "this"} and group.first == group.head - 1:
            return not any(mention.last < v.first < group.first for v in phrases.verbs)
    return False


def is_on_own_forces(frame: Frame, cluster: Cluster) -> bool:
    """Tell the answer of a state to an attack on its own base, and an attack on its forces from what those did."""
    hits, told = [frame.doer], [f.mention for f in cluster.seen]
    if frame.doer is None and not frame.definite:
        hits, told = [f.doer for f in cluster.seen], [frame.mention]
    states = {doer.name for doer in hits if doer is not None and doer.is_state}
    if not states or frame.definite:
        return False
    return any(_state_of_forces(mention) in states for mention in told)


def _state_of_forces(mention: Mention) -> str | None:
    """Return the state whose forces or posts were hit, by the words that name them, or None."""
    group, tokens = mention.target, mention.sentence.sentence.tokens
    if group is None or parse_singular(tokens[group.head].lower) not in _OWN_POSTS:
        return None
    iso = nation_in(tokens, group.first, group.head)
    return country_name(iso) if iso is not None else None


_OWN_POSTS = words().own_posts
