"""Where: the place names of a report, what they mean, and where an event took place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Span, Token

from dragoman.coding.where.event_place import TOLL, PlaceFinder
from dragoman.coding.where.placing import place_mentions
from dragoman.coding.where.scenes import with_meeting_places
from dragoman.coding.where.signs import hint_beside, is_in_groups_name
from dragoman.coding.where.toponyms import Mention, find_mentions
from dragoman.language.canonical import canonical_text
from dragoman.ontology.disputes import VIEWPOINT, Viewpoint, country_by, dispute_over
from dragoman.ontology.gazetteer import Candidate
from dragoman.records.spans import TextSpan
from dragoman.records.values import Dispute, Place, Precision

_PRECISION: dict[str, Precision] = {
    "country": "country",
    "region": "admin1",
    "admin1": "admin1",
    "admin2": "admin1",
    "settlement": "city",
    "water": "admin1",
    "facility": "point",
}
_WHOLES = frozenset(["country", "admin1", "admin2", "settlement", "region"])
"""Kinds of places that tell what an unknown one beside them lies in."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a report: its words, the place it means, and how it is used.

    `literal` is true of a name that says where; false of one that acts, modifies or stands in a
    longer name (`use`: "actor", "modifier", "demonym"). A literal name that no gazetteer has bears a
    place without a point, named as the text names it, its `kind` None.
    """

    span: Span
    place: Place | None
    literal: bool
    use: str = "literal"
    kind: str | None = None

    @property
    def head(self) -> Token:
        return self.span.root


def find_places(
    doc: Doc, *, viewpoint: Viewpoint = VIEWPOINT, when: date | None = None
) -> tuple[Toponym, ...]:
    """Every place name of the report in reading order, resolved; see Toponym.

    `viewpoint` decides whose country a disputed area is given (`ontology.disputes`), by who held
    it on the day `when` of the report.
    """
    mentions = find_mentions(doc)
    placed = place_mentions(doc, mentions)
    toponyms = []
    for index, (mention, candidate) in enumerate(zip(mentions, placed, strict=True)):
        span = doc[mention.start : mention.end]
        if candidate is not None:
            place = place_of(candidate, span, viewpoint, when)
        elif mention.use == "literal":
            place = _unknown(span, _whole(doc, mentions, placed, index))
        else:
            continue
        kind = candidate.kind if candidate else None
        toponyms.append(Toponym(span, place, mention.use == "literal", mention.use, kind))
    return tuple(toponyms)


def _whole(
    doc: Doc, mentions: Sequence[Mention], placed: Sequence[Candidate | None], index: int
) -> Candidate | None:
    """What an unknown place lies in, as the text says after commas: "X, Y, Syria", "X and Y, Syria"."""
    for at in range(index, len(mentions) - 1):
        between = [doc[i].lower_ for i in range(mentions[at].end, mentions[at + 1].start)]
        if between not in ([","], ["and"], ["in"], [",", "in"]):
            return None
        after = placed[at + 1]
        if between != ["and"] and after is not None and after.kind in _WHOLES:
            return after
    return None


def _unknown(span: Span, whole: Candidate | None) -> Place:
    """A place that no gazetteer has: its name as said, without a point."""
    return Place(
        name=span.text,
        country=whole.country if whole else None,
        admin1=whole.admin1 if whole else None,
        latitude=None,
        longitude=None,
        precision="city",
        evidence=(TextSpan.of(span.doc.text, span.start_char, span.end_char),),
    )


def place_of(
    candidate: Candidate,
    span: Span,
    viewpoint: Viewpoint = VIEWPOINT,
    when: date | None = None,
) -> Place:
    """The record of a place that a span names."""
    precision = _PRECISION[candidate.kind]
    if candidate.kind in ("region", "water") and candidate.country is None:
        precision = "country"
    return Place(
        name=candidate.name,
        country=country_by(viewpoint, candidate, when),
        admin1=candidate.admin1,
        latitude=round(candidate.latitude, 5),
        longitude=round(candidate.longitude, 5),
        precision=precision,
        geonames=candidate.geonames,
        dispute=_dispute(candidate, viewpoint, when),
        evidence=(TextSpan.of(canonical_text(span.doc), span.start_char, span.end_char),),
    )


def _dispute(candidate: Candidate, viewpoint: Viewpoint, when: date | None) -> Dispute | None:
    area = dispute_over(candidate)
    if area is None:
        return None
    iso, control = area.country_by("iso", when), area.country_by("control", when)
    return Dispute(area.name, viewpoint, iso, control)


def resolve_span(doc: Doc, start: int, end: int) -> Place | None:
    """The place that the characters [start, end) mean, given as a place name; for scoring.

    The report's other names are found as usual; None where no gazetteer has the name or the range
    touches no token.
    """
    return resolve_spans(doc, ((start, end),))[0]


def resolve_spans(doc: Doc, ranges: tuple[tuple[int, int], ...]) -> tuple[Place | None, ...]:
    """Like `resolve_span` for many ranges at once, all of them counted as the report's names."""
    given: dict[int, tuple[Mention, Span]] = {}
    for at, (start, end) in enumerate(ranges):
        span = doc.char_span(start, end, alignment_mode="expand")
        if span is not None and len(span):
            name = canonical_text(doc)[start:end]
            given[at] = (
                Mention(
                    span.start, span.end, name, "literal", hint_beside(doc, span.start, span.end)
                ),
                span,
            )
    taken = {i for mention, _ in given.values() for i in range(mention.start, mention.end)}
    others = [
        mention
        for mention in find_mentions(doc)
        if not taken.intersection(range(mention.start, mention.end))
    ]
    mentions = sorted([*(m for m, _ in given.values()), *others], key=lambda m: m.start)
    placed = dict(zip(map(id, mentions), place_mentions(doc, mentions), strict=True))
    out: list[Place | None] = []
    for at in range(len(ranges)):
        found = placed[id(given[at][0])] if at in given else None
        out.append(place_of(found, given[at][1]) if found else None)
    return tuple(out)


def find_toponyms_for_task(doc: Doc) -> tuple[Toponym, ...]:
    """The names for the task `toponyms`: all that resolve, whatever their use.

    Convention: a demonym counts and resolves to its country (so do LGL, TR-News and GeoWebNews; of
    GeoVirus it costs precision), and so does a place within an organisation's name.
    """
    return tuple(
        toponym
        for toponym in find_places(doc)
        if toponym.place is not None and toponym.place.latitude is not None
    )


def place_event(
    trigger_head: Token,
    clause: Token,
    toponyms: Sequence[Toponym],
    *,
    type: str | None = None,
    foretold: bool = False,
    is_roundup: bool = False,
) -> Place | None:
    """Where an act took place, as far as the text says; its evidence the place's words.

    `clause` is the verb that carries the act; `type` its PLOVER type, which tells acts done by
    words (no place unless the text says where they were spoken) from others. `foretold`: the act
    is the promise of a deed ("will meet in X"), whose place is the deed's. `is_roundup`: each
    paragraph tells of something else. See `event_place`.
    """
    usable = {
        i: toponym
        for toponym in toponyms
        if toponym.place is not None
        and toponym.use != "demonym"
        and not is_in_groups_name(trigger_head.doc, toponym.span.start)
        for i in range(toponym.span.start, toponym.span.end)
    }
    peoples = {
        i: toponym
        for toponym in toponyms
        if toponym.place is not None and toponym.use == "demonym"
        for i in range(toponym.span.start, toponym.span.end)
    }
    if not usable and not peoples:
        return None
    finder = PlaceFinder(usable, peoples, is_roundup=is_roundup)
    index = finder.find(trigger_head, clause, None if foretold else type)
    return None if index is None else (usable.get(index) or peoples[index]).place


__all__ = [
    "TOLL",
    "Toponym",
    "find_places",
    "find_toponyms_for_task",
    "place_event",
    "place_of",
    "resolve_span",
    "resolve_spans",
    "with_meeting_places",
]
