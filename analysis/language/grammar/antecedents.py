"""Antecedents: the noun that a relative pronoun stands for ("a base that was hit", "raids in Aleria that hit it")."""

from __future__ import annotations

from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural
from analysis.vocabulary import read_vocabulary

#: what people ride, singular and plural
_RIDDEN = frozenset(read_vocabulary("grammar")["ridden"])
#: tokens that an aside between two commas may have
_FAR = 24


def find_antecedent(phrases: Phrases, relative: int) -> NounGroup | None:
    """Return the noun group that a relative pronoun stands for; past a bare name behind "in", which no "that" tells."""
    for i in range(relative - 1, -1, -1):
        group = phrases.at[i]
        if isinstance(group, NounGroup) and not group.temporal:
            whole = _whole_of_name(phrases, group, relative) or _agreeing(phrases, group, relative)
            return whole or _riding(phrases, group, relative) or group
        if isinstance(group, VerbGroup):
            return _before_aside(phrases, group, relative)
    return None


def _whole_of_name(phrases: Phrases, group: NounGroup, relative: int) -> NounGroup | None:
    """Return the raids of "raids last year in Aleria that hit a port": no "that" tells which Aleria."""
    that = phrases.sentence.tokens[relative].lower == "that" and group.last == relative - 1
    if not that or any(phrases.tags[i] is not Tag.PROPER for i in range(group.first, group.last + 1)):
        return None
    whole: NounGroup | VerbGroup | None = group
    while isinstance(whole, NounGroup) and (whole is group or whole.temporal):
        start = whole.first if whole.preposition is None else whole.preposition
        if whole is group and _word(phrases, start) not in _WITHIN:
            return None
        whole = phrases.at[start - 1] if start else None
    return whole if isinstance(whole, NounGroup) else None


def _agreeing(phrases: Phrases, group: NounGroup, relative: int) -> NounGroup | None:
    """Return the blasts of "blasts near a tomb in Aleria, which were …": the group before that agrees with the verb."""
    tokens = phrases.sentence.tokens
    verb = tokens[relative + 1].lower if relative + 1 < len(tokens) else ""
    if verb not in _PLURAL or _word(phrases, relative) == "who" or _is_many(phrases, group):
        return None
    whole: NounGroup | VerbGroup | None = group
    while isinstance(whole, NounGroup):
        start = whole.first if whole.preposition is None else whole.preposition
        if whole.preposition is None and not whole.temporal:
            return None
        whole = phrases.at[start - 1] if start else None
        if isinstance(whole, NounGroup) and not whole.temporal and _is_many(phrases, whole):
            return whole
    return None


def _riding(phrases: Phrases, group: NounGroup, relative: int) -> NounGroup | None:
    """Return the men of "two men on a motorcycle who shot", for "who" stands for nobody that rides nothing."""
    if _word(phrases, relative) != "who" or not group.preposition:
        return None
    ridden = _word(phrases, group.preposition) in {"on", "in"} and _word(phrases, group.head) in _RIDDEN
    whole = phrases.at[group.preposition - 1]
    return whole if ridden and isinstance(whole, NounGroup) else None


_PLURAL = frozenset({"were", "are", "have"})


def _is_many(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a plural, a number, a collective, and what "and" joins."""
    tokens = phrases.sentence.tokens
    joined = group.first > 1 and tokens[group.first - 1].lower == "and"
    head = tokens[group.head].lower
    return joined or group.bare or is_plural(head) or head in _COLLECTIVES


_COLLECTIVES = frozenset({"staff", "crew", "family", "number", "majority", "group", "army", "police", "militia"})


def _word(phrases: Phrases, i: int) -> str:
    return phrases.sentence.tokens[i].lower


_WITHIN = frozenset({"in", "inside", "across", "near", "around", "outside"})


def find_relative_past(phrases: Phrases, saying: VerbGroup) -> int | None:
    """Return the "who" before a subject and its verb of saying: "26 people who it says died"; None for another verb."""
    subject = phrases.at[saying.first - 1] if saying.first > 1 else None
    if not isinstance(subject, NounGroup) or not saying.finite or saying.passive or saying.lemma not in _SAYING:
        return None
    who = subject.first - 1
    return who if who > 0 and phrases.sentence.tokens[who].lower in {"who", "which", "that"} else None


def find_object_before(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Return the object before a relative clause: "*the rockets* that rebels fired", "*the town* the army shelled"."""
    subject = phrases.at[verb.first - 1] if verb.first > 1 else None
    if not isinstance(subject, NounGroup) or subject.preposition is not None or subject.temporal:
        return None
    if not verb.finite or verb.passive or verb.lemma in _SAYING:
        return None
    before = phrases.at[subject.first - 1] if subject.first else None
    if before is None and _word(phrases, subject.first - 1) in {"that", "which", "whom"}:
        thing = phrases.at[subject.first - 2] if subject.first > 1 else None
        return find_antecedent(phrases, subject.first - 1) if isinstance(thing, NounGroup) else None
    if not isinstance(before, NounGroup) or before.temporal:
        return None
    return before if _is_told_apart(phrases, before, subject) else None


def _is_told_apart(phrases: Phrases, thing: NounGroup, subject: NounGroup) -> bool:
    """Tell "the town *the army* shelled" from "in the town the army shelled", where the clause begins."""
    begins = thing.first if thing.preposition is None else thing.preposition
    opens = begins == 0 or phrases.tags[begins - 1] in {Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR}
    known = phrases.tags[subject.first] is Tag.DETERMINER or _word(phrases, subject.first) in _PERSONS
    return known and phrases.tags[thing.head] is Tag.NOUN and not (opens and thing.preposition is not None)


_PERSONS = frozenset({"he", "she", "it", "they", "we"})

_SAYING = frozenset({"say", "claim", "believe", "think", "report", "allege", "state", "insist", "suspect"})


def _before_aside(phrases: Phrases, verb: VerbGroup, relative: int) -> NounGroup | None:
    """Return the noun before an aside between two commas ("it was rebels, the mayor said, who fired"), or None."""
    tokens, subject = phrases.sentence.tokens, phrases.at[verb.first - 1] if verb.first else None
    if not isinstance(subject, NounGroup) or subject.first < 2 or relative - verb.last > _FAR:
        return None
    if tokens[relative - 1].lower != "," or tokens[subject.first - 1].lower != ",":
        return None
    before = phrases.at[subject.first - 2]
    return before if isinstance(before, NounGroup) else None
