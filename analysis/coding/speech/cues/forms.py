"""Forms of cues beside the plain finite verb: "went on to say", "was quoted as saying", "according to"."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from analysis.coding.speech.cues.complements import find_complement
from analysis.coding.speech.cues.cue import Cue, to_cue
from analysis.coding.speech.cues.frames import ENDS, OPENING, frames, nouns_of_saying
from analysis.coding.speech.cues.positions import find_position, skip_adverbs, verb_after
from analysis.coding.speech.cues.things import is_no_speech
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speaker_names import heads_office
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after, speaker_before
from analysis.language.grammar.tags import Tag

#: tokens between a passive verb and its doer
_AGENT = 16


def led_cue(phrases: Phrases, verb: VerbGroup, cues: list[Cue]) -> Cue | None:
    """Return the cue of an infinitive after a verb that makes it fact: "went on *to say* that"."""
    lead = next((v for v in reversed(phrases.verbs) if v.last < verb.first and not v.infinitive), None)
    if lead is None or lead.negated or lead.modal or not lead.finite:
        return None
    eager = lead.lemma == "be" and phrases.sentence.tokens[verb.first - 1].lower in frames()["eager"]
    if lead.lemma not in frames()["leading"] and not eager:
        return None
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    speaker = speaker_before(phrases, lead.first - 1)
    if complement.start is None or speaker is None:
        return None
    return to_cue(verb, complement, speaker, complement.start, None, "cue-led")


def quoted_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
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
    if complement.start is None and after in {"", "start"}:
        return None
    until = opener + 1 if complement.start is None or (after == "quote" and complement.how == "quote") else None
    return Cue(
        "say", verb.first, saying.last, saying.last, speaker, complement.start, until,
        until is not None and complement.start is not None, complement.how, "quoted-as",
    )  # fmt: skip


def passive_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of a passive with its doer ("was blamed by X for Y", "was claimed by X"), or None."""
    tokens = phrases.sentence.tokens
    impersonal = _impersonal(phrases, verb)
    if impersonal is not None:
        return impersonal
    agent = _agent(phrases, verb)
    if agent is None or verb.lemma not in frames()["passive"]:
        return None
    if not verb.finite:
        return _claimed_of_them(phrases, verb, agent)
    speaker, subject = speaker_after(phrases, agent + 1), speaker_before(phrases, verb.first - 1)
    if speaker is None or subject is None or is_no_speech(phrases, subject.first, verb.lemma):
        return None
    if any(tokens[k].lower == "no" for k in (subject.first, *(first for first, _ in subject.others))):
        return None  # "*no losses* were reported by X", who may have told nothing
    if subject.first == subject.last and tokens[subject.first].lower == "this" and verb.lemma in frames()["reporting"]:
        return Cue("say", verb.first, verb.last, verb.last, speaker, None, 0, False, "this", "this")
    if (over := _end_of_accuser(phrases, speaker, verb.lemma)) is not None:
        speaker = replace(speaker, last=over - 1)
    after = speaker.last + 1
    mark = tokens[after].text if after < len(tokens) else "."
    cue = Cue(verb.lemma, verb.first, verb.last, verb.last, speaker, None, None, False, "", "passive")
    if verb.lemma == "tell":
        opener = subject.first - 1
        if find_position(phrases, opener, verb.lemma) in {"clause", "quote"}:
            return replace(cue, until=opener + 1)
        return replace(cue, start=after + 1, how="that") if mark == "that" else None
    group = phrases.at[after] if after < len(phrases.at) else None
    if mark in OPENING or (isinstance(group, VerbGroup) and group.infinitive):
        return replace(cue, start=after, how="particle" if verb.lemma == "call" else "request")
    end = agent if mark in {",", ".", ";", "-", "–", "—"} else None
    return replace(cue, start=subject.first, how="object", end=end)


def _end_of_accuser(phrases: Phrases, speaker: SpeakerPhrase, lemma: str) -> int | None:
    """Return where what is blamed begins: "was blamed by Aleria *on* rebels", "was accused by Aleria *of* a raid"."""
    inside = range(speaker.first + 1, speaker.last)
    if lemma == "blame":
        return next((i for i in inside if phrases.sentence.tokens[i].lower == "on"), None)
    for i in inside if lemma == "accuse" else ():
        deed = phrases.noun_behind(i - 1, "of")
        if (
            deed is not None
            and phrases.tags[deed.head] is Tag.NOUN
            and _OWNING & set(phrases.tags[deed.first : deed.head])
        ):
            return i
    return None


_OWNING = frozenset({Tag.DETERMINER, Tag.POSSESSIVE, Tag.NUMBER})


def _claimed_of_them(phrases: Phrases, verb: VerbGroup, agent: int) -> Cue | None:
    """Return the cue of "nine raids, *most of them* claimed by X", or None."""
    of, speaker = verb.first - 2, speaker_after(phrases, agent + 1)
    if verb.lemma != "claim" or of < 2 or speaker is None or phrases.words(of, of + 1) not in _OF_THEM:
        return None
    first = of - 1
    while first > 0 and phrases.sentence.tokens[first - 1].text not in {",", "-", "–", "—", "("} and of - first < _LONG:
        first -= 1
    return Cue(
        "claim", verb.first, verb.last, verb.last, speaker, first, None, False, "object", "passive", end=verb.first
    )


_OF_THEM = frozenset({"of them", "of which", "of these"})
#: tokens of a count before "of them"
_LONG = 4


def _impersonal(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "in the ministry's statement, it was said that …", or None; the medium speaks."""
    tokens = phrases.sentence.tokens
    it = verb.first - 1
    if it < 3 or tokens[it].lower != "it" or not verb.finite or verb.lemma not in frames()["clause"]:
        return None
    complement = find_complement(phrases, verb.last + 1, verb.lemma)
    medium = next((g for g in phrases.nouns if g.preposition is not None and not g.temporal), None)
    if complement.how not in {"that", "colon", "quote"} or medium is None or (medium.preposition or 0) > 1:
        return None
    if tokens[medium.head].lower.removesuffix("s") not in frames()["carriers"]:
        return None
    comma = next((k for k in range(it - 1, medium.last, -1) if tokens[k].text == ","), it)
    speaker = SpeakerPhrase(medium.first, comma - 1)
    return to_cue(verb, complement, speaker, complement.start, None, "impersonal")


def _agent(phrases: Phrases, verb: VerbGroup) -> int | None:
    """Return the token "by" that follows a passive verb before any other verb, or None."""
    for i in range(verb.last + 1, min(verb.last + _AGENT, len(phrases.at))):
        if phrases.sentence.tokens[i].lower == "by":
            return i
        if isinstance(phrases.at[i], VerbGroup):
            return None
    return None


def according_cue(phrases: Phrases, i: int, last: int) -> Cue | None:
    """Return the cue of "according to X", "in the words of X", whose words are tokens i to last."""
    tokens = phrases.sentence.tokens
    speaker = speaker_after(phrases, last + 1)
    speaker = None if speaker is None else _giver(phrases, speaker) or speaker
    if speaker is None or _is_own_ground(phrases, speaker):
        return None
    end = speaker.last if speaker.aside is None else speaker.aside[1]
    if (
        i == 0
        or (i == 1 and phrases.tags[0] in {Tag.CONJUNCTION, Tag.ADVERB, Tag.SUBORDINATOR})
        or tokens[i - 1].text in OPENING | {";"}
    ):
        comma = _comma_after(phrases, speaker)
        if comma is None or comma + 1 >= len(tokens):
            return None
        if speaker.aside is not None and speaker.aside[0] == comma + 1:
            speaker = replace(speaker, aside=None)  # "According to Adler, *two mules died*"
        return Cue("accord", i, last, last, speaker, comma + 1, None, False, "clause", "according-to")
    untold = all(v.first >= i for v in phrases.verbs)  # "On Monday, according to X, *a shell hit it*"
    if untold and speaker.aside is not None and verb_after(phrases, speaker.last):
        speaker, end = replace(speaker, aside=None), speaker.last
    inside = end + 2 < len(tokens) and tokens[end + 1].text == "," and (untold or verb_after(phrases, end))
    return Cue("accord", i, last, last, speaker, None, i, inside, "", "according-to")


def _is_own_ground(phrases: Phrases, speaker: SpeakerPhrase) -> bool:
    """Tell "according to *its intelligence*", "to *our information*", by which who speaks knows it, from "its army"."""
    group = phrases.at[speaker.last]
    if not isinstance(group, NounGroup) or phrases.sentence.tokens[speaker.first].lower not in _OWN:
        return False
    return phrases.sentence.tokens[group.head].lower.removesuffix("s") in frames()["grounds"] | frames()["owned"]


_OWN = frozenset({"its", "their", "our", "my", "his", "her"})


def _giver(phrases: Phrases, speaker: SpeakerPhrase) -> SpeakerPhrase | None:
    """Return X in "according to the account *that X gave*", "a statement *X issued*", or None."""
    told = phrases.at[speaker.last]
    i = speaker.last + 1
    if not isinstance(told, NounGroup) or i + 1 >= len(phrases.at):
        return None
    if phrases.sentence.tokens[told.head].lower.removesuffix("s") not in frames()["carriers"] | frames()["owned"]:
        return None
    i += phrases.sentence.tokens[i].lower in {"that", "which"}
    giver = phrases.at[i]
    verb = phrases.at[giver.last + 1] if isinstance(giver, NounGroup) and giver.last + 1 < len(phrases.at) else None
    gives = isinstance(verb, VerbGroup) and verb.lemma in frames()["giving"] and not verb.negated
    return SpeakerPhrase(i, giver.last) if isinstance(giver, NounGroup) and gives else None


def telling_cue(phrases: Phrases, i: int) -> Cue | None:
    """Return the cue of "by the army's *count*", "in the *estimate* of officers", whose noun is token i, or None."""
    tokens, group = phrases.sentence.tokens, phrases.at[i]
    if not isinstance(group, NounGroup) or group.head != i or group.preposition is None or group.preposition < 0:
        return None
    mark = next((k for k in range(group.first, i) if phrases.tags[k] is Tag.POSSESSIVE), None)
    behind = tokens[min(i + 1, len(tokens) - 1)].lower == "of"
    speaker = SpeakerPhrase(group.first, mark - 1) if mark is not None else None
    speaker = speaker_after(phrases, i + 2) if mark is None and behind else speaker
    if tokens[group.preposition].lower not in {"by", "in", "on"} or speaker is None:
        return None
    by, end = group.preposition, max(i, speaker.last) + 1
    if by == 0 and end + 1 < len(tokens) and tokens[end].text == ",":
        return Cue("accord", by, i, i, speaker, end + 1, None, False, "clause", "telling")
    if by and tokens[by - 1].text == "," and (end == len(tokens) or tokens[end].text in ENDS | {","}):
        inside = end + 2 < len(tokens) and tokens[end].text == ","
        return Cue("accord", by, i, i, speaker, None, by, inside, "", "telling")
    return None


def saying_cue(phrases: Phrases, i: int) -> Cue | None:
    """Return the cue of "after the minister's *remark* on Monday that …", whose noun is token i, or None."""
    tokens, group = phrases.sentence.tokens, phrases.at[i]
    if not isinstance(group, NounGroup) or group.head != i or tokens[0].lower in _ASKED:
        return None  # "Asked about X's claim that"
    mark = next((k for k in range(i - 1, group.first, -1) if phrases.tags[k] is Tag.POSSESSIVE), None)
    if mark is None:
        return None
    k = group.last + 1
    while k < min(i + _AGENT, len(tokens) - 2) and tokens[k].lower != "that":
        after = phrases.at[k + 1] if phrases.tags[k] in {Tag.PREPOSITION, Tag.TO} else phrases.at[k]
        if not isinstance(after, NounGroup):
            return None
        k = after.last + 1
    subject = phrases.at[k + 1] if k + 1 < len(tokens) else None
    if k + 1 >= len(tokens) or tokens[k].lower != "that" or (isinstance(subject, VerbGroup) and subject.finite):
        return None
    lemma = nouns_of_saying().get(tokens[i].lower, "say")
    end = None if any(v.finite and 0 < v.first < group.first for v in phrases.verbs) else clause_end(phrases, k + 1)
    return Cue(lemma, i, i, i, SpeakerPhrase(group.first, mark - 1), k + 1, None, False, "that", "saying", end=end)


def clause_end(phrases: Phrases, start: int) -> int | None:
    """Return where the clause at token `start` ends and the main verb or clause follows, or None.

    "The army's claim that it had left *was false*", "Despite its claim that it had left*,* villagers saw it".
    """
    verbs = [v for v in phrases.verbs if v.first >= start and (v.finite or v.modal)]
    for own, later in pairwise(verbs):
        between = range(own.last + 1, later.first)
        comma = next((k for k in between if phrases.sentence.tokens[k].text == ","), None)
        if comma is not None and phrases.tags[comma + 1] not in _JOINING:
            return comma
        if all(phrases.tags[k] not in _JOINING for k in between):
            return skip_adverbs(phrases, later.first - 1) + 1
    return None


_ASKED = frozenset({"asked", "questioned", "pressed", "queried"})
#: what begins another clause within a clause
_JOINING = frozenset({Tag.CONJUNCTION, Tag.RELATIVE, Tag.SUBORDINATOR})


def _comma_after(phrases: Phrases, speaker: SpeakerPhrase) -> int | None:
    """Return the comma after a speaker at the head of a sentence, past an apposition ("X, the head of Y,")."""
    tokens = phrases.sentence.tokens
    group = phrases.at[speaker.first]
    commas = [k for k in range(speaker.last + 1, len(tokens)) if tokens[k].text == ","][:2]
    if len(commas) < 2:
        return commas[0] if commas else None
    first, second = commas
    told = [v for v in phrases.verbs if v.finite and first < v.first < second]
    finite = any(phrases.tags[v.first - 1] is not Tag.RELATIVE for v in told)
    name = phrases.tags[first + 1 : second]
    office = isinstance(group, NounGroup) and phrases.tags[group.head] is Tag.NOUN
    if office and len(name) > 1 and set(name) == {Tag.PROPER}:
        return second  # "According to the mayor, *Carl Ode*, …"
    described = phrases.tags[first + 1] is Tag.DETERMINER or (not office and heads_office(phrases, first + 1))
    apart = phrases.tags[first + 1] is Tag.RELATIVE or (described and not finite)
    after = min(second + 1, len(tokens) - 1)  # the comma itself where the text breaks off
    body = phrases.at[after]  # "According to X, the head of Y, *ZZZ*, …"
    third = body.last + 1 if apart and isinstance(body, NounGroup) and phrases.tags[body.first] is Tag.PROPER else 0
    if 0 < third < len(tokens) - 1 and tokens[third].text == "," and verb_after(phrases, third):
        return third
    return second if apart and verb_after(phrases, second) else first
