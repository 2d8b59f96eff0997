"""How records are put into words for people: numbers with their bounds, days, participants."""

from __future__ import annotations

import unicodedata

from dragoman.records import Date, EventMention, Figure, Participant, Place, Source

_BOUNDS = {"exact": "", "at least": "≥ ", "about": "~ ", "at most": "≤ ", "up to": "up to "}
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def word_number(value: float) -> str:
    """Thousands set apart, no needless decimals: 44,600; 2.5; 1,000,000."""
    return f"{value:,.0f}" if value == int(value) else f"{value:,g}"


def word_amount(figure: Figure) -> str:
    """The range with its bound: "≥ 44,600", "200–999", "up to 500"; "?" where none is known."""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        prefix = "~ " if figure.bound == "about" else ""
        return f"{prefix}{word_number(low)}–{word_number(high)}"
    value = low if low is not None else high
    if value is None:
        return "?"
    return f"{_BOUNDS[figure.bound]}{word_number(value)}"


def word_figure(figure: Figure) -> str:
    """One figure in words: "killed ≥ 44,600 people, mostly women and children"."""
    amount = word_amount(figure)
    whom = figure.who or figure.unit
    told = figure.kind == "other" or whom == figure.kind  # "400 troops" needs no kind before it
    kind = "" if told else f"{figure.kind} "
    if whom and any(char.isdigit() for char in whom):
        return f"{kind}{amount} ({whom})"
    return f"{kind}{amount} {whom}".strip()


def word_date(value: Date) -> str:
    """A day as 2024-12-07, longer times by what they are: "Dec 2024", "2015", "a – b"."""
    start, end = value.start, value.end
    if start == end:
        return start
    if value.granularity == "month" and start[:7] == end[:7]:
        return f"{_MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    if value.granularity == "year" and start[:4] == end[:4]:
        return start[:4]
    if value.granularity == "decade":
        return f"{start[:3]}0s"
    return f"{start} – {end}"


def word_participant(participant: Participant) -> str:
    """The name with its country and sector: "Hakan Fidan (TUR GOV)"."""
    codes = " ".join(code for code in (participant.country, participant.sector) if code)
    return f"{participant.name} ({codes})" if codes else participant.name


def word_place(place: Place) -> str:
    """The name and the country's code: "Aleppo, SYR"; whose it is may be disputed."""
    name = f"{place.name}, {place.country}" if place.country else place.name
    return f"{name} (disputed)" if place.dispute is not None else name


def word_act(event: EventMention) -> str:
    """Type and modes: "CONSULT phone"."""
    return " ".join((event.type, *event.modes))


def word_sources(sources: tuple[Source, ...]) -> str:
    """The chain of sources, nearest to the fact first: "a witness, via Reuters"."""
    return ", via ".join(source.name for source in sources)


def clean_line(text: str) -> str:
    """One line that cannot command the terminal: no escapes, no overrides of direction."""
    return "".join(
        char
        if unicodedata.category(char) not in _COMMANDS or char == "\N{ZERO WIDTH JOINER}"
        else ""
        for char in " ".join(text.split())
    )


_COMMANDS = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))
