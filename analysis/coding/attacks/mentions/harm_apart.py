"""Killings that are attacks of their own beside those that a sentence has told, each let in by a cue of the text.

A cue is a few words that set a clause apart ("after", "when", "in response", a rank, a place said to be often hit);
it says between which tokens a killing may stand. Without one a killing beside an attack is how that attack ended.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from analysis.coding.attacks.clauses.answering import is_reply
from analysis.coding.attacks.clauses.apart import (
    JOINING,
    apposed_at,
    goes_on_elsewhere,
    has_day_of_its_own,
    ranked_at,
)
from analysis.coding.attacks.clauses.opening import opens_sentence, when_last
from analysis.coding.attacks.clauses.places_hit import is_said_of_place
from analysis.coding.attacks.labels import find_list_line
from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.mentions.aftermath import find_aftermath
from analysis.coding.attacks.mentions.harm import find_harm
from analysis.coding.attacks.words import words
from analysis.coding.reading import SentenceReading
from analysis.language.dates import Relation
from analysis.language.grammar.phrases import Phrases
from analysis.language.text.forms import parse_singular

_EARLIER = frozenset({"when", "after", "since"})
_SETTING_APART = words().answering | {"after", "following", "before"}


def find_harm_apart(sentence: SentenceReading, phrases: Phrases, found: Sequence[Mention]) -> list[Mention]:
    """Find the killings that a cue sets apart from the attacks found, and the one of a sentence that tells of none."""
    told = list(found)
    for cue in (_before_said_of_place, _alone_or_earlier, _when):
        told.extend(_harm_in(sentence, phrases, cue(sentence, told)))
    if told and not sentence.words.isdisjoint(_SETTING_APART):
        told.extend(find_aftermath(sentence, phrases, told))
    for cue in (_before_reply, _before_rank):
        told.extend(_harm_in(sentence, phrases, cue(sentence, told)))
    return told[len(found) :]


def find_harm_elsewhere(sentence: SentenceReading, phrases: Phrases, found: Sequence[Mention]) -> list[Mention]:
    """Find the killings of a sentence that have a day or a place of their own beside the attacks found."""
    told = list(found)
    if not told or not (len(sentence.dates) > 1 or (len(sentence.places) > 1 and sentence.words & JOINING)):
        return []
    after: Mention | None = None
    while (after := next(find_harm(sentence, phrases, after.last if after else -1), None)) is not None:
        if has_day_of_its_own(after, told) or _is_harm_elsewhere(after, told):
            told.append(after)
    return told[len(found) :]


def _harm_in(sentence: SentenceReading, phrases: Phrases, clauses: Sequence[range]) -> list[Mention]:
    """Return the first killing of each clause, given by the tokens that it may stand between."""
    return [m for part in clauses for m in find_harm(sentence, phrases, part.start - 1) if m.last < part.stop]


def _before_said_of_place(sentence: SentenceReading, found: Sequence[Mention]) -> list[range]:
    """Read "a bomb killed nine in an area often attacked by rebels"."""
    return [range(found[0].first)] if found and all(is_said_of_place(m) for m in found) else []


def _alone_or_earlier(sentence: SentenceReading, found: Sequence[Mention]) -> list[range]:
    """Return the sentence that tells of no attack, or of one in its opening; else its clauses on earlier attacks."""
    end = len(sentence.phrases.at)
    if (not found and not _is_of_toll(sentence)) or (len(found) == 1 and opens_sentence(found[0])):
        return [range(end)]
    if not found or not sentence.words & _EARLIER:
        return []
    clauses = [range(first + 1, last) for first, last in pairwise([*_earlier_clauses(sentence), end])]
    return [c for c in clauses if not any(c.start <= m.first < c.stop for m in found)]


def _earlier_clauses(sentence: SentenceReading) -> list[int]:
    """Return what opens clauses on earlier attacks: "since March, *when* …", "two days *after* gunmen killed …"."""
    phrases = sentence.phrases
    if "since" in sentence.words and (since := _since_then(sentence)) is not None:
        return [since]
    when = when_last(phrases, 0, len(phrases.at)) if "when" in sentence.words else None
    if when is not None or "after" not in sentence.words:
        return [when] if when is not None else []
    return _counted_after(sentence)


def _since_then(sentence: SentenceReading) -> int | None:
    """Return the "since" of "the worst attack since a bomber killed five in May", which a verb in the past follows."""
    tokens = sentence.sentence.tokens
    since = next((i for i in range(1, len(tokens)) if tokens[i].lower == "since"), None)
    verb = next((v for v in sentence.phrases.verbs if since is not None and v.first > since), None)
    past = verb is not None and verb.finite and tokens[verb.first].lower not in {"have", "has", "is", "are"}
    return since if past and not any(t.text == "," for t in tokens[since or 0 : verb.first if verb else 0]) else None


def _counted_after(sentence: SentenceReading) -> list[int]:
    """Return the last tokens of "a day after", "two weeks after", behind which something earlier is told."""
    counted = (d for d in sentence.dates if d.relation is Relation.ANCHOR)
    return [d.last for d in counted if sentence.sentence.tokens[d.last].lower == "after"]


def _when(sentence: SentenceReading, found: Sequence[Mention]) -> list[range]:
    """Read "the deadliest attack was in May, when gunmen killed nine"."""
    if len(found) != 1 or "when" not in sentence.words or found[0].event is None or found[0].weapon is not None:
        return []
    tokens = sentence.sentence.tokens
    when = next((i for i, t in enumerate(tokens) if t.lower == "when"), 0)
    return [range(when + 1, len(tokens))] if found[0].last < when else []


def _before_reply(sentence: SentenceReading, found: Sequence[Mention]) -> list[range]:
    """Read "gunmen killed two, and the army responded by shelling the hill"."""
    return [range(found[0].first)] if len(found) == 1 and is_reply(found[0]) else []


def _before_rank(sentence: SentenceReading, found: Sequence[Mention]) -> list[range]:
    """Read "killed nine, an attack claimed by rebels", "killed nine on Monday, the latest in a string of attacks"."""
    run = (ranked_at(found[0]) or apposed_at(found[0])) if len(found) == 1 else None
    return [range(run)] if run is not None else []


def _is_of_toll(sentence: SentenceReading) -> bool:
    """Tell an item under "The dead are distributed as follows:": who killed how many, in attacks that are told."""
    line = sentence.opening.opener
    if line is None or words().tolls.isdisjoint(map(parse_singular, line.words)):
        return False
    return find_list_line(sentence) is not None


def _is_harm_elsewhere(harm: Mention, found: Sequence[Mention]) -> bool:
    """Tell "a bomber killed nine in Tarn, while a rocket hit a school in Sarno", in either order."""
    if any(m.first <= harm.last and harm.first <= m.last for m in found):
        return False
    before = [m for m in found if m.last < harm.first]
    pairs = [(harm, m) for m in found if m.first > harm.last][:1] + [(m, harm) for m in before[-1:]]
    return bool(pairs) and all(goes_on_elsewhere(a, b) for a, b in pairs)
