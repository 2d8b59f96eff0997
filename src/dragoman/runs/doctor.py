"""What is installed, what works: every part of a run tried in turn, each by itself."""

from __future__ import annotations

import json
import platform
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.records import Coding

_OLDEST_PYTHON = (3, 11)
_PACKAGES = ("spacy", "onnxruntime", "numpy", "trafilatura", "py3langid", "rich")
_SENTENCE = "Rebels shelled the city of Homs on Friday, killing at least 12 people, police said."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was examined: whether it works, and the version, count or fault found."""

    name: str
    ok: bool
    detail: str


class _FaultError(Exception):
    """Something answers, but not with what it must answer."""


def examine(model: str | None = None) -> list[Finding]:
    """Try everything that coding needs. Never raises for a fault in it: that is a finding."""
    return [
        Finding("dragoman", True, _own_version()),
        Finding(
            "Python",
            sys.version_info >= _OLDEST_PYTHON,
            f"{platform.python_version()} on {platform.system()} {platform.machine()}",
        ),
        *_packages(),
        _tried("settings", _settings),
        _tried("codebook and lexicons", _lexicons),
        *_own_lexicons(),
        _tried("directory of actors", _directory),
        *_own_actors(),
        _tried("gazetteer", _gazetteer),
        _tried("reader", lambda: _reader(model)),
        _tried("coding", lambda: _coding(model)),
        _tried("memory", _peak_memory),
    ]


def _own_version() -> str:
    from dragoman import __version__

    return __version__


def _packages() -> Iterator[Finding]:
    for name in _PACKAGES:
        try:
            yield Finding(name, True, version(name))
        except PackageNotFoundError:
            yield Finding(name, False, "not installed")


def _tried(name: str, attempt: Callable[[], str]) -> Finding:
    try:
        return Finding(name, True, attempt())
    except (DragomanError, _FaultError) as error:
        return Finding(name, False, str(error))
    except Exception as error:  # the point of an examination is to survive what it finds
        return Finding(name, False, f"{type(error).__name__}: {' '.join(str(error).split())}")


def _settings() -> str:
    from dragoman.settings import load_settings

    settings = load_settings()
    return (
        f"{settings.size_limit:,} characters a report, model {settings.model or 'bundled'}, "
        f"viewpoint {settings.viewpoint or 'iso'}"
    )


def _lexicons() -> str:
    from dragoman.ontology.lexicon import load_lexicon

    ours = load_lexicon()
    return f"{len(ours.codebook.types)} event types, {len(ours.triggers.entries):,} trigger entries"


def _own_lexicons() -> Iterator[Finding]:
    """The folder of lexicons that the settings name, where they name one."""
    from dragoman.settings import load_settings

    try:
        folder = load_settings().lexicons
    except DragomanError:  # a finding of its own
        return
    if folder is not None:
        yield _tried("own lexicons", lambda: _own(Path(folder).expanduser()))


def _directory() -> str:
    from dragoman.ontology.directory.tables import bundled_aliases

    listings = {alias.listing for alias in bundled_aliases()}
    return f"{len(listings):,} listings"


def _own_actors() -> Iterator[Finding]:
    """The user's own directory of actors, where he has one or names one."""
    from dragoman.settings import load_settings

    try:
        settings = load_settings()
    except DragomanError:  # a finding of its own
        return
    if settings.actors is not None or settings.actors_path.is_file():
        yield _tried("own actors", lambda: _actors(settings.actors_path))


def _actors(path: Path) -> str:
    from dragoman.store.actors import ActorStore

    store = ActorStore(path)
    imported = sum(count for _, count in store.imports())
    learned = sum(proposal.counts for proposal in store.proposals())
    return f"{path}: {imported:,} imported, {learned:,} learned claims in use"


def _own(folder: Path) -> str:
    from dragoman.ontology.lexicon import read_lexicon

    return f"{folder}: {len(read_lexicon(folder).own_entries):,} trigger entries"


def _gazetteer() -> str:
    from dragoman.ontology.gazetteer import load_gazetteer

    gazetteer = load_gazetteer()
    if not any(place.country == "SYR" for place in gazetteer.candidates("Aleppo")):
        raise _FaultError("a well-known city is not in it")
    return f"{len(gazetteer):,} places"


def _reader(model: str | None) -> str:
    from dragoman.language.pipeline import load_pipeline

    nlp = load_pipeline(model)
    words = len(nlp(_SENTENCE))
    if model is not None:
        return f"{model}, {words} tokens in a sentence"
    return f"bundled{_card()}, {words} tokens in a sentence"


def _card() -> str:
    """Version and chief figures of the bundled reader, as its card gives them."""
    card = files("dragoman.language").joinpath("model", "card.json")
    if not card.is_file():
        return " without a card"
    known = json.loads(card.read_text(encoding="utf-8"))
    figures = [
        f"{treebank} LAS {scores['las']:.1%}"
        for treebank, scores in known.get("figures", {}).items()
        if scores and scores.get("las")
    ]
    return f" version {known.get('version', '?')} ({', '.join(figures)})"


def _coding(model: str | None) -> str:
    from dragoman.runs.reader import load

    started = time.perf_counter()
    reader = load(model)
    loaded = time.perf_counter()
    coding = reader.code(_SENTENCE, published="2024-12-07")
    finished = time.perf_counter()
    if fault := _fault(coding):
        raise _FaultError(f"of {_SENTENCE!r}: {fault}")
    return (
        f"{len(coding.events)} event in a sentence; "
        f"loaded in {loaded - started:.1f} s, coded in {1000 * (finished - loaded):.0f} ms"
    )


def _fault(coding: Coding) -> str | None:
    """What is wrong with the records of the sentence that every installation must code."""
    if [event.type for event in coding.events] != ["ASSAULT"]:
        return f"read as {[event.type for event in coding.events]}"
    if not any(figure.kind == "killed" and figure.low == 12 for figure in coding.figures):
        return "the number of people killed is not found"
    return None


def _peak_memory() -> str:
    if sys.platform == "win32":
        return "not measured on this system"
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    megabytes = peak / (1 << 20) if sys.platform == "darwin" else peak / (1 << 10)
    return f"{megabytes:,.0f} MB at most so far"
