"""The page as an nbconvert exporter: `jupyter nbconvert --to briefing-html notebook.ipynb`."""

# nbconvert types the result of any exporter as a notebook.
# mypy: disable-error-code="no-untyped-call, override"

from __future__ import annotations

from typing import Any

from nbconvert.exporters.exporter import Exporter

from analysis.briefing.document import to_document
from analysis.briefing.page import to_page


class BriefingHTML(Exporter):
    """One HTML page in the look of the briefing."""

    export_from_notebook = "Briefing page"
    file_extension = ".html"
    output_mimetype = "text/html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> tuple[str, Any]:
        """Render a notebook, merged or single."""
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        resources["output_extension"] = ".html"
        return to_page(to_document(nb)), resources
