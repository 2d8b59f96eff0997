"""Time expressions, and the one that dates an act."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from dragoman.coding.when import TimeExpression, date_at, date_event, date_of, find_times
from dragoman.records.values import Date

PUBLISHED = date(2024, 12, 7)  # a Saturday
BLANK = spacy.blank("en")


def times_of(text: str, published: date | None = PUBLISHED) -> tuple[TimeExpression, ...]:
    return find_times(BLANK(text), published)


@pytest.mark.parametrize(
    ("sentence", "expression", "type_", "value"),
    [
        ("It fell on Nov. 30.", "Nov. 30", "DATE", "2024-11-30"),
        ("It fell on 30 November 2023.", "30 November 2023", "DATE", "2023-11-30"),
        ("It fell on the 3rd of May, 2021.", "the 3rd of May, 2021", "DATE", "2021-05-03"),
        ("Signed on 2024-03-05 in Rome.", "2024-03-05", "DATE", "2024-03-05"),
        ("Signed on 03/05/2024 in Rome.", "03/05/2024", "DATE", "2024-03-05"),
        ("Ties broke off last month.", "last month", "DATE", "2024-11"),
        ("In recent weeks fighting grew.", "recent weeks", "DATE", "PAST_REF"),
        ("They left two weeks ago.", "two weeks ago", "DATE", "2024-W47"),
        ("They left two days ago.", "two days ago", "DATE", "2024-12-05"),
        ("They left about five years ago.", "about five years ago", "DATE", "2019"),
        ("It has lasted since October 2023.", "October 2023", "DATE", "2023-10"),
        ("It began in early 2016.", "early 2016", "DATE", "2016"),
        ("It began in the 1990s.", "the 1990s", "DATE", "199"),
        ("It began in the mid-1990s.", "the mid-1990s", "DATE", "199"),
        ("Talks resumed in mid-March.", "mid-March", "DATE", "2024-03"),
        ("Talks resumed in spring 2011.", "spring 2011", "DATE", "2011-SP"),
        ("Talks resumed in the third quarter.", "the third quarter", "DATE", "2024-Q3"),
        ("It was built in the 19th century.", "the 19th century", "DATE", "18"),
        ("He arrived this year.", "this year", "DATE", "2024"),
        ("He arrived on Saturday.", "Saturday", "DATE", "2024-12-07"),
        ("He arrived on Thursday.", "Thursday", "DATE", "2024-12-05"),
        ("He arrived last Saturday.", "last Saturday", "DATE", "2024-11-30"),
        ("He arrives next Friday.", "next Friday", "DATE", "2024-12-13"),
        ("He arrived yesterday evening.", "yesterday evening", "TIME", "2024-12-06TEV"),
        ("He arrived at 10:30 a.m. on Friday.", "10:30 a.m. on Friday", "TIME", "2024-12-06T10:30"),
        ("He stayed for three months.", "three months", "DURATION", "P3M"),
        ("He stayed for a year and a half.", "a year and a half", "DURATION", "P1.5Y"),
        ("The fighting took several days.", "several days", "DURATION", "PXD"),
        ("They meet every Monday.", "every Monday", "SET", "XXXX-WXX-1"),
        ("They meet twice a week.", "twice a week", "SET", "P1W"),
        ("They are now at peace.", "now", "DATE", "PRESENT_REF"),
        ("They recently met.", "recently", "DATE", "PAST_REF"),
        ("Peace lies in the future.", "the future", "DATE", "FUTURE_REF"),
        ("They fought on Christmas Eve.", "Christmas Eve", "DATE", "2024-12-24"),
        ("Rome won in 241 BC.", "241 BC", "DATE", "BC0241"),
    ],
)
def test_expression(sentence: str, expression: str, type_: str, value: str) -> None:
    found = {time.text: time for time in times_of(sentence)}
    assert expression in found
    assert (found[expression].type, found[expression].value) == (type_, value)


@pytest.mark.parametrize(
    "sentence",
    [
        "They may march home.",
        "The prices fall again.",
        "Some 2000 soldiers arrived.",
        "She sat down at her desk.",
        "Resolution 2254 was adopted.",
    ],
)
def test_no_expression(sentence: str) -> None:
    assert times_of(sentence) == ()


def test_mods_narrow_the_interval() -> None:
    early, late = times_of("It rained in early May 2024 and in late June 2024.")
    assert (early.mod, early.start, early.end) == ("START", date(2024, 5, 1), date(2024, 5, 10))
    assert (late.mod, late.start, late.end) == ("END", date(2024, 6, 21), date(2024, 6, 30))


def test_a_narrative_carries_its_year() -> None:
    text = (
        "The war began in March 1811. In June the capital fell. On 3 July 1811 a truce was signed, "
        "and in August 1811 it broke. By December 1811 both sides were spent. In February the "
        "king fled. The following month he died in 1812, and in 1813 peace came."
    )
    values = {time.text: time.value for time in times_of(text)}
    assert values["June"] == "1811-06"
    assert values["February"] == "1812-02"
    assert values["The following month"] == "1812-03"


def test_without_a_report_date_nothing_is_invented() -> None:
    (time,) = times_of("They met on Nov. 30.", None)
    assert (time.value, time.start) == ("XXXX-11-30", None)


def test_a_date_without_year_takes_the_side_of_its_tense() -> None:
    past = times_of("They met on Dec. 20.", date(2024, 1, 10))
    future = times_of("They will meet on Dec. 20.", date(2024, 1, 10))
    assert [t.value for t in (*past, *future)] == ["2023-12-20", "2024-12-20"]


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120), st.one_of(st.none(), st.dates()))
def test_any_text_is_read_and_every_span_slices(text: str, published: date | None) -> None:
    doc = BLANK(text)
    for time in find_times(doc, published):
        assert text[time.start_char : time.end_char] == time.text
        assert time.span.start_char <= time.start_char < time.end_char <= time.span.end_char


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "last",
                "next",
                "the",
                "31",
                "February",
                "1",
                "9999",
                "BC",
                "Monday",
                "week",
                "of",
                "0",
                "24:99",
                "a.m.",
                "in",
                "May",
                "29",
                "two",
                "years",
                "ago",
                "45/13/2024",
                "first",
                "century",
                "12",
                "quarter",
                "Easter",
                "0001",
                "hundred",
                "million",
                "decades",
                "later",
                "-",
                ",",
                "2024-02-30",
                "99:99",
                "32nd",
                "half",
                "early",
            ]
        ),
        max_size=12,
    )
)
def test_impossible_dates_do_no_harm(words: list[str]) -> None:
    text = " ".join(words)
    for published in (None, date(1, 1, 1), date(9999, 12, 31), PUBLISHED):
        for time in find_times(BLANK(text), published):
            assert time.value
            assert time.start is None or time.end is None or time.start <= time.end


def act(doc: Doc, word: str) -> tuple[Token, Span]:
    token = next(token for token in doc if token.text == word)
    clause = token
    while clause.pos_ not in {"VERB", "AUX"} and clause.head != clause:
        clause = clause.head
    return clause, doc[token.i : token.i + 1]


def dated(nlp: Language, text: str, word: str, **options: str) -> Date | None:
    doc = nlp(text)
    clause, trigger = act(doc, word)
    status = options.get("status", "actual")
    return date_event(clause, trigger, find_times(doc, PUBLISHED), PUBLISHED, status=status)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "word", "start", "end", "inferred"),
    [
        ("On Monday, troops entered the port and seized the dock.", "seized", "2024-12-02",
         "2024-12-02", False),
        ("A bomb exploded in the market on Sunday, killing 12 people.", "killing", "2024-12-01",
         "2024-12-01", False),
        ("The rebels captured the town.", "captured", "2024-12-07", "2024-12-07", True),
        ("Turkey has hosted refugees since 2011.", "hosted", "2011-01-01", "2024-12-07", False),
        ("The envoys met from 5 to 7 May in Geneva.", "met", "2024-05-05", "2024-05-07", False),
        ("Officials said on Tuesday that the army had shelled the village two days ago.",
         "shelled", "2024-12-05", "2024-12-05", False),
        ("Last month, the court issued a warrant.", "issued", "2024-11-01", "2024-11-30", False),
        ("In March 2014, rebels took the town. They burned the bridge.", "burned", "2014-03-01",
         "2014-03-31", True),
        ("The minister will visit Ankara on Friday.", "visit", "2024-12-07", "2024-12-07", True),
        ("Gunmen storm a police station in Kirdan.", "storm", "2024-12-07", "2024-12-07", True),
        ("The ministry is looking into the raid.", "looking", "2024-12-07", "2024-12-07", True),
        ("The union has called for an inquiry into a raid on a farm on Thursday.", "called",
         "2024-12-07", "2024-12-07", True),
        ("Rebels killed nine soldiers over the past week.", "killed", "2024-11-30", "2024-12-07",
         False),
        ("Rebels killed nine soldiers in the past 24 hours.", "killed", "2024-12-06",
         "2024-12-07", False),
        ("The mayor imposed a curfew from 10 p.m. to 5 a.m. in the port.", "imposed",
         "2024-12-07", "2024-12-08", True),
        ("The rebels gained ground, taking the port on Monday.", "gained", "2024-12-02",
         "2024-12-02", False),
    ],
)  # fmt: skip
def test_date_of_an_act(
    nlp: Language, text: str, word: str, start: str, end: str, inferred: bool
) -> None:
    found = dated(nlp, text, word)
    assert found is not None
    assert (found.start, found.end, found.inferred) == (start, end, inferred)
    assert bool(found.evidence) or found.inferred
    assert all(span.holds_in(text) for span in found.evidence)


def test_a_planned_act_is_dated_by_its_plan(nlp: Language) -> None:
    text = "The army will leave the city on 20 December."
    found = dated(nlp, text, "leave", status="future")
    assert found is not None
    assert (found.start, found.inferred) == ("2024-12-20", False)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The army could attack the town.", "attack", "hypothetical"),
        ("The army will attack the town.", "attack", "future"),
        ("In recent weeks the army attacked the town.", "attacked", "actual"),
        ("The treaty calls for free elections.", "calls", "actual"),
        ("Groups that attack farmers live in the hills.", "attack", "actual"),
        ("The army remains in the town.", "remains", "actual"),
    ],
)
def test_no_date_is_invented(nlp: Language, text: str, word: str, status: str) -> None:
    assert dated(nlp, text, word, status=status) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The two first met in 2001. This week they met again.", "XXXX-WXX"),
        ("They met on 3 May 2001. This week they met again.", "2001-W18"),
    ],
)
def test_a_week_needs_a_day_to_stand_by(text: str, value: str) -> None:
    assert times_of(text, None)[-1].value == value


def test_an_age_is_no_decade() -> None:
    assert [t.text for t in times_of("Both men are in their 40s now.")] == ["now"]


def test_since_looks_back() -> None:
    (time,) = times_of("They have been trying to retake the city since October.")
    assert time.value == "2024-10"


def test_date_at_reads_what_hangs_on_a_noun(nlp: Language) -> None:
    doc = nlp("Resolution 1559, adopted in September 2004, calls for free elections.")
    noun = next(token for token in doc if token.text == "Resolution")
    found = date_at(noun, find_times(doc, PUBLISHED), PUBLISHED)
    assert found is not None
    assert (found.value, found.granularity) == ("2004-09", "month")


def test_date_of_a_reference_is_none() -> None:
    (time,) = times_of("They recently met.")
    assert date_of(time) is None


def test_unparsed_text_dates_nothing() -> None:
    doc = BLANK("The rebels captured the town on Monday.")
    assert date_event(doc[2], doc[2:3], find_times(doc, PUBLISHED), PUBLISHED) is None


def test_a_name_is_no_time(nlp: Language) -> None:
    doc = nlp("Theresa May resigned on July 24 after talks with the March 14 Alliance.")
    assert [time.text for time in find_times(doc, date(2019, 9, 11))] == ["July 24"]
