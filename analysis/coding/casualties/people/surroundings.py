"""What the rest of the sentence makes of people: seamen of a merchant ship, soldiers where a state's force is hit.

Only what the sentence says is taken: "rockets hit a Turkish base, killing two soldiers" tells whose soldiers they are,
unless forces of more than one state are hit in it.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.people import role_by_words
from analysis.language.actors.states import nationality_at, state_at
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup
from analysis.vocabulary import read_vocabulary

_WORDS = {name: frozenset(words) for name, words in read_vocabulary("surroundings").items()}


def of_trade(sentence: SentenceReading, victims: Victims) -> Victims:
    """Return seamen as civilians where a sentence is about merchant ships: "sank a tanker and killed four sailors"."""
    if victims.noun not in _WORDS["seamen"] or victims.role is not Role.MILITARY:
        return victims
    near: SentenceReading | None = sentence
    for _ in range(_SHIPPING):
        if near is None:
            break
        trade, navy = (not near.words.isdisjoint(_WORDS[name]) for name in ("ships", "fleets"))
        if trade is not navy:
            return replace(victims, role=Role.CIVILIAN) if trade else victims
        near = near.before  # "were picked up by a tanker and a warship"
    return victims


#: sentences, their own counted, in which a merchant ship or a navy tells of what "two sailors" are
_SHIPPING = 4


def of_household(sentence: SentenceReading, victims: Victims) -> Victims:
    """Return people of no role as civilians who were killed or hurt at home: "a man was killed in his kitchen"."""
    if victims.role is not Role.UNSPECIFIED or victims.group or sentence.words.isdisjoint(_WORDS["rooms"]):
        return victims
    anybody = victims.noun in _WORDS["anybody"] or (victims.elliptical and victims.counted)
    if not anybody or not sentence.words.isdisjoint(_WORDS["hunted"]):
        return victims
    tokens = sentence.sentence.tokens
    for group in sentence.phrases.nouns:
        owned = tokens[group.first].lower in {"his", "her", "their"} and tokens[group.head].lower in _WORDS["rooms"]
        near = victims.last < group.first <= victims.last + _AT_HOME
        if near and owned and group.preposition is not None and tokens[group.preposition].lower in _INSIDE:
            between = (g for g in sentence.phrases.nouns if victims.last < g.first and g.last < group.first)
            if not any(read_victims(sentence, g) for g in between):
                return replace(victims, role=Role.CIVILIAN)
    return victims


#: tokens from people to their home
_AT_HOME = 9
_INSIDE = frozenset({"in", "on", "at", "inside", "outside"})


def of_hit_force(sentence: SentenceReading, victims: Victims) -> Victims:
    """Give soldiers and policemen of no nation that of the one state whose force their sentence says to be hit."""
    if victims.role not in _OF_STATES or victims.nationality or victims.group or victims.definite:
        return victims
    if victims.role is Role.MILITARY and sentence.words.isdisjoint(_WORDS["forces"]):
        return victims
    nations = {nation for group in sentence.phrases.nouns if (nation := _nation_hit(sentence, group, victims))}
    return replace(victims, nationality=nations.pop()) if len(nations) == 1 else victims


_OF_STATES = frozenset({Role.MILITARY, Role.SECURITY_FORCES})


def of_own_army(sentence: SentenceReading, victims: Victims, rule: str) -> Victims:
    """Give soldiers of no nation that of the army which says that they fell: "Israel's army said five were killed"."""
    if victims.role is not Role.MILITARY or victims.nationality or victims.group or rule not in _WORDS["suffered"]:
        return victims
    if _stand_with_others(sentence, victims):
        return victims
    for verb in sentence.phrases.verbs:
        if verb.last >= victims.first or not verb.finite or verb.passive or verb.lemma not in _WORDS["telling"]:
            continue
        speaker = subject_of(sentence.phrases, verb)
        nation = _state_of_army(sentence, speaker) if speaker is not None else None
        return replace(victims, nationality=nation) if nation is not None else victims
    return victims


def _stand_with_others(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell "nine soldiers and four policemen": people of more than one role, of whom an army tells as of anybody."""
    tokens, i = sentence.sentence.tokens, victims.last + 2
    joined = i < len(tokens) and tokens[i - 1].lower in {"and", ","}
    beside = sentence.noun_at(i) if joined else None
    people = read_victims(sentence, beside) if beside is not None else None
    return people is not None and people.role not in {victims.role, Role.UNSPECIFIED}


def _state_of_army(sentence: SentenceReading, speaker: NounGroup) -> str | None:
    """Return the state whose army or ministry of war speaks, or None."""
    body = membership_in(sentence, speaker.first, speaker.last)
    if body is not None and body.country and body.role in {Role.MILITARY, Role.OFFICIAL} and body.last == speaker.head:
        return body.country  # "the Pentagon"
    if sentence.sentence.tokens[speaker.head].lower not in _WORDS["armies"]:
        return None
    owner = {found[1] for i in range(speaker.first, speaker.head) if (found := _owner_at(sentence, i)) is not None}
    return owner.pop() if len(owner) == 1 else None


def _nation_hit(sentence: SentenceReading, group: NounGroup, victims: Victims) -> str | None:
    """Return the state of a force that a noun group names as hit, or None."""
    tokens = sentence.sentence.tokens
    of_police = role_by_words(t.lower for t in tokens[group.first : group.last + 1]) is Role.SECURITY_FORCES
    told = of_police if victims.role is Role.SECURITY_FORCES else tokens[group.head].lower in _WORDS["forces"]
    if not told or group.first <= victims.first <= group.last:
        return None
    body = membership_in(sentence, group.first, group.head)
    if body is not None and body.role is not None and body.country is None:
        return None  # "the Libyan National Army" is no state's
    found = {found[1] for i in range(group.first, group.head) if (found := _owner_at(sentence, i)) is not None}
    return found.pop() if len(found) == 1 and _is_hit(sentence, group) else None


def _owner_at(sentence: SentenceReading, i: int) -> tuple[int, str] | None:
    """Return the state that an adjective or a possessive at token i names ("Turkish", "Turkey's"), no mere name."""
    tokens = sentence.sentence.tokens
    found = nationality_at(tokens, i)
    if found is None and i + 1 < len(tokens) and tokens[i + 1].lower in {"'s", "’s"}:
        found = state_at(tokens, i)
    return found


def _is_hit(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a force is attacked: "attacks on", "against", the object of "hit", the subject of "was hit"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if group.preposition is not None and tokens[group.preposition].lower in _WORDS["onto"]:
        before = tokens[group.preposition - 1].lower if group.preposition else ""
        return before in _WORDS["blows"]
    outer = phrases.at[group.preposition - 1] if group.preposition else None
    if isinstance(outer, NounGroup) and tokens[group.preposition or 0].lower == "of":
        return tokens[outer.head].lower in _WORDS["forces"] and _is_hit(sentence, outer)  # "a convoy of the army"
    for verb in phrases.verbs:
        if verb.lemma in _WORDS["hitting"]:
            patient = subject_of(phrases, verb) if verb.passive else object_of(phrases, verb)
            if patient is group:
                return True
    return False
