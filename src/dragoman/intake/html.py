"""A web page -> the article in it, with title, day, publisher and address where the page says.

The canonical text is the extracted text; an article that ships with page furniture (menus,
comments, related links) is coded without it.
"""

from __future__ import annotations

import logging
import re
from datetime import date
from typing import Any

from dragoman.intake.dates import read_day
from dragoman.intake.decoding import decode_text
from dragoman.intake.details import Details

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article|main|div|meta"
    r"|title|p|h1|section|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 4096


def looks_like_html(start: str) -> bool:
    """Whether a document that opens with `start` is a web page."""
    return bool(_OPENING.match(start))


def decode_html(data: bytes) -> str:
    """The page's source; its own `meta` names the character set. Raises NotTextError."""
    found = _CHARSET.search(data[:_HEAD])
    return decode_text(data, found.group(1).decode("ascii", "replace") if found else None)


def read_html(source: str) -> tuple[str, Details]:
    """The article's text ("" where the page has none) and what the page says of it."""
    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        article: Any = trafilatura.bare_extraction(
            source,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            date_extraction_params={"original_date": True, "extensive_search": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError):
        article = None  # a page too broken for the extractor: what text it has must do
    if article is None or not (article.text or "").strip():
        return _plain_text(source), Details()
    details = Details(
        published=_day(article.date),
        title=_line(article.title),
        publisher=_line(article.sitename),
        url=_line(article.url),
    )
    return str(article.text), details


def _plain_text(source: str) -> str:
    from lxml import etree
    from lxml import html as markup

    try:
        root = markup.fromstring(source.encode("utf-8", "replace"), parser=_parser(markup))
    except (etree.LxmlError, ValueError, AssertionError):
        return ""
    for furniture in root.xpath("//script|//style|//noscript|//template|//nav|//footer|//head"):
        furniture.drop_tree()
    lines = (" ".join(str(line).split()) for line in root.itertext())
    return "\n".join(line for line in lines if line)


def _parser(markup: Any) -> Any:
    return markup.HTMLParser(encoding="utf-8", recover=True)


def _day(value: str | None) -> date | None:
    try:
        return read_day(value) if value else None
    except ValueError:
        return None


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None
