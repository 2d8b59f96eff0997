"""What may be coded at all."""

from __future__ import annotations

import pytest

from dragoman.errors import EmptyInput, ForeignLanguage, InputError, OversizedInput
from dragoman.intake.admission import admit
from dragoman.records import Report
from dragoman.settings import Settings

FRENCH = (
    "Le ministre des Affaires étrangères a déclaré lundi que les pourparlers se poursuivraient la "
    "semaine prochaine à Doha avec la participation des deux parties."
)


def test_a_report_is_let_through_as_it_is() -> None:
    report = Report("Talks were held.", origin="a.txt")
    assert admit(report, Settings()) is report


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("", EmptyInput, "empty"),
        ("  \r\n\N{ZERO WIDTH SPACE}", EmptyInput, "no words"),
        ("…!—🕊️", EmptyInput, "no words"),
        ("x" * 1001, OversizedInput, "more than 1,000 characters"),
        (FRENCH, ForeignLanguage, "written in French"),
    ],
)
def test_turned_away_by_name(text: str, kind: type[InputError], reason: str) -> None:
    with pytest.raises(kind, match=reason) as caught:
        admit(Report(text, origin="a.txt"), Settings(size_limit=1000))
    assert caught.value.origin == "a.txt"
