"""From bytes to text: UTF-8 first, then a byte order mark, then what charset-normalizer makes of it.

Newlines stay as they are and a byte order mark is no character of the text, so offsets count the decoded file. What
holds null bytes or control characters is no text and is refused.
"""

from __future__ import annotations

import codecs
import re

from analysis.sources.errors import UnreadableError
from analysis.vocabulary import read_vocabulary

# Longest first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SAMPLE = 200_000
_MOST_CONTROLS = 0.002
_DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([A-Za-z0-9._:-]{2,40})""", re.IGNORECASE)

_BINARY = "it is binary, not text; save it as UTF-8 text"
_UNKNOWN = "its encoding could not be told; save it as UTF-8"


def decode(data: bytes, *, is_html: bool = False) -> tuple[str, str]:
    """Decode the bytes of a document; the text, and the name of the encoding ("utf-8", "windows-1252" …).

    Raises UnreadableError for binary data and for an encoding that cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    if _is_binary(data):
        raise UnreadableError(_BINARY)
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    return (is_html and _decode_declared(data)) or _detect(data)


def _decode_marked(data: bytes, encoding: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(_UNKNOWN) from None
    if "\0" in text:
        raise UnreadableError(_BINARY)
    return text, encoding


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    return b"\0" in data or len(_CONTROLS.findall(sample)) > _MOST_CONTROLS * len(sample)


def _decode_declared(data: bytes) -> tuple[str, str] | None:
    """Decode a page in the encoding it names itself, None if it names none that holds."""
    declared = _DECLARED.search(data[:5000])
    if declared is None:
        return None
    name = declared[1].decode("ascii")
    try:
        return data.decode(name), _to_usual_name(codecs.lookup(name).name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _detect(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # 25 ms, needed for few documents

    matches = list(from_bytes(data, cp_isolation=read_vocabulary("encodings")))
    if not matches:
        raise UnreadableError(_UNKNOWN)
    # Of those that fit equally well the commonest is taken; the difference shows in rare letters only.
    equals = [match for match in matches if match.chaos <= matches[0].chaos]
    usual = any("cp1252" in match.could_be_from_charset for match in equals)
    encoding = "cp1252" if usual else matches[0].encoding
    try:
        return data.decode(encoding), _to_usual_name(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(_UNKNOWN) from None


def _to_usual_name(codec: str) -> str:
    return re.sub(r"^cp(?=125\d$)", "windows-", codec.replace("_", "-"))
