"""Kinds, values and bounds of counts in the ways that reports tell them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.how_many import find_figures

Told = tuple[str, float | None, float | None, str]


def told_in(nlp: Language, text: str) -> list[Told]:
    found = find_figures(nlp(text), singles=True)
    return [(f.kind, f.low, f.high, f.bound) for f in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 20 and 30 people were killed.", [("killed", 20, 30, "about")]),
        ("The raid killed 12 to 15 militants.", [("killed", 12, 15, "about")]),
        ("The raid killed 9 militants and took 20 prisoners.",
         [("killed", 9, 9, "exact"), ("detained", 20, 20, "exact")]),
        ("The raid killed 12-15 militants.", [("killed", 12, 15, "about")]),
        ("From 12 to 20 soldiers died.", [("killed", 12, 20, "about")]),
        ("The loan is between $12 million and $20 million.", [("money", 12e6, 20e6, "about")]),
        ("As many as 60 people may have died.", [("killed", None, 60, "up to")]),
        ("The death toll rose from 12 to 20.", [("killed", 20, 20, "exact")]),
        ("The toll has climbed from 120 to at least 135.", [("killed", 135, None, "at least")]),
        ("The number of missing rose to 45 from 30.", [("missing", 45, 45, "exact")]),
        ("The number of displaced people has doubled to 2 million.",
         [("displaced", 2e6, 2e6, "exact")]),
        ("Scores were injured and dozens arrested.",
         [("wounded", 40, 99, "about"), ("detained", 24, 99, "about")]),
        ("Several hundred thousands marched.", [("other", 2e5, 999_999, "about")]),
        ("At least 15 people remain missing.", [("missing", 15, None, "at least")]),
        ("The earthquake left 1,400 dead, 3,000 injured and 200 missing.",
         [("killed", 1400, 1400, "exact"), ("wounded", 3000, 3000, "exact"),
          ("missing", 200, 200, "exact")]),
        ("They killed three and wounded four policemen.",
         [("killed", 3, 3, "exact"), ("wounded", 4, 4, "exact")]),
        ("There were 26 dead and 65 wounded among the troops.",
         [("killed", 26, 26, "exact"), ("wounded", 65, 65, "exact")]),
        ("Security forces killed 5 and arrested 12 in raids.",
         [("killed", 5, 5, "exact"), ("detained", 12, 12, "exact")]),
        ("The army said it had lost 9 soldiers.", [("killed", 9, 9, "exact")]),
        ("Two judges were kidnapped and found dead.",
         [("abducted", 2, 2, "exact"), ("killed", 2, 2, "exact")]),
        ("The remains of 137 people were recovered.", [("killed", 137, 137, "exact")]),
        ("One man was killed and another was wounded.",
         [("killed", 1, 1, "exact"), ("wounded", 1, 1, "exact")]),
        ("No one was hurt.", [("wounded", 0, 0, "exact")]),
        ("Nobody was killed in the strike.", [("killed", 0, 0, "exact")]),
        ("Not a single soldier was wounded.", [("wounded", 0, 0, "exact")]),
        ("Some 2,500 people were made homeless.", [("displaced", 2500, 2500, "about")]),
        ("The court jailed 17 officers.", [("detained", 17, 17, "exact")]),
        ("Seventeen men were executed.", [("killed", 17, 17, "exact")]),
        ("The militia handed over three dead hostages.", [("killed", 3, 3, "exact")]),
        ("The epidemic claimed thousands of lives.", [("killed", 2000, 9999, "about")]),
        ("The death toll from flooding across five states rose to 64.",
         [("killed", 64, 64, "exact")]),
        ("The mine killed or injured 30 people.", [("other", 30, 30, "exact")]),
        ("The fighting left 127 dead and wounded.", [("other", 127, 127, "exact")]),
        ("The attack left a toll of 12 people wounded.", [("wounded", 12, 12, "exact")]),
        ("Casualties rose to 85.", [("other", 85, 85, "exact")]),
        ("Donors pledged 1.2bn dollars.", [("money", 1.2e9, 1.2e9, "exact")]),
        ("Another 40m euros will follow.", [("money", 40e6, 40e6, "exact")]),
        ("The convoy brought 25 trucks of medicine.", [("aid", 25, 25, "exact")]),
        ("The army now controls 65 percent of the city.", [("territory", 65, 65, "exact")]),
        ("The clinic has registered seven dead children and 400 cases.",
         [("killed", 7, 7, "exact"), ("other", 400, 400, "exact")]),
    ],
)  # fmt: skip
def test_told(nlp: Language, text: str, expected: list[Told]) -> None:
    assert told_in(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Two women aged 40 and 52 spoke.",
        "The office is at 10 Market Street.",
        "Resolutions 2254 and 2268 were adopted.",
        "Oil rose to $82 a barrel.",
        "The bread price rose to 5 pounds.",
        "Workers found a 500-pound bomb.",
        "The firm unveiled the 787 jet.",
        "The March 23 Movement attacked the town.",
        "The 2020 census was late.",
        "As Figure 3b shows, the town is small.",
        "The Shenzhou 20 spacecraft was launched.",
        "The home side won 3-1.",
        "The wall is 5m high.",
        "Temperatures reached 45 degrees.",
        "The town lies 30 kilometres north of the capital.",
        "He worked on several film projects.",
        "The body had three gunshot wounds.",
    ],
)
def test_no_count(nlp: Language, text: str) -> None:
    assert told_in(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The rebels threatened to kill 10 judges.",
        "He plotted to murder two ministers.",
        "A new attack could kill thousands of civilians.",
        "The gang has the mission of assassinating the governor.",
        "A deputy was not injured.",
        "The bomb would have killed 5,000 people.",
        "A thief was nearly lynched by the crowd.",
    ],
)
def test_harm_that_did_not_come_about_has_no_victims(nlp: Language, text: str) -> None:
    assert told_in(nlp, text) == []


def test_feared_and_possible_dead_are_tolls(nlp: Language) -> None:
    assert told_in(nlp, "Sixty people may have died.") == [("killed", 60, 60, "exact")]
    assert told_in(nlp, "Dozens of people are feared dead.") == [("killed", 24, 99, "about")]


def test_beasts_are_no_victims(nlp: Language) -> None:
    assert [kind for kind, *_ in told_in(nlp, "A hundred vultures were killed by poison.")] == [
        "other"
    ]


def test_two_of_one_surname_are_two(nlp: Language) -> None:
    text = "Gunmen murdered Pablo Torres. Later they murdered Elena Torres."
    assert [f.who for f in find_figures(nlp(text), singles=True)] == [
        "Pablo Torres",
        "Elena Torres",
    ]


def test_who_leaves_out_the_harm(nlp: Language) -> None:
    (figure,) = find_figures(nlp("The clash left 3 soldiers dead."))
    assert figure.who == "soldiers"
