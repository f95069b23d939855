"""The one error that the briefing raises for what its user can mend."""

from __future__ import annotations


class BriefingError(Exception):
    """Something that the user can mend; the message is one line that names it and the mend."""
