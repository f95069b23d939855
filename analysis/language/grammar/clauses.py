"""Clauses: the subject and the object of a verb group, read from the order of English.

The subject stands before its verb, past prepositional groups, parentheses and relative clauses; the object right after
it. Where order does not tell, the answer is None.
"""

from __future__ import annotations

from analysis.language.grammar.antecedents import find_antecedent, find_object_before, find_relative_past
from analysis.language.grammar.appositions import (
    find_larger_unit,
    find_town_before,
    is_name_between,
    is_quoted_behind,
    past_apposition,
    shares_preposition,
)
from analysis.language.grammar.asides import (
    find_among,
    find_aside,
    find_bracket,
    find_dash,
    find_estimate,
    find_exception,
    find_insertion,
    find_names_behind,
    find_participle,
    find_predicate,
    find_split,
    follows_clause,
    is_age,
    is_content,
    is_guise,
    is_place_between,
    leads_on,
    stresses,
)
from analysis.language.grammar.clause_objects import object_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag

__all__ = ["object_of", "subject_of"]

_BETWEEN = frozenset({Tag.ADVERB, Tag.NEGATION})


def subject_of(phrases: Phrases, verb: VerbGroup) -> NounGroup | None:
    """Find the noun group that a verb group has as its subject, or None where order does not tell.

    For a relative clause that is the noun before the relative pronoun, for a second verb after "and" the subject of the
    first; for a passive it is the patient.
    """
    before = verb.first - 1
    while before >= 0 and phrases.tags[before] in _BETWEEN:
        before -= 1
    if before < 0:
        return None
    saying = phrases.at[before]
    if (
        isinstance(saying, NounGroup)
        and saying.temporal
        and verb.finite
        and phrases.tags[saying.first - 1] is Tag.RELATIVE
    ):
        before = saying.first - 1  # "which last week sent troops"
    if phrases.tags[before] is Tag.RELATIVE:
        return find_antecedent(phrases, before)
    if isinstance(saying, NounGroup) and phrases.sentence.tokens[before].lower == "whoever":
        return saying
    if verb.infinitive and isinstance(saying, VerbGroup) and saying.finite and saying.last == before:
        return subject_of(phrases, saying)  # "which plans to send"
    if isinstance(saying, VerbGroup) and verb.finite and (relative := find_relative_past(phrases, saying)) is not None:
        return find_antecedent(phrases, relative)
    gerund = verb.gerund or phrases.sentence.tokens[verb.first].lower == "being"
    if phrases.tags[before] is Tag.PREPOSITION and gerund and not verb.finite:
        charged = _charged(phrases, before)
        if charged is not None:
            return charged
        main = _main_before(phrases, verb)
        if main is None or phrases.sentence.tokens[before].lower in {"of", "from", "for"}:
            return _noun_before(phrases, before, verb.finite)  # "accused the militia of shelling"
        return subject_of(phrases, main)  # "by shelling", "via attacking": the subject of the clause
    first = _listed_before(phrases, verb)
    if first is not None:
        return subject_of(phrases, first)
    own = phrases.at[before] if verb.gerund and not verb.finite and before == verb.first - 1 else None
    if isinstance(own, NounGroup) and own.preposition and phrases.sentence.tokens[own.preposition].lower == "with":
        return own  # "with the army shelling the town"
    before = _past_opening(phrases, verb, before)
    near = phrases.at[before - 1] if before else None
    if phrases.tags[before] is Tag.CONJUNCTION and verb.passive and isinstance(near, VerbGroup) and near.passive:
        return subject_of(phrases, near)  # "before he was shot and killed"
    if phrases.tags[before] is Tag.CONJUNCTION and verb.passive and not verb.finite:
        main = next((v for v in reversed(phrases.verbs) if v.last < before), None)
        if main is not None and main.passive and main.finite and Tag.MARK not in phrases.tags[main.last : before]:
            return subject_of(phrases, main)  # "were taken off a bus and shot dead"
    if phrases.tags[before] is Tag.CONJUNCTION and verb.finite:
        first = _coordinated(phrases, verb)
        if first is not None:
            return subject_of(phrases, first)
    return _noun_before(phrases, before, verb.finite)


def _past_opening(phrases: Phrases, verb: VerbGroup, before: int) -> int:
    """Return the "and" before what opens the clause of a verb, "and *in response* bombed", else token `before`."""
    group = phrases.at[before]
    if not isinstance(group, NounGroup) or not verb.finite or (group.preposition is None and not group.temporal):
        return before
    opening = (group.first if group.preposition is None else group.preposition) - 1
    joined = opening > 0 and phrases.tags[opening] is Tag.CONJUNCTION
    return opening if joined and phrases.sentence.tokens[opening].lower in {"and", "but"} else before


def _charged(phrases: Phrases, of: int) -> NounGroup | None:
    """Return who "is accused of shelling", or whom "X, whom the army accuses of shelling" names; None for others."""
    verb = phrases.at[of - 1] if of else None
    if phrases.sentence.tokens[of].lower != "of" or not isinstance(verb, VerbGroup):
        return None
    subject = subject_of(phrases, verb)
    relative = subject.first - 1 if subject is not None and not verb.passive else -1
    if relative > 0 and phrases.tags[relative] is Tag.RELATIVE:
        return find_antecedent(phrases, relative)
    return subject if verb.passive else None


def _listed_before(phrases: Phrases, verb: VerbGroup) -> VerbGroup | None:
    """Find the first verb of a list of three ("blocked the road, burned buses and killed a man") for the second."""
    tokens = phrases.sentence.tokens
    if verb.first < 2 or tokens[verb.first - 1].lower != "," or not verb.finite or verb.first != verb.head:
        return None
    reach = range(max(0, verb.first - _FAR), verb.first), range(verb.last + 1, min(verb.last + _FAR, len(tokens)))
    first = next((g for g in (phrases.at[j] for j in reversed(reach[0])) if isinstance(g, VerbGroup)), None)
    third = next((g for g in (phrases.at[j] for j in reach[1]) if isinstance(g, VerbGroup)), None)
    if first is None or third is None or verb.passive:
        return None
    commas = any(tokens[j].lower in {",", ";"} for j in range(first.last, verb.first - 1))
    marks = any(phrases.tags[j] in {Tag.RELATIVE, Tag.SUBORDINATOR} for j in range(first.last, third.first))
    if commas or marks or not first.finite or not third.finite or _relative_before(phrases, first) is not None:
        return None
    return first if tokens[third.first - 1].lower == "and" else None


#: tokens from one verb of a list to the next
_FAR = 24


def _main_before(phrases: Phrases, verb: VerbGroup) -> VerbGroup | None:
    return next((v for v in reversed(phrases.verbs) if v.first < verb.first and v.finite), None)


def _coordinated(phrases: Phrases, verb: VerbGroup) -> VerbGroup | None:
    """Find the finite verb that "and" joins this one to: the last one before it outside a relative clause."""
    for other in reversed(phrases.verbs):
        if other.first >= verb.first or not other.finite:
            continue
        that = _relative_before(phrases, other)
        beside = other.last + 2 == verb.first  # "the revolt that toppled and killed him"
        if that is None or beside or is_content(phrases, that, other) or _goes_on_in(phrases, that, verb):
            return other
    return None


def _goes_on_in(phrases: Phrases, relative: int, verb: VerbGroup) -> bool:
    """Tell whether "and" goes on in a relative clause behind a main one: "by Togo, which has a base and keeps"."""
    tokens = phrases.sentence.tokens
    if relative < 1 or tokens[relative - 1].text != "," or tokens[relative].lower != "which":
        return False
    closed = any(tokens[i].text == "," for i in range(relative, verb.first))
    return not closed and any(other.finite and other.last < relative for other in phrases.verbs)


def _noun_before(phrases: Phrases, i: int, finite: bool) -> NounGroup | None:
    """Walk left from token i past prepositional groups, parentheses and relative clauses to the subject."""
    commas, start = 0, i
    while i >= 0:
        group = phrases.at[i]
        if isinstance(group, NounGroup):
            past = _past_group(phrases, group, start, commas=commas, finite=finite)
            if past is not None:
                i, commas = past
                continue
            if not group.temporal and (
                group.preposition is None or (finite and _group_opens_clause(phrases, group, start))
            ):
                return past_apposition(phrases, group, start)
            i = (group.first if group.preposition is None else group.preposition) - 1
            continue
        if isinstance(group, VerbGroup):
            relative = _relative_before(phrases, group) if group.finite and finite else None
            inserted = find_insertion(phrases, group) if commas and finite else None
            if inserted is not None:
                i = inserted - 1  # "300 more, the admiral said, will be flown out"
                continue
            if relative is not None:
                i = relative - 1  # "the port, on which jets fell, burned"
            elif group.finite and finite and not commas:
                return find_object_before(phrases, group)  # "the drones the group launched at the port were shot down"
            else:
                i = group.first - 1
            continue
        if phrases.tags[i] is Tag.SUBORDINATOR or phrases.sentence.tokens[i].lower in {";", ":"}:
            return None
        if phrases.sentence.tokens[i].text == ")" and (opening := find_bracket(phrases, i)):
            i = opening - 1  # "fighters of the Thulean Army (TA) shelled …"
            continue
        if i == start and finite and (opening := find_dash(phrases, i)):
            i = opening - 1  # "a missile – the third of the day – struck the port"
            continue
        commas += phrases.sentence.tokens[i].lower == ","
        if commas > 1 and is_place_between(phrases, i, start):
            commas -= 2  # "a bomb in Thule, in the north of the state, was found"
        i -= 1
    return None


def _past_group(phrases: Phrases, group: NounGroup, start: int, *, commas: int, finite: bool) -> tuple[int, int] | None:
    """Return the token before what a group is only an addition to, with the commas passed; None where it is none."""
    if is_age(phrases, group):
        return group.first - 2, commas  # "the judge, 56, was shot"
    split = find_split(phrases, group)
    if split is not None:
        return split - 1, commas  # "forces in Thule (New Thule) county fired …"
    other = (find_exception(phrases, group) or find_estimate(phrases, group)) if commas else None
    if other is not None:
        return other - 1, 0  # "the rebels, and not the army, were …", "drones, perhaps a dozen, hit …"
    among = find_among(phrases, group) if commas else None
    if among is not None:
        return among - 1, commas  # "900 soldiers, among them 40 medics, are here"
    names = find_names_behind(phrases, group) if finite else None
    if names is not None:
        return names - 1, 0  # "guards from Thule, Berol and Ruritania serve here"
    if stresses(phrases, group):
        return group.first - 1, commas  # "the town itself was hit"
    town = find_town_before(phrases, group) if commas else None
    if town is not None:
        return town - 1, commas  # "a school in Kherson, Ukraine, was hit"
    unit = find_larger_unit(phrases, group) if finite else None
    if unit is not None:
        return unit, commas  # "men from the 2nd Battalion, 9th Regiment, fired"
    clause = find_aside(phrases, group) if commas and finite else None
    if clause is not None:
        return clause - 1, commas  # "the strike, which hit a convoy, was …"
    reduced = find_participle(phrases, group) if finite and not commas else None
    if reduced is not None:
        return reduced - 1, commas  # "gunmen riding motorcycles killed …"
    which = find_predicate(phrases, group) if finite and not commas else None
    if which is not None:
        return which - 1, commas  # "a brigade which is part of the army shelled …"
    if finite and shares_preposition(phrases, group) and (commas or not _has_verb(phrases, group)):
        return group.first - 2, commas  # "raids in Thule and Ruritania killed …"
    if group.first > 2 and is_quoted_behind(phrases, group):
        return group.first - 3, commas  # 'factions of "Dawn" shelled …'
    if commas and is_name_between(phrases, group, start):
        return group.first - 2, 0  # "men of a group, Sons of Thule, were hurt"
    return None


def _has_verb(phrases: Phrases, group: NounGroup) -> bool:
    """Tell a group that a finite verb comes before: "talks began in Thule and Ruritania said …"."""
    return any(v.finite and v.last < group.first for v in phrases.verbs)


_SUBORDINATING = frozenset({"after", "before", "since", "until", "as"})


def _group_opens_clause(phrases: Phrases, group: NounGroup, end: int) -> bool:
    """Tell "after jets struck the port" from "after the raid": the group stands right before its verb."""
    word = phrases.sentence.tokens[group.preposition].lower if group.preposition is not None else ""
    after = phrases.at[group.last + 1] if group.last < end else None
    if isinstance(after, VerbGroup) and after.passive and not after.finite and word in _SUBORDINATING:
        return not any(phrases.tags[j] is Tag.MARK for j in range(group.last, end))  # "a drone launched from Thule hit"
    i = group.last + 1
    while i + 1 <= end and phrases.sentence.tokens[i].lower in _OF and isinstance(phrases.at[i + 1], NounGroup):
        i = phrases.at[i + 1].last + 1  # type: ignore[union-attr]  # "after a salvo of rockets was fired"
    if word not in _SUBORDINATING or (word == "as" and is_guise(phrases, group)):
        return False
    if i + 2 <= end and phrases.sentence.tokens[i].text == "(" and phrases.sentence.tokens[i + 2].text == ")":
        i += 3  # "after the Thulean Army (TA) shelled the port"
    if all(phrases.tags[j] in _BETWEEN for j in range(i, end + 1)):
        return True
    return follows_clause(phrases, group) and leads_on(phrases, i, end)


#: what ties people to whom they belong
_OF = frozenset({"of", "from"})


def _relative_before(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the index of the relative pronoun that opens this verb's clause, or None."""
    i = verb.first - 1
    if isinstance(saying := phrases.at[i], VerbGroup):
        return find_relative_past(phrases, saying)  # "a man who police say is armed"
    while i >= 0 and (phrases.at[i] is None or isinstance(phrases.at[i], NounGroup)):
        if phrases.tags[i] is Tag.RELATIVE:
            return i
        if phrases.tags[i] is Tag.MARK:
            return None
        i -= 1
    return None
