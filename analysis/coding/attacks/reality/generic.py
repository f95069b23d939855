"""Generic: attacks in general and of habit, which are no event: "attacks on schools are a crime", "often raids"."""

from __future__ import annotations

from analysis.coding.attacks.nouns import lemma, outer
from analysis.coding.attacks.words import peace_words, words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural, parse_singular


def is_generic(phrases: Phrases, event: NounGroup) -> bool:
    """Tell attacks in general: a bare plural of which a later verb says what "would" be, or what they always are."""
    tokens = phrases.sentence.tokens
    if _is_judged(phrases, event) or _is_of_war(phrases, event) or _is_likened(phrases, event):
        return True
    if _is_equated(phrases, event) or _may_be_first(phrases, event):
        return True
    if event.first != event.head or not is_plural(tokens[event.head].lower) or outer(phrases, event) is not event:
        return False
    later = [v for v in phrases.verbs if v.first > event.last and v.finite]
    return any(v.modal in {"would", "should", "will"} for v in later[:2])


def _may_be_first(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "it could be the first time that two attacks were made at once": a rank of what has been told."""
    lowers = phrases.sentence.lowers[: event.first]
    times = [i for i in range(1, len(lowers)) if lowers[i] == "time" and lowers[i - 1] == "first"]
    verb = next((v for v in reversed(phrases.verbs) if times and v.last < times[-1]), None)
    if verb is None or verb.lemma != "be" or verb.modal not in {"could", "would", "might", "may"}:
        return False
    return "that" in lowers[times[-1] :] and not {",", ";"} & {*lowers[times[-1] :]}


def _is_likened(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "attacks like this", "attacks of this kind worry the mayor", of a kind."""
    after = [t.lower for t in phrases.sentence.tokens[event.last + 1 : event.last + 4]]
    pointing = {"this", "that", "these", "those"}
    if event.first != event.head or not is_plural(phrases.sentence.tokens[event.head].lower) or len(after) < 2:
        return False
    if after[0] != "of":
        return after[0] == "like" and after[1] in pointing
    verb = next((v for v in phrases.verbs if v.first > event.last and v.finite), None)
    was = verb is None or phrases.sentence.tokens[verb.first].lower in {"was", "were", "had"}
    return not was and after[1] in pointing and parse_singular(after[-1]) in words().kinds


def _is_of_war(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "its incursions into the north", invasions without a number, from a raid across a border."""
    plural = lemma(phrases, event) == "incursion" and is_plural(phrases.sentence.tokens[event.head].lower)
    return plural and not any(phrases.tags[i] is Tag.NUMBER for i in range(event.first, event.head))


def _is_judged(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "bomb attacks on shops are rare": the present says what attacks are like, not that there was one."""
    tokens = phrases.sentence.tokens
    plain = (event.first == 0 or phrases.tags[event.first] in {Tag.NOUN, Tag.ADJECTIVE}) and is_plural(
        tokens[event.head].lower
    )
    verb = next((v for v in phrases.verbs if v.first > event.last), None)
    owned = event.first + 1 == event.head and tokens[event.first].lower in {"its", "their", "his"}
    plain = plain or (owned and is_plural(tokens[event.head].lower))
    plain = plain and tokens[event.first].lower not in words().articles | {"the", "these", "those", "such"}
    if not plain or verb is None or subject_of(phrases, verb) != event:
        return False
    if _is_said_of_all(phrases, event, verb):
        return True
    if verb.lemma not in {"be", "become", "remain"}:
        return False
    after = verb.last + 1
    while after < len(tokens) and (phrases.tags[after] is Tag.ADVERB or tokens[after].lower in {"more", "less"}):
        after += 1
    present = tokens[verb.first].lower in {"are", "remain", "have"}
    if not present or after >= len(tokens) or tokens[after].lower in {"ongoing", "underway", "under"}:
        return False
    fewer = tokens[after - 1].lower == "less"
    if tokens[verb.first].lower == "have" and tokens[after].lower in _COMMON and not fewer:
        return False  # "have become more common": there are many
    group = phrases.at[after]
    if isinstance(group, NounGroup) and lemma(phrases, group) in peace_words()["judged"]:
        return True  # "attacks on aid convoys are war crimes"
    alone = isinstance(group, NounGroup) and group.first == group.last and not is_plural(tokens[after].lower)
    return phrases.tags[after] is Tag.ADJECTIVE or (alone and phrases.tags[after] is Tag.NOUN)


_COMMON = frozenset({"common", "commonplace", "frequent", "routine", "regular"})


def _is_said_of_all(phrases: Phrases, event: NounGroup, verb: VerbGroup) -> bool:
    """Tell "attacks on schools violate the law", "terrorist attacks have a cost", where no name is given."""
    if phrases.sentence.headline or verb.passive or verb.first != verb.head:
        return False
    present = phrases.sentence.tokens[verb.head].lower == verb.lemma and verb.lemma in peace_words()["judging"]
    named = any(phrases.tags[i] in {Tag.PROPER, Tag.NUMBER} for i in range(event.head, verb.first))
    return present and not named


def _is_equated(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "an attack on one is an attack on all"."""
    tokens = phrases.sentence.tokens
    if tokens[event.first].lower not in {"a", "an", "any"}:
        return False
    verb = next((v for v in phrases.verbs if v.lemma == "be" and tokens[v.head].lower == "is"), None)
    other = object_of(phrases, verb) if verb is not None else None
    if verb is None or other is None or tokens[other.first].lower not in {"a", "an"}:
        return False
    first = subject_of(phrases, verb)
    same = first is not None and lemma(phrases, first) == lemma(phrases, other) == lemma(phrases, event)
    return same and event in (first, other)


def is_habit(phrases: Phrases, event: NounGroup) -> bool:
    """Tell attacks of habit: "often carries out bombings", "frequent target of attacks"."""
    tokens, w = phrases.sentence.tokens, words()
    if not is_plural(tokens[event.head].lower) or any(
        phrases.tags[i] is Tag.NUMBER for i in range(event.first, event.head)
    ):
        return False
    before = [v for v in phrases.verbs if v.last < event.first and v.finite]
    after = [v for v in phrases.verbs if v.first > event.last and v.finite]
    if before and before[-1].passive and before[-1].lemma in w.plaguing:
        return True  # "has been plagued by attacks"
    if before and before[-1].lemma in w.stepping and tokens[before[-1].first].lower in {"has", "have"}:
        return True  # "have stepped up attacks in the north"
    if before and {t.lower for t in tokens[max(0, before[-1].first - 2) : event.first]} & w.often:
        return True
    if before and before[-1].lemma in {"continue", "keep"} and not phrases.sentence.headline:
        form = tokens[before[-1].first].lower
        if form in {"has", "have", "continue", "continues", "keep", "keeps"}:
            return True  # "remnants continue to carry out attacks"
    still = before and tokens[before[-1].first - 1].lower == "still" and before[-1].lemma in w.light
    if still and tokens[before[-1].head].lower == before[-1].lemma:
        return True  # "still mount hit-and-run attacks on posts"
    close = after[0] if after and not before else None
    return close is not None and bool({t.lower for t in tokens[close.first - 1 : close.last + 3]} & (w.often | _COMMON))
