"""Joining: whether a sentence carries on what the speaker of the sentence before it was saying."""

from __future__ import annotations

from analysis.coding.reading import SentenceReading
from analysis.coding.rows import Act
from analysis.coding.speech.acts import act_of
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.drafts import Draft
from analysis.coding.speech.repeats import repetition
from analysis.coding.speech.voices import Kind, same_voice
from analysis.language.grammar.phrases import NounGroup
from analysis.language.grammar.tags import Tag

#: share of the lead's words from which the next sentence repeats it and does not carry it on
_REPEATED = 0.35
#: sentences without a cue after which "the statement" goes on with what its maker was saying
_GAP = 4
#: acts of a sentence that the next one, with the speaker named again, does not carry on
_ASIDE = frozenset({Act.DENIES, Act.CONDEMNS, Act.BLAMES, Act.APPEALS})
#: letters of an article before a quotation
_OPENING = 5
#: acts that are done with their sentence, unless words are quoted after it
_DONE = frozenset({Act.BLAMES, Act.APPEALS, Act.WARNS})
#: acts of a quotation that carry on no other act
_TURNS = frozenset({Act.CONDEMNS, Act.CLAIMS, Act.APPEALS, Act.BLAMES})
_SPEAKING = frozenset({"speaking", "addressing", "asked", "answering", "writing"})
_GOING_ON = frozenset({"add", "continue", "go", "conclude", "elaborate"})


def joins(before: Draft, draft: Draft, sentence: SentenceReading) -> bool:
    """Tell whether a draft carries on the one before it: the next sentence, the same voice, no act of its own."""
    gap = _GAP if draft.voice.carrier and draft.voice.points_back else 1  # "…, according to the statement"
    if not same_voice(before.voice, draft.voice) or draft.first > before.last + gap:
        return False
    if before.cue.rule == "participle" and before.act in _ASIDE and not draft.voice.pronoun:
        return False  # "the army said, condemning it. …, the army said"
    if draft.cue.rule == "introduced" or (before.lead and draft.start == draft.end):
        return False  # a statement that is printed in the next lines
    if draft.cue.lemma == "accord":  # "…, according to Adler", named in full before
        alone = draft.voice.kind is Kind.PERSON and " " not in draft.voice.printed
        return before.act not in _DONE and (draft.voice.points_back or alone)
    if draft.voice.carrier and draft.voice.printed.lower().startswith(("a ", "an ")):
        return False  # "*A statement* on its website said"
    if _is_in_passing(before, sentence):
        return False
    text = sentence.source.text
    if before.lead and repetition(text[slice(*before.own)], text[slice(*draft.own)]) >= _REPEATED:
        return False
    if before.act is Act.CLAIMS and draft.cue.lemma not in _GOING_ON and not _is_whole_claim(before, draft, text):
        return False  # who did it is one thing, why and how another
    if draft.cue.rule == "idiom" or _is_other_occasion(draft, text) or _is_another_time(draft, sentence):
        return False  # "it put its dead at nine", "said in an earlier post", "a week later it said"
    if before.date is not None and draft.date is not None and before.date != draft.date:
        return False  # "said on Monday that. He had *on Sunday* said"
    if draft.cue.how == "fronted":
        return draft.voice.points_back
    if draft.cue.lemma not in frames()["continuing"] or draft.act is not None:
        return False
    if draft.cue.lemma in _GOING_ON or draft.voice.carrier:
        return True
    if _turns(before, draft, text):
        return False
    done = before.act in _DONE or before.cue.lemma == "ask"
    if done and not any(mark in text[draft.start : draft.start + _OPENING] for mark in '"“'):
        return False  # "accused the army of it. He said that"
    if before.act in _ASIDE and sentence.sentence.tokens[0].lower in _SPEAKING:
        return False  # "denied it. Speaking to reporters, he said"
    if before.act in _ASIDE and sentence.sentence.tokens[0].lower in {"but", "however"}:
        return False  # "denied it. But it said that"
    also = sentence.sentence.tokens[max(draft.cue.first - 1, 0)].lower == "also"
    if also and sentence.sentence.paragraph > before.paragraph and _begins(draft, sentence):
        return False  # a paragraph that begins "X *also* said"
    if before.act in _ASIDE and also and draft.cue.until is None and not draft.quoted(text):
        return False  # "denied it. It *also* said that"
    if before.act is not None and not draft.voice.pronoun and not draft.quoted(text):
        return sentence.sentence.paragraph == before.paragraph and before.act not in _ASIDE
    if draft.voice.points_back or draft.voice.kind is Kind.BODY or _in_statement(draft, text):
        return True
    if sentence.sentence.paragraph == before.paragraph:
        return True
    next_one = sentence.sentence.paragraph == before.paragraph + 1 and _begins(draft, sentence)
    medial = draft.cue.rule == "cue-inside" and not before.quoted(text)
    return next_one and not medial and _act(before, text) is _act(draft, text)


def _turns(before: Draft, draft: Draft, text: str) -> bool:
    """Tell a quotation that does something else than what was said before it: "nine died. "We condemn it," he said"."""
    return draft.quoted(text) and _act(draft, text) in _TURNS - {before.act, _act(before, text)}


def _is_in_passing(before: Draft, sentence: SentenceReading) -> bool:
    """Tell what is said in a relative clause before the deed told of: "X, *who promised aid*, left. He said"."""
    cue, other = before.cue, sentence.before
    if other is None or other.number != before.last or cue.end is None or cue.first < 1 or cue.until is not None:
        return False
    if not other.sentence.start <= before.cue_span[0] < other.sentence.end:
        return False  # what was said in passing ran on over a sentence already
    return other.phrases.tags[cue.first - 1] is Tag.RELATIVE and before.end < other.sentence.end - 1


def _is_whole_claim(before: Draft, draft: Draft, text: str) -> bool:
    """Tell "X claimed responsibility. It said two died", one claim, from "X claimed the raid. It said"."""
    whole = before.cue.how in {"that", "clause"} or text[before.own[0] :].startswith("responsibility")
    return whole and draft.voice.pronoun and draft.voice.kind is Kind.BODY


def _is_other_occasion(draft: Draft, text: str) -> bool:
    """Tell what was said on another occasion: "said in an *earlier* post", "said in a *separate* statement"."""
    words = text[draft.cue_span[0] : draft.cue_span[1]].lower().split()
    return not frames()["occasions_apart"].isdisjoint(words)


def _is_another_time(draft: Draft, sentence: SentenceReading) -> bool:
    """Tell "*A week later* it said that", "*On Friday* he said": the time that begins a sentence is that of saying."""
    phrases = sentence.phrases
    first = phrases.at[0] if isinstance(phrases.at[0], NounGroup) else phrases.at[min(1, len(phrases.at) - 1)]
    speaker = draft.cue.speaker
    if not isinstance(first, NounGroup) or not first.temporal or (first.preposition or 0) > 0 or speaker is None:
        return False
    words = range(first.last + 1, speaker.first)
    return draft.cue.until is None and all(phrases.tags[k] in {Tag.ADVERB, Tag.MARK} for k in words)


def _begins(draft: Draft, sentence: SentenceReading) -> bool:
    """Tell a sentence that begins with its speaker or with what was said."""
    fronted = draft.start < draft.own[0]  # "*Noting that* A, X said B"
    return fronted or min(draft.speaker_span[0], draft.start) <= sentence.sentence.tokens[0].end


def _act(draft: Draft, text: str) -> Act:
    return act_of(draft.cue.lemma, draft.cue.how, text[slice(*draft.own)])


def _in_statement(draft: Draft, text: str) -> bool:
    """Tell "said in the statement", which goes on with the one before, from "said in a statement"."""
    cue = text[draft.cue_span[0] : draft.cue_span[1]].lower()
    return any(f"the {carrier}" in cue for carrier in frames()["carriers"])
