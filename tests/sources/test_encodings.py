"""Encodings: UTF-8 as it is, others told and named, binary data refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.sources.encodings import decode
from analysis.sources.errors import UnreadableError

ENGLISH = "The minister’s office said “five rockets” hit the base — no one was hurt. José saw it.\r\n"
ARABIC = "قالت وزارة الدفاع إن خمسة صواريخ أصابت القاعدة يوم الجمعة ولم يصب أحد بأذى."
FRENCH = "Le ministère a déclaré que cinq roquettes avaient frappé la base; les blessés ont été évacués.\n"
RUSSIAN = "Министерство обороны сообщило, что пять ракет попали в базу в пятницу.\n"


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8-sig"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "windows-1252", "windows-1252"),
        (FRENCH, "latin-1", "windows-1252"),
        (ARABIC, "windows-1256", "windows-1256"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
    ],
)
def test_text_is_decoded_and_its_encoding_named(text: str, written: str, named: str) -> None:
    assert decode(text.encode(written)) == (text, named)


def test_a_page_may_name_its_encoding() -> None:
    page = f'<html><head><meta charset="iso-8859-9"></head><p>{"Şırnak ve Hakkâri"}</p>'
    assert decode(page.encode("iso-8859-9"), is_html=True) == (page, "iso8859-9")


@pytest.mark.parametrize(
    "data",
    [b"text\0text", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), b"\x01\x02\x03" * 50 + b"ok", "a\0".encode("utf-16")],
)
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="it is binary, not text; save it as UTF-8 text"):
        decode(data)


def test_an_encoding_that_cannot_be_told_is_refused() -> None:
    noise = bytes((i * 97 + i * i * 31) % 224 + 32 for i in range(4000))
    with pytest.raises(UnreadableError, match="encoding could not be told; save it as UTF-8"):
        decode(noise)


@given(st.text())
def test_utf_8_is_never_changed(text: str) -> None:
    if "\0" not in text and sum(ord(char) < 32 for char in text) == 0 and not text.startswith("\ufeff"):
        assert decode(text.encode("utf-8")) == (text, "utf-8")


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except UnreadableError:
        return
    assert isinstance(text, str) and encoding
