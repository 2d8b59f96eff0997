"""Files, folders and standard input -> reports, one after the other, none read ahead.

What cannot be read comes as the error in its place, so that the others are still coded and the
order of the output is that of the input. Whether a report that was read may be coded (its
language, its length to the character) is decided at admission, for reports from everywhere.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from dragoman.errors import EmptyInput, InputError, UnreadableInput
from dragoman.intake.admission import oversized
from dragoman.intake.decoding import NotTextError, decode_text
from dragoman.intake.details import Details
from dragoman.intake.html import decode_html, looks_like_html, read_html
from dragoman.intake.jsonl import parse_line, parse_records, read_record
from dragoman.records import Report

STANDARD_INPUT = "-"
SIZE_LIMIT = 2_000_000
_TEXT = frozenset((".txt", ".text", ".md"))
_WALKED = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"))
_PAGES = frozenset((".html", ".htm", ".xhtml"))
_LINES = frozenset((".jsonl", ".ndjson"))
_JSON = ".json"
_BYTES_PER_CHARACTER = 4
# Markup, scripts and styles outweigh the article; news pages are rarely over a megabyte.
_PAGE_OVER_TEXT = 5


@dataclass(frozen=True, slots=True)
class Intake:
    """How inputs are read: what is taken for granted of each, and how much text is too much.

    `given` is what the user says of all inputs; a line of JSON that says otherwise is believed,
    the guesses made from a web page are not. `size_limit` counts characters of a report's text.
    """

    given: Details = field(default_factory=Details)
    size_limit: int = SIZE_LIMIT

    def read(self, paths: Iterable[str]) -> Iterator[Report | InputError]:
        """The reports of each path in turn; a folder's files in the order of their names."""
        for path in paths:
            try:
                if path == STANDARD_INPUT:
                    yield from self._read_stream(sys.stdin.buffer, path, "")
                elif os.path.isdir(path):
                    yield from self._read_folder(path)
                else:
                    yield from self._read_file(path)
            except InputError as error:
                yield error
            except OSError as error:
                yield UnreadableInput(path, _reason(error))

    def _read_folder(self, path: str) -> Iterator[Report | InputError]:
        found = sorted(_reports_under(Path(path)))
        if not found:
            raise UnreadableInput(path, "a folder without reports (.txt, .html, .jsonl)")
        yield from self.read(map(str, found))

    def _read_file(self, path: str) -> Iterator[Report | InputError]:
        with open(path, "rb") as stream:
            status = os.fstat(stream.fileno())
            suffix = Path(path).suffix.lower()
            if stat.S_ISREG(status.st_mode) and suffix not in _LINES:
                self._check_bytes(status.st_size, path, suffix)
            yield from self._read_stream(stream, path, suffix)

    def _read_stream(
        self, stream: BinaryIO, origin: str, suffix: str
    ) -> Iterator[Report | InputError]:
        start = stream.peek(1)[:1024] if hasattr(stream, "peek") else b""
        if suffix in _LINES or (
            suffix not in _TEXT | _PAGES | {_JSON} and start.lstrip()[:1] == b"{"
        ):
            yield from self._read_lines(stream, origin)
            return
        most = self.size_limit * _BYTES_PER_CHARACTER * _PAGE_OVER_TEXT
        data = stream.read(most + 1)
        try:
            if suffix == _JSON:
                yield from self._read_json(data, origin)
            else:
                yield self._read_document(data, origin, suffix)
        except NotTextError as error:
            raise UnreadableInput(origin, str(error)) from None

    def _read_document(self, data: bytes, origin: str, suffix: str) -> Report:
        if not data.strip():
            raise EmptyInput(origin, "nothing in it")
        self._check_bytes(len(data), origin, suffix or ".html")
        if suffix in _PAGES or (suffix not in _TEXT and looks_like_html(decode_html(data))):
            text, found = read_html(decode_html(data))
            if not text.strip():
                raise EmptyInput(origin, "no article text in this page")
            return self.given.over(found).report(text, origin=origin)
        return self.given.report(decode_text(data), origin=origin)

    def _read_json(self, data: bytes, origin: str) -> Iterator[Report | InputError]:
        self._check_bytes(len(data), origin, _JSON)
        for here, record in parse_records(decode_text(data), origin):
            try:
                yield read_record(record, here, self.given)
            except InputError as error:
                yield error

    def _read_lines(self, stream: BinaryIO, origin: str) -> Iterator[Report | InputError]:
        # Quotes, escapes and the other keys come on top of the text.
        longest = self.size_limit * _BYTES_PER_CHARACTER * 2
        number = 0
        empty = True
        while line := stream.readline(longest):
            number += 1
            here = f"{origin}:{number}"
            whole = len(line) < longest or line.endswith(b"\n")
            while not whole:
                rest = stream.readline(longest)
                whole = len(rest) < longest or rest.endswith(b"\n")
                line = b"..."
            if not line.strip():
                continue
            empty = False
            try:
                if line == b"...":
                    raise oversized(here, self.size_limit)
                record = parse_line(decode_text(line.strip()), here)
                yield read_record(record, here, self.given)
            except NotTextError as error:
                yield UnreadableInput(here, str(error))
            except InputError as error:
                yield error
        if empty:
            raise EmptyInput(origin, "nothing in it")

    def _check_bytes(self, size: int, origin: str, suffix: str) -> None:
        ratio = 1 if suffix in _TEXT else _PAGE_OVER_TEXT
        if size > self.size_limit * _BYTES_PER_CHARACTER * ratio:
            raise oversized(origin, self.size_limit)


def read_paths(
    paths: Iterable[str], given: Details | None = None, size_limit: int = SIZE_LIMIT
) -> Iterator[Report | InputError]:
    """The reports that `paths` hold, in order, each problem as the error in its place."""
    return Intake(given or Details(), size_limit).read(paths)


def _reports_under(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if Path(name).suffix.lower() in _WALKED and not name.startswith("."):
                yield Path(place, name)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file"
    if isinstance(error, PermissionError):
        return "no permission to read it"
    return (error.strerror or "cannot be read").lower()
