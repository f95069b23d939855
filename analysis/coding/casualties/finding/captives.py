"""People who are led away: "took several villagers into the forest", "a third was taken to the mountains".

Where they are taken tells it, for being taken to hospital, to court or home is no capture. Raiders who make off with
people have taken them too.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, harm_set
from analysis.coding.casualties.finding.patients import subjects_of
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup

#: tokens after the people or the verb in which the place is told
_REACH = 7
_TO = frozenset({"into", "to", "towards", "toward", "in", "across", "with"})


def find_led_away(reading: SentenceReading) -> Iterator[Figure]:
    """Find the people of a sentence who are led to where nobody finds them."""
    if reading.words.isdisjoint(harm_set("hideouts")):
        return
    for verb in reading.phrases.verbs:
        if verb.lemma not in harm_set("leading") or is_unreal_verb(reading, verb):
            continue
        if verb.passive:
            people, end = subjects_of(reading, verb), verb.last
        else:
            group = object_of(reading.phrases, verb) or _made_off_with(reading, verb)
            people = read_list(reading, group) if group is not None else []
            end = people[-1].last if people else verb.last
        if people and (_is_hidden(reading, end) or verb.lemma == "make" or _is_alive(reading, end)):
            told = [v for v in people if v.quantity.low != 0 and (v.counted or v.name)]
            yield from (Figure(Outcome.CAPTURED, victims, verb.first, verb.last, "led away") for victims in told)


def _made_off_with(reading: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the people of "made off with eleven schoolgirls"."""
    i, at = verb.last + 3, reading.phrases.at
    words = [t.lower for t in reading.sentence.tokens[verb.last + 1 : i]]
    group = at[i] if verb.lemma == "make" and words == ["off", "with"] and i < len(at) else None
    return group if isinstance(group, NounGroup) else None


def _is_alive(reading: SentenceReading, end: int) -> bool:
    """Tell whether "alive" follows: "were carried away alive", "took two policemen alive"."""
    if not reading.words.isdisjoint(harm_set("under")):
        return False  # "taken out alive from under the rubble"
    following = [t.lower for t in reading.sentence.tokens[end + 1 : end + 3]]
    return following[:1] == ["alive"] or following in (["away", "alive"], ["off", "alive"])


def _is_hidden(reading: SentenceReading, end: int) -> bool:
    """Tell whether a preposition after token `end` leads into the bush, the hills or an unknown place."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for i in range(end + 1, min(end + 1 + _REACH, len(tokens) - 1)):
        if isinstance(at[i], VerbGroup) or tokens[i].lower in {";", "and"}:
            return False
        group = at[i + 1]
        hidden = isinstance(group, NounGroup) and tokens[group.head].lower in harm_set("hideouts")
        unknown = not {"unknown", "undisclosed"}.isdisjoint(t.lower for t in tokens[i + 1 : i + 3])
        if (hidden or unknown) and tokens[i].lower in _TO:
            return True
    return False
