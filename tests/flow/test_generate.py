import asyncio
from dataclasses import replace

import pytest

from heliograph.adapters.clock import MovingClock
from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.contract import TRY_AGAIN_LATER, Size
from heliograph.domain.picture import Abilities, Pictures
from heliograph.domain.task import Failure, FailureKind, Made, started
from heliograph.flow.generate import PREVIEW_LIMIT_BYTES, TRIES_ALLOWED, brief_of, generate
from tests.samples import NOW, US, a_task, task_id

PICTURES = Pictures(images=[b"png"])
TOO_LATE = Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "deadline")
TOO_OFTEN = Failure(FailureKind.FAILED, TRY_AGAIN_LATER, "started_too_often")


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


async def test_what_better_words_have_cost_is_told_with_what_the_pictures_do():
    task = replace(started(a_task(), owner=US), made=Made(usage={"enhancer_tokens": 3}))
    for usage in ({}, {"tokens": 9}):
        outcome = await drawn(Drawer(outcome=replace(PICTURES, usage=usage)), task=task)
        assert outcome.usage == {"enhancer_tokens": 3} | usage
    failure = Failure(FailureKind.REFUSED, "no")
    assert await drawn(Drawer(outcome=failure), task=task) is failure


async def test_the_generator_is_told_pixels_variants_and_the_same_seed_on_every_try():
    task = a_task(0xABC0000000000000000000001F, size=Size.LANDSCAPE, variants=4, prompt="🌊")
    brief = brief_of(task)
    assert (brief.prompt, brief.width, brief.height, brief.variants, brief.seed) == ("🌊", 1536, 1024, 4, 0x1F)
    assert brief_of(started(task, owner=US)) == brief
    assert brief_of(a_task(0x20)).seed != brief.seed


def test_a_seed_that_the_caller_gave_is_the_one():
    assert brief_of(a_task(0x1F, seed=7)).seed == 7
    assert brief_of(a_task(0x1F, seed=0)).seed == 0


@pytest.mark.parametrize(
    ("abilities", "said", "seeds"),
    [
        (Abilities(seed=True), (), [7, 8]),
        (Abilities(seed=True), (70, 71), [70, 71]),
        (Abilities(), (), []),
        (Abilities(), (70, 71), [70, 71]),
    ],
)
async def test_the_seeds_that_were_used_are_told_with_the_pictures(abilities, said, seeds):
    drawer = Drawer(outcome=Pictures(images=[b"one", b"two"], seeds=said))
    drawer.abilities = abilities
    outcome = await drawn(drawer, task=started(a_task(seed=7, variants=2), owner=US))
    assert list(outcome.seeds) == seeds


async def test_progress_is_written_down_while_it_draws():
    store, task = MemoryStore(), started(a_task(), owner=US)
    await store.record_tasks([task])
    await drawn(Drawer(shares=(0.25, 0.5)), store=store, task=task)
    assert (await store.find_task(task.id)).progress == 0.5
    assert [event.detail for event in await store.events_of(task.id)] == ["", "", "0.25", "0.50"]


async def noted(*told, moving=None):
    """What the timeline says after a generator has told this."""
    store, clock, task = MemoryStore(), MovingClock(NOW), started(a_task(), owner=US)
    await store.record_tasks([task])

    class Teller(Drawer):
        async def generate(self, brief, *, progress):  # noqa: ARG002
            for share, preview in told:
                await progress(share, preview=preview)
                clock.move(seconds=moving or 0)
            return PICTURES

    await drawn(Teller(), store=store, task=task, clock=clock)
    return [(event.name, event.detail) for event in (await store.events_of(task.id))[2:]], store, task


async def test_progress_is_noted_by_hundredths_and_is_whole_only_with_the_pictures():
    events, store, task = await noted(*((n / 1000, None) for n in range(-5, 1500)))
    assert [detail for _, detail in events] == [f"{n / 100:.2f}" for n in range(1, 100)]
    assert (await store.find_task(task.id)).progress == 0.99


@pytest.mark.parametrize(("moving", "kept"), [(0, 1), (0.5, 3), (1, 5)])
async def test_a_preview_is_kept_at_most_once_a_second(moving, kept):
    events, store, task = await noted(*((0, tiny_png(n)) for n in range(5)), moving=moving)
    assert events == [("preview", str(n)) for n in range(1, kept + 1)]
    assert await store.preview_of(task.id) == tiny_png({1: 0, 3: 4, 5: 4}[kept])


@pytest.mark.parametrize("image", [b"", b"no picture", tiny_png(1) + bytes(PREVIEW_LIMIT_BYTES)])
async def test_a_preview_that_is_no_picture_or_too_large_is_not_kept(image):
    events, store, task = await noted((0.5, image))
    assert events == [("progress", "0.50")]
    assert await store.preview_of(task.id) is None


@pytest.mark.parametrize("image", [tiny_png(1), b"\xff\xd8\xff\xe0 a JPEG", b"RIFF\0\0\0\0WEBP a WebP"])
async def test_a_preview_may_be_any_of_the_usual_files(image):
    _, store, task = await noted((0.5, image))
    assert await store.preview_of(task.id) == image


async def test_a_second_try_tells_no_progress_that_the_first_has_told():
    store, task = MemoryStore(), started(a_task(), owner=US)
    await store.record_tasks([task])
    await drawn(Drawer(shares=(0.5,)), store=store, task=task)
    again = await store.find_task(task.id)
    await drawn(Drawer(shares=(0.25, 0.75)), store=store, task=again)
    assert [event.detail for event in await store.events_of(task.id)][2:] == ["0.50", "0.75"]


async def test_a_generator_that_never_ends_is_stopped_when_the_time_since_submit_is_used_up():
    clock = MovingClock(NOW)
    clock.move(seconds=599.95)
    async with asyncio.timeout(10):
        assert await drawn(Drawer(never_ends=True), clock=clock) == TOO_LATE


async def test_a_task_whose_time_was_used_up_before_it_began_ends_at_once():
    clock = MovingClock(NOW)
    clock.move(hours=1)
    async with asyncio.timeout(10):
        assert await drawn(Drawer(never_ends=True), clock=clock) == TOO_LATE


@pytest.mark.parametrize(("tries", "starts"), [(1, 1), (TRIES_ALLOWED, 1), (TRIES_ALLOWED + 1, 0)])
@pytest.mark.parametrize("settled", [0, 7])
async def test_a_task_that_was_started_too_often_without_an_answer_is_not_started_again(tries, settled, starts):
    drawer = Drawer()
    outcome = await drawn(drawer, task=a_task(tries=tries + settled, settled_tries=settled))
    assert len(drawer.briefs) == starts
    assert outcome == (PICTURES if starts else TOO_OFTEN)


def test_any_id_makes_a_seed():
    assert brief_of(a_task(2**128 - 1)).seed == 2**32 - 1
    assert task_id(2**128 - 1) == "f" * 32
