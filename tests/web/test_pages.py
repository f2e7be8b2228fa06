"""What the operator asks: alive, ready, metrics, and the documentation."""

import base64
import re
from datetime import timedelta

import httpx
import pytest
from prometheus_client import Counter
from prometheus_client.parser import text_string_to_metric_families

from heliograph.web.routes import pages_app
from tests.samples import KEY, a_delivery, success
from tests.web.world import BASE_URL, GENERATE, RECORD_INFO, code_of


@pytest.fixture
async def anybody(world):
    async with world.client(key=None) as client:
        yield client


async def test_a_process_that_runs_is_alive_whatever_its_store_does(world, anybody):
    world.break_store()
    response = await anybody.get("/healthz")
    assert (response.status_code, response.json()) == (200, {"status": "ok"})


async def test_it_is_ready_while_the_store_answers_and_the_workers_run(anybody):
    response = await anybody.get("/readyz")
    assert (response.status_code, response.json()) == (200, {"status": "ready"})


async def test_it_is_not_ready_while_the_store_fails_and_says_why(world, anybody):
    world.break_store()
    response = await anybody.get("/readyz")
    assert response.status_code == 503
    assert response.json()["status"] == "not ready"
    assert "full" in response.json()["reason"]
    world.store.error = None
    assert (await anybody.get("/readyz")).status_code == 200


async def test_it_is_not_ready_once_the_workers_stop(world, anybody):
    world.working = False
    response = await anybody.get("/readyz")
    assert (response.status_code, response.json()["reason"]) == (503, "the workers are not running")


async def test_the_metrics_hold_what_the_store_holds_and_what_the_process_counted(world, anybody):
    Counter("heliograph_tasks_accepted", "Tasks accepted", registry=world.registry).inc(7)
    await world.running()
    await world.queued()
    await world.queued()
    response = await anybody.get("/metrics")
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/plain")
    samples = {
        (sample.name, *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(response.text)
        for sample in family.samples
    }
    assert samples["heliograph_tasks", "queued"] == 2
    assert samples["heliograph_tasks", "running"] == 1
    assert samples["heliograph_deliveries", "owed"] == 0
    assert samples["heliograph_deliveries", "sending"] == 0
    assert samples["heliograph_oldest_due_callback_seconds",] == 0
    assert samples["heliograph_tasks_accepted_total",] == 7


async def test_the_metrics_tell_since_when_the_oldest_callback_is_owed_and_due(world, anybody):
    running = await world.running()
    owed_at = world.clock.now()
    delivery = a_delivery(running, created_at=owed_at, due_at=owed_at + timedelta(seconds=60))
    await world.store.finish_tasks([success(running, delivery=delivery, at=owed_at)])
    world.clock.move(seconds=90)
    text = (await anybody.get("/metrics")).text
    assert "heliograph_oldest_owed_callback_seconds 90.0" in text
    assert "heliograph_oldest_due_callback_seconds 30.0" in text


async def test_the_documentation_needs_nothing_from_outside(anybody):
    page = await anybody.get("/docs")
    assert page.status_code == 200
    named = re.findall(r"""(?:src|href)=["']([^"']+)""", page.text)
    assert any(name.endswith(".js") for name in named)
    assert any(name.endswith(".css") for name in named)
    for name in named:
        assert not re.match("(https?:)?//", name), name
        assert (await anybody.get(name)).status_code == 200, name
    outside = set(re.findall(r"https?://[^\s\"'<>]+", page.text)) - {BASE_URL}
    assert outside == set()
    assert "/openapi.json" in page.text


async def test_a_key_is_asked_for_below_the_api_only(anybody):
    for path in ("/healthz", "/readyz", "/metrics", "/docs", "/openapi.json"):
        assert (await anybody.get(path)).status_code == 200
    assert (await anybody.post(GENERATE)).status_code == 401


async def test_without_an_asymmetric_key_the_key_set_is_empty(anybody):
    response = await anybody.get("/.well-known/jwks.json")
    assert response.json() == {"keys": []}


async def test_the_key_set_holds_the_public_keys_and_nothing_private(world):
    world.secrets += [KEY]
    async with world.client(key=None) as client:
        response = await client.get("/.well-known/jwks.json")
    [key] = response.json()["keys"]
    assert set(key) == {"kty", "crv", "x", "use", "alg", "kid"}
    assert (key["kty"], key["crv"], key["alg"]) == ("OKP", "Ed25519", "EdDSA")
    assert base64.urlsafe_b64decode(key["x"] + "=") == KEY.public_bytes
    assert len(base64.urlsafe_b64decode(key["kid"] + "=")) == 32


async def test_a_process_without_the_api_has_the_operators_pages_and_nothing_else(world):
    transport = httpx.ASGITransport(pages_app(world.services()))
    async with httpx.AsyncClient(transport=transport, base_url=BASE_URL) as worker:
        for path in ("/healthz", "/readyz", "/metrics"):
            assert (await worker.get(path)).status_code == 200
        for path in ("/docs", "/openapi.json", "/files/a.png", RECORD_INFO):
            assert code_of(await worker.get(path)) == 404
