"""Claims: independence, agreement, rivals for an office, and the days that it is taken as held."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dragoman.ontology.directory import Office
from dragoman.ontology.directory.claims import (
    LEEWAY,
    Claim,
    Sighting,
    independent,
    listings_of,
    propose,
)
from dragoman.ontology.directory.listings import joined

ZENDA = Claim("Ana Zenda", "person", "TUR", "GOV", "foreign minister")
HENTZAU = Claim("Rupert Hentzau", "person", "TUR", "GOV", "foreign minister")
SPRING = date(2025, 3, 3)


def seen(claim: Claim, number: int, day: date | None, publisher: str | None = None) -> Sighting:
    sentence = f"Sentence {number} tells of {claim.name}."
    return Sighting(claim, f"report{number}", day, claim.name, 0, 9, sentence, publisher)


def thrice(claim: Claim, start: date) -> list[Sighting]:
    days = [start + timedelta(days=30 * n) for n in range(3)]
    return [seen(claim, hash((claim.name, day)) % 9999, day) for day in days]


def test_a_spelling_makes_no_claim_of_its_own() -> None:
    other = Claim("ana  ZENDA", "person", "TUR", "MIL", "foreign minister")
    assert other.key == ZENDA.key
    assert Claim("Ana Zenda", "person", "TUR", "GOV", "president").key != ZENDA.key


@pytest.mark.parametrize(
    ("publishers", "weeks", "wordings", "count"),
    [
        ((None, None, None), (0, 0, 0), (1, 2, 3), 3),
        (("A", "B", "C"), (0, 0, 0), (1, 2, 3), 3),
        (("A", "B", "C"), (0, 0, 0), (1, 1, 1), 1),
        (("A", "a", "A"), (0, 0, 0), (1, 2, 3), 1),
        (("A", "A", "A"), (0, 1, 2), (1, 2, 3), 3),
    ],
    ids=["unknown publishers", "three publishers", "one wire story", "one week", "three weeks"],
)
def test_reports_count_where_they_are_independent(
    publishers: tuple[str | None, ...],
    weeks: tuple[int, ...],
    wordings: tuple[int, ...],
    count: int,
) -> None:
    sightings = [
        Sighting(
            ZENDA, f"r{n}", SPRING + timedelta(weeks=week), "q", 0, 1, f"words {wording}", publisher
        )
        for n, (publisher, week, wording) in enumerate(
            zip(publishers, weeks, wordings, strict=True)
        )
    ]
    assert independent(sightings) == count


def test_three_reports_agree_two_do_not() -> None:
    sightings = thrice(ZENDA, SPRING)
    (two,) = propose(sightings[:2], {})
    (three,) = propose(sightings, {})
    assert (two.state, two.counts) == ("proposed", False)
    assert (three.state, three.counts, three.reports) == ("agreed", True, 3)


def test_a_person_overrules_the_reports() -> None:
    sightings = thrice(ZENDA, SPRING)
    (struck,) = propose(sightings, {ZENDA.key: "struck"})
    (accepted,) = propose(sightings[:1], {ZENDA.key: "accepted"})
    assert not struck.counts
    assert accepted.counts


def test_reports_without_a_date_prove_no_office() -> None:
    sightings = [seen(ZENDA, n, None) for n in range(4)]
    (proposal,) = propose(sightings, {})
    assert proposal.state == "proposed"


def test_two_holders_of_one_office_at_a_time_are_contested() -> None:
    both = propose([*thrice(ZENDA, SPRING), *thrice(HENTZAU, SPRING + timedelta(days=10))], {})
    assert {p.state for p in both} == {"contested"}
    settled = propose(
        [*thrice(ZENDA, SPRING), *thrice(HENTZAU, SPRING + timedelta(days=10))],
        {ZENDA.key: "struck"},
    )
    assert {p.claim.name: p.state for p in settled} == {
        "Ana Zenda": "struck",
        "Rupert Hentzau": "agreed",
    }


def test_offices_that_many_hold_are_never_contested() -> None:
    claims = [Claim(name, "person", "USA", "LEG", "senator") for name in ("Ana Zenda", "Jo Ruri")]
    both = propose([s for claim in claims for s in thrice(claim, SPRING)], {})
    assert {p.state for p in both} == {"agreed"}


def test_an_office_is_held_around_its_sightings_but_not_into_a_successors() -> None:
    later = SPRING + timedelta(days=100)
    proposals = propose([*thrice(ZENDA, SPRING), *thrice(HENTZAU, later)], {})
    held = {listing.name: listing.offices[0] for listing, _ in listings_of(proposals)}
    assert held["Ana Zenda"].start == SPRING - LEEWAY
    assert held["Ana Zenda"].end == later
    assert held["Rupert Hentzau"].start == SPRING + timedelta(days=60)


def test_a_learned_listing_bears_its_names() -> None:
    ((listing, aliases),) = listings_of(propose(thrice(ZENDA, SPRING), {}))
    assert (listing.name, listing.country, listing.source) == ("Ana Zenda", "TUR", "reports")
    assert {(alias.form, alias.surname) for alias in aliases} == {
        ("Ana Zenda", False),
        ("Zenda", True),
    }


def test_an_office_known_from_both_sides_is_one() -> None:
    def office(start: int, end: int | None) -> Office:
        last = date(end, 12, 31) if end else None
        return Office("president", "PRT", "GOV", date(start, 1, 1), last)

    assert joined([office(2024, 2025)], [office(2012, None), office(2000, 2008)]) == (
        office(2012, None),
        office(2000, 2008),
    )
