"""`dragoman doctor`: what is installed and what works."""

from __future__ import annotations

from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    app.command("doctor", short_help="Examine this installation.")(doctor)


def doctor(
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="A spaCy pipeline to examine, in place of the bundled reader."
        ),
    ] = None,
) -> int:
    """Examine this installation: versions, the reader, the lexicons, and a sentence coded.

    Exit code 0 where everything works, 1 where something does not.
    """
    from dragoman.runs.doctor import examine

    findings = examine(model)
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.ok else 'FAIL'}  {finding.name:<{width}}  {finding.detail}")
    failures = sum(not finding.ok for finding in findings)
    typer.echo("everything works" if not failures else f"{failures} of {len(findings)} failed")
    return 1 if failures else 0
