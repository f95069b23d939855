"""One document: from the file to its text and what it says of itself.

Of .txt and .md the text is the decoded file, newlines and front matter included, so that offsets count the file itself;
of a web page or a PDF it is the text taken out. Whatever cannot be read is an UnreadableError with the mend.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from analysis.sources.encodings import decode
from analysis.sources.errors import UnreadableError
from analysis.sources.front_matter import read_front_matter
from analysis.sources.furniture import LEADING_DATE
from analysis.sources.metadata import Metadata, parse_date
from analysis.sources.pdf import read_pdf
from analysis.sources.web import read_web_page

#: a larger file is refused before it is read
MAX_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Document:
    """A document as read: `after` is where its front matter ends, `says` what it tells of itself, `wrong` the keys of
    its front matter whose values have the wrong form, with what is wrong.
    """

    file: str
    text: str
    encoding: str
    says: Metadata
    after: int = 0
    wrong: Mapping[str, str] = field(default_factory=dict)


def read_document(path: Path) -> Document:
    """Read the document at `path`.

    Raises UnreadableError for a file that is empty, too large, binary, encrypted, broken, outside its folder, or of
    another form of document (`OTHER`).
    """
    suffix = path.suffix.lower()
    if suffix in OTHER:
        raise UnreadableError(f"a {suffix} file is not read; save it as .txt, .md, .html or .pdf")
    document = _READERS[suffix](path.name, _read_bytes(path))
    if not document.text[document.after :].strip("\ufeff \t\r\n\v\f\0\xa0\u200b"):
        raise UnreadableError("it holds front matter but no text; add the report" if document.after else _EMPTY)
    return document


_EMPTY = "it is empty; add its text or remove the file"


def _read_bytes(path: Path) -> bytes:
    try:
        if not path.resolve().is_relative_to(path.parent.resolve()):
            raise UnreadableError("it is a link to a file outside the folder; copy the file itself here")
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("it is not a regular file; put a copy of the document here")
        if status.st_size > MAX_BYTES:
            raise UnreadableError(f"it is larger than {MAX_BYTES // 1_000_000} MB; give the report alone")
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or "cannot be opened"
        raise UnreadableError(f"it cannot be opened ({reason.lower()}); check the file and its permissions") from None
    if not data.strip():
        raise UnreadableError(_EMPTY)
    return data


def _read_text(file: str, data: bytes) -> Document:
    text, encoding = decode(data)
    front = read_front_matter(text)
    after, says = (front.end, front.metadata) if front else (0, Metadata())
    leading = LEADING_DATE.match(text, after)
    if leading and leading["date"] and says.published is None:
        says = replace(says, published=parse_date(leading["date"]))
    return Document(file, text, encoding, says, after, front.wrong if front else {})


def _read_web_page(file: str, data: bytes) -> Document:
    return Document(file, *read_web_page(data))


def _read_pdf(file: str, data: bytes) -> Document:
    return Document(file, read_pdf(data), "pdf", Metadata())


_READERS: dict[str, Callable[[str, bytes], Document]] = {
    ".txt": _read_text,
    ".md": _read_text,
    ".html": _read_web_page,
    ".htm": _read_web_page,
    ".pdf": _read_pdf,
}

#: the endings of the files that are read
SUFFIXES = frozenset(_READERS)
#: the endings of documents that somebody may have put there, and that are not read
OTHER = frozenset({".docx", ".doc", ".odt", ".rtf", ".epub", ".eml"})
