"""Parts of a count: told once as part, never twice as a sum."""

from __future__ import annotations

import pytest
from spacy.language import Language

from dragoman.coding.how_many import FoundFigure, find_figures, index_of_whole

Told = tuple[str, float | None, str | None, int | None]


def told_in(nlp: Language, text: str) -> list[Told]:
    """Kind, value, who and the place of the whole, for each figure in order."""
    figures = find_figures(nlp(text), singles=True)
    return [_told(figures, n) for n in range(len(figures))]


def _told(figures: tuple[FoundFigure, ...], n: int) -> Told:
    figure = figures[n]
    value = figure.low if figure.low is not None else figure.high
    return figure.kind, value, figure.who, index_of_whole(figures, n)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Twenty villagers died in the landslide, among them three firemen.",
            [("killed", 20, "villagers", None), ("killed", 3, "firemen", 0)],
        ),
        (
            "The blast injured 40 people, of whom 17 were taken to hospital.",
            [("wounded", 40, "people", None), ("wounded", 17, None, 0)],
        ),
        (
            "The blast wounded 40 people, five of them seriously.",
            [("wounded", 40, "people", None), ("wounded", 5, None, 0)],
        ),
        (
            "Thirty workers were kidnapped, six of whom were women.",
            [("abducted", 30, "workers", None), ("abducted", 6, "women", 0)],
        ),
        (
            "Three people, two of them children, were killed.",
            [("killed", 3, "people", None), ("killed", 2, "children", 0)],
        ),
        (
            "Of the 26 killed, 10 were children.",
            [("killed", 26, "killed", None), ("killed", 10, "children", 0)],
        ),
        (
            "Divers recovered 20 bodies, eleven women and nine men.",
            [("killed", 20, "bodies", None), ("killed", 11, "women", 0), ("killed", 9, "men", 0)],
        ),
        (
            "Police arrested nine people (four Danes, three Swedes and two Finns).",
            [
                ("detained", 9, "people", None),
                ("detained", 4, "Danes", 0),
                ("detained", 3, "Swedes", 0),
                ("detained", 2, "Finns", 0),
            ],
        ),
        (
            "The rebels suffered 148 casualties, 93 dead and 55 wounded.",
            [("other", 148, "casualties", None), ("killed", 93, None, 0), ("wounded", 55, None, 0)],
        ),
        (
            "The battle killed 60 fighters on both sides, 25 of them government soldiers.",
            [("killed", 60, "fighters", None), ("killed", 25, "government soldiers", 0)],
        ),
        (
            "A mine killed 12 people. The dead included five children.",
            [("killed", 12, "people", None), ("killed", 5, "children", 0)],
        ),
        (
            "A mine killed 12 people. Among the dead were five children.",
            [("killed", 12, "people", None), ("killed", 5, "children", 0)],
        ),
        (
            "Three children were among the 14 killed.",
            [("killed", 3, "children", 1), ("killed", 14, None, None)],
        ),
    ],
)
def test_breakdown(nlp: Language, text: str, expected: list[Told]) -> None:
    assert told_in(nlp, text) == expected


def test_two_groups_behind_including(nlp: Language) -> None:
    text = "The shelling killed at least 26 people, including four children and two women."
    assert [(value, whole) for _, value, _, whole in told_in(nlp, text)] == [
        (26, None),
        (4, 0),
        (2, 0),
    ]


def test_what_is_counted_beside_is_no_part(nlp: Language) -> None:
    text = "The raid killed ten people, including two women, and wounded 30 others."
    assert [(kind, value, whole) for kind, value, _, whole in told_in(nlp, text)] == [
        ("killed", 10, None),
        ("killed", 2, 0),
        ("wounded", 30, None),
    ]


def test_a_list_that_does_not_add_up_is_no_breakdown(nlp: Language) -> None:
    found = told_in(nlp, "The storm killed 20 people, six farmers and a driver drowned later.")
    assert all(whole is None for *_, whole in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army shot down 95 of 143 drones.", [("other", 95)]),
        ("Soldiers killed 12 of the 20 attackers.", [("killed", 12)]),
        ("Two of the wounded later died.", [("killed", 2)]),
        ("The gunmen released 20 of the 140 abducted pupils.", [("other", 20), ("abducted", 140)]),
    ],
)
def test_a_share_suffers_what_its_clause_tells(
    nlp: Language, text: str, expected: list[tuple[str, float]]
) -> None:
    assert [(kind, value) for kind, value, *_ in told_in(nlp, text)] == expected


@pytest.mark.parametrize(
    ("text", "additional"),
    [
        ("Another 12 people were killed.", True),
        ("Twelve more villagers died.", True),
        ("A further 12 were wounded.", True),
        ("An additional 300 troops will be sent.", True),
        ("About 3,000 more soldiers will join them.", True),
        ("More than 12 people were killed.", False),
        ("Twelve or more villagers died.", False),
        ("Twelve villagers died.", False),
    ],
)
def test_counts_on_top_of_others(nlp: Language, text: str, additional: bool) -> None:
    (figure,) = find_figures(nlp(text))
    assert figure.additional is additional


def test_another_equal_count_is_a_second_one(nlp: Language) -> None:
    found = find_figures(nlp("Twelve men died on Monday. Another 12 men died on Friday."))
    assert [(f.low, f.additional) for f in found] == [(12, False), (12, True)]
