"""What `dragoman lexicon new` writes: a trigger file to start from, and a type for the codebook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from dragoman.ontology.codebook import EventType
from dragoman.ontology.slots import ROLES
from dragoman.ontology.toml_files import read_toml

SKELETONS = Path(__file__).parent / "lexicons" / "skeletons.toml"

_TOP = """\
# Trigger entries for {type}: {definition}
# Every key is explained in docs/custom-event-types.md. Try what you write:
#   dragoman lexicon check DIR
#   dragoman lexicon try "A sentence." --lexicons DIR

type = "{type}"

# Entries of ours that you do without, as "type/entry"; one with an id that ours has replaces it.
# drop = ["coerce/seize"]

# Word classes of your own, named with @ in entries; "@other" takes in another class. Decided by
# the text: @PERSON @ORG @LOC @COUNTRY @NORP @NAME @WHO (somebody) @PRON @NUM.
# [classes]
# treasure = ["statue", "manuscript", "icon", "@building"]

# An example that passes the check: put your own in its place, and others after it.
[[entry]]
id = "{id}"  # small letters, digits, hyphens; records name it as "{lower}/{id}"
# Lemmas: first the head, then what must stand with it; a/b are alternatives. A verb takes
# particles, prepositions, objects, and the clauses "that", "to-inf" and "ing"; a noun takes words
# before it and one phrase after it ("theft of @treasure"); an adjective prepositions.
verbs = {verbs}
# nouns = ["theft of @treasure"]
# adjectives = ["hostile to"]
# phrases = ["at gunpoint"]
{modes}
# Who does it to whom: {roles}.
{own_roles}
# What must stand in a slot (subject, object, modifier, or a preposition): any of these, nothing
# with "!", "?" lets it be empty.
{where}
# Words beside the trigger, or anywhere in the sentence, that forbid it.
{unless}
# unless_near = ["@sport", "film"]
codes = {codes}
skips = {skips}
"""


@cache
def _examples() -> Mapping[str, Mapping[str, Any]]:
    return read_toml(SKELETONS)


def trigger_skeleton(event_type: EventType) -> str:
    """A trigger file with one example entry, which passes the check."""
    examples = _examples()
    example = examples.get(event_type.name) or examples[f"quad-{event_type.quad}"]
    known = ", ".join(event_type.modes) or "none"
    return _TOP.format(
        type=event_type.name,
        lower=event_type.name.lower(),
        definition=event_type.definition,
        id=example["id"],
        verbs=_list(example["verbs"]),
        modes=_line("modes", example.get("modes"), "[]") + f"  # of {known}",
        roles=", ".join(ROLES),
        own_roles=_line("roles", example.get("roles"), '"act"'),
        where=_slots(example.get("where")) + _recipient(example.get("recipient")),
        unless=_line("unless", example.get("unless"), '["@accident"]'),
        codes=_list(example["codes"]),
        skips=_list(example["skips"]),
    )


def type_table(event_type: EventType) -> str:
    """The type as a table of `codebook.toml`."""
    modes = "".join(f"{mode} = {score}\n" for mode, score in event_type.modes.items())
    return (
        f"[types.{event_type.name}]\n"
        f"definition = {_text(event_type.definition)}\n"
        f"quad = {event_type.quad}  # 1 verbal, 2 material cooperation; 3 verbal, 4 material conflict\n"
        f"score = {event_type.score}  # -10 (conflict) to +10 (cooperation)\n"
        f'like = "{event_type.like}"  # the type of ours whose rules of grammar it follows\n'
        + (f"[types.{event_type.name}.modes]\n{modes}" if modes else "")
    )


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _list(values: Iterable[str]) -> str:
    return f"[{', '.join(_text(value) for value in values)}]"


def _line(key: str, value: Any, otherwise: str) -> str:
    """The key with the example's value, or commented out with another."""
    if value is None:
        return f"# {key} = {otherwise}"
    return f"{key} = {_text(value) if isinstance(value, str) else _list(value)}"


def _slots(where: Mapping[str, list[str]] | None) -> str:
    if where is None:
        return '# where = { subject = ["@soldier", "@rebel"], object = ["?", "!film"] }'
    return f"where = {{ {', '.join(f'{slot} = {_list(items)}' for slot, items in where.items())} }}"


def _recipient(slots: list[str] | None) -> str:
    return "" if slots is None else f"\n{_line('recipient', slots, '')}  # the slots to look in"
