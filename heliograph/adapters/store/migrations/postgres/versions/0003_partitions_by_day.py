"""Timelines and receipts lie in partitions by the day of the task, which its id tells, so that old days go as a whole.

What is there already becomes one partition, in place; it is read through once for that, while writers wait.
"""

from datetime import date, timedelta

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
kind = "pre"

_DAY_MS = 86_400_000
_DAYS_AHEAD = 3
# Table, the column with the id of a task, and what stands before that id.
_TABLES = (("task_event", "task_id", ""), ("receipt", "delivery_id", "msg_"))
_NOW_MS = "SELECT (extract(epoch FROM now()) * 1000)::bigint"


def upgrade() -> None:
    now_ms = int(op.get_bind().execute(sa.text(_NOW_MS)).scalar_one())
    for table, column, prefix in _TABLES:
        newest = op.get_bind().execute(sa.text(f"SELECT max({column}) FROM {table}")).scalar()
        first_day = now_ms // _DAY_MS
        _partition(table, column)
        if newest:
            first_day = max(now_ms, int(newest.removeprefix(prefix)[:12], 16)) // _DAY_MS + 2
            op.execute(
                f"ALTER TABLE {table} ATTACH PARTITION {table}_before "
                f"FOR VALUES FROM (MINVALUE) TO ('{_low_of(first_day, prefix)}')"
            )
        else:
            op.execute(f"DROP TABLE {table}_before")
        for day in range(first_day, now_ms // _DAY_MS + 1 + _DAYS_AHEAD):
            op.execute(
                f"CREATE TABLE {table}_{_date_of(day)} PARTITION OF {table} "
                f"FOR VALUES FROM ('{_low_of(day, prefix)}') TO ('{_low_of(day + 1, prefix)}')"
            )


def _partition(table: str, column: str) -> None:
    op.execute(f"ALTER TABLE {table} RENAME TO {table}_before")
    op.execute(f"CREATE TABLE {table} (LIKE {table}_before INCLUDING STORAGE) PARTITION BY RANGE ({column})")
    # A key of a partitioned table holds the column that it is divided by: the row number stays unique by itself.
    op.execute(f"ALTER TABLE {table}_before DROP CONSTRAINT {table}_pkey")
    op.execute(f"ALTER INDEX ix_{table}_{column} RENAME TO ix_{table}_before_{column}")
    op.create_index(f"ix_{table}_{column}", table, [column])
    _number(table)
    op.execute(f"CREATE TABLE {table}_rest PARTITION OF {table} DEFAULT")


def _number(table: str) -> None:
    """Go on counting where the table has stopped."""
    op.execute(f"ALTER TABLE {table}_before ALTER seq DROP IDENTITY")
    op.execute(f"CREATE SEQUENCE {table}_seq OWNED BY {table}.seq")
    op.execute(f"SELECT setval('{table}_seq', (SELECT coalesce(max(seq), 0) + 1 FROM {table}_before), false)")
    op.execute(f"ALTER TABLE {table} ALTER seq SET DEFAULT nextval('{table}_seq')")


def _date_of(day: int) -> str:
    return f"{date(1970, 1, 1) + timedelta(days=day):%Y%m%d}"


def _low_of(day: int, prefix: str) -> str:
    """The least id of a day: ids begin with their milliseconds."""
    return f"{prefix}{day * _DAY_MS:012x}"
