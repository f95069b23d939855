"""The language of a text, by py3langid; a text too short to tell has none."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from analysis.sources.quiet import quiet

_SAMPLE = 4000
_FEWEST_LETTERS = 40
_FEWEST_WORDS = 8
_LEAST_SURE = 0.8

_LETTERS = re.compile(r"[^\W\d_]+")


def find_language(text: str) -> str | None:
    """Tell the language of `text` as its ISO 639-1 code, None where the text is too short or the language not plain.

    Capitals are lowered first, since a text set in capitals looks like no language.
    """
    sample = text[:_SAMPLE].lower()
    words = _LETTERS.findall(sample)
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS or (len(words) < _FEWEST_WORDS and sample.isascii()):
        return None
    language, sure = _identifier().classify(sample)
    return str(language) if sure >= _LEAST_SURE else None


@cache
def _identifier() -> Any:
    """Load the model (0.7 s), kept to the languages that have a code of two letters."""
    with quiet("py3langid", "langid"):
        from py3langid.langid import MODEL_FILE, LanguageIdentifier

        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages([label for label in identifier.labels if len(label) == 2])
    return identifier
