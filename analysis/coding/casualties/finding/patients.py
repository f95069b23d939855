"""Patients: the people that a verb's subject names, past appositions and insertions, and whether they are a figure."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from analysis.coding.casualties.figures import harm_set, table, verb_outcomes
from analysis.coding.casualties.finding.appositions import before_apposition, joined_to
from analysis.coding.casualties.people.those_hit import all_hit_before
from analysis.coding.casualties.reality import is_past
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, quantity_in, read_victims, to_pronoun
from analysis.coding.victims.ages import before_ages
from analysis.coding.victims.lists import OWNERS, is_age, is_title, read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.coding.victims.people import noun_of_people, word_set
from analysis.language.grammar.clauses import object_of, subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier
from analysis.language.text.forms import parse_singular


def subjects_of(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    """Read the people that are the subject of a verb, the victims of a passive one; empty where it has none."""
    found = _subjects_of(reading, verb)
    if found and found[-1].elliptical and reading.sentence.tokens[verb.first - 1].lower == "more":
        return [*found[:-1], replace(found[-1], others=True)]  # "three more injured"
    return found


def _subjects_of(reading: SentenceReading, verb: VerbGroup) -> list[Victims]:
    found: list[Victims]
    certain = verb.lemma in harm_set("sure")
    some = _of_whom(reading, verb)
    if some is not None:
        return [some]
    i = verb.first - 1
    i -= i > 0 and reading.phrases.at[i] is None and reading.sentence.tokens[i].lower == "more"  # "with nine more hurt"
    near = reading.phrases.at[i] if i >= 0 else None
    taken = _taken_before(reading, verb)
    if taken is not None:
        return _subjects_of(reading, taken)
    group = before_apposition(reading, joined_to(reading, verb))
    if group is not None:
        found = read_list_back(reading, group, certain=certain)
        if len(found) == 1 and (found[0].name or is_title(found[0])):
            told = read_list(reading, group, certain=certain)[:1]  # with what the commas say of the person
            ranked = [v for v in told if v.name and v.role is not found[0].role]  # "its commander, Colonel Ali Hassan,"
            found = told if found[0].name else ranked or found
        if found:
            return found
    if isinstance(near, NounGroup) and verb.passive and not verb.finite:
        outer = with_complement_head(reading, near)
        held = reading.sentence.tokens[outer.head].lower in word_set("containers")  # "a number of rebels killed"
        held = held or _is_whole(reading, near)  # "members of the army hurt"
        kin = reading.sentence.tokens[near.first].lower in OWNERS and quantity_in(reading, outer.first, outer.last)
        # "a family of six killed", "three of his men hurt", "two members of his family hurt"
        counted = outer if near.bare or outer.bare or held or kin else near
        if outer is not near and outer.bare and not near.bare and quantity_in(reading, near.first, near.last):
            counted = near  # "two of *five workers* taken last week were found"
        found = read_list_back(reading, counted, certain=certain)  # "with two wounded"
        if found:
            return found
    group = _named_so(reading, subject_of(reading.phrases, verb))
    if group is not None and is_age(reading, group):
        before = reading.phrases.at[group.first - 2] if group.first > 1 else None
        group = before if isinstance(before, NounGroup) else None
    group = (before_ages(reading, group) or group) if group is not None else None
    if group is not None and reading.sentence.tokens[group.head].lower in {"he", "she"}:
        person = _pointed(reading, group)
        known = person.role is not Role.UNSPECIFIED and verb.lemma in _HURTING and verb.passive
        return [person] if certain or known else []
    if group is not None and reading.sentence.tokens[group.head].lower == "they":
        return _those_they_are(reading, group) if verb.finite else []
    if group is not None and group.first == group.last and reading.sentence.tokens[group.head].lower == "all":
        return all_hit_before(reading, group)
    found = []
    if group is not None:
        outer = with_complement_head(reading, group)
        outer = group if _are_kin_of(reading, verb, outer) else outer
        found = read_list_back(reading, outer, certain=certain)
        found = _without_object(reading, verb, found or read_list_back(reading, group, certain=certain))
    if not found and (named := named_before(reading, verb)) is not None:
        return [named]
    head = with_complement_head(reading, near) if isinstance(near, NounGroup) else None  # "after two of the injured"
    if head is not None and head is not group and _is_own_subject(reading, head):
        return read_list_back(reading, head, certain=certain)
    return found


def _are_kin_of(reading: SentenceReading, verb: VerbGroup, outer: NounGroup) -> bool:
    """Tell "the family and friends of a driver who was killed", of whom it is the driver; not counted kin."""
    tokens = reading.sentence.tokens
    if not verb.first or reading.phrases.tags[verb.first - 1] is not Tag.RELATIVE:
        return False
    near = parse_singular(tokens[outer.head].lower) in word_set("kin") | word_set("near_ones")
    return near and quantity_in(reading, outer.first, outer.last) is None


def named_before(reading: SentenceReading, verb: VerbGroup) -> Victims | None:
    """Read "the band is named after *Ali Hassan*, killed (last year) in a raid": a person by name before a comma."""
    tokens, i = reading.sentence.tokens, verb.first - 1
    if verb.negated or i < 1 or tokens[i].text != "," or reading.sentence.headline:
        return None
    if verb.finite or not verb.passive:
        whom = object_of(reading.phrases, verb) or reading.noun_at(verb.last + 1)
        him = any(token.lower in _PRONOUNS for token in tokens[verb.last + 1 : verb.last + 2])
        if verb.first != verb.last or verb.lemma not in _DEADLY or him or not (whom is None or whom.temporal):
            return None  # "killed two guards"
    group = reading.noun_at(i - 1)
    person = read_victims(reading, group) if group is not None else None
    return person if person is not None and person.name and person.quantity.low == person.quantity.high == 1 else None


_PRONOUNS = frozenset({"him", "her", "them", "himself", "herself", "themselves", "me", "us", "it"})
_DEADLY = harm_set("deadly")


def _is_whole(reading: SentenceReading, group: NounGroup) -> bool:
    """Tell a body or a name from people: "members of *the army* hurt", "the mayor of *Dargol* killed"."""
    tokens = reading.sentence.tokens
    quantity = quantity_in(reading, group.first, group.last)
    if (quantity is not None and quantity.high != 1) or group.preposition is None:
        return False
    if tokens[group.head].lower in word_set("collectives"):
        return True
    named = reading.phrases.tags[group.head] is Tag.PROPER and not reading.sentence.capitals
    return named and noun_of_people(tokens, group.first, group.head) is None


def _taken_before(reading: SentenceReading, verb: VerbGroup) -> VerbGroup | None:
    """Return "were taken" of "were taken prisoner and later executed", whose people the second verb befell."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = verb.first - 1
    while i > 1 and (reading.phrases.tags[i] is Tag.ADVERB or tokens[i].lower in {"and", "then", ","}):
        i -= 1
    state = tokens[i].lower in {"prisoner", "hostage", "captive"} and i < verb.first - 1
    before = at[i - 1] if state and i else None
    return before if isinstance(before, VerbGroup) and before.lemma in {"take", "hold"} and before.passive else None


def _without_object(reading: SentenceReading, verb: VerbGroup, found: list[Victims]) -> list[Victims]:
    """Leave out the object of a verb before: "killed nine and 12 fled", "bases housing troops, and 12 were hurt".

    A verb of harm has it past a bare "and", any other one only past a comma, which two people of one list have not.
    """
    if len(found) < 2 or not found[0].first or not verb.finite:
        return found
    before, tokens = reading.phrases.at[found[0].first - 1], reading.sentence.tokens
    if not isinstance(before, VerbGroup) or before.passive:
        return found
    apart = len(found) == 2 and [token.lower for token in tokens[found[0].last + 1 : found[1].first]] == [",", "and"]
    lost = before.lemma == "lose" and found[0].elliptical  # "the army lost one, 21 people were hurt"
    return found[1:] if apart or lost or before.lemma in verb_outcomes() else found


def _of_whom(reading: SentenceReading, verb: VerbGroup) -> Victims | None:
    """Read "six passengers, two of whom later died": the number is the subject, those before say of what kind."""
    tokens, at, tags = reading.sentence.tokens, reading.phrases.at, reading.phrases.tags
    i = verb.first - 1
    while i > 0 and tags[i] is Tag.ADVERB:
        i -= 1
    group = at[i - 2] if i > 2 and tokens[i].lower == "whom" and tokens[i - 1].lower == "of" else None
    if not isinstance(group, NounGroup):
        return None
    quantity = quantity_in(reading, group.first, group.last)
    before = at[group.first - 2] if group.first > 1 and tokens[group.first - 1].lower in _MARKS else None
    whole = read_victims(reading, before) if isinstance(before, NounGroup) else None
    if quantity is None or whole is None:
        return None
    told = replace(whole, quantity=quantity, first=group.first, last=i, counted=True, definite=False, name=())
    return replace(told, partitive=True, others=False)


_MARKS = frozenset({",", "—", "–", "--", "-", "("})


def _is_counted_by_noun(reading: SentenceReading, victims: Victims) -> bool:
    """Tell whether the number stands elsewhere: "the number of soldiers killed"."""
    tokens, i = reading.sentence.tokens, victims.first
    i -= i > 0 and tokens[i - 1].lower in table("states")  # "the number of wounded soldiers"
    own = i + 2 < len(tokens) and [t.lower for t in tokens[i : i + 3]] == ["the", "number", "of"]
    listed = i > 3 and tokens[i - 1].lower == "and" and not victims.counted  # "the number of guards and drivers killed"
    near = tokens[max(0, i - (6 if listed else 2)) : i]
    of_number = any(a.lower == "number" and b.lower == "of" for a, b in pairwise(near))
    return not victims.counted and (own or of_number)


def _is_own_subject(reading: SentenceReading, near: NounGroup) -> bool:
    """Tell whether the group right before a verb is its subject though a preposition stands before it."""
    i = near.preposition
    before = reading.sentence.tokens[i].lower if i is not None else ""
    if before == "as" and i and isinstance(reading.phrases.at[i - 1], VerbGroup):
        return False  # "a man described as a cook was shot"
    return before in {"after", "before", "since", "as", "until", "than", "because"}


def _pointed(reading: SentenceReading, pronoun: NounGroup) -> Victims:
    """Return "he" or "she" as the doer before in the sentence: "a *gunman* killed four before he was shot dead"; at its
    head as the one person of the sentence before: "shot at *a judge*. He was hurt".
    """
    plain = to_pronoun(reading, pronoun)
    doers = [subject_of(reading.phrases, v) for v in reading.phrases.verbs if v.last < pronoun.first and v.finite]
    for group in reversed([g for g in doers if g is not None and g.last < pronoun.first]):
        person = read_victims(reading, group)
        if person is None or person.elliptical or not person.quantity.low == person.quantity.high == 1:
            continue
        return replace(plain, role=person.role, nationality=person.nationality, group=person.group)
    before = reading.before if pronoun.first <= 1 else None
    told = [read_victims(before, g) for g in before.phrases.nouns] if before is not None else []
    one = [v for v in told if v is not None and not v.elliptical and v.quantity.low == v.quantity.high == 1]
    alone = len(one) == 1 or (len(one) > 1 and all(v.name and v.role is Role.UNSPECIFIED for v in one[1:]))
    return replace(plain, role=one[0].role, nationality=one[0].nationality, group=one[0].group) if alone else plain


#: verbs of harm that "he was" tells of somebody known alone
_HURTING = frozenset({"wound", "injure", "hurt"})


def _those_they_are(reading: SentenceReading, pronoun: NounGroup) -> list[Victims]:
    """Read "nine clerks were going home when *they* were shot": the counted subject of a verb before; else nobody."""
    subjects = [subject_of(reading.phrases, v) for v in reading.phrases.verbs if v.last < pronoun.first and v.finite]
    told = [read_victims(reading, with_complement_head(reading, g)) for g in subjects if g is not None]
    several = [v for v in told if v is not None and v.counted and not v.elliptical and v.quantity.low != 1]
    return several[-1:]


def _named_so(reading: SentenceReading, group: NounGroup | None) -> NounGroup | None:
    """Return the people of "members of a band *known as* the Owls were killed" for its name, else the group itself."""
    i = group.preposition if group is not None else None
    verb = reading.phrases.at[i - 1] if i and reading.sentence.tokens[i].lower == "as" else None
    if not isinstance(verb, VerbGroup) or verb.finite or not verb.passive:
        return group
    return subject_of(reading.phrases, verb) or group


def _is_none(reading: SentenceReading, i: int) -> bool:
    """Tell whether the group at token i is of nobody."""
    group = reading.phrases.at[i] if i >= 0 else None
    words = [t.lower for t in reading.sentence.tokens[group.first : group.first + 3]] if group is not None else []
    return isinstance(group, NounGroup) and words[0] == "no" and words[1:] not in (["fewer", "than"], ["less", "than"])


def _are_people_before(reading: SentenceReading, victims: Victims) -> bool:
    """Tell whether people stand before "the other" in its sentence."""
    before = (read_victims(reading, group) for group in reading.phrases.nouns if group.last < victims.first)
    return any(people is not None and not people.elliptical for people in before)


def is_told(reading: SentenceReading, verb: VerbGroup, victims: Victims) -> bool:
    """Tell whether the people are a figure: counted, single, or a bare plural of something that happened."""
    before = reading.sentence.tokens[victims.first - 1].lower if victims.first else ""
    if victims.quantity.low == 0 or before in {"neither", "nor"} or _is_counted_by_noun(reading, victims):
        return False
    one = victims.definite and victims.others and victims.elliptical and victims.quantity.low == 1
    if one and not _are_people_before(reading, victims):
        return False  # "one tent was pitched and the other was burned"
    if before in {"or", "and"} and _is_none(reading, victims.first - 2) and not (before == "and" and victims.counted):
        return False  # "no soldiers or civilians were hurt", but "no deaths and nine farmers hurt"
    if victims.counted or victims.name:
        return True
    plural = victims.quantity.qualifier is Qualifier.VAGUE
    if victims.definite:
        kin = plural and reading.sentence.tokens[victims.first].lower in {"his", "her"} and before in {"and", "with"}
        crew = plural and verb.gerund and reading.sentence.tokens[victims.first].lower in {"its", "their"}
        return (not plural) or crew or (kin and is_past(reading, verb))  # "killed Ali Hassan and his family"
    result = verb.first > 0 and reading.sentence.tokens[verb.first - 1].lower in {",", "and"}
    told = result and (victims.others or _follows_deed(reading, verb))  # ", killing three and injuring other guests"
    return is_past(reading, verb) and not (plural and verb.gerund and not told)


def _follows_deed(reading: SentenceReading, verb: VerbGroup) -> bool:
    """Tell what a deed of the past did, behind its comma: "a drone hit the base, *wounding soldiers*"."""
    tokens = reading.sentence.tokens
    main = next((v for v in reversed(reading.phrases.verbs) if v.last < verb.first and v.finite), None)
    if main is None or main.negated or main.modal or not is_past(reading, main):
        return False
    if tokens[main.first].lower in {"has", "have"}:
        return False
    first = next((v for v in reading.phrases.verbs if v.first > main.last), verb)
    return tokens[first.first - 1].text == ","
