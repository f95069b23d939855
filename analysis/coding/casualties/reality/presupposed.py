"""Figures that only say more of what the source tells itself: inside what is claimed, or what happened "for once".

"The UN condemned the killing of two nurses", "the group claimed the bombing, in which eight died": neither says how
many died. Who says that they "killed six soldiers" does. "The first time a soldier was killed there" counts times.
"""

from __future__ import annotations

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act
from analysis.coding.utterances import Utterance
from analysis.language.grammar.asides import TAKEN
from analysis.language.quantities import Qualifier
from analysis.language.text.numbers import ORDINALS
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
    taken = words[:1] != [] and words[0] in TAKEN and "for" in words[:_SOON]
    first = (
        words[words.index("for") + 1 :][:1] if taken else words[:1]
    )  # "claimed *responsibility on Friday for* a raid"
    if not _SAID.isdisjoint(word.strip(",") for word in words[1:]):
        return False  # "claimed a raid, in which *it said* nine died"
    return bool(first) and (first[0] in _THINGS or first[0].endswith(("'s", "’s")))


_SAID = frozenset({"said", "says", "claimed", "claims", "saying", "claiming"})
#: words from "responsibility" to its "for", past a day
_SOON = 5


def is_told_before(sentence: SentenceReading, figure: Figure) -> bool:
    """Tell whether a figure only counts how often people were harmed, or says what is special about those before."""
    return _is_counted_by_times(sentence, figure) or _is_told_as_first(sentence, figure)


def _is_counted_by_times(sentence: SentenceReading, figure: Figure) -> bool:
    """Tell "it was the first time that soldiers were killed there": how often, of people without a number."""
    victims, tokens = figure.victims, sentence.sentence.tokens
    one = victims.quantity.low == 1 and tokens[victims.first].lower in {"a", "an", "any"}
    if "time" not in sentence.words or not (one or victims.quantity.qualifier is Qualifier.VAGUE):
        return False
    for i in range(min(victims.first, figure.first) - 1, 1, -1):
        if tokens[i].text in _CLOSING:
            return False
        if tokens[i].lower == "time" and tokens[i - 2].lower == "the" and tokens[i - 1].lower in ORDINALS:
            return i < 3 or tokens[i - 3].lower != "for"  # not "for the first time, soldiers were killed"
    return False


_CLOSING = frozenset({",", ";", "—", "–"})


def _is_told_as_first(sentence: SentenceReading, figure: Figure) -> bool:
    """Tell ", *the first* killed there since spring": what is special about those told before the comma.

    Not where the others follow it, as in "two guards died, the first shot at the gate, the second in the yard".
    """
    victims, tokens = figure.victims, sentence.sentence.tokens
    if not victims.elliptical or not victims.first or tokens[victims.first].lower != "the":
        return False
    apposed = tokens[victims.first - 1].text in {",", "—", "–", "--", "("}
    if not apposed or tokens[victims.last].lower not in _RANKED:
        return False
    rest = {token.lower for token in tokens[victims.last + 1 :]}
    return rest.isdisjoint(ORDINALS | {"other", "others", "latter"})


#: words for the place of people in a row of those killed
_RANKED = ORDINALS | {"last", "latest"}


#: verbs after which a clause stands, which says all that it holds: "said its men had hit a post, killing two"
_SAYING = frozenset({"say", "announce", "state", "tell", "add", "report"})
_CONDEMNING = harm_set("condemning")
