"""Reduced clauses: "The men *targeted by rebels* had been on a raid near X on Friday", whose main clause tells of them.

Where they had been, and when, is not where and when they were attacked.
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.grammar.tags import Tag


def is_past_main(mention: Mention, token: int) -> bool:
    """Tell a token behind the main verb of what the attacked, known already, had been doing."""
    phrases, verb = mention.sentence.phrases, mention.verb
    if verb is None or mention.event is not None or not verb.passive or verb.finite or token < verb.last:
        return False
    known = phrases.at[verb.first - 1] if verb.first else None
    if not isinstance(known, NounGroup) or known.preposition is not None or known.first > 1:
        return False
    if phrases.tags[known.first] is not Tag.DETERMINER or phrases.sentence.lowers[known.first] not in _KNOWN:
        return False
    main = next((v for v in phrases.verbs if v.first > verb.last and v.finite), None)
    return main is not None and main.last < token and _tells_besides(mention, main)


def _tells_besides(mention: Mention, main: VerbGroup) -> bool:
    """Tell "had been deployed", "were returning", "were involved", "was on its way", but not "were killed", "is in"."""
    lowers = mention.sentence.sentence.lowers
    if lowers[main.first] == "had":
        return True
    if lowers[main.first] not in {"was", "were"}:
        return False
    if main.lemma == "be":
        return lowers[main.last + 1 : main.last + 3] in (("on", "its"), ("on", "their"), ("on", "his"), ("on", "her"))
    return lowers[main.last].endswith("ing") or main.lemma in {"involve", "engage", "deploy", "assign"}


_KNOWN = frozenset({"the", "those", "these"})
