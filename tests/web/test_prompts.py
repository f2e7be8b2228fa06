"""A caller sees the prompt as it was submitted and as it is drawn; record-info stays as the contract has it."""

from heliograph.domain.wording import ENHANCED, Wording
from tests.web.world import GENERATE, RECORD_INFO


async def prompts(client, task_id):
    data = (await client.get(f"/api/v1/tasks/{task_id}")).json()["data"]
    return data["prompt"], data["promptUsed"]


async def test_without_enhancing_both_are_the_same_from_the_start(client, world):
    task = await world.queued()
    assert await prompts(client, task.id) == ("a red bicycle", "a red bicycle")


async def test_with_enhancing_the_used_one_is_there_once_it_is_known(client, world):
    asked = {"prompt": "a red bicycle", "size": "1:1", "isEnhance": True}
    task_id = (await client.post(GENERATE, json=asked)).json()["data"]["taskId"]
    assert await prompts(client, task_id) == ("a red bicycle", None)
    [task] = await world.store.claim_tasks(owner="us", limit=9, now=world.clock.now())
    wording = Wording("a red bicycle in soft light", ENHANCED, "rules")
    await world.store.note_prompt(task, wording, now=world.clock.now())
    assert await prompts(client, task_id) == ("a red bicycle", "a red bicycle in soft light")
    events = (await client.get(f"/api/v1/tasks/{task_id}")).json()["data"]["events"]
    assert [(event["name"], event["detail"]) for event in events][-1] == ("enhanced", "rules")


async def test_record_info_tells_of_neither(client, world):
    task = await world.running(params='{"prompt":"a red bicycle","isEnhance":true}')
    await world.store.note_prompt(task, Wording("better", ENHANCED, "rules"), now=world.clock.now())
    answer = (await client.get(RECORD_INFO, params={"taskId": task.id})).json()["data"]
    assert answer["paramJson"] == '{"prompt":"a red bicycle","isEnhance":true}'
    assert "better" not in str(answer)
