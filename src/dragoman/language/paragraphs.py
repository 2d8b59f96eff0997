"""Where the lines of a text force a sentence to begin."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

_LINE: Final = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+")
_BLANK: Final = re.compile(r"\n[^\S\n]*\n|\r\s*\r|[\f\u2029]")
_WRAPPED_WIDTHS: Final = range(40, 121)
"""Longest line, in characters, of a paragraph that may have been broken to fit a width."""


def paragraph_starts(text: str) -> list[int]:
    """Offsets of the lines that begin a sentence of their own, ascending, the first line included.

    A line after a blank one always does. After a single line break it does unless the break was
    only made to fit a width: the line begins in lower case, or each line of its block is so long
    that the next one's first word would not have fitted.
    """
    lines = [match for match in _LINE.finditer(text) if not match[0].isspace()]
    starts: list[int] = []
    block: list[re.Match[str]] = []
    for line in lines:
        if block and _BLANK.search(text, block[-1].end(), line.start()):
            starts.extend(_block_starts(block))
            block = []
        block.append(line)
    starts.extend(_block_starts(block))
    return starts


def _block_starts(block: list[re.Match[str]]) -> list[int]:
    if not block or _is_wrapped([line[0].strip() for line in block]):
        return [line.start() for line in block[:1]]
    return [
        line.start()
        for number, line in enumerate(block)
        if number == 0 or not line[0].lstrip()[0].islower()
    ]


def _is_wrapped(lines: list[str]) -> bool:
    width = max(map(len, lines))
    return (
        len(lines) > 2
        and width in _WRAPPED_WIDTHS
        and all(
            len(line) + 1 + len(following.split(None, 1)[0]) > width
            for line, following in pairwise(lines)
        )
    )
