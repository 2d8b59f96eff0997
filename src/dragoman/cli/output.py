"""Where a command writes: standard output, or a file that is replaced only when all is done."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from dragoman.errors import UsageError


@contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """A stream for UTF-8 text with `\\n` line ends; None or "-" is standard output.

    A file is written beside its place and moved there at the end, so that an interrupted run
    leaves the former one as it was. Raises UsageError where the place cannot be written.
    """
    if path in (None, "-"):
        with suppress(AttributeError, ValueError):
            sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
        yield sys.stdout
        sys.stdout.flush()
        return
    target = Path(str(path))
    if target.exists() and not target.is_file():
        if target.is_dir():
            raise UsageError(f"{path}: is a folder")
        try:  # a device or a pipe takes what it is given
            with open(target, "w", encoding="utf-8", newline="\n") as stream:
                yield stream
        except PermissionError as error:
            raise _unwritable(target, error) from None
        return
    with _replacing(target) as stream:
        yield stream


@contextmanager
def _replacing(target: Path) -> Iterator[TextIO]:
    if target.exists() and not os.access(target, os.W_OK):
        raise UsageError(f"{target}: no permission to write it")
    target = target.resolve()  # a link stays a link to the new content
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:80]}.")
    except OSError as error:
        raise _unwritable(target, error) from None
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as stream:
            yield stream
        os.chmod(name, _mode(target))
        os.replace(name, target)
    except BaseException as error:
        with suppress(FileNotFoundError):
            os.unlink(name)
        if isinstance(error, OSError) and not isinstance(error, BrokenPipeError):
            raise _unwritable(target, error) from None
        raise


def _mode(target: Path) -> int:
    """The permissions of the file that is replaced, else those that a new file gets."""
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _unwritable(target: Path, error: OSError) -> UsageError:
    reason = {
        FileNotFoundError: "no such folder",
        NotADirectoryError: "no such folder",
        PermissionError: "no permission to write there",
    }.get(type(error), (error.strerror or "cannot be written").lower())
    return UsageError(f"{target}: {reason}")
