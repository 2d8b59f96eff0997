"""From a parsed report to its records: the only assembly of the six questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from spacy.tokens import Doc, Token

from dragoman.coding.ages import aged_status
from dragoman.coding.borders import within_one_body
from dragoman.coding.confidence import confidence_of
from dragoman.coding.control import code_control
from dragoman.coding.discourse import complete_participants
from dragoman.coding.enemies import Told
from dragoman.coding.findings import text_span
from dragoman.coding.how_many import FoundFigure, index_of_whole, with_event_places
from dragoman.coding.participation import sides, sources_of, without_tellers
from dragoman.coding.proceedings import code_proceedings
from dragoman.coding.reading import Reading, read_report
from dragoman.coding.repeats import Telling, join_repeats
from dragoman.coding.silence import silent_acts
from dragoman.coding.statements import code_statements
from dragoman.coding.status import Mood, find_mood
from dragoman.coding.what import Trigger
from dragoman.coding.when import date_event, date_of
from dragoman.coding.where import TOLL, place_event, with_meeting_places
from dragoman.ontology.disputes import VIEWPOINT, Viewpoint
from dragoman.ontology.lexicon import Lexicon, load_lexicon
from dragoman.records import Coding, EventMention, Figure, Participant, Report, TextSpan
from dragoman.records.mention import Status
from dragoman.records.spans import distinct

_LOOKING_BACK = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_VERBAL_COOPERATION, _VERBAL_CONFLICT = 1, 3
_POLITICS = frozenset({"GOV", "LEG", "PTY", "ELI", "OPP"})
_FORCES = frozenset({"MIL", "REB", "UAF", "PRM", "COP", "SPY"})
_TELLING = frozenset({"VERB", "NOUN", "PROPN", "ADJ"})
_LONGEST_HEADING = 30
_CLOSING = frozenset({".", "!", "?", ":", ";", "”", '"', ","})
# A promise, threat or demand is made by saying it, whenever what is said is to come about.
_SAYING_DOES: Mapping[str, tuple[Status, ...]] = {
    "AGREE": ("future",),
    "CONCEDE": ("future",),
    "THREATEN": ("future",),
    "REQUEST": ("future", "hypothetical"),
}
_FORETOLD = "/will"
"""How the entries of acts end that the text announces: see `what.mood`."""
_PROMISES = frozenset({"AGREE", "CONCEDE"})
_CASUALTIES = frozenset({"killed", "wounded"})
_HARMED = _CASUALTIES | {"displaced", "detained", "missing", "abducted"}


class Coder:
    """Codes parsed reports. Holds nothing of them, so one coder serves any number."""

    def __init__(
        self,
        viewpoint: Viewpoint = VIEWPOINT,
        lexicon: Lexicon | None = None,
        least_confidence: float = 0.0,
    ) -> None:
        """Records of a lower confidence than `least_confidence` are left out."""
        self.viewpoint: Viewpoint = viewpoint
        self.least_confidence = least_confidence
        self.lexicon = lexicon or load_lexicon()
        self.codebook = self.lexicon.codebook

    def code(self, doc: Doc, report: Report) -> Coding:
        """The records of one report. `doc` must hold exactly the report's text."""
        return self.weigh(doc, report)[0]

    def weigh(self, doc: Doc, report: Report) -> tuple[Coding, tuple[EventMention, ...]]:
        """The records of one report, and the acts in it that say too little to be one.

        The last line of such an act's `path` says what it lacks.
        """
        reading = read_report(doc, report, self.viewpoint, self.lexicon)
        figures = tuple(_figure(reading, found, n) for n, found in enumerate(reading.found_figures))
        events, silent = self._events(reading)
        coding = Coding(
            report=report,
            entities=reading.cast.entities,
            events=events,
            statements=code_statements(reading.cast, reading.attributions, events),
            figures=with_event_places(figures, events),
            instruments=reading.instruments,
            proceedings=code_proceedings(
                doc, reading.cast, reading.toponyms, reading.times, when=reading.date
            ),
            control=code_control(
                doc, reading.cast, reading.toponyms, reading.times, events, when=reading.date
            ),
        )
        return coding, silent

    def _events(
        self, reading: Reading
    ) -> tuple[tuple[EventMention, ...], tuple[EventMention, ...]]:
        sentences = {sent.start: n for n, sent in enumerate(reading.doc.sents)}
        heading = _heading_end(reading.doc)
        told = [Told(trigger, self._event(reading, trigger)) for trigger in reading.triggers]
        heads = (item.trigger.head for item in told)
        completed = [
            replace(event, confidence=self._confidence(event, item.trigger))
            for event, item in zip(
                with_meeting_places(complete_participants(reading.doc, reading.cast, told)),
                told,
                strict=True,
            )
        ]
        struck = [
            why
            or ("it stays within one organisation" if within_one_body(e, t.trigger) else "")
            or self._doubt(e)
            for e, t, why in zip(completed, told, silent_acts(completed), strict=True)
        ]
        tellings = [
            Telling(
                event,
                head.lemma_,
                sentences[head.sent.start],
                looks_back=_looks_back(head),
                headline=head.i < heading,
            )
            for event, head, why in zip(completed, heads, struck, strict=True)
            if not why
        ]
        joined = join_repeats(tellings)
        return (
            tuple(self._numbered(event, n) for n, event in enumerate(joined, start=1)),
            tuple(
                replace(event, path=(*event.path, why))
                for event, why in zip(completed, struck, strict=True)
                if why
            ),
        )

    def _doubt(self, event: EventMention) -> str:
        if event.confidence >= self.least_confidence:
            return ""
        return f"confidence {event.confidence} is under the least asked, {self.least_confidence}"

    def _confidence(self, event: EventMention, trigger: Trigger) -> float:
        return confidence_of(event, trigger)

    def _numbered(self, event: EventMention, number: int) -> EventMention:
        """The record with its identifier, and with the codes that its modes and contexts give."""
        return replace(
            event,
            id=f"ev{number}",
            cameo=self.codebook.cameo(event.type, event.modes, event.contexts),
            score=self.codebook.score(event.type, event.modes),
        )

    def _event(self, reading: Reading, trigger: Trigger) -> EventMention:
        actors, recipients = sides(reading, trigger, self.codebook)
        kind = self.codebook.event_type(trigger.type).like
        mood = find_mood(
            trigger.clause,
            trigger.head,
            reading.times,
            reading.report.published,
            trigger.status_hint,
        )
        status = mood.status
        if status in _SAYING_DOES.get(kind, ()):
            status = "actual"
        span = text_span(trigger.span)
        sources = sources_of(reading, trigger.head)
        actors = without_tellers(actors, sources, trigger)
        if self.codebook.quad(trigger.type) in (_VERBAL_COOPERATION, _VERBAL_CONFLICT):
            # Who does it by saying it is its actor, not a witness to it.
            speaking = {actor.entity for actor in actors}
            sources = tuple(s for s in sources if s.entity is None or s.entity not in speaking)
        date = date_event(
            trigger.clause,
            trigger.span,
            reading.times,
            reading.report.published,
            status=status,
        )
        type_, modes, path = trigger.type, trigger.modes, trigger.path
        if _is_spoken_attack(reading, trigger, actors, recipients):
            type_, modes = "ACCUSE", ("disapprove",)
            path += ("among politicians, an attack in words: ACCUSE",)
        told_status = aged_status(status, date, reading.report.published)
        return EventMention(
            id="",
            type=type_,
            modes=modes,
            contexts=trigger.contexts,
            cameo=None,
            quad=self.codebook.quad(type_),
            score=0.0,
            status=told_status,
            actors=actors,
            recipients=recipients,
            sources=sources,
            date=date,
            place=place_event(
                trigger.head,
                trigger.clause,
                reading.toponyms,
                type=kind,
                foretold=trigger.entry.endswith(_FORETOLD) and kind in _PROMISES,
                is_roundup=reading.cast.is_roundup,
            ),
            figures=_figures_of(reading, trigger, deadly=kind == "ASSAULT"),
            trigger=span,
            evidence=_told_by(trigger),
            coder=trigger.entry,
            confidence=trigger.confidence,
            path=(*path, *_nobody(trigger, actors, recipients), *_word_mood(mood, told_status)),
        )


def _nobody(
    trigger: Trigger, actors: Sequence[Participant], recipients: Sequence[Participant]
) -> tuple[str, ...]:
    """Which phrases name nobody whom the report makes known."""
    sides = (("actor", trigger.actors, actors), ("recipient", trigger.recipients, recipients))
    return tuple(
        f"no {side}: nobody is known by {', '.join(f'“{token.text}”' for token in tokens)}"
        for side, tokens, people in sides
        if tokens and not people and not (side == "recipient" and trigger.reciprocal)
    )


def _word_mood(mood: Mood, status: Status) -> tuple[str, ...]:
    """What made the act's status, where it is not actual."""
    if status == "historical":
        return ("historical: its time ended a year or more before the report",)
    if status == "actual":
        return () if mood.status == "actual" else ("actual: it is done by saying it",)
    return (f"{status}: “{mood.word.text}”",) if mood.word is not None else ()


def _is_spoken_attack(
    reading: Reading,
    trigger: Trigger,
    actors: Sequence[Participant],
    recipients: Sequence[Participant],
) -> bool:
    """Whether a politician "attacks" somebody in words: no means, force, place or country is told."""
    if trigger.type != "ASSAULT" or trigger.modes or trigger.head.lemma_.lower() != "attack":
        return False
    kinds = {entity.id: entity.kind for entity in reading.cast.entities}
    speak = all(kinds.get(p.entity or "") == "person" and p.sector in _POLITICS for p in actors)
    spoken_to = all(
        kinds.get(p.entity or "") in ("person", "organisation") and p.sector not in _FORCES
        for p in recipients
    )
    return bool(actors) and trigger.head.pos_ == "VERB" and speak and spoken_to


def _told_by(trigger: Trigger) -> tuple[TextSpan, ...]:
    """The trigger's words, and those of the acts that were found to be part of this one."""
    spans = [text_span(trigger.span)]
    doc = trigger.head.doc
    inside = range(trigger.span.start, trigger.span.end)
    apart = [token.i for token in trigger.evidence if token.i not in inside]
    for _, run in groupby(enumerate(apart), key=lambda pair: pair[1] - pair[0]):
        indices = [index for _, index in run]
        if any(doc[index].pos_ in _TELLING for index in indices):
            spans.append(text_span(doc[indices[0] : indices[-1] + 1]))
    return distinct(spans)


def _figure(reading: Reading, found: FoundFigure, n: int) -> Figure:
    whole = index_of_whole(reading.found_figures, n)
    return Figure(
        id=f"f{n + 1}",
        kind=found.kind,
        low=found.low,
        high=found.high,
        bound=found.bound,
        unit=found.unit,
        who=found.who,
        place=place_event(
            found.head,
            found.governor,
            reading.toponyms,
            type=TOLL if found.kind in _HARMED else None,
            is_roundup=reading.cast.is_roundup,
        ),
        since=date_of(found.since) if found.since is not None else None,
        until=date_of(found.until) if found.until is not None else None,
        sources=sources_of(reading, found.head),
        evidence=found.evidence,
        part_of=f"f{whole + 1}" if whole is not None else None,
        additional=found.additional,
    )


def _figures_of(reading: Reading, trigger: Trigger, *, deadly: bool) -> tuple[str, ...]:
    """The figures that count this act's doing: told by its words or of its participants.

    The dead and wounded whom only its clause or its participants tell are those of a `deadly` act.
    """
    words = {trigger.head.i, trigger.clause.i, *(token.i for token in trigger.evidence)}
    people = {token.i for token in (*trigger.actors, *trigger.recipients)}
    return tuple(
        f"f{n}"
        for n, found in enumerate(reading.found_figures, start=1)
        if any(head.i in words for head in found.heads)
        or (
            (found.counted.i in people or found.governor.i in words)
            and (found.kind not in _CASUALTIES or deadly)
        )
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
