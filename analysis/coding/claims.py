"""Claim ids: names of rows that outlive reruns and new neighbours.

An id is a hash of the source's id, the table, the evidence and the words that set the row apart (the trigger of an
attack; the number or the victim with the outcome; speaker and cue), with the place of those words in the evidence. It
does not depend on other rows, on other sources, or on where in the source the evidence stands.
"""

from __future__ import annotations

import hashlib

from analysis.coding.rows import Evidence


def claim_id(source_id: str, table: str, evidence: Evidence, *spans: tuple[int, int], label: str = "") -> str:
    """Return the id of a row: a letter for its table and twelve hexadecimal digits.

    `spans` are (start, end) offsets in the source of the words that set the row apart, `label` what else does
    ("killed"). The same arguments always give the same id.
    """
    words = [f"{start - evidence.start}:{end - start}" for start, end in spans]
    parts = "\x1f".join((source_id, table, evidence.text, *words, label))
    return f"{table[0]}{hashlib.sha256(parts.encode()).hexdigest()[:12]}"
