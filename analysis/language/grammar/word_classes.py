"""Word classes and the words whose class is known without looking at their neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import ClassVar

from analysis.language.text.tokens import Token
from analysis.language.text.verb_forms import lemmas, regular_forms
from analysis.vocabulary import read_vocabulary


class Tag(int):
    """A word class: a number that knows its `name`.

    It is no Enum, because Python 3.11 reads a member of one in four times the time, and every rule of grammar does.
    """

    NOUN: ClassVar[Tag]
    PROPER: ClassVar[Tag]
    ADJECTIVE: ClassVar[Tag]
    DETERMINER: ClassVar[Tag]
    NUMBER: ClassVar[Tag]
    PRONOUN: ClassVar[Tag]
    RELATIVE: ClassVar[Tag]
    POSSESSIVE: ClassVar[Tag]
    PREPOSITION: ClassVar[Tag]
    CONJUNCTION: ClassVar[Tag]
    SUBORDINATOR: ClassVar[Tag]
    ADVERB: ClassVar[Tag]
    NEGATION: ClassVar[Tag]
    MODAL: ClassVar[Tag]
    BE: ClassVar[Tag]
    HAVE: ClassVar[Tag]
    DO: ClassVar[Tag]
    TO: ClassVar[Tag]
    #: a finite or base form: "kills", "struck", "deploy"
    VERB: ClassVar[Tag]
    #: a form in -ed (or its irregular kin) that may be past tense or participle
    PARTICIPLE: ClassVar[Tag]
    GERUND: ClassVar[Tag]
    MARK: ClassVar[Tag]

    @property
    def name(self) -> str:
        return _NAMES[self]

    def __repr__(self) -> str:
        return f"Tag.{self.name}"


_NAMES = tuple(Tag.__annotations__)
for _number, _name in enumerate(_NAMES):
    setattr(Tag, _name, Tag(_number))


VERBAL = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.GERUND, Tag.BE, Tag.HAVE, Tag.DO, Tag.MODAL})
NOMINAL = frozenset({Tag.NOUN, Tag.PROPER, Tag.ADJECTIVE, Tag.NUMBER})


@cache
def lexicon() -> dict[str, Tag]:
    """Return the word class of every word that the vocabulary knows."""
    grammar, verbs = read_vocabulary("grammar"), read_vocabulary("verbs")
    pairs = [*verbs["irregular"].values(), *verbs["irregular_pasts"].values()]
    irregular = {form for pair in pairs for form in pair}
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


#: verbs of a headline that have a place behind them ("Blast rips through mosque")
LANDING = frozenset({"land", "lands", "rip", "rips", "tears", "slams", "crashes"})


def opens_headline(tokens: Sequence[Token], i: int) -> bool:
    """Tell what stands before the clause of a headline: "Mali: jets …", "Five dead after gunmen *storm* hotel"."""
    if tokens[i].text in _HEADING:
        return True
    return tokens[i].lower in _PARTING and tokens[-1].text[-1].isalnum()


#: marks in front of a heading, and what parts the two clauses of one
_HEADING = frozenset({":", "-", "–", "—", "•", "*", "·", "●", "▪"})
_PARTING = frozenset({"after", "as", "when", "while", "before", ";"})
