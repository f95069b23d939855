"""Apposed names: the name that a description stands beside, where commas alone tell which belongs to which."""

from __future__ import annotations

from analysis.language.actors.persons import title_words, titles
from analysis.language.grammar.noun_phrases import phrase_before
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.grammar.speaker_names import heads_office
from analysis.language.grammar.tags import Tag

_CLOSING = frozenset({'"', "”", "''", "’"})


def name_before(phrases: Phrases, first: int) -> tuple[int, int] | None:
    """Return the name that a description beginning at token first stands in apposition to, or None."""
    if first < 2 or phrases.sentence.tokens[first - 1].text != ",":
        return None
    if phrases.tags[first] not in {Tag.DETERMINER, Tag.NUMBER} and not heads_office(phrases, first):
        return None
    before = phrases.at[first - 2]
    if (
        not isinstance(before, NounGroup)
        or phrases.tags[before.head] is not Tag.PROPER
        or before.preposition is not None
        or before.temporal
    ):
        return None
    return before.first, before.last


def described_before(phrases: Phrases, name: tuple[int, int]) -> tuple[int, int] | None:
    """Return the description that a name is in apposition to ("*The mayor of Y*, X, who had left, said"), or None."""
    first, last = name
    if first < 3 or phrases.sentence.tokens[first - 1].text != ",":
        return None
    if any(tag not in {Tag.PROPER, Tag.NOUN} for tag in phrases.tags[first : last + 1]):
        return None
    found = phrase_before(phrases, first - 2)
    if found is None or phrases.tags[found[0]] is not Tag.DETERMINER or phrases.tags[first] is not Tag.PROPER:
        return None
    if last + 2 < len(phrases.at) and not heads_office(phrases, found[0]) and _is_office(phrases, last + 2):
        return None  # "It hit a village and *a camp*, X, a spokesman for Y, said"
    opened = found[0] == 0 or phrases.tags[found[0] - 1] in {Tag.MARK, Tag.CONJUNCTION, Tag.SUBORDINATOR, Tag.RELATIVE}
    return found if opened else None


def _is_office(phrases: Phrases, i: int) -> bool:
    """Tell an office of one person that begins at token i, behind the comma that a name ends with."""
    return phrases.sentence.tokens[i - 1].text == "," and heads_office(phrases, i)


def opens_apart(phrases: Phrases, first: int) -> bool:
    """Tell a name at the head of a sentence, behind a quotation, or, with an office to it alone, behind a comma.

    "“…,” *X*, the commander in Y said", "It was hit, *X Y*, spokesman for Z said".
    """
    tokens = phrases.sentence.tokens
    if first == 0 or tokens[first - 1].text in _CLOSING:
        return True
    last = next(k for k in range(first, len(tokens)) if tokens[k].text == ",") - 1
    named = last > first and all(tag is Tag.PROPER for tag in phrases.tags[first : last + 1])
    office = phrases.at[last + 2]
    one = isinstance(office, NounGroup) and not tokens[office.head].lower.endswith(("s", "men"))
    if not (named and one and tokens[first - 1].text == ",") or not isinstance(office, NounGroup):
        return False
    of = (
        office.last + 1 < len(tokens) and tokens[office.last + 1].lower == "of"
    )  # "It was hit, *X Y*, the mayor of Z said"
    return phrases.tags[last + 2] is Tag.NOUN or (of and phrases.tags[last + 2] is Tag.DETERMINER)


def field_and_name(phrases: Phrases, first: int, last: int) -> tuple[int, tuple[int, int]] | None:
    """Return the last token of the field and the name behind an office ("said *DIG, South Delta, Carl Ode*"), or None.

    The office is tokens first to last; its seat may stand in it ("said *DPO Delta, Carl Ode*").
    """
    tokens, tags = phrases.sentence.tokens, phrases.tags
    field = phrases.at[last + 2] if last + 2 < len(tokens) and tokens[last + 1].text == "," else None
    if tags[first] is Tag.DETERMINER or not isinstance(field, NounGroup) or field.last + 2 >= len(tokens):
        return None
    name = phrases.at[field.last + 2] if tokens[field.last + 1].text == "," else None
    if not isinstance(name, NounGroup) or name.last == name.first or tokens[field.first].lower in title_words():
        return None
    named = all(tag is Tag.PROPER for k in (field, name) for tag in tags[k.first : k.last + 1])
    words = [t.lower for t in tokens[first : last + 1]]
    office = words[-1] in titles()["official"] or words[-2:-1] == ["of"]
    ends = name.last + 1 == len(tokens) or tokens[name.last + 1].text in {".", ","}
    titled = any(word in titles()["official"] for word in words)
    return (field.last, (name.first, name.last)) if named and office and titled and ends else None


def seat_before(phrases: Phrases, name: tuple[int, int]) -> tuple[int, int] | None:
    """Return the office with its seat before a comma and a name: "*DSP Delta*, Carl Ode said", or None."""
    tokens, tags, first = phrases.sentence.tokens, phrases.tags, name[0]
    office = phrases.at[first - 2] if first > _SEATED and tokens[first - 1].text == "," else None
    named = name[1] > first and all(tag is Tag.PROPER for tag in tags[first : name[1] + 1])
    if not named or not isinstance(office, NounGroup) or office.last == office.first:
        return None
    return (office.first, office.last) if tokens[office.first].lower in titles()["seated"] else None


#: tokens before the name behind an office with its seat, less one
_SEATED = 2


def named_with_comma(phrases: Phrases, comma: int) -> tuple[int, int] | None:
    """Return the titled name that opens a sentence and ends before a comma, or None."""
    group = phrases.at[comma - 1] if comma else None
    if isinstance(group, NounGroup) and group.preposition and group.preposition == group.first - 1:
        of = phrases.sentence.tokens[group.preposition].lower == "of"
        before = phrases.at[group.preposition - 1]  # "Governor X *of Y*, said"
        group = before if of and isinstance(before, NounGroup) else group
    if (
        not isinstance(group, NounGroup)
        or group.first > 0
        or group.temporal
        or phrases.sentence.tokens[comma].text != ","
    ):
        return None
    words = [t.lower for t in phrases.sentence.tokens[: group.last]]
    titled = any(word in titles()["official"] for word in words)
    return (0, comma - 1) if titled and phrases.tags[group.last] is Tag.PROPER else None
