"""Naming: the parts of a noun phrase that names a speaker: its head, a person in it, a body by its own name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.voices.bodies import find_body, is_state
from analysis.coding.speech.voices.offices import singular
from analysis.language.actors import ActorForm, ActorKind, find_actor
from analysis.language.actors.acronyms import is_band_force
from analysis.language.actors.names import body_nouns
from analysis.language.actors.persons import Person, is_name_like, nickname_end, titles
from analysis.language.actors.private_bodies import is_private
from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.names import spell
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

Span = tuple[int, int]
WARDS = frozenset({"hospital", "clinic"})


def is_own_office(sentence: SentenceReading, lead: int, end: int) -> bool:
    """Tell "his office", "its services", which speak for their owner, from "his brother Adler"."""
    tokens = sentence.sentence.tokens
    noun = tokens[end].lower
    listed = body_nouns().match(tokens, lead)
    common = tokens[end].text.islower() or (listed is not None and listed[0] == end)  # "its Defense Ministry"
    return common and (noun in titles()["bodies"] or singular(noun) in frames()["carriers"])


def body_beside(sentence: SentenceReading, span: Span, person: Person) -> Span | None:
    """Return the tokens that may name the body of a person: after the name, or before it with a possessive."""
    if person.last < span[1]:
        beside = sentence.sentence.tokens[person.last + 1 : person.last + 3]
        on = beside[0].text == "," and beside[1].lower == "on"  # "X, *on a visit to Aleria*"
        return None if on else (person.last + 1, span[1])
    owner = person.name_first - 1
    if person.title is not None or span[0] >= owner or sentence.phrases.tags[owner] is not Tag.POSSESSIVE:
        return None
    state = any(a.actor.kind is ActorKind.STATE and a.form is ActorForm.NAME and a.last == owner - 1
                for a in sentence.actors)  # fmt: skip
    return None if state else (span[0], owner - 1)  # "Syria's Omar Vane" may be anybody


def core_end(sentence: SentenceReading, group: NounGroup, last: int) -> int:
    """Return the last token of the name or description, prepositional groups after it aside."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    end = min(group.last, last)
    while end + 2 <= last:
        mark = tokens[end + 1].text
        following = end + 2
        if mark in {"and", "or"} or phrases.tags[end + 1] is Tag.ADJECTIVE:
            following = next((k for k in range(end + 1, last + 1) if isinstance(phrases.at[k], NounGroup)), last + 1)
            if following <= last and phrases.tags[following - 1] in {Tag.PREPOSITION, Tag.TO}:
                break
        elif mark == "(":
            following = next((k + 1 for k in range(end + 2, last) if tokens[k].text == ")"), last + 1)
        elif (name := nickname_end(tokens, end, last)) is not None:
            following = name
        elif mark == "of" and tokens[end].lower in titles()["counting"]:
            pass  # "a *number* of factions"
        elif mark not in {"-", "–", "'", "’"} and not _is_portfolio(sentence, end) and not _is_served(sentence, end):
            break
        after = phrases.at[following] if following <= last else None
        if not isinstance(after, NounGroup):
            break
        end = min(after.last, last)
    return end


def _is_portfolio(sentence: SentenceReading, end: int) -> bool:
    """Tell "Secretary *of State* X", whose name comes after the preposition."""
    tokens = sentence.sentence.tokens
    if tokens[end + 1].lower not in {"of", "for"} or tokens[end].lower not in titles()["official"]:
        return False
    return tokens[end + 2].lower in titles()["portfolios"]


def _is_served(sentence: SentenceReading, end: int) -> bool:
    """Tell "the *Department of Defense* spokesman X", whose office comes behind a body with a preposition."""
    tokens = sentence.sentence.tokens
    bodies = (m for m in sentence.actors if m.first <= end < m.last < len(tokens) - 1 and tokens[end + 1].lower == "of")
    return any(tokens[m.last + 1].lower in titles()["official"] for m in bodies)


def field_end(sentence: SentenceReading, end: int, last: int) -> int:
    """Return the last token of a body's name with its field ("Ministry *of Natural Resources*"), else `end`."""
    tokens = sentence.sentence.tokens
    if (
        end + 2 > last
        or not tokens[end].text[0].isupper()
        or tokens[end].lower not in titles()["fielded"] | titles()["named"]
    ):
        return end
    field = sentence.phrases.at[end + 2]
    named = tokens[end + 1].lower == "of" and isinstance(field, NounGroup) and tokens[end + 2].text[0].isupper()
    return min(field.last, last) if named and not sentence.sentence.capitals else end  # type: ignore[union-attr]


def name_end(sentence: SentenceReading, last: int) -> int:
    """Return the last token of a name that goes on after its head: "the Brigades *of Dawn*", else `last`."""
    tokens = sentence.sentence.tokens
    if last + 2 >= len(tokens) or tokens[last + 1].lower != "of":
        return last
    of = sentence.phrases.at[last + 2]
    return of.last if isinstance(of, NounGroup) and tokens[of.head].text[0].isupper() else last


def owner_of(sentence: SentenceReading, lead: int, end: int) -> int | None:
    """Return the last token of the owner in "Adler's office", or None."""
    tokens = sentence.sentence.tokens
    if tokens[end].lower != "office" or end - 2 < lead or tokens[end - 1].lower != "'s":
        return None
    titled = tokens[end - 2].lower in titles()["official"]  # "the Prime *Minister*'s Office"
    return end - 2 if is_name_like(tokens[end - 2]) and not titled else None


def named_body(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return a hospital, council or party by its own name ("the Aleria National Hospital"), or None."""
    tokens = sentence.sentence.tokens
    if sentence.sentence.capitals:
        return _hospital_in_capitals(sentence, first, last)
    for i in range(first + 1, last + 1):
        band = is_band_force(tokens, i) and not any(m.first < i - 1 and m.last == i for m in sentence.actors)
        if (
            (band or tokens[i].lower in titles()["named"])
            and tokens[i].text[0].isupper()
            and is_name_like(tokens[i - 1])
            and not _name_goes_on(tokens, i, last)
        ):
            start = i
            while start > first and is_name_like(tokens[start - 1]) and tokens[start - 1].lower not in _ARTICLES:
                start -= 1
            start += sentence.phrases.tags[start] is Tag.PREPOSITION  # "*At* the X Hospital"
            return printed_words(sentence, start, i)
    return _common_hospital(sentence, first, last) or _rebels(sentence, first, last)


def _name_goes_on(tokens: Sequence[Token], i: int, last: int) -> bool:
    """Tell a name that does not end with its noun at token i: "the Home *Front* Command"."""
    return i < last and tokens[i + 1].text[0].isupper() and tokens[i + 1].lower in titles()["bodies"]


_ARTICLES = frozenset({"a", "an", "the", "one", "two", "another"})


def _is_word_of_name(token: Token) -> bool:
    run = token.text.rpartition("-")[2].islower() and "-" in token.text  # "a *Norse-run* hospital"
    return token.text[0].isupper() and token.lower not in _ARTICLES and not run


def _rebels(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the name of rebels by their land ("the *Delta rebels*"), or None; "Alerian rebels" may be anybody's."""
    tokens = sentence.sentence.tokens
    for i in range(max(first, 1), last + 1):
        named = tokens[i].lower in _REBELS and sentence.phrases.tags[i - 1] is Tag.PROPER
        listed = any(m.first <= i - 1 <= m.last for m in sentence.actors)
        if named and tokens[i - 1].text.isalpha() and not listed and not is_demonym(tokens[i - 1]) and i > 1:
            return printed_words(sentence, i - 1, i)
    return None


_REBELS = frozenset({"rebels", "separatists", "dissidents", "insurgents", "guerrillas", "secessionists"})


def _common_hospital(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the name of a hospital printed small after its place ("Aleria district hospital"), or None."""
    tokens = sentence.sentence.tokens
    for i in range(first + 1, last + 1):
        if tokens[i].lower not in WARDS or not tokens[i].text.islower():
            continue
        start = i - 1
        while start > first and tokens[start].lower in titles()["hospital_kinds"]:
            start -= 1
        group = sentence.phrases.at[i]
        if _is_word_of_name(tokens[start]) and isinstance(group, NounGroup) and group.first <= start:
            while start > group.first and _is_word_of_name(tokens[start - 1]):
                start -= 1
            return printed_words(sentence, start, i)
    return None


def government_of(place: str) -> str | None:
    """Return the name of the government of its own that a region has ("Kurdistan Region"), or None."""
    found = find_actor(f"{place.split()[0]} Regional Government")
    return None if found is None else found.name


@cache
def _governed_parts() -> frozenset[str]:
    """Return the parts that names of regions with a government of their own are made of, as names are compared."""
    regions = [r for r in read_vocabulary("regions") if government_of(r["name"]) is not None]
    names = [name for r in regions for name in (r["name"], *r.get("variants", ()))]
    words = (word for name in names for word in name.split() if word[0].isupper())
    return frozenset(part for word in words for part in spell(word))


#: what a region is printed as: "Kurdistan *Region* Adler" reads as a district
_REGIONS = frozenset({PlaceKind.REGION, PlaceKind.DISTRICT})


def regional_government(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the government of its own that a region named in tokens first to last has, or None."""
    parts = _governed_parts()
    if all(parts.isdisjoint(spell(token.lower)) for token in sentence.sentence.tokens[first : last + 1]):
        return None
    for mention in sentence.places:
        if first <= mention.first and mention.last <= last and mention.place.kind in _REGIONS:
            found = government_of(mention.place.name)
            if found is not None:
                return found
    return None


def _hospital_in_capitals(sentence: SentenceReading, first: int, last: int) -> str | None:
    """Return the name of a hospital in a text printed in capitals ("THE ALERIA HOSPITAL"), or None."""
    tokens = sentence.sentence.tokens
    end = next((k for k in range(first + 1, last + 1) if tokens[k].lower == "hospital"), None)
    group = None if end is None else sentence.phrases.at[end]
    if end is None or not isinstance(group, NounGroup):
        return None
    start = group.first + (sentence.phrases.tags[group.first] is Tag.DETERMINER)
    if start >= end or tokens[start].lower in titles()["modifiers"] | titles()["private"]:
        return None
    return printed_words(sentence, start, end).title()


def is_in_charge(sentence: SentenceReading, aside: Span) -> bool:
    """Tell an aside about somebody who heads a hospital or another named body: "who *heads* the ward at X Hospital"."""
    words = {t.lower for t in sentence.sentence.tokens[aside[0] : aside[1] + 1]}
    if not words.isdisjoint(titles()["heading"]) and heads_body(sentence, *aside):
        return True
    if not words.isdisjoint(_HEADING) and named_body(sentence, *aside) is not None:
        return True
    tokens = sentence.sentence.tokens
    if tokens[aside[0]].lower == "whose" and aside[0] + 2 <= aside[1]:  # "*whose party* governs the north"
        owned = sentence.phrases.at[aside[0] + 1]
        end = owned.last if isinstance(owned, NounGroup) else aside[0] + 1
        return tokens[end].lower in titles()["led"] | _MEN and sentence.phrases.is_finite(end + 1)
    led = sentence.phrases.at[aside[0] + 2] if aside[0] + 2 <= aside[1] else None
    if not isinstance(led, NounGroup) or tokens[aside[0]].lower != "who" or tokens[aside[0] + 1].lower not in _LEADING:
        return False
    governs = tokens[aside[0] + 1].lower in _GOVERNING
    return (governs or tokens[led.last].lower in titles()["led"]) and not is_private(tokens, *aside)


def heads_body(sentence: SentenceReading, first: int, last: int) -> bool:
    """Tell a title that names an official body beside a director or a member: "*UNICEF* regional director"."""
    tokens = sentence.sentence.tokens
    if all(t.lower not in titles()["heading"] for t in tokens[first : last + 1]) or is_private(tokens, first, last):
        return False
    body = find_body(sentence, first, last)
    return body is not None and body.official and not body.generic and not is_state(body.name)


_GOVERNING = frozenset({"governs", "governed", "rules"})
_LEADING = _GOVERNING | frozenset(
    {"heads", "leads", "runs", "directs", "commands", "chairs", "headed", "led", "commanded", "chaired"}
)
#: men who are under somebody: "whose *fighters* hold the town"
_MEN = frozenset({"fighters", "troops", "militiamen", "movement", "group", "brigades"})
_HEADING = frozenset({"heads", "leads", "runs", "directs", "headed", "director", "works"})


def before_to(sentence: SentenceReading, first: int, last: int) -> int:
    """Return the last token before "to" in a title ("Aleria's envoy *to* the UN"), else the last one."""
    tokens = sentence.sentence.tokens
    return next((k - 1 for k in range(first + 1, last + 1) if tokens[k].lower == "to"), last)


def before_quoted(sentence: SentenceReading, first: int, last: int) -> int:
    """Return the last token before the medium that quotes a speaker ("a source *quoted by* the agency"), else last."""
    tokens = sentence.sentence.tokens
    quoting = (k for k in range(first + 1, last) if tokens[k].lower in _REACHED)
    return next((k - 1 for k in quoting if tokens[k + 1].lower in {"by", "in"}), last)


_REACHED = frozenset({"quoted", "cited", "contacted", "reached", "interviewed", "questioned"}
                     | {"seen", "obtained", "viewed", "reviewed"})  # fmt: skip


def printed_words(sentence: SentenceReading, first: int, last: int) -> str:
    """Return tokens first to last as printed, white space evened out."""
    tokens = sentence.sentence.tokens
    return " ".join(sentence.source.text[tokens[first].start : tokens[last].end].split())
