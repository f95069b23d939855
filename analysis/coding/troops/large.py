"""Large numbers of soldiers of whom no verb or noun tells that they are somewhere: "has since made do with 900 men".

Who counts so many soldiers tells how strong a force is, as long as nobody is harmed or fights in the sentence; so does
a bare number right after a figure of troops. Where they are must still be told.
"""

from __future__ import annotations

from collections.abc import Iterator

from analysis.coding.attacks.words import words
from analysis.coding.casualties.figures import trigger_words
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.owners import mission_named
from analysis.coding.troops.places import Before, place_after
from analysis.coding.troops.pointing import only_mission_before
from analysis.coding.troops.staying import Count
from analysis.coding.victims import quantity_in
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Quantity
from analysis.vocabulary import read_vocabulary

#: fewer than so many are as likely to be those whom something befell
_MANY = 50
#: the rule of both
LARGE = "large"


def find_large(sentence: SentenceReading, people: People) -> Cue | None:
    """Return a cue for soldiers who are so many that they are a force's strength, where nobody fights; else None."""
    if people.weak or people.units or not _are_many(people.quantity) or not _is_peaceful(sentence):
        return None
    after = sentence.sentence.tokens[people.last + 1 : people.last + 2]
    owns = any(token.text in {"'", "’", "'s", "’s"} for token in after)  # "600 soldiers' names"
    if owns or _does_else(sentence, people.group) or _is_denied(sentence, people):
        return None
    words_told = {t.lower for t in sentence.sentence.tokens[people.first : people.last + 1]}
    return Cue(Status.PLANNED if "planned" in words_told else Status.PRESENT, None, LARGE)


def find_bare(reading: Reading, sentence: SentenceReading, before: Before) -> Iterator[Count]:
    """Find large numbers without a noun near a figure of troops: "part of a coalition that numbers some 7,500"."""
    told = force_words("people") | force_words("units") | force_words("missions") | force_words("strength")
    if sentence.words.isdisjoint(told) and not sentence.places:
        return
    for group in sentence.phrases.nouns if _is_peaceful(sentence) else ():
        quantity = quantity_in(sentence, group.first, group.last) if group.bare and not group.temporal else None
        if quantity is None or not _are_many(quantity) or _does_else(sentence, group) or _is_taken(sentence, group):
            continue
        verb = sentence.phrases.at[group.first - 1] if group.first else None
        whose = subject_of(sentence.phrases, verb) if isinstance(verb, VerbGroup) else None
        force = force_in(sentence, whose.first, whose.last, metonyms=True) if whose is not None else None
        if force is None and whose is not None and sentence.sentence.tokens[whose.head].lower == "coalition":
            force = "coalition"
        if _is_of_others(sentence, group):
            mission = only_mission_before(sentence) or mission_named(sentence)
            if mission is not None and mission != before.force:
                yield Count(quantity, group.first, group.last, mission, before.place, Cue(Status.PRESENT, None, LARGE))
            continue
        home, then = _home(sentence, group), sentence.phrases.at[min(group.last + 1, len(sentence.sentence.tokens) - 1)]
        last = then.last if isinstance(then, VerbGroup) and then.finite else group.last  # "1,900 are active in Thule"
        place = place_after(reading, sentence, last, force or before.force, before) if home is None else None
        force, place = home or force, place or before.place
        verbs = (v for v in reversed(sentence.phrases.verbs) if v.last < group.first)
        planned = any(v.lemma in force_words("planned_verbs") or v.modal == "will" for v in verbs)
        planned = planned or "planned" in sentence.words
        status = Status.PLANNED if planned else Status.PRESENT
        yield Count(quantity, group.first, group.last, force or before.force, place, Cue(status, None, LARGE))


def _home(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the state that "280 of them from Ghana" are from, or None."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    i += 2 if [t.lower for t in tokens[i : i + 2]] == ["of", "them"] else 0
    inner = sentence.noun_at(i + 1) if i + 1 < len(tokens) and tokens[i].lower == "from" else None
    return force_in(sentence, inner.first, inner.last) if inner is not None else None


def _is_of_others(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell "another 2,400 come *from other countries*", who are no one state's."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    verb = sentence.phrases.at[i] if i < len(tokens) else None
    i = verb.last + 1 if isinstance(verb, VerbGroup) and verb.lemma in {"be", "come"} else i
    inner = sentence.noun_at(i + 1) if i + 1 < len(tokens) and tokens[i].lower == "from" else None
    return inner is not None and tokens[inner.head].lower in force_words("nations")


def _does_else(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether people do something else than stay or move, or something else is done with them."""
    phrases, known = sentence.phrases, force_words("present") | force_words("deployed") | force_words("withdrawn")
    told = known | force_words("levels") | {"number"}
    other = (v for v in phrases.verbs if v.lemma not in told and (v.first > group.last or v.last < group.first))
    return any(group in (subject_of(phrases, v), object_of(phrases, v)) for v in other)


def _is_denied(sentence: SentenceReading, people: People) -> bool:
    """Tell the object of what is denied: "is *not* considering sending 900 soldiers"."""
    verbs = [v for v in sentence.phrases.verbs if v.last < people.first]
    sent = next((v for v in reversed(verbs) if object_of(sentence.phrases, v) is people.group), None)
    return sent is not None and any(v.negated and v.last >= sent.first - 1 for v in verbs)


def _is_taken(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell "a drawdown of about 2,000", which are no longer there, and "and 500 in Niger" behind it."""
    tokens, i = sentence.sentence.tokens, group.preposition
    if group.first > 1 and tokens[group.first - 1].lower == "and":
        place = sentence.noun_at(group.first - 2)
        number = sentence.noun_at(place.preposition - 1) if place is not None and place.preposition else None
        i = number.preposition if number is not None and number.bare else i
    move = sentence.noun_at(i - 1) if i and tokens[i].lower == "of" else None
    nouns = read_vocabulary("forces")["nouns"]
    return move is not None and nouns.get(tokens[move.head].lower) == "withdrawn"


def _are_many(quantity: Quantity) -> bool:
    return max(quantity.low or 0, quantity.high or 0) >= _MANY


def _is_peaceful(sentence: SentenceReading) -> bool:
    """Tell a sentence in which nobody is harmed, seized or attacked."""
    fighting = (verb.lemma in words().verbs for verb in sentence.phrases.verbs)
    return sentence.words.isdisjoint(trigger_words()) and not any(fighting)
