"""Actors and proposals as lines for the eye, and as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dragoman.coding.who.actor_text import Actor
    from dragoman.ontology.directory import Listing, Office
    from dragoman.ontology.directory.claims import Proposal


def proposal_line(proposal: Proposal) -> str:
    claim = proposal.claim
    what = claim.title or claim.kind.replace("_", " ")
    days = "–".join(dict.fromkeys(d.isoformat() for d in proposal.days)) if proposal.days else ""
    reports = f"{proposal.reports} report{'' if proposal.reports == 1 else 's'}"
    parts = (claim.key, proposal.state, claim.name, f"{what}, {claim.country} {claim.sector}")
    return "  ".join((*parts, reports, days)).rstrip()


def belongs(listing: Listing, sectors: tuple[str, ...]) -> str:
    kind = listing.kind.replace("_", " ")
    return ", ".join(part for part in (kind, listing.country, " ".join(sectors)) if part)


def office_text(office: Office) -> str:
    start = office.start.isoformat() if office.start else "…"
    end = office.end.isoformat() if office.end else "…"
    return f"{office.title}, {office.country} {office.sector}, {start} to {end}"


def listing_as_json(listing: Listing) -> dict[str, Any]:
    return {
        "name": listing.name,
        "kind": listing.kind,
        "country": listing.country,
        "sectors": list(listing.sectors),
        "wikidata": listing.wikidata,
        "source": listing.source,
        "offices": [
            {
                "title": office.title,
                "country": office.country,
                "sector": office.sector,
                "start": office.start.isoformat() if office.start else None,
                "end": office.end.isoformat() if office.end else None,
            }
            for office in listing.offices
        ],
    }


def reading_as_json(actor: Actor | None) -> dict[str, Any] | None:
    if actor is None:
        return None
    entity = actor.entity
    return {
        "name": entity.name,
        "kind": entity.kind,
        "country": entity.country,
        "sectors": list(entity.sectors),
        "role": actor.role,
        "ground": actor.ground,
    }


def reading_line(actor: Actor) -> str:
    """ "the Peruvian navy: organisation, PER, MIL (read as a phrase)"."""
    entity = actor.entity
    parts = (entity.kind.replace("_", " "), entity.country, " ".join(entity.sectors), actor.role)
    return f"{entity.name}: {', '.join(p for p in parts if p)} (by its {actor.ground})"


def proposal_as_json(proposal: Proposal) -> dict[str, Any]:
    claim = proposal.claim
    return {
        "claim": claim.key,
        "state": proposal.state,
        "name": claim.name,
        "kind": claim.kind,
        "country": claim.country,
        "sector": claim.sector,
        "title": claim.title or None,
        "reports": proposal.reports,
        "days": [day.isoformat() for day in proposal.days] if proposal.days else None,
        "sightings": [
            {
                "report": seen.report,
                "publisher": seen.publisher,
                "day": seen.day.isoformat() if seen.day else None,
                "evidence": {"start": seen.start, "end": seen.end, "quote": seen.quote},
            }
            for seen in proposal.sightings
        ],
    }
