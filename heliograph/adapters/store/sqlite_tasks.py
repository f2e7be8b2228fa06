"""What SQLite is asked about tasks; each function runs inside the writer's transaction or on a reader."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from heliograph.adapters.store.rows import (
    DELIVERY_COLUMNS,
    TASK_COLUMNS,
    delivery_values,
    end_values,
    event_from,
    marks,
    task_from,
    task_values,
    to_ms,
)
from heliograph.domain.task import Owner, Task, TaskId, TaskState
from heliograph.ports import TaskEnd, TaskEvent

_INSERT = f"INSERT INTO task ({TASK_COLUMNS}) VALUES ({marks(TASK_COLUMNS)})"
_EVENT = "INSERT INTO task_event (task_id, at, name, detail) VALUES (?, ?, ?, ?)"
_CLAIM = f"""
UPDATE task SET state = 'running', owner = ?, tries = tries + 1 WHERE seq IN (
    SELECT seq FROM task WHERE state = 'queued' AND finished_at IS NULL ORDER BY created_at LIMIT ?
) RETURNING {TASK_COLUMNS}
"""
_FINISH = """
UPDATE task SET state = ?, owner = NULL, progress = max(progress, ?), finished_at = ?, images = ?, failure_kind = ?,
    failure_message = ?
WHERE id = ? AND state = ? AND owner IS ? AND tries = ?
"""
_DELIVERY = f"INSERT INTO delivery ({DELIVERY_COLUMNS}) VALUES ({marks(DELIVERY_COLUMNS)})"
_BODY = "INSERT INTO delivery_body (delivery_id, body) VALUES (?, ?)"
_BLOB = "INSERT OR REPLACE INTO blob (name, task_id, expires_at) VALUES (?, ?, ?)"
_PROGRESS = "UPDATE task SET progress = ? WHERE id = ? AND state = ? AND owner IS ? AND tries = ? AND progress < ?"
_OVERDUE = f"""
SELECT {TASK_COLUMNS} FROM task
WHERE state IN ('queued', 'running') AND finished_at IS NULL AND created_at < ? ORDER BY created_at LIMIT ?
"""


def record(db: sqlite3.Connection, tasks: Sequence[Task]) -> None:
    for task in tasks:
        db.execute(_INSERT, task_values(task))
        _note(db, task.id, task.created_at, "accepted")
        if task.state is TaskState.RUNNING:
            _note(db, task.id, task.created_at, "started")


def claim(db: sqlite3.Connection, owner: Owner, limit: int, now: datetime) -> list[Task]:
    claimed = [task_from(row) for row in db.execute(_CLAIM, (owner, limit)).fetchall()]
    for task in claimed:
        _note(db, task.id, now, "started")
    return sorted(claimed, key=lambda task: (task.created_at, task.id))


def note_progress(db: sqlite3.Connection, task: Task, progress: float, now: datetime) -> None:
    raised = db.execute(_PROGRESS, (progress, task.id, str(task.state), task.owner, task.tries, progress)).rowcount
    if raised:
        _note(db, task.id, now, "progress", f"{progress:.2f}")


def finish(db: sqlite3.Connection, end: TaskEnd) -> bool:
    held = (end.before.id, str(end.before.state), end.before.owner, end.before.tries)
    if not db.execute(_FINISH, (*end_values(end.after), *held)).rowcount:
        return False
    _note(db, end.after.id, end.after.finished_at or end.after.created_at, str(end.after.state))
    if end.delivery:
        db.execute(_DELIVERY, delivery_values(end.delivery))
        db.execute(_BODY, (end.delivery.id, end.delivery.body.decode()))
    if end.images_until:
        until = to_ms(end.images_until)
        db.executemany(_BLOB, [(name, end.after.id, until) for name in end.after.images])
    return True


def find(db: sqlite3.Connection, task_id: TaskId) -> Task | None:
    row = db.execute(f"SELECT {TASK_COLUMNS} FROM task WHERE id = ?", (task_id,)).fetchone()
    return task_from(row) if row else None


def events(db: sqlite3.Connection, task_id: TaskId) -> list[TaskEvent]:
    rows = db.execute("SELECT task_id, at, name, detail FROM task_event WHERE task_id = ? ORDER BY seq", (task_id,))
    return [event_from(row) for row in rows]


def overdue(db: sqlite3.Connection, created_before: datetime, limit: int) -> list[Task]:
    return [task_from(row) for row in db.execute(_OVERDUE, (to_ms(created_before), limit))]


def _note(db: sqlite3.Connection, task_id: TaskId, at: datetime, name: str, detail: str = "") -> None:
    db.execute(_EVENT, (task_id, to_ms(at), name, detail))
