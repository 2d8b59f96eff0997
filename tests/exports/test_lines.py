"""JSON that can always be written."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.lines import dump_json, dump_line
from dragoman.records import Coding, Report
from dragoman.records.codec import from_json


def test_characters_stand_for_themselves() -> None:
    line = dump_line(Coding(Report("Hélène 🕊️ الفاشر\r\n")))
    assert "Hélène 🕊️ الفاشر\\r\\n" in line
    assert "\n" not in line
    assert from_json(json.loads(line)).report.text == "Hélène 🕊️ الفاشر\r\n"


def test_half_an_emoji_is_escaped() -> None:
    line = dump_json({"text": "cut \ud83d"})
    assert json.loads(line.encode("utf-8")) == {"text": "cut \ud83d"}


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_can_be_written_as_utf_8(text: str) -> None:
    line = dump_json(text)
    assert len(line.splitlines()) == 1
    assert json.loads(line.encode("utf-8")) == json.loads(json.dumps(text))
