"""One coding as one line of JSON."""

from __future__ import annotations

import json
from typing import Any

from dragoman.records.codec import to_json
from dragoman.records.coding import Coding

_LINE_ENDS = {ord(char): f"\\u{ord(char):04x}" for char in "\x85\u2028\u2029"}


def dump_line(coding: Coding) -> str:
    """The coding's JSON on one line, without a line end."""
    return dump_json(to_json(coding))


def dump_json(value: Any) -> str:
    """JSON on one line, for every reader's idea of a line, that UTF-8 can always write.

    Characters stand for themselves, except for Unicode's line ends, and in a value with lone
    surrogates (half of an emoji, as some feeds cut it), which only escapes can carry.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False).translate(_LINE_ENDS)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, allow_nan=False)
    return text
