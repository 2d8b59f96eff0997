"""One coding as one line of JSON."""

from __future__ import annotations

import json
from typing import Any

from dragoman.records.codec import to_json
from dragoman.records.coding import Coding


def dump_line(coding: Coding) -> str:
    """The coding's JSON on one line, without a line end."""
    return dump_json(to_json(coding))


def dump_json(value: Any) -> str:
    """JSON on one line that UTF-8 can always write.

    Characters stand for themselves, except in a value with lone surrogates (half of an emoji, as
    some feeds cut it), which only escapes can carry.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(value, allow_nan=False)
    return text
