"""How likely an analyst would keep a record: what told it, and how completely it is told.

The weights in `lexicons/confidence.toml` were fitted to records that were read and judged one by
one; `docs/confidence.md` shows how well they say the truth.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Final

from dragoman.coding.what import Trigger
from dragoman.ontology.confidence import load_weights
from dragoman.records import EventMention, Participant

_CEILING: Final = 0.99
_LEAST: Final = 1e-3


def confidence_of(event: EventMention, trigger: Trigger) -> float:
    """Between 0.01 and 0.99, two digits."""
    weights = load_weights()
    total = sum(
        weights.get(name, 0.0) * value for name, value in features_of(event, trigger).items()
    )
    return round(min(_CEILING, max(1 - _CEILING, 1 / (1 + math.exp(-total)))), 2)


def features_of(event: EventMention, trigger: Trigger) -> Mapping[str, float]:
    """What the weights are laid on: 0 or 1, but for the log odds of entry, model and agreement."""
    return {
        "always": 1.0,
        "entry": _log_odds(trigger.confidence) if not trigger.by_model else 0.0,
        "model": _log_odds(trigger.confidence) if trigger.by_model else 0.0,
        "by_model": float(trigger.by_model),
        "agrees": _log_odds(trigger.agreed) if trigger.agreed is not None else 0.0,
        f"part_{trigger.part}": 1.0,
        "weak_entry": float(trigger.weak),
        "no_actor": float(not event.actors),
        "unplaced_actor": float(bool(event.actors) and not _any_country(event.actors)),
        "no_recipient": float(not event.recipients and not trigger.reciprocal),
        "unplaced_recipient": float(bool(event.recipients) and not _any_country(event.recipients)),
        "sourced": float(bool(event.sources)),
        "placed": float(event.place is not None),
        "counted": float(bool(event.figures)),
        f"status_{event.status}": 1.0,
        f"quad_{event.quad}": 1.0,
    }


def _any_country(people: tuple[Participant, ...]) -> bool:
    return any(person.country for person in people)


def _log_odds(p: float) -> float:
    kept = min(1 - _LEAST, max(_LEAST, p))
    return math.log(kept / (1 - kept))
