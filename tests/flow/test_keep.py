import json
from dataclasses import replace

import pytest

from heliograph.adapters.store.memory import MemoryStore
from heliograph.domain.delivery import DeliveryState
from heliograph.domain.errors import StoreFull
from heliograph.domain.picture import Pictures
from heliograph.domain.task import Failure, FailureKind, Made, TaskState, started
from heliograph.flow.keep import keep, owed_callback
from heliograph.web.wire import record_info
from tests.fakes import RecordingHandoff
from tests.samples import LANE, THEM, URL, US, a_task, later

PICTURES = Pictures(images=[b"one", b"two"])
REFUSAL = Failure(FailureKind.REFUSED, "Your content was flagged by OpenAI as violating content policies")


class FullStore(MemoryStore):
    async def finish_tasks(self, ends):  # noqa: ARG002  # takes none
        raise StoreFull("no room")


async def running(store, **fields):
    task = started(a_task(**fields), owner=US, generator=fields.get("generator", ""))
    await store.record_tasks([task])
    return task


@pytest.fixture
def kept(shelf, store, clock):
    async def kept(task, outcome, *, handoff=None, store=store):
        handoff = handoff or RecordingHandoff()
        return await keep(task, outcome, shelf=shelf, store=store, clock=clock, handoff=handoff)

    return kept


async def test_a_success_is_stored_with_its_pictures_and_its_owed_callback(kept, store, blobs, clock):
    task = await running(store)
    clock.move(seconds=9)
    ended = await kept(task, PICTURES)
    assert (ended.state, ended.finished_at) == (TaskState.SUCCEEDED, later(seconds=9))
    assert ended.images == (f"{task.id}_1.png", f"{task.id}_2.png")
    assert [(await blobs.where(name, seconds=60)).path.read_bytes() for name in ended.images] == [b"one", b"two"]
    assert await store.known_blobs(ended.images) == set(ended.images)
    [delivery] = await store.deliveries_of(task.id)
    assert (delivery.id, delivery.url, delivery.lane) == (f"msg_{task.id}", URL, LANE)
    assert (delivery.state, delivery.due_at, delivery.attempt) == (DeliveryState.OWED, later(seconds=9), 0)


async def test_how_the_pictures_were_made_is_kept_with_them(kept, store):
    task = await running(store)
    await kept(task, replace(PICTURES, model="a-model", seeds=[7, 8], usage={"tokens": 9}))
    assert (await store.find_task(task.id)).made == Made(model="a-model", seeds=(7, 8), usage={"tokens": 9})


async def test_a_failure_has_nothing_made(kept, store):
    task = await running(store)
    await kept(task, REFUSAL)
    assert (await store.find_task(task.id)).made is None


async def test_pictures_are_marked_before_they_are_kept(store, blobs, shelf, clock):
    class Marker:
        async def mark(self, images, provenance):
            told = [f" by {each.generator} from {each.seed}".encode() for each in provenance]
            return [image + words for image, words in zip(images, told, strict=True)]

    task = await running(store, generator="drawer")
    marked = replace(shelf, marker=Marker())
    outcome = replace(PICTURES, seeds=[7, 8])
    ended = await keep(task, outcome, shelf=marked, store=store, clock=clock, handoff=RecordingHandoff())
    pictures = [(await blobs.where(name, seconds=60)).path.read_bytes() for name in ended.images]
    assert pictures == [b"one by drawer from 7", b"two by drawer from 8"]


async def test_the_note_is_in_the_timeline(store, shelf, clock):
    task = await running(store)
    await keep(task, PICTURES, shelf=shelf, store=store, clock=clock, handoff=RecordingHandoff(), note="drawer")
    assert (await store.events_of(task.id))[-1].detail == "drawer"


async def test_the_callback_of_a_success_is_the_contracts_with_the_links_of_record_info(kept, store, shelf):
    task = await running(store)
    ended = await kept(task, PICTURES)
    [delivery] = await store.deliveries_of(task.id)
    urls = record_info(await store.find_task(task.id), shelf.urls_of(ended))["response"]["resultUrls"]
    assert len(urls) == 2
    expected = '{"code":200,"msg":"success","data":{"taskId":"%s","info":{"result_urls":["%s","%s"]}}}'
    assert delivery.body == (expected % (task.id, *urls)).encode()


async def test_the_callback_of_a_failure_is_the_contracts(kept, store):
    task = await running(store)
    ended = await kept(task, REFUSAL)
    assert (ended.state, ended.failure, ended.images) == (TaskState.FAILED, REFUSAL, ())
    [delivery] = await store.deliveries_of(task.id)
    expected = '{"code":400,"msg":"%s","data":{"taskId":"%s","info":null}}'
    assert delivery.body == (expected % (REFUSAL.message, task.id)).encode()


@pytest.mark.parametrize(
    ("kind", "code"), [("unavailable_input", 451), ("unusable_input", 400), ("failed", 500), ("try_again", 500)]
)
async def test_each_failure_is_told_with_its_code(kept, store, kind, code):
    task = await running(store)
    await kept(task, Failure(FailureKind(kind), "why"))
    [delivery] = await store.deliveries_of(task.id)
    assert json.loads(delivery.body)["code"] == code


async def test_links_are_the_same_at_every_look_and_good_for_14_days(kept, store, shelf, clock):
    ended = await kept(await running(store), PICTURES)
    urls = shelf.urls_of(ended)
    clock.move(days=13)
    assert shelf.urls_of(await store.find_task(ended.id)) == urls
    assert shelf.until(ended.finished_at) == later(days=14)
    assert shelf.urls_of(a_task()) == []


async def test_without_a_callback_url_nothing_is_owed(kept, store):
    handoff = RecordingHandoff(owner=US)
    task = await running(store, callback_url=None)
    assert await kept(task, PICTURES, handoff=handoff)
    assert await store.deliveries_of(task.id) == []
    assert handoff.calls == []


async def test_a_task_without_an_end_owes_nothing(shelf):
    assert owed_callback(a_task(), shelf) is None


async def test_rehearsed_duplicates_are_repeats_of_the_delivery(kept, store):
    task = await running(store)
    await kept(task, replace(PICTURES, callback_repeats=2))
    [delivery] = await store.deliveries_of(task.id)
    assert delivery.repeats == 2


async def test_without_a_free_place_the_lane_is_woken(kept, store):
    handoff = RecordingHandoff()
    await kept(await running(store), PICTURES, handoff=handoff)
    assert handoff.calls == [("reserve", LANE), ("wake", LANE)]


async def test_with_a_free_place_the_delivery_is_handed_on_as_it_was_written(kept, store):
    handoff = RecordingHandoff(owner=THEM)
    task = await running(store)
    await kept(task, PICTURES, handoff=handoff)
    [delivery] = await store.deliveries_of(task.id)
    assert (delivery.state, delivery.owner) == (DeliveryState.SENDING, THEM)
    assert handoff.calls == [("reserve", LANE), ("take", delivery)]


async def test_a_task_that_changed_hands_is_left_alone_and_the_place_is_free_again(kept, store):
    handoff = RecordingHandoff(owner=US)
    task = await running(store)
    await store.release(US)
    assert await kept(task, PICTURES, handoff=handoff) is None
    assert await store.deliveries_of(task.id) == []
    assert handoff.calls == [("reserve", LANE), ("release", LANE)]


async def test_a_task_that_changed_hands_wakes_nobody(kept, store):
    handoff = RecordingHandoff()
    task = await running(store)
    await store.release(US)
    assert await kept(task, PICTURES, handoff=handoff) is None
    assert handoff.calls == [("reserve", LANE)]


async def test_a_store_that_fails_frees_the_place(kept, store):
    handoff = RecordingHandoff(owner=US)
    with pytest.raises(StoreFull):
        await kept(await running(store), PICTURES, handoff=handoff, store=FullStore())
    assert handoff.calls == [("reserve", LANE), ("release", LANE)]


async def test_a_disk_that_takes_no_picture_leaves_the_task_as_it_was(kept, store, tmp_path):
    (tmp_path / "images").write_bytes(b"in the way")
    handoff = RecordingHandoff(owner=US)
    task = await running(store)
    with pytest.raises(OSError, match="images"):
        await kept(task, PICTURES, handoff=handoff)
    assert await store.find_task(task.id) == task
    assert handoff.calls == []
