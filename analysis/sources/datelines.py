"""Datelines: where a report was filed, and whose report it is, as its first words say.

Only the dateline's own words are spanned, never the sentence after them. What could as well be the subject of a
sentence ("Aleria - which lies on the border -") is none: a place needs capitals, a region, or an agency beside it. A
date in a dateline is passed over; it is the day of filing, and `published` comes from metadata alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from analysis.sources.agencies import is_agency, split_agencies
from analysis.vocabulary import read_vocabulary

_LONGEST = 240
#: letters of a place in capitals before a colon; "UN:" and "IDF:" are none
_SHORTEST = 4

# One place: up to five words that begin with a capital, small words of place names between them.
_WORD = r"(?:[^\W\d_a-z][\w.'’`-]*|(?:al|el|ar|as|ash|de|del|la|el|of|the|bin)(?=[\s-])[\w'’-]*)"
_PLAIN = r"[^\W\d_a-z][\w.'’]*(?:[ \t]+[^\W\d_a-z][\w.'’]*){0,3}"
_PLACE = rf"{_WORD}(?:[ \t]+{_WORD}){{0,4}}"
_DATE = r"(?:NO\s+DATE|\d{1,2}\s+[A-Za-z]{3,9}\.?(?:,?\s+\d{2,4})?|[A-Za-z]{3,9}\.?\s+\d{1,2}(?:,?\s+\d{4})?)"
_DASH = r"(?:--+|[–—―-])"

_BRACKETED = re.compile(
    rf"""
    (?P<places> {_PLACE} (?:\s*[,/;&]\s*{_PLACE}){{0,4}} ) (?!\w)
    (?: \s* \( (?P<country> [^()\d]{{2,30}} ) \) (?=\s*[,(]) )?   # MANAGUA (NICARAGUA), …
    (?: ,? \s* (?P<date> {_DATE} ) )?
    \s* \( (?P<agencies> [^()]{{2,90}} ) \)                      # (REUTERS, AP)
    \s* (?: {_DASH}+ | : | $ ) \s*
    """,
    re.VERBOSE,
)
_DASHED = re.compile(
    rf"""
    (?P<places> {_PLACE} (?:\s*[,/;&]\s*{_PLACE}){{0,4}} ) (?!\w)
    (?: \s* \( (?P<country> [^()\d]{{2,30}} ) \) (?=\s*[,–—-]) )?
    (?: ,? \s* (?P<date> {_DATE} ) )?
    (?: \s+ {_DASH} \s+ | \s* (?:--+|[—―]) \s*                  # a dash that stands free
      | (?<=[A-Z][A-Z]) - \s+ (?= [\["“'‘(]{{0,2}} [A-Z] ) )       # or hangs on capitals: ALERIA- Five …
    (?= [\["“'‘(]{{0,2}} [^\W_a-z] )                             # and a sentence after it
    """,
    re.VERBOSE,
)
# Aleria, March 12: Five …, Aleria, March 12 (UNI) Five …, and in capitals ALERIA March 12 Five …: a day and no dash.
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})(?:,?\s+\d{{4}})?"
_DATED = re.compile(
    rf"""
    (?P<places> {_PLACE} (?:\s*[,/;&]\s*{_PLACE}){{0,4}}? ) (?!\w)
    (?: \s* , \s* | \s+ ) {_DAY}
    (?: \s* : | \s* \( (?P<agencies> [^()]{{2,90}} ) \) | (?P<bare> (?=\s)) )
    \s* (?= ["“'‘]? [^\W_a-z] )
    """,
    re.VERBOSE,
)
# Aleria, SANA- Five …
_WITH_AGENCY = re.compile(
    rf"""
    (?P<places> {_PLACE} ) \s*,\s*
    (?P<agencies> [A-Z][\w. ]{{1,40}}? )
    \s* {_DASH} \s* (?= ["“'‘(]{{0,2}} [A-Z\d] )
    """,
    re.VERBOSE,
)
# ALERIA: Five sailors …; Aleria:, on a line of its own.
_COLONED = re.compile(
    rf"""
    (?P<places> {_PLACE} (?:\s*/\s*{_PLACE}){{0,2}} ) \s? : (?: \s+ (?= ["“'‘]? [A-Z\d] ) | $ )
    """,
    re.VERBOSE,
)
# AFP- Five …
_AGENCY = re.compile(
    rf"""(?P<agencies> [A-Z][\w. ]{{1,40}}? ) \s* (?: {_DASH} | / ) \s+ (?= ["“'‘]? [A-Z\d] )""", re.VERBOSE
)
# ALERIA-Agence France-Presse, on a line of its own.
_ALONE = re.compile(
    rf"""
    (?P<places> {_PLAIN} ) (?: \s*,\s* | \s*-\s* | \s+[–—]\s+ )
    (?P<agencies> [A-Z][\w. -]{{1,40}} ) $
    """,
    re.VERBOSE,
)
# Aleria -, on a line of its own.
_OVER = re.compile(rf"(?P<places> {_PLAIN} ) \s+ {_DASH}+ $", re.VERBOSE)
_IN_BRACKETS = re.compile(
    rf"""
    \( (?P<inside> [^\W\d_a-z][\w.'’-]* (?:[ ,/]+ [^\W\d_a-z][\w.'’-]*){{0,4}} ) \)
    \s* (?: {_DASH}+ \s* )? (?= ["“'‘]? [^\W_a-z] )
    """,
    re.VERBOSE,
)
# What a monitoring service adds behind a dateline: [TEXT], [EXCERPTS], [REPORT BY …], in capitals.
_REMARK = re.compile(r"\[[^\[\]a-z]{2,160}\]\s*")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline's span, the places and the agencies it names in their usual form."""

    start: int
    end: int
    places: tuple[str, ...]
    agencies: tuple[str, ...]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(read_vocabulary("datelines")[name])


def parse_dateline(line: str, *, first: bool = True) -> Dateline | None:
    """Read the dateline that opens `line`, None if there is none.

    `first` says that the line is the report's first of prose: only there does a bare bracket "(Aleria)" count.

    >>> parse_dateline("ALERIA/SOUTHPORT (REUTERS, AFP) - Two ferries were hit.")
    Dateline(start=0, end=34, places=('Aleria', 'Southport'), agencies=('Reuters', 'AFP'))
    >>> parse_dateline("Aleria - which lies on the border - was calm.") is None
    True
    """
    head = line[:_LONGEST]
    found = _parse_bracketed(head) if "(" in head else None
    found = found or _parse_with_agency(head) or _parse_dashed(head)
    found = found or (_parse_coloned(head) if ":" in head else None) or _parse_dated(head)
    if found is None and first:
        found = _parse_in_brackets(head)
    if found is None:
        return None
    end = _skip_remarks(line, found.end)
    return Dateline(0, end, found.places, found.agencies)


def _skip_remarks(line: str, end: int) -> int:
    while remark := _REMARK.match(line, end):
        end = remark.end()
    return end


def _parse_bracketed(head: str) -> Dateline | None:
    match = _BRACKETED.match(head)
    if match is None or _is_kicker(match["places"]):
        return None
    if len(match["places"].split()) > 8 or _is_sentence_before(match):
        return None
    return Dateline(0, match.end(), _to_places(match["places"]), split_agencies(match["agencies"]))


def _is_sentence_before(match: re.Match[str]) -> bool:
    """A colon or a line's end behind a bracket is a dateline's only when an agency stands in the bracket."""
    dashed = match.group().rstrip()[-1] not in ":)"
    capitals = match["places"].split(",")[0].isupper()
    return not any(is_agency(name) for name in split_agencies(match["agencies"])) and not (
        dashed and (capitals or match["date"])
    )


def _parse_dashed(head: str) -> Dateline | None:
    match = _DASHED.match(head)
    if match is None or _is_kicker(match["places"]):
        return None
    first, _, region = match["places"].partition(",")
    place = re.split(r"\s*[/;&]\s*", first)[0]
    capitals = place.isupper() and len(place) > 2
    if head.isupper() and len(head) > len(match.group()) and not (match["date"] or head[match.end() :].startswith("[")):
        return None  # all is in capitals, so capitals say nothing
    titled = (
        bool(region.strip()) and len(first.split()) <= 3 and len(region.split()) <= 3 and "-" not in match.group()[-3:]
    )
    if not (capitals or titled or (match["date"] and region)) or (len(first.split()) > 4 and not match["date"]):
        return None
    return Dateline(0, match.end(), _to_places(match["places"]), ())


def _parse_coloned(head: str) -> Dateline | None:
    """A place in capitals makes a dateline with a colon before a sentence, and so does any on a line of its own."""
    match = _COLONED.match(head)
    if match is None or _is_kicker(match["places"].upper()) or len(match["places"].split()) > 3:
        return None
    rest = head[match.end() :].rstrip()
    told = not rest.isupper() and (len(head) == _LONGEST or rest[-1:] in {".", "!", "?", '"', "”"})
    if rest and not (told and match["places"].isupper() and len(match["places"]) >= _SHORTEST):
        return None
    return Dateline(0, match.end(), _to_places(match["places"]), ())


def _parse_dated(head: str) -> Dateline | None:
    match = _DATED.match(head)
    if match is None or head.isupper() or _is_kicker(match["places"]) or len(match["places"].split()) > _WORDS:
        return None
    agencies = split_agencies(match["agencies"] or "")
    places = _to_places(match["places"])
    capitals = re.split(r"\s*[,/;&]\s*", match["places"])[0].isupper()
    marked = match["bare"] is None and "," in match.group()
    named = all(is_agency(name) or name.isupper() for name in agencies)
    return Dateline(0, match.end(), places, agencies) if places and named and (capitals or marked) else None


#: words of the places before a day
_WORDS = 6


def _parse_with_agency(head: str) -> Dateline | None:
    for match in (_WITH_AGENCY.match(head), _ALONE.match(head)):
        if match and is_agency(match["agencies"]) and not (_is_kicker(match["places"]) or is_agency(match["places"])):
            return Dateline(0, match.end(), _to_places(match["places"]), split_agencies(match["agencies"]))
    over = _OVER.match(head)
    if over is not None and len(over["places"]) > 2 and not _is_kicker(over["places"]):
        return Dateline(0, over.end(), _to_places(over["places"]), ())
    alone = _AGENCY.match(head)
    if alone is not None and is_agency(alone["agencies"]):
        return Dateline(0, alone.end(), (), split_agencies(alone["agencies"]))
    return None


def _parse_in_brackets(head: str) -> Dateline | None:
    match = _IN_BRACKETS.match(head)
    if match is None or _is_kicker(match["inside"]):
        return None
    agencies = split_agencies(match["inside"])
    if all(is_agency(name) for name in agencies):
        return Dateline(0, match.end(), (), agencies)
    return Dateline(0, match.end(), _to_places(match["inside"]), ())


def _is_kicker(places: str) -> bool:
    return places.split()[0].strip(",:;") in _listed("kickers")


def _to_places(places: str) -> tuple[str, ...]:
    """Give the places in ordinary letters; of "SOUTHPORT, Alba" the region is left out."""
    usual = (_to_usual_letters(" ".join(group.partition(",")[0].split())) for group in re.split(r"\s*[/;&]\s*", places))
    return tuple(dict.fromkeys(p for p in usual if p and p.lower() not in _listed("no_places") and not is_agency(p)))


def _to_usual_letters(place: str) -> str:
    """Write a name in capitals as a name ("JISR AL-SHUGHUR" is Jisr al-Shughur); leave any other as it is."""
    if not place.isupper():
        return place
    words = [
        "-".join(
            part.lower() if part.lower() in _listed("particles") else part.capitalize() for part in word.split("-")
        )
        for word in place.split()
    ]
    name = " ".join(words)
    return name[0].upper() + name[1:]
