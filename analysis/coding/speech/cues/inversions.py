"""Inversions: a verb of saying that stands before its subject ("the base was hit, *said the ministry*").

Some verbs do so only in translations (", informed the army."); those count only where the subject can speak and no
other subject stands before them.
"""

from __future__ import annotations

from analysis.coding.speech.cues.complements import find_complement
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import CLOSING, OPENING, frames
from analysis.coding.speech.cues.pasts import can_speak
from analysis.coding.speech.cues.positions import BREAKS, goes_on, opens_quote, verb_after, verb_follows
from analysis.language.grammar.phrases import NounGroup, Phrases, VerbGroup
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after, speaker_before
from analysis.language.grammar.tags import Tag

#: pronouns that nobody named speaks for
_ANYBODY = frozenset({"anyone", "anybody", "everyone", "everybody", "whoever", "those", "nobody", "someone", "none"})


def inverted_cue(phrases: Phrases, verb: VerbGroup) -> Cue | None:
    """Return the cue of "…, said X" or None."""
    tokens = phrases.sentence.tokens
    before = verb.first - 1
    addressed, inverted = verb.lemma in frames()["addressee"], frames()["inverted"]
    late = verb.lemma in frames()["inverted_late"]
    asked = verb.lemma == "ask" and before > 0 and tokens[before].text in CLOSING and tokens[before - 1].text == "?"
    if verb.first != verb.last or (addressed and verb.lemma not in inverted and not late and not asked):
        return None
    if not late and verb.lemma not in frames()["after"]:
        return None
    quoted = before >= 0 and tokens[before].text in CLOSING and not opens_quote(phrases, before)
    if before >= 0 and not quoted and (tokens[before].text not in BREAKS or not (late or verb.lemma in inverted)):
        return None
    out = verb.last + 1 < len(tokens) and tokens[verb.last + 1].lower == "out"
    speaker = speaker_after(phrases, verb.last + 1 + out)
    if speaker is None or (late and not quoted and not _is_told_late(phrases, before, speaker)):
        return None
    end = speaker.last if speaker.aside is None else speaker.aside[1]
    if addressed and (end + 1 >= len(tokens) or tokens[end + 1].text not in {".", ","}):
        return None  # "…, warned Iran that"
    if tokens[speaker.first].lower in _ANYBODY:
        return None  # "X said anyone who …"
    if not quoted and _is_counted(phrases, speaker, before):
        return None
    if not quoted and _is_quoted_in_part(phrases, speaker.last + 1):
        return None
    if not quoted and before > 0 and _is_joint_subject(phrases, speaker.last) and speaker_before(phrases, before):
        return None
    if verb_follows(phrases, speaker.last) and not (quoted and phrases.tags[speaker.last] is Tag.PROPER):
        return None
    if before < 0 and (end + 1 >= len(tokens) or tokens[end + 1].text not in {":", "."}):
        return None
    rest = find_complement(phrases, end + 1, verb.lemma)
    start = rest.start if rest.how in {"quote", "colon"} else None
    if before < 0 and start is None:
        return None
    relative = end + 2 < len(tokens) and phrases.tags[end + 2] is Tag.RELATIVE and tokens[end + 1].text == ","
    more = goes_on(phrases, end + 1) and verb_after(phrases, end) and not relative
    return Cue(
        verb.lemma, verb.first, verb.last, verb.last, speaker, start, verb.first if before >= 0 else None,
        start is not None or more, rest.how, "cue-inverted", None, None, rest.adjuncts,
    )  # fmt: skip


def _is_joint_subject(phrases: Phrases, last: int) -> bool:
    """Tell "X, in a statement, said *police and soldiers* had left", whose speaker stands before."""
    second = phrases.at[last + 2] if phrases.words(last + 1, last + 1) == "and" and last + 2 < len(phrases.at) else None
    return isinstance(second, NounGroup) and verb_follows(phrases, second.last)


def _is_quoted_in_part(phrases: Phrases, i: int) -> bool:
    """Tell a clause that goes on behind a mark: ", said X *“will not* ask anyone”", whose speaker stands before."""
    opens = i + 1 < len(phrases.at) and phrases.sentence.tokens[i].text in OPENING
    return opens and (isinstance(phrases.at[i + 1], VerbGroup) or phrases.sentence.tokens[i + 1].text.islower())


def _is_told_late(phrases: Phrases, before: int, speaker: SpeakerPhrase) -> bool:
    """Tell "two men died, *informed the army*." from a verb that has its subject before it or goes on."""
    subject = speaker_before(phrases, before)
    own = subject is not None and can_speak(phrases, subject.first)
    if own and any(v.finite and subject.last < v.first < before for v in phrases.verbs):  # type: ignore[union-attr]
        own = False  # "rebels killed two, *informed the army*"
    if before < 1 or not can_speak(phrases, speaker.first) or own:
        return False
    return not verb_follows(phrases, speaker.last) and any(v.finite and v.last < before for v in phrases.verbs)


def _is_counted(phrases: Phrases, speaker: SpeakerPhrase, before: int) -> bool:
    """Tell "X, a spokesman, *said ten people*, two of them guards, were hurt": who speaks stands before.

    So does "X, who had left, *said Y reached* the town", "*said all who stayed were* hurt", and "X, a spokesman, *said
    a squad*, led by Y, *was* hurt", before which no clause stands.
    """
    relative = speaker.last + 2 < len(phrases.at) and phrases.tags[speaker.last + 2] is Tag.RELATIVE
    verbs = sum(v.finite and v.first > speaker.last for v in phrases.verbs)
    follows = phrases.words(speaker.last + 1, speaker.last + 1) == "," and verbs > relative
    if follows and before > 0 and (named := speaker_before(phrases, before)) is not None and named.aside is not None:
        return can_speak(phrases, named.first) and not any(v.finite and v.last < named.first for v in phrases.verbs)
    after = phrases.at[speaker.last + 1] if speaker.last + 1 < len(phrases.at) else None
    past = isinstance(after, VerbGroup) and phrases.words(after.last + 1, after.last + 1) != "by"
    if speaker.last + 1 < len(phrases.at) and phrases.tags[speaker.last + 1] is Tag.RELATIVE:
        past = sum(v.finite and v.first > speaker.last for v in phrases.verbs) > 1
    counted = past or phrases.tags[speaker.first] in {Tag.NUMBER, Tag.ADJECTIVE}
    told = speaker_before(phrases, before) if counted and before > 0 else None
    return told is not None and told.aside is not None
