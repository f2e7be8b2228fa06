"""procrastinate on PostgreSQL, delivering with aiohttp."""

import asyncio
from collections.abc import Iterator

import aiohttp
import uvloop
from procrastinate import App, BaseRetryStrategy, JobContext, PsycopgConnector, RetryDecision
from procrastinate.jobs import Job as QueuedJob

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
CONNECTIONS = 20
SETTINGS = (
    f"one process on uvloop, concurrency {IN_FLIGHT}, a pool of {CONNECTIONS} connections, LISTEN/NOTIFY, done jobs "
    f"deleted, workers stalled after {GONE_SECONDS} s (default 30), their jobs retried by a periodic task every 5 s "
    f"(its documentation's recipe, there every 10 min); one aiohttp session; put in by one caller, {BATCH} jobs at once"
)


class Delays(BaseRetryStrategy):
    """The delays that all systems have."""

    def get_retry_decision(self, *, exception: BaseException, job: QueuedJob) -> RetryDecision | None:
        del exception
        return (
            RetryDecision(retry_in={"seconds": RETRY_DELAYS[job.attempts]})
            if job.attempts < len(RETRY_DELAYS)
            else None
        )


app = App(connector=PsycopgConnector(conninfo=BROKER, min_size=4, max_size=CONNECTIONS))
sessions: list[aiohttp.ClientSession] = []


@app.task(name="deliver", retry=Delays())
async def deliver(task_id: str, url: str, text: str) -> None:
    body = text.encode()
    async with sessions[0].post(url, data=body, headers=headers(task_id, body), allow_redirects=False) as answer:
        await answer.read()
        answer.raise_for_status()


@app.periodic(cron="* * * * * */5")
@app.task(name="retry_stalled", queueing_lock="retry_stalled", pass_context=True)
async def retry_stalled(context: JobContext, timestamp: int) -> None:
    del context, timestamp
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=GONE_SECONDS):
        await app.job_manager.retry_job(job)


async def _prepare() -> None:
    async with app.open_async():
        await app.schema_manager.apply_schema_async()


async def _work() -> None:
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=TIMEOUT_SECONDS)
    async with aiohttp.ClientSession(connector=connector, timeout=timeout) as session, app.open_async():
        sessions.append(session)
        await app.run_worker_async(
            concurrency=IN_FLIGHT,
            delete_jobs="successful",
            update_heartbeat_interval=GONE_SECONDS / 3,
            stalled_worker_timeout=GONE_SECONDS,
        )


async def _enqueue(todo: Iterator[Job], rate: float) -> Told:
    async with app.open_async():
        return await offer(
            todo,
            rate,
            lambda some: deliver.batch_defer_async(
                *({"task_id": job.task_id, "url": job.url, "text": job.body} for job in some)
            ),
            callers=CALLERS,
            batch=BATCH,
        )


if __name__ == "__main__":
    serve_commands(
        packages=["procrastinate", "psycopg", "psycopg-pool", "aiohttp", "uvloop"],
        settings=SETTINGS,
        prepare=lambda: asyncio.run(_prepare()),
        work=lambda: uvloop.run(_work()),
        enqueue=lambda todo, rate: uvloop.run(_enqueue(todo, rate)),
    )
