"""Whatever is done to them, the store in memory and those that are durable answer alike."""

import asyncio
import tempfile
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from heliograph.adapters.store.memory import MemoryStore
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.sqlite import SqliteStore
from heliograph.domain.delivery import Lane, sending, settled
from heliograph.domain.task import KeyId, Owner, fallen_back, retried, started
from heliograph.domain.turns import Hearing, Turns
from heliograph.domain.verdict import Verdict
from tests.postgres import lapse
from tests.samples import DAY, FINE, NOW, a_delivery, a_task, failure, settlement, success

OWNERS = st.sampled_from([Owner("one"), Owner("two")])
KEYS = [KeyId("one"), KeyId("other")]
LANES = [Lane("a"), Lane("b"), Lane("c")]
QUEUES = st.sampled_from([("",), ("",), ("", "FLUX_MAX"), ("FLUX_MAX",), ("FLUX_MAX", "")])
PICK = st.integers(0, 30)
STEPS = st.one_of(
    st.tuples(st.just("record"), st.none() | OWNERS),
    st.tuples(st.just("claim_tasks"), OWNERS, st.integers(0, 4), QUEUES),
    st.tuples(st.just("progress"), PICK, st.integers(0, 4).map(lambda quarter: quarter / 4), st.none() | PICK),
    st.tuples(st.just("put_back"), PICK, st.integers(0, 5)),
    st.tuples(st.just("finish"), PICK, st.booleans(), st.none() | st.sampled_from(LANES), st.none() | OWNERS),
    st.tuples(st.just("claim_deliveries"), OWNERS, st.integers(0, 4), st.integers(0, 3), PICK),
    st.tuples(st.just("settle"), PICK, st.sampled_from(Verdict), st.integers(0, 5)),
    st.tuples(st.just("hold"), OWNERS, st.integers(0, 20)),
    st.tuples(st.just("release"), OWNERS),
    st.tuples(st.just("release_expired")),
    st.tuples(st.just("expired_blobs"), st.integers(0, 3)),
    st.tuples(st.just("drop"), st.integers(0, 3)),
    st.tuples(st.just("overdue"), st.integers(0, 3)),
)


class Twins:
    """Runs each step on both stores; what tasks and deliveries look like is remembered from every answer."""

    def __init__(self, memory, disk):
        self.stores = (memory, disk)
        self.now = NOW
        self.lapsed = self.days = 0
        self.numbers = count(1)
        self.tasks = []
        self.deliveries = []

    async def ask(self, method, *args, **kwargs):
        one, other = [await getattr(store, method)(*args, **kwargs) for store in self.stores]
        assert one == other, method
        return one

    async def step(self, name, *details):
        # Every step has its own moment: which of two equals comes first is no promise.
        self.now += timedelta(seconds=1)
        self.days += 1
        await getattr(self, name)(*details)

    async def record(self, owner):
        number = next(self.numbers)
        task = a_task(number, key_id=KEYS[number % 2], created_at=self.now)
        task = started(task, owner=owner) if owner else task
        self.tasks.append(task)
        await self.ask("record_tasks", [task])

    async def claim_tasks(self, owner, limit, queues):
        what = {"owner": owner, "limit": limit, "queues": queues, "generator": queues[0] or "drawer"}
        self.tasks += await self.ask("claim_tasks", **what, now=self.now)
        await self.ask("held_by", owner)

    async def progress(self, pick, share, image):
        if self.tasks:
            preview = None if image is None else bytes([image])
            await self.ask("note_progress", self.tasks[pick % len(self.tasks)], share, now=self.now, preview=preview)

    async def put_back(self, pick, seconds):
        held = [task for task in self.tasks if task.owner]
        if held:
            before = held[-1 - pick % len(held)]
            due_at = self.now + timedelta(seconds=seconds)
            after = retried(before, due_at=due_at) if pick % 2 else fallen_back(replace(before, fallback="FLUX_MAX"))
            after = replace(after, fallback=before.fallback)
            await self.ask("put_back", before, after, note=f"in {seconds} s", now=self.now)

    async def finish(self, pick, is_success, lane, owner):
        held = [task for task in self.tasks if not task.state.is_end]
        if not held:
            return
        task = held[-1 - pick % len(held)]
        delivery = a_delivery(task, lane=lane, due_at=self.now, repeats=pick % 3) if lane else None
        delivery = sending(delivery, owner=owner) if delivery and owner else delivery
        make = success if is_success and task.owner else failure
        [written] = await self.ask("finish_tasks", [make(task, at=self.now, delivery=delivery)])
        if written and delivery:
            self.deliveries.append(delivery)

    async def claim_deliveries(self, owner, limit, per_lane, busy):
        in_flight = {lane: busy >> number & 1 for number, lane in enumerate(LANES)}
        self.deliveries += await self.ask(
            "claim_deliveries",
            owner=owner,
            limit=limit,
            now=self.now,
            per_lane=per_lane,
            in_flight=in_flight,
            turns=Turns(
                weights={KEYS[0]: 2},
                held={LANES[busy % 3]: {KEYS[1]: 1}},
                held_in_all={KEYS[1]: 1},
                open_to_all=2,
                little=busy % 3,
                shared={LANES[busy % 3], LANES[0]},
                kept_per_lane=busy % 2,
                tried={LANES[0]: KEYS[: busy % 3]} if busy % 2 else {},
                hearing=Hearing(
                    answered={LANES[0]},
                    silent={LANES[1]} if busy % 2 else frozenset(),
                    open_to_new=busy % 4,
                    open_to_silent=busy % 2,
                ),
            ),
        )

    async def settle(self, pick, verdict, seconds):
        held = [delivery for delivery in self.deliveries if delivery.owner]
        if held:
            before = held[-1 - pick % len(held)]
            # Half a second off the steps, so that no two fall due at one moment.
            next_at = self.now + timedelta(seconds=seconds, milliseconds=500) if verdict is Verdict.RETRY else None
            after = settled(before, FINE, verdict, next_attempt_at=next_at, at=self.now)
            await self.ask("settle_deliveries", [settlement(before, after, verdict=verdict, next_attempt_at=next_at)])

    async def hold(self, owner, days):
        await self.let_leases_lapse()
        await self.ask("hold", owner, now=self.days_on, seconds=days * DAY)

    async def release(self, owner):
        await self.ask("release", owner)

    async def release_expired(self):
        await self.let_leases_lapse()
        await self.ask("release_expired", now=self.days_on)

    # Leases go by days, beside which it is nothing how long a program takes: a server's clock is moved by no test.

    @property
    def days_on(self):
        return NOW + timedelta(days=self.days)

    async def let_leases_lapse(self):
        _, durable = self.stores
        if isinstance(durable, PostgresStore):
            await lapse(durable, (self.days - self.lapsed) * DAY)
        self.lapsed = self.days

    async def expired_blobs(self, limit):
        names = await self.ask("expired_blobs", now=self.now + timedelta(days=14, seconds=-5), limit=limit)
        await self.ask("forget_blobs", names)

    async def drop(self, limit):
        before = self.now - timedelta(seconds=5)
        await self.ask("drop_records", finished_before=before, limit=limit)
        await self.ask("tend", now=self.now, finished_before=before)

    async def overdue(self, limit):
        await self.ask("overdue_tasks", created_before=self.now - timedelta(seconds=5), limit=limit)

    async def compare(self):
        await self.ask("census")
        for task_id in {task.id for task in self.tasks}:
            task = await self.ask("find_task", task_id)
            await self.ask("events_of", task_id)
            await self.ask("preview_of", task_id)
            await self.ask("known_blobs", task.images if task else [])
            for delivery in await self.ask("deliveries_of", task_id):
                await self.ask("receipts_of", delivery.id)


def programs(max_examples):
    # Without shrinking: each try opens a database, and a program of fifty steps can be read as it is.
    return settings(
        max_examples=max_examples,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
    )


@given(st.lists(STEPS, min_size=10, max_size=50))
@programs(40)
def test_memory_and_disk_answer_alike(steps):
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(_run(steps, SqliteStore.open(Path(folder))))


@given(steps=st.lists(STEPS, min_size=10, max_size=50))
@programs(20)
def test_memory_and_a_server_answer_alike(databases, steps):
    try:
        asyncio.run(_run(steps, PostgresStore.attach(databases.common)))
    finally:
        asyncio.run(databases.empty())


async def _run(steps, opening):
    durable = await opening
    try:
        twins = Twins(MemoryStore(), durable)
        for step in steps:
            await twins.step(*step)
        await twins.compare()
    finally:
        await durable.close()
