"""The line under a headline, which sums up in a sentence what the text tells: a standfirst."""

from __future__ import annotations

from analysis.coding.reading import Reading, SentenceReading

#: sentences within which a standfirst comes
_TOP = 6


def is_standfirst(reading: Reading, sentence: SentenceReading) -> bool:
    """Tell a paragraph of one sentence right under a headline that a byline or a date cuts off from the text."""
    before, number = sentence.before, sentence.number
    if not 0 < number < _TOP or before is None or not before.sentence.headline or number + 1 >= len(reading.sentences):
        return False
    after = reading.sentences[number + 1].sentence
    if after.paragraph == sentence.sentence.paragraph:
        return False
    cut = bool(reading.source.text[sentence.sentence.end : after.start].strip())
    return cut or after.headline
