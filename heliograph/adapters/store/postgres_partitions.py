"""Timelines and receipts lie in partitions by the day of the task, each dropped once no task of it is left.

An id begins with its milliseconds, so every key leads to one partition. What has no partition lies in the rest.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from heliograph.adapters.store.postgres_pool import Database, Session
from heliograph.adapters.store.rows import from_ms, to_ms
from heliograph.adapters.store.schema import metadata
from heliograph.domain.errors import StoreBusy

DAYS_AHEAD = 3
PARTITIONS = 60
"""About how many each table has: with many days of records, one holds several days."""
STRAGGLERS = 200
"""A day that is over for a day is dropped although so many tasks are left: they are carried over into the rest."""

_DAY_MS = 86_400_000
_BOUNDS = re.compile(r"FOR VALUES FROM \((?:MINVALUE|'(\w+)')\) TO \('(\w+)'\)")
# Who waits for a table keeps everybody waiting who comes after: it is tried again at the next sweep.
_SOON = "SET LOCAL lock_timeout = '100ms'"
_ALONE = "SELECT pg_try_advisory_xact_lock(hashtextextended('heliograph partitions', 0))"
_PARTITIONS = """
SELECT relname, pg_get_expr(relpartbound, pg_class.oid) FROM pg_inherits JOIN pg_class ON pg_class.oid = inhrelid
WHERE inhparent = to_regclass($1)
"""
_LEFT = "SELECT id FROM task WHERE id >= $1 AND id < $2 ORDER BY id LIMIT $3"
_THEIR_DELIVERIES = "SELECT id FROM delivery WHERE task_id = ANY($1::text[])"


@dataclass(frozen=True, slots=True)
class Parted:
    """A table, the column that holds a task's id, and what stands before the id there."""

    table: str
    column: str
    prefix: str


PARTED = (
    Parted("task_event", "task_id", ""),
    Parted("receipt", "delivery_id", "msg_"),
)


@dataclass(frozen=True, slots=True)
class Partition:
    """The tasks whose ids are from `low` on and below `high`."""

    name: str
    low: str
    high: str


class Partitions:
    """Makes them for the days to come, and drops those that are over."""

    def __init__(self, database: Database) -> None:
        self._write = database.write

    async def tend(self, *, now: datetime, finished_before: datetime) -> None:
        """As far as it can be done without keeping anybody waiting."""
        with suppress(StoreBusy):
            for parted in PARTED:
                await self._write(partial(_make_ahead, parted=parted, now=now, finished_before=finished_before))
                while await self._write(partial(_drop_one, parted=parted, finished_before=finished_before)):
                    pass


async def _make_ahead(db: Session, *, parted: Parted, now: datetime, finished_before: datetime) -> None:
    if not await _is_alone(db):
        return
    today, width = to_ms(now) // _DAY_MS, max(1, (now - finished_before).days // PARTITIONS)
    made = [int(each.high, 16) // _DAY_MS for each in await _partitions(db, parted)]
    day = max([today, *made])
    while day <= today + DAYS_AHEAD:
        # A partition cannot take over what lies in the rest already: that day stays there.
        if await _rest_holds(db, parted, day, day + width):
            day += 1
            continue
        await make_partition(db, parted, day, day + width)
        day += width


async def _drop_one(db: Session, *, parted: Parted, finished_before: datetime) -> bool:
    """Whether one was dropped: there may be more."""
    if not await _is_alone(db):
        return False
    over, long_over = (_low_of(to_ms(finished_before - timedelta(days=days)) // _DAY_MS) for days in (0, 1))
    for each in await _partitions(db, parted):
        if each.high > over:
            continue
        left = [task_id for (task_id,) in await db.values(_LEFT, each.low, each.high, STRAGGLERS + 1)]
        if not left:
            await db.execute(f"DROP TABLE {each.name}")
            return True
        if each.high <= long_over and len(left) <= STRAGGLERS:
            await _carry_over(db, parted, each, left)
            return True
    return False


async def _carry_over(db: Session, parted: Parted, partition: Partition, tasks: Sequence[str]) -> None:
    keys = [key for (key,) in await db.values(_THEIR_DELIVERIES, tasks)] if parted.prefix else tasks
    columns = ", ".join(metadata.tables[parted.table].columns.keys())
    await db.execute(f"ALTER TABLE {parted.table} DETACH PARTITION {partition.name}")
    await db.execute(
        f"INSERT INTO {parted.table} ({columns}) SELECT {columns} FROM {partition.name} "
        f"WHERE {parted.column} = ANY($1::text[])",
        keys,
    )
    await db.execute(f"DROP TABLE {partition.name}")


async def make_partition(db: Session, parted: Parted, day: int, end: int) -> None:
    """For the tasks of these days, counted from the epoch."""
    name = f"{parted.table}_{from_ms(day * _DAY_MS):%Y%m%d}"
    low, high = parted.prefix + _low_of(day), parted.prefix + _low_of(end)
    # Not PARTITION OF, which locks the whole table against everybody.
    await db.execute(f"CREATE TABLE {name} (LIKE {parted.table} INCLUDING ALL)")
    await db.execute(f"ALTER TABLE {parted.table} ATTACH PARTITION {name} FOR VALUES FROM ('{low}') TO ('{high}')")


async def _partitions(db: Session, parted: Parted) -> list[Partition]:
    """The oldest first, without the rest."""
    found = [(name, _BOUNDS.fullmatch(bounds)) for name, bounds in await db.values(_PARTITIONS, parted.table)]
    made = [
        Partition(name, (match[1] or "").removeprefix(parted.prefix), match[2].removeprefix(parted.prefix))
        for name, match in found
        if match
    ]
    return sorted(made, key=lambda each: each.high)


async def _rest_holds(db: Session, parted: Parted, day: int, end: int) -> bool:
    statement = f"SELECT 1 FROM {parted.table}_rest WHERE {parted.column} >= $1 AND {parted.column} < $2 LIMIT 1"
    return bool(await db.values(statement, parted.prefix + _low_of(day), parted.prefix + _low_of(end)))


async def _is_alone(db: Session) -> bool:
    """Several processes sweep; one of them does this at a time."""
    await db.execute(_SOON)
    [(is_alone,)] = await db.values(_ALONE)
    return bool(is_alone)


def _low_of(day: int) -> str:
    """The least id of a day, counted from the epoch."""
    return f"{day * _DAY_MS:012x}"
