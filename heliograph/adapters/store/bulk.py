"""Many rows in few statements: each is one step, which gives the interpreter's lock away once and not at every row."""

import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

SIZES = (64, 16, 4, 1)
"""Rows per statement: few sizes, so that each statement is prepared once and found again."""

Values = tuple[Any, ...]


def execute_bulk(db: sqlite3.Connection, statement: str, rows: Sequence[Values]) -> None:
    """Run `statement` on all the rows, all of one width; they take the place of `{rows}` in it, after VALUES."""
    for part in _parts(rows):
        db.execute(_prepared(statement, len(part), len(part[0])), [value for row in part for value in row])


def query_bulk(db: sqlite3.Connection, statement: str, rows: Sequence[Values]) -> list[Any]:
    """As `execute_bulk`, for a query; the first column of all that it finds, in no order."""
    found: list[Any] = []
    for part in _parts(rows):
        values = [value for row in part for value in row]
        found += [value for (value,) in db.execute(_prepared(statement, len(part), len(part[0])), values).fetchall()]
    return found


def columns(count: int, *, first: int = 1) -> str:
    """The names that SQLite gives to the columns of VALUES."""
    return ", ".join(f"column{number}" for number in range(first, first + count))


def _parts(rows: Sequence[Values]) -> Iterator[Sequence[Values]]:
    place = 0
    for size in SIZES:
        while len(rows) - place >= size:
            yield rows[place : place + size]
            place += size


@lru_cache(maxsize=256)
def _prepared(statement: str, count: int, width: int) -> str:
    row = f"({', '.join('?' * width)})"
    return statement.format(rows=", ".join([row] * count))
