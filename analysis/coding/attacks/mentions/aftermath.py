"""Aftermath: a killing that came before or after the attack of its sentence: "killed nine *in response to* a raid".

The words between set the two apart. "In response to", "hours after" do so alone; a bare "after" or "following" only
where each of the two has a place of its own: "was shot dead after an attack on the post" may be how that attack ended.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from analysis.coding.attacks.clauses.answering import find_opener, is_span
from analysis.coding.attacks.clauses.apart import LOCAL
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.harm import find_harm
from analysis.coding.attacks.nouns import lemma, members
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import NounGroup, Phrases
from analysis.language.places import Place


def find_aftermath(sentence: SentenceReading, phrases: Phrases, found: Sequence[Mention]) -> Iterator[Mention]:
    """Find the killing by people in arms on the other side of the words that set it apart from the attacks found."""
    at = find_opener(phrases, 0, len(phrases.at))
    turn = at if at is None or not _phrase_opens(phrases, at) else _comma(phrases, at)
    if at is None or turn is None:
        return
    here, there = range(turn), range(turn, len(phrases.at))
    if all(m.first in there for m in found):
        here, there = there, here
    elif not all(m.last in here for m in found):
        return
    harm = next(find_harm(sentence, phrases, there.start - 1), None)
    if (
        harm is None
        or harm.last not in there
        or _is_known_doer(phrases, harm.doer)
        or _is_known_doer(phrases, harm.target)
    ):
        return
    if _is_firm(phrases, at) or _are_placed_apart(sentence, here, there):
        yield harm


def _phrase_opens(phrases: Phrases, at: int) -> bool:
    """Tell "Two days after", "In response to", "After" at the head of a sentence."""
    tokens = phrases.sentence.tokens
    while at > 0 and (is_span(phrases, at - 1) or tokens[at - 1].lower in {"in", "to", "apparent"}):
        at -= 1
    return at == 0


def _comma(phrases: Phrases, at: int) -> int | None:
    """Return the comma that ends an opening phrase, behind which somebody is named."""
    tokens = phrases.sentence.tokens
    ends = (i for i in range(at, len(tokens) - 1) if tokens[i].text == ",")
    return next((i for i in ends if isinstance(phrases.at[i + 1], NounGroup)), None)


def _is_known_doer(phrases: Phrases, group: NounGroup | None) -> bool:
    """Tell "the gunman", "one of the attackers", who are those of the attack that was found."""
    who = members(phrases, group)
    if who is None or lemma(phrases, who) not in words().known_doers:
        return False
    return phrases.sentence.tokens[who.first].lower in {"the", "these", "those", "both"}


def _is_firm(phrases: Phrases, at: int) -> bool:
    """Tell "in response to", "hours after" from a bare "after"."""
    return phrases.sentence.tokens[at].lower in words().answering or (at > 0 and is_span(phrases, at - 1))


def _are_placed_apart(sentence: SentenceReading, here: range, there: range) -> bool:
    """Tell whether each of two parts of a sentence names places, none of them the other's or in it."""
    mine, theirs = ([p.place for p in sentence.places if p.first in part] for part in (here, there))
    return bool(mine) and bool(theirs) and all(_are_apart(a, b) for a in mine for b in theirs)


def _are_apart(a: Place, b: Place) -> bool:
    if a.country and b.country and a.country != b.country:
        return True
    return {a.kind, b.kind} <= LOCAL and {a.name, a.province}.isdisjoint({b.name, b.province} - {None})
