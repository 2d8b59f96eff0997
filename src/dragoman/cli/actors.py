"""`dragoman actors`: who is who, as the directory, your imports and your reports have it."""

from __future__ import annotations

import getpass
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dragoman.cli.actors_shown import (
    belongs,
    listing_as_json,
    office_text,
    proposal_as_json,
    proposal_line,
    reading_as_json,
    reading_line,
)
from dragoman.cli.code import read_date
from dragoman.cli.options import ActorsOption, DateOption
from dragoman.cli.progress import Tally
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.intake.actors import DumpFormat
    from dragoman.ontology.directory.claims import Sighting, State, Verdict
    from dragoman.store.actors import ActorStore

_EPILOG = """What reports say of somebody ("Ruritanian Foreign Minister Ana Zenda") is kept with its
evidence and used once three independent reports agree, or once you accept it. All commands that
code use your directory: the file of --actors, of the setting "actors", or else actors.db in your
data folder.

\b
Examples:
  dragoman actors who "Sergei Lavrov" --date 2010-05-01
  dragoman actors learn reports/
  dragoman actors list --state proposed
  dragoman actors show "Ana Zenda"
  dragoman actors accept 3f2a91c07b
  dragoman actors import officials.csv
"""
_WHO_EPILOG = """Examples:

\b
  dragoman actors who Hezbollah
  dragoman actors who "Boris Johnson" --date 2017-04-01
  dragoman actors who "the Peruvian navy" --json
"""
_LEARN_EPILOG = """Examples:

\b
  dragoman actors learn report.txt --date 2024-12-07 --publisher Anzeiger
  dragoman actors learn feed.jsonl --actors ours.db
"""
_IMPORT_EPILOG = """Formats: Wikidata's JSON, an item a line; FollowTheMoney, an entity a line, as OpenSanctions
publishes; a table with the columns name, kind, country, sectors, aliases, gender, title, from, to,
wikidata (name alone is needed). Importing a source again replaces what it gave before.

\b
Examples:
  dragoman actors import officials.csv
  dragoman actors import peps.ftm.json --source OpenSanctions
  dragoman actors import cut-of-wikidata.json.gz
"""


_KEPT_AT_ONCE = 200
"""Sightings: what counts is worked out anew from all of them each time that some are kept."""


def register(app: typer.Typer) -> None:
    actors = typer.Typer(
        help="Who is who: ask, learn from reports, judge what was learned, import.",
        epilog=_EPILOG,
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    command = actors.command
    command("who", epilog=_WHO_EPILOG, short_help="What is known of a name.")(who)
    command("learn", epilog=_LEARN_EPILOG, short_help="Keep what reports say of who is who.")(learn)
    command("list", short_help="What was learned, and whether it counts.")(list_)
    command("show", short_help="The evidence for what was learned of a name.")(show)
    command("accept", short_help="Let a proposal count.")(accept)
    command("strike", short_help="Let a proposal never count.")(strike)
    command("undo", short_help="Take back a judgement.")(undo)
    command("import", epilog=_IMPORT_EPILOG, short_help="Take over a dump of actors.")(import_)
    app.add_typer(actors, name="actors", short_help="Who is who: ask, learn, judge, import.")


JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON.")]
AuthorOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who judges; your login name by default.")
]
ClaimArgument = Annotated[list[str], typer.Argument(metavar="CLAIM", help="Keys that list shows.")]


def who(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or a phrase for somebody.")],
    day: DateOption = None,
    actors: ActorsOption = None,
    as_json: JsonOption = False,
) -> int:
    """Tell what is known of a name: whose it is, offices with their days, and from what source.

    With --date the offices of that day. A phrase that nobody bears as a name is read as reports
    are. Exit code 1 where nothing is known.
    """
    from dragoman.runs.actors import source_title, who_is
    from dragoman.runs.reader import load

    at = read_date(day)
    reader = load(actors=actors)
    known = who_is(reader, name, at)
    if as_json:
        _write_json(
            {
                "listings": [listing_as_json(listing) for listing in known.listings],
                "read": reading_as_json(known.read),
            }
        )
    for listing in known.listings if not as_json else ():
        typer.echo(f"{listing.name}: {belongs(listing, listing.sectors_on(at))}")
        for office in listing.offices:
            now = "* " if at is not None and office.held_on(at) else "  "
            typer.echo(f"{now}{office_text(office)}")
        typer.echo(f"  source: {source_title(listing)}")
    if known.listings or as_json:
        return 0 if known.listings or known.read is not None else 1
    if known.read is None:
        typer.echo("nothing is known of that name", err=True)
        return 1
    typer.echo(reading_line(known.read))
    return 0


def learn(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH", help="Reports, or folders of them; - is standard input."),
    ],
    day: DateOption = None,
    publisher: Annotated[str | None, typer.Option(metavar="NAME", help="Who published it.")] = None,
    actors: ActorsOption = None,
) -> int:
    """Read reports and keep what they themselves say of who is who, with the words that say it.

    A report read twice counts once. Dates matter: an office is known to be held on days when
    reports say so.
    """
    from dragoman.intake import Details, read_paths
    from dragoman.runs.reader import load
    from dragoman.settings import load_settings

    store = _open(actors, write=True)
    settings = load_settings()
    reader = load(settings=settings, actors=store.path)
    reports = read_paths(
        paths, Details(published=read_date(day), publisher=publisher), settings.size_limit
    )
    tally = Tally(live=sys.stderr.isatty(), done="read")
    before = {p.claim.key: p.state for p in store.proposals()}
    found = new = 0
    waiting: list[Sighting] = []
    for learned in tally.watch(reader.learn(reports)):
        found += len(learned.sightings)
        waiting += learned.sightings
        if len(waiting) >= _KEPT_AT_ONCE:
            new += store.add_sightings(waiting)
            waiting.clear()
    new += store.add_sightings(waiting)
    proposals = store.proposals()
    count = sum(
        p.counts and before.get(p.claim.key) not in ("agreed", "accepted") for p in proposals
    )
    print(f"dragoman: {tally.summary()}", file=sys.stderr)
    typer.echo(
        f"{found} sightings, {new} of them new; {len(proposals)} proposals in all, {count} newly "
        f"counting ({store.path})"
    )
    return 3 if tally.failed else 0


def list_(
    state: Annotated[
        list[str] | None,
        typer.Option(metavar="STATE", help="proposed, contested, agreed, accepted or struck."),
    ] = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="A country's code, as TUR.")
    ] = None,
    actors: ActorsOption = None,
    as_json: JsonOption = False,
) -> None:
    """List what reports said of who is who: state, how many independent reports, since and until.

    Proposed: too few reports as yet. Contested: somebody else is named for the same office at the
    same time. Agreed: three or more independent reports. Accepted, struck: by you.
    """
    wanted = _states(state)
    proposals = [
        p
        for p in _open(actors).proposals()
        if (not wanted or p.state in wanted) and (country is None or p.claim.country == country)
    ]
    if as_json:
        for proposal in proposals:
            typer.echo(json.dumps(proposal_as_json(proposal), ensure_ascii=False))
        return
    for proposal in proposals:
        typer.echo(proposal_line(proposal))
    if not proposals:
        typer.echo("nothing yet: dragoman actors learn PATH reads reports for it", err=True)


def show(
    name: Annotated[str, typer.Argument(metavar="NAME|CLAIM", help="A name, or a claim's key.")],
    actors: ActorsOption = None,
) -> int:
    """Show the reports that say what was learned of a name, each with its day and its words."""
    from dragoman.ontology.phrases import key_of

    store = _open(actors)
    found = [
        p for p in store.proposals() if p.claim.key == name or key_of(p.claim.name) == key_of(name)
    ]
    for proposal in found:
        typer.echo(proposal_line(proposal))
        for seen in proposal.sightings:
            day = seen.day.isoformat() if seen.day else "undated"
            publisher = f" {seen.publisher}" if seen.publisher else ""
            typer.echo(
                f"  {day}{publisher} {seen.report[:16]}:{seen.start}-{seen.end} “{seen.quote}”"
            )
        for claim, verdict, author, at in store.judgements():
            if claim == proposal.claim.key:
                typer.echo(f"  {at} {verdict or 'taken back'} by {author}")
    if not found:
        typer.echo(f"nothing was learned of {name!r}", err=True)
    return 0 if found else 1


def accept(claims: ClaimArgument, author: AuthorOption = None, actors: ActorsOption = None) -> None:
    """Let proposals count, however few reports say so."""
    _judge(claims, "accepted", author, actors)


def strike(claims: ClaimArgument, author: AuthorOption = None, actors: ActorsOption = None) -> None:
    """Let proposals never count, however many reports say so."""
    _judge(claims, "struck", author, actors)


def undo(claims: ClaimArgument, author: AuthorOption = None, actors: ActorsOption = None) -> None:
    """Take back judgements: the reports alone decide again."""
    _judge(claims, None, author, actors)


def import_(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="The dump.")],
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAT", help="wikidata, followthemoney or table, if not plain."
        ),
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="NAME", help="What to cite; the file's name by default.")
    ] = None,
    actors: ActorsOption = None,
) -> int:
    """Take over who is who from a dump: Wikidata, FollowTheMoney or a table."""
    from dragoman.intake.actors import read_actors

    entries = list(read_actors(path, _format(form), source))
    if not entries:
        raise UsageError(f"{path}: no actor in it: persons need an office, bodies a known class")
    count = _open(actors, write=True).replace_import(source or path.name, entries)
    homeless = sum(listing.country is None for listing, _ in entries)
    typer.echo(
        f"{count:,} actors from {source or path.name}"
        + (f"; of {homeless:,} no country is known" if homeless else "")
    )
    return 0


def _open(actors: str | None, *, write: bool = False) -> ActorStore:
    from dataclasses import replace

    from dragoman.settings import load_settings
    from dragoman.store.actors import ActorStore

    settings = load_settings()
    if actors is not None:
        settings = replace(settings, actors=actors)
    path = settings.actors_path
    if not write and not path.is_file():
        raise UsageError(f"{path}: nothing was learned or imported yet: see dragoman actors --help")
    return ActorStore(path, write=write)


def _judge(
    claims: list[str], verdict: Verdict | None, author: str | None, actors: str | None
) -> None:
    store = _open(actors, write=True)
    known = {p.claim.key: p for p in store.proposals()}
    unknown = [claim for claim in claims if claim not in known]
    if unknown:
        raise UsageError(f"no claim {', '.join(unknown)}: dragoman actors list shows their keys")
    store.judge(claims, verdict, author or getpass.getuser())
    for proposal in store.proposals():
        if proposal.claim.key in claims:
            typer.echo(proposal_line(proposal))


def _states(given: list[str] | None) -> set[State]:
    from typing import get_args

    from dragoman.ontology.directory.claims import State

    unknown = set(given or ()) - set(get_args(State))
    if unknown:
        raise UsageError(
            f"--state: no {', '.join(sorted(unknown))}: there are {', '.join(get_args(State))}"
        )
    return set(given or ())  # type: ignore[arg-type]


def _format(name: str | None) -> DumpFormat | None:
    from typing import cast, get_args

    from dragoman.intake.actors import DumpFormat

    if name is not None and name not in get_args(DumpFormat):
        raise UsageError(f"--format: no {name!r}: there are {', '.join(get_args(DumpFormat))}")
    return cast("DumpFormat | None", name)


def _write_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, indent=1))
