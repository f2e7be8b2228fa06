"""What PostgreSQL is asked about tasks; each function runs inside a transaction of its own or on a reader."""

from collections.abc import Sequence
from datetime import datetime

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.postgres_sql import execute_rows, inserting, query_rows, unnested
from heliograph.adapters.store.rows import DELIVERY_COLUMNS, delivery_values, first_of_each, to_ms
from heliograph.adapters.store.task_rows import (
    END_COLUMNS,
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

_INSERT = inserting("task", TASK_COLUMNS)
_EVENTS = inserting("task_event", "task_id, at, name, detail")
# What a dropped task has left in its partition is seen by nobody.
_EVENTS_OF = """
SELECT seq, task_id, at, name, detail FROM task_event
WHERE task_id = $1 AND seq > $2 AND EXISTS (SELECT 1 FROM task WHERE id = $1) ORDER BY seq
"""
_CLAIM = f"""
WITH next AS MATERIALIZED (
    SELECT seq FROM task WHERE state = 'queued' AND queue = $3 AND (due_at IS NULL OR due_at <= $4)
    ORDER BY created_at LIMIT $5 FOR UPDATE SKIP LOCKED
)
UPDATE task SET state = 'running', owner = $1, generator = $2, tries = tries + 1 FROM next WHERE task.seq = next.seq
RETURNING {TASK_COLUMNS}
"""
# Locked in one order, so that two who finish the same tasks at once never wait for each other in a circle.
_HELD = """
SELECT place, preview FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::bigint[])
    AS seen(place, seen_id, seen_state, seen_owner, seen_tries)
JOIN task ON task.id = seen_id
WHERE state = seen_state AND owner IS NOT DISTINCT FROM seen_owner AND tries = seen_tries
ORDER BY task.seq FOR UPDATE OF task
"""
_FINISH = f"""
UPDATE task SET state = new.state, owner = NULL, progress = greatest(task.progress, new.progress),
    finished_at = new.finished_at, images = new.images, failure_kind = new.failure_kind,
    failure_message = new.failure_message, made = coalesce(new.made, task.made), preview = 0
FROM {unnested("task", END_COLUMNS)} AS new({END_COLUMNS}) WHERE task.id = new.id
"""
_DROP_PREVIEWS = "DELETE FROM preview WHERE task_id = ANY($1::text[])"
_RETURN = """
UPDATE task SET state = 'queued', owner = NULL, queue = $1, due_at = $2, retries = $3, settled_tries = $4
WHERE id = $5 AND state = $6 AND owner IS NOT DISTINCT FROM $7::text AND tries = $8
"""
_ENDED = """
SELECT place FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::text[])
    AS seen(place, seen_id, seen_state, seen_finished_at, seen_images)
JOIN task ON task.id = seen_id
WHERE state = seen_state AND finished_at = seen_finished_at AND images = seen_images
"""
_DELIVERIES = inserting("delivery", DELIVERY_COLUMNS)
_BODIES = inserting("delivery_body", "delivery_id, body")
_BLOBS = f"""
{inserting("blob", "name, task_id, expires_at")}
ON CONFLICT (name) DO UPDATE SET task_id = excluded.task_id, expires_at = excluded.expires_at
"""
_PROGRESS = """
UPDATE task SET progress = $1
WHERE id = $2 AND state = $3 AND owner IS NOT DISTINCT FROM $4::text AND tries = $5 AND progress < $1
"""
_PREVIEW = """
UPDATE task SET preview = preview + 1
WHERE id = $1 AND state = $2 AND owner IS NOT DISTINCT FROM $3::text AND tries = $4 RETURNING preview
"""
_KEEP_PREVIEW = """
INSERT INTO preview (task_id, image) VALUES ($1, $2) ON CONFLICT (task_id) DO UPDATE SET image = excluded.image
"""
_HELD_BY = "SELECT id, tries FROM task WHERE state = 'running' AND finished_at IS NULL AND owner = $1"
_OVERDUE = f"""
SELECT {TASK_COLUMNS} FROM task
WHERE state IN ('queued', 'running') AND finished_at IS NULL AND created_at < $1 ORDER BY created_at LIMIT $2
"""
_KNOWN = "SELECT id FROM task WHERE id = ANY($1::text[])"
_FORGET_EVENTS = "DELETE FROM task_event WHERE task_id = ANY($1::text[])"
_FORGET = "DELETE FROM task WHERE id = ANY($1::text[])"
_HAND_BACK = """
UPDATE task SET state = 'queued', owner = NULL, tries = tries - 1
FROM unnest($1::text[], $2::text[], $3::bigint[]) AS held(held_id, held_by, held_tries)
WHERE id = held_id AND state = 'running' AND finished_at IS NULL AND owner = held_by AND tries = held_tries
"""
_LOCK = "SELECT 1 FROM task WHERE id = ANY($1::text[]) ORDER BY seq FOR UPDATE"


async def record(db: Session, tasks: Sequence[Task]) -> None:
    await execute_rows(db, _INSERT, [task_values(task) for task in tasks])
    running = [task for task in tasks if task.state is TaskState.RUNNING]
    accepted = [event_values(task, task.created_at, "accepted") for task in tasks]
    await execute_rows(db, _EVENTS, accepted + [started_values(task, task.created_at) for task in running])


async def are_recorded(db: Session, tasks: Sequence[Task]) -> bool:
    """Whether a transaction that was to record them did: all of them are there, or none."""
    return len(await db.values(_KNOWN, [task.id for task in tasks])) == len(tasks)


async def forget(db: Session, ids: Sequence[TaskId]) -> None:
    """Take back what was recorded although its caller had to be told that it was not."""
    await db.execute(_FORGET_EVENTS, ids)
    await db.execute(_FORGET, ids)


async def claim(
    db: Session, *, owner: Owner, limit: int, now: datetime, queues: Sequence[str], generator: str
) -> list[Task]:
    claimed: list[Task] = []
    for queue in queues:
        if room := limit - len(claimed):
            rows = await db.rows(_CLAIM, owner, generator, queue, to_ms(now), room)
            claimed += sorted(map(task_from, rows), key=lambda task: (task.created_at, task.id))
    await execute_rows(db, _EVENTS, [started_values(task, now) for task in claimed])
    return claimed


async def hand_back(db: Session, tasks: Sequence[Task]) -> None:
    """Undo a claim of which nobody knows whether it was written."""
    # First the locks: a commit that is still under way has to be over before its rows can be judged.
    await db.values(_LOCK, [task.id for task in tasks])
    await execute_rows(db, _HAND_BACK, [(task.id, task.owner, task.tries) for task in tasks])


async def note_progress(db: Session, task: Task, progress: float, preview: bytes | None, now: datetime) -> None:
    held = (task.id, str(task.state), task.owner, task.tries)
    events = []
    if await db.execute(_PROGRESS, progress, *held):
        events.append(event_values(task, now, "progress", f"{progress:.2f}"))
    if preview is not None:
        for (number,) in await db.values(_PREVIEW, *held):
            await db.execute(_KEEP_PREVIEW, task.id, preview)
            events.append(event_values(task, now, "preview", str(number)))
    await execute_rows(db, _EVENTS, events)


async def preview(db: Session, task_id: TaskId) -> bytes | None:
    found = await db.values("SELECT image FROM preview WHERE task_id = $1", task_id)
    return found[0][0] if found else None


async def put_back(db: Session, before: Task, after: Task, note: str, now: datetime) -> bool:
    """False, and nothing written, where the task is no longer as it was."""
    _, *waiting = return_values(after)
    written = await db.execute(_RETURN, *waiting, before.id, str(before.state), before.owner, before.tries) == 1
    if written:
        await execute_rows(db, _EVENTS, [event_values(before, now, "failed_try", note)])
    return written


async def held_by(db: Session, owner: Owner) -> set[tuple[TaskId, int]]:
    return {(TaskId(task_id), tries) for task_id, tries in await db.values(_HELD_BY, owner)}


async def finish(db: Session, ends: Sequence[TaskEnd]) -> list[bool]:
    """False for each task that is no longer as it was, of which nothing is written."""
    before = [end.before for end in ends]
    seen = [(place, task.id, str(task.state), task.owner, task.tries) for place, task in enumerate(before)]
    previews: dict[int, int] = dict(await query_rows(db, _HELD, seen))
    written = first_of_each([task.id for task in before], set(previews))
    kept = [end for place, end in enumerate(ends) if place in written]
    await execute_rows(db, _FINISH, [end_values(end.after) for end in kept])
    await execute_rows(db, _EVENTS, [ended_values(end) for end in kept])
    if previewed := [before[place].id for place in written if previews[place]]:
        await db.execute(_DROP_PREVIEWS, previewed)
    owed = [end.delivery for end in kept if end.delivery]
    await execute_rows(db, _DELIVERIES, [delivery_values(delivery) for delivery in owed])
    await execute_rows(db, _BODIES, [(delivery.id, delivery.body.decode()) for delivery in owed])
    await execute_rows(db, _BLOBS, [values for end in kept for values in picture_values(end)])
    return [place in written for place in range(len(ends))]


async def ended_as(db: Session, ends: Sequence[TaskEnd]) -> list[bool]:
    """Whether each task has exactly this end, for who does not know whether it was written."""
    rows = []
    for place, end in enumerate(ends):
        task_id, state, _, finished_at, images, *_ = end_values(end.after)
        rows.append((place, task_id, state, finished_at, images))
    found = {place for (place,) in await query_rows(db, _ENDED, rows)}
    return [place in found for place in range(len(ends))]


async def find(db: Session, task_id: TaskId) -> Task | None:
    rows = await db.rows(f"SELECT {TASK_COLUMNS} FROM task WHERE id = $1", task_id)
    return task_from(rows[0]) if rows else None


async def events(db: Session, task_id: TaskId, after: int) -> list[TaskEvent]:
    return [event_from(row) for row in await db.rows(_EVENTS_OF, task_id, after)]


async def overdue(db: Session, created_before: datetime, limit: int) -> list[Task]:
    return [task_from(row) for row in await db.rows(_OVERDUE, to_ms(created_before), limit)]
