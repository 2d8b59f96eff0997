"""`dragoman predict`: one answer a line to a benchmark's questions, by the code paths of `code`."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Annotated, Any, BinaryIO

import typer

from dragoman.cli.options import ActorsOption, LexiconsOption, ModelOption, OutputOption
from dragoman.cli.output import open_output
from dragoman.errors import DragomanError, UsageError

Task = Callable[[Any, dict[str, Any]], dict[str, Any]]

_EPILOG = """Tasks: relation, event_types, acled, toponyms, timex, attribution, entities,
coreference, actor, events.

\b
Example:
  echo '{"id": 1, "text": "Rebels shelled the town."}' | dragoman predict event_types

\b
actor codes a phrase by itself ("text", with "date" and the country of its "context" if known).
"""


def register(app: typer.Typer) -> None:
    app.command("predict", epilog=_EPILOG, short_help="Answer one line of JSON after the other.")(
        predict
    )


def predict(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What to answer.")],
    output: OutputOption = None,
    model: ModelOption = None,
    lexicons: LexiconsOption = None,
    actors: ActorsOption = None,
) -> int:
    """Answer each line of JSON on standard input with a line of JSON, in the same order.

    A line that cannot be answered gets one with its "id" and an "error", and a line on standard
    error.
    """
    from dragoman.runs.tasks import TASKS

    answer = _task(TASKS, task)

    from dragoman.exports.lines import dump_json
    from dragoman.runs.reader import load
    from dragoman.settings import load_settings

    failed = 0
    settings = load_settings()
    with open_output(output) as stream:
        reader = load(model=model, settings=settings, lexicons=lexicons, actors=actors)
        for number, line in _lines(sys.stdin.buffer):
            reply = _answer(line, lambda item: answer(reader, item))
            if "error" in reply:
                failed += 1
                print(f"dragoman: line {number}: {reply['error']}", file=sys.stderr)
            stream.write(dump_json(reply) + "\n")
            stream.flush()
    return 3 if failed else 0


def _task(tasks: Mapping[str, Task], name: str) -> Task:
    if name not in tasks:
        raise UsageError(f"no task {name!r} (there are {', '.join(tasks)})")
    return tasks[name]


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers from 1; an empty one at the end is no line."""
    for number, line in enumerate(stream, start=1):
        if line.strip():
            yield number, line


def _answer(line: bytes, ask: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    """The answer, or what kept it from being given, with the item's own `id` where it has one."""
    try:
        item = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return {"id": None, "error": "not UTF-8"}
    except json.JSONDecodeError as error:
        return {"id": None, "error": f"invalid JSON ({error.msg})"}
    except RecursionError:
        return {"id": None, "error": "nested too deep"}
    if not isinstance(item, dict):
        return {"id": None, "error": "not a JSON object"}
    try:
        return {"id": item.get("id"), **ask(item)}
    except Exception as error:  # one item must not cost the others their answers
        return {"id": item.get("id"), "error": _reason(error, item)}


def _reason(error: Exception, item: dict[str, Any]) -> str:
    """What is wrong with the item, or that the fault is ours."""
    if isinstance(error, KeyError) and error.args[0] not in item and isinstance(error.args[0], str):
        return f"has no {error}"
    if isinstance(error, (TypeError, ValueError, DragomanError)):
        return " ".join(str(error).split())
    return f"a fault in dragoman: {error!r}; please report"
