"""Subjects: whom a sentence has named before a pronoun, for "he" who has not spoken yet.

"*Mr Adler* had said nothing, but he condemned", "*Mr Adler* toured the port. He said". Only order tells; whether those
found can speak is asked elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.coding.reading import SentenceReading
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.voices.offices import SHORT
from analysis.language.actors.persons import parse_person, titles
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_before
from analysis.language.grammar.tags import Tag

Span = tuple[int, int]
#: sentences before in which somebody with a title is looked for
_BACK = 12
#: passives after which their subject speaks
_ASKED = frozenset({"ask", "query", "queried", "question", "interview", "quote", "press"})


def doer_of(sentence: SentenceReading, before: int | None = None) -> SpeakerPhrase | None:
    """Return the subject of the first finite active verb of a sentence, or None; joint subjects are none.

    With `before` it is that of the last one before that token: "*The army* hit what it said were depots".
    """
    verbs = (v for v in sentence.phrases.verbs if v.finite and (before is None or v.last < before))
    verb = next(verbs, None) if before is None else next(iter(reversed(list(verbs))), None)
    if verb is None or (verb.passive and verb.lemma not in _ASKED) or sentence.sentence.headline:
        return None
    doer = speaker_before(sentence.phrases, verb.first - 1)
    return None if doer is None or doer.others else doer


def tellers(sentence: SentenceReading) -> Iterator[SpeakerPhrase]:
    """Find those who call something something in a sentence: "hit what *their spokesman, Carl Ode,* called a camp"."""
    for i in sentence.sentence.where(_WHAT) if "what" in sentence.words else ():
        verb = next((v for v in sentence.phrases.verbs if v.first > i), None)
        teller = (
            None if verb is None or (verb.passive and verb.finite) else speaker_before(sentence.phrases, verb.first - 1)
        )
        if teller is not None and teller.first in {i, i + 1} and teller.last > i:
            yield replace(teller, first=i + 1)


_WHAT = frozenset({"what"})


def joint_doers(sentence: SentenceReading, i: int) -> SpeakerPhrase | None:
    """Return the joint subjects that "they" at token i means: "*X and Y* issued a note in which they said", or None."""
    phrases = sentence.phrases
    if i < 2 or sentence.sentence.tokens[i].lower != "they" or phrases.words(i - 2, i - 1) != "in which":
        return None
    verb = next((v for v in phrases.verbs if v.finite and v.last < i), None)
    doer = None if verb is None or verb.passive else speaker_before(phrases, verb.first - 1)
    return doer if doer is not None and doer.others else None


def accused(sentence: SentenceReading, accusing: Cue, denier: SpeakerPhrase) -> SpeakerPhrase | None:
    """Return the one accused whom "it" means: "blamed *Aleria* for it, which it denied", "blamed it on *Aleria*"."""
    phrases, tokens = sentence.phrases, sentence.sentence.tokens
    if tokens[denier.first].lower not in {"it", "they", "he", "she"} or accusing.start is None:
        return None
    told = [g for g in phrases.nouns if accusing.start <= g.first and g.last < denier.first - 1]
    laid = (g for g in told if accusing.lemma == "blame" and phrases.words(g.first - 1, g.first - 1) == "on")
    found = next(laid, told[0] if told and told[0].first == accusing.start else None)
    return None if found is None else SpeakerPhrase(found.first, found.last, None, ())


def is_of_thing(sentence: SentenceReading, i: int) -> bool:
    """Tell the "it" at token i that goes on after "and" with a thing: "the *size* of it surprised X, and it showed"."""
    phrases = sentence.phrases
    if i < 1 or phrases.tags[i - 1] is not Tag.CONJUNCTION:
        return False
    verb = next((v for v in reversed(phrases.verbs) if v.finite and v.last < i), None)
    doer = None if verb is None else speaker_before(phrases, verb.first - 1)
    group = None if doer is None else phrases.at[doer.first]
    if not isinstance(group, NounGroup) or phrases.tags[group.head] is not Tag.NOUN:
        return False
    head = sentence.sentence.tokens[group.head].lower
    sets = titles()
    return all(head not in sets[name] for name in ("bodies", "unofficial", "anonymous", "official", "other"))


def titled_before(
    sentences: Sequence[SentenceReading], number: int, words: Sequence[str]
) -> tuple[SentenceReading, Span, Span | None] | None:
    """Return the last noun group before sentence `number` that gives a name a title of these words, or None.

    With it what stands beside it: "*the mayor of Aleria, Carl Ode*", "*Carl Ode, the mayor*".
    """
    title = " ".join(words)
    printed = {words[-1], f"{SHORT[words[-1]]}."} if words[-1] in SHORT else {words[-1]}
    for k in range(number - 1, max(number - _BACK, -1), -1):
        before = sentences[k]
        if printed.isdisjoint(before.words) or before.sentence.capitals:
            continue
        for group in reversed(before.phrases.nouns):
            person = parse_person(before.sentence.tokens, group.first, group.last)
            if person is not None and f" {title} " in f" {_in_full(person.title or '')} ":
                return before, (group.first, group.last), None
            if before.phrases.words(group.last - len(words) + 1, group.last) == title:
                beside = _name_beside(before, group)
                if beside is not None:
                    return before, *beside
    return None


def _in_full(title: str) -> str:
    """Return a title in lower case with its ranks in full: "Maj. Gen." is a major general."""
    full = {short: word for word, short in SHORT.items()}
    return " ".join(full.get(word.rstrip("."), word) for word in title.lower().split())


def _name_beside(sentence: SentenceReading, office: NounGroup) -> tuple[Span, Span] | None:
    """Return the group of an office and the name that stands between commas beside it, the first of them first."""
    tokens, phrases = sentence.sentence.tokens, sentence.phrases
    if phrases.tags[office.first] is not Tag.DETERMINER or office.preposition is not None:
        return None
    end = office.last
    while end + 2 < len(tokens) and tokens[end + 1].lower in {"of", "for", "in"}:
        field = phrases.at[end + 2]
        if not isinstance(field, NounGroup):
            break
        end = field.last
    name = phrases.at[end + 2] if end + 2 < len(tokens) and tokens[end + 1].text == "," else None
    if isinstance(name, NounGroup) and parse_person(tokens, name.first, name.last) is not None:
        return (office.first, end), (name.first, name.last)
    name = phrases.at[office.first - 2] if office.first > 1 and tokens[office.first - 1].text == "," else None
    if isinstance(name, NounGroup) and parse_person(tokens, name.first, name.last) is not None:
        return (name.first, name.last), (office.first, end)
    return None


def names_before(sentence: SentenceReading, i: int) -> Iterator[Span]:
    """Find the noun groups before token i that may name a person, the nearest first, then names after "Mr"."""
    for group in reversed(sentence.phrases.nouns):
        if group.last < i and group.preposition is None and not group.temporal:
            yield group.first, group.last
    tokens = sentence.sentence.tokens
    for k in range(i - 2, -1, -1):
        if tokens[k].lower in titles()["honorifics"] and tokens[k + 1].text[0].isupper():
            yield k, k + 1
