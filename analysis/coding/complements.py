"""What follows a verb of saying: adjuncts that belong to the cue, then the words that were said.

`find_complement` passes over when, where and to whom something was said ("told reporters in Cairo on Sunday", "said, on
condition of anonymity,") to the first word of what was said, and names how it begins. Where order does not tell that
something said follows, the answer has no start.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.tags import Tag
from analysis.vocabulary import read_vocabulary

OPENING = frozenset({'"', "“", "``", "‘", "«", "„", "'"})
_ENDS = frozenset({".", "!", "?", ";", "…", ")", "]", "”", "''", "’"})
_BEGINS = frozenset(
    {
        Tag.DETERMINER,
        Tag.PRONOUN,
        Tag.NOUN,
        Tag.PROPER,
        Tag.ADJECTIVE,
        Tag.NUMBER,
        Tag.SUBORDINATOR,
        Tag.GERUND,
        Tag.NEGATION,
        Tag.ADVERB,
        Tag.PREPOSITION,
    }
)
#: prepositions with which a clause that was said may begin; others begin when or of what it was said
_OPENING_PREPOSITIONS = frozenset(
    {"in", "at", "under", "with", "without", "by", "from", "for", "through", "among", "given", "inside", "outside"}
)
#: tokens that an aside between cue and content may have
_LONGEST_ASIDE = 30
#: tokens after the cue within which the verb of a clause without "that" must come
_LONGEST_SUBJECT = 40


@dataclass(frozen=True, slots=True)
class Complement:
    """The token where what was said begins (None: not after the cue), how it begins, and where the cue's words end."""

    start: int | None
    how: str
    #: last token of the cue with its adjuncts ("said in a statement")
    cue_last: int
    #: tokens of a medium or addressee in the cue, for how it is printed
    adjuncts: tuple[tuple[int, int], ...] = ()


@cache
def frames() -> dict[str, frozenset[str]]:
    """Return the lists of speech.yaml by name."""
    lists = read_vocabulary("speech")
    return {name: frozenset(lists[name]) for name in lists}


@cache
def particles() -> dict[str, frozenset[str]]:
    """Return the particles after which a verb has what was said: "call" has "for", "on"."""
    return {verb: frozenset(words) for verb, words in read_vocabulary("speech")["particle"].items()}


def find_complement(phrases: Phrases, i: int, lemma: str) -> Complement:
    """Find what was said after the token i that follows a verb of saying with this base form."""
    tokens = phrases.sentence.tokens
    while i < len(tokens) and phrases.tags[i] is Tag.ADVERB and tokens[i].lower not in {"that", "no"}:
        i += 1
    if i < len(tokens) and tokens[i].lower in particles().get(lemma, ()):
        return _after_particle(phrases, i, lemma)
    skipped, last, adjuncts = _skip_adjuncts(phrases, i, lemma)
    if skipped > i and skipped < len(tokens) and tokens[skipped].lower in particles().get(lemma, ()):
        return _after_particle(phrases, skipped, lemma)
    start, how = _begin(phrases, skipped, lemma, bare=skipped == i)
    return Complement(start, how, last, tuple(adjuncts))


def _after_particle(phrases: Phrases, i: int, lemma: str) -> Complement:
    start = i + 1
    group = phrases.at[start] if start < len(phrases.at) else None
    opens = start < len(phrases.at) and (group is not None or phrases.sentence.tokens[start].text in OPENING)
    return Complement(start if opens else None, "particle", i, ())


def _skip_adjuncts(phrases: Phrases, i: int, lemma: str) -> tuple[int, int, list[tuple[int, int]]]:
    """Return the token after the cue's adjuncts, the last token of the cue, and the adjuncts that name a medium."""
    tokens, tags = phrases.sentence.tokens, phrases.tags
    last, addressed, adjuncts = i - 1, lemma not in frames()["addressee"], list[tuple[int, int]]()
    while i < len(tokens):
        token, group = tokens[i], phrases.at[i]
        after = phrases.at[i + 1] if i + 1 < len(tokens) else None
        if isinstance(group, NounGroup) and group.temporal:
            i = group.last + 1
        elif tags[i] in {Tag.PREPOSITION, Tag.TO} and isinstance(after, NounGroup) and after.preposition == i:
            if not (after.temporal or _is_medium(phrases, after)) and not _reaches_that(phrases, after.last + 1):
                break
            if not after.temporal:
                adjuncts.append((i, after.last))
                last = after.last
            i = after.last + 1
        elif token.text == "(" and i + 1 < len(tokens):
            close = next((k for k in range(i + 1, min(i + 12, len(tokens))) if tokens[k].text == ")"), None)
            if close is None:
                break
            i = close + 1
        elif tags[i] is Tag.ADVERB and token.lower != "that":
            i += 1
        elif not addressed and isinstance(group, NounGroup) and _is_addressee(phrases, group, lemma):
            adjuncts.append((group.first, group.last))
            addressed, last, i = True, group.last, group.last + 1
        elif token.text == "," and (close := _aside_end(phrases, i)) is not None:
            if tokens[i + 1].lower in {"on", "in", "speaking"}:
                adjuncts.append((i, close - 1))
                last = close - 1
            i = close + 1
        else:
            break
    return i, last, adjuncts


def _is_medium(phrases: Phrases, group: NounGroup) -> bool:
    media = frames()["media"]
    tokens = phrases.sentence.tokens
    return tokens[group.head].lower in media or any(tokens[k].lower in media for k in range(group.first, group.last))


def _reaches_that(phrases: Phrases, i: int) -> bool:
    """Tell whether only prepositional and temporal groups stand between token i and "that" or a colon."""
    tokens = phrases.sentence.tokens
    for _ in range(4):
        if i >= len(tokens):
            return False
        if tokens[i].lower == "that":
            follows = phrases.at[i + 1] if i + 1 < len(tokens) else None
            return not (isinstance(follows, VerbGroup) and follows.finite)
        if tokens[i].text == ":":
            return True
        after = phrases.at[i + 1] if i + 1 < len(tokens) else None
        group = phrases.at[i]
        if isinstance(group, NounGroup) and group.temporal:
            i = group.last + 1
        elif isinstance(after, NounGroup) and after.preposition == i:
            i = after.last + 1
        else:
            return False
    return False


def _is_addressee(phrases: Phrases, group: NounGroup, lemma: str) -> bool:
    """Tell the one addressed ("told Reuters that", "told it he") from the subject of what was said ("told it was")."""
    tokens = phrases.sentence.tokens
    if lemma in frames()["request"] and _has_infinitive(phrases, group.last + 1):
        return False
    i = group.last + 1
    while i < len(tokens) and isinstance(after := phrases.at[min(i + 1, len(tokens) - 1)], NounGroup):
        if after.preposition != i:
            break
        i = after.last + 1
    if i >= len(tokens):
        return True
    verb = phrases.at[i]
    return not (isinstance(verb, VerbGroup) and verb.finite)


def _aside_end(phrases: Phrases, i: int) -> int | None:
    """Return the comma that closes an aside opened by the comma at token i, where what was said follows it."""
    tokens = phrases.sentence.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text in OPENING:
        return None
    for j in range(i + 2, min(i + _LONGEST_ASIDE, len(tokens) - 1)):
        if tokens[j].text == ",":
            follows = tokens[j + 1]
            return j if follows.lower == "that" or follows.text in OPENING else None
        if tokens[j].text in _ENDS or tokens[j].text in OPENING:
            return None
    return None


def _begin(phrases: Phrases, i: int, lemma: str, *, bare: bool) -> tuple[int | None, str]:
    """Return the first token of what was said and how it begins, or (None, "")."""
    tokens = phrases.sentence.tokens
    if i >= len(tokens):
        return None, ""
    lists, token = frames(), tokens[i]
    if token.text == ":" and i + 1 < len(tokens):
        return i + 1, "colon"
    if token.text == "," and i + 1 < len(tokens) and tokens[i + 1].text in OPENING and _quotes(lemma):
        return i + 1, "quote"
    if token.text in _ENDS or token.text == ",":
        return None, ""
    if token.lower == "that" and i + 1 < len(tokens) and _quotes(lemma):
        verb = phrases.at[i + 1]
        if bare or not (isinstance(verb, VerbGroup) and verb.finite):
            return i + 1, "that"
        return None, ""
    if token.text in OPENING and _quotes(lemma):
        return i, "quote"
    group = phrases.at[i]
    if isinstance(group, VerbGroup) and group.infinitive:
        return (i, "to") if lemma in lists["infinitive"] else (None, "")
    if lemma in lists["request"]:
        return (
            (i, "request") if isinstance(group, NounGroup) and _has_infinitive(phrases, group.last + 1) else (None, "")
        )
    if lemma in lists["clause"] and _may_begin(phrases, i) and _has_clause(phrases, i):
        return i, "clause"
    if lemma in lists["naming"]:
        return (i, "naming") if isinstance(group, NounGroup) and _is_named(phrases, group) else (None, "")
    if lemma in lists["object"] and bare and _is_object(phrases, i, lemma):
        return i, "object"
    return None, ""


def _may_begin(phrases: Phrases, i: int) -> bool:
    """Tell whether a clause that was said may begin with token i: "said if …" may, "said after …" may not."""
    tag, lower = phrases.tags[i], phrases.sentence.tokens[i].lower
    if tag is Tag.SUBORDINATOR:
        return lower in {"if", "whether", "how", "why", "where", "unless"}
    if tag is Tag.PREPOSITION:
        return lower in _OPENING_PREPOSITIONS
    return tag in _BEGINS


def _quotes(lemma: str) -> bool:
    return lemma in frames()["clause"] or lemma in frames()["after"] or lemma in frames()["object"]


def _has_infinitive(phrases: Phrases, i: int) -> bool:
    """Tell whether an infinitive follows within the noun groups after token i: "urged all sides in Libya to stop"."""
    for k in range(i, min(i + 14, len(phrases.at))):
        group = phrases.at[k]
        if isinstance(group, VerbGroup):
            return group.infinitive
        if phrases.sentence.tokens[k].text in {",", ".", ";"}:
            return False
    return False


def _has_clause(phrases: Phrases, i: int) -> bool:
    """Tell whether a clause with a subject and a finite verb begins at token i."""
    seen = False
    for k in range(i, min(i + _LONGEST_SUBJECT, len(phrases.at))):
        group = phrases.at[k]
        if isinstance(group, NounGroup):
            seen = True
        elif isinstance(group, VerbGroup):
            if group.finite or (group.passive and group.first == group.last and seen):
                return seen and group.finite and not _in_relative(phrases, group, i)
        elif phrases.sentence.tokens[k].text in {";", ":"}:
            return False
        elif seen and phrases.tags[k] is Tag.SUBORDINATOR and phrases.sentence.tokens[k - 1].text == ",":
            return False
    return False


def _in_relative(phrases: Phrases, verb: VerbGroup, i: int) -> bool:
    """Tell whether the first finite verb stands in a relative clause that ends the sentence's noun phrase."""
    before = verb.first - 1
    if before < i or phrases.tags[before] is not Tag.RELATIVE:
        return False
    rest: Sequence[VerbGroup] = [v for v in phrases.verbs if v.first > verb.last and v.finite]
    return not rest


def _is_named(phrases: Phrases, group: NounGroup) -> bool:
    """Tell whether a second noun group, an adjective or a quotation right after the first says what it is called."""
    i = group.last + 1
    while i + 1 < len(phrases.at):
        after = phrases.at[i + 1]
        if not (isinstance(after, NounGroup) and after.preposition == i):
            break
        i = after.last + 1
    if i >= len(phrases.at):
        return False
    follows = phrases.at[i]
    if isinstance(follows, NounGroup):
        return not follows.temporal and follows.preposition is None
    return phrases.sentence.tokens[i].text in OPENING or phrases.tags[i] is Tag.ADJECTIVE


def _is_object(phrases: Phrases, i: int, lemma: str) -> bool:
    """Tell whether a noun group, a gerund or a quotation that can be what was said begins at token i."""
    group = phrases.at[i]
    if isinstance(group, VerbGroup):
        return group.gerund and not group.finite
    if group is None and phrases.sentence.tokens[i].text not in OPENING:
        return phrases.tags[i] in {Tag.ADJECTIVE, Tag.RELATIVE} or phrases.sentence.tokens[i].lower in {"what", "how"}
    return True
