"""Tails: what belongs to the phrase for a speaker behind its noun ("a statement by X", "the mayor of Y (East)")."""

from __future__ import annotations

from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.vocabulary import read_vocabulary


def with_tail(phrases: Phrases, last: int) -> int:
    """Return the last token of the prepositional groups and brackets that belong to the phrase ending at token last."""
    tokens = phrases.sentence.tokens
    while last + 2 < len(tokens):
        if tokens[last + 1].text == "(":
            close = next((k for k in range(last + 2, min(last + 14, len(tokens))) if tokens[k].text == ")"), None)
            if close is None or phrases.tags[last + 2] is Tag.NUMBER:
                return last
            name = phrases.at[close + 1] if close + 1 < len(tokens) else None
            named = isinstance(name, NounGroup) and name.first == close + 1 and phrases.tags[name.last] is Tag.PROPER
            last = name.last if named and isinstance(name, NounGroup) else close  # "Inspector General (North) X"
            continue
        issued = phrases.at[last + 1]
        if isinstance(issued, VerbGroup) and issued.passive and not issued.finite and tokens[last].lower in _OCCASIONS:
            maker = phrases.noun_behind(issued.last, "by", "from")
            if maker is not None:
                last = maker.last
                continue  # "a statement issued by X"
            return last
        group = phrases.at[last + 2]
        by = tokens[last + 1].lower == "by" and tokens[last].lower in _OCCASIONS  # "a statement by X"
        if not (by or tokens[last + 1].lower in _AFTER) or not isinstance(group, NounGroup) or group.temporal:
            return last
        if tokens[last + 1].lower != "of" and phrases.tags[group.head] is Tag.NOUN and group.first == group.last:
            return last
        if tokens[last + 1].lower in {"in", "on", "to", "at", "from"} and tokens[group.head].lower in _OCCASIONS:
            return last
        heard = {t.lower for t in tokens[group.first : group.last + 1]} & _HEARERS
        if tokens[last + 1].lower == "to" and heard:
            return last  # "said the mayor *to the news agency*"
        last = group.last
    return last


#: words for those to whom somebody speaks, and who have no envoys
_HEARERS = frozenset(read_vocabulary("grammar")["hearers"])


_OCCASIONS = frozenset(read_vocabulary("grammar")["occasions"])
_AFTER = frozenset({"of", "for", "in", "at", "from", "with", "to", "on"})
