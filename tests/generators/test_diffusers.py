"""The diffusers generator on a tiny pipeline: what it draws, how it stops, and what becomes of a process that fails."""

import asyncio
import json
import os
import resource
import signal
from pathlib import Path

import pytest
import pytest_asyncio
from PIL import ImageChops

from heliograph.adapters.generators.diffusers.messages import HEAD, Cancel, Cancelled, Draw, Step
from heliograph.domain.picture import Abilities, Pictures
from heliograph.domain.task import Failure, FailureKind
from tests.generators.drawings import (
    SIDE,
    STEPS,
    Watcher,
    brief,
    diffusers,
    drawn,
    halves,
    opened,
    picture_input,
    pixels,
)

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(300)]

LARGE = 768
MEGABYTE = 1024 * 1024


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def generator(models):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("OMP_NUM_THREADS", "1")
        async with diffusers(models / "sd", preview_steps=2, side=LARGE) as opened_generator:
            yield opened_generator


def memory_of(pid):
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[0])
    return pages * resource.getpagesize()


async def test_the_server_knows_what_the_pipeline_can_do(generator):
    assert generator.abilities == Abilities(inputs=1, mask=True, seed=True)
    assert generator.concurrency == 1


async def test_a_picture_has_the_size_that_was_asked_for_and_says_what_made_it(generator):
    for size in ((SIDE, SIDE), (192, SIDE), (SIDE, 192), (301, 203)):
        (picture,) = await drawn(generator, brief(size=size))
        assert (picture.size, picture.mode, picture.format) == (size, "RGB", "PNG")
    made = json.loads(picture.text["heliograph"])
    assert made == {
        "generator": "diffusers",
        "pipeline": "StableDiffusionPipeline",
        "prompt": "a red fox",
        "seed": 7,
    }


async def test_the_prompt_and_the_seed_are_the_picture(generator):
    watcher = Watcher()
    first = await generator.generate(brief(variants=2), progress=watcher)
    again = await generator.generate(brief(variants=2), progress=watcher)
    assert (first.seeds, first.model) == ([7, 8], "sd")
    assert first.images == again.images
    assert pixels(first.images[0]) != pixels(first.images[1])
    alone = await generator.generate(brief(seed=8), progress=watcher)
    assert alone.images == first.images[1:]
    other = await generator.generate(brief("a blue whale", seed=8), progress=watcher)
    assert pixels(other.images[0]) != pixels(alone.images[0])


async def test_every_step_is_told_and_some_are_shown(generator):
    watcher = Watcher()
    await drawn(generator, brief(variants=2), watcher)
    assert watcher.shares == sorted(watcher.shares)
    assert watcher.shares[-1] == 1
    assert 0 < watcher.shares[0] <= 1 / 2
    assert len(set(watcher.shares)) > STEPS
    assert watcher.previews
    for preview in watcher.previews:
        shown = opened(preview)
        assert (shown.format, shown.size) == ("JPEG", (SIDE, SIDE))
        assert len(shown.getcolors(SIDE * SIDE)) > 100


async def test_a_picture_can_be_where_it_starts(generator):
    red, blue = (picture_input(halves(colour, "white", (300, 200))) for colour in ("red", "blue"))
    (from_red,) = await drawn(generator, brief(size=(192, SIDE), inputs=[red]))
    (from_blue,) = await drawn(generator, brief(size=(192, SIDE), inputs=[blue]))
    assert from_red.size == (192, SIDE)
    assert ImageChops.difference(from_red, from_blue).getbbox()
    (again,) = await drawn(generator, brief(size=(192, SIDE), inputs=[red]))
    assert not ImageChops.difference(from_red, again).getbbox()


async def test_what_is_white_in_the_mask_is_kept_pixel_by_pixel(generator):
    original = halves("red", "blue")
    mask = picture_input(halves("black", "white").convert("L"))
    (picture,) = await drawn(generator, brief(inputs=[picture_input(original)], mask=mask))
    difference = ImageChops.difference(picture, original)
    assert difference.getbbox() == (0, 0, SIDE // 2, SIDE)


@pytest.mark.parametrize(
    ("inputs", "mask", "words"),
    [
        (2, False, "2 pictures were given, and this model starts from one: give one"),
        (0, True, "a mask belongs to one picture, and there is none: give that picture too"),
    ],
)
async def test_what_no_picture_can_be_made_of_is_refused_in_a_sentence(generator, inputs, mask, words):
    one = picture_input(halves("red", "blue"))
    refused = await generator.generate(brief(inputs=[one] * inputs, mask=one if mask else None), progress=Watcher())
    assert refused == Failure(FailureKind.UNUSABLE_INPUT, words, "unsuited_model")


async def test_an_input_that_is_no_picture_is_the_callers_failure(generator):
    broken = picture_input(halves("red", "blue"))
    broken = type(broken)(data=broken.data[:200], width=SIDE, height=SIDE)
    refused = await generator.generate(brief(inputs=[broken]), progress=Watcher())
    assert (refused.kind, refused.reason) == (FailureKind.UNUSABLE_INPUT, "unreadable_input")


async def test_any_text_can_be_a_prompt(generator):
    for prompt in ("", "\ud800\x00", "猫" * 5000):
        await drawn(generator, brief(prompt))


async def test_a_picture_that_nobody_waits_for_ends_within_a_step(generator):
    process = generator._runners[0]._process
    await process.send(Draw(number=1001, prompt="", width=LARGE, height=LARGE, seed=1))
    assert isinstance(await process.receive(), Step)
    # Nothing moves while the cancel is on its way, however busy this machine is.
    os.kill(process.pid, signal.SIGSTOP)
    before = await count_of_said(process)
    process.post(Cancel(1001))
    os.kill(process.pid, signal.SIGCONT)
    said = [await process.receive()]
    while isinstance(said[-1], Step):
        said.append(await process.receive())
    assert isinstance(said[-1], Cancelled)
    # One step was being computed, and one was perhaps being told.
    assert len(said) - before <= 3


async def count_of_said(process):
    """How many messages have come that nobody has read."""
    await asyncio.sleep(0.1)
    heard, count = bytes(process._process.stdout._buffer), 0
    while len(heard) >= HEAD.size and len(heard) >= (end := HEAD.size + HEAD.unpack_from(heard)[0]):
        heard, count = heard[end:], count + 1
    return count


async def test_a_task_that_is_cancelled_leaves_the_device_to_the_next(generator):
    before = generator.pids
    watcher = Watcher()
    asked = asyncio.create_task(generator.generate(brief(size=(LARGE // 2, LARGE // 2), variants=4), progress=watcher))
    waiting = asyncio.create_task(generator.generate(brief(variants=4), progress=Watcher()))
    await asyncio.wait_for(watcher.first.wait(), 60)
    for task in (waiting, asked):
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    await drawn(generator, brief())
    assert generator.pids == before


async def test_too_little_memory_fails_one_picture_and_ends_nothing(generator):
    before, limits = generator.pids, (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    large = brief(size=(LARGE, LARGE))
    await drawn(generator, large)
    (pid,) = before
    # What a picture of this size needs has been given back.
    resource.prlimit(pid, resource.RLIMIT_AS, (memory_of(pid) + MEGABYTE, resource.RLIM_INFINITY))
    failed = await generator.generate(large, progress=Watcher())
    resource.prlimit(pid, resource.RLIMIT_AS, limits)
    assert (failed.kind, failed.reason) == (FailureKind.TRY_AGAIN, "out_of_memory")
    await drawn(generator, brief())
    assert generator.pids == before


async def test_a_device_that_hangs_after_a_cancel_is_begun_anew(generator, capsys, monkeypatch):
    monkeypatch.setattr(generator._runners[0], "_cancel_seconds", 0.2)
    (before,) = generator.pids
    watcher = Watcher()
    asked = asyncio.create_task(generator.generate(brief(size=(LARGE, LARGE), variants=4), progress=watcher))
    await asyncio.wait_for(watcher.first.wait(), 60)
    os.kill(before, signal.SIGSTOP)
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    await drawn(generator, brief())
    assert generator.pids != [before]
    assert "a step did not end within 0.2 s of a cancel" in capsys.readouterr().out


async def test_a_process_that_is_killed_fails_one_task_and_another_takes_its_place(generator, capsys):
    (before,) = generator.pids
    watcher = Watcher()
    asked = asyncio.create_task(generator.generate(brief("too long " * 500, variants=4), progress=watcher))
    await asyncio.wait_for(watcher.first.wait(), 60)
    os.kill(before, signal.SIGKILL)
    failed = await asyncio.wait_for(asked, 60)
    assert (failed.kind, failed.reason) == (FailureKind.TRY_AGAIN, "process_ended")
    logged = capsys.readouterr().out
    assert "SIGKILL: most often the system was out of memory" in logged
    assert "too" not in logged
    assert isinstance(await generator.generate(brief(), progress=watcher), Pictures)
    (after,) = generator.pids
    assert after != before
