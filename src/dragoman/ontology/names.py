"""Forms of proper names as running text writes them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_POSSESSIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_LATIN_EXTRA = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"})
_APOSTROPHES = re.compile(r"['’‘ʼʻʿʾ`´]")


def without_trimmings(text: str) -> str:
    """The name without a leading article, surrounding blanks, and a possessive ending."""
    bare = text.strip()
    if bare[:4] in ("the ", "The ", "THE "):
        bare = bare[4:].lstrip()
    return _POSSESSIVE.sub("", bare)


def headline_form(text: str) -> str | None:
    """A name written in capitals, in title case: "NEW ZEALAND" -> "New Zealand"; else None.

    Names of three letters or fewer stay as they are: "US", "UAE" are written so everywhere.
    """
    if len(text) < 4 or not text.isupper() or "." in text:
        return None
    words = [
        word.lower() if word in ("OF", "THE", "AND") and i else word.capitalize()
        for i, word in enumerate(text.split(" "))
    ]
    titled = " ".join(words)
    return re.sub(r"(?<=[-])\w", lambda match: match.group().upper(), titled)


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A key that ignores case, accents, apostrophes, hyphens and the dots of abbreviations.

    "Dar'ā" and "Daraa" differ by one letter and so still differ; "Sana'a" and "Sanaa" do not.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_LATIN_EXTRA))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = _APOSTROPHES.sub("", plain).replace("-", " ").replace("‑", " ").replace("–", " ")
    plain = plain.replace(".", " ").casefold()
    return " ".join(plain.split())
