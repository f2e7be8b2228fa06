"""What comes in within a moment, or while a batch is written, is written together; nothing is left behind."""

import asyncio
import time

from heliograph.workers.batch import LINGER_SECONDS, Batch
from tests.fakes import until


async def test_what_is_added_during_a_write_is_one_batch_after_it():
    written, gate = [], asyncio.Event()

    async def write(items):
        written.append(list(items))
        await gate.wait()

    batch = Batch(write, most=lambda: 9)
    async with asyncio.TaskGroup() as group:
        group.create_task(batch.run())
        batch.add(1)
        await until(lambda: written == [[1]])
        batch.add(2)
        batch.add(3)
        gate.set()
        await until(lambda: written == [[1], [2, 3]])
        batch.stop()


async def test_what_is_no_full_batch_waits_a_moment_for_more_and_a_full_one_does_not():
    written = []

    async def write(items):
        written.append((list(items), time.monotonic()))

    batch = Batch(write, most=lambda: 3)
    async with asyncio.TaskGroup() as group:
        group.create_task(batch.run())
        await asyncio.sleep(0)
        for number in range(3):
            batch.add(number)
        for _ in range(3):
            await asyncio.sleep(0)
        assert len(written) == 1
        batch.add(3)
        began = time.monotonic()
        await asyncio.sleep(0)
        batch.add(4)
        await until(lambda: len(written) == 2)
        batch.stop()
    assert [items for items, _ in written] == [[0, 1, 2], [3, 4]]
    assert written[1][1] - began >= LINGER_SECONDS


async def test_stopping_writes_what_is_left():
    written = []

    async def write(items):
        written.extend(items)

    batch = Batch(write, most=lambda: 9)
    batch.add(1)
    batch.stop()
    batch.add(2)
    async with asyncio.timeout(5):
        await batch.run()
    assert written == [1, 2]


async def test_no_batch_is_so_long_that_others_wait_for_it():
    written, most = [], 3

    async def write(items):
        nonlocal most
        written.append(list(items))
        most = 2

    batch = Batch(write, most=lambda: most)
    for number in range(6):
        batch.add(number)
    batch.stop()
    await asyncio.wait_for(batch.run(), 5)
    assert written == [[0, 1, 2], [3, 4], [5]]
