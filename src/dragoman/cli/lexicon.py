"""`dragoman lexicon`: lexicons of one's own, begun, checked and tried."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LexiconsOption
from dragoman.cli.output import open_output
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.coding.what.rivals import Rival
    from dragoman.ontology.codebook import EventType
    from dragoman.runs.lexicon_check import Verdict

_EPILOG = """A lexicon of your own is a folder with triggers/*.toml and, for event types of your
own, a codebook.toml; it goes over ours wherever --lexicons or the settings name it.

\b
Examples:
  dragoman lexicon new ASSAULT -o mine/triggers/assault.toml
  dragoman lexicon check mine
  dragoman lexicon try "Militiamen torched the school." --lexicons mine
"""
_NEW_EPILOG = """Examples:

\b
  dragoman lexicon new ASSAULT > assault.toml
  dragoman lexicon new HERITAGE -o mine/triggers/heritage.toml --new-type \\
    --quad 4 --score -8 --definition "damage to places of worship" \\
    --like ASSAULT --mode loot=-7
"""
_CHECK_EPILOG = """Examples:

\b
  dragoman lexicon check
  dragoman lexicon check mine --ours
"""
_TRY_EPILOG = """Example:

\b
  dragoman lexicon try "Rebels looted the museum." --lexicons mine
"""


def register(app: typer.Typer) -> None:
    lexicon = typer.Typer(
        help="Begin, check and try lexicons of your own.",
        epilog=_EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    lexicon.command("check", epilog=_CHECK_EPILOG, short_help="Try a lexicon's own sentences.")(
        check
    )
    lexicon.command("try", epilog=_TRY_EPILOG, short_help="Show what matches in a sentence.")(try_)
    lexicon.command("new", epilog=_NEW_EPILOG, short_help="Write a trigger file to start from.")(
        new
    )
    app.add_typer(lexicon, name="lexicon", short_help="Begin, check and try lexicons.")


def check(
    folder: Annotated[
        str | None,
        typer.Argument(metavar="DIR", help="Your lexicon; ours if none is named."),
    ] = None,
    ours: Annotated[
        bool,
        typer.Option("--ours", help="Also tell which of our own sentences yours makes fail."),
    ] = False,
) -> int:
    """Check a lexicon's files, then code the sentences of its entries.

    Each of `codes` must be coded as the entry's type and modes, none of `skips` as its type.
    Exit code 0 where all are, 1 where one is not, 2 where a file is broken.
    """
    from dragoman.language.pipeline import load_pipeline
    from dragoman.ontology.lexicon import load_lexicon, read_lexicon
    from dragoman.runs.lexicon_check import check_entries, check_ours_under, count_sentences

    lexicon = load_lexicon() if folder is None else read_lexicon(Path(folder))
    entries = lexicon.own_entries
    nlp = load_pipeline()
    count = count_sentences(entries)
    verdicts = _watched(check_entries(nlp, lexicon, entries), count)
    failed = [verdict for verdict in verdicts if not verdict.fine]
    summary = f"{_counted(count, 'sentence')} of {_counted(len(entries), 'entry')}: "
    summary += f"{len(failed)} failed" if failed else "all fine"
    if ours and folder is not None:
        lost = list(_watched(check_ours_under(nlp, lexicon)))
        summary += f"; {len(lost) or 'none'} of ours lost"
        failed += lost
    for verdict in failed:
        _print_failure(verdict)
    typer.echo(summary)
    return 1 if failed else 0


def try_(
    sentence: Annotated[str, typer.Argument(metavar="SENTENCE", help="What to code.")],
    lexicons: LexiconsOption = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also the entries of which only the head word is there.")
    ] = False,
) -> None:
    """Show which entries match in a sentence, which of them win, and the records that result.

    Of entries whose other words are missing only your own are shown, and all with --all.
    """
    from dragoman.runs.lexicon_trial import try_sentence
    from dragoman.runs.reader import load

    reader = load(lexicons=lexicons)
    trial = try_sentence(reader, sentence)
    own = {entry.id for entry in reader.lexicon.own_entries} if reader.lexicon.folder else set()
    typer.echo(f"lemmas: {' '.join(trial.lemmas)}")
    _print_rivals(
        rival
        for rival in trial.rivals
        if everything or rival.fate != "incomplete" or rival.entry.id in own
    )
    for event in trial.events:
        typer.echo(str(event))
    if not trial.events:
        typer.echo("no record")


def new(
    type_: Annotated[str, typer.Argument(metavar="TYPE", help="An event type, as ASSAULT.")],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write, as DIR/triggers/assault.toml."
        ),
    ] = None,
    new_type: Annotated[
        bool, typer.Option("--new-type", help="Add the type to the codebook.toml in DIR.")
    ] = False,
    quad: Annotated[
        int | None,
        typer.Option(
            min=1,
            max=4,
            help="1 verbal, 2 material cooperation, 3 verbal, 4 material conflict.",
        ),
    ] = None,
    score: Annotated[
        float | None, typer.Option(min=-10, max=10, help="-10 (conflict) to 10 (cooperation).")
    ] = None,
    definition: Annotated[
        str | None, typer.Option(metavar="TEXT", help="What belongs to the type.")
    ] = None,
    like: Annotated[
        str | None, typer.Option(metavar="TYPE", help="The type of ours that it resembles.")
    ] = None,
    modes: Annotated[
        list[str] | None,
        typer.Option("--mode", metavar="NAME=SCORE", help="A mode of it; may be repeated."),
    ] = None,
) -> None:
    """Write a commented trigger file to start from, with an example that passes the check."""
    from dragoman.ontology.lexicon import CODEBOOK_NAME, folder_of, types_of
    from dragoman.ontology.skeletons import trigger_skeleton, type_table

    file = Path(output) if output is not None else None
    folder = folder_of(file) if file is not None else None
    known = types_of(folder)
    about = {"quad": quad, "score": score, "definition": definition, "like": like, "modes": modes}
    given: dict[str, object] = {key: value for key, value in about.items() if value is not None}
    if not new_type:
        if given:
            raise UsageError("--quad, --score, --definition, --like and --mode need --new-type")
        _write_new(file, trigger_skeleton(_known(type_, known)))
        return
    if folder is None:
        raise UsageError("--new-type: name the trigger file, with -o DIR/triggers/FILE.toml")
    if type_ in known:
        raise UsageError(f"there is a type {type_} already: leave --new-type out")
    made = _made(type_, {**given, "modes": _scores(modes or [])})
    _write_new(file, trigger_skeleton(made))
    _append(folder / CODEBOOK_NAME, type_table(made))


def _known(name: str, types: Mapping[str, EventType]) -> EventType:
    from dragoman.ontology.toml_files import suggest

    if name not in types:
        raise UsageError(
            f"no type {name}{suggest(name, types)}; for one of your own add --new-type, "
            "--quad, --score and --definition"
        )
    return types[name]


def _made(name: str, given: Mapping[str, object]) -> EventType:
    from dragoman.ontology.codebook import load_codebook
    from dragoman.ontology.custom_types import make_type

    return make_type(name, given, load_codebook())


def _scores(modes: Iterable[str]) -> dict[str, float]:
    """The modes with their scores, from NAME=SCORE."""
    try:
        return {name: float(score) for name, _, score in (text.partition("=") for text in modes)}
    except ValueError:
        raise UsageError("--mode: write NAME=SCORE, as loot=-7") from None


def _write_new(file: Path | None, text: str) -> None:
    if file is not None:
        if file.exists():
            raise UsageError(f"{file}: is there already: name another file")
        _make_folder(file.parent)
    with open_output(None if file is None else str(file)) as stream:
        stream.write(text)


def _append(path: Path, text: str) -> None:
    former = path.read_text("utf-8").rstrip() + "\n\n" if path.is_file() else ""
    with open_output(str(path)) as stream:
        stream.write(former + text)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: {(error.strerror or str(error)).lower()}") from None


def _watched(verdicts: Iterable[Verdict], count: int | None = None) -> Iterator[Verdict]:
    """The verdicts, with a line on standard error, where it is a terminal, that tells how far."""
    from rich.console import Console
    from rich.progress import track

    yield from track(
        verdicts,
        "checking" if count is not None else "checking ours",
        total=count,
        console=Console(file=sys.stderr, emoji=False),
        transient=True,
        disable=not sys.stderr.isatty(),
    )


def _print_failure(verdict: Verdict) -> None:
    wanted = "must code" if verdict.must_code else "must skip"
    found = "; ".join(verdict.found) or "nothing"
    typer.echo(f"{verdict.entry.id} ({verdict.entry.file}) {wanted}: {verdict.sentence}")
    typer.echo(f"    found: {found}")
    if verdict.why:
        typer.echo(f"    {verdict.entry.id}: {verdict.why}")


def _print_rivals(rivals: Iterable[Rival]) -> None:
    """A line for each: its words, whether it won, the entry, what became of it."""
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    for column in ("words", "entry", "fate", "pattern"):
        table.add_column(column, overflow="fold")
    for rival in rivals:
        words = " ".join(token.text for token in rival.words)
        table.add_row(words, rival.entry.id, f"{rival.fate}: {rival.why}", rival.pattern.text)
    if table.row_count:
        Console(markup=False, highlight=False, emoji=False, soft_wrap=False).print(table)


def _counted(number: int, noun: str) -> str:
    plural = f"{noun[:-1]}ies" if noun.endswith("y") else f"{noun}s"
    return f"{number:,} {noun if number == 1 else plural}"
