"""Unnamed speakers: officials, sources, commanders, doctors without a name, and the side that they speak for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.voices import Kind, Memory, Voice
from analysis.coding.speech.voices.affiliations import Setting, is_of_state
from analysis.coding.speech.voices.bodies import Body, find_body, is_state
from analysis.coding.speech.voices.hospitals import hospital_in, hospital_of_medic
from analysis.coding.speech.voices.naming import named_body, printed_words
from analysis.coding.speech.voices.nearby import (
    band_before,
    run_by,
    side_of_spokesman,
)
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.owners import owner_by_noun, owner_by_pronoun
from analysis.coding.speech.voices.sides import imposed, side_named
from analysis.coding.speech.voices.unnamed_sides import REBEL, SPOKESMEN, WITHIN, side_by_text
from analysis.language.actors.persons import is_of_body, titles
from analysis.language.actors.private_bodies import is_private
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase
from analysis.language.grammar.tags import Tag
from analysis.language.text.tokens import Token

#: determiners that point back
POINTING = frozenset({"the", "that", "this", "these", "those", "both", "its", "his", "her", "their"})


def one_of(sentence: SentenceReading, end: int, last: int) -> tuple[int, int, int] | None:
    """Return the tokens first, lead, end of "officials" in "one *of the officials*", told at token end, or None."""
    tokens = sentence.sentence.tokens
    if end + 2 > last or tokens[end + 1].lower != "of" or sentence.phrases.tags[end] not in _COUNTING:
        return None
    group = sentence.phrases.at[end + 2]
    if not isinstance(group, NounGroup) or tokens[group.last].lower not in titles()["anonymous"]:
        return None
    first = group.first + (sentence.phrases.tags[group.first] is Tag.DETERMINER)
    start = group.first if tokens[group.first].lower in {"its", "their"} else first
    return (start, first, min(group.last, last)) if first <= group.last else None


_COUNTING = frozenset({Tag.NUMBER, Tag.DETERMINER, Tag.PRONOUN, Tag.ADJECTIVE})


def read_unnamed(
    sentence: SentenceReading,
    spans: tuple[int, int, int, int],
    printed: str,
    words: frozenset[str],
    memory: Memory,
    setting: Setting,
) -> Voice:
    """Return the voice of "a US official", "the sources": the one before that it points back to, or a new one.

    `spans` are the tokens first, lead, end, last of the phrase; `words` those of lead to end in lower case.
    """
    first, lead, end, last = spans
    tokens = sentence.sentence.tokens
    noun = tokens[end].lower
    own = _owner_side(sentence, spans, memory, setting)
    if tokens[first].lower in POINTING and last == end:
        known = memory.described(noun, printed, words, own)
        if known is not None:
            return known
    if own is None and tokens[first].lower == "the" and lead == end == last and singular(noun) in _FIGHTING:
        band = owner_by_noun(setting.reading, sentence, end)
        own = None if band is None else band.affiliation
    of = find_body(sentence, lead, end)
    official = _is_official(tokens, spans, words, of)
    stated, adjective = own is not None, own
    if len(own or "") == _STATE and not words.isdisjoint(REBEL) and not is_of_state(words):
        own = None  # "three Alerian militia commanders"
    if singular(noun) == "source":
        stated = stated or not words.isdisjoint(_stating())
        official = official and (stated or words.isdisjoint(titles()["private"]))
    official = official and (of is None or of.official) and not is_private(tokens, lead, last)
    talking = next((k for k in range(end + 1, last) if _is_talking(sentence, k)), None)
    if talking is not None:
        last, printed = talking - 1, printed_words(sentence, first, talking - 1)
    if last > end:  # "a source *close to X*", not "a source speaking to X"
        own = imposed(sentence, end + 1, last) or own
        member = find_body(sentence, end + 1, last)
        named = named_body(sentence, end + 1, last)
        if member is not None:
            official = official and member.official
            stated = stated or not is_state(member.name)
        tail = {t.lower for t in tokens[end + 1 : last + 1]}
        stated = stated or not tail.isdisjoint(_stating())
        own = own or run_by(sentence, end + 1, last) or hospital_in(setting.reading, sentence, end + 1, last)
        of_state = member is not None and len(member.affiliation or "") == _STATE  # "for the National Security Council"
        own = own or (member.affiliation if of_state and member is not None else None) or named
        if member is not None and member.generic and tokens[min(end + 3, last)].lower in {"the", "that"}:
            own = own or band_before(setting.reading, sentence, end)  # "close to *the Aleria-backed group*"
        own = own or (member.affiliation if member is not None else _side_again(sentence, end, last, setting, memory))
    if singular(noun) == "source" and not stated:
        before = memory.last() if first == last or not _ANOTHER.isdisjoint({tokens[first].lower, *words}) else None
        official = before is not None and before.official  # "a source told us" may be anybody
    if singular(noun) in SPOKESMEN and own is None and last == end and len(words) == 1:
        official = official and not _is_of_private(memory.last(), setting, sentence, first)
    abroad = not words.isdisjoint(titles()["abroad"] | _DIPLOMATS)
    if abroad and len(own or "") == 2:  # "Western officials in Aleria", "an Alerian diplomat in Berolia"
        own = adjective if words.isdisjoint(titles()["abroad"]) else None
    if own is None and "coalition" in words:
        own = "coalition"
    if official and not words.isdisjoint({"kurdish", "kurdish-led"}) and len(own or "IQ") == 2:
        own = setting.kurdish(sentence, own)
    own = own or hospital_of_medic(setting.reading, sentence, end, last)
    official = official and (own is not None or words != {"staff"})  # "staff" alone may be anybody's
    if own is None and official and not abroad and sentence.phrases.words(first, first + 1) != "the two":  # states
        own = side_by_text(sentence, spans, words, memory, setting)
    if any(t.lower == "sides" for t in tokens[end + 1 : last + 1]):
        own = None  # "officials on both sides"
    plural = singular(noun) != noun or noun in {"police", "personnel", "people", "staff"}
    return Voice(printed, printed, Kind.UNNAMED, None, own, official, noun, plural)


def _owner_side(
    sentence: SentenceReading, spans: tuple[int, int, int, int], memory: Memory, setting: Setting
) -> str | None:
    """Return the side that the phrase names, or whose "its", "their" or "'s" points to."""
    first, lead, end, _ = spans
    tokens = sentence.sentence.tokens
    noun = tokens[end].lower
    own = side_named(sentence, lead, end, setting)
    if own is None and tokens[first].lower in {"its", "their"} and singular(noun) in _RANKS:
        own = band_before(setting.reading, sentence, first)
    if own is None and tokens[first].lower in {"its", "their"}:
        owner = owner_by_pronoun(setting.reading, sentence, first, memory)
        own = owner.affiliation if owner is not None else None  # "its president", right after Iran was named
    if own is None and lead + 1 < end and tokens[lead + 1].lower in {"'s", "'", "’"}:
        owner = owner_by_noun(setting.reading, sentence, lead)
        own = owner.affiliation if owner is not None and len(owner.affiliation or "") > _STATE else None
    return own


def _is_official(
    tokens: Sequence[Token], spans: tuple[int, int, int, int], words: frozenset[str], of: Body | None
) -> bool:
    """Tell whether the noun and its words are those of a state, a force, a band or a rescue service."""
    first, _, end, last = spans
    noun = tokens[end].lower
    saves = noun in titles()["saving"] and not words.isdisjoint(titles()["rescue"])
    beside = words - {noun} if saves else words
    led = of is not None and of.official  # "the *UN* aid chief", "a *UN* human rights official"
    chief = singular(noun) in _CHIEFS and not words.isdisjoint(titles()["state_words"])  # "the district chief"
    heads = (chief or noun in titles()["directing"]) and (led or chief or is_of_body(tokens, first, last + 1))
    official = saves or heads or noun in titles()["anonymous"]
    official = official and beside.isdisjoint(titles()["other"])
    return official and (led or beside.isdisjoint(titles()["watching"]))


def _is_of_private(before: Voice | None, setting: Setting, sentence: SentenceReading, first: int) -> bool:
    """Tell "The bank said … *A spokesman* said", where no official body has been named since."""
    if before is None or before.official or side_of_spokesman(setting.reading, sentence, first) is not None:
        return False
    return before.kind is Kind.BODY or before.noun in titles()["private_bodies"] | {"bank", "hotel"}


#: words for one more of those who have spoken
_ANOTHER = frozenset({"another", "other", "second", "third", "same"})
_FIGHTING = frozenset({"rebel", "dissident", "insurgent", "guerrilla", "militant", "separatist"})
_DIPLOMATS = frozenset({"diplomat", "diplomats", "diplomatic"})
#: those who head a part of a state or of its services
_CHIEFS = frozenset({"chief", "head", "chairman", "chairwoman", "chairperson"})
#: those whom a band has
_RANKS = frozenset({"member", "fighter", "militant", "gunman"})


def _side_again(sentence: SentenceReading, end: int, last: int, setting: Setting, memory: Memory) -> str | None:
    """Return the side of "a commander of *the group*", "an official in *the ministry*", named before, or None."""
    tokens = sentence.sentence.tokens
    for k in range(end + 1, last):
        if tokens[k].lower in POINTING and tokens[k - 1].lower in WITHIN:
            noun = tokens[k + 1].lower
            spoken = memory.described(noun, noun, frozenset({noun}))
            if spoken is not None and spoken.kind is Kind.BODY and spoken.affiliation is not None:
                return spoken.affiliation
            owner = owner_by_noun(setting.reading, sentence, k + 1)
            return owner.affiliation if owner is not None else None
    return None


@cache
def _stating() -> frozenset[str]:
    """Return the words beside "source" that make it an official one: "security", "ministry", "officials"."""
    sets = titles()
    return (sets["of_state"] | sets["bodies"] | sets["stated"] | sets["anonymous"]) - {"source", "sources"}


def _is_talking(sentence: SentenceReading, i: int) -> bool:
    """Tell what says nothing of whose a source is: "*speaking* to X", "*who* asked not to be named"."""
    tokens = sentence.sentence.tokens
    if tokens[i].lower in {"who", "requesting", "asking", "declining"}:
        return any(t.lower in _UNNAMING for t in tokens[i + 1 : i + 1 + _LONG])
    verb = sentence.phrases.at[i]
    return isinstance(verb, VerbGroup) and verb.first == i and verb.gerund and verb.lemma in {"speak", "talk"}


#: words of a clause that tells why somebody is not named, and its tokens
_UNNAMING = frozenset(
    {"anonymity", "anonymous", "anonymously", "named", "identified", "name", "authorised", "authorized", "permitted"}
)
_LONG = 9
#: letters of the code of a state
_STATE = 2


def of_runner(sentence: SentenceReading, phrase: SpeakerPhrase, voice: Voice) -> Voice:
    """Return a body or officials of a side by a word of theirs: "the health ministry in the *X-held* north"."""
    named = voice.kind is Kind.PERSON or (voice.kind is Kind.BODY and not voice.speaker.islower())
    if "-" not in voice.printed or named or voice.points_back or not voice.official:
        return voice
    run = run_by(sentence, phrase.first, phrase.last) if len(voice.affiliation or "xx") == _STATE else None
    return voice if run is None else replace(voice, affiliation=run)


def is_private_doer(voice: Voice, kind: Kind) -> bool:
    """Tell a private person, or people, who acts right before a pronoun and whom it means before those who spoke."""
    if voice.official or voice.kind is Kind.BODY:
        return False
    people = voice.noun in titles()["other"] or singular(voice.noun) in titles()["other"]
    if kind is Kind.PERSON and voice.noun not in titles()["private_bodies"] | {"team", "bank"}:
        return not voice.plural and (people or voice.kind is Kind.PERSON)
    return people and (voice.plural or voice.noun == "family")
