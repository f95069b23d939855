"""Means: what somebody used a thing to do was done ("used a lorry *to fire* rockets"), and is no mere plan."""

from __future__ import annotations

from analysis.coding.attacks.words import words
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag

USING = frozenset({"use", "employ"})


def is_done_with_means(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell the infinitive behind one thing, or so many, that somebody used once: "using a lorry *to fire* rockets"."""
    thing = phrases.at[verb.first - 1] if verb.infinitive and verb.first else None
    if not isinstance(thing, NounGroup) or thing.preposition is not None:
        return False
    used = phrases.at[thing.first - 1] if thing.first else None
    if not isinstance(used, VerbGroup) or used.lemma not in USING or used.passive or used.negated or used.modal:
        return False
    counted = phrases.sentence.tokens[thing.first].lower in {"a", "an"} or phrases.tags[thing.first] is Tag.NUMBER
    if not counted or used.infinitive:
        return False
    return _is_past(phrases, used) if used.finite else used.gerund and _is_of_deed(phrases, used)


def _is_past(phrases: Phrases, used: VerbGroup) -> bool:
    """Tell a simple past; "have used a boat to fire" says neither when nor how often."""
    return used.first == used.head and phrases.sentence.tokens[used.head].lower in {"used", "employed"}


def _is_of_deed(phrases: Phrases, using: VerbGroup) -> bool:
    """Tell "using" of what somebody did, and not of what he planned or may do."""
    main = next((v for v in reversed(phrases.verbs) if v.last < using.first), None)
    w = words()
    return main is None or not (
        main.negated or main.infinitive or main.modal in w.unreal_modals or main.lemma in w.unreal_verbs
    )
