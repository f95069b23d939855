"""Whether a known name is a place where it stands: what speaks for it, and what against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from analysis.language.actors.states import is_demonym
from analysis.language.gazetteer import Entry
from analysis.language.places.hit_lists import is_fired_on
from analysis.language.places.kinds import Unknown, kind_noun_at
from analysis.language.places.names import country_names, division_names
from analysis.language.places.relations import Relation, RelationKind, find_relation
from analysis.language.text.names import ARTICLE, fold, looks_like_name, name_key, spell
from analysis.language.text.sentences import Sentence
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary


class Tier(IntEnum):
    """Where a name is known from, the surest first."""

    SITE = 0
    COUNTRY = 1
    USUAL = 2
    LARGE = 3
    DIVISION = 4
    SMALL = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known name, tokens first to last, and what it may mean."""

    first: int
    last: int
    entries: tuple[tuple[Tier, Entry], ...]

    @property
    def tier(self) -> Tier:
        """The surest knowledge of the name."""
        return self.entries[0][0]

    def ranked(self, countries: Sequence[str]) -> list[tuple[Tier, Entry]]:
        """Return the meanings, those in the countries of the text first, but a world city before its namesakes."""
        found = sorted(self.entries, key=lambda e: (_rank(e[1].country, countries), e[0]))
        first, largest = found[0][1], max(self.entries, key=lambda e: _population(e[1]))
        if 0 < _population(first) * _FAMOUS < _population(largest[1]) and first.country not in countries[:1]:
            found = [largest, *(e for e in found if e is not largest)]
        return found


def _population(entry: Entry) -> int:
    return entry.city.population if entry.city else 0


def _rank(country: str | None, countries: Sequence[str]) -> int:
    return countries.index(country) if country in countries else len(countries)


_WORDS = read_vocabulary("places")
_AMBIGUOUS = frozenset(name_key(str(name)) for name in _WORDS["ambiguous"])
_GIVEN = frozenset(_WORDS["given_names"])
_AFTER = frozenset(_WORDS["after_countries"])
_BODIES = frozenset(_WORDS["bodies"])
_STRONG = frozenset(_WORDS["strong"])
_DIRECTIONS = frozenset(_WORDS["directions"])
_HONORIFICS = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr."})
_SURE = frozenset({RelationKind.DISTANCE, RelationKind.BORDER, RelationKind.OFF, RelationKind.BETWEEN})
#: words after "US" or "UK" that show it is the noun
_FUNCTION = frozenset(read_vocabulary("starters")) | frozenset(_WORDS["after_states"])
#: names of states that are mostly adjectives
_ADJECTIVES = frozenset({"us", "u.s.", "uk", "u.k."})
#: how many times larger than a namesake a city is that everybody means
_FAMOUS = 10
_DATELINE = frozenset({"(", "-", "–", "—", "--", "[", ","})


def is_place(
    sentence: Sentence, candidate: Candidate, relation: Relation | None, countries: Sequence[str]
) -> Entry | None:
    """Return what the name means here, or None where it is no place (or may well be none)."""
    tokens = sentence.tokens
    following = country_after(tokens, candidate.last)
    chosen = [following] if following else countries
    tier, entry = candidate.ranked(chosen)[0]
    if tier is Tier.SMALL and len(tokens[candidate.first].text) < 4 and candidate.first == candidate.last:
        return None
    if tier is Tier.SITE:
        return entry
    led = _has_article(tokens[candidate.first].text) and not _has_article(entry.name)
    if led and entry.country not in chosen[:1] and kind_noun_at(tokens, candidate.last + 1) is not None:
        return None  # "the Al-Jubah district" in Yemen is no Juba
    if _is_body(tokens, candidate.last):
        return None
    strong = bool(following) or is_strong(relation) or _is_dateline(tokens, candidate)
    strong = strong or is_hit(tokens, candidate.first)
    beside = not (sentence.capitals or sentence.headline) and _has_name_beside(tokens, candidate)
    if tier is Tier.COUNTRY:
        return entry if _is_country(tokens, candidate, beside) else None
    if strong and not (beside and tier in {Tier.SMALL, Tier.LARGE}):
        return entry
    if (
        tier is Tier.SMALL
        or beside
        or (sentence.capitals and tier is Tier.LARGE and entry.country not in chosen)
        or _is_acronym(sentence, candidate)
    ):
        return None
    key = name_key(" ".join(t.text for t in tokens[candidate.first : candidate.last + 1]))
    return None if key in _AMBIGUOUS or len("".join(key)) < 3 else entry


def _has_article(name: str) -> bool:
    """Tell whether a name begins with the Arabic article."""
    return spell(name.split()[0].lower())[:1] == (ARTICLE,)


def _is_acronym(sentence: Sentence, candidate: Candidate) -> bool:
    """Tell a name printed in capitals among other words, as agencies and parties are: "SANA said", no "MOSUL: …"."""
    words = sentence.tokens[candidate.first : candidate.last + 1]
    after = candidate.last + 1
    if candidate.first == 0 and after < len(sentence.tokens) and sentence.tokens[after].text == ":":
        return False
    return not sentence.capitals and all(t.text.isupper() for t in words)


def is_strong(relation: Relation | None) -> bool:
    """Tell whether the words before make even a doubtful name a place."""
    return relation is not None and (relation.kind in _SURE or relation.words in _STRONG)


def is_believed(tokens: Sequence[Token], i: int, unknown: Unknown, main: str | None) -> bool:
    """Tell whether an unknown name is a place: one misspelt, a base, a village, or one in a text about `main`."""
    entry = unknown.entry
    words = entry.name.lower().split()
    if entry.country or main or words[0] in _SURE_SITES or words[-1] in _SURE_SITES:
        return True
    small = i > 1 and tokens[i - 1].lower == "of" and tokens[i - 2].lower in _SMALL
    return small or is_strong(find_relation(tokens, i))


_SURE_SITES = frozenset(_WORDS["sure_sites"])
#: nouns whose "of" a place follows, whatever the text is about ("the village of X")
_SMALL = frozenset({"village", "town", "hamlet"})


def is_hit(tokens: Sequence[Token], i: int) -> bool:
    """Tell a name after what is done to places: "rockets hit X", "shelled X", "raids on X", "fired rockets at X"."""
    before = tokens[i - 1].lower if i else ""
    if fold(tokens[i].lower) in _GIVEN:
        return False
    if before in _LEVELLED or (before in _LANDING and i > 1):
        return True
    if before == "at":
        return any(t.lower in {"fired", "launched"} for t in tokens[max(0, i - _FIRED) : i])
    return is_fired_on(tokens, i)


_LEVELLED = frozenset(_WORDS["levelled"])
#: verbs among those of hitting whose subject is mostly a weapon
_LANDING = frozenset({"hit", "struck", "hitting", "striking", "rocked"})
#: tokens from "fired" to the place that rounds were fired at
_FIRED = 6


def _is_dateline(tokens: Sequence[Token], candidate: Candidate) -> bool:
    after = candidate.last + 1
    return candidate.first == 0 and after < len(tokens) and tokens[after].text in _DATELINE


def country_after(tokens: Sequence[Token], last: int) -> str | None:
    """Return the country of a country or province that follows: "Tripoli, Libya", "Tripoli, in northern Libya"."""
    if last + 2 >= len(tokens) or tokens[last + 1].text not in {",", "in"}:
        return None
    i = last + 2
    while i < min(last + _WITHIN, len(tokens) - 1) and tokens[i].lower in _BETWEEN:
        i += 1
    if not tokens[i].text[0].isupper():
        return None
    for index in (country_names(), division_names()):
        found = index.match(tokens, i)
        if found:
            return found[1][0].country
    return None


#: tokens from a town to the country that it is said to lie in, and what stands before that
_WITHIN = 5
_BETWEEN = frozenset({"in", "the", *(part for part in _WORDS["parts"] if " " not in part)})


def _is_body(tokens: Sequence[Token], last: int) -> bool:
    if last + 1 >= len(tokens):
        return False
    after = tokens[last + 1]
    return after.lower in _BODIES and (after.text[0].isupper() or after.lower in _CALLED)


#: what is called after a place without a capital of its own: "the Minsk agreements"
_CALLED = frozenset(
    {"war", "accord", "accords", "agreements", "conventions", "protocols", "syndrome", "hat", "principles", "derby"}
)


def _has_name_beside(tokens: Sequence[Token], candidate: Candidate) -> bool:
    """Tell whether a capitalised word that is no place, date or title stands right before or after the name."""
    after = candidate.last + 1
    if after < len(tokens) and _is_name_word(tokens[after]) and tokens[after].lower.rstrip(".") not in _AFTER:
        return True
    return follows_name(tokens, candidate.first)


def follows_name(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether a capitalised word that is no people, direction or opener stands right before token `first`."""
    before = first - 1
    if before < 0 or not _is_name_word(tokens[before]) or is_demonym(tokens[before]):
        return False
    if tokens[before].lower in _HONORIFICS:
        return True
    return tokens[before].lower not in _DIRECTIONS and (before > 0 or len(tokens[before].text) > 3)


def _is_name_word(token: Token) -> bool:
    return len(token.text) > 1 and looks_like_name(token)


def _is_country(tokens: Sequence[Token], candidate: Candidate, beside: bool) -> bool:
    first = tokens[candidate.first]
    if first.lower == "us" and (first.text != "US" or _is_capital_us(tokens, candidate.first)):
        return False
    if first.lower in _ADJECTIVES and _has_noun_after(tokens, candidate.last):
        return False
    return not (beside and fold(first.lower) in _GIVEN and candidate.first == candidate.last)


def _has_noun_after(tokens: Sequence[Token], last: int) -> bool:
    """Tell whether a noun may follow, so that "US" or "UK" is an adjective: "US soldiers", "UK-made"."""
    if last + 1 == len(tokens):
        return False
    after = tokens[last + 1]
    return after.text in {"-", "‑"} or (after.text[0].isalpha() and after.lower not in _FUNCTION)


def _is_capital_us(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether "US" in a text of capitals is the pronoun: nothing that it could belong to follows."""
    neighbours = tokens[i - 1 : i + 2] if i else tokens[: i + 2]
    if not all(t.text.isupper() for t in neighbours if t.text.isalpha()):
        return False
    before = tokens[i - 1].lower if i else ""
    return before not in {"the", "a", "this", "former", "by"} and not (
        i + 1 < len(tokens) and tokens[i + 1].text[0].isalpha() and tokens[i + 1].lower not in _FUNCTION
    )
