"""The real server draws with an Images API that stands on loopback, and its operator sees what only he can mend."""

import asyncio
import threading
from concurrent.futures import Future
from io import BytesIO

import pytest
from PIL import Image

from tests.acceptance.server import Receiver, Server, until
from tests.generators.images_api import KEY, ImagesApi, error


@pytest.fixture
def api():
    """It runs in a loop and a thread of its own."""
    api, loop = ImagesApi(), asyncio.new_event_loop()
    started: Future[None] = Future()
    stopping = asyncio.Event()

    async def serve():
        async with api:
            started.set_result(None)
            await stopping.wait()

    thread = threading.Thread(target=loop.run_until_complete, args=(serve(),), daemon=True)
    thread.start()
    started.result(10)
    yield api
    loop.call_soon_threadsafe(stopping.set)
    thread.join(10)
    loop.close()


def test_a_task_is_drawn_from_better_words_and_called_back_and_a_bill_that_is_not_paid_is_told(tmp_path, api):
    chosen = {"GENERATOR": "openai", "OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": api.url, "OPENAI_QUALITY": "low"}
    with Receiver() as receiver, Server(tmp_path, **chosen) as server:
        task_id = server.submit("a red bicycle", f"{receiver.url}/hook", size="3:2", nVariants=2, isEnhance=True)
        urls = server.ended(task_id)["response"]["resultUrls"]
        pictures = [server.call("GET", url.partition(str(server.port))[2])[1] for url in urls]
        assert [Image.open(BytesIO(picture)).size for picture in pictures] == [(1536, 1024)] * 2
        until(lambda: receiver.of(task_id), "its callback")
        told = server.ask("GET", f"/api/v1/tasks/{task_id}")["data"]
        assert told["prompt"] == "a red bicycle"
        assert told["promptUsed"].startswith("a red bicycle, ")
        assert {request.fields["prompt"] for request in api.asked} == {told["promptUsed"]}
        names = [event["name"] for event in told["events"]]
        assert names.index("started") < names.index("enhanced") < names.index("progress")

        assert "127.0.0.1 takes the key" in server.command("check")

        api.answers = [error(429, "insufficient_quota", "You exceeded your current quota")]
        unpaid = server.ended(server.submit("a dog"))
        assert (unpaid["errorCode"], unpaid["errorMessage"]) == (500, "Failed to generate image")
        [line] = server.lines("generator.unusable")
        assert line | {"level": "error", "generator": "openai", "reason": "billing"} == line
        assert line["says"] == "You exceeded your current quota"
        assert "billing page" in line["cure"]
        metrics = server.call("GET", "/metrics")[1].decode()
        assert 'heliograph_generator_unusable_total{generator="openai",reason="billing"} 1.0' in metrics
        assert "bicycle" not in server.out + server.err
        assert KEY not in server.out + server.err


def test_without_its_key_the_server_does_not_start_and_says_what_to_set(tmp_path):
    server = Server(tmp_path, GENERATOR="openai")
    server.launch()
    assert server.wait() == 1
    assert "heliograph: the generator openai needs a key: set HELIOGRAPH_OPENAI_API_KEY" in server.err
    assert "Traceback" not in server.err
