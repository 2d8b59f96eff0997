"""Bytes -> canonical text: every character kept, line ends too, only a byte order mark taken off.

Steps, the first that fits:
1. a byte order mark names UTF-8, UTF-16 or UTF-32;
2. a file of a known binary format, or one with NUL bytes that is not UTF-16, is no text;
3. UTF-8;
4. the character set that the document itself declares (HTML);
5. UTF-8 with a few broken bytes: each becomes U+FFFD, so that what is lost stays visible;
6. Windows-1252, the commonest legacy encoding of English text.
"""

from __future__ import annotations

import codecs
import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BINARY_FORMATS = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PAR1", "a Parquet table"),
)
_MULTIBYTE = re.compile(rb"[\xc3-\xf4][\x80-\xbf]{1,3}")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A page of text has no control characters at all; a stray one is a slip, several are a format.
_MOST_CONTROLS = 0.003


class NotTextError(ValueError):
    """The bytes are no text; the message says what they are instead."""


def decode_text(data: bytes, declared: str | None = None) -> str:
    """The characters of `data`; `declared` is the character set that the document names.

    Raises NotTextError for bytes that are no text.
    """
    text = _decode(data, declared)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text) + 1:
        raise NotTextError("binary data, not text")
    return text


def _decode(data: bytes, declared: str | None) -> str:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding)
    for magic, name in _BINARY_FORMATS:
        if data.startswith(magic):
            raise NotTextError(f"{name}, not text")
    if b"\0" in data:
        try:
            return data.decode(_utf_16_of(data))
        except UnicodeDecodeError:
            raise NotTextError("binary data, not text") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_legacy(data, declared, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise NotTextError(f"broken {encoding[:6].upper()} text") from None


def _utf_16_of(data: bytes) -> str:
    """Which UTF-16 leaves NULs where these bytes have them: in English, every other byte."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.05 * half + 1:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half + 1:
        return "utf-16-be"
    raise NotTextError("binary data, not text")


def _decode_legacy(data: bytes, declared: str | None, error: UnicodeDecodeError) -> str:
    if declared:
        try:
            if codecs.lookup(declared).name != "utf-8":
                return data.decode(declared)
        except (LookupError, UnicodeDecodeError):
            pass
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\N{REPLACEMENT CHARACTER}") - data.count(b"\xef\xbf\xbd")
    if broken <= len(_MULTIBYTE.findall(data)):
        return repaired
    # A file cut off within its last character is otherwise pure ASCII.
    if broken == 1 and error.start >= len(data) - 3 and error.reason == "unexpected end of data":
        return repaired
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise NotTextError("neither UTF-8 nor any encoding of English text") from None
