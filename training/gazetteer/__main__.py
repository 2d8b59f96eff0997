"""Build the gazetteer's tables: `python -m training.gazetteer [FOLDER]`."""

from __future__ import annotations

import sys
from pathlib import Path

from training.gazetteer.divisions import find_divisions
from training.gazetteer.sources import (
    Neighbourhood,
    Settlement,
    describe,
    kilometres,
    read_described,
    read_settlements,
    rename,
)
from training.gazetteer.tables import write_tables

TABLES = Path(__file__).parents[2] / "src/dragoman/ontology/lexicons/gazetteer"
SAME_KM = 10.0  # a described place of the same name within this distance is the same place


def missing(settlements: list[Settlement], described: list[Settlement]) -> list[Settlement]:
    """The described places that the newer extract no longer has (small, or since merged)."""
    grid = Neighbourhood(settlements)
    return [
        d
        for d in described
        if not any(
            p.country == d.country
            and kilometres(p, d) < SAME_KM
            and (p.name == d.name or d.name in p.alternates or kilometres(p, d) < 0.5)
            for p in grid.around(d, reach=1)
        )
    ]


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TABLES
    folder.mkdir(parents=True, exist_ok=True)
    settlements, described = read_settlements(), read_described()
    describe(settlements, described)
    settlements += missing(settlements, described)
    rename(settlements)
    admin1, admin2 = find_divisions(settlements)
    sizes = write_tables(folder, admin1, admin2, settlements)
    print(len(admin1), len(admin2), len(settlements), sizes)


if __name__ == "__main__":
    main()
