"""Who has people usually: a force that has them somewhere, not a unit of the size that such units have."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.troops.cues import Cue, has_people
from analysis.coding.troops.forces import force_in
from analysis.language.grammar.clauses import subject_of


def is_held(sentence: SentenceReading, cue: Cue) -> bool:
    """Tell "the army usually *has* 300 soldiers there", whose holder is no unit of a size that units generally have."""
    holder = subject_of(sentence.phrases, cue.verb) if cue.verb is not None and has_people(cue) else None
    if holder is None or cue.verb is None or cue.verb.lemma not in {"have", "keep", "maintain", "station", "base"}:
        return False
    return force_in(sentence, holder.first, holder.last, metonyms=True) is not None
