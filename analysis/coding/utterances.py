"""Utterances: who is said to say what, in a whole text.

`find_utterances` returns each utterance with its speaker, its content and the sentences that hold both; `speaker_of`
tells whose words a stretch of text is. Sentences that carry on the same speaker's words are one utterance. Media,
monitors and witnesses are speakers here (`official` is False), so that figures can be attributed; only official ones
become rows of the statements table.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.rows import Act, Kind
from analysis.coding.speech.acts import act_of
from analysis.coding.speech.contents import is_of_irregulars, is_own_deed
from analysis.coding.speech.cues import find_cues
from analysis.coding.speech.cues.frames import cue_words
from analysis.coding.speech.days import day_after
from analysis.coding.speech.drafts import Draft, draft_sentence
from analysis.coding.speech.extents import Quotes, kind_of, trim
from analysis.coding.speech.headings import headed_draft
from analysis.coding.speech.joining import joins
from analysis.coding.speech.voices.bodies import is_of_group
from analysis.coding.speech.voices.register import Register
from analysis.language.text.quotations import find_quotations

#: tokens of a headline that is passed over; a longer line without a full stop is read
_LONGEST_HEADLINE = 18


#: the same in the first lines of a text, where the line under the headline stands
_TOP, _LONGEST_SUBHEAD = 3, 40
#: sentences before in which the day is looked for from which "the following day" counts
_ANCHORS = 3


@dataclass(frozen=True, slots=True)
class Utterance:
    """Something that somebody is said to say."""

    #: who speaks, as printed
    speaker_text: str
    #: canonical name, or as printed for an unnamed speaker
    speaker: str
    role: str | None
    affiliation: str | None
    anonymous: bool
    #: False for media, monitors, witnesses and private persons
    official: bool
    #: the verb or phrase that attributes it, as printed, and its base form
    cue: str
    lemma: str
    act: Act
    kind: Kind
    date: date | None
    #: (start, end) in the text of what was said, and of the sentences that hold speaker, cue and content
    content: tuple[int, int]
    evidence: tuple[int, int]
    #: (start, end) of the words for the speaker and of the cue
    speaker_span: tuple[int, int]
    cue_span: tuple[int, int]
    rule: str
    #: told inside another utterance
    nested: bool = False


def find_utterances(reading: Reading) -> tuple[Utterance, ...]:
    """Find the utterances of a text in the order of their contents. Linear in time."""
    words = cue_words()
    if all(sentence.words.isdisjoint(words) for sentence in reading.sentences):
        return ()
    quotes = Quotes(find_quotations([s.sentence for s in reading.sentences]))
    return _finish(reading, _draft_all(reading, quotes), quotes)


def _draft_all(reading: Reading, quotes: Quotes) -> list[Draft]:
    """Draft all utterances of a text, sentences that carry on joined."""
    register, words = Register(reading, quotes), cue_words()
    starts = [s.sentence.start for s in reading.sentences]
    ends = [s.sentence.end for s in reading.sentences]
    done: list[Draft] = []
    current: list[Draft] = []
    faded: list[Draft] = []
    covered, begun = -1, False
    for sentence in reading.sentences:
        if _is_headline(sentence):
            continue
        line = sentence.sentence
        cues = [] if sentence.words.isdisjoint(words) else find_cues(sentence.phrases)
        drafts = draft_sentence(sentence, cues, register, quotes, inside=covered >= line.end)
        done.extend(draft for draft in drafts if draft.nested)
        main = [draft for draft in drafts if not draft.nested]
        for draft in main:
            _complete(reading, sentence, draft, starts, lead=not begun)
        begun = True
        if not main:
            if covered < line.end:
                end = _floating(ends, sentence, quotes)
                headed = headed_draft(reading, sentence, ends, register, quotes)
                if headed is not None:
                    done.append(headed)
                    current = [headed]
                elif (
                    current
                    and sentence.number == current[-1].last + 1
                    and (
                        (end is not None and current[-1].cue.rule != "signed")
                        or _is_introduced(reading, current[-1], sentence)
                    )
                ):
                    current[-1].extend(line.start, end or line.end, sentence.number)
                elif covered < line.start and end is None and quotes.at(line.start) is None:
                    current, faded = [], current or faded
        else:
            target = next((d for d in reversed(current or faded) if joins(d, main[0], sentence)), None)
            if target is not None and any(d.cue.rule == "cue-coordinated" and d.start >= target.end for d in current):
                target = None  # "condemned it *and urged* calm. It was a crime, he said"
            if target is not None:
                _join(target, main, sentence)
                done.extend(main[1:])
                main[0] = target
            else:
                done.extend(main)
            current, faded = main, []
        covered = max([covered, *(draft.end for draft in current)])
    return done


def _complete(
    reading: Reading, sentence: SentenceReading, draft: Draft, starts: Sequence[int], *, lead: bool
) -> None:  # fmt: skip
    """Set the sentence in which a draft begins, whether it is the lead, and its day where that counts from another."""
    before = reading.sentences[max(sentence.number - _ANCHORS, 0) : sentence.number]
    draft.date = draft.date or day_after(sentence, before, draft.cue)
    draft.lead = lead
    if draft.cue.how == "this" and before and draft.start == draft.end:
        draft.start, draft.end = _told_before(reading, sentence)
        draft.own = (draft.start, draft.end)
    draft.first = min(draft.first, bisect_right(starts, draft.start) - 1)


def _told_before(reading: Reading, sentence: SentenceReading) -> tuple[int, int]:
    """Return the paragraph so far that "X said this" means, or the one before where it opens its own."""
    last = reading.sentences[sentence.number - 1].sentence
    first = sentence.number - 1
    while first and reading.sentences[first - 1].sentence.paragraph == last.paragraph:
        first -= 1
    if last.headline:
        return sentence.sentence.start, sentence.sentence.start
    return reading.sentences[first].sentence.start, last.end


def _join(target: Draft, main: Sequence[Draft], sentence: SentenceReading) -> None:
    """Let the first draft of a sentence go on with the target, and the others have its day: ", he said, *warning*"."""
    target.extend(main[0].start, main[0].end, sentence.number)
    target.paragraph = sentence.sentence.paragraph
    target.date = target.date or main[0].date
    for draft in main[1:]:
        draft.date = draft.date or (target.date if draft.cue.speaker is None else None)


def _is_headline(sentence: SentenceReading) -> bool:
    """Tell a headline from a line that introduces a quotation and from the name that signs one."""
    line = sentence.sentence
    plain = line.tokens[-1].text != ":" and line.tokens[0].text not in {"–", "—"}
    longest = _LONGEST_SUBHEAD if sentence.number <= _TOP else _LONGEST_HEADLINE
    return line.headline and len(line.tokens) <= longest and plain


def _is_introduced(reading: Reading, draft: Draft, sentence: SentenceReading) -> bool:
    """Tell a sentence of the paragraph after "The army said:", whose words stand without quotation marks."""
    head = reading.sentences[draft.first].sentence
    paragraph = reading.sentences[draft.first + 1].sentence.paragraph
    begun = draft.start < draft.end and draft.last == draft.first
    return head.tokens[-1].text == ":" and sentence.sentence.paragraph == paragraph > head.paragraph and not begun


def _floating(ends: Sequence[int], sentence: SentenceReading, quotes: Quotes) -> int | None:
    """Return the end of the quotation that a sentence without a cue stands in, where nobody is named after it."""
    line = sentence.sentence
    quotation = quotes.at(line.start)
    if quotation is None or quotation.end + 1 < line.end:
        return None
    last = bisect_left(ends, quotation.end - 1)
    if last == len(ends) or ends[last] > quotation.end + 1:
        return None
    return max(quotation.end, line.end)


def _finish(reading: Reading, drafts: Sequence[Draft], quotes: Quotes) -> tuple[Utterance, ...]:
    text = reading.source.text
    found: dict[tuple[int, int, str], Utterance] = {}
    ends = [s.sentence.end for s in reading.sentences]
    for draft in drafts:
        start, end = trim(text, draft.start, draft.end, quotes)
        if end - start < 2:
            continue
        last = min(max(draft.last, bisect_right(ends, end - 1)), len(ends) - 1)
        evidence = (reading.sentences[draft.first].sentence.start, max(ends[last], ends[draft.last]))
        first = slice(max(start, draft.own[0]), min(end, draft.own[1]))
        voice, kind = draft.voice, kind_of(text, start, end, quotes)
        quotation = text[start:end] if kind is Kind.DIRECT else None
        said = text[first]
        if draft.cue.inside and draft.own[0] < draft.speaker_span[0] < draft.own[1]:
            said = text[first.start : draft.speaker_span[0]]  # "We stay," he said, adding that nine had died
            if draft.cue.rule == "according-to":  # "The raid, according to X, was the work of Y"
                after = text[draft.speaker_span[1] : first.stop].lstrip(",")
                said = text[first.start : draft.cue_span[0]].rstrip(", ") + after
        act = act_of(draft.cue.lemma, draft.cue.how, said or text[start:end], quotation)
        if draft.act is None and act is not Act.DENIES and is_own_deed(text[start:end]):
            banded = is_of_group(voice.affiliation) or is_of_irregulars(text[start:end])
            act = Act.CLAIMS if banded or draft.cue.lemma == "claim" else act  # what a state's forces say is a report
        utterance = Utterance(
            voice.printed, voice.speaker, voice.role, voice.affiliation, voice.anonymous, voice.official,
            " ".join(text[draft.cue_span[0] : draft.cue_span[1]].split()), draft.cue.lemma, act,
            kind, draft.date, (start, end), evidence, draft.speaker_span, draft.cue_span,
            draft.cue.rule, draft.nested,
        )  # fmt: skip
        found.setdefault((start, end, voice.speaker), utterance)
    told = sorted(found.values(), key=lambda u: (u.content[0], -u.content[1]))
    quoted: deque[Utterance] = deque(maxlen=_OUTER)
    kept = []
    for utterance in told:
        if not any(_is_of_himself(utterance, outer) for outer in quoted):
            kept.append(utterance)
        if utterance.kind is Kind.DIRECT:
            quoted.append(utterance)
    return tuple(kept)


#: quotations before an utterance that may hold it
_OUTER = 4


def _is_of_himself(utterance: Utterance, outer: Utterance) -> bool:
    """Tell what somebody says of his own speaking inside a quotation: '"The Embassy *confirms* a raid," it said'."""
    inside = outer.content[0] <= utterance.speaker_span[0] and utterance.cue_span[1] <= outer.content[1]
    plain = utterance.act in {Act.REPORTS, Act.COMMENTS, outer.act}  # not "X *denies* it," which is told besides
    return inside and plain and utterance is not outer and utterance.speaker == outer.speaker


def speaker_of(utterances: Sequence[Utterance], start: int, end: int) -> Utterance | None:
    """Return the innermost utterance whose content holds `text[start:end]`, or None; official ones before others."""
    first = bisect_right(utterances, start, key=lambda u: u.content[0])
    best: Utterance | None = None
    for i in range(first - 1, -1, -1):
        utterance = utterances[i]
        if utterance.content[1] >= end:
            narrower = best is None or utterance.content[1] - utterance.content[0] < best.content[1] - best.content[0]
            if narrower or (best is not None and utterance.content == best.content and utterance.official):
                best = utterance
        if not utterance.nested and utterance.content[1] < start:
            break
    return best


def name_speaker_of(utterance: Utterance, utterances: Sequence[Utterance]) -> str:
    """Return the speaker as printed; for "he" or "it" as printed where the same speaker is named."""
    if utterance.speaker_text.lower() not in PRONOUNS:
        return utterance.speaker_text
    same = [u for u in utterances if u.speaker == utterance.speaker and u.speaker_text.lower() not in PRONOUNS]
    before = [u for u in same if u.evidence[0] <= utterance.evidence[0]]
    return before[-1].speaker_text if before else utterance.speaker


def teller_of(utterance: Utterance | None) -> str | None:
    """Return who says something, as printed; None for nobody, and for what tells it by itself ("early assessments")."""
    words = utterance.speaker_text.lower().split() if utterance is not None else []
    return utterance.speaker_text if utterance is not None and not (words and words[-1] in _FINDINGS) else None


_FINDINGS = frozenset({"assessment", "assessments", "indications", "findings", "evidence", "estimates", "data"})
#: words that name no speaker by themselves
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})
