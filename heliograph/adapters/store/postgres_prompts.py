"""What PostgreSQL is asked about the prompts that tasks are drawn with."""

from datetime import datetime

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.rows import to_ms
from heliograph.adapters.store.task_rows import made_text
from heliograph.domain.task import Task, TaskId
from heliograph.domain.wording import Wording, drawn_with

# Locked: the events of a task become visible in the order of their numbers.
_NOTE = """
INSERT INTO task_prompt (task_id, prompt)
SELECT id, $1::text FROM task WHERE id = $2 AND state = $3 AND owner IS NOT DISTINCT FROM $4::text AND tries = $5
FOR UPDATE ON CONFLICT DO NOTHING
"""
_EVENT = "INSERT INTO task_event (task_id, at, name, detail) VALUES ($1, $2, $3, $4)"


async def note(db: Session, task: Task, wording: Wording, now: datetime) -> None:
    if await db.execute(_NOTE, wording.prompt, task.id, str(task.state), task.owner, task.tries):
        if wording.usage:
            await db.execute("UPDATE task SET made = $1 WHERE id = $2", made_text(drawn_with(task, wording)), task.id)
        await db.execute(_EVENT, task.id, to_ms(now), wording.event, wording.detail)


async def find(db: Session, task_id: TaskId) -> str | None:
    rows = await db.values("SELECT prompt FROM task_prompt WHERE task_id = $1", task_id)
    return str(rows[0][0]) if rows else None
