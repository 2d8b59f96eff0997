"""Codings as one web page that needs nothing else: no network, no server, no other file.

Each report is a block of JSON of its own that the page reads only when somebody opens it, so a
page of several hundred reports opens as fast as a page of one. The scripts and styles are built
from `web/` and lie beside this module in `page/`.
"""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from itertools import chain
from typing import Any

from dragoman.exports.lines import dump_json
from dragoman.ontology.codebook import load_codebook
from dragoman.ontology.countries import country_of_code
from dragoman.records.codec import to_json
from dragoman.records.coding import Coding

_NOTEBOOK_HEIGHT = 720
_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; \
script-src 'unsafe-inline'; img-src data:">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="dragoman">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<noscript><p>This page shows reports beside their records; it needs JavaScript, but no network.</p></noscript>
<div id="page"></div>
"""
_TAIL = """<script>
{script}
</script>
</body>
</html>
"""


def write_page(codings: Iterable[Coding], title: str = "dragoman") -> Iterator[str]:
    """The page in pieces, one coding held at a time, to be written one after the other."""
    yield _HEAD.format(title=html.escape(title), style=_asset("page.css"))
    entries: list[dict[str, Any]] = []
    codes: set[str] = set()
    for number, coding in enumerate(codings):
        entries.append(_entry(coding))
        codes |= set(_codes(coding))
        yield _data_block(to_json(coding), f"report-{number}")
    yield _data_block({"reports": entries, "codes": _meanings(codes)}, "index")
    yield _TAIL.format(script=_asset("page.js"))


def page_fragment(codings: Iterable[Coding]) -> str:
    """The page as a frame within another document, such as a notebook."""
    page = "".join(write_page(codings))
    return (
        f'<iframe title="dragoman: report and records" srcdoc="{html.escape(page)}" '
        f'sandbox="allow-scripts allow-popups" style="width:100%;height:{_NOTEBOOK_HEIGHT}px;'
        'border:1px solid #8884;border-radius:6px"></iframe>'
    )


def _entry(coding: Coding) -> dict[str, Any]:
    """What the list of reports shows of one before it is opened."""
    report = coding.report
    return {
        "title": report.title or _first_words(report.text),
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "events": len(coding.events),
        "quads": [sum(event.quad == quad for event in coding.events) for quad in (1, 2, 3, 4)],
    }


def _codes(coding: Coding) -> Iterator[str]:
    """The codes of countries and sectors in a coding."""
    acts = coding.events
    people = chain.from_iterable((*event.actors, *event.recipients) for event in acts)
    sources = chain.from_iterable(event.sources for event in acts)
    places = (event.place for event in acts)
    for record in chain(coding.entities, people, sources, places):
        if record is not None and record.country:
            yield record.country
    for entity in coding.entities:
        yield from entity.sectors


def _meanings(codes: set[str]) -> dict[str, str]:
    """What each of the codes stands for, where the ontology knows it."""
    codebook = load_codebook()
    names = {**codebook.sectors, **codebook.nonstate}
    for code in codes - names.keys():
        if country := country_of_code(code):
            names[code] = country.name
    return {code: names[code] for code in sorted(codes & names.keys())}


def _first_words(text: str, length: int = 90) -> str:
    line = " ".join(text[: 4 * length].split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"


def _data_block(value: Any, identifier: str) -> str:
    """JSON that no text in it can end or turn into markup.

    `<` never stands for itself, so neither `</script>` nor `<!--` can.
    """
    data = dump_json(value).replace("<", "\\u003c")
    return f'<script type="application/json" id="{identifier}">{data}</script>\n'


@cache
def _asset(name: str) -> str:
    return files("dragoman.exports").joinpath("page", name).read_text(encoding="utf-8")
