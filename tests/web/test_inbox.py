"""Inboxes over HTTP: looking, telling how to answer, emptying; and that nothing arrives from outside."""

import pytest

from heliograph.domain.contract import failure_callback
from heliograph.domain.inbox import Arrival, Behaviour, InboxName
from tests.samples import NOW
from tests.web.world import OTHER_KEY, code_of

MINE = InboxName("mine")
BODY = failure_callback("task1", 400, "no")


async def arrive(world, **fields):
    whole = {
        "inbox": MINE,
        "at": NOW,
        "headers": (("webhook-id", "msg_1"), ("Host", "a")),
        "body": BODY,
        "signatures": (("webhook-signature v1 1", True),),
    }
    return await world.store.note_arrival(Arrival(**whole | fields))


async def items(client):
    response = await client.get("/inbox/mine")
    assert (response.status_code, code_of(response)) == (200, 200)
    return response.json()["data"]["items"]


async def test_what_has_arrived_is_shown_the_newest_first(client, world):
    await arrive(world, body=b"\xff", headers=(), signatures=())
    await arrive(world)
    newest, oldest = await items(client)
    assert newest == {
        "at": int(NOW.timestamp() * 1000),
        "webhookId": "msg_1",
        "taskId": "task1",
        "code": 400,
        "verifies": True,
        "signatures": {"webhook-signature v1 1": True},
        "headers": {"webhook-id": "msg_1", "Host": "a"},
        "body": BODY.decode(),
    }
    assert {name: oldest[name] for name in ("webhookId", "taskId", "code", "verifies", "body")} == {
        "webhookId": None,
        "taskId": None,
        "code": None,
        "verifies": False,
        "body": "\N{REPLACEMENT CHARACTER}",
    }


async def test_one_signature_that_is_wrong_is_enough_not_to_verify(client, world):
    await arrive(world, signatures=(("a", True), ("b", False)))
    assert [item["verifies"] for item in await items(client)] == [False]


async def test_an_inbox_that_nobody_has_used_is_empty(client):
    assert await items(client) == []


async def test_any_key_that_knows_the_name_sees_it_and_who_has_no_key_does_not(world):
    await arrive(world)
    async with world.client(OTHER_KEY) as other, world.client(key=None) as stranger:
        assert len(await items(other)) == 1
        for method in ("GET", "PUT", "DELETE"):
            response = await stranger.request(method, "/inbox/mine")
            assert (response.status_code, code_of(response)) == (401, 401)


@pytest.mark.parametrize(
    ("told", "behaviour"),
    [
        ({}, Behaviour()),
        ({"status": 503}, Behaviour(status=503)),
        ({"redirectTo": "https://a.test/"}, Behaviour(status=302, location="https://a.test/")),
        ({"redirectTo": "/x", "status": 308}, Behaviour(status=308, location="/x")),
        ({"reset": True}, Behaviour(reset=True)),
        ({"slowBody": True, "delaySeconds": 2}, Behaviour(slow_body=True, delay_seconds=2.0)),
    ],
)
async def test_it_answers_the_next_callbacks_as_it_is_told(client, world, told, behaviour):
    response = await client.put("/inbox/mine", json=told | {"times": 2})
    assert (response.status_code, code_of(response)) == (200, 200)
    assert response.json()["data"]["status"] == behaviour.status
    assert [await arrive(world) for _ in range(3)] == [behaviour, behaviour, Behaviour()]


async def test_without_a_number_it_is_told_for_one_and_with_0_it_is_taken_back(client, world):
    await client.put("/inbox/mine", json={"status": 500})
    assert [await arrive(world) for _ in range(2)] == [Behaviour(status=500), Behaviour()]
    await client.put("/inbox/mine", json={"status": 500, "times": 9})
    await client.put("/inbox/mine", json={"times": 0})
    assert await arrive(world) == Behaviour()


@pytest.mark.parametrize(
    "told",
    [
        {"status": 199},
        {"status": 600},
        {"status": "200"},
        {"delaySeconds": -1},
        {"delaySeconds": 61},
        {"delaySeconds": "1"},
        {"times": -1},
        {"times": 1001},
        {"redirectTo": "https://a.test/\r\nX: y"},
        {"redirectTo": "https://a.test/\n"},
        {"redirectTo": "a b"},
        {"redirectTo": ""},
        {"reset": 1},
        [],
    ],
)
async def test_what_it_cannot_be_told_is_422_with_a_sentence(client, world, told):
    response = await client.put("/inbox/mine", json=told)
    assert (response.status_code, code_of(response)) == (422, 422)
    assert await arrive(world) == Behaviour()


async def test_a_number_that_is_none_is_refused(client):
    response = await client.put("/inbox/mine", content=b'{"delaySeconds": NaN}')
    assert response.status_code in (400, 422)


async def test_an_emptied_inbox_has_forgotten_all(client, world):
    await client.put("/inbox/mine", json={"status": 500, "times": 9})
    await arrive(world)
    response = await client.delete("/inbox/mine")
    assert response.json()["data"] == {"removed": 1}
    assert await items(client) == []
    assert await arrive(world) == Behaviour()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
@pytest.mark.parametrize("name", ["a%20b", "%C3%A9", "x" * 65, "..."])
async def test_what_is_no_name_is_422(client, method, name):
    response = await client.request(method, f"/inbox/{name}")
    assert (response.status_code, code_of(response)) == (422, 422)


async def test_nothing_arrives_from_outside(world, client):
    async with world.client(key=None) as stranger:
        for sender in (client, stranger):
            response = await sender.post("/inbox/mine", content=BODY)
            assert (response.status_code, code_of(response)) == (404, 404)
            assert "callBackUrl" in response.json()["msg"]
    assert await items(client) == []
