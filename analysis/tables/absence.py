"""What an empty table says: what was looked for, and that it was not found."""

from __future__ import annotations

#: what makes a row of each table, as the codebook has it
LOOKED_FOR = {
    "sources": "Looked for: documents that can be read (.txt, .md, .html, .pdf). None was found.",
    "incidents": "Looked for: attacks that the reports tell of. None was found.",
    "attacks": "Looked for: any use of armed force that a report tells of (rockets, drones, air strikes, bombs, "
    "gunfire, assaults); threats and foiled attempts do not count. None was found.",
    "casualties": "Looked for: figures of killed, injured, missing and captured, “no casualties” included. "
    "None was found.",
    "troops": "Looked for: numbers of soldiers who are stationed, sent, withdrawn or to be sent. None was found.",
    "statements": "Looked for: what governments, forces, armed groups and other official sources are said to say. "
    "None was found.",
}


def say_absence(table: str) -> str:
    """Say of a table without rows what was looked for and not found."""
    return LOOKED_FOR.get(table, "No row was found.")
