"""Places that no list knows: "opened fire near Dorrak", "jets bombed Dorrak".

A name after a preposition of place, or the object of a verb that only places have, is a town of the country that the
source is about, unless the attacker is of that country: nobody bombs at home without saying so.
"""

from __future__ import annotations

import re

from analysis.coding.attacks.clauses.opening import opens_sentence
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import comes_under, lemma
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import Place, PlaceKind, RelationKind, find_place
from analysis.language.text.forms import parse_singular
from analysis.vocabulary import read_vocabulary

#: tokens from a mention to a place that no list knows
_FAR = 16


def find_unlisted(mention: Mention) -> Place | None:
    """Return a place that no list knows, of the country that the source is about: "opened fire near Dorrak"."""
    sentence, phrases = mention.sentence, mention.sentence.phrases
    if sentence.sentence.capitals or sentence.sentence.headline or is_met_about(mention):
        return None
    target = mention.target
    if target is not None and _is_done_to_place(mention, target) and _is_unknown(mention.sentence, target):
        return _named_town(mention, target)
    site = find_site_of_target(mention)
    if site is not None:
        return site
    for group in phrases.nouns:
        if not 0 < group.first - mention.anchor <= _FAR or group.preposition != group.first - 1 or group.temporal:
            continue
        if any(mention.last < v.first < group.first and not _is_attacks_own_deed(mention, v) for v in phrases.verbs):
            break
        if _is_set_against(mention, group.preposition):
            break  # "The ambush came a week after an attack at Dorrak"
        if not _is_unknown(mention.sentence, group):
            continue
        word = phrases.sentence.tokens[group.preposition].lower
        if word == "between":
            pair = _pair(mention, group)
            if pair is not None:
                return pair
        if (
            word in _SETTLED
            or _is_close(phrases, group.preposition)
            or (word in {"on", "upon"} and mention.rule == "weapon-moves")
            or _is_raided(mention, group)
            or (word == "of" and _kind_before(phrases, group.preposition))
        ):
            name = sentence.phrases.text(sentence.source.text, group)
            return Place(name, PlaceKind.TOWN, _land_in_name(sentence, name) or _land(sentence))
    return None


def _land_in_name(sentence: SentenceReading, name: str) -> str | None:
    """Return the country of the town that opens a name, "*Lindi* Teachers' College", of those that the source names."""
    town = find_place(name.split()[0]) if " " in name else None
    return town.country if town is not None and town.country in sentence.countries else None


def _is_done_to_place(mention: Mention, target: NounGroup) -> bool:
    """Tell what places suffer and persons do not: "shelled X", "stormed X", "drones attacked X", "X came under fire".

    Who is "attacked" by men is a person where two words name him, or where a comma or an earlier name says who he is.
    """
    sentence, phrases, verb = mention.sentence, mention.sentence.phrases, mention.verb
    if mention.event not in {None, mention.weapon}:
        return mention.event is not None and comes_under(phrases, mention.event) is not None
    if verb is None:
        return False
    if verb.lemma in words().levelling | words().storming or mention.rule == "one-more":
        return True
    if verb.lemma != "attack":
        return False
    after = phrases.sentence.tokens[target.last + 1].text if target.last + 1 < len(phrases.at) else "."
    known = re.search(rf"[A-Z][\w’'-]+ {re.escape(phrases.text(sentence.source.text, target))}\b", sentence.source.text)
    return mention.weapon is not None or (target.first == target.last and after != "," and known is None)


def find_site_of_target(mention: Mention) -> Place | None:
    """Return where no list knows that something hit is: "a camp at X was hit", "a patrol near X came under fire"."""
    target, sentence, phrases = mention.target, mention.sentence, mention.sentence.phrases
    i = target.last + 2 if target is not None and target.last < mention.anchor else len(phrases.at)
    group = phrases.at[i] if i < len(phrases.at) else None
    if not isinstance(group, NounGroup) or group.preposition != i - 1 or group.first != i or group.temporal:
        return None
    told = phrases.sentence.tokens[i - 1].lower in _SETTLED or _is_close(phrases, i - 1)
    if not told or not _is_unknown(mention.sentence, group):
        return None
    return Place(phrases.text(sentence.source.text, group), PlaceKind.TOWN, _land(sentence))


def _pair(mention: Mention, first: NounGroup) -> Place | None:
    """Return the two places of "ambushed a convoy between X and Y", of which the first is unknown, joined, or None."""
    sentence, phrases = mention.sentence, mention.sentence.phrases
    second = phrases.at[first.last + 2] if first.last + 2 < len(phrases.at) else None
    if mention.event is not None and first.preposition == mention.event.last + 1:
        return None  # "clashes between X and Y"
    joined = isinstance(second, NounGroup) and phrases.sentence.tokens[first.last + 1].lower == "and"
    if not joined or not isinstance(second, NounGroup):
        return None
    towns = (p for p in sentence.places if p.place.kind in {PlaceKind.TOWN, PlaceKind.DISTRICT})
    what = phrases.at[first.preposition - 1] if first.preposition else None
    at = what.preposition if isinstance(what, NounGroup) else None
    known = at is None or phrases.sentence.tokens[at].lower != "in"  # "in a match between X and Y"
    known = known and any((p.first, p.last) == (second.first, second.last) for p in towns)
    if not known and not _is_unknown(mention.sentence, second):
        return None
    text = sentence.source.text
    name = f"{phrases.text(text, first)};{phrases.text(text, second)}"
    return Place(name, PlaceKind.TOWN, _land(sentence))


_SETTLED = frozenset({"near", "at", "in", "outside"})


def _is_close(phrases: Phrases, i: int) -> bool:
    """Tell the last word of "close to X", "next to X", "not far from X"."""
    words_before = [t.lower for t in phrases.sentence.tokens[max(0, i - 2) : i + 1]]
    return words_before[-2:] in (["close", "to"], ["next", "to"]) or words_before == ["not", "far", "from"]


def _land(sentence: SentenceReading) -> str | None:
    """Return the country that a sentence says it is in, or a heading right before it; else that of the source."""
    here: SentenceReading | None = sentence
    for _ in range(_LANDS):
        if here is None:
            break
        heading = len(here.sentence.tokens) <= _HEADING
        inside = [p for p in here.places if p.place.kind is PlaceKind.COUNTRY and (heading or here is sentence)]
        inside = [p for p in inside if heading or (p.relation is not None and p.relation.kind is RelationKind.IN)]
        if inside:
            return inside[-1].place.country
        here = here.before
    return sentence.country


#: sentences asked for the country, and tokens of a heading that only names one
_LANDS, _HEADING = 4, 4


def _is_raided(mention: Mention, group: NounGroup) -> bool:
    """Tell "an air strike on Dorrak", "the shelling of Dorrak": what places and hardly persons have done to them."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    if event is None or mention.weapon is not None or group.preposition != event.last + 1:
        return False
    raided = parse_singular(tokens[event.head].lower) in _RAIDS and tokens[group.preposition].lower in {
        "on",
        "of",
        "against",
    }
    after = tokens[group.last + 1].lower if group.last + 1 < len(tokens) else ""
    return raided and after not in {"'s", "’s", "who"} and group.last - group.first < 2


_RAIDS = frozenset({"raid", "airstrike", "strike", "shelling", "bombardment", "assault"})


def find_unlisted_ground(sentence: SentenceReading) -> Place | None:
    """Return the place that no list knows of which a sentence told last: "pulled back from Dorrak", or None.

    Only for what the next sentence calls "there" or "the town": a name alone may be anybody's.
    """
    tokens = sentence.sentence.tokens
    if sentence.sentence.capitals or sentence.sentence.headline:
        return None
    for group in reversed(sentence.phrases.nouns):
        beside = group.preposition is not None and group.preposition == group.first - 1 and not group.temporal
        if not beside:
            continue
        out = [t.lower for t in tokens[max(0, group.first - 2) : group.first]] == ["out", "of"]
        if not out and tokens[group.first - 1].lower not in _SETTLED | {"from", "into"}:
            continue
        owner = tokens[group.last + 1].lower in {"'s", "’s", "who"} if group.last + 1 < len(tokens) else False
        if not owner and _is_unknown(sentence, group):
            return Place(sentence.phrases.text(sentence.source.text, group), PlaceKind.TOWN, _land(sentence))
    return None


def _is_unknown(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell a group that is a name, and nobody's and no place's that is known."""
    tags = sentence.phrases.tags
    named = all(tags[i] is Tag.PROPER for i in range(group.first, group.last + 1))
    if group.first == 0 and lemma(sentence.phrases, group) in words().following | words().armed:
        return False  # "Members of the rescue service were shelled"
    if sentence.sentence.tokens[group.first].lower in _SIDES:
        return False  # "Northern Thule", a part of the country
    named_so = (sentence.actors, sentence.places, sentence.dates, sentence.vessels)
    taken = [(m.first, m.last) for found in named_so for m in found]
    return named and not any(first <= group.last and group.first <= last for first, last in taken)


_SIDES = frozenset(word for word in read_vocabulary("places")["directions"] if word.endswith("ern"))


def _named_town(mention: Mention, group: NounGroup) -> Place:
    """Return what "shelled X" names: the town of that name in the country of the source, or one that no list knows."""
    sentence, doer = mention.sentence, mention.doer
    name = sentence.phrases.text(sentence.source.text, group)
    known, home = find_place(name), sentence.country
    armies = [a for a in sentence.actors if doer is not None and doer.first <= a.first <= doer.last]
    own = {a.actor.country for a in armies if a.actor.kind in {ActorKind.STATE, ActorKind.FORCE}} - {None}
    if own and (home is None or home in own):
        others = set(sentence.countries) - own
        home = others.pop() if len(others) == 1 else None
    return known if known and known.country == home else Place(name, PlaceKind.TOWN, home)


def _is_attacks_own_deed(mention: Mention, verb: VerbGroup) -> bool:
    """Tell what the attack itself does: "sniper fire claimed a life at X", "in another attack, two died at X"."""
    if opens_sentence(mention) and (verb.lemma == "die" or (verb.passive and verb.lemma in words().harming)):
        return True
    return mention.event is not None and verb.finite and subject_of(mention.sentence.phrases, verb) is mention.event


def _is_set_against(mention: Mention, last: int) -> bool:
    """Tell an "after" or "before" that no time of day follows, "shortly after noon", between a mention and a token."""
    tokens = mention.sentence.sentence.tokens
    between = (i for i in range(mention.last + 1, last) if tokens[i].lower in {"after", "before"})
    return any(tokens[i + 1].lower not in words().hours and not tokens[i + 1].text[0].isdigit() for i in between)


def _kind_before(phrases: Phrases, of: int) -> bool:
    """Tell the "of" of "the town of X"."""
    before = phrases.at[of - 1] if of else None
    return isinstance(before, NounGroup) and lemma(phrases, before) in words().divisions.keys() | _COMMUNITIES


#: divisions where a name follows, but people otherwise ("the Hazara community")
_COMMUNITIES = frozenset({"community", "locality"})


def is_met_about(mention: Mention) -> bool:
    """Tell "was briefed on the strikes"."""
    event = mention.event
    verb = mention.sentence.phrases.at[event.preposition - 1] if event is not None and event.preposition else None
    return isinstance(verb, VerbGroup) and verb.lemma in words().meeting
