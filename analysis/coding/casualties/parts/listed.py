"""People in the items of a list: "The fatalities are distributed as follows:", under it "• Two members of the guard."

A line that names the dead, the wounded or the missing and ends with a colon opens the list; its items are parts of the
figure before. An item with a verb of its own is read like any sentence, and one with a name says who one of those
counted was; other lines end the list.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.casualties.figures import LISTED, Figure, harm_set, table
from analysis.coding.casualties.links.items import is_item
from analysis.coding.casualties.parts import find_parts
from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Outcome, Role
from analysis.coding.victims import Victims
from analysis.coding.victims.lists import read_list
from analysis.language.grammar.phrases import NounGroup

#: words of a line that opens a list
_OPENING = frozenset({"follows", "follow", "following", "distributed", "include", "includes", "are", "were"})
#: tokens of a heading that needs no such word: "The dead:"
_SHORT = 5


def outcome_of_list(sentence: SentenceReading) -> Outcome | None:
    """Return what befell the people of the list that a line opens, or None where it opens none."""
    tokens = sentence.sentence.tokens
    if tokens[-1].text != ":" or (len(tokens) > _SHORT and sentence.words.isdisjoint(_OPENING)):
        return None
    states = {**table("counting"), **table("states"), "victims": Outcome.KILLED}
    said = [states[token.lower] for token in tokens if token.lower in states]
    return said[0] if len(set(said)) == 1 else None


def find_listed(sentence: SentenceReading, outcome: Outcome) -> list[Figure]:
    """Return the people of an item without a verb of its own, as parts of the figure that the list is of."""
    tokens, at = sentence.sentence.tokens, sentence.phrases.at
    if not is_item(sentence) or any(verb.finite for verb in sentence.phrases.verbs):
        return []
    start = next((i for i, token in enumerate(tokens) if token.text[0].isalnum()), 0)
    group = at[start]
    people = read_list(sentence, group) if isinstance(group, NounGroup) and group.first == start else []
    if (
        not people
        or people[0].name
        or people[0].quantity.low in {0, None}
        or not sentence.words.isdisjoint(harm_set("unreal_words"))
    ):
        return []
    figures = [Figure(outcome, _as_fighter(victims), start, start, LISTED) for victims in people]
    return [figure if figure.subset else _part(figure) for figure in find_parts(sentence, figures)]


def _as_fighter(victims: Victims) -> Victims:
    """Read "two members of the Lions" among the dead as fighters, of whatever group it is."""
    return replace(victims, role=Role.MILITIA) if victims.noun == "member" and victims.role is _ANY else victims


_ANY = Role.UNSPECIFIED


def _part(figure: Figure) -> Figure:
    return Figure(figure.outcome, figure.victims, figure.first, figure.last, figure.rule, True, figure.parts)
