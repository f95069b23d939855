"""What a source says elsewhere of the people of a figure: whose regime, accused of what, of which group.

Nothing is taken from outside the source, and only what the words point to: "a regime soldier" after "the Syrian
regime", "five people accused of links to the group", "fighters" in an attack on a named group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from analysis.coding.casualties.figures import LISTED, Figure, harm_set
from analysis.coding.casualties.people.accused import of_accused
from analysis.coding.casualties.people.bands import BAND_KINDS, bands_near, bands_of, doing_in
from analysis.coding.casualties.people.descriptions import apposed, described, employed, of_nation
from analysis.coding.casualties.people.losers import of_left_bodies
from analysis.coding.casualties.people.named_before import of_named_before
from analysis.coding.casualties.people.owners import of_owner
from analysis.coding.casualties.people.possessors import SOMEBODYS
from analysis.coding.casualties.people.sufferers import of_sufferer
from analysis.coding.casualties.people.surroundings import of_hit_force, of_household, of_own_army, of_trade
from analysis.coding.casualties.people.those_hit import of_those_hit
from analysis.coding.casualties.people.told_before import of_those_told
from analysis.coding.casualties.people.uniforms import is_of_police
from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import IRREGULAR_ROLES, Attack, Attribution, Outcome, Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.membership import Membership, membership_in
from analysis.coding.victims.nations import nation_at
from analysis.coding.victims.people import word_set
from analysis.language.actors import ActorKind, find_actor, find_actors
from analysis.language.grammar.clauses import subject_of
from analysis.language.text.sentences import find_sentences
from analysis.vocabulary import read_vocabulary

#: sentences back, so that time stays linear
_BACK = 60
_REGIME = frozenset({"regime", "government", "junta"})
_OWNED = frozenset({Role.MILITARY, Role.SECURITY_FORCES, Role.PERSONNEL})


def fill_victims(reading: Reading, sentence: SentenceReading, figure: Figure) -> Victims:
    """Return the people of a figure with what the source says of them elsewhere."""
    victims = figure.victims
    tokens = sentence.sentence.tokens
    words = {t.lower for t in tokens[victims.first : victims.last + 1]}
    if figure.rule == LISTED:
        regime = victims.nationality is None and words & _REGIME and victims.role in _OWNED
        return replace(victims, nationality=regime_of(reading, sentence)) if regime else victims
    of_hit = figure.rule == "participle" and not words.isdisjoint(SOMEBODYS)  # "hit a post, killing its members"
    if victims.group is None and victims.nationality is None and not of_hit and _points_back(sentence, victims, words):
        body = _group_before(reading, sentence, victims)
        if body is not None:
            victims = replace(victims, role=body.role or victims.role, group=body.name if body.named else None)
    near = {t.lower for t in tokens[max(0, victims.first - _SHORT * 2) : victims.first]} if figure.subset else set()
    of_regime = bool((words | near) & _REGIME) or (
        victims.role is Role.MILITARY and _is_of_regime_hit(sentence, victims)
    )
    if victims.nationality is None and victims.role in _OWNED and of_regime:
        victims = replace(victims, nationality=regime_of(reading, sentence))
    if victims.partitive and victims.role is Role.UNSPECIFIED and not figure.subset and "them" in words:
        victims = _those_before(sentence, victims, figure.first)
    victims = victims if figure.subset else of_those_told(sentence, victims)
    if victims.role in IRREGULAR_ROLES and victims.group is None and victims.nationality is None:
        victims = _fighters(reading, sentence, victims)
    if victims.role is Role.UNSPECIFIED and figure.outcome is Outcome.CAPTURED:
        victims = of_accused(reading, sentence, victims)
    if is_of_police(sentence, victims):
        victims = replace(victims, role=Role.SECURITY_FORCES)
    if victims.noun in {"driver", "rider"} and victims.role is Role.CIVILIAN and words & SOMEBODYS:
        victims = replace(victims, role=Role.UNSPECIFIED)  # of the role of nobody but his master
    if victims.noun == "guard" and victims.role is Role.SECURITY_FORCES and words & SOMEBODYS:
        victims = replace(victims, role=Role.UNSPECIFIED)  # "two of the clinic's guards", "its guards"
    victims = of_owner(sentence, of_named_before(reading.sentences, sentence, victims), figure)
    hit = of_those_hit(sentence, victims, figure)
    if hit is not victims and hit.role in IRREGULAR_ROLES and hit.group is None and hit.nationality is None:
        noun = "militant" if hit.role is Role.MILITANT else "fighter"
        hit = replace(_fighters(reading, sentence, replace(hit, noun=noun)), noun=victims.noun)
    victims = of_sufferer(sentence, hit)
    victims = of_hit_force(sentence, of_household(sentence, of_trade(sentence, victims)))
    victims = of_own_army(sentence, victims, figure.rule)
    if victims.role is Role.UNSPECIFIED and "left" in sentence.words:
        victims = of_left_bodies(sentence, victims)
    return employed(sentence, described(sentence, apposed(sentence, of_nation(sentence, victims))))


def _is_of_regime_hit(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell "infiltrated a post of the regime and killed nine soldiers": a regime that does nothing before people."""
    if "regime" not in sentence.words or victims.group:
        return False
    doing = [subject_of(sentence.phrases, v) for v in sentence.phrases.verbs if v.finite and not v.passive]
    tokens = sentence.sentence.tokens
    return any(
        "regime" in {t.lower for t in tokens[g.first : g.last + 1]} and all(g is not subject for subject in doing)
        for g in sentence.phrases.nouns
        if g.last < victims.first
    )


def _fighters(reading: Reading, sentence: SentenceReading, victims: Victims) -> Victims:
    """Give "four rebels" the armed group that the source has named so far, where it is the only one."""
    plain = victims.noun in _FIGHTERS or (victims.partitive and victims.elliptical)
    words = sentence.sentence.tokens[victims.first : victims.last + 1]
    if not plain or victims.others or any("-" in token.lower for token in words) or _are_of_people(sentence, victims):
        return victims
    if _are_of_several(sentence, victims):
        return victims  # not "pro-government fighters"
    bodies = bands_near(sentence, victims)
    if len(bodies) != 1:
        told = reading.sentences[max(0, sentence.number - _BACK) : sentence.number + 1]
        bodies = {body.name: body for earlier in told for body in bands_of(earlier)}
    if not bodies and victims.role is Role.MILITIA and _are_militants(reading, sentence):
        return replace(victims, role=Role.MILITANT)
    roles = {body.role for body in bodies.values()}
    body = next(iter(bodies.values())) if len(roles) == 1 else None
    if body is None or body.role is None:
        return victims
    role = victims.role if victims.noun in _INSURGENTS and not body.named else body.role
    return replace(victims, role=role, group=body.name if body.named and len(bodies) == 1 else None)


def _are_of_people(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell whether a capital names whose fighters they are: "nine *Kurdish* fighters"."""
    line = sentence.sentence
    words = [token.text for token in line.tokens[victims.first : victims.last + 1]]
    return not (line.capitals or line.headline or victims.name) and named_before(victims.noun, words)


def named_before(noun: str, words: Sequence[str]) -> bool:
    """Tell whether a word with a capital stands between the first of the words and the noun for people."""
    end = next((i for i, word in enumerate(words) if word.lower().startswith(noun)), 0)
    return any(word[0].isupper() for word in words[1:end])


def _are_militants(reading: Reading, sentence: SentenceReading) -> bool:
    """Tell whether the source so far speaks of jihadists or the like, and of no rebels or militias."""
    told = reading.sentences[max(0, sentence.number - _BACK) : sentence.number + 1]
    if any(not earlier.words.isdisjoint(_IRREGULARS) for earlier in told):
        return False
    return any(not earlier.words.isdisjoint(_JIHADISTS) for earlier in told)


_JIHADISTS, _IRREGULARS = (frozenset(read_vocabulary("surroundings")[name]) for name in ("jihadists", "irregulars"))


_INSURGENTS = frozenset({"militant", "insurgent"})
_FIGHTERS = harm_set("fighters")


def _those_before(sentence: SentenceReading, victims: Victims, trigger: int) -> Victims:
    """Give "25 of them" the kind of the people last named before in the sentence, who are not the doers."""
    phrases = sentence.phrases
    doing = [verb for verb in phrases.verbs if verb.first == trigger and not verb.passive and verb.finite]
    near = [verb for verb in phrases.verbs if verb.last < trigger][-1:]
    doing += [verb for verb in near if not verb.passive and verb.lemma != "be"]  # "were asleep"
    subjects = {id(subject_of(phrases, verb)) for verb in doing if verb.last < victims.first}
    for group in reversed([g for g in phrases.nouns if g.last < victims.first]):
        people = read_victims(sentence, group) if id(group) not in subjects else None
        if people is not None and not people.elliptical and people.quantity.low != 1:
            return replace(victims, role=people.role, nationality=people.nationality, group=people.group)
    return victims


def _is_of_the_group(lowers: Sequence[str]) -> bool:
    """Tell "the group 's former treasurer" by its first words."""
    return len(lowers) > 2 and lowers[0] == "the" and lowers[1] in _BODIES and lowers[2] in {"'s", "’s"}


_OF_ANY = frozenset({Role.UNSPECIFIED, Role.CIVILIAN, Role.OFFICIAL})


def _points_back(sentence: SentenceReading, victims: Victims, words: set[str]) -> bool:
    """Tell whether people are of a group told before: "members of the group", "its fighters"."""
    if victims.role in _OF_ANY and words & _BODIES and _is_of_the_group(sentence.sentence.lowers[victims.first :]):
        return True
    if victims.noun in word_set("members") and victims.role is Role.UNSPECIFIED:
        return len(words - _QUALIFYING) < _SHORT or not words.isdisjoint(_BODIES)
    return victims.role in IRREGULAR_ROLES and ({"of", "the"} <= words or "its" in words)


_BODIES = frozenset({"group", "movement", "organisation", "organization", "militia", "faction", "cell", "its", "gang"})
#: sentences back to which "the group" may point
_NEAR = 2
_QUALIFYING = frozenset({"at", "least", "more", "than", "over", "about", "some", "around", "nearly", "up", "to"})
#: words of "61 members", "two other members", which need no "of the group"
_SHORT = 4


def _group_before(reading: Reading, sentence: SentenceReading, victims: Victims) -> Membership | None:
    """Return the group, or the force of mere "members", named last in their sentence; else a group just before."""
    after = [t.lower for t in sentence.sentence.tokens[victims.last + 1 : victims.last + 4]]
    if after[:1] == ["on"] and "sides" in after:
        return None  # "dozens of members on both sides"
    words = {t.lower for t in sentence.sentence.tokens[victims.first : victims.last + 1]}
    here = [m for m in sentence.actors if m.last < victims.first and m.actor.kind in BAND_KINDS]
    if not here and victims.role is Role.UNSPECIFIED and words.isdisjoint(_BODIES - {"its"}):
        doing = doing_in(sentence)  # "hit a car of the Frontier Corps, where two members were killed"
        here = [m for m in sentence.actors if m.actor.kind is ActorKind.FORCE and m.last < victims.first]
        here = [m for m in here if m.first not in doing]
    if here:
        return membership_in(sentence, here[-1].first, here[-1].last)
    if victims.role in IRREGULAR_ROLES and words.isdisjoint(_BODIES - {"its"}):
        return None
    near = [b for s in reading.sentences[max(0, sentence.number - _NEAR) : sentence.number] for b in bands_of(s)]
    told = (
        Counter(b.name for s in reading.sentences[: sentence.number] for b in bands_of(s)) if near else Counter[str]()
    )
    return max(reversed(near), key=lambda body: told[body.name], default=None)


def regime_of(reading: Reading, sentence: SentenceReading) -> str | None:
    """Return the state whose regime or government the source last named, in this sentence or not long before."""
    for earlier in reversed(reading.sentences[max(0, sentence.number - _BACK) : sentence.number + 1]):
        if earlier.words.isdisjoint(_REGIME):
            continue
        tokens = earlier.sentence.tokens
        for i, token in enumerate(tokens):
            if token.lower in _REGIME and i:
                for start in range(max(0, i - 3), i):
                    found = nation_at(tokens, start)
                    if found is not None and found[1] == i - 1:
                        return found[0]
    return _only_country(reading)


def _only_country(reading: Reading) -> str | None:
    """Return the country of two in three of the places that the source names near its opening, or None."""
    named = Counter(m.place.country for s in reading.sentences[:_OPENING] for m in s.places if m.place.country)
    country, often = named.most_common(1)[0] if named else (None, 0)
    return country if often * 3 >= sum(named.values()) * 2 else None


#: sentences whose places tell of which country a source is
_OPENING = 12


def of_attackers(attack: Attack | None, victims: Victims) -> Victims:
    """Give "three of the attackers" the armed group that the source says to have made the attack."""
    if attack is None or attack.attacker is None or victims.noun not in _ATTACKERS or victims.nationality:
        return victims
    if victims.group is not None or attack.attribution is not Attribution.STATED:  # not one who claims it
        return victims
    actor = find_actor(attack.attacker)
    if actor is None or actor.kind not in BAND_KINDS or actor.name.split()[-1].islower():
        return victims
    return replace(victims, group=actor.name)


_ATTACKERS = frozenset({"attacker", "assailant", "raider", "intruder"})


def group_of_target(attack: Attack | None, victims: Victims) -> str | None:
    """Return the armed group that an attack's target names, where the victims are fighters of no named group."""
    if attack is None or attack.target is None or victims.group is not None or victims.role not in IRREGULAR_ROLES:
        return victims.group
    if victims.nationality is not None:
        return None
    return _named_group(attack.target)


@lru_cache(maxsize=1024)
def _named_group(words: str) -> str | None:
    for sentence in find_sentences(words):
        for mention in find_actors(sentence):
            if mention.actor.kind in {ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP}:
                return mention.actor.name
    return None


_GROUPS = frozenset({ActorKind.ARMED_GROUP, ActorKind.INSURGENT_GROUP})
#: tokens of "for the country's armed | groups" behind people, and plurals of armed groups
_COMPLEMENT = 7
_BANDS = frozenset({"groups", "militias", "factions", "gangs", "movements", "organisations", "organizations"})


def _are_of_several(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell "a commander *of several militias*": armed groups in the plural behind people, none of them by name."""
    tokens, end = sentence.sentence.tokens, victims.last + _COMPLEMENT
    for group in sentence.phrases.nouns:
        i = group.preposition
        if i is None or not victims.first < i <= end or tokens[i].lower not in {"of", "for", "in", "from"}:
            continue
        mentions = (m for m in sentence.actors if group.first <= m.first <= group.last and m.actor.kind in _GROUPS)
        if tokens[group.head].lower in _BANDS and all(m.actor.name.split()[-1].islower() for m in mentions):
            return True
    return False
