import asyncio

import pytest

from heliograph.adapters.clock import MovingClock
from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.contract import TRY_AGAIN_LATER, Size
from heliograph.domain.picture import Abilities, Pictures
from heliograph.domain.task import Failure, FailureKind, started
from heliograph.flow.generate import TRIES_ALLOWED, brief_of, generate
from tests.samples import NOW, US, a_task, task_id

PICTURES = Pictures(images=[b"png"])
TRY_AGAIN = Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)


class Drawer:
    name, concurrency, abilities = "drawer", None, Abilities()

    def __init__(self, *, outcome=PICTURES, shares=(), never_ends=False):
        self.outcome = outcome
        self.shares = shares
        self.never_ends = never_ends
        self.briefs = []

    async def generate(self, brief, *, progress):
        self.briefs.append(brief)
        for share in self.shares:
            await progress(share)
        if self.never_ends:
            await asyncio.Event().wait()
        return self.outcome


async def drawn(drawer, *, store=None, task=None, deadline_seconds=600.0, clock=None):
    return await generate(
        task or started(a_task(), owner=US),
        generator=drawer,
        store=store or MemoryStore(),
        clock=clock or MovingClock(NOW),
        deadline_seconds=deadline_seconds,
    )


@pytest.mark.parametrize("outcome", [PICTURES, Failure(FailureKind.REFUSED, "no")])
async def test_what_the_generator_comes_to_is_the_outcome(outcome):
    assert await drawn(Drawer(outcome=outcome)) is outcome


async def test_the_generator_is_told_pixels_variants_and_the_same_seed_on_every_try():
    task = a_task(0xABC0000000000000000000001F, size=Size.LANDSCAPE, variants=4, prompt="🌊")
    brief = brief_of(task)
    assert (brief.prompt, brief.width, brief.height, brief.variants, brief.seed) == ("🌊", 1536, 1024, 4, 0x1F)
    assert brief_of(started(task, owner=US)) == brief
    assert brief_of(a_task(0x20)).seed != brief.seed


async def test_progress_is_written_down_while_it_draws():
    store, task = MemoryStore(), started(a_task(), owner=US)
    await store.record_tasks([task])
    await drawn(Drawer(shares=(0.25, 0.5)), store=store, task=task)
    assert (await store.find_task(task.id)).progress == 0.5
    assert [event.detail for event in await store.events_of(task.id)] == ["", "", "0.25", "0.50"]


async def test_a_generator_that_never_ends_is_stopped_when_the_time_since_submit_is_used_up():
    clock = MovingClock(NOW)
    clock.move(seconds=599.95)
    async with asyncio.timeout(10):
        assert await drawn(Drawer(never_ends=True), clock=clock) == TRY_AGAIN


async def test_a_task_whose_time_was_used_up_before_it_began_ends_at_once():
    clock = MovingClock(NOW)
    clock.move(hours=1)
    async with asyncio.timeout(10):
        assert await drawn(Drawer(never_ends=True), clock=clock) == TRY_AGAIN


@pytest.mark.parametrize(("tries", "starts"), [(1, 1), (TRIES_ALLOWED, 1), (TRIES_ALLOWED + 1, 0)])
async def test_a_task_that_was_started_too_often_is_not_started_again(tries, starts):
    drawer = Drawer()
    outcome = await drawn(drawer, task=a_task(tries=tries))
    assert len(drawer.briefs) == starts
    assert outcome == (PICTURES if starts else TRY_AGAIN)


def test_any_id_makes_a_seed():
    assert brief_of(a_task(2**128 - 1)).seed == 2**32 - 1
    assert task_id(2**128 - 1) == "f" * 32
