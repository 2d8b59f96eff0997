"""What only the assembly can know."""

from __future__ import annotations

import pytest

from dragoman.runs.reader import Reader


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Kenyan President Daniel Mwangi attacked his rival Peter Otieno on Monday.", "ACCUSE"),
        ("Boko Haram fighters attacked an army base near Maiduguri on Monday.", "ASSAULT"),
        ("Russia attacked Ukraine in February 2022.", "ASSAULT"),
    ],
)
def test_politicians_attack_in_words(reader: Reader, text: str, kind: str) -> None:
    coding = reader.code(text, published="2024-12-07")
    assert [event.type for event in coding.events] == [kind]


def test_codes_follow_type_and_modes(reader: Reader) -> None:
    (event,) = reader.code("Kenya's president spoke by phone with Uganda's president.").events
    assert (event.type, event.modes, event.cameo, event.quad) == ("CONSULT", ("phone",), "041", 1)


def test_evidence_holds_every_word_that_tells_the_act(reader: Reader) -> None:
    coding = reader.code("An airstrike by the Syrian army killed 12 people in Idlib on Friday.")
    (event,) = coding.events
    assert {"airstrike", "killed"} <= {word for s in event.evidence for word in s.quote.split()}
    assert len(event.figures) == 1
