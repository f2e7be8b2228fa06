"""The client of the package, against the real server: what is asked for is what the server has recorded."""

import json

import pytest

from heliograph.client import Client
from heliograph.domain.errors import RequestRefused
from tests.acceptance.server import KEY, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with Server(tmp_path_factory.mktemp("server"), FALLBACKS="FLUX_MAX=illustrator") as server:
        yield server


@pytest.fixture
async def client(server):
    async with Client(f"http://127.0.0.1:{server.port}", KEY) as client:
        yield client


async def ended(client, *words, **wish):
    return await client.wait(await client.generate(*words, **wish), every_seconds=0.05)


def recorded(server, record):
    return json.loads(server.record(record.task_id)["paramJson"])


async def test_a_prompt_alone_asks_for_nothing_else(server, client):
    record = await ended(client, "a red bicycle")
    assert (record.status, record.progress, len(record.urls)) == ("SUCCESS", 1.0, 1)
    assert recorded(server, record) == {"prompt": "a red bicycle", "size": "1:1", "nVariants": 1}
    assert (await client.download(record.urls[0])).startswith(b"\x89PNG")


async def test_a_picture_is_changed_inside_a_mask_without_a_word(server, client):
    [drawn] = (await ended(client, "a red bicycle")).urls
    record = await ended(client, image_urls=[drawn], mask_url=drawn, size="3:2", variants=2, seed=0)
    assert (record.status, len(record.urls)) == ("SUCCESS", 2)
    asked = {"size": "3:2", "nVariants": 2, "seed": 0, "filesUrl": [drawn], "maskUrl": drawn}
    assert recorded(server, record) == asked


async def test_a_prompt_gets_better_words_and_another_generator_where_the_first_fails(server, client):
    record = await ended(client, "#fail=500 a red bicycle", enhance=True, fallback="FLUX_MAX")
    assert record.status == "SUCCESS"
    shown = server.ask("GET", f"/api/v1/tasks/{record.task_id}")["data"]
    assert shown["generator"] == "illustrator"
    assert shown["promptUsed"] != shown["prompt"]
    assert recorded(server, record) | {"isEnhance": True, "enableFallback": True, "fallbackModel": "FLUX_MAX"} == (
        recorded(server, record)
    )


async def test_a_failure_has_its_code_and_a_refusal_the_servers_words(client):
    record = await ended(client, "#fail=400 a red bicycle")
    assert (record.status, record.error_code, record.urls) == ("CREATE_TASK_FAILED", 400, ())
    with pytest.raises(RequestRefused, match="prompt"):
        await client.generate()
    with pytest.raises(RequestRefused, match="fallbackModel"):
        await client.generate("a red bicycle", fallback="ANOTHER")
