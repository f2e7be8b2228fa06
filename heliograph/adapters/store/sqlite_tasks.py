"""What SQLite is asked about tasks; each function runs inside the writer's transaction or on a reader."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from heliograph.adapters.store.bulk import execute_bulk, query_bulk
from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    TASK_COLUMNS,
    delivery_values,
    end_values,
    event_from,
    event_values,
    first_of_each,
    picture_values,
    task_from,
    task_values,
    to_ms,
)
from heliograph.domain.task import Owner, Task, TaskId, TaskState
from heliograph.ports import TaskEnd, TaskEvent

_INSERT = f"INSERT INTO task ({TASK_COLUMNS}) VALUES {{rows}}"
_EVENTS = "INSERT INTO task_event (task_id, at, name, detail) VALUES {rows}"
_CLAIM = f"""
UPDATE task SET state = 'running', owner = ?, tries = tries + 1 WHERE seq IN (
    SELECT seq FROM task WHERE state = 'queued' AND finished_at IS NULL ORDER BY created_at LIMIT ?
) RETURNING {TASK_COLUMNS}
"""
_HELD = """
WITH seen AS (VALUES {rows}) SELECT column1 AS found FROM seen CROSS JOIN task ON task.id = column2
WHERE state = column3 AND owner IS column4 AND tries = column5
"""
_FINISH = """
WITH new AS (VALUES {rows}) UPDATE task SET state = column2, owner = NULL, progress = max(progress, column3),
    finished_at = column4, images = column5, failure_kind = column6, failure_message = column7
FROM new WHERE task.id = column1
"""
_DELIVERIES = f"INSERT INTO delivery ({DELIVERY_COLUMNS}) VALUES {{rows}}"
_BODIES = "INSERT INTO delivery_body (delivery_id, body) VALUES {rows}"
_BLOBS = "INSERT OR REPLACE INTO blob (name, task_id, expires_at) VALUES {rows}"
_PROGRESS = "UPDATE task SET progress = ? WHERE id = ? AND state = ? AND owner IS ? AND tries = ? AND progress < ?"
_OVERDUE = f"""
SELECT {TASK_COLUMNS} FROM task
WHERE state IN ('queued', 'running') AND finished_at IS NULL AND created_at < ? ORDER BY created_at LIMIT ?
"""


def record(db: sqlite3.Connection, tasks: Sequence[Task]) -> list[None]:
    execute_bulk(db, _INSERT, [task_values(task) for task in tasks])
    running = [task for task in tasks if task.state is TaskState.RUNNING]
    accepted = [event_values(task, task.created_at, "accepted") for task in tasks]
    execute_bulk(db, _EVENTS, accepted + [event_values(task, task.created_at, "started") for task in running])
    return [None for _ in tasks]


def claim(db: sqlite3.Connection, owner: Owner, limit: int, now: datetime) -> list[Task]:
    claimed = [task_from(row) for row in db.execute(_CLAIM, (owner, limit)).fetchall()]
    execute_bulk(db, _EVENTS, [event_values(task, now, "started") for task in claimed])
    return sorted(claimed, key=lambda task: (task.created_at, task.id))


def note_progress(db: sqlite3.Connection, task: Task, progress: float, now: datetime) -> None:
    raised = db.execute(_PROGRESS, (progress, task.id, str(task.state), task.owner, task.tries, progress)).rowcount
    if raised:
        execute_bulk(db, _EVENTS, [event_values(task, now, "progress", f"{progress:.2f}")])


def finish(db: sqlite3.Connection, ends: Sequence[TaskEnd]) -> list[bool]:
    """False for each task that is no longer as it was, of which nothing is written."""
    before = [end.before for end in ends]
    seen = [(place, task.id, str(task.state), task.owner, task.tries) for place, task in enumerate(before)]
    written = first_of_each([task.id for task in before], set(query_bulk(db, _HELD, seen)))
    kept = [end for place, end in enumerate(ends) if place in written]
    execute_bulk(db, _FINISH, [(end.after.id, *end_values(end.after)) for end in kept])
    events = [event_values(end.after, end.after.finished_at or end.after.created_at, end.after.state) for end in kept]
    execute_bulk(db, _EVENTS, events)
    owed = [end.delivery for end in kept if end.delivery]
    execute_bulk(db, _DELIVERIES, [delivery_values(delivery) for delivery in owed])
    execute_bulk(db, _BODIES, [(delivery.id, delivery.body.decode()) for delivery in owed])
    execute_bulk(db, _BLOBS, [blob for end in kept for blob in picture_values(end)])
    return [place in written for place in range(len(ends))]


def find(db: sqlite3.Connection, task_id: TaskId) -> Task | None:
    row = db.execute(f"SELECT {TASK_COLUMNS} FROM task WHERE id = ?", (task_id,)).fetchone()
    return task_from(row) if row else None


def events(db: sqlite3.Connection, task_id: TaskId) -> list[TaskEvent]:
    rows = db.execute("SELECT task_id, at, name, detail FROM task_event WHERE task_id = ? ORDER BY seq", (task_id,))
    return [event_from(row) for row in rows]


def overdue(db: sqlite3.Connection, created_before: datetime, limit: int) -> list[Task]:
    return [task_from(row) for row in db.execute(_OVERDUE, (to_ms(created_before), limit))]
