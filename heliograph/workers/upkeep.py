"""Upkeep: the lease is renewed, lost claims go back, overdue tasks end, new secrets are taken up, old things go."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.errors import StoreError
from heliograph.domain.task import Failure, FailureKind, Owner, Task
from heliograph.flow.sweep import overdue_tasks, sweep_claims, sweep_old
from heliograph.ports import Blobs, Clock, Observer, Store
from heliograph.workers.desk import POLL_SECONDS
from heliograph.workers.signing import KeptSecrets

OLD_THINGS_EVERY_SECONDS = 600.0
JUMP_SECONDS = 2.0
"""Between two looks, a clock that is only corrected goes wrong by far less."""


class Upkeep:
    """`end` brings an overdue task to its end, `woken` is called when claims have gone back."""

    def __init__(
        self,
        *,
        owner: Owner,
        store: Store,
        blobs: Blobs,
        lease_seconds: float,
        deadline_seconds: float,
        record_days: float,
        signing: KeptSecrets,
        end: Callable[[Task, Failure], Awaitable[None]],
        woken: Callable[[], None],
        clock: Clock,
        observer: Observer,
    ) -> None:
        self._owner = owner
        self._store = store
        self._blobs = blobs
        self._lease_seconds = lease_seconds
        self._deadline_seconds = deadline_seconds
        self._record_days = record_days
        self._signing = signing
        self._end = end
        self._woken = woken
        self._clock = clock
        self._observer = observer
        self._held_until: datetime | None = None
        self._set_by = self._drift()

    async def hold(self) -> None:
        """Renew the lease if a third of it is used up."""
        now = self._clock.now()
        if self._held_until is None or self._held_until - now < timedelta(seconds=self._lease_seconds * 2 / 3):
            await self._store.hold(self._owner, now=now, seconds=self._lease_seconds)
            self._held_until = now + timedelta(seconds=self._lease_seconds)

    async def release(self) -> None:
        """Give back what is still held; if the store cannot, the lease runs out."""
        await self._try("release", self._release)

    async def often(self) -> None:
        """Leases, lost claims, deadlines and rotated secrets, for ever."""
        while True:
            self._look_at_the_clock()
            await self._try("hold", self._hold_and_sweep)
            await self._try("end_overdue", self._end_overdue)
            await self._try("refresh_secrets", self._signing.refresh)
            await asyncio.sleep(min(POLL_SECONDS, self._lease_seconds / 3))

    async def seldom(self) -> None:
        """Old pictures and records, for ever."""
        while True:
            await self._try("sweep_old", self._sweep_old)
            await asyncio.sleep(OLD_THINGS_EVERY_SECONDS)

    async def _try(self, chore: str, do: Callable[[], Awaitable[None]]) -> None:
        try:
            await do()
        except (StoreError, OSError) as error:
            self._observer.step_failed(chore, error)

    def _look_at_the_clock(self) -> None:
        before, self._set_by = self._set_by, self._drift()
        jump = (self._set_by - before).total_seconds()
        if abs(jump) > JUMP_SECONDS:
            self._observer.clock_jumped(jump)

    def _drift(self) -> timedelta:
        return self._clock.wall() - self._clock.now()

    async def _release(self) -> None:
        self._observer.swept("claims_given_back", await self._store.release(self._owner))

    async def _hold_and_sweep(self) -> None:
        # In this order: a process that was suspended for longer than its lease must not take its own work away.
        await self.hold()
        if back := await sweep_claims(store=self._store, clock=self._clock):
            self._observer.swept("expired_claims", back)
            self._woken()

    async def _end_overdue(self) -> None:
        # A little later than the generator's own deadline, which is the one to end a task that is being drawn.
        deadline_seconds = self._deadline_seconds + POLL_SECONDS
        for task in await overdue_tasks(store=self._store, clock=self._clock, deadline_seconds=deadline_seconds):
            await self._end(task, Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "deadline"))

    async def _sweep_old(self) -> None:
        swept = await sweep_old(store=self._store, blobs=self._blobs, clock=self._clock, record_days=self._record_days)
        for what, count in (("images", swept.images), ("orphans", swept.orphans), ("records", swept.records)):
            self._observer.swept(what, count)
