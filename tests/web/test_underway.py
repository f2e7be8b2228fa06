"""Tasks under way: the stream of their events, their previews, and cancelling them."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest

from heliograph.adapters.generators.rehearsal import tiny_png
from heliograph.domain.errors import StoreUnavailable
from heliograph.domain.task import TaskState
from heliograph.web import underway
from tests.fakes import until
from tests.samples import FAILURE, failure, success
from tests.web.world import OTHER_KEY, OWNER, RECORD_INFO, code_of

UNKNOWN = {"code": 422, "msg": "recordInfo is null", "data": None}


@pytest.fixture(autouse=True)
def hasty(monkeypatch):
    monkeypatch.setattr(underway, "POLL_SECONDS", 0.005)


def events_of(text):
    """Each event as name, id and data, and what was said besides."""
    told, comments = [], []
    for block in text.removesuffix("\n\n").split("\n\n"):
        fields = dict(line.partition(": ")[::2] for line in block.splitlines())
        if "event" in fields:
            told.append((fields["event"], int(fields["id"]), json.loads(fields["data"])))
        else:
            comments.append(fields)
    return told, comments


async def streamed(client, task, last=None):
    headers = {} if last is None else {"Last-Event-ID": str(last)}
    return await client.get(f"/api/v1/tasks/{task.id}/events", headers=headers)


@asynccontextmanager
async def streaming(client, task, last=None):
    """The response of a stream that goes on meanwhile; it has to have ended afterwards."""
    answer = asyncio.create_task(streamed(client, task, last))
    try:
        yield answer
        await asyncio.wait_for(asyncio.shield(answer), 10)
    finally:
        answer.cancel()


async def end(world, task, way=success):
    assert await world.store.finish_tasks([way(task, at=world.clock.now())]) == [True]


# --- the stream


async def test_a_stream_tells_the_whole_way_and_closes_after_the_end(client, world):
    running = await world.running()
    await world.store.note_progress(running, 0.5, now=world.clock.now())
    await end(world, running)
    response = await streamed(client, running)
    assert response.headers["content-type"] == "text/event-stream; charset=utf-8"
    assert response.headers["cache-control"] == "no-store"
    told, [first] = events_of(response.text)
    assert first["retry"] == "1000"
    assert [name for name, _, _ in told] == ["accepted", "started", "progress", "succeeded"]
    numbers = [number for _, number, _ in told]
    assert numbers == sorted(set(numbers))
    assert told[2][2] == {"taskId": running.id, "at": told[2][2]["at"], "detail": "0.50", "progress": "0.50"}
    looked_up = (await client.get(RECORD_INFO, params={"taskId": running.id})).json()["data"]
    assert told[3][2]["record"] == looked_up
    assert looked_up["status"] == "SUCCESS"


async def test_what_comes_meanwhile_is_told_until_the_end_whoever_writes_it(client, world):
    running = await world.running()
    async with streaming(client, running) as answer:
        for share in (0.1, 0.2, 0.3):
            await world.store.note_progress(running, share, now=world.clock.now())
            await asyncio.sleep(0.01)
        assert not answer.done()
        await end(world, running, failure)
    told, _ = events_of(answer.result().text)
    assert [(name, data["detail"]) for name, _, data in told[2:]] == [
        ("progress", "0.10"),
        ("progress", "0.20"),
        ("progress", "0.30"),
        ("failed", ""),
    ]
    assert told[-1][2]["record"]["errorMessage"] == FAILURE.message


async def test_who_comes_back_gets_what_follows_and_nothing_twice(client, world):
    running = await world.running()
    for share in (0.1, 0.2, 0.3):
        await world.store.note_progress(running, share, now=world.clock.now())
    await end(world, running)
    whole, _ = events_of((await streamed(client, running)).text)
    for place, (_, number, _) in enumerate(whole, 1):
        rest, _ = events_of((await streamed(client, running, number)).text)
        assert rest == whole[place:]


@pytest.mark.parametrize("last", ["x", "-1", "1.5", "9" * 19, "\u00b2".encode()])
async def test_what_is_no_id_of_an_event_is_refused_with_a_sentence(client, world, last):
    task = await world.queued()
    response = await client.get(f"/api/v1/tasks/{task.id}/events", headers={b"Last-Event-ID": last})
    assert code_of(response) == 422
    assert "send the last one that came" in response.json()["msg"]


@pytest.mark.parametrize(("method", "what"), [("GET", "events"), ("POST", "cancel")])
async def test_another_keys_task_is_as_unknown_as_one_that_never_was(world, method, what):
    running = await world.running()
    async with world.client(OTHER_KEY) as other:
        for task_id in (running.id, "0" * 32):
            assert (await other.request(method, f"/api/v1/tasks/{task_id}/{what}")).json() == UNKNOWN
    assert (await world.store.find_task(running.id)).state is TaskState.RUNNING


async def test_a_stream_ends_at_once_when_the_server_closes(client, world):
    running = await world.running()
    async with streaming(client, running) as answer:
        await asyncio.sleep(0.02)
        assert not answer.done()
        world.closing.set()
    told, _ = events_of(answer.result().text)
    assert [name for name, _, _ in told] == ["accepted", "started"]


async def test_a_stream_that_is_silent_for_long_says_that_it_is_still_there(client, world):
    running = await world.running()
    async with streaming(client, running) as answer:
        for _ in range(3):
            world.clock.move(seconds=underway.HEARTBEAT_SECONDS)
            await asyncio.sleep(0.03)
        world.closing.set()
    _, comments = events_of(answer.result().text)
    assert 2 <= len(comments[1:]) <= 4


async def test_a_store_that_is_away_for_a_while_ends_no_stream(client, world, monkeypatch):
    running, away = await world.running(), []
    looked = world.store.events_of

    async def broken(*_, **__):
        away.append(True)
        raise StoreUnavailable("gone for a while")

    async with streaming(client, running) as answer:
        monkeypatch.setattr(world.store, "events_of", broken)
        await until(lambda: len(away) > 2)
        monkeypatch.setattr(world.store, "events_of", looked)
        await end(world, running)
    told, _ = events_of(answer.result().text)
    assert [name for name, _, _ in told] == ["accepted", "started", "succeeded"]


async def test_too_many_streams_are_refused_and_a_place_is_free_again_after_the_end(client, world, monkeypatch):
    monkeypatch.setattr(underway, "STREAMS_AT_ONCE", 1)
    running = await world.running()
    async with streaming(client, running):
        await asyncio.sleep(0.02)
        refused = await streamed(client, running)
        assert (refused.status_code, code_of(refused)) == (429, 429)
        assert refused.headers["retry-after"] == "15"
        await end(world, running)
    assert (await streamed(client, running)).status_code == 200


# --- previews


async def shown(client, task):
    return (await client.get(f"/api/v1/tasks/{task.id}")).json()["data"]["previewUrl"]


async def test_the_latest_preview_is_behind_a_link_that_needs_no_key_and_goes_with_the_end(client, world):
    running = await world.running()
    assert await shown(client, running) is None
    pictures = [tiny_png(number) for number in range(2)]
    urls = []
    for picture in pictures:
        await world.store.note_progress(running, 0.1, now=world.clock.now(), preview=picture)
        urls.append(await shown(client, running))
        async with world.client(key=None) as anybody:
            response = await anybody.get(urls[-1])
        assert (response.status_code, response.content) == (200, picture)
        assert (response.headers["content-type"], response.headers["cache-control"]) == ("image/png", "no-store")
    assert urls[0] != urls[1]
    assert code_of(await client.get(urls[1].replace("_preview2", "_preview3"))) == 404
    await end(world, running)
    assert await shown(client, running) is None
    gone = await client.get(urls[1])
    assert (gone.status_code, gone.json()["msg"][:12]) == (410, "The preview ")


async def test_the_events_lead_to_the_latest_preview_alone(client, world):
    running = await world.running()
    for number in range(2):
        await world.store.note_progress(running, 0.1, now=world.clock.now(), preview=tiny_png(number))
    url = await shown(client, running)
    async with streaming(client, running) as answer:
        await asyncio.sleep(0.02)
        world.closing.set()
    told, _ = events_of(answer.result().text)
    assert [data["previewUrl"] for name, _, data in told if name == "preview"] == [None, url]


# --- cancelling


async def cancelled(client, task):
    answer = (await client.post(f"/api/v1/tasks/{task.id}/cancel")).json()
    assert answer["code"] == 200, answer
    return answer["data"]


async def test_a_task_that_waits_is_cancelled(client, world):
    task = await world.queued(callback_url="https://a.test/back")
    assert await cancelled(client, task) == {
        "taskId": task.id,
        "state": "cancelled",
        "cancelled": True,
        "detail": "It waited, and nothing had been drawn",
    }
    assert await world.store.claim_tasks(owner="us", limit=1, now=world.clock.now()) == []
    assert [each.id for each in world.observer.ended] == [task.id]


async def test_a_task_that_is_drawn_is_cancelled_and_who_draws_it_is_looked_after(client, world):
    running = await world.running(progress=0.4, callback_url="https://a.test/back")
    told = await cancelled(client, running)
    assert (told["state"], told["cancelled"], told["detail"][:19]) == ("cancelled", True, "It had been started")
    assert len(world.looks) == 1
    assert await world.store.finish_tasks([success(running)]) == [False]


async def test_record_info_and_the_callback_of_a_cancelled_task_say_so(client, world):
    running = await world.running(progress=0.4, callback_url="https://a.test/back")
    await cancelled(client, running)
    record = (await client.get(RECORD_INFO, params={"taskId": running.id})).json()["data"]
    assert (record["successFlag"], record["status"], record["progress"]) == (2, "GENERATE_FAILED", "0.40")
    assert (record["errorCode"], record["errorMessage"]) == (400, "The task was cancelled")
    assert (record["response"], record["completeTime"] is None) == (None, False)
    [delivery] = await world.store.deliveries_of(running.id)
    assert json.loads(delivery.body) == {
        "code": 400,
        "msg": "The task was cancelled",
        "data": {"taskId": running.id, "info": None},
    }
    assert world.delivery_handoff.woken == ["a.test"]


async def test_cancelling_twice_says_so_and_owes_one_callback(client, world):
    task = await world.queued(callback_url="https://a.test/back")
    await cancelled(client, task)
    again = await cancelled(client, task)
    assert (again["state"], again["cancelled"], again["detail"]) == ("cancelled", False, "It had been cancelled before")
    assert len(await world.store.deliveries_of(task.id)) == 1
    assert len(world.observer.ended) == 1


@pytest.mark.parametrize("state", ["succeeded", "failed"])
async def test_a_task_that_has_ended_keeps_its_end(client, world, state):
    task = await (world.succeeded() if state == "succeeded" else world.failed(FAILURE))
    told = await cancelled(client, task)
    assert (told["state"], told["cancelled"]) == (state, False)
    assert told["detail"] == f"It had {state} before: nothing was changed"
    assert await world.store.find_task(task.id) == task


async def test_a_task_that_is_started_while_it_is_cancelled_is_cancelled_all_the_same(client, world, monkeypatch):
    task, finish = await world.queued(), world.store.finish_tasks

    async def started_first(ends):
        monkeypatch.setattr(world.store, "finish_tasks", finish)
        await world.store.claim_tasks(owner="us", limit=1, now=world.clock.now())
        return await finish(ends)

    monkeypatch.setattr(world.store, "finish_tasks", started_first)
    assert (await cancelled(client, task))["cancelled"]
    assert [event.name for event in await world.store.events_of(task.id)] == ["accepted", "started", "cancelled"]


async def test_a_task_that_never_holds_still_is_told_to_go_on(client, world, monkeypatch):
    task = await world.queued()

    async def too_late(ends):
        return [False for _ in ends]

    monkeypatch.setattr(world.store, "finish_tasks", too_late)
    told = await cancelled(client, task)
    assert (told["state"], told["cancelled"], told["detail"][-9:]) == ("queued", False, "ask again")


# --- how it was made


async def test_a_task_shows_by_whom_and_from_what_it_was_made(client, world):
    queued = await world.queued()
    shown = (await client.get(f"/api/v1/tasks/{queued.id}")).json()["data"]
    assert (shown["generator"], shown["model"], shown["seeds"], shown["usage"]) == ("", "", [], {})
    [running] = await world.store.claim_tasks(owner=OWNER, limit=1, now=world.clock.now(), generator="openai")
    await end(world, running)
    shown = (await client.get(f"/api/v1/tasks/{running.id}")).json()["data"]
    made = {"generator": "openai", "model": "a-model", "seeds": [7, 8], "usage": {"output_tokens": 1056}}
    assert {name: shown[name] for name in made} == made
