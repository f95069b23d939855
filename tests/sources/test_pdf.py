"""PDFs: text in paragraphs again; a password, a scan and a broken file are refused."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from analysis.sources.errors import UnreadableError
from analysis.sources.pdf import read_pdf

PARAGRAPHS = [
    "Two ferries were hit by rockets off the coast of Alba on Friday, the police of the harbour said in a long "
    "statement that was read out on the quay in the evening. Nobody was hurt, and the boats went back to Aleria.",
    "The navy said that it had found twelve more rockets in a field near the northern gate, ready to be fired, and "
    "that it was looking for the men who had put them there. It gave no names and took no questions from reporters.",
]


def make_pdf(paragraphs: list[str], password: str | None = None, owner: str | None = None) -> bytes:
    out = BytesIO()
    styles = getSampleStyleSheet()
    flow = [
        Paragraph("Ferries hit off Alba", styles["Title"]),
        *(Paragraph(text, styles["BodyText"]) for text in paragraphs),
    ]
    SimpleDocTemplate(out, pagesize=A4).build(flow)
    if password is None and owner is None:
        return out.getvalue()
    writer = PdfWriter(clone_from=PdfReader(BytesIO(out.getvalue())))
    writer.encrypt(password or "", owner, algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    return locked.getvalue()


def test_paragraphs_are_put_together_again() -> None:
    assert read_pdf(make_pdf(PARAGRAPHS)).split("\n\n") == ["Ferries hit off Alba", *PARAGRAPHS]


def test_a_paragraph_over_two_pages() -> None:
    text = read_pdf(make_pdf(PARAGRAPHS * 30))
    assert text.count(PARAGRAPHS[0][:40]) == 30 and text.count("took no questions from reporters.") == 30


def test_a_password_is_refused_and_an_owners_lock_is_not() -> None:
    with pytest.raises(UnreadableError, match="encrypted; save a copy without a password"):
        read_pdf(make_pdf(PARAGRAPHS, password="secret"))
    assert PARAGRAPHS[0] in read_pdf(make_pdf(PARAGRAPHS, owner="secret"))


def test_a_scan_without_text_is_refused() -> None:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    with pytest.raises(UnreadableError, match="holds no text"):
        read_pdf(out.getvalue())


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"no pdf at all", make_pdf(PARAGRAPHS)[:300], b"\0" * 100])
def test_a_broken_file_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match=r"broken|no text") as error:
        read_pdf(data)
    assert "\n" not in str(error.value)
