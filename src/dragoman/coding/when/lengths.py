"""Readers of lengths and of what recurs: "two weeks ago", "the past three years", "every day"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from dragoman.coding.numbers import read_number, read_ordinal
from dragoman.coding.when.meaning import Meaning, Point, Shift
from dragoman.coding.when.readers import Groups
from dragoman.coding.when.words import lexicon

_NAMES: Final = {
    "D": "day", "N": "day", "W": "week", "WE": "weekend", "Mo": "month", "Q": "quarter",
    "Y": "year", "DE": "decade", "CE": "century",
}  # fmt: skip
_TIMES_OF_DAY: Final = {"S", "M", "H"}
_SINGULAR: Final = {"day", "week", "month", "year", "decade", "night", "weekend", "hour"}
_LESS: Final = re.compile(r"\b(?:less|fewer|under|most|up to)\b")
_RUNS: Final = re.compile(r"\b(?:consecutive|straight|successive|last|past|next|previous)\b")
_MORE: Final = re.compile(r"\b(?:more|over|longer|least)\b")


def unit_code(word: str) -> str:
    """The lexicon's code of a unit's word, singular or plural."""
    units: dict[str, str] = lexicon()["units"]
    return units.get(word) or units.get(word.removesuffix("s"), "")


def approximation(words: str) -> str | None:
    """The TIMEX3 mod of "about", "more than", "at least", "nearly"."""
    if "least" in words:
        return "EQUAL_OR_MORE"
    if "most" in words or "up to" in words:
        return "EQUAL_OR_LESS"
    if _LESS.search(words) or re.search(r"\b(?:nearly|almost|barely)\b", words):
        return "LESS_THAN"
    if _MORE.search(words):
        return "MORE_THAN"
    return (
        "APPROX" if re.search(r"\b(?:about|around|roughly|approx|some|ca|circa)", words) else None
    )


def amount(groups: Groups) -> float | None:
    """How many units; None for an untold number ("several", "a few")."""
    if number := groups("number") or groups("count_only"):
        words = number.split()
        if words == ["half"]:
            return 0.5
        parts = re.split(r" (?:to|or|through|until) ", number)
        if len(parts) == 1:
            parts = re.split(r"(?<=\d) - (?=\d)", number)
        value = read_number(parts[-1].split()) if len(parts) > 1 else read_number(words)
        if value is None:
            return None
        if "half" in groups("andhalf") or "half" in groups("tail"):
            value += 0.5
        return value
    if groups("count").startswith("half"):
        return 0.5
    if "couple" in groups("count") or "pair" in groups("count"):
        return 2
    return None


def _length(number: float | None, code: str) -> str:
    text = "X" if number is None else str(int(number)) if number == int(number) else f"{number:g}"
    if code in _TIMES_OF_DAY:
        return f"PT{text}{code}"
    if code == "N":
        return f"P{text}D"
    if code == "F":
        return f"P{int(number * 2) if number else 'X'}W"
    if code == "Y/2":
        return f"P{int(number * 6) if number else 'X'}M"
    if code == "ML":
        return f"P{int(number * 1000) if number else 'X'}Y"
    return f"P{text}{code.replace('Mo', 'M')}"


def duration(groups: Groups) -> Meaning | None:
    """As in "two weeks", "more than a month", "the past three years"."""
    code = unit_code(groups("unit"))
    if not code or (code == "Q" and not _RUNS.search(groups.whole())):
        return None
    number = amount(groups)
    if groups("number") and number is None:
        return None
    if number is not None and number > 9999:
        return None
    if number == 0.5 and code in {"Y", "DE", "CE", "D", "H"}:
        value = {"Y": "P6M", "DE": "P5Y", "CE": "P50Y", "D": "PT12H", "H": "PT30M"}[code]
    else:
        value = _length(number, code)
    words = set(groups.whole().split())
    toward = -1 if words & {"last", "past"} else 1 if words & {"next", "coming"} else None
    return Meaning("DURATION", value=value, mod=approximation(groups("approx")), toward=toward)


def between(groups: Groups) -> Meaning | None:
    """As in "between 60 and 90 days": the upper end, at most."""
    meaning = duration(groups)
    return replace(meaning, mod="EQUAL_OR_LESS") if meaning is not None else None


def bare_duration(groups: Groups) -> Meaning | None:
    code = unit_code(groups("unit"))
    if not code or code == "Q":
        return None
    return Meaning("DURATION", value=_length(None, code))


def part_of(groups: Groups) -> Meaning | None:
    """As in "the last week of August", "the first ten months of 1915": a length inside a month or year."""
    code = unit_code(groups("unit"))
    number = amount(groups) if groups("count") else (1 if groups("unit") in _SINGULAR else None)
    if not code or (groups("number") and number is None):
        return None
    month = lexicon()["months"][groups("month")] if groups("month") else None
    year = int(groups("year")) if groups("year") else None
    words = groups.whole().split()
    mod = "END" if words[1] in {"last", "final"} else "START" if words[1] == "first" else "MID"
    nth = read_ordinal(groups("nth")) if code == "W" and month and not groups("count") else None
    return Meaning(
        "DURATION", value=_length(number, code), point=Point(year, month), mod=mod, nth=nth
    )


def distance(groups: Groups) -> Meaning | None:
    """As in "two weeks ago", "three days later", "months earlier", "five years from now"."""
    code = unit_code(groups("unit"))
    number = amount(groups)
    side = groups("side").split()[0]
    sign = -1 if side in {"ago", "back", "earlier", "before", "previously", "beforehand"} else 1
    base = "report" if side in {"ago", "back", "from"} else "story"
    mod = approximation(groups("approx"))
    vague = "PAST_REF" if sign < 0 else "FUTURE_REF"
    if code in _TIMES_OF_DAY:
        if number is None or code != "H":
            return Meaning("DATE", value=vague)
        return Meaning("TIME", value=vague, mod=mod)
    if number is None or (groups("number") == "" and "couple" not in groups("count")):
        return Meaning("DATE", value=vague)
    if number != int(number):
        number, code = (number * 12, "Mo") if code == "Y" else (round(number), code)
    name = _NAMES.get(code)
    if code == "F":
        number, name = number * 2, "week"
    if name is None or number > 9999:
        return None
    shift = Shift(sign * int(number), name, "report" if base == "report" else "story")
    if name == "year" and shift.amount == -1 and mod is None:
        shift = replace(shift, alike=True)
    return Meaning("DATE", shift=shift, mod=mod)


def recent(groups: Groups) -> Meaning | None:
    """As in "recent weeks", "the coming months": a reference, of no fixed length."""
    words = groups.whole()
    if re.search(r"\brecent\b", words):
        return Meaning("DATE", value="PAST_REF")
    code = unit_code(groups("unit"))
    if not code:
        return None
    return Meaning("DURATION", value=_length(None, code))


def recurring(groups: Groups) -> Meaning | None:
    """As in "every day", "each year", "every two weeks", "every Monday", "twice a week"."""
    tables = lexicon()
    if word := groups("weekday"):
        number = tables["weekdays"].get(word) or tables["weekday_plurals"].get(word)
        return Meaning("SET", value=f"XXXX-WXX-{number}", quant="EVERY")
    if word := groups("month"):
        return Meaning("SET", value=f"XXXX-{tables['months'][word]:02d}", quant="EVERY")
    if word := groups("part"):
        return Meaning("SET", value=f"XXXX-XX-XXT{tables['day_parts'][word]}", quant="EVERY")
    if word := groups("season"):
        return Meaning("SET", value=f"XXXX-{tables['seasons'][word]}", quant="EVERY")
    code = unit_code(groups("unit"))
    if not code:
        return None
    if code == "WE":
        return Meaning("SET", value="XXXX-WXX-WE", quant="EVERY")
    number = amount(groups) if groups("count") else 1
    quant = "EACH" if groups.whole().startswith("each") else "EVERY"
    freq = _freq(groups("times"))
    return Meaning("SET", value=_length(number, code), quant=quant, freq=freq)


def _freq(words: str) -> str | None:
    """The TIMEX3 freq of "twice", "three times"."""
    first = words.split(" ")[0]
    if first in {"once", "twice", "thrice"}:
        return {"once": "1X", "twice": "2X", "thrice": "3X"}[first]
    number = read_number([first]) if first else None
    return f"{int(number)}X" if number else None


def periodic(groups: Groups) -> Meaning | None:
    return Meaning("SET", value=lexicon()["periodic"][groups("word")])
