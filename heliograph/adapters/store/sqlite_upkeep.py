"""What SQLite is asked about leases, old things and counts."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime

from heliograph.adapters.store.rows import census_from, to_ms
from heliograph.domain.records import Census
from heliograph.domain.task import BlobName, Owner

_TASKS_BACK = "UPDATE task SET state = 'queued', owner = NULL WHERE state = 'running' AND finished_at IS NULL"
_HANDED_BACK = """
UPDATE task SET state = 'queued', owner = NULL, tries = tries - 1
WHERE state = 'running' AND finished_at IS NULL AND owner = ?
"""
_DELIVERIES_BACK = "UPDATE delivery SET state = 'owed', owner = NULL WHERE state = 'sending'"
_LOST = "NOT EXISTS (SELECT 1 FROM lease WHERE lease.owner = {table}.owner AND until > ?)"
_OLD_TASKS = """
SELECT id FROM task WHERE finished_at IS NOT NULL AND finished_at < ? AND NOT EXISTS (
    SELECT 1 FROM delivery WHERE delivery.task_id = task.id AND delivery.state IN ('owed', 'sending')
) ORDER BY finished_at LIMIT ?
"""
_DROPS = (
    "UPDATE blob SET expires_at = 0 WHERE task_id = ?",
    "DELETE FROM receipt WHERE delivery_id IN (SELECT id FROM delivery WHERE task_id = ?)",
    "DELETE FROM delivery_body WHERE delivery_id IN (SELECT id FROM delivery WHERE task_id = ?)",
    "DELETE FROM delivery WHERE task_id = ?",
    "DELETE FROM task_event WHERE task_id = ?",
    "DELETE FROM task_prompt WHERE task_id = ?",
    "DELETE FROM task WHERE id = ?",
)


def hold(db: sqlite3.Connection, owner: Owner, until: datetime) -> None:
    db.execute("INSERT OR REPLACE INTO lease (owner, until) VALUES (?, ?)", (owner, to_ms(until)))


def release(db: sqlite3.Connection, owner: Owner) -> int:
    db.execute("DELETE FROM lease WHERE owner = ?", (owner,))
    tasks = db.execute(_HANDED_BACK, (owner,)).rowcount
    return tasks + db.execute(f"{_DELIVERIES_BACK} AND owner = ?", (owner,)).rowcount


def release_all(db: sqlite3.Connection) -> int:
    db.execute("DELETE FROM lease")
    return db.execute(_TASKS_BACK).rowcount + db.execute(_DELIVERIES_BACK).rowcount


def release_expired(db: sqlite3.Connection, now: datetime) -> int:
    moment = (to_ms(now),)
    db.execute("DELETE FROM lease WHERE until <= ?", moment)
    tasks = db.execute(f"{_TASKS_BACK} AND {_LOST.format(table='task')}", moment).rowcount
    return tasks + db.execute(f"{_DELIVERIES_BACK} AND {_LOST.format(table='delivery')}", moment).rowcount


def expired_blobs(db: sqlite3.Connection, now: datetime, limit: int) -> list[BlobName]:
    rows = db.execute("SELECT name FROM blob WHERE expires_at <= ? ORDER BY expires_at LIMIT ?", (to_ms(now), limit))
    return [BlobName(name) for (name,) in rows]


def known_blobs(db: sqlite3.Connection, names: Sequence[BlobName]) -> set[BlobName]:
    return {name for name in names if db.execute("SELECT 1 FROM blob WHERE name = ?", (name,)).fetchone()}


def forget_blobs(db: sqlite3.Connection, names: Sequence[BlobName]) -> None:
    db.executemany("DELETE FROM blob WHERE name = ?", [(name,) for name in names])


def drop_records(db: sqlite3.Connection, finished_before: datetime, limit: int) -> int:
    ids = db.execute(_OLD_TASKS, (to_ms(finished_before), limit)).fetchall()
    for statement in _DROPS:
        db.executemany(statement, ids)
    return len(ids)


def census(db: sqlite3.Connection) -> Census:
    counts = db.execute(
        """
        SELECT (SELECT count(*) FROM task WHERE state = 'queued' AND finished_at IS NULL),
               (SELECT count(*) FROM task WHERE state = 'running' AND finished_at IS NULL),
               (SELECT count(*) FROM delivery WHERE state = 'owed'),
               (SELECT count(*) FROM delivery WHERE state = 'sending'),
               (SELECT min(due_at) FROM delivery WHERE state = 'owed'),
               (SELECT min(created_at) FROM delivery WHERE state IN ('owed', 'sending'))
        """
    ).fetchone()
    return census_from(counts)
