"""From the groups that a rule of the time grammar found to what they mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from dragoman.coding.numbers import read_number, read_ordinal
from dragoman.coding.when.meaning import Meaning, Point, Shift
from dragoman.coding.when.words import Word, lexicon

UNIT_NAMES: Final = {
    "D": "day", "N": "day", "W": "week", "WE": "weekend", "Mo": "month", "Q": "quarter",
    "Y": "year", "DE": "decade", "CE": "century",
}  # fmt: skip
_LAST: Final = {"last", "past", "previous", "preceding", "prior"}
_NEXT: Final = {"next", "following", "coming", "upcoming", "forthcoming", "subsequent",
                "ensuing", "succeeding"}  # fmt: skip
_OF_STORY: Final = {"previous", "preceding", "prior", "following", "subsequent", "ensuing",
                    "succeeding", "that", "same"}  # fmt: skip
_FISCAL_DECADES: Final = {
    "twenties": 1920, "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one match, as texts: lower case, words joined by one blank."""

    match: re.Match[str]
    words: Sequence[Word]

    def __call__(self, name: str) -> str:
        if name not in self.match.re.groupindex or self.match[name] is None:
            return ""
        start, end = self.match.span(name)
        return " ".join(word.text.lower() for word in self.words[start:end])

    def attributes_number(self) -> bool:
        """Whether a lone round number with a plural behind it is a count: "the 2000 soldiers"."""
        start, end = self.match.span()
        if end - start > 1 or end >= len(self.words):
            return False
        number, after = self.words[start].text, self.words[end].text
        return number.endswith("00") and after.islower() and after.endswith("s") and len(after) > 3

    def whole(self) -> str:
        start, end = self.match.span()
        return " ".join(word.text.lower() for word in self.words[start:end])


def mod_of(edge: str) -> str | None:
    """START, MID or END for "early", "the beginning of the", "mid -", "the latter part of"."""
    words = set(edge.split())
    if words & {"mid", "middle"}:
        return "MID"
    if words & {
        "early",
        "beginning",
        "start",
        "outset",
        "opening",
        "first",
        "earlier",
        "eve",
        "wee",
        "small",
    }:
        return "START"
    if words & {"late", "end", "close", "latter", "ending", "closing", "final", "last", "second",
                "waning"}:  # fmt: skip
        return "END"
    return None


def year_of(groups: Groups) -> int | None:
    text = groups("year")
    if not text:
        return None
    year = int(text)
    return -year if groups("era").startswith("b") else year


def which_of(text: str) -> tuple[int, str] | None:
    """Steps (-1, 0, +1) and base of "last", "this", "the following"; None for none of them."""
    words = set(text.split())
    base = "story" if words & _OF_STORY else "nearest"
    if words & _LAST:
        return -1, base
    if words & _NEXT:
        return 1, base
    if words & {"this", "current", "that", "same", "very", "the"}:
        return 0, base
    return None


def _shift(text: str, unit: str) -> Shift | None:
    which = which_of(text)
    if which is None:
        return None
    return Shift(which[0], unit, "story" if which[1] == "story" else "nearest")


def year_shift(text: str) -> Shift | None:
    """The year that "of last year", "this year's" counts from the anchor; None for no year."""
    return _shift(text, "year") if text else None


def detail_of(groups: Groups) -> str:
    part = groups("part") or groups("part2")
    return f"T{lexicon()['day_parts'][part]}" if part else ""


def calendar(groups: Groups) -> Meaning | None:
    """Months, days, years, weekdays before them, parts of the day."""
    year = year_of(groups)
    if year is not None and groups.attributes_number():
        return None
    month = lexicon()["months"][groups("month")] if groups("month") else None
    day = None
    if text := groups("day"):
        day = int(text) if text.isdigit() else read_ordinal(text)
        if day is None or not 1 <= day <= 31:
            return None
    detail = detail_of(groups)
    edge = groups("edge")
    if edge.endswith(" the") and month is None and groups("yearword") == "":
        return None
    half = None
    if month is None and year is not None and "half" in edge:
        half = 1 if "first" in edge else 2
    shift = year_shift(groups("ofyear"))
    which = which_of(groups("which")) if groups("which") else None
    return Meaning(
        "TIME" if detail else "DATE",
        point=Point(year, month, day, half=half, detail=detail),
        shift=shift,
        toward=which[0] if which else None,
        mod=None if half else mod_of(edge),
    )


def iso(groups: Groups) -> Meaning | None:
    text = groups.whole().upper()
    point = Point(int(text[:4]), int(text[5:7]), int(text[8:10]), detail=text[10:])
    if point.first is None:
        return None
    return Meaning("TIME" if point.detail else "DATE", point=point)


def slashed(groups: Groups) -> Meaning | None:
    """Month first, as in the United States, unless only the other order is a date; day first
    between full stops, as on the Continent."""
    text = groups.whole()
    first, second, year = (int(part) for part in re.split(r"[/.]", text))
    if year < 100:
        year += 2000 if year < 50 else 1900
    month, day = (second, first) if first > 12 or "." in text else (first, second)
    point = Point(year, month, day)
    return Meaning("DATE", point=point) if point.first else None


def decade(groups: Groups) -> Meaning | None:
    text = groups("decade").strip("'’")
    if text in _FISCAL_DECADES:
        year = _FISCAL_DECADES[text]
    else:
        digits = int(re.sub(r"\D", "", text))
        year = digits if digits > 99 else 1900 + digits
    sign = -1 if groups("era").startswith("b") else 1
    return Meaning("DATE", point=Point(sign * year, span=10), mod=mod_of(groups("edge")))


def century(groups: Groups) -> Meaning | None:
    number = read_ordinal(groups("ordinal"))
    if number is None:
        words = groups("ordinal").split()
        number = read_ordinal("-".join(word for word in words if word != "-"))
    if number is None or number > 22:
        return None
    sign = -1 if groups("era").startswith("b") else 1
    year = sign * max(1, (number - 1) * 100)
    if number == 1:
        return None
    return Meaning("DATE", point=Point(year, span=100), mod=mod_of(groups("edge")))


def season(groups: Groups) -> Meaning | None:
    code = lexicon()["seasons"][groups("season")]
    which = which_of(groups("which")) if groups("which") and groups("which") != "the" else None
    return Meaning(
        "DATE",
        point=Point(year_of(groups), season=code),
        shift=year_shift(groups("ofyear")),
        toward=which[0] if which else None,
        mod=mod_of(groups("edge")),
    )


def quarter(groups: Groups) -> Meaning | None:
    """As in "the third quarter", "Q3 2011", "the fourth quarter of last year", "last quarter"."""
    text = groups("ordinal")
    number = int(text[1]) if text.startswith("q") else (4 if text in {"final", "closing"} else None)
    if number is None:
        number = read_ordinal(text)
    if number is None or number > 4:
        return None
    which = which_of(groups("which")) if groups("which") else None
    return Meaning(
        "DATE",
        point=Point(year_of(groups), quarter=number),
        shift=year_shift(groups("ofyear")),
        toward=which[0] if which else None,
        mod=mod_of(groups("edge")),
    )


def weekday(groups: Groups) -> Meaning | None:
    text = groups("weekday")
    number = lexicon()["weekdays"][text]
    which = which_of(groups("which")) if groups("which") else None
    detail = detail_of(groups)
    return Meaning(
        "TIME" if detail else "DATE",
        point=Point(weekday=number, detail=detail),
        toward=which[0] if which else None,
        mod=mod_of(groups("edge")),
    )


def unit(groups: Groups) -> Meaning | None:
    """As in "this week", "the end of last month", "that year", "the following day"."""
    name = UNIT_NAMES.get(lexicon()["units"].get(groups("unit"), ""))
    if name is None:
        return None
    shift = _shift(groups("which") or "the", name)
    if shift is None:
        return None
    if not groups("which"):
        shift = replace(shift, base="nearest")
    if lexicon()["units"][groups("unit")] == "N":
        return Meaning("TIME", point=Point(detail="TNI"), shift=replace(shift, base="story"))
    if name == "day":
        detail = detail_of(groups)
        kind = "TIME" if detail else "DATE"
        return Meaning(
            "TIME" if kind == "TIME" else "DATE",
            point=Point(detail=detail),
            shift=replace(shift, base="story"),
            mod=mod_of(groups("edge")),
        )
    edge = groups("edge") or groups("edge2")
    return Meaning("DATE", shift=shift, mod=mod_of(edge))


def weekend(groups: Groups) -> Meaning | None:
    return Meaning("DATE", point=Point(weekend=True))


def first_month(groups: Groups) -> Meaning | None:
    """The former of "November to March 2024": of the year before where the latter is earlier."""
    months = lexicon()["months"]
    month, year = months[groups("month")], year_of(groups)
    if year is not None and month > months[groups("month2")]:
        year -= 1
    return Meaning("DATE", point=Point(year, month))


def latest_quarter(groups: Groups) -> Meaning | None:
    """As in "the quarter", "the year-ago quarter": the one last told, in a report of business."""
    amount = -5 if "year" in groups.whole() else -1
    return Meaning("DATE", shift=Shift(amount, "quarter", "nearest"))


def adjacent(groups: Groups) -> Meaning | None:
    """As in "the day before", "the week after", at a clause's end."""
    name = UNIT_NAMES.get(lexicon()["units"].get(groups("unit"), ""))
    if name is None:
        return None
    amount = -1 if groups("side") in {"before", "earlier"} else 1
    return Meaning("DATE", shift=Shift(amount, name, "story"))


def second_year(groups: Groups) -> Meaning | None:
    """The latter of "1941-45" and "1941-1945"."""
    text = groups("year")
    if len(text) == 2:
        first = groups.words[groups.match.start() - 2].text
        text = first[:2] + text
    return Meaning("DATE", point=Point(int(text)))


def day_part(groups: Groups) -> Meaning | None:
    """As in "this morning", "last night", "yesterday evening", "that afternoon", "the next morning"."""
    text = groups("which")
    words = set(text.split())
    if words & {"yesterday", "last"}:
        shift = Shift(-1, "day", "nearest")
    elif words & {"tomorrow"}:
        shift = Shift(1, "day", "nearest")
    elif words & {"today", "this"}:
        shift = Shift(0, "day", "nearest")
    else:
        found = _shift(text, "day")
        if found is None:
            return None
        shift = replace(found, base="story")
    return Meaning("TIME", point=Point(detail=detail_of(groups)), shift=shift,
                   mod=mod_of(groups("edge")))  # fmt: skip


def bare_part(groups: Groups) -> Meaning | None:
    return Meaning("TIME", point=Point(detail=detail_of(groups)), shift=Shift(0, "day", "story"))


def deictic(groups: Groups) -> Meaning | None:
    """today, tomorrow, yesterday, tonight, overnight."""
    text = groups("word")
    amount = {"yesterday": -1, "tomorrow": 1}.get(text, 0)
    detail = "TNI" if text in {"tonight", "overnight"} else ""
    return Meaning(
        "TIME" if detail else "DATE",
        point=Point(detail=detail),
        shift=Shift(amount, "day", "nearest"),
    )


def clock(groups: Groups) -> Meaning | None:
    text, meridiem = groups("clock"), groups("meridiem")
    dotted = re.fullmatch(r"(\d{1,2})\.(\d\d)", groups("hour"))
    if dotted:
        hour, minute = int(dotted[1]), int(dotted[2])
    elif text:
        hour, minute = (int(part) for part in text.split(":")[:2])
    elif text := groups("four"):
        hour, minute = int(text[:2]), int(text[2:])
    else:
        found = read_number(groups("hour").split())
        if found is None or found != int(found):
            return None
        hour, minute = int(found), 0
    if hour > 24 or minute > 59:
        return None
    if meridiem.startswith("p") and hour < 12:
        hour += 12
    elif meridiem.startswith("a") and hour == 12:
        hour = 0
    universal = "Z" if groups("zone") in {"gmt", "utc"} else ""
    point = Point(detail=f"T{hour:02d}:{minute:02d}{universal}")
    return Meaning("TIME", point=point, shift=Shift(0, "day", "story"))
