"""What a task starts from is brought before it is drawn, whoever draws it and however often, and goes when it ends."""

import asyncio
import json
from dataclasses import replace

import pytest

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.inputs import Inputs
from heliograph.domain.picture import Abilities, Pictures
from heliograph.domain.task import FailureKind, Owner, TaskState
from tests.fakes import until
from tests.workers.test_workers import LIMITS, Plant

A, M = "https://a.test/a.png", "https://a.test/m.png"
PARAMS = json.dumps({"filesUrl": [A], "maskUrl": M})


class Drawer:
    """Keeps the briefs; draws as long as `go` is not set."""

    name, concurrency, abilities = "drawer", 2, Abilities(inputs=5, mask=True)

    def __init__(self):
        self.briefs = []
        self.go = asyncio.Event()

    async def generate(self, brief, *, progress):  # noqa: ARG002
        self.briefs.append(brief)
        await self.go.wait()
        return Pictures(images=[b"png"])


@pytest.fixture
def drawer():
    return Drawer()


@pytest.fixture
def plant(tmp_path, drawer):
    made = Plant(tmp_path, generator=drawer)
    made.intake.fetcher.at.update({A: b"4x3", M: b"4x3"})
    return made


async def ended(plant, task):
    await until(lambda: task.id in [one.id for one in plant.observer.ended])
    return await plant.store.find_task(task.id)


def kept(folder):
    return sorted(path.name for path in folder.rglob("*.png"))


async def test_the_generator_gets_the_images_and_they_are_gone_when_the_task_has_ended(plant, drawer, tmp_path):
    async with plant.running():
        task = await plant.submit(params=PARAMS)
        await until(lambda: drawer.briefs)
        assert kept(tmp_path) == [f"{task.id}_input_1.png", f"{task.id}_input_mask.png"]
        drawer.go.set()
        assert (await ended(plant, task)).state is TaskState.SUCCEEDED
    [brief] = drawer.briefs
    assert [(image.width, image.height) for image in (*brief.inputs, brief.mask)] == [(4, 3), (4, 3)]
    assert kept(tmp_path) == [f"{task.id}_1.png"]
    [(told, outcome, seconds)] = plant.observer.fetched
    assert (told.id, isinstance(outcome, Inputs), seconds >= 0) == (task.id, True, True)


async def test_another_process_that_takes_the_task_over_fetches_nothing(plant, drawer, tmp_path):
    async with plant.running():
        task = await plant.submit(params=PARAMS)
        await until(lambda: drawer.briefs)
        plant.workers.stop()
    other = Plant(tmp_path, store=plant.store, generator=drawer, owner=Owner("another"))
    drawer.go.set()
    async with other.running():
        assert (await ended(other, task)).state is TaskState.SUCCEEDED
    assert other.intake.fetcher.asked == []
    assert drawer.briefs[0] == drawer.briefs[1]


async def test_what_another_process_may_be_starting_from_is_left_to_the_sweep(plant, drawer, tmp_path):
    async with plant.running():
        task = await plant.submit(params=PARAMS)
        await until(lambda: drawer.briefs)
        fetching = plant.workers._makers.configured._fetching
        await fetching.ended(replace(task, owner=Owner("another")))
        assert len(kept(tmp_path)) == 2
        await fetching.ended(task)
        assert kept(tmp_path) == []
        plant.workers.stop()


async def test_a_task_whose_image_is_not_there_ends_before_it_is_drawn_and_is_called_back(plant, drawer):
    del plant.intake.fetcher.at[A]
    async with plant.running():
        task = await ended(plant, await plant.submit(params=PARAMS))
        await until(lambda: plant.sender.posts)
    assert (task.failure.kind, str(task.status)) == (FailureKind.UNAVAILABLE_INPUT, "CREATE_TASK_FAILED")
    [(_, body, _)] = plant.sender.posts
    assert json.loads(body)["code"] == 451
    assert json.loads(body)["msg"].startswith(f"Unable to download image from the provided filesUrl: {A}: answered 404")
    assert drawer.briefs == []


async def test_a_fault_of_our_own_is_told_and_says_to_try_again(plant, drawer):
    plant.intake.fetcher.at[A] = OSError("no more processes")
    async with plant.running():
        task = await ended(plant, await plant.submit(params=PARAMS))
    assert (task.failure.kind, task.failure.message) == (FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)
    failures = [(step, str(error)) for step, error in plant.observer.failures]
    assert failures == [("fetch", "no more processes")] * LIMITS.generate_retries.attempts_allowed
    assert drawer.briefs == []


async def test_a_task_without_images_is_drawn_without_a_word_of_them(plant, drawer):
    drawer.go.set()
    async with plant.running():
        await ended(plant, await plant.submit())
    assert (list(drawer.briefs[0].inputs), drawer.briefs[0].mask, plant.observer.fetched) == ([], None, [])
