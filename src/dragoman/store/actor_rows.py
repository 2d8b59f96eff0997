"""Listings and sightings as rows of a table, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from dragoman.ontology.directory import Listing
from dragoman.ontology.directory.claims import Claim, Sighting
from dragoman.ontology.directory.tables import read_bound, read_office, write_office


def row_of_sighting(sighting: Sighting) -> dict[str, Any]:
    claim = sighting.claim
    return {
        "claim": claim.key,
        "report": sighting.report,
        "name": claim.name,
        "kind": claim.kind,
        "country": claim.country,
        "sector": claim.sector,
        "title": claim.title,
        "quote": sighting.quote,
        "sentence": sighting.sentence,
        "aliases": json.dumps(sighting.aliases, ensure_ascii=False),
        "day": sighting.day.isoformat() if sighting.day else None,
        "publisher": sighting.publisher,
        "start": sighting.start,
        "end": sighting.end,
    }


def sighting_from_row(row: Mapping[str, Any]) -> Sighting:
    return Sighting(
        Claim(row["name"], row["kind"], row["country"], row["sector"], row["title"]),
        row["report"],
        date.fromisoformat(row["day"]) if row["day"] else None,
        row["quote"],
        row["start"],
        row["end"],
        row["sentence"],
        row["publisher"],
        tuple(json.loads(row["aliases"])),
    )


def row_of_listing(listing: Listing) -> dict[str, Any]:
    """The fields that are set."""
    row: dict[str, Any] = {"name": listing.name, "kind": listing.kind, "source": listing.source}
    optional = {
        "country": listing.country,
        "sectors": list(listing.sectors),
        "gender": listing.gender,
        "wikidata": listing.wikidata,
        "offices": [write_office(office) for office in listing.offices],
        "start": listing.start.isoformat() if listing.start else None,
        "end": listing.end.isoformat() if listing.end else None,
    }
    return row | {name: value for name, value in optional.items() if value}


def listing_from_row(row: Mapping[str, Any]) -> Listing:
    return Listing(
        row["name"],
        row["kind"],
        row.get("country"),
        tuple(row.get("sectors", ())),
        row.get("gender"),
        tuple(read_office(office) for office in row.get("offices", ())),
        row.get("wikidata"),
        row["source"],
        read_bound(row.get("start", "")),
        read_bound(row.get("end", ""), last=True),
    )
