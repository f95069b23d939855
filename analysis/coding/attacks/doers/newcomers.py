"""Newcomers: armed groups that no list knows, by the names that texts print ("the Desert Falcons Brigade").

A name counts where its last word, or the word behind it, is one for a band ("the Karam militia"), or where somebody is
said to be called so ("a group calling itself Sons of the South"). A state's numbered units are no bands.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.doers.quoted_bands import find_quoted_band
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import Actor, ActorKind, ActorMention
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import parse_singular
from analysis.vocabulary import read_vocabulary


def find_newcomer(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band that a noun group, or the group behind its "of" or "from", names, or None."""
    found = _find_in(sentence, group) or _band_called(sentence, group) or find_quoted_band(sentence, group)
    sides = sentence.phrases.words(group.last + 1, group.last + 1) in guilt_words()["siding"]  # "linked to the X"
    following = sentence.phrases.noun_behind(group.last + sides, *(("to", "with") if sides else ("of", "from")))
    found = found or _of_people(sentence, group) or (_of_people(sentence, following) if following else None)
    if found is not None or following is None:
        return found
    led = words().following | words().movements | words().irregular | {"force", "gunman"}
    return _find_in(sentence, following) if lemma(sentence.phrases, group) in led else None


def find_named_band(sentence: SentenceReading, first: int, last: int) -> ActorMention | None:
    """Return the band whose name is all that stands in tokens first to last, where nobody known is named; or None."""
    names = first <= last and all(tag is Tag.PROPER for tag in sentence.phrases.tags[first : last + 1])
    if not names or _in_capitals(sentence) or _holds_known_actor(sentence, first, last):
        return None
    return _band(name_of(sentence, first, last), sentence, first, last)


def _find_in(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band that the words of a noun group name, or None."""
    found = _band_in(sentence, group) or _opened_as_band(sentence, group)
    return found or _sons_of(sentence, group) or _led_name(sentence, group) or _of_members(sentence, group)


def _of_members(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band of "Thule Brigade fighters"; soldiers have brigades of their state."""
    first = group.head
    while first > group.first and sentence.phrases.tags[first - 1] is Tag.PROPER:
        first -= 1
    people = words().irregular | words().following | {"gunman"}
    if first == group.head or lemma(sentence.phrases, group) not in people:
        return None
    return _band_in(sentence, replace(group, first=first, head=group.head - 1, last=group.head - 1))


def _of_people(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the one group that "Kurdish militants", "a Kurdish party" can be: that which the source spells out so."""
    tokens, noun = sentence.sentence.tokens, lemma(sentence.phrases, group)
    if group.first == group.head or noun not in words().movements | words().members | words().rebels | {"party"}:
        return None
    peoples = [t.lower for t in tokens[group.first : group.head] if t.lower in guilt_words()["rising"]]
    actor = sentence.band_of_people(peoples[0]) if peoples else None
    if actor is None:
        return None
    return ActorMention(actor, tokens[group.first].start, tokens[group.last].end, group.first, group.last)


def _band_called(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band of "a group calling itself Sons of the South", "a militia known as X"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if parse_singular(tokens[group.head].lower) not in words().movements:
        return None
    i = start_of_name(sentence, group.last + 1)
    apposed = tokens[group.first].lower in {"a", "an"} and group.last + 2 < len(tokens)
    if apposed and tokens[group.last + 1].text == ",":
        i = group.last + 2  # "a little-known group, the Sons of the South"
    name = phrases.at[i] if i < len(tokens) and i > group.last + 1 else None
    if not isinstance(name, NounGroup) or phrases.tags[name.head] is not Tag.PROPER:
        return None
    if _holds_known_actor(sentence, name.first, name.last):
        return None
    return _band(name_of(sentence, name.first, name.last), sentence, name.first, name.last)


def start_of_name(sentence: SentenceReading, i: int) -> int:
    """Return the token, from i on, that is past "calling itself", "known as", "which calls itself"."""
    tokens = sentence.sentence.tokens
    while i < len(tokens) and tokens[i].lower in guilt_words()["called"] | _LINKS:
        i += 1
    return i


_LINKS = frozenset({"itself", "themselves", "as", "that", "calls", "is", '"', "“", "‘", "'"})


def _band(name: str, sentence: SentenceReading, first: int, last: int) -> ActorMention:
    tokens = sentence.sentence.tokens
    actor = Actor(name, ActorKind.ARMED_GROUP, name, is_armed=True)
    return ActorMention(actor, tokens[first].start, tokens[last].end, first, last)


def _band_in(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    head = parse_singular(tokens[group.head].lower)
    council = head == "council" and tokens[group.head - 1].lower == "military"  # "the Thule Military Council"
    sort = head in words().movements and group.head > group.first and _tells_kind(tokens[group.head - 1].lower)
    banded = council or sort or head in guilt_words()["bands"]
    if not banded or _in_capitals(sentence):
        return None
    first = group.first + (phrases.tags[group.first] is Tag.DETERMINER)
    capital = phrases.tags[group.head] is Tag.PROPER
    last = group.head if capital else group.head - 1
    while not capital and last > first and _tells_kind(tokens[last].lower):
        last -= 1  # "the ADF *rebel* group"
    naming = _NAMES | {Tag.NUMBER} if head == "front" else _NAMES  # "the 36th Front"
    if last < first + (2 if council else capital) or any(phrases.tags[i] not in naming for i in range(first, last + 1)):
        return None
    if _is_plain(sentence, first, last - 2 * council, capital):
        return None
    if _holds_known_actor(sentence, group.first, group.last):
        return None
    start, end = tokens[first].start, tokens[last].end
    name = name_of(sentence, first, last) if capital else sentence.source.text[start:end]
    return _band(name, sentence, first, last)


def _tells_kind(word: str) -> bool:
    """Tell what says of a band of what sort it is: "rebel", "armed", "terror"."""
    return parse_singular(word) in words().armed | words().movements | {"armed", "terror", "opposition", "splinter"}


def _opened_as_band(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band whose name opens with a word for one: "Liwa Noor", "Jaysh al-Ahrar"."""
    first = group.first + (sentence.phrases.tags[group.first] is Tag.DETERMINER)
    if first >= group.last or sentence.sentence.tokens[first].lower not in guilt_words()["band_openers"]:
        return None
    names = all(sentence.phrases.tags[i] is Tag.PROPER for i in range(first, group.last + 1))
    if not names or _holds_known_actor(sentence, group.first, group.last):
        return None
    return _band(name_of(sentence, first, group.last), sentence, first, group.last)


def _led_name(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band of "the little-known group Dawn of the South", named right behind the noun of kind."""
    tags, tokens = sentence.phrases.tags, sentence.sentence.tokens
    first = group.last + 1
    while first > group.first and tags[first - 1] is Tag.PROPER:
        first -= 1
    kind = parse_singular(tokens[first - 1].lower) if group.first < first <= group.last else ""
    if kind not in words().movements - words().members or _in_capitals(sentence):
        return None
    peaceful = any(t.lower in _UNARMED for t in tokens[group.first : first])
    if peaceful or _holds_known_actor(sentence, first, group.last):
        return None
    return _band(name_of(sentence, first, group.last), sentence, first, group.last)


#: what a group is that bears no arms
_UNARMED = frozenset(read_vocabulary("titles")["watching"] + read_vocabulary("titles")["charitable"])


def _sons_of(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the band of "the Sons of Thule", "Lions of the South": people with a capital, and whose they are."""
    tokens, head = sentence.sentence.tokens, group.head
    named = tokens[head].lower in guilt_words()["sons"] and tokens[head].text[0].isupper()
    name = name_of(sentence, head, head) if named and not _in_capitals(sentence) else ""
    if " " not in name or _holds_known_actor(sentence, group.first, group.last):
        return None
    return _band(name, sentence, head, head)


def _in_capitals(sentence: SentenceReading) -> bool:
    """Tell a sentence in which a capital may be no sign of a name."""
    return sentence.sentence.capitals or sentence.sentence.headline


def _holds_known_actor(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell whether tokens first to last hold an actor that is known."""
    return any(m.first <= last and first <= m.last for m in sentence.actors)


_NAMES = frozenset({Tag.PROPER, Tag.POSSESSIVE})
_BACKED = frozenset(read_vocabulary("bodies")["backed"])
#: what a compound says of where a band sits or comes from
_SEATED = frozenset({"based", "born", "inspired", "trained", "rooted"})


def _is_plain(sentence: SentenceReading, first: int, last: int, capital: bool) -> bool:
    """Tell units of a state's army, and peoples, from names: "the Air Force", "the First Brigade", "a Shia militia"."""
    tokens = sentence.sentence.tokens
    printed = [t.lower for t in tokens[first : last + 1]]
    numbered = any(word[0].isdigit() for word in printed) and printed[-1] != "front"  # states number no fronts
    if numbered or any(word in guilt_words()["unit_words"] for word in printed):
        return True
    if printed[-1].rpartition("-")[2] in guilt_words()["siding"] | _BACKED | _SEATED:
        return True  # "a US-allied militia", "the Thule-based group"
    if capital:
        return False
    return tokens[first - 1].lower != "the" or printed[-1] in guilt_words()["peoples"]


def name_of(sentence: SentenceReading, first: int, last: int) -> str:
    """Return the name that stands in tokens first to last, with "of …" behind ("Sons of the South")."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    first += phrases.tags[first] is Tag.DETERMINER
    following = phrases.at[last + 2] if last + 2 < len(tokens) and tokens[last + 1].lower == "of" else None
    if isinstance(following, NounGroup) and phrases.tags[following.head] is Tag.PROPER:
        last = following.last
    return sentence.source.text[tokens[first].start : tokens[last].end]
