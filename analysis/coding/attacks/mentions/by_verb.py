"""The first verb of a sentence that one of several readings takes for an attack."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from analysis.coding.attacks.mention import Mention
from analysis.coding.attacks.reality import is_unreal
from analysis.coding.reading import SentenceReading
from analysis.language.grammar.phrases import Phrases, VerbGroup

#: reads an attack at a verb of a sentence, or None
Reader = Callable[[SentenceReading, VerbGroup], Mention | None]


def find_by_verb(
    sentence: SentenceReading, phrases: Phrases, lemmas: Collection[str], readers: Sequence[Reader]
) -> Iterator[Mention]:
    """Find the first attack that a reader sees at a verb with one of `lemmas` as its base form; none that is unreal."""
    for verb in phrases.verbs:
        if verb.lemma not in lemmas or is_unreal(phrases, verb, None):
            continue
        mention = next((m for read in readers if (m := read(sentence, verb)) is not None), None)
        if mention is not None:
            yield mention
            return
