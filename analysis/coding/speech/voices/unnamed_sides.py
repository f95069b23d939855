"""The side of unnamed officials whom no word gives one: by what stands around them and what the text is about."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices import Memory
from analysis.coding.speech.voices.affiliations import Setting, is_of_state
from analysis.coding.speech.voices.naming import WARDS
from analysis.coding.speech.voices.nearby import (
    run_by,
    side_nearby,
    side_of_spokesman,
    state_behind,
    state_in_contrast,
    state_of_doer,
)
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.owners import OF_PART, state_of_seat
from analysis.coding.speech.voices.stances import foes
from analysis.coding.speech.voices.strikers import state_in_arms
from analysis.language.actors.persons import titles
from analysis.language.grammar.phrases import NounGroup

SPOKESMEN = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def side_by_text(
    sentence: SentenceReading,
    spans: tuple[int, int, int, int],
    words: frozenset[str],
    memory: Memory,
    setting: Setting,
) -> str | None:
    """Return the side of officials whom no word gives one: that of those like them, of their seat, or of the text."""
    first, lead, end, last = spans
    noun = sentence.sentence.tokens[end].lower
    placed = not words.isdisjoint(OF_PART) or setting.item(sentence) is not None
    kin = [] if placed else [side for side in memory.kin(noun) if WARDS.isdisjoint(side.lower().split())]
    own = kin[0] if len(kin) == 1 else None
    own = own or run_by(sentence, lead, end) or state_of_seat(sentence, lead, last)
    if own is None and (
        len(kin) < _SIDES or not words.isdisjoint(OF_PART)
    ):  # else officials of several sides have spoken
        own = state_behind(sentence, end, last) if is_of_state(words) else None
        own = own or _side_told(sentence, (first, lead, end), noun, words | _serving(sentence, end, last), setting)
    return own


#: sides whose officials have spoken, from which bare "officials" are of none
_SIDES = 2


def _side_told(
    sentence: SentenceReading, spans: tuple[int, int, int], noun: str, words: frozenset[str], setting: Setting
) -> str | None:  # fmt: skip
    """Return the side of unnamed officials by what stands around them and by what the text is about, or None."""
    first, lead, end = spans
    bare = singular(noun) in SPOKESMEN and not is_of_state(words)  # "a government spokesman" is the state's
    own = side_of_spokesman(setting.reading, sentence, first) if bare else None
    own = None if own in foes(setting.reading, sentence) else own
    own = own or setting.speaks_so(words)
    if own is None and singular(noun) in titles()["state_offices"]:
        return setting.side(" ".join(sorted(words)), sentence)  # "the president"
    of_state = is_of_state(words) or noun in titles()["state_people"] or not words.isdisjoint(titles()["state_words"])
    if own is None and of_state and not _is_of_others(words):
        bare = singular(noun) == "official" and titles()["local_words"].isdisjoint(words)
        own = side_nearby(sentence, lead, setting.present()) or (state_of_doer(sentence, first) if bare else None)
        own = own or state_in_contrast(sentence, first)
        own = own or (None if words.isdisjoint(ARMIES) else state_in_arms(setting.reading, sentence, first, end))
        own = own or setting.home_of(words, sentence)
    elif own is None and singular(noun) == "commander" and words.isdisjoint(REBEL):
        own = side_nearby(sentence, lead, setting.present())  # "*Alerian state TV* quoted a commander"
    return own


def _is_of_others(words: frozenset[str]) -> bool:
    """Tell hospital officials and rebel spokesmen, whose state or band no text about a state tells."""
    if not words.isdisjoint(REBEL):
        return True
    return not words.isdisjoint(_WARDS) and not is_of_state(words - {"official", "officials"})


def _serving(sentence: SentenceReading, end: int, last: int) -> frozenset[str]:
    """Return the words of the office or body that somebody serves: "a member *of the provincial council*"."""
    tokens = sentence.sentence.tokens
    if end + 2 > last or tokens[end + 1].lower not in WITHIN:
        return frozenset()
    group = sentence.phrases.at[end + 2]
    if not isinstance(group, NounGroup):
        return frozenset()
    return frozenset(t.lower for t in tokens[end + 2 : min(group.last, last) + 1])


#: words of those who tell of their own soldiers and strikes
ARMIES = frozenset({"army", "military"})
REBEL = titles()["rebel"]
_WARDS = frozenset({"hospital", "clinic", "medical"})
WITHIN = frozenset({"of", "for", "to", "in", "from", "at", "within", "with"})
