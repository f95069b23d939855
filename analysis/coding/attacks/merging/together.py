"""Together: attacks told one by one that later words name at once.

"The attacks on Sarno and Thule" names them by their places, "both attacks" and "the three bombings" count them, and
"nobody has claimed the attacks" speaks of all those of one day that the text has told.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.cluster import Cluster
from analysis.coding.attacks.frame import Frame
from analysis.coding.rows import AttackType, Attribution
from analysis.language.places import Place

#: attacks that are counted when they are named again, and sentences back to them
_FEW = 4


def find_together(frame: Frame, clusters: Sequence[Cluster]) -> list[tuple[Cluster, Place | None]]:
    """Return the attacks that a frame names at once, each with the place by which it does; none where it names one."""
    placed = _find_placed(frame, clusters)
    if placed:
        return placed
    told = _find_counted(frame, clusters) or _find_unclaimed(frame, clusters)
    return [(cluster, None) for cluster in told]


def _find_placed(frame: Frame, clusters: Sequence[Cluster]) -> list[tuple[Cluster, Place | None]]:
    """Return the attacks, told one by one before, that "the attacks on X and Y" names by their places, with these."""
    names = frame.place.name.split(";") if frame.place is not None and frame.plural and frame.definite else []
    known: list[tuple[Cluster, Place | None]] = []
    for name in names if frame.date is None else []:
        there = [
            (c, f.place) for c in reversed(clusters) for f in c.frames if f.place is not None and f.place.name == name
        ]
        known += [found for found in there[:1] if all(found[0] is not c for c, _ in known)]
    return known if len(known) == len(names) > 1 else []


def _find_counted(frame: Frame, clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """Return the attacks, told one by one right before, that "the two bombings", "either attack" counts."""
    event, tokens = frame.mention.event, frame.mention.sentence.sentence.tokens
    both = event is not None and tokens[event.first].lower in {"either", "neither", "both"}
    count = frame.count.low if frame.count is not None and frame.count.low == frame.count.high else 2 if both else None
    single = _singles(clusters)
    told = single[-count:] if count is not None and 1 < count <= _FEW and (frame.definite or both) else []
    if len(told) != count or frame.date is not None or frame.place is not None or frame.target is not None:
        return []
    number = frame.mention.sentence.number
    near = all(0 < number - c.frames[-1].mention.sentence.number <= _FEW for c in told)
    only = both and len(single) == count  # of no others has the text told one by one
    return told if (near or only) and all(_is_called_so(frame, c) for c in told) else []


def _find_unclaimed(frame: Frame, clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """Return the attacks of one day, by nobody known, that the text has told when nobody has claimed "the attacks"."""
    if frame.doer is None or frame.doer.attribution is not Attribution.UNCLAIMED or not frame.plural:
        return []
    if not frame.definite or frame.date is not None or frame.place is not None or frame.target is not None:
        return []
    told = [c for c in _singles(clusters) if all(f.doer is None or f.doer.name is None for f in c.seen)]
    days = {f.date.date_from for c in told for f in c.seen if f.date is not None} - {None}
    return told if 1 < len(told) <= _FEW and len(days) < 2 and all(_is_called_so(frame, c) for c in told) else []


def _singles(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the attacks that the text, not only its headline, tells one by one."""
    return [c for c in clusters if not (c.series or c.in_headline)]


def _is_called_so(frame: Frame, cluster: Cluster) -> bool:
    """Tell whether an attack is of the kind that the words name: any is an "attack"."""
    return frame.type is AttackType.OTHER or frame.type in cluster.types
