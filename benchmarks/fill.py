"""Fills a folder's database: finished tasks by the million, owed callbacks by the thousand."""

import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import asyncpg

from heliograph.adapters.store.postgres_presence import CHANNEL
from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    RECEIPT_COLUMNS,
    delivery_values,
    receipt_values,
    to_ms,
)
from heliograph.adapters.store.sqlite import DATABASE, migrate_folder
from heliograph.adapters.store.task_rows import TASK_COLUMNS, task_values
from heliograph.domain.contract import Size, success_callback
from heliograph.domain.delivery import Delivery, DeliveryId, DeliveryState, Receipt, lane_of
from heliograph.domain.task import BlobName, KeyId, Task, TaskId, TaskState, new_task_id
from heliograph.domain.verdict import Answer, Verdict

HANDFUL = 20_000
NOBODY = KeyId("0" * 64)
KEPT = timedelta(days=14)
SAMPLED = 100
"""Ids that are remembered of each handful."""
LINK = "http://127.0.0.1:8000/files/{name}?expires=1796593309&signature=w2FICl7gm3s2ClSlzJLe4BHcaOadZp4CCAwz3YWa6P4"


def owed(folder: Path, count: int, urls: Sequence[str], key_id: KeyId = NOBODY) -> None:
    """Finished tasks whose callbacks are owed, in turn to each of the URLs."""
    _fill(folder, count, urls, DeliveryState.OWED, key_id)


def finished(folder: Path, count: int) -> list[TaskId]:
    """Finished tasks with delivered callbacks and receipts, spread over a day; some of their ids."""
    return _fill(folder, count, ["http://127.0.0.1:9/cb"], DeliveryState.DELIVERED)


async def owed_on_postgres(database_url: str, count: int, urls: Sequence[str]) -> None:
    """As `owed`, on PostgreSQL, all at one moment; every process hears of it."""
    await _copied(database_url, _tasks(count, urls), DeliveryState.OWED)


async def finished_on_postgres(database_url: str, count: int, *, days: int) -> None:
    """As `finished`, on PostgreSQL, spread over so many days."""
    await _copied(database_url, _tasks(count, ["http://127.0.0.1:9/cb"], days=days), DeliveryState.DELIVERED)


async def queued_on_postgres(database_url: str, count: int, urls: Sequence[str]) -> None:
    """Tasks that wait to be drawn, on PostgreSQL, all at one moment; every process hears of it."""
    now = datetime.now(UTC)
    queued = (
        replace(task, state=TaskState.QUEUED, tries=0, progress=0.0, created_at=now, finished_at=None, images=())
        for task in _tasks(count, urls)
    )
    await _copied(database_url, queued, None)


async def _copied(database_url: str, tasks: Iterator[Task], state: DeliveryState | None) -> None:
    connection = await asyncpg.connect(database_url)
    async with connection.transaction():
        while handful := list(islice(tasks, HANDFUL)):
            for table, columns, rows in _rows(handful, state):
                await connection.copy_records_to_table(table, columns=columns.split(", "), records=rows)
        await connection.execute(f"NOTIFY {CHANNEL}")
    await connection.execute("ANALYZE")
    await connection.close()


def _fill(folder: Path, count: int, urls: Sequence[str], state: DeliveryState, key_id: KeyId = NOBODY) -> list[TaskId]:
    migrate_folder(folder)
    db = sqlite3.connect(folder / DATABASE, isolation_level=None)
    db.execute("PRAGMA synchronous = OFF")
    tasks, sample = _tasks(count, urls, key_id), []
    while handful := list(islice(tasks, HANDFUL)):
        db.execute("BEGIN")
        _insert(db, handful, state)
        db.execute("COMMIT")
        sample += [task.id for task in handful[:: max(1, len(handful) // SAMPLED)]]
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return sample


def _tasks(count: int, urls: Sequence[str], key_id: KeyId = NOBODY, *, days: int = 1) -> Iterator[Task]:
    begin, step = datetime.now(UTC) - timedelta(days=days), timedelta(days=days) / count
    for number in range(count):
        at = begin + number * step
        task_id = new_task_id(int(at.timestamp() * 1000), secrets.token_bytes(10))
        yield Task(
            id=task_id,
            key_id=key_id,
            prompt="a red bicycle leaning on a white wall",
            size=Size.SQUARE,
            variants=1,
            callback_url=urls[number % len(urls)],
            params='{"prompt":"a red bicycle leaning on a white wall","size":"1:1"}',
            created_at=at,
            state=TaskState.SUCCEEDED,
            tries=1,
            progress=1.0,
            finished_at=at,
            images=(BlobName(f"{task_id}_1.png"),),
        )


def _insert(db: sqlite3.Connection, tasks: Sequence[Task], state: DeliveryState) -> None:
    for table, columns, rows in _rows(tasks, state):
        if rows:
            places = ", ".join("?" * len(rows[0]))
            db.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)


def _rows(tasks: Sequence[Task], state: DeliveryState | None) -> Iterator[tuple[str, str, list[tuple[object, ...]]]]:
    """Table, columns and rows of each table; without a state of deliveries the tasks have none yet."""
    yield "task", TASK_COLUMNS, [task_values(task) for task in tasks]
    if state is None:
        yield "task_event", "task_id, at, name, detail", [(t.id, to_ms(t.created_at), "accepted", "") for t in tasks]
        return
    deliveries = [_delivery(task, state) for task in tasks]
    yield "delivery", DELIVERY_COLUMNS, [delivery_values(delivery) for delivery in deliveries]
    yield "delivery_body", "delivery_id, body", [(delivery.id, delivery.body.decode()) for delivery in deliveries]
    names = ("accepted", "started", "succeeded")
    events: list[tuple[object, ...]] = [(task.id, to_ms(task.created_at), name, "") for task in tasks for name in names]
    yield "task_event", "task_id, at, name, detail", events
    kept: list[tuple[object, ...]] = [
        (name, task.id, to_ms(task.created_at + KEPT)) for task in tasks for name in task.images
    ]
    yield "blob", "name, task_id, expires_at", kept
    if state is DeliveryState.DELIVERED:
        yield "receipt", RECEIPT_COLUMNS, [receipt_values(_receipt(delivery)) for delivery in deliveries]


def _delivery(task: Task, state: DeliveryState) -> Delivery:
    url = task.callback_url or ""
    return Delivery(
        id=DeliveryId(f"msg_{task.id}"),
        task_id=task.id,
        key_id=task.key_id,
        url=url,
        lane=lane_of(url),
        body=success_callback(task.id, [LINK.format(name=task.images[0])]),
        created_at=task.created_at,
        due_at=task.created_at,
        state=state,
        attempt=int(state is DeliveryState.DELIVERED),
        ended_at=task.created_at if state is DeliveryState.DELIVERED else None,
        last_status=200 if state is DeliveryState.DELIVERED else None,
    )


def _receipt(delivery: Delivery) -> Receipt:
    return Receipt(
        delivery_id=delivery.id,
        attempt=1,
        started_at=delivery.due_at,
        ended_at=delivery.due_at,
        answer=Answer(status=200, address="127.0.0.1", excerpt='{"status":"received"}', bytes_read=21),
        verdict=Verdict.DELIVERED,
        next_attempt_at=None,
    )
