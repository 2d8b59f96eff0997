"""All that a report speaks of, found but not yet put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from dragoman.coding.how_many import FoundFigure, find_figures
from dragoman.coding.instruments import code_instruments
from dragoman.coding.what import Trigger, find_triggers
from dragoman.coding.when import TimeExpression, date_event, dateline_day, find_times
from dragoman.coding.where import Toponym, find_places
from dragoman.coding.who import Cast, find_cast
from dragoman.coding.whose_word import Attribution, find_attributions
from dragoman.ontology.disputes import Viewpoint
from dragoman.ontology.lexicon import Lexicon
from dragoman.records import Date, Instrument, Report


@dataclass(frozen=True, slots=True)
class Reading:
    """What each question found in one report."""

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


def read_report(
    doc: Doc, report: Report, viewpoint: Viewpoint, lexicon: Lexicon | None = None
) -> Reading:
    """Asks each question for what it finds. `doc` must hold exactly the report's text.

    A report without a day takes the one that its text gives itself.
    """
    if report.published is None:
        report = replace(report, published=dateline_day(report.text))
    times = find_times(doc, report.published)
    return Reading(
        doc=doc,
        report=report,
        times=times,
        toponyms=find_places(doc, viewpoint=viewpoint, when=report.published),
        cast=find_cast(doc, report),
        attributions=find_attributions(doc),
        triggers=find_triggers(doc, lexicon),
        found_figures=find_figures(doc, times, singles=True),
        instruments=code_instruments(doc, times),
    )
