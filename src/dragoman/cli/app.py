"""`dragoman`: the commands, and what becomes of everything that can go wrong in them.

Exit codes: 0 fine; 1 a check failed; 2 the command cannot be carried out as asked; 3 some inputs
could not be read, the others were coded; 4 a database is busy, damaged, or another version's; 130
interrupted.
"""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dragoman.cli import actors, code, doctor, explain, lexicon, predict
from dragoman.errors import DragomanError, StoreError

FINE, CHECK_FAILED, USAGE, INPUTS_FAILED, STORE_FAILED, INTERRUPTED = 0, 1, 2, 3, 4, 130

app = typer.Typer(
    name="dragoman",
    help="Reads news reports and writes down who did what to whom, when, where, how many, and on "
    "whose word.",
    epilog="Example: dragoman code report.txt --date 2024-12-07",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from dragoman import __version__

        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@app.callback()
def dragoman(
    version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """Reads news reports and writes down who did what to whom, when, where, how many, and on
    whose word."""


for command in (code, explain, predict, actors, lexicon, doctor):
    command.register(app)


def main() -> None:
    """Entry point of the `dragoman` command."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Carry out the command and return its exit code; every expected failure is one line."""
    try:
        outcome = app(arguments, prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _complain(error.format_message(), "see dragoman --help")
    except StoreError as error:
        _complain(str(error))
        return STORE_FAILED
    except DragomanError as error:
        return _complain(str(error))
    except (BrokenPipeError, SystemExit):
        # Whoever read the output has enough (Typer exits for that of itself, and for nothing
        # else); nothing may be written at exit either.
        _drop_output()
        return FINE
    except OSError as error:
        # Inputs' own are InputErrors: this is the output's, such as a full disk.
        _drop_output()
        return _complain(f"cannot write: {(error.strerror or str(error)).lower()}")
    except KeyboardInterrupt:
        return INTERRUPTED
    return outcome if isinstance(outcome, int) else FINE


def _drop_output() -> None:
    """Let what is still to be written go nowhere, so that exit does not fail on it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(message: str, hint: str = "") -> int:
    line = " ".join(message.split())
    print(f"dragoman: {line}{f' ({hint})' if hint else ''}", file=sys.stderr)
    return USAGE
