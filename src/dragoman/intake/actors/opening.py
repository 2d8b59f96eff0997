"""Dumps as lines and as lines of JSON, compressed or not."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Final

from dragoman.errors import UnreadableInput

_OPENERS: Final[Mapping[str, Callable[..., IO[str]]]] = {
    ".gz": gzip.open,
    ".bz2": bz2.open,
    ".xz": lzma.open,
}


def read_lines(path: Path) -> Iterator[str]:
    """The lines of a file, one at a time. Raises UnreadableInput."""
    opener: Callable[..., IO[str]] = _OPENERS.get(path.suffix.lower(), open)
    try:
        with opener(path, "rt", encoding="utf-8-sig", newline="") as lines:
            yield from lines
    except UnicodeDecodeError:
        raise UnreadableInput(str(path), "not UTF-8: save it in that encoding") from None
    except (EOFError, lzma.LZMAError):
        raise UnreadableInput(str(path), "the compressed file is damaged") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UnreadableInput(str(path), reason) from None


def read_objects(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one a line; Wikidata's brackets and commas around them are no
    matter. Raises UnreadableInput."""
    for number, line in enumerate(read_lines(path), 1):
        bare = line.strip().rstrip(",")
        if bare in ("", "[", "]"):
            continue
        try:
            record = json.loads(bare)
        except (ValueError, RecursionError):
            raise UnreadableInput(f"{path}:{number}", "invalid JSON") from None
        if isinstance(record, dict):
            yield record


def first_line(path: Path) -> str:
    """The first line with anything in it but an opening bracket; empty where there is none."""
    lines = (line for line in read_lines(path) if line.strip(" \t\r\n[,"))
    return next(lines, "")
