"""The store of several machines: PostgreSQL, whose rows are claimed by one process each."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import datetime
from functools import partial

from heliograph.adapters.store import postgres_deliveries as deliveries
from heliograph.adapters.store import postgres_inbox as inboxes
from heliograph.adapters.store import postgres_keys as keys
from heliograph.adapters.store import postgres_people as people
from heliograph.adapters.store import postgres_prompts as prompts
from heliograph.adapters.store import postgres_tasks as tasks
from heliograph.adapters.store import postgres_upkeep as upkeep
from heliograph.adapters.store.postgres_doubt import Claims, Ends
from heliograph.adapters.store.postgres_gather import Gatherer
from heliograph.adapters.store.postgres_migrate import require_fitting, start_postgres
from heliograph.adapters.store.postgres_partitions import Partitions
from heliograph.adapters.store.postgres_pool import Database, Session
from heliograph.adapters.store.postgres_presence import Presence
from heliograph.adapters.store.postgres_recording import Recording
from heliograph.adapters.store.postgres_steps import Steps, steps_in
from heliograph.adapters.store.replaying import Part, gap_ms, in_parts
from heliograph.domain.delivery import Delivery, DeliveryId, DeliveryState, Lane, Receipt
from heliograph.domain.inbox import Arrival, Behaviour, InboxName
from heliograph.domain.records import (
    Census,
    DeliveryFilter,
    DeliveryPage,
    Replay,
    Settlement,
    StoredSecret,
    TaskEnd,
    TaskEvent,
)
from heliograph.domain.task import CONFIGURED, BlobName, KeyId, Owner, Task, TaskId, TaskState
from heliograph.domain.turns import IN_TURN, Turns
from heliograph.domain.wording import Wording

SECOND_LOOK_SECONDS = 0.6
"""Who has only lost its connection, or is back together with the database, has said so by then and keeps its claims."""


class PostgresStore:
    """Use `await PostgresStore.open(url)`; any number of processes may."""

    def __init__(self, database: Database, steps: Steps) -> None:
        self._database = database
        self._read = database.read
        self._write = database.write
        self._leases: dict[Owner, float] = {}
        self._presence = Presence(database.url, steps=steps, back=self._renew_leases)
        self._recording = Recording(database, tell=self._presence.tell)
        self._partitions = Partitions(database)
        self._records: Gatherer[Task, None] = Gatherer(self._recording.record)
        self._task_claims: Claims[Task] = Claims(database, tasks.hand_back)
        self._delivery_claims: Claims[Delivery] = Claims(database, deliveries.hand_back)
        ends: Ends[TaskEnd] = Ends(
            database, write=self._finish, is_written=tasks.ended_as, key=lambda end: (end.after.id, end.after.state)
        )
        self._ends: Gatherer[TaskEnd, bool] = Gatherer(ends.write)
        settlements: Ends[Settlement] = Ends(
            database,
            write=deliveries.settle,
            is_written=deliveries.settled_as,
            key=lambda each: (each.receipt.delivery_id, each.receipt.attempt, each.receipt.started_at),
        )
        self._settlements: Gatherer[Settlement, bool] = Gatherer(settlements.write)
        self._arrivals: Gatherer[Arrival, Behaviour] = Gatherer(self._note_arrivals)

    @classmethod
    async def open(cls, url: str, *, steps: Steps | None = None) -> "PostgresStore":
        """Bring the database up to date, as far as older processes permit, and connect. Raises `StoreError`s."""
        steps = steps or steps_in()
        await start_postgres(url, steps=steps)
        return cls(await Database.connect(url), steps)

    @classmethod
    async def attach(cls, url: str, *, steps: Steps | None = None) -> "PostgresStore":
        """Connect to a database as it is, if this version can work on it. Raises `StoreError`s."""
        steps = steps or steps_in()
        await require_fitting(url, steps=steps)
        return cls(await Database.connect(url), steps)

    async def close(self) -> None:
        for gatherer in (self._records, self._ends, self._settlements, self._arrivals):
            await gatherer.close()
        await self._presence.close()
        await self._database.close()

    def on_change(self, wake: Callable[[], None]) -> None:
        self._presence.on_change(wake)

    # --- tasks

    async def record_tasks(self, tasks_: Sequence[Task]) -> None:
        await self._records.run(tasks_)

    async def claim_tasks(
        self, *, owner: Owner, limit: int, now: datetime, queues: Sequence[str] = (CONFIGURED,), generator: str = ""
    ) -> list[Task]:
        claim = partial(tasks.claim, owner=owner, limit=limit, now=now, queues=queues, generator=generator)
        return await self._task_claims.claim(claim)

    async def note_progress(self, task: Task, progress: float, *, now: datetime, preview: bytes | None = None) -> None:
        await self._write(lambda db: tasks.note_progress(db, task, progress, preview, now))

    async def preview_of(self, task_id: TaskId) -> bytes | None:
        return await self._read(lambda db: tasks.preview(db, task_id))

    async def put_back(self, before: Task, after: Task, *, note: str, now: datetime) -> bool:
        async def operation(db: Session) -> bool:
            written = await tasks.put_back(db, before, after, note, now)
            if written:
                await self._presence.tell(db)
            return written

        return await self._write(operation)

    async def held_by(self, owner: Owner) -> set[tuple[TaskId, int]]:
        return await self._read(lambda db: tasks.held_by(db, owner))

    async def finish_tasks(self, ends: Sequence[TaskEnd]) -> list[bool]:
        return list(await self._ends.run(ends))

    async def find_task(self, task_id: TaskId) -> Task | None:
        return await self._read(lambda db: tasks.find(db, task_id))

    async def events_of(self, task_id: TaskId, *, after: int = 0) -> list[TaskEvent]:
        return await self._read(lambda db: tasks.events(db, task_id, after))

    async def overdue_tasks(self, *, created_before: datetime, limit: int) -> list[Task]:
        return await self._read(lambda db: tasks.overdue(db, created_before, limit))

    async def note_prompt(self, task: Task, wording: Wording, *, now: datetime) -> None:
        await self._write(lambda db: prompts.note(db, task, wording, now))

    async def prompt_of(self, task_id: TaskId) -> str | None:
        return await self._read(lambda db: prompts.find(db, task_id))

    # --- deliveries

    async def claim_deliveries(
        self,
        *,
        owner: Owner,
        limit: int,
        now: datetime,
        per_lane: int,
        in_flight: Mapping[Lane, int],
        turns: Turns = IN_TURN,
    ) -> list[Delivery]:
        claim = partial(
            deliveries.claim,
            owner=owner,
            limit=limit,
            now=now,
            per_lane=per_lane,
            in_flight=dict(in_flight),
            turns=turns,
        )
        return await self._delivery_claims.claim(claim)

    async def settle_deliveries(self, settlements: Sequence[Settlement]) -> list[bool]:
        return list(await self._settlements.run(settlements))

    async def deliveries_of(self, task_id: TaskId) -> list[Delivery]:
        return await self._read(lambda db: deliveries.of_task(db, task_id))

    async def receipts_of(self, delivery_id: DeliveryId) -> list[Receipt]:
        return await self._read(lambda db: deliveries.receipts(db, delivery_id))

    async def find_delivery(self, delivery_id: DeliveryId) -> Delivery | None:
        return await self._read(lambda db: people.find(db, delivery_id))

    async def find_deliveries(self, wanted: DeliveryFilter, *, after: int | None, limit: int) -> DeliveryPage:
        return await self._read(lambda db: people.page(db, wanted, after=after, limit=limit))

    async def replay_deliveries(self, wanted: DeliveryFilter, *, now: datetime, per_second: float | None) -> Replay:
        gap = gap_ms(per_second)

        async def some(last: int, start: int) -> Part:
            async def operation(db: Session) -> Part:
                start_, part = await people.replay_some(db, wanted, last=last, start=start, gap=gap)
                if part:
                    await self._presence.tell(db)
                return start_, part

            return await self._write(operation)

        return await in_parts(some, lambda: self._read(lambda db: people.under_way(db, wanted)), now=now, gap=gap)

    # --- housekeeping

    async def hold(self, owner: Owner, *, now: datetime, seconds: float) -> None:  # noqa: ARG002  # the server's counts
        # The lock first: who has a lease and no lock is taken for dead.
        await self._presence.hold(owner)
        await self._write(lambda db: upkeep.hold(db, owner, seconds))
        self._leases[owner] = seconds

    async def release(self, owner: Owner) -> int:
        self._leases.pop(owner, None)
        count = await self._write(lambda db: self._given_back(db, upkeep.release(db, owner)))
        await self._presence.release(owner)
        return count

    async def release_expired(self, *, now: datetime) -> int:  # noqa: ARG002  # as in `hold`
        await self._recording.forget_doubtful()
        expired, silent = await self._expired(), await self._silent()
        if (expired | silent) - self._presence.owners:
            await asyncio.sleep(SECOND_LOOK_SECONDS)
            expired &= await self._expired()
            silent &= await self._silent()
        return await self._write(
            lambda db: self._given_back(db, upkeep.release_expired(db, sorted(expired), sorted(silent)))
        )

    async def expired_blobs(self, *, now: datetime, limit: int) -> list[BlobName]:
        return await self._read(lambda db: upkeep.expired_blobs(db, now, limit))

    async def known_blobs(self, names: Sequence[BlobName]) -> set[BlobName]:
        return await self._read(lambda db: upkeep.known_blobs(db, names))

    async def forget_blobs(self, names: Sequence[BlobName]) -> None:
        await self._write(lambda db: upkeep.forget_blobs(db, names))

    async def drop_records(self, *, finished_before: datetime, limit: int) -> int:
        return await self._write(lambda db: upkeep.drop_records(db, finished_before, limit))

    async def tend(self, *, now: datetime, finished_before: datetime) -> None:
        await self._partitions.tend(now=now, finished_before=finished_before)

    async def census(self) -> Census:
        return await self._read(upkeep.census)

    # --- keys

    async def key_ids(self, *, candidate: KeyId | None = None, now: datetime) -> set[KeyId]:
        return await self._write(lambda db: keys.key_ids(db, candidate=candidate, now=now))

    async def secret(self, name: str, candidate: str) -> str:
        return await self._write(lambda db: keys.secret(db, name, candidate))

    async def signing_secrets(self, *, now: datetime, candidate: str = "") -> list[StoredSecret]:
        return await self._write(lambda db: keys.signing_secrets(db, now=now, candidate=candidate))

    async def rotate_signing_secret(self, text: str, *, now: datetime, others_until: datetime) -> list[StoredSecret]:
        return await self._write(lambda db: keys.rotate(db, text, now=now, others_until=others_until))

    # --- inboxes

    async def note_arrival(self, arrival: Arrival) -> Behaviour:
        [behaviour] = await self._arrivals.run([arrival])
        return behaviour

    async def arrivals_in(self, inbox: InboxName) -> list[Arrival]:
        return await self._read(lambda db: inboxes.arrivals(db, inbox))

    async def instruct_inbox(self, inbox: InboxName, behaviour: Behaviour, *, times: int) -> None:
        await self._write(lambda db: inboxes.instruct(db, inbox, behaviour, times))

    async def empty_inbox(self, inbox: InboxName) -> int:
        return await self._write(lambda db: inboxes.empty(db, inbox))

    # --- inside

    async def _note_arrivals(self, arrivals: Sequence[Arrival]) -> Sequence[Behaviour]:
        return await self._write(lambda db: inboxes.note_arrivals(db, arrivals))

    async def _finish(self, db: Session, ends: Sequence[TaskEnd]) -> list[bool]:
        written = await tasks.finish(db, ends)
        if any(is_written and _concerns_others(end) for end, is_written in zip(ends, written, strict=True)):
            await self._presence.tell(db)
        return written

    async def _given_back(self, db: Session, giving_back: Awaitable[int]) -> int:
        """Who gives back need not be one of those who can go on with it."""
        if count := await giving_back:
            await self._presence.tell(db)
        return count

    async def _expired(self) -> set[Owner]:
        return await self._read(upkeep.expired_owners)

    async def _silent(self) -> set[Owner]:
        return await self._read(upkeep.silent_owners) - self._presence.owners

    async def _renew_leases(self) -> None:
        """After the connection was lost: the leases may have run out, or others have ended them."""
        for owner, seconds in list(self._leases.items()):
            await self._write(partial(upkeep.hold, owner=owner, seconds=seconds))


def _concerns_others(end: TaskEnd) -> bool:
    """Its callback waits for somebody who has a place, or whoever draws it has to stop."""
    is_owed = end.delivery is not None and end.delivery.state is DeliveryState.OWED
    return is_owed or end.after.state is TaskState.CANCELLED
