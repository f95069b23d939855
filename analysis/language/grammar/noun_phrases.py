"""Noun phrases: a head with its title before it and the prepositional groups and participles after it.

`phrase_before` walks left from a token to the beginning of the noun phrase that ends there ("a coalition fighting the
group", "sources in Aleria and Berolia", "the Aleria Rescue Force (ARF) commander X"). Where order does not tell a
phrase, there is none.
"""

from __future__ import annotations

from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag

#: tokens that a noun phrase may have
_LONGEST = 45
#: prepositions that are as often conjunctions: "days after *Adler* said"
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "as", "than", "like"})
_PASSED = frozenset({Tag.ADVERB, Tag.ADJECTIVE, Tag.POSSESSIVE, Tag.PREPOSITION, Tag.NUMBER})
_SUBJECTS = frozenset({"he", "she", "it", "they", "we", "i"})
_REPORTING = frozenset({"say", "tell", "claim", "believe", "think", "admit", "report"})
_QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})


def phrase_before(phrases: Phrases, i: int) -> tuple[int, int] | None:
    """Return the noun phrase with its prepositional groups and reduced relative clauses that ends at token i."""
    tokens = phrases.sentence.tokens
    last: int | None = None
    j = i
    while j >= 0 and i - j < _LONGEST:
        group = phrases.at[j]
        if isinstance(group, NounGroup):
            before = group.first - 1 if group.preposition is None else group.preposition - 1
            if group.temporal:
                j = before
                continue
            if last is None and group.bare and tokens[j].lower in _SUBJECTS:
                return j, j
            clause = (
                last is None and group.preposition is not None and tokens[group.preposition].lower in _CLAUSE_OPENERS
            )
            last = group.last if last is None else last
            if clause:
                return group.first, last
            if (
                group.preposition is None
                and not _continues_place(phrases, group)
                and not _is_inside_participle(phrases, group)
            ):
                return _with_title(phrases, group.first), last
            j = before
        elif isinstance(group, VerbGroup):
            opener = group.first if not group.finite else _relative(phrases, group)
            if opener is None or opener == 0:
                return None
            last = j if last is None else last
            j = opener - 1
        elif tokens[j].text == ")":
            j = _opening_bracket(phrases, j) - 1
        elif _is_passed(phrases, j, begun=last is not None):
            j -= 1
        else:
            return None
    return None


def subject_before(phrases: Phrases, i: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends at token i, or the one whose relative clause with clauses of its own does."""
    found = phrase_before(phrases, i)
    verb = None if found is None or not found[0] else phrases.at[found[0] - 1]
    held = isinstance(verb, VerbGroup) and verb.finite and verb.lemma not in _REPORTING  # "had *no leave* to talk"
    return (_before_clauses(phrases, i) or found) if found is None or held else found


def _before_clauses(phrases: Phrases, i: int) -> tuple[int, int] | None:
    """Return the noun phrase whose relative clause, with clauses of its own, ends at token i, or None.

    "*An officer* who was there when the rockets fell", "*officials* who asked for silence because they had no leave".
    """
    tokens, tags = phrases.sentence.tokens, phrases.tags
    for k in range(i, max(i - _LONGEST_CLAUSES, 0), -1):
        if tokens[k].text in _CLOSING_OFF:
            return None
        if tags[k] is Tag.RELATIVE and tokens[k].lower == "who":
            told = isinstance(phrases.at[k - 1], NounGroup) and phrases.is_finite(k + 1 + (tags[k + 1] is Tag.ADVERB))
            return phrase_before(phrases, k - 1) if told else None
    return None


#: tokens of a relative clause with other clauses in it, and marks that close one off
_LONGEST_CLAUSES = 30
_CLOSING_OFF = frozenset({",", ";", ":", "-", "--", "–", "—", '"', "“", "”"})


def _is_passed(phrases: Phrases, j: int, *, begun: bool) -> bool:
    """Tell a token between the groups of one noun phrase; `begun` says that a group was met already."""
    token, before = phrases.sentence.tokens[j], phrases.at[j - 1] if j else None
    if phrases.tags[j] in _PASSED or (phrases.tags[j] is Tag.NEGATION and phrases.tags[j + 1] is Tag.TO):
        return True  # "who asked *not* to be named"
    if token.text in _QUOTES:
        return j > 0 and phrases.sentence.tokens[j - 1].text not in {",", ".", "?", "!"}
    if token.text == ",":
        return begun and isinstance(before, NounGroup)
    return begun and token.lower in {"and", "or"}


def _with_title(phrases: Phrases, first: int) -> int:
    """Return the first token of a long title in front: "*Aleria Rescue Force – North (ARF-N)* Commander X"."""
    tokens = phrases.sentence.tokens
    while first >= 2:
        mark = tokens[first - 1].text
        before = _opening_bracket(phrases, first - 1) - 1 if mark == ")" else first - 2
        if mark not in {")", "–", "-"} or before < 0 or phrases.tags[before] is not Tag.PROPER:
            return first
        group = phrases.at[before]
        if isinstance(group, NounGroup) and (group.preposition or 0) > 0 and mark == ")":
            office = phrases.at[(group.preposition or 0) - 1]  # "Inspector General *of* Police (North) X"
            titled = isinstance(office, NounGroup) and tokens[group.preposition or 0].lower == "of"
            group = office if titled else group
        if not isinstance(group, NounGroup) or group.preposition is not None or group.temporal:
            return first
        if mark != ")" and (phrases.tags[first] is not Tag.PROPER or group.first > 0):
            return first
        first = group.first
    return first


def _opening_bracket(phrases: Phrases, i: int) -> int:
    for j in range(i - 1, max(i - 15, -1), -1):
        if phrases.sentence.tokens[j].text == "(":
            return j
    return i


def _continues_place(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the tail of a place after a preposition ("in Washington, DC", "in Iraq and Syria") from a subject."""
    tokens = phrases.sentence.tokens
    if phrases.tags[group.head] is not Tag.PROPER or group.first < 2:
        return False
    if tokens[group.first - 1].lower not in {",", "and"}:
        return False
    before = phrases.at[group.first - 2]
    if not isinstance(before, NounGroup) or not before.preposition or phrases.tags[before.head] is not Tag.PROPER:
        return False
    if before.temporal or phrases.tags[group.first] is not Tag.PROPER:
        return False
    if phrases.tags[before.first] is Tag.DETERMINER and tokens[group.first - 1].text == ",":
        return False  # "long a home of the rebels, NATO said"
    if any(verb.finite and verb.last < group.first for verb in phrases.verbs):
        return False  # "five died in Aleria, Adler said"
    return isinstance(phrases.at[before.preposition - 1], NounGroup) and not _is_fronted(phrases, before)


def _is_fronted(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the end of what opens a sentence: "In a post on *Telegram*, ", "Speaking to reporters in *Aleria*, "."""
    here: NounGroup | VerbGroup | None = group
    while isinstance(here, NounGroup) and here.preposition is not None:
        if here.preposition == 0:
            return True
        here = phrases.at[here.preposition - 1]
    return isinstance(here, VerbGroup) and here.first == 0


def _is_inside_participle(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the object of a participle that follows its noun ("a coalition fighting Islamic State") from a subject."""
    verb = phrases.at[group.first - 1] if group.first else None
    if not isinstance(verb, VerbGroup) or verb.infinitive or verb.first == 0:
        return False
    if verb.finite:  # "two officials who requested anonymity"
        opener = verb.first - 1
        if _whose(phrases, verb) is not None:
            return verb.lemma not in _REPORTING  # "a student whose father is *a minister*"
        who = phrases.sentence.tokens[opener].lower == "who"
        if phrases.tags[opener] is Tag.RELATIVE and phrases.sentence.tokens[opener].lower == "that":
            who = isinstance(phrases.at[opener - 1], NounGroup)  # "a group that runs the camp"
        return who and not group.bare and verb.lemma not in _REPORTING and phrases.tags[group.head] is Tag.NOUN
    return isinstance(phrases.at[verb.first - 1], NounGroup) and not group.bare


def _relative(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the relative pronoun right before a verb, its adverbs aside: "the man who earlier led"."""
    i = verb.first - 1
    while i >= 0 and phrases.tags[i] is Tag.ADVERB:
        i -= 1
    if (whose := _whose(phrases, verb)) is not None:
        return whose
    return i if i >= 0 and phrases.tags[i] is Tag.RELATIVE and phrases.sentence.tokens[i].lower != "which" else None


def _whose(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the relative pronoun of "*whose* father serves", whose noun is the subject of the verb, or None."""
    owned = phrases.at[verb.first - 1] if verb.first else None
    if not isinstance(owned, NounGroup) or owned.preposition is not None:
        return None
    first = owned.first if phrases.sentence.tokens[owned.first].lower == "whose" else owned.first - 1
    return first if first > 0 and phrases.sentence.tokens[first].lower == "whose" else None
