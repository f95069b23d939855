"""Word classes and the words whose class is known without looking at their neighbours."""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from analysis.language.verb_forms import lemmas, regular_forms
from analysis.vocabulary import read_vocabulary


class Tag(IntEnum):
    """A word class."""

    NOUN = 0
    PROPER = 1
    ADJECTIVE = 2
    DETERMINER = 3
    NUMBER = 4
    PRONOUN = 5
    RELATIVE = 6
    POSSESSIVE = 7
    PREPOSITION = 8
    CONJUNCTION = 9
    SUBORDINATOR = 10
    ADVERB = 11
    NEGATION = 12
    MODAL = 13
    BE = 14
    HAVE = 15
    DO = 16
    TO = 17
    #: a finite or base form: "kills", "struck", "deploy"
    VERB = 18
    #: a form in -ed (or its irregular kin) that may be past tense or participle
    PARTICIPLE = 19
    GERUND = 20
    MARK = 21


VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})
NOMINAL = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER})


@cache
def lexicon() -> dict[str, Tag]:
    """Return the word class of every word that the vocabulary knows."""
    grammar, verbs = read_vocabulary("grammar"), read_vocabulary("verbs")
    irregular = {form for pair in verbs["irregular"].values() for form in pair}
    tags: dict[str, Tag] = {}
    for form in lemmas():
        if form.endswith("ing"):
            tags[form] = Tag.GERUND
        elif form.endswith("ed") or form in irregular:
            tags[form] = Tag.PARTICIPLE
        else:
            tags[form] = Tag.VERB
    for name, tag in (
        ("nouns", Tag.NOUN),
        ("adverbs", Tag.ADVERB),
        ("adjectives", Tag.ADJECTIVE),
        ("subordinators", Tag.SUBORDINATOR),
        ("prepositions", Tag.PREPOSITION),
        ("conjunctions", Tag.CONJUNCTION),
        ("determiners", Tag.DETERMINER),
        ("pronouns", Tag.PRONOUN),
        ("modals", Tag.MODAL),
        ("be", Tag.BE),
        ("have", Tag.HAVE),
        ("do", Tag.DO),
    ):
        tags.update(dict.fromkeys(grammar[name], tag))
    tags.update(dict.fromkeys(("who", "whom", "whose", "which", "that"), Tag.RELATIVE))
    tags.update(dict.fromkeys((w for w in grammar["time"] if tags.get(w) in {None, Tag.VERB, Tag.GERUND}), Tag.NOUN))
    tags.update({"not": Tag.NEGATION, "never": Tag.NEGATION, "to": Tag.TO, "n't": Tag.NEGATION})
    return tags


@cache
def often_nouns() -> frozenset[str]:
    """Return the verb forms that are nouns more often ("attack", "strikes")."""
    nouns = set(read_vocabulary("verbs")["often_nouns"])
    return frozenset(nouns | {regular_forms(n)[0] for n in nouns if len(n) > 2})


@cache
def gerund_nouns() -> frozenset[str]:
    """Return the forms in -ing that are nouns after a noun ("the shelling of")."""
    return frozenset(read_vocabulary("grammar")["gerund_nouns"])


@cache
def number_words() -> frozenset[str]:
    """Return the words that count."""
    numbers = read_vocabulary("number_words")
    return frozenset(numbers)


SUFFIXES = (
    ("ly", Tag.ADVERB),
    ("ing", Tag.GERUND),
    ("ed", Tag.PARTICIPLE),
    ("ous", Tag.ADJECTIVE),
    ("ful", Tag.ADJECTIVE),
    ("ive", Tag.ADJECTIVE),
    ("able", Tag.ADJECTIVE),
    ("ible", Tag.ADJECTIVE),
    ("ical", Tag.ADJECTIVE),
    ("less", Tag.ADJECTIVE),
    ("-led", Tag.ADJECTIVE),
    ("-backed", Tag.ADJECTIVE),
    ("-style", Tag.ADJECTIVE),
)
