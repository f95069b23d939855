"""One more, one of them: what a pronoun names after a sentence that told of the first, or of several.

"Another hit X", "A third landed in Y" only with a place or a day of its own, since without them it is a round of the
attack that was told. "One of them, in May, killed two", "The worst left nine dead" is one of the attacks told before.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.clauses.grammar import aim_of
from analysis.coding.attacks.clauses.known import is_one_more
from analysis.coding.attacks.days.when import is_long
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.weapons import ways_of
from analysis.coding.attacks.nouns import is_event, lemma, type_before, weapon_type
from analysis.coding.attacks.numbers.counts import ranked_to
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.text.forms import is_plural

_MORE = frozenset({"another", "others", "more"}) | frozenset(words().ordinals)


def find_one_more(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find a round that is only "another", "a second", "two others" behind the sentence that named the weapon."""
    group = phrases.nouns[0] if phrases.nouns else None
    if sentence.before is None or group is None or sentence.words.isdisjoint(_MORE):
        return
    while group.temporal and group is not phrases.nouns[-1]:
        group = phrases.nouns[phrases.nouns.index(group) + 1]
    verb = next((v for v in phrases.verbs if v.first > group.last), None)
    if verb is None or not is_one_more(phrases, group) or subject_of(phrases, verb) is not group:
        return
    if sentence.sentence.tokens[group.first].lower == "the" or not (sentence.places or sentence.dates):
        return  # "the third hit X" is a round that was counted before
    if not ways_of(phrases, verb) & {"landing", "firing"} or is_unreal(phrases, verb, None):
        return
    kind = _weapon_told_last(sentence.before)
    if kind is not None:
        aim = object_of(phrases, verb) if not verb.passive else aim_of(phrases, verb.last)
        yield Mention(sentence, group, verb, group, None, aim, kind, "one-more")


def _weapon_told_last(before: SentenceReading) -> AttackType | None:
    """Return the weapon that a sentence told of last, by its own noun or that of its attack, or None."""
    phrases = before.phrases
    loose: AttackType | None = None
    for group in reversed(phrases.nouns):
        event = is_event(phrases, group)
        kind = weapon_type(phrases, group) or (type_before(phrases, group) if event else None)
        kind = kind or (words().events.get(lemma(phrases, group)) if event else None)
        if kind not in {None, AttackType.OTHER}:
            return kind
        loose = loose or kind
    return loose


def find_one_of_run(sentence: SentenceReading, phrases: Phrases) -> Iterator[Mention]:
    """Find the one of several attacks that "one of them", "the worst", "in the latest" names, with no noun."""
    before, tokens = sentence.before, sentence.sentence.tokens
    if before is None or before.sentence.headline or len(tokens) < _SHORTEST:
        return
    opened = tokens[0].lower in _OPENING
    last = _one_of_several(phrases, 1 if opened else 0)
    verb = next((v for v in phrases.verbs if v.first > last and v.finite), None) if last else None
    if verb is None or verb.negated or verb.modal or not _tells_of_run(before):
        return
    lemmas = words().harming | words().landing | words().razing | words().ruining | _TELLING
    if verb.lemma not in lemmas or (not opened and verb.passive):
        return
    hit = object_of(phrases, verb) if not opened and verb.lemma in lemmas - words().harming - _TELLING else None
    yield Mention(sentence, None, verb, None, None, hit, AttackType.OTHER, "one-of-run")


#: tokens of "The worst killed two."
_SHORTEST = 5
_TELLING = frozenset({"leave", "come", "happen", "occur", "target", "claim"})


def opens_with_one(sentence: SentenceReading) -> bool:
    """Tell "In the latest, on Sunday, a judge was shot", right after attacks in the plural were told."""
    before, tokens = sentence.before, sentence.sentence.tokens
    if before is None or before.sentence.headline or len(tokens) < _SHORTEST or tokens[0].lower not in _OPENING:
        return False
    return _one_of_several(sentence.phrases, 1) > 0 and _tells_of_run(before)


_OPENING = frozenset({"in", "during"})


def _one_of_several(phrases: Phrases, first: int) -> int:
    """Return the last token of "one of them", "the deadliest", "the most recent of these" at token `first`, or 0."""
    said = [t.lower for t in phrases.sentence.tokens[first : first + 6]]
    last = next((i for i in (first + 1, first + 2) if said[0] == "the" and ranked_to(phrases, i)), 0)
    rest = said[last + 1 - first :] if last else said[1:]
    if (last or said[0] == "one") and rest[0] == "of" and rest[1] in {"them", "these", "those"}:
        return last + 2 if last else first + 2
    alone = last and not isinstance(phrases.at[last + 1], NounGroup) and rest[0] != "of"
    return last if alone else 0


def _tells_of_run(before: SentenceReading) -> bool:
    """Tell whether a sentence tells of attacks in the plural, by their noun or by how many times."""
    phrases, tokens = before.phrases, before.sentence.tokens
    attacking = [v for v in phrases.verbs if v.lemma in words().verbs]
    perfect = any(tokens[v.first].lower in {"has", "have"} for v in attacking)
    if attacking and ("times" in before.words or (perfect and any(is_long(d) for d in before.dates))):
        return True  # "have raided dozens of villages this year"
    return any(is_plural(before.sentence.tokens[g.head].lower) and is_event(phrases, g) for g in phrases.nouns)
