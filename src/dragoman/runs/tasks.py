"""Tasks: narrow views of the coder for benchmarks, over the code paths of `dragoman code`.

A task answers one item (a mapping with `id`, `text` and what else CONTRACT names) with one mapping.
It raises KeyError for a missing key, ValueError or TypeError for a wrong value, InputError for a
text that cannot be coded.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from spacy.tokens import Doc, Span

from dragoman.coding.what.acled import acled
from dragoman.coding.what.relation import event_types, relation
from dragoman.coding.when import find_times
from dragoman.coding.where import find_toponyms_for_task
from dragoman.coding.who.actor_text import code_actor
from dragoman.coding.who.naming import find_names
from dragoman.coding.whose_word import find_attributions, outermost
from dragoman.intake.dates import read_day
from dragoman.language.coreference import cluster_ranges
from dragoman.records import Report
from dragoman.records.codec import to_json
from dragoman.runs.reader import Reader

Item = Mapping[str, Any]
Answer = dict[str, Any]
Task = Callable[[Reader, Item], Answer]


def _doc(reader: Reader, item: Item) -> Doc:
    text = item["text"]
    if not isinstance(text, str):
        raise TypeError("text must be a string")
    return reader.parse(text)


def _day(value: Any) -> date | None:
    """The day that a date gives; figures without a word are read day first, as MEANTIME has them.

    None where it is missing or no date.
    """
    text = str(value or "")
    for read in (read_day, lambda day: datetime.strptime(day, "%d-%m-%Y").date()):
        try:
            return read(text)
        except ValueError:
            continue
    return None


def _given_span(doc: Doc, item: Item, key: str) -> Span | None:
    """The tokens of a given range; None where the item leaves the range open."""
    given = item.get(key) or {}
    if given.get("start") is None or given.get("end") is None:
        return None
    return doc.char_span(int(given["start"]), int(given["end"]), alignment_mode="expand")


def _range(span: Span) -> dict[str, int]:
    return {"start": span.start_char, "end": span.end_char}


def _relation(reader: Reader, item: Item) -> Answer:
    doc = _doc(reader, item)
    source, target = _given_span(doc, item, "source"), _given_span(doc, item, "target")
    return {"id": item["id"], "root": relation(doc, source, target, reader.lexicon)}


def _event_types(reader: Reader, item: Item) -> Answer:
    return {"id": item["id"], "types": event_types(_doc(reader, item), reader.lexicon)}


def _acled(reader: Reader, item: Item) -> Answer:
    return {"id": item["id"], "label": acled(_doc(reader, item), reader.lexicon)}


def _timex(reader: Reader, item: Item) -> Answer:
    times = find_times(_doc(reader, item), _day(item.get("dct")))
    found = [
        {"start": time.start_char, "end": time.end_char, "type": time.type, "value": time.value}
        for time in times
    ]
    return {"id": item["id"], "timex": found}


def _toponyms(reader: Reader, item: Item) -> Answer:
    found = [
        {
            **_range(toponym.span),
            "lat": toponym.place.latitude,
            "lon": toponym.place.longitude,
            "geonames": toponym.place.geonames,
            "country": toponym.place.country,
        }
        for toponym in find_toponyms_for_task(_doc(reader, item))
        if toponym.place is not None
    ]
    return {"id": item["id"], "toponyms": found}


def _attribution(reader: Reader, item: Item) -> Answer:
    found = [
        {
            "source": [_range(span) for span in attribution.sources],
            "cue": [_range(attribution.cue)] if attribution.cue is not None else [],
            "content": [_range(span) for span in attribution.contents],
        }
        for attribution in outermost(find_attributions(_doc(reader, item)))
    ]
    return {"id": item["id"], "attributions": found}


def _entities(reader: Reader, item: Item) -> Answer:
    found = [
        {"start": name.start, "end": name.end, "type": name.type}
        for name in find_names(_doc(reader, item))
    ]
    return {"id": item["id"], "entities": found}


def _coreference(reader: Reader, item: Item) -> Answer:
    clusters = [
        [{"start": start, "end": end} for start, end in cluster]
        for cluster in cluster_ranges(_doc(reader, item))
    ]
    return {"id": item["id"], "clusters": clusters}


def _actor(reader: Reader, item: Item) -> Answer:
    """A phrase that names somebody, without its report; `context` is a country it speaks of."""
    text, context = item["text"], item.get("context") or None
    if not isinstance(text, str) or not isinstance(context, str | None):
        raise TypeError("text and context must be strings")
    actor = code_actor(reader.parse, text, context=context, day=_day(item.get("date")))
    if actor is None:
        nobody = dict.fromkeys(("name", "kind", "country", "sector", "role", "source"))
        return {"id": item["id"], **nobody, "sectors": []}
    entity = actor.entity
    return {
        "id": item["id"],
        "name": entity.name,
        "kind": entity.kind,
        "country": entity.country,
        "sector": entity.sector,
        "sectors": list(entity.sectors),
        "role": actor.role,
        "source": actor.ground,
    }


def _events(reader: Reader, item: Item) -> Answer:
    report = Report(
        item["text"],
        id=str(item["id"]),
        title=item.get("title"),
        published=_day(item.get("published")),
    )
    return to_json(reader.code(report))


TASKS: Mapping[str, Task] = {
    "relation": _relation,
    "event_types": _event_types,
    "acled": _acled,
    "toponyms": _toponyms,
    "timex": _timex,
    "attribution": _attribution,
    "entities": _entities,
    "coreference": _coreference,
    "actor": _actor,
    "events": _events,
}
