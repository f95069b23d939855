"""Verbal: attacks with words ("attacked his rival, calling him a liar", "attacks on her record"), and on computers."""

from __future__ import annotations

from analysis.coding.attacks.doers.armed import is_armed
from analysis.coding.attacks.mentions.peaceful import is_explained
from analysis.coding.attacks.nouns import lemma, type_before
from analysis.coding.attacks.words import peace_words, words
from analysis.coding.reading import SentenceReading
from analysis.coding.victims.people import noun_of_people
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind
from analysis.language.text.forms import is_plural


def is_said(sentence: SentenceReading, verb: VerbGroup, target: NounGroup | None) -> bool:
    """Tell a verb of attacking that somebody did with words: "blasted the press for being unfair"."""
    if target is None or verb.passive or verb.lemma not in _SPOKEN or target.first < verb.last:
        return False
    phrases, tokens, end = sentence.phrases, sentence.sentence.tokens, target.last + 1
    if end + 1 >= len(tokens):
        return False
    after = phrases.at[end + 1]
    gerund = isinstance(after, VerbGroup) and after.gerund and not after.finite
    if tokens[end].lower in {"for", "over"} and gerund:
        return True
    if tokens[end].lower == "," and gerund and isinstance(after, VerbGroup) and after.lemma in _SAYING:
        return True
    more = phrases.words(end + 1, end + 1)
    as_said = tokens[end].lower == "as" and more != "well"  # "attacked a ship as well as a port"
    return (
        as_said
        or tokens[end].lower == "because"
        or bool(sentence.words & words().politicking and _is_person(phrases, verb))
    )


def _is_person(phrases: Phrases, verb: VerbGroup) -> bool:
    before = phrases.at[verb.first - 1] if verb.first else None
    return isinstance(before, NounGroup) and phrases.tags[before.head] in {Tag.PRONOUN, Tag.PROPER}


_SPOKEN = words().spoken_blows
_SAYING = frozenset(
    {"say", "call", "accuse", "describe", "claim", "charge", "label", "brand", "insist", "argue", "tell"}
)


def is_of_words(sentence: SentenceReading, event: NounGroup) -> bool:
    """Tell "attacks on her record", "an attack on the senator in an advert", "cyber attacks" from force."""
    name = lemma(sentence.phrases, event)
    if name in {"fire", "attack"} and _is_under_fire_for(sentence, event):
        return True
    if name not in {"attack", "strike", "assault", "barrage", "salvo", "volley"}:
        return False
    if _is_by_talkers(sentence.phrases, event) and not sentence.words & words().harmed:
        return True
    tokens = sentence.sentence.tokens
    own = tokens[event.first].lower in {"his", "her"} and is_plural(tokens[event.head].lower)
    inside = any(p.first > event.last and tokens[p.first - 1].lower in {"in", "at", "near"} for p in sentence.places)
    if (inside and not own) or type_before(sentence.phrases, event) is not None:
        return False  # "the attack on the compound in Thule"
    return (own or bool(sentence.words & words().politicking)) and not sentence.words & words().harmed


def _is_under_fire_for(sentence: SentenceReading, event: NounGroup) -> bool:
    """Tell who is "under fire over the price of bread", "under attack for his remarks"."""
    phrases, tokens, end = sentence.phrases, sentence.sentence.tokens, event.last + 1
    under = event.preposition is not None and tokens[event.preposition].lower == "under"
    if not under or end + 1 >= len(tokens) or tokens[end].lower not in {"for", "over", "from", "by"}:
        return False
    after = phrases.at[end + 1]
    if tokens[end].lower in {"from", "by"}:
        return isinstance(after, NounGroup) and _is_talker(sentence, after)
    if isinstance(after, VerbGroup):
        return after.gerund
    if isinstance(after, NounGroup) and lemma(phrases, after) == "time":
        return False  # "have come under attack over 150 times"
    placed = any(p.first <= end + 2 <= p.last + 1 for p in sentence.places)
    return isinstance(after, NounGroup) and not after.temporal and not placed and not sentence.words & words().harmed


def _is_talker(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell those who fire words: critics, and any people who are not in arms ("from teachers")."""
    noun = lemma(sentence.phrases, group)
    if noun in peace_words()["talkers"]:
        return True
    people = noun_of_people(sentence.sentence.tokens, group.first, group.head) is not None
    return people and noun not in words().nobody | words().known_doers and not is_armed(sentence, group)


def _is_by_talkers(phrases: Phrases, event: NounGroup) -> bool:
    """Tell the attacks of a minister or a critic: "launched a fierce attack on the bank", "attacks by the press"."""
    lists, before = peace_words(), phrases.at[event.first - 1] if event.first else None
    after = phrases.noun_behind(event.last, "by", "from")
    if after is not None and lemma(phrases, after) in lists["talkers"]:
        return True
    if not isinstance(before, VerbGroup) or before.passive or before.lemma not in _LAUNCHING:
        return False
    doer = subject_of(phrases, before)
    return doer is not None and lemma(phrases, doer) in lists["civil_offices"] | lists["talkers"]


_LAUNCHING = words().launching_words


def is_no_deed(sentence: SentenceReading, verb: VerbGroup, target: NounGroup | None) -> bool:
    """Tell what no attack is: a conquest, protesters, nobody, oneself, what some "who attack posts" always do."""
    phrases, w = sentence.phrases, words()
    if not sentence.sentence.headline and (_is_habit_of(phrases, verb) or is_explained(phrases, verb)):
        return True
    if target is None:
        return False
    tokens, kind = sentence.sentence.tokens, lemma(phrases, target)
    if kind in w.protesters or target.temporal or tokens[target.first].lower in _NOBODY:
        return True
    if tokens[target.head].lower in _ONESELF and verb.lemma in {"shoot", "stab", "gun", "knife"}:
        return True
    if verb.lemma not in {"overrun", "invade", "seize", "engage"}:
        return False
    land = any(p.first <= target.head <= p.last and p.place.kind in _LANDS for p in sentence.places)
    return kind in w.lands or (land and verb.lemma != "engage")  # "overran large swathes", "invaded Thule"


_NOBODY = frozenset({"nobody", "none", "no", "nothing", "neither"})
_ONESELF = frozenset({"himself", "herself", "themselves", "myself", "yourself"})
_LANDS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.PROVINCE})


def _is_habit_of(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "those who attack the press", "a militia that targets schools": the present of a relative clause."""
    tokens = phrases.sentence.tokens
    if verb.passive and verb.first and [t.lower for t in tokens[verb.first : verb.head]] in (["is"], ["are"]):
        return tokens[verb.first - 1].lower == "who"  # "journalists who are attacked"
    if verb.first != verb.head or verb.passive or phrases.tags[verb.head] is not Tag.VERB or verb.first == 0:
        return False
    return phrases.sentence.tokens[verb.first - 1].lower in {"who", "that", "which"} and (
        phrases.sentence.tokens[verb.head].lower not in {"hit", "beat", "burst"}
    )
