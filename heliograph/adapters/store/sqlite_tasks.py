"""What SQLite is asked about tasks; each function runs inside the writer's transaction or on a reader."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from heliograph.adapters.store.bulk import execute_bulk, query_bulk
from heliograph.adapters.store.rows import DELIVERY_COLUMNS, delivery_values, first_of_each, to_ms
from heliograph.adapters.store.task_rows import (
    TASK_COLUMNS,
    end_values,
    ended_values,
    event_from,
    event_values,
    picture_values,
    return_values,
    started_values,
    task_from,
    task_values,
)
from heliograph.domain.records import TaskEnd, TaskEvent
from heliograph.domain.task import Owner, Task, TaskId, TaskState

_INSERT = f"INSERT INTO task ({TASK_COLUMNS}) VALUES {{rows}}"
_EVENTS = "INSERT INTO task_event (task_id, at, name, detail) VALUES {rows}"
_EVENTS_OF = "SELECT seq, task_id, at, name, detail FROM task_event WHERE task_id = ? AND seq > ? ORDER BY seq"
_CLAIM = f"""
UPDATE task SET state = 'running', owner = ?, generator = ?, tries = tries + 1 WHERE seq IN (
    SELECT seq FROM task WHERE state = 'queued' AND queue = ? AND (due_at IS NULL OR due_at <= ?)
    ORDER BY created_at LIMIT ?
) RETURNING {TASK_COLUMNS}
"""
_HELD = """
WITH seen AS (VALUES {rows}) SELECT column1 AS found FROM seen CROSS JOIN task ON task.id = column2
WHERE state = column3 AND owner IS column4 AND tries = column5
"""
_FINISH = """
WITH new AS (VALUES {rows}) UPDATE task SET state = column2, owner = NULL, progress = max(progress, column3),
    finished_at = column4, images = column5, failure_kind = column6, failure_message = column7,
    made = coalesce(column8, made), preview = 0
FROM new WHERE task.id = column1
"""
# There are as few as there are tasks being drawn: to look at each is less than to ask for every task that ends.
# Crossed, or SQLite would begin with every task that has ever ended.
_DROP_PREVIEWS = """
DELETE FROM preview WHERE task_id IN (
    SELECT task_id FROM preview CROSS JOIN task ON task.id = task_id WHERE finished_at IS NOT NULL
)
"""
_RETURN = """
UPDATE task SET state = 'queued', owner = NULL, queue = ?, due_at = ?, retries = ?, settled_tries = ?
WHERE id = ? AND state = ? AND owner IS ? AND tries = ?
"""
_DELIVERIES = f"INSERT INTO delivery ({DELIVERY_COLUMNS}) VALUES {{rows}}"
_BODIES = "INSERT INTO delivery_body (delivery_id, body) VALUES {rows}"
_BLOBS = "INSERT OR REPLACE INTO blob (name, task_id, expires_at) VALUES {rows}"
_PROGRESS = "UPDATE task SET progress = ? WHERE id = ? AND state = ? AND owner IS ? AND tries = ? AND progress < ?"
_PREVIEW = (
    "UPDATE task SET preview = preview + 1 WHERE id = ? AND state = ? AND owner IS ? AND tries = ? RETURNING preview"
)
_KEEP_PREVIEW = "INSERT OR REPLACE INTO preview (task_id, image) VALUES (?, ?)"
_HELD_BY = "SELECT id, tries FROM task WHERE state = 'running' AND finished_at IS NULL AND owner = ?"
_OVERDUE = f"""
SELECT {TASK_COLUMNS} FROM task
WHERE state IN ('queued', 'running') AND finished_at IS NULL AND created_at < ? ORDER BY created_at LIMIT ?
"""


def record(db: sqlite3.Connection, tasks: Sequence[Task]) -> list[None]:
    execute_bulk(db, _INSERT, [task_values(task) for task in tasks])
    running = [task for task in tasks if task.state is TaskState.RUNNING]
    accepted = [event_values(task, task.created_at, "accepted") for task in tasks]
    execute_bulk(db, _EVENTS, accepted + [started_values(task, task.created_at) for task in running])
    return [None for _ in tasks]


def claim(
    db: sqlite3.Connection, *, owner: Owner, limit: int, now: datetime, queues: Sequence[str], generator: str
) -> list[Task]:
    claimed: list[Task] = []
    for queue in queues:
        rows = db.execute(_CLAIM, (owner, generator, queue, to_ms(now), limit - len(claimed))).fetchall()
        claimed += sorted(map(task_from, rows), key=lambda task: (task.created_at, task.id))
    execute_bulk(db, _EVENTS, [started_values(task, now) for task in claimed])
    return claimed


def note_progress(db: sqlite3.Connection, task: Task, progress: float, preview: bytes | None, now: datetime) -> None:
    held = (task.id, str(task.state), task.owner, task.tries)
    events = []
    if db.execute(_PROGRESS, (progress, *held, progress)).rowcount:
        events.append(event_values(task, now, "progress", f"{progress:.2f}"))
    if preview is not None:
        for (number,) in db.execute(_PREVIEW, held).fetchall():
            db.execute(_KEEP_PREVIEW, (task.id, preview))
            events.append(event_values(task, now, "preview", str(number)))
    execute_bulk(db, _EVENTS, events)


def preview(db: sqlite3.Connection, task_id: TaskId) -> bytes | None:
    row = db.execute("SELECT image FROM preview WHERE task_id = ?", (task_id,)).fetchone()
    return row[0] if row else None


def put_back(db: sqlite3.Connection, before: Task, after: Task, note: str, now: datetime) -> bool:
    """False, and nothing written, where the task is no longer as it was."""
    _, *waiting = return_values(after)
    written = db.execute(_RETURN, (*waiting, before.id, str(before.state), before.owner, before.tries)).rowcount == 1
    if written:
        execute_bulk(db, _EVENTS, [event_values(before, now, "failed_try", note)])
    return written


def held_by(db: sqlite3.Connection, owner: Owner) -> set[tuple[TaskId, int]]:
    return {(TaskId(task_id), tries) for task_id, tries in db.execute(_HELD_BY, (owner,))}


def finish(db: sqlite3.Connection, ends: Sequence[TaskEnd]) -> list[bool]:
    """False for each task that is no longer as it was, of which nothing is written."""
    before = [end.before for end in ends]
    seen = [(place, task.id, str(task.state), task.owner, task.tries) for place, task in enumerate(before)]
    written = first_of_each([task.id for task in before], set(query_bulk(db, _HELD, seen)))
    kept = [end for place, end in enumerate(ends) if place in written]
    execute_bulk(db, _FINISH, [end_values(end.after) for end in kept])
    execute_bulk(db, _EVENTS, [ended_values(end) for end in kept])
    db.execute(_DROP_PREVIEWS)
    owed = [end.delivery for end in kept if end.delivery]
    execute_bulk(db, _DELIVERIES, [delivery_values(delivery) for delivery in owed])
    execute_bulk(db, _BODIES, [(delivery.id, delivery.body.decode()) for delivery in owed])
    execute_bulk(db, _BLOBS, [blob for end in kept for blob in picture_values(end)])
    return [place in written for place in range(len(ends))]


def find(db: sqlite3.Connection, task_id: TaskId) -> Task | None:
    row = db.execute(f"SELECT {TASK_COLUMNS} FROM task WHERE id = ?", (task_id,)).fetchone()
    return task_from(row) if row else None


def events(db: sqlite3.Connection, task_id: TaskId, after: int) -> list[TaskEvent]:
    return [event_from(row) for row in db.execute(_EVENTS_OF, (task_id, after))]


def overdue(db: sqlite3.Connection, created_before: datetime, limit: int) -> list[Task]:
    return [task_from(row) for row in db.execute(_OVERDUE, (to_ms(created_before), limit))]
