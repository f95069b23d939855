"""Shared days: the day of one clause that is the day of the next one too.

"On Tuesday a drone struck a post, and rockets hit a town"; "troops shelled a village this morning, while a drone struck
a lorry"; "rebels shot a guard and bombed a mill on Tuesday". A day behind the first of two clauses that "and" joins is
that of the first alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from analysis.coding.attacks.clauses.answering import find_opener
from analysis.coding.attacks.clauses.grammar import joins_clause, opens_clause
from analysis.coding.attacks.clauses.known import is_one_more
from analysis.coding.attacks.mention import Mention
from analysis.language.dates import DateMention, Precision
from analysis.language.dates import Relation as When
from analysis.language.grammar.phrases import NounGroup

#: tokens in front of a date that opens a sentence: "On", "Early on"
_FRONT = 2
#: tokens from "while" to the verb of its clause
_NEAR = 10


def is_of_both_clauses(mention: Mention, date: DateMention, others: Sequence[int]) -> bool:
    """Tell the day of an attack at one of `others`, told in the clause before, that is the mention's day too."""
    phrases, tokens = mention.sentence.phrases, mention.sentence.sentence.tokens
    if date.relation is When.ON and date.first > mention.last:
        return _closes_both(mention, date, others)
    if date.relation is not When.ON or date.last >= mention.first:
        return False
    between = range(date.last + 1, mention.first)
    if any(d.first in between for d in mention.sentence.dates) or find_opener(phrases, date.last + 1, mention.first):
        return False
    fronted = date.first <= _FRONT and not any(v.first < date.first for v in phrases.verbs)
    first = date.last if fronted else -1
    for i in range(date.last + 1, mention.first):
        word = tokens[i].lower
        meanwhile = word == "while" and any(v.finite for v in phrases.verbs if v.first > i and v.first - i <= _NEAR)
        if meanwhile or (fronted and (word == ";" or joins_clause(phrases, i))):
            return any(first < o < i for o in others)
    return False


def _closes_both(mention: Mention, date: DateMention, others: Sequence[int]) -> bool:
    """Tell the day behind the second of two verbs of one subject: "shot a guard in X and bombed a mill in Y *on* …"."""
    phrases = mention.sentence.phrases
    if find_opener(phrases, mention.last + 1, date.first) is not None:
        return False
    between = range(mention.last + 1, date.first)
    joints = [i for i in between if joins_clause(phrases, i)]
    if len(joints) != 1:
        return False
    meanwhile, beyond = phrases.sentence.tokens[joints[0]].lower == "while", phrases.at[joints[0] + 1]
    one_more = isinstance(beyond, NounGroup) and is_one_more(phrases, beyond)  # "and a third hit X on Monday"
    if opens_clause(phrases, joints[0]) and not (meanwhile or one_more):
        return False
    return any(joints[0] < o < date.first for o in others)


def came_before(mention: Mention, date: DateMention, others: Sequence[int]) -> bool:
    """Tell what came before: "Last month, jets struck a camp *after a rocket attack*", whenever that was."""
    if date.precision is Precision.DAY:
        return False
    return any(
        date.last < o < mention.anchor and find_opener(mention.sentence.phrases, o + 1, mention.first) is not None
        for o in others
    )
