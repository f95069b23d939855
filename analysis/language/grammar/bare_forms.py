"""Forms that their neighbours settle: infinitives, gerunds that open, and bare participles that no past tense is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.grammar.word_classes import Tag
from analysis.language.text.verb_forms import lemmas, plain_pasts, verbs_after_to
from analysis.vocabulary import read_vocabulary


@cache
def _grammar() -> dict[str, frozenset[str]]:
    names = ("intransitive", "willing", "answering_back", "filmed")
    return {name: frozenset(read_vocabulary("grammar")[name]) for name in names}


#: participles that read as nouns, with the word behind them ("a mine *left behind*", "a battery left for Thule")
DONE_TO = frozenset({("left", "for"), ("left", "behind"), ("left", "by"), ("thought", "to")})
_PARTED = frozenset(read_vocabulary("grammar")["parted"])
PARTED = frozenset(pair.split()[0] for pair in _PARTED)
_BASES = frozenset({Tag.VERB, Tag.BE, Tag.HAVE, Tag.DO})


def _opens_infinitive(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell whether a verb follows on the "to" at token i."""
    return i + 1 < len(tags) and is_base(words[i + 1], tags[i + 1])


def is_base(word: str, tag: Tag) -> bool:
    """Tell whether a word after "to" is an infinitive."""
    return tag in _BASES or lemmas().get(word, word) == word in verbs_after_to()


def is_reduced(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell a bare participle after its noun ("soldiers killed in …") from a past tense ("rockets killed two …")."""
    if i == 0 or tags[i - 1] not in _BEFORE_REDUCED or words[i] in plain_pasts():
        return False
    j = i + 1
    if j < len(tags) and words[j] == "back" and words[i] in _grammar()["answering_back"]:
        return False
    while j < len(tags) and (tags[j] is Tag.ADVERB or words[j] in _DAYS or words[j] == "dead"):
        j += 1  # "15 wounded early today when", "taken off a bus and shot dead in"
    if j == len(tags) or (tags[j] is Tag.MARK and words[j] in {",", ".", ")", ";", "(", "|"}):
        return words[i] not in _grammar()["intransitive"]
    if tags[j] is Tag.CONJUNCTION and tags[i - 1] is Tag.NUMBER and len(words[i - 1]) != _YEAR:
        return True  # "stands at 12 killed and 44 injured"
    if tags[j] is Tag.CONJUNCTION and words[i] in _HARMED and not _HARMED.isdisjoint(words[j + 2 : j + 5]):
        return any(tags[k] is Tag.NUMBER for k in range(j + 1, min(j + 4, len(tags))))  # "Six killed and 4 wounded"
    if tags[j] not in _AFTER_REDUCED:
        return False
    if words[i] in _grammar()["willing"] and words[j] == "to" and _opens_infinitive(words, tags, j):
        return False  # "the government decided to send"
    if (words[j] == "by" and answers_by(words, j)) or is_parted(words, tags, i):
        return False
    return words[j] == "by" or words[i] not in _grammar()["intransitive"]


def answers_by(words: Sequence[str], by: int) -> bool:
    """Tell the "by" of "the army answered by shelling the hill": how it was done, with no object before it."""
    if not 0 < by < len(words) - 1 or words[by] != "by" or words[by - 1] not in _grammar()["intransitive"]:
        return False
    return words[by + 1].endswith("ing") and lemmas().get(words[by + 1], words[by + 1]) != words[by + 1]


_DAYS = frozenset({"today", "yesterday", "overnight", "early", "late"})
_HARMED = frozenset({"killed", "wounded", "injured", "hurt", "captured", "missing"})
#: letters of a year in figures, which is no number of people
_YEAR = 4
_AFTER_REDUCED = frozenset({Tag.PREPOSITION, Tag.SUBORDINATOR, Tag.TO})
_BEFORE_REDUCED = frozenset(
    {Tag.NOUN, Tag.PROPER, Tag.NUMBER, Tag.ADJECTIVE, Tag.PRONOUN, Tag.DETERMINER, Tag.ADVERB, Tag.CONJUNCTION,
     Tag.MARK}
)  # fmt: skip


def opens_subject(tags: Sequence[Tag]) -> bool:
    """Tell "Fighting between two clans near the town *killed* nine", which a gerund opens.

    No mark stands before the verb, or the last of them right before it: "Shelling in Thule, in the hills, *killed*".
    """
    end = next((i for i in range(1, len(tags)) if tags[i] in _ENDS), None)
    marks = [i for i in range(1, end or 0) if tags[i] is Tag.MARK]
    return end is not None and (not marks or (len(marks) > 1 and marks[-1] == end - 1))


_ENDS = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.HAVE, Tag.BE, Tag.MODAL})


def is_parted(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell a past form that reads as a noun by the words that it needs behind it: "the group *set off* a bomb"."""
    if words[i] not in PARTED:
        return False
    end = next((i + n for n in (3, 2) if " ".join(words[i : i + n]) in _PARTED), len(tags))
    return end < len(tags) and tags[end] in _OPENS_OBJECT and _follows_subject(words, tags, i)


def _follows_subject(words: Sequence[str], tags: Sequence[Tag], i: int) -> bool:
    """Tell whether what stands before token i is a subject that acts: no object, nor what is filmed."""
    j = i - 1
    while j >= 0 and tags[j] in _IN_SUBJECT:
        j -= 1
    if j == i - 1 or tags[j + 1] is Tag.PREPOSITION or not _grammar()["filmed"].isdisjoint(words[j + 1 : i]):
        return False  # "In a video shot at the scene"
    return j < 0 or tags[j] in _OPENS_CLAUSE or words[j] in {"after", "before", "since", "said", "says"}


_OPENS_OBJECT = frozenset({Tag.DETERMINER, Tag.NUMBER, Tag.PROPER, Tag.PRONOUN, Tag.NOUN, Tag.ADJECTIVE})
_IN_SUBJECT = frozenset(
    {Tag.PREPOSITION, Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.DETERMINER, Tag.NUMBER, Tag.POSSESSIVE}
)
_OPENS_CLAUSE = frozenset({Tag.MARK, Tag.SUBORDINATOR, Tag.RELATIVE, Tag.CONJUNCTION})
