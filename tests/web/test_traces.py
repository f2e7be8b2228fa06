"""A caller's trace goes on: through the task that was submitted, and through a sample."""

import pytest

from heliograph.domain.task import TaskId
from tests.samples import TRACE
from tests.web.world import GENERATE, code_of

WISH = {"prompt": "a tree", "size": "1:1"}
SAMPLE = {"url": "http://127.0.0.1:9/back"}


async def submitted(world, headers):
    async with world.client() as client:
        response = await client.post(GENERATE, json=WISH, headers=headers)
    assert code_of(response) == 200
    return await world.store.find_task(TaskId(response.json()["data"]["taskId"]))


async def sample(world, headers):
    async with world.client() as client:
        assert code_of(await client.post("/api/v1/callbacks/test", json=SAMPLE, headers=headers)) == 200
    return world.sender.posts[-1][2]


async def test_the_callers_trace_is_the_tasks(world):
    assert (await submitted(world, TRACE.headers())).trace == TRACE


async def test_several_tracestate_headers_are_one_list(world):
    headers = [("traceparent", TRACE.parent), ("tracestate", "a=1"), ("tracestate", "b=2")]
    assert (await submitted(world, headers)).trace.state == "a=1,b=2"


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [("tracestate", "a=1")],
        [("traceparent", "")],
        [("traceparent", "00-" + "0" * 32 + "-00f067aa0ba902b7-01")],
        [("traceparent", TRACE.parent + "-more")],
        [("traceparent", TRACE.parent), ("traceparent", TRACE.parent)],
        [("traceparent", TRACE.parent.encode() + b"\xff")],
    ],
)
async def test_what_is_malformed_or_said_twice_is_no_trace_and_no_error(world, headers):
    assert (await submitted(world, headers)).trace is None


async def test_a_sample_is_sent_in_the_callers_trace(world):
    headers = await sample(world, TRACE.headers())
    assert headers["traceparent"] == f"00-{TRACE.trace_id}-{'5' * 16}-01"
    assert headers["tracestate"] == "vendor=1"


async def test_without_a_trace_a_sample_has_no_header_of_one(world):
    assert not {"traceparent", "tracestate"} & set(await sample(world, {}))
