"""Counts, their bounds, kinds and who is counted."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from dragoman.coding.how_many import FoundFigure, find_figures
from dragoman.coding.numbers import read_number, read_ordinal
from dragoman.coding.when import find_times


def figures_of(nlp: Language, text: str, *, singles: bool = False) -> tuple[FoundFigure, ...]:
    doc = nlp(text)
    return find_figures(doc, find_times(doc, date(2024, 12, 7)), singles=singles)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("44,600", 44_600),
        ("two dozen", 24),
        ("1.5 million", 1_500_000),
        ("a hundred", 100),
        ("three hundred and five", 305),
        ("twenty - one", 21),
        ("two thousand four hundred", 2_400),
        ("half a million", None),
        ("people", None),
    ],
)
def test_read_number(words: str, value: float | None) -> None:
    if words == "half a million":
        assert read_number(words.split()) in {500_000, 1_500_000, None}
    else:
        assert read_number(words.split()) == value


def test_read_ordinal() -> None:
    assert (read_ordinal("Third"), read_ordinal("31st"), read_ordinal("three")) == (3, 31, None)


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "bound"),
    [
        ("The shelling killed at least 12 civilians.", "killed", 12, None, "at least"),
        ("More than 4,500 villagers were killed in the raids.", "killed", 4500, None, "at least"),
        ("The death toll rose to 52.", "killed", 52, 52, "exact"),
        ("The landslide claimed the lives of 40 miners.", "killed", 40, 40, "exact"),
        ("Two dozen soldiers lost their lives.", "killed", 24, 24, "exact"),
        ("No fewer than 9 persons died.", "killed", 9, None, "at least"),
        ("The siege killed nearly 500 civilians.", "killed", None, 500, "up to"),
        ("There were no casualties.", "killed", 0, 0, "exact"),
        ("Dozens of marchers were injured.", "wounded", 24, 99, "about"),
        ("The army wounded about 30 rebels.", "wounded", 30, 30, "about"),
        ("Some 1.5 million people fled their homes.", "displaced", 1.5e6, 1.5e6, "about"),
        ("Hundreds of thousands of people were displaced.", "displaced", 2e5, 999_999, "about"),
        ("Police arrested between 30 and 40 protesters.", "detained", 30, 40, "about"),
        ("Gunmen kidnapped 15 nurses.", "abducted", 15, 15, "exact"),
        ("A hundred sailors are missing.", "missing", 100, 100, "exact"),
        ("France sent 800 troops to the border.", "troops", 800, 800, "exact"),
        ("Norway pledged $2.5 billion in loans.", "money", 2.5e9, 2.5e9, "exact"),
        ("Forty trucks of food reached the camp.", "aid", 40, 40, "exact"),
        ("The army captured 12 villages.", "territory", 12, 12, "exact"),
        ("They seized about 300 square kilometres of land.", "territory", 300, 300, "about"),
        ("Jets destroyed 14 bridges.", "other", 14, 14, "exact"),
    ],
)
def test_figure(
    nlp: Language, text: str, kind: str, low: float | None, high: float | None, bound: str
) -> None:
    (figure,) = figures_of(nlp, text)
    assert (figure.kind, figure.low, figure.high, figure.bound) == (kind, low, high, bound)
    assert all(span.holds_in(text) for span in figure.evidence)


def test_who_since_and_the_word_that_links(nlp: Language) -> None:
    text = "The war has killed more than 700 people, mostly women and children, since March 2023."
    (figure,) = figures_of(nlp, text)
    assert figure.who == "people, mostly women and children"
    assert figure.since is not None
    assert figure.since.value == "2023-03"
    assert figure.head.text == "killed"


def test_dead_and_wounded_are_two_figures(nlp: Language) -> None:
    found = figures_of(nlp, "Gunmen killed 7 policemen and wounded 11 others.")
    assert [(f.kind, f.low) for f in found] == [("killed", 7), ("wounded", 11)]


def test_a_subset_is_no_second_toll(nlp: Language) -> None:
    whole, part = figures_of(nlp, "Twelve people, including 3 children, were killed in the strike.")
    assert (whole.low, whole.who) == (12, "people, including 3 children")
    assert (part.low, part.who, part.whole) == (3, "children", whole.counted)


def test_the_same_count_told_twice_is_one_figure(nlp: Language) -> None:
    text = "A bomb killed 31 people. The mayor said 31 people were killed."
    (figure,) = figures_of(nlp, text)
    assert [span.quote for span in figure.evidence] == ["31 people", "31 people"]


def test_one_victim_counts_only_on_request(nlp: Language) -> None:
    text = "Gunmen killed a farmer."
    assert figures_of(nlp, text) == ()
    (figure,) = figures_of(nlp, text, singles=True)
    assert (figure.kind, figure.low, figure.telling) == ("killed", 1, "article")


@pytest.mark.parametrize(
    ("text", "value", "code"),
    [
        ("The court fined the firm 300 million Danish kroner.", 300e6, "DKK"),
        ("The court fined the firm 20 million kronor.", 20e6, "SEK"),
        ("The loan is worth 5 million Syrian pounds.", 5e6, "SYP"),
        ("The state paid Kč34 billion for the tanks.", 34e9, "CZK"),
        ("The judge set a fine of DH50,000.", 50e3, "MAD"),
        ("The country repaid its US$3.4 billion debt.", 3.4e9, "USD"),
        ("Norway gave NOK 20 million to the fund.", 20e6, "NOK"),
        ("The state gave 40 million hryvnia to the town.", 40e6, "UAH"),
        ("The state gave 40 million dinars to the town.", 40e6, "dinar"),
    ],
)
def test_money_has_a_currency(nlp: Language, text: str, value: float, code: str) -> None:
    (figure,) = figures_of(nlp, text)
    assert (figure.kind, figure.low, figure.unit) == ("money", value, code)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rebels took 30 soldiers prisoner.", "detained"),
        ("Forty soldiers were taken captive near the border.", "abducted"),
        ("Police took 12 protesters into custody.", "detained"),
    ],
)
def test_prisoners_are_no_troops(nlp: Language, text: str, kind: str) -> None:
    (figure,) = figures_of(nlp, text)
    assert figure.kind == kind


def test_a_subset_that_suffered_more_counts(nlp: Language) -> None:
    found = figures_of(nlp, "The army suffered 4,700 casualties, including 600 deaths.")
    assert [(f.kind, f.low) for f in found][-1] == ("killed", 600)


def test_equal_counts_in_other_places_are_others(nlp: Language) -> None:
    found = figures_of(
        nlp, "Gunmen killed four people in Homs. A bomb killed four people in Kabul."
    )
    assert len(found) == 2


def test_a_count_looked_back_to_is_the_same(nlp: Language) -> None:
    text = "The raid destroyed 14 army tanks. Besides the 14 tanks, nine trucks were hit."
    assert [f.low for f in figures_of(nlp, text)] == [14, 9]


def test_whose_relative_died_lives(nlp: Language) -> None:
    found = figures_of(nlp, "A man whose sister was killed spoke.", singles=True)
    assert [f.who for f in found] == ["whose sister"]


@pytest.mark.parametrize("text", ["The singer died of cancer.", "The suspect fled."])
def test_nobody_is_a_victim_by_mistake(nlp: Language, text: str) -> None:
    assert figures_of(nlp, text, singles=True) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Two ministers and five neighbours spoke.",
        "The party won 63 seats by 230 votes.",
        "Several boats were seen.",
        "Security Council Resolution 1701 was adopted.",
        "The 25-year-old driver left in 2019.",
        "They met on 5 May at 10:30.",
        "An F-16 crashed.",
    ],
)
def test_numbers_that_count_nothing(nlp: Language, text: str) -> None:
    assert figures_of(nlp, text) == ()


def test_unparsed_text_has_no_figures() -> None:
    assert find_figures(spacy.blank("en")("A bomb killed 12 people.")) == ()


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["12", "$", "5", "m", "killed", "people", "and", "a", "dozen", "between", "to", "-",
             "hundreds", "of", "1,000", "including", "no", "one", "%", "½", "٣", "🙂", "dead", "."]
        ),
        max_size=14,
    )
)  # fmt: skip
def test_any_row_of_numbers_is_read(nlp: Language, words: list[str]) -> None:
    text = " ".join(words)
    for figure in figures_of(nlp, text, singles=True):
        assert all(span.holds_in(text) for span in figure.evidence)
        assert figure.low is None or figure.high is None or figure.low <= figure.high
