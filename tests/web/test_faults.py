"""Our own faults: told to the operator with a trace, to the caller without one, and to nobody with a key."""

import io
import json
import logging
import re
import sys

import pytest
import structlog

from heliograph.adapters.logs import configure_logging
from heliograph.adapters.observer import LoggingObserver
from tests.web.world import BASE_URL, DOWNLOAD, GENERATE, KEY, RECORD_INFO, code_of

GOOD = {"size": "1:1", "prompt": "a red bicycle"}
CALLS = [
    ("POST", GENERATE, GOOD),
    ("GET", f"{RECORD_INFO}?taskId=a", None),
    ("POST", DOWNLOAD, {"taskId": "a", "url": ""}),
]


@pytest.fixture
def log(monkeypatch):
    """The log lines as they are written, parsed."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    root.handlers.clear()  # or else they would be closed
    written = io.StringIO()
    monkeypatch.setattr(sys, "stdout", written)
    configure_logging(form="json", level="info")
    yield lambda: [json.loads(line) for line in written.getvalue().splitlines()]
    structlog.reset_defaults()
    root.handlers[:], root.level = before


@pytest.mark.parametrize(("method", "path", "body"), CALLS)
async def test_a_store_that_cannot_take_anything_is_a_500_that_says_to_try_later(world, method, path, body):
    world.break_store()
    async with world.client() as client:
        response = await client.request(method, path, json=body)
    assert (response.status_code, code_of(response)) == (200, 500)
    assert "cannot store anything at the moment" in response.json()["msg"]
    assert "/secret/place" not in response.text
    assert [step for step, _, _ in world.observer.failures] == ["request"]
    assert world.observer.accepted == []


@pytest.mark.parametrize("error", [RuntimeError("inner workings"), KeyError("inner workings"), MemoryError()])
@pytest.mark.parametrize(("method", "path", "body"), CALLS)
async def test_our_own_fault_is_a_500_that_tells_nothing_of_it(world, method, path, body, error):
    world.break_store(error)
    async with world.client() as client:
        response = await client.request(method, path, json=body)
    assert (response.status_code, code_of(response)) == (200, 500)
    assert response.json()["msg"] == "Something went wrong on the server: try again later"
    assert [failure[1] for failure in world.observer.failures] == [error]


async def test_our_own_fault_has_its_trace_in_the_log(world, log):
    world.observer = LoggingObserver(world.registry)
    world.break_store(RuntimeError("inner workings"))
    async with world.client() as client:
        await client.post(GENERATE, json=GOOD)
    [line] = [line for line in log() if line["event"] == "step.failed"]
    assert (line["level"], line["step"], line["error"]) == ("error", "request", "inner workings")
    assert line["path"] == GENERATE
    assert "Traceback" in line["exception"]
    assert "RuntimeError: inner workings" in line["exception"]


async def test_no_line_of_the_log_holds_a_key_a_prompt_or_a_signature(world, log):
    world.observer = LoggingObserver(world.registry)
    task = await world.succeeded()
    url = world.shelf.urls_of(task)[0]
    stranger = "hg_a-key-that-nobody-knows-here"
    async with world.client() as client:
        for body in (GOOD, GOOD | {"nVariants": 3}, GOOD | {"callBackUrl": "http://user:password@a.test/"}):
            await client.post(GENERATE, json=body)
        await client.get(url + "forged")
        await client.get(RECORD_INFO, params={"taskId": "a"}, headers={"Authorization": f"Bearer {stranger}"})
        await client.get(RECORD_INFO, params={"taskId": "a"}, headers={"Authorization": f"Basic {stranger}"})
        world.break_store(RuntimeError("inner workings"))
        await client.post(GENERATE, json=GOOD)
    lines = log()
    assert len(lines) >= 6
    text = json.dumps(lines)
    for secret in (KEY, stranger, "red bicycle", "password", re.search("signature=(.*)", url)[1]):
        assert secret not in text


async def test_outside_the_api_a_fault_is_a_real_500(world):
    task = await world.succeeded()
    url = world.shelf.urls_of(task)[0]
    world.break_store()
    async with world.client() as client:
        response = await client.get(f"{BASE_URL}/metrics")
        assert (response.status_code, code_of(response)) == (500, 500)
        world.store.error = RuntimeError("inner workings")
        response = await client.get(f"{BASE_URL}/metrics")
        assert (response.status_code, code_of(response)) == (500, 500)
        assert (await client.get(url)).status_code == 200


async def test_a_caller_who_hangs_up_is_no_fault_of_ours(world):
    scope = {
        "type": "http",
        "method": "POST",
        "path": GENERATE,
        "raw_path": GENERATE.encode(),
        "query_string": b"",
        "headers": [(b"authorization", f"Bearer {KEY}".encode())],
        "http_version": "1.1",
        "scheme": "http",
        "server": ("pictures.test", 80),
        "client": ("127.0.0.1", 1),
        "root_path": "",
    }
    messages = iter([{"type": "http.request", "body": b'{"size":', "more_body": True}, {"type": "http.disconnect"}])

    async def receive():
        return next(messages)

    async def send(_):
        """Nobody is there."""

    await world.app()(scope, receive, send)
    assert world.observer.failures == []
    assert world.observer.accepted == []
