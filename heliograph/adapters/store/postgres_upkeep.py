"""What PostgreSQL is asked about leases, old things and counts."""

from collections.abc import Sequence
from datetime import datetime

from heliograph.adapters.store.postgres_pool import Session
from heliograph.adapters.store.rows import census_from, to_ms
from heliograph.domain.records import Census
from heliograph.domain.task import BlobName, Owner

# The server's clock, in our milliseconds: those of two machines may differ by more than a lease is long.
_NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint"
_HOLD = f"""
INSERT INTO lease (owner, until) VALUES ($1, {_NOW} + $2) ON CONFLICT (owner) DO UPDATE SET until = excluded.until
"""
_TASKS_BACK = "UPDATE task SET state = 'queued', owner = NULL WHERE state = 'running' AND finished_at IS NULL"
_HANDED_BACK = """
UPDATE task SET state = 'queued', owner = NULL, tries = tries - 1
WHERE state = 'running' AND finished_at IS NULL AND owner = $1
"""
_DELIVERIES_BACK = "UPDATE delivery SET state = 'owed', owner = NULL WHERE state = 'sending'"
# By their owners first: in order to ask who of them has a lease, every row in hand would have to be read.
_TASK_OWNERS = "SELECT DISTINCT owner FROM task WHERE state = 'running' AND finished_at IS NULL"
_DELIVERY_OWNERS = "SELECT DISTINCT owner FROM delivery WHERE state = 'sending'"
_LEASED = "SELECT owner FROM lease"
_EXPIRED_LEASES = f"SELECT owner FROM lease WHERE until <= {_NOW}"
_END_LEASES = f"DELETE FROM lease WHERE (owner = ANY($1::text[]) AND until <= {_NOW}) OR owner = ANY($2::text[])"
_SILENT = f"""
SELECT owner FROM lease WHERE until > {_NOW} AND NOT EXISTS (
    SELECT 1 FROM pg_locks
    WHERE locktype = 'advisory' AND objsubid = 1
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(owner, 0)
)
"""
OLD_TASKS = """
SELECT id FROM task WHERE finished_at IS NOT NULL AND finished_at < $1 AND NOT EXISTS (
    SELECT 1 FROM delivery WHERE delivery.task_id = task.id AND delivery.state IN ('owed', 'sending')
) ORDER BY finished_at LIMIT $2 FOR UPDATE SKIP LOCKED
"""
# Locked: a replay in between must not find its delivery half gone.
THEIR_DELIVERIES = "SELECT id, task_id, state FROM delivery WHERE task_id = ANY($1::text[]) ORDER BY seq FOR UPDATE"
# What lies in a partition goes with it; what does not is deleted.
DROP_OF_DELIVERIES = (
    "DELETE FROM receipt_rest WHERE delivery_id = ANY($1::text[])",
    "DELETE FROM delivery_body WHERE delivery_id = ANY($1::text[])",
    "DELETE FROM delivery WHERE id = ANY($1::text[])",
)
DROP_OF_TASKS = (
    "UPDATE blob SET expires_at = 0 WHERE task_id = ANY($1::text[])",
    "DELETE FROM task_event_rest WHERE task_id = ANY($1::text[])",
    # It has gone with the task's end, unless a process of an older version wrote that.
    "DELETE FROM preview WHERE task_id = ANY($1::text[])",
    "DELETE FROM task_prompt WHERE task_id = ANY($1::text[])",
    "DELETE FROM task WHERE id = ANY($1::text[])",
)
_EXPIRED = "SELECT name FROM blob WHERE expires_at <= $1 ORDER BY expires_at LIMIT $2"
_CENSUS = """
SELECT (SELECT count(*) FROM task WHERE state = 'queued' AND finished_at IS NULL),
       (SELECT count(*) FROM task WHERE state = 'running' AND finished_at IS NULL),
       (SELECT count(*) FROM delivery WHERE state = 'owed'),
       (SELECT count(*) FROM delivery WHERE state = 'sending'),
       (SELECT min(due_at) FROM delivery WHERE state = 'owed'),
       (SELECT min(created_at) FROM delivery WHERE state IN ('owed', 'sending'))
"""


async def hold(db: Session, owner: Owner, seconds: float) -> None:
    await db.execute(_HOLD, owner, int(seconds * 1000))


async def release(db: Session, owner: Owner) -> int:
    await db.execute("DELETE FROM lease WHERE owner = $1", owner)
    tasks = await db.execute(_HANDED_BACK, owner)
    return tasks + await db.execute(f"{_DELIVERIES_BACK} AND owner = $1", owner)


async def expired_owners(db: Session) -> set[Owner]:
    return {Owner(owner) for (owner,) in await db.values(_EXPIRED_LEASES)}


async def silent_owners(db: Session) -> set[Owner]:
    """Those whose lease is good and whose connection is gone: a dead process leaves its lock at once."""
    return {Owner(owner) for (owner,) in await db.values(_SILENT)}


async def release_expired(db: Session, expired: Sequence[Owner], silent: Sequence[Owner]) -> int:
    await db.execute(_END_LEASES, expired, silent)
    leased = {owner for (owner,) in await db.values(_LEASED)}
    back = 0
    for owners, give_back in ((_TASK_OWNERS, _TASKS_BACK), (_DELIVERY_OWNERS, _DELIVERIES_BACK)):
        lost = [owner for (owner,) in await db.values(owners) if owner not in leased]
        if lost:
            back += await db.execute(f"{give_back} AND owner = ANY($1::text[])", lost)
    return back


async def expired_blobs(db: Session, now: datetime, limit: int) -> list[BlobName]:
    return [BlobName(name) for (name,) in await db.values(_EXPIRED, to_ms(now), limit)]


async def known_blobs(db: Session, names: Sequence[BlobName]) -> set[BlobName]:
    return {BlobName(name) for (name,) in await db.values("SELECT name FROM blob WHERE name = ANY($1)", names)}


async def forget_blobs(db: Session, names: Sequence[BlobName]) -> None:
    await db.execute("DELETE FROM blob WHERE name = ANY($1)", names)


async def drop_records(db: Session, finished_before: datetime, limit: int) -> int:
    old = [task_id for (task_id,) in await db.values(OLD_TASKS, to_ms(finished_before), limit)]
    rows = await db.values(THEIR_DELIVERIES, old)
    replayed = {task_id for _, task_id, state in rows if state in {"owed", "sending"}}
    ids = [task_id for task_id in old if task_id not in replayed]
    deliveries = [delivery_id for delivery_id, task_id, _ in rows if task_id not in replayed]
    for statement in DROP_OF_DELIVERIES:
        await db.execute(statement, deliveries)
    for statement in DROP_OF_TASKS:
        await db.execute(statement, ids)
    return len(ids)


async def census(db: Session) -> Census:
    [counts] = await db.values(_CENSUS)
    return census_from(counts)
