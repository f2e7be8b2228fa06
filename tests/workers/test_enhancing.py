"""Prompts are put in better words once, and never at the cost of the picture."""

import json

import pytest

from heliograph.adapters.clock import SystemClock
from heliograph.adapters.enhancers.rules import RulesEnhancer
from heliograph.adapters.store.memory import MemoryStore
from heliograph.adapters.untraced import Untraced
from heliograph.domain.errors import EnhancerFailed, StoreFull
from heliograph.domain.task import started
from heliograph.workers import persist
from heliograph.workers.enhancing import Enhancing
from tests.fakes import RecordingObserver
from tests.samples import US, a_task

PARAMS = json.dumps({"prompt": "a cat", "isEnhance": True}, separators=(",", ":"))


class Counting(RulesEnhancer):
    def __init__(self, error=None):
        self.count, self.error = 0, error

    async def enhance(self, prompt, *, is_edit):
        self.count += 1
        if self.error:
            raise self.error
        return await super().enhance(prompt, is_edit=is_edit)


class World:
    def __init__(self, enhancer=None, store=None):
        self.enhancer, self.store = enhancer or Counting(), store or MemoryStore()
        self.observer = RecordingObserver()

    async def worded(self, task):
        enhancing = Enhancing(
            enhancer=self.enhancer,
            store=self.store,
            clock=SystemClock(),
            observer=self.observer,
            tracer=Untraced(lambda: "5" * 16),
        )
        return await enhancing.worded(task)

    async def task(self, params=PARAMS):
        task = started(a_task(prompt="a cat", params=params), owner=US)
        await self.store.record_tasks([task])
        return task

    async def events(self, task):
        return [(event.name, event.detail) for event in await self.store.events_of(task.id)][2:]


async def test_a_task_is_drawn_with_the_better_words_which_are_kept():
    world = World()
    task = await world.task()
    worded = await world.worded(task)
    assert worded.prompt.startswith("a cat, ")
    assert await world.store.prompt_of(task.id) == worded.prompt
    assert (await world.store.find_task(task.id)).prompt == "a cat"
    assert await world.events(task) == [("enhanced", "rules")]


async def test_a_second_try_takes_the_words_of_the_first():
    world = World()
    task = await world.task()
    first = await world.worded(task)
    assert (await world.worded(task)).prompt == first.prompt
    assert world.enhancer.count == 1


async def test_who_has_not_asked_for_it_gets_what_was_submitted():
    world = World()
    task = await world.task(params='{"prompt":"a cat","isEnhance":false}')
    assert await world.worded(task) is task
    assert world.enhancer.count == 0
    assert await world.store.prompt_of(task.id) is None


@pytest.mark.parametrize(
    ("error", "detail", "failures"),
    [
        (EnhancerFailed("no answer within 20 s"), "rules: no answer within 20 s; drawn as submitted", []),
        (ZeroDivisionError(), "rules: it failed, see the log; drawn as submitted", ["enhance"]),
    ],
)
async def test_a_failure_costs_the_better_words_and_is_not_tried_again(error, detail, failures):
    world = World(Counting(error))
    task = await world.task()
    assert (await world.worded(task)).prompt == "a cat"
    assert (await world.worded(task)).prompt == "a cat"
    assert world.enhancer.count == 1
    assert await world.events(task) == [("not_enhanced", detail)]
    assert [step for step, _ in world.observer.failures] == failures


async def test_a_store_that_is_full_for_a_while_does_not_lose_the_words(monkeypatch):
    class FullAtFirst(MemoryStore):
        full = 2

        async def note_prompt(self, task, wording, *, now):
            self.full -= 1
            if self.full >= 0:
                raise StoreFull("full")
            await super().note_prompt(task, wording, now=now)

    monkeypatch.setattr(persist, "POLL_SECONDS", 0.001)
    world = World(store=FullAtFirst())
    task = await world.task()
    worded = await world.worded(task)
    assert await world.store.prompt_of(task.id) == worded.prompt
    assert world.enhancer.count == 1
    assert [step for step, _ in world.observer.failures] == ["enhance", "enhance"]
