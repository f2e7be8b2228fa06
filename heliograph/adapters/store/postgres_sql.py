"""Statements that take whole columns: one array each, however many rows."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from heliograph.adapters.store.postgres_pool import Session, by_column
from heliograph.adapters.store.schema import metadata

Values = tuple[Any, ...]

_CASTS = {sa.Integer: "bigint[]", sa.Float: "double precision[]", sa.Text: "text[]", sa.LargeBinary: "bytea[]"}


def unnested(table: str, columns: str) -> str:
    """`unnest($1::…, …)` for values of these columns, in their order."""
    types = [metadata.tables[table].c[name.strip()].type for name in columns.split(",")]
    casts = [next(cast for kind, cast in _CASTS.items() if isinstance(each, kind)) for each in types]
    return f"unnest({', '.join(f'${number}::{cast}' for number, cast in enumerate(casts, 1))})"


def inserting(table: str, columns: str) -> str:
    """The statement that inserts many rows of these columns."""
    return f"INSERT INTO {table} ({columns}) SELECT * FROM {unnested(table, columns)}"


async def execute_rows(db: Session, statement: str, rows: Sequence[Values]) -> None:
    """Run it once on all the rows."""
    if rows:
        await db.execute(statement, *by_column(rows))


async def query_rows(db: Session, statement: str, rows: Sequence[Values]) -> list[Values]:
    """As `execute_rows`, for a query."""
    return await db.values(statement, *by_column(rows)) if rows else []
