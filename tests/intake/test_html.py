"""Web pages: the article and what the page says of it, however broken the page."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.intake.html import decode_html, looks_like_html, read_html

PARAGRAPH = (
    "The two foreign ministers spoke by phone on Friday about the fighting around the besieged "
    "city, the ministry said in a statement that was carried by the state news agency."
)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ministers confer by phone | The Example Courier</title>
<meta property="og:title" content="Ministers confer by phone">
<meta property="og:site_name" content="The Example Courier">
<meta property="og:url" content="https://news.example.org/2025/11/21/ministers">
<meta property="article:published_time" content="2025-11-21T08:30:00+00:00">
</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>Ministers confer by phone</h1><p>{PARAGRAPH}</p>
<p>{PARAGRAPH.replace("Friday", "Thursday")}</p>
<p>Residents said that &ldquo;nothing&rdquo; was left &amp; that they would leave &#128330;.</p>
</article><footer>Subscribe to our newsletter</footer></body></html>"""


def test_article_and_details() -> None:
    text, details = read_html(PAGE)
    assert PARAGRAPH in text
    assert "“nothing” was left & that they would leave 🕊." in text
    assert "newsletter" not in text
    assert details.title == "Ministers confer by phone"
    assert details.published == date(2025, 11, 21)
    assert details.publisher == "The Example Courier"
    assert details.url == "https://news.example.org/2025/11/21/ministers"


def test_broken_page_still_gives_its_text() -> None:
    broken = PAGE.replace("</p>", "").replace("</html>", "<div><p><b>unclosed <i")
    assert PARAGRAPH in read_html(broken)[0]


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><script>x()</script></body></html>"]
)
def test_page_without_text(page: str) -> None:
    assert not read_html(page)[0].strip()


def test_small_fragment_is_read_whole() -> None:
    assert "Rebels took the town." in read_html("<div><p>Rebels took the town.</p></div>")[0]


@pytest.mark.parametrize(
    "start",
    ["<!DOCTYPE html>", "  <html>", "<!-- x -->\n<html>", '<?xml version="1.0"?><html>', "<p>A"],
)
def test_a_page_is_known_by_its_start(start: str) -> None:
    assert looks_like_html(start)


@pytest.mark.parametrize("start", ["", "Rebels <b>took</b>", "<Reuters> – Rebels", "{", "<3"])
def test_text_is_not_taken_for_a_page(start: str) -> None:
    assert not looks_like_html(start)


def test_page_names_its_character_set() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>Łódź'
    assert decode_html(page.encode("iso-8859-2")) == page


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div", ">", "<table><tr>", "x ", "&#0;", "&#xD83D;", "\0"])
    )
)
def test_any_markup_is_survived(pieces: list[str]) -> None:
    text, _ = read_html("<html>" + "".join(pieces))
    assert isinstance(text, str)
