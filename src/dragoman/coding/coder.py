"""From a parsed report to its records: the only assembly of the six questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.instruments import code_instruments
from dragoman.coding.proceedings import code_proceedings
from dragoman.coding.repeats import Telling, join_repeats
from dragoman.coding.status import code_status
from dragoman.coding.what import Trigger, find_triggers
from dragoman.coding.when import TimeExpression, date_event, find_times
from dragoman.coding.who import Cast, find_cast
from dragoman.coding.whose_word import Attribution, attributions_of, find_attributions
from dragoman.ontology.codebook import load_codebook
from dragoman.records import Coding, EventMention, Participant, Report, Source, TextSpan

_LOOKING_BACK = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_FIRST_PERSON = frozenset({"i", "we", "us", "me"})


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in a report before it is put together."""

    doc: Doc
    report: Report
    times: tuple[TimeExpression, ...]
    cast: Cast
    attributions: tuple[Attribution, ...]
    triggers: tuple[Trigger, ...]


class Coder:
    """Codes parsed reports. Holds nothing of them, so one coder serves any number."""

    def __init__(self, viewpoint: str | None = None) -> None:
        self.viewpoint = viewpoint
        self.codebook = load_codebook()

    def read(self, doc: Doc, report: Report) -> Reading:
        """Everything that the report speaks of, found but not yet put together."""
        return Reading(
            doc=doc,
            report=report,
            times=find_times(doc, report.published),
            cast=find_cast(doc, report),
            attributions=find_attributions(doc),
            triggers=find_triggers(doc),
        )

    def code(self, doc: Doc, report: Report) -> Coding:
        """The records of one report. `doc` must hold exactly the report's text."""
        reading = self.read(doc, report)
        events = self._events(reading)
        return Coding(report=report, entities=reading.cast.entities, events=events)

    def _events(self, reading: Reading) -> tuple[EventMention, ...]:
        sentences = {sent.start: n for n, sent in enumerate(reading.doc.sents)}
        tellings = []
        for trigger in reading.triggers:
            event = self._event(reading, trigger)
            if event is not None:
                number = sentences[trigger.head.sent.start]
                tellings.append(Telling(event, trigger.head.lemma_, number, _looks_back(trigger)))
        joined = join_repeats(tellings)
        return tuple(replace(event, id=f"ev{n}") for n, event in enumerate(joined, start=1))

    def _event(self, reading: Reading, trigger: Trigger) -> EventMention | None:
        doc = reading.doc
        actors = _participants(reading, trigger.actors)
        if not actors and trigger.by_speaker:
            actors = _speakers(reading, trigger.head)
        recipients = _participants(reading, trigger.recipients)
        if trigger.reciprocal:
            actors, recipients = _each_once((*actors, *recipients)), ()
        recipients = tuple(p for p in recipients if p.entity not in {a.entity for a in actors})
        status = code_status(
            trigger.clause, trigger.head, reading.times, reading.report.published, trigger.status_hint
        )
        span = text_span(trigger.span)
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
            sources=sources_of(reading, trigger.head),
            date=date_event(
                trigger.clause,
                trigger.span,
                reading.times,
                reading.report.published,
                status=status,
            ),
            place=None,
            figures=(),
            trigger=span,
            evidence=(span,),
            coder=trigger.entry,
            confidence=trigger.confidence,
        )


def text_span(span: Span) -> TextSpan:
    """The characters of a token span."""
    return TextSpan(span.start_char, span.end_char, span.text)


def sources_of(reading: Reading, token: Token) -> tuple[Source, ...]:
    """On whose word the token stands, innermost first."""
    sources: list[Source] = []
    for attribution in attributions_of(token, reading.attributions):
        cue = text_span(attribution.cue) if attribution.cue is not None else None
        for span, head in zip(attribution.sources, attribution.heads, strict=False):
            people = reading.cast.participants_at(head)
            who = people[0] if people else None
            sources.append(
                Source(
                    entity=who.entity if who else None,
                    name=who.name if who else span.text,
                    country=who.country if who else None,
                    cue=cue,
                    evidence=(text_span(span),),
                )
            )
    return tuple(sources)


def _participants(reading: Reading, tokens: Iterable[Token]) -> tuple[Participant, ...]:
    found: list[Participant] = []
    for token in tokens:
        people = reading.cast.participants_at(token)
        if not people and token.lower_ in _FIRST_PERSON:
            people = _speakers(reading, token)
        found.extend(people)
    return _each_once(found)


def _speakers(reading: Reading, token: Token) -> tuple[Participant, ...]:
    """Those whose words the token belongs to, by the innermost source that is somebody."""
    for attribution in attributions_of(token, reading.attributions, vouched=False):
        people = [p for head in attribution.heads for p in reading.cast.participants_at(head)]
        if people:
            return _each_once(people)
    return ()


def _each_once(people: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({p.entity or p.name: p for p in people}.values())


def _looks_back(trigger: Trigger) -> bool:
    """Whether the trigger is a noun that can mean an act told before ("the talks")."""
    if trigger.head.pos_ not in ("NOUN", "PROPN"):
        return False
    return any(c.lower_ in _LOOKING_BACK for c in trigger.head.children if c.dep_ != "nmod")


