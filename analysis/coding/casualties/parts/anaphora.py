"""People of the sentence before: "Three of them were children", "All were civilians", "They included two officers".

Such a sentence counts some of the people of a figure just told, or says who all of them were. A bare number takes up
the last figure that is larger; nothing is taken over a sentence without figures, and "they" alone says too little.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from analysis.coding.casualties.figures import Figure
from analysis.coding.casualties.parts.identities import who_one_was
from analysis.coding.casualties.parts.members import belonging, is_copula, listed_after, listed_before
from analysis.coding.casualties.parts.nations import nationals_at, one_of_each
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims, quantity_in, read_victims
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.quantities import Qualifier, Quantity

#: nouns that say where somebody is from, and nothing of what they do
ANYBODY = frozenset({"foreigner", "national", "citizen", "expatriate"})
_THOSE = frozenset({"them", "those", "these", "whom"})
_ALL = frozenset({"all", "both"})
#: the rule of "the dead were two Danes and a Swede"
THE_DEAD = "the dead are"
_DEAD = {"dead": Outcome.KILLED, "deceased": Outcome.KILLED, "victims": Outcome.KILLED, "killed": Outcome.KILLED,
         "wounded": Outcome.INJURED, "injured": Outcome.INJURED, "abducted": Outcome.CAPTURED}  # fmt: skip
_OPENINGS = frozenset({"and", "but", "“", '"', "``", "at", "least", "about", "meanwhile", ","})


def find_some_of(reading: SentenceReading, before: Sequence[Figure]) -> list[Figure]:
    """Find the parts that a sentence tells of the people of the sentence before it."""
    wholes = _plural(before)
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if not wholes:
        return []
    start = _start(reading)
    definite = _some_of_the(reading, start, before)
    if definite is not None:
        return [Figure(definite[0].outcome, v, start, start, "among before", True) for v in definite[1]]
    listed = listed_after(reading, start) or listed_before(reading)
    if listed is not None:
        return [
            Figure(wholes[-1].outcome, _fill_from_whole(wholes[-1], v), start, start, "among before", True)
            for v in listed
        ]
    quantity, i = _number_at(reading, start)
    if quantity is None:
        return []
    them = i + 1 < len(tokens) and tokens[i].lower == "of" and tokens[i + 1].lower in _THOSE
    verb = at[i + 2 if them else i] if i + 2 < len(tokens) else None
    if not isinstance(verb, VerbGroup) or not (is_copula(verb) or verb.lemma == "belong"):
        return []
    whole = _larger(wholes, quantity)
    people = _said(reading, verb.last + 1) if verb.lemma == "be" else belonging(reading, verb)
    if whole is None or people is None or (people.elliptical and people.nationality is None):
        return []
    part = replace(people, quantity=quantity, first=start, last=i - 1, counted=True, definite=False, others=False)
    return [Figure(whole.outcome, _fill_from_whole(whole, part), start, verb.last, "of those before", subset=True)]


def _some_of_the(reading: SentenceReading, i: int, before: Sequence[Figure]) -> tuple[Figure, list[Victims]] | None:
    """Read "The five included two Danes", "the dead were from Ghana and Peru": the figure taken up and its parts."""
    several = [f for f in before if (f.victims.quantity.low or 0) > 1]
    lower, at = reading.sentence.lowers[i], reading.phrases.at
    found = _all_at(reading, i, several) if lower == "the" and several and i + 2 < len(at) else None
    verb = at[found[1]] if found is not None and found[1] + 1 < len(at) else None
    if found is None or not isinstance(verb, VerbGroup) or verb.last + 1 >= len(at):
        return None
    whole, group = found[0], at[verb.last + 1]
    if is_copula(verb):
        people = one_of_each(reading, verb.last + 1, whole)
    elif verb.lemma in _INCLUDING and verb.modal is None and not verb.negated and isinstance(group, NounGroup):
        people = [_fill_from_whole(whole, v) for v in read_list(reading, group) if v.counted and v.quantity.low != 0]
    else:
        return None
    return (whole, people) if people else None


_INCLUDING = frozenset({"include", "comprise"})


def who_they_were(reading: SentenceReading, before: Sequence[Figure]) -> tuple[Figure, Victims] | None:
    """Return the figure whose people a sentence says to be of one kind, with its people so told; else None."""
    wholes = _plural(before)
    tokens, at = reading.sentence.tokens, reading.phrases.at
    i = _start(reading)
    if i + 2 >= len(tokens):
        return None
    if not wholes:
        return who_one_was(reading, before, i)
    found = _all_at(reading, i, wholes)
    verb = at[found[1]] if found is not None and found[1] + 1 < len(tokens) else None
    if found is None or not isinstance(verb, VerbGroup) or not (is_copula(verb) or verb.passive):
        return None
    k = after_being(reading, verb)
    if k is None:
        return None
    if k < len(tokens) and tokens[k].lower in _ALL:
        k += 1
    elif tokens[i].lower == "they":
        return None
    people = _said(reading, k)
    if people is None or people.counted or people.definite or (people.elliptical and people.nationality is None):
        return None
    return found[0], _as_told_of(found[0].victims, people)


def after_being(reading: SentenceReading, verb: VerbGroup) -> int | None:
    """Return the token after "were" or "have been identified as", or None for other verbs."""
    if verb.lemma == "be" and verb.head == verb.last:
        return verb.last + 1
    named = verb.passive and verb.lemma in {"identify", "name", "describe", "confirm"} and not verb.negated
    tokens = reading.sentence.tokens
    return verb.last + 2 if named and verb.last + 2 < len(tokens) and tokens[verb.last + 1].lower == "as" else None


def _as_told_of(whole: Victims, people: Victims) -> Victims:
    return replace(whole, role=people.role if people.role is not Role.UNSPECIFIED else whole.role,
                   nationality=people.nationality or whole.nationality, group=people.group or whole.group,
                   elliptical=False)  # fmt: skip


def _all_at(reading: SentenceReading, i: int, wholes: Sequence[Figure]) -> tuple[Figure, int] | None:
    """Return the figure that "all (of them)", "both", "the two", "the dead", "they" at token i take up, and the token
    after it.
    """
    tokens = reading.sentence.tokens
    lower, after = tokens[i].lower, tokens[i + 1].lower
    low = wholes[-1].victims.quantity.low
    if lower in _ALL and (told := _all_of_the(reading, i, wholes)) is not None:
        return told
    if lower in _ALL:
        number, j = _number_at(reading, i + 1)
        j += 2 if [t.lower for t in tokens[j : j + 2]] in (["of", word] for word in _THOSE) else 0
        fits = (number is None or number.low == low) and (lower == "all" or low == 2)
        return (wholes[-1], j) if fits else None
    if lower == "the" and after in _DEAD:
        same = [f for f in wholes if f.outcome is _DEAD[after]]
        return (same[0], i + 2) if len(same) == 1 else None
    if lower == "the":
        number, j = _number_at(reading, i + 1)
        same = [f for f in wholes if number is not None and f.victims.quantity.low == number.low]
        return (same[-1], j) if same else None
    return (wholes[-1], i + 1) if lower == "they" else None


def _all_of_the(reading: SentenceReading, i: int, wholes: Sequence[Figure]) -> tuple[Figure, int] | None:
    """Return the figure of "all (of) the dead" at token i and the token after it, or None."""
    tokens = reading.sentence.tokens
    j = i + 1 + (tokens[i + 1].lower == "of")
    if j + 2 >= len(tokens) or tokens[j].lower != "the" or tokens[j + 1].lower not in _DEAD:
        return None
    same = [f for f in wholes if f.outcome is _DEAD[tokens[j + 1].lower]]
    return (same[0], j + 2) if len(same) == 1 else None


def take_up(reading: SentenceReading, figures: Sequence[Figure], before: Sequence[Figure]) -> list[Figure]:
    """Give "one of them died", "two later died of their wounds" the kind of those before, of whom they are a part."""
    wholes = _plural(before)
    tokens = reading.sentence.tokens
    told: list[Figure] = []
    for figure in figures:
        victims = figure.victims
        hurt = _hurt_here(reading, figure, told)
        if hurt is not None:
            figure = replace(figure, victims=_fill_from_whole(hurt, victims), subset=True)
        if hurt is not None or not wholes:
            told.append(figure)
            continue
        words = {t.lower for t in tokens[victims.first : victims.last + 1]}
        opens = victims.first <= _start(reading) + 1  # else "them" may be people of this sentence
        them = victims.partitive and opens and not words.isdisjoint(_THOSE)
        after = [t.lower for t in tokens[victims.last + 1 : victims.last + 3]]
        bodies = figure.rule == "bodies" and opens and after in (["of", "them"], ["of", "those"])  # "bodies of two of"
        whole = _larger([f for f in wholes if f.outcome is not figure.outcome], victims.quantity)
        counted = _larger([f for f in wholes if f.outcome is figure.outcome], victims.quantity)
        if figure.rule == THE_DEAD and counted is not None and victims.counted:
            told.append(replace(figure, victims=_fill_from_whole(counted, victims), subset=True))
            continue
        open_ = (
            (victims.elliptical or bodies)
            and (victims.counted or bodies)
            and victims.role is Role.UNSPECIFIED
            and not figure.subset
        )
        later = whole is not None and whole.outcome is Outcome.INJURED and not reading.words.isdisjoint(_LATER)
        dies = figure.rule == "intransitive" and later and not victims.others and not victims.partitive
        taken = whole is not None and whole.outcome is Outcome.CAPTURED and figure.outcome is Outcome.KILLED
        dies = dies or (taken and opens and not victims.others and not reading.words.isdisjoint(_LATER))
        if whole is not None and open_ and (them or dies or bodies):
            figure = replace(figure, victims=_fill_from_whole(whole, victims), subset=True)
        told.append(figure)
    return told


def _hurt_here(reading: SentenceReading, figure: Figure, before: Sequence[Figure]) -> Figure | None:
    """Return the wounded of the same sentence of whom "two of them died" behind a mark or "and" are some, or None."""
    victims, tokens = figure.victims, reading.sentence.tokens
    joined = victims.first > 1 and tokens[victims.first - 1].lower in {";", ",", "and", "but", "—", "–"}
    them = "them" in reading.sentence.lowers[victims.first : victims.last + 3]
    if not (joined and them and victims.partitive) or figure.rule != "intransitive":
        return None
    hurt = [f for f in _plural(before) if f.outcome is Outcome.INJURED and f.victims.last < victims.first]
    return _larger(hurt, victims.quantity)


_LATER = frozenset({"later", "wounds", "injuries", "hospital", "since", "subsequently", "overnight"})


def _plural(before: Sequence[Figure]) -> list[Figure]:
    return [f for f in before if not f.subset and (f.victims.quantity.low or f.victims.quantity.high or 0) > 1]


def _larger(wholes: Sequence[Figure], quantity: Quantity) -> Figure | None:
    """Return the last figure of more people than a number; the last of all where the number is loose."""
    for whole in reversed(wholes):
        low = whole.victims.quantity.low or whole.victims.quantity.high or 0
        if quantity.low is None or low > quantity.low or whole.victims.quantity.qualifier is Qualifier.VAGUE:
            return whole
    return None


def _fill_from_whole(whole: Figure, part: Victims) -> Victims:
    """Give a part what it does not say of itself and its whole does."""
    kind = whole.victims
    if part.role is not Role.UNSPECIFIED and part.role is not kind.role and part.noun not in ANYBODY:
        return part
    return replace(
        part, role=kind.role, nationality=part.nationality or kind.nationality, group=part.group or kind.group
    )


def _start(reading: SentenceReading) -> int:
    tokens = reading.sentence.tokens
    i = 0
    saying = next((verb for verb in reading.phrases.verbs if verb.finite), None)
    if saying is not None and saying.lemma in _SAYING and saying.last < _NEAR and not saying.negated:
        i = saying.last + 1  # "a hospital source said all were conscripts"
        i += i < len(tokens) and tokens[i].lower == "that"
    while i + 1 < len(tokens) and tokens[i].lower in _OPENINGS:
        i += 1
    return min(i, len(tokens) - 1)


_SAYING = frozenset({"say", "add", "report", "tell", "confirm", "state", "note"})
#: tokens within which the opening "a source said" ends
_NEAR = 12


def _number_at(reading: SentenceReading, i: int) -> tuple[Quantity | None, int]:
    """Return the number whose words open at or around token i, and the token after it; (None, i) for none."""
    for mention in reading.quantities:
        if mention.first <= i <= mention.last:
            group = reading.phrases.at[i]
            if isinstance(group, NounGroup) and group.last > mention.last:
                return None, i  # "three soldiers" take up nobody
            return quantity_in(reading, i, i), mention.last + 1
    return None, i


def _said(reading: SentenceReading, i: int) -> Victims | None:
    """Read the people or the nation that a verb of being says at token i: "children", "a Belgian", "American"."""
    tokens, at, tags = reading.sentence.tokens, reading.phrases.at, reading.phrases.tags
    while i < len(tokens) - 1 and (tags[i] is Tag.ADVERB or tokens[i].lower in {"believed", "said", "to", "be"}):
        i += 1
    group = at[i] if i < len(tokens) else None
    if not isinstance(group, NounGroup) or group.temporal:
        return nationals_at(reading, i)
    if tokens[group.first].lower in _ALL and group.first == i - 1:
        group = replace(group, first=i)  # "were all civilians"
    people = read_victims(reading, group)
    if people is not None:
        single = people.quantity.low == 1 and people.quantity.high == 1
        return None if people.definite or (people.counted and not single) else replace(people, counted=False)
    return nationals_at(reading, i)
