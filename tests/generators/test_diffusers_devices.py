"""The diffusers generator on other pipelines, on several devices, and on one that hangs."""

import asyncio
import os
import signal

import pytest
import pytest_asyncio
from PIL import ImageChops

from heliograph.domain.picture import Abilities
from heliograph.domain.task import Failure, FailureKind
from tests.generators.drawings import SIDE, Watcher, brief, diffusers, drawn, halves, picture_input

pytestmark = pytest.mark.asyncio(loop_scope="module")


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
    assert len(set(together.images)) == 4


async def test_while_one_device_is_dead_the_other_draws(two):
    first, second = two.pids
    os.kill(first, signal.SIGSTOP)
    try:
        # Whichever of the two waits for a job longer is next: the one that sleeps takes one, and never ends it.
        asked = [asyncio.create_task(two.generate(brief(seed=seed), progress=Watcher())) for seed in range(3)]
        done, stuck = await asyncio.wait(asked, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        while len(done) < 2:
            done, stuck = await asyncio.wait(asked, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        assert len(stuck) == 1
    finally:
        os.kill(first, signal.SIGCONT)
    assert await asyncio.wait_for(stuck.pop(), 20)
    assert two.pids == [first, second]


async def test_sdxl_starts_from_pictures_and_keeps_to_masks_too(two):
    original = halves("red", "blue")
    given = picture_input(original)
    (changed,) = await drawn(two, brief(inputs=[given]))
    assert ImageChops.difference(changed, original).getbbox()
    mask = picture_input(halves("white", "black").convert("L"))
    (inpainted,) = await drawn(two, brief(inputs=[given], mask=mask))
    assert ImageChops.difference(inpainted, original).getbbox() == (SIDE // 2, 0, SIDE, SIDE)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def unmasked(models):
    """A pipeline that has no form for inpainting, and soon counts as hanging."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        async with diffusers(models / "lcm", cancel_seconds=0.2) as generator:
            yield generator


async def test_a_mask_is_refused_where_the_pipeline_cannot_inpaint(unmasked):
    assert unmasked.abilities == Abilities(inputs=1, mask=False, seed=True)
    given = picture_input(halves("red", "blue"))
    refused = await unmasked.generate(brief(inputs=[given], mask=given), progress=Watcher())
    assert refused == Failure(
        FailureKind.UNUSABLE_INPUT,
        "this model (LatentConsistencyModelPipeline) cannot keep to a mask: leave it out, or use a model that inpaints",
        "unsuited_model",
    )
    await drawn(unmasked, brief(inputs=[given]))


async def test_a_device_that_hangs_after_a_cancel_is_begun_anew(unmasked, capsys):
    (before,) = unmasked.pids
    watcher = Watcher()
    asked = asyncio.create_task(unmasked.generate(brief(size=(2048, 2048), variants=4), progress=watcher))
    await asyncio.wait_for(watcher.first.wait(), 20)
    os.kill(before, signal.SIGSTOP)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    await drawn(unmasked, brief())
    assert unmasked.pids != [before]
    assert "a step did not end within 0.2 s of a cancel" in capsys.readouterr().out
