"""Asides: what stands between a subject and its verb and is neither: relative clauses, participles, ages, "itself"."""

from __future__ import annotations

from functools import cache

from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary


@cache
def _clausal() -> frozenset[str]:
    return frozenset(read_vocabulary("grammar")["clausal"])


def find_insertion(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the comma that opens a clause between commas of a subject and its verb alone (", he said,"), or None."""
    tokens, i = phrases.sentence.tokens, verb.first - 1
    subject = phrases.at[i] if i > 0 else None
    if not isinstance(subject, NounGroup) or subject.preposition is not None or not verb.finite or verb.passive:
        return None
    closed = verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == ","
    return subject.first - 1 if closed and subject.first > 1 and tokens[subject.first - 1].lower == "," else None


def find_participle(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the verb right after a noun: "gunmen *riding* a bus", "jets *believed* to be Thulean"; or None."""
    verb = phrases.at[group.first - 1] if group.first > 1 else None
    if isinstance(verb, NounGroup) and verb.bare and verb.first > 0:
        verb = phrases.at[verb.first - 1]  # "a group calling itself Sons of the South"
    if not isinstance(verb, VerbGroup) or verb.finite or verb.first == 0 or verb.lemma in _clausal():
        return None
    before = phrases.at[verb.first - 1]
    if verb.infinitive:
        return _past_purpose(phrases, verb, before)
    if isinstance(before, VerbGroup) and before.finite and verb.gerund:
        return verb.first if _in_relative(phrases, before) else None  # "men who opened harassing fire"
    return verb.first if verb.gerund and isinstance(before, NounGroup) and not before.temporal else None


def _past_purpose(phrases: Phrases, verb: VerbGroup, held: NounGroup | VerbGroup | None) -> int | None:
    """Return where "guards *sent* to hold a bridge", "guards on their way *to* hold a bridge" stops telling of guards.

    Of "guards who had come to hold a bridge" that is the token after "come", so that the walk meets the clause next.
    """
    if isinstance(held, NounGroup):
        return verb.first if not held.temporal and not held.bare else None
    if not isinstance(held, VerbGroup) or held.first == 0:
        return None
    if held.finite:
        return verb.first if _in_relative(phrases, held) else None
    loose = (held.passive or held.gerund) and isinstance(phrases.at[held.first - 1], NounGroup)
    return held.first if loose else None


def _in_relative(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell whether "who" or "that" stands right before a finite verb."""
    return verb.first > 0 and phrases.tags[verb.first - 1] is Tag.RELATIVE


def find_aside(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the relative pronoun or the participle, after a comma, of the clause that a group ends, or None."""
    told, own = False, phrases.at[group.last + 1] if group.last + 1 < len(phrases.at) else None
    clause = isinstance(own, VerbGroup) and own.finite
    for i in range(group.first - 1, 0, -1):
        verb = phrases.at[i]
        if phrases.tags[i] is Tag.RELATIVE:
            return _opening_of(phrases, i) if told else None
        if phrases.sentence.tokens[i].lower == ",":
            opens = i + 1 + (phrases.tags[i + 1] is Tag.ADVERB)
            aside = phrases.at[opens]  # "an aircraft, thought to be Thulean, hit …", ", also known as X (XX),"
            loose = isinstance(aside, VerbGroup) and not aside.finite and (aside.passive or aside.gerund)
            return i + 1 if loose and not told and isinstance(phrases.at[i - 1], NounGroup) else None
        inner = phrases.tags[i] is Tag.SUBORDINATOR and (told or clause)  # "which had ten men when it was set up"
        if (phrases.tags[i] is Tag.SUBORDINATOR and not inner) or phrases.sentence.tokens[i].lower in {";", ":"}:
            return None
        told = told or (isinstance(verb, VerbGroup) and verb.finite)
    return None


def find_estimate(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the comma before how many they were, "drones, *perhaps a dozen*, fell", which a group ends, or None."""
    tokens, i = phrases.sentence.tokens, group.first - 1
    if not group.bare or group.preposition is not None or i < 1:
        return None
    i -= phrases.tags[i] is Tag.ADVERB
    return i if i > 0 and tokens[i].text == "," else None


def find_exception(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the comma before "the rebels, *and not the army*, were behind it", which a group ends, or None."""
    tokens, i = phrases.sentence.tokens, group.first - 1
    if i < 2 or tokens[i].lower != "not":
        return None
    i -= tokens[i - 1].lower in {"and", "but"}
    return i - 1 if tokens[i - 1].text == "," else None


def find_predicate(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the "which" of a clause that a group ends: "a unit *which* is part of", "men *who* held a bridge"."""
    verb = phrases.at[group.first - 1] if group.first > 1 else None
    if not isinstance(verb, VerbGroup) or not verb.finite or verb.first < 2:
        return None
    if verb.lemma in _clausal() and phrases.sentence.tokens[group.head].lower not in TAKEN:
        return None  # "men who said the town fell"
    which = verb.first - 1
    told = isinstance(phrases.at[which - 1], NounGroup) or phrases.tags[which - 1] is Tag.MARK
    return which if phrases.tags[which] is Tag.RELATIVE and told else None


def find_claiming(phrases: Phrases, last: int) -> int | None:
    """Return the "that" of "the group *that* claimed responsibility", of which token `last` is the end, or None."""
    group = phrases.at[last]
    taken = isinstance(group, NounGroup) and phrases.sentence.tokens[last].lower in TAKEN
    return find_predicate(phrases, group) if taken and isinstance(group, NounGroup) else None


#: what is claimed itself, and does nothing
TAKEN = frozenset({"responsibility", "credit", "victory"})


def _opening_of(phrases: Phrases, relative: int) -> int | None:
    """Return where an aside with a relative clause opens: ", *which* hit", ", *a* foe that had fled"; None for none."""
    what = phrases.at[relative - 1]
    first = what.first if isinstance(what, NounGroup) else relative
    return first if first and phrases.sentence.tokens[first - 1].lower == "," else None


def is_place_between(phrases: Phrases, comma: int, end: int) -> bool:
    """Tell whether prepositional groups alone stand between a comma and the next: ", in the north of the state,"."""
    if phrases.sentence.tokens[comma].text != "," or phrases.tags[comma + 1] is not Tag.PREPOSITION:
        return False
    close = next((j for j in range(comma + 1, end + 1) if phrases.sentence.tokens[j].text == ","), None)
    return close is not None and leads_on(phrases, comma + 1, close - 1)


def find_split(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the preposition of the group that brackets cut in two ("in Thule (New Thule) county"), or None."""
    tokens, i = phrases.sentence.tokens, group.first - 1
    if i < 2 or group.preposition is not None or tokens[i].text != ")":
        return None
    opening = find_bracket(phrases, i)
    before = phrases.at[opening - 1] if opening else None
    return before.preposition if isinstance(before, NounGroup) else None


def find_bracket(phrases: Phrases, i: int) -> int | None:
    """Return where the bracket opens that token i closes, or None."""
    reach = range(i - 1, max(0, i - _BRACKET), -1)
    return next((j for j in reach if phrases.sentence.tokens[j].text == "("), None)


#: tokens in a bracket inside a name
_BRACKET = 6


def find_dash(phrases: Phrases, i: int) -> int | None:
    """Return where the aside between dashes opens, right behind a noun, that the dash at token i closes, or None."""
    tokens = phrases.sentence.tokens
    if tokens[i].text not in _DASHES:
        return None
    for j in range(i - 2, max(i - _LONGEST_ASIDE, 0), -1):
        if tokens[j].text in _DASHES:
            return j if isinstance(phrases.at[j - 1], NounGroup) else None
        if tokens[j].text == ";":
            return None
    return None


_DASHES = frozenset({"-", "--", "–", "—"})
#: tokens of an aside between dashes
_LONGEST_ASIDE = 24


def is_age(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a bare number in figures between two commas."""
    tokens = phrases.sentence.tokens
    if (
        (group.first != group.last and tokens[group.last].lower != "strong")
        or group.first < 2
        or group.last + 1 >= len(tokens)
    ):
        return False
    commas = tokens[group.first - 1].lower == "," == tokens[group.last + 1].lower
    if tokens[group.first - 1].lower == "," and tokens[group.last].lower == "strong":
        return True  # "the force, more than 900 strong, is"
    return commas and tokens[group.first].lower.isdigit() and isinstance(phrases.at[group.first - 2], NounGroup)


def find_names_behind(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the preposition of the names of which a group is the last: "men *from* Thule, Berol and *Gao* are"; None
    where no noun that may be a subject stands right before it.
    """
    tokens, first = phrases.sentence.tokens, group
    while first.preposition is None and phrases.tags[first.head] is Tag.PROPER and first.first > 1:
        before = phrases.at[first.first - 2]
        if tokens[first.first - 1].lower not in {",", "and"} or not isinstance(before, NounGroup):
            return None
        first = before
    i = first.preposition if first is not group and phrases.tags[first.head] is Tag.PROPER else None
    whole = phrases.at[i - 1] if i else None
    return i if isinstance(whole, NounGroup) and whole.preposition is None else None


def find_among(phrases: Phrases, group: NounGroup) -> int | None:
    """Return the comma before "among them" where a noun after it tells of some of those before; else None."""
    them = phrases.at[group.first - 1] if group.first > 1 else None
    if not isinstance(them, NounGroup) or them.preposition is None or group.preposition is not None:
        return None
    tokens, i = phrases.sentence.tokens, them.preposition
    some = tokens[i].lower == "among" and tokens[them.head].lower in {"them", "whom"}
    return i - 1 if some and i > 1 and tokens[i - 1].lower == "," else None


def stresses(phrases: Phrases, group: NounGroup) -> bool:
    """Tell the "itself" right after a noun, which it only stresses."""
    reflexive = phrases.sentence.tokens[group.head].lower in {"itself", "himself", "herself", "themselves"}
    return reflexive and group.first > 0 and isinstance(phrases.at[group.first - 1], NounGroup)


def is_content(phrases: Phrases, that: int, verb: VerbGroup) -> bool:
    """Tell the "that" of "told us *that* rebels of the group stormed the post", before a subject, from a relative."""
    subject = phrases.at[that + 1] if that + 1 < len(phrases.at) else None
    own = isinstance(subject, NounGroup) and leads_on(phrases, subject.last + 1, verb.first - 1)
    if not own or phrases.sentence.tokens[that].lower != "that":
        return False
    saying = next((v for v in reversed(phrases.verbs) if v.last < that and v.finite), None)
    return saying is not None and not saying.passive and saying.lemma in _TELLING and that - saying.last <= _NEAR


_TELLING = frozenset(
    {"say", "tell", "claim", "report", "allege", "state", "insist", "confirm", "announce", "add", "note"}
)
#: tokens from a verb of saying to its "that"
_NEAR = 10


def is_guise(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "a bomber *disguised as a policeman*", "a group *known as* the Front": what somebody passes for."""
    verb = phrases.at[group.preposition - 1] if group.preposition else None
    return isinstance(verb, VerbGroup) and not verb.finite and verb.lemma in _GUISES


#: verbs before the "as" of what somebody looks like or is called
_GUISES = frozenset(read_vocabulary("grammar")["guises"])


def follows_clause(phrases: Phrases, group: NounGroup) -> bool:
    """Tell "he left the town after a bomb …" from "he said the raid after the attack …": what comes before is whole."""
    before = next((v for v in reversed(phrases.verbs) if v.last < group.first and v.finite), None)
    assert group.preposition is not None
    if before is None or any(phrases.tags[i] is Tag.RELATIVE for i in range(before.last, group.preposition)):
        return False
    return before.lemma not in _REPORTING or before.passive


def leads_on(phrases: Phrases, first: int, end: int) -> bool:
    """Tell whether nothing but prepositional groups stands in tokens first to end: "outside a college in Thule".

    A participle between commas may come last: ", armed with two bombs,".
    """
    i = first
    while i <= end:
        if _is_state_between(phrases, i, end):
            return True
        group = phrases.at[i + 1] if i < end and phrases.tags[i] is Tag.PREPOSITION else phrases.at[i]
        if not isinstance(group, NounGroup) or (group.preposition is None and not group.temporal):
            return False
        i = group.last + 1
    return True


def _is_state_between(phrases: Phrases, first: int, end: int) -> bool:
    """Tell what somebody or something was like, between two commas: ", armed with two bombs,", ", wearing vests,"."""
    tokens = phrases.sentence.tokens
    if end - first < _STATE or tokens[first].text != "," or tokens[end].text != ",":
        return False
    inner = range(first + 1, end)
    if phrases.tags[first + 1] not in {Tag.ADJECTIVE, Tag.PARTICIPLE, Tag.GERUND}:
        return False
    finite = any(isinstance(g, VerbGroup) and g.finite for g in (phrases.at[i] for i in inner))
    return not finite and not any(tokens[i].text == "," for i in inner)


#: tokens from one comma to the other, at least: ", wearing vests,"
_STATE = 3

_REPORTING = frozenset({"say", "claim", "believe", "think", "report", "allege", "state", "insist", "suspect", "add"})
