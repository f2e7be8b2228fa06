"""Keys are asked for on every call, and each key and task has its rate (wire contract, section 1)."""

import pytest

from heliograph.domain.rate import Rate
from tests.web.world import COMMON_DOWNLOAD, CREDIT, DOWNLOAD, GENERATE, KEY, OTHER_KEY, RECORD_INFO, code_of

GOOD = {"size": "1:1", "prompt": "a red bicycle"}
CALLS = [
    ("POST", GENERATE),
    ("GET", f"{RECORD_INFO}?taskId=a"),
    ("POST", DOWNLOAD),
    ("POST", COMMON_DOWNLOAD),
    ("GET", CREDIT),
]
NOT_KEYS = [
    "",
    "Bearer",
    "Bearer ",
    f"Basic {KEY}",
    KEY,
    f"Bearer {KEY}x",
    f"Bearer {KEY[:-1]}",
    "Bearer \xff",
    "Bearer a b",
]


@pytest.mark.parametrize(("method", "path"), CALLS)
@pytest.mark.parametrize("header", [None, *NOT_KEYS])
async def test_a_call_without_a_known_key_is_a_real_401(world, method, path, header):
    async with world.client(key=None) as client:
        headers = {} if header is None else {"Authorization": header.encode("latin-1")}
        response = await client.request(method, path, json=GOOD, headers=headers)
    assert (response.status_code, code_of(response)) == (401, 401)
    assert response.headers["www-authenticate"] == "Bearer"
    assert "key" in response.json()["msg"]
    assert KEY not in response.text
    assert world.observer.accepted == []


async def test_the_scheme_may_be_written_in_any_case(world):
    async with world.client(key=None) as client:
        response = await client.get(CREDIT, headers={"Authorization": f"bearer {KEY}"})
    assert code_of(response) == 200


async def test_the_balance_is_a_number(client):
    answer = (await client.get(CREDIT)).json()
    assert answer == {"code": 200, "msg": "success", "data": 12.5}


async def test_a_key_over_its_rate_gets_a_real_429_that_says_when_to_come_back(world):
    world.submit_rate = Rate(2, 10)
    async with world.client() as client:
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200
        world.clock.move(seconds=3.5)
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200
        refused = await client.post(GENERATE, json=GOOD)
        assert (refused.status_code, code_of(refused)) == (429, 429)
        assert refused.headers["retry-after"] == "7"
        assert "at most 2 in 10 s" in refused.json()["msg"]
        assert len(world.observer.accepted) == 2
        assert (await world.store.census()).tasks_queued == 2
        world.clock.move(seconds=6.5)
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200


async def test_a_refused_submission_does_not_count(world):
    world.submit_rate = Rate(1, 10)
    async with world.client() as client:
        for body in (b"{", b"{}", b'{"size":"1:1","prompt":"x","fileUrl":"a.test"}'):
            assert code_of(await client.post(GENERATE, content=body)) in {400, 422}
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200
        world.clock.move(seconds=9.9)
        assert code_of(await client.post(GENERATE, json=GOOD)) == 429
        world.clock.move(seconds=0.2)
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200


async def test_each_key_has_its_own_rate(world):
    world.submit_rate = Rate(1, 10)
    async with world.client() as client:
        assert code_of(await client.post(GENERATE, json=GOOD)) == 200
        assert code_of(await client.post(GENERATE, json=GOOD)) == 429
        other = {"Authorization": f"Bearer {OTHER_KEY}"}
        assert code_of(await client.post(GENERATE, json=GOOD, headers=other)) == 200


async def test_a_task_may_be_looked_up_three_times_a_second(world):
    world.query_rate = Rate(3, 1)
    first, second = await world.queued(), await world.queued()
    async with world.client() as client:
        for _ in range(3):
            assert code_of(await client.get(RECORD_INFO, params={"taskId": first.id})) == 200
        refused = await client.get(RECORD_INFO, params={"taskId": first.id})
        assert (refused.status_code, code_of(refused), refused.headers["retry-after"]) == (429, 429, "1")
        assert code_of(await client.get(RECORD_INFO, params={"taskId": second.id})) == 200
        world.clock.move(seconds=1)
        assert code_of(await client.get(RECORD_INFO, params={"taskId": first.id})) == 200


async def test_another_keys_look_ups_use_up_nobodys_rate_and_learn_nothing_from_it(world):
    world.query_rate = Rate(1, 1)
    task = await world.queued()
    stranger = {"Authorization": f"Bearer {OTHER_KEY}"}
    async with world.client() as client:
        answers = [await client.get(RECORD_INFO, params={"taskId": task.id}, headers=stranger) for _ in range(5)]
        assert {answer.content for answer in answers} == {b'{"code":422,"msg":"recordInfo is null","data":null}'}
        assert code_of(await client.get(RECORD_INFO, params={"taskId": task.id})) == 200
