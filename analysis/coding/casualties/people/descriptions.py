"""What is said of people right after them: "believed to be ISIS leaders", "likely a Hezbollah member".

An apposition with a word of belief tells the role and the group of people whose own words tell none, and of those
told beside them in the same breath.
"""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Role
from analysis.coding.victims import Victims, read_victims
from analysis.coding.victims.nations import nation_at
from analysis.language.grammar.phrases import NounGroup, VerbGroup

_BELIEVED = frozenset(
    {"believed", "thought", "likely", "probably", "presumably", "suspected", "apparently", "reportedly", "identified",
     "described", "said", "known", "alleged", "allegedly", "presumed"}
)  # fmt: skip
#: tokens from people to what is believed of them, and from there to the noun
_REACH, _NEAR = 22, 5


def employed(reading: SentenceReading, victims: Victims) -> Victims:
    """Return people as contractors where they work for a company: "a cook employed by an American firm"."""
    tokens, at, i = reading.sentence.tokens, reading.phrases.at, victims.last + 1
    if victims.role not in {Role.CIVILIAN, Role.UNSPECIFIED} or reading.words.isdisjoint(_FIRMS):
        return victims
    inner = at[i + 1] if i + 1 < len(tokens) and tokens[i].lower in {"of", "with", "from"} else None
    end = inner.last if isinstance(inner, NounGroup) else victims.last
    words = {t.lower for t in tokens[victims.first : end + 1]}
    if words & _FIRMS and words & {"security", "military"}:
        return replace(victims, role=Role.CONTRACTOR)  # "two employees of a private security firm"
    while i < len(tokens) and tokens[i].lower in _BETWEEN:
        i += 1
    if i + 2 >= len(tokens) or tokens[i].lower not in _EMPLOYED:
        return victims
    for j in range(i + 1, min(i + _NEAR, len(tokens) - 1)):
        group = at[j + 1]
        if tokens[j].lower in {"by", "for", "with"} and isinstance(group, NounGroup):
            firm = tokens[group.head].lower in _FIRMS
            return replace(victims, role=Role.CONTRACTOR) if firm else victims
    return victims


_FIRMS = frozenset({"company", "firm", "contractor", "contractors", "subcontractor", "corporation", "companies"})
_EMPLOYED = frozenset({"employed", "working", "works", "worked", "hired", "contracted"})
_BETWEEN = frozenset({",", "who", "was", "were", "is", "are", "had", "has", "been"})


def _from_where(reading: SentenceReading, victims: Victims) -> Victims:
    """Give a person the nationality that is believed of them: "a commander of the unit, thought to be an Iraqi"."""
    tokens = reading.sentence.tokens
    i = victims.last + 1 + (victims.last + 1 < len(tokens) and tokens[victims.last + 1].lower == ",")
    words = [t.lower for t in tokens[i : i + 4]]
    if victims.nationality is not None or not words or words[0] not in _BELIEVED or words[1:3] != ["to", "be"]:
        return victims
    start = i + 3 + (words[-1] in {"a", "an"})
    nation = nation_at(tokens, start) if start < len(tokens) else None
    return replace(victims, nationality=nation[0]) if nation is not None else victims


def of_nation(reading: SentenceReading, victims: Victims) -> Victims:
    """Return one person with the nationality of an apposition: "one sailor, a Sri Lankan, was hurt"; any people with
    that of their side: "on the Togolese side, nine soldiers died".
    """
    tokens, i = reading.sentence.tokens, victims.last + 1
    if victims.nationality is None and victims.group is None and "side" in reading.words and (side := _side(reading)):
        return replace(victims, nationality=side)
    one = victims.quantity.low == victims.quantity.high == 1 and victims.nationality is None
    if not one or i + 3 >= len(tokens) or tokens[i].text not in {",", "("} or tokens[i + 1].lower not in {"a", "an"}:
        return victims
    nation = nation_at(tokens, i + 2)
    end = nation[1] + 1 if nation is not None else i
    end += end < len(tokens) and tokens[end].lower in {"national", "citizen"}
    closed = end >= len(tokens) or tokens[end].text in {",", ")", ".", ";"}
    return replace(victims, nationality=nation[0]) if nation is not None and closed else victims


def _side(reading: SentenceReading) -> str | None:
    """Return the state on whose side a sentence tells of people, where it names one side alone."""
    lowers = reading.sentence.lowers
    sides = [i for i in range(2, len(lowers)) if lowers[i] == "side"]
    if len(sides) != 1 or lowers[sides[0] + 1 : sides[0] + 2] == ("of",) or "on" not in lowers[: sides[0]]:
        return None
    on = sides[0] - 1 - lowers[: sides[0]][::-1].index("on")
    found = nation_at(reading.sentence.tokens, on + 2) if lowers[on + 1] == "the" else None
    return found[0] if found is not None and found[1] == sides[0] - 1 else None


def apposed(reading: SentenceReading, victims: Victims) -> Victims:
    """Give one person of no role that of an apposition: "one of the wounded, a nurse of 61, died"."""
    tokens, at, i = reading.sentence.tokens, reading.phrases.at, victims.last + 2
    one = victims.quantity.low == victims.quantity.high == 1 and victims.role is Role.UNSPECIFIED
    if one and i + 2 < len(tokens) and [t.lower for t in tokens[i - 1 : i + 2]] in _WHO_WAS:
        i += 2  # "killed Ali Hassan, who was a nurse"
    group = at[i] if one and i + 1 < len(tokens) and tokens[victims.last + 1].text in _OPENING else None
    if not isinstance(group, NounGroup) or tokens[i].lower not in {"a", "an"}:
        return victims
    if tokens[victims.last].text in _OPENING:
        return victims
    people = read_victims(reading, group)
    if people is None or people.elliptical or people.role is Role.UNSPECIFIED or people.quantity.low != 1:
        return victims
    end = people.last + 1
    verb = at[end] if end < len(tokens) else None
    if end < len(tokens) and tokens[end].lower not in _CLOSING and not isinstance(verb, VerbGroup):
        return victims
    if isinstance(verb, VerbGroup) and verb.lemma in _SAYING and verb.finite and not verb.passive:
        return victims  # "among the dead was a Palestinian, an official said"
    nation = victims.nationality or people.nationality
    return replace(victims, role=people.role, group=victims.group or people.group, nationality=nation)


_WHO_WAS = ([",", "who", "was"], [",", "who", "is"])
_SAYING = frozenset({"say", "tell", "add", "report", "confirm", "state", "announce"})
_OPENING = frozenset({",", "(", "—", "–", "--"})
_CLOSING = frozenset({",", ")", "—", "–", "--", ".", ";", "who", "whose", "from", "in", "at", "on"})


def described(reading: SentenceReading, victims: Victims) -> Victims:
    """Return people with what a word of belief after them says that they are; the same where nothing does."""
    tokens, at = reading.sentence.tokens, reading.phrases.at
    if reading.words.isdisjoint(_BELIEVED):
        return victims
    if victims.role is not Role.UNSPECIFIED:
        return _from_where(reading, victims)
    for i in range(victims.last + 1, min(victims.last + 1 + _REACH, len(tokens) - 1)):
        if tokens[i].lower in {";", "while", "but"}:
            return victims
        opens = tokens[i - 1].lower in {",", "(", "—", "–"} or i == victims.last + 1
        speaks = tokens[i].lower == "said" and tokens[i + 1].lower != "to"  # "wounding nine, said a police official"
        if tokens[i].lower not in _BELIEVED or not opens or speaks:
            continue
        group = next((g for g in at[i + 1 : i + 1 + _NEAR] if isinstance(g, NounGroup)), None)
        between = at[i + 1 : group.first] if group is not None else ()
        if group is None or any(isinstance(g, VerbGroup) and g.lemma != "be" for g in between):
            return victims
        people = read_victims(reading, group)
        if people is None or people.role is Role.UNSPECIFIED or people.elliptical:
            return victims
        if people.quantity.low == 1 and i > victims.last + 2:
            return victims  # "him and another man, likely a Hezbollah member"
        nation = victims.nationality or people.nationality
        return replace(victims, role=people.role, group=people.group, nationality=nation, elliptical=False)
    return victims
