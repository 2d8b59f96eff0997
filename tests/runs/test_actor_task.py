"""The task `actor`: whom a phrase names, without its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.runs.tasks import TASKS

if TYPE_CHECKING:
    from dragoman.runs.reader import Reader


@pytest.mark.parametrize(
    ("text", "country", "sector", "source"),
    [
        ("Peru", "PER", "GOV", "name"),
        ("Ankara", "TUR", "GOV", "capital"),
        ("the Kremlin", "RUS", "GOV", None),
        ("Bolivian soldiers", "BOL", "MIL", "phrase"),
        ("the foreign secretary", "GBR", "GOV", "title"),
        ("the Riksdag", "SWE", "LEG", None),
    ],
)
def test_codes_and_what_they_rest_on(
    reader: Reader, text: str, country: str, sector: str, source: str | None
) -> None:
    answer = TASKS["actor"](reader, {"id": "a", "text": text})
    assert (answer["country"], answer["sector"]) == (country, sector)
    assert source is None or answer["source"] == source


def test_the_day_and_the_context_count(reader: Reader) -> None:
    ask = TASKS["actor"]
    later = ask(reader, {"id": 1, "text": "Boris Johnson", "date": "2024-05-02"})
    assert later["sector"] == "ELI"
    told = ask(reader, {"id": 2, "text": "the police", "context": "Ghana"})
    assert (told["country"], told["source"]) == ("GHA", "context")


def test_nobody(reader: Reader) -> None:
    answer = TASKS["actor"](reader, {"id": 3, "text": "the weather"})
    assert answer["country"] is None
    assert answer["sectors"] == []
    with pytest.raises(TypeError):
        TASKS["actor"](reader, {"id": 4, "text": "Peru", "context": 5})
