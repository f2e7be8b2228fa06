"""Processes that share a PostgreSQL and have one role each, and the commands beside them."""

import asyncio
import json
import threading
import time
from urllib.parse import urlsplit

import pytest
from standardwebhooks import Webhook, WebhookVerificationError

from tests.acceptance.server import Receiver, Server, until
from tests.postgres import fetch

FIRST_KEY, FIRST_SECRET = "API key, shown only now:", "Signing secret, shown only now:"


@pytest.fixture
def shared(tmp_path, database_url):
    """What all processes have in common. No lease runs out while a test runs."""
    return {"DATABASE_URL": database_url, "DATA_DIR": tmp_path / "shared", "LEASE_SECONDS": 600}


@pytest.fixture
def api(tmp_path, shared):
    with Server(tmp_path / "api", "serve", "--roles", "api", **shared) as api:
        yield api


@pytest.fixture
def receiver():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def worker(tmp_path, shared, api):
    """A worker that has yet to be started, with the settings of the server beside it."""

    def worker(name, *words):
        return Server(tmp_path / name, "work", *words, **shared, PORT=api.port, GENERATE_CONCURRENCY=20)

    return worker


def test_one_process_answers_one_draws_and_one_calls_back(api, worker, receiver):
    waiting = api.submit("a red bicycle", f"{receiver.url}/cb")
    with worker("drawing", "--roles", "generate") as drawing:
        api.ended(waiting)
        assert receiver.arrivals == []
        with worker("calling", "--roles", "deliver") as calling:
            tasks = {waiting, *(api.submit(f"a tree #fail={code}", f"{receiver.url}/cb") for code in (400, 451))}
            until(lambda: all(receiver.of(task) for task in tasks), "every callback")
            until(lambda: len(calling.lines("delivery.attempted")) == 3, "every line")
            done = [
                (tasks_in(one, "task.ended"), tasks_in(one, "delivery.attempted")) for one in (api, drawing, calling)
            ]
            assert done == [(set(), set()), (tasks, set()), (set(), tasks)]
            [picture] = api.record(waiting)["response"]["resultUrls"]
            parts = urlsplit(picture)
            assert api.call("GET", f"{parts.path}?{parts.query}", key="")[0] == 200
            assert calling.ask("GET", "/api/v1/chat/credit")["code"] == 404
            assert "works as deliver from PostgreSQL at" in calling.err
            assert [calling.stop(), drawing.stop(), api.stop()] == [0, 0, 0]


def tasks_in(process, event):
    return {line["task"] for line in process.lines(event)}


def test_what_a_killed_worker_was_drawing_and_calling_back_another_takes_up_without_waiting_for_its_lease(
    api, worker, receiver, database_url
):
    killed = threading.Event()
    receiver.answers = {"/slow": lambda: (200 if killed.wait(60) else 500, {})}
    with worker("first") as first:
        calling = [api.submit("a tree", f"{receiver.url}/slow") for _ in range(5)]
        drawing = [api.submit("a red bicycle #delay=8", f"{receiver.url}/cb") for _ in range(10)]
        until(lambda: len(receiver.arrivals) == 5, "five callbacks under way")
        until(lambda: states(database_url) == {("running", 1, 10), ("succeeded", 1, 5)}, "ten are being drawn")
        with worker("other"):
            first.kill()
            began = time.monotonic()
            killed.set()
            until(lambda: ("running", 2, 10) in states(database_url), "the ten are being drawn again")
            until(lambda: len(receiver.arrivals) == 10, "the five are sent again")
            # Usually within two seconds; a busy machine gets more, and still far less than the lease.
            assert time.monotonic() - began < 10
            for task in drawing:
                assert api.ended(task)["successFlag"] == 1
            until(lambda: all(receiver.of(task) for task in drawing), "every callback")
            until(lambda: states_of_callbacks(api) == ["delivered"] * 15, "every callback is settled")
    assert [len(receiver.of(task)) for task in drawing] == [1] * 10
    assert [{arrival.webhook_id for arrival in receiver.of(task)} for task in calling] == [
        {f"msg_{task}"} for task in calling
    ]
    assert [len(receiver.of(task)) for task in calling] == [2] * 5


def states(url):
    """State, tries and how many tasks have both."""
    return set(asyncio.run(fetch(url, "SELECT state, tries, count(*) FROM task GROUP BY state, tries")))


def states_of_callbacks(server):
    return [each["state"] for each in server.ask("GET", "/api/v1/deliveries")["data"]["items"]]


def test_processes_that_start_at_once_on_an_empty_database_agree_on_the_first_key_and_secret(tmp_path, databases):
    settings = {
        "DATABASE_URL": asyncio.run(databases.make()),
        "DATA_DIR": tmp_path / "shared",
        "API_KEYS": None,
        "SIGNING_SECRETS": None,
    }
    pair = [Server(tmp_path / name, **settings) for name in "ab"]
    try:
        for server in pair:
            server.launch()
        for server in pair:
            until(lambda server=server: answers(server), "an answer")
        said = [server.err for server in pair]
        assert ["".join(said).count(words) for words in (FIRST_KEY, FIRST_SECRET)] == [1, 1]
        key = "".join(said).split(FIRST_KEY)[1].split()[0]
        assert [server.call("GET", "/api/v1/chat/credit", key=key)[0] for server in pair] == [200, 200]
    finally:
        for server in pair:
            server.kill()


def answers(server):
    assert server.process.poll() is None, server.err
    try:
        return server.call("GET", "/readyz")[0] == 200
    except OSError:
        return False


def test_the_operators_commands_work_beside_a_server_on_postgresql(tmp_path, shared, receiver):
    receiver.answers = {"/down": 503}
    with Server(tmp_path, **shared | {"SIGNING_SECRETS": None, "CALLBACK_RETRY_DELAYS": ""}) as server:
        old = server.err.split(FIRST_SECRET)[1].split()[0]
        task = server.submit(callback_url=f"{receiver.url}/down")
        until(lambda: states_of_callbacks(server) == ["given_up"], "it is given up")
        [row] = [json.loads(line) for line in server.command("deliveries", "--json").splitlines()]
        assert (row["taskId"], row["state"]) == (task, "given_up")
        assert "attempt 1: give_up" in server.command("deliveries", row["id"])
        assert "attempt 1: delivered" in server.command("callback-test", f"{receiver.url}/sample")
        [sample] = [arrival for arrival in receiver.arrivals if arrival.path == "/sample"]
        assert Webhook(old).verify(sample.body.decode(), sample.headers)
        new = server.command("secrets", "rotate", "--overlap", "0").strip()
        assert len(server.command("secrets", "list").splitlines()) == 2
        receiver.answers = {}
        # The sender has a new secret within seconds; one that is sent again before is signed with the old one.
        until(lambda: signs_with(new, server, receiver), "the new one signs")
        assert server.command("replay", "--state", "given_up").startswith("Sends 1 again")
        until(lambda: states_of_callbacks(server).count("delivered") == len(states_of_callbacks(server)), "it is sent")
        assert len(receiver.of(task)) == 2


def signs_with(secret, server, receiver):
    task = server.submit(callback_url=f"{receiver.url}/cb")
    [arrival] = until(lambda: receiver.of(task), "the callback")
    try:
        return Webhook(secret).verify(arrival.body.decode(), arrival.headers)
    except WebhookVerificationError:
        return False


def test_a_command_on_a_database_that_is_not_up_to_date_says_what_to_do(tmp_path, databases):
    url = asyncio.run(databases.make())
    server = Server(tmp_path, DATABASE_URL=url.replace("heliograph@", "heliograph:nothing-to-see@", 1))
    refused = server.command("deliveries", status=1)
    assert "is at revision none and has to be brought to 0002" in refused
    assert "run `heliograph migrate`" in refused
    assert "is at revision 0002" in server.command("migrate")
    assert server.command("deliveries", "--json") == ""
    assert "nothing-to-see" not in refused
