"""Stand-ins: words in the place of what was hit: a pronoun, what was aimed at, the sea, the master of a ship."""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.actors.persons import titles
from analysis.language.actors.states import is_demonym
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind
from analysis.language.text.forms import is_plural


def named_before(phrases: Phrases, pronoun: NounGroup) -> NounGroup | None:
    """Return the ship of "sailors left a ship in the gulf after *it* was hit": the one thing told before, or None."""
    w = words()
    things = w.afloat | w.bodies | w.carriers | w.sites
    told = [
        g for g in phrases.nouns if g.last < pronoun.first and lemma(phrases, g) in things and g.preposition is None
    ]
    it = phrases.sentence.tokens[pronoun.head].lower == "it" and len(told) == 1
    return told[0] if it and not is_plural(phrases.sentence.tokens[told[0].head].lower) else None


def is_aim(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "hit *their targets*", "the intended target": what was aimed at, and nothing that the words name."""
    said = phrases.sentence.tokens[group.first : group.head]
    aim = lemma(phrases, group) in _AIMS and group.head == group.last
    return aim and bool(said) and all(t.lower in _MEANT for t in said) and phrases.noun_behind(group.last, "of") is None


_AIMS = frozenset({"target", "mark", "objective", "aim"})
_MEANT = frozenset({"its", "their", "his", "our", "all", "the", "intended", "designated", "assigned", "planned", "set"})


def is_sea(mention: Mention, group: NounGroup) -> bool:
    """Tell the sea that rounds were fired toward, which nobody hits."""
    return any(p.place.kind is PlaceKind.SEA and p.first <= group.head <= p.last for p in mention.sentence.places)


def is_roadway(mention: Mention, group: NounGroup) -> bool:
    """Tell the road on which an ambush was laid or a bomb was set off, which says where, and not what was hit."""
    phrases, at = mention.sentence.phrases, group.preposition
    if at is None or phrases.sentence.tokens[at].lower not in _ALONG or mention.type not in _MET_WITH:
        return False
    return lemma(phrases, group) in _ROADWAYS


_ALONG = frozenset({"on", "along"})
#: what is done to those who pass by, unlike rounds from afar
_MET_WITH = frozenset({AttackType.ASSAULT, AttackType.BOMBING, AttackType.SHOOTING})
_ROADWAYS = frozenset({"road", "highway", "motorway", "street", "route", "roadside", "track"})


def quoted_end(phrases: Phrases, group: NounGroup, last: int) -> int | None:
    """Return the closing mark of what stands in quotation marks in a group that goes on to token `last`, or right
    behind it: "an alleged “camp”", "an Alerian “camp of spies”".
    """
    tokens, i = phrases.sentence.tokens, last + 1
    if any(t.text in _OPENING for t in tokens[group.first : i]):
        return i if i < len(tokens) and tokens[i].text in _CLOSING else None
    opens = last == group.last and i + 1 < len(tokens) and tokens[i].text in _OPENING
    named = phrases.at[i + 1] if opens else None
    if not isinstance(named, NounGroup) or named.first != i + 1 or named.last + 1 >= len(tokens):
        return None
    plain = phrases.tags[group.head] is Tag.ADJECTIVE or is_demonym(tokens[group.head])
    plain = plain or (group.first < group.head and tokens[group.first].lower in {"a", "an", "the"})
    return named.last + 1 if plain and tokens[named.last + 1].text in _CLOSING else None


_OPENING, _CLOSING = frozenset({"“", '"', "‘", "``"}), frozenset({"”", '"', "’", "''"})


def boarded(mention: Mention, group: NounGroup) -> NounGroup:
    """Return the ship whose master tells of "being hit": not he but she was."""
    phrases, verb = mention.sentence.phrases, mention.verb or mention.sentence.phrases.at[mention.anchor]
    if lemma(phrases, group) not in _MASTERS or not isinstance(verb, VerbGroup) or verb.lemma in words().killing:
        return group
    ship = phrases.noun_behind(group.last, "of")
    being = phrases.sentence.tokens[verb.first].lower == "being"
    return ship if being and ship is not None and lemma(phrases, ship) in words().afloat | words().carriers else group


#: who commands a ship
_MASTERS = titles()["masters"] | {"master", "crew"}
