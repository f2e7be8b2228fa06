"""Many rows in few statements: each is one step, which gives the interpreter's lock away once and not at every row."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Any

SIZES = (512, 256, 128, 64, 16, 4, 1)
"""Rows per statement: few sizes, so that each statement is prepared once and found again; the next larger one is
filled up with empty rows, for a thread that comes back from a statement waits until a busy event loop lets it go on."""

Values = tuple[Any, ...]


def execute_bulk(db: sqlite3.Connection, statement: str, rows: Sequence[Values]) -> None:
    """Run `statement` on all the rows, all of one width; they take the place of `VALUES {rows}` in it.

    The first value of a row is never None.
    """
    for part in _parts(rows):
        db.execute(_prepared(statement, len(part), len(part[0])), list(chain.from_iterable(part)))


def query_bulk(db: sqlite3.Connection, statement: str, rows: Sequence[Values]) -> list[Any]:
    """As `execute_bulk`, for a query; its one column, `found`, of all that it finds, in no order: numbers or texts."""
    as_one = f"SELECT json_group_array(found) FROM ({statement})"
    found: list[Any] = []
    for part in _parts(rows):
        [told] = db.execute(_prepared(as_one, len(part), len(part[0])), list(chain.from_iterable(part))).fetchone()
        found += json.loads(told)
    return found


def columns(count: int, *, first: int = 1) -> str:
    """The names that SQLite gives to the columns of VALUES."""
    return ", ".join(f"column{number}" for number in range(first, first + count))


def _parts(rows: Sequence[Values]) -> Iterator[Sequence[Values]]:
    for place in range(0, len(rows), SIZES[0]):
        part = rows[place : place + SIZES[0]]
        size = min(size for size in SIZES if size >= len(part))
        yield [*part, *[(None,) * len(part[0])] * (size - len(part))]


@lru_cache(maxsize=256)
def _prepared(statement: str, count: int, width: int) -> str:
    row = f"({', '.join('?' * width)})"
    rows = f"SELECT * FROM (VALUES {', '.join([row] * count)}) WHERE column1 IS NOT NULL"
    return statement.replace("VALUES {rows}", rows)
