"""Workers: everything that happens without a caller; the only place that catches everything."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

from heliograph.domain.contract import GENERATION_FAILED, TRY_AGAIN_LATER
from heliograph.domain.delivery import Delivery, DeliveryState, Lane
from heliograph.domain.errors import StoreError
from heliograph.domain.picture import Pictures
from heliograph.domain.schedule import Schedule
from heliograph.domain.signature import SigningSecret
from heliograph.domain.task import Failure, FailureKind, Owner, Task
from heliograph.flow.claim import claim_deliveries, claim_tasks
from heliograph.flow.generate import generate
from heliograph.flow.keep import Shelf, keep
from heliograph.flow.notify import notify
from heliograph.flow.settle import settle
from heliograph.flow.sweep import overdue_tasks, sweep_claims, sweep_old
from heliograph.ports import Clock, Generator, Observer, Sender, Settlement, Store
from heliograph.workers.batch import Batch
from heliograph.workers.desk import POLL_SECONDS, Desk

ValueT = TypeVar("ValueT")

OLD_THINGS_EVERY_SECONDS = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much at once, and how long."""

    generate_concurrency: int
    callbacks_per_host: int
    callbacks_in_flight: int
    task_deadline_seconds: float
    lease_seconds: float
    record_days: float
    shutdown_grace_seconds: float


class Workers:
    """Everything that happens without a caller: generating, delivering, keeping the lease, sweeping."""

    def __init__(
        self,
        *,
        owner: Owner,
        store: Store,
        shelf: Shelf,
        sender: Sender,
        generator: Generator,
        secrets: Sequence[SigningSecret],
        schedule: Schedule,
        limits: Limits,
        clock: Clock,
        observer: Observer,
    ) -> None:
        self._owner = owner
        self._store = store
        self._shelf = shelf
        self._sender = sender
        self._generator = generator
        self._secrets = secrets
        self._schedule = schedule
        self._limits = limits
        self._clock = clock
        self._observer = observer
        self._settlements: Batch[Settlement] = Batch(self._settle)
        self._stopping = asyncio.Event()
        self.is_running = False
        self.task_lane = Lane(generator.name)
        concurrency = generator.concurrency or limits.generate_concurrency
        self.tasks: Desk[Task] = Desk(
            owner=owner,
            per_lane=concurrency,
            in_all=concurrency,
            lane_of=lambda _: self.task_lane,
            claim=self._claim_tasks,
            work=self._make,
            observer=observer,
        )
        self.deliveries: Desk[Delivery] = Desk(
            owner=owner,
            per_lane=limits.callbacks_per_host,
            in_all=limits.callbacks_in_flight,
            lane_of=lambda delivery: delivery.lane,
            claim=self._claim_deliveries,
            work=self._deliver,
            observer=observer,
        )

    async def run(self) -> None:
        """Work until `stop`; what is then still held is given back."""
        await self._store.hold(self._owner, until=self._lease_end())
        self.is_running = True
        try:
            await self._run()
        finally:
            self.is_running = False
            self._observer.swept("claims_given_back", await self._store.release(self._owner))

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            chores = [group.create_task(do()) for do in (self._keep_lease, self._sweep_often, self._sweep_old)]
            settling = group.create_task(self._settlements.run())
            deliveries = group.create_task(self.deliveries.run())
            tasks = group.create_task(self.tasks.run())
            await self._stopping.wait()
            await self._wind_down(tasks, deliveries)
            self._settlements.stop()
            await settling
            for chore in chores:
                chore.cancel()

    def stop(self) -> None:
        """Finish or give back what is held; `run` returns soon after."""
        self._stopping.set()

    async def _wind_down(self, tasks: asyncio.Task[None], deliveries: asyncio.Task[None]) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._limits.shutdown_grace_seconds
        self.tasks.stop(grace_seconds=self._limits.shutdown_grace_seconds)
        await tasks
        # Only now: a task that has just ended still hands its callback on.
        self.deliveries.stop(grace_seconds=max(0.0, deadline - loop.time()))
        await deliveries

    # --- tasks

    async def _claim_tasks(self, limit: int, _: Mapping[Lane, int]) -> list[Task]:
        return await claim_tasks(owner=self._owner, limit=limit, store=self._store, clock=self._clock)

    async def _make(self, task: Task) -> None:
        await self._end(task, await self._outcome(task))

    async def _outcome(self, task: Task) -> Pictures | Failure:
        try:
            return await generate(
                task,
                generator=self._generator,
                store=self._store,
                clock=self._clock,
                deadline_seconds=self._limits.task_deadline_seconds,
            )
        except Exception as error:  # noqa: BLE001  # a generator's fault is the task's failure, with its trace in the log
            self._observer.step_failed("generate", error, task=task.id)
            return Failure(FailureKind.FAILED, GENERATION_FAILED)

    async def _end(self, task: Task, outcome: Pictures | Failure) -> None:
        async def write() -> Task | None:
            return await keep(
                task, outcome, shelf=self._shelf, store=self._store, clock=self._clock, handoff=self.deliveries
            )

        if ended := await self._until_stored("keep", write):
            self._observer.task_ended(ended)

    # --- deliveries

    async def _claim_deliveries(self, limit: int, in_flight: Mapping[Lane, int]) -> list[Delivery]:
        return await claim_deliveries(
            owner=self._owner,
            limit=limit,
            per_lane=self._limits.callbacks_per_host,
            in_flight=in_flight,
            store=self._store,
            clock=self._clock,
        )

    async def _deliver(self, delivery: Delivery) -> None:
        started_at = self._clock.now()
        answer = await notify(delivery, sender=self._sender, secrets=self._secrets, clock=self._clock)
        settlement = settle(
            delivery,
            answer,
            started_at=started_at,
            schedule=self._schedule,
            clock=self._clock,
            chance=random.random,
        )
        self._settlements.add(settlement)

    async def _settle(self, settlements: Sequence[Settlement]) -> None:
        written = await self._until_stored("settle", lambda: self._store.settle_deliveries(settlements))
        for settlement, is_written in zip(settlements, written, strict=True):
            if is_written:
                self._observer.delivery_attempted(settlement)
            if settlement.after.state is DeliveryState.OWED:
                self.deliveries.wake_in(max(0.0, (settlement.after.due_at - self._clock.now()).total_seconds()))

    async def _until_stored(self, step: str, write: Callable[[], Awaitable[ValueT]]) -> ValueT:
        """What has been done outside must not be forgotten because a disk is full for a while."""
        while True:
            try:
                return await write()
            except (StoreError, OSError) as error:
                self._observer.step_failed(step, error)
                await asyncio.sleep(POLL_SECONDS)

    # --- chores

    async def _keep_lease(self) -> None:
        while True:
            await asyncio.sleep(self._limits.lease_seconds / 3)
            await self._try("hold", lambda: self._store.hold(self._owner, until=self._lease_end()))

    async def _sweep_often(self) -> None:
        while True:
            await self._try("sweep_claims", self._sweep_claims)
            await self._try("end_overdue", self._end_overdue)
            await asyncio.sleep(min(POLL_SECONDS, self._limits.lease_seconds / 3))

    async def _sweep_old(self) -> None:
        while True:
            await self._try("sweep_old", self._sweep_old_once)
            await asyncio.sleep(OLD_THINGS_EVERY_SECONDS)

    async def _try(self, chore: str, do: Callable[[], Awaitable[None]]) -> None:
        try:
            await do()
        except (StoreError, OSError) as error:
            self._observer.step_failed(chore, error)

    async def _sweep_claims(self) -> None:
        if back := await sweep_claims(store=self._store, clock=self._clock):
            self._observer.swept("expired_claims", back)
            self.tasks.wake(self.task_lane)
            self.deliveries.wake_in(0)

    async def _end_overdue(self) -> None:
        overdue = await overdue_tasks(
            store=self._store, clock=self._clock, deadline_seconds=self._limits.task_deadline_seconds + POLL_SECONDS
        )
        for task in overdue:
            await self._end(task, Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER))

    async def _sweep_old_once(self) -> None:
        swept = await sweep_old(
            store=self._store, blobs=self._shelf.blobs, clock=self._clock, record_days=self._limits.record_days
        )
        for what, count in (("images", swept.images), ("orphans", swept.orphans), ("records", swept.records)):
            if count:
                self._observer.swept(what, count)

    def _lease_end(self) -> datetime:
        return self._clock.now() + timedelta(seconds=self._limits.lease_seconds)
