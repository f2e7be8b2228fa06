from dataclasses import replace

import pytest

from heliograph.adapters.clock import MovingClock
from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.contract import Size
from heliograph.domain.errors import StoreFull
from heliograph.domain.task import KeyId, TaskState
from heliograph.flow.accept import Wish, accept
from tests.fakes import RecordingHandoff
from tests.samples import NOW, TRACE, URL, US, task_id

WISH = Wish(
    key_id=KeyId("key"), prompt="a lighthouse", size=Size.PORTRAIT, variants=2, callback_url=URL, params='{"a":1}'
)


class FullStore(MemoryStore):
    async def record_tasks(self, tasks):  # noqa: ARG002  # takes none
        raise StoreFull("no room")


def accepted(handoff, store, wish=WISH):
    return accept(wish, task_id=task_id(7), lane="drawer", store=store, clock=MovingClock(NOW), handoff=handoff)


async def test_without_a_free_place_the_task_is_queued_and_the_desk_is_woken():
    store, handoff = MemoryStore(), RecordingHandoff()
    task = await accepted(handoff, store)
    assert await store.find_task(task.id) == task
    assert (task.state, task.owner, task.tries, task.created_at) == (TaskState.QUEUED, None, 0, NOW)
    assert (task.prompt, task.size, task.variants, task.callback_url, task.params) == (
        WISH.prompt, WISH.size, WISH.variants, WISH.callback_url, WISH.params,
    )  # fmt: skip
    assert handoff.calls == [("reserve", "drawer"), ("wake", "drawer")]


async def test_with_a_free_place_the_task_is_recorded_as_running_and_handed_on():
    store, handoff = MemoryStore(), RecordingHandoff(owner=US)
    task = await accepted(handoff, store)
    assert await store.find_task(task.id) == task
    assert (task.state, task.owner, task.tries) == (TaskState.RUNNING, US, 1)
    assert handoff.calls == [("reserve", "drawer"), ("take", task)]


async def test_the_trace_of_the_wish_is_the_tasks():
    store = MemoryStore()
    task = await accepted(RecordingHandoff(), store, replace(WISH, trace=TRACE))
    assert (await store.find_task(task.id)).trace == TRACE


@pytest.mark.parametrize(("owner", "after"), [(None, []), (US, [("release", "drawer")])])
async def test_a_store_that_fails_frees_the_place_and_nothing_is_handed_on(owner, after):
    handoff = RecordingHandoff(owner=owner)
    with pytest.raises(StoreFull):
        await accepted(handoff, FullStore())
    assert handoff.calls == [("reserve", "drawer"), *after]
