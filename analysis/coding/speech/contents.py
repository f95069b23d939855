"""Contents: what an utterance does by the build of its words, where its verb leaves that open.

"It would send troops" announces, "the army had fired it" blames, "it had never fired" denies, "our men had fired"
claims; an opinion is told from a fact. Whose deed it is, "it", "they", "its fighters" tell: the speaker himself.
"""

from __future__ import annotations

import re
from functools import cache

from analysis.coding.rows import Act
from analysis.language.text.verb_forms import regular_forms
from analysis.language.text.wording import begins_pattern
from analysis.vocabulary import read_vocabulary

#: what tells that a short quotation reports a fact and gives no opinion
_FACTS = re.compile(
    r"\d|\b(?:kill|wound|injur|hurt|hit|damag|die[ds]|dead|death|neutrali|destroy|struck|attack|explo|fired|burn|land"
    r"|target(?:ed|s)|storm(?:ed|s)|stabbed|raided|clash|repel|seized|ambush|martyr|taken to|treated|fled|took place"
    r"|collaps|shot|f[oe]ll|found|return|arriv|told|bomb|down(?:ed)?\b|intercept|shell|launch|enter|left|lost|captur|arrest|number"
    r"|there (?:is|are|was)|c[ao]me\b|went|gone|sent|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred)"
)
#: words of a quotation that is short
_SHORT = 16


def is_opinion(quotation: str) -> bool:
    """Tell a short quotation that tells no fact.

    >>> is_opinion("Nobody asked us"), is_opinion("Two men were killed")
    (True, False)
    """
    return len(quotation.split()) <= _SHORT and not _FACTS.search(quotation.lower())


#: a word of a subject, before its verb
_WORD = r"(?! (?:is|are|was|were|be|been|being|has|had|have|who|that|which|not|never|would|will)\b) [\w'’.“”\"-]+"
#: one's own side: "it", "its naval forces", "one of our men"
_OWN = rf"(?:i|we|they|it|he|she|(?:one of )?(?:its|their|our|his|her)(?:{_WORD}){{1,4}}?)"
_HAVE = r"(?: ha(?:d|s|ve))?(?: also| already| later)?"


def is_own_deed(content: str) -> bool:
    """Tell whether somebody says of himself that he attacked.

    >>> is_own_deed("its fighters had fired two rockets"), is_own_deed("rockets were fired")
    (True, False)
    """
    return _own_deed().match(_opened(content)) is not None


def is_of_irregulars(content: str) -> bool:
    """Tell whether somebody tells what "its fighters" did: soldiers of no state.

    >>> is_of_irregulars("its fighters had fired"), is_of_irregulars("its forces had fired")
    (True, False)
    """
    return _irregulars().match(_opened(content)) is not None


def act_of_build(content: str) -> Act | None:
    """Return the act of words that no phrase of the vocabulary gives away, or None.

    >>> act_of_build("it would send a ship"), act_of_build("two men died")
    (<Act.ANNOUNCES: 'announces'>, None)
    """
    words = _opened(content)
    if _blame().match(words):
        return Act.BLAMES
    if _denial().match(words):
        return Act.DENIES
    if _plan().match(words):
        return Act.WARNS if _threat().search(words) else Act.ANNOUNCES
    return None


def _opened(content: str) -> str:
    return " ".join(content.lower().lstrip("\"“'‘ ").split())


@cache
def _own_deed() -> re.Pattern[str]:
    deeds = "|".join(_pasts(read_vocabulary("acts")["own_deeds"]))
    bands = "|".join(read_vocabulary("acts")["bands"])
    men = "|".join(read_vocabulary("acts")["irregulars"])
    theirs = rf"(?:{men}) (?:from|of) the (?:[\w-]+ ){{0,2}}(?:{bands})"
    own = rf"(?:{_OWN}|the (?:{bands})(?:['’]s(?:{_WORD}){{1,3}}?)?|{theirs})"
    before = r"(?:[oi]n [\w ]{2,20} )?"
    return re.compile(
        rf"{before}{own}{_HAVE} [\"“]?(?:{deeds})\b|(?:to have|having) [\"“]?(?:{deeds})\b"
        rf"|{own} (?:is|are|was|were) responsible\b"
    )


@cache
def _irregulars() -> re.Pattern[str]:
    return re.compile(
        rf"(?:one of )?(?:its|our|their|his) (?:\w+ )?(?:{'|'.join(read_vocabulary('acts')['irregulars'])})\b"
    )


@cache
def _blame() -> re.Pattern[str]:
    """Return the pattern of an attack that is laid to somebody: "the army had fired *it*", "it was X *who* did so."""
    deeds = "|".join([*_pasts(read_vocabulary("acts")["own_deeds"]), "done"])
    return re.compile(
        rf"(?!{_OWN} ha)[\w'’.-]+(?:{_WORD}){{0,4}} ha(?:d|s|ve) (?:{deeds}) (?:it|them|this)\b"
        rf"|it (?:is|was) (?!not )(?:[\w'’.-]+ ){{1,5}}(?:that|who) (?:ha[ds] )?(?:{deeds})\b"
        rf"|(?!{_OWN} )(?:[\w'’”“\"-]+ ){{1,7}}(?:is|are|was|were) responsible$|{_OWN} suspect(?:s|ed)? (?!that )"
    )


@cache
def _denial() -> re.Pattern[str]:
    """Return the pattern of what one's own side did not do: "it had not withdrawn", "its men never fired"."""
    bands = "|".join(read_vocabulary("acts")["bands"])
    own = rf"(?:{_OWN}|the (?:{bands}))"
    left = r"(?:been|be|want|need|know|seek|have|yet)\b"
    return re.compile(rf"{own} (?:(?:ha[ds]|have|did|does|do)(?: not|n['’]t| never) (?!{left})\w+|never \w+ed\b)")


@cache
def _plan() -> re.Pattern[str]:
    """Return the pattern of what is going to be done, and of what one's own side has set going."""
    bodies = "|".join(read_vocabulary("acts")["bands"] + read_vocabulary("acts")["deciders"])
    own = rf"(?:{_OWN}|the (?:[\w'’.-]+ )?(?:{bodies}))"
    verbs = [base.partition(" ") for part in ("taken", "checking") for base in read_vocabulary("acts")[part]]
    checking = "|".join(f"{regular_forms(verb)[2]}{space}{rest}" for verb, space, rest in verbs)
    clause = r"(?:(?!(?:who|which|that|whether|if|when|what|whom|whose|where|how|why)\b)[^\s,;]+ ){1,9}?"
    return re.compile(
        rf"{clause}(?:will|would|shall) (?!(?:not )?(?:have|live|survive|recover|die|take|need|cost|say|call|argue)\b)"
        rf"|{own}{_HAVE} (?:{'|'.join(_pasts(read_vocabulary('acts')['taken']))})\b"
        rf"|{own} (?:is|are|was|were)(?: also| now| still)? (?:{checking})\b"
    )


def _pasts(bases: list[str]) -> list[str]:
    """Return the past forms and participles of verbs, an added particle kept: "blew up"."""
    irregular = read_vocabulary("verbs")["irregular"]
    forms: list[str] = []
    for base in bases:
        verb, _, rest = base.partition(" ")
        both = irregular[verb] if verb in irregular else (regular_forms(verb)[1],)
        forms.extend(f"{form} {rest}".strip() for form in dict.fromkeys(both))
    return forms


@cache
def _threat() -> re.Pattern[str]:
    """Return the pattern of a plan to go on with attacks: "it would hit back", "further raids would follow"."""
    threats, deeds = begins_pattern(read_vocabulary("acts")["threats"]), "|".join(read_vocabulary("speech")["deeds"])
    return re.compile(
        rf"\b(?:will|would|shall) (?:\w+ )?{threats}|\b(?:{deeds}) (?:will|would) (?:follow|continue|go on)"
    )
