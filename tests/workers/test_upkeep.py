"""The lease: kept by who lives, and by who only slept."""

import pytest

from heliograph.adapters.blobs.local import LocalBlobs
from heliograph.adapters.clock import MovingClock
from heliograph.adapters.store.memory import MemoryStore
from heliograph.workers.signing import KeptSecrets
from heliograph.workers.upkeep import Upkeep
from tests.fakes import RecordingObserver
from tests.samples import NOW, THEM, US, a_task

LEASE_SECONDS = 15


@pytest.fixture
def observer():
    return RecordingObserver()


@pytest.fixture
async def world(tmp_path, observer):
    store, clock, woken, blobs = MemoryStore(), MovingClock(NOW), [], LocalBlobs(tmp_path)

    async def end(task, failure):
        raise AssertionError(task, failure)

    yield (
        store,
        clock,
        woken,
        lambda owner: Upkeep(
            owner=owner,
            store=store,
            blobs=blobs,
            lease_seconds=LEASE_SECONDS,
            deadline_seconds=600,
            record_days=60,
            signing=KeptSecrets(clock=clock),
            end=end,
            woken=lambda: woken.append(owner),
            clock=clock,
            observer=observer,
        ),
    )
    await blobs.close()


async def test_who_slept_longer_than_the_lease_keeps_what_nobody_else_has_taken(world):
    store, clock, woken, upkeep_of = world
    upkeep = upkeep_of(US)
    await upkeep.hold()
    await store.record_tasks([a_task()])
    [task] = await store.claim_tasks(owner=US, limit=1, now=clock.now())
    clock.move(seconds=LEASE_SECONDS * 4)
    await upkeep._hold_and_sweep()
    assert (await store.find_task(task.id)).owner == US
    assert not woken


async def test_what_a_dead_owner_held_goes_back_and_is_told(world):
    store, clock, woken, upkeep_of = world
    await upkeep_of(THEM).hold()
    await store.record_tasks([a_task()])
    [task] = await store.claim_tasks(owner=THEM, limit=1, now=clock.now())
    clock.move(seconds=LEASE_SECONDS * 4)
    await upkeep_of(US)._hold_and_sweep()
    assert (await store.find_task(task.id)).owner is None
    assert woken == [US]


@pytest.mark.parametrize("jump", [3600, -3600, 2.5])
async def test_a_clock_that_is_set_is_told_once(world, observer, jump):
    _, clock, _, upkeep_of = world
    upkeep = upkeep_of(US)
    clock.set_wall(seconds=jump)
    for _ in range(3):
        upkeep._look_at_the_clock()
        clock.move(seconds=1)
    assert observer.jumps == [jump]


async def test_a_clock_that_is_only_corrected_is_nothing_to_tell(world, observer):
    _, clock, _, upkeep_of = world
    upkeep = upkeep_of(US)
    for _ in range(10):
        clock.set_wall(seconds=0.5)
        clock.move(seconds=1)
        upkeep._look_at_the_clock()
    assert observer.jumps == []
