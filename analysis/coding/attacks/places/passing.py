"""Passing: places that a sentence names beside an attack: where weapons were fired, a war's land, what somebody leaves.

"Fired from three sites in X" and "since the war on X" are no scene; "a convoy leaving X" is near enough to one.
"""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import agent_of
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, weapon_type
from analysis.coding.attacks.words import guilt_words, words
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.places import PlaceKind, PlaceMention, RelationKind
from analysis.vocabulary import read_vocabulary


def _governor(mention: Mention, place: PlaceMention) -> NounGroup | None:
    """Return the noun group right before the preposition of a place ("*three sites* in X"), or None."""
    group = mention.sentence.phrases.at[place.first]
    if not isinstance(group, NounGroup) or not group.preposition:
        return None
    return _before(mention, group.preposition)


def _before(mention: Mention, preposition: int) -> NounGroup | None:
    """Return the noun group that a preposition follows, past "north" or "west", or None."""
    i = preposition - 1
    i -= i > 0 and mention.sentence.sentence.tokens[i].lower in _DIRECTIONS
    before = mention.sentence.phrases.at[i] if i >= 0 else None
    return before if isinstance(before, NounGroup) else None


def is_of_launcher(mention: Mention, place: PlaceMention) -> bool:
    """Tell where those stand who fire at something far off: "forces in the Golan Heights fired two missiles at …"."""
    doer, tokens = mention.doer or _launcher(mention), mention.sentence.sentence.tokens
    if doer is not None and mention.weapon is not None and place.relation is None and mention.type in _FROM_AFAR:
        return doer.first <= place.first < doer.head  # "Thule militants fired a rocket"
    if doer is None or place.relation is None or mention.type not in _FROM_AFAR | {AttackType.AIR_STRIKE}:
        return False
    if _is_of_post(mention, doer, place) or mention.type is AttackType.AIR_STRIKE:
        return _is_of_post(mention, doer, place)
    if mention.sentence.phrases.at[place.first] is mention.target:
        return False  # "fired by the rebels at X"
    if place.first > mention.first and (mention.weapon is None or doer.first < mention.first):
        return False  # but "missiles launched by the rebels in the hills"
    if weapon_type(mention.sentence.phrases, doer) is not None and mention.verb is not None and mention.verb.passive:
        return False  # "was targeted by drones on the X road"
    at = place.relation.start
    if place.relation.words in _AIMED:
        return False  # "rockets fired by the rebels into X"
    return doer.last + 1 < len(tokens) and tokens[doer.last + 1].start == at


_AIMED = frozenset({"into", "at", "onto", "toward", "towards"})


def _launcher(mention: Mention) -> NounGroup | None:
    """Return who fired "a rocket *launched by men* in X" that hit something."""
    phrases, weapon = mention.sentence.phrases, mention.weapon
    fired = phrases.at[weapon.last + 1] if weapon is not None and weapon.last + 1 < len(phrases.at) else None
    passive = isinstance(fired, VerbGroup) and fired.passive and not fired.finite
    return agent_of(phrases, fired.last) if passive and isinstance(fired, VerbGroup) else None


def _is_of_post(mention: Mention, doer: NounGroup, place: PlaceMention) -> bool:
    """Tell where the doers are said to stand: "artillery stationed in the X base, north of Y, shelled …"."""
    phrases = mention.sentence.phrases
    i = doer.last + 1
    i += i < len(phrases.at) and phrases.sentence.tokens[i].text == ","
    post = phrases.at[i] if i < len(phrases.at) else None
    if not isinstance(post, VerbGroup) or post.lemma not in words().posting or post.first != post.last:
        return False
    if post.first > mention.first or mention.verb is None:
        return place.relation is not None and phrases.sentence.tokens[post.last + 1].start == place.relation.start
    return post.last < place.first < mention.verb.first


_FROM_AFAR = frozenset(
    {AttackType.DRONE, AttackType.ROCKET, AttackType.MISSILE, AttackType.ARTILLERY, AttackType.MORTAR}
)


def is_origin(mention: Mention, place: PlaceMention) -> bool:
    """Tell where weapons came from: "were fired from three sites in X", "X, from where the rockets were fired"."""
    opens = mention.weapon.first if mention.weapon is not None else 0
    led = [t.lower for t in mention.sentence.sentence.tokens[max(0, opens - 2) : opens]]
    if led in (["from", "where"], ["from", "which"]) and place.last < opens:
        return True
    if mention.weapon is None or place.first < mention.first:
        return False
    before, tokens = _governor(mention, place), mention.sentence.sentence.tokens
    group = mention.sentence.phrases.at[place.first]
    inside = isinstance(group, NounGroup) and group.preposition and tokens[group.preposition].lower in _INSIDE
    while before is not None and before.preposition and tokens[before.preposition].lower in _INSIDE:
        before = _before(mention, before.preposition)  # "from positions in the countryside of X"
    if not inside or before is None or before.preposition is None or tokens[before.preposition].lower != "from":
        return False
    if before is mention.weapon:
        return False  # "shrapnel from two rockets in X"
    measured = before.preposition > 0 and tokens[before.preposition - 1].lower in _LENGTHS
    return not measured  # "50 metres from a post in X"


_LENGTHS = frozenset(read_vocabulary("places")["lengths"])
_DIRECTIONS = frozenset(read_vocabulary("places")["directions"])
_INSIDE = frozenset({"in", "inside", "of", "near"})


def is_of_war(mention: Mention, place: PlaceMention) -> bool:
    """Tell the land of a war that only dates or explains an attack: "the first since the war on X began"."""
    before = _governor(mention, place)
    if before is None or before is mention.event or place.place.kind is PlaceKind.SITE:
        return False
    over = before.preposition is not None and mention.sentence.sentence.tokens[before.preposition].lower == "over"
    if before is mention.target and not over:
        return False
    verb = mention.sentence.phrases.at[before.first - 1] if before.first else None
    if isinstance(verb, VerbGroup) and verb.lemma in {"violate", "breach", "break"}:
        return False  # "violated the ceasefire in X by firing mortars"
    return lemma(mention.sentence.phrases, before) in words().wars


def is_since(mention: Mention, place: PlaceMention) -> bool:
    """Tell where what happened from which attacks are counted: "has stepped up its raids *since rebels took X*"."""
    phrases = mention.sentence.phrases
    for i in range(place.first - 1, mention.last, -1):
        word = phrases.sentence.tokens[i].lower
        if word in {",", ";", ":", "and"}:
            return False
        if word == "since":
            return any(verb.finite and i < verb.first < place.first for verb in phrases.verbs)
    return False


def is_of_cause(mention: Mention, place: PlaceMention) -> bool:
    """Tell a place in what an attack answers, serves or goes along with: "in response to crimes in X", "in solidarity
    with X", "attacks have grown alongside the fighting in X".
    """
    tokens = mention.sentence.sentence.tokens
    for i in range(place.first - 1, mention.last, -1):
        if tokens[i].text in {",", ";", ":"}:
            return False
        if tokens[i].lower in words().answering | _FAVOUR and tokens[i + 1].lower in _CAUSING:
            return True
        if tokens[i].lower == "alongside":
            return True
    return False


_FAVOUR = frozenset({"solidarity", "support", "defence", "defense", "protest", "anger", "outrage"})
_CAUSING = frozenset({"to", "for", "with", "of", "at", "against", "over", "about"})


def is_blamed(mention: Mention, place: PlaceMention) -> bool:
    """Tell a state that blames or is blamed from where it was: "was blamed *by Aleria on Thule*", "blamed it on X"."""
    phrases = mention.sentence.phrases
    if place.relation is None or place.relation.words not in {"on", "by"}:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < place.first), None)
    if verb is None or verb.lemma not in guilt_words()["blaming"] | guilt_words()["laying"]:
        return False
    if any(t.lower in {"for", "of"} for t in phrases.sentence.tokens[verb.last + 1 : place.first]):
        return False  # "blamed them for the attack on Thule"
    return any(a.first <= place.first <= a.last for a in mention.sentence.actors)


def is_of_patients(mention: Mention, place: PlaceMention) -> bool:
    """Tell where the hurt are looked after: "a doctor at the hospital of X", "were taken to a hospital in X"."""
    ward, phrases = _governor(mention, place), mention.sentence.phrases
    if ward is None or ward is mention.target or lemma(phrases, ward) not in {"hospital", "clinic", "morgue"}:
        return False
    if ward.preposition is None:
        verb = next((v for v in phrases.verbs if v.first > place.last), None)
        return verb is not None and verb.lemma in _TREATING and subject_of(phrases, verb) is ward
    before = phrases.at[ward.preposition - 1] if ward.preposition else None
    if phrases.sentence.tokens[ward.preposition].lower == "to":
        moved = next((v for v in reversed(phrases.verbs) if v.last < ward.first), None)
        return moved is not None and moved.lemma in _MOVING
    return isinstance(before, NounGroup) and lemma(phrases, before) in words().healing


_TREATING = frozenset({"receive", "admit", "treat"})
_MOVING = words().moving_victims


def is_taken(mention: Mention, place: PlaceMention) -> bool:
    """Tell what was entered or taken in the same go: "entered X and opened fire", "took X after heavy shelling"."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    verb = next((v for v in reversed(phrases.verbs) if v.last < place.first), None)
    if verb is None or verb.negated or verb.passive or verb.infinitive or place.first - verb.last > _NEAR:
        return False
    after = tokens[verb.last + 1].lower
    if not {verb.lemma, f"{verb.lemma}-{after}"} & (words().entering | words().conquering):
        return False
    at = mention.event.preposition if mention.event is not None and mention.verb is None else None
    if at is not None:
        return place.last < at and tokens[at].lower in _AFTER
    return _deed_follows_entry(mention, place.last, verb)


#: tokens from the verb to the place that was taken ("captured the strategic town of X")
_NEAR = 7
_AFTER = frozenset({"after", "following", "amid", "in", "during", "with"})


def _deed_follows_entry(mention: Mention, last: int, verb: VerbGroup) -> bool:
    """Tell the next thing that those do who went in: "entered X, opening fire", "took X and shot two men"."""
    phrases, doer = mention.sentence.phrases, mention.doer
    before = phrases.at[mention.first - 1] if mention.verb is None and mention.first else None
    first = before.first if isinstance(before, VerbGroup) else mention.first  # "opened fire"
    if doer is None or first < last or any(last < v.first < first for v in phrases.verbs):
        return False
    them = phrases.sentence.tokens[doer.head].lower in words().pronouns and doer.first > last
    return doer is subject_of(phrases, verb) or (them and phrases.sentence.tokens[doer.first - 1].lower in _AFTER)


def is_crossed_from(mention: Mention, place: PlaceMention) -> bool:
    """Tell from where those crossed a border who were hit: "was shot while trying to cross from the village of X"."""
    if place.relation is None or place.relation.kind is not RelationKind.FROM or place.place.kind is PlaceKind.COUNTRY:
        return False
    verb = next((v for v in reversed(mention.sentence.phrases.verbs) if v.last < place.first), None)
    return verb is not None and verb.lemma == "cross" and mention.first < verb.first


def is_neared(mention: Mention, place: PlaceMention) -> bool:
    """Tell what those were leaving or nearing who hit or were hit: "a convoy approaching X", "as it approached X"."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    first = group.first if isinstance(group, NounGroup) and group.preposition is None else place.first
    verb = phrases.at[first - 1] if first else None
    if not isinstance(verb, VerbGroup) or verb.lemma not in words().nearing or place.place.kind is PlaceKind.COUNTRY:
        return False
    moving = {mention.target, mention.doer, mention.weapon} - {None}
    if verb.gerund and not verb.finite:
        return phrases.at[verb.first - 1] in moving
    subject = subject_of(phrases, verb)
    them = subject is not None and phrases.sentence.tokens[subject.head].lower in {"it", "they"}
    return not verb.passive and not verb.negated and (subject in moving or them)


def is_landed_on(mention: Mention, place: PlaceMention) -> bool:
    """Tell what some of the rounds hit: "of 14 rockets fired, three *hit X*", "some of which struck X"."""
    phrases = mention.sentence.phrases
    group = phrases.at[place.first]
    verb = phrases.at[group.first - 1] if isinstance(group, NounGroup) and group.first else None
    if mention.weapon is None or not isinstance(verb, VerbGroup) or verb.passive or verb.first < mention.weapon.last:
        return False
    if verb.lemma not in words().landing | _HITTING or phrases.tags[verb.first - 1] is Tag.PROPER:
        return False
    back = verb.first - 1
    rounds = phrases.at[back]
    counted = isinstance(rounds, NounGroup) and phrases.tags[rounds.first] is Tag.NUMBER and rounds.first < rounds.head
    if isinstance(rounds, NounGroup) and counted and rounds is not mention.weapon:
        return lemma(phrases, rounds) in words().munitions  # "of 14 rockets, *three 107 mm rounds* hit X"
    back -= 2 * (phrases.sentence.tokens[back].lower in {"which", "them", "these"} and back > 1)
    return phrases.tags[back] is Tag.NUMBER or phrases.sentence.tokens[back].lower in _SOME


_HITTING = frozenset({"hit", "strike", "impact", "reach"})
_SOME = frozenset({"some", "several", "many", "others", "most", "all", "few"})


def is_called(mention: Mention, place: PlaceMention) -> bool:
    """Tell the name of what was hit, or of where it was: "a jungle base called X", "in a village – known as X –"."""
    phrases = mention.sentence.phrases
    i = place.first - 1
    i -= i > 0 and phrases.sentence.tokens[i].lower == "the"
    i -= i > 0 and phrases.sentence.tokens[i].lower == "as"
    if i < 1 or phrases.sentence.tokens[i].lower not in {"called", "named", "known", "dubbed"}:
        return False
    i -= i > 1 and phrases.sentence.tokens[i - 1].text in {",", "(", "-", "–", "—", "--"}
    named = phrases.at[i - 1]
    if not isinstance(named, NounGroup):
        return False
    at = phrases.sentence.tokens[named.preposition].lower if named.preposition is not None else ""
    return named in {mention.target, mention.event} or at in words().settling


def holds_office(mention: Mention, place: PlaceMention) -> bool:
    """Tell the place of an office: "the bishops of Hama", "the governor of Basra"."""
    phrases, relation = mention.sentence.phrases, place.relation
    tokens = phrases.sentence.tokens
    of = next((i for i in range(place.first, -1, -1) if relation is not None and tokens[i].start == relation.start), 0)
    before = phrases.at[of - 1] if of else None
    if not isinstance(before, NounGroup) or before in {mention.target, mention.event}:
        return False
    if mention.target is not None and before.preposition == mention.target.last + 1:
        return False  # "hit some of the residents of X"
    return lemma(phrases, before) in _OFFICES


_OFFICES = frozenset([*read_vocabulary("titles")["official"], "bishop", "archbishop", "patriarch", "imam", "resident"])
