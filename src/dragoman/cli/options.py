"""Options that several commands share, each told once."""

from __future__ import annotations

from typing import Annotated

import typer

DateOption = Annotated[
    str | None,
    typer.Option("--date", metavar="DATE", help="The day of publication, as 2024-12-07."),
]
OutputOption = Annotated[
    str | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write, if not to standard output."
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        metavar="NAME", help="A spaCy pipeline to read with, in place of the bundled reader."
    ),
]
LexiconsOption = Annotated[
    str | None,
    typer.Option(
        metavar="DIR", help="A folder of trigger files and event types that go over ours."
    ),
]
ActorsOption = Annotated[
    str | None,
    typer.Option(
        metavar="FILE", help="A directory of actors of your own, as dragoman actors makes it."
    ),
]
