"""Titled persons: the person whom a noun phrase names, with a title before the name or a description beside it."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.voices.naming import WARDS, heads_body, printed_words
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.seats import seated
from analysis.language.actors.persons import Person, is_name_like, is_of_body, parse_person, titles
from analysis.language.actors.private_bodies import is_private
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.grammar.word_classes import lexicon
from analysis.language.places import find_place

Span = tuple[int, int]


def holder_of(sentence: SentenceReading, lead: int, end: int, last: int) -> Person | None:
    """Return the person whose name ends a phrase behind a body and an office, or None.

    "Ministry of Defence *spokesman X*", "the head of the Aleria *Administration X*", "the chief of the *ABC X*", "Mayor
    of Aleria *district X*". Behind an office at a place: "Ambassador to *Aleria X*", "the mayor of *Aleria X*".
    """
    tokens = sentence.sentence.tokens
    if (seat := _seat_end(sentence, end, last)) is not None:
        title = printed_words(sentence, lead, seat)
        return Person(printed_words(sentence, seat + 1, last), title, lead, seat + 1, last, True)
    if end + 2 > last or tokens[end + 1].lower not in {"of", "for"} or sentence.sentence.capitals:
        return None
    heads = tokens[end].lower in titles()["official"]
    for i in range(last - 1, max(last - _NAME, end + 1), -1):
        name = all(is_name_like(t) and not t.text.isupper() for t in tokens[i : last + 1])
        name = name and not any(_is_common(sentence, k) for k in range(i, last + 1))
        before = tokens[i - 1].lower
        office = (
            not heads
            and before in titles()["official"]
            and any(t.lower in titles()["official"] and t.text.islower() for t in tokens[end + 2 : i])
        )
        acronym = tokens[i - 1].text.isupper() and len(before) > 1
        headed = acronym or before in titles()["bodies"] or before.rpartition("-")[2] in titles()["local_words"]
        field = tokens[i - 1].text[0].isupper() and _is_common(sentence, i - 1)  # "Minister of *Information* X"
        field = field or _are_duties(sentence, end, i)
        if name and (office or (heads and (headed or field))):
            words = printed_words(sentence, i, last)
            return Person(words, printed_words(sentence, lead, i - 1), lead, i, last, True)
    return None


def _are_duties(sentence: SentenceReading, end: int, i: int) -> bool:
    """Tell the duties of "deputy minister *of trade and industry* X", in small letters, up to token `i`."""
    words = sentence.sentence.tokens[end + 1 : i]
    return sentence.sentence.tokens[end].lower in _MINISTERS and all(t.text.islower() or t.text == "," for t in words)


_MINISTERS = frozenset({"minister", "vice-minister", "undersecretary", "under-secretary"})


def _seat_end(sentence: SentenceReading, end: int, last: int) -> int | None:
    """Return the last token of the place between an office that ends at token `end` and the name to it, or None."""
    tokens = sentence.sentence.tokens
    if sentence.sentence.capitals or tokens[end].lower not in titles()["official"]:
        return None
    for i in range(end + 1, last - 2):
        if tokens[i].lower not in _SEATED:
            continue
        first = i + 1 + (tokens[i + 1].lower == "the")
        named = [a.last for a in sentence.actors if a.first == first and a.last < last - 1]
        named += [p.last for p in sentence.places if p.first == first and p.last < last - 1]
        seat = max(named) if named else _known_end(sentence, first, last - 2)
        name = range(last + 1 if seat is None else seat + 1, last + 1)
        like = all(is_name_like(tokens[k]) and not tokens[k].text.isupper() for k in name)
        if 1 < len(name) <= _NAME and like and not any(_is_common(sentence, k) for k in name):
            return None if is_private(tokens, end, first) else seat
    return None


def _known_end(sentence: SentenceReading, first: int, last: int) -> int | None:
    """Return the last token of the longest known place that begins at token `first`, or None."""
    ends = range(last, first - 1, -1)
    return next((k for k in ends if find_place(printed_words(sentence, first, k)) is not None), None)


_SEATED = frozenset({"to", "for", "in", "of", "at"})


def _is_common(sentence: SentenceReading, i: int) -> bool:
    """Tell a noun of the language in the name of a body ("Emergency *Programme*") from a name."""
    lower = sentence.sentence.tokens[i].lower
    return (
        lower in lexicon()
        or lower in titles()["bodies"]
        or lower in titles()["portfolios"]
        or lower.endswith(("tion", "ment", "ramme", "ency", "ity"))
    )


#: tokens of a name at the most
_NAME = 4


def person_in(sentence: SentenceReading, lead: int, end: int, last: int, aside: Span | None) -> Person | None:
    """Return the person named in tokens lead to end, or in the aside after a description ("the leader, X, said")."""
    tokens = sentence.sentence.tokens
    if sentence.sentence.capitals and tokens[end].lower in titles()["anonymous"] and lead < end:
        return None  # "MILITARY SOURCES": no name
    if sentence.sentence.capitals and singular(tokens[end].lower) in frames()["carriers"]:
        return None
    person = parse_person(tokens, lead, end, capitals=sentence.sentence.capitals)
    if person is not None and person.official and person.title is not None:
        person = seated(sentence, person, aside)
    if person is None and end < last and tokens[end].lower in titles()["official"] and not sentence.sentence.capitals:
        whole = parse_person(tokens, lead, last)
        inner = whole is not None and tokens[whole.name_first - 1].lower in titles()["bodies"]
        person = whole if whole is not None and inner and whole.official and whole.title_first <= end else None
    if person is None and aside is not None and tokens[end].text.islower():
        aside = _name_called(sentence, aside)
    if person is not None or aside is None or sentence.sentence.capitals or _is_body(sentence, end):
        return person
    group = sentence.phrases.at[aside[0]]
    reach = group.last if isinstance(group, NounGroup) and group.last > aside[0] else aside[0] + 5
    named = parse_person(tokens, aside[0], min(aside[1], reach))
    if named is None and lead == end and _is_single_name(sentence, end, aside):
        return Person(tokens[end].text, None, end, end, end, None)
    if named is None or aside[0] not in {named.name_first, named.title_first}:
        return None
    sets = titles()
    for k, token in enumerate(tokens[lead : last + 1], lead):
        if token.lower in sets["half_titles"] and k < last and tokens[k + 1].lower == "and":
            continue  # "the resident and humanitarian coordinator"
        if token.lower in sets["official"] or token.lower in sets["other"]:
            title = printed_words(sentence, lead, last)
            official = token.lower in sets["official"] and not is_private(tokens, lead, last)
            return Person(named.name, title, lead, last + 1, named.last, official)
    heads = any(t.lower in sets["heading"] for t in tokens[lead : end + 1])
    ward = heads and any(t.lower in WARDS for t in tokens[lead : last + 1])
    if ward or (heads and _is_public(sentence, lead, last)):
        return Person(named.name, printed_words(sentence, lead, last), lead, last + 1, named.last, True)
    if heads and lead and tokens[lead - 1].lower in {"its", "their"}:  # official where its owner is
        return Person(named.name, printed_words(sentence, lead, last), lead, last + 1, named.last, None)
    if named.official is not None:  # "the city's most senior cleric, Ayatollah X, urged"
        return Person(named.name, named.title, lead, last + 1, named.last, named.official)
    return None


def _is_public(sentence: SentenceReading, lead: int, last: int) -> bool:
    """Tell the director of an official body, or the administrator of a town, from those of others."""
    tokens = sentence.sentence.tokens
    if heads_body(sentence, lead, last) or is_of_body(tokens, lead, last + 1):
        return True
    local = any(t.lower in titles()["local_words"] for t in tokens[lead : last + 1])
    return local and not is_private(tokens, lead, last)


def _is_single_name(sentence: SentenceReading, i: int, aside: Span) -> bool:
    """Tell the one name of somebody whose office stands behind it: "*Adlerullah*, a spokesman for the governor,"."""
    tokens, tags = sentence.sentence.tokens, sentence.phrases.tags
    if tags[i] is not Tag.PROPER or not tokens[i].text.istitle() or tags[aside[0]] is not Tag.DETERMINER:
        return False
    if any(m.first <= i <= m.last for m in sentence.actors) or any(p.first <= i <= p.last for p in sentence.places):
        return False
    group = sentence.phrases.at[aside[0]]
    office = isinstance(group, NounGroup) and tokens[group.last].lower in titles()["official"]
    return office and not is_private(tokens, *aside)


def _name_called(sentence: SentenceReading, aside: Span) -> Span:
    """Return the name in an aside that tells it ("the spokesman, *known as* X, said"), else the aside."""
    words = [t.lower for t in sentence.sentence.tokens[aside[0] : aside[0] + 4]]
    start = next((k for k in (2, 1) if words[:k] in _CALLED), 0)
    return (aside[0] + start, aside[1]) if start and aside[0] + start <= aside[1] else aside


_CALLED = (["known", "as"], ["identified", "as"], ["called"], ["named"])


def _is_body(sentence: SentenceReading, end: int) -> bool:
    """Tell a head that is a body's from the portfolio of a title ("the minister of *defence*")."""
    tokens = sentence.sentence.tokens
    of = next((k for k in range(end - 1, max(end - 4, 0), -1) if tokens[k].lower in {"of", "for"}), 0)
    portfolio = of > 0 and tokens[of - 1].lower in titles()["official"]
    return tokens[end].lower in titles()["bodies"] and not portfolio
