"""The PDF as an nbconvert exporter: `jupyter nbconvert --to briefing-pdf notebook.ipynb`."""

# nbconvert types the result of any exporter as a notebook.
# mypy: disable-error-code="no-untyped-call, override"

from __future__ import annotations

from typing import Any

from nbconvert.exporters.exporter import Exporter

from analysis.briefing.document import to_document
from analysis.briefing.printed import to_pdf


class BriefingPDF(Exporter):
    """A tagged PDF in the look of the briefing."""

    export_from_notebook = "Briefing PDF"
    file_extension = ".pdf"
    output_mimetype = "application/pdf"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> tuple[bytes, Any]:
        """Render a notebook, merged or single."""
        nb, resources = super().from_notebook_node(nb, resources, **kwargs)
        resources["output_extension"] = ".pdf"
        return to_pdf(to_document(nb)), resources
