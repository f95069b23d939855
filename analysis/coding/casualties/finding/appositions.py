"""The people before what commas enclose: "Ali Hassan, 42, was killed", "two soldiers, police said, were hurt"."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import read_victims
from analysis.coding.victims.lists import is_age, is_title
from analysis.coding.victims.lists_back import read_list_back
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def joined_to(reading: SentenceReading, verb: VerbGroup) -> VerbGroup:
    """Return "was shot" for the "killed" of "was shot and (later) killed", whose subject it shares; else the verb."""
    i = verb.first - 1
    i -= i > 0 and reading.phrases.tags[i] is Tag.ADVERB
    before = reading.phrases.at[i - 1] if i > 0 and reading.sentence.tokens[i].lower == "and" else None
    return before if isinstance(before, VerbGroup) and before.passive and before.finite and verb.passive else verb


def before_apposition(reading: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the group before what two commas enclose: "Ali Hassan, 42, was killed", "two soldiers, police said, were".

    Parts after "including" may have commas of their own.
    """
    tokens, at = reading.sentence.tokens, reading.phrases.at
    end = _before_place(reading, verb)
    placed = end < verb.first - 1
    if end > 0 and reading.phrases.tags[end] is Tag.PREPOSITION:
        return None  # "injured two, including an officer, before being shot"
    if end > 3 and reading.phrases.tags[end] is Tag.RELATIVE and tokens[end - 1].lower == ",":
        end -= 1  # "40 farmers, including two boys, who were killed"
    i = end - 1
    mark = _OPENINGS.get(tokens[end].lower) if end > 2 and (verb.finite or tokens[end].text == ")") else None
    closed = mark is not None
    colon = _colon_before(reading, i) if mark == "," else None
    if colon is not None:
        i = colon  # "a family of four: a man, his wife and two girls, were killed"
    while i > 0 and colon is None and tokens[i].lower != mark and tokens[i].lower not in _INSERTED:
        if isinstance(verb_before := at[i], VerbGroup) and not closed and not _says_more(reading, verb_before):
            return None
        i -= 1
    including = _including_before(reading, end, verb)
    if including is not None:
        i = including
    elif not closed:
        return None
    if i > 0 and tokens[i].lower in _INSERTED:
        i = i - 1 if tokens[i - 1].lower == "," else i
    before = at[i - 1] if i > 0 else None
    if isinstance(before, NounGroup) and is_age(reading, before) and before.first > 1:
        before = at[before.first - 2]
    if isinstance(before, NounGroup):
        before = _title_before(reading, before) or before
    if not isinstance(before, NounGroup) or before.temporal:
        return None
    group = _head_of(reading, before)
    if placed and group.first and isinstance(at[group.first - 1], VerbGroup):
        return None  # "killed two, including a boy, in a town held by rebels"
    return None if group.preposition is not None else group


def _title_before(reading: SentenceReading, named: NounGroup) -> NounGroup | None:
    """Return "a teacher" of "a teacher, Ali Hassan, 42, was killed", or None."""
    group = (
        reading.noun_at(named.first - 2)
        if named.first > 1 and reading.sentence.tokens[named.first - 1].text == ","
        else None
    )
    title = read_victims(reading, group) if group is not None else None
    person = read_victims(reading, named) if title is not None and is_title(title) else None
    return group if person is not None and person.name and not person.noun else None


def _before_place(reading: SentenceReading, verb: VerbGroup) -> int:
    """Return the token before a verb, or the comma before what stands between: "including a boy, in the port died"."""
    near = reading.phrases.at[verb.first - 1] if verb.first and "including" in reading.words else None
    if not isinstance(near, NounGroup) or not verb.finite:
        return verb.first - 1
    i = _head_of(reading, near).preposition or 0
    return i - 1 if i > 1 and reading.sentence.tokens[i - 1].lower == "," else verb.first - 1


def _head_of(reading: SentenceReading, group: NounGroup) -> NounGroup:
    """Return the group that those before a comma belong to: "seven workers with the kitchen, among them a Swede,"."""
    for _ in range(3):
        i = group.preposition
        before = reading.phrases.at[i - 1] if i else None
        if not isinstance(before, NounGroup):
            return group
        group = before
    return group


def _colon_before(reading: SentenceReading, i: int) -> int | None:
    """Return the colon that opens a list of people before token i, past nouns, commas and "and" only; None for none."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for j in range(i, max(0, i - 20), -1):
        if tokens[j].text == ":":
            before = at[j - 1]
            return j if isinstance(before, NounGroup) and read_list_back(reading, before) else None
        if at[j] is None and tokens[j].lower not in {",", "and", "of"}:
            return None
        if isinstance(at[j], VerbGroup):
            return None
    return None


#: marks that close an insertion, and those that open it
_OPENINGS = {",": ",", "--": "--", "—": "—", "–": "–", "-": "-", ")": "(", "]": "["}


#: what opens who some or most of people are, behind a comma
_INSERTED = frozenset({"including", "mostly", "mainly"})


def _including_before(reading: SentenceReading, end: int, verb: VerbGroup) -> int | None:
    """Return the "including" whose list token `end`, the last before a verb, closes, or None."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for j in range(end, max(-1, verb.first - 40), -1):
        group = at[j]
        if tokens[j].lower in _INSERTED:
            commas = any(token.lower == "," for token in tokens[j : verb.first])
            return j if not commas or tokens[end].lower == "," else None
        if isinstance(group, VerbGroup) and _in_relative(reading, group):
            continue  # "including a nurse who was going home and two guards"
        if tokens[j].lower in {";", ":"} or (isinstance(group, VerbGroup) and (group.finite or group.passive)):
            return None
    return None


def _says_more(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell a verb that says more of people right before it: "who was going home", "two clerks *working* in Mali"."""
    before = reading.phrases.at[verb.first - 1] if verb.first else None
    behind = verb.gerund and not verb.finite and isinstance(before, NounGroup)
    return behind or _in_relative(reading, verb)


def _in_relative(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell the verb of a relative clause by the "who" right before it."""
    return verb.finite and verb.first > 0 and reading.sentence.tokens[verb.first - 1].lower == "who"
