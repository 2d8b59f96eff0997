"""What we say: frozen records, each value tied to the characters that say it."""

from dragoman.records.coding import Coding
from dragoman.records.mention import Control, EventMention, Instrument, Proceeding, Statement
from dragoman.records.report import Report
from dragoman.records.spans import TextSpan
from dragoman.records.values import Date, Entity, Figure, Participant, Place, Role, Source

__all__ = [
    "Coding",
    "Control",
    "Date",
    "Entity",
    "EventMention",
    "Figure",
    "Instrument",
    "Participant",
    "Place",
    "Proceeding",
    "Report",
    "Role",
    "Source",
    "Statement",
    "TextSpan",
]
