"""Growth: single operations of the store with 1 000 and with 1 000 000 finished tasks in the database, in turn."""

import random
import secrets
import tempfile
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar

from benchmarks import fill
from heliograph.adapters.store.sqlite import DATABASE, SqliteStore
from heliograph.domain.contract import Size, success_callback
from heliograph.domain.delivery import Delivery, DeliveryId, Receipt, lane_of, settled
from heliograph.domain.records import Settlement, TaskEnd
from heliograph.domain.task import BlobName, KeyId, Owner, Task, TaskId, TaskState, new_task_id, succeeded
from heliograph.domain.verdict import Answer, Verdict

ResultT = TypeVar("ResultT")

FEW, MANY = 1_000, 1_000_000
TURNS = 300
WARM_UP_TURNS = 30
OWNER = Owner("benchmark")
URL = "http://127.0.0.1:9/cb"
OPERATIONS = ("record-info", "accept", "finish", "claim", "settle")


@dataclass(slots=True)
class Filled:
    """A store with so many finished tasks in it, some of their ids, and the seconds that each operation took."""

    store: SqliteStore
    ids: list[TaskId]
    path: Path
    took: defaultdict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    async def timed(self, name: str, operation: Awaitable[ResultT]) -> ResultT:
        began = time.perf_counter()
        result = await operation
        self.took[name].append(time.perf_counter() - began)
        return result


async def measure() -> list[tuple[str, str]]:
    async with AsyncExitStack() as stack:
        few, many = [await stack.enter_async_context(_filled(count)) for count in (FEW, MANY)]
        for turn in range(WARM_UP_TURNS + TURNS):
            if turn == WARM_UP_TURNS:
                few.took.clear()
                many.took.clear()
            for filled in (few, many) if turn % 2 else (many, few):
                await _turn(filled)
        sizes = [filled.path.stat().st_size / 1e6 for filled in (few, many)]
    return [
        ("the database", f"{sizes[0]:,.1f} MB and {sizes[1]:,.0f} MB"),
        *((f"{name} (to reach: at most 1.5)", _compared(few.took[name], many.took[name])) for name in OPERATIONS),
    ]


def _compared(few: list[float], many: list[float]) -> str:
    less, more = median(few) * 1e6, median(many) * 1e6
    return f"{less:,.0f} µs and {more:,.0f} µs: {more / less:.2f}"


@asynccontextmanager
async def _filled(count: int) -> AsyncIterator[Filled]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ids = fill.finished(folder, count)
        store = await SqliteStore.open(folder)
        try:
            yield Filled(store, ids, folder / DATABASE)
        finally:
            await store.close()


async def _turn(filled: Filled) -> None:
    """One look-up of an old task, and one task's way from accepted to called back."""
    store, now = filled.store, datetime.now(UTC)
    if await filled.timed("record-info", store.find_task(random.choice(filled.ids))) is None:
        raise RuntimeError("a task of the sample is not there")
    task = running(now)
    await filled.timed("accept", store.record_tasks([task]))
    [is_written] = await filled.timed("finish", store.finish_tasks([end_of(task, now)]))
    claim = store.claim_deliveries(owner=OWNER, limit=1, now=now, per_lane=64, in_flight={})
    [delivery] = await filled.timed("claim", claim)
    [is_settled] = await filled.timed("settle", store.settle_deliveries([settlement_of(delivery, now)]))
    if not (is_written and is_settled and delivery.task_id == task.id):
        raise RuntimeError("the task did not go its way")


def running(now: datetime) -> Task:
    return Task(
        id=new_task_id(int(now.timestamp() * 1000), secrets.token_bytes(10)),
        key_id=KeyId("0" * 64),
        prompt="a red bicycle leaning on a white wall",
        size=Size.SQUARE,
        variants=1,
        callback_url=URL,
        params='{"prompt":"a red bicycle leaning on a white wall","size":"1:1"}',
        created_at=now,
        state=TaskState.RUNNING,
        owner=OWNER,
        tries=1,
    )


def end_of(task: Task, now: datetime) -> TaskEnd:
    name = BlobName(f"{task.id}_1.png")
    delivery = Delivery(
        id=DeliveryId(f"msg_{task.id}"),
        task_id=task.id,
        key_id=task.key_id,
        url=URL,
        lane=lane_of(URL),
        body=success_callback(task.id, [fill.LINK.format(name=name)]),
        created_at=now,
        due_at=now,
    )
    after = succeeded(task, (name,), at=now)
    return TaskEnd(before=task, after=after, delivery=delivery, images_until=now + timedelta(days=14))


def settlement_of(delivery: Delivery, now: datetime) -> Settlement:
    receipt = Receipt(
        delivery_id=delivery.id,
        attempt=1,
        started_at=now,
        ended_at=now,
        answer=Answer(status=200, address="127.0.0.1", excerpt='{"status":"received"}', bytes_read=21),
        verdict=Verdict.DELIVERED,
        next_attempt_at=None,
    )
    return Settlement(
        before=delivery,
        after=settled(delivery, receipt.answer, Verdict.DELIVERED, next_attempt_at=None, at=now),
        receipt=receipt,
    )
