"""A world around the real sender, workers and store; its clock is the machine's, or one that the test moves."""

import asyncio
import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import SystemClock
from heliograph.adapters.enhancers.rules import RulesEnhancer
from heliograph.adapters.generators.rehearsal import Rehearsal
from heliograph.adapters.store.sqlite import DATABASE, SqliteStore, migrate_folder
from heliograph.adapters.untraced import Untraced
from heliograph.domain.concurrency import Concurrency
from heliograph.domain.delivery import DeliveryId, DeliveryState, lane_of
from heliograph.domain.link import Links
from heliograph.domain.records import DeliveryFilter
from heliograph.domain.schedule import Schedule
from heliograph.domain.task import KeyId, Owner, started
from heliograph.domain.verdict import Answer
from heliograph.flow.keep import Shelf
from heliograph.flow.screen import Screen
from heliograph.workers.makers import Generators
from heliograph.workers.signing import KeptSecrets
from heliograph.workers.workers import Limits, Workers
from tests.egress.raw import Receiver, receiving, sending
from tests.fakes import RecordingObserver, an_intake, until
from tests.samples import SECRET, a_delivery, a_task, success

SOON = Schedule((0.01, 0.01, 0.01))
BODY = '{"code":200,"msg":"success \\u2028 é"}'.encode()
_processes = count(1)


LATE_SECONDS = 0.75
"""How much later than its deadline an attempt may be over where many tests share a machine."""


def is_on_time(seconds, deadline_seconds):
    return deadline_seconds - 0.01 <= seconds < deadline_seconds + LATE_SECONDS


@lru_cache(maxsize=1)
def _migrated():
    with TemporaryDirectory() as folder:
        migrate_folder(Path(folder))
        return (Path(folder) / DATABASE).read_bytes()


def database_in(folder):
    """Where there is none, one that is up to date already: bringing it there is not what these tests are about."""
    if not (folder / DATABASE).exists():
        folder.mkdir(parents=True)
        (folder / DATABASE).write_bytes(_migrated())
    return folder


@dataclass(frozen=True)
class Attempt:
    answer: Answer
    seconds: float
    receiver: Receiver


async def attempted(behave, *, body=BODY, **how):
    """One attempt of the sender alone at one receiver, and how long it took."""
    async with receiving(behave) as receiver, sending(**how) as sender:
        began = time.monotonic()
        answer = await sender.post(f"http://127.0.0.2:{receiver.port}/", body=body, headers={})
        return Attempt(answer, time.monotonic() - began, receiver)


class World:
    """One process over a folder; open a second one on the same folder to restart it."""

    def __init__(self, folder, *, sender, clock=None, schedule=SOON, per_host=64, in_flight=1024, breaker_failures=0):
        self.folder = folder
        self.owner = Owner(f"process {next(_processes)}")
        self.sender = sender
        self.clock = clock or SystemClock()
        self.schedule = schedule
        self.observer = RecordingObserver()
        self.limits = Limits(
            generate_concurrency=Concurrency(2),
            generate_retries=Schedule(()),
            callbacks_per_host=per_host,
            callbacks_in_flight=in_flight,
            key_weights={},
            breaker_failures=breaker_failures,
            breaker_pause_seconds=10,
            task_deadline_seconds=10**9,
            lease_seconds=15,
            record_days=60,
            shutdown_grace_seconds=0,
        )

    @asynccontextmanager
    async def running(self):
        """The workers are at work; on the way out everything is closed."""
        async with AsyncExitStack() as stack:
            self.store = await SqliteStore.open(database_in(self.folder / "data"))
            stack.push_async_callback(self.store.close)
            blobs = LocalBlobs(self.folder / "images")
            stack.push_async_callback(blobs.close)
            links = Links("https://pictures.example", b"key")
            self.workers = Workers(
                owner=self.owner,
                store=self.store,
                shelf=Shelf(blobs=blobs, links=links, media_days=14),
                sender=self.sender,
                generators=Generators(configured=Rehearsal()),
                intake=an_intake(blobs, links),
                enhancer=RulesEnhancer(),
                screen=Screen(),
                signing=KeptSecrets(clock=self.clock, secrets=[SECRET]),
                schedule=self.schedule,
                limits=self.limits,
                clock=self.clock,
                observer=self.observer,
                tracer=Untraced(lambda: "5" * 16),
            )
            run = asyncio.create_task(self.workers.run())
            await until(lambda: self.workers.is_running)
            try:
                yield self
            finally:
                self.workers.stop()
                await asyncio.wait_for(run, 20)

    async def owe(self, *urls, body=b"{}", key="key"):
        """These callbacks are owed from now on."""
        now = self.clock.now()
        tasks = [started(a_task(callback_url=url, created_at=now, key_id=KeyId(key)), owner=self.owner) for url in urls]
        deliveries = [
            a_delivery(
                task, url=task.callback_url, lane=lane_of(task.callback_url), body=body, created_at=now, due_at=now
            )
            for task in tasks
        ]
        await self.store.record_tasks(tasks)
        ends = [success(task, delivery=one, at=now) for task, one in zip(tasks, deliveries, strict=True)]
        assert all(await self.store.finish_tasks(ends))
        self.wake(*deliveries)
        return deliveries

    def wake(self, *deliveries):
        for delivery in deliveries:
            self.workers.deliveries.wake(delivery.lane, delivery.key_id)

    async def delivery(self, one):
        return await self.store.find_delivery(one.id)

    async def receipts(self, one):
        return await self.store.receipts_of(one.id)

    async def ended(self, one):
        """The delivery and its receipts, once it has come to its end."""
        async with asyncio.timeout(20):
            while not (found := await self.delivery(one)).state.is_end:
                await asyncio.sleep(0.005)
        return found, await self.receipts(one)

    async def attempting(self, one):
        """Returns when an attempt at it is under way."""
        async with asyncio.timeout(20):
            while (await self.delivery(one)).state is DeliveryState.OWED:
                await asyncio.sleep(0.002)

    async def attempted(self, one, attempts):
        """The delivery once so many attempts at it are recorded."""
        async with asyncio.timeout(20):
            while (found := await self.delivery(one)).attempt < attempts:
                await asyncio.sleep(0.005)
        return found

    async def replay(self, one):
        """A person asks for it once more."""
        wanted = DeliveryFilter(id=DeliveryId(one.id))
        told = await self.store.replay_deliveries(wanted, now=self.clock.now(), per_second=50)
        self.wake(one)
        return told


@asynccontextmanager
async def world_of(folder, *, clock=None, schedule=SOON, resolver=None, timeout_seconds=0.5, **limits):
    """A running world with the real sender."""
    async with (
        sending(resolver, timeout_seconds=timeout_seconds) as sender,
        World(folder, sender=sender, clock=clock, schedule=schedule, **limits).running() as world,
    ):
        yield world
