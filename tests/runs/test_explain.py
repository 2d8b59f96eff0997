"""Why a report is coded as it is."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

import pytest

from dragoman.errors import EmptyInput, UsageError
from dragoman.records import Report
from dragoman.runs.explain import Explanation, explain, only, to_jsonable

if TYPE_CHECKING:
    from dragoman.runs.reader import Reader

TEXT = "Rebels shelled Homs on Friday, police said. Iran refused to meet the envoys."


@pytest.fixture
def explained(reader: Reader) -> Explanation:
    return explain(reader, Report(TEXT, published=date(2024, 12, 7)))


def test_the_records_are_those_of_the_coder(reader: Reader, explained: Explanation) -> None:
    coding = reader.code(TEXT, published="2024-12-07")
    assert tuple(record.event for record in explained.records) == coding.events


def test_a_record_names_what_decided_it(explained: Explanation) -> None:
    first = explained.records[0]
    assert first.event.coder == "assault/shell"
    assert first.decider == "lexicon entry, assault.toml"
    assert "actor “Rebels”: subject of “shelled”" in first.event.path


def test_rivals_say_by_how_much_they_lost(explained: Explanation) -> None:
    rivals = explained.records[0].rivals
    assert rivals
    assert {rival.fate for rival in rivals} <= {"outranked", "refused"}
    behind = [rival.behind for rival in rivals if rival.behind is not None]
    assert behind == sorted(behind)
    assert all(rival.behind is None for rival in rivals if rival.fate == "refused")


@pytest.mark.parametrize(
    ("text", "coder", "decider"),
    [
        ("The minister will meet his counterpart.", "agree/will", "rule of mood and duty"),
        (
            "Al-Qaida is committed to carrying out attacks against the United States.",
            "threaten/chain-agree",
            "governing words, chains.toml",
        ),
    ],
)
def test_rules_decide_as_well(reader: Reader, text: str, coder: str, decider: str) -> None:
    records = explain(reader, Report(text)).records
    (record,) = [record for record in records if record.event.coder == coder]
    assert record.decider.startswith(decider)


@pytest.mark.parametrize(
    ("text", "fate", "why"),
    [
        ("The offer was rejected.", "untold", ""),
        ("Police prevented the bombing of the school.", "untold", "tells no act"),
        ("The candidate withdrew from the race.", "refused", "where subject"),
        ("Officials prevented delays.", "incomplete", "prevent"),
    ],
)
def test_what_came_nearest(reader: Reader, text: str, fate: str, why: str) -> None:
    explanation = explain(reader, Report(text))
    assert not explanation.records
    assert explanation.missed[0].fate == fate, explanation.missed[0]
    assert why in explanation.missed[0].why


def test_an_act_that_says_too_little_comes_first(reader: Reader) -> None:
    explanation = explain(reader, Report("It condemned the attack."))
    assert not explanation.records
    assert explanation.missed[0].fate == "silent", explanation.missed
    assert explanation.missed[0].why == "an act of words, and whose is not told"


def test_some_records_alone(explained: Explanation) -> None:
    assert [record.event.id for record in only(explained, ["ev2"]).records] == ["ev2"]
    with pytest.raises(UsageError, match=r"no record ev7: it has ev1, ev2$"):
        only(explained, ["ev1", "ev7"])


def test_as_json(explained: Explanation) -> None:
    told = json.loads(json.dumps(to_jsonable(explained)))
    assert list(told) == ["document", "records", "missed"]
    first = told["records"][0]
    assert first["id"] == "ev1"
    assert first["path"]
    assert first["rivals"][0].keys() == {
        "entry", "type", "pattern", "words", "fate", "why", "behind"
    }  # fmt: skip


def test_what_cannot_be_coded_is_an_error(reader: Reader) -> None:
    with pytest.raises(EmptyInput):
        explain(reader, Report(" "))
