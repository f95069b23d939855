"""What an attack is called: "it was a bombing", "denounced the strikes as a cowardly attack", "called it a raid"."""

from __future__ import annotations

from analysis.coding.attacks.clauses.grammar import preposition_of
from analysis.coding.attacks.nouns import lemma, outer
from analysis.coding.attacks.words import words
from analysis.language.grammar.clauses import subject_of
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.tags import Tag
from analysis.language.text.forms import is_plural


def it_was(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "it was a targeted attack", "it was possibly a raid or a drone attack", which point back."""
    i, tokens = event.first - 1, phrases.sentence.tokens
    if i > 0 and tokens[i].lower == "or" and isinstance(phrases.at[i - 1], NounGroup):
        i = phrases.at[i - 1].first - 1  # type: ignore[union-attr]
    while i > 0 and phrases.tags[i] is Tag.ADVERB:
        i -= 1
    verb = phrases.at[i] if i > 0 else None
    if not isinstance(verb, VerbGroup) or verb.lemma != "be":
        return False
    subject = subject_of(phrases, verb)
    return subject is not None and phrases.sentence.tokens[subject.head].lower in _IT


def is_ranked_again(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "it is one of the deadliest attacks in years", "this was among the worst raids on the port": a rank only.

    The years are those of all the others, and what is ranked has been told.
    """
    said = {phrases.sentence.tokens[i].lower for i in range(event.first, event.head)}
    if not said & (words().nth - words().ranks.keys() - {"first"}):
        return False
    if preposition_of(phrases, event) == "among" and event.preposition:
        verb = phrases.at[event.preposition - 1]
        subject = subject_of(phrases, verb) if isinstance(verb, VerbGroup) and verb.lemma == "be" else None
        return subject is not None and phrases.sentence.tokens[subject.head].lower in _IT
    whole = outer(phrases, event)
    return whole is not event and phrases.sentence.tokens[whole.head].lower == "one" and it_was(phrases, whole)


_IT = frozenset({"it", "this", "that"})


def is_called_so(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "denounced the strikes as a cowardly attack", which only says what one thinks of those told before."""
    verb = next((v for v in reversed(phrases.verbs) if v.last < event.first), None)
    if verb is None or not event.first:
        return False
    if verb.lemma in _CALLING | _JUDGING and _is_what_was_told(phrases, verb):
        return True
    if verb.lemma in _CALLING:  # "called it a bombing", "was called a bombing"
        thing = phrases.at[event.first - 1]
        return (thing is verb and verb.passive) or (isinstance(thing, NounGroup) and thing.first == verb.last + 1)
    return verb.lemma in _JUDGING and preposition_of(phrases, event) == "as"


def _is_what_was_told(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "condemned what he called a raid", "responsibility for what it termed a raid" from "carried out what …"."""
    who = phrases.at[verb.first - 1] if verb.first > 1 else None
    what = who.first - 1 if isinstance(who, NounGroup) else -1
    if what < 1 or phrases.sentence.tokens[what].lower != "what":
        return False
    before = phrases.at[what - 1]
    judged = isinstance(before, VerbGroup) and before.lemma in _JUDGING
    return judged or phrases.sentence.tokens[what - 1].lower in {"for", "of"}


_JUDGING = words().judging
_CALLING = frozenset({"call", "term", "dub", "deem", "brand", "label"})


def goes_on(phrases: Phrases, event: NounGroup) -> bool:
    """Tell "heavy gunfire continued", "shooting went on": how an attack that was told went."""
    first = phrases.tags[event.first]
    if first in {Tag.DETERMINER, Tag.PROPER, Tag.NUMBER} or phrases.sentence.headline or event.preposition is not None:
        return False
    verb = next((v for v in phrases.verbs if v.first > event.last and v.finite), None)
    if (
        verb is None
        or verb.passive
        or verb.first - event.last > 2
        or is_plural(phrases.sentence.tokens[event.head].lower)
    ):
        return False
    return verb.lemma in {"continue", "subside", "ring", "erupt"} and lemma(phrases, event) in _SHOTS


_SHOTS = frozenset({"gunfire", "shooting", "fire"})
