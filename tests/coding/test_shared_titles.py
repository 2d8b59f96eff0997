"""A plural title before several names holds for each; a name is its bearer's without the title."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dragoman.coding.who import find_cast
from dragoman.records import Report

if TYPE_CHECKING:
    from spacy.language import Language


def people(nlp: Language, text: str) -> dict[str, tuple[str | None, str | None]]:
    cast = find_cast(nlp(text), Report(text))
    return {e.name: (e.country, e.sector) for e in cast.entities if e.kind == "person"}


@pytest.mark.parametrize(
    ("text", "names", "codes"),
    [
        (
            "Turkish lawmakers Ayla Kara and Metin Demir were arrested.",
            ("Ayla Kara", "Metin Demir"),
            ("TUR", "LEG"),
        ),
        (
            "It imposed sanctions on International Criminal Court judges Paul Berg and Rosa Lind.",
            ("Paul Berg", "Rosa Lind"),
            ("IGO", "JUD"),
        ),
    ],
)
def test_a_plural_title_is_everybodys(
    nlp: Language, text: str, names: tuple[str, ...], codes: tuple[str, str]
) -> None:
    found = people(nlp, text)
    assert [found[name] for name in names] == [codes] * len(names)


def test_a_singular_title_is_one_persons(nlp: Language) -> None:
    found = people(nlp, "Portuguese minister Ana Zenda and Karl Holm met in Geneva.")
    assert found["Ana Zenda"] == ("PRT", "GOV")
    assert found["Karl Holm"] == (None, None)


def test_our_men_are_of_the_side_that_says_so(nlp: Language) -> None:
    text = '"Our men hold the bridge," said Omar Haddad, a spokesman for the Syrian rebels.'
    cast = find_cast(nlp(text), Report(text))
    men = next(e for e in cast.entities if e.name.lower() == "men")
    assert (men.country, men.sector) == ("SYR", "REB")


def test_a_surname_is_no_title(nlp: Language) -> None:
    assert people(nlp, "Mary King and her sister were arrested.")["Mary King"] == (None, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Dutch mayor Jan Holm resigned.", "Jan Holm"),
        ("Dutch Foreign Minister Jan Holm resigned.", "Jan Holm"),
    ],
)
def test_a_name_is_told_without_its_title(nlp: Language, text: str, name: str) -> None:
    assert name in people(nlp, text)
