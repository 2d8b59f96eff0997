"""The shipped reports: their two forms say the same, and the coder finds what they tell."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.runs.reader import Reader

FOLDER = Path(__file__).parents[1] / "examples"
LINES = [json.loads(line) for line in (FOLDER / "reports.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("line", LINES, ids=[line["id"] for line in LINES])
def test_the_texts_and_the_lines_are_the_same_reports(line: dict[str, str]) -> None:
    text = (FOLDER / f"{line['id']}.txt").read_text(encoding="utf-8")
    assert line["text"] == text
    assert line["title"] == text.splitlines()[0]
    assert line["published"] in (FOLDER / "README.md").read_text(encoding="utf-8")


def test_diplomacy(reader: Reader) -> None:
    coding = reader.code((FOLDER / "diplomacy.txt").read_text("utf-8"), published="2026-03-12")
    types = {event.type for event in coding.events}
    assert {"CONSULT", "AID", "SUPPORT", "AGREE", "COOPERATE", "REQUEST"} <= types
    call = next(event for event in coding.events if "phone" in event.modes)
    assert {p.country for p in call.actors} == {"KEN", "TZA"}
    assert call.cameo == "041"


def test_fighting(reader: Reader) -> None:
    coding = reader.code((FOLDER / "fighting.txt").read_text("utf-8"), published="2025-10-20")
    taken = next(e for e in coding.events if "territory" in e.modes)
    assert taken.place is not None
    assert taken.place.country == "TCD"
    assert taken.date is not None
    assert taken.date.start == "2025-10-19"
    assert [source.name for source in taken.sources] == ["military spokesman"]
    killed = {(f.low, f.high, f.bound) for f in coding.figures if f.kind == "killed"}
    assert (48, None, "at least") in killed
    assert (9, 9, "exact") in killed
    assert {held.place.name for held in coding.control} == {"Zouar"}


def test_court_and_resolution(reader: Reader) -> None:
    coding = reader.code(
        (FOLDER / "court-and-resolution.txt").read_text("utf-8"), published="2025-06-04"
    )
    warrant = next(e for e in coding.events if e.type == "THREATEN" and "arrest" in e.modes)
    assert [p.name for p in warrant.actors] == ["International Criminal Court"]
    assert "S/RES/2286 (2016)" in {instrument.symbol for instrument in coding.instruments}
    assert {"warrant", "ruling"} <= {proceeding.kind for proceeding in coding.proceedings}


def test_protest(reader: Reader) -> None:
    coding = reader.code((FOLDER / "protest.txt").read_text("utf-8"), published="2025-08-08")
    modes = {(event.type, mode) for event in coding.events for mode in event.modes}
    assert {("PROTEST", "demo"), ("PROTEST", "strike"), ("COERCE", "curfew")} <= modes
    assert {("COERCE", "arrest"), ("RETREAT", "release")} <= modes
    detained = next(f for f in coding.figures if f.kind == "detained" and f.low == 73)
    assert detained.bound == "at least"
    assert [source.name for source in detained.sources] == ["Interior Ministry"]
