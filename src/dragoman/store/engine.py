"""Opening a SQLite database so that readers never wait and nothing is half written.

Write-ahead logging lets readers go on while somebody writes; a writer waits for another as long as
BUSY_SECONDS and then gives up with a StoreBusy.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, MetaData, create_engine, event, text
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import NullPool

from dragoman.errors import StoreBusy, StoreError

BUSY_SECONDS: Final = 10.0


def open_database(path: Path, tables: MetaData, version: int, *, write: bool) -> Engine:
    """The database at `path` with these tables; made where it is missing and `write` is set.

    Raises StoreError where there is none, it is no database, or one of another version.
    """
    if not write and not path.is_file():
        raise StoreError(f"{path}: there is no such file")
    if write:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{path.parent}: {(error.strerror or str(error)).lower()}") from None
    engine = create_engine(
        f"sqlite:///{path}", poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "connect", _configure)
    with transaction(engine, path) as connection:
        found: int = connection.execute(text("PRAGMA user_version")).scalar_one()
        if found not in (0, version):
            raise StoreError(
                f"{path}: written by another version of dragoman (format {found}, this one reads "
                f"{version}): use that version, or name another file"
            )
        if found == 0 and write:
            tables.create_all(connection)
            connection.execute(text(f"PRAGMA user_version = {version}"))
        elif found == 0:
            raise StoreError(f"{path}: no database of dragoman's")
    return engine


@contextmanager
def transaction(engine: Engine, path: Path) -> Iterator[Connection]:
    """A connection whose changes are kept together, or not at all. Raises StoreError."""
    try:
        with engine.begin() as connection:
            yield connection
    except OperationalError as error:
        reason = str(error.orig).lower()
        if "locked" in reason or "busy" in reason:
            raise StoreBusy(f"{path}: somebody else is writing: try again later") from None
        raise StoreError(f"{path}: {reason}") from None
    except DatabaseError as error:
        raise StoreError(f"{path}: {str(error.orig).lower()}") from None


def _configure(connection: Any, _: object) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()
