"""What SQLite complains of, in words that say what to change."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heliograph.domain.errors import StoreBusy, StoreDamaged, StoreError, StoreFull, StoreReadOnly

_KINDS: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_FULL: (StoreFull, "the disk that holds {path} is full: free some room; nothing was half written"),
    sqlite3.SQLITE_BUSY: (StoreBusy, "{path} is locked by another process: stop it, or copy the file with `.backup`"),
    sqlite3.SQLITE_LOCKED: (StoreBusy, "{path} is locked by another connection: try again"),
    sqlite3.SQLITE_READONLY: (StoreReadOnly, "{path} cannot be written: give this user write access to its folder"),
    sqlite3.SQLITE_CANTOPEN: (StoreReadOnly, "{path} cannot be opened: see that its folder exists and can be written"),
    sqlite3.SQLITE_PERM: (StoreReadOnly, "{path} cannot be opened: give this user access to it and its folder"),
    sqlite3.SQLITE_NOTADB: (StoreDamaged, "{path} is not a SQLite database: move it away, or restore it from a backup"),
    sqlite3.SQLITE_CORRUPT: (StoreDamaged, "{path} is damaged: restore a backup, or try `sqlite3 {path} .recover`"),
}
_PRIMARY = 0xFF
"""SQLite's extended codes carry the primary one in their lowest byte."""


def fault_of(path: Path, error: sqlite3.Error) -> StoreError:
    """The `StoreError` that stands for SQLite's."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY
    kind, text = _KINDS.get(code, (StoreError, "{path}: {error}"))
    return kind(text.format(path=path, error=error))


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raises our errors in place of SQLite's."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(path, error) from error
