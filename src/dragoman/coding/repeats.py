"""Acts told more than once in a report become one record with all its evidence (CODEBOOK: Unit).

Conservative: nothing that two tellings say may conflict, and something must speak for one act: a
noun that looks back ("the talks", "the attack"), the same participants on both sides, or a
judgement repeated, which the codebook counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.ontology.countries import country_of_code
from dragoman.records import Date, EventMention, Participant, Place, Source, TextSpan
from dragoman.records.spans import distinct

_JUDGEMENTS = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
_VERDICTS = frozenset({"ACCUSE", "SUPPORT"})
_LEAD = 3
"""Sentences, the heading's own included, in which a report tells what its heading says."""
_FAR = 6
"""Sentences over which a noun may look back on an act."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of an act before repeats are joined.

    `looks_back`: the trigger is a definite noun that can mean an act told before; `verb` is the
    trigger's lemma; `sentence` counts the report's sentences from 0; `headline`: it stands in the
    report's heading, which tells in short what the report tells.
    """

    event: EventMention
    verb: str
    sentence: int
    looks_back: bool
    headline: bool = False


def join_repeats(tellings: Sequence[Telling]) -> tuple[EventMention, ...]:
    """One record for each act, in the order of first telling."""
    kept: list[Telling] = []
    for telling in tellings:
        for place, earlier in enumerate(kept):
            if _same_act(earlier, telling):
                first, then = earlier.event, telling.event
                kept[place] = replace(
                    telling if earlier.headline else earlier,
                    event=_headed(first, then) if earlier.headline else _joined(first, then),
                    sentence=telling.sentence,
                )
                break
        else:
            kept.append(telling)
    return tuple(telling.event for telling in kept)


def _same_act(one: Telling, other: Telling) -> bool:
    a, b = one.event, other.event
    if a.type != b.type or a.status != b.status:
        return False
    if not (_places_agree(a.place, b.place) and _dates_agree(a.date, b.date)):
        return False
    if not (_modes_agree(a.modes, b.modes) or one.verb == other.verb):
        return False
    if one.headline and not other.headline and other.sentence <= _LEAD:
        return _may_be(a.actors, b.actors) and _may_be(a.recipients, b.recipients)
    actors = _sides(a.actors, b.actors)
    recipients = _sides(a.recipients, b.recipients)
    if actors == "apart" or recipients == "apart":
        return False
    near = other.sentence - one.sentence <= _FAR
    if other.looks_back and near and "same" in (actors, recipients, _bare(b)):
        return True
    beside = other.sentence - one.sentence <= 1
    if beside and "same" not in (actors, recipients) and (other.looks_back or _effect_of(a, b)):
        return True
    if actors == "same" and recipients == "same" and (a.recipients or a.type in _JUDGEMENTS):
        # Thanks and a compliment are two acts, condemning and deploring one (CODEBOOK).
        return (a.type in _JUDGEMENTS and a.type != "SUPPORT") or one.verb == other.verb
    if actors == "same" and recipients == "open" and a.type in _VERDICTS and near:
        return one.verb == other.verb
    if actors == "same" and a.type == "CONSULT":
        retold = len(b.actors) > 1 or one.verb == other.verb
        known = all(any(_are_known_as_one(p, q) for q in a.actors) for p in b.actors)
        return retold and known and (near or a.date == b.date)
    return False


def _may_be(short: Sequence[Participant], full: Sequence[Participant]) -> bool:
    """Whether a heading's side can be the body's: somebody of the same country, or untold."""
    if not short or not full:
        return True
    countries = {p.country for p in full}
    return any(p.country is None or None in countries or p.country in countries for p in short)


def _headed(heading: EventMention, body: EventMention) -> EventMention:
    """The body's telling, with the heading as evidence and for what the body leaves out."""
    return replace(
        body,
        modes=tuple(dict.fromkeys((*body.modes, *heading.modes))),
        actors=body.actors or heading.actors,
        recipients=body.recipients or heading.recipients,
        place=_better_place(body.place, heading.place),
        figures=tuple(dict.fromkeys((*body.figures, *heading.figures))),
        evidence=distinct((*heading.evidence, *body.evidence)),
        path=(*body.path, _told_again("in the heading as", heading, body)),
    )


def _told_again(how: str, source: EventMention, kept: EventMention) -> str:
    """That another telling belongs to the record, and what only that one says."""
    gained = [
        name
        for name in ("actors", "recipients", "place")
        if getattr(source, name) and not getattr(kept, name)
    ]
    gives = f", which gives the {' and '.join(gained)}" if gained else ""
    return f"told {how} “{source.trigger.quote}”{gives}"


def _effect_of(one: EventMention, other: EventMention) -> bool:
    """Whether the later telling gives only the effect of an attack told just before."""
    return one.type == "ASSAULT" and bool(one.modes) and not other.modes and not other.actors


def _bare(event: EventMention) -> str:
    return "same" if not event.actors and not event.recipients else "told"


def _sides(one: Sequence[Participant], other: Sequence[Participant]) -> str:
    """ "same" where one side holds the other, "open" where one is empty, else "apart"."""
    if not one and not other:
        return "same"
    if not one or not other:
        return "open"
    if _covers(one, other) or _covers(other, one):
        return "same"
    return "apart"


def _covers(many: Sequence[Participant], few: Sequence[Participant]) -> bool:
    return all(any(_one_and_the_same(p, q) for q in many) for p in few)


def _are_known_as_one(one: Participant, other: Participant) -> bool:
    """Whether those who talk are one: two bodies of a country ("officials", "the ministry") talk
    each for itself, but a country is whoever speaks for it."""
    if one.entity is not None and one.entity == other.entity:
        return True
    speaks = one.role or other.role or _is_country(one) or _is_country(other)
    return bool(speaks) and _one_and_the_same(one, other)


def _is_country(participant: Participant) -> bool:
    country = country_of_code(participant.country or "")
    return country is not None and country.name == participant.name


def _one_and_the_same(one: Participant, other: Participant) -> bool:
    if one.entity is not None and one.entity == other.entity:
        return True
    # An office-holder and the government he speaks for count as one side of one act.
    governing = {one.sector, other.sector} <= {"GOV", "MIL", None}
    return governing and one.country is not None and one.country == other.country


def _modes_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _places_agree(one: Place | None, other: Place | None) -> bool:
    if one is None or other is None or one.name == other.name:
        return True
    if one.country != other.country:
        return False
    return (
        "country" in (one.precision, other.precision)
        or one.name == other.admin1
        or (other.name == one.admin1)
    )


def _dates_agree(one: Date | None, other: Date | None) -> bool:
    if one is None or other is None or one.inferred or other.inferred:
        return True
    return one.start <= other.end and other.start <= one.end


def _joined(one: EventMention, other: EventMention) -> EventMention:
    actors = _union(one.actors, other.actors)
    return replace(
        one,
        modes=tuple(dict.fromkeys((*one.modes, *other.modes))),
        contexts=tuple(dict.fromkeys((*one.contexts, *other.contexts))),
        actors=actors,
        recipients=_without(_union(one.recipients, other.recipients), actors),
        sources=_sources(one.sources, other.sources),
        date=_better_date(one.date, other.date),
        place=_better_place(one.place, other.place),
        figures=tuple(dict.fromkeys((*one.figures, *other.figures))),
        evidence=distinct((*one.evidence, *other.evidence)),
        confidence=max(one.confidence, other.confidence),
        path=(*one.path, _told_again("again as", other, one)),
    )


def _union(one: Sequence[Participant], other: Sequence[Participant]) -> tuple[Participant, ...]:
    """Participants of both, each once; somebody named goes before his country or office."""
    joined = list(one)
    for participant in other:
        twin = next((i for i, p in enumerate(joined) if _one_and_the_same(p, participant)), None)
        if twin is None:
            joined.append(participant)
        elif joined[twin].entity == participant.entity:
            evidence: Iterable[TextSpan] = (*joined[twin].evidence, *participant.evidence)
            joined[twin] = replace(joined[twin], evidence=distinct(evidence))
        elif participant.role and not joined[twin].role:
            joined[twin] = participant
    return tuple(joined)


def _without(
    recipients: Sequence[Participant], actors: Sequence[Participant]
) -> tuple[Participant, ...]:
    taken = {p.entity for p in actors if p.entity}
    return tuple(p for p in recipients if p.entity not in taken)


def _sources(one: Sequence[Source], other: Sequence[Source]) -> tuple[Source, ...]:
    """All who tell it, each once, by entity or name."""
    joined: dict[str, Source] = {}
    for source in (*one, *other):
        key = source.entity or source.name.casefold()
        if key in joined:
            evidence = distinct((*joined[key].evidence, *source.evidence))
            joined[key] = replace(joined[key], evidence=evidence)
        else:
            joined[key] = source
    return tuple(joined.values())


def _better_date(one: Date | None, other: Date | None) -> Date | None:
    known = [date for date in (one, other) if date is not None]
    return min(known, key=lambda date: (date.inferred, _length(date)), default=None)


def _length(date: Date) -> int:
    return ("day", "week", "month", "season", "interval", "year", "decade").index(date.granularity)


def _better_place(one: Place | None, other: Place | None) -> Place | None:
    known = [place for place in (one, other) if place is not None]
    order = ("point", "city", "admin1", "country")
    return min(known, key=lambda place: order.index(place.precision), default=None)
