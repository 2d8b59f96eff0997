"""Dumps of actors: each format to the same listings, and what is wrong told in one line."""

from __future__ import annotations

import bz2
import gzip
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import EmptyInput, UnreadableInput
from dragoman.intake.actors import format_of, read_actors
from dragoman.intake.actors.actor import bound, code_of
from dragoman.ontology.directory import Listing, Office

FOREIGN = Office("foreign minister", "PRT", "GOV", date(2024, 4, 2), None)


def only(path: Path) -> tuple[Listing, set[str]]:
    ((listing, aliases),) = read_actors(path)
    return listing, {alias.form for alias in aliases}


def lines(path: Path, records: list[dict[str, Any]]) -> Path:
    path.write_text("\n".join(json.dumps(record) for record in records), "utf-8")
    return path


def test_a_table_gathers_the_rows_of_one_actor(tmp_path: Path) -> None:
    path = tmp_path / "officials.csv"
    path.write_text(
        "name,country,title,from,to,aliases,gender\n"
        "Ana Zenda,Portugal,Minister of Foreign Affairs,2024-04-02,,A. Zenda|Zenda Ana,female\n"
        "Ana Zenda,,ambassador,2019,2021,,\n",
        "utf-8",
    )
    listing, forms = only(path)
    assert listing.offices == (
        FOREIGN,
        Office("ambassador", "PRT", "GOV", date(2019, 1, 1), date(2021, 12, 31)),
    )
    assert (listing.country, listing.gender, listing.source) == ("PRT", "f", "officials.csv")
    assert forms == {"Ana Zenda", "A. Zenda", "Zenda Ana", "Zenda"}


def test_a_result_of_wikidatas_query_service_is_a_table(tmp_path: Path) -> None:
    path = tmp_path / "query.tsv"
    path.write_text(
        "person\tpersonLabel\tpositionLabel\tcountryCode\tstart\tend\n"
        "http://www.wikidata.org/entity/Q77\tAna Zenda\tMinister for Foreign Affairs\tPRT"
        "\t2024-04-02T00:00:00Z\t\n",
        "utf-8",
    )
    listing, _ = only(path)
    assert listing.offices == (FOREIGN,)
    assert listing.wikidata == "Q77"


def test_followthemoney_ties_holders_to_positions(tmp_path: Path) -> None:
    person = {
        "id": "p",
        "schema": "Person",
        "caption": "Ana Zenda",
        "properties": {"alias": ["A. Zenda"], "gender": ["female"], "country": ["pt"]},
    }
    post = {"id": "o", "schema": "Position", "properties": {"name": ["Foreign Minister"]}}
    tie = {
        "id": "t",
        "schema": "Occupancy",
        "properties": {"holder": ["p"], "post": ["o"], "startDate": ["2024-04-02"]},
    }
    gang = {
        "id": "g",
        "schema": "Organization",
        "properties": {"name": ["Steel Dawn"], "topics": ["crime.terror"], "country": ["sy"]},
    }
    path = lines(tmp_path / "entities.ftm.json", [tie, person, post, gang])
    assert format_of(path) == "followthemoney"
    found = {listing.name: listing for listing, _ in read_actors(path, source="ours")}
    assert found["Ana Zenda"].offices == (FOREIGN,)
    dawn = found["Steel Dawn"]
    assert (dawn.kind, dawn.country, dawn.sectors, dawn.source) == (
        "armed_group",
        "SYR",
        ("REB",),
        "ours",
    )


def _item(number: str, label: str, **claims: Any) -> dict[str, Any]:
    return {
        "type": "item",
        "id": number,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {},
        "claims": claims,
    }


def _is(value: Any, **qualifiers: str) -> dict[str, Any]:
    given = {"id": value} if isinstance(value, str) else value
    return {
        "rank": "normal",
        "mainsnak": {"datavalue": {"value": given}},
        "qualifiers": {
            name: [{"datavalue": {"value": {"time": time}}}] for name, time in qualifiers.items()
        },
    }


WIKIDATA = [
    _item(
        "Q77",
        "Ana Zenda",
        P31=[_is("Q5")],
        P21=[_is("Q6581072")],
        P27=[_is("Q45")],
        P39=[_is("Q900", P580="+2024-04-02T00:00:00Z"), _is("Q901")],
    ),
    _item("Q78", "Nobody Much", P31=[_is("Q5")]),
    _item("Q900", "Minister of Foreign Affairs", P17=[_is("Q45")]),
    _item("Q45", "Portugal", P298=[{"mainsnak": {"datavalue": {"value": "PRT"}}}]),
    _item("Q91", "Reform League", P31=[_is("Q7278")], P17=[_is("Q45")]),
]


@pytest.mark.parametrize("suffix", [".json", ".json.gz", ".json.bz2"])
def test_wikidatas_dump_is_read_with_its_brackets_and_compressed(
    tmp_path: Path, suffix: str
) -> None:
    text = "[\n" + ",\n".join(json.dumps(item) for item in WIKIDATA) + "\n]\n"
    packers = {".json.gz": gzip.compress, ".json.bz2": bz2.compress}
    path = tmp_path / f"dump{suffix}"
    path.write_bytes(packers.get(suffix, bytes)(text.encode()))
    found = {listing.name: listing for listing, _ in read_actors(path)}
    assert set(found) == {"Ana Zenda", "Reform League"}
    zenda = found["Ana Zenda"]
    assert zenda.offices == (FOREIGN,)
    assert (zenda.wikidata, zenda.gender, zenda.country) == ("Q77", "f", "PRT")
    assert found["Reform League"].sectors == ("PTY",)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.csv", b"title,country\nx,y\n", "no column 'name'"),
        ("a.csv", b"name,kind\nX,robot\n", "a.csv:2: no kind 'robot'"),
        ("a.csv", b"name,sectors\nX,XYZ\n", "a.csv:2: no sector 'XYZ'"),
        ("a.csv", b"name\n\xff\xfe\xfa", "not UTF-8"),
        ("a.json", b'{"a": 1}', "neither Wikidata's JSON nor FollowTheMoney's"),
        ("a.json", b'{"id": "Q1", "labels": {}}\n{"id": ', "a.json:2: invalid JSON"),
        ("a.json.gz", b"no gzip", "not a gzip"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(UnreadableInput, match=told):
        list(read_actors(path))


def test_an_empty_file_and_a_missing_one_are_told(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_text("\n", "utf-8")
    with pytest.raises(EmptyInput):
        list(read_actors(tmp_path / "empty.csv"))
    with pytest.raises(UnreadableInput, match="no such file"):
        list(read_actors(tmp_path / "none.csv"))


@pytest.mark.parametrize(
    ("given", "code"),
    [("pt", "PRT"), ("PRT", "PRT"), ("Portugal", "PRT"), ("xk", "KOS"), ("", None), ("zz", None)],
)
def test_countries_by_code_or_name(given: str, code: str | None) -> None:
    assert code_of(given) == code


@pytest.mark.parametrize(
    ("given", "bounded"),
    [
        ("+2016-00-00T00:00:00Z", "2016"),
        ("2024-04-02T00:00:00Z", "2024-04-02"),
        ("2024-04", "2024-04"),
        ("unknown", ""),
    ],
)
def test_dates_of_dumps(given: str, bounded: str) -> None:
    assert bound(given) == bounded
