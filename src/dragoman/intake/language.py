"""Whether a text is in the language that the coder reads.

Function words decide the ordinary case without loading anything: in English news nearly every
second word is one. What has few of them, or is written in another script, is told apart by a
statistical identifier, and only where there is text enough to be sure.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

_FUNCTION_WORDS = frozenset(
    [
        "the",
        "of",
        "to",
        "and",
        "a",
        "in",
        "that",
        "is",
        "was",
        "for",
        "on",
        "with",
        "as",
        "by",
        "at",
        "from",
        "has",
        "have",
        "had",
        "were",
        "are",
        "be",
        "been",
        "it",
        "its",
        "his",
        "her",
        "their",
        "they",
        "he",
        "she",
        "who",
        "which",
        "this",
        "these",
        "not",
        "but",
        "or",
        "an",
        "said",
        "will",
        "would",
        "after",
        "over",
        "about",
        "into",
        "than",
        "more",
        "against",
        "during",
        "between",
        "under",
        "also",
    ]
)
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 6000
_ENOUGH_LETTERS = 40
_ENOUGH_WORDS = 20
_SURELY_ENGLISH = 0.25
_SURELY = 0.90
_NAMES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "hu": "Hungarian", "id": "Indonesian", "it": "Italian",
    "ja": "Japanese", "ko": "Korean", "ku": "Kurdish", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sr": "Serbian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese",
    "zh": "Chinese",
}  # fmt: skip


def foreign_language(text: str) -> str | None:
    """The name of the language of `text`, or None where it is English or too short to say."""
    sample = text[:_SAMPLE]
    letters = [char for char in sample if char.isalpha()]
    if len(letters) < _ENOUGH_LETTERS:
        return None
    latin = sum(unicodedata.name(char, "").startswith("LATIN") for char in letters[:400])
    foreign_script = latin < 0.5 * min(len(letters), 400)
    words = [word.lower() for word in _WORD.findall(sample)]
    if not foreign_script:
        if len(words) < _ENOUGH_WORDS:
            return None
        if sum(word in _FUNCTION_WORDS for word in words) >= _SURELY_ENGLISH * len(words):
            return None
    # Capitals look like nothing that the identifier was trained on.
    code, confidence = _identifier().classify(sample.lower() if sample.isupper() else sample)
    if foreign_script:
        return _NAMES.get(code, "another language") if code != "en" else "another script"
    if code == "en" or confidence < _SURELY:
        return None
    return _NAMES.get(code, f"the language {code!r}")


@cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
