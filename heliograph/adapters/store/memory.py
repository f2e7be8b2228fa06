"""A store in memory: for tests, and the shortest description of what a store does."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from heliograph.adapters.store.memory_inbox import MemoryInboxes
from heliograph.adapters.store.replaying import gap_ms
from heliograph.domain.delivery import (
    Delivery,
    DeliveryId,
    DeliveryState,
    Lane,
    Receipt,
    handed_back,
    replayed,
    sending,
)
from heliograph.domain.errors import StoreError
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
from heliograph.domain.task import CONFIGURED, BlobName, KeyId, Owner, Task, TaskId, TaskState, returned, started
from heliograph.domain.turns import IN_TURN, Due, Turns, chosen
from heliograph.domain.wording import Wording, drawn_with

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""When the pictures of a dropped task expire: at the next sweep."""


class MemoryStore(MemoryInboxes):
    """Keeps everything until the process ends."""

    def __init__(self) -> None:
        super().__init__()
        self._tasks: dict[TaskId, Task] = {}
        self._deliveries: dict[DeliveryId, Delivery] = {}
        self._seqs: dict[DeliveryId, int] = {}
        self._events: list[TaskEvent] = []
        self._noted = 0
        self._previews: dict[TaskId, bytes] = {}
        self._receipts: list[Receipt] = []
        self._prompts: dict[TaskId, str] = {}
        self._leases: dict[Owner, datetime] = {}
        self._blobs: dict[BlobName, tuple[TaskId, datetime]] = {}
        self._keys: set[KeyId] = set()
        self._secrets: dict[str, str] = {}
        self._signing: list[StoredSecret] = []

    async def close(self) -> None:
        """Nothing is held."""

    def on_change(self, wake: Callable[[], None]) -> None:
        """Never: nobody else can see it."""

    # --- tasks

    async def record_tasks(self, tasks: Sequence[Task]) -> None:
        if twice := [task.id for task in tasks if task.id in self._tasks]:
            raise StoreError(f"recorded already: {', '.join(twice)}")
        for task in tasks:
            self._tasks[task.id] = task
            self._note(task.id, task.created_at, "accepted")
            if task.state is TaskState.RUNNING:
                self._note(task.id, task.created_at, "started", task.generator)

    async def claim_tasks(
        self, *, owner: Owner, limit: int, now: datetime, queues: Sequence[str] = (CONFIGURED,), generator: str = ""
    ) -> list[Task]:
        queued = [task for task in self._in(TaskState.QUEUED) if task.queue in queues and (task.due_at or now) <= now]
        queued.sort(key=lambda task: (queues.index(task.queue), task.created_at, task.id))
        claimed = [started(task, owner=owner, generator=generator) for task in queued[:limit]]
        for task in claimed:
            self._tasks[task.id] = task
            self._note(task.id, now, "started", generator)
        return claimed

    async def note_progress(self, task: Task, progress: float, *, now: datetime, preview: bytes | None = None) -> None:
        stored = self._tasks.get(task.id)
        if stored is None or not _same_hands(stored, task):
            return
        if progress > stored.progress:
            self._note(task.id, now, "progress", f"{progress:.2f}")
        if preview is not None:
            self._previews[task.id] = preview
            self._note(task.id, now, "preview", str(stored.preview + 1))
        noted = replace(stored, preview=stored.preview + int(preview is not None))
        self._tasks[task.id] = replace(noted, progress=max(progress, stored.progress))

    async def preview_of(self, task_id: TaskId) -> bytes | None:
        return self._previews.get(task_id)

    async def put_back(self, before: Task, after: Task, *, note: str, now: datetime) -> bool:
        stored = self._tasks.get(before.id)
        if stored is None or not _same_hands(stored, before):
            return False
        waiting = replace(after, generator=stored.generator, made=stored.made)
        self._tasks[before.id] = replace(waiting, progress=stored.progress, preview=stored.preview)
        self._note(before.id, now, "failed_try", note)
        return True

    async def held_by(self, owner: Owner) -> set[tuple[TaskId, int]]:
        return {(task.id, task.tries) for task in self._in(TaskState.RUNNING) if task.owner == owner}

    async def finish_tasks(self, ends: Sequence[TaskEnd]) -> list[bool]:
        return [self._finish(end) for end in ends]

    async def find_task(self, task_id: TaskId) -> Task | None:
        return self._tasks.get(task_id)

    async def events_of(self, task_id: TaskId, *, after: int = 0) -> list[TaskEvent]:
        return [event for event in self._events if event.task_id == task_id and event.number > after]

    async def overdue_tasks(self, *, created_before: datetime, limit: int) -> list[Task]:
        open_tasks = [task for task in self._tasks.values() if not task.state.is_end]
        late = [task for task in open_tasks if task.created_at < created_before]
        return sorted(late, key=lambda task: task.created_at)[:limit]

    async def note_prompt(self, task: Task, wording: Wording, *, now: datetime) -> None:
        stored = self._tasks.get(task.id)
        if stored and _same_hands(stored, task) and task.id not in self._prompts:
            self._prompts[task.id] = wording.prompt
            self._tasks[task.id] = replace(stored, made=drawn_with(stored, wording).made)
            self._note(task.id, now, wording.event, wording.detail)

    async def prompt_of(self, task_id: TaskId) -> str | None:
        return self._prompts.get(task_id)

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
        # Of those that are due at one moment the one that was owed first stays the first.
        owed = sorted((each for each in self._owed() if each.due_at <= now), key=lambda each: each.due_at)
        due = [Due(lane=each.lane, key_id=each.key_id, due_at=place, seq=place) for place, each in enumerate(owed)]
        picked = chosen(due, limit=limit, per_lane=per_lane, in_flight=in_flight, turns=turns)
        claimed = [sending(owed[each.seq], owner=owner) for each in picked]
        self._deliveries.update({delivery.id: delivery for delivery in claimed})
        return claimed

    async def settle_deliveries(self, settlements: Sequence[Settlement]) -> list[bool]:
        return [self._settle(settlement) for settlement in settlements]

    async def deliveries_of(self, task_id: TaskId) -> list[Delivery]:
        return [delivery for delivery in self._deliveries.values() if delivery.task_id == task_id]

    async def receipts_of(self, delivery_id: DeliveryId) -> list[Receipt]:
        return [receipt for receipt in self._receipts if receipt.delivery_id == delivery_id]

    async def find_delivery(self, delivery_id: DeliveryId) -> Delivery | None:
        return self._deliveries.get(delivery_id)

    async def find_deliveries(self, wanted: DeliveryFilter, *, after: int | None, limit: int) -> DeliveryPage:
        older = [d for d in self._wanted(wanted) if after is None or self._seqs[d.id] < after]
        items = tuple(reversed(older))[:limit]
        return DeliveryPage(items=items, next_cursor=self._seqs[items[-1].id] if len(older) > limit else None)

    async def replay_deliveries(self, wanted: DeliveryFilter, *, now: datetime, per_second: float | None) -> Replay:
        found = [delivery for delivery in self._wanted(wanted) if delivery.state is not DeliveryState.CANCELLED]
        free = [delivery for delivery in found if delivery.state is not DeliveryState.SENDING]
        gap = gap_ms(per_second)
        start = self._behind_others(now, timedelta(milliseconds=int(gap))) if gap else now
        spread = [start + timedelta(milliseconds=int(place * gap)) for place in range(len(free))]
        owed = [replayed(delivery, due_at=due_at) for delivery, due_at in zip(free, spread, strict=True)]
        self._deliveries.update({delivery.id: delivery for delivery in owed})
        due_until = max((delivery.due_at for delivery in owed), default=None)
        return Replay(count=len(owed), under_way=len(found) - len(free), due_until=due_until)

    # --- housekeeping

    async def hold(self, owner: Owner, *, now: datetime, seconds: float) -> None:
        self._leases[owner] = now + timedelta(seconds=seconds)

    async def release(self, owner: Owner) -> int:
        self._leases.pop(owner, None)
        return self._give_back({owner}, in_order=True)

    async def release_expired(self, *, now: datetime) -> int:
        holders = {task.owner for task in self._tasks.values()} | {owed.owner for owed in self._deliveries.values()}
        lost = {owner for owner in holders if owner and not self._holds(owner, now)}
        for owner in lost:
            self._leases.pop(owner, None)
        return self._give_back(lost)

    async def expired_blobs(self, *, now: datetime, limit: int) -> list[BlobName]:
        expired = sorted((until, name) for name, (_, until) in self._blobs.items() if until <= now)
        return [name for _, name in expired[:limit]]

    async def known_blobs(self, names: Sequence[BlobName]) -> set[BlobName]:
        return self._blobs.keys() & set(names)

    async def forget_blobs(self, names: Sequence[BlobName]) -> None:
        for name in names:
            self._blobs.pop(name, None)

    async def drop_records(self, *, finished_before: datetime, limit: int) -> int:
        still_owed = {delivery.task_id for delivery in self._deliveries.values() if not delivery.state.is_end}
        old = sorted(
            (task.finished_at, task.id)
            for task in self._tasks.values()
            if task.finished_at and task.finished_at < finished_before and task.id not in still_owed
        )[:limit]
        for _, task_id in old:
            self._drop(task_id)
        return len(old)

    async def tend(self, *, now: datetime, finished_before: datetime) -> None:
        """Dropped is gone."""

    async def census(self) -> Census:
        owed = list(self._owed())
        unended = [delivery.created_at for delivery in self._deliveries.values() if not delivery.state.is_end]
        return Census(
            tasks_queued=len(self._in(TaskState.QUEUED)),
            tasks_running=len(self._in(TaskState.RUNNING)),
            deliveries_owed=len(owed),
            deliveries_sending=sum(d.state is DeliveryState.SENDING for d in self._deliveries.values()),
            oldest_due_at=min((delivery.due_at for delivery in owed), default=None),
            oldest_owed_at=min(unended, default=None),
        )

    # --- keys

    async def key_ids(
        self,
        *,
        candidate: KeyId | None = None,
        now: datetime,  # noqa: ARG002  # only a database shows it
    ) -> set[KeyId]:
        self._keys = self._keys or ({candidate} if candidate else set())
        return set(self._keys)

    async def secret(self, name: str, candidate: str) -> str:
        return self._secrets.setdefault(name, candidate)

    async def signing_secrets(self, *, now: datetime, candidate: str = "") -> list[StoredSecret]:
        if candidate and not self._signing:
            self._signing.append(StoredSecret(text=candidate, created_at=now))
        return [secret for secret in self._signing if secret.ends_at is None or secret.ends_at > now]

    async def rotate_signing_secret(self, text: str, *, now: datetime, others_until: datetime) -> list[StoredSecret]:
        kind = text.partition("_")[0]
        self._signing = [
            replace(secret, ends_at=min(secret.ends_at or others_until, others_until))
            if secret.text.startswith(f"{kind}_")
            else secret
            for secret in self._signing
        ]
        self._signing.append(StoredSecret(text=text, created_at=now))
        return await self.signing_secrets(now=now)

    # --- inside

    def _in(self, state: TaskState) -> list[Task]:
        return [task for task in self._tasks.values() if task.state is state]

    def _owed(self) -> Iterable[Delivery]:
        return (delivery for delivery in self._deliveries.values() if delivery.state is DeliveryState.OWED)

    def _behind_others(self, now: datetime, gap: timedelta) -> datetime:
        """When a replay may begin: behind what others have made owed and nobody has tried since."""
        theirs = [each.due_at for each in self._owed() if each.attempt == each.attempts_before > 0]
        return max([now, *(due_at + gap for due_at in theirs)])

    def _wanted(self, wanted: DeliveryFilter) -> list[Delivery]:
        return [delivery for delivery in self._deliveries.values() if _is_wanted(delivery, wanted)]

    def _note(self, task_id: TaskId, at: datetime, name: str, detail: str = "") -> None:
        self._noted += 1
        self._events.append(TaskEvent(task_id=task_id, at=at, name=name, detail=detail, number=self._noted))

    def _finish(self, end: TaskEnd) -> bool:
        stored = self._tasks.get(end.before.id)
        if stored is None or not _same_hands(stored, end.before):
            return False
        # Since `before` was read progress may have been noted, or a try begun and given back: neither must fall.
        progress = max(stored.progress, end.after.progress)
        ended = replace(end.after, generator=stored.generator, made=end.after.made or stored.made, preview=0)
        self._tasks[stored.id] = replace(ended, owner=None, tries=stored.tries, progress=progress)
        self._previews.pop(stored.id, None)
        self._note(stored.id, end.after.finished_at or end.after.created_at, str(end.after.state), end.note)
        if end.delivery:
            self._deliveries[end.delivery.id] = end.delivery
            self._seqs[end.delivery.id] = len(self._seqs) + 1
        if end.images_until:
            self._blobs.update(dict.fromkeys(end.after.images, (stored.id, end.images_until)))
        return True

    def _settle(self, settlement: Settlement) -> bool:
        stored = self._deliveries.get(settlement.before.id)
        if stored is None or not _same_attempt(stored, settlement.before):
            return False
        self._deliveries[stored.id] = settlement.after
        self._receipts.append(settlement.receipt)
        return True

    def _holds(self, owner: Owner, now: datetime) -> bool:
        until = self._leases.get(owner)
        return until is not None and until > now

    def _give_back(self, owners: set[Owner], *, in_order: bool = False) -> int:
        tasks = [task for task in self._in(TaskState.RUNNING) if task.owner in owners]
        deliveries = [d for d in self._deliveries.values() if d.state is DeliveryState.SENDING and d.owner in owners]
        self._tasks.update({task.id: returned(task, in_order=in_order) for task in tasks})
        self._deliveries.update({delivery.id: handed_back(delivery) for delivery in deliveries})
        return len(tasks) + len(deliveries)

    def _drop(self, task_id: TaskId) -> None:
        gone = {delivery.id for delivery in self._deliveries.values() if delivery.task_id == task_id}
        del self._tasks[task_id]
        self._prompts.pop(task_id, None)
        self._deliveries = {key: delivery for key, delivery in self._deliveries.items() if key not in gone}
        self._receipts = [receipt for receipt in self._receipts if receipt.delivery_id not in gone]
        self._events = [event for event in self._events if event.task_id != task_id]
        pictures = [name for name, (of, _) in self._blobs.items() if of == task_id]
        self._blobs.update(dict.fromkeys(pictures, (task_id, LONG_AGO)))


def _same_hands(stored: Task, seen: Task) -> bool:
    return (stored.state, stored.owner, stored.tries) == (seen.state, seen.owner, seen.tries)


def _same_attempt(stored: Delivery, seen: Delivery) -> bool:
    return (stored.state, stored.owner, stored.attempt) == (seen.state, seen.owner, seen.attempt)


def _is_wanted(delivery: Delivery, wanted: DeliveryFilter) -> bool:
    pairs = (
        (wanted.id, delivery.id),
        (wanted.key_id, delivery.key_id),
        (wanted.task_id, delivery.task_id),
        (wanted.state, delivery.state),
        (wanted.lane, delivery.lane),
        (wanted.fault, delivery.last_fault),
    )
    same = all(asked is None or asked == found for asked, found in pairs)
    since = wanted.since is None or delivery.created_at >= wanted.since
    return same and since and (wanted.until is None or delivery.created_at < wanted.until)
