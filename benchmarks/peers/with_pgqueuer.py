"""pgqueuer on PostgreSQL, delivering with aiohttp."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta

import aiohttp
import asyncpg
import uvloop
from pgqueuer import PgQueuer
from pgqueuer.db import AsyncpgDriver
from pgqueuer.errors import RetryRequested
from pgqueuer.models import Job as QueuedJob
from pgqueuer.queries import Queries

from benchmarks.peers.job import (
    BROKER,
    GONE_SECONDS,
    IN_FLIGHT,
    RETRY_DELAYS,
    TIMEOUT_SECONDS,
    Job,
    Told,
    headers,
    offer,
    serve_commands,
)

CALLERS, BATCH = 1, 100
SETTINGS = (
    f"one process on uvloop, max_concurrent_tasks {IN_FLIGHT}, batch_size {IN_FLIGHT // 2} (the most it allows then), "
    f"durable tables, heartbeat timeout {GONE_SECONDS} s (default 30); one aiohttp session; put in by one caller, "
    f"{BATCH} jobs at once"
)


def prepare() -> None:
    asyncio.run(_prepare())


async def _prepare() -> None:
    connection = await asyncpg.connect(BROKER)
    await Queries(AsyncpgDriver(connection)).install()
    await connection.close()


async def _work() -> None:
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session:
        queue = PgQueuer(AsyncpgDriver(await asyncpg.connect(BROKER)))

        @queue.entrypoint("deliver")
        async def deliver(job: QueuedJob) -> None:
            task_id, url, body = (job.payload or b"").split(b"\n", 2)
            try:
                await post(session, task_id.decode(), url.decode(), body)
            except (aiohttp.ClientError, TimeoutError) as error:
                if job.attempts >= len(RETRY_DELAYS):
                    raise
                raise RetryRequested(delay=timedelta(seconds=RETRY_DELAYS[job.attempts])) from error

        await queue.run(
            batch_size=IN_FLIGHT // 2,
            max_concurrent_tasks=IN_FLIGHT,
            heartbeat_timeout=timedelta(seconds=GONE_SECONDS),
        )


async def post(session: aiohttp.ClientSession, task_id: str, url: str, body: bytes) -> None:
    async with session.post(url, data=body, headers=headers(task_id, body), allow_redirects=False) as answer:
        await answer.read()
        answer.raise_for_status()


async def _enqueue(todo: Iterator[Job], rate: float) -> Told:
    connection = await asyncpg.connect(BROKER)
    queries = Queries(AsyncpgDriver(connection))

    async def put(some: list[Job]) -> None:
        payloads: list[bytes | None] = [f"{job.task_id}\n{job.url}\n{job.body}".encode() for job in some]
        await queries.enqueue(["deliver"] * len(some), payloads, [0] * len(some))

    told = await offer(todo, rate, put, callers=CALLERS, batch=BATCH)
    await connection.close()
    return told


if __name__ == "__main__":
    serve_commands(
        packages=["pgqueuer", "asyncpg", "aiohttp", "uvloop"],
        settings=SETTINGS,
        prepare=prepare,
        work=lambda: uvloop.run(_work()),
        enqueue=lambda todo, rate: uvloop.run(_enqueue(todo, rate)),
    )
