"""People listed as some of those before: "They included two officers", "Six children and a nun were among them"."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.victims import Victims
from analysis.coding.victims.lists import read_list
from analysis.coding.victims.lists_back import read_list_back, with_complement_head
from analysis.coding.victims.membership import membership_in
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier, Quantity


def is_copula(verb: VerbGroup) -> bool:
    """Tell whether a verb is a plain form of being that links: "were", not "were not" or "had been hit"."""
    return verb.lemma == "be" and verb.finite and verb.head == verb.last and not verb.negated and verb.modal is None


def belonging(reading: SentenceReading, verb: VerbGroup) -> Victims | None:
    """Read the people of "belonged to Hezbollah": the role and the name of the body, or None."""
    tokens, i = reading.sentence.tokens, verb.last + 1
    group = reading.noun_at(i + 1) if i < len(tokens) and tokens[i].lower == "to" and not verb.negated else None
    body = membership_in(reading, group.first, group.last) if group is not None else None
    if group is None or body is None or body.role is None or verb.modal is not None:
        return None
    token = tokens[group.head]
    nothing = Quantity(None, None, Qualifier.VAGUE, token.text, token.start, token.end)
    return Victims(nothing, body.country, body.role, body.name if body.named else None, group.first, group.last)


def listed_before(reading: SentenceReading) -> list[Victims] | None:
    """Read the list of "Six children and a nun were among them"; None for other sentences."""
    tokens = reading.sentence.tokens
    i = next((i for i, token in enumerate(tokens) if token.lower in {"among", "amongst"}), 0)
    verb = reading.phrases.at[i - 1] if i else None
    if not isinstance(verb, VerbGroup) or not is_copula(verb) or tokens[min(i + 1, len(tokens) - 1)].lower != "them":
        return None
    group = subject_of(reading.phrases, verb)
    people = read_list_back(reading, with_complement_head(reading, group)) if group is not None else []
    if people and [t.lower for t in tokens[i + 2 : i + 4]] == [",", "and"]:
        added = reading.noun_at(i + 4)  # "a nurse was among them, and *a bridegroom*"
        people += read_list(reading, added) if added is not None and added.last + 2 == len(tokens) else []
    return [v for v in people if not v.definite and not v.elliptical and v.quantity.low != 0]


def listed_after(reading: SentenceReading, i: int) -> list[Victims] | None:
    """Read the list of "They included two officers", "Among them were a nun and two boys"; None for other openings."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    lower = [t.lower for t in tokens[i : i + 3]]
    if lower[:2] == ["among", "them"]:
        verb = at[i + 2] if i + 2 < len(tokens) else None
        right = isinstance(verb, VerbGroup) and is_copula(verb)
    elif lower[:1] in (["they"], ["these"]):
        verb = at[i + 1] if i + 1 < len(tokens) else None
        right = isinstance(verb, VerbGroup) and verb.lemma == "include" and verb.modal is None
    else:
        return None
    group = at[verb.last + 1] if right and isinstance(verb, VerbGroup) and verb.last + 1 < len(tokens) else None
    if not isinstance(group, NounGroup):
        return None
    told = [v for v in read_list(reading, group) if v.quantity.low != 0]
    return [v for v in told if not v.definite or v.quantity.qualifier is not Qualifier.VAGUE]  # "the bridegroom"
