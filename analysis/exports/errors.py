"""What stops an export, in one line that says how to mend it."""

from __future__ import annotations


class ExportError(Exception):
    """An export that cannot be made."""
