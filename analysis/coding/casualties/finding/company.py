"""People beside a verb of harm, neither its subject nor its object: "whom the police killed", "along with two"."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims, quantity_in
from analysis.coding.victims.inclusions import past_phrases
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.coding.victims.people import word_set
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.text.forms import parse_singular
from analysis.vocabulary import read_vocabulary


def relative_object(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people before "whom" or "that" and a subject: "demonstrators whom the police killed"; before a pronoun
    alone too, "nine policemen it had captured".
    """
    tokens, at = reading.sentence.tokens, reading.phrases.at
    subject = subject_of(reading.phrases, verb)
    near = reading.noun_at(verb.first - 1)
    if near is not None and tokens[near.head].lower in _DOERS and object_of(reading.phrases, verb) is None:
        people = reading.noun_at(near.first - 1)
        told = read_list_back(reading, with_complement_head(reading, people)) if people is not None else []
        told = told or (read_list_back(reading, people) if people is not None else [])  # "a film of seven policemen"
        if counted := [victims for victims in told if victims.counted]:
            return counted
    i = subject.first - 1 if subject is not None else 0
    antecedent = at[i - 1] if i > 0 and tokens[i].lower in {"whom", "that", "who"} else None
    if subject is None or subject.last >= verb.first or not isinstance(antecedent, NounGroup):
        return []
    outer = with_complement_head(reading, antecedent)
    if outer.bare and quantity_in(reading, antecedent.first, antecedent.last) is not None:
        outer = antecedent  # "40 of the 120 miners whom they had abducted"
    return read_list_back(reading, outer)


_DOERS = frozenset({"it", "they", "he", "she", "we"})


def company(reading: SentenceReading, last: int) -> list[Victims]:
    """Read those who shared the fate of a subject: "was killed along with two bodyguards", "with his wife"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    year = reading.noun_at(last + 1)
    last = year.last if year is not None and year.temporal else last  # "was killed last year in a raid along with"
    when = (
        at[last + 2]
        if last + 2 < len(tokens) and tokens[last + 1].lower in {"on", "in", "at", "late", "early"}
        else None
    )
    if isinstance(when, NounGroup) and (when.temporal or tokens[last + 1].lower in {"in", "at"}):
        last = when.last  # "was killed on Thursday along with two of his men"
    fight = parse_singular(tokens[last].lower) in read_vocabulary("attacks")["clashes"]
    far = past_phrases(reading, last + 1)  # "were hurt in the raid on the port, as well as a driver"
    far += far < len(tokens) and tokens[far].text == ","
    for start, words in ((far, ("along", "with")), (far, ("together", "with")), (far, ("alongside",)),
                         (far, ("as", "well", "as")), (last + 1, ("with",))):  # fmt: skip
        i = start + len(words)
        if tuple(t.lower for t in tokens[start:i]) == words and i < len(at):
            group = at[i]
            alone = words == ("with",) and fight  # "were killed in clashes with rebels"
            return read_list(reading, group) if isinstance(group, NounGroup) and not alone else []
    return []


def antecedent(reading: SentenceReading, verb: VerbGroup, pronoun: str) -> Victims | None:
    """Return whom a verb's object means in its sentence: "seized *three guards* and shot them", "threw *a man* … him".

    The people of an earlier verb, its object or the subject of a passive one, the last first, then those of another
    clause ("went off *as a guard was passing*, killing him"): one person for "him" and "her", counted ones for "them".
    """
    before = [v for v in reading.phrases.verbs if v.last < verb.first]
    patients = [(subject_of if v.passive else object_of)(reading.phrases, v) for v in before]
    doers = [g for v in before if not v.passive and (g := subject_of(reading.phrases, v)) is not None]
    own = subject_of(reading.phrases, verb)
    doing = {id(group) for group in (*doers, own)}
    others = [g for g in reading.phrases.nouns if g.last < verb.first and id(g) not in doing]
    apart = [g for g in doers if g is not own and _is_in_clause(reading, g)]
    for group in (*reversed(patients), *reversed(others), *reversed(apart)):
        people = read_list(reading, group) if group is not None and group.last < verb.first else []
        if len(people) == 1 and _is_meant(people[0], pronoun):
            return people[0]
    return None


def _is_in_clause(reading: SentenceReading, subject: NounGroup) -> bool:
    """Tell whether a subject opens a clause that says when or where: "as a guard was passing"."""
    return subject.first > 0 and reading.sentence.tokens[subject.first - 1].lower in _OPENING


_OPENING = frozenset({"as", "when", "while", "where", "because", "after", "before"})


def _is_meant(victims: Victims, pronoun: str) -> bool:
    """Tell whether a pronoun may mean people: one person of that sex, or counted ones."""
    one = victims.quantity.low == victims.quantity.high == 1
    if victims.elliptical or victims.quantity.low == 0 or one != (pronoun != "them"):
        return False
    told = victims.counted or victims.name or (one and victims.definite)
    return bool(told) and (not one or victims.noun not in word_set("male" if pronoun == "her" else "female"))


def is_his(reading: SentenceReading, victims: Victims) -> bool:
    """Tell whether one person is another's: "was killed along with his aide"."""
    return victims.quantity.low == 1 and reading.sentence.tokens[victims.first].lower in {"his", "her", "their"}
