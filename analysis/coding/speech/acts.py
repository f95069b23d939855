"""Acts: what an utterance does, by its verb where that is specific, else by its words."""

from __future__ import annotations

import re
from functools import cache

from analysis.coding.rows import Act
from analysis.language.verb_forms import regular_forms
from analysis.vocabulary import read_vocabulary

_ATTACKED = re.compile(
    r"\b(?:attacks?|strikes?|raids?|bombings?|ambush(?:es)?|kill(?:ed|ing)?|operations?|assaults?"
    r"|shot down|downed|destroyed)\b"
)
_THREATENED = re.compile(
    r"\b(?:answer|retaliat|reveng|aveng|punish|respond|strike|attack|hit back|destroy|fight|kill|crush|hunt)"
)


@cache
def _by_verb() -> dict[str, Act]:
    return {verb: Act(act) for act, verbs in read_vocabulary("acts")["verbs"].items() for verb in verbs}


@cache
def _strict() -> frozenset[str]:
    return frozenset(read_vocabulary("acts")["strict"])


@cache
def _by_words() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    lists = read_vocabulary("acts")["words"]
    patterns = {act: r"\b(?:" + "|".join(map(re.escape, words)) + ")" for act, words in lists.items()}
    patterns["announces"] += "|" + _measures()
    return tuple((Act(act), re.compile(pattern)) for act, pattern in patterns.items())


def _measures() -> str:
    """Return the pattern of what is going to be done: "will be deployed", "would soon resume"."""
    irregular = read_vocabulary("verbs")["irregular"]
    bases = read_vocabulary("acts")["measures"]
    done = [irregular[b][1] if b in irregular else regular_forms(b.split()[0])[1] for b in bases]
    plain, passive = ("|".join(map(re.escape, forms)) for forms in (bases, done))
    return rf"\b(?:will|would)\s+(?:\w+ly\s+|also\s+|soon\s+)?(?:(?:{plain})|be\s+(?:\w+ly\s+)?(?:{passive}))\b"


@cache
def _by_particle() -> dict[str, Act]:
    return {verb: Act(act) for act, verbs in read_vocabulary("acts")["particle"].items() for verb in verbs}


def act_of_verb(lemma: str, how: str, content: str) -> Act | None:
    """Return the act that a verb of saying alone decides, or None where the words of the content decide.

    `how` tells how the content begins after the verb ("particle" for "called for"); `content` is what was said, looked
    at for "claimed responsibility" and "vowed to hit back" only.
    """
    if how == "particle" and lemma in _by_particle():
        return _by_particle()[lemma]
    if how == "request" and lemma in read_vocabulary("speech")["directive"] and _by_verb().get(lemma) is not Act.WARNS:
        return Act.APPEALS
    if lemma in {"claim", "admit", "own", "confess", "adopt"}:
        first = content.lstrip("\"“'‘ ").split(maxsplit=2)[:2]
        if any(w.strip(",.").lower() in read_vocabulary("acts")["responsibility"] for w in first):
            return Act.CLAIMS
        if how in {"object", "particle"} and _ATTACKED.search(" ".join(content.lower().split()[:4])):
            return Act.CLAIMS  # "claimed the attack", "owned up to the ambush"
        return None
    if lemma == "boast":
        return Act.CLAIMS if _ATTACKED.search(content.lower()) else None
    if lemma in {"vow", "swear"}:
        return Act.WARNS if _THREATENED.search(content.lower()) else Act.ANNOUNCES
    return _by_verb()[lemma] if lemma in _strict() else None


def act_of(lemma: str, how: str, content: str) -> Act:
    """Return the act of an utterance: the verb's where it is specific, else the content's, else the verb's habit.

    `lemma` is the base form of the cue ("say", "accord" for "according to"), `content` what was said.
    """
    act = act_of_verb(lemma, how, content)
    if act is not None:
        return act
    lower = content.lower()
    for act, pattern in _by_words():
        if pattern.search(lower):
            return act
    if how == "naming":
        labels = read_vocabulary("acts")["labels"]
        return Act.CONDEMNS if any(label in lower for label in labels) else Act.COMMENTS
    return _by_verb().get(lemma, Act.REPORTS)
