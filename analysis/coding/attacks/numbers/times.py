"""Times: how often something was attacked, by the words behind the verb ("was shelled 40 times", "numbered 63")."""

from __future__ import annotations

from dataclasses import replace

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import comes_under
from analysis.coding.attacks.numbers.counts import quantity_in
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, VerbGroup
from analysis.language.quantities import Qualifier, Quantity, parse_quantity
from analysis.language.text.numbers import parse_number
from analysis.language.text.tokens import Token


def find_number(token: Token) -> Quantity | None:
    """Return the exact number that a token is: "98", "seven", "once", "twice"; None for others."""
    value = _ADVERBS.get(token.lower) or parse_number(token.lower)
    return Quantity(value, value, Qualifier.EXACT, token.text, token.start, token.end) if value else None


_ADVERBS = {"once": 1, "twice": 2}


def _number(token: Token) -> Quantity | None:
    found = find_number(token)
    return found if found is not None and (found.low or 0) > 1 else None


def count_times(mention: Mention) -> Quantity | None:
    """Return how often a verb says that something was attacked ("was shelled 40 times")."""
    occasions = _count_occasions(mention) if "occasions" in mention.sentence.words else None
    if occasions is not None:
        return occasions
    phrases = mention.sentence.phrases
    under = comes_under(phrases, mention.event) if mention.event is not None else None
    under = under or (mention.verb if mention.weapon is not None else _opened(mention))
    verb = mention.verb if mention.event is None else under
    if verb is None or (under is None and mention.type in {AttackType.SHOOTING, AttackType.ASSASSINATION}):
        return None  # "was shot six times"
    tokens = phrases.sentence.tokens
    for i in range(mention.last + 1, min(verb.last + 14, len(tokens))):
        between = phrases.at[i]
        housed = isinstance(phrases.at[i - 1], NounGroup)  # "bases *housing* troops"
        if isinstance(between, VerbGroup) and (between.finite or not (between.passive or (between.gerund and housed))):
            return None
        if tokens[i].lower == "twice" and tokens[i - 1].lower not in {"than", "as"}:
            return find_number(tokens[i])
        if tokens[i].lower == "times":
            found = [
                q.quantity for q in mention.sentence.quantities if i - 4 <= q.first and q.last in {i - 2, i - 1, i}
            ]
            several = (q for q in map(_reparsed, found) if q is not None and (q.low or 0) > 1)
            return next(several, None) or _number(tokens[i - 1])
    return None


def _count_occasions(mention: Mention) -> Quantity | None:
    """Return how often "on three separate occasions" says that something was attacked: at the head, or behind it."""
    tokens, verbs = mention.sentence.sentence.tokens, mention.sentence.phrases.verbs
    at = next(i for i, t in enumerate(tokens) if t.lower == "occasions")
    opener = next((i for i in range(at - 1, max(-1, at - _OCCASIONS), -1) if tokens[i].lower == "on"), None)
    if opener is None:
        return None
    first, last = (mention.last, opener) if mention.last < opener else (at, mention.first)
    if any(v.finite and first < v.first and v.last < last for v in verbs):
        return None
    found = [q.quantity for q in mention.sentence.quantities if opener < q.last < at or opener < q.first < at]
    several = (q for q in map(_reparsed, found) if q is not None and (q.low or 0) > 1)
    return next(several, None) or next((n for n in map(_number, tokens[opener + 1 : at]) if n is not None), None)


#: tokens from "on" to "occasions"
_OCCASIONS = 6


def _opened(mention: Mention) -> VerbGroup | None:
    """Return the verb of "opened fire (26 times)", or None."""
    verb = mention.sentence.phrases.at[mention.event.first - 1] if mention.event and mention.event.first else None
    return verb if isinstance(verb, VerbGroup) and verb.lemma == "open" else None


def count_numbered(mention: Mention) -> Quantity | None:
    """Return the number of "the raids numbered 63", and of the people who were assassinated one by one, or None."""
    phrases, event, target = mention.sentence.phrases, mention.event, mention.target
    if event is None:
        killed = target if mention.type is AttackType.ASSASSINATION and mention.rule == "attack-verb" else None
        found = quantity_in(mention, killed.first, killed.head) if killed is not None else None
        return found if found is not None and (found.low or 0) > 1 else None
    if mention.weapon is not None:
        return None
    verb = next((v for v in phrases.verbs if v.first > event.last), None)
    if verb is None or verb.lemma not in {"number", "total"} or subject_of(phrases, verb) is not event:
        return None
    found = next((q.quantity for q in mention.sentence.quantities if 0 < q.first - verb.last <= 2), None)
    if found is not None or verb.last + 1 >= len(phrases.sentence.tokens):
        return _reparsed(found) if found is not None else None
    return _number(phrases.sentence.tokens[verb.last + 1])


def find_times(mention: Mention) -> list[tuple[int, Quantity]]:
    """Return each "12 times" behind a verb, with the token of its number."""
    tokens = mention.sentence.sentence.tokens
    numbers = [
        (i - 1, _number(tokens[i - 1])) for i in range(mention.last + 1, len(tokens)) if tokens[i].lower == "times"
    ]
    return [(i, quantity) for i, quantity in numbers if quantity is not None]


def _reparsed(quantity: Quantity) -> Quantity | None:
    """Return what "more than 80" before "times" bounds, which counts nobody."""
    if quantity.low is not None:
        return quantity
    parsed = parse_quantity(quantity.text)
    return replace(parsed, start=quantity.start, end=quantity.end) if parsed is not None else None
