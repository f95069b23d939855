"""Frames: which constructions a verb of saying has, from the vocabulary."""

from __future__ import annotations

from functools import cache

from analysis.language.grammar.tags import lemmas
from analysis.vocabulary import read_vocabulary

#: marks that open a quotation, and those that close one
OPENING = frozenset({'"', "“", "``", "‘", "«", "„", "'"})
CLOSING = frozenset({'"', "”", "''", "’", "'", "»", "``", "“"})
#: marks after which nothing of a clause follows
ENDS = frozenset({".", "!", "?", ";", "…", ")", "]", "”", "''", "’"})


@cache
def frames() -> dict[str, frozenset[str]]:
    """Return the lists of speech.yaml by name."""
    lists = read_vocabulary("speech")
    return {name: frozenset(lists[name]) for name in lists}


@cache
def particles() -> dict[str, frozenset[str]]:
    """Return the particles after which a verb has what was said: "call" has "for", "on"."""
    return {verb: frozenset(words) for verb, words in read_vocabulary("speech")["particle"].items()}


@cache
def nouns_of_saying() -> dict[str, str]:
    """Return the nouns that say something after a verb that does not, with the verb of the same act."""
    return dict(read_vocabulary("speech")["nouns_of_saying"])


@cache
def phrasal() -> dict[str, tuple[frozenset[str], str]]:
    """Return the words that make a verb one of saying ("shot *back* that"): its base forms, and the verb it is like."""
    lists = read_vocabulary("speech")["phrasal"]
    return {word: (frozenset(entry["verbs"]), entry["says"]) for word, entry in lists.items()}


@cache
def phrasal_verbs() -> frozenset[str]:
    """Return the base forms of the verbs that say something only with such a word."""
    return frozenset().union(*(verbs for verbs, _ in phrasal().values()))


@cache
def support_verbs() -> frozenset[str]:
    """Return the base forms of the verbs that say something only with another word: "hold" with "responsible"."""
    lists = frames()
    return lists["holding"] | lists["adopting"] | lists["support"] | lists["deeming"]


@cache
def idle_verbs() -> frozenset[str]:
    """Return the base forms of the verbs that say something only as idioms: "put the toll at nine"."""
    lists = frames()
    return lists["putting"] | lists["revising"] | lists["figuring"] | lists["taking"] | lists["identifying"]


@cache
def cue_verbs() -> frozenset[str]:
    """Return the base forms of the verbs that may be cues."""
    lists = frames()
    names = (
        "clause",
        "after",
        "addressee",
        "object",
        "infinitive",
        "request",
        "naming",
        "describing",
        "putting",
        "revising",
        "figuring",
        "taking",
        "identifying",
    )
    return frozenset(w for name in names for w in lists[name]) | frozenset(particles()) | {"quote", "cite"}


@cache
def cue_words() -> frozenset[str]:
    """Return the lower-case words without one of which a sentence has no cue."""
    verbs = cue_verbs() | support_verbs()
    forms = frozenset(form for form, base in lemmas().items() if base in verbs)
    turning = {word.split()[0] for word in phrasal()}
    return forms | loose_words() | turning | {"citing", ")", "–", "—", ":"}


@cache
def loose_words() -> frozenset[str]:
    """Return the lower-case words that are cues without a verb: "according" to, in the "words" of."""
    return frames()["tellings"] | frames()["sayings"] | set(nouns_of_saying()) | {"according", "words", "per"}
