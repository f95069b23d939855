"""Coding: from a source to the rows of the four tables, by general rules.

Words come from the vocabulary, everything else from grammar. Nothing is filled in from general knowledge: what a
source does not say stays None. A source that is not in English is coded as nothing.

The coders and their word lists load when first used, since most of the program needs only the rows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from analysis.coding.rows import Coding

if TYPE_CHECKING:
    from analysis.sources.source import Source

__all__ = ["Coding", "code_source"]


def code_source(source: Source) -> Coding:
    """Code what one source says: attacks, casualties, troops and statements, each in the order of the text.

    The same source always gives the same rows. A text without words, or in a language other than English (`language`
    neither "en" nor None), gives none.
    """
    from analysis.coding.attacks import code_attacks
    from analysis.coding.casualties import code_casualties
    from analysis.coding.reading import read_source
    from analysis.coding.statements import code_statements
    from analysis.coding.troops import code_troops
    from analysis.coding.utterances import find_utterances
    from analysis.sources.source import is_coded

    if not is_coded(source.language):
        return Coding()
    reading = read_source(source)
    utterances = find_utterances(reading)
    attacks = code_attacks(reading, utterances)
    casualties = code_casualties(reading, utterances, attacks)
    hurt = {(row.evidence.start, row.quantity.start) for row in casualties}  # who was hurt is no strength
    return Coding(
        attacks=attacks.rows,
        casualties=casualties,
        troops=tuple(t for t in code_troops(reading, utterances) if (t.evidence.start, t.quantity.start) not in hurt),
        statements=code_statements(reading, utterances),
    )
