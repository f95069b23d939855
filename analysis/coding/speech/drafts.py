"""Drafts: the utterances of one sentence, before those of neighbouring sentences are joined.

Of each cue: who speaks, from where to where the content reaches beside the other cues of the sentence, and whether it
is told inside another utterance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act
from analysis.coding.speech.acts import act_of, act_of_verb
from analysis.coding.speech.cues.clauses import clause_around
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.days import day_of
from analysis.coding.speech.extents import Quotes, clipped, content_after, content_before
from analysis.coding.speech.voices import Kind as VoiceKind
from analysis.coding.speech.voices import Voice, same_voice
from analysis.coding.speech.voices.bodies import joint_bodies, joint_bodies_of
from analysis.coding.speech.voices.groups import claimant
from analysis.coding.speech.voices.joint import speaking_together
from analysis.coding.speech.voices.naming import printed_words
from analysis.coding.speech.voices.offices import singular
from analysis.coding.speech.voices.register import Register
from analysis.coding.speech.voices.subjects import accused, joint_doers
from analysis.language.actors.persons import titles
from analysis.language.grammar.speakers import SpeakerPhrase
from analysis.language.grammar.tags import Tag


@dataclass(slots=True)
class Draft:
    """An utterance in the making; `first` and `last` are numbers of sentences."""

    cue: Cue
    voice: Voice
    start: int
    end: int
    first: int
    last: int
    paragraph: int
    speaker_span: tuple[int, int]
    cue_span: tuple[int, int]
    date: date | None
    nested: bool
    #: the act that the verb alone decides, or None
    act: Act | None
    #: stands in the first sentence of the report
    lead: bool = False
    #: (start, end) of the content before further sentences joined it
    own: tuple[int, int] = (0, 0)

    def quoted(self, text: str) -> bool:
        """Tell whether what was said begins with a quotation."""
        return text[self.start : self.start + 1] in {'"', "“", "‘", "«", "`"}

    def extend(self, start: int, end: int, last: int) -> None:
        """Let the content reach over a further stretch; where none is yet, it begins there ("The army said:")."""
        if self.start == self.end:
            self.start, self.own = start, (start, end)
        self.start, self.end, self.last = min(self.start, start), max(self.end, end), max(self.last, last)


def draft_sentence(
    sentence: SentenceReading, cues: Sequence[Cue], register: Register, quotes: Quotes, *, inside: bool
) -> list[Draft]:
    """Draft the utterances of a sentence; `inside` tells that the sentence belongs to an earlier speaker's words."""
    drafts: list[Draft] = []
    voices: list[Voice] = []
    for i, cue in enumerate(cues):
        quoted = inside or _is_quoted(sentence, cue, quotes)
        if quoted and (cue.speaker is None or _has_pronoun_speaker(sentence, cue)):
            continue
        if cue.speaker is not None:
            voices = _voices(sentence, cue, register, drafts)
        if not voices or not voices[0]:
            continue
        span = _content(sentence, cues, i, quotes)
        span = clipped(span, quotes.at(sentence.sentence.tokens[cue.first].start), sentence) if quoted else span
        if cue.lemma == "claim" and act_of_verb("claim", cue.how, sentence.source.text[slice(*span)]) is Act.CLAIMS:
            voices = [claimant(voice) for voice in voices]
        if cue.rule == "signed" and span[0] == span[1]:
            continue
        if cue.rule == "closing-bracket" and voices[-1].kind is VoiceKind.UNNAMED and not voices[-1].official:
            continue  # a place in brackets
        outer = _outer(drafts, cue, sentence)
        if cue.until is not None and outer is not None and same_voice(outer.voice, voices[-1]):
            limit = sentence.sentence.tokens[cue.until - 1].end
            own = act_of_verb(cue.lemma, cue.how, "")
            if own is not None and own is not outer.act and span[0] > outer.own[0]:
                outer.end = min(outer.end, span[0])
                drafts.extend(_draft(sentence, cue, voice, span, nested=outer.nested) for voice in voices)
                continue
            outer.end = limit if not cue.inside else outer.end
            outer.date = outer.date or day_of(sentence, cue)
            continue
        if cue.anew is not None and not quoted:
            outer = None
        if drafts and _is_of_same(cue, drafts[-1], sentence, span):
            drafts[-1].extend(*span, sentence.number)
            continue
        nested = quoted or (cue.until is None and cue.joins is None and outer is not None)
        if nested and not _stands_alone(sentence, cue, voices[-1], outer, span, quoted=quoted):
            continue
        if cue.joins is not None and outer is not None:
            another = cue.speaker is not None and not same_voice(outer.voice, voices[-1])
            if not another and not _is_own_act(sentence, cue, outer, span):
                continue
            before = max(cue.joins - 1, 0)
            if outer.cue.until and before <= outer.cue.last and outer.first == sentence.number:
                before = outer.cue.until - 1  # "“…,” he wrote on X, *accusing* them of it"
            outer.end = min(outer.end, sentence.sentence.tokens[before].end) if cue.joins else outer.end
            nested = outer.nested
        day = drafts[-1].date if cue.speaker is None and drafts else None  # "said *on Friday* that, but denied"
        fronted = drafts.pop() if drafts and _leads_in(drafts[-1], cue, sentence, span) else None
        for voice in voices:
            drafts.append(_draft(sentence, cue, voice, span, nested=nested))
            if fronted is not None and fronted.cue.how in {"that", "clause", "quote"}:
                drafts[-1].extend(fronted.start, fronted.end, sentence.number)
            drafts[-1].date = drafts[-1].date or day
    return drafts


def _is_of_same(cue: Cue, before: Draft, sentence: SentenceReading, span: tuple[int, int]) -> bool:
    """Tell a relative clause in which a speaker goes on: "…, according to the army, *which reported* no losses"."""
    ours, theirs = cue.speaker, before.cue.speaker
    if ours is None or theirs is None or before.cue.until is None or cue.until is not None or cue is before.cue:
        return False
    act = act_of(cue.lemma, cue.how, sentence.source.text[slice(*span)])
    plain = act in {Act.REPORTS, Act.COMMENTS} and cue.lemma != "claim"
    return ours.first == theirs.first and cue.first > theirs.last and plain and before.act is None


def _leads_in(before: Draft, cue: Cue, sentence: SentenceReading, span: tuple[int, int]) -> bool:
    """Tell a participle that leads in what its speaker says: "*Noting that* A, X said B", "*Confirming* it, X said"."""
    ours, theirs = cue.speaker, before.cue.speaker
    if before.cue.rule != "fronted" or ours is None or theirs is None or ours.first != theirs.first:
        return False
    act = act_of_verb(cue.lemma, cue.how, sentence.source.text[slice(*span)])
    return before.act is None and act is None


def _is_quoted(sentence: SentenceReading, cue: Cue, quotes: Quotes) -> bool:
    """Tell a cue that stands in somebody's quoted words, its speaker with it: not 'the army "condemns" it'."""
    place = sentence.sentence.tokens[cue.first].start
    quotation = quotes.at(place)
    if cue.speaker is not None and quotation is not None and cue.speaker.first < cue.first:
        return quotation.closed and quotation.start <= sentence.sentence.tokens[cue.speaker.first].start
    return quotation is not None and quotation.closed and quotation.start < place


def _has_pronoun_speaker(sentence: SentenceReading, cue: Cue) -> bool:
    speaker = cue.speaker
    return speaker is not None and sentence.phrases.tags[speaker.first] is Tag.PRONOUN


def _voices(sentence: SentenceReading, cue: Cue, register: Register, drafts: Sequence[Draft]) -> list[Voice]:
    """Return the voices of a cue, joint speakers each for themselves."""
    assert cue.speaker is not None
    cited = None if cue.cited is None else register.voice(sentence, cue.cited)
    denies = drafts and drafts[-1].act is Act.BLAMES and act_of_verb(cue.lemma, cue.how, "") is Act.DENIES
    speaker = accused(sentence, drafts[-1].cue, cue.speaker) if denies else None
    speaker = speaker or joint_doers(sentence, cue.speaker.first) or cue.speaker
    joint = joint_bodies(sentence, speaker.last) if sentence.sentence.tokens[speaker.last].lower.endswith("s") else []
    joint = joint or joint_bodies_of(sentence, speaker.first, speaker.last)
    if len(joint) > 1:
        printed = printed_words(sentence, speaker.first, speaker.last)
        noun = singular(sentence.sentence.tokens[speaker.last].lower)
        kind = VoiceKind.UNNAMED if noun in titles()["anonymous"] else VoiceKind.BODY
        return [Voice(name, printed, kind, None, state, True, noun, True) for name, state in joint]
    phrases = [SpeakerPhrase(*other) for other in speaker.others] + [speaker]
    before = register.memory.last()
    passing = cue.rule in {"noun", "telling"}
    found = [voice for phrase in phrases if (voice := register.voice(sentence, phrase, passing=passing)) is not None]
    found = speaking_together(found)
    if cited is not None and cited.official and not any(voice.official for voice in found):
        return [cited]
    if cue.lemma == "add" and len(found) == 1 and before is not None and _is_another_name(before, found[0]):
        return [replace(before, printed=found[0].printed, points_back=True)]
    return found


def _is_another_name(before: Voice, voice: Voice) -> bool:
    """Tell a body that goes on under a description: "the command said. …, *the army's press wing* added"."""
    bodies = before.kind is VoiceKind.BODY and voice.kind is VoiceKind.BODY
    alike = voice.affiliation is not None and voice.affiliation == before.affiliation
    return bodies and alike and voice.printed.lower().startswith("the ") and voice.speaker[:1].islower()


def _content(sentence: SentenceReading, cues: Sequence[Cue], i: int, quotes: Quotes) -> tuple[int, int]:
    cue = cues[i]
    if cue.until == 0 and cue.how == "colon":  # "The army said:", what it said stands in the next lines
        return sentence.sentence.end, sentence.sentence.end
    if cue.until is not None:
        start, end = content_before(sentence, cue.until, quotes)
        before = [c for c in cues[:i] if c.until and _is_another(sentence, c, cue)]
        own = None
        if before and before[-1].lemma == "accord":
            own = _own_words(sentence, before[-1], cue.until)
        elif before:
            own = min(before[-1].last + 1, cue.until - 1)
        if own is not None:  # "it killed two, police said, *and hurt nine*, doctors said"
            start = max(start, sentence.sentence.tokens[own].start)
        first, limit = clause_around(sentence.phrases, cue)
        inside = cue.inside or first is not None
        if inside and not any(c.until is not None and _is_another(sentence, cue, c) for c in cues[i + 1 :]):
            later = next((c.anew for c in cues[i + 1 :] if c.anew is not None and c.anew > cue.last), None)
            limit = later if limit is None or (later is not None and later < limit) else limit
            if limit is None or any(cue.last < verb.first < limit for verb in sentence.phrases.verbs):
                end = max(end, content_after(sentence, cue.first, limit, quotes)[1])
            start = start if first is None else max(start, sentence.sentence.tokens[first].start)
        return start, end
    assert cue.start is not None
    limits = [c.until for c in cues[i + 1 :] if c.until is not None and c.until > cue.start and not c.inside]
    limits += [c.anew for c in cues[i + 1 :] if c.anew is not None and c.anew > cue.start]
    limit = min(limits, default=None)
    if cue.end is not None and (limit is None or cue.end < limit):
        limit = cue.end
    return content_after(sentence, cue.start, limit, quotes)


def _own_words(sentence: SentenceReading, cue: Cue, until: int) -> int | None:
    """Return where words of their own begin behind a cue and its speaker, before token `until`, or None.

    "…, according to *police*, the army said" has none: the army tells what police say.
    """
    last = cue.last if cue.speaker is None else max(cue.last, cue.speaker.last)
    return next((k for k in range(last + 1, until) if sentence.sentence.tokens[k].text[0].isalnum()), None)


def _is_another(sentence: SentenceReading, cue: Cue, other: Cue) -> bool:
    """Tell a later cue after what was said whose speaker is plainly another one than that of the cue before."""
    if cue.speaker is None or other.speaker is None or other.first <= cue.last:
        return False
    heads = [sentence.sentence.tokens[c.speaker.last].lower for c in (cue, other) if c.speaker is not None]
    return heads[0] != heads[1] and not any(_has_pronoun_speaker(sentence, c) for c in (cue, other))


def _outer(drafts: Sequence[Draft], cue: Cue, sentence: SentenceReading) -> Draft | None:
    """Return the draft before in whose content the cue stands, or that it joins with "and"; the innermost one."""
    place = sentence.sentence.tokens[cue.first].start
    for draft in reversed(drafts):
        if draft.start <= place <= draft.end or (cue.until is not None and draft.start < place):
            return draft
    return None


def _is_own_act(sentence: SentenceReading, cue: Cue, outer: Draft, span: tuple[int, int]) -> bool:
    """Tell a second act ("warning that …") from one that goes on ("adding that …")."""
    text = sentence.source.text
    act = act_of_verb(cue.lemma, cue.how, text[span[0] : span[1]])
    before = outer.act
    if cue.rule == "apposed":
        return True
    if cue.lemma in _PROMISING and before is not Act.ANNOUNCES and outer.cue.lemma not in _PROMISING:
        return True  # "said it was over *and promised* an inquiry", "voiced sorrow, *promising* one"
    if cue.rule == "cue-coordinated":  # "called it a massacre *and said that*"
        if outer.cue.lemma in _PROMISING and cue.lemma not in _PROMISING:
            return True  # "promised an inquiry *and said* that"
        called = _calls(outer.cue) is not _calls(cue) and "quote" not in {cue.how, outer.cue.how}
        return act is not before or act is not None or called  # "said it was over *and called it* a crime"
    if act is None:
        return _calls(cue) or (before is not None and cue.lemma in {"say", "state", "assert", "consider"})
    return act is not before


def _calls(cue: Cue) -> bool:
    """Tell a cue that calls something something: "denied it, *calling it* a lie", "*described it as* a lie"."""
    return cue.how == "naming" or cue.lemma == "describe"


_PROMISING = frozenset({"promise", "pledge", "propose", "offer"})


def _stands_alone(
    sentence: SentenceReading, cue: Cue, voice: Voice, outer: Draft | None, span: tuple[int, int], *, quoted: bool
) -> bool:
    """Tell speech inside speech that has a speaker and a content of its own."""
    if not voice.official:
        return False
    named = voice.affiliation is not None if voice.anonymous else voice.speaker[:1].isupper()
    if quoted and (voice.points_back or not named):
        return False
    if outer is not None and same_voice(outer.voice, voice):
        return act_of_verb(cue.lemma, cue.how, sentence.source.text[span[0] : span[1]]) is not None
    return not (voice.points_back and outer is None)


def _draft(sentence: SentenceReading, cue: Cue, voice: Voice, span: tuple[int, int], *, nested: bool) -> Draft:
    tokens = sentence.sentence.tokens
    speaker = cue.speaker
    words = (tokens[cue.first].start, tokens[cue.last].end)
    who = words if speaker is None else (tokens[speaker.first].start, tokens[speaker.last].end)
    return Draft(
        cue, voice, *span, sentence.number, sentence.number, sentence.sentence.paragraph, who, words,
        day_of(sentence, cue), nested, act_of_verb(cue.lemma, cue.how, sentence.source.text[slice(*span)]), own=span,
    )  # fmt: skip
