"""A PowerPoint deck of the briefing: a slide per finding, charts and tables that can be edited, notes with evidence.

It needs python-pptx (the extra `slides`), which is loaded when a deck is written. The same tables give the same bytes.
"""

from analysis.exports.deck.finding import Finding, to_findings, to_text
from analysis.exports.deck.write import write_deck

__all__ = ["Finding", "to_findings", "to_text", "write_deck"]
