"""The people of a force and their number: "5,000 US troops", "thousands of soldiers", "a 300-strong French contingent".

Weak nouns ("men", "police", "members") count only where their own words, or those after them, say whose they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.carriers import is_carrier
from analysis.coding.troops.counted import People
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.nationals import find_members, find_nationals, is_few
from analysis.coding.troops.units import counted_units
from analysis.coding.victims import quantity_in
from analysis.coding.victims.nations import nation_in
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

__all__ = ["find_people"]


def find_people(
    sentence: SentenceReading, forces: frozenset[str] = frozenset(), *, near: bool = False
) -> Iterator[People]:
    """Find the noun groups that count a force's people: "5,000 US troops", "thousands of soldiers".

    `near`: troops were told of right before, so that "another 150 Estonians" may be some too; `forces`: those told of
    before at all, whose people may stand somewhere ("the 900 Americans are still there").
    """
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        lower = tokens[group.head].lower
        if group.bare and group.last + 1 < len(tokens):
            lower = "strong" if tokens[group.last + 1].lower == "strong" else lower
        found = (_strong(sentence, group) or _unit(sentence, group)) if lower in force_words("units") else None
        if lower == "strong":
            found = _so_strong(sentence, group)
        elif group.bare and found is None:
            found = _of_them(sentence, group) or _aboard(sentence, group)
        elif found is None and lower in force_words("people"):
            found = _counted_troops(sentence, group, lower)
        elif found is None:
            found = find_nationals(sentence, group, forces, near) or find_members(sentence, group)
        found = found or counted_units(sentence, group)
        if found is not None:
            yield from _gapped(sentence, group)
            yield _with_force(sentence, found)


def _with_force(sentence: SentenceReading, people: People) -> People:
    """Give people between commas the force that they are the number of: "French forces in Chad, *some 1,000 men*,"."""
    tokens = sentence.sentence.tokens
    i, group = people.first - 1, people.group
    opens = group.preposition is None and (group.bare or group.first == i + 1)
    i -= i > 1 and tokens[i].lower == "or" and tokens[i - 1].lower == ","  # "two brigades, or 10,000 men,"
    if i < 1 or tokens[i].lower not in _MARKS or not opens:
        return people
    after = tokens[people.last + 1].lower if people.last + 1 < len(tokens) else ""
    named = force_in(sentence, people.first, people.last) is not None
    if after not in _MARKS or named:
        return people
    whole = _force_before(sentence, i)
    return people if whole is None else People(whole, whole.first, people.last, people.quantity)


def _force_before(sentence: SentenceReading, i: int) -> NounGroup | None:
    """Return the force without a number that ends, its place and what else goes with it, before token i; else None."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    whole = at[i - 1]
    for _ in range(_PHRASES):
        if not isinstance(whole, NounGroup) or whole.preposition is None or whole.preposition == 0:
            break
        whole = at[whole.preposition - 1]
    if not isinstance(whole, NounGroup):
        return None
    lower = tokens[whole.head].lower
    units = lower.removesuffix("s") in force_words("units") and lower != "forces"
    if not units and quantity_in(sentence, whole.first, whole.last) is not None:
        return None
    return whole if units or lower in force_words("people") else None


def _so_strong(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read "the mission in Mali, at present 450 strong," and "the garrison is 300 strong"."""
    tokens, phrases, i = sentence.sentence.tokens, sentence.phrases, group.first - 1
    quantity = quantity_in(sentence, group.first, group.last)
    while i > 1 and tokens[i].lower in {"at", "present", "now", "currently", "still", "then", "once"}:
        i -= 1
    if quantity is None or is_few(quantity) or i < 1:
        return None
    be = phrases.at[i]
    subject = subject_of(phrases, be) if isinstance(be, VerbGroup) and be.lemma == "be" else None
    if subject is not None and tokens[subject.head].lower not in force_words("units") | force_words("people"):
        return None
    whole = subject or (_force_before(sentence, i) if tokens[i].lower in _MARKS else None)
    end = group.last + (tokens[group.last].lower != "strong")
    return None if whole is None else People(whole, whole.first, end, quantity)


def _of_them(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read "French troops, 1,500 of them, are based in Niger", "Rwandan troops (about 2,500) patrol the road"."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    taken_up = [t.lower for t in tokens[i : i + 2]] == ["of", "them"]
    if not taken_up and i < len(tokens) and (tokens[group.first - 1].text, tokens[i].text) == ("(", ")"):
        taken_up, i = True, i - 1
    if not taken_up or group.first < 2 or tokens[group.first - 1].lower not in _MARKS:
        return None
    quantity = quantity_in(sentence, group.first, group.last)
    whole = _force_before(sentence, group.first - 1) if quantity is not None and not is_few(quantity) else None
    return None if whole is None or quantity is None else People(whole, whole.first, i + 1, quantity)


def _aboard(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read the number of "a frigate with 160 on board", "with 160 aboard"."""
    tokens, i = sentence.sentence.tokens, group.preposition
    after = [t.lower for t in tokens[group.last + 1 : group.last + 3]]
    carrier = sentence.phrases.at[i - 1] if i and tokens[i].lower == "with" else None
    if not isinstance(carrier, NounGroup) or (after[:1] != ["aboard"] and after != ["on", "board"]):
        return None
    quantity = quantity_in(sentence, group.first, group.last) if is_carrier(sentence, carrier) else None
    return None if quantity is None or is_few(quantity) else People(group, group.first, group.last, quantity)


_MARKS = frozenset({",", "(", ")", "–", "—", "--"})
#: phrases between a force and its number: "the garrison of the town of Thule, 300 men,"
_PHRASES = 3


def _gapped(sentence: SentenceReading, group: NounGroup) -> Iterator[People]:
    """Find the number before "and" that shares the noun: "*1,500 American* and 300 German soldiers"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    before = at[group.first - 2] if group.first > 1 and tokens[group.first - 1].lower == "and" else None
    if not isinstance(before, NounGroup) or nation_in(tokens, before.first, before.head) is None:
        return
    quantity = quantity_in(sentence, before.first, before.last)
    if quantity is not None and not is_few(quantity) and quantity_in(sentence, group.first, group.last) is not None:
        yield People(before, before.first, before.last, quantity)


def _counted_troops(sentence: SentenceReading, group: NounGroup, lower: str) -> People | None:
    """Read "5,000 US troops", "tens of thousands of soldiers", "a contingent of 300 men"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    first = group
    i = group.preposition
    j = i - 1 - (tokens[i - 1].text in _QUOTES) if i else 0  # '"a few dozen" of its men'
    before = at[j] if i and j >= 0 and tokens[i].lower == "of" else None
    unit = isinstance(before, NounGroup) and tokens[before.head].lower in force_words("units") | force_words(
        "formations"
    )
    if isinstance(before, NounGroup):
        number = quantity_in(sentence, before.first, before.last)
        counts = number is not None and number.low != 0  # not "none of the 40 advisers"
        counts = counts or tokens[before.head].lower in {"total", "maximum", "minimum"}
        first = before if counts or unit else group
        if first is before and tokens[before.head].lower in _MULTIPLES:
            first = _tens(sentence, before)
    elif i is None:
        first = _shared(sentence, group) or group
    uniformed = group.head > group.first and tokens[group.head - 1].lower in force_words("paired")
    weak = lower in force_words("weak") and not uniformed and not unit and not _is_of_force(sentence, group)
    weak = weak and (first is group or not _is_of_force(sentence, first))
    weak = weak and not _is_of_units(sentence, first)
    if weak and lower not in force_words("movable"):
        return None
    start = group.first if unit else first.first
    article = tokens[start].lower in {"a", "an"}
    quantity = quantity_in(sentence, start + article, group.last) or quantity_in(sentence, start, group.last)
    if quantity is None or is_few(quantity):
        return None
    return People(first, first.first, group.last, quantity, weak, uniformed)


def _is_of_units(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether people are the number of units right before: "three battalions, about 1,800 men"."""
    tokens, i = sentence.sentence.tokens, group.first - 1
    i -= i > 1 and tokens[i].lower == "or"
    before = sentence.phrases.at[i - 1] if i > 0 and tokens[i].lower in {",", "("} else None
    return isinstance(before, NounGroup) and tokens[before.head].lower.removesuffix("s") in force_words("units")


_QUOTES = frozenset({'"', "”", "''", "’"})
_MULTIPLES = frozenset({"thousands", "hundreds"})


def _tens(sentence: SentenceReading, group: NounGroup) -> NounGroup:
    """Return the "tens" of "tens of | thousands", where it stands before; else the group."""
    tokens, i = sentence.sentence.tokens, group.preposition
    before = sentence.phrases.at[i - 1] if i is not None and i > 0 and tokens[i].lower == "of" else None
    tens = isinstance(before, NounGroup) and tokens[before.head].lower in {"tens", "hundreds"}
    return before if tens and isinstance(before, NounGroup) else group


def _unit(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read "a new battalion of 800": a number alone after a unit."""
    tokens, i = sentence.sentence.tokens, group.last + 2
    inner = sentence.phrases.at[i] if i < len(tokens) and tokens[i - 1].lower == "of" else None
    if not isinstance(inner, NounGroup) or not inner.bare:
        return None
    quantity = quantity_in(sentence, inner.first, inner.last)
    if quantity is None or is_few(quantity):
        return None
    return People(group, group.first, inner.last, quantity)


def _shared(sentence: SentenceReading, group: NounGroup) -> NounGroup | None:
    """Return the group before that has the number: "the 2,000 or so | men", "350 US Army and | Air Force staff"."""
    tokens, at, i = sentence.sentence.tokens, sentence.phrases.at, group.first
    if quantity_in(sentence, group.first, group.last) is not None or i < 3:
        return None
    so = tokens[i - 1].lower == "so" and tokens[i - 2].lower == "or"
    before = at[i - 3] if so else at[i - 2] if tokens[i - 1].lower == "and" else None
    if not isinstance(before, NounGroup) or quantity_in(sentence, before.first, before.last) is None:
        return None
    paired = tokens[before.head].lower in force_words("paired") | {"force", "guard"}
    allied = force_in(sentence, before.head, before.head) is not None
    paired = paired or (allied and tokens[group.first].lower in {"allied", "coalition", "other", "foreign"})
    return before if (so and before.bare) or (not so and paired) else None


def _strong(sentence: SentenceReading, group: NounGroup) -> People | None:
    """Read "a 700-strong Canadian battle group", "the 2,500-strong contingent"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    words = [t.lower for t in tokens[group.first : group.head]]
    number = next((w for w in words if w.endswith(_STRONG)), None)
    first = group.first
    before = at[first - 1 - (tokens[first - 1].text == "-")] if first > 1 else None
    apart = number is None and words[:1] == ["strong"] and isinstance(before, NounGroup) and before.bare
    if number is None and not apart:
        return None
    first = before.first if apart and isinstance(before, NounGroup) else first
    start = first + (tokens[first].lower in {"a", "an", "the", "its", "their"})
    quantity = quantity_in(sentence, start, group.last)
    if quantity is None or is_few(quantity):
        return None
    return People(group, first, group.last, quantity)


_STRONG = ("-strong", "-man", "-member", "-soldier", "-person")


def _is_of_force(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether people of a weak noun are a force's: by their own words, by "of" after them, or as trainers sent."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    if force_in(sentence, group.first, group.last) is not None:
        return True
    whose = group.last + 2 < len(at) and tokens[group.last + 1].lower in {"of", "from"}
    inner = at[group.last + 2] if whose else None
    if isinstance(inner, NounGroup) and force_in(sentence, inner.first, inner.last) is not None:
        return True
    own = isinstance(inner, NounGroup) and tokens[inner.first].lower in {"its", "their"}
    if own and isinstance(inner, NounGroup) and tokens[inner.head].lower in _ARMIES:
        return True  # "keeps around 200 members of its special forces"
    return tokens[group.head].lower in force_words("sent")


_ARMIES = force_words("armies")
