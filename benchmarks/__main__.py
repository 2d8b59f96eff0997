"""`make bench`: every figure beside its peer's and its floor; fails where one is under its floor."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

import dragoman
from benchmarks.floors import Floor, read_floors
from benchmarks.speed import measure_speed
from dragoman.evaluation.benchmarks import BENCHMARKS

HERE = Path(__file__).parent


def main() -> int:
    """Runs the benchmarks asked for. 0: all floors hold; 1: one does not; 2: wrong use."""
    arguments = _arguments()
    unknown = set(arguments.only) - {b.name for b in BENCHMARKS} - {"speed"}
    if unknown:
        print(f"bench: no benchmark named {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    floors = read_floors(HERE / "floors.toml")
    figures: dict[str, float] = {}
    peers: dict[str, str] = {}
    reader = dragoman.load()
    for benchmark in BENCHMARKS:
        if arguments.only and benchmark.name not in arguments.only:
            continue
        if not (arguments.shared / benchmark.folder).exists():
            print(f"bench: {benchmark.name}: {benchmark.folder} is not here", file=sys.stderr)
            continue
        began = time.perf_counter()
        for name, value in benchmark.measure(reader, arguments.shared / benchmark.folder).items():
            figures[f"{benchmark.name}.{name}"] = value
        peers |= {f"{benchmark.name}.{name}": peer for name, peer in benchmark.peers.items()}
        print(f"bench: {benchmark.name} {time.perf_counter() - began:.0f} s", file=sys.stderr)
    if not arguments.only or "speed" in arguments.only:
        figures |= measure_speed(arguments.shared / "corpus")
    print_table(figures, peers, floors)
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    fallen = [
        name for name, value in figures.items() if name in floors and not floors[name].holds(value)
    ]
    for name in fallen:
        print(f"bench: {name} is {figures[name]:.3f}, {floors[name]}", file=sys.stderr)
    return 1 if fallen else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("only", nargs="*", help="benchmarks to run; all where none is named")
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the visible halves")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    return parser.parse_args()


def print_table(figures: dict[str, float], peers: dict[str, str], floors: dict[str, Floor]) -> None:
    """One line a figure: task, figure, peer's figure, floor, and whether it holds."""
    table = Table(title=f"dragoman {dragoman.__version__} on {_machine()}", title_justify="left")
    table.add_column("figure")
    table.add_column("value", justify="right")
    table.add_column("floor", justify="right")
    table.add_column("")
    table.add_column("peer")
    for name, value in figures.items():
        floor = floors.get(name)
        mark = "" if floor is None else "ok" if floor.holds(value) else "UNDER"
        shown = f"{value:,.3f}" if abs(value) < 100 else f"{value:,.0f}"
        table.add_row(name, shown, floor.limit if floor else "", mark, peers.get(name, ""))
    Console(width=None if sys.stdout.isatty() else 120).print(table)


def _machine() -> str:
    return f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"


if __name__ == "__main__":
    sys.exit(main())
