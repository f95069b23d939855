"""One PDF from a document, for print and for screen readers: PDF/UA-1 and PDF/A-2a, or no PDF at all.

Typst reads one JSON file and our template (report/templates/briefing/main.typ), both given in memory: data is shown
and never parsed, and nothing on disk can be read. The date comes from the sources, not from the clock, so that the
same document gives the same bytes.
"""

from __future__ import annotations

import io
import json
import re
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from analysis.briefing.display import nodes
from analysis.briefing.document import Document, with_live_links
from analysis.briefing.excerpt import to_excerpt
from analysis.briefing.letters import font_folder
from analysis.briefing.project import templates_folder

STANDARDS = ["a-2a", "ua-1"]
#: PDF/A wants a date; this one stands where no source has one
NO_DAY = "1980-01-01"
#: how JSON writes a control character
ESCAPED = re.compile(r"\\u([0-9a-f]{4})")


def to_pdf(document: Document) -> bytes:
    """Draw a document. Raises RuntimeError with the compiler's words where it refuses."""
    made = draw(to_excerpt(document), format="pdf", pdf_standards=STANDARDS)
    assert isinstance(made, bytes)
    return shrink(made)


def to_picture(document: Document, dots: int = 80) -> bytes:
    """Draw the title page as PNG, `dots` to the inch."""
    cover, *findings = with_live_links([document.cover, *(block for block in document.blocks if block.get("key"))])
    made = draw(replace(document, cover=cover, blocks=tuple(findings), drawings={}), format="png", ppi=dots)
    return made if isinstance(made, bytes) else bytes(made[0])


def draw(document: Document, **options: Any) -> Any:
    """Let Typst draw a document; `options` are those of its compiler."""
    import typst

    compile_typst: Any = typst.compile  # its types do not know of files in memory

    day = date.fromisoformat(document.cover.get("date") or NO_DAY)
    files = {"main.typ": (templates_folder() / "briefing" / "main.typ").read_bytes()}
    files |= {f"{name}.svg": svg.encode() for name, svg in document.drawings.items()}
    content = json.dumps(to_json(document, day), ensure_ascii=False, sort_keys=True)
    files["document.json"] = content.encode()
    stamp = datetime(day.year, day.month, day.day, tzinfo=UTC)
    escaped = "".join(chr(int(code, 16)) for code in ESCAPED.findall(content))
    with font_folder([content, escaped, *document.drawings.values()]) as fonts:
        font_paths = typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(fonts)])
        return compile_typst(files, font_paths=font_paths, timestamp=int(stamp.timestamp()), **options)


def shrink(made: bytes) -> bytes:
    """Save a PDF again with packed objects and an id that its contents give."""
    import pikepdf

    smaller = io.BytesIO()
    with tempfile.NamedTemporaryFile(prefix="briefing-", suffix=".pdf") as file:  # read faster than from memory
        file.write(made)
        file.flush()
        with pikepdf.open(file.name) as pdf:
            pdf.save(
                smaller,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
                recompress_flate=False,
            )
    return smaller.getvalue()


def to_json(document: Document, day: date) -> dict[str, Any]:
    """Make the file that the template reads."""
    cover = document.cover
    values = {
        "title": cover["title"],
        "short": cover["title"] if len(cover["title"]) < 80 else cover["title"][:78] + "…",
        "kicker": cover.get("kicker", ""),
        "lines": cover["lines"],
        "footer": cover.get("footer", ""),
        "author": cover.get("author", ""),
        "description": " ".join(map(nodes.to_plain, cover["lines"])),
        "lang": cover.get("lang", "en"),
        "date": [day.year, day.month, day.day],
        "key": [block for block in document.blocks if block.get("key")],
        "blocks": [_with_file(block, document) for block in document.blocks if not block.get("key")],
    }
    prepared = prepare(values)
    assert isinstance(prepared, dict)
    return prepared


def _with_file(block: dict[str, Any], document: Document) -> dict[str, Any]:
    """Name a figure's drawing, and leave out what only the page uses."""
    kept = {key: value for key, value in block.items() if key not in ("facets", "data")}
    return kept | {"file": f"{block['id']}.svg"} if block.get("id") in document.drawings else kept


def prepare(value: Any) -> Any:
    """Copy values for the template: flag strings that run from right to left."""
    if isinstance(value, list):
        return [prepare(item) for item in value]
    if not isinstance(value, dict):
        return value
    copy = {key: prepare(item) for key, item in value.items()}
    said = value.get("v") if value.get("t") == "s" else value.get("sentence")
    return copy | {"rtl": True} if isinstance(said, str) and nodes.is_rtl(said) else copy
