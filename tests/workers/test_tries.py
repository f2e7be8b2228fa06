"""However often a task is tried, and by whichever generator: it is worded once, and its images are fetched once."""

import json

import pytest

from heliograph.domain.contract import GENERATION_FAILED, TRY_AGAIN_LATER
from heliograph.domain.picture import Abilities, Pictures
from heliograph.domain.task import Failure, FailureKind, TaskState
from heliograph.domain.wording import Words
from heliograph.flow.keep import cancel
from tests.fakes import until
from tests.workers.test_workers import LIMITS, Drawer, Plant

A, M = "https://a.test/a.png", "https://a.test/m.png"
ASKED = {"prompt": "a cat", "isEnhance": True, "filesUrl": [A], "maskUrl": M}
PARAMS = json.dumps(ASKED, separators=(",", ":"))
BUSY = Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)
BROKEN = Failure(FailureKind.FAILED, GENERATION_FAILED)
TRIES = LIMITS.generate_retries.attempts_allowed


class Wordy:
    """Says something else each time that it is asked."""

    name = "wordy"

    def __init__(self):
        self.count = 0

    async def enhance(self, prompt, *, is_edit):  # noqa: ARG002
        self.count += 1
        return Words(f"{prompt}, for the {self.count}. time", {"tokens": self.count})


def plant_of(folder, main, other, enhancer=None):
    plant = Plant(folder, generator=main, fallbacks={"FLUX_MAX": other}, enhancer=enhancer or Wordy())
    plant.intake.fetcher.at.update({A: b"4x3", M: b"4x3"})
    return plant


async def ended(plant, task):
    await until(lambda: task.id in [one.id for one in plant.observer.ended])
    return await plant.store.find_task(task.id)


def kept(folder):
    return sorted(path.name for path in folder.rglob("*_input_*"))


@pytest.mark.parametrize("outcome", [Pictures(images=[b"a picture"], usage={"tokens": 5}), BROKEN])
async def test_what_better_words_cost_stays_with_the_task_whatever_becomes_of_it(tmp_path, outcome):
    plant = plant_of(tmp_path, Drawer(outcome), Drawer(name="other"))
    async with plant.running():
        task = await ended(plant, await plant.submit("a cat", params=PARAMS))
    drawn = {"tokens": 5} if outcome is not BROKEN else {}
    assert (task.failure is None, task.made.usage) == (bool(drawn), {"enhancer_tokens": 1} | drawn)


@pytest.mark.parametrize(("failure", "tries"), [(BUSY, TRIES), (BROKEN, 1)])
async def test_each_try_and_the_fallback_get_the_same_words_and_the_same_images(tmp_path, failure, tries):
    main, other, enhancer = Drawer(failure), Drawer(name="other"), Wordy()
    plant = plant_of(tmp_path, main, other, enhancer)
    async with plant.running():
        task = await ended(plant, await plant.submit("a cat", params=PARAMS, fallback="FLUX_MAX"))
    assert (task.state, task.generator, task.tries) == (TaskState.SUCCEEDED, "other", tries + 1)
    briefs = main.briefs + other.briefs
    assert (len(briefs), len(other.briefs)) == (tries + 1, 1)
    assert all(brief == briefs[0] for brief in briefs)
    assert briefs[0].prompt == "a cat, for the 1. time"
    assert task.made.usage == {"enhancer_tokens": 1}
    assert [(image.width, image.height) for image in (*briefs[0].inputs, briefs[0].mask)] == [(4, 3), (4, 3)]
    assert (enhancer.count, sorted(plant.intake.fetcher.asked)) == (1, [A, M])
    names = [event.name for event in await plant.store.events_of(task.id)]
    assert names == ["accepted", "started", "enhanced", *["failed_try", "started"] * tries, "succeeded"]
    assert kept(tmp_path) == []


async def test_a_fallback_that_takes_no_images_is_not_asked(tmp_path):
    other = Drawer(name="other", abilities=Abilities(seed=True))
    plant = plant_of(tmp_path, Drawer(BROKEN), other)
    async with plant.running():
        task = await ended(plant, await plant.submit("a cat", params=PARAMS, fallback="FLUX_MAX"))
    assert (task.state, other.briefs) == (TaskState.FAILED, [])
    told = (await plant.store.events_of(task.id))[-1].detail
    assert told.endswith("no fallback: other takes no input images")


@pytest.mark.parametrize(
    ("found", "code"), [(None, FailureKind.UNAVAILABLE_INPUT), (b"no picture", FailureKind.UNUSABLE_INPUT)]
)
async def test_what_is_wrong_with_an_image_is_the_end_whatever_the_caller_falls_back_to(tmp_path, found, code):
    main, other = Drawer(), Drawer(name="other")
    plant = plant_of(tmp_path, main, other)
    del plant.intake.fetcher.at[A]
    if found:
        plant.intake.fetcher.at[A] = found
    async with plant.running():
        task = await ended(plant, await plant.submit("a cat", params=PARAMS, fallback="FLUX_MAX"))
    assert (task.failure.kind, main.briefs, other.briefs) == (code, [], [])


async def test_the_images_of_a_task_that_is_cancelled_go_when_its_generator_is_stopped(tmp_path):
    main = Drawer(Pictures(images=[b"png"]))
    main.open.clear()
    plant = plant_of(tmp_path, main, Drawer(name="other"))
    async with plant.running():
        task = await plant.submit("a cat", params=PARAMS)
        await until(lambda: main.briefs)
        assert len(kept(tmp_path)) == 2
        seen = await plant.store.find_task(task.id)
        _, is_ended = await cancel(
            seen, shelf=plant.shelf, store=plant.store, clock=plant.clock, handoff=plant.workers.deliveries
        )
        assert is_ended
        plant.workers.look_after_tasks()
        await until(lambda: not kept(tmp_path))
