"""How tasks and their events lie in rows, and how they come back."""

import json
from dataclasses import asdict
from datetime import datetime
from typing import Any

from heliograph.adapters.store.rows import Row, from_ms, moment_or_none, ms_or_none, to_ms, trace_values
from heliograph.domain.contract import Size
from heliograph.domain.records import TaskEnd, TaskEvent
from heliograph.domain.task import BlobName, Failure, FailureKind, KeyId, Made, Owner, Task, TaskId, TaskState
from heliograph.domain.trace import TraceContext

TASK_COLUMNS = (
    "id, key_id, state, owner, tries, progress, prompt, size, variants, callback_url, params, created_at, finished_at, "
    "images, failure_kind, failure_message, made, trace_parent, trace_state, seed, fallback, queue, due_at, retries, "
    "settled_tries, generator, preview"
)
END_COLUMNS = "id, state, progress, finished_at, images, failure_kind, failure_message, made"
"""The columns of a task that change when it ends, after the one by which it is found."""
RETURN_COLUMNS = "id, queue, due_at, retries, settled_tries"
"""Likewise, when it waits for another try."""


def task_values(task: Task) -> tuple[Any, ...]:
    """In the order of `TASK_COLUMNS`."""
    _, state, progress, *end = end_values(task)
    _, *waiting = return_values(task)
    return (
        task.id,
        task.key_id,
        state,
        task.owner,
        task.tries,
        progress,
        task.prompt,
        task.size.value,
        task.variants,
        task.callback_url,
        task.params,
        to_ms(task.created_at),
        *end,
        *trace_values(task.trace),
        task.seed,
        task.fallback,
        *waiting,
        task.generator,
        task.preview,
    )


def end_values(task: Task) -> tuple[Any, ...]:
    """In the order of `END_COLUMNS`."""
    kind, message = (str(task.failure.kind), task.failure.message) if task.failure else (None, None)
    images = json.dumps(task.images)
    return (
        task.id,
        str(task.state),
        task.progress,
        ms_or_none(task.finished_at),
        images,
        kind,
        message,
        made_text(task),
    )


def made_text(task: Task) -> str | None:
    """How its column `made` holds it."""
    return json.dumps(asdict(task.made)) if task.made else None


def return_values(task: Task) -> tuple[Any, ...]:
    """In the order of `RETURN_COLUMNS`."""
    return (task.id, task.queue, ms_or_none(task.due_at), task.retries, task.settled_tries)


def task_from(row: Row) -> Task:
    failure = Failure(FailureKind(row["failure_kind"]), row["failure_message"]) if row["failure_kind"] else None
    return Task(
        id=TaskId(row["id"]),
        key_id=KeyId(row["key_id"]),
        state=TaskState(row["state"]),
        owner=Owner(row["owner"]) if row["owner"] else None,
        tries=row["tries"],
        progress=row["progress"],
        prompt=row["prompt"],
        size=Size(row["size"]),
        variants=row["variants"],
        callback_url=row["callback_url"],
        params=row["params"],
        created_at=from_ms(row["created_at"]),
        finished_at=moment_or_none(row["finished_at"]),
        images=tuple(BlobName(name) for name in json.loads(row["images"])),
        failure=failure,
        made=_made_from(row["made"]),
        trace=TraceContext.parse(row["trace_parent"], row["trace_state"]),
        seed=row["seed"],
        fallback=row["fallback"],
        queue=row["queue"],
        due_at=moment_or_none(row["due_at"]),
        retries=row["retries"],
        settled_tries=row["settled_tries"],
        generator=row["generator"],
        preview=row["preview"],
    )


def _made_from(text: str | None) -> Made | None:
    if text is None:
        return None
    made = json.loads(text)
    return Made(model=made["model"], seeds=tuple(made["seeds"]), usage=made["usage"])


def event_values(task: Task, at: datetime, name: str, detail: str = "") -> tuple[str, int, str, str]:
    """The task's id, at, name, detail."""
    return (task.id, to_ms(at), str(name), detail)


def started_values(task: Task, at: datetime) -> tuple[str, int, str, str]:
    """As `event_values`, of a task that a generator has just taken."""
    return event_values(task, at, "started", task.generator)


def ended_values(end: TaskEnd) -> tuple[str, int, str, str]:
    """As `event_values`, of a task's end."""
    return event_values(end.after, end.after.finished_at or end.after.created_at, end.after.state, end.note)


def event_from(row: Row) -> TaskEvent:
    return TaskEvent(
        task_id=TaskId(row["task_id"]),
        at=from_ms(row["at"]),
        name=row["name"],
        detail=row["detail"],
        number=row["seq"],
    )


def picture_values(end: TaskEnd) -> list[tuple[str, str, int]]:
    """Name, the task's id and expires_at of each picture that the end brings."""
    if end.images_until is None:
        return []
    return [(name, end.after.id, to_ms(end.images_until)) for name in end.after.images]
