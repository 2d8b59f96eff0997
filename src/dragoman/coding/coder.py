"""From a parsed report to its records: the only assembly of the six questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.control import code_control
from dragoman.coding.discourse import complete_participants
from dragoman.coding.enemies import Told
from dragoman.coding.findings import named_head, source_of, text_span
from dragoman.coding.how_many import FoundFigure, find_figures
from dragoman.coding.instruments import code_instruments
from dragoman.coding.proceedings import code_proceedings
from dragoman.coding.repeats import Telling, join_repeats
from dragoman.coding.statements import code_statements
from dragoman.coding.status import code_status
from dragoman.coding.what import Trigger, find_triggers
from dragoman.coding.when import TimeExpression, date_event, date_of, find_times
from dragoman.coding.where import Toponym, find_places, place_event
from dragoman.coding.who import Cast, find_cast
from dragoman.coding.whose_word import Attribution, attributions_of, find_attributions
from dragoman.ontology.codebook import Codebook, load_codebook
from dragoman.ontology.disputes import VIEWPOINT, Viewpoint
from dragoman.records import (
    Coding,
    Date,
    EventMention,
    Figure,
    Instrument,
    Participant,
    Report,
    Source,
    TextSpan,
)
from dragoman.records.mention import Status

_LOOKING_BACK = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})
_VERBAL_COOPERATION, _VERBAL_CONFLICT, _MATERIAL_CONFLICT = 1, 3, 4
_LONGEST_HEADING = 30
_CLOSING = frozenset({".", "!", "?", ":", ";", "”", '"', ","})
# A promise, threat or demand is made by saying it, whenever what is said is to come about.
_SAYING_DOES: Mapping[str, tuple[Status, ...]] = {
    "AGREE": ("future",),
    "CONCEDE": ("future",),
    "THREATEN": ("future",),
    "REQUEST": ("future", "hypothetical"),
}
_UN_SECTOR = "GOV"
_GROUND = frozenset(
    ["province", "region", "city", "town", "village", "area", "district", "governorate", "territory", "land", "soil", "country", "border", "coast", "airspace", "side", "part", "capital", "county", "state", "island", "neighborhood", "neighbourhood", "suburb"]
)
_WITNESSES = frozenset(
    ["report", "statement", "footage", "video", "photograph", "photo", "image", "picture", "document", "record", "data", "figure", "survey", "study", "poll", "release", "communique", "letter", "memo", "cable", "dispatch", "article", "newspaper", "paper", "broadcast", "bulletin", "tweet", "post", "message", "recording", "transcript", "website", "agency", "media", "medium", "press", "television", "radio", "news", "outlet", "source", "account", "testimony", "evidence", "finding", "investigation", "inquiry", "intelligence", "assessment", "analysis", "witness", "filing", "indictment", "complaint", "affidavit", "resolution", "text"]
)
_BODIES = {
    "S/RES/": "Security Council",
    "A/RES/": "General Assembly",
    "A/HRC/": "Human Rights Council",
}
_CASUALTIES = frozenset({"killed", "wounded"})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a report before it is put together."""

    doc: Doc
    report: Report
    times: tuple[TimeExpression, ...]
    toponyms: tuple[Toponym, ...]
    cast: Cast
    attributions: tuple[Attribution, ...]
    triggers: tuple[Trigger, ...]
    found_figures: tuple[FoundFigure, ...]
    instruments: tuple[Instrument, ...]

    def date(self, clause: Token, trigger: Span) -> Date | None:
        """When the act told by these words took place."""
        return date_event(clause, trigger, self.times, self.report.published)


class Coder:
    """Codes parsed reports. Holds nothing of them, so one coder serves any number."""

    def __init__(self, viewpoint: Viewpoint = VIEWPOINT) -> None:
        self.viewpoint: Viewpoint = viewpoint
        self.codebook = load_codebook()

    def read(self, doc: Doc, report: Report) -> Reading:
        """Everything that the report speaks of, found but not yet put together."""
        times = find_times(doc, report.published)
        return Reading(
            doc=doc,
            report=report,
            times=times,
            toponyms=find_places(doc, viewpoint=self.viewpoint),
            cast=find_cast(doc, report),
            attributions=find_attributions(doc),
            triggers=find_triggers(doc),
            found_figures=find_figures(doc, times, singles=True),
            instruments=code_instruments(doc, times),
        )

    def code(self, doc: Doc, report: Report) -> Coding:
        """The records of one report. `doc` must hold exactly the report's text."""
        reading = self.read(doc, report)
        figures = tuple(
            _figure(reading, found, f"f{n}") for n, found in enumerate(reading.found_figures, 1)
        )
        events = self._events(reading)
        return Coding(
            report=report,
            entities=reading.cast.entities,
            events=events,
            statements=code_statements(reading.cast, reading.attributions, events),
            figures=figures,
            instruments=reading.instruments,
            proceedings=code_proceedings(
                doc, reading.cast, reading.toponyms, reading.times, when=reading.date
            ),
            control=code_control(
                doc, reading.cast, reading.toponyms, reading.times, events, when=reading.date
            ),
        )

    def _events(self, reading: Reading) -> tuple[EventMention, ...]:
        sentences = {sent.start: n for n, sent in enumerate(reading.doc.sents)}
        heading = _heading_end(reading.doc)
        told = [Told(trigger, self._event(reading, trigger)) for trigger in reading.triggers]
        heads = (item.trigger.head for item in told)
        completed = complete_participants(reading.doc, reading.cast, told)
        tellings = [
            Telling(
                event,
                head.lemma_,
                sentences[head.sent.start],
                looks_back=_looks_back(head),
                headline=head.i < heading,
            )
            for event, head in zip(completed, heads, strict=True)
            if _says_enough(event)
        ]
        joined = join_repeats(tellings)
        return tuple(replace(event, id=f"ev{n}") for n, event in enumerate(joined, start=1))

    def _event(self, reading: Reading, trigger: Trigger) -> EventMention:
        actors, recipients = _sides(reading, trigger, self.codebook)
        status = code_status(
            trigger.clause,
            trigger.head,
            reading.times,
            reading.report.published,
            trigger.status_hint,
        )
        if status in _SAYING_DOES.get(trigger.type, ()):
            status = "actual"
        span = text_span(trigger.span)
        sources = _sources(reading, trigger.head)
        if self.codebook.quad(trigger.type) in (_VERBAL_COOPERATION, _VERBAL_CONFLICT):
            # Who does it by saying it is its actor, not a witness to it.
            speaking = {actor.entity for actor in actors}
            sources = tuple(s for s in sources if s.entity is None or s.entity not in speaking)
        return EventMention(
            id="",
            type=trigger.type,
            modes=trigger.modes,
            contexts=trigger.contexts,
            cameo=self.codebook.cameo(trigger.type, trigger.modes, trigger.contexts),
            quad=self.codebook.quad(trigger.type),
            score=self.codebook.score(trigger.type, trigger.modes),
            status=status,
            actors=actors,
            recipients=recipients,
            sources=sources,
            date=date_event(
                trigger.clause,
                trigger.span,
                reading.times,
                reading.report.published,
                status=status,
            ),
            place=place_event(
                trigger.head, trigger.clause, reading.toponyms, type=trigger.type
            ),
            figures=_figures_of(reading, trigger),
            trigger=span,
            evidence=(span,),
            coder=trigger.entry,
            confidence=trigger.confidence,
        )


def _says_enough(event: EventMention) -> bool:
    """Whether a record would tell anybody anything: words need a speaker, deeds a side or place."""
    if event.quad in (_VERBAL_COOPERATION, _VERBAL_CONFLICT):
        return bool(event.actors)
    return bool(event.actors or event.recipients or event.place or event.figures)


def _sides(
    reading: Reading, trigger: Trigger, codebook: Codebook
) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Actors and recipients; of a mutual act everybody is an actor, nobody is on both sides."""
    actors = _participants(reading, trigger.actors)
    if not actors:
        actors = tuple(p for token in trigger.actors for p in _authors(reading, token))
    if not actors and trigger.by_speaker:
        actors = _speakers(reading, trigger.head)
    recipients = _participants(reading, trigger.recipients)
    if not recipients and codebook.quad(trigger.type) == _MATERIAL_CONFLICT:
        recipients = _each_once(p for thing in trigger.recipients for p in _owners(reading, thing))
    if trigger.reciprocal:
        return _each_once((*actors, *recipients)), ()
    acting = {participant.entity for participant in actors}
    return actors, tuple(p for p in recipients if p.entity not in acting)


def _participants(reading: Reading, tokens: Iterable[Token]) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for token in tokens:
        people = reading.cast.participants_at(named_head(token))
        people = people or reading.cast.participants_at(token)
        if not people and token.lower_ in _FIRST_PERSON:
            people = _speakers(reading, token)
        found.extend(people)
    return _each_once(found)


def _owners(reading: Reading, thing: Token) -> tuple[Participant, ...]:
    """Whose a thing is: "the group's vehicles", "army positions", "a base of the militia"."""
    if thing.pos_ not in ("NOUN", "PROPN") or thing.lemma_.lower() in _GROUND or any(
        toponym.span.start <= thing.i < toponym.span.end for toponym in reading.toponyms
    ):
        return ()
    for child in thing.children:
        if child.dep_ in ("nmod:poss", "compound", "amod"):
            if people := reading.cast.participants_at(child):
                return people
    for child in thing.children:
        if child.dep_ == "nmod" and any(c.lower_ in ("of", "belonging") for c in child.lefts):
            if people := reading.cast.participants_at(child):
                return people
    return ()


def _speakers(reading: Reading, token: Token) -> tuple[Participant, ...]:
    """Those whose words the token belongs to, by the innermost source that is somebody."""
    for attribution in attributions_of(token, reading.attributions, vouched=False):
        if people := _people_behind(reading, attribution):
            return people
    before = [a for a in reading.attributions if a.cue_head.i < token.i]
    for attribution in reversed(before):
        if people := _people_behind(reading, attribution):
            return people
    return ()


def _people_behind(reading: Reading, attribution: Attribution) -> tuple[Participant, ...]:
    heads = attribution.heads
    return _each_once(p for head in heads for p in reading.cast.participants_at(named_head(head)))


def _authors(reading: Reading, document: Token) -> tuple[Participant, ...]:
    """Who speaks in "the resolution": the United Nations body that adopted the one told last."""
    if document.lemma_.lower() != "resolution":
        return ()
    told = [
        (span.start, instrument)
        for instrument in reading.instruments
        for span in instrument.evidence
        if instrument.symbol and span.start <= document.idx + len(document.text)
    ]
    if not told:
        return ()
    symbol = max(told, key=lambda item: item[0])[1].symbol or ""
    name = next((body for start, body in _BODIES.items() if symbol.startswith(start)), None)
    if name is None:
        return ()
    known = next((e for e in reading.cast.entities if e.country == "UNO" and name in e.name), None)
    evidence = (text_span(document.doc[document.i : document.i + 1]),)
    return (
        Participant(known.id if known else None, name, "UNO", _UN_SECTOR, None, evidence),
    )


def _each_once(people: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({p.entity or p.name: p for p in people}.values())


def _sources(reading: Reading, token: Token) -> tuple[Source, ...]:
    """On whose word the token stands, innermost first."""
    sources: dict[str, Source] = {}
    for attribution in attributions_of(token, reading.attributions):
        cue = text_span(attribution.cue) if attribution.cue is not None else None
        for head in attribution.heads:
            for source in _sources_at(reading, named_head(head), cue):
                sources.setdefault(source.entity or source.name.casefold(), source)
    return tuple(sources.values())


def _sources_at(reading: Reading, head: Token, cue: TextSpan | None) -> tuple[Source, ...]:
    """Who a source's phrase means: "I" whoever speaks; of things, only such as can tell."""
    if reading.cast.participants_at(head):
        return source_of(head, reading.cast, cue)
    if head.lower_ in _FIRST_PERSON:
        evidence = (text_span(head.doc[head.i : head.i + 1]),)
        speakers = _speakers(reading, head)
        return tuple(Source(p.entity, p.name, p.country, cue, evidence) for p in speakers)
    if head.pos_ in ("PRON", "DET") or not _is_telling(head):
        return ()
    return source_of(head, reading.cast, cue)


def _is_telling(head: Token) -> bool:
    """Whether what is no person or body can still be a witness: papers, pictures, media."""
    return head.ent_type_ != "" or head.lemma_.lower() in _WITNESSES


def _figure(reading: Reading, found: FoundFigure, identifier: str) -> Figure:
    return Figure(
        id=identifier,
        kind=found.kind,
        low=found.low,
        high=found.high,
        bound=found.bound,
        unit=found.unit,
        who=found.who,
        place=place_event(found.head, found.governor, reading.toponyms),
        since=date_of(found.since) if found.since is not None else None,
        until=date_of(found.until) if found.until is not None else None,
        sources=_sources(reading, found.head),
        evidence=found.evidence,
    )


def _figures_of(reading: Reading, trigger: Trigger) -> tuple[str, ...]:
    """The figures that count this act's doing: told by its words or of its participants."""
    words = {trigger.head.i, trigger.clause.i, *(token.i for token in trigger.evidence)}
    people = {token.i for token in (*trigger.actors, *trigger.recipients)}
    return tuple(
        f"f{n}"
        for n, found in enumerate(reading.found_figures, start=1)
        if found.counted.i in people
        or any(head.i in words for head in found.heads)
        or (found.governor.i in words and (found.kind not in _CASUALTIES or trigger.type == "ASSAULT"))
    )


def _heading_end(doc: Doc) -> int:
    """Where the report's heading ends, in tokens: a first line that no full stop closes."""
    for token in doc:
        if token.is_space and "\n" in token.text:
            return token.i if token.i and doc[token.i - 1].text not in _CLOSING else 0
        if token.i > _LONGEST_HEADING:
            break
    return 0


def _looks_back(head: Token) -> bool:
    """Whether a trigger's head is a noun that can mean an act told before ("the talks")."""
    if head.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.lower_ in _LOOKING_BACK for c in head.children if c.dep_ != "nmod")
