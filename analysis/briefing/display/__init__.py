"""What the notebooks show, as plain text, as HTML, and as the blocks that page and PDF are drawn from."""

from __future__ import annotations

from analysis.briefing.display.figure import figure
from analysis.briefing.display.prose import findings, prose, sentence
from analysis.briefing.display.shown import MIMETYPE, Shown
from analysis.briefing.display.table import table

__all__ = ["MIMETYPE", "Shown", "figure", "findings", "prose", "sentence", "table"]
