"""Role nouns: plurals, heads, sectors."""

from __future__ import annotations

import pytest

from dragoman.ontology.roles import head_of, load_roles, plural_of


@pytest.mark.parametrize(
    ("one", "many"),
    [("minister", "ministers"), ("ministry", "ministries"), ("policewoman", "policewomen"),
     ("thief", "thieves"), ("police", "police"), ("coach", "coaches"), ("day", "days")],
)  # fmt: skip
def test_plurals(one: str, many: str) -> None:
    assert plural_of(one) == many


def test_the_head_stands_before_the_link() -> None:
    assert head_of(("minister", "of", "finance")) == 0
    assert head_of(("foreign", "minister")) == 1


@pytest.mark.parametrize(
    ("form", "normal", "sector"),
    [
        ("foreign secretary", "foreign minister", "GOV"),
        ("ministers of finance", "finance minister", "GOV"),
        ("villagers", "civilian", "CVL"),
        ("lawmakers", "lawmaker", "LEG"),
        ("troops", "troops", "MIL"),
        ("cyber police", "police", "COP"),
    ],
)
def test_normal_forms_and_sectors(form: str, normal: str, sector: str) -> None:
    words = tuple(form.split())
    nouns = load_roles().nouns.get(words) or load_roles().nouns.get(words[-1:])
    assert nouns[0].sector == sector
    assert nouns[0].normal == normal


def test_implied_titles_are_listed_nouns() -> None:
    lexicon = load_roles()
    known = [t for t in lexicon.implied if lexicon.nouns.get(tuple(t.split()))]
    assert len(known) > 0.7 * len(lexicon.implied)
    assert lexicon.weak <= set(lexicon.implied)
