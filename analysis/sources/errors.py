"""The two ways in which sources are refused. Each message is one line that names the file and says the mend."""

from __future__ import annotations


class SourcesError(ValueError):
    """The folder, its sidecar or (when strict) a document cannot be used; str() is the one line to show."""


class UnreadableError(ValueError):
    """One document cannot be read; str() says why and the mend, without the file's name."""


def to_line(message: object) -> str:
    """Make one line of any message, printable throughout."""
    joined = " ".join(str(message).split())
    return "".join(char if char.isprintable() else "�" for char in joined)
