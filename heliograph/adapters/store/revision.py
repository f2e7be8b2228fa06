"""Whether a SQLite database is up to date, by a look: what would bring it there takes half a second to load."""

import sqlite3
from pathlib import Path

SCRIPTS = Path(__file__).parent / "migrations"
SQLITE_STEPS = "versions"
_NUMBER = 4
"""Digits at the beginning of a step's file name, which are the revision that it leads to."""


def newest() -> str:
    """The revision of a database that has every step."""
    return max(step.name for step in (SCRIPTS / SQLITE_STEPS).glob("[0-9]*.py"))[:_NUMBER]


def is_newest(connection: sqlite3.Connection) -> bool:
    """Whether there is nothing to do for this database; it may lack everything."""
    try:
        return [revision for (revision,) in connection.execute("SELECT version_num FROM alembic_version")] == [newest()]
    except sqlite3.OperationalError:
        return False
