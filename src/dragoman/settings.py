"""What a user may set: a TOML file, and environment variables that go before it.

The file is the one that `DRAGOMAN_SETTINGS` names, else `dragoman/settings.toml` in the user's
configuration folder (`$XDG_CONFIG_HOME`, by default `~/.config`); none is needed.

    size_limit = 2_000_000      # characters of text in one report
    model = "en_core_web_trf"   # a spaCy pipeline in place of the bundled reader
    viewpoint = "control"       # whose view counts in disputed places: iso (the default), control
    lexicons = "my-lexicons"    # a folder of trigger files and event types that go over ours
    least_confidence = 0.5      # records that are less likely right are left out; 0 keeps all
    actors = "actors.db"        # your own directory of actors, over ours

Each has its variable: `DRAGOMAN_SIZE_LIMIT`, `DRAGOMAN_MODEL`, `DRAGOMAN_VIEWPOINT`,
`DRAGOMAN_LEXICONS`, `DRAGOMAN_LEAST_CONFIDENCE`, `DRAGOMAN_ACTORS`. A path in the file counts from
where the file is. A directory of your own that no setting names is looked for at
`dragoman/actors.db` in the user's data folder (`$XDG_DATA_HOME`, by default `~/.local/share`).
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from dragoman.errors import SettingsError

_PREFIX = "DRAGOMAN_"


@dataclass(frozen=True, slots=True)
class Settings:
    """`size_limit` counts characters of one report's text; None means the bundled default."""

    size_limit: int = 2_000_000
    model: str | None = None
    viewpoint: str | None = None
    lexicons: str | None = None
    least_confidence: float = 0.0
    actors: str | None = None

    def __post_init__(self) -> None:
        if self.size_limit < 1:
            raise SettingsError("size_limit: must be at least 1 character")
        if not 0 <= self.least_confidence <= 1:
            raise SettingsError("least_confidence: must lie between 0 and 1")

    @property
    def actors_path(self) -> Path:
        """Where the user's own directory of actors is, or would be."""
        if self.actors is not None:
            return Path(self.actors).expanduser()
        folder = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
        return Path(os.path.expanduser(folder)) / "dragoman" / "actors.db"

    @classmethod
    def read(
        cls, path: Path | None = None, environment: Mapping[str, str] | None = None
    ) -> Settings:
        """The settings of file and environment. Raises SettingsError, naming what is wrong.

        A file that is named must be there; the user's own may be absent.
        """
        environment = os.environ if environment is None else environment
        named = path or _named_file(environment)
        values: dict[str, Any] = {}
        if named is not None:
            values = _read_file(named)
        elif (own := _own_file(environment)).is_file():
            values = _read_file(own)
        for name in _FIELDS:
            if value := environment.get(_PREFIX + name.upper()):
                values[name] = _from_text(name, value)
        return cls(**{name: _checked(name, value) for name, value in values.items()})


def load_settings() -> Settings:
    """The user's own settings, by file and environment. Raises SettingsError."""
    return Settings.read()


_FIELDS = tuple(field.name for field in fields(Settings))
_PATHS = ("lexicons", "actors")


def _named_file(environment: Mapping[str, str]) -> Path | None:
    name = environment.get(_PREFIX + "SETTINGS")
    return Path(name).expanduser() if name else None


def _own_file(environment: Mapping[str, str]) -> Path:
    folder = environment.get("XDG_CONFIG_HOME") or "~/.config"
    return Path(os.path.expanduser(folder)) / "dragoman" / "settings.toml"


def _read_file(path: Path) -> dict[str, Any]:
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise SettingsError(f"{path}: {reason}") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: {error}") from None
    for name in values:
        if name not in _FIELDS:
            raise SettingsError(f"{path}: no setting {name!r} (there are {', '.join(_FIELDS)})")
    for name in _PATHS:
        if isinstance(place := values.get(name), str):
            values[name] = str(path.parent / Path(place).expanduser())
    return values


def _from_text(name: str, value: str) -> object:
    if name == "least_confidence":
        try:
            return float(value)
        except ValueError:
            raise SettingsError(f"{_PREFIX}LEAST_CONFIDENCE: {value!r} is no number") from None
    if name != "size_limit":
        return value
    try:
        return int(value.replace("_", "").replace(",", ""))
    except ValueError:
        raise SettingsError(f"{_PREFIX}SIZE_LIMIT: {value!r} is no whole number") from None


def _checked(name: str, value: object) -> Any:
    if name == "size_limit":
        if isinstance(value, int) and not isinstance(value, bool):
            return value
        raise SettingsError(f"size_limit: {value!r} is no whole number")
    if name == "least_confidence":
        if isinstance(value, int | float) and not isinstance(value, bool):
            return float(value)
        raise SettingsError(f"least_confidence: {value!r} is no number")
    if not isinstance(value, str):
        raise SettingsError(f"{name}: {value!r} is no string")
    return value
