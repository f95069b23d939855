"""What says that a force's people are, go or leave somewhere: the verb that they are the subject or object of, a noun
before them ("the withdrawal of"), or a place right after them. A plan is told from a fact; what is negated is neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.carriers import are_aboard, ride_with
from analysis.coding.troops.counted import People
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.statuses import object_beyond, status_of
from analysis.coding.troops.towns import place_in, unknown_town
from analysis.language.actors.states import is_demonym
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class Cue:
    """What says that they are or move somewhere."""

    status: Status
    verb: VerbGroup | None
    rule: str
    #: the participle that opens the clause and has the place after it
    opening: VerbGroup | None = None


def has_people(cue: Cue) -> bool:
    """Tell "the mission has 900 soldiers"."""
    return cue.rule == "object" and cue.verb is not None and cue.verb.lemma in force_words("keeping")


def cue_of(sentence: SentenceReading, people: People) -> Cue | None:
    """Return what says that people are or move somewhere, or None."""
    if sentence.sentence.tokens[people.last].lower == "strong":
        moved = next((c for c in _by_verbs(sentence, people) if c.status is not Status.PRESENT), None)
        if moved is not None and moved.verb is not None and object_of(sentence.phrases, moved.verb) is None:
            return moved  # "Ethiopian forces, about 3,000 strong, withdrew from"
        verb = next((v for v in sentence.phrases.verbs if v.last < people.last and v.first > people.first), None)
        return Cue(Status.PRESENT, verb, "strong")
    inverted = _inverted(sentence, people)
    if inverted is not None:
        return inverted
    standing = _standing(sentence, people) or _beside(sentence, people)
    if standing is not None:
        return standing
    cues = _by_verbs(sentence, people)
    first = next(cues, None)
    if first is not None and first.verb is not None and first.verb.lemma == "be":
        goal = _goal(sentence, first.verb)
        status = status_of(sentence, goal, True) if goal is not None else None
        first = Cue(status, goal, first.rule) if status is not None else first  # "is to deploy"
    if first is None or first.verb is None or sentence.phrases.tags[first.verb.first - 1] is not Tag.RELATIVE:
        return first or _by_noun(sentence, people)
    if first.rule == "object":
        return first  # "the mission, which had 900 soldiers at its height, left"
    return next(cues, first)  # "the 115 who had been there have left"


def _goal(sentence: SentenceReading, be: VerbGroup) -> VerbGroup | None:
    """Return the infinitive of "is to deploy", "are due to leave"."""
    i, tokens = be.last + 1, sentence.sentence.tokens
    i += i < len(tokens) and tokens[i].lower in {"due", "set", "about", "ready", "likely", "supposed"}
    return next((v for v in sentence.phrases.verbs if v.first == i and v.infinitive), None)


def _by_verbs(sentence: SentenceReading, people: People) -> Iterator[Cue]:
    """Find the verbs that people are subject or object of and that say where they are or go."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    for verb in phrases.verbs:
        active = verb.last < people.first and _is_people(sentence, object_beyond(sentence, verb), people)
        active = active or (verb.last < people.first and are_aboard(sentence, verb, people))
        doer = subject_of(phrases, verb) if verb.first > people.last else None
        if verb.first == people.last + 1 and verb.passive and not verb.finite:
            doer = people.group  # "of the 5,500 soldiers stationed in"
        shares = verb.lemma not in {"be", "have"} or is_demonym(tokens[people.last])  # "90 Danish and 40 Swedish men"
        subject = doer is not None and (
            doer is people.group
            or people.first <= doer.first <= doer.last <= people.last
            or (doer.preposition == people.last + 1 and tokens[people.last + 1].lower == "of")
            or (shares and _is_joined(sentence, people, doer))
        )
        subject = subject or (doer is None and verb.first == people.last + 1 and _are_last(sentence, people))
        subject = subject or (doer is not None and _is_renamed(sentence, people, doer))
        subject = subject or (doer is not None and ride_with(sentence, doer, people))
        subject = subject and not _is_modifier(sentence, verb)
        status = status_of(sentence, verb, subject) if (active or subject) and not _includes(sentence, verb) else None
        leads = active and verb.lemma in {"lead", "head"} and sentence.sentence.tokens[people.group.head].lower
        if leads and leads in force_words("units") and not verb.negated and verb.modal is None:
            status = Status.PRESENT  # "Germany leads a NATO battlegroup of 1,700 soldiers"
        if status is not None:
            yield Cue(status, verb, "subject" if subject else "object")


def _includes(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell "the soldiers *included* 11 marines", which says who they were, from "the mission includes 90 medics"."""
    whole = subject_of(sentence.phrases, verb) if verb.lemma == "include" else None
    return whole is not None and sentence.sentence.tokens[whole.head].lower in force_words("people") - {"forces"}


def _is_modifier(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a participle says of what kind a thing is after a preposition: "were cut by flying glass"."""
    before = sentence.phrases.tags[verb.first - 1]
    return verb.gerund and not verb.finite and before is Tag.PREPOSITION and verb.first == verb.last


def _standing(sentence: SentenceReading, people: People) -> Cue | None:
    """Read "stands at 2,500 troops", "cut its force to 30 men", "reinforced the town with 300 soldiers"."""
    tokens, i = sentence.sentence.tokens, people.group.preposition
    if i is None and people.first > 1 and tokens[people.first - 1].lower == "and":
        beside = sentence.phrases.at[people.first - 2]  # "reinforced the town with 40 tanks and 500 soldiers"
        i = beside.preposition if isinstance(beside, NounGroup) else None
        i = i if i is not None and tokens[i].lower == "with" else None
    word = tokens[i].lower if i is not None else ""
    before = sentence.phrases.at[i - 1] if i else None
    if word == "of" and isinstance(before, VerbGroup) and before.lemma == "consist" and not before.negated:
        return Cue(Status.PRESENT, before, "object")  # "the mission consists of 900 soldiers"
    if i is None or word not in {"at", "to", "with", "by", "from"}:
        return None
    verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < people.first), None)
    if verb is None or verb.negated or any(t.lower in {",", ";"} for t in tokens[verb.last : i]):
        return None
    status: Status | None = None
    if word == "with" and verb.lemma in force_words("reinforcing"):
        status = Status.DEPLOYED
    elif word == "with" and verb.lemma in force_words("running") and not verb.passive:
        held = (g for g in sentence.phrases.nouns if verb.last < g.first < i)  # "has a base in Mali with 300 soldiers"
        status = Status.PRESENT if any(place_in(sentence, g) or unknown_town(sentence, g) for g in held) else None
    elif word == "by" and verb.lemma in force_words("growing") | force_words("shrinking"):
        status = Status.DEPLOYED if verb.lemma in force_words("growing") else Status.WITHDRAWN
    elif word in {"at", "to"} and (
        verb.lemma in force_words("levels") or (verb.lemma == "be" and tokens[i - 1].lower == "down")
    ):
        status = Status.PRESENT
    elif word == "from" and verb.lemma in force_words("shrinking") | force_words("growing"):
        return Cue(Status.PRESENT, verb, "standing") if _is_strength(sentence, verb) else None
    if status is None:
        return None
    planned = verb.modal in force_words("planned_modals") or verb.infinitive
    return Cue(Status.PLANNED if planned else status, verb, "standing")


def _is_strength(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether the object of a verb is a presence, whose strength a number says: "cut its force from 600 men"."""
    cut = object_of(sentence.phrases, verb)
    nouns = force_words("units") | force_words("strength") | {"number", "troops"}
    return cut is not None and sentence.sentence.tokens[cut.head].lower in nouns


def _is_people(sentence: SentenceReading, found: NounGroup | None, people: People) -> bool:
    """Tell whether an object is the people, or the lower bound before them ("between 500 and 600 soldiers")."""
    if found is None or found is people.group:
        return found is not None
    if _are_listed_people(sentence, found, people):
        return True
    return (
        found.bare
        and found.last + 2 == people.first
        and sentence.sentence.tokens[found.last + 1].lower in {"and", "to"}
    )


def _are_listed_people(sentence: SentenceReading, found: NounGroup, people: People) -> bool:
    """Tell whether people stand in a list after an object: "deployed two brigades and 2,000 police officers"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    i = found.last + 1
    while i < people.first:
        group = at[i]
        if isinstance(group, VerbGroup) or (
            group is None and tokens[i].lower not in {"and", ",", "plus", "as", "well", "or", "of"}
        ):
            return False
        i = group.last + 1 if group is not None else i + 1
    return found.last < people.first and tokens[people.first - 1].lower in {"and", ",", "plus", "as", "or"}


def _is_joined(sentence: SentenceReading, people: People, doer: NounGroup) -> bool:
    """Tell whether "and" alone stands between people and the rest of the subject: "900 soldiers and 40 police"."""
    between = [t.lower for t in sentence.sentence.tokens[people.last + 1 : doer.first]]
    return between in (["and"], ["plus"], ["and", "more"])


def _are_last(sentence: SentenceReading, people: People) -> bool:
    """Tell whether people are those of whom the last do something: "*the last of* 4,500 French troops left"."""
    words = [t.lower for t in sentence.sentence.tokens[max(0, people.first - 2) : people.first]]
    return len(words) > 1 and words[1] == "of" and words[0] in force_words("rest")


def _is_renamed(sentence: SentenceReading, people: People, doer: NounGroup) -> bool:
    """Tell whether the name of people stands between commas behind them: "a force of 900 men, SAMIM, was sent"."""
    tokens, i = sentence.sentence.tokens, people.last + 1
    return doer.first == i + 1 and [t.text for t in (tokens[i], *tokens[doer.last + 1 : doer.last + 2])] == [",", ","]


def _inverted(sentence: SentenceReading, people: People) -> Cue | None:
    """Read "stationed in the north are 300 marines": the participle opens the clause."""
    for be in sentence.phrases.verbs:
        if be.lemma == "be" and be.head == be.last == people.first - 1 and not be.negated:
            opening = [v for v in sentence.phrases.verbs if v.last < be.first and v.lemma in force_words("standing")]
            return Cue(Status.PRESENT, be, "inverted", opening[-1]) if opening else None
    return None


def _is_decided(sentence: SentenceReading, move: NounGroup) -> bool:
    """Tell whether a move is what somebody decides on: "approved the deployment of 80 soldiers"."""
    return any(
        verb.last < move.first
        and verb.lemma in force_words("planned_verbs")
        and not verb.negated
        and (object_of(sentence.phrases, verb) is move or move.preposition == verb.last + 1)
        for verb in sentence.phrases.verbs
    )


def _beside(sentence: SentenceReading, people: People) -> Cue | None:
    """Read "they serve beside 2,400 Americans": people who are where others are."""
    tokens, i = sentence.sentence.tokens, people.group.preposition
    if i is None or tokens[i].lower not in force_words("beside"):
        return None
    verb = sentence.phrases.at[i - 1] if i else None
    if not isinstance(verb, VerbGroup) or verb.negated or verb.modal or verb.lemma not in force_words("together"):
        return None
    return Cue(Status.PRESENT, verb, "beside")


def _by_noun(sentence: SentenceReading, people: People) -> Cue | None:
    """Read "the deployment of 200 soldiers", "home to 3,000 troops", "the 900 troops in", "with 900 troops in"."""
    tokens, at, tags = sentence.sentence.tokens, sentence.phrases.at, sentence.phrases.tags
    i = people.group.preposition
    lower_bound = at[people.first - 2] if people.first > 1 and tokens[people.first - 1].lower == "and" else None
    if i is None and isinstance(lower_bound, NounGroup) and lower_bound.bare:
        i = lower_bound.first - 1 - (tokens[lower_bound.first - 1].lower == "between")  # "by between 30 and 40 men"
    word = tokens[i].lower if i is not None else ""
    if i is not None and i > 0 and word in {"of", "to"}:
        before = at[i - 1]
        lower = tokens[before.head if isinstance(before, NounGroup) else i - 1].lower
        status = read_vocabulary("forces")["nouns"].get(lower)
        if status is not None and isinstance(before, NounGroup) and _is_decided(sentence, before):
            return Cue(Status.PLANNED, None, "noun") if word == "of" and status != Status.PRESENT else None
        if status is not None or (word == "of" and lower in force_words("camps")):
            return Cue(Status(status or "present"), None, "noun")  # "overran the base of 160 soldiers at Gao"
    j = people.last + 1
    while j < len(tokens) and tags[j] is Tag.ADVERB:
        j += 1  # "with 900 troops *still* in Mali"
    after = tokens[j].lower if j < len(tokens) else ""
    definite = tokens[people.first].lower in {"the", "its", "their"}
    definite = (
        definite or Tag.POSSESSIVE in tags[max(0, people.first - 1) : people.group.head]
    )  # "Chad's 900 soldiers in Mali"
    if after in {"in", "at", "inside", "across", "throughout"} and (definite or word == "with"):
        return Cue(Status.PRESENT, None, "place")
    backed = at[i - 1] if i is not None and i > 0 and word == "by" else None
    if isinstance(backed, VerbGroup) and backed.passive and not backed.negated and backed.modal is None:
        if backed.lemma in {"back", "support"}:
            return Cue(Status.PRESENT, None, "backing")  # "the government, backed by 20,000 foreign soldiers"
        if backed.lemma in force_words("occupying"):
            return Cue(Status.PRESENT, backed, "occupied")  # "the base, used by 150 US soldiers"
    aside = word == "with" and i is not None and i > 1 and tokens[i - 1].lower == ","
    if after == "," and (aside or contributor_of(sentence, people) is not None):
        return Cue(Status.PRESENT, None, "aside")  # "Italy, with some 650 soldiers, has the largest contingent"
    return None


def contributor_of(sentence: SentenceReading, people: People) -> NounGroup | None:
    """Return the state of "*Italy*, the largest contributor with 900 soldiers,", or None."""
    tokens, i = sentence.sentence.tokens, people.group.preposition
    led = sentence.noun_at(i - 1) if i and tokens[i].lower == "with" else None
    if led is None or tokens[led.head].lower not in _CONTRIBUTORS or tokens[led.first - 1].text != ",":
        return None
    return sentence.noun_at(led.first - 2)


#: what a state is called for its part in a mission
_CONTRIBUTORS = frozenset({"contributor", "provider", "supplier"})
