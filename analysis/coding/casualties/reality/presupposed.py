"""Figures inside what somebody claims or condemns, which the source itself tells.

"The UN condemned the killing of two nurses", "the group claimed the bombing, in which eight died": neither says how
many died. Who says that they "killed six soldiers" does.
"""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act
from analysis.coding.utterances import Utterance
from analysis.vocabulary import read_vocabulary

#: words with which what is claimed or condemned begins
_THINGS = frozenset(read_vocabulary("surroundings")["things"])


def is_presupposed(sentence: SentenceReading, utterance: Utterance, start: int) -> bool:
    """Tell whether a figure at a place of a sentence only says more of the deed that its utterance is about."""
    if not sentence.sentence.start <= utterance.cue_span[0] < sentence.sentence.end:
        return False
    if utterance.lemma in _CONDEMNING:
        return True
    if utterance.act is not Act.CLAIMS or utterance.lemma in _SAYING or not utterance.content[0] <= start:
        return False
    words = sentence.source.text[utterance.content[0] : start].lower().split()
    first = words[2:3] if words[:2] == ["responsibility", "for"] else words[:1]
    return bool(first) and (first[0] in _THINGS or first[0].endswith(("'s", "’s")))


#: verbs after which a clause stands, which says all that it holds: "said its men had hit a post, killing two"
_SAYING = frozenset({"say", "announce", "state", "tell", "add", "report"})
_CONDEMNING = frozenset(
    {"condemn", "denounce", "deplore", "decry", "lament", "mourn", "slam", "apologise", "apologize", "regret"}
)
