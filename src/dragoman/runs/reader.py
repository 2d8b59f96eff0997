"""The whole trip of a report in one process: text in, records out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from datetime import date
from pathlib import Path
from typing import cast, get_args

from spacy.language import Language
from spacy.tokens import Doc

from dragoman.coding.coder import Coder
from dragoman.coding.who.sightings import find_sightings
from dragoman.errors import CodingFailure, DragomanError, InputError, SettingsError
from dragoman.exports.page import page_fragment
from dragoman.intake.admission import admit
from dragoman.language.pipeline import annotate, load_pipeline
from dragoman.ontology.directory import Directory, load_directory
from dragoman.ontology.directory.claims import Sighting
from dragoman.ontology.disputes import VIEWPOINT, Viewpoint
from dragoman.ontology.lexicon import Lexicon, load_lexicon, read_lexicon
from dragoman.records import Coding, EventMention, Report
from dragoman.settings import Settings, load_settings

BATCH_REPORTS = 16


@dataclass(frozen=True, slots=True)
class ShownCoding(Coding):
    """A coding that shows itself as the page of text and records in a notebook."""

    @classmethod
    def of(cls, coding: Coding) -> ShownCoding:
        return cls(**{field.name: getattr(coding, field.name) for field in fields(Coding)})

    def _repr_html_(self) -> str:
        return page_fragment((self,))


@dataclass(frozen=True, slots=True)
class Learned:
    """What one report says of who somebody is."""

    report: Report
    sightings: tuple[Sighting, ...]


class Reader:
    """Reads reports and codes them; made once, used for many, safe to use again at any time.

    Nothing is kept between reports: each is coded from its own text and the ontology alone, so
    that neither order nor company changes a record.
    """

    def __init__(self, nlp: Language, settings: Settings | None = None) -> None:
        """Raises OntologyError or StoreError where the settings name lexicons or a directory of
        actors that cannot be used."""
        self.nlp = nlp
        self.settings = settings or Settings()
        self.lexicon = _lexicon(self.settings.lexicons)
        self.directory = _directory(self.settings)
        self._coder = Coder(
            _viewpoint(self.settings.viewpoint), self.lexicon, self.settings.least_confidence
        )

    def code(
        self,
        report: str | Report,
        *,
        published: str | date | None = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
    ) -> Coding:
        """The records of one report.

        `published` is the day that dates are counted from, ISO 8601 where it is a string; it and
        the other details are read only where `report` is a text. Raises InputError where the
        text cannot be coded (empty, too large, in another language) and ValueError where
        `published` is no date.
        """
        if isinstance(report, str):
            day = date.fromisoformat(published) if isinstance(published, str) else published
            report = Report(report, title=title, publisher=publisher, url=url, published=day)
        outcome = next(self.pipe((report,)))
        if isinstance(outcome, InputError):
            raise outcome
        return outcome

    def weigh(self, report: Report) -> tuple[Doc, Coding, tuple[EventMention, ...]]:
        """One report as parsed, its records, and the acts that say too little to be one.

        Raises InputError where it cannot be coded.
        """
        admitted = admit(report, self.settings)
        doc = self.parse(admitted.text)
        try:
            return doc, *self._coder.weigh(doc, admitted)
        except DragomanError:
            raise
        except Exception as error:
            raise _failure(admitted, error) from error

    def parse(self, text: str) -> Doc:
        """The text as the embedded model reads it, nothing coded yet."""
        return next(annotate(self.nlp, (text,), directory=self.directory))

    def pipe(self, reports: Iterable[str | Report | InputError]) -> Iterator[Coding | InputError]:
        """Codes a stream, in its order; a text counts as a report of unknown date.

        A report that cannot be coded gives its InputError instead, and so does an error given.
        """
        batch: list[Report | InputError] = []
        for report in reports:
            batch.append(self._admitted(report))
            if len(batch) == BATCH_REPORTS:
                yield from self._code_batch(batch)
                batch = []
        yield from self._code_batch(batch)

    def learn(self, reports: Iterable[Report | InputError]) -> Iterator[Learned | InputError]:
        """What each report of a stream says of who somebody is, in its order."""
        for report in reports:
            admitted = self._admitted(report)
            if isinstance(admitted, InputError):
                yield admitted
                continue
            try:
                yield Learned(admitted, find_sightings(self.parse(admitted.text), admitted))
            except DragomanError:
                raise
            except Exception as error:
                yield _failure(admitted, error)

    def _admitted(self, report: str | Report | InputError) -> Report | InputError:
        if isinstance(report, InputError):
            return report
        if isinstance(report, str):
            report = Report(report)
        try:
            return admit(report, self.settings)
        except InputError as error:
            return error

    def _code_batch(self, batch: list[Report | InputError]) -> Iterator[Coding | InputError]:
        admitted = [report for report in batch if isinstance(report, Report)]
        texts = (report.text for report in admitted)
        docs = annotate(self.nlp, texts, directory=self.directory)
        for report in batch:
            if isinstance(report, InputError):
                yield report
                continue
            doc = next(docs)
            try:
                yield ShownCoding.of(self._coder.code(doc, report))
            except DragomanError:
                raise
            except Exception as error:
                yield _failure(report, error)


def _failure(report: Report, error: Exception) -> CodingFailure:
    return CodingFailure(report.origin, f"a fault in dragoman: {error!r}; please report")


def _viewpoint(name: str | None) -> Viewpoint:
    """The viewpoint of that name, the default where none is named. Raises SettingsError."""
    if name is None:
        return VIEWPOINT
    for viewpoint in get_args(Viewpoint):
        if viewpoint == name:
            return cast(Viewpoint, viewpoint)
    offered = ", ".join(get_args(Viewpoint))
    raise SettingsError(f"viewpoint: there is no {name!r} (there are {offered})")


def _lexicon(folder: str | None) -> Lexicon:
    return load_lexicon() if folder is None else read_lexicon(Path(folder).expanduser())


def _directory(settings: Settings) -> Directory:
    """Ours, with the user's own over it where he has one or names one."""
    path = settings.actors_path
    if settings.actors is None and not path.is_file():
        return load_directory()
    if not path.is_file():
        raise SettingsError(
            f"{path}: no such directory of actors: dragoman actors learn or import begins one"
        )
    from dragoman.store.actors import ActorStore

    return load_directory().over(ActorStore(path))


def load(
    model: str | None = None,
    settings: Settings | None = None,
    *,
    lexicons: str | Path | None = None,
    least_confidence: float | None = None,
    actors: str | Path | None = None,
) -> Reader:
    """A reader with the embedded model, or with any spaCy pipeline named by `model`.

    `lexicons` is a folder of trigger files and event types that go over ours, `actors` a directory
    of actors made by `dragoman actors`; records of less than `least_confidence` (0 to 1) are left
    out. Raises ModelError where that pipeline is missing or does not parse, OntologyError where
    the folder is broken, StoreError where the directory is.
    """
    settings = settings or load_settings()
    if lexicons is not None:
        settings = replace(settings, lexicons=str(lexicons))
    if least_confidence is not None:
        settings = replace(settings, least_confidence=least_confidence)
    if actors is not None:
        settings = replace(settings, actors=str(actors))
    return Reader(load_pipeline(model or settings.model), settings)
