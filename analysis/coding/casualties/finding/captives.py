"""People who are led away or held: "took several villagers into the forest", "are believed to be holding a sailor".

Where they are taken tells it, for being taken to hospital, to court or home is no capture. Raiders who make off with
people have taken them too.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.casualties.finding.patients import is_told, subjects_of
from analysis.coding.casualties.reality import is_unreal_verb
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome
from analysis.coding.victims import Victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag

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


def find_held(reading: SentenceReading, verb: VerbGroup) -> Iterator[Figure]:
    """Find "six hostages are held", "are still holding 90 girls", "a sailor whom they are believed to be holding", no
    "prisoners who were held there".
    """
    thought = verb.lemma in {"hold", "keep"} and _is_thought(reading, verb)
    if verb.lemma not in {"hold", "keep"} or (not thought and is_unreal_verb(reading, verb)):
        return
    words = {t.lower for t in reading.sentence.tokens[max(0, verb.first - 1) : verb.head]}
    if verb.passive:
        if verb.first > 0 and reading.phrases.tags[verb.first - 1] is Tag.RELATIVE:
            return
        taken = "being" in words and ("still" in words or _tells_of_capture(reading))
        people = [v for v in subjects_of(reading, verb) if is_told(reading, verb, v) and v.counted]
        held = [v for v in people if taken or v.noun in {"hostage", "prisoner", "captive"}]
    elif verb.lemma == "hold" and (thought or (verb.finite and (verb.gerund or "still" in words))):
        group = object_of(reading.phrases, verb)  # "still holds the 25 sailors"
        if group is not None and holds_prisoners(reading, group):
            return
        people = read_list(reading, group) if group is not None else _whom(reading, verb)
        told = any(v.counted or (v.quantity.low or 0) > _SEVERAL for v in people)
        held = [v for v in people if not v.elliptical and (told or v.counted)]
    else:
        return
    yield from (Figure(Outcome.CAPTURED, victims, verb.first, verb.last, "held") for victims in held)


def _is_thought(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "are believed to be holding", which a source tells as its own."""
    before = reading.phrases.at[verb.first - 1] if verb.infinitive and verb.first else None
    raised = isinstance(before, VerbGroup) and before.passive and before.lemma in _THOUGHT
    return raised and isinstance(before, VerbGroup) and not before.negated and before.modal is None


_THOUGHT = frozenset({"believe", "think", "say", "know", "report", "understand"})


def _tells_of_capture(reading: SentenceReading) -> bool:
    return any(verb_outcomes().get(verb.lemma) is Outcome.CAPTURED for verb in reading.phrases.verbs)


def _whom(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people of "two miners and a guard whom the rebels are holding"."""
    first = next((v for v in reversed(reading.phrases.verbs) if v.last == verb.first - 1), verb)
    holder = subject_of(reading.phrases, first)
    i = holder.first - 1 if holder is not None else 0
    group = reading.noun_at(i - 1) if i > 0 and reading.sentence.tokens[i].lower in {"whom", "that"} else None
    return read_list_back(reading, with_complement_head(reading, group)) if group is not None else []


def holds_prisoners(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell whether an object is of prisoners, or is followed by the word: "took 12 people hostage"."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    for i in range(group.first, min(group.last + _BEHIND, len(tokens))):
        if tokens[i].lower in PRISONERS:
            return True
        far = i > group.last + _NEAR and tokens[i].lower == "and"
        if i > group.last and (far or tokens[i].lower in {",", ";"} or isinstance(at[i], VerbGroup)):
            return False
    return False


#: tokens from people to what they are held as: "tens of guards of the prison hostage"
_BEHIND, _NEAR = 8, 3
PRISONERS = frozenset({"hostage", "hostages", "prisoner", "prisoners", "captive", "captives"})
#: people above whom a number counts those whom "the" points back to
_SEVERAL = 2


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
