"""Legal documents that a report names: UN resolutions by symbol, treaties by name.

`code_instruments(doc, times) -> tuple[Instrument, ...]`: each instrument once, with every mention
as evidence, ids i1… in order of first mention. The date is what the text says of its adoption or
signature; a resolution whose year only its number or symbol tells bears that year, inferred.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc, Span

from dragoman.coding.clauses import lemma_of
from dragoman.coding.findings import Time, date_of
from dragoman.language.canonical import canonical_text
from dragoman.ontology.resolutions import (
    Instruments,
    assembly_symbol,
    assembly_year,
    council_symbol,
    load_instruments,
    year_of_resolution,
)
from dragoman.records.mention import Instrument, InstrumentKind
from dragoman.records.spans import TextSpan, distinct
from dragoman.records.values import Date

_NUMBER = r"(?:ES-\d+/\d+|S-\d+/\d+|\d{1,2}/\d{1,3}[A-Z]?|\d{1,4})"
_ONE = rf"(?:[Nn]os?\.?\s*)?{_NUMBER}(?:\s*\((?:\d{{4}}|[IVXLC]+)\))?"
_BODY = (
    r"(?P<sc>(?:United\s+Nations|U\.?N\.?)?\s*Security\s+Council(?:['’]s)?|UNSC|UNSCR|SCR|SC)"
    r"|(?P<ga>(?:United\s+Nations|U\.?N\.?)?\s*General\s+Assembly(?:['’]s)?|UNGA)"
    r"|(?P<hr>(?:United\s+Nations|U\.?N\.?)?\s*Human\s+Rights\s+Council(?:['’]s)?|UNHRC|HRC)"
    r"|(?P<un>United\s+Nations|U\.?N\.?)"
)
_MENTION = re.compile(
    rf"(?:\b(?:{_BODY})\s*)?\b(?:(?P<abbr>UNSCR|SCR)s?|[Rr]es(?:olutions?|\.))\s*"
    rf"(?P<list>{_ONE}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s+or\s+){_ONE})*)(?![\d,]*\s*(?:percent|%))"
)
_SYMBOL = re.compile(
    r"\b(?:S/RES/(?P<sc>\d{1,4})(?:\s*\((?P<year>\d{4})\))?"
    r"|A/RES/(?P<ga>(?:ES-|S-)?\d+/\d+|\d{1,4})(?:\s*\((?P<session>[IVX]+)\))?"
    r"|A/HRC/RES/(?P<hr>(?:S-)?\d+/\d+))"
)
_ITEM = re.compile(rf"(?P<n>{_NUMBER})(?:\s*\((?:(?P<year>\d{{4}})|(?P<session>[IVXLC]+))\))?")
_COUNCIL = re.compile(r"\b(?:Security Council|UNSC|UNSCR)\b")
_ASSEMBLY = re.compile(r"\b(?:General Assembly|UNGA)\b")


@dataclass(slots=True)
class _Found:
    kind: InstrumentKind
    body: str | None
    symbol: str | None
    number: str | None
    year: int | None = None
    spans: list[TextSpan] = field(default_factory=list)


def code_instruments(doc: Doc, times: Sequence[Time] = ()) -> tuple[Instrument, ...]:
    """Every resolution, treaty, agreement and statute of the text."""
    text = canonical_text(doc)
    found: dict[str, _Found] = {}
    _find_resolutions(text, found)
    taken = [s for f in found.values() for s in f.spans]
    _find_named(text, found, taken)
    ordered = sorted(found.values(), key=lambda f: min(s.start for s in f.spans))
    return tuple(
        Instrument(
            id=f"i{n}",
            kind=f.kind,
            body=f.body,
            symbol=f.symbol,
            number=f.number,
            date=_date(doc, f, times),
            evidence=distinct(f.spans),
        )
        for n, f in enumerate(ordered, 1)
    )


def _find_resolutions(text: str, found: dict[str, _Found]) -> None:
    if "esolution" not in text and "RES" not in text and "SCR" not in text and "Res." not in text:
        return
    council, assembly = bool(_COUNCIL.search(text)), bool(_ASSEMBLY.search(text))
    mentions: list[tuple[str | None, str, str | None, str | None, int, int]] = []
    for m in _SYMBOL.finditer(text):
        if m["sc"]:
            mentions.append(("sc", m["sc"], m["year"], None, m.start(), m.end()))
        elif m["ga"]:
            mentions.append(("ga", m["ga"], None, m["session"], m.start(), m.end()))
        else:
            mentions.append(("hr", m["hr"], None, None, m.start(), m.end()))
    for m in _MENTION.finditer(text):
        body = next((b for b in ("sc", "ga", "hr", "un") if m[b]), None)
        if m["abbr"]:
            body = "sc"
        items = list(_ITEM.finditer(text, m.start("list"), m.end("list")))
        for k, item in enumerate(items):
            start = m.start() if k == 0 else item.start()
            while text[start].isspace():
                start += 1
            mentions.append((body, item["n"], item["year"], item["session"], start, item.end()))
    resolved = {n for b, n, *_ in mentions if b in ("sc", "ga", "hr")}
    for body, number, year, session, start, end in sorted(mentions, key=lambda x: x[4]):
        if body in (None, "un"):
            body = _body_of_bare(number, session, council, assembly, body, resolved, found)
        if body is None:
            continue
        _add_resolution(found, body, number, year, session, TextSpan.of(text, start, end))


def _body_of_bare(
    number: str,
    session: str | None,
    council: bool,
    assembly: bool,
    said: str | None,
    resolved: set[str],
    found: dict[str, _Found],
) -> str | None:
    """Which body's a resolution is that is cited by number alone, None where that stays open."""
    if "/" in number or session is not None:
        return "ga" if assembly or said == "un" else None
    for entry in found.values():
        if entry.number == number:
            return "ga" if (entry.symbol or "").startswith("A/") else "sc"
    plausible = number.isdigit() and year_of_resolution(int(number)) is not None
    if not plausible or (number not in resolved and not council and said != "un"):
        return "ga" if assembly and assembly_symbol(number) else None
    if assembly and not council and assembly_symbol(number):
        return "ga"
    if not council and number not in resolved and int(number) in load_instruments().best_known:
        return "ga"
    return "sc"


def _add_resolution(
    found: dict[str, _Found],
    body: str,
    number: str,
    year: str | None,
    session: str | None,
    span: TextSpan,
) -> None:
    symbol: str | None
    if body == "sc":
        if not number.isdigit():
            return
        stated = int(year) if year else None
        symbol = council_symbol(int(number), stated)
        when = year_of_resolution(int(number)) if symbol else stated
    elif body == "ga":
        symbol = assembly_symbol(number, session)
        when = assembly_year(symbol) if symbol else None
    else:
        symbol, when = f"A/HRC/RES/{number}" if "/" in number else None, None
    key = symbol or f"{body} {number} {year}"
    entry = found.setdefault(key, _Found("resolution", "UNO", symbol, number, when))
    entry.spans.append(span)


_NAME_WORD = (
    r"(?:(?!(?:Treaty|Convention|Protocol|Pact|Agreement|Accord)s?\s+and\b)"
    r"[A-Z](?:[\w’'–-]|\.(?=[A-Z-]))*|\d{4}|[A-Z]\.)"
)
_HEAD_WORDS = re.compile(
    r"\b(?P<name>(?:" + _NAME_WORD + r"\s+(?:(?:of|on|for|and|the|to|de)\s+)*){1,8})"
    r"(?P<head>Treat(?:y|ies)|Conventions?|Protocols?|Covenant|Pact|Agreements?|Accords?|Statute"
    r"|Memorandum|Armistice|agreements?|accords?|conventions?|treaty)\b"
    r"(?P<tail>(?:\s+(?:on|against|for|of|relating\s+to|concerning)(?:\s+(?:the|and|of|in|on|or|to))*"
    r"(?:\s+[A-Z][\w’'-]+(?:\s+(?:and|of|the|in|on|or|to|for))*)+)?)"
)
_TITLED = re.compile(
    r"\b(?P<head>Treaty|Convention|Covenant|Agreement|Statute|Protocol)\s+"
    r"(?:on|against|for|of|relating\s+to|concerning)(?:\s+(?:the|and|of|in|on|or|to))*"
    r"(?:\s+[A-Z][\w’'-]+(?:\s+(?:and|of|the|in|on|or|to|for)(?=\s+(?:the\s+)?[A-Z]))*(?:\s+the(?=\s+[A-Z]))?)+"
)


def _find_named(text: str, found: dict[str, _Found], taken: list[TextSpan]) -> None:
    table = load_instruments()
    spans: list[tuple[int, int, InstrumentKind]] = []
    for name, kind in table.known.items():
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            edges = (start == 0 or not text[start - 1].isalnum()) and (
                end == len(text) or not text[end].isalnum()
            )
            if edges:
                spans.append((start, end, _kind(kind)))
            start = text.find(name, end)
    spans.extend(
        (m.start(), m.end(), _kind(table.heads[m["head"]])) for m in _TITLED.finditer(text)
    )
    for m in _HEAD_WORDS.finditer(text):
        begin = _name_start(text, m.start(), m.start("head"), table)
        if begin is None:
            continue
        head = m["head"]
        named = table.heads.get(head) or table.heads.get(head.capitalize())
        if named is None or (
            head.lower().rstrip("s") in ("convention", "protocol")
            and not m["tail"]
            and not _before(text, m.start("head")) & table.places_of_treaties
        ):
            continue
        end = m.end() if m["tail"] and head[0].isupper() else m.end("head")
        spans.append((begin, end, _kind(named)))
    spans.sort(key=lambda s: (s[0], -s[1]))
    last = -1
    for start, end, sort in spans:
        if start < last or any(t.start < end and start < t.end for t in taken):
            continue
        last = end
        span = TextSpan.of(text, start, end)
        name = re.sub(r"^\d{4}\s+", "", re.sub(r"\s+", " ", span.quote))
        key = re.sub(r"s$", "", name.lower())
        entry = found.setdefault(key, _Found(sort, None, name, None))
        entry.spans.append(span)


def _kind(kind: str) -> InstrumentKind:
    if kind == "treaty":
        return "treaty"
    return "statute" if kind == "statute" else "agreement"


def _before(text: str, end: int) -> set[str]:
    """The three words before a place in the text, in small letters."""
    return {w.strip(",.").lower() for w in text[max(0, end - 60) : end].split()[-3:]}


def _name_start(text: str, start: int, head: int, table: Instruments) -> int | None:
    """Where the name begins: after articles and words that name nothing; None where none is left."""
    words = [(m.start(), m.group()) for m in re.finditer(r"\S+", text[start:head])]
    while words:
        word = words[0][1]
        sentence_start = words[0][0] == 0 and _begins_sentence(text, start)
        bare = word.strip(",.").lower()
        if bare in table.articles or (sentence_start and bare in table.openers):
            words.pop(0)
            continue
        break
    named = [w for _, w in words if w[0].isupper() and w.lower() not in table.not_named]
    if not named or not words or words[-1][1].lower() in ("of", "on", "for", "and", "the", "to"):
        return None
    return start + words[0][0]


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in '.!?”"\n:' or "\n" in text[len(before) : start]


def _date(doc: Doc, found: _Found, times: Sequence[Time]) -> Date | None:
    """When it was adopted or signed, as far as the text says; else the year of its symbol."""
    for span in found.spans:
        tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
        if tokens is None:
            continue
        time = _adoption_time(tokens, times)
        if time is not None and (found.year is None or _fits(time, found.year)):
            return date_of(time)
    if found.year is None or found.symbol is None:
        return None
    year = str(found.year)
    evidence = found.spans[0]
    return Date(f"{year}-01-01", f"{year}-12-31", "year", year, inferred=True, evidence=(evidence,))


def _fits(time: Time, year: int) -> bool:
    return (
        time.start is not None and time.end is not None and time.start.year <= year <= time.end.year
    )


def _adoption_time(tokens: Span, times: Sequence[Time]) -> Time | None:
    """The time inside the name or beside it, or that of the verb that adopted it."""
    near = [
        t
        for t in times
        if t.start is not None and t.type == "DATE" and t.span[0].sent == tokens[0].sent
    ]
    if not near:
        return None
    for time in near:
        if time.span.end == tokens.start or (
            tokens.start <= time.span.start and time.span.end <= tokens.end
        ):
            return time
    root = tokens.root
    members = {t.i for t in tokens} | {root.i}
    for time in near:
        governor = time.span.root.head
        if governor.i in members and time.span.root.i not in members:
            return time
        if (
            time.span.start - tokens.end > 12
            or lemma_of(governor) not in load_instruments().adopting
        ):
            continue
        reduced = governor.dep_ in ("acl", "acl:relcl", "amod") and governor.head.i in members
        argument = any(c.i in members for c in governor.children)
        if reduced or argument:
            return time
    return None
