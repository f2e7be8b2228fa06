"""arq on Redis, delivering with httpx."""

import asyncio
from collections.abc import Iterator
from typing import Any

import httpx
import uvloop
from arq import Retry, Worker, create_pool, func
from arq.connections import RedisSettings

from benchmarks.peers.job import (
    BROKER,
    IN_FLIGHT,
    RETRY_DELAYS,
    TIMEOUT_SECONDS,
    Job,
    Told,
    headers,
    offer,
    serve_commands,
)

CALLERS = 32
POLL_SECONDS = 0.05
JOB_SECONDS = TIMEOUT_SECONDS + 5
SETTINGS = (
    f"one process on uvloop, max_jobs {IN_FLIGHT}, max_tries {1 + len(RETRY_DELAYS)}, results not kept, "
    f"polling every {POLL_SECONDS} s (default 0.5), job timeout {JOB_SECONDS} s, so that what a dead worker held comes "
    f"back after {JOB_SECONDS + 10} s; one httpx client with {IN_FLIGHT} kept connections; put in by {CALLERS} callers "
    "at once, one job each"
)


async def open_client(ctx: dict[Any, Any]) -> None:
    ctx["client"] = httpx.AsyncClient(
        limits=httpx.Limits(max_connections=IN_FLIGHT, max_keepalive_connections=IN_FLIGHT),
        timeout=TIMEOUT_SECONDS,
        trust_env=False,
    )


async def close_client(ctx: dict[Any, Any]) -> None:
    await ctx["client"].aclose()


async def deliver(ctx: dict[Any, Any], task_id: str, url: str, text: str) -> None:
    body = text.encode()
    try:
        answer = await ctx["client"].post(url, content=body, headers=headers(task_id, body))
        answer.raise_for_status()
    except httpx.HTTPError as error:
        if ctx["job_try"] > len(RETRY_DELAYS):
            raise
        raise Retry(defer=RETRY_DELAYS[ctx["job_try"] - 1]) from error


def work() -> None:
    asyncio.set_event_loop_policy(uvloop.EventLoopPolicy())
    asyncio.set_event_loop(asyncio.new_event_loop())
    Worker(
        functions=[func(deliver, keep_result=0, timeout=JOB_SECONDS, max_tries=1 + len(RETRY_DELAYS))],
        redis_settings=RedisSettings.from_dsn(BROKER),
        on_startup=open_client,
        on_shutdown=close_client,
        max_jobs=IN_FLIGHT,
        job_timeout=JOB_SECONDS,
        keep_result=0,
        poll_delay=POLL_SECONDS,
        log_results=False,
    ).run()


def enqueue(todo: Iterator[Job], rate: float) -> Told:
    return uvloop.run(_enqueue(todo, rate))


async def _enqueue(todo: Iterator[Job], rate: float) -> Told:
    pool = await create_pool(RedisSettings.from_dsn(BROKER))

    async def put(some: list[Job]) -> None:
        for job in some:
            await pool.enqueue_job("deliver", job.task_id, job.url, job.body)

    told = await offer(todo, rate, put, callers=CALLERS)
    await pool.aclose()
    return told


if __name__ == "__main__":
    serve_commands(
        packages=["arq", "redis", "hiredis", "httpx", "uvloop"], settings=SETTINGS, work=work, enqueue=enqueue
    )
