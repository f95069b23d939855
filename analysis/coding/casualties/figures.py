"""A figure: people and what happened to them, as one place of a sentence says it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.language.grammar.tags import lemmas
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Figure:
    """One claim of a sentence before it is set beside the others of its source."""

    outcome: Outcome
    victims: Victims
    #: the tokens of the words that say what happened, first to last (inclusive)
    first: int
    last: int
    rule: str
    subset: bool = False
    #: roles of the parts that are told in the same breath
    parts: frozenset[Role] = frozenset()


#: the rule of people who are an item of a list
LISTED = "listed item"


@cache
def harm_set(name: str) -> frozenset[str]:
    """Return one of the flat lists (or the keys of a table) of the harm vocabulary as a set."""
    return frozenset(read_vocabulary("harm")[name])


@cache
def verb_outcomes() -> dict[str, Outcome]:
    """Return the outcome of every verb whose object, or passive subject, is the victim."""
    lists = read_vocabulary("harm")["verbs"]
    return {verb: Outcome(outcome) for outcome, verbs in lists.items() for verb in verbs}


@cache
def table(name: str) -> dict[str, Outcome]:
    """Return a table of the harm vocabulary from words to one outcome, words of several outcomes left out."""
    words = read_vocabulary("victims" if name == "states" else "harm")[name]
    return {word: Outcome(outcome) for word, outcome in words.items() if outcome != "both"}


def in_name(reading: SentenceReading, i: int) -> bool:
    """Tell whether the word of harm at token i belongs to a name: "the Cemetery of the Forty *Martyrs*"."""
    line = reading.sentence
    if i == 0 or not line.tokens[i].text[0].isupper() or line.capitals or line.headline:
        return False
    plain = sum(token.text.islower() and len(token.text) > _SHORT for token in line.tokens)
    return (plain >= _PROSE or line.tokens[-1].text == ".") and not line.tokens[i - 1].text.endswith((":", "."))


#: letters of a small word, and the other words in small letters that no headline has
_SHORT, _PROSE = 3, 2


@cache
def noun_outcomes() -> dict[str, Outcome]:
    """Return the outcome of every event noun, singular and plural ("death", "killings")."""
    lists = read_vocabulary("harm")["nouns"]
    return {
        form: Outcome(o) for o, nouns in lists.items() for noun in nouns for form in (noun, noun + "s", noun + "es")
    }


@cache
def _phrase_verbs() -> frozenset[str]:
    """Return the first words of "gun down" and the like; those of missing people have "missing" in them."""
    phrases = read_vocabulary("harm")["phrases"]
    return frozenset(phrase.split()[0] for outcome in ("killed", "captured") for phrase in phrases[outcome])


@cache
def trigger_words() -> frozenset[str]:
    """Return every word without which a sentence says nothing of casualties."""
    verbs = {*verb_outcomes(), *harm_set("intransitive"), *harm_set("dead_after"), *harm_set("lives")}
    verbs |= {*harm_set("mourning"), *harm_set("destroying"), "fall"}
    forms = {form for form, base in lemmas().items() if base in verbs} - {"lose", "take", "claim", "cost"}
    forms |= {form for form, base in lemmas().items() if base in harm_set("lives")} & {"lost"}
    forms |= harm_set("hurts") | {form for form, base in lemmas().items() if base in _phrase_verbs()}
    extra = (
        harm_set("triggers")
        | (harm_set("under") - {"remains"})
        | harm_set("searching")
        | {form for form, base in lemmas().items() if base in harm_set("hurt_passive")}
        | {"found", "located", "traced", "condition", "accounted", "harm", "survive", "off"}
        | harm_set("hideouts") - {"them", "off"}
        | harm_set("limbs")
        | harm_set("body_parts")
        | harm_set("splinters")
        | _phrase_verbs()
        | {"critical", "fate", "fates", "whereabouts", "serious", "hostage", "hostages"}
    )
    listed = {*noun_outcomes(), *table("states"), *harm_set("counting"), *harm_set("none")}
    return frozenset(forms | extra | listed | {"bodies", "body", "losses"})
