"""The text of a PDF, taken out with pypdf, its lines put together to paragraphs again.

A PDF says nothing of its publication that could be trusted: its dates are those of the file. Scans hold no text and are
refused, and so are files with a password.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from analysis.sources.errors import UnreadableError, to_line
from analysis.sources.quiet import quiet
from analysis.sources.web import clean

_MOST_CHARACTERS = 50_000_000
_SHORT_LINE = 0.75

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xad": None})
_ENDS = re.compile(r"""[.!?:]["'”’)\]]*$""")


def read_pdf(data: bytes) -> str:
    """Take the text out of the bytes of a PDF, paragraphs parted by a blank line.

    Raises UnreadableError for a file with a password, a scan without text, and what is no PDF.
    """
    with quiet("pypdf"):
        pages = _read_pages(data)
    text = _to_paragraphs("\n\n".join(pages))
    if not text:
        raise UnreadableError(
            "the PDF holds no text (a scan?); run it through text recognition or give the text as .txt"
        )
    return text


def _read_pages(data: bytes) -> list[str]:
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, WrongPasswordError

    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise WrongPasswordError
        return _take_pages(reader)
    except (DependencyError, FileNotDecryptedError, WrongPasswordError):
        raise UnreadableError("the PDF is encrypted; save a copy without a password") from None
    except UnreadableError:
        raise
    except Exception as error:  # pypdf raises whatever a broken file makes it meet
        raise UnreadableError(f"the PDF is broken ({to_line(error) or type(error).__name__}); save it again") from None


def _take_pages(reader: Any) -> list[str]:
    pages: list[str] = []
    characters = 0
    for page in reader.pages:
        pages.append(page.extract_text() or "")
        characters += len(pages[-1])
        if characters > _MOST_CHARACTERS:
            raise UnreadableError("the PDF holds more than 50 million characters; give the report alone")
    return pages


def _to_paragraphs(printed: str) -> str:
    """Join the lines of the pages: a paragraph ends at a blank line, or at a line well short of the longest.

    Where no sentence has ended and the next line begins in small letters, the paragraph goes on, over a page's end too.
    """
    lines = [" ".join(line.split()) for line in clean(printed.translate(_LIGATURES)).split("\n")]
    width = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    ended = True
    for line in lines:
        if not line:
            ended = True
            continue
        if ended and not (paragraphs and line[0].islower() and not _ENDS.search(paragraphs[-1])):
            paragraphs.append(line)
        else:
            paragraphs[-1] += line if paragraphs[-1].endswith("-") else f" {line}"
        ended = len(line) < _SHORT_LINE * width
    return "\n\n".join(paragraphs)
