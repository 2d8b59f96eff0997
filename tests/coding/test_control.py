from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from dragoman.coding.control import code_control
from dragoman.coding.when import find_times
from dragoman.coding.where import find_places
from dragoman.coding.who import find_cast
from dragoman.records import Control, EventMention, Report, TextSpan

NEWS = date(2024, 12, 7)


def _code(nlp: Language, text: str, events: tuple[EventMention, ...] = ()) -> tuple[Control, ...]:
    doc = nlp(text)
    cast = find_cast(doc, Report(text, published=NEWS))
    found = code_control(doc, cast, find_places(doc), find_times(doc, NEWS), events)
    for control in found:
        assert all(span.holds_in(text) for span in control.evidence)
    return found


def _places(found: tuple[Control, ...]) -> list[tuple[str, str]]:
    return [(c.evidence[-1].quote, c.extent) for c in found]


def test_a_capture_and_what_follows_it(nlp: Language) -> None:
    text = (
        "Rebel forces have gained ground, capturing Aleppo on Nov. 30, followed by full control of "
        "the Idlib province and parts of Hama and Homs."
    )
    found = _code(nlp, text)
    assert _places(found) == [
        ("Aleppo", "full"),
        ("Idlib", "full"),
        ("Hama", "partial"),
        ("Homs", "partial"),
    ]
    assert all(c.controller is not None for c in found)
    assert found[0].since is not None
    assert found[0].since.value == "2024-11-30"


@pytest.mark.parametrize(
    ("text", "controller", "loser"),
    [
        ("Mosul fell to Islamic State in June 2014.", "Islamic State", None),
        ("The Taliban captured Kabul in August 2021.", "Taliban", None),
        ("Russian troops withdrew from Kherson on Friday.", None, "Russian troops"),
        ("Mariupol is under the control of Russian forces.", "Russian forces", None),
        ("Russia controls Mariupol.", "Russia", None),
    ],
)
def test_who_holds_and_who_lost(
    nlp: Language, text: str, controller: str | None, loser: str | None
) -> None:
    (control,) = _code(nlp, text)
    for party, name in ((control.controller, controller), (control.from_, loser)):
        assert (party is None) == (name is None)
        assert party is None or name is None or name in party.name
    assert control.extent == "full"


def test_part_of_a_place_is_partial(nlp: Language) -> None:
    (control,) = _code(nlp, "Rebels seized several villages in Hama.")
    assert control.extent == "partial"


@pytest.mark.parametrize(
    "text",
    [
        "Rebels failed to capture Homs.",
        "Rebels could capture Homs.",
        "Police seized drugs in Lyon.",
        "Prices fell in Paris.",
        "",
    ],
)
def test_what_has_not_happened_changes_nothing(nlp: Language, text: str) -> None:
    assert _code(nlp, text) == ()


def test_the_event_that_tells_the_change_is_named(nlp: Language) -> None:
    text = "Rebels captured Aleppo on Friday."
    event = EventMention(
        id="ev7", type="ASSAULT", modes=("territory",), contexts=(), cameo=None, quad=4, score=-9.0,
        status="actual", actors=(), recipients=(), sources=(), date=None, place=None, figures=(),
        trigger=TextSpan.of(text, 7, 15), evidence=(), coder="test", confidence=1.0,
    )  # fmt: skip
    (control,) = _code(nlp, text, (event,))
    assert control.event == "ev7"
