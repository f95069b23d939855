"""Whose troops they are: by their own words, by who sends or keeps them, by "its" and "their", or by the place.

Soldiers of nobody's who go to a town are those of its country where the source names no other force for them. A force
that nothing tells is None.
"""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.appositions import apposed_to, aside_of, named_after
from analysis.coding.troops.carriers import is_carrier
from analysis.coding.troops.counted import People
from analysis.coding.troops.cues import Cue, contributor_of, has_people
from analysis.coding.troops.forces import force_in, force_words
from analysis.coding.troops.grounds import of_ground
from analysis.coding.troops.places import Before
from analysis.coding.troops.pointing import (
    by_antecedent,
    by_name,
    force_pointed,
    group_that_has,
    only_mission_before,
    speaker_behind,
)
from analysis.coding.troops.senders import (
    are_police,
    before_relative,
    by_carrier,
    by_spokesman,
    holder_of,
    is_one_of_many,
    is_origin,
    of_army,
    of_home,
    of_host,
    of_us,
)
from analysis.coding.troops.taken_up import force_of_unit, goes_on, is_more
from analysis.coding.utterances import Utterance
from analysis.language.actors import ActorKind
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.vocabulary import read_vocabulary

__all__ = ["force_of", "forces_of_each"]


def forces_of_each(sentence: SentenceReading, cue: Cue, force: str) -> list[str]:
    """Return whose people else a number counts: Denmark's in "Denmark and Norway each have 120 soldiers"."""
    tokens, i = sentence.sentence.tokens, cue.verb.first - 1 if cue.verb is not None else 0
    if i < 1 or tokens[i].lower != "each":
        return []
    others: list[str] = []
    group = sentence.noun_at(i - 1)
    while group is not None:
        named = force_in(sentence, group.first, group.last, metonyms=True)
        if named is not None and named != force:
            others.insert(0, named)
        joined = group.first > 1 and tokens[group.first - 1].lower in {"and", ","}
        group = sentence.noun_at(group.first - 2) if joined else None
    return others


def force_of(
    reading: Reading, sentence: SentenceReading, people: People, cue: Cue, speaker: Utterance | None = None,
    before: Before | None = None,
) -> str | None:  # fmt: skip
    """Return the force whose people move or stay: an ISO code, "coalition" or a group; None where nothing tells it."""
    if (holder := holder_of(sentence, cue)) is not None:
        return holder
    behind = _complement(sentence, people, cue)
    own = force_in(sentence, people.first, people.last)
    if own is None and behind is not None and len(behind) == _CODE and is_origin(sentence, people):
        sender = _by_owner(sentence, people) or _by_verb(reading, sentence, people, cue)
        behind = behind if sender in {None, "coalition", "United Nations"} else sender
    force = behind if own is not None and behind is not None and len(behind) > _CODE else own or behind
    force = force or named_after(sentence, people) or aside_of(sentence, people) or apposed_to(sentence, people)
    force = force or _by_owner(sentence, people) or _by_verb(reading, sentence, people, cue)
    force = force or by_carrier(sentence, people) or of_us(sentence, cue, speaker)
    if force is None or len(force) == _CODE:
        force = group_that_has(reading, sentence, people, cue) or force
    if force is None:
        force = by_name(reading, sentence, people) or by_antecedent(sentence, people)
        force = force or force_of_unit(reading, sentence, people)
    if force is None and before is not None and (is_more(sentence, people) or goes_on(sentence, cue, before)):
        return before.force  # "a further 90 soldiers left for Jordan"
    if force is not None or (people.weak and not are_police(sentence, people, cue)):
        return force
    planned = cue.status is Status.PLANNED and cue.verb is not None and cue.verb.passive
    if planned and speaker is not None and speaker.official and len(speaker.affiliation or "") == 2:
        return speaker.affiliation  # "the president of Ghana said 300 soldiers would be sent"
    if not _OWN.isdisjoint(t.lower for t in sentence.sentence.tokens[people.first : people.last + 1]):
        body = speaker.affiliation if speaker is not None and speaker.official else None
        return body if body is not None and len(body) == _CODE else None  # "the ministry said 80 of its soldiers"
    if _is_of_nations(sentence, people):
        return mission_named(sentence)
    own = by_spokesman(sentence, people, cue, speaker) or of_ground(reading, sentence, people, cue, speaker)
    return own or _only_force(sentence, people)


def _is_of_nations(sentence: SentenceReading, people: People) -> bool:
    """Tell "900 soldiers from 28 nations", who are no one state's."""
    tokens, i = sentence.sentence.tokens, people.last + 1
    inner = sentence.noun_at(i + 1) if i + 1 < len(tokens) and tokens[i].lower == "from" else None
    return inner is not None and tokens[inner.head].lower in force_words("nations")


def mission_named(sentence: SentenceReading) -> str | None:
    """Return the one mission of states that a sentence names, or None."""
    told = (m for m in sentence.actors if m.actor.kind in {ActorKind.COALITION, ActorKind.UN})
    named = {force_in(sentence, m.first, m.last) for m in told}
    return named.pop() if len(named) == 1 else None


def _only_force(sentence: SentenceReading, people: People) -> str | None:
    """Return the one state's force or coalition that a sentence names before people, where it names no other."""
    named = {m.first: force_in(sentence, m.first, m.last) for m in sentence.actors if m.actor.kind in _REGULAR}
    changing = next((i for i in named if _changes_as(sentence, i)), None)
    if changing is not None and changing > people.last:
        return named[changing]
    forces = set(named.values())
    return forces.pop() if len(forces) == 1 and min(named) < people.first else None


def _changes_as(sentence: SentenceReading, i: int) -> bool:
    """Tell whether "as" opens the clause of a force named at token i: "1,900 will stay *as the coalition* moves on"."""
    group = sentence.phrases.at[i]
    return group is not None and group.first > 0 and sentence.sentence.tokens[group.first - 1].lower == "as"


_REGULAR = frozenset({ActorKind.FORCE, ActorKind.COALITION})


#: letters of a state's code
_CODE = 2


def _complement(sentence: SentenceReading, people: People, cue: Cue) -> str | None:
    """Read "soldiers from Ghana", "peacekeepers with the UN mission", "fighters of the group"."""
    tokens = sentence.sentence.tokens
    i = people.last + 1
    word = tokens[i].lower if i < len(tokens) else ""
    going = cue.verb is not None and cue.verb.lemma in force_words("withdrawn")
    going = going or _is_of_withdrawal(sentence, people)
    leaving = word == "from" and cue.rule in {"object", "noun"} and (cue.status is Status.WITHDRAWN or going)
    leaving = leaving or (word == "with" and has_people(cue))  # "Ghana has 300 soldiers with the mission"
    inner = sentence.noun_at(i + 1) if word in {"of", "from", "under", "with"} and not leaving else None
    several = inner is not None and tokens[inner.head].lower in {"countries", "nations", "members", "states"}
    if inner is not None and several:
        inner = sentence.noun_at(inner.last + 2) or inner  # "troops from other countries in the coalition"
    force = force_in(sentence, inner.first, inner.last) if inner is not None else None
    if inner is not None and word == "from":  # not "troops from Burundi, Djibouti and Kenya"
        force = None if is_one_of_many(sentence, inner) else force or of_home(sentence, inner)
    force = None if several and len(force or "") == _CODE else force  # "from 49 countries in Lebanon"
    if force is None and cue.verb is not None and cue.rule == "subject" and cue.verb.lemma == "serve":
        inner = sentence.noun_at(cue.verb.last + 2)  # "are serving with the UN mission"
        force = force_in(sentence, inner.first, inner.last) if inner is not None else None
        if inner is not None and tokens[inner.head].lower == "it":
            return only_mission_before(sentence)  # "1,900 soldiers serve in it"
        force = None if several and len(force or "") == _CODE else force  # "from 28 nations are serving in Kosovo"
    return force


def _is_of_withdrawal(sentence: SentenceReading, people: People) -> bool:
    """Tell "ordered *the withdrawal of* 900 soldiers from Mali", who are not of Mali."""
    i = people.group.preposition
    move = sentence.noun_at(i - 1) if i else None
    nouns = read_vocabulary("forces")["nouns"]
    return move is not None and nouns.get(sentence.sentence.tokens[move.head].lower) == "withdrawn"


def _by_owner(sentence: SentenceReading, people: People) -> str | None:
    """Read "Rwanda's deployment of 1,000 soldiers", "some of its soldiers", "with 900 troops in Syria, the US is"."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    i = people.group.preposition
    comma = i is not None and i > 1 and tokens[i].lower == "with" and tokens[i - 1].lower == ","
    before = sentence.noun_at(i - 1 - comma) if i is not None and i > 0 else None
    carried = before is not None and tokens[i or 0].lower == "with"
    carried = carried and before is not None and is_carrier(sentence, before)
    if before is not None and (carried or tokens[i or 0].lower == "of"):
        force = force_in(sentence, before.first, before.last)
        if force is not None:
            return force
    start = before.first if before is not None and tokens[i or 0].lower == "of" else people.first
    words = {t.lower for t in tokens[start : people.last + 1]}  # "completed its pullout of 2,000 troops"
    if not words.isdisjoint(_OWN):
        earlier = [verb for verb in phrases.verbs if verb.last < people.first]
        for verb in reversed(earlier):
            subject = subject_of(phrases, verb)
            if subject is not None and (force := force_in(sentence, subject.first, subject.last, metonyms=True)):
                return force
    aside = i is not None and i > 1 and tokens[i].lower == "with" and tokens[i - 1].lower == ","
    whose = sentence.noun_at(i - 2) if aside and i is not None else contributor_of(sentence, people)
    inside = whose is not None and whose.preposition is not None and tokens[whose.preposition].lower in {"of", "in"}
    if whose is not None and not inside and (force := force_in(sentence, whose.first, whose.last, metonyms=True)):
        return force  # "the United States, with some 2,500 troops in Iraq, has said", not "the safety of Iraq, with"
    at_base = whose.preposition if whose is not None else None
    base = sentence.noun_at(at_base - 1) if at_base is not None else None
    if base is not None and sentence.sentence.tokens[base.head].lower in force_words("camps"):
        return force_in(sentence, base.first, base.last)  # "the French base at Thule, with 90 soldiers,"
    be = phrases.at[whose.first - 1] if whose is not None and whose.first else None
    of = subject_of(phrases, be) if isinstance(be, VerbGroup) and be.lemma == "be" else None
    if of is not None and (force := force_in(sentence, of.first, of.last, metonyms=True)) is not None:
        return force  # "India is the second-largest contributor, with more than 2,300 troops"
    if i == 0 and tokens[0].lower == "with":
        later = next((verb for verb in phrases.verbs if verb.first > people.last and verb.finite), None)
        subject = subject_of(phrases, later) if later is not None else None
        return force_in(sentence, subject.first, subject.last, metonyms=True) if subject is not None else None
    return None


_OWN = frozenset({"its", "their", "his", "her"})


def _by_verb(reading: Reading, sentence: SentenceReading, people: People, cue: Cue) -> str | None:
    """Return the force that the subject of the verb, or its agent, names."""
    verb = cue.verb
    if verb is None:
        return _by_decision(sentence, people)
    if verb.passive:
        agent = next((g for g in sentence.phrases.nouns if _is_agent(sentence, g, verb)), None)
        return force_in(sentence, agent.first, agent.last, metonyms=True) if agent is not None else None
    ordered = next((v for v in sentence.phrases.verbs if v.lemma in force_words("ordering") and not v.passive
                    and object_of(sentence.phrases, v) is people.group), None)  # fmt: skip
    if ordered is not None and (who := subject_of(sentence.phrases, ordered)) is not None:
        # "the Pentagon ordered 80 soldiers to go", "the president ordered 90 soldiers to Thule"
        return force_in(sentence, who.first, who.last, metonyms=True) or of_army(sentence, who, people)
    if cue.rule == "object" and verb.lemma in force_words("hosting"):
        return of_host(sentence, verb)
    if cue.rule not in {"object", "standing"} or verb.lemma in force_words("hosting"):
        return None
    subject = before_relative(sentence, verb) or subject_of(sentence.phrases, verb) or _chooser(sentence, verb)
    if subject is None:  # "at the height of the war Ghana had 900 soldiers"
        near = next((m for m in sentence.actors if m.last == verb.first - 1), None)
        return force_in(sentence, near.first, near.last, metonyms=True) if near is not None else None
    if sentence.sentence.tokens[subject.head].lower in {"it", "they"}:
        subject = speaker_behind(sentence, subject) or subject  # "Ghana said it had moved 400 soldiers"
    if verb.lemma in force_words("sending") and (own := of_army(sentence, subject, people)):
        return own
    i = subject.preposition
    where = sentence.noun_at(i - 1) if i is not None and i > 0 else None
    if where is not None and sentence.sentence.tokens[where.head].lower in force_words("missions"):
        subject = where  # "the UN mission in Mali, which has 12,000 soldiers"
    force = force_in(sentence, subject.first, subject.last, metonyms=True)
    if force is None and cue.rule == "standing":
        cut = object_of(sentence.phrases, verb)
        force = force_in(sentence, cut.first, cut.last) if cut is not None else None
    chooser = _chooser(sentence, verb) if force is None else None  # "told Congress of its plans to deploy 300 soldiers"
    if chooser is not None and chooser is not subject:
        force = force_in(sentence, chooser.first, chooser.last, metonyms=True)
    if force is not None:
        return force
    if sentence.sentence.tokens[subject.first].lower == "our":
        return None
    return (
        force_pointed(reading, sentence, subject)
        or of_army(sentence, subject, people)
        or _of_army_before(sentence, subject, people)
    )


def _of_army_before(sentence: SentenceReading, subject: NounGroup, people: People) -> str | None:
    """Read "The army keeps to its camps. It withdrew 90 soldiers from Thule": whose "the army" before is."""
    earlier = sentence.before if sentence.sentence.tokens[subject.head].lower == "it" else None
    verb = next((v for v in earlier.phrases.verbs if v.finite), None) if earlier is not None else None
    who = subject_of(earlier.phrases, verb) if earlier is not None and verb is not None else None
    return of_army(earlier, who, people) if earlier is not None and who is not None else None


def _chooser(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return who is to move people by an infinitive: "Ghana has not decided whether to send 300 soldiers"."""
    main = next((v for v in reversed(sentence.phrases.verbs) if v.last < verb.first and v.finite), None)
    return subject_of(sentence.phrases, main) if main is not None and verb.infinitive else None


def _by_decision(sentence: SentenceReading, people: People) -> str | None:
    """Return who decides on a move: "Kenya announced the deployment of 1,000 police officers"."""
    i = people.group.preposition
    move = sentence.noun_at(i - 1) if i is not None and i > 0 else None
    for verb in sentence.phrases.verbs:
        if move is not None and verb.last < move.first and object_of(sentence.phrases, verb) is move:
            subject = subject_of(sentence.phrases, verb)
            return force_in(sentence, subject.first, subject.last, metonyms=True) if subject is not None else None
    return None


def _is_agent(sentence: SentenceReading, group: NounGroup, verb: VerbGroup) -> bool:
    """Tell whether a group after a passive verb is its doer: "are kept there by France"."""
    before = sentence.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
    return group.first > verb.last and before == "by"
