"""Casualties by verbs: "killed five soldiers", "were wounded", "leaving four dead", "died of their wounds".

The object of an active verb, the subject of a passive or intransitive one; participles on their own; verbs whose harm
is in the word after them ("shot dead", "gunned down"); lives that are lost, claimed or taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from analysis.coding.casualties.figures import Figure, harm_set, table, verb_outcomes
from analysis.coding.casualties.reality import is_past, is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victim_lists import is_age, read_list, read_list_back, with_complement_head
from analysis.coding.victims import Victims, read_victims, to_pronoun
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier
from analysis.vocabulary import read_vocabulary


def find_by_verbs(reading: SentenceReading) -> Iterator[Figure]:
    """Find the figures that the verbs of a sentence give, in the order of the verbs."""
    for verb in reading.phrases.verbs:
        told = _outcome(reading, verb)
        if told is not None:
            outcome, last, rule = told
            if not is_unreal_verb(reading, verb):
                yield from _figures(reading, verb, outcome, last, rule)
        elif verb.lemma in harm_set("lives"):
            yield from _lives(reading, verb)
        elif verb.lemma in _SUFFERING:
            yield from _sufferers(reading, verb)


def _outcome(reading: SentenceReading, verb: VerbGroup) -> tuple[Outcome, int, str] | None:
    """Return the outcome of a verb, the last token that says it, and the name of the rule."""
    lemma = verb.lemma
    outcome = verb_outcomes().get(lemma)
    after = reading.sentence.tokens[verb.last + 1].lower if verb.last + 1 < len(reading.sentence.tokens) else ""
    if outcome is not None and after == "off":
        return None
    if outcome is not None:
        return outcome, verb.last, "passive" if verb.passive else "participle" if not verb.finite else "active"
    outcome = table("intransitive").get(lemma)
    if outcome is not None:
        return outcome, verb.last, "intransitive"
    tokens = reading.sentence.tokens
    following = tuple(t.lower for t in tokens[verb.last + 1 : verb.last + 3])
    if lemma in harm_set("dead_after") and following[:1] == ("dead",):
        return Outcome.KILLED, verb.last + 1, "shot dead"
    if lemma in harm_set("dead_after") and following == ("to", "death"):
        return Outcome.KILLED, verb.last + 2, "shot dead"
    for size in (1, 2):
        outcome = _phrases().get(" ".join((lemma, *following[:size])))
        if outcome is not None:
            return outcome, verb.last + size, "verb and particle"
    return None


@cache
def _phrases() -> dict[str, Outcome]:
    lists = read_vocabulary("harm")["phrases"]
    return {phrase: Outcome(outcome) for outcome, phrases in lists.items() for phrase in phrases}


def _figures(reading: SentenceReading, verb: VerbGroup, outcome: Outcome, last: int, rule: str) -> Iterator[Figure]:
    if _is_combined(reading, verb):
        return
    intransitive = rule == "intransitive" or outcome is Outcome.MISSING
    back = verb.passive or intransitive
    people = _subjects(reading, verb) if back else _objects(reading, verb, last)
    if not people and _may_be_passive(reading, verb, last):
        people = _subjects(reading, verb)
    for victims in [*people, *(_company(reading, last) if people and back else ())]:
        if _is_told(reading, verb, victims):
            yield Figure(outcome, victims, verb.first, last, rule)


def _company(reading: SentenceReading, last: int) -> list[Victims]:
    """Read those who shared the fate of a subject: "was killed along with two bodyguards"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for words in (("along", "with"), ("together", "with"), ("alongside",)):
        i = last + 1 + len(words)
        if tuple(t.lower for t in tokens[last + 1 : i]) == words and i < len(at):
            group = at[i]
            return read_list(reading, group) if isinstance(group, NounGroup) else []
    return []


def _may_be_passive(reading: SentenceReading, verb: VerbGroup, last: int) -> bool:
    """Tell whether a past form without an object may be a headline's passive: "Two killed and three wounded"."""
    tokens = reading.sentence.tokens
    if verb.first != verb.last or last != verb.last or verb.gerund or not tokens[verb.head].lower.endswith("ed"):
        return False
    return verb.last + 1 == len(tokens) or tokens[verb.last + 1].lower in {"and", ",", "as", "when", "after", "in"}


def _is_combined(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether one number is of two outcomes: "20 were killed and wounded", "killed or injured 12"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for joint, other in ((verb.last + 1, verb.last + 2), (verb.first - 1, verb.first - 2)):
        if 0 < other < len(at) and tokens[joint].lower in {"and", "or", "and/or", "/"}:
            group = at[other]
            if isinstance(group, VerbGroup) and group.lemma in verb_outcomes():
                return verb_outcomes()[group.lemma] is not verb_outcomes().get(verb.lemma) and (
                    verb.passive or group.passive
                )
    return False


def _subjects(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    certain = verb.lemma in harm_set("sure")
    near = reading.phrases.at[verb.first - 1] if verb.first else None
    group = _before_apposition(reading, verb)
    if group is not None:
        found = read_list_back(reading, group, certain=certain)
        if len(found) == 1 and found[0].name:
            found = read_list(reading, group, certain=certain)[:1]  # with what the commas say of the person
        if found:
            return found
    if isinstance(near, NounGroup) and verb.passive and not verb.finite:
        found = read_list_back(reading, near, certain=certain)  # "with two wounded"
        if found:
            return found
    group = subject_of(reading.phrases, verb)
    if group is not None and is_age(reading, group):
        before = reading.phrases.at[group.first - 2] if group.first > 1 else None
        group = before if isinstance(before, NounGroup) else None
    if group is not None and reading.sentence.tokens[group.head].lower in {"he", "she"}:
        return [to_pronoun(reading, group)] if certain else []
    found: list[Victims] = []
    if group is not None:
        found = read_list_back(reading, with_complement_head(reading, group), certain=certain)
        found = found or read_list_back(reading, group, certain=certain)
    if isinstance(near, NounGroup) and near is not group and _is_own_subject(reading, near):
        return read_list_back(reading, near, certain=certain)
    return found


def _before_apposition(reading: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the group before what two commas enclose: "Ali Hassan, 42, was killed", "two soldiers, police said, were".

    Parts after "including" may have commas of their own.
    """
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = verb.first - 2
    mark = _OPENINGS.get(tokens[verb.first - 1].lower) if verb.first > 3 and verb.finite else None
    closed = mark is not None
    while i > 0 and tokens[i].lower != mark and tokens[i].lower != "including":
        if isinstance(at[i], VerbGroup) and not closed:
            return None
        i -= 1
    including = _including_before(reading, i if i > 0 else 0, verb)
    if including is not None:
        i = including
    elif not closed:
        return None
    if i > 0 and tokens[i].lower == "including":
        i = i - 1 if tokens[i - 1].lower == "," else i
    before = at[i - 1] if i > 0 else None
    if isinstance(before, NounGroup) and is_age(reading, before) and before.first > 1:
        before = at[before.first - 2]
    if not isinstance(before, NounGroup) or before.temporal:
        return None
    group = with_complement_head(reading, before)
    return None if group.preposition is not None else group


#: marks that close an insertion, and those that open it
_OPENINGS = {",": ",", "--": "--", "—": "—", "–": "–", ")": "(", "]": "["}


def _including_before(reading: SentenceReading, i: int, verb: VerbGroup) -> int | None:
    """Return the "including" whose list the words before a verb end, or None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for j in range(verb.first - 1, max(-1, verb.first - 40), -1):
        group = at[j]
        if tokens[j].lower == "including":
            commas = any(token.lower == "," for token in tokens[j : verb.first])
            return j if not commas or tokens[verb.first - 1].lower == "," else None
        if tokens[j].lower in {";", ":"} or (isinstance(group, VerbGroup) and (group.finite or group.passive)):
            return None
    return None


def _is_own_subject(reading: SentenceReading, near: NounGroup) -> bool:
    """Tell whether the group right before a verb is its subject though a preposition stands before it."""
    before = reading.sentence.tokens[near.preposition].lower if near.preposition is not None else ""
    return before in {"after", "before", "since", "as", "until", "than", "because"}


def _objects(reading: SentenceReading, verb: VerbGroup, last: int) -> list[Victims]:
    at = reading.phrases.at
    group: NounGroup | None = None
    if last == verb.last:
        group = object_of(reading.phrases, verb)
        if group is None:
            group = _object_of_second(reading, verb)
    elif last + 1 < len(at):
        following = at[last + 1]
        group = following if isinstance(following, NounGroup) and following.first == last + 1 else None
    return [] if group is None else read_list(reading, group, certain=verb.lemma in harm_set("sure"))


def _object_of_second(reading: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the object that two verbs share: "killed and wounded dozens"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = verb.last + 2
    if i < len(at) and tokens[i - 1].lower == "and":
        other = at[i]
        if isinstance(other, VerbGroup) and other.lemma in verb_outcomes() and not other.passive:
            return object_of(reading.phrases, other)
    return None


def _is_told(reading: SentenceReading, verb: VerbGroup, victims: Victims) -> bool:
    """Tell whether the people are a figure: counted, single, or a bare plural of something that happened."""
    before = reading.sentence.tokens[victims.first - 1].lower if victims.first else ""
    if victims.quantity.low == 0 or before in {"neither", "nor"}:
        return False
    if victims.counted or victims.name:
        return True
    plural = victims.quantity.qualifier is Qualifier.VAGUE
    if victims.definite:
        return not plural
    return is_past(reading, verb) and not (plural and verb.gerund)


def _lives(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "40 people lost their lives", "claimed 12 lives", "took the lives of three men"."""
    group = object_of(reading.phrases, verb)
    tokens = reading.sentence.tokens
    if group is None or tokens[group.head].lower not in {"lives", "life"} or is_unreal_verb(reading, verb):
        return
    people: list[Victims] = []
    if verb.lemma == "lose" and tokens[group.first].lower in {"their", "his", "her"}:
        people = _subjects(reading, verb)
    elif group.last + 1 < len(tokens) and tokens[group.last + 1].lower == "of":
        inner = reading.phrases.at[min(group.last + 2, len(tokens) - 1)]
        people = read_list(reading, inner, certain=True) if isinstance(inner, NounGroup) else []
    else:
        victims = read_victims(reading, group, certain=True)
        people = [victims] if victims is not None and victims.counted else []
    for victims in people:
        yield Figure(Outcome.KILLED, victims, verb.first, group.last, "lives")


_SUFFERING = frozenset({"suffer", "sustain", "receive"})


def _sufferers(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "four others sustained injuries"."""
    group = object_of(reading.phrases, verb)
    if group is None or verb.passive or reading.sentence.tokens[group.head].lower not in harm_set("hurts"):
        return
    if not is_unreal_verb(reading, verb):
        for victims in _subjects(reading, verb):
            if _is_told(reading, verb, victims):
                yield Figure(Outcome.INJURED, victims, verb.first, group.last, "suffered")
