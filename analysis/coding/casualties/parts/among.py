"""Parts told by "among them": "killed 12 people, three children among them", "… and two girls were among them"."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.parts.wholes import as_part
from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.text.wording import lower_at


def nearest_before(found: Sequence[Figure], i: int) -> Figure | None:
    """Return the figure whose people end nearest before token i."""
    whole = [f for f in found if f.victims.last < i and not f.subset and f.victims.quantity.low != 0]
    return max(whole, key=lambda f: f.victims.last, default=None)


def among_them(reading: SentenceReading, found: Sequence[Figure], i: int) -> list[Figure]:
    """Find the parts that stand before "among them" at token i."""
    tokens = reading.sentence.tokens
    if lower_at(tokens, i + 1) != "them" or lower_at(tokens, i + 2) not in _ENDS:
        return []
    people = _that_are(reading, i) or _apposed(reading, found, i)
    whole = nearest_before(found, people[0].first) if people else None
    if whole is None:
        return []
    return [Figure(whole.outcome, as_part(whole, v), i, i + 1, "among them", subset=True) for v in people]


_ENDS = frozenset({"", ",", ".", ";", "and", ")", "—", "–"})


def _that_are(reading: SentenceReading, i: int) -> list[Victims]:
    """Read "and three of their leaders are | among them", "and there were children | among them"."""
    before = reading.phrases.at[i - 1] if i > 1 else None
    beside = reading.phrases.at[before.first - 1] if isinstance(before, NounGroup) and before.first else None
    verb = before if isinstance(before, VerbGroup) else beside
    if not isinstance(verb, VerbGroup) or verb.lemma != "be" or verb.negated or verb.modal is not None:
        return []
    if isinstance(before, NounGroup):
        return read_list_back(reading, before) if lower_at(reading.sentence.tokens, verb.first - 1) == "there" else []
    group = subject_of(reading.phrases, verb)
    people = read_list_back(reading, with_complement_head(reading, group)) if group is not None else []
    return [v for v in people if not v.definite and not v.elliptical and v.quantity.low != 0]


def _apposed(reading: SentenceReading, found: Sequence[Figure], i: int) -> list[Victims]:
    """Read ", three children | among them"."""
    tokens, group = reading.sentence.tokens, reading.noun_at(i - 1) if i > 1 else None
    if group is None or group.preposition is not None:
        return []
    people = read_list_back(reading, group)
    if len(people) > 1 and any(f.victims.first == people[0].first and not f.subset for f in found):
        loose = all(not v.counted and not v.name for v in people[1:])  # "63 people, women and children among them"
        known = people[0].counted or bool(people[0].name)
        people = (people[known:]) if loose else people[-1:]  # "killed 12 people, three children among them"
    start = people[0].first if people else 0
    return people if start and tokens[start - 1].lower in {",", "(", "—", "–", "--"} else []
