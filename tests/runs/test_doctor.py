"""The examination of this very installation, and what it says of one that is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import OntologyError
from dragoman.ontology import lexicon
from dragoman.runs.doctor import examine


def test_everything_works_here() -> None:
    findings = examine()
    assert [finding for finding in findings if not finding.ok] == []
    names = [finding.name for finding in findings]
    assert names == sorted(set(names), key=names.index)
    assert {"Python", "spacy", "gazetteer", "reader", "coding"} <= set(names)


def test_a_fault_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise OntologyError("assault.toml: shell: no such mode")

    monkeypatch.setattr(lexicon, "load_lexicon", broken)
    monkeypatch.setenv("DRAGOMAN_SIZE_LIMIT", "much")
    faults = {finding.name: finding.detail for finding in examine() if not finding.ok}
    assert faults["codebook and lexicons"] == "assault.toml: shell: no such mode"
    assert "no whole number" in faults["settings"]


def test_a_missing_model_is_a_finding() -> None:
    faults = {finding.name for finding in examine("no_such_pipeline") if not finding.ok}
    assert {"reader", "coding"} <= faults


def test_a_directory_of_ones_own_is_examined(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from dragoman.store.actors import ActorStore

    path = tmp_path / "own.db"
    ActorStore(path, write=True)
    monkeypatch.setenv("DRAGOMAN_ACTORS", str(path))
    found = {finding.name: finding for finding in examine()}["own actors"]
    assert (found.ok, found.detail) == (True, f"{path}: 0 imported, 0 learned claims in use")
    path.write_text("junk", "utf-8")
    broken = {finding.name: finding for finding in examine()}["own actors"]
    assert not broken.ok
