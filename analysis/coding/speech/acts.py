"""Acts: what an utterance does, by its verb where that is specific, else by its words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import chain

from analysis.coding.rows import Act
from analysis.coding.speech.contents import act_of_build, is_opinion
from analysis.language.text.verb_forms import regular_forms
from analysis.language.text.wording import begins_pattern
from analysis.vocabulary import read_vocabulary

_ATTACKED = re.compile(
    r"\b(?:attacks?|strikes?|raids?|bombings?|launch(?:es)?|ambush(?:es)?|kill(?:ed|ing)?|operations?|assaults?"
    r"|shot down|downed|destroyed)\b"
)
#: what a promise threatens with
_HIT_BACK = re.compile(
    r"\b(?:(?:answer|response) w|aveng|reveng|retaliat|hit back|strike back|punish|make (?:them|it|him) pay)"
)
#: "she would close the mission *if* it happened again"
_CONDITION = re.compile(
    r"(?<!\bsee )(?<!\basked )\b(?:if|unless)\b(?! (?:necessary|needed|possible|required|confirmed)\b)"
)
#: what is called something: "*the attack* a crime", "*such reports* staged"
_NAMED = re.compile(
    r"(?:the|this|that|such|these|those|his|her|its|their) [a-z'’-]+(?: [a-z'’-]+){0,2}?(?= (?:an?|as)\b| [\"“])"
    r"|(?:the|this|that|such|these|those) [a-z'’-]+"
)
#: the rank of a deed among others: "the raid *the third* this year", "*one of the worst*"
_RANKED = re.compile(r" (?:one of the|(?:the|a) (?:most|least|first|second|third|latest|last|\w+est|worst|best)) ")
#: an attack that is claimed, with where it was behind it: "an assault on a post, in which two died"
_CLAIMED = re.compile(
    rf"(?:an?|the|that|this|both|those|these|another|its) (?:[\w'’-]+ ){{0,4}}?{_ATTACKED.pattern}"
    r"(?=[,.]|$| (?:on|in|at|against|near|of|outside|inside|that|which|last|late|early))"
    r"(?![^,]* (?:was|were|had|is|are)\b)"
)
#: words of what is claimed that are no clause
_THING = 3
#: what is announced as news, and what as a plan
_HARMED = re.compile(
    r"\b(?:killed|wounded|injured|hurt|died|deaths? of|detained|arrest(?:ed|s)?|captured|neutrali[sz]ed|fell|hit"
    r"|shot|bl[eo]wn? up|exploded|missing|intercepted|downed)\b"
)
_PLANNED = re.compile(r"\b(?:will|would|compensation|reward|mourning|inquiry|investigation|operation)\b")


def _is_attack_claimed(words: Sequence[str]) -> bool:
    """Tell what is claimed by a pronoun or by what went off: "claimed *it*", "claimed *the mine*"."""
    last = words[-1].strip(",.;").lower() if words else ""
    if last == "of":
        return True  # "most *of* them"
    return last in {"it", "them", "both"} or last in _went_off()


@cache
def _went_off() -> frozenset[str]:
    speech = read_vocabulary("speech")
    return frozenset(speech["weapons"]) | frozenset(speech["deeds"]) | {"mine", "bomb", "blast", "device"}


@cache
def _by_verb() -> dict[str, Act]:
    return {verb: Act(act) for act, verbs in read_vocabulary("acts")["verbs"].items() for verb in verbs}


@cache
def _strict() -> frozenset[str]:
    return frozenset(read_vocabulary("acts")["strict"])


@cache
def _by_words() -> tuple[tuple[Act, re.Pattern[str]], ...]:
    lists = read_vocabulary("acts")["words"]
    more = {"announces": [_measures()], "blames": [_laid_to()]}
    patterns = {act: _of_words(begins_pattern(words), *more.get(act, ())) for act, words in lists.items()}
    return tuple((Act(act), pattern) for act, pattern in patterns.items())


@cache
def _any_words() -> re.Pattern[str]:
    """Return the pattern of words of any act, which most contents have none of: a quick look."""
    lists = read_vocabulary("acts")["words"]
    return _of_words(begins_pattern(chain(*lists.values())), _measures(), _laid_to())


def _of_words(*patterns: str) -> re.Pattern[str]:
    """Compile patterns that all begin with a word: that one begins here is looked at once for all of them."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})")


@cache
def _foes_plans() -> re.Pattern[str]:
    """Return the pattern of what those who attack had in mind, which nobody announces: "the bomber had planned to"."""
    men = [
        m for word in read_vocabulary("attacks")["known_doers"] for m in (word, f"{word}s", word.replace("man", "men"))
    ]
    return re.compile(rf"\b(?:{'|'.join(men)}) (?:had |have |has )?(?:planned|intended|plan|intends?) to\b")


def _measures() -> str:
    """Return the pattern of what is going to be done: "will be deployed", "would soon resume"."""
    irregular = read_vocabulary("verbs")["irregular"]
    bases = read_vocabulary("acts")["measures"]
    done = [irregular[b][1] if b in irregular else regular_forms(b.split()[0])[1] for b in bases]
    plain, passive = ("|".join(map(re.escape, forms)) for forms in (bases, done))
    return rf"(?:will|would)\s+(?:\w+ly\s+|also\s+|soon\s+)?(?:(?:{plain})|be\s+(?:\w+ly\s+)?(?:{passive}))\b"


def _laid_to() -> str:
    """Return the pattern of a deed that is laid to somebody: "carried out by the rebels", not "by four gunmen"."""
    nobody = "|".join([*read_vocabulary("number_words"), *read_vocabulary("acts")["nobody"]])
    staged = "|".join(read_vocabulary("acts")["staged"])
    suspected = r"(?=(?:[\w'’-]+ ){0,4}(?:suspected|alleged)\b)"
    known = rf"(?!(?:at least |about |around |some )?(?:\d|(?:{nobody})\b))"
    deeds = "|".join([*read_vocabulary("speech")["deeds"], *read_vocabulary("acts")["flying"]])
    known += rf"(?!(?:the |a |an )?(?:[\w'’-]+ ){{0,2}}(?:{deeds})\b)"  # "no harm was done by the *strike*"
    by = rf"(?:was|were|been) (?:\w+ly )?(?:{staged}|done) by (?:{suspected}|{known})"
    return rf"{by}|(?:may|might|could) (?:also )?have (?:{staged})\b"


@cache
def _beginning(words: str) -> re.Pattern[str]:
    """Return the pattern of a list of the vocabulary that holds beginnings of words."""
    return re.compile(r"\b" + begins_pattern(read_vocabulary("acts")[words]))


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
    if lemma in {"claim", "admit", "own", "confess", "adopt", "acknowledge", "accept"}:
        first = content.lstrip("\"“'‘ ").split(maxsplit=2)[:2]
        if any(w.strip(",.").lower() in read_vocabulary("acts")["responsibility"] for w in first):
            return Act.CLAIMS
        alone = how in {"object", "particle"} or len(content.split()) <= _THING
        if lemma == "claim" and _CLAIMED.match(content.lower()):
            return Act.CLAIMS
        if alone and (_ATTACKED.search(" ".join(content.lower().split()[:4])) or _is_attack_claimed(first)):
            return Act.CLAIMS  # "claimed the attack", "owned up to the ambush"
        return None
    if lemma == "announce" and _HARMED.search(content.lower()) and not _PLANNED.search(content.lower()):
        return None  # "announced that two men had been killed"
    if lemma == "ask" and how != "request" and content.rstrip("\"”’' ").endswith("?"):
        return Act.COMMENTS  # "“Who will help us?” he asked"
    if lemma == "boast":
        return Act.CLAIMS if _ATTACKED.search(content.lower()) else None
    if lemma in {"vow", "swear"}:
        benign = _beginning("benign").search(content.lower()) and not _beginning("threats").search(content.lower())
        return Act.ANNOUNCES if benign else Act.WARNS
    if lemma in {"pledge", "promise"} and _HIT_BACK.search(content.lower()):
        return Act.WARNS
    return _by_verb()[lemma] if lemma in _strict() else None


def act_of(lemma: str, how: str, content: str, quotation: str | None = None) -> Act:
    """Return the act of an utterance: the verb's where it is specific, else the content's, else the verb's habit.

    `lemma` is the base form of the cue ("say", "accord" for "according to"), `content` what was said, `quotation` the
    whole of it where it is wholly quoted.
    """
    act = act_of_verb(lemma, how, content)
    if act is not None:
        return act
    lower = _foes_plans().sub(" ", content.lower())
    padded = f"{lower} "  # so that "a lie" is told from "a lieutenant" at the end too
    for act, pattern in _by_words() if _any_words().search(padded) else ():
        if pattern.search(padded):
            return Act.WARNS if act is Act.ANNOUNCES and _CONDITION.search(lower) else act
    if how == "naming" or lemma == "describe":
        return _act_of_naming(lower)
    habit = Act.REPORTS if lemma == "announce" else _by_verb().get(lemma, Act.REPORTS)  # an announced event
    if habit is not Act.REPORTS:
        return habit
    if quotation is not None and is_opinion(quotation):
        return Act.COMMENTS
    return act_of_build(lower) or habit


def _act_of_naming(lower: str) -> Act:
    """Return the act of calling something something: of a deed it condemns, of others' words it denies."""
    words = read_vocabulary("acts")
    if any(label in lower for label in words["labels"]):
        return Act.CONDEMNS
    named = _NAMED.match(lower)
    first = set(named[0].split()) if named else set()
    if any(word in first or f"{word}s" in first for word in words["doubted"]):
        return Act.DENIES
    if _RANKED.search(lower):
        return Act.COMMENTS  # "called the raid *one of the worst* in years"
    deed = not first.isdisjoint(read_vocabulary("speech")["deeds"])
    return Act.CONDEMNS if deed and not any(word in lower for word in words["approved"]) else Act.COMMENTS
