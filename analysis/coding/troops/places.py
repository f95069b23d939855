"""Where troops stand or go: a country as its ISO code, any other place by its canonical name.

Read from the groups that a preposition ties to the verb, from what "where", "there" and "the province" point back to,
and from adjectives ("on Iraqi soil", "on its side of the border").
"""

from __future__ import annotations

from dataclasses import dataclass

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.naming import is_existential, is_metonym, is_own_part, is_state_acted_on, named_before
from analysis.coding.troops.towns import last_unknown, of_part, place_in, shown, unknown_town
from analysis.coding.victims.nations import nation_in
from analysis.language.gazetteer import PlaceKind
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.places import PlaceMention
from analysis.vocabulary import read_vocabulary

_AT = frozenset(
    {"in", "at", "on", "inside", "across", "near", "throughout", "around", "into", "to", "from", "within", "over",
     "outside", "towards", "toward"}
)  # fmt: skip
_THERE = frozenset({"there", "country", "nation", "kingdom", "republic", "emirate", "sultanate"})
#: forms after which "for" tells where people go
_BOUND = frozenset({"left", "leave", "leaves", "leaving", "bound", "headed", "heading", "departed", "departing"})
_THE = frozenset({"the", "that", "this"})
#: sentences back to which "there" may point
_REACH = 3


@dataclass(frozen=True, slots=True)
class Before:
    """The figure of troops before: whose they are, where, and in which sentence."""

    force: str
    place: str | None
    sentence: int


def place_after(
    reading: Reading, sentence: SentenceReading, i: int, besides: str | None = None, before: Before | None = None, *,
    origin: bool = True,
) -> str | None:  # fmt: skip
    """Return the first place after token i that a preposition ties to the clause, or None; no `origin` where people go.

    "there" and "the country" point back to what was last named, the force's own country (`besides`) apart, or to where
    the figure `before` stands.
    """
    left: str | None = None
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for j in range(i + 1, len(tokens)):
        lower = tokens[j].lower
        group = at[j]
        if lower in {";", "but", "while", "after"} or (
            isinstance(group, VerbGroup) and group.finite and group.first == j
        ):
            return left
        if lower == "there" and not is_existential(sentence, j):
            return _there(reading, sentence, i, besides, before)
        out = lower == "of" and tokens[j - 1].lower == "out"
        out = out or (lower == "for" and tokens[j - 1].lower in _BOUND)
        if (lower not in _AT and not out) or tokens[j - 1].lower == "according":
            continue
        following = at[j + 1] if j + 1 < len(tokens) else None
        if besides is not None and len(besides) == _CODE and is_own_part(sentence, j + 1):
            return besides
        if not isinstance(following, NounGroup):
            continue
        if lower == "from" and (not origin or _goes_on_to(sentence, following) or _is_home(sentence, following)):
            continue  # "from Aleppo to Qusayr"
        place = of_part(sentence, following) or _of_that(reading, sentence, following, i, besides, before)
        place = place or place_in(sentence, following) or _soil(sentence, following, besides)
        if place is not None and not (place == besides and lower in {"from", "of"}):
            return _with_second(sentence, following, place)
        if lower in {"to", "in", "into", "at"} and (named := unknown_town(sentence, following)) is not None:
            return named
        if lower == "from" and tokens[following.first].text[0].isupper():
            left = left or unknown_town(sentence, following)  # "pulled 800 soldiers from Thule"
        if tokens[following.first].lower in _THE and not _has_own_name(sentence, following):
            if tokens[following.head].lower in _THERE:
                told = place_pointed(reading, sentence, i, besides, before)
                return told or (sentence.country if sentence.country != besides else None)
            several = tokens[following.head].lower.removesuffix("s")
            if several != tokens[following.head].lower and "province" in _kinds().get(several, []):
                own = sentence.country if sentence.country != besides else None
                return own or place_pointed(reading, sentence, i, besides, before)  # "in the three southern provinces"
            kinds = _kinds().get(tokens[following.head].lower)
            told = _of_kind(reading, sentence, j, kinds) if kinds is not None else None
            if told is None and kinds == ["site"]:
                told = _of_kind(reading, sentence, j, ["town"])  # "stormed a camp at Gao; 90 men were in the camp"
            if told is not None:
                return told
    return left


def _has_own_name(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether a name right behind says which site is meant: "the post *at Thule*"."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    inner = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in {"at", "in"} else None
    return isinstance(inner, NounGroup) and unknown_town(sentence, inner) is not None


def _of_that(
    reading: Reading, sentence: SentenceReading, group: NounGroup, i: int, besides: str | None, before: Before | None
) -> str | None:
    """Return the country that "the north of the country" points back to."""
    tokens, j = sentence.sentence.tokens, group.last + 1
    back = [t.lower for t in tokens[j : j + 3]]
    part = tokens[group.head].lower in read_vocabulary("forces")["parts"]
    if not part or back[:2] != ["of", "the"] or back[-1] not in _THERE:
        return None
    return place_pointed(reading, sentence, i, besides, before)


def _with_second(sentence: SentenceReading, group: NounGroup, place: str) -> str:
    """Return two places that "and" joins behind one preposition, "in Syria and Iraq", as one place; else the one."""
    tokens, at, i = sentence.sentence.tokens, sentence.phrases.at, group.last + 2
    second = at[i] if i < len(tokens) and tokens[i - 1].lower == "and" else None
    if not isinstance(second, NounGroup) or second.first != i or second.last != second.first:
        return place
    named = place_in(sentence, second) or (unknown_town(sentence, second) if len(place) > _CODE else None)
    verb = at[second.last + 1] if second.last + 1 < len(at) else None
    own = isinstance(verb, VerbGroup) and verb.lemma != "combined"
    alike = named is not None and (len(named) == _CODE) is (len(place) == _CODE)
    return f"{place};{named}" if named is not None and alike and named != place and not own else place


def _is_home(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell where people are from, not where they were: "from Ohio's 5th Brigade", "from Ghana, Togo and Benin"."""
    tokens, at, i = sentence.sentence.tokens, sentence.phrases.at, group.last + 2
    if tokens[group.head].lower in force_words("units") | {"guard", "team"}:
        return True
    second = at[i] if i < len(tokens) and tokens[i - 1].lower == "," else None
    return isinstance(second, NounGroup) and len(place_in(sentence, second) or "") == _CODE


def _goes_on_to(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell whether "to" and a place follow at once on where people come from."""
    tokens, i = sentence.sentence.tokens, group.last + 1
    i += i < len(tokens) and tokens[i].lower in {"back", "south", "north", "east", "west", "down", "up", "over"}
    inner = sentence.phrases.at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in {"to", "into"} else None
    if not isinstance(inner, NounGroup):
        return False
    if inner.last + 2 < len(tokens) and tokens[inner.last + 1].lower in {"in", "at", "near", "of"}:
        further = sentence.phrases.at[inner.last + 2]
        inner = further if isinstance(further, NounGroup) else inner  # "to the front in Kordofan"
    return place_in(sentence, inner) is not None or unknown_town(sentence, inner) is not None


def place_where(sentence: SentenceReading, i: int) -> str | None:
    """Return the place before a "where" or "in which" whose clause token i opens: "Kursk, where it massed 900 men"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    for j in range(i - 1, 0, -1):
        group = at[j]
        if (isinstance(group, VerbGroup) and group.finite) or tokens[j].lower in {";", ":"}:
            return None
        if tokens[j].lower == "where" or (tokens[j].lower == "which" and tokens[j - 1].lower in {"in", "to", "into"}):
            named = [m for m in sentence.places if m.last < j]
            near = named[-1] if named and j - named[-1].last < _NEAR else None
            near = (near and site_of_province(sentence, near)) or near
            town = last_unknown(sentence, j) if near is None or near.place.kind is PlaceKind.COUNTRY else None
            return town or (shown(near) if near is not None else None)
    return None


#: tokens from a place to its "where"
_NEAR = 8


def site_of_province(sentence: SentenceReading, province: PlaceMention) -> PlaceMention | None:
    """Return the site that a province right behind it holds: "Thule air base in Avannaata province", or None."""
    if province.place.kind is not PlaceKind.PROVINCE:
        return None
    group = sentence.phrases.at[province.first]
    word = group.preposition if isinstance(group, NounGroup) else None
    held = next((m for m in sentence.places if m.last + 1 == word and m.place.kind is PlaceKind.SITE), None)
    return held if held is not None and sentence.sentence.tokens[held.last + 1].lower == "in" else None


def place_ahead(reading: Reading, sentence: SentenceReading, i: int) -> str | None:
    """Return the place that opens the clause of token i: "In Apure there are 300 men", "in the province are …"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    j = i - 1
    while j >= 0:
        group = at[j]
        if isinstance(group, VerbGroup) or tokens[j].lower in {";", "but", "while", "where"}:
            return None
        if isinstance(group, NounGroup) and group.preposition is not None:
            lower = tokens[group.preposition].lower
            place = place_in(sentence, group) if lower in _STANDING or lower == "of" else None
            if place is not None:
                return place
            kinds = _kinds().get(tokens[group.head].lower) if tokens[group.first].lower in _THE else None
            if kinds is not None and lower in _STANDING:
                return _of_kind(reading, sentence, group.first, kinds)
        j = (group.first if group is not None else j) - 1
    return None


_STANDING = frozenset({"in", "at", "across", "inside", "throughout", "around", "near"})


def _soil(sentence: SentenceReading, group: NounGroup, besides: str | None) -> str | None:
    """Return the country whose ground a group names: "Iraqi soil", "the Lebanese side", "its side of the border"."""
    tokens = sentence.sentence.tokens
    if tokens[group.head].lower not in force_words("soil"):
        return None
    if tokens[group.first].lower in {"its", "their"}:
        return besides if besides is not None and len(besides) == 2 else None
    return nation_in(tokens, group.first, group.last)


def _there(
    reading: Reading, sentence: SentenceReading, i: int, besides: str | None, before: Before | None
) -> str | None:
    """Return what "there" points back to: a place of this sentence, where the last figure stands, or a country."""
    if before is not None and before.place is not None and before.sentence == sentence.number:
        return before.place
    told = next((p for g in sentence.phrases.nouns if g.last < i and (p := of_site(reading, sentence, g))), None)
    for mention in () if told is not None else named_before(sentence, sentence.sentence.tokens[i].start):
        own = mention.place.country == besides and mention.place.kind is PlaceKind.COUNTRY
        if not (own or is_metonym(sentence, mention)):
            return shown(mention)
    return told or last_unknown(sentence, i) or place_pointed(reading, sentence, i, besides, before, there=True)


def place_pointed(
    reading: Reading, sentence: SentenceReading, i: int, besides: str | None, before: Before | None,
    there: bool = False,
) -> str | None:  # fmt: skip
    """Return the country last named before token i, here or a few sentences before; for "there" the place, or where the
    last figure stands.
    """
    start = sentence.sentence.tokens[i].start
    home = besides is not None and besides == sentence.country and not there  # "900 of its men guard the port"
    for number in range(sentence.number, max(-1, sentence.number - (0 if home else _REACH) - 1), -1):
        told = before.place if before is not None and before.sentence == number and before.place != besides else None
        if told is not None and (there or len(told) == _CODE):
            return told
        topic = next(iter(reading.sentences[number].places), None) if there and number < sentence.number else None
        if topic is not None and topic.first <= 1 and topic.place.kind in {PlaceKind.SITE, PlaceKind.TOWN}:
            return shown(topic)  # "Thule lies on the coast, north of Berol. About 200 men are based there"
        earlier = reading.sentences[number]
        named = [m for m in named_before(earlier, start) if there or not is_state_acted_on(earlier, m)]
        if number == sentence.number and not there and len({m.place.country for m in named} - {None, besides}) > _TWO:
            continue  # "left Mali, Chad and Niger, and has 60 trainers in the country"
        for mention in named:
            if mention.place.country not in {None, besides}:
                return shown(mention) if there else mention.place.country
        speaks = _speaking(sentence, i) - {None, besides} if number == sentence.number else set()
        if speaks and (there or speaks <= {sentence.country}):
            return next(iter(speaks)) if len(speaks) == 1 else None
    return None


def _speaking(sentence: SentenceReading, i: int) -> set[str | None]:
    """Return the states whose offices are named before token i: "Iraqi officials say Turkey has 90 men there"."""
    tokens, found = sentence.sentence.tokens, set()
    for mention in sentence.actors:
        group = sentence.phrases.at[mention.first] if mention.last < i else None
        if isinstance(group, NounGroup) and tokens[group.head].lower in force_words("offices"):
            found.add(mention.actor.country)
    return found


#: letters of a country's code; countries of which "the country" may be the last
_CODE = _TWO = 2


def _kinds() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = read_vocabulary("forces")["kinds"]
    return kinds


def of_site(reading: Reading, sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the site last named that a group points back to: "Ghana, which uses the base, has 90 men there"."""
    tokens = sentence.sentence.tokens
    back = tokens[group.first].lower in _THE and group.last == group.first + 1
    apposed = tokens[group.first].lower in {"a", "an"} and group.first > 0 and tokens[group.first - 1].text == ","
    kinds = _kinds().get(tokens[group.head].lower, []) if back or apposed else []
    return _of_kind(reading, sentence, group.first, ["site"]) if "site" in kinds else None


def _of_kind(reading: Reading, sentence: SentenceReading, i: int, kinds: list[str]) -> str | None:
    """Return the last place of some kinds named before token i: "the province", "the city"."""
    start = sentence.sentence.tokens[i].start
    for number in range(sentence.number, max(-1, sentence.number - _REACH - 1), -1):
        told = reading.sentences[number]
        for mention in named_before(told, start):
            if mention.place.kind.value in kinds and not is_metonym(told, mention):
                return shown(mention)
    return _only_site(reading, sentence) if "site" in kinds else None


def _only_site(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return the one site that a report names up to a sentence, however long before "the base", or None."""
    before = reading.sentences[: sentence.number]
    sites = {shown(m) for told in before for m in told.places if m.place.kind is PlaceKind.SITE}
    return sites.pop() if len(sites) == 1 else None
