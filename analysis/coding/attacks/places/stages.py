"""Stages: the place that a sentence opens with as its subject, where that is what was hit, or what saw attacks.

"X was last hit on Friday, when shells fell on its market"; "X, which lies on the coast, has been the scene of attacks".
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import conjuncts
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.places.ground import LOCAL
from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind, PlaceMention


def find_stage(mention: Mention) -> PlaceMention | None:
    """Return the place that a sentence opens with as its subject, where it is what was hit.

    "X itself was last hit on Friday, when shells fell on its market", "X lies near the front, and jets have bombed it",
    "X, rich in oil, has lived through 31 attacks".
    """
    sentence, phrases = mention.sentence, mention.sentence.phrases
    place = next((p for p in sentence.places if p.place.kind in _STAGES and not p.place.part), None)
    group = phrases.at[place.first] if place is not None else None
    if place is None or not isinstance(group, NounGroup) or place.first > _FRONT or group.first > 1:
        return None
    if not _DATELINE.isdisjoint(t.text for t in phrases.sentence.tokens[place.last + 1 : place.last + _DATED]):
        return None
    if group.preposition is not None and phrases.sentence.tokens[group.preposition].lower != "of":
        return None
    if Tag.POSSESSIVE in phrases.tags[place.last + 1 : place.last + 2] or group.head > place.last:
        return None
    target, first = mention.target, next((v for v in phrases.verbs if v.finite and v.first > place.last), None)
    if target is not None and phrases.sentence.tokens[target.head].lower == "it":
        return place
    if first is None or first.negated or first.first > mention.last:
        return None
    hit = first.passive and first.lemma in words().verbs and first is not mention.verb
    when = any(t.lower in {"when", "as"} for t in phrases.sentence.tokens[first.last : mention.first])
    if hit and when:
        return place
    before = mention.event is not None and not any(first.last < v.first < mention.first for v in phrases.verbs)
    return place if before and not first.passive and first.lemma in words().suffering else None


#: what parts a dateline from its sentence, and tokens from its place to that ("X, March 14 (Agency) -")
_DATELINE, _DATED = frozenset({"(", "-", "–", "—", ":"}), 6
_STAGES = LOCAL | {PlaceKind.PROVINCE, PlaceKind.SITE}
#: tokens before a place that opens a sentence ("The town of X")
_FRONT = 4


def suffers(mention: Mention, place: PlaceMention) -> bool:
    """Tell the place that "endures shelling", "saw a third attack", "and its villages came under fire"."""
    phrases, event = mention.sentence.phrases, mention.event
    if event is None or place.first > mention.first:
        return False
    verb = phrases.at[event.first - 1]
    verb = phrases.at[event.preposition - 1] if event.preposition else verb
    scene = verb if isinstance(verb, NounGroup) and lemma(phrases, verb) in {"scene", "site", "target"} else None
    verb = phrases.at[scene.first - 1] if scene is not None and scene.first else verb
    was = scene is not None and isinstance(verb, VerbGroup) and verb.lemma in {"be", "become"}
    if not isinstance(verb, VerbGroup) or verb.passive or not (was or verb.lemma in words().suffering):
        return False
    opening = phrases.at[0] or phrases.at[1]
    if isinstance(opening, NounGroup) and _subject_opens(phrases, opening, verb):
        return phrases.at[place.first] is opening
    subject = subject_of(phrases, verb)
    if subject is None:
        return False
    listed = lemma(phrases, subject) in words().divisions  # "the villages of X, Y and Z underwent shelling"
    return phrases.at[place.first] in conjuncts(phrases, subject) or (
        listed and subject.last < place.first < verb.first
    )


def _subject_opens(phrases: Phrases, group: NounGroup, verb: VerbGroup) -> bool:
    """Tell the subject that a sentence opens with: "X, *which lies on the coast*, has *in recent years* been"."""
    tokens, start = phrases.sentence.tokens, group.last + 1
    if group.preposition is not None or group.temporal or start >= verb.first:
        return False
    commas = [i for i in range(start, verb.first) if tokens[i].text == ","]
    if commas and (len(commas) < 2 or commas[0] != start):
        return False
    rest = range(commas[-1] + 1 if commas else start, verb.first)
    parts = (phrases.at[i] for i in rest)
    return all(part is None or (isinstance(part, NounGroup) and part.temporal) or _is_have(part) for part in parts)


def _is_have(part: NounGroup | VerbGroup) -> bool:
    return isinstance(part, VerbGroup) and part.lemma == "have"
