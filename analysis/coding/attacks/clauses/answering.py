"""Answering: two attacks of one sentence of which the one came after, or because of, the other.

"Jets struck a depot in response to a rocket attack on the base", "killed two, hours after a bomb went off": the words
between set them apart, and the day before those words is that of the first attack.
"""

from __future__ import annotations

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.nouns import lemma, outer
from analysis.coding.attacks.words import words
from analysis.coding.rows import AttackType
from analysis.language.grammar.clauses import object_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag


def is_answer(a: Mention, b: Mention) -> bool:
    """Tell whether mention b, later in the sentence of a, is what a followed or answered."""
    if a.sentence is not b.sentence or not a.last < b.first:
        return False
    if _is_responded_to(a, b) or is_drawn(b):
        return True
    opener = find_opener(a.sentence.phrases, a.last + 1, b.first)
    if opener is None:
        return False
    word = a.sentence.sentence.tokens[opener].lower
    if _goes_on_there(a, b, opener):
        return False
    if word in words().answering or _has_day_in_name(b):
        return True
    return word in {"after", "following"} and b.target is not None and a.target is not None and _is_reply(a, b)


def _goes_on_there(a: Mention, b: Mention, opener: int) -> bool:
    """Tell "a second blast went off as troops were responding to *the attack*", of which the blast is a part."""
    phrases, event = a.sentence.phrases, b.event
    verb = phrases.at[opener]
    if event is None or not isinstance(verb, VerbGroup) or not verb.finite or verb.first == verb.head:
        return False
    subject = phrases.at[verb.first - 1]
    known = phrases.sentence.tokens[event.first].lower in {"the", "that", "this"}
    return known and verb.gerund and isinstance(subject, NounGroup) and subject.first > a.last


def _has_day_in_name(mention: Mention) -> bool:
    """Tell "fired rockets after *the October 7 attack*", which names its own day."""
    event = mention.event if mention.weapon is None else None
    return event is not None and any(event.first <= d.last < event.head for d in mention.sentence.dates)


def _is_responded_to(a: Mention, b: Mention) -> bool:
    """Tell "the army responded to the shelling by firing rockets", of which the shelling came first."""
    event, phrases = a.event, a.sentence.phrases
    if event is None or not event.preposition or phrases.sentence.tokens[event.preposition].lower != "to":
        return False
    verb = phrases.at[event.preposition - 1]
    while isinstance(verb, NounGroup) and verb.temporal and verb.first:
        verb = phrases.at[(verb.preposition or verb.first) - 1]  # "responded on May 3 to the shelling"
    if not isinstance(verb, VerbGroup) or verb.lemma not in RESPONDING or verb.negated:
        return False
    return any(phrases.sentence.tokens[i].lower in {"by", "with"} for i in range(a.last + 1, b.first + 1))


def is_answered(mention: Mention) -> bool:
    """Tell what another attack answered: "it was retaliation *for an air strike*", "in response *to the raid*"."""
    event, tokens = mention.event, mention.sentence.sentence.tokens
    if event is None or not event.preposition or tokens[event.preposition].lower not in {"to", "for", "over"}:
        return False
    return tokens[event.preposition - 1].lower in words().answering


def is_drawn(mention: Mention) -> bool:
    """Tell the air strikes of "a rocket attack, *drawing* air strikes", "the raid prompted the army to bomb X"."""
    event, phrases = mention.event, mention.sentence.phrases
    if mention.verb is not None and is_prompted(phrases, mention.verb):
        return True
    verb = next((v for v in reversed(phrases.verbs) if event is not None and v.last < event.first), None)
    if verb is None or event is None or verb.lemma not in words().prompting or (verb.passive and verb.finite):
        return False
    if lemma(phrases, event) in words().clashes:
        return False  # "a raid, sparking a shootout": how it went
    return object_of(phrases, verb) in {event, outer(phrases, event)}


def is_prompted(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell what one thing brought somebody to do: "the ambush prompted the army *to shell* the hills"."""
    whom = phrases.at[verb.first - 1] if verb.infinitive and verb.first else None
    if not isinstance(whom, NounGroup):
        return False
    brought = next((v for v in reversed(phrases.verbs) if v.last < whom.first), None)
    if brought is None or brought.lemma not in words().bringing or brought.passive:
        return False
    told = not (brought.negated or brought.modal or brought.infinitive)
    return told and object_of(phrases, brought) in {whom, outer(phrases, whom)}


#: verbs of hitting back
RESPONDING = frozenset({"retaliate", "respond", "reply", "answer", "react"})


def is_reply(mention: Mention) -> bool:
    """Tell what somebody hit back with ("answered the rebels with an air strike", "responded by shelling the hill").

    Shots that answer shots are one exchange of fire.
    """
    phrases, event = mention.sentence.phrases, mention.event
    if is_drawn(mention) or _opens_with_answer(mention):
        return True
    if mention.type is AttackType.SHOOTING or (event is not None and lemma(phrases, event) in words().clashes):
        return False
    first = mention.first if event is None or event.preposition is None else event.preposition
    if mention.verb is not None and mention.verb.lemma in RESPONDING:
        return not mention.verb.passive
    opener = first if phrases.sentence.tokens[first].lower in _WITH else first - 1
    if opener < 1 or phrases.sentence.tokens[opener].lower not in _WITH:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.last < opener), None)
    return verb is not None and verb.lemma in RESPONDING and not verb.passive and not verb.negated


_WITH = frozenset({"with", "by"})


def _opens_with_answer(mention: Mention) -> bool:
    """Tell what comes behind "In response, …", "In apparent retaliation for the raid, …"."""
    tokens = mention.sentence.sentence.tokens
    if tokens[0].lower != "in" or not {t.lower for t in tokens[1:4]} & words().answering:
        return False
    comma = next((i for i, t in enumerate(tokens) if t.text == ","), len(tokens))
    verb, tags = mention.verb, mention.sentence.phrases.tags
    of_foe = verb is not None and verb.first > 0 and tags[verb.first - 1] is Tag.RELATIVE
    return mention.first > comma and not of_foe  # "In retaliation, the men *who attacked the post* were killed"


def _is_reply(a: Mention, b: Mention) -> bool:
    """Tell two attacks with doers of their own, one on what the first calls its own, or rounds fired before."""
    tokens = a.sentence.sentence.tokens
    assert b.target is not None
    if b.doer is not None and (b.doer is a.doer or tokens[b.doer.head].lower in {"it", "they"}):
        return False  # "stormed the post after blowing up its gate"
    if tokens[b.target.first].lower in {"its", "their", "his", "our"} and a.doer is not None:
        return True
    fired = b.weapon is not None and b.verb is not None and b.verb.passive and b.doer is None
    if fired and a.event is None and a.doer is not None and a.weapon is None:
        return True  # "it struck a launch site after missiles were fired at the town"
    return a.doer is not None and b.doer is not None and a.doer.head != b.doer.head


def find_opener(phrases: Phrases, first: int, last: int) -> int | None:
    """Return the token, from first on and before last, that opens what came before or why: "after", "in response", or
    what came next: "hours before"; "a week since".
    """
    tokens, opening = phrases.sentence.tokens, words().answering | {"after", "following"}
    for i in range(first, last):
        if tokens[i].lower in opening or (
            tokens[i].lower in {"before", "since"} and i > first and is_span(phrases, i - 1)
        ):
            return i
    return None


def is_span(phrases: Phrases, i: int) -> bool:
    """Tell the time by which one thing comes before another: "hours", "a day", "shortly"."""
    return phrases.is_time(i) or phrases.sentence.tokens[i].lower in {"shortly", "just", "soon"}
