"""Parts of a figure: "including two children", "two of them seriously", "all of them civilians", "one woman and four".

Each part is a subset row of the figure before it; "all of them" tells who the figure's own people are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, table
from analysis.coding.casualties.parts.among import among_them, nearest_before
from analysis.coding.casualties.parts.including import find_included, who_did_so
from analysis.coding.casualties.parts.kinds import LARGELY, SHARES, all_of_them, whole_before, with_those_among
from analysis.coding.casualties.parts.nations import nationals_at
from analysis.coding.casualties.parts.wholes import as_part, find_listed_parts, of_many_kinds
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims, quantity_in, read_victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier, Quantity, QuantityMention
from analysis.language.text.numbers import ORDINALS


def find_parts(reading: SentenceReading, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures of a sentence with their parts after them, the figures' own people made more exact."""
    found = with_those_among(reading, figures) if "among" in reading.words else list(figures)
    if not found:
        return found
    tokens = reading.sentence.tokens
    for i, token in enumerate(tokens):
        lower = token.lower
        if lower == "among" and (postposed := among_them(reading, found, i)):
            starts = {f.victims.first for f in postposed}
            found = [*(f for f in found if f.victims.first not in starts), *postposed]
        elif lower in {"including", "namely"} or (lower == "among" and _lower(reading, i + 1) in {"them", "whom"}):
            start = i + 1 if lower != "among" else i + 2
            found = who_did_so(reading, found, start)
            found.extend(find_included(reading, found, i, start))
        elif lower == "included" and _lower(reading, i - 1) in {"they", "these"}:
            found.extend(find_included(reading, found, i - 1, i + 1))
        elif lower in harm_set("severity"):
            severe = _severity(reading, found, i)
            starts = {f.victims.first for f in severe}
            found = [*(f for f in found if f.victims.first not in starts), *severe]
        elif lower in {"all", "both", *SHARES, *LARGELY}:
            found = all_of_them(reading, found, i)
    found = _of_number(reading, found)
    for figure in figures:
        listed = find_listed_parts(reading, figure)
        starts = {part.victims.first for part in listed}  # "three soldiers, two American": no two people more
        found = [f for f in found if f.victims == figure.victims or f.victims.first not in starts]
        found = [of_many_kinds(f, listed) if f.victims == figure.victims else f for f in found] + listed
    found = [*found, *_of_them(reading, found), *_of_whom(reading, found)]
    return [*_with_roles_of_parts(found), *_as_were(reading, found)]


def _with_roles_of_parts(found: Sequence[Figure]) -> list[Figure]:
    """Tell of each figure the roles of its parts: "three people, one of them a policeman" are not three policemen."""
    roles: dict[int, set[Role]] = {}
    for part in found:
        whole = nearest_before(found, part.victims.first) if part.subset else None
        if whole is not None and whole.outcome is part.outcome:
            roles.setdefault(id(whole), set()).add(part.victims.role)
    return [replace(f, parts=frozenset(roles[id(f)])) if id(f) in roles else f for f in found]


def _of_number(reading: SentenceReading, found: Sequence[Figure]) -> list[Figure]:
    """Mark "two of the three" as a part, and "the third" after it."""
    tokens = reading.sentence.tokens
    told: list[Figure] = []
    for figure in found:
        victims = figure.victims
        words = [t.lower for t in tokens[victims.first : victims.last + 1]]
        some = victims.partitive and victims.elliptical and "of" in words and "them" not in words
        number = some and words[-1] not in table("states") and words[-1] != "victims"
        rest = victims.definite and words[0] == "the" and words[-1] in ORDINALS
        rest = rest and bool(told) and told[-1].subset and told[-1].outcome is figure.outcome
        out = [t.lower for t in tokens[victims.last + 1 : victims.last + 3]] == ["out", "of"]  # "five out of 35"
        number = number or (out and victims.elliptical)
        whom = victims.partitive and words[-1] == "whom" and any(f.victims.last == victims.first - 2 for f in found)
        told.append(replace(figure, subset=True) if number or rest or whom else figure)
    return told


def _as_were(reading: SentenceReading, found: Sequence[Figure]) -> list[Figure]:
    """Find "four soldiers were hurt, as were two policemen": the same befell them."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    figures: list[Figure] = []
    for verb in reading.phrases.verbs:
        whole = nearest_before(found, verb.first) or (found[0] if found and found[0].last < verb.first else None)
        before = tokens[verb.first - 1].lower if verb.first else ""
        group = at[verb.last + 1] if verb.last + 1 < len(at) else None
        if (
            verb.lemma == "be"
            and verb.head == verb.last
            and before in {"as", "so"}
            and whole
            and isinstance(group, NounGroup)
        ):
            people = [v for v in read_list(reading, group) if v.counted or v.quantity.qualifier is Qualifier.VAGUE]
            figures.extend(Figure(whole.outcome, v, verb.first - 1, verb.last, "as were", whole.subset) for v in people)
    return figures


def _of_them(reading: SentenceReading, found: Sequence[Figure]) -> list[Figure]:
    """Find "nine of them foreigners", "12 of whom were children"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    parts: list[Figure] = []
    for mention in reading.quantities:
        i = mention.last + 1
        end = _end_of_those(reading, found, i)
        if end is None:
            continue
        i = end
        while i < len(tokens) and tokens[i].lower in {"were", "was", "are", "is"}:
            i += 1
        group = at[i] if i < len(at) else None
        whole = _whole_of_those(reading, found, mention)
        people = nationals_at(reading, i) or (read_victims(reading, group) if isinstance(group, NounGroup) else None)
        one = mention.quantity.low == mention.quantity.high == 1
        if whole is not None and people is not None and people.elliptical and people.nationality:
            part = replace(people, quantity=mention.quantity, first=mention.first, counted=True, elliptical=False)
            parts.append(Figure(whole.outcome, as_part(whole, part), mention.first, i, "of them", subset=True))
            continue  # "two of them Vietnamese"
        if whole is not None and whole.outcome is not Outcome.INJURED and _is_condition(reading, i):
            continue  # "eleven died and nine were taken to hospital, three of them in critical condition"
        if whole is not None and group is None and (_lower(reading, i) in _SOMEWHERE or _is_wound(reading, i)):
            same = replace(whole.victims, quantity=mention.quantity, first=mention.first, last=mention.last + 2)
            parts.append(Figure(whole.outcome, same, mention.first, i - 1, "of them", subset=True))
            continue  # "four of them from one family"
        if whole is None or people is None or people.elliptical or people.definite:
            continue
        if people.counted and not (one and people.quantity.high == 1):
            continue  # "one of them a woman"
        part = replace(people, quantity=mention.quantity, first=mention.first, counted=True)
        parts.append(Figure(whole.outcome, as_part(whole, part), mention.first, i, "of them", subset=True))
        if (further := _part_beside(reading, part.last + 1)) is not None:
            start = further.first
            parts.append(Figure(whole.outcome, as_part(whole, further), start, start, "of them", subset=True))
    return parts


def _part_beside(reading: SentenceReading, i: int) -> Victims | None:
    """Read "four of them boys *and two girls*", "*and one a teacher*": the number and who they were, without a verb."""
    number = reading.noun_at(i + 1) if _lower(reading, i) == "and" else None
    if number is not None and not number.bare:
        told = read_victims(reading, number)
        return told if told is not None and told.counted and not (told.definite or told.others) else None
    quantity = quantity_in(reading, number.first, number.last) if number is not None and number.bare else None
    group = reading.noun_at(number.last + 1) if number is not None else None
    people = read_victims(reading, group) if group is not None else None
    if number is None or quantity is None or people is None or people.elliptical or people.definite:
        return None
    one = quantity.low == people.quantity.low == people.quantity.high == 1
    return replace(people, quantity=quantity, first=number.first, counted=True) if one or not people.counted else None


_SOMEWHERE = frozenset({"from", "in", "at", "near", "inside", "outside", "around", "aboard", "during"})


def _whole_of_those(reading: SentenceReading, found: Sequence[Figure], mention: QuantityMention) -> Figure | None:
    """Return the figure that "four of them" counts some of: the nearest, or that of the noun after "of the"."""
    i, tokens = mention.last + 3, reading.sentence.tokens
    noun = noun_of_people(tokens, i, i) if i < len(tokens) else None
    same = [f for f in found if noun is not None and f.victims.noun == noun[0] and not f.subset]
    return nearest_before(same, mention.first) or nearest_before(found, mention.first)


def _end_of_those(reading: SentenceReading, found: Sequence[Figure], i: int) -> int | None:
    """Return the token after "of them", or after "of the soldiers" where soldiers are told before, or None."""
    if _lower(reading, i) != "of":
        return None
    if _lower(reading, i + 1) in {"them", "whom"}:
        return i + 2
    group = reading.phrases.at[i + 1] if i + 1 < len(reading.phrases.at) else None
    people = read_victims(reading, group) if isinstance(group, NounGroup) else None
    if people is None or not people.definite or not people.noun:
        return None
    verb = reading.phrases.at[people.last + 1] if people.last + 1 < len(reading.phrases.at) else None
    being = isinstance(verb, VerbGroup) and verb.lemma == "be" and verb.head == verb.last and not verb.negated
    told = any(f.victims.noun == people.noun and f.victims.last < i and not f.subset for f in found)
    return people.last + 1 if being and told else None


def _of_whom(reading: SentenceReading, found: Sequence[Figure]) -> list[Figure]:
    """Find "31, of whom 27 were gendarmes and four were soldiers": each number is that of some of them."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    start = next((i for i in range(1, len(tokens)) if tokens[i].lower == "whom" and tokens[i - 1].lower == "of"), None)
    if start is None or start + 2 >= len(tokens) or not isinstance(at[start + 1], NounGroup):
        return []
    whole = nearest_before(found, start)
    parts: list[Figure] = []
    i = start + 1
    said = at[at[i].last + 1] if at[i].last + 1 < len(at) else None  # type: ignore[union-attr]
    if isinstance(said, VerbGroup) and said.lemma in _RECKONING:
        i = said.last + 1  # "of whom, *officials say*, 30 were children"
    while whole is not None and i + 2 < len(tokens) and isinstance(number := at[i], NounGroup) and number.bare:
        verb = at[number.last + 1] if number.last + 1 < len(tokens) else None
        group = at[verb.last + 1] if isinstance(verb, VerbGroup) and verb.last + 1 < len(tokens) else None
        quantity = quantity_in(reading, number.first, number.last)
        people = read_victims(reading, group) if isinstance(group, NounGroup) else None
        if (
            not isinstance(verb, VerbGroup)
            or verb.lemma != "be"
            or quantity is None
            or people is None
            or people.counted
        ):
            break
        part = replace(people, quantity=quantity, first=number.first, counted=True)
        parts.append(Figure(whole.outcome, as_part(whole, part), number.first, verb.last, "of whom", subset=True))
        i = people.last + 2 if _lower(reading, people.last + 1) in {"and", ","} else len(tokens)
    return parts


_RECKONING = frozenset({"say", "estimate", "reckon", "believe", "think", "count"})


def _is_condition(reading: SentenceReading, i: int) -> bool:
    """Tell "in a critical condition", "critically", "seriously wounded" from token i on."""
    words = {token.lower for token in reading.sentence.tokens[i : i + 4]}
    return _lower(reading, i) in harm_set("severity") or (_lower(reading, i) == "in" and "condition" in words)


def _is_wound(reading: SentenceReading, i: int) -> bool:
    """Tell "with burns", "with splinter wounds" from token i on."""
    group = reading.phrases.at[i + 1] if i + 1 < len(reading.phrases.at) and _lower(reading, i) == "with" else None
    return isinstance(group, NounGroup) and _lower(reading, group.head) in harm_set("hurts")


def _lower(reading: SentenceReading, i: int) -> str:
    tokens = reading.sentence.tokens
    return tokens[i].lower if i < len(tokens) else ""


def _severity(reading: SentenceReading, found: Sequence[Figure], i: int) -> list[Figure]:
    """Find "two of them seriously", "some seriously", "three in critical condition"."""
    before = [f for f in found if f.victims.last != i - 1] or list(found)
    whole = whole_before(reading, before, i)
    if whole is None or whole.outcome is not Outcome.INJURED or whole.victims.last >= i:
        return []
    tokens, at = reading.sentence.tokens, reading.phrases.at
    after = at[i + 1] if i + 1 < len(at) else None
    if isinstance(after, VerbGroup) and after.finite:
        return []
    j = i - 1
    while j > 0 and tokens[j].lower in {"in", "of", "them", "whom", "was", "were", "are", "is", "a", "very"}:
        j -= 1
    if j <= max(whole.victims.last, whole.last):
        return []
    group = at[j]
    quantity = quantity_in(reading, group.first if isinstance(group, NounGroup) else j, j)
    if quantity is None and tokens[j].lower == "some":  # "some of them in critical condition"
        quantity = Quantity(2, None, Qualifier.VAGUE, tokens[j].text, tokens[j].start, tokens[j].end)
    if quantity is None or quantity.low in {0, None} or any(f.victims.quantity == quantity for f in before):
        return []
    if (
        isinstance(group, NounGroup)
        and not group.bare
        and tokens[group.head].lower not in {"some", "several", "others"}
    ):
        return []
    victims = replace(whole.victims, quantity=quantity, first=j, last=i, counted=True, definite=False, name=())
    fatal = tokens[i].lower in harm_set("to_death")  # "hurt, two of them *fatally*"
    outcome = Outcome.KILLED if fatal else Outcome.INJURED
    return [Figure(outcome, victims, i, i, "severity", subset=True)]
