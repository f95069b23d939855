"""Forms in -s and -ed that read as nouns or adjectives, which their neighbours make verbs or adjectives."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from analysis.language.actors.persons import titles
from analysis.language.actors.states import is_demonym
from analysis.language.grammar.word_classes import VERBAL, Tag, often_nouns
from analysis.language.text.tokens import Token
from analysis.vocabulary import read_vocabulary

_ASKING = frozenset({"calls", "appeals"})
_FINITE = frozenset({Tag.VERB, Tag.PARTICIPLE, Tag.HAVE, Tag.BE, Tag.MODAL})
_NAMED = frozenset({Tag.NOUN, Tag.PROPER})


@cache
def _says_as_nouns() -> frozenset[str]:
    return frozenset(read_vocabulary("grammar")["says_as_nouns"])


@cache
def _thinks() -> frozenset[str]:
    return frozenset(read_vocabulary("grammar")["thinks"])


#: whose reports are no verb: "media reports being checked"
_PRESS = frozenset({"news", "media", "press"})


def opens_clause(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell "the army *claims* that two died", whose subject can speak, from "the claims that were made".

    "The captain of a ship *reports* being hit" is a clause too, where no verb stood before.
    """
    if tokens[i].lower in {"report", "reports"} and i + 1 < len(tokens) and tokens[i + 1].lower == "being":
        return not any(tag in _FINITE for tag in tags[:i]) and tokens[i - 1].lower not in _PRESS
    speaks = i > 0 and i + 2 < len(tokens) and tokens[i + 1].lower == "that" and tags[i + 2] not in _FINITE
    named = tags[i - 1] is Tag.PROPER and tokens[i].lower in _thinks()
    return speaks and (
        named or any(tokens[i - 1].lower in titles()[name] for name in ("bodies", "official", "anonymous"))
    )


def asks(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell "Oslo *calls* for talks", "the ministry *appeals* to all" from "Alerian *calls* for talks"."""
    if not _asks(tokens, i) or is_demonym(tokens[i - 1]):
        return False
    speaker = tokens[i - 1].lower
    return tags[i - 1] is Tag.PROPER or speaker in titles()["official"] or speaker in titles()["bodies"]


def _asks(tokens: Sequence[Token], i: int) -> bool:
    following = tokens[min(i + 1, len(tokens) - 1)].lower
    return tokens[i].lower in _ASKING and following in {"for", "on", "upon", "to"}


def is_second_verb(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a verb of saying in -s that "and" joins to one before: "condemns the raid *and calls* for talks"."""
    lower, after = tokens[i].lower, tags[i + 1] if i + 1 < len(tags) else Tag.MARK
    if lower not in _says_as_nouns() or tags[i - 1] is not Tag.CONJUNCTION:
        return False
    told = _asks(tokens, i) or (after is Tag.PROPER and lower not in _ASKING)
    return told and any(tags[k] is Tag.VERB and tokens[k].lower.endswith("s") for k in range(i - 2))


def goes_on_in_headline(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the second verb of a headline, past a comma alone: "Blast kills nine, *wounds* 12"."""
    if i < 2 or tokens[i - 1].text != ",":
        return False
    marks = [k for k in range(i - 1) if tags[k] is Tag.MARK]
    start = marks[-1] + 1 if marks else 0
    verb = next((k for k in range(start, i - 1) if tags[k] is Tag.VERB), None)
    if verb is None or verb == start or not tokens[verb].lower.endswith("s"):
        return False
    return not any(tags[k] in {Tag.DETERMINER, Tag.RELATIVE, Tag.SUBORDINATOR} for k in range(start, i - 1))


def is_of_thing(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell a participle in "-ed" between an adjective of nationality and a noun that a verb follows."""
    if not tokens[i].lower.endswith("ed") or tokens[i - 1].lower.endswith("s"):
        return False
    j = i + 1
    while j < len(tags) and (
        tags[j] in {Tag.NOUN, Tag.ADJECTIVE} or (tags[j] is Tag.VERB and tokens[j].lower in often_nouns())
    ):
        j += 1
    return j > i + 1 and tags[j - 1] is not Tag.ADJECTIVE and j < len(tags) and tags[j] in _FINITE


def ends_relative(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell the verb, in the present, of a relative clause that ends right behind it: "whom Aleria arms,"."""
    if i < 3 or i + 1 >= len(tags) or tokens[i + 1].text != "," or tokens[i].lower.endswith(("ing", "ion", "ss")):
        return False
    third, named = tokens[i].lower.endswith("s"), tags[i - 1] is Tag.PROPER
    if tags[i - 1] is not Tag.NOUN and not (named and third):
        return False
    if (tokens[i - 1].lower.endswith("s") and not named) is third:
        return False
    for j in range(i - 2, max(0, i - 8), -1):
        if tags[j] is Tag.RELATIVE and tags[j - 1] in _NAMED:
            return True
        if tags[j] is Tag.RELATIVE and tokens[j - 1].text == ",":
            return tokens[j].lower in {"whom", "which"}
        if tags[j] in VERBAL or tags[j] is Tag.MARK:
            return False
    return False


def is_governed(tokens: Sequence[Token], tags: Sequence[Tag], i: int) -> bool:
    """Tell whether a preposition stands right before a form, or before the adverb that it has."""
    first = i - 1 if i > 1 and tags[i - 1] is Tag.ADVERB and tokens[i - 1].lower.endswith("ly") else i
    return tokens[first - 1].lower in _INTO


_INTO = frozenset(read_vocabulary("grammar")["into"])
#: compounds that are as often two words as one
COMPOUNDS = frozenset({("rocket", "propelled"), ("laser", "guided"), ("precision", "guided"), ("truck", "mounted")})
