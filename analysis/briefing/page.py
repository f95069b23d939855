"""One page from a document: one file, no request, a content security policy, complete without its script.

The template is report/templates/briefing/page.html of the project, with style.css and page.js beside it. Only strings
that `display` escaped get into the page as HTML. The policy lets no script and no style in but ours, known by hash.
"""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Iterable
from pathlib import Path
from string import Template

from analysis.briefing.display import blocks, nodes
from analysis.briefing.document import Document
from analysis.briefing.project import templates_folder
from analysis.briefing.shades import to_palettes, with_classes

#: the page's own fonts, by weight
FACES = {400: "Inter-Regular.woff2", 700: "Inter-Bold.woff2"}


def to_page(document: Document) -> str:
    """Write a document as one HTML page."""
    folder = templates_folder() / "briefing"
    drawings, rules, colours = with_classes(document.drawings)
    style = to_style(folder, rules, colours)
    script = _read(folder / "page.js")
    cover = document.cover
    return Template(_read(folder / "page.html")).substitute(
        title=html.escape(cover["title"]),
        kicker=html.escape(cover.get("kicker", "")),
        footer=html.escape(cover.get("footer", "")),
        lang=html.escape(cover.get("lang", "en")),
        lines="\n".join(f'<p class="about">{nodes.to_html(line)}</p>' for line in cover["lines"]),
        contents=to_contents(document),
        body=blocks.to_html(document.blocks, drawings),
        style=style,
        script=script,
        script_hash=to_hash(script),
        style_hash=to_hash(style),
    )


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


def to_hash(content: str) -> str:
    """Hash what stands between two tags on lines of its own, as the policy names it."""
    return base64.b64encode(hashlib.sha256(f"\n{content}\n".encode()).digest()).decode("ascii")


def to_style(folder: Path, rules: Iterable[str], colours: Iterable[str]) -> str:
    """Read the style sheet, with the fonts in it, the rules of the drawings, their colours for light and dark."""
    faces = [
        f"@font-face {{ font-family: Inter; font-weight: {weight}; font-display: swap; "
        f"src: url(data:font/woff2;base64,{_to_base64(folder / 'fonts' / name)}) format('woff2'); }}"
        for weight, name in FACES.items()
    ]
    return "\n".join([*faces, _read(folder / "style.css"), *rules, *to_palettes(colours)])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").strip()


def _to_base64(path: Path) -> str:
    return base64.b64encode(path.read_bytes()).decode("ascii")
