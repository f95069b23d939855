"""Naming again: what "the base", "the capital", "the faction" or "there" stand for, from what was named before.

Sentences are asked backwards, the nearest first, and only a few of them; a word that fits nothing named means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from analysis.coding.attacks.clauses.grammar import conjuncts
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorForm, ActorKind, ActorMention
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, country_name, find_place
from analysis.language.text.forms import parse_singular
from analysis.language.text.names import name_key
from analysis.vocabulary import read_vocabulary

#: sentences asked backwards for a place, and for a group
_PLACES, _GROUPS = 12, 4
_BACKED = frozenset(read_vocabulary("bodies")["backed"])
_AFFILIATES = frozenset({"affiliate", "offshoot"})
_LED = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP, ActorKind.PARTY})


def _backwards(sentence: SentenceReading, reach: int) -> Iterator[SentenceReading]:
    here = sentence.before
    while here is not None and reach > 0:
        yield here
        here, reach = here.before, reach - 1


def find_place_again(
    sentence: SentenceReading, group: NounGroup, country: str | None, scenes: Sequence[Place]
) -> Place | None:
    """Return the place that "the base", "the city" or "the capital" names again.

    country: where the attack was, if that is said; scenes: those of the attacks told before, the latest first.
    """
    tokens = sentence.sentence.tokens
    head = tokens[group.first + 1].lower if group.first < group.last else ""
    if head in {"same", "nearby"} and group.first + 1 < group.last:
        head = tokens[group.first + 2].lower
    if tokens[group.first].lower not in {"the", "that"} or not head:
        return None
    after = tokens[group.first + 2].lower if group.first + 2 <= group.last else ""
    if after == "capital" and head in {"provincial", "regional", "state", "departmental"}:
        head = "city"
    if head == "capital":
        return find_capital(country or sentence.country)
    kind = words().divisions.get(parse_singular(head))
    site = words().named_sites.get(parse_singular(head)) or (None if kind else _generic_site(parse_singular(head)))
    if kind is None and site is None:
        return _where_told(sentence, head)
    if kind is not None and tokens[min(group.last + 1, len(tokens) - 1)].lower == "of":
        return None  # "the town of X", which names its own
    here = [p.place for p in sentence.places if p.last < group.first]
    named = (*reversed(here), *_opening(sentence), *scenes, *_named(sentence))
    kinds = _kinds(kind) if kind is not None else frozenset()
    alike = kind == PlaceKind.DISTRICT and any(place.kind is PlaceKind.DISTRICT for place in named)
    kinds -= {PlaceKind.TOWN} if alike else set()  # "the district", where one was named
    for place in named:
        if site is not None:
            if place.kind is PlaceKind.SITE and not set(site).isdisjoint(place.name.lower().split()):
                return place
        elif kind is not None and place.kind in kinds and not place.part and ";" not in place.name:
            if not is_of_other_sort(place):
                return place
        elif kind == PlaceKind.PROVINCE and name_key(place.province or "") == name_key(place.name):
            return Place(place.name, PlaceKind.PROVINCE, place.country, place.province)  # that the town is called after
    return _where_told(sentence, head) if kind in {None, PlaceKind.SITE} else None


def is_of_other_sort(place: Place) -> bool:
    """Tell a site whose name says that it is no base: "Thule market"."""
    sort = place.name.lower().split()[-1]
    post = words().divisions.get(sort) == PlaceKind.SITE or sort in words().posts
    return place.kind is PlaceKind.SITE and sort in _generic_sites() and not post


def _kinds(kind: str) -> frozenset[PlaceKind]:
    """Return the kinds of place that a noun names again: "the commune" may be a town."""
    own = PlaceKind(kind)
    return frozenset({own, PlaceKind.TOWN} if own is PlaceKind.DISTRICT else {own})


@cache
def _generic_sites() -> dict[str, list[str]]:
    """Return the last words of nouns that make a name a site, with those that its name may have instead."""
    sites: dict[str, list[str]] = {}
    for canonical, nouns in read_vocabulary("places")["generic_sites"].items():
        for noun in (noun.split()[-1] for noun in nouns):
            sites.setdefault(noun, [noun]).append(canonical.lower().split()[-1])
    return sites


def _generic_site(noun: str) -> list[str] | None:
    """Return the words that the name of the site may have which "the junction" names again, or None."""
    return _generic_sites().get(noun)


def _where_told(sentence: SentenceReading, noun: str) -> Place | None:
    """Return where the thing that "the base" names again was said to be: "a base near the village of X", or None."""
    if noun not in (words().sites | words().bodies | words().ground) - words().carriers - _MOVING:
        return None
    for before in _backwards(sentence, _PLACES):
        if noun not in before.words or before.sentence.headline:
            continue
        for mention in before.places:
            if mention.relation is not None and mention.place.kind in _EXACT and not mention.place.part:
                start = next(i for i, t in enumerate(before.sentence.tokens) if t.start >= mention.relation.start)
                if _is_of_noun(before, start - 1, noun):
                    return mention.place
    return None


def _is_of_noun(sentence: SentenceReading, i: int, noun: str) -> bool:
    """Tell a token that ends the noun group of a noun, or its "of …": "the *base* of the brigade (in X)"."""
    tokens = sentence.sentence.tokens
    group = sentence.phrases.at[i] if i >= 0 else None
    while isinstance(group, NounGroup):
        if tokens[group.head].lower == noun:
            return True
        if group.preposition is None or tokens[group.preposition].lower != "of" or not group.preposition:
            return False
        group = sentence.phrases.at[group.preposition - 1]
    return False


_MOVING = frozenset({"vehicle", "ship", "vessel", "tanker", "convoy", "patrol", "target", "launcher", "place", "point"})
_EXACT = frozenset({PlaceKind.SITE, PlaceKind.NEIGHBORHOOD, PlaceKind.TOWN, PlaceKind.DISTRICT})


def _opening(sentence: SentenceReading) -> list[Place]:
    """Return the place that the sentence before opens with as its subject ("X, a market town, lies …"), or none."""
    before = sentence.before
    if before is None or not before.places or before.places[0].first > 0 or before.sentence.headline:
        return []
    after = before.sentence.tokens[before.places[0].last + 1 : before.places[0].last + 2]
    dateline = any(t.text in {"(", "-", "–", "—", ":"} for t in after)
    return [] if dateline else [before.places[0].place]


def _named(sentence: SentenceReading) -> Iterator[Place]:
    for before in _backwards(sentence, _PLACES):
        for mention in reversed(before.places):
            yield mention.place


def find_capital(iso: str | None) -> Place | None:
    """Return the capital of a country by its ISO alpha-2 code, or None."""
    name = read_vocabulary("countries").get(iso, {}).get("capital") if iso else None
    return find_place(name) if name else None


def find_group_again(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the armed group that "the faction", "the militia" or "its fighters" names again, or None."""
    tokens = sentence.sentence.tokens
    if group.first == group.head and tokens[group.head].lower in words().rebels:
        return _only_rebels(sentence, group)
    kind = tokens[group.first].lower in {"such", "these", "those"}  # "such groups", the Iran-backed ones just named
    if not kind and tokens[group.first].lower not in {"the", "that", "its", "their"}:
        return None
    tags = sentence.phrases.tags[group.first : group.head + 1]
    proper = [k for k, tag in enumerate(tags, group.first) if tag is Tag.PROPER]
    nations = {
        m.actor.country
        for m in sentence.actors
        if m.form is ActorForm.DEMONYM and group.first < m.first and m.last < group.head
    }
    if len(nations) == 1:  # "the Nigerian jihadist group"
        proper = [k for k in proper if not any(m.first <= k <= m.last for m in sentence.actors)]
    sides = [k for k in proper if "-" in tokens[k].text]  # "the Iran-backed group", "the al Qaeda-linked group"
    sides = sides or (proper if is_affiliate(sentence, group) else [])
    plain = all(k <= sides[-1] if sides else parse_singular(tokens[k].lower) in words().members for k in proper)
    owned = False  # "the Mujahideen", with a capital as its side writes it, is plain
    if plain and Tag.POSSESSIVE in tags:  # "the group's militants", "the faction's artillery regiment", not the army's
        plain = owned = parse_singular(tokens[group.first + tags.index(Tag.POSSESSIVE) - 1].lower) in words().movements
    forces = words().own_forces - {"armed"}  # "the armed group"
    if not owned and any(t.lower in forces for t in tokens[group.first : group.head]):
        return None  # "the military forces", of whichever state
    named = owned or parse_singular(tokens[group.head].lower) in words().movements | words().members | _AFFILIATES
    if not plain or not named:
        return None
    own = tokens[group.first].lower in {"its", "their"}
    risen = any(t.lower in words().risen for t in tokens[group.first : group.head + 1])  # "the jihadist group"
    led = frozenset({_RISEN}) if risen else _LED | {ActorKind.GENERIC} if kind else _LED
    before = [m for m in sentence.actors if m.last < group.first]
    here = [m for m in before if m.actor.kind in led and nations <= {m.actor.country}]
    if own and not here:
        here = [m for m in before if m.actor.is_armed and m.form is not ActorForm.DEMONYM]
    if here:
        return replace(here[-1], first=group.first, last=group.last)
    told: list[ActorMention] = []
    for i, earlier in enumerate(_backwards(sentence, _PLACES)):
        told += [m for m in earlier.actors if m.actor.kind in led and nations <= {m.actor.country}]
        if told and i < _GROUPS:
            return replace(told[0], first=group.first, last=group.last)
    only = len({m.actor.name for m in told}) == 1  # far back: where no other is named
    return replace(told[0], first=group.first, last=group.last) if only else None


def is_affiliate(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell "the al-Qaida affiliate", a group that is not the one named in it."""
    return sentence.sentence.tokens[group.head].lower in _AFFILIATES


def find_subject_again(sentence: SentenceReading, group: NounGroup, reach: int = _GROUPS) -> ActorMention | None:
    """Return whom "they" or "it" means: those in arms who head the sentence, else the one before; else None.

    Where that one goes on with "they" or "it" too, whom those mean, up to `reach` sentences back. None where the
    sentence itself names anybody else before the pronoun.
    """
    before, tokens = sentence.before, sentence.sentence.tokens
    if group.first != group.last or tokens[group.first].lower not in {"they", "it"}:
        return None
    here = sentence if any(g.last < group.first and not g.temporal for g in sentence.phrases.nouns) else before
    verb = None if here is None else next((v for v in here.phrases.verbs if v.finite), None)
    subject = None if here is None or verb is None else subject_of(here.phrases, verb)
    if here is None or subject is None or subject.preposition is not None:
        return None
    if here is sentence:
        others = [v for v in here.phrases.verbs if v is not verb and v.finite and subject.last < v.first < group.first]
        if subject.last >= group.first or any(subject_of(here.phrases, v) not in {None, subject} for v in others):
            return None  # "the rebels said that gunmen fled after they had fired"
    again = here is before and reach > 0 and subject.first == subject.last
    if again and (whom := find_subject_again(here, subject, reach - 1)) is not None:
        return replace(whom, first=group.first, last=group.last)
    subject = conjuncts(here.phrases, subject)[0]  # "Thulean forces and their allies": the first named
    if (named := find_group_again(here, subject)) is not None:
        return replace(named, first=group.first, last=group.last)  # "the Thulean group said that it had fired"
    head = parse_singular(here.sentence.tokens[subject.head].lower)
    for actor in sorted(here.actors, key=lambda m: m.actor.kind is ActorKind.STATE):  # "Aleria's Dawn rebels"
        inside = subject.first <= actor.first <= subject.last + 2 and actor.actor.is_armed
        if actor.first > subject.last and here.sentence.tokens[subject.last + 1].lower in _WITHIN:
            continue  # "militants in Aleria said that they had fired"
        if inside and (actor.last >= subject.head or head in words().members | words().armed):
            return replace(actor, first=group.first, last=group.last)
    return None


_WITHIN = frozenset({"in", "inside", "across", "from", "at", "near"})


def find_coalition_again(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the coalition that "a coalition helicopter" is of: the one named last before, or None."""
    if not any(t.lower == "coalition" for t in sentence.sentence.tokens[group.first : group.last + 1]):
        return None
    for earlier in _backwards(sentence, _PLACES):
        found = [m for m in earlier.actors if m.actor.kind is ActorKind.COALITION and m.actor.is_armed]
        if found:
            return replace(found[0], first=group.first, last=group.last)
    return None


def _only_rebels(sentence: SentenceReading, group: NounGroup) -> ActorMention | None:
    """Return the group that a bare "rebels" means where the text has named only one that rises against its state."""
    named = [m for earlier in _backwards(sentence, _PLACES) for m in earlier.actors if m.actor.kind is _RISEN]
    named += [m for m in sentence.actors if m.actor.kind is _RISEN]
    if len({m.actor.name for m in named}) != 1:
        return None
    return replace(named[0], first=group.first, last=group.last)


_RISEN = ActorKind.INSURGENT_GROUP


#: who speaks for forces and commands none
_ADVISING = frozenset({"adviser", "advisor", "aide", "official", "source", "minister", "ministry", "analyst", "expert"})


def find_own_state(sentence: SentenceReading, group: NounGroup) -> str | None:
    """Return the state, by name, whose "army", "regime" or "security forces" a source means: that of its country."""
    tokens = sentence.sentence.tokens
    span = range(group.first, group.head + 1)
    printed = {parse_singular(tokens[i].lower) for i in span}
    backed = any(word.rpartition("-")[2] in _BACKED for word in printed)
    if "council" in printed or backed or parse_singular(tokens[group.head].lower) in _ADVISING:
        return None  # "the military council of X", "the Thulean-backed army"
    if "occupation" in printed and sentence.country == "PS":
        return country_name("IL")
    if not (printed & words().regimes or ("force" in printed and printed & {"air", "special"})) or any(
        m.first <= group.head and group.first <= m.last for m in sentence.actors
    ):
        return None
    capital = [i for i in span if sentence.phrases.tags[i] is Tag.PROPER]
    air = any(tokens[i - 1].lower == "air" and tokens[i].lower == "force" for i in span[1:])  # "an air force Su-25"
    plain = air or all(tokens[i].lower in words().own_forces for i in capital)
    if capital and not plain and not sentence.sentence.capitals:
        return None
    if sentence.country == "PS":  # its forces are not those that "the army" means there
        return country_name("IL") if printed & {"army", "military", "soldier"} else None
    return country_name(sentence.country) if sentence.country else None
