"""The grammar of English time expressions: patterns over kinds of words (`time_words`).

Extents follow TimeML 1.2.1: premodifiers and determiners inside, prepositions outside. Each rule
names the reader that turns its groups into a `Meaning`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Final

from dragoman.coding.when import anchored, comparisons, lengths
from dragoman.coding.when import readers as points
from dragoman.coding.when.meaning import Meaning, Point
from dragoman.coding.when.readers import Groups
from dragoman.coding.when.words import Word, compile_pattern, lexicon, read_words

_CLOCK: Final = re.compile(r"T\d")
_TIME_GAPS: Final = {" ", ", ", "\n", " on ", ", on "}
Reader = Callable[[Groups], Meaning | None]

_HALVES: Final = "(?:HALVE|HALF)"
_EDGE: Final = f"""(?P<edge>
    THE? (?:EARLY|LATE|MID) HYPHEN? (?:(?:IN|OF) THE?)?
  | THE? (?:EARLY|MID) HYPHEN? TO HYPHEN? (?:MID|LATE) HYPHEN?
  | (?:EARLIER|LATTER) IN THE?
  | THE? SAME? (?:BEGIN|CLOSE|MID|REST|(?:EARLY|LATTER|LATE|ORDINAL|LAST|WEE) {_HALVES}) OF THE?
  )"""
_WHICH: Final = """(?P<which>
    (?:THE|THAT|THIS)? SAME? (?:LAST|NEXT|THIS|THAT|SAME) | THE SAME )"""
_MONTH: Final = "(?P<month>MONTH|MAYBE_MONTH) DOT?"
_WEEKDAY: Final = "(?P<weekday>WEEKDAY|MAYBE_WEEKDAY(?=DOT|COMMA)) DOT?"
_WEEKDAY_BEFORE: Final = "(?:(?:WEEKDAY|MAYBE_WEEKDAY DOT?|MAYBE_WEEKDAY COMMA) DOT? COMMA? THE?)?"
_YEAR: Final = "(?:(?P<year>YEAR|ANCIENT(?=ERA))(?!PERCENT|HYPHEN UNIT|UNITS|MAGNITUDE))"
_ERA: Final = "(?P<era>ERA)?"
_OF_YEAR: Final = """(?P<ofyear>(?:OF|IN)? THE? (?:THAT|THIS|SAME|LAST|NEXT) SAME? YEAR_WORD)"""
_YEARS: Final = "(?P<ofyear>(?:THAT|THIS|LAST|NEXT) YEAR_WORD) APOSTROPHE POSSESSIVE"
_YEAR_AGO: Final = "(?:YEAR_WORD HYPHEN (?:AGO|EARLIER))"
_YEAR_AGO_LATER: Final = "YEAR_WORD (?:AGO|EARLIER|BEFORE_WORD)"
_LIKE: Final = "(?:SAME|LIKE)"
_OF_PART: Final = "(?:(?:(?:EARLY|LATE) IN)? (?:THE|THAT)? (?:EARLY|LATE)? (?P<part>DAYPART) HRS? (?:OF|ON)? THE?)?"
_NO_UNIT: Final = "(?!HYPHEN?(?:UNIT|UNITS|MAGNITUDE|PERCENT|MERIDIEM)|COLON DIGITS)"
_NUMERAL: Final = """(?:(?:CARDINAL|INDEF(?=HYPHEN?MAGNITUDE)|MAGNITUDE)
    (?:HYPHEN?(?:CARDINAL|MAGNITUDE)|AND(?:CARDINAL|MAGNITUDE))*)"""
_RANGE: Final = f"(?:{_NUMERAL}|INDEF) (?:(?:TO|HYPHEN|OR) {_NUMERAL})?"
_BETWEEN: Final = "(?<=BETWEEN) (?P<low>CARDINAL) AND (?P<number>CARDINAL)"
_ROUGHLY: Final = """(?P<approx>
    (?:INDEF LITTLE|MUCH|LITTLE)? MORE THAN APPROX?
  | AT (?:LEAST|THE LEAST) | AS MUCH AS | UP TO | LITTLE? OVER | APPROX+)"""
_COUNT: Final = f"""(?P<count>
    (?P<number>{_RANGE}) (?P<andhalf>AND INDEF? HALF)?
  | (?:INDEF|THE)? LITTLE? FEW OF? | INDEF? COUPLE OF? | HALF INDEF )"""
_UNIT: Final = "(?P<unit>UNIT|UNITS)"
_ZONE: Final = "(?:OPEN? (?:(?P<zone>ZONE)|(?:LOCAL|LETTERS)(?=TIME_NOUN)) TIME_NOUN? SHUT?)?"
_TIME: Final = f"""(?:
    (?P<clock>CLOCK) HRS? (?P<meridiem>MERIDIEM)?
  | (?P<four>FOURHOUR) (?:HRS|(?=ZONE)) ){_ZONE}"""
_HOUR: Final = f"""(?P<hour>HOURNUM|CARDINAL) (?:(?P<meridiem>MERIDIEM)|OCLOCK_O APOSTROPHE OCLOCK)
    {_ZONE}"""
_UNLABELLED: Final = "(?<!LABEL)(?<!LABEL CARDINAL AND)(?<!LABEL CARDINAL COMMA)"
_BEFORE_YEAR: Final = f"{_UNLABELLED}(?<=IN|OF|PREP|TO|OPEN|THAN|FROM|FOR|WHEN|APPROX)"

# fmt: off
_RULES: Final[tuple[tuple[str, Reader], ...]] = (
    ("ISO", points.iso),
    ("SLASHED|DOTTED", points.slashed),
    # days
    (f"{_OF_PART} {_WEEKDAY_BEFORE} {_EDGE}? {_MONTH} THE? (?P<day>DAYNUM|DAYNTH) {_NO_UNIT}"
     f"(?: (?:COMMA|OF|IN)? THE? YEAR_WORD? {_YEAR} {_ERA}| COMMA? {_OF_YEAR})?", points.calendar),
    (f"{_OF_PART} {_WEEKDAY_BEFORE} THE? (?P<day>DAYNUM|DAYNTH|ORDINAL(?=OF|DAY_WORD OF)) HYPHEN?"
     f"DAY_WORD? OF? {_MONTH} (?:(?:COMMA|OF|HYPHEN)? {_YEAR} {_ERA}|COMMA? {_OF_YEAR})?",
     points.calendar),
    (f"{_MONTH} (?:DAYNUM|DAYNTH) (?:HYPHEN|TO|AND|COMMA) (?P<target>(?P<day>DAYNUM|DAYNTH) {_NO_UNIT}"
     f"(?:COMMA? {_YEAR} {_ERA})?)", points.calendar),
    (f"(?P<target>THE? (?P<day>DAYNUM|DAYNTH)) (?:HYPHEN|TO|AND) THE? (?:DAYNUM|DAYNTH) OF?"
     f"{_MONTH} (?:(?:COMMA|OF)? {_YEAR} {_ERA})?", points.calendar),
    # months
    (
        "(?P<target>(?P<month>MONTH|MAYBE_MONTH)) DOT? (?:TO|HYPHEN|AND|OR)"
        f"(?P<month2>MONTH|MAYBE_MONTH) DOT? COMMA? {_YEAR}",
        points.first_month,
    ),
    (f"{_EDGE}? {_MONTH} (?:COMMA|OF|IN|HYPHEN|APOSTROPHE)? {_YEAR} {_ERA}", points.calendar),
    (f"{_EDGE}? {_MONTH} {_OF_YEAR}", points.calendar),
    ("(?<=AND|HYPHEN|COMMA|OR) (?P<month>MAYBE_MONTH) (?=HYPHEN|COMMA|DOT|AND)", points.calendar),
    ("(?P<month>MAYBE_MONTH) (?=(?:TO|HYPHEN|AND|OR|COMMA) (?:MONTH|MAYBE_MONTH))", points.calendar),
    (f"{_EDGE}? {_WHICH}? (?P<month>MONTH)(?:DOT(?=COMMA|DIGITS|LETTERS|OF|AND|TO))?",
     points.calendar),
    (f"(?:{_EDGE}|{_WHICH}) (?P<month>MAYBE_MONTH)", points.calendar),
    ("(?<=IN|OF|PREP|TO|FROM) (?P<month>MAYBE_MONTH)", points.calendar),
    # years and longer
    (f"{_EDGE} (?:THE? (?P<yearword>YEAR_WORD))? {_YEAR} {_ERA} (?!PLURAL)", points.calendar),
    (f"(?<=THE) {_YEAR} {_ERA}", points.calendar),
    (f"THE YEAR_WORD {_YEAR} {_ERA}", points.calendar),
    ("(?P<year>YEAR) (?=HYPHEN (?:YEAR|TWODIGITS)(?!HYPHEN))", points.calendar),
    ("(?<=YEAR HYPHEN) (?P<year>YEAR|TWODIGITS)(?!HYPHEN)", points.second_year),
    ("(?P<target>(?P<year>ANCIENT)) (?:HYPHEN|TO|AND) ANCIENT (?P<era>ERA)", points.calendar),
    (f"YEAR_WORD {_YEAR}", points.calendar),
    (f"THE? FISCAL YEAR_WORD? {_YEAR}", points.calendar),
    (f"{_BEFORE_YEAR} {_YEAR} {_ERA}", points.calendar),
    (f"{_UNLABELLED}(?<!CURRENCY)(?<!PERCENT) (?P<year>MODERN)"
     "(?!PERCENT|HYPHEN UNIT|UNITS|UNIT|MAGNITUDE|PLURAL|COMMA DIGITS|DOT DIGITS)", points.calendar),
    (f"{_EDGE}? (?:APPROX DOT?)? (?P<year>ANCIENT) (?P<era>ERA)", points.calendar),
    (f"{_EDGE}? {_MONTH} (?P<year>ANCIENT) (?P<era>ERA)", points.calendar),
    (f"(?:{_EDGE}|THE)? (?P<decade>DECADE) {_ERA}", points.decade),
    (f"(?:{_EDGE}|THE) (?P<decade>DECADE_WORD) {_ERA}", points.decade),
    (f"(?:{_EDGE}|THE)? (?P<ordinal>(?:CARDINAL HYPHEN)? ORDINAL) HYPHEN? CENTURY {_ERA}",
     points.century),
    # seasons, quarters
    (f"{_EDGE}? (?:{_WHICH}|THE)? (?P<season>SEASON) (?:(?:OF|IN|COMMA)? {_YEAR} {_ERA}|{_OF_YEAR})?",
     points.season),
    (f"{_EDGE}? (?:{_WHICH}|THE)? (?P<season>MAYBE_SEASON) (?:(?:OF|IN|COMMA)? {_YEAR} {_ERA}|{_OF_YEAR})",
     points.season),
    (f"(?:{_EDGE} THE?|{_WHICH}) (?P<season>MAYBE_SEASON)", points.season),
    ("(?<=IN|PREP|FOR) THE? (?P<season>MAYBE_SEASON) (?!OF|LETTERS|PLURAL|TO)", points.season),
    (f"{_EDGE}? (?:{_WHICH}|THE)? FISCAL? (?P<ordinal>ORDINAL|LATTER) HYPHEN? FISCAL? QUARTER"
     f"(?:(?:OF|IN)? THE? FISCAL? YEAR_WORD? {_YEAR}|{_OF_YEAR})?", points.quarter),
    (f"(?P<ordinal>QCODE) (?:OF)? {_YEAR}?", points.quarter),
    # weekdays, parts of the day
    (f"{_OF_PART} {_EDGE}? {_WHICH}? {_WEEKDAY} (?:(?:EARLY|LATE)? (?P<part2>DAYPART))?",
     points.weekday),
    (f"(?:{_EDGE}|LATE|EARLY)? (?P<which>THE? SAME? (?:THIS|THAT|LAST|NEXT|SAME)|YESTERDAY|TOMORROW|TODAY)"
     "(?:APOSTROPHE POSSESSIVE)? (?P<part>DAYPART)", points.day_part),
    ("(?<=IN|AT|PREP|TO|FOR|FROM) (?:THE)? (?:EARLY|LATE)? (?P<part>DAYPART) HRS?", points.bare_part),
    (f"{_OF_PART} {_WEEKDAY} (?P<part2>DAYPART)? COMMA? (?:OF|IN)? (?P<which>(?:LAST|NEXT|THIS|THAT)) WEEK_WORD",
     anchored.weekday_of_week),
    (f"(?P<which>(?:LAST|NEXT|THIS|THAT)) WEEK_WORD ON? {_WEEKDAY}", anchored.weekday_of_week),
    (f"OVERNIGHT (?:ON|(?P<into>TO|INTO))? {_WEEKDAY}", anchored.night_into),
    ("THE? (?P<unit>DAY_WORD) (?P<side>BEFORE_WORD|WHEN) (?:YESTERDAY|TOMORROW)", anchored.beyond),
    ("THE? (?P<unit>UNIT) (?P<side>BEFORE_WORD|WHEN) (?:LAST|NEXT) (?=COMMA|DOT|STOP|BREAK|AND|FUNCTION|$)",
     anchored.beyond),
    (f"(?:{_COUNT}|(?P<one>INDEF)) {_UNIT} (?P<side>AGO|FROM) (?:ON|THIS|NEXT)? (?:{_WEEKDAY}|(?P<word>TODAY|YESTERDAY|TOMORROW))",
     anchored.counted_from),
    ("(?<=ON|PREP|TO) THE (?P<day>DAYNTH) (?!LETTERS|PLURAL|UNIT|CENTURY|QUARTER|HYPHEN|OF|OR|PERIOD|DAYPART)",
     anchored.day_of_month),
    ("(?<=IN|OF|ON|FOR|PREP|DURING) THE FISCAL? (?P<unit>UNIT) (?=COMMA|DOT|STOP|BREAK|SHUT|AND|TO|FUNCTION|FROM|PREP|$)",
     anchored.same_stretch),
    ("(?<=AT|PREP|FROM|TO) THAT (?P<time>TIME_NOUN)", anchored.same_stretch),
    ("THE ENTIRE (?P<unit>YEAR_WORD)", anchored.same_stretch),
    ("THE? PAST (?P<unit>UNIT)", anchored.rolling),
    ("(?<=IN|PREP|OF|FROM|TO) APOSTROPHE (?P<two>TWODIGITS) (?!HYPHEN|PLURAL|UNITS|PERCENT|APOSTROPHE)", anchored.two_digits),
    (f"(?:THE? YEAR_WORD|{_MONTH} COMMA?|(?<=IN|PREP|OF|FROM|TO)) (?:(?P<century>SPOKEN) HYPHEN? (?P<rest>CARDINAL (?:HYPHEN? CARDINAL)?)) (?!UNITS|PLURAL|MAGNITUDE)",
     anchored.spoken_year),
    ("THE? YEAR_WORD (?P<thousands>CARDINAL MAGNITUDE (?:AND? CARDINAL (?:HYPHEN? CARDINAL)?)?)",
     anchored.spoken_year),
    ("(?P<word>TODAY|YESTERDAY|TOMORROW|TONIGHT|OVERNIGHT)", points.deictic),
    (_TIME, points.clock),
    (_HOUR, points.clock),
    ("THE WEEKEND", points.weekend),
    # units named by where they stand
    (f"(?:{_YEARS}|THE? {_YEAR}|THE? (?P<ago>{_YEAR_AGO})) FISCAL? HYPHEN? (?P<ordinal>ORDINAL|LATTER|LAST)"
     "HYPHEN? FISCAL? (?:(?P<quarter>QUARTER)|(?P<half>HALF))", comparisons.part_of_year),
    (f"THE? (?P<ordinal>ORDINAL|LATTER|LAST) HYPHEN? (?P<half>HALF) (?:{_OF_YEAR}|OF THE FISCAL? YEAR_WORD)",
     comparisons.part_of_year),
    (f"(?:{_EDGE}|EARLIER|LATTER)? {_WHICH} (?:FISCAL|ENTIRE)? (?P<unit>UNIT)", points.unit),
    ("THE LATEST? (?P<unit>QUARTER)(?!OF)|THE LATEST FISCAL? (?P<unit2>PERIOD)", points.latest_quarter),
    # beside another year
    (f"THE? {_YEAR_AGO} (?:PERIOD|QUARTER|MONTH_WORD)", comparisons.same_period),
    (f"THE? {_LIKE} (?:PERIOD|QUARTER|UNIT) (?:{_OF_YEAR}|(?:OF|IN|DURING)? {_YEAR}|INDEF {_YEAR_AGO_LATER})",
     comparisons.same_period),
    (f"THE {_YEAR} (?:PERIOD|QUARTER)", comparisons.same_period),
    (f"(?<!HYPHEN) {_YEAR_AGO}", comparisons.same_period),
    ("(?P<word>CURRENT|RECENT|FUTURE) (?=LETTERS|PLURAL)", comparisons.attribute),
    (f"{_EDGE} FISCAL? (?P<unit>UNIT)", points.unit),
    ("(?P<unit>UNIT) (?:APOSTROPHE POSSESSIVE (?P<edge>CLOSE)|HYPHEN (?P<edge2>CLOSE))", points.unit),
    ("THE (?P<unit>UNIT) (?P<side>BEFORE_WORD|EARLIER|AFTER_WORD)(?=COMMA|DOT|STOP|BREAK)",
     points.adjacent),
    # lengths
    (f"{_ROUGHLY}? {_COUNT} HYPHEN? ENTIRE? {_UNIT} (?P<tail>AND INDEF HALF)? (?P<side>AGO|LATER|EARLIER|FROM NOW|BEFORE_WORD(?=COMMA|DOT|STOP|BREAK))",
     lengths.distance),
    ("(?P<unit>UNITS) (?P<side>AGO|LATER|EARLIER)", lengths.distance),
    (f"(?P<number>{_NUMERAL}) HYPHEN (?P<unit>UNIT) (?!HYPHEN OLD) (?:HYPHEN LONG)?", lengths.duration),
    (f"(?:THE (?:LAST|NEXT|LATTER)|THE? (?P<nth>ORDINAL)) (?:{_COUNT})? {_UNIT} OF THE? {_MONTH} {_YEAR}?", lengths.part_of),
    (f"(?:THE (?:LAST|NEXT|LATTER)|THE? (?P<nth>ORDINAL)) (?:{_COUNT})? {_UNIT} OF THE? {_YEAR}", lengths.part_of),
    (f"(?:THE|THESE|ANOTHER|THIS)? (?:ORDINAL|LAST|NEXT|SAME|ENTIRE)? {_ROUGHLY}? {_COUNT} ENTIRE? {_UNIT}"
     "(?:OLD|LONG)? (?P<tail>AND INDEF HALF)? (?!HYPHEN (?:LONG|OLD))", lengths.duration),
    (f"{_BETWEEN} {_UNIT}", lengths.between),
    (f"{_ROUGHLY} (?P<number>INDEF) ENTIRE? {_UNIT}", lengths.duration),
    (f"(?P<count>ANOTHER|HALF INDEF|HALF HYPHEN) {_UNIT}", lengths.duration),
    ("(?:THE|THESE)? RECENT (?P<unit>UNITS)", lengths.recent),
    ("(?:THE|THESE) (?:LAST|NEXT) (?P<unit>UNITS)", lengths.recent),
    ("(?:LAST|NEXT) (?P<unit>UNITS)", lengths.recent),
    ("(?<=FOR) (?P<unit>UNITS)", lengths.bare_duration),
    ("(?P<unit>UNITS) (?=OF)", lengths.bare_duration),
    (f"{_UNIT} HYPHEN LONG", lengths.bare_duration),
    # what recurs
    (f"EVERY (?:{_COUNT}|ORDINAL)? (?:{_UNIT}|(?P<weekday>WEEKDAY)|(?P<month>MONTH)|(?P<part>DAYPART)|(?P<season>SEASON))",
     lengths.recurring),
    ("(?P<times>CARDINAL? ONCE) (?:INDEF|PER|EVERY) (?P<unit>UNIT)", lengths.recurring),
    ("(?P<weekday>WEEKDAYS)", lengths.recurring),
    ("(?P<word>PERIODIC)", lengths.periodic),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Expression:
    """Characters `[start, end)` of a text and what they mean without context."""

    start: int
    end: int
    meaning: Meaning


@cache
def _compiled() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((compile_pattern(pattern), reader) for pattern, reader in _RULES)


@cache
def _phrases() -> re.Pattern[str]:
    """Fixed phrases: references to past, present and future, and holidays."""
    tables = lexicon()
    names = (*tables["references"], *tables["holidays"], *tables["named_days"])
    phrases = sorted(names, key=len, reverse=True)
    words = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    words = words.replace("'", "['’]")
    return re.compile(rf"(?<![\w-])(?:{words})(?!\w)(?:\s+(?P<year>(?:19|20)\d\d)(?!\w))?", re.I)


def _read_phrases(text: str) -> list[tuple[int, int, int, Meaning]]:
    tables = lexicon()
    found = []
    for match in _phrases().finditer(text):
        end = match.end()
        phrase = match[0].lower().replace("’", "'")
        year = int(match["year"]) if match["year"] else None
        if year:
            phrase = phrase[: match.start("year") - match.start()]
        phrase = " ".join(phrase.split())
        if phrase in tables["named_days"]:
            day = Point.of(date.fromisoformat(tables["named_days"][phrase]))
            meaning = Meaning("DATE", point=day)
        elif phrase in tables["holidays"]:
            meaning = Meaning("DATE", point=Point(year), holiday=tables["holidays"][phrase])
        else:
            if year:
                end = match.start() + len(match[0][: match.start("year") - match.start()].rstrip())
            start = match.start()
            before = text[max(0, start - 4) : start].lower().rstrip()
            if phrase == "the time" and not before.endswith("at"):
                continue
            if phrase == "the past" and not before.endswith("in"):
                continue
            meaning = Meaning("DATE", value=tables["references"][phrase])
        start = match.start()
        found.append((start, -(end - start), 0, meaning))
    return found


def find_expressions(text: str) -> tuple[Expression, ...]:
    """Every time expression of the text, in order, none inside another; the longest wins."""
    words, letters = read_words(text)
    candidates = _read_phrases(text)
    for rank, (pattern, reader) in enumerate(_compiled(), start=1):
        for match in pattern.finditer(letters):
            first, last = match.span("target" if "target" in pattern.groupindex else 0)
            if first == last:
                continue
            meaning = reader(Groups(match, words))
            if meaning is None:
                continue
            start, end = words[first].start, words[last - 1].end
            if text[end - 1] == "." and not _dot_belongs(words, last):
                end = words[last - 2].end
            candidates.append((start, start - end, rank, meaning))
    candidates.sort(key=lambda found: found[:3])
    kept: list[Expression] = []
    for start, length, _, meaning in candidates:
        if kept and start < kept[-1].end:
            continue
        kept.append(Expression(start, start - length, meaning))
    return _joined(kept, text)


def _joined(found: list[Expression], text: str) -> tuple[Expression, ...]:
    """A clock time and the day right behind it ("10 a.m. Monday") as one expression."""
    joined: list[Expression] = []
    for expression in found:
        before = joined[-1] if joined else None
        if (
            before is not None
            and _CLOCK.match(before.meaning.point.detail)
            and text[before.end : expression.start] in _TIME_GAPS
            and _is_day(expression.meaning)
        ):
            detail = before.meaning.point.detail
            point = replace(expression.meaning.point, detail=detail)
            meaning = replace(expression.meaning, type="TIME", point=point)
            joined[-1] = Expression(before.start, expression.end, meaning)
        else:
            joined.append(expression)
    return tuple(joined)


def _is_day(meaning: Meaning) -> bool:
    if meaning.value is not None or meaning.point.detail or meaning.holiday:
        return False
    if meaning.shift is not None:
        return meaning.shift.unit == "day"
    return meaning.point.day is not None or meaning.point.weekday is not None


def _dot_belongs(words: list[Word], last: int) -> bool:
    """Whether the full stop before word `last` is an abbreviation's: more text follows it."""
    return words[last - 1].text != "." or (
        last < len(words) and (words[last].text[0].islower() or words[last].text[0] in ",;")
    )
