"""The page is one file that needs nothing else, and no text can break out of its data.

What it does once it is open is tested in a browser, in `web/`.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.page import page_fragment, write_page
from dragoman.records import Coding, Report
from dragoman.records.codec import from_json, to_json

SAMPLE = from_json(
    json.loads((Path(__file__).parents[1] / "data" / "coding.json").read_text(encoding="utf-8"))
)
NASTY = ["</script><script>alert(1)</script>", "<!-- <script>", "\u2028\u2029", "]]>", "&amp;<"]


class Blocks(HTMLParser):
    """What a browser takes for the page's scripts, by id, and which addresses it would fetch."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.data: dict[str, str] = {}
        self.fetched: list[str] = []
        self._open: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "script":
            self._open = known.get("id") or "code"
            self.data[self._open] = ""
        self.fetched += [
            value or "" for key, value in attrs if key in ("src", "href", "action", "poster")
        ]

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._open = None

    def handle_data(self, data: str) -> None:
        if self._open is not None:
            self.data[self._open] += data


def blocks(*codings: Coding) -> Blocks:
    parser = Blocks()
    parser.feed("".join(write_page(codings)))
    parser.close()
    return parser


@pytest.mark.parametrize("name", ["page.js", "page.css"])
def test_built_files_are_there_and_embedded(name: str) -> None:
    asset = files("dragoman.exports").joinpath("page", name).read_text(encoding="utf-8")
    assert len(asset) > 5000
    assert asset in "".join(write_page([SAMPLE]))


def test_nothing_is_fetched() -> None:
    page = "".join(write_page([SAMPLE]))
    assert blocks(SAMPLE).fetched == []
    assert "default-src 'none'" in page
    style = files("dragoman.exports").joinpath("page", "page.css").read_text(encoding="utf-8")
    assert not re.search(r"url\(|@import|https?://", style)


def test_each_report_is_a_block_of_its_own() -> None:
    other = replace(SAMPLE, report=replace(SAMPLE.report, title=None, id="other"))
    found = blocks(SAMPLE, other).data
    assert list(found) == ["report-0", "report-1", "index", "code"]
    assert json.loads(found["report-0"]) == to_json(SAMPLE)
    assert json.loads(found["report-1"])["document"]["id"] == "other"
    index = json.loads(found["index"])
    assert [entry["events"] for entry in index["reports"]] == [8, 8]
    assert index["reports"][0]["quads"] == [2, 1, 1, 4]
    assert index["reports"][1]["title"].startswith("🕊️ Omani Foreign Minister")
    assert index["codes"]["SDN"] == "Sudan"


@pytest.mark.parametrize("text", NASTY)
def test_no_text_breaks_out(text: str) -> None:
    report = Report(text + " x", title=text, publisher=text, url=text)
    found = blocks(Coding(report)).data
    assert list(found) == ["report-0", "index", "code"]
    assert json.loads(found["report-0"])["document"]["text"] == report.text


@given(st.text(min_size=1))
def test_any_text_arrives(text: str) -> None:
    (data,) = [
        value for key, value in blocks(Coding(Report(text))).data.items() if key == "report-0"
    ]
    assert json.loads(data)["document"]["text"] == text


def test_no_report_at_all() -> None:
    assert json.loads(blocks().data["index"]) == {"reports": [], "codes": {}}


def test_fragment_is_a_closed_frame() -> None:
    fragment = page_fragment((SAMPLE,))
    inside = re.fullmatch(r'<iframe [^>]*srcdoc="([^"]*)"[^>]*></iframe>', fragment)
    assert inside
    assert html.unescape(inside[1]) == "".join(write_page([SAMPLE]))
    assert "allow-same-origin" not in fragment
