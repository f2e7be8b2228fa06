"""What can be seen of a SQLite database from outside, without opening it for work: for an operator who asks."""

import fcntl
import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from heliograph.adapters.store.faults import translated
from heliograph.adapters.store.sqlite import DATABASE, LOCK, connect


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSight:
    """A data folder: `holder` is the process that works on it, "" for none; `damage` is what a thorough look found.

    `path` is the database's file.
    """

    path: Path
    mode: str
    holder: str
    owner_id: int
    is_private: bool
    damage: str = ""


def sight_of(folder: Path, *, thorough: bool) -> FileSight:
    """Begins a write and takes it back; a thorough look reads all pages. Raises `StoreError`s, and bare `OSError`s."""
    path = folder / DATABASE
    status = path.stat()
    with translated(path), closing(connect(path)) as database:
        [mode] = database.execute("PRAGMA journal_mode").fetchone()
        database.execute("BEGIN IMMEDIATE")
        database.execute("ROLLBACK")
        damage = _damage(database) if thorough else ""
    return FileSight(
        path=path,
        mode=mode,
        holder=holder_of(folder),
        owner_id=status.st_uid,
        is_private=not status.st_mode & 0o077,
        damage=damage,
    )


def holder_of(folder: Path) -> str:
    """The number of the process that works on the folder, "" for none."""
    try:
        descriptor = os.open(folder / LOCK, os.O_RDONLY)
    except FileNotFoundError:
        return ""
    try:
        # Shared and given back at once: who only looks must keep no server from its start.
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return os.pread(descriptor, 20, 0).decode(errors="replace").strip()
    finally:
        os.close(descriptor)
    return ""


def _damage(database: sqlite3.Connection) -> str:
    found = [" ".join(str(row[0]).split()) for row in database.execute("PRAGMA quick_check(3)")]
    return "" if found == ["ok"] else "; ".join(found)
