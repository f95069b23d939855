"""Agreement: how far a frame and the frames of an attack can be, or must be, one and the same attack."""

from __future__ import annotations

from analysis.coding.attacks.clauses.answering import is_answer, is_answered, is_reply
from analysis.coding.attacks.clauses.apart import are_told_apart
from analysis.coding.attacks.cluster import Cluster, event_lemma
from analysis.coding.attacks.doers.culprits import hit_culprit
from analysis.coding.attacks.frame import Frame
from analysis.coding.attacks.merging.adding import is_added
from analysis.coding.attacks.merging.compatibility import is_account, scopes_meet, types_meet
from analysis.coding.attacks.merging.defending import is_swept
from analysis.coding.attacks.merging.hands import doer_likeness, is_on_theirs
from analysis.coding.attacks.merging.identity import (
    are_of_those_rounds,
    are_same_rounds,
    are_those_rounds,
    identity_likeness,
)
from analysis.coding.attacks.merging.nearness import date_likeness, is_after_murder
from analysis.coding.attacks.merging.retelling import (
    came_before,
    is_by_the_known,
    is_by_those_men,
    is_how_he_died,
    is_named_then,
    is_told_by_verb,
    is_told_in_full,
    is_told_inside,
)
from analysis.coding.attacks.merging.scenes import scene_likeness
from analysis.coding.attacks.merging.shared_victims import share_toll, share_victims, target_likeness, vessel_likeness
from analysis.coding.attacks.nouns import lemma, platform_type
from analysis.coding.attacks.words import words
from analysis.language.grammar.tags import Tag


def likeness(frame: Frame, cluster: Cluster, age: int) -> float | None:
    """Return how much speaks for one attack, or None where something speaks against it.

    `age` is 0 for the attack mentioned last, 1 for the one before it …
    """
    if frame.mention.attached is not None and _holds(cluster, frame):
        return 9.0
    ships = vessel_likeness(frame, cluster)
    if ships is None:
        return None
    if any(test(frame, cluster) for test in _SAME):
        return 8.0
    if is_swept(frame, cluster) or is_on_theirs(frame, cluster) or is_after_murder(frame, cluster):
        return None
    if not scopes_meet(frame, cluster) or not types_meet(frame, cluster) or _side_by_side(frame, cluster):
        return None
    if is_added(frame, cluster) or _is_hit_back(frame, cluster):
        return None
    if age and cluster.series and is_account(frame, cluster):
        return None
    when = date_likeness(frame, cluster)
    where = scene_likeness(frame, cluster)
    who = doer_likeness(frame, cluster)
    if when is None or where is None or who is None:
        return None
    score = when + where + who + target_likeness(frame, cluster) + _back(frame, cluster) - min(0.1 * age, 0.5)
    score += identity_likeness(frame, cluster) + ships
    if frame.type in cluster.types:
        score += 0.75
    if cluster.empty and cluster.open:
        score -= 1.5  # talk of attacks, which a later mention rarely means
    if _named_now(frame, cluster) or (age == 0 and _tells_how_it_went(frame, cluster)):
        score += 1.0
    if share_victims(frame, cluster):
        score += 1.0
    if share_toll(frame, cluster) and not frame.definite:
        score += 3.0
    if any(frame.people & f.people for f in cluster.seen):
        score += 1.5
    if age <= 1 and _is_there(frame, cluster):
        score += 1.5
    if age == 0 and (is_named_then(frame, cluster) or is_told_by_verb(frame, cluster)):
        score += 1.5
    if _is_named_by_target(frame, cluster) or (age == 0 and is_told_in_full(frame, cluster)):
        score += 2.0
    if age == 0 and (is_by_the_known(frame, cluster) or is_how_he_died(frame, cluster)):
        score += 2.0
    return score


def _is_same_platform(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the jet dropped two bombs", right after "a jet bombed a school"."""
    doer, last = frame.mention.doer, cluster.frames[-1].mention
    if doer is None or last.doer is None or frame.series or cluster.series:
        return False
    tokens, before = frame.mention.sentence.sentence.tokens, last.sentence.sentence.tokens
    noun = lemma(frame.mention.sentence.phrases, doer)
    same = noun == lemma(last.sentence.phrases, last.doer) and noun == tokens[doer.head].lower
    if not same or platform_type(noun) is None or frame.mention.sentence.number - last.sentence.number != 1:
        return False
    first = tokens[doer.first].lower == "the" and before[last.doer.first].lower in {"a", "an"}
    return first and not {t.lower for t in tokens[doer.last + 1 : frame.mention.last + 2]} & {"then", "also", "later"}


def _is_there(frame: Frame, cluster: Cluster) -> bool:
    """Tell "a bomber blew himself up at the gate of *the camp*", right after an attack on "a camp"."""
    mention, last = frame.mention, cluster.frames[-1].mention
    target, phrases = last.target, frame.mention.sentence.phrases
    if target is None or mention.sentence.number - last.sentence.number not in {1, 2} or frame.place is not None:
        return False
    noun = lemma(last.sentence.phrases, target)
    if noun not in words().posts | words().bodies | words().carriers or last.sentence.sentence.headline:
        return False
    if last.sentence.sentence.tokens[target.first].lower not in {"a", "an"}:
        return False
    return any(
        lemma(phrases, g) == noun and phrases.sentence.tokens[g.first].lower == "the" and g.first > mention.first
        for g in phrases.nouns
    )


def _is_named_by_target(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the hospital attack", "the funeral bombing": what stands before the noun is what was hit."""
    event = frame.mention.event
    if event is None or frame.mention.weapon is not None or not frame.definite:
        return False
    phrases = frame.mention.sentence.phrases
    named = {
        phrases.sentence.tokens[i].lower for i in range(event.first, event.head) if phrases.tags[i] is Tag.NOUN
    } - set(words().modifiers)
    return any(named & set(f.target.lower().split()) for f in cluster.seen if f.target)


def _is_retold(frame: Frame, cluster: Cluster) -> bool:
    """Tell "A few hours ago, activists reported that a car was attacked there": how it was told at first."""
    sentence = frame.mention.sentence
    opening = [t.lower for t in sentence.sentence.tokens[:4]]
    earlier = opening[0] in {"earlier", "early"} or "ago" in opening
    told = any(v.lemma in words().saying and v.last < frame.mention.first for v in sentence.phrases.verbs)
    there = frame.place is not None and any(
        f.place is not None and f.place.name == frame.place.name for f in cluster.seen
    )
    return earlier and told and there


_SAME = (_is_same_platform, are_those_rounds, are_of_those_rounds, are_same_rounds, is_told_inside, is_by_those_men)


def _side_by_side(frame: Frame, cluster: Cluster) -> bool:
    """Tell "attacked a carrier and fired at a destroyer": one sentence that names two things one after the other."""
    same = [f.mention for f in cluster.frames[-4:] if f.mention.sentence is frame.mention.sentence]
    tests = (are_told_apart, is_answer, hit_culprit)
    return any(came_before(m, frame) or any(test(m, frame.mention) for test in tests) for m in same)


def _is_hit_back(frame: Frame, cluster: Cluster) -> bool:
    """Tell the answer to an attack from the attack, unless the one who answers is known to have done it."""
    there = any(f.mention.sentence is frame.mention.sentence for f in cluster.seen)
    if not is_reply(frame.mention) or (cluster.in_headline and not there):
        return False
    if any(is_reply(f.mention) for f in cluster.seen):
        return False
    return doer_likeness(frame, cluster) != _SAME_DOER


#: the likeness of doers of one name
_SAME_DOER = 1.5


def _named_now(frame: Frame, cluster: Cluster) -> bool:
    """Tell "opened fire on Amal Hadi", right after a sentence in which a judge was shot."""
    near = 0 < frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number <= 2
    known = any(f.people and not f.names for f in cluster.seen) and not any(f.names for f in cluster.seen)
    return near and bool(frame.names) and known and frame.date is None


def _tells_how_it_went(frame: Frame, cluster: Cluster) -> bool:
    """Tell how an attack went, right after it was told: no day, place or thing of its own, nobody else who did it."""
    if frame.date or frame.place or frame.series or frame.plural or frame.fresh or frame.another:
        return False
    tokens, number = frame.mention.sentence.sentence.tokens, frame.mention.sentence.number
    if not 0 < number - cluster.frames[-1].mention.sentence.number <= 3 or tokens[0].lower in words().elsewhere:
        return False
    target, verb = frame.mention.target, frame.mention.verb
    burns = verb is not None and verb.lemma in {"set", "burn", "torch"}  # what they also did
    known = target is None or tokens[target.first].lower in _KNOWN or frame.mention.rule == "killed-by-armed" or burns
    return known and not cluster.series and not cluster.in_headline


_KNOWN = frozenset({"the", "their", "its", "his", "her", "them", "it", "him", "they", "he", "she", "those", "this"})


def _holds(cluster: Cluster, frame: Frame) -> bool:
    """Tell the attack of the mention that a frame is attached to."""
    return any(
        f.mention.sentence is frame.mention.sentence and f.mention.anchor == frame.mention.attached
        for f in cluster.frames[-8:]
    )


def _is_called(cluster: Cluster, noun: str) -> bool:
    """Tell whether an attack was named by a noun, or by one that ends in it: "the strike" after "an airstrike"."""
    return noun in cluster.lemmas or (noun == "strike" and "airstrike" in cluster.lemmas)


def _back(frame: Frame, cluster: Cluster) -> float:
    """Return how far the words of a mention point back to an attack."""
    if cluster.in_headline:
        return 2.5 if frame.definite or len(cluster.seen) == 1 else 0.5
    if _is_of_stranger(frame, cluster):
        return 0.0
    score = 2.0 if frame.definite else 0.5
    if (frame.series or frame.plural) and (cluster.series or cluster.open):
        score += 1.5 if event_lemma(frame) in cluster.lemmas else 1.0
    score += 1.0 * frame.pointing
    if frame.fresh and not _is_retold(frame, cluster):
        far = frame.mention.sentence.number - cluster.frames[-1].mention.sentence.number > 1
        score -= 2.5 if far else 1.0
    if frame.definite and frame.plural and not any(f.plural or f.series or f.munitions for f in cluster.seen):
        score -= 0.75  # "the strikes", of which others were told in the plural
    if frame.definite and _is_called(cluster, event_lemma(frame)):
        score += 1.0
    latest = cluster.frames[-1].mention
    if _is_new_event(frame) and frame.mention.sentence.number - latest.sentence.number > 2:
        score -= 1.0
    if frame.definite and not cluster.in_headline and frame.mention.sentence.number - latest.sentence.number == 1:
        score += 1.25 if _is_bare_the_attack(frame) else 0.5
        score -= 2.5 * (frame.mention.rule == "event-noun" and all(is_answered(f.mention) for f in cluster.seen))
    if frame.pointing and _is_demonstrative(frame) and frame.mention.sentence.number - latest.sentence.number == 1:
        score += 1.5
    if frame.mention.sentence is latest.sentence and not frame.definite:
        weapon = (frame.mention.weapon is None) != (latest.weapon is None)
        again = (weapon or _is_theirs(frame)) and cluster.frames[-1].definite
        score += 1.5 if again else (-2.0 if _brings_new(frame) else -0.5)
    elif _says_nothing_new(frame):
        score += 1.25
    return score


def _is_theirs(frame: Frame) -> bool:
    """Tell "before dozens of men began *their assault*", the one that the sentence tells of."""
    event = frame.mention.event
    return event is not None and frame.mention.sentence.sentence.tokens[event.first].lower in {"their", "its"}


def _is_of_stranger(frame: Frame, cluster: Cluster) -> bool:
    """Tell "the killing of Amal Hadi", whom nothing said of the attack before names: an attack of its own."""
    phrases, event, whom = frame.mention.sentence.phrases, frame.mention.event, frame.mention.target
    if event is None or whom is None or event_lemma(frame) not in words().murders:
        return False
    if phrases.tags[whom.head] is not Tag.PROPER:
        return False
    return not any(frame.people & f.people or f.names for f in cluster.seen) and not share_victims(frame, cluster)


def _is_bare_the_attack(frame: Frame) -> bool:
    """Tell "the attack", which means the one told last, from "the car bombing", which says what it was."""
    event = frame.mention.event
    return event is None or event.first + 1 >= event.head


def _is_new_event(frame: Frame) -> bool:
    """Tell "a raid", "an American raid", with no day or place that would make it one told before."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    if event is None or frame.definite or frame.date is not None or frame.place is not None:
        return False
    return tokens[event.first].lower in {"a", "an"}


def _brings_new(frame: Frame) -> bool:
    """Tell a mention with a day, a place or a thing hit that its sentence gives to it alone."""
    target = frame.mention.target
    known = target is None or frame.mention.sentence.sentence.tokens[target.first].lower in _KNOWN
    return bool(frame.date or _names_place(frame) or not known or frame.plural or frame.series)


def _names_place(frame: Frame) -> bool:
    """Tell a place that stands behind the words of the attack, not only in front of all that its sentence tells."""
    here = [p.first for p in frame.mention.sentence.places if p.place == frame.place]
    return frame.place is not None and (not here or max(here) > min(frame.mention.first, _LABEL))


#: tokens of a label ("Raqqa province:")
_LABEL = 5


def _is_demonstrative(frame: Frame) -> bool:
    """Tell "that massacre", which points at what was told right before."""
    event = frame.mention.event
    word = frame.mention.sentence.sentence.tokens[event.first].lower if event is not None else ""
    return word in {"this", "that", "these", "those"}


def _says_nothing_new(frame: Frame) -> bool:
    """Tell a mention without day, place, doer, count or a word that sets it apart: most likely told again."""
    dated = frame.date is not None and (frame.date.date_from is not None or frame.date.weekday is not None)
    if dated or frame.place or frame.doer or frame.count or frame.series or frame.fresh:
        return False
    group = frame.mention.event
    tokens = frame.mention.sentence.sentence.tokens
    if tokens[0].lower in words().elsewhere:
        return False
    return group is not None and not any(t.lower in words().again for t in tokens[group.first : group.head])
