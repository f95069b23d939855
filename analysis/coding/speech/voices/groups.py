"""Groups: bands, parties and movements that a text itself names, in an apposition or by what it says of them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices import GROUPS, Kind, Memory, Voice
from analysis.coding.speech.voices.bodies import Body, find_body, ministry_of, nationality_in
from analysis.coding.speech.voices.naming import name_end, printed_words
from analysis.coding.speech.voices.owners import is_tie, owner_by_noun
from analysis.language.actors import ActorKind, find_actor
from analysis.language.actors.persons import Person, parse_person, titles
from analysis.language.actors.states import is_demonym
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


def other_name(
    reading: Reading, sentence: SentenceReading, spans: tuple[int, int, int], aside: tuple[int, int] | None
) -> Body | None:
    """Return the group that "the group" means, or that an aside calls by another name (", *known as* X,")."""
    first, lead, end = spans
    tokens = sentence.sentence.tokens
    if aside is not None and tokens[aside[0]].lower in {"known", "called"}:
        known = find_body(sentence, *aside)
        return known if known is not None and known.official and not known.generic else None
    if tokens[first].lower not in {"the", "that", "this"} or lead < end or not tokens[end].text.islower():
        return None
    owner = owner_by_noun(reading, sentence, end) if tokens[end].lower in GROUPS | {"party"} else None
    return None if owner is None else Body(owner.name, owner.affiliation, True)


#: words that say of what kind or creed a band is: "the *militant* group", "the *Shiite militia* group"
_MODIFIERS = frozenset(read_vocabulary("groups")["modifiers"]) | frozenset(read_vocabulary("guilt")["peoples"])


def band_again(reading: Reading, sentence: SentenceReading, spans: tuple[int, int, int]) -> Body | None:
    """Return the band named last that "the Iran-backed group", "the Lebanese group" means, or None.

    A band of another land than the adjective's is none.
    """
    first, lead, end = spans
    tokens = sentence.sentence.tokens
    told = tokens[first].lower in {"the", "that", "this"} and tokens[end].text.islower()
    if not told or tokens[end].lower not in GROUPS - {"force"} | {"party"}:
        return None
    arming = titles()["called_parties"] | _MODIFIERS
    lead = _past_backer(sentence, lead, end)
    if any(not (is_demonym(tokens[k]) or "-" in tokens[k].text or tokens[k].lower in arming) for k in range(lead, end)):
        return None
    owner = owner_by_noun(reading, sentence, end)
    if owner is None or owner.affiliation is None or owner.state is not None:
        return None
    band = find_actor(owner.name)
    lands = {nationality_in(tokens[k].text) for k in range(lead, end) if is_demonym(tokens[k])}
    return Body(owner.name, owner.affiliation, True) if not lands or (band and band.country in lands) else None


def _past_backer(sentence: SentenceReading, lead: int, end: int) -> int:
    """Return the last token of a backer's name of several words in front of a band, "the *Wadi Dawn-linked* group"."""
    tokens = sentence.sentence.tokens
    tied = next((k for k in range(lead, end) if is_tie(tokens[k])), lead)
    named = all(tokens[k].text[:1].isupper() or tokens[k].lower in _ARTICLES_OF_NAMES for k in range(lead, tied))
    return tied if named else lead


#: small words that begin a name: "*al* Noor-linked"
_ARTICLES_OF_NAMES = frozenset({"al", "el", "ash", "as", "ad"})


def meant_again(
    reading: Reading, sentence: SentenceReading, spans: tuple[int, int, int, int], memory: Memory
) -> Voice | None:  # fmt: skip
    """Return the voice that "the Iran-backed group", "the defence ministry" in tokens means once more, or None.

    `spans` are the tokens first, lead, end, last of the phrase.
    """
    first, lead, end, _ = spans
    tokens = sentence.sentence.tokens
    if (band := band_again(reading, sentence, (first, lead, end))) is not None:
        return Voice(band.name, "", Kind.BODY, None, band.affiliation, True, tokens[end].lower, points_back=True)
    small = all(tokens[k].text.islower() for k in range(lead, end + 1))
    return memory.called_again(frozenset(t.lower for t in tokens[lead : end + 1]), "") if small else None


def ministry_again(sentence: SentenceReading, lead: int, last: int, memory: Memory, printed: str) -> Voice | None:
    """Return the ministry that spoke before with its state, which tokens lead to last call by its field alone, or None.

    "The Alerian Ministry of Defence" is later "the Ministry of Defence".
    """
    bare = (m.actor for m in sentence.actors if (m.first, m.last) == (lead, last) and m.actor.country is None)
    ministry = next((a.name for a in bare if a.kind is ActorKind.MINISTRY), None)
    if ministry is None or ministry_of(sentence, ministry) is not None:
        return None
    return memory.called_again(frozenset(ministry.lower().split()) - {"of", "the"}, printed)


def band_by_name(sentence: SentenceReading, lead: int, end: int) -> str | None:
    """Return the name before the small noun of a band, "the militant *Wadi Dawn* group", or None."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    if not tokens[end].text.islower() or tokens[end].lower not in GROUPS - {"force"}:
        return None
    start = end
    while start > lead and tags[start - 1] is Tag.PROPER and _is_of_name(tokens[start - 1]):
        start -= 1
    placed = any(m.first <= end - 1 and start <= m.last for m in sentence.places)
    return None if start == end or placed else printed_words(sentence, start, end - 1)


def _is_of_name(token: Token) -> bool:
    return not is_demonym(token) and token.text.rpartition("-")[2][:1].isupper()  # no "Iran-backed"


#: words of a name that is more than a surname, letters of an acronym
_NAME = 2


def is_group_by_text(reading: Reading, sentence: SentenceReading, span: tuple[int, int]) -> bool:
    """Tell a capitalised name that the text calls a party or a movement, or of whose leader it speaks next."""
    tokens = sentence.sentence.tokens
    if span[0] == span[1] or not all(sentence.phrases.tags[k] is Tag.PROPER for k in range(span[0], span[1] + 1)):
        return False
    words = [t.lower for t in tokens[span[0] : span[1] + 1]]
    if not titles()["unofficial"].isdisjoint(words):
        return False
    for other in reading.sentences:
        here = other.sentence.tokens
        for i in range(len(here) - len(words)) if words[-1] in other.words else ():
            kind = here[i + len(words)].lower
            if [t.lower for t in here[i : i + len(words)]] == words and kind in _PARTIES:
                return True
    after = reading.sentences[sentence.number + 1 : sentence.number + 2]
    return any(
        a.lower == "its" and b.lower in titles()["official"] for s in after for a, b in pairwise(s.sentence.tokens)
    )


def party_acronym(sentence: SentenceReading, lead: int, end: int) -> str | None:
    """Return the acronym of a party or band that no list has: "the opposition *QRS*", or None."""
    tokens = sentence.sentence.tokens
    called = any(t.lower in titles()["called_parties"] for t in tokens[lead:end])
    short = tokens[end].text.isupper() and tokens[end].text.isalpha() and len(tokens[end].text) >= _NAME
    if not called or not short or sentence.sentence.capitals:
        return None
    return None if any(m.first <= end <= m.last for m in sentence.actors) else tokens[end].text


def is_named_group(reading: Reading, sentence: SentenceReading, person: Person, spans: tuple[int, int, int]) -> bool:
    """Tell "the Citizen Revolt", a group by the text, from a person; `spans` are the tokens first, lead, last."""
    the = person.title is None and sentence.sentence.tokens[spans[0]].lower == "the"
    return the and is_group_by_text(reading, sentence, spans[1:])


_PARTIES = titles()["behind_parties"]


def named_aside(sentence: SentenceReading, end: int, aside: tuple[int, int] | None) -> Body | None:
    """Return the group whose name an aside tells ("a little-known group, *the X Brigades*,"), or None."""
    tokens = sentence.sentence.tokens
    if aside is None:
        return None
    start = aside[0] + (sentence.phrases.tags[aside[0]] is Tag.DETERMINER)
    group = sentence.phrases.at[start] if start <= aside[1] else None
    common = tokens[end].text.islower() and tokens[end].lower in titles()["bodies"]
    if any(tokens[k].lower in titles()["unofficial"] | titles()["charitable"] for k in _described(sentence, end)):
        return None  # "a church aid group, *X*,"
    if not isinstance(group, NounGroup) or group.preposition is not None or not common:
        return None
    if group.last < aside[1] and tokens[group.last + 1].lower in {"and", "or", "'s"}:
        return None
    body = find_body(sentence, start, group.last, whole=True)
    if body is not None:
        return body if body.official and not body.generic else None
    words = range(start, group.last + 1)
    if not all(sentence.phrases.tags[k] is Tag.PROPER for k in words) or _is_titled(sentence, start, group.last):
        return None  # "the chief of the armed forces, *General X*,"
    name = printed_words(sentence, start, min(name_end(sentence, group.last), aside[1]))
    return Body(name, name, True)


def _described(sentence: SentenceReading, end: int) -> range:
    """Return the tokens of the noun group that ends at token `end`."""
    group = sentence.phrases.at[end]
    return range(group.first if isinstance(group, NounGroup) else end, end + 1)


def _is_titled(sentence: SentenceReading, first: int, last: int) -> bool:
    person = parse_person(sentence.sentence.tokens, first, last)
    return person is not None and person.title is not None


def claimant(voice: Voice) -> Voice:
    """Return the voice of one who claims an attack: whoever has a name of its own and is no person is a band."""
    person = voice.kind is Kind.PERSON and not voice.speaker.startswith("The ")
    known = voice.official or person or (voice.kind is Kind.BODY and voice.noun not in GROUPS)
    name = voice.printed.removeprefix("The ").removeprefix("the ")
    words = name.split()
    named = len(words) >= _NAME and words[0] not in {"A", "An", "One"}
    if known or not named or not (words[0][0].isupper() and words[-1][0].isupper()):
        return voice
    return replace(voice, speaker=name, kind=Kind.BODY, affiliation=name, official=True)
