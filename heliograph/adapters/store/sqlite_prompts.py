"""What SQLite is asked about the prompts that tasks are drawn with."""

import sqlite3
from datetime import datetime

from heliograph.adapters.store.rows import to_ms
from heliograph.adapters.store.task_rows import made_text
from heliograph.domain.task import Task, TaskId
from heliograph.domain.wording import Wording, drawn_with

_NOTE = """
INSERT INTO task_prompt (task_id, prompt)
SELECT id, ? FROM task WHERE id = ? AND state = ? AND owner IS ? AND tries = ? ON CONFLICT DO NOTHING
"""
_EVENT = "INSERT INTO task_event (task_id, at, name, detail) VALUES (?, ?, ?, ?)"


def note(db: sqlite3.Connection, task: Task, wording: Wording, now: datetime) -> None:
    if db.execute(_NOTE, (wording.prompt, task.id, str(task.state), task.owner, task.tries)).rowcount:
        if wording.usage:
            db.execute("UPDATE task SET made = ? WHERE id = ?", (made_text(drawn_with(task, wording)), task.id))
        db.execute(_EVENT, (task.id, to_ms(now), wording.event, wording.detail))


def find(db: sqlite3.Connection, task_id: TaskId) -> str | None:
    row = db.execute("SELECT prompt FROM task_prompt WHERE task_id = ?", (task_id,)).fetchone()
    return str(row["prompt"]) if row else None
