"""One page from a notebook: one file, no request, no script, a content security policy.

`BriefingHTML` is an nbconvert exporter (`jupyter nbconvert --to briefing-html notebook.ipynb`); its template is
report/templates/briefing/index.html.j2 of the project. Only strings that `display` escaped get into the page as HTML.
"""

# nbconvert types the result of any exporter as a notebook.
# mypy: disable-error-code="no-untyped-call, override"

from __future__ import annotations

import base64
import html
from pathlib import Path
from typing import Any

from nbconvert.exporters.templateexporter import TemplateExporter

from analysis.briefing.display import blocks, nodes
from analysis.briefing.document import Document, to_document
from analysis.briefing.project import templates_folder

#: the page's own fonts, by weight
FACES = {400: "Inter-Regular.woff2", 700: "Inter-Bold.woff2"}


class BriefingHTML(TemplateExporter):
    """One HTML page in the look of the briefing."""

    export_from_notebook = "Briefing page"
    template_name = "briefing"
    file_extension = ".html"
    output_mimetype = "text/html"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(extra_template_basedirs=[str(templates_folder())], **kwargs)

    def from_notebook_node(self, nb: Any, resources: Any = None, **kwargs: Any) -> tuple[str, Any]:
        """Render a notebook, merged or single."""
        document = to_document(nb)
        cover = document.cover
        briefing = {
            "title": html.escape(cover["title"]),
            "kicker": html.escape(cover.get("kicker", "")),
            "footer": html.escape(cover.get("footer", "")),
            "lang": html.escape(cover.get("lang", "en")),
            "lines": [nodes.to_html(line) for line in cover["lines"]],
            "contents": to_contents(document),
            "body": blocks.to_html(document.blocks, document.drawings),
            "style": to_style(),
        }
        resources = dict(resources or {}, briefing=briefing)
        page, resources = super().from_notebook_node(nb, resources, **kwargs)
        return page.rstrip() + "\n", resources


def to_contents(document: Document) -> str:
    """Write the contents: the sections, and under each its headings of the next level."""
    sections: list[tuple[str, list[str]]] = []
    for level, anchor, words in document.contents:
        entry = f'<a href="#{html.escape(anchor)}">{html.escape(words)}</a>'
        if level == 1:
            sections.append((entry, []))
        elif level == 2 and sections:
            sections[-1][1].append(entry)
    return "<ol>" + "".join(f"<li>{entry}{_list(below)}</li>" for entry, below in sections) + "</ol>"


def _list(entries: list[str]) -> str:
    return "<ol>" + "".join(f"<li>{entry}</li>" for entry in entries) + "</ol>" if entries else ""


def to_style() -> str:
    """Read the style sheet, with the fonts in it."""
    folder = templates_folder() / "briefing"
    faces = [
        f"@font-face {{ font-family: Inter; font-weight: {weight}; font-display: swap; "
        f"src: url(data:font/woff2;base64,{_to_base64(folder / 'fonts' / name)}) format('woff2'); }}"
        for weight, name in FACES.items()
    ]
    return "\n".join([*faces, (folder / "style.css").read_text(encoding="utf-8").strip()])


def _to_base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")
