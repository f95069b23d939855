"""From a folder of reports to the briefing: run the notebooks, merge them, draw one page and one PDF."""

from __future__ import annotations

from analysis.briefing.build import build_briefing
from analysis.briefing.errors import BriefingError

__all__ = ["BriefingError", "build_briefing"]
