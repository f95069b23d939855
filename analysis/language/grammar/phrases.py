"""Noun groups and verb groups: who does what, as far as word classes and order tell.

A noun group is a head noun with what stands before it ("at least five Iraqi police officers"); what follows it
("of the Counter-Terrorism Service") is a group of its own after a preposition. A verb group is a main verb with its
auxiliaries, negations and adverbs. The groups of a sentence do not overlap. Nothing here knows what the words mean.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.language.grammar.bare_forms import is_base, is_reduced
from analysis.language.grammar.early_pasts import find_early_pasts
from analysis.language.grammar.fronted_times import begins_title, find_fronted_end
from analysis.language.grammar.groups import Group, NounGroup, Phrases, VerbGroup
from analysis.language.grammar.inner_words import (
    QUOTES,
    begins_another,
    inserted_end,
    is_day_of_month,
    is_done_dead,
    is_inner_mark,
    is_modifier,
    is_short_name,
    is_such,
    joins,
    marks_name,
)
from analysis.language.grammar.late_pasts import find_late_pasts
from analysis.language.grammar.tags import Tag, find_tags, lemmas
from analysis.language.text.sentences import Sentence
from analysis.language.text.verb_forms import verbs_after_to
from analysis.vocabulary import read_vocabulary

__all__ = ["Group", "NounGroup", "Phrases", "VerbGroup", "find_phrases"]


_GRAMMAR = read_vocabulary("grammar")
_GET, _NEGATIONS = frozenset(_GRAMMAR["get"]), frozenset(_GRAMMAR["negations"])
_WEEKDAYS = frozenset(read_vocabulary("calendar")["weekdays"])
_TIME, _CALENDAR, _PEOPLE = (frozenset(_GRAMMAR[name]) for name in ("time", "calendar", "people"))


def find_phrases(sentence: Sentence) -> Phrases:
    """Find the noun groups and verb groups of a sentence, left to right."""
    tags = find_tags(sentence)
    words = sentence.lowers
    nouns: list[NounGroup] = []
    verbs: list[VerbGroup] = []
    at: list[Group | None] = [None] * len(words)
    i, size = 0, len(words)
    while i < size:
        tag, end = tags[i], i + 1
        if tag in _OPENS_VERB:
            verb = _verb_group(words, tags, i)
            if verb is not None:
                verbs.append(verb)
                end = verb.last + 1
                at[i:end] = [verb] * (end - i)
        elif tag in _OPENS_NOUN or (words[i] in QUOTES and marks_name(words, tags, i)):
            noun = _noun_group(words, tags, i)
            if noun is not None:
                nouns.append(noun)
                end = noun.last + 1
                at[i:end] = [noun] * (end - i)
        i = end
    late, early = find_late_pasts(sentence.tokens, tags, at, verbs), find_early_pasts(sentence.tokens, tags, at, verbs)
    for verb in (*late, *early):
        at[verb.first] = verb
        verbs = [verb if v.first == verb.first else v for v in verbs]
    return Phrases(sentence, tuple(tags), tuple(nouns), tuple(verbs), tuple(at))


# ---- verb groups

_AUXILIARY = frozenset({Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})
_MAIN = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND})
_HELPING = frozenset({Tag.HAVE, Tag.MODAL, Tag.DO})
_BETWEEN = frozenset({Tag.ADVERB, Tag.NEGATION})
_COUNTING = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.ADJECTIVE})
_OPENS_VERB = _AUXILIARY | _MAIN | {Tag.TO}
_AUXILIARY_LEMMA = {Tag.BE: "be", Tag.HAVE: "have", Tag.DO: "do"}


def _verb_group(words: Sequence[str], tags: list[Tag], first: int) -> VerbGroup | None:
    """Return the verb group that begins at token first, or None."""
    start, forms = tags[first], verbs_after_to()
    if start is Tag.TO:
        following = first + 1
        while following < len(tags) and tags[following] in _BETWEEN:
            following += 1
        if following == len(tags) or not is_base(words[following], tags[following]):
            return None
    i, head = first, first
    saw: list[Tag] = []
    while i < len(tags):
        tag = tags[i]
        if saw and saw[-1] is Tag.BE and tag in _HELPING:
            break  # "those who had been there have left"
        if tag in _AUXILIARY or (words[i] in _GET and i + 1 < len(tags) and tags[i + 1] is Tag.PARTICIPLE):
            saw.append(tag)  # "was killed", "got killed"
            head = i
        elif saw and saw[-1] is Tag.BE and tag is Tag.NOUN and lemmas().get(words[i]) == words[i]:
            break  # "soldiers are present in the town"
        elif tag in _MAIN or (tag is Tag.NOUN and i == head + 1 and (saw or start is Tag.TO) and words[i] in forms):
            head = i
            saw.append(Tag.VERB if tag is Tag.NOUN else tag)
            break
        elif (
            saw
            and (tag is Tag.PREPOSITION or (saw[-1] is Tag.HAVE and tag in _COUNTING))
            and (end := inserted_end(words, tags, i)) is not None
        ):
            i = end  # "has in the past claimed", "had a day earlier accused"
        elif tag not in _BETWEEN and not (i == first and tag is Tag.TO) and not (saw and words[i] in QUOTES):
            break
        i += 1
    return _verb(words, tags, first, head, saw)


def _verb(words: Sequence[str], tags: Sequence[Tag], first: int, head: int, saw: Sequence[Tag]) -> VerbGroup | None:
    if not saw:
        return None
    main = tags[head]
    infinitive = tags[first] is Tag.TO
    auxiliaries = saw[:-1] if main in _MAIN or main is Tag.NOUN else saw
    alone = len(auxiliaries) == 0 and not infinitive
    passive = main is Tag.PARTICIPLE and (
        Tag.BE in auxiliaries or not _GET.isdisjoint(words[first:head]) or (alone and is_reduced(words, tags, head))
    )
    negated = (first > 0 and words[first - 1] in {"never", "not"}) or not _NEGATIONS.isdisjoint(words[first : head + 1])
    modal = words[tags.index(Tag.MODAL, first)] if Tag.MODAL in tags[first:head] else None
    finite = (
        not infinitive and not (alone and (main is Tag.GERUND or passive)) and words[first] not in {"being", "having"}
    )
    lemma = _AUXILIARY_LEMMA.get(main) or lemmas().get(words[head], words[head])
    return VerbGroup(first, head, head, lemma, passive, main is Tag.GERUND, infinitive, finite, negated, modal)


# ---- noun groups

_INSIDE = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER})
_OPENS_NOUN = _INSIDE | {Tag.PRONOUN, Tag.DETERMINER, Tag.ADVERB}
_HEADS = frozenset({Tag.NOUN, Tag.PROPER, Tag.NUMBER})
_BARE = frozenset({Tag.NUMBER, Tag.DETERMINER})
_NAMES = frozenset({Tag.NOUN, Tag.PROPER})
_ENDS_NOUN = _OPENS_VERB | {Tag.PREPOSITION, Tag.PRONOUN, Tag.RELATIVE, Tag.SUBORDINATOR, Tag.NEGATION}
_SUBJECT = frozenset({Tag.DETERMINER, Tag.PROPER, Tag.PRONOUN})
_AFTER_YEAR = frozenset({Tag.PROPER, Tag.MARK})
_OPENERS = frozenset({Tag.MARK, Tag.CONJUNCTION})
_PREPOSITIONS = frozenset({Tag.PREPOSITION, Tag.TO})


def _noun_group(words: Sequence[str], tags: Sequence[Tag], first: int) -> NounGroup | None:
    """Return the noun group that begins at token first, or None."""
    tag = tags[first]
    if tag is Tag.PRONOUN:
        return NounGroup(first, first, first, _preposition(tags, first), True, False)
    free = words[first] == "what" and not _SUBJECT.isdisjoint(tags[first + 1 : first + 2])  # "what | the army says"
    opens = (tag is Tag.DETERMINER and not free) or tag in _INSIDE or words[first] in QUOTES
    if not opens and not is_modifier(words, tags, first):
        return None
    if words[first] == "dead" and is_done_dead(words, tags, first):
        return None
    if tag is Tag.NUMBER and _is_year(words, tags, first):
        return NounGroup(first, first, first, first - 1, True, True)
    fronted = None
    if first < 2:
        fronted = find_fronted_end(words, tags, first)
    elif words[first - 1] == "on":
        fronted = _fronted_later(words, tags, first)
    if fronted is not None:
        return NounGroup(first, fronted, fronted, _preposition(tags, first), False, True)
    end, head = _find_end(words, tags, first)
    last = end if tags[end] in _HEADS else _last(words, tags, first, end)
    if last is None:
        return None
    owned = last > first and words[last] in _PEOPLE and tags[last - 1] is Tag.POSSESSIVE
    ranked = last > first and words[last] == "major" and tags[last - 1] is Tag.NOUN  # "an army major"
    top = last if head is None or head > last or owned or ranked else head  # "the army's dead"
    bare = tags[top] in _BARE
    surname = words[top] == "may" and top > first and tags[top - 1] is Tag.PROPER  # "Anna May"
    timed = (words[top] in _TIME and not surname) or (bare and is_day_of_month(words, top))
    return NounGroup(first, last, top, _preposition(tags, first), bare, timed)


def _find_end(words: Sequence[str], tags: Sequence[Tag], first: int) -> tuple[int, int | None]:
    """Find the last token that can belong to the noun group that begins at token first, and its head."""
    i, size = first, len(tags)
    head: int | None = None
    while i < size:
        tag, word = tags[i], words[i]
        if word in _NEXT and head == i - 1 and _is_time_after(words, i, head):
            break
        if tag in _NAMES:
            if head is not None and word in _CALENDAR and tags[i - 1] is not Tag.POSSESSIVE:
                break
            counts = i > first and tags[i - 1] is Tag.NUMBER and _INSIDE.isdisjoint(tags[i + 1 : i + 2])
            if counts and word in _WEEKDAYS:
                break  # "wounded nine | Monday"
            if head == i - 1 and tag is Tag.PROPER and tags[head] is Tag.NOUN and words[head] in _TIME:
                break  # "the same day | Paris said"
            if head == i - 1 and tag is Tag.PROPER and begins_title(words, tags, first, i):
                break
            if head == i - 1 and tag is Tag.NOUN and word in _TIME and _is_counted_from(words, i):
                break  # "a second strike | minutes later", "the raid | hours after"
            head = i
        elif tag in _ENDS_NOUN:
            break
        elif word == "(" and is_short_name(words, tags, i, head):
            i += 2  # "Syrian Democratic Forces (SDF) fighters"
        elif tag in _COUNTING:
            if tag is Tag.DETERMINER and i > first and not (tags[i - 1] is Tag.DETERMINER or is_such(words, tags, i)):
                break
            if head is not None and tag is Tag.NUMBER and begins_another(words, tags, i):
                break
            if head == i - 1 and words[i : i + 2] == ("at", "least"):
                break  # "shot dead | at least 12 people"
        elif (
            (tag is Tag.POSSESSIVE and head is not None)
            or is_modifier(words, tags, i)
            or is_inner_mark(words, tags, first, i, head)
        ):
            pass
        elif not joins(words, tags, i, head):
            break
        i += 1
    return i - 1, head


_NEXT = frozenset({"last", "next"})
_AFTER_TIME = frozenset({"later", "earlier", "ago"})


def _is_counted_from(words: Sequence[str], i: int) -> bool:
    """Tell a noun of time from which something is counted: "minutes *later*", "days *before* the raid"."""
    following = words[i + 1] if i + 1 < len(words) else ""
    return following in _AFTER_TIME or (words[i].endswith("s") and following in {"after", "before"})


def _is_time_after(words: Sequence[str], i: int, head: int) -> bool:
    """Tell whether a time of its own begins right after a head: "Paris | last month sent", "two raids | last week"."""
    if i + 1 == len(words):
        return False
    return words[i + 1] in _TIME and words[head] not in _CALENDAR and words[head] not in _TIME


def _is_year(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell a year on its own from a number of things: "in 2019 Paris sent …"."""
    if not i or not (words[i - 1] in {"in", "since", "until", "by"} or words[i - 2 : i] == ("end", "of")):
        return False
    after = i + 1 == len(tags) or tags[i + 1] in _AFTER_YEAR
    return after and len(words[i]) == 4 and words[i].isdigit() and words[i][:2] in {"19", "20"}


def _fronted_later(words: Sequence[str], tags: Sequence[Tag], first: int) -> int | None:
    """Find the end of the time that opens a later clause: ", and on Tuesday | rockets hit", "that on Monday | jets"."""
    if tags[first - 2] not in _OPENERS and words[first - 2] != "that":
        return None
    end = find_fronted_end(words[first - 1 :], tags[first - 1 :], 1)
    return None if end is None else end + first - 1


def _preposition(tags: Sequence[Tag], first: int) -> int | None:
    i = first - 1
    while i >= 0 and (tags[i] is Tag.ADVERB):
        i -= 1
    return i if i >= 0 and tags[i] in _PREPOSITIONS else None


_QUARTERS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_ALONE = frozenset({"those", "both", "all", "these", "this", "that", "another"})


def _last(words: Sequence[str], tags: Sequence[Tag], first: int, last: int) -> int | None:
    """Trim what cannot end a noun group."""
    while last >= first:
        tag = tags[last]
        if tag in _HEADS:
            return last
        if tag is Tag.ADJECTIVE and last > first and words[last] in _PEOPLE:
            return last
        if tag is Tag.ADJECTIVE and last == first + 1 and words[last] in _QUARTERS and words[first] == "the":
            return last
        if tag is Tag.DETERMINER and first == last and words[last] in _ALONE:
            return last
        last -= 1
    return None
