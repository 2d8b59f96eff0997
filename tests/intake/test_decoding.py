"""Bytes to text: every character kept, nothing taken for text that is none."""

from __future__ import annotations

import random
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.intake.decoding import NotTextError, decode_text

REPORT = "The minister's “visit” to Türkiye — cafés in Hélène’s town — was put off. الفاشر 🕊️\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_its_mark_is_read_exactly(encoding: str) -> None:
    assert decode_text(REPORT.encode(encoding)) == REPORT


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    text = "Rebels took the town on Friday, residents said.\r\n"
    assert decode_text(text.encode(encoding)) == text


def test_windows_1252() -> None:
    text = "The minister’s “café” visit – a first – cost €5,000."
    assert decode_text(text.encode("cp1252")) == text


def test_declared_encoding_goes_before_the_guess() -> None:
    text = "Zażółć gęślą jaźń"
    assert decode_text(text.encode("iso-8859-2"), "iso-8859-2") == text
    assert decode_text("naïve".encode("cp1252"), "no-such-charset") == "naïve"


def test_a_few_broken_bytes_stay_visible() -> None:
    data = REPORT.encode().replace("—".encode(), b"\xe2\x80", 1)
    text = decode_text(data)
    assert text.count("\N{REPLACEMENT CHARACTER}") == 1
    assert "Türkiye" in text


def test_cut_off_in_the_middle_of_a_character() -> None:
    text = decode_text(b"They met on Friday\xe2\x80")
    assert text == "They met on Friday\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00", "PNG"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (bytes(range(256)) * 8, "binary"),
        (b"\xff\xfe\x00\xd8\x41", "broken UTF-16"),
        (random.Random(3).randbytes(4000), "binary|neither"),
        (b"\x01\x02\x03\x04" * 100, "binary"),
    ],
)
def test_binary_is_no_text(data: bytes, what: str) -> None:
    with pytest.raises(NotTextError, match=what):
        decode_text(data)


@given(st.text())
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    try:
        decoded = decode_text(b"\xef\xbb\xbf" + text.encode("utf-8"))
    except NotTextError:
        assert any(ord(char) < 32 for char in text)
    else:
        assert decoded == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_not(data: bytes) -> None:
    with suppress(NotTextError):
        assert isinstance(decode_text(data), str)
