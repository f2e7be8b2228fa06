"""Workers: everything that happens without a caller, started together and ended in order."""

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from heliograph.domain.concurrency import Concurrency
from heliograph.domain.delivery import Delivery, Lane
from heliograph.domain.schedule import Schedule
from heliograph.domain.task import KeyId, Owner, Task
from heliograph.flow.fetch import Intake
from heliograph.flow.keep import Shelf
from heliograph.flow.screen import Screen
from heliograph.ports import Clock, Handoff, Observer, PromptEnhancer, Sender, Store, Tracer
from heliograph.workers.breaker import Breaker
from heliograph.workers.delivering import Delivering
from heliograph.workers.desk import POLL_SECONDS
from heliograph.workers.enhancing import Enhancing
from heliograph.workers.fetching import Fetching
from heliograph.workers.makers import Generators, Makers
from heliograph.workers.screening import Screening
from heliograph.workers.signing import KeptSecrets
from heliograph.workers.upkeep import Upkeep


class Role(StrEnum):
    """What a process does; every one of them also keeps up what is shared."""

    API = "api"
    GENERATE = "generate"
    DELIVER = "deliver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much at once, and how long."""

    generate_concurrency: Concurrency
    generate_retries: Schedule
    callbacks_per_host: int
    callbacks_in_flight: int
    key_weights: Mapping[KeyId, float]
    breaker_failures: int
    breaker_pause_seconds: float
    task_deadline_seconds: float
    lease_seconds: float
    record_days: float
    shutdown_grace_seconds: float


class Workers:
    """Making, delivering and upkeep of one process, as far as its `roles` go."""

    def __init__(
        self,
        *,
        owner: Owner,
        store: Store,
        shelf: Shelf,
        sender: Sender,
        generators: Generators,
        intake: Intake,
        enhancer: PromptEnhancer,
        screen: Screen,
        signing: KeptSecrets,
        schedule: Schedule,
        limits: Limits,
        roles: Collection[Role] = frozenset(Role),
        clock: Clock,
        observer: Observer,
        tracer: Tracer,
    ) -> None:
        self._store = store
        self._roles = roles
        self._grace_seconds = limits.shutdown_grace_seconds
        self._stopping = asyncio.Event()
        self.is_running = False
        self._delivering = Delivering(
            owner=owner,
            store=store,
            sender=sender,
            signing=signing,
            schedule=schedule,
            per_host=limits.callbacks_per_host,
            in_flight=limits.callbacks_in_flight,
            weights=limits.key_weights,
            breaker=Breaker(failures=limits.breaker_failures, pause_seconds=limits.breaker_pause_seconds),
            clock=clock,
            observer=observer,
            tracer=tracer,
        )
        self._makers = Makers(
            owner=owner,
            store=store,
            shelf=shelf,
            generators=generators,
            fetching=Fetching(
                owner=owner,
                intake=intake,
                deadline_seconds=limits.task_deadline_seconds,
                clock=clock,
                observer=observer,
                tracer=tracer,
            ),
            enhancing=Enhancing(enhancer=enhancer, store=store, clock=clock, observer=observer, tracer=tracer),
            screening=Screening(screen=screen, clock=clock, observer=observer, tracer=tracer),
            concurrency=limits.generate_concurrency,
            retries=limits.generate_retries,
            deadline_seconds=limits.task_deadline_seconds,
            deliveries=self._delivering.desk,
            clock=clock,
            observer=observer,
            tracer=tracer,
        )
        self._upkeep = Upkeep(
            owner=owner,
            store=store,
            blobs=shelf.blobs,
            lease_seconds=limits.lease_seconds,
            deadline_seconds=limits.task_deadline_seconds,
            record_days=limits.record_days,
            signing=signing,
            end=self._makers.configured.end,
            woken=self._wake_all,
            clock=clock,
            observer=observer,
        )

    @property
    def tasks(self) -> Handoff[Task]:
        """Where accepted tasks are handed on."""
        return self._makers.configured.desk

    @property
    def deliveries(self) -> Handoff[Delivery]:
        """Where owed callbacks are handed on."""
        return self._delivering.desk

    @property
    def callbacks_in_flight(self) -> int:
        return self._delivering.desk.count

    @property
    def task_lane(self) -> Lane:
        return self._makers.configured.lane

    def look_after_tasks(self) -> None:
        """A task has been ended from outside: who draws it here is to stop."""
        self._makers.watch.look_soon()

    async def run(self) -> None:
        """Work until `stop`; what is then still held is given back. Raises `StoreError` if the store is not usable."""
        self._store.on_change(self._wake_all)
        await self._upkeep.hold()
        self.is_running = True
        try:
            await self._run()
        finally:
            self.is_running = False
            await self._upkeep.release()

    def stop(self) -> None:
        """Finish or give back what is held; `run` returns soon after."""
        self._stopping.set()

    async def _run(self) -> None:
        async with asyncio.TaskGroup() as group:
            to_do = (self._upkeep.often(), self._upkeep.seldom(), self._makers.watch.run())
            chores = [group.create_task(chore) for chore in to_do]
            settling = group.create_task(self._delivering.settlements.run())
            # A desk that does not run has no free place: what it is handed is recorded for a process that has the role.
            delivering = group.create_task(self._if(Role.DELIVER, self._delivering.desk.run))
            making = group.create_task(self._if(Role.GENERATE, self._makers.run))
            await self._stopping.wait()
            await self._wind_down(making, delivering, settling)
            for chore in chores:
                chore.cancel()

    async def _if(self, role: Role, run: Callable[[], Awaitable[None]]) -> None:
        if role in self._roles:
            await run()

    async def _wind_down(
        self, making: asyncio.Task[None], delivering: asyncio.Task[None], settling: asyncio.Task[None]
    ) -> None:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self._grace_seconds
        self._makers.stop(grace_seconds=self._grace_seconds)
        await making
        # Only now: a task that has just ended still hands its callback on.
        self._delivering.desk.stop(grace_seconds=max(0.0, deadline - loop.time()))
        await delivering
        self._delivering.settlements.stop()
        with contextlib.suppress(TimeoutError):
            # A store that takes nothing any more must not keep the process: the attempts are then made again.
            async with asyncio.timeout(max(POLL_SECONDS, deadline - loop.time())):
                await settling

    def _wake_all(self) -> None:
        self._makers.wake()
        self._delivering.desk.hear()
