"""Bodies by their noun: councils, hospitals, services and commands that no list of names has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.voices import Kind, Voice
from analysis.coding.speech.voices.affiliations import Setting, is_of_state
from analysis.coding.speech.voices.bodies import Body, find_body, is_state, ministry_of, state_body_name
from analysis.coding.speech.voices.groups import band_by_name
from analysis.coding.speech.voices.hospitals import hospital_in
from analysis.coding.speech.voices.naming import WARDS, field_end, printed_words, regional_government
from analysis.coding.speech.voices.nearby import run_by, state_acting, state_behind
from analysis.coding.speech.voices.owners import body_of_land, local_state, state_of_seat
from analysis.coding.speech.voices.sides import is_kurdish, region_of, side_named
from analysis.coding.speech.voices.stances import foes
from analysis.coding.speech.voices.strikers import state_in_arms
from analysis.language.actors.acronyms import is_band_force
from analysis.language.actors.persons import titles
from analysis.language.actors.private_bodies import is_private
from analysis.language.grammar.phrases import NounGroup
from analysis.language.text.numbers import ORDINALS
from analysis.language.text.tokens import Token

Span = tuple[int, int]


def read_body(
    reading: Reading,
    setting: Setting,
    sentence: SentenceReading,
    body: Body,
    printed: str,
    noun: str,
    aside: Span | None,
    spans: Span | None = None,
) -> Voice:
    """Return the voice of a body that the lists have, printed as tokens `spans`, with the aside behind its name."""
    official = body.official
    if noun not in titles()["bodies"]:
        noun = _body_called(sentence, aside) or noun
    if body.generic:
        return Voice(printed, printed, Kind.UNNAMED, None, body.affiliation, official, noun, noun.endswith("s"))
    if aside is not None and official:
        tokens = sentence.sentence.tokens[aside[0] : min(aside[1], aside[0] + 4) + 1]
        words = [t.lower for t in tokens]
        arm = not _ARMS.isdisjoint(words)  # "the media *arm* of the army"
        official = (arm or titles()["watching"].isdisjoint(words)) and not _is_person_aside(words)
    affiliation, name = setting.owner(body.name, sentence) or body.affiliation, body.name
    if spans is not None and official and (region := region_of(sentence, spans[1])) is not None:
        return Voice(f"{region.split()[0]} {name}", printed, Kind.BODY, None, region, True, noun)
    if affiliation is None and (owned := ministry_of(sentence, body.name)) is not None:
        return Voice(owned[0], printed, Kind.BODY, None, owned[1], True, noun)
    run = None if affiliation is not None or spans is None else run_by(sentence, *spans)
    if affiliation is None and run is None and spans is not None and is_kurdish(sentence, spans):
        run = setting.kurdish(sentence, None)
    if run is not None and spans is not None:
        return Voice(printed_words(sentence, *spans), printed, Kind.BODY, None, run, official, noun)
    if affiliation is None and official and spans is not None:
        name, affiliation = body_of_land(reading, sentence, spans, name)
        affiliation = affiliation or side_named(sentence, *spans, setting)
    if official and spans is not None and len(affiliation or "") == _STATE:
        region = regional_government(sentence, spans[1] + 1, spans[1] + _REGION)
        affiliation = region or affiliation  # "the Health Service *of the Aleria Region*"
    if affiliation is None and official and spans is not None:
        affiliation = state_behind(sentence, spans[1], len(sentence.sentence.tokens) - 1)  # "the ministry *in Aleria*"
    if affiliation is None and official:
        home = not titles()["home_words"].isdisjoint(body.name.lower().split())
        placed = home or setting.item(sentence) is not None
        acting = state_acting(reading, sentence) if "inistry" in body.name and not placed else None
        if "defen" in body.name.lower() and spans is not None:
            acting = state_in_arms(reading, sentence, *spans) or acting
        acting = None if acting in foes(reading, sentence) else acting
        affiliation = acting or setting.side(body.name, sentence)
    if name != body.name:
        return Voice(name, printed, Kind.BODY, None, affiliation, official, noun)
    return Voice(body.name, printed, Kind.BODY, None, affiliation, official, noun)


def _body_called(sentence: SentenceReading, aside: Span | None) -> str | None:
    """Return the noun by which an aside calls a body ("X, the country's ambulance *service*,"), or None."""
    group = None if aside is None else sentence.phrases.at[aside[0]]
    if not isinstance(group, NounGroup) or group.first != aside[0]:  # type: ignore[index]
        return None
    head = sentence.sentence.tokens[group.last].lower
    return head if head in titles()["bodies"] else None


def read_body_by_noun(
    reading: Reading,
    setting: Setting,
    sentence: SentenceReading,
    spans: tuple[int, int, int, int],
    printed: str,
    words: frozenset[str],
) -> Voice:
    """Return the voice of a body that no list has: by its noun ("the Aleria Civil Council").

    `spans` are the tokens first, lead, end, last of the phrase; `words` those of lead to end in lower case.
    """
    _, lead, end, last = spans
    tokens = sentence.sentence.tokens
    noun = tokens[end].lower
    serves = _served(sentence, lead, end, last)
    if serves is not None:
        return Voice(serves.name, printed, Kind.BODY, None, serves.affiliation, True, noun)
    official = noun in WARDS or titles()["unofficial"].isdisjoint(
        _standing(tokens[k].lower, noun) for k in range(lead, last + 1)
    )  # "the university hospital"
    official = official and not _is_charitable(sentence, spans, noun) and not is_private(tokens, lead, last)
    affiliation = side_named(sentence, lead, last, setting)
    field = field_end(sentence, end, last)
    name = printed_words(sentence, lead, last if field == end else field)
    service = find_body(sentence, lead, end)
    own = service is not None and service.name == service.affiliation
    if official and service is not None and service.name == _UN:
        return Voice(_un_body(reading, name, noun), printed, Kind.BODY, None, _UN, True, noun)
    if official and service is not None and own and "'s" not in name.split(service.name)[-1]:
        return Voice(service.name, printed, Kind.BODY, None, service.affiliation, service.official, noun)
    if official:
        landed = body_of_land(reading, sentence, (lead, end), name)
        if landed[1] is not None:
            return Voice(landed[0], printed, Kind.BODY, None, landed[1], True, noun)
    if official and "kurdish" in words and len(affiliation or "xx") == _STATE:
        affiliation = setting.kurdish(sentence, affiliation) or affiliation
    state = affiliation is not None and len(affiliation) == _STATE
    if noun == "group" and tokens[end].text[0].isupper():
        official = False  # a company
    if official and (affiliation is None or state) and (band := band_by_name(sentence, lead, end)) is not None:
        name = affiliation = band
    elif state and (whole := state_body_name(str(affiliation), noun)):
        name = whole
    elif official and affiliation is None and _is_unit(tokens, lead, end):
        affiliation = setting.home_of(frozenset({"army"}), sentence)
    elif official and noun in titles()["offices_of"] and not words.isdisjoint(titles()["armies"]):
        affiliation = affiliation if state else setting.home_of(words, sentence)  # "the Police Information Centre"
    elif official and tokens[end].text[0].isupper() and (lead < end or field > end) and noun in titles()["named"]:
        kept = noun in titles()["of_state"] if state else _is_owned(name, affiliation)
        ruling = noun in {"council", "committee"} and not words.isdisjoint(_GOVERNING)
        affiliation = affiliation if kept else setting.home(sentence) if ruling else name
    elif official and noun in WARDS and len(affiliation or "xx") == _STATE:
        affiliation = hospital_in(reading, sentence, lead, last) or affiliation
    elif affiliation is None and official and lead < end and _is_band(tokens, lead, end):
        affiliation = name
    elif affiliation is None and official and (seat := state_of_seat(sentence, lead, last)) is not None:
        affiliation = seat
    elif affiliation is None and official and (_has_each_state(words, noun) or _is_of_holder(tokens, end, last)):
        affiliation = local_state(sentence, lead) or state_behind(sentence, end, last)
        if affiliation is None and (noun in _STRIKING or not words.isdisjoint(_DEFENCE)):
            affiliation = state_in_arms(reading, sentence, spans[0], end)
        elif affiliation is None and noun == "ministry":
            affiliation = state_in_arms(reading, sentence, spans[0], end, fallen=True)
        acting = state_acting(reading, sentence) if noun in _ACTING and setting.item(sentence) is None else None
        acting = None if acting in foes(reading, sentence) else acting
        affiliation = affiliation or acting or setting.home_of(words | {noun}, sentence)
        if affiliation is not None and lead == end and noun in titles()["armies"] - {"police"} | _RULING:
            name = state_body_name(affiliation, noun) or name
    if noun in _RULING and len(affiliation or "") == 2 and _is_of_person(sentence, lead, last):
        name = state_body_name(str(affiliation), noun) or name
    plural = noun.endswith("s")
    common = not tokens[end].text[0].isupper() or (plural and end == 0)
    unnamed = common and (tokens[spans[0]].lower in {"a", "an"} or (plural and not is_of_state(words)))
    kind = Kind.UNNAMED if unnamed else Kind.BODY
    return Voice(printed if kind is Kind.UNNAMED else name, printed, kind, None, affiliation, official, noun, plural)


def _is_of_person(sentence: SentenceReading, lead: int, last: int) -> bool:
    """Tell "the government of *Prime Minister X*", "*President X*'s government" from one of a region."""
    tokens = sentence.sentence.tokens
    titled = (k for k in range(lead, last) if tokens[k].lower in titles()["official"])
    return any(tokens[k + 1].text[0].isupper() and tokens[k].text[0].isupper() for k in titled)


def _has_each_state(words: frozenset[str], noun: str) -> bool:
    """Tell a body of which every state has one: "the customs service", "the junta"."""
    if is_of_state(words | {noun}) or not words.isdisjoint(_SERVICES) or noun in titles()["state_bodies"]:
        return True
    return noun in titles()["state_bodies_with"] and len(words) > 1


def _is_of_holder(tokens: Sequence[Token], end: int, last: int) -> bool:
    """Tell "the office *of the prime minister*", whom every state has."""
    held = tokens[end].lower == "office" and last > end + 1 and tokens[end + 1].lower == "of"
    return held and tokens[last].lower in titles()["official"]


def _is_unit(tokens: Sequence[Token], lead: int, end: int) -> bool:
    """Tell a unit of an army by its number: "the 7th Division", "the Third Infantry Brigade"."""
    first = tokens[lead].lower
    ordinal = first in ORDINALS or (first[0].isdigit() and first.endswith(("st", "nd", "rd", "th")))
    return lead < end and ordinal and tokens[end].lower in titles()["units"]


def _is_band(tokens: Sequence[Token], lead: int, end: int) -> bool:
    """Tell "the Liberation Force", "the Delta operations room", bands of their own."""
    if is_band_force(tokens, end):
        return True
    return tokens[end].lower == "room" and tokens[end - 1].lower == "operations" and tokens[lead].text[0].isupper()


#: tokens behind a body's name in which a region may own it
_REGION = 4
#: letters of the code of a state
_STATE = 2
_RULING = frozenset({"government", "administration", "cabinet", "regime"})


def _is_owned(name: str, owner: str | None) -> bool:
    """Tell "the Ruritania Front's East Front" from a name with a piece that looks like one of its own."""
    return owner is not None and (owner not in name or f"{owner}'s" in name or f"{owner}’s" in name)


_UN = "United Nations"


def _un_body(reading: Reading, name: str, noun: str) -> str:
    """Return the name of a body of the United Nations: its mission's own one where the text tells it, else as printed.

    "the UN mission in Aleria" is the mission that the text calls by its acronym elsewhere.
    """
    if noun in {"mission", "force"}:
        for sentence in reading.sentences:
            for mention in sentence.actors:
                if mention.actor.affiliation == _UN and mention.actor.name.isupper():
                    return mention.actor.name
        return name if _UN in name else name.replace("UN", _UN, 1)
    return name.replace(_UN, "UN")


def read_state_body(
    reading: Reading, setting: Setting, sentence: SentenceReading, span: tuple[int, int], printed: str
) -> Voice:
    """Return the voice of a body of the state that a text is about: "an *army* communique"."""
    lead, end = span
    words = frozenset(t.lower for t in sentence.sentence.tokens[lead : end + 1])
    found = read_body_by_noun(reading, setting, sentence, (lead, lead, end, end), printed, words)
    whole = state_body_name(found.affiliation, found.noun) if lead == end and found.affiliation else None
    return found if whole is None else replace(found, speaker=whole)


def _is_person_aside(aside: list[str]) -> bool:
    """Tell what stands beside a person who is called like a group: ", *34*", ", *a mother of two*", ", *whose son*"."""
    if aside[0].isdigit():
        return len(aside) == 1 or aside[1] == ","
    return aside[0] in {"a", "an", "whose"} and not titles()["other"].isdisjoint(aside[1:3])


def _is_charitable(sentence: SentenceReading, spans: tuple[int, int, int, int], noun: str) -> bool:
    """Tell "the humanitarian group", "U.S.-based organization the X Task Force" from the bodies of a state."""
    first, lead, _, last = spans
    tokens = sentence.sentence.tokens
    if noun in titles()["fielded"] | {"government"}:
        return False
    words = {t.lower for t in tokens[lead : last + 1]}
    return not titles()["charitable"].isdisjoint(words) or (first > 0 and tokens[first - 1].lower in _PRIVATE)


#: bodies that are of the state which has just acted, where their state is not named
_ACTING = frozenset({"army", "military", "navy", "ministry"})
_STRIKING = frozenset({"army", "military", "navy", "force"})
_DEFENCE = frozenset({"defence", "defense"})
#: words of councils that govern a state
_GOVERNING = frozenset({"presidency", "presidential", "sovereignty", "sovereign", "transitional", "ruling", "state"})
_ARMS = frozenset({"arm", "wing", "branch", "cell"})
#: words of local services
_SERVICES = frozenset({"fire", "ambulance", "firefighting"})
_PRIVATE = frozenset({"organisation", "organization", "charity", "ngo", "nonprofit", "non-profit", "watchdog"})


def _served(sentence: SentenceReading, lead: int, end: int, last: int) -> Body | None:
    """Return the body that "the press centre *of the army*", "*X*'s press centre" serves, its noun being token end."""
    tokens = sentence.sentence.tokens
    press = tokens[end - 1].lower in titles()["press"] if end else False
    if not press or tokens[end].lower not in titles()["offices_of"]:
        return None
    owned = lead <= end - 3 and tokens[end - 2].lower == "'s"
    if not owned and (end + 2 > last or tokens[end + 1].lower != "of"):
        return None
    body = find_body(sentence, lead, end - 3, whole=True) if owned else find_body(sentence, end + 2, last)
    if owned and body is not None and is_state(body.name):
        return None
    return body if body is not None and body.official and not body.generic else None


def _standing(word: str, noun: str) -> str:
    """Return a word as far as it tells the standing of a body: "press" tells nothing of a "press office"."""
    return noun if word in titles()["press"] and noun in titles()["offices_of"] - {"outlet"} else word
