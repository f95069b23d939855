"""Unled quotations: a quotation that no verb of saying leads in.

"The minister, *in a statement*: “…”", "Minister X: “…”", "The army *shared the following* on Sunday: “…”",
"“…” – Minister X". A line that names nobody who speaks, and a colon after which nothing is quoted, introduce nothing.
"""

from __future__ import annotations

from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import CLOSING, OPENING, cue_verbs, frames
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after, speaker_before
from analysis.language.grammar.tags import Tag

#: tokens before the colon of an introduction
_LONGEST = 40
_BULLETS = frozenset({"•", "-", "–", "—", "*", "·", "▪", "‣", "●"})


def opens_text(phrases: Phrases, i: int) -> bool:
    """Tell a cue after which, from token i on, only "as follows", "the following" and the colon of a line stand."""
    tokens = phrases.sentence.tokens
    words = phrases.words(i, len(tokens) - 2)
    return i < len(tokens) and tokens[-1].text == ":" and words in {"", "as follows", "the following", "this"}


def introduced_cue(phrases: Phrases) -> Cue | None:
    """Return the cue of a quotation after a colon that has no verb of saying before it, or None."""
    tokens = phrases.sentence.tokens
    if tokens[0].text in _BULLETS:
        signed = signed_cue(phrases)
        if signed is not None:
            return signed
    texts = phrases.sentence.texts[:_LONGEST]
    colon = texts.index(":", 1) if ":" in texts[1:] else None
    if colon is None or any(t.text in OPENING for t in tokens[:colon]):
        return None
    quoted = colon + 1 < len(tokens) and tokens[colon + 1].text in OPENING
    if not quoted and colon + 1 < len(tokens):
        return None
    verbs = [v for v in phrases.verbs if v.last < colon]
    if any(v.lemma in cue_verbs() and v.finite for v in verbs):
        return None
    main = next((v for v in verbs if v.finite), None)
    if main is not None:
        speaker = speaker_before(phrases, main.first - 1) if _gives(phrases, main, colon) else None
    else:
        speaker = _heading(phrases, colon) if quoted else None
    if speaker is None:
        return None
    first, last = (colon, colon) if main is None else (main.first, main.last)
    return Cue("say", first, last, last, speaker, colon + 1 if quoted else None, None if quoted else 0, False, "colon",
               "introduced")  # fmt: skip


def _gives(phrases: Phrases, verb: VerbGroup, colon: int) -> bool:
    """Tell "shared *the following*", "issued *the following statement*": something to read is given."""
    tokens = phrases.sentence.tokens
    if verb.passive or verb.negated or verb.modal or verb.lemma not in frames()["giving"]:
        return False
    if any(tokens[k].lower in {"following", "this"} for k in range(verb.last + 1, min(verb.last + 3, colon))):
        return True
    group = phrases.at[verb.last + 1] if verb.last + 1 < colon else None
    if not isinstance(group, NounGroup) or group.preposition is not None:
        return False
    return tokens[group.head].lower.removesuffix("s") in frames()["carriers"]


def _heading(phrases: Phrases, colon: int) -> SpeakerPhrase | None:
    """Return the one named between the head of a line and its colon, with where and when it was said, or None."""
    start = 1 if phrases.sentence.tokens[0].text in _BULLETS else 0
    speaker = speaker_after(phrases, start)
    if speaker is None or speaker.last >= colon:
        return None
    end = speaker.last + 1
    if speaker.aside is not None and speaker.aside[1] < colon:
        told = phrases.tags[speaker.aside[0]] is Tag.PREPOSITION
        end = end if told else speaker.aside[1] + 1
    while end < colon:
        here = phrases.at[end]
        after = phrases.at[end + 1]
        if isinstance(here, NounGroup) and here.temporal:
            end = here.last + 1
        elif isinstance(after, NounGroup) and after.preposition == end and _tells(phrases, after):
            end = after.last + 1
        elif phrases.sentence.tokens[end].text == ",":
            end += 1
        else:
            return None
    return speaker


def _tells(phrases: Phrases, group: NounGroup) -> bool:
    return group.temporal or phrases.sentence.tokens[group.head].lower in frames()["media"]


def signed_cue(phrases: Phrases) -> Cue | None:
    """Return the cue of "– Minister X" after a quotation that is a sentence of its own, or None."""
    tokens = phrases.sentence.tokens
    speaker = speaker_after(phrases, 1) if tokens[0].text in _BULLETS and len(tokens) > _NAMED else None
    if speaker is None or not _is_signature(phrases, speaker, len(tokens) - 1):
        return None
    return Cue("say", 0, 0, 0, speaker, None, 0, False, "quote", "signed")


#: tokens of a line with a dash and a name
_NAMED = 2


def signed_speaker(phrases: Phrases, dash: int, end: int) -> SpeakerPhrase | None:
    """Return the name signed after a quotation ("“…” – *Minister X*, on Friday"), whose dash is a token, or None."""
    tokens = phrases.sentence.tokens
    if dash < 2 or dash + 1 > end or tokens[dash - 1].text not in CLOSING:
        return None
    speaker = speaker_after(phrases, dash + 1)
    return speaker if speaker is not None and _is_signature(phrases, speaker, end) else None


def _is_signature(phrases: Phrases, speaker: SpeakerPhrase, end: int) -> bool:
    """Tell a name, with its office or a day behind it, that reaches to token `end`."""
    if all(phrases.tags[k] is not Tag.PROPER for k in range(speaker.first, speaker.last + 1)):
        return False
    reach = speaker.last if speaker.aside is None else speaker.aside[1]
    if reach == end or (phrases.sentence.tokens[end].text == "." and reach == end - 1):
        return True
    later = [phrases.at[k] for k in range(speaker.last + 2, min(speaker.last + 4, end + 1))]
    return any(isinstance(group, NounGroup) and group.temporal and group.last == end for group in later)
