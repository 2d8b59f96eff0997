"""`dragoman code`: reports in, checked records out."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from dragoman.cli.formats import WRITERS, Format
from dragoman.cli.options import ActorsOption, DateOption, LexiconsOption, ModelOption, OutputOption
from dragoman.cli.output import open_output
from dragoman.cli.progress import Tally
from dragoman.errors import UsageError

_EXAMPLES = """Examples:

\b
  dragoman code report.txt --date 2024-12-07
  dragoman code reports/ -o reports.html
  dragoman code feed.jsonl --format jsonl > records.jsonl
  dragoman code report.txt --lexicons my-lexicons
  dragoman code report.txt --confidence 0.6
  curl -s https://example.org/news | dragoman code - --format json
"""


def register(app: typer.Typer) -> None:
    app.command("code", epilog=_EXAMPLES, short_help="Code reports: reports in, records out.")(code)


def code(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Text, HTML or JSON lines, or a folder of them; - is standard input.",
            show_default=False,
        ),
    ] = None,
    day: DateOption = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="The report's title.")] = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    url: Annotated[str | None, typer.Option(metavar="URL", help="Where it was published.")] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="What to write: by default what FILE's ending says, else a table.",
            case_sensitive=False,
        ),
    ] = None,
    output: OutputOption = None,
    model: ModelOption = None,
    lexicons: LexiconsOption = None,
    actors: ActorsOption = None,
    confidence: Annotated[
        float | None,
        typer.Option(
            metavar="P", min=0, max=1, help="Leave out records that are less likely right than P."
        ),
    ] = None,
) -> int:
    """Code reports: who did what to whom, when, where, how many, and on whose word.

    The date is what "on Saturday" and "last month" count from; without one, only dates that the
    text spells out are known. A line of JSON may bring its own.
    """
    published = read_date(day)
    names = _inputs(paths)

    from dragoman.intake import Details, read_paths
    from dragoman.runs.reader import load
    from dragoman.settings import load_settings

    settings = load_settings()
    given = Details(published=published, title=title, publisher=publisher, url=url)
    with open_output(output) as stream:
        reader = load(
            model=model,
            settings=settings,
            lexicons=lexicons,
            least_confidence=confidence,
            actors=actors,
        )
        tally = Tally(live=sys.stderr.isatty() and not stream.isatty())
        reports = read_paths(names, given, settings.size_limit)
        WRITERS[form or _format_of(output)](tally.watch(reader.pipe(reports)), stream)
    if tally.coded + tally.failed > 1:
        print(f"dragoman: {tally.summary()}", file=sys.stderr)
    return 3 if tally.failed else 0


def read_date(value: str | None) -> date | None:
    """The day that --date gives. Raises UsageError where it is none."""
    if value is None:
        return None
    from dragoman.intake.dates import read_day

    try:
        return read_day(value)
    except ValueError as error:
        raise UsageError(f"--date: {error}") from None


def _format_of(output: str | None) -> Format:
    suffix = Path(output or "").suffix.lower().lstrip(".")
    return {"htm": Format.HTML, **{known.value: known for known in Format}}.get(
        suffix, Format.TABLE
    )


def _inputs(paths: list[str] | None) -> list[str]:
    if paths:
        return paths
    if sys.stdin.isatty():
        raise UsageError("code: name a report, a folder, or - for standard input")
    return ["-"]
