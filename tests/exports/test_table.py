"""The table: all that matters at 80 columns, nothing that commands a terminal."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from dragoman.exports.table import print_coding
from dragoman.exports.wording import word_amount, word_date, word_figure
from dragoman.records import Coding, Date, Figure, Place, Report
from dragoman.records.codec import from_json
from dragoman.records.values import Dispute

SAMPLE = from_json(
    json.loads((Path(__file__).parents[1] / "data" / "coding.json").read_text(encoding="utf-8"))
)


def printed(coding: Coding, width: int = 80, *, color: bool = False) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=color, highlight=False, markup=False
    )
    print_coding(coding, console)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


def test_all_that_matters_is_said() -> None:
    text = " ".join(printed(SAMPLE).split())
    for part in [
        "Oman and Egypt confer on Sudan",
        "2025-11-21 · 8 events",
        "CONSULT phone",
        "“spoke by phone”",
        "[negated]",
        "[hypothetical]",
        "[future]",
        "[background]",
        "(inferred)",
        "El Fasher, SDN",
        "≥ 27 people",
        "residents, via a local newspaper",
        "resolution S/RES/2736 (2024)",
        "International Criminal Court: verdict",
        "Bara, SDN: The army (SDN MIL), since Sep 2025",
    ]:
        assert part in text, part


def test_no_line_is_wider_than_the_terminal() -> None:
    assert max(map(cell_len, printed(SAMPLE).splitlines())) <= 80


def test_no_colour_where_none_is_wanted() -> None:
    assert "\x1b" not in printed(SAMPLE)
    assert "\x1b[" in printed(SAMPLE, color=True)


def test_nothing_codable() -> None:
    text = printed(Coding(Report("It rained.", title="Weather")))
    assert "Weather" in text
    assert "no codable event" in text


def test_a_text_cannot_command_the_terminal() -> None:
    report = replace(SAMPLE.report, title="\x1b[31mred\x1b]0;x\x07 \u202eevil [bold]x[/bold]")
    text = printed(replace(SAMPLE, report=report))
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]x[/bold]" in text


@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_title_can_be_printed(title: str) -> None:
    report = replace(SAMPLE.report, title=title)
    printed(Coding(report)).encode("utf-8")


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (Figure("f", "killed", 44600, None, "at least", "people"), "killed ≥ 44,600 people"),
        (Figure("f", "wounded", 24, 99, "about", "people"), "wounded ~ 24–99 people"),
        (Figure("f", "troops", None, 500, "up to", "troops"), "up to 500 troops"),
        (Figure("f", "money", 2.5, 2.5, "exact", "USD"), "money 2.5 USD"),
        (Figure("f", "other", None, None, "about", "x"), "? x"),
        (Figure("f", "killed", 3, 3, "exact", "people", who="3 men"), "killed 3 (3 men)"),
    ],
)
def test_figures_in_words(figure: Figure, words: str) -> None:
    assert word_figure(figure) == words
    assert word_amount(figure) in words


def test_parts_additions_and_disputes_are_said() -> None:
    dispute = Dispute("Crimea", "iso", "UKR", "RUS")
    where = Place("Yalta", "UKR", None, 44.5, 34.2, "city", dispute=dispute)
    coding = Coding(
        Report("x"),
        figures=(
            Figure("f1", "killed", 26, 26, "exact", "people", place=where),
            Figure("f2", "killed", 4, 4, "exact", "people", who="children", part_of="f1"),
            Figure("f3", "wounded", 12, 12, "exact", "people", additional=True),
        ),
    )
    shown = printed(coding)
    assert "killed 26 people · Yalta, UKR (disputed)" in shown
    assert "killed 4 children · of the 26" in shown
    assert "further wounded 12 people" in shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (Date("2024-12-07", "2024-12-07", "day", "x"), "2024-12-07"),
        (Date("2024-12-01", "2024-12-31", "month", "x"), "Dec 2024"),
        (Date("2015-01-01", "2015-12-31", "year", "x"), "2015"),
        (Date("1990-01-01", "1999-12-31", "decade", "x"), "1990s"),
        (Date("2024-12-02", "2024-12-08", "week", "x"), "2024-12-02 – 2024-12-08"),
    ],
)
def test_dates_in_words(value: Date, words: str) -> None:
    assert word_date(value) == words
