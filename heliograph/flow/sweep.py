"""Sweep: what nobody holds goes back, what ran out of time is found, what is too old goes away."""

from dataclasses import dataclass
from datetime import timedelta

from heliograph.domain.task import Task
from heliograph.ports import Blobs, Clock, Housekeeping, TaskStore

HANDFUL = 500
ORPHAN_AGE = timedelta(hours=1)
"""Pictures are written before their result: a younger file may belong to a task that is about to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Swept:
    """How many pictures, files without a task, and task records went away."""

    images: int = 0
    orphans: int = 0
    records: int = 0


async def sweep_claims(*, store: Housekeeping, clock: Clock) -> int:
    """Give back what is held by processes that no longer renew their lease."""
    return await store.release_expired(now=clock.now())


async def overdue_tasks(*, store: TaskStore, clock: Clock, deadline_seconds: float) -> list[Task]:
    """Tasks whose time from submit to an end is used up, whoever holds them."""
    return await store.overdue_tasks(created_before=clock.now() - timedelta(seconds=deadline_seconds), limit=HANDFUL)


async def sweep_old(*, store: Housekeeping, blobs: Blobs, clock: Clock, record_days: float) -> Swept:
    """Delete pictures past their day, files that belong to no task, and records past theirs."""
    return Swept(
        images=await _expired_images(store, blobs, clock),
        orphans=await _orphans(store, blobs, clock),
        records=await _old_records(store, clock, record_days),
    )


async def _expired_images(store: Housekeeping, blobs: Blobs, clock: Clock) -> int:
    gone = 0
    while names := await store.expired_blobs(now=clock.now(), limit=HANDFUL):
        # Bytes first: a crash in between leaves a row that is swept again, never a file that nobody knows.
        await blobs.delete(names)
        await store.forget_blobs(names)
        gone += len(names)
    return gone


async def _orphans(store: Housekeeping, blobs: Blobs, clock: Clock) -> int:
    gone = 0
    # Files carry the machine's time, which may have been set since: one is old only if it is by both clocks.
    async for names in blobs.names(older_than=min(clock.now(), clock.wall()) - ORPHAN_AGE):
        known = await store.known_blobs(names)
        unknown = [name for name in names if name not in known]
        await blobs.delete(unknown)
        gone += len(unknown)
    return gone


async def _old_records(store: Housekeeping, clock: Clock, record_days: float) -> int:
    gone = 0
    before = clock.now() - timedelta(days=record_days)
    while dropped := await store.drop_records(finished_before=before, limit=HANDFUL):
        gone += dropped
    await store.tend(now=clock.now(), finished_before=before)
    return gone
