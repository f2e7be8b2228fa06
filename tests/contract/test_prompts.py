"""What every store does with the prompts that tasks are drawn with."""

from dataclasses import replace

import pytest

from heliograph.domain.task import Made, Owner, started
from heliograph.domain.wording import ENHANCED, NOT_ENHANCED, Wording
from tests.samples import NOW, THEM, US, a_task, failure, later, success, task_id

BETTER = Wording("a lighthouse, in soft light", ENHANCED, "rules")
OTHER = Wording("a lighthouse at night", NOT_ENHANCED, "a model: no answer")


async def held(store, owner=US):
    task = started(a_task(), owner=owner)
    await store.record_tasks([task])
    return task


async def events(store, task):
    return [(event.name, event.detail, event.at) for event in await store.events_of(task.id)][2:]


@pytest.mark.parametrize(
    "prompt", ["a lighthouse, in soft light", "", "🌊 \u2028 \x00 'quoted'; DROP TABLE task", "a" * 50_000]
)
async def test_a_noted_prompt_is_found_beside_the_submitted_one(store, prompt):
    task = await held(store)
    assert await store.prompt_of(task.id) is None
    await store.note_prompt(task, replace(BETTER, prompt=prompt), now=later(seconds=1))
    assert await store.prompt_of(task.id) == prompt
    assert (await store.find_task(task.id)).prompt == task.prompt
    assert await events(store, task) == [("enhanced", "rules", later(seconds=1))]


async def test_what_better_words_cost_stays_with_the_task_over_its_tries(store):
    task = await held(store)
    await store.note_prompt(replace(task, tries=7), replace(BETTER, usage={"enhancer_tokens": 1}), now=NOW)
    assert (await store.find_task(task.id)).made is None
    await store.note_prompt(task, replace(BETTER, usage={"enhancer_tokens": 9}), now=NOW)
    await store.note_prompt(task, replace(OTHER, usage={"enhancer_tokens": 8}), now=NOW)
    assert (await store.find_task(task.id)).made == Made(usage={"enhancer_tokens": 9})
    await store.release(US)
    [again] = await store.claim_tasks(owner=THEM, limit=9, now=NOW)
    assert again.made == Made(usage={"enhancer_tokens": 9})
    await store.finish_tasks([failure(replace(again, made=None), at=NOW)])
    assert (await store.find_task(task.id)).made == Made(usage={"enhancer_tokens": 9})


async def test_the_first_prompt_that_is_noted_stays(store):
    task = await held(store)
    await store.note_prompt(task, BETTER, now=NOW)
    await store.note_prompt(task, OTHER, now=NOW)
    assert await store.prompt_of(task.id) == BETTER.prompt
    assert len(await events(store, task)) == 1


async def test_only_the_holder_notes_a_prompt(store):
    task = await held(store)
    for stranger in (replace(task, owner=THEM), replace(task, tries=task.tries + 1), replace(task, id=task_id(10**6))):
        await store.note_prompt(stranger, BETTER, now=NOW)
    assert await store.prompt_of(task.id) is None
    assert await store.prompt_of(task_id(10**6)) is None
    assert await events(store, task) == []


async def test_the_next_try_finds_the_prompt_of_the_first(store):
    task = await held(store)
    await store.note_prompt(task, BETTER, now=NOW)
    await store.release(US)
    [again] = await store.claim_tasks(owner=Owner("another"), limit=9, now=NOW)
    assert again.id == task.id
    await store.note_prompt(again, OTHER, now=NOW)
    assert await store.prompt_of(task.id) == BETTER.prompt


async def test_a_prompt_goes_with_its_record(store):
    task, other = await held(store), await held(store)
    for each in (task, other):
        await store.note_prompt(each, BETTER, now=NOW)
    await store.finish_tasks([success(task, at=NOW)])
    assert await store.prompt_of(task.id) == BETTER.prompt
    assert await store.drop_records(finished_before=later(days=60), limit=9) == 1
    assert await store.prompt_of(task.id) is None
    assert await store.prompt_of(other.id) == BETTER.prompt
