"""The diffusers generator on two devices, with a tiny SDXL."""

import asyncio
import os
import signal

import msgspec
import pytest
import pytest_asyncio
from PIL import ImageChops

from tests.generators.drawings import SIDE, Watcher, brief, diffusers, drawn, halves, picture_input, pixels

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(300)]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def two(models):
    """Two processes, of which each holds a tiny SDXL."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        async with diffusers(models / "xl", "cpu", "cpu") as generator:
            yield generator


async def test_the_variants_of_a_task_are_drawn_on_all_devices_and_are_the_same_on_each(two):
    assert two.concurrency == 2
    assert len(set(two.pids)) == 2
    together = await two.generate(brief(variants=4), progress=Watcher())
    assert together.seeds == [7, 8, 9, 10]
    one_by_one = [await two.generate(brief(seed=seed), progress=Watcher()) for seed in together.seeds]
    assert together.images == [pictures.images[0] for pictures in one_by_one]
    assert len({pixels(image) for image in together.images}) == 4


async def test_while_one_device_sleeps_the_other_draws(two):
    first, second = two.pids
    os.kill(first, signal.SIGSTOP)
    try:
        # Whichever of the two waits for a job longer is next: the one that sleeps takes one, and never ends it.
        asked = [asyncio.create_task(two.generate(brief(seed=seed), progress=Watcher())) for seed in range(3)]
        done, stuck = await asyncio.wait(asked, timeout=120, return_when=asyncio.FIRST_COMPLETED)
        while len(done) < 2:
            done, stuck = await asyncio.wait(asked, timeout=120, return_when=asyncio.FIRST_COMPLETED)
        assert len(stuck) == 1
    finally:
        os.kill(first, signal.SIGCONT)
    assert await asyncio.wait_for(stuck.pop(), 120)
    assert two.pids == [first, second]


async def test_a_device_that_is_lost_leaves_the_tasks_to_the_other(two, monkeypatch):
    lost = two._runners[0]
    with monkeypatch.context() as patch:
        patch.setattr(lost, "_options", msgspec.structs.replace(lost._options, model="nobody/nothing"))
        os.kill(lost.pid, signal.SIGKILL)
        await lost._process._process.wait()
        for seed in range(4):
            await drawn(two, brief(seed=seed))
    assert not lost.is_up
    assert two._runners[1].is_up


async def test_sdxl_starts_from_pictures_and_keeps_to_masks_too(two):
    original = halves("red", "blue")
    given = picture_input(original)
    (changed,) = await drawn(two, brief(inputs=[given]))
    assert ImageChops.difference(changed, original).getbbox()
    mask = picture_input(halves("white", "black").convert("L"))
    (inpainted,) = await drawn(two, brief(inputs=[given], mask=mask))
    assert ImageChops.difference(inpainted, original).getbbox() == (SIDE // 2, 0, SIDE, SIDE)
