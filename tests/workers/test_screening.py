"""What the content policy refuses ends its task: nobody else is asked, and nothing of it is kept or shown."""

import json
import threading

import pytest

from heliograph.adapters.generators.rehearsal import Rehearsal, tiny_png
from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.errors import ClassifierFailed
from heliograph.domain.picture import Pictures
from heliograph.domain.task import FailureKind, TaskState
from heliograph.domain.wording import Words
from heliograph.flow.screen import Screen, screen_prompt
from heliograph.workers import screening as screening_module
from tests.fakes import ScriptedClassifier, until
from tests.workers.test_workers import LIMITS, Drawer, Plant

A = "https://a.test/a.png"
FROM_A = json.dumps({"prompt": "a cat", "filesUrl": [A]}, separators=(",", ":"))
ENHANCED = json.dumps({"prompt": "a cat", "isEnhance": True}, separators=(",", ":"))
BAD, GOOD = b"a picture that is refused", b"a picture"
TRIES = LIMITS.generate_retries.attempts_allowed


class Rewording:
    """Says what it is told to, whatever the prompt is."""

    name = "rewording"

    def __init__(self, words):
        self.words, self.asked = words, []

    async def enhance(self, prompt, *, is_edit):  # noqa: ARG002
        self.asked.append(prompt)
        return Words(self.words)


def plant_of(folder, main, other=None, **parts):
    plant = Plant(folder, generator=main, fallbacks={"FLUX_MAX": other or Drawer(name="other")}, **parts)
    plant.intake.fetcher.at[A] = b"4x3"
    return plant


def judging(scores=None, threshold=0.8):
    return Screen(classifier=ScriptedClassifier(scores), threshold=threshold)


async def ended(plant, task):
    await until(lambda: task.id in [one.id for one in plant.observer.ended])
    return await plant.store.find_task(task.id)


async def the_end_of(plant, prompt="a cat", **asked):
    async with plant.running():
        task = await ended(plant, await plant.submit(prompt, fallback="FLUX_MAX", **asked))
        await until(lambda: plant.sender.posts)
    return task


def told(plant):
    [(_, body, _)] = plant.sender.posts
    return json.loads(body)


async def test_a_refused_prompt_is_given_to_no_enhancer_no_generator_and_no_fallback(tmp_path):
    main, other, enhancer = Drawer(), Drawer(name="other"), Rewording("a cat")
    plant = plant_of(tmp_path, main, other, enhancer=enhancer)
    task = await the_end_of(plant, "a nude child", params=ENHANCED)
    assert (task.failure.kind, str(task.status)) == (FailureKind.PROMPT_REFUSED, "CREATE_TASK_FAILED")
    assert (task.tries, main.briefs, other.briefs, enhancer.asked) == (1, [], [], [])
    assert (told(plant)["code"], told(plant)["msg"]) == (400, task.failure.message)
    events = [(event.name, event.detail) for event in await plant.store.events_of(task.id)]
    assert events == [
        ("accepted", ""),
        ("started", "main"),
        ("failed", f"{task.failure.message} (prompt_refused)"),
    ]


async def test_better_words_that_are_refused_are_not_drawn(tmp_path):
    main, other = Drawer(), Drawer(name="other")
    plant = plant_of(tmp_path, main, other, enhancer=Rewording("a nude child"))
    task = await the_end_of(plant, params=ENHANCED)
    assert (task.failure.kind, main.briefs, other.briefs) == (FailureKind.PROMPT_REFUSED, [], [])
    assert "send it without isEnhance" in task.failure.message


@pytest.mark.parametrize(("length", "is_beside"), [(8_000, False), (8_001, True)])
async def test_a_long_prompt_is_judged_to_its_end_beside_the_event_loop(tmp_path, monkeypatch, length, is_beside):
    threads = []

    def noting(*what, **more):
        threads.append(threading.current_thread())
        return screen_prompt(*what, **more)

    monkeypatch.setattr(screening_module, "screen_prompt", noting)
    task = await the_end_of(plant_of(tmp_path, Drawer()), "a nude child".rjust(length))
    assert task.failure.kind is FailureKind.PROMPT_REFUSED
    assert [thread is not threading.main_thread() for thread in threads] == [is_beside]


async def test_a_refused_input_is_given_to_no_generator_and_no_fallback(tmp_path):
    main, other = Drawer(), Drawer(name="other")
    plant = plant_of(tmp_path, main, other, screen=judging(threshold=0.0))
    task = await the_end_of(plant, params=FROM_A)
    assert (task.failure.kind, str(task.status)) == (FailureKind.INPUT_REFUSED, "CREATE_TASK_FAILED")
    assert (task.tries, main.briefs, other.briefs) == (1, [], [])
    assert told(plant)["msg"].startswith(f"The image content in filesUrl violates content policy: {A}: ")
    assert list(tmp_path.rglob("*.png")) == []


@pytest.mark.parametrize("place", [0, 1])
async def test_a_refused_picture_is_not_kept_and_no_other_generator_is_asked(tmp_path, place):
    images = [GOOD, GOOD]
    images[place] = BAD
    main, other = Drawer(Pictures(images=images)), Drawer(name="other")
    plant = plant_of(tmp_path, main, other, screen=judging({BAD: 0.9}))
    task = await the_end_of(plant, variants=2)
    assert (task.failure.kind, str(task.status)) == (FailureKind.OUTPUT_REFUSED, "GENERATE_FAILED")
    assert (task.tries, len(main.briefs), other.briefs, task.images) == (1, 1, [], ())
    assert f"picture {place + 1} of 2" in told(plant)["msg"]
    assert list(tmp_path.rglob("*.png")) == []


async def test_pictures_that_pass_are_kept_and_their_scores_are_told(tmp_path):
    main = Drawer(Pictures(images=[GOOD, GOOD]))
    plant = plant_of(tmp_path, main, screen=judging({GOOD: 0.3}))
    task = await the_end_of(plant, variants=2, params=FROM_A)
    assert (task.state, len(task.images)) == (TaskState.SUCCEEDED, 2)
    inputs, outputs = plant.observer.screened
    assert inputs[:4] == (task.id, "inputs", [0.0], False)
    assert outputs[:4] == (task.id, "outputs", [0.3, 0.3], False)


async def test_what_cannot_be_judged_is_tried_again_and_then_not_kept(tmp_path):
    main, fault = Drawer(Pictures(images=[BAD])), ClassifierFailed("it was killed")
    plant = plant_of(tmp_path, main, Drawer(Pictures(images=[BAD]), name="other"), screen=judging({BAD: fault}))
    task = await the_end_of(plant)
    assert (task.failure.kind, task.failure.message) == (FailureKind.TRY_AGAIN, TRY_AGAIN_LATER)
    assert (len(main.briefs), task.images, list(tmp_path.rglob("*.png"))) == (TRIES, (), [])
    assert set(plant.observer.failures) == {("screen", fault)}


async def test_inputs_are_judged_at_every_try(tmp_path):
    classifier = ScriptedClassifier({GOOD: ClassifierFailed("it was killed")})
    plant = plant_of(tmp_path, Drawer(), screen=Screen(classifier=classifier))
    await the_end_of(plant, params=FROM_A)
    inputs = [image for image in classifier.asked if image != GOOD]
    assert len(inputs) == len(classifier.asked) - len(inputs) > 1
    assert plant.intake.fetcher.asked == [A]


@pytest.mark.parametrize(("screen", "count"), [(Screen(), 1), (judging(), 0)])
async def test_no_preview_is_kept_where_pictures_are_judged(tmp_path, screen, count):
    class Showing(Rehearsal):
        async def generate(self, brief, *, progress):
            await progress(0.5, preview=tiny_png(1))
            return await super().generate(brief, progress=progress)

    plant = plant_of(tmp_path, Showing(), screen=screen)
    task = await the_end_of(plant)
    events = [event.name for event in await plant.store.events_of(task.id)]
    assert (events.count("preview"), events.count("progress")) == (count, 1)
