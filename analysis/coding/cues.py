"""Cues: the verbs and phrases that attribute words to a speaker, one sentence at a time.

`find_cues` tells of each cue who speaks (tokens), whether what was said stands before it, after it or around it, and
which rule found it. What will or may be said, and what somebody did not say, is no cue.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from analysis.coding.complements import OPENING, Complement, find_complement, frames, particles
from analysis.language.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.speakers import SpeakerPhrase, speaker_after, speaker_before
from analysis.language.tags import Tag, lemmas

_CLOSING = frozenset({'"', "”", "''", "’", "'", "»", "``", "“"})
_BREAKS = frozenset({",", "?", "!", "-", "--", "–", "—", ".", "...", "…", ";"})
#: verbs that stand before their subject after an unquoted clause: "the base was hit, said the ministry"
_INVERTED = frozenset({"say", "add", "note", "explain", "recall", "write", "report", "state", "warn"})
_HYPOTHETICAL = frozenset({"if", "unless", "whether", "than", "nor"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb or phrase that attributes words, by token numbers of its sentence."""

    lemma: str
    first: int
    #: last token of the cue with its adjuncts, and of the verb alone
    last: int
    verb_last: int
    #: None where it goes on with the speaker of the cue before
    speaker: SpeakerPhrase | None
    #: first token of what was said after the cue, or None
    start: int | None
    #: token before which what was said before the cue ends, or None
    until: int | None
    #: what was said goes on after a cue in its middle
    inside: bool
    #: how what was said begins: "that", "quote", "object" …
    how: str
    rule: str
    #: token where the part of the sentence begins that this cue opens with "and" or as a participle, or None
    joins: int | None = None
    #: "citing X": the one who speaks through the speaker
    cited: SpeakerPhrase | None = None
    adjuncts: tuple[tuple[int, int], ...] = ()
    #: token before which what was said after the cue ends, or None for the sentence's end
    end: int | None = None


@cache
def cue_verbs() -> frozenset[str]:
    """Return the base forms of the verbs that may be cues."""
    lists = frames()
    names = ("clause", "after", "addressee", "object", "infinitive", "request", "naming")
    return frozenset(w for name in names for w in lists[name]) | frozenset(particles()) | {"quote", "cite"}


@cache
def cue_words() -> frozenset[str]:
    """Return the lower-case words without one of which a sentence has no cue."""
    verbs = cue_verbs()
    return frozenset(form for form, base in lemmas().items() if base in verbs) | {"according"}


def find_cues(phrases: Phrases) -> list[Cue]:
    """Find the cues of a sentence, left to right."""
    cues: list[Cue] = []
    for verb in phrases.verbs:
        if verb.lemma in cue_verbs():
            cue = _verb_cue(phrases, verb, cues)
            if cue is not None:
                cues.append(cue)
    for i, token in enumerate(phrases.sentence.tokens):
        if token.lower == "according" and phrases.words(i, i + 1) == "according to":
            cue = _according(phrases, i)
            if cue is not None:
                cues.append(cue)
    cues.sort(key=lambda cue: cue.first)
    return [_with_citation(phrases, _with_end(phrases, cue), cues) for cue in cues]


def _with_end(phrases: Phrases, cue: Cue) -> Cue:
    """Let the content of a cue in a relative clause end where the main clause goes on: "…, who said X, *left*"."""
    if cue.start is None or cue.until is not None or phrases.sentence.tokens[cue.start].text in OPENING:
        return cue
    opener = cue.first - 1 if cue.speaker is None else cue.speaker.first - 1
    back = phrases.tags[_skip_adverbs(phrases, cue.first - 1)] is Tag.RELATIVE
    if not back and (opener < 0 or phrases.tags[opener] is not Tag.RELATIVE):
        return cue
    for i in range(cue.start, len(phrases.at) - 1):
        if phrases.sentence.tokens[i].text == ",":
            group = phrases.at[i + 1]
            if isinstance(group, VerbGroup) and group.finite:
                return replace(cue, end=i)
    return cue


def _verb_cue(phrases: Phrases, verb: VerbGroup, before: list[Cue]) -> Cue | None:
    if verb.modal or verb.negated or _is_rare(phrases, verb):
        return None
    if verb.passive:
        return _quoted_as(phrases, verb)
    if verb.infinitive:
        return _led(phrases, verb, before)
    if verb.gerund and not verb.finite:
        return _participle(phrases, verb, before)
    if not verb.finite:
        return None
    return _inverted(phrases, verb) or _plain(phrases, verb, before)


def _is_rare(phrases: Phrases, verb: VerbGroup) -> bool:
    """Tell "rarely comments", which is no statement."""
    tokens = phrases.sentence.tokens
    return any(tokens[k].lower in frames()["rarely"] for k in range(max(verb.first - 1, 0), verb.last + 1))


# ---- a finite verb


def _skip_adverbs(phrases: Phrases, i: int) -> int:
    while i >= 0 and phrases.tags[i] in {Tag.ADVERB, Tag.NEGATION}:
        i -= 1
    return i


def _inverted(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "…, said X" or None."""
    tokens = phrases.sentence.tokens
    before = verb.first - 1
    if verb.first != verb.last or verb.lemma not in frames()["after"] or verb.lemma in frames()["addressee"]:
        return None
    quoted = before >= 0 and tokens[before].text in _CLOSING
    if before >= 0 and not quoted and (tokens[before].text not in _BREAKS or verb.lemma not in _INVERTED):
        return None
    speaker = speaker_after(phrases, verb.last + 1)
    if speaker is None:
        return None
    end = speaker.last if speaker.aside is None else speaker.aside[1]
    if _verb_follows(phrases, speaker.last) and not (quoted and phrases.tags[speaker.last] is Tag.PROPER):
        return None
    if before < 0 and (end + 1 >= len(tokens) or tokens[end + 1].text not in {":", "."}):
        return None
    rest = find_complement(phrases, end + 1, verb.lemma)
    start = rest.start if rest.how in {"quote", "colon"} else None
    if before < 0 and start is None:
        return None
    return Cue(
        verb.lemma, verb.first, verb.last, verb.last, speaker, start, verb.first if before >= 0 else None,
        start is not None or _goes_on(phrases, end + 1), rest.how, "cue-inverted", None, None, rest.adjuncts,
    )  # fmt: skip


def _verb_follows(phrases: Phrases, last: int) -> bool:
    """Tell whether a finite verb follows a noun phrase, prepositional groups aside, so that it begins a clause."""
    i = last + 1
    while i < len(phrases.at):
        group = phrases.at[i]
        if isinstance(group, VerbGroup):
            return group.finite
        following = phrases.at[i + 1] if i + 1 < len(phrases.at) else None
        if isinstance(following, NounGroup) and following.preposition == i:
            i = following.last + 1
        elif phrases.tags[i] is Tag.ADVERB or (isinstance(group, NounGroup) and group.temporal):
            i += 1
        else:
            return False
    return False


def _goes_on(phrases: Phrases, i: int) -> bool:
    """Tell whether what was said goes on after a cue in its middle: a comma and then more than an aside."""
    tokens = phrases.sentence.tokens
    while i < len(tokens) and tokens[i].text not in {",", "-", "--", "–", "—", ";"}:
        i += 1
    return i + 2 < len(tokens)


def _plain(phrases: Phrases, verb: VerbGroup, cues: list[Cue]) -> Cue | None:
    """Return the cue of a finite verb after its speaker, or None."""
    tokens = phrases.sentence.tokens
    before = _skip_adverbs(phrases, verb.first - 1)
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    if before >= 0 and tokens[before].lower in {"and", "but", "then", "or"}:
        return _coordinated(phrases, verb, before, complement, cues)
    speaker = speaker_before(phrases, before)
    if speaker is None:
        return None
    first = min([speaker.first, *(other[0] for other in speaker.others)])
    opener = first - 1
    if opener >= 0 and tokens[opener].lower in _HYPOTHETICAL:
        return None
    if complement.start is None and opener >= 0 and phrases.tags[opener] is Tag.RELATIVE:
        complement = _gap(phrases, verb, complement)
    after = find_position(phrases, opener, verb.lemma)
    if complement.start is not None and not (after == "quote" and complement.how not in {"quote", "that", "colon"}):
        medial = after == "quote" and complement.how == "quote"
        return _cue(
            verb,
            complement,
            speaker,
            complement.start,
            opener + 1 if medial else None,
            "cue-inside" if medial else "cue-before",
        )
    if not after:
        return None
    inside = complement.how != "quote" and _goes_on(phrases, complement.cue_last + 1)
    rule = "cue-inside" if inside else "cue-after"
    return _cue(verb, complement, speaker, None, opener + 1, rule, inside=inside)


def _gap(phrases: Phrases, verb: VerbGroup, complement: Complement) -> Complement:
    """Return the complement of "which X said *left four dead*", whose subject stands before the relative pronoun."""
    group = phrases.at[complement.cue_last + 1] if complement.cue_last + 1 < len(phrases.at) else None
    if isinstance(group, VerbGroup) and not group.infinitive and verb.lemma in frames()["clause"]:
        return replace(complement, start=group.first, how="clause")
    return complement


def find_position(phrases: Phrases, opener: int, lemma: str) -> str:
    """Tell what stands before the speaker that token opener precedes: "quote", "clause", or "" for nothing said."""
    tokens = phrases.sentence.tokens
    if lemma not in frames()["after"]:
        return ""
    if opener < 0:
        return "start"
    mark = tokens[opener].text
    if mark in _CLOSING:
        return "quote"
    if mark not in _BREAKS:
        return ""
    if opener and tokens[opener - 1].text in _CLOSING:
        return "quote"
    said = any(v.finite and v.last < opener for v in phrases.verbs)
    return "clause" if said else ""


def _cue(
    verb: VerbGroup, complement: Complement, speaker: SpeakerPhrase | None, start: int | None, until: int | None,
    rule: str, *, inside: bool = False, joins: int | None = None,
) -> Cue:  # fmt: skip
    return Cue(
        verb.lemma, verb.first, max(complement.cue_last, verb.last), verb.last, speaker, start, until,
        inside or (start is not None and until is not None), complement.how, rule, joins, None, complement.adjuncts,
    )  # fmt: skip


def _coordinated(
    phrases: Phrases, verb: VerbGroup, conjunction: int, complement: Complement, cues: list[Cue]
) -> Cue | None:
    """Return the cue of a second verb: "blamed Iran for it *and warned* that"."""
    if complement.start is None:
        return None
    joins = conjunction - (1 if conjunction and phrases.sentence.tokens[conjunction - 1].text == "," else 0)
    inner = next((v for v in reversed(phrases.verbs) if v.last < conjunction and v.finite), None)
    if inner is None:
        return None
    outer = next((c for c in reversed(cues) if c.first <= inner.first), None)
    if outer is not None and outer.first <= inner.first <= outer.verb_last:
        return _cue(verb, complement, None, complement.start, None, "cue-coordinated", joins=joins)
    speaker = speaker_before(phrases, inner.first - 1)
    if outer is not None and (speaker is None or not _is_speaking(phrases, speaker)):
        return _cue(verb, complement, None, complement.start, None, "cue-coordinated", joins=joins)
    return None if speaker is None else _cue(verb, complement, speaker, complement.start, None, "cue-coordinated")


def _is_speaking(phrases: Phrases, speaker: SpeakerPhrase) -> bool:
    """Tell a subject that can speak (a name, a pronoun for a person) from one that cannot, for a second verb."""
    token = phrases.sentence.tokens[speaker.last]
    return phrases.tags[speaker.last] is Tag.PROPER or token.lower in {"he", "she"}


# ---- other forms


def _participle(phrases: Phrases, verb: VerbGroup, cues: list[Cue]) -> Cue | None:
    """Return the cue of a participle: "…, *warning* that", "in a tweet *saying* that"."""
    if verb.first == 0 or verb.lemma in {"quote", "cite"}:
        return None
    before = _skip_adverbs(phrases, verb.first - 1)
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    if complement.start is None or before < 0:
        return None
    token, group = phrases.sentence.tokens[before], phrases.at[before]
    if isinstance(group, NounGroup):
        if phrases.sentence.tokens[group.head].lower not in frames()["carriers"]:
            return None
    elif token.text != "," and token.lower not in {"and", "while", "without", "by", *_CLOSING}:
        return None
    if token.lower in {"without", "by"}:
        return None
    joins = (
        before - 1 if token.lower in {"and", "while"} and phrases.sentence.tokens[before - 1].text == "," else before
    )
    if isinstance(group, NounGroup):
        joins = group.last + 1
    if any(c.first < verb.first for c in cues):
        return _cue(verb, complement, None, complement.start, None, "participle", joins=joins)
    main = next((v for v in phrases.verbs if v.finite and v.last < verb.first), None)
    speaker = None if main is None or main.passive else speaker_before(phrases, main.first - 1)
    return (
        None if speaker is None else _cue(verb, complement, speaker, complement.start, None, "participle", joins=joins)
    )


def _led(phrases: Phrases, verb: VerbGroup, cues: list[Cue]) -> Cue | None:
    """Return the cue of an infinitive after a verb that makes it fact: "went on *to say* that"."""
    lead = next((v for v in reversed(phrases.verbs) if v.last < verb.first and not v.infinitive), None)
    if lead is None or lead.lemma not in frames()["leading"] or lead.negated or lead.modal or not lead.finite:
        return None
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    speaker = speaker_before(phrases, lead.first - 1)
    if complement.start is None or speaker is None:
        return None
    return _cue(verb, complement, speaker, complement.start, None, "cue-led")


def _quoted_as(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "X was quoted as saying", or None for any other passive."""
    tokens = phrases.sentence.tokens
    if verb.lemma not in {"quote", "cite"}:
        return None
    saying = next((v for v in phrases.verbs if v.first > verb.last and v.gerund), None)
    if saying is None or saying.first - verb.last > 12 or tokens[saying.first - 1].lower != "as":
        return None
    speaker = speaker_before(phrases, verb.first - 1)
    if speaker is None:
        return None
    complement = find_complement(phrases, saying.last + 1, "say")
    opener = speaker.first - 1
    after = find_position(phrases, opener, "say")
    if complement.start is None and not after:
        return None
    until = opener + 1 if complement.start is None or (after == "quote" and complement.how == "quote") else None
    return Cue(
        "say", verb.first, saying.last, saying.last, speaker, complement.start, until,
        until is not None and complement.start is not None, complement.how, "quoted-as",
    )  # fmt: skip


def _according(phrases: Phrases, i: int) -> Cue | None:
    """Return the cue of "according to X"."""
    tokens = phrases.sentence.tokens
    speaker = speaker_after(phrases, i + 2)
    if speaker is None:
        return None
    end = speaker.last if speaker.aside is None else speaker.aside[1]
    if (
        i == 0
        or (i == 1 and phrases.tags[0] in {Tag.CONJUNCTION, Tag.ADVERB, Tag.SUBORDINATOR})
        or tokens[i - 1].text in OPENING
    ):
        comma = next((k for k in range(speaker.last + 1, len(tokens)) if tokens[k].text == ","), None)
        if comma is not None and speaker.aside is not None and comma < speaker.aside[0]:
            comma = speaker.aside[1] + 1 if _verb_after(phrases, speaker.aside[1]) else comma
        if comma is None or comma + 1 >= len(tokens):
            return None
        return Cue("accord", i, i + 1, i + 1, speaker, comma + 1, None, False, "clause", "according-to")
    inside = end + 2 < len(tokens) and tokens[end + 1].text == "," and _verb_after(phrases, end)
    return Cue("accord", i, i + 1, i + 1, speaker, None, i, inside, "", "according-to")


def _verb_after(phrases: Phrases, i: int) -> bool:
    return any(v.finite and v.first > i for v in phrases.verbs)


def _with_citation(phrases: Phrases, cue: Cue, cues: list[Cue]) -> Cue:
    """Add the one whom "citing X" names to the cue that it stands with."""
    tokens = phrases.sentence.tokens
    for i, token in enumerate(tokens):
        if token.lower in frames()["citing"] and phrases.tags[i] is Tag.GERUND:
            nearest = min(cues, key=lambda c: abs(c.first - i))
            if nearest is cue:
                return replace(cue, cited=speaker_after(phrases, i + 1))
    return cue
