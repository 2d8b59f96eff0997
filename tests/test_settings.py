"""Settings: file, environment, and what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import SettingsError
from dragoman.settings import Settings


def test_defaults(tmp_path: Path) -> None:
    assert Settings.read(environment={"XDG_CONFIG_HOME": str(tmp_path)}) == Settings()


def test_own_file_is_read_and_the_environment_goes_before_it(tmp_path: Path) -> None:
    own = tmp_path / "dragoman" / "settings.toml"
    own.parent.mkdir()
    own.write_text('size_limit = 5_000\nmodel = "in_file"\nviewpoint = "USA"\n')
    environment = {"XDG_CONFIG_HOME": str(tmp_path), "DRAGOMAN_MODEL": "in_environment"}
    assert Settings.read(environment=environment) == Settings(5000, "in_environment", "USA")


def test_a_named_file_goes_before_the_own(tmp_path: Path) -> None:
    named = tmp_path / "s.toml"
    named.write_text('viewpoint = "control"')
    settings = Settings.read(environment={"DRAGOMAN_SETTINGS": str(named)})
    assert settings.viewpoint == "control"
    assert Settings.read(named, {}) == settings


def test_a_folder_in_the_file_counts_from_where_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text('lexicons = "mine"')
    assert Settings.read(path, {}).lexicons == str(tmp_path / "mine")
    assert Settings.read(path, {"DRAGOMAN_LEXICONS": "theirs"}).lexicons == "theirs"


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("size_limit = 'x'", "size_limit: 'x' is no whole number"),
        ("size_limit = true", "no whole number"),
        ("size_limit = 0", "at least 1"),
        ("model = 3", "model: 3 is no string"),
        ("modell = 'x'", "no setting 'modell'"),
        ("lexicons = ['mine']", "lexicons: .* is no string"),
        ("least_confidence = 'high'", "least_confidence: .* is no number"),
        ("least_confidence = 1.5", "must lie between 0 and 1"),
        ("= 3", "Invalid"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(content)
    with pytest.raises(SettingsError, match=complaint):
        Settings.read(path, {})


@pytest.mark.parametrize(
    ("environment", "complaint"),
    [
        ({"DRAGOMAN_SIZE_LIMIT": "big"}, "DRAGOMAN_SIZE_LIMIT: 'big' is no whole number"),
        ({"DRAGOMAN_SETTINGS": "/no/such/file.toml"}, "No such file"),
        ({"DRAGOMAN_SIZE_LIMIT": "-1"}, "at least 1"),
    ],
)
def test_environment_that_cannot_be_used(environment: dict[str, str], complaint: str) -> None:
    with pytest.raises(SettingsError, match=complaint):
        Settings.read(environment={"XDG_CONFIG_HOME": "/no/such/folder", **environment})


def test_size_in_the_environment_may_be_grouped() -> None:
    environment = {"DRAGOMAN_SIZE_LIMIT": "10_000", "XDG_CONFIG_HOME": "/no/such/folder"}
    assert Settings.read(environment=environment).size_limit == 10_000
