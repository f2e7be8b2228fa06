"""What record-info and the two link calls answer, in every state (wire contract, sections 3 and 4)."""

import re

import pytest

from heliograph.domain.contract import GENERATION_FAILED
from heliograph.domain.task import Failure, FailureKind
from tests.web.world import BASE_URL, COMMON_DOWNLOAD, DOWNLOAD, OTHER_KEY, OWNER, RECORD_INFO, code_of

NOW_MS = 1767225600000
FIELDS = [
    "taskId",
    "paramJson",
    "createTime",
    "completeTime",
    "response",
    "successFlag",
    "status",
    "errorCode",
    "errorMessage",
    "progress",
]


async def record(client, task):
    answer = (await client.get(RECORD_INFO, params={"taskId": task.id})).json()
    assert (answer["code"], answer["msg"]) == (200, "success")
    assert list(answer["data"]) == FIELDS
    return answer["data"]


async def test_a_queued_task_is_generating(client, world):
    task = await world.queued(params='{"prompt":"x"}')
    assert await record(client, task) == {
        "taskId": task.id,
        "paramJson": '{"prompt":"x"}',
        "createTime": NOW_MS,
        "completeTime": None,
        "response": None,
        "successFlag": 0,
        "status": "GENERATING",
        "errorCode": None,
        "errorMessage": None,
        "progress": "0.00",
    }


async def test_the_progress_is_a_string_with_two_decimals_that_never_falls(client, world):
    task = await world.running(progress=0.5)
    assert (await record(client, task))["progress"] == "0.50"
    await world.store.note_progress(task, 0.25, now=world.clock.now())
    assert (await record(client, task))["progress"] == "0.50"
    await world.store.note_progress(task, 0.756, now=world.clock.now())
    assert (await record(client, task))["progress"] == "0.76"


async def test_a_success_has_its_urls_under_both_names(client, world):
    task = await world.succeeded(images=2)
    found = await record(client, task)
    urls = found["response"]["resultUrls"]
    assert found["response"] == {"resultUrls": urls, "result_urls": urls}
    assert len(urls) == 2
    assert all(re.match(rf"{BASE_URL}/files/{task.id}_{number}\.png\?", url) for number, url in enumerate(urls, 1))
    assert (found["successFlag"], found["status"], found["progress"]) == (1, "SUCCESS", "1.00")
    assert (found["errorCode"], found["errorMessage"]) == (None, None)
    assert (found["createTime"], found["completeTime"]) == (NOW_MS, NOW_MS)


async def test_the_urls_are_the_same_at_every_look(client, world):
    task = await world.succeeded()
    first = await record(client, task)
    world.clock.move(days=3)
    assert await record(client, task) == first


@pytest.mark.parametrize(
    ("kind", "code", "status"),
    [
        (FailureKind.REFUSED, 400, "CREATE_TASK_FAILED"),
        (FailureKind.UNUSABLE_INPUT, 400, "CREATE_TASK_FAILED"),
        (FailureKind.UNAVAILABLE_INPUT, 451, "CREATE_TASK_FAILED"),
        (FailureKind.FAILED, 500, "GENERATE_FAILED"),
        (FailureKind.TRY_AGAIN, 500, "GENERATE_FAILED"),
    ],
)
async def test_a_failure_has_its_code_its_text_and_no_response(client, world, kind, code, status):
    task = await world.failed(Failure(kind, "what went wrong"))
    found = await record(client, task)
    assert (found["successFlag"], found["status"], found["response"]) == (2, status, None)
    assert (found["errorCode"], found["errorMessage"]) == (code, "what went wrong")
    assert found["completeTime"] == NOW_MS
    assert re.fullmatch(r"[01]\.[0-9]{2}", found["progress"])


async def test_an_unknown_task_and_another_keys_task_are_one_and_the_same_answer(client, world):
    task = await world.succeeded(key=OTHER_KEY)
    for task_id in (task.id, "f" * 32, "", "nothing", "\x00", "'; --", task.id.upper(), "é\U0001f6b2"):
        response = await client.get(RECORD_INFO, params={"taskId": task_id})
        assert response.status_code == 200
        assert response.content == b'{"code":422,"msg":"recordInfo is null","data":null}'


# --- links


async def url_of(world, task):
    return world.shelf.urls_of(task)[0]


async def test_a_download_url_is_a_plain_string_that_is_good_for_twenty_minutes(client, world):
    task = await world.succeeded(images=2)
    for path in (DOWNLOAD, COMMON_DOWNLOAD):
        for url in world.shelf.urls_of(task):
            answer = (await client.post(path, json={"taskId": task.id, "url": url})).json()
            assert (answer["code"], answer["msg"]) == (200, "success")
            assert isinstance(answer["data"], str)
            assert answer["data"].partition("?")[0] == url.partition("?")[0]
            expires = int(re.search("expires=([0-9]+)", answer["data"])[1])
            assert expires == int(world.clock.now().timestamp()) + 1200
            assert (await client.get(answer["data"])).status_code == 200


async def test_a_link_that_has_ended_can_be_renewed_while_the_picture_is_kept(client, world):
    task = await world.succeeded()
    first = (await client.post(DOWNLOAD, json={"taskId": task.id, "url": await url_of(world, task)})).json()["data"]
    world.clock.move(minutes=20)
    assert (await client.get(first)).status_code == 410
    for path in (DOWNLOAD, COMMON_DOWNLOAD):
        again = (await client.post(path, json={"taskId": task.id, "url": first})).json()["data"]
        assert (await client.get(again)).status_code == 200


async def refusal(client, path, **asked):
    response = await client.post(path, json=asked)
    assert (response.status_code, code_of(response)) == (200, 422)
    return response.json()["msg"]


async def test_an_unknown_or_foreign_record_is_null(client, world):
    foreign = await world.succeeded(key=OTHER_KEY)
    url = await url_of(world, foreign)
    assert await refusal(client, DOWNLOAD, taskId="f" * 32, url=url) == "record is null"
    assert await refusal(client, DOWNLOAD, taskId=foreign.id, url=url) == "record is null"


async def test_records_are_supported_for_fourteen_days(client, world):
    task = await world.succeeded()
    world.clock.move(days=14, seconds=1)
    asked = {"taskId": task.id, "url": await url_of(world, task)}
    assert await refusal(client, DOWNLOAD, **asked) == "Temporarily supports records within 14 days"


async def test_an_unfinished_record_is_blank(client, world):
    queued = await world.queued()
    assert await refusal(client, DOWNLOAD, taskId=queued.id, url="x") == "record result data is blank"
    [running] = await world.store.claim_tasks(owner=OWNER, limit=1, now=world.clock.now())
    assert await refusal(client, DOWNLOAD, taskId=running.id, url="x") == "record result data is blank"


async def test_a_failed_record_is_no_success(client, world):
    task = await world.failed(Failure(FailureKind.FAILED, GENERATION_FAILED))
    assert await refusal(client, DOWNLOAD, taskId=task.id, url="x") == "record status is not success"


async def test_a_success_without_pictures_is_empty(client, world):
    task = await world.succeeded(images=0)
    assert await refusal(client, DOWNLOAD, taskId=task.id, url="x") == "record result data is empty"


async def test_a_url_that_is_not_the_records_does_not_exist(client, world):
    task, other = await world.succeeded(), await world.succeeded()
    forged = (await url_of(world, task)).replace("signature=", "signature=x")
    for url in ("", "x", "http://a.test/a.png", forged, await url_of(world, other), f"{BASE_URL}/files/"):
        assert await refusal(client, DOWNLOAD, taskId=task.id, url=url) == "record result data not exist"


async def test_a_url_that_is_not_ours_or_not_the_callers_is_wrong(client, world):
    task, foreign = await world.succeeded(), await world.succeeded(key=OTHER_KEY)
    ours = await url_of(world, task)
    wrong = [
        "",
        "x",
        "http://[::1",
        "http://a.test/a.png",
        ours.replace("http:", "https:"),
        ours.replace("signature=", "signature=x"),
        ours.partition("?")[0],
        f"{BASE_URL}/files/?expires=1&signature=2",
        f"{BASE_URL}/files/x?expires=²&signature=é",
        await url_of(world, foreign),
    ]
    for url in wrong:
        assert await refusal(client, COMMON_DOWNLOAD, url=url) == "url is wrong"
