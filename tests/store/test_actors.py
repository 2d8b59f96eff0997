"""The store of a user's own directory: learned and imported listings, judgements, versions."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from dragoman.errors import StoreBusy, StoreError
from dragoman.ontology.directory import Listing, Office, load_directory
from dragoman.ontology.directory.claims import Claim, Sighting
from dragoman.ontology.directory.listings import alias_of
from dragoman.ontology.phrases import split_words
from dragoman.store import engine
from dragoman.store.actors import ActorStore

ZENDA = Claim("Ana Zenda", "person", "TUR", "GOV", "foreign minister")
SIGHTINGS = [
    Sighting(
        ZENDA, f"r{n}", date(2025, 3, 3) + timedelta(weeks=n), "q", 0, 1, f"words {n}", "Gazette"
    )
    for n in range(3)
]


@pytest.fixture
def store(tmp_path: Path) -> ActorStore:
    return ActorStore(tmp_path / "new" / "actors.db", write=True)


def entry(listing: Listing, *forms: str) -> tuple[Listing, list[object]]:
    return listing, [alias_of(listing, form) for form in (listing.name, *forms)]


def test_what_enough_reports_say_is_found_by_name(store: ActorStore) -> None:
    assert store.add_sightings(SIGHTINGS[:2]) == 2
    directory = load_directory().over(ActorStore(store.path))
    assert directory.lookup("Ana Zenda") == ()
    assert store.add_sightings(SIGHTINGS) == 1
    directory = load_directory().over(ActorStore(store.path))
    (found,) = directory.lookup("Ana Zenda")
    assert found.offices[0].title == "foreign minister"
    names = [
        m.listing.name for m in directory.matches(split_words("Minister Zenda met Kofi Annan."))
    ]
    assert names == ["Ana Zenda", "Kofi Annan"]


def test_adding_again_changes_nothing(store: ActorStore) -> None:
    store.add_sightings(SIGHTINGS)
    before = store.proposals()
    assert store.add_sightings(SIGHTINGS) == 0
    assert store.proposals() == before
    (proposal,) = before
    assert proposal.sightings == tuple(SIGHTINGS)


def test_judgements_are_kept_and_can_be_taken_back(store: ActorStore) -> None:
    store.add_sightings(SIGHTINGS)
    store.judge([ZENDA.key], "struck", "Ruth")
    assert load_directory().over(store).lookup("Ana Zenda") == ()
    store.judge([ZENDA.key], None, "Ruth")
    assert load_directory().over(store).lookup("Ana Zenda") != ()
    assert [(claim, verdict, author) for claim, verdict, author, _ in store.judgements()] == [
        (ZENDA.key, "struck", "Ruth"),
        (ZENDA.key, None, "Ruth"),
    ]


def test_an_import_replaces_what_its_source_gave(store: ActorStore) -> None:
    dawn = Listing("Steel Dawn", "armed_group", "SYR", ("REB",), source="dump")
    assert store.replace_import("dump", [entry(dawn, "SD Brigades")]) == 1  # type: ignore[list-item]
    assert load_directory().over(store).lookup("SD Brigades") == (dawn,)
    moved = replace(dawn, country="IRQ")
    store.replace_import("dump", [entry(moved)])  # type: ignore[list-item]
    directory = load_directory().over(store)
    assert directory.lookup("SD Brigades") == ()
    assert directory.lookup("Steel Dawn") == (moved,)
    assert store.imports() == (("dump", 1),)


def test_what_is_learned_goes_over_what_is_bundled_and_keeps_its_other_offices(
    store: ActorStore,
) -> None:
    (bundled,) = load_directory().lookup("Kofi Annan")
    envoy = Office("special envoy", "UNO", "GOV", date(2031, 1, 1), None)
    own = Listing("Kofi Annan", "person", "UNO", ("GOV",), None, (envoy,), "Q1", "dump")
    store.replace_import("dump", [entry(own)])  # type: ignore[list-item]
    first = load_directory().over(store).lookup("Annan")[0]
    assert first.offices == (envoy, *bundled.offices)
    assert (first.wikidata, first.gender) == ("Q1", bundled.gender)


def test_a_thousand_names_with_one_beginning_are_not_all_asked_for(store: ActorStore) -> None:
    listings = [
        Listing(f"Maria Name{n}", "person", "PRT", ("GOV",), source="dump") for n in range(1200)
    ]
    store.replace_import("dump", [entry(listing) for listing in listings])  # type: ignore[misc]
    assert [a.form for a in store.among({"maria", "name7"})] == ["Maria Name7"]


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such file"):
        ActorStore(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("no database at all", "utf-8")
    with pytest.raises(StoreError, match="not a database"):
        ActorStore(path, write=True)
    assert path.read_text("utf-8") == "no database at all"


def test_another_versions_database_is_left_alone(store: ActorStore) -> None:
    with sqlite3.connect(store.path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(StoreError, match="format 99"):
        ActorStore(store.path)


def test_a_busy_database_is_told_and_nothing_is_half_written(
    store: ActorStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.05)
    hasty = ActorStore(store.path, write=True)
    writer = sqlite3.connect(store.path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreBusy, match="somebody else is writing"):
        hasty.add_sightings(SIGHTINGS)
    assert hasty.proposals() == ()
    writer.execute("ROLLBACK")
    writer.close()
    assert hasty.add_sightings(SIGHTINGS) == 3
