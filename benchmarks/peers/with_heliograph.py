"""Heliograph, its owed callbacks recorded by another process, as a client library of it would do."""

import os
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import uvloop

from benchmarks.peers.job import BROKER, IN_FLIGHT, Job, Told, offer, serve_commands
from benchmarks.processes import KEY
from heliograph.adapters.store.places import attach_store, migrate_store
from heliograph.domain.contract import Size
from heliograph.domain.delivery import Delivery, DeliveryId, lane_of
from heliograph.domain.records import TaskEnd
from heliograph.domain.task import BlobName, KeyId, Owner, Task, TaskId, TaskState, succeeded

FOLDER = Path(os.environ.get("PEER_FOLDER", "."))
PORT = os.environ.get("PEER_PORT", "")
CALLERS, BATCH = 4, 100
SERVER = (
    f"one `heliograph serve`, default settings but for {IN_FLIGHT} callbacks in flight, no rate limit, the rehearsal "
    "generator and loopback opened; it logs every attempt, keeps a receipt of it, and signs twice"
)
SETTINGS = (
    f"{SERVER}; recorded beside it by {CALLERS} callers at once, {BATCH} each, tasks in one transaction, their ends "
    "with the owed callbacks in another; told by a ring at the data folder on SQLite, by NOTIFY on PostgreSQL"
)
KEY_ID = KeyId("0" * 64)
WRITER = Owner("benchmark")


def prepare() -> None:
    migrate_store(BROKER, FOLDER)


def work() -> None:
    settings = {
        "HELIOGRAPH_PORT": PORT,
        "HELIOGRAPH_DATA_DIR": str(FOLDER),
        "HELIOGRAPH_DATABASE_URL": BROKER,
        "HELIOGRAPH_API_KEYS": KEY,
        "HELIOGRAPH_GENERATOR": "rehearsal",
        "HELIOGRAPH_SUBMIT_RATE": "0",
        "HELIOGRAPH_EGRESS_ALLOW": "127.0.0.0/8",
        "HELIOGRAPH_CALLBACKS_IN_FLIGHT": str(IN_FLIGHT),
    }
    os.execve(sys.executable, [sys.executable, "-m", "heliograph", "serve"], os.environ | settings)


def enqueue(todo: Iterator[Job], rate: float) -> Told:
    return uvloop.run(_enqueue(todo, rate))


async def _enqueue(todo: Iterator[Job], rate: float) -> Told:
    store = await attach_store(BROKER, FOLDER)
    # Without a lease a server would give back what another process has begun.
    await store.hold(WRITER, now=datetime.now(UTC), seconds=300)

    async def put(some: list[Job]) -> None:
        now = datetime.now(UTC)
        tasks = [_running(job, now) for job in some]
        await store.record_tasks(tasks)
        ends = [_end(task, job, now) for task, job in zip(tasks, some, strict=True)]
        if not all(await store.finish_tasks(ends)):
            raise RuntimeError("a task had changed hands before its callback was recorded")

    told = await offer(todo, rate, put, callers=CALLERS, batch=BATCH)
    await store.close()
    return told


def _running(job: Job, now: datetime) -> Task:
    return Task(
        id=TaskId(job.task_id),
        key_id=KEY_ID,
        prompt="a red bicycle leaning on a white wall",
        size=Size.SQUARE,
        variants=1,
        callback_url=job.url,
        params='{"prompt":"a red bicycle leaning on a white wall","size":"1:1"}',
        created_at=now,
        state=TaskState.RUNNING,
        owner=WRITER,
        tries=1,
    )


def _end(task: Task, job: Job, now: datetime) -> TaskEnd:
    delivery = Delivery(
        id=DeliveryId(f"msg_{task.id}"),
        task_id=task.id,
        key_id=KEY_ID,
        url=job.url,
        lane=lane_of(job.url),
        body=job.body.encode(),
        created_at=now,
        due_at=now,
    )
    images = (BlobName(f"{task.id}_1.png"),)
    return TaskEnd(
        before=task, after=succeeded(task, images, at=now), delivery=delivery, images_until=now + timedelta(days=14)
    )


if __name__ == "__main__":
    packages = ["heliograph", "asyncpg", "uvloop"]
    serve_commands(packages=packages, settings=SETTINGS, prepare=prepare, work=work, enqueue=enqueue)
