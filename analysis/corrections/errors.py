"""The one way in which corrections and filled review sheets are refused."""

from __future__ import annotations


class CorrectionsError(ValueError):
    """Corrections that cannot be used; str() is one line that names the entry or entries and says the mend."""
