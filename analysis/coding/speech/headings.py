"""Headings: words that nobody is said to say beside them, under a heading that tells whose they are.

"Statement by X, director of Y" or "The ministry's release is printed in full:" over a long quotation. A heading without
a carrier, a carrier without a maker, and a quotation that a sentence of its own attributes give nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from analysis.coding.reading import Reading, SentenceReading
from analysis.coding.speech.cues.cue import Cue
from analysis.coding.speech.cues.frames import frames
from analysis.coding.speech.drafts import Draft
from analysis.coding.speech.extents import Quotes
from analysis.coding.speech.voices.register import Register
from analysis.language.grammar.speakers import SpeakerPhrase, speaker_after

#: words that a quotation under a heading has at the least
_LEAST = 20
#: sentences before a quotation in which its heading stands, and tokens that a heading has
_BACK = 2
_LONGEST = 40


def headed_draft(
    reading: Reading, sentence: SentenceReading, ends: Sequence[int], register: Register, quotes: Quotes
) -> Draft | None:
    """Return the utterance of a quotation that begins in a sentence without a cue, by its heading, or None."""
    tokens = sentence.sentence.tokens
    opened = quotes.within(tokens[0].start, tokens[:_LEAST][-1].end)
    quotation = next((q for q in opened if q.start >= tokens[0].start), None)
    if quotation is None or len(reading.source.text[quotation.start : quotation.end].split()) < _LEAST:
        return None
    last = bisect_left(ends, quotation.end - 1)
    if last == len(ends) or ends[last] > quotation.end + 1:
        return None
    for number in range(sentence.number - 1, max(sentence.number - 1 - _BACK, -1), -1):
        heading = reading.sentences[number]
        found = _carrier(heading)
        if found is None:
            continue
        head, phrase = found
        voice = register.voice(heading, phrase)
        if voice is None or not voice.official:
            return None
        words = heading.sentence.tokens
        cue = Cue("say", head, head, head, phrase, head + 1, None, False, "quote", "heading")
        return Draft(
            cue, voice, quotation.start, quotation.end, number, last, sentence.sentence.paragraph,
            (words[phrase.first].start, words[phrase.last].end), (words[head].start, words[head].end), None, False,
            None, own=(quotation.start, min(quotation.end, sentence.sentence.end)),
        )  # fmt: skip
    return None


def _carrier(sentence: SentenceReading) -> tuple[int, SpeakerPhrase] | None:
    """Return the first noun for something that speaks for its maker, with its whole phrase, or None."""
    tokens = sentence.sentence.tokens
    if len(tokens) > _LONGEST or any(v.lemma in frames()["clause"] for v in sentence.phrases.verbs):
        return None
    for group in sentence.phrases.nouns:
        if tokens[group.head].lower in frames()["carriers"]:
            made = group.last + 2  # "statement *by X, minister of Y*"
            named = made < len(tokens) and tokens[made - 1].lower in {"by", "from", "of"}
            phrase = speaker_after(sentence.phrases, made if named else group.first)
            return None if phrase is None else (group.head, phrase)
    return None
