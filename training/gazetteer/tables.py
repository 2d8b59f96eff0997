"""Write the two files that `dragoman.ontology.gazetteer` maps into memory.

`places.bin`: one row of ROW per place, first-level divisions first, then second-level ones, then
settlements. `names.bin`: a little-endian header (number of names), the offsets of the entries, and
the entries in order of their bytes: the folded name in UTF-8, a zero byte, then one u32 per
place that bears it, the row's number shifted left by one, plus 1 where it is the place's own
name; keys of `sound_key` follow the byte SOUND_MARK. `labels.bin`: the names to show, each ended by a zero byte.
"""

from __future__ import annotations

import struct
from collections import defaultdict
from pathlib import Path

from training.gazetteer.sources import Settlement

from dragoman.ontology.gazetteer import ROW, SCALE, SOUND_MARK
from dragoman.ontology.names import folded, sound_key

ADMIN1, ADMIN2, SETTLEMENT = 1, 2, 3
NONE = 0xFFFF
# Countries in whose news one name is romanised in many ways, and the least town to be found so.
SOUNDED = frozenset(
    [
        *("AF", "AZ", "BY", "DZ", "EG", "ER", "ET", "IL", "IQ", "IR", "JO", "KZ", "LB", "LY", "MA"),
        *("ML", "MR", "NE", "OM", "PK", "PS", "RU", "SA", "SD", "SO", "SY", "TD", "TN", "UA", "YE"),
    ]
)
SOUND_LEAST = 2_000


def write_tables(
    folder: Path, admin1: list[Settlement], admin2: list[Settlement], places: list[Settlement]
) -> dict[str, int]:
    """Write the files; returns their sizes in bytes."""
    countries = sorted({p.country for p in (*admin1, *places)})
    country_at = {code: i for i, code in enumerate(countries)}
    first = {(d.country, d.name): i for i, d in enumerate(admin1)}
    second = {(d.country, d.admin1, d.name): i for i, d in enumerate(admin2)}
    if len(first) >= NONE or len(second) >= NONE:
        raise ValueError("more divisions than a row can number")
    rows, labels = bytearray(), bytearray()
    label_at: dict[str, int] = {}
    bearers: dict[str, dict[int, bool]] = defaultdict(dict)
    sounds: dict[str, dict[int, bool]] = defaultdict(dict)
    kinds = [ADMIN1] * len(admin1) + [ADMIN2] * len(admin2) + [SETTLEMENT] * len(places)
    everything = (*admin1, *admin2, *places)
    for number, (place, kind) in enumerate(zip(everything, kinds, strict=True)):
        if place.name not in label_at:
            label_at[place.name] = len(labels)
            labels += place.name.encode() + b"\0"
        rows += ROW.pack(
            place.geonames,
            round(place.latitude * SCALE),
            round(place.longitude * SCALE),
            min(place.population, 0xFFFFFFFF),
            label_at[place.name],
            first.get((place.country, place.admin1), NONE),
            second.get((place.country, place.admin1, place.admin2), NONE),
            country_at[place.country],
            kind,
        )
        for name in place.alternates:
            if key := folded(name):
                bearers[key].setdefault(number, False)
        bearers[folded(place.name)][number] = True
        if place.country in SOUNDED and (place.population >= SOUND_LEAST or kind == ADMIN1):
            for name in (place.name, *place.alternates):
                sounds[sound_key(name)][number] = False
    mark = SOUND_MARK.decode()
    bearers.update({mark + key: found for key, found in sounds.items()})
    entries, offsets = bytearray(), []
    for key in sorted(bearers, key=lambda name: name.encode()):
        offsets.append(len(entries))
        entries += key.encode() + b"\0"
        for number, own in sorted(bearers[key].items()):
            entries += struct.pack("<I", number << 1 | own)
    offsets.append(len(entries))
    header = struct.pack("<I", len(offsets) - 1) + struct.pack(f"<{len(offsets)}I", *offsets)
    sizes = {}
    for name, data in (
        ("places.bin", bytes(rows)),
        ("names.bin", header + bytes(entries)),
        ("labels.bin", bytes(labels)),
        ("countries.txt", "\n".join(countries).encode() + b"\n"),
    ):
        (folder / name).write_bytes(data)
        sizes[name] = len(data)
    return sizes
