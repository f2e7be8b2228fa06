import os

import pytest

from heliograph.domain.delivery import settled
from heliograph.domain.task import BlobName, started
from heliograph.domain.verdict import Verdict
from heliograph.flow import sweep
from heliograph.flow.sweep import Swept, overdue_tasks, sweep_claims, sweep_old
from tests.samples import FINE, NOW, THEM, US, a_delivery, a_task, failure, later, settlement, success


@pytest.fixture
def swept(store, blobs, clock):
    return lambda: sweep_old(store=store, blobs=blobs, clock=clock, record_days=60)


async def ended(store, blobs, clock, **delivery_fields):
    task = started(a_task(created_at=clock.now()), owner=US)
    await store.record_tasks([task])
    end = success(task, at=clock.now(), days=14)
    if delivery_fields:
        end = success(task, at=clock.now(), days=14, delivery=a_delivery(task, **delivery_fields))
    await blobs.put(dict.fromkeys(end.after.images, b"png"))
    await store.finish_tasks([end])
    return end.after


async def test_claims_of_the_dead_go_back(store, clock):
    await store.hold(US, now=NOW, seconds=15)
    await store.record_tasks([started(a_task(), owner=US), started(a_task(), owner=THEM)])
    assert await sweep_claims(store=store, clock=clock) == 1
    clock.move(seconds=15)
    assert await sweep_claims(store=store, clock=clock) == 1
    assert await sweep_claims(store=store, clock=clock) == 0


async def test_a_task_is_overdue_when_its_time_is_used_up_and_not_before(store, clock):
    task = a_task()
    await store.record_tasks([task])
    clock.move(seconds=600)
    assert await overdue_tasks(store=store, clock=clock, deadline_seconds=600) == []
    clock.move(milliseconds=1)
    assert await overdue_tasks(store=store, clock=clock, deadline_seconds=600) == [task]
    await store.finish_tasks([failure(task)])
    assert await overdue_tasks(store=store, clock=clock, deadline_seconds=600) == []


async def test_pictures_go_after_14_days_and_the_record_after_60(store, blobs, clock, swept):
    task = await ended(store, blobs, clock)
    clock.move(days=14, milliseconds=-1)
    assert await swept() == Swept()
    assert await blobs.where(task.images[0], seconds=60)
    clock.move(milliseconds=1)
    assert await swept() == Swept(images=1)
    assert await blobs.where(task.images[0], seconds=60) is None
    assert await store.find_task(task.id)
    clock.move(days=46)
    assert await swept() == Swept()
    clock.move(milliseconds=1)
    assert await swept() == Swept(records=1)
    assert await store.find_task(task.id) is None


async def test_a_record_whose_callback_is_still_owed_stays(store, blobs, clock, swept):
    task = await ended(store, blobs, clock, due_at=later(days=99))
    clock.move(days=99)
    assert await swept() == Swept(images=1)
    [held] = await store.claim_deliveries(owner=US, limit=1, now=clock.now(), per_lane=1, in_flight={})
    after = settled(held, FINE, Verdict.GIVE_UP, next_attempt_at=None, at=clock.now())
    await store.settle_deliveries([settlement(held, after)])
    assert await swept() == Swept(records=1)
    assert await store.find_task(task.id) is None


async def test_more_than_a_handful_goes_too(store, blobs, clock, swept, monkeypatch):
    monkeypatch.setattr(sweep, "HANDFUL", 3)
    for _ in range(8):
        await ended(store, blobs, clock)
    clock.move(days=61)
    assert await swept() == Swept(images=8, records=8)
    assert [name async for names in blobs.names(older_than=later(days=999)) for name in names] == []


async def test_files_without_a_task_go_when_they_are_an_hour_old(store, blobs, clock, swept):
    task = await ended(store, blobs, clock)
    orphan, leftover = BlobName("orphan_1.png"), BlobName(f"{task.images[0]}.123.part")
    await blobs.put({orphan: b"png", leftover: b"half"})
    await _age(blobs, [*task.images, orphan, leftover], clock.now().timestamp())
    clock.move(hours=1)
    assert await swept() == Swept()
    clock.move(seconds=1)
    assert await swept() == Swept(orphans=2)
    assert [await blobs.where(name, seconds=60) is None for name in (orphan, leftover, *task.images)] == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize("jump", [{"hours": 2}, {"hours": -2}])
async def test_a_clock_that_is_set_makes_no_file_old(blobs, clock, swept, jump):
    before, after = BlobName("before_1.png"), BlobName("after_1.png")
    await blobs.put(dict.fromkeys((before, after), b"png"))
    await _age(blobs, [before], clock.wall().timestamp())
    clock.set_wall(**jump)
    await _age(blobs, [after], clock.wall().timestamp())
    assert await swept() == Swept()


async def test_the_pictures_of_a_dropped_record_go_at_the_next_sweep(store, blobs, clock):
    task = await ended(store, blobs, clock)
    clock.move(days=1, milliseconds=1)
    assert await sweep_old(store=store, blobs=blobs, clock=clock, record_days=1) == Swept(records=1)
    assert await sweep_old(store=store, blobs=blobs, clock=clock, record_days=1) == Swept(images=1)
    assert await blobs.where(task.images[0], seconds=60) is None


async def _age(blobs, names, moment):
    for name in names:
        os.utime((await blobs.where(name, seconds=60)).path, (moment, moment))
