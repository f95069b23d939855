"""What says that a force's people are, go or leave somewhere: the verb that they are the subject or object of, a noun
before them ("the withdrawal of"), or a place right after them. A plan is told from a fact; what is negated is neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Status
from analysis.coding.troops.forces import force_words
from analysis.coding.troops.places import place_in
from analysis.coding.troops.times import is_present
from analysis.language.clauses import object_of, subject_of
from analysis.language.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Quantity
from analysis.language.tags import Tag
from analysis.vocabulary import read_vocabulary


@dataclass(frozen=True, slots=True)
class People:
    """The people of a force: their group, the group that counts them, and how many."""

    group: NounGroup
    first: int
    last: int
    quantity: Quantity
    #: told by a noun that is of a force only beside its name ("men", "police")
    weak: bool = False
    #: called so by the word before: "uniformed men", "service members"
    uniformed: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """What says that they are or move somewhere."""

    status: Status
    verb: VerbGroup | None
    rule: str
    #: the participle that opens the clause and has the place after it
    opening: VerbGroup | None = None


def cue_of(sentence: SentenceReading, people: People) -> Cue | None:
    """Return what says that people are or move somewhere, or None."""
    inverted = _inverted(sentence, people)
    if inverted is not None:
        return inverted
    standing = _standing(sentence, people) or _beside(sentence, people)
    if standing is not None:
        return standing
    cues = _by_verbs(sentence, people)
    first = next(cues, None)
    if first is None or first.verb is None or sentence.phrases.tags[first.verb.first - 1] is not Tag.RELATIVE:
        return first or _by_noun(sentence, people)
    return next(cues, first)  # "the 115 who had been there have left"


def _by_verbs(sentence: SentenceReading, people: People) -> Iterator[Cue]:
    """Find the verbs that people are subject or object of and that say where they are or go."""
    phrases = sentence.phrases
    for verb in phrases.verbs:
        active = verb.last < people.first and _is_people(sentence, object_beyond(sentence, verb), people)
        active = active or (verb.last < people.first and _aboard(sentence, verb, people))
        doer = subject_of(phrases, verb) if verb.first > people.last else None
        subject = doer is not None and (
            doer is people.group or (verb.lemma not in {"be", "have"} and _is_joined(sentence, people, doer))
        )
        status = status_of(sentence, verb, subject) if active or subject else None
        if status is not None:
            yield Cue(status, verb, "subject" if subject else "object")


def _standing(sentence: SentenceReading, people: People) -> Cue | None:
    """Read "stands at 2,500 troops", "cut its force to 30 men", "reinforced the town with 300 soldiers"."""
    tokens, i = sentence.sentence.tokens, people.group.preposition
    word = tokens[i].lower if i is not None else ""
    if i is None or word not in {"at", "to", "with", "by"}:
        return None
    verb = next((v for v in reversed(sentence.phrases.verbs) if v.last < people.first), None)
    if verb is None or verb.negated or any(t.lower in {",", ";"} for t in tokens[verb.last : i]):
        return None
    status: Status | None = None
    if word == "with" and verb.lemma in force_words("reinforcing"):
        status = Status.DEPLOYED
    elif word == "by" and verb.lemma in force_words("growing") | force_words("shrinking"):
        status = Status.DEPLOYED if verb.lemma in force_words("growing") else Status.WITHDRAWN
    elif word in {"at", "to"} and verb.lemma in force_words("levels"):
        status = Status.PRESENT
    if status is None:
        return None
    planned = verb.modal in force_words("planned_modals") or verb.infinitive
    return Cue(Status.PLANNED if planned else status, verb, "standing")


def _is_people(sentence: SentenceReading, found: NounGroup | None, people: People) -> bool:
    """Tell whether an object is the people, or the lower bound before them ("between 500 and 600 soldiers")."""
    if found is None or found is people.group:
        return found is not None
    if _is_listed(sentence, found, people):
        return True
    return found.bare and found.last + 2 == people.first and sentence.sentence.tokens[found.last + 1].lower == "and"


def _is_listed(sentence: SentenceReading, found: NounGroup, people: People) -> bool:
    """Tell whether people stand in a list after an object: "deployed two brigades and 2,000 police officers"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    i = found.last + 1
    while i < people.first:
        group = at[i]
        if isinstance(group, VerbGroup) or (
            group is None and tokens[i].lower not in {"and", ",", "plus", "as", "well", "or"}
        ):
            return False
        i = group.last + 1 if group is not None else i + 1
    return found.last < people.first and tokens[people.first - 1].lower in {"and", ",", "plus", "as", "or"}


def _is_joined(sentence: SentenceReading, people: People, doer: NounGroup) -> bool:
    """Tell whether "and" alone stands between people and the rest of the subject: "900 soldiers and 40 police"."""
    return doer.first == people.last + 2 and sentence.sentence.tokens[people.last + 1].lower in {"and", "plus"}


_JOINTS = frozenset({"and", ",", "plus", "as", "well"})


def _inverted(sentence: SentenceReading, people: People) -> Cue | None:
    """Read "stationed in the north are 300 marines": the participle opens the clause."""
    for be in sentence.phrases.verbs:
        if be.lemma == "be" and be.head == be.last == people.first - 1 and not be.negated:
            opening = [v for v in sentence.phrases.verbs if v.last < be.first and v.lemma in force_words("standing")]
            return Cue(Status.PRESENT, be, "inverted", opening[-1]) if opening else None
    return None


def object_beyond(sentence: SentenceReading, verb: VerbGroup) -> NounGroup | None:
    """Return the object of a verb, a particle, "another" and the like between them left out."""
    group = object_of(sentence.phrases, verb)
    if group is not None:
        return group
    i = verb.last + 1
    at, tokens = sentence.phrases.at, sentence.sentence.tokens
    while (
        i < len(at)
        and at[i] is None
        and tokens[i].lower in {"out", "in", "back", "another", "there", "home", "some", "between"}
    ):
        i += 1
    if tuple(t.lower for t in tokens[i + 1 : i + 3]) in {(rest, "of") for rest in force_words("rest")}:
        i += 3  # "withdrew the last of its 600 soldiers"
    found = at[i] if i < len(at) else None
    return found if isinstance(found, NounGroup) and i > verb.last + 1 else None


def _aboard(sentence: SentenceReading, verb: VerbGroup, people: People) -> bool:
    """Tell whether people go with what is sent: "sent a warship with 200 marines aboard"."""
    sent, i = object_of(sentence.phrases, verb), people.group.preposition
    tokens = sentence.sentence.tokens
    if sent is None or i is None or sent.last != i - 1 or tokens[i].lower != "with":
        return False
    return tokens[sent.head].lower in force_words("carriers")


def status_of(sentence: SentenceReading, verb: VerbGroup, subject: bool) -> Status | None:
    """Return what a verb says of its object, or of its subject where `subject`: they stay or move; None for neither."""
    lemma = verb.lemma
    moving = lemma in force_words("deployed") or (lemma in force_words("withdrawn") and _has_particle(sentence, verb))
    now = verb.gerund or (verb.first == verb.last and sentence.sentence.tokens[verb.head].lower == lemma)
    busy = subject and now and verb.finite and lemma in force_words("busy")  # "are guarding the dam", "patrol it"
    if lemma == "order" and not subject and not verb.negated and _is_led(sentence, verb):
        return Status.PLANNED  # "ordered 1,500 soldiers to Kuwait"
    if busy and not verb.negated and verb.modal is None:
        return Status.PRESENT
    if verb.negated or not (moving or lemma in force_words("present")):
        return None
    if subject and lemma == "leave" and not verb.passive and verb.modal is None and verb.finite:
        return Status.WITHDRAWN  # "the 115 who were there have left"
    if moving and _is_planned(sentence, verb):
        return Status.PLANNED
    if lemma in force_words("deployed") and _goes_out(sentence, verb):
        return Status.WITHDRAWN
    if lemma in force_words("withdrawn") and _has_particle(sentence, verb):
        return Status.WITHDRAWN
    if lemma in force_words("deployed"):
        staying = subject and (verb.passive and (is_present(sentence, verb) or not verb.finite))
        return Status.PRESENT if staying and lemma in {"deploy", "position", "mass", "commit"} else Status.DEPLOYED
    if verb.infinitive and _is_known(sentence, verb):
        return Status.PRESENT
    if verb.modal is not None or verb.infinitive:
        return Status.PLANNED if verb.modal in {"will", "would", "'ll"} else None
    return Status.PRESENT


def _has_particle(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb that needs a particle to mean leaving has it ("pull out")."""
    if verb.lemma in force_words("quitting"):
        group = object_of(sentence.phrases, verb)
        if group is None and verb.lemma == "depart":
            return True
        return group is not None and place_in(sentence, group) is not None
    particles = read_vocabulary("forces")["particles"].get(verb.lemma)
    if particles is None:
        return True
    tokens = sentence.sentence.tokens
    return any(t.lower in particles for t in tokens[verb.last + 1 : verb.last + 9])


def _is_led(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether the object of a verb is to go somewhere: "to the border", "out of the country", "home"."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    people = object_beyond(sentence, verb)
    for i in range(people.last + 1 if people is not None else len(tokens), min(verb.last + 14, len(tokens) - 1)):
        if tokens[i].lower in {"home", "out", "into"} or (tokens[i].lower == "to" and isinstance(at[i + 1], NounGroup)):
            return True
        if isinstance(at[i], VerbGroup) or tokens[i].lower in {",", ";"}:
            return False
    return False


def _goes_out(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether a verb of moving leads home or out of a place: "flew home", "flew … out of Erbil"."""
    tokens = sentence.sentence.tokens
    for i in range(verb.last + 1, min(verb.last + 9, len(tokens))):
        lower = tokens[i].lower
        if lower in {",", ";"}:
            return False
        if lower == "home" or (lower == "out" and i + 1 < len(tokens) and tokens[i + 1].lower == "of"):
            return True
    return False


def _is_planned(sentence: SentenceReading, verb: VerbGroup) -> bool:
    if verb.modal in force_words("planned_modals"):
        return True
    if not verb.infinitive:
        return False
    for other in sentence.phrases.verbs:
        if other.last < verb.first and verb.first - other.last <= 6 and other.lemma in force_words("planned_verbs"):
            return True
    before = sentence.sentence.tokens[verb.first - 1].lower if verb.first else ""
    return before in {
        "plan",
        "plans",
        "decision",
        "intention",
        "proposal",
        "order",
        "orders",
        "is",
        "are",
        "was",
        "were",
    }


def _is_known(sentence: SentenceReading, verb: VerbGroup) -> bool:
    """Tell whether an infinitive is what is known or believed now: "is known to have 400 men"."""
    before = sentence.phrases.at[verb.first - 1] if verb.first else None
    known = isinstance(before, VerbGroup) and before.passive and before.lemma in force_words("known")
    return known and isinstance(before, VerbGroup) and not before.negated and before.modal is None


def _is_decided(sentence: SentenceReading, move: NounGroup) -> bool:
    """Tell whether a move is what somebody decides on: "approved the deployment of 80 soldiers"."""
    return any(
        verb.last < move.first
        and verb.lemma in force_words("planned_verbs")
        and not verb.negated
        and object_of(sentence.phrases, verb) is move
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
    word = tokens[i].lower if i is not None else ""
    if i is not None and i > 0 and word in {"of", "to"}:
        before = at[i - 1]
        lower = tokens[before.head if isinstance(before, NounGroup) else i - 1].lower
        status = read_vocabulary("forces")["nouns"].get(lower)
        if status is not None and isinstance(before, NounGroup) and _is_decided(sentence, before):
            return Cue(Status.PLANNED, None, "noun") if word == "of" and status != Status.PRESENT else None
        if status is not None:
            return Cue(Status(status), None, "noun")
    after = tokens[people.last + 1].lower if people.last + 1 < len(tokens) else ""
    definite = tokens[people.first].lower in {"the", "its", "their"}
    if after in {"in", "at", "inside", "across", "throughout"} and (definite or word == "with"):
        return Cue(Status.PRESENT, None, "place")
    if after in {"in", "at"} and tags[people.first - 1 if people.first else 0] is Tag.MARK and people.first:
        return Cue(Status.PRESENT, None, "place")
    return None
