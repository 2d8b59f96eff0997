"""Which time dates an act, and when none may."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language
from spacy.tokens import Token

from dragoman.coding.when import date_event, dateline_day, find_times
from dragoman.records.values import Date

PUBLISHED = date(2024, 12, 7)  # a Saturday


def dated(nlp: Language, text: str, word: str, published: date | None = PUBLISHED) -> Date | None:
    doc = nlp(text)
    token: Token = [token for token in doc if token.text == word][-1]
    clause = token
    while clause.pos_ not in {"VERB", "AUX"} and clause.head != clause:
        clause = clause.head
    return date_event(clause, doc[token.i : token.i + 1], find_times(doc, published), published)


@pytest.mark.parametrize(
    ("text", "word", "start", "inferred"),
    [
        ("On Friday, a judge sentenced the baker, now 22, to life in prison.", "sentenced",
         "2024-12-06", False),
        ("A bomb exploded in a market on Monday. Nine traders died in the blast. The blast hurt "
         "others. Police said an attack on Monday was likely.", "hurt", "2024-12-07", True),
        ("Rebels launched an attack on Monday. Nine soldiers were killed in the attack.", "killed",
         "2024-12-02", True),
        ("Rebels attacked a post on Monday. They killed nine soldiers.", "killed", "2024-12-02",
         True),
        ("Rebels attacked a post on Monday. A court jailed a poet.", "jailed", "2024-12-07", True),
        ("Gunmen killed a judge on Friday, police said.", "killed", "2024-12-06", False),
        ("Demonstrations continue in the capital.", "continue", "2024-12-07", True),
    ],
)  # fmt: skip
def test_start(nlp: Language, text: str, word: str, start: str, inferred: bool) -> None:
    found = dated(nlp, text, word)
    assert found is not None
    assert (found.start, found.inferred) == (start, inferred)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Thousands had gathered outside the palace.", "gathered"),
        ("Two days before the vote, police arrested a candidate.", "arrested"),
        ("The minister condemned recent attacks on the port.", "attacks"),
    ],
)
def test_the_day_is_left_open(nlp: Language, text: str, word: str) -> None:
    assert dated(nlp, text, word) is None


def test_a_day_to_come_dates_no_past_act(nlp: Language) -> None:
    found = dated(nlp, "The parties agreed on a vote on 20 December.", "agreed")
    assert found is not None
    assert (found.start, found.inferred) == ("2024-12-07", True)


def test_a_frame_holds_in_a_text_without_a_day(nlp: Language) -> None:
    text = "On 3 March 2014, rebels took the town. They burned the bridge."
    found = dated(nlp, text, "burned", None)
    assert found is not None
    assert (found.start, found.inferred) == ("2014-03-03", True)
    assert found.evidence[0].quote == "3 March 2014"


def test_a_time_of_its_own_keeps_the_frame_away(nlp: Language) -> None:
    text = "On 3 March 2014, rebels took the town. After two weeks they burned the bridge."
    assert dated(nlp, text, "burned", None) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday, January 4, 2019\n\nRebels left.", date(2019, 1, 4)),
        ("Rebels leave the port\nMarch 06, 2008\n\nRebels left.", date(2008, 3, 6)),
        ("GENEVA, 3 May 2019 (Agency) — Talks began.", date(2019, 5, 3)),
        ("Published on 2020-05-03\nTalks began.", date(2020, 5, 3)),
        ("The envoy came on 3 May 2019.\nHe left soon.", None),
        ("On 3 May 2019, rebels left.", None),
        ("Monday, January 4\n\nRebels left.", None),
    ],
)
def test_the_day_that_a_report_gives_itself(text: str, day: date | None) -> None:
    assert dateline_day(text) == day
