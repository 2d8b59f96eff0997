"""Candidates from the mapped tables and from the regions made by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ontology.disputes import country_by, dispute_over, disputes
from dragoman.ontology.gazetteer import load_gazetteer
from dragoman.ontology.names import folded, headline_form, without_trimmings
from dragoman.ontology.regions import regions


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Aleppo", "SYR", 36.2, 37.2),
        ("Hama", "SYR", 35.1, 36.8),
        ("Deir Ezzor", "SYR", 35.3, 40.1),
        ("Deir al-Zor", "SYR", 35.3, 40.1),
        ("Maarat al-Numan", "SYR", 35.6, 36.7),
        ("Khan Younis", "PSE", 31.3, 34.3),
        ("Deir al-Balah", "PSE", 31.4, 34.35),
        ("Hodeidah", "YEM", 14.8, 42.95),
        ("Sana'a", "YEM", 15.35, 44.2),
        ("Kiev", "UKR", 50.45, 30.5),
        ("Bakhmut", "UKR", 48.6, 38.0),
        ("Al-Fashir", "SDN", 13.6, 25.35),
        ("Goma", "COD", -1.7, 29.2),
        ("Darfur", "SDN", 13.3, 24.3),
        ("Donbas", "UKR", 48.2, 38.2),
        ("North Kivu", "COD", -0.7, 29.0),
    ],
)
def test_a_war_zone_name_has_its_place(
    name: str, country: str, latitude: float, longitude: float
) -> None:
    found = load_gazetteer().candidates(name)
    assert any(
        c.country == country
        and abs(c.latitude - latitude) < 1.2
        and abs(c.longitude - longitude) < 1.2
        for c in found
    )


def test_a_country_comes_first() -> None:
    assert load_gazetteer().candidates("Jordan")[0].country == "JOR"
    assert load_gazetteer().candidates("Palestine")[0].kind == "country"
    assert load_gazetteer().candidates("jordan")[0].kind != "country"


def test_a_twin_is_one_place_with_its_geonames_id() -> None:
    towns = [
        c
        for c in load_gazetteer().candidates("Raqqa")
        if c.kind == "settlement" and c.country == "SYR"
    ]
    assert len(towns) == 1
    assert towns[0].name == "Raqqa"
    assert towns[0].geonames is not None


def test_labels_are_the_names_that_news_writes() -> None:
    names = {
        load_gazetteer().candidates(name)[-1].name
        for name in ("Tikrit", "Latakia")
        if load_gazetteer().candidates(name)
    }
    assert names == {"Tikrit", "Latakia"}
    hama = [c for c in load_gazetteer().candidates("Hama") if c.kind == "settlement"]
    assert hama[0].name == "Hama"


def test_divisions() -> None:
    counties = load_gazetteer().candidates("Douglas County")
    assert {c.kind for c in counties} == {"admin2"}
    assert {"Nebraska", "Minnesota"} <= {c.admin1 for c in counties}
    assert load_gazetteer().candidates("Idlib")[0].country == "SYR"


def test_an_unknown_name_has_no_candidate() -> None:
    for name in ("", " ", "Qwxzyland", "😀", "ا", "\0"):
        assert load_gazetteer().candidates(name) == ()
        assert not load_gazetteer().knows(name)


@given(st.text(max_size=20))
def test_no_name_breaks_the_look_up(name: str) -> None:
    found = load_gazetteer().candidates(name)
    assert bool(found) >= load_gazetteer().knows(name)
    for place in found:
        assert -90 <= place.latitude <= 90
        assert -180 <= place.longitude <= 180


def test_regions_are_complete_and_sound() -> None:
    assert len(regions()) >= 200
    for region in regions():
        assert -90 <= region.latitude <= 90
        assert -180 <= region.longitude <= 180
        assert region.source
        assert load_gazetteer().candidates(region.name), region.name


@pytest.mark.parametrize(
    ("name", "iso", "control"),
    [
        ("Crimea", "UKR", "RUS"),
        ("Simferopol", "UKR", "RUS"),
        ("Golan Heights", "SYR", "ISR"),
        ("East Jerusalem", "PSE", "ISR"),
        ("Western Sahara", "ESH", "MAR"),
        ("Mariupol", "UKR", "RUS"),
        ("Kiryat Arba", "PSE", "ISR"),
        ("Kafia Kingi", "SSD", "SDN"),
        ("Paracel Islands", None, "CHN"),
        ("Spratly Islands", None, None),
        ("Kashmir", None, None),
    ],
)
def test_a_viewpoint_decides_a_disputed_country(
    name: str, iso: str | None, control: str | None
) -> None:
    place = next(c for c in load_gazetteer().candidates(name) if c.kind != "country")
    assert country_by("iso", place) == iso
    assert country_by("control", place) == control


@pytest.mark.parametrize(
    ("name", "day", "holder"),
    [
        ("Simferopol", date(2013, 5, 1), "UKR"),
        ("Simferopol", date(2016, 5, 1), "RUS"),
        ("Stepanakert", date(2021, 5, 1), "ARM"),
        ("Stepanakert", date(2024, 5, 1), "AZE"),
        ("Kalbajar", date(2015, 5, 1), "ARM"),
        ("Kalbajar", date(2021, 5, 1), "AZE"),
        ("Mariupol", date(2022, 1, 1), "UKR"),
    ],
)
def test_who_holds_the_ground_depends_on_the_day(name: str, day: date, holder: str) -> None:
    place = load_gazetteer().candidates(name)[0]
    assert country_by("control", place, day) == holder


@pytest.mark.parametrize(
    ("name", "dispute"),
    [
        ("Sukhumi", "Abkhazia"),
        ("Tskhinvali", "South Ossetia"),
        ("Tiraspol", "Transnistria"),
        ("Kyrenia", "Northern Cyprus"),
        ("Hargeisa", "Somaliland"),
        ("Las Anod", "Las Anod and Sool"),
        ("Srinagar", "Jammu and Kashmir"),
        ("Muzaffarabad", "Azad Kashmir"),
        ("Taipei", "Taiwan"),
        ("Pristina", "Kosovo"),
        ("Laayoune", "Western Sahara"),
        ("Mariupol", "Ukrainian towns held by Russia since 2022"),
        ("Majdal Shams", "Golan Heights"),
        ("Falkland Islands", "Falkland Islands"),
        ("Senkaku Islands", "Senkaku Islands"),
        ("Liancourt Rocks", "Liancourt Rocks"),
        ("Abyei", "Abyei"),
    ],
)
def test_disputed_ground_is_known_as_such(name: str, dispute: str) -> None:
    found = dispute_over(load_gazetteer().candidates(name)[0])
    assert found is not None
    assert found.name == dispute


@pytest.mark.parametrize(
    "name", ["Homs", "Kramatorsk", "Beit Shemesh", "Ayia Napa", "Haifa", "Batumi", "Quneitra"]
)
def test_no_dispute_over_undisputed_ground(name: str) -> None:
    assert dispute_over(load_gazetteer().candidates(name)[0]) is None


def test_every_dispute_says_why() -> None:
    assert all(dispute.note.endswith(".") for dispute in disputes())
    assert len({dispute.name for dispute in disputes()}) == len(disputes())


def test_forms_of_names() -> None:
    assert folded("Sana'a") == folded("Sanaa") == "sanaa"
    assert folded("Deir ez-Zor") == "deir ez zor"
    assert folded("Şanlıurfa") == "sanliurfa"
    assert headline_form("NEW ZEALAND") == "New Zealand"
    assert headline_form("UAE") is None
    assert without_trimmings("the Netherlands'") == "Netherlands"
