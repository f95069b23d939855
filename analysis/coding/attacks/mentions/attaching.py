"""Attaching: mentions of one sentence that its grammar makes one attack.

"Monday's strike was the second attack on the port"; "the base took nine rockets, an attack that …".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from analysis.coding.attacks.clauses.answering import is_answer
from analysis.coding.attacks.clauses.apart import LOCAL, are_told_apart
from analysis.coding.attacks.clauses.opening import (
    in_one_of,
    in_which,
    is_after_blast,
    is_second_stage,
    opens,
    tells_of_it,
    was_last,
)
from analysis.coding.attacks.clauses.outcomes import (
    hurts_them,
    is_effect_of,
    is_fight_of,
    is_fire_of,
    is_harm_in,
    is_heard_of,
    is_massacre_told,
    is_result,
    is_toll_of,
    shares_doer,
)
from analysis.coding.attacks.doers.culprits import hit_culprit
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.apposition import is_apposition
from analysis.coding.attacks.mentions.made_of import is_and_weapon, is_listed, is_made_of
from analysis.coding.attacks.mentions.verbs import counted
from analysis.coding.attacks.nouns import lemma, outer
from analysis.coding.attacks.numbers.counts import is_counted, is_one_of, whole_counted
from analysis.coding.attacks.reality.generic import is_habit
from analysis.coding.attacks.reality.means import is_done_with_means
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural


def attach(mentions: Sequence[Mention]) -> list[Mention]:
    """Attach each mention of a sentence to the one before it where grammar says that they are one attack."""
    out: list[Mention] = []
    for mention in mentions:
        before = out[-1] if out else None
        apart = before is None or is_answer(before, mention) or was_last(before, mention)
        apart = apart or (before is not None and hit_culprit(before, mention))
        apart = apart and not (before is not None and is_after_blast(before, mention))
        apart = apart or (before is not None and _is_custom(before, mention))
        if before is not None and not apart and before.attached is not None and not are_one(before, mention):
            head = next((m for m in out if m.anchor == before.attached), before)
            before = head if _is_copula(head, mention) else before
        if before is not None and not apart and are_one(before, mention):
            loose = is_listed(before, mention) or is_effect_of(before, mention)  # of several kinds, or what was heard
            doer = before.doer if shares_doer(before, mention) else mention.doer
            kind = AttackType.OTHER if loose else mention.type
            mention = replace(mention, attached=before.anchor, type=kind, doer=doer)
        out.append(mention)
    return out


def _is_custom(a: Mention, b: Mention) -> bool:
    """Tell "the raid came on the eve of the feast, during which rebels often step up attacks": of every year."""
    habit = b.event is not None and b.weapon is None and is_habit(b.sentence.phrases, b.event)
    return habit and tells_of_it(a, b)


def are_one(a: Mention, b: Mention) -> bool:
    """Tell whether grammar makes a later mention of a sentence the attack of an earlier one."""
    return any(test(a, b) for test in _TESTS)


def _is_copula(a: Mention, b: Mention) -> bool:
    """Tell "Monday's strike was the second attack on the port"."""
    between = [v for v in b.sentence.phrases.verbs if a.last < v.first < b.first]
    if a.event is not None and b.event is not None and is_one_of(b) and is_counted(b):
        be = b.sentence.phrases.at[outer(b.sentence.phrases, b.event).first - 1]
        return isinstance(be, VerbGroup) and be.lemma == "be" and subject_of(b.sentence.phrases, be) is a.event
    single = b.event is not None and not is_plural(b.sentence.sentence.tokens[b.event.head].lower)
    told_as = any(b.sentence.sentence.tokens[i].lower == "what" for i in range(a.anchor + 1, b.first))
    if (single or b.event is not None) and told_as and between and between[-1].lemma in _CALLING | {"be", "describe"}:
        return True  # "…, in what may have been an attack on the port", "in what the army called an attack"
    if single and a.event is not None and between and between[-1].lemma == "be":
        return subject_of(b.sentence.phrases, between[-1]) is a.event  # past "…, which shook the town, was a raid"
    return single and len(between) == 1 and between[0].lemma == "be"


def _is_joined(a: Mention, b: Mention) -> bool:
    """Tell "artillery shelling and drone attacks": two nouns that share what stands before and after them."""
    first, second, tokens = a.event, b.event, b.sentence.sentence.tokens
    if first is None or second is None or a.weapon is not None or b.weapon is not None:
        return False
    alone = b.sentence.phrases.tags[second.first] not in {Tag.DETERMINER, Tag.NUMBER, Tag.PROPER}
    return alone and first.last == second.first - 2 and tokens[second.first - 1].lower == "and"


def _is_where(a: Mention, b: Mention) -> bool:
    """Tell "strikes hit two regions, where bombardment caused losses": what happened there was the strikes."""
    event = b.event
    if event is None or b.weapon is not None or event.first == 0 or a.last > event.first:
        return False
    where, first = (t.lower for t in b.sentence.sentence.tokens[event.first - 1 : event.first + 1])
    return where == "where" and (event.first == event.head or first == "the")


def _gerund_goes_on(a: Mention, b: Mention) -> bool:
    """Tell "attacked the meeting, throwing grenades and firing at the crowd"."""
    verb, phrases = b.verb, b.sentence.phrases
    if verb is not None and is_done_with_means(phrases, verb):
        verb = next(v for v in reversed(phrases.verbs) if v.last < verb.first)  # "using a lorry to fire at the gate"
    if verb is None or not verb.gerund or verb.finite or (a.verb is None and a.weapon is not None):
        return False
    main = [v for v in phrases.verbs if a.last < v.first < verb.first and v.finite]
    if verb.lemma in {"use", "employ"} and not main:
        return True  # "targeted sites in the area using heavy shells"
    before = phrases.sentence.tokens[verb.first - 1].lower if verb.first else ""
    if before in {"before", "after"} and b.target is not None and any(d.first > verb.last for d in b.sentence.dates):
        return False  # "hit a depot after bombing the port on Thursday"
    return not main and before in {",", "and", "by", "while", "before", "after", "then"}


def _is_called(a: Mention, b: Mention) -> bool:
    """Tell "condemned the raids as an assault", "called the raids on Nador an outrageous attack"."""
    event, phrases = b.event, b.sentence.phrases
    if a.event is None or event is None or b.weapon is not None or a.last >= event.first or event.first < 2:
        return False
    if any(a.last < v.first < event.first for v in phrases.verbs):
        return False
    before = event.first - 1
    while before > a.last and (phrases.tags[before] in _DESCRIBING or phrases.sentence.tokens[before].text in _QUOTES):
        before -= 1
    if phrases.sentence.tokens[before].lower == "as":
        return True  # 'condemned the killing as a "cowardly, wicked attack"'
    verb = next((v for v in reversed(phrases.verbs) if v.last < a.event.first), None)
    named = verb is not None and verb.lemma in _CALLING and event.preposition is None
    return named and phrases.sentence.tokens[event.first].lower in words().articles


_DESCRIBING = frozenset({Tag.ADJECTIVE, Tag.DETERMINER, Tag.ADVERB, Tag.MARK})
_QUOTES = frozenset({'"', "“", "‘", "'"})
_CALLING = frozenset({"call", "label", "brand", "term", "dub", "deem", "consider"})


def _that_hit(a: Mention, b: Mention) -> bool:
    """Tell "a bombardment by the army that targeted lorries": the relative clause says what the event hit."""
    verb, phrases = b.verb, b.sentence.phrases
    if a.event is None or b.event is not None or verb is None or verb.passive or not verb.finite or verb.first < 1:
        return False
    if phrases.tags[verb.first - 1] is not Tag.RELATIVE or verb.lemma not in words().landing | {"kill", "destroy"}:
        return False
    return not any(a.last < v.first < verb.first and v.finite for v in phrases.verbs)


def _is_counted_there(a: Mention, b: Mention) -> bool:
    """Tell "comments on its attacks in Thule, where it has carried out hundreds of raids", not past such an aside."""
    first, second, tokens = a.event, b.event, b.sentence.sentence.tokens
    if first is None or second is None or a.weapon is not None or b.weapon is not None or a.last >= second.first:
        return False
    own = is_plural(tokens[first.head].lower) and tokens[first.first].lower in {"its", "their", "such"}
    opener = next((i for i in range(a.last + 1, second.first) if tokens[i].lower in {"where", "which"}), None)
    verb = next((v for v in b.sentence.phrases.verbs if opener is not None and v.first > opener), None)
    ended = verb is None or any(b.sentence.phrases.tags[i] is Tag.MARK for i in range(verb.last, second.first))
    return own and not ended and whole_counted(a) is None and is_plural(tokens[second.head].lower)


def _is_followed(a: Mention, b: Mention) -> bool:
    """Tell "a bomb went off, followed by volleys of gunfire"; shells "followed by raids on a camp" are answered."""
    phrases, event = b.sentence.phrases, b.event
    if b.target is not None and phrases.sentence.tokens[b.target.first].lower != "the":
        return False
    first = outer(phrases, event).first if event is not None else 0
    verb = phrases.at[first - 2] if first > 1 else None
    return (
        isinstance(verb, VerbGroup) and verb.passive and verb.lemma in {"follow", "accompany"} and a.last < verb.first
    )


def _and_then(a: Mention, b: Mention) -> bool:
    """Tell "gunmen stormed the post and opened fire": the same doer, and a place or a day of its own in one at most."""
    verb = b.verb or next((v for v in b.sentence.phrases.verbs if v.last == b.first - 1), None)
    if verb is None or not verb.finite or verb.first < 2 or a.last >= verb.first:
        return False
    before = b.sentence.sentence.tokens[verb.first - 1].lower
    if (
        before not in {"and", "then"}
        or a.doer is None
        or counted(b.sentence.phrases, subject_of(b.sentence.phrases, verb)) is not a.doer
    ):
        return False
    if are_told_apart(a, b):
        return False
    tokens = b.sentence.sentence.tokens
    local = [
        p.first for p in b.sentence.places if p.place.kind in LOCAL and tokens[max(0, p.first - 1)].lower != "from"
    ]
    days = [d.first for d in b.sentence.dates]
    return not any(
        any(a.last < i < verb.first for i in spots) and any(i > verb.first for i in spots) for spots in (local, days)
    )


def _in_an_attack(a: Mention, b: Mention) -> bool:
    """Tell "the assassination of the judge in an attack near the town"."""
    phrases, event = b.sentence.phrases, b.event
    if event is None or event.preposition is None or b.weapon is not None or a.last >= event.first:
        return False
    plain = b.type is AttackType.OTHER and a.event is not None and a.weapon is not None
    plain = plain or (a.event is not None and lemma(phrases, event) == "operation")  # "strikes during an operation"
    if not plain and (a.event is None or a.type is not AttackType.ASSASSINATION):
        return False
    if any(a.last < v.first < event.first for v in phrases.verbs):
        return False
    tokens = phrases.sentence.tokens
    return tokens[event.preposition].lower in {"in", "during"} and tokens[event.first].lower in words().articles


def _was_when(a: Mention, b: Mention) -> bool:
    """Tell "the last time rebels fired at the base *was when* they hit its gate": one time."""
    lowers = b.sentence.sentence.lowers
    timed = "time" in lowers[: a.first] and not {"last", "first", "second", "third"}.isdisjoint(lowers[: a.first])
    between = lowers[a.last + 1 : b.first]
    return timed and any(x in {"was", "is", "came"} and y == "when" for x, y in pairwise(between))


_TESTS = (
    is_effect_of,
    is_heard_of,
    is_fire_of,
    is_result,
    is_toll_of,
    is_harm_in,
    is_fight_of,
    is_made_of,
    is_massacre_told,
    _was_when,
    is_listed,
    hurts_them,
    _is_copula,
    is_apposition,
    _is_joined,
    _is_where,
    _gerund_goes_on,
    tells_of_it,
    _in_an_attack,
    opens,
    _and_then,
    _is_followed,
    _is_counted_there,
    _is_called,
    is_and_weapon,
    _that_hit,
    in_one_of,
    in_which,
    is_after_blast,
    is_second_stage,
)
