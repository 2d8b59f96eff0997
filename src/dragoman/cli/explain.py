"""`dragoman explain`: why a report or a sentence is coded as it is, and why not otherwise."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import ActorsOption, DateOption, LexiconsOption, ModelOption
from dragoman.errors import InputError, UsageError

if TYPE_CHECKING:
    from dragoman.intake import Details
    from dragoman.records import Report
    from dragoman.runs.explain import Explanation
    from dragoman.settings import Settings

_EPILOG = """Examples:

\b
  dragoman explain "Iran refused to meet the envoys."
  dragoman explain report.txt --date 2024-12-07
  dragoman explain ev3 report.txt --date 2024-12-07 --json
  curl -s https://example.org/news | dragoman explain ev1 -
"""
_ID = re.compile(r"ev\d+")
_ENDINGS = frozenset((".txt", ".text", ".md", ".html", ".htm", ".xhtml", ".jsonl", ".json"))


def register(app: typer.Typer) -> None:
    app.command("explain", epilog=_EPILOG, short_help="Tell why a text is coded as it is.")(explain)


def explain(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="[ID]... SENTENCE|PATH|-",
            help="A sentence in quotes, or a report; before it, the events to explain, as ev3.",
            show_default=False,
        ),
    ],
    day: DateOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
    everything: Annotated[
        bool, typer.Option("--all", help="Name all entries that lost, not only the closest.")
    ] = False,
    model: ModelOption = None,
    lexicons: LexiconsOption = None,
    actors: ActorsOption = None,
) -> int:
    """Tell for each record what decided it, by which words, and which entries lost.

    The path lists what shaped the act: the entry whose words match, light and governing verbs, mood,
    parts, and where in the grammar actors and recipients stand. Where nothing is coded, what came
    nearest is named with the reason. Ids are those that dragoman code gives.
    """
    *ids, what = words
    _check_ids(ids, what)

    from dragoman.cli.code import read_date
    from dragoman.intake import Details
    from dragoman.runs.explain import explain as explain_report
    from dragoman.runs.reader import load
    from dragoman.settings import load_settings

    given, settings = Details(published=read_date(day)), load_settings()
    reader = load(model=model, settings=settings, lexicons=lexicons, actors=actors)
    explained: list[Explanation] = []
    failed = False
    for report in _reports(what, given, settings):
        try:
            if isinstance(report, InputError):
                raise report
            explained.append(explain_report(reader, report))
        except InputError as error:
            print(f"dragoman: {' '.join(str(error).split())}", file=sys.stderr)
            failed = True
    if ids and explained:
        explained = _picked(explained, ids)
    _write(explained, as_json=as_json, everything=everything)
    return 3 if failed else 0


def _check_ids(ids: Collection[str], what: str) -> None:
    for name in ids:
        if not _ID.fullmatch(name):
            raise UsageError(
                f"explain: {name!r} is no event's id, as ev3; put a sentence in quotes"
            )
    if _ID.fullmatch(what) and not os.path.exists(what):
        raise UsageError(f"explain: name the report of {what} as well, or - for standard input")


def _reports(what: str, given: Details, settings: Settings) -> Iterator[Report | InputError]:
    """The reports of a path, else the words themselves as one."""
    from dragoman.intake import read_paths
    from dragoman.records import Report

    path = what == "-" or os.path.exists(what) or Path(what).suffix.lower() in _ENDINGS
    if path or not re.search(r"\s", what):
        yield from read_paths([what], given, settings.size_limit)
    else:
        yield Report(what, published=given.published, origin="the sentence")


def _picked(explained: Collection[Explanation], ids: Collection[str]) -> list[Explanation]:
    """The named records of the reports that have them. Raises UsageError where none has."""
    from dragoman.runs.explain import only

    found: list[Explanation] = []
    faults: list[UsageError] = []
    for explanation in explained:
        try:
            found.append(only(explanation, ids))
        except UsageError as fault:
            faults.append(fault)
    if not found:
        raise faults[0]
    return found


def _write(explained: Collection[Explanation], *, as_json: bool, everything: bool) -> None:
    from dragoman.cli.explained import print_explanation
    from dragoman.cli.formats import console_for
    from dragoman.cli.output import open_output
    from dragoman.exports.lines import dump_json
    from dragoman.runs.explain import to_jsonable

    with open_output(None) as stream:
        if as_json:
            objects = [to_jsonable(explanation) for explanation in explained]
            stream.write(dump_json(objects[0] if len(objects) == 1 else objects) + "\n")
            return
        console = console_for(stream)
        for explanation in explained:
            print_explanation(explanation, console, everything=everything)
