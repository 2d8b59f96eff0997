"""First- and second-level divisions: their centres and the names they go by."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable

from training.gazetteer.sources import PLAIN, Settlement, read_division_names

from dragoman.ontology.names import folded

# Words that end or begin the name of a division; the rest is a name it goes by as well.
TYPE_WORDS = [
    "county",
    "province",
    "governorate",
    "district",
    "region",
    "oblast",
    "prefecture",
    "department",
    "municipality",
    "state",
    "krai",
    "raion",
    "parish",
    "division",
    "territory",
    "voivodeship",
    "muhafazah",
    "regency",
    "city",
]
# Reforms newer than the extract, by GeoNames code: the regions of France of 2016.
RENAMED = {
    ("FR", "Grand Est"): ("Alsace", "Champagne-Ardenne", "Lorraine"),
    ("FR", "Hauts-de-France"): ("Nord-Pas-de-Calais", "Picardie"),
    ("FR", "Nouvelle-Aquitaine"): ("Aquitaine", "Poitou-Charentes", "Limousin"),
    ("FR", "Occitanie"): ("Midi-Pyrenees", "Languedoc-Roussillon"),
    ("FR", "Auvergne-Rhône-Alpes"): ("Auvergne", "Rhone-Alpes"),
    ("FR", "Normandy"): ("Haute-Normandie", "Lower Normandy"),
    ("FR", "Bourgogne-Franche-Comté"): ("Bourgogne", "Franche-Comte"),
}


def centre(members: Iterable[Settlement]) -> tuple[float, float]:
    """The mean of the cells of half a degree that hold a place: the middle of the land lived in.

    A mean of the places themselves would lie in the crowded corner of a division.
    """
    cells: dict[tuple[int, int], list[Settlement]] = defaultdict(list)
    for place in members:
        cells[math.floor(place.latitude * 2), math.floor(place.longitude * 2)].append(place)
    means = [
        (sum(p.latitude for p in c) / len(c), sum(p.longitude for p in c) / len(c))
        for c in cells.values()
    ]
    return sum(m[0] for m in means) / len(means), sum(m[1] for m in means) / len(means)


def bare_name(name: str) -> str | None:
    """The name without its type word: "Douglas County" -> "Douglas"; None where it has none."""
    words = name.split()
    if len(words) > 1 and words[-1].lower() in TYPE_WORDS:
        return " ".join(words[:-1])
    if len(words) > 2 and words[0].lower() in TYPE_WORDS and words[1] in ("of", "de"):
        return " ".join(words[2:])
    return None


def _go_by(name: str, country: str, members: list[Settlement]) -> list[str]:
    """Other names: without the type word, and those of a town that the division is named for."""
    bare = bare_name(name)
    found = [bare] if bare else []
    found += [old for (c, old), new in read_division_names().items() if (c, new) == (country, name)]
    keys = {folded(name), folded(bare)} if bare else {folded(name)}
    namesakes = [
        m for m in members if folded(m.name) in keys or keys & {folded(a) for a in m.alternates}
    ]
    if namesakes:
        town = max(namesakes, key=lambda m: m.population)
        found.append(town.name)
        if country in PLAIN:
            found += town.alternates
    return found


def find_divisions(places: list[Settlement]) -> tuple[list[Settlement], list[Settlement]]:
    """The first- and second-level divisions that the places lie in, in order of their names."""
    first: dict[tuple[str, str], list[Settlement]] = defaultdict(list)
    second: dict[tuple[str, str, str], list[Settlement]] = defaultdict(list)
    for place in places:
        if place.admin1:
            first[place.country, place.admin1].append(place)
            if place.admin2:
                second[place.country, place.admin1, place.admin2].append(place)
    for (country, name), parts in RENAMED.items():
        members = [m for part in parts for m in first.get((country, part), ())]
        if members:
            first[country, name] = members
    admin1 = [
        Settlement(
            name,
            country,
            *centre(members),
            population=sum(m.population for m in members),
            admin1=name,
            alternates=_go_by(name, country, members),
        )
        for (country, name), members in sorted(first.items())
    ]
    admin2 = [
        Settlement(
            name,
            country,
            *centre(members),
            population=sum(m.population for m in members),
            admin1=above,
            admin2=name,
            alternates=_go_by(name, country, members),
        )
        for (country, above, name), members in sorted(second.items())
    ]
    return admin1, admin2
