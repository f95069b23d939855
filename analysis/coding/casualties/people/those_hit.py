"""Who people are of whom only the number is told: those who were hit.

"Attacked five policemen, killing two"; "the car in which two guards were travelling was hit. Both died". The people
must be named as the patient of a blow, or as those in what was hit; a place ("a police post") tells nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from analysis.coding.casualties.figures import Figure, harm_set, verb_outcomes
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import ARMED_ROLES, IRREGULAR_ROLES, Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.membership import membership_in
from analysis.coding.victims.nations import nation_in
from analysis.coding.victims.people import role_by_words
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier, Quantity
from analysis.language.text.wording import lower_at
from analysis.vocabulary import read_vocabulary

_WORDS = {name: frozenset(words) for name, words in read_vocabulary("surroundings").items()}


def of_those_hit(sentence: SentenceReading, victims: Victims, figure: Figure) -> Victims:
    """Give a mere number the kind of the people who were hit, in its sentence or else in the one before."""
    if victims.role is not Role.UNSPECIFIED or victims.nationality or victims.others:
        return victims
    if victims.noun == "person":
        return _of_riders(sentence, victims)
    if not victims.elliptical:
        return victims
    if lower_at(sentence.sentence.tokens, victims.last + 1) == "more" and figure.rule in _DOING:
        return victims  # "bombed rebels who had killed two soldiers and wounded nine more"
    if victims.quantity.low == 0:
        return victims  # "shelled the army's posts, with no reports of casualties"
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if "all" in {token.lower for token in tokens[max(0, victims.first - 1) : victims.first + 1]}:
        told = [read_victims(sentence, group) for group in phrases.nouns if group.last < victims.first]
        people = next((v for v in reversed(told) if v is not None and not v.elliptical and v.quantity.low != 1), None)
        if people is not None:
            return _of_kind(victims, people)  # "insurgents came but all 14 died"
    if (whole := _fronted_whole(sentence)) is not None and whole.last < victims.first and _is_larger(whole, victims):
        return _of_kind(victims, whole)
    both = tokens[victims.first].lower == "both"
    hit = [people for people in _people_hit(sentence) if _is_larger(people, victims, alike=both)]
    people = next((people for people in hit if people.last < victims.first), None)
    if people is None and figure.rule in _WORDS["suffered"] and not figure.parts:
        after = (people for people in hit if people.first > figure.last and not _is_of_many(sentence, people))
        people = next(after, None)  # "two died when a patrol was hit"
    if people is None and figure.rule != "toll" and not figure.parts and _takes_up(sentence, victims):
        people = _hit_before(sentence, victims)
    return _of_kind(victims, people) if people is not None else victims


#: rules of a verb whose object people are
_DOING = frozenset({"active", "participle"})


def _of_kind(victims: Victims, people: Victims) -> Victims:
    return replace(victims, role=people.role, nationality=people.nationality, group=people.group)


def _of_riders(sentence: SentenceReading, victims: Victims) -> Victims:
    """Give "nine people were killed in the bus" the kind of those in the bus that the sentences before tell of."""
    tokens, earlier = sentence.sentence.tokens, sentence.before
    inside = (g for g in sentence.phrases.nouns if g.first > victims.last and g.preposition is not None)
    what = {tokens[g.head].lower for g in inside if tokens[g.preposition or 0].lower in _ABOARD} & _WORDS["ridden"]
    for _ in range(_BACK if what else 0):
        if earlier is None:
            break
        if not earlier.words.isdisjoint(what):
            told = [people for people in _people_hit(earlier) if people.role is not Role.UNSPECIFIED]
            kinds = {(people.role, people.nationality, people.group) for people in told}
            return _of_kind(victims, told[0]) if len(kinds) == 1 else victims
        earlier = earlier.before
    return victims


_ABOARD = frozenset({"in", "on", "aboard", "inside"})
#: sentences back in which a vehicle and those in it are told
_BACK = 3


def _fronted_whole(sentence: SentenceReading) -> Victims | None:
    """Read the people of "Of the 22 soldiers in the patrol, nine were killed" at the head of a sentence."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    group = at[1] if len(tokens) > 3 and tokens[0].lower == "of" else None
    return _read(sentence, group) if isinstance(group, NounGroup) else None


def _takes_up(sentence: SentenceReading, victims: Victims) -> bool:
    """Tell whether a number may count people of the sentence before: no other people and no blow stand before it."""
    tokens = sentence.sentence.tokens
    counted = victims.counted or tokens[victims.first].lower == "both"
    if (
        not counted
        or (victims.partitive and tokens[victims.last].lower != "them")
        or sentence.before is None
        or sentence.sentence.headline
    ):
        return False
    before = [verb for verb in sentence.phrases.verbs if verb.last < victims.first]
    return all(verb.lemma not in _WORDS["hitting"] for verb in before)


def _hit_before(sentence: SentenceReading, victims: Victims) -> Victims | None:
    """Return the people hit in the sentence before, which tells of nobody dead or hurt, and of one kind; else None."""
    earlier = sentence.before
    if earlier is None or earlier.sentence.headline or tells_of_harm(earlier):
        return None
    told = [people for people in _people_hit(earlier) if people.role is not Role.UNSPECIFIED]
    kinds = {(people.role, people.nationality, people.group) for people in told}
    large = [people for people in told if _is_larger(people, victims, alike=True)]
    return large[0] if len(kinds) == 1 and large else None


def all_hit_before(sentence: SentenceReading, group: NounGroup) -> list[Victims]:
    """Read "All were killed" as the counted people of one kind who were hit in the sentence before; else nobody."""
    earlier = sentence.before
    if earlier is None or earlier.sentence.headline or tells_of_harm(earlier):
        return []
    hit = [people for people in _people_hit(earlier) if people.counted and (people.quantity.low or 0) > 1]
    start, end = sentence.sentence.tokens[group.first].start, sentence.sentence.tokens[group.last].end
    if len(hit) != 1:
        return []
    text = sentence.source.text[start:end]
    quantity = replace(hit[0].quantity, text=text, start=start, end=end)
    return [replace(hit[0], quantity=quantity, first=group.first, last=group.last)]


def tells_of_harm(sentence: SentenceReading) -> bool:
    """Tell whether a sentence says that somebody was killed, hurt or captured."""
    if not sentence.words.isdisjoint(harm_set("summed")):
        return True
    return any(
        verb.lemma in verb_outcomes() or verb.lemma in harm_set("intransitive") for verb in sentence.phrases.verbs
    )


def _people_hit(sentence: SentenceReading) -> Iterator[Victims]:
    """Find the people who are hit, or in what is hit, the last verb first."""
    for verb in reversed(sentence.phrases.verbs):
        after = sentence.sentence.tokens[verb.last + 1 :][:1]
        under = verb.lemma in {"come", "fall"} and "under" in {t.lower for t in after}
        patient = _patient(sentence, verb, under)
        people = _read(sentence, patient) if patient is not None else None
        if people is not None:
            yield people
    for group in sentence.phrases.nouns:
        if _is_blow_on(sentence, group) and (people := _read(sentence, group)):
            yield people


def _read(sentence: SentenceReading, group: NounGroup) -> Victims | None:
    """Read the people of a group; those of "a convoy of traders" are of an open number, "them" who were told before."""
    if sentence.sentence.tokens[group.head].lower == "them":
        told = (read_victims(sentence, g) for g in reversed(sentence.phrases.nouns) if g.last < group.first)
        return next((v for v in told if v is not None and not v.elliptical and v.quantity.low != 1), None)
    people = _filling(sentence, group) or read_victims(sentence, group) or _ridden(sentence, group)
    if people is None or people.elliptical:
        return None
    return people


def _filling(sentence: SentenceReading, group: NounGroup) -> Victims | None:
    """Read those whom something is "full of" or "packed with", or None."""
    i = group.last + 1
    inner = sentence.noun_at(i + 2) if lower_at(sentence.sentence.tokens, i) in _WORDS["filled"] else None
    return read_victims(sentence, inner) if inner is not None and inner.preposition == i + 1 else None


def _ridden(sentence: SentenceReading, group: NounGroup) -> Victims | None:
    """Read those in "a police patrol", "an army truck": a unit, or a vehicle, of a force."""
    tokens = sentence.sentence.tokens
    token, inner = tokens[group.head], sentence.phrases.at[min(group.last + 2, len(tokens) - 1)]
    whose = tokens[min(group.last + 1, len(tokens) - 1)].lower == "of" and isinstance(inner, NounGroup)
    last = inner.last if whose and isinstance(inner, NounGroup) else group.head
    if token.lower not in _WORDS["ridden"]:
        return None
    body = membership_in(sentence, group.first, last)
    role = (body.role if body is not None else None) or role_by_words(
        t.lower for t in (*tokens[group.last + 1 : last + 1], *tokens[group.first : group.head])
    )
    if role not in ARMED_ROLES or role is None:
        return None
    named = body.name if body is not None and body.named and body.role is role else None
    many = Quantity(2, None, Qualifier.VAGUE, token.text, token.start, token.end)
    country = body.country if body is not None else None
    nation = country or nation_in(tokens, group.first, last) if role not in IRREGULAR_ROLES else None
    return Victims(many, nation, role, named, group.first, last)


def _patient(sentence: SentenceReading, verb: VerbGroup, under: bool) -> NounGroup | None:
    """Return whom a verb hits, carries or mans, or None."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if under or verb.lemma in _WORDS["hitting"] or verb.lemma in _WORDS["carrying"]:
        return subject_of(phrases, verb) if verb.passive or under else object_of(phrases, verb)
    if verb.lemma in _WORDS["manning"] and verb.last + 2 < len(tokens) and tokens[verb.last + 1].lower == "by":
        agent = phrases.at[verb.last + 2]
        return agent if isinstance(agent, NounGroup) else None  # "a checkpoint manned by policemen"
    subject = subject_of(phrases, verb) if verb.lemma in _WORDS["riding"] else None
    inside = subject is not None and tokens[subject.first - 1].lower in {"which", "where"} and subject.first > 1
    return subject if inside else None  # "the car in which two guards were travelling"


def _is_blow_on(sentence: SentenceReading, group: NounGroup) -> bool:
    """Tell "an attack on pilgrims", "opened fire on a group of soldiers"."""
    tokens, phrases, i = sentence.sentence.tokens, sentence.phrases, group.preposition
    word = tokens[i].lower if i else ""
    if not i or word not in _WORDS["onto"] | _TO_PEOPLE:
        return False
    if word in _TO_PEOPLE:
        verb = next((v for v in reversed(phrases.verbs) if v.last < i), None)
        what = _WORDS["landing"] if word == "among" else _WORDS["piercing"]
        return verb is not None and verb.lemma in what and not verb.passive
    if tokens[i - 1].lower in _WORDS["blows"]:
        return True
    start = max((v.last for v in phrases.verbs if v.finite and v.last < i), default=-1)
    blows = (tokens[g.head].lower.removeprefix("air") for g in phrases.nouns if start < g.first and g.last < i)
    return word == "against" and not _WORDS["blows"].isdisjoint(blows)  # "a strike on Monday against rebels"


_TO_PEOPLE = frozenset({"among", "through"})


def _is_of_many(sentence: SentenceReading, people: Victims) -> bool:
    """Tell people on whom there were more blows than one: "one of the worst attacks on American troops"."""
    before = sentence.sentence.tokens[max(0, people.first - 2) : people.first]
    return len(before) > 1 and before[1].lower in _WORDS["onto"] and before[0].lower.endswith("s")


def _is_larger(people: Victims, some: Victims, *, alike: bool = False) -> bool:
    """Tell whether people are more than some; `alike`: or as many."""
    low, number = people.quantity.low or 0, some.quantity.low or 0
    return low > number or (alike and low == number) or (people.quantity.qualifier is Qualifier.VAGUE and low > 1)
