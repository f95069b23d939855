"""Enumerating: "The first attack hit a bank. The second attack damaged a ministry", after two were counted.

Each ordinal is an attack of its own, with the day, the doer, the weapon and the place of the sum where it says none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.rows import AttackType
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.quantities import Qualifier
from analysis.language.text.forms import is_plural

#: sentences from the last mention of the sum, or of one of its attacks, to the next that is told
_WITHIN = 4
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")

#: the attacks told by their ordinals, by the place of their sum among the attacks and the ordinal
Numbered = dict[tuple[int, str], Cluster]


def join_numbered(frame: Frame, clusters: list[Cluster], numbered: Numbered) -> bool:
    """Put "the second attack" of a sum where it belongs, a new attack or one told before; tell whether it is one."""
    word = _ordinal(frame)
    whole = _sum_counted(frame, clusters, numbered) if word is not None else None
    if word is None or whole is None:
        return False
    told = numbered.get((whole, word))
    if told is None:
        told = numbered[whole, word] = Cluster([_filled(frame, clusters[whole])])
        clusters.append(told)
    else:
        told.frames.append(frame)
    return True


def _ordinal(frame: Frame) -> str | None:
    """Return the ordinal of "the first attack", "the second bomb"; None for what runs together or is called so."""
    mention = frame.mention
    group = mention.event
    if group is None or frame.series or frame.plural or mention.attached is not None:
        return None
    tokens = mention.sentence.sentence.tokens
    if tokens[group.first].lower != "the" or group.first + 1 == group.head or is_plural(tokens[group.head].lower):
        return None
    before = next((g for g in reversed(mention.sentence.phrases.at[: group.first]) if g is not None), None)
    if isinstance(before, VerbGroup) and before.lemma == "be":
        return None  # "this was not the first attack"
    word = tokens[group.first + 1].lower
    return word if word in _ORDINALS else None


def _sum_counted(frame: Frame, clusters: Sequence[Cluster], numbered: Numbered) -> int | None:
    """Return where among the attacks the sum stands that an ordinal is of: counted exactly, a few sentences before."""
    number = frame.mention.sentence.number
    for at in range(len(clusters) - 1, -1, -1):
        counts = [f.count for f in clusters[at].seen if f.count is not None]
        if not any(c.qualifier is Qualifier.EXACT and c.low and 1 < c.low <= len(_ORDINALS) for c in counts):
            continue
        told = [clusters[at], *(c for (whole, _), c in numbered.items() if whole == at)]
        last = max(c.frames[-1].mention.sentence.number for c in told)
        if 0 <= number - last <= _WITHIN:
            return at
    return None


def _filled(frame: Frame, whole: Cluster) -> Frame:
    """Give an attack what only the sum says."""
    kind = next(iter(whole.types), frame.type) if frame.type is AttackType.OTHER or frame.weak else frame.type
    return replace(
        frame,
        date=frame.date or next((f.date for f in whole.seen if f.date is not None), None),
        doer=frame.doer or next((f.doer for f in whole.seen if f.doer is not None), None),
        place=frame.place or next((f.place for f in whole.seen if f.place is not None), None),
        countries=frame.countries or next((f.countries for f in whole.seen if f.countries), ()),
        type=kind,
    )
