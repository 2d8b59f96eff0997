"""What a run over many reports tells its user on standard error while it works."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Protocol, TypeVar

from dragoman.errors import InputError
from dragoman.records import Report

if TYPE_CHECKING:
    from rich.progress import Progress


class OfReport(Protocol):
    """What a run makes of one report."""

    @property
    def report(self) -> Report: ...


_Outcome = TypeVar("_Outcome", bound=OfReport)

# Before that, the time tells of starting, not of coding.
_TELLING_WORDS = 20_000


class Tally:
    """Counts codings and failures as they pass, names each failure, and shows how it goes.

    With `live`, a line that renews itself; it needs standard error to be a terminal that the
    output is not written to at the same time.
    """

    def __init__(self, *, live: bool, done: str = "coded") -> None:
        """`done` says what has been done with a report."""
        self._done = done
        self.coded = 0
        self.failed = 0
        self._live = live
        self._words = 0
        self._started = time.perf_counter()

    def watch(self, outcomes: Iterable[_Outcome | InputError]) -> Iterator[_Outcome]:
        """What was made of reports, of `outcomes`; each error becomes a line on standard error."""
        with ExitStack() as stack:
            bar = stack.enter_context(_bar()) if self._live else None
            task = bar.add_task("coding", total=None) if bar else None
            for outcome in outcomes:
                if isinstance(outcome, InputError):
                    self.failed += 1
                    self._say(f"dragoman: {' '.join(str(outcome).split())}", bar)
                else:
                    self.coded += 1
                    self._words += outcome.report.text.count(" ") + 1
                if bar is not None and task is not None:
                    bar.update(task, description=self.summary())
                if not isinstance(outcome, InputError):
                    yield outcome

    def summary(self) -> str:
        """ "coded 12 reports, 1 not read, 3,100 words/s"."""
        parts = [f"{self._done} {self.coded:,} report{'' if self.coded == 1 else 's'}"]
        if self.failed:
            parts.append(f"{self.failed:,} not read")
        seconds = time.perf_counter() - self._started
        if self._words > _TELLING_WORDS:
            parts.append(f"{self._words / seconds:,.0f} words/s")
        return ", ".join(parts)

    @staticmethod
    def _say(line: str, bar: Progress | None) -> None:
        if bar is None:
            print(line, file=sys.stderr, flush=True)
        else:
            bar.console.print(line, markup=False, highlight=False, soft_wrap=True)


def _bar() -> Progress:
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    return Progress(
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        console=Console(file=sys.stderr, emoji=False),
        redirect_stdout=False,
        redirect_stderr=False,
        transient=True,
    )
