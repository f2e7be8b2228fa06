"""Several processes on one PostgreSQL: what one has accepted another brings to its end."""

import time
from urllib.parse import urlsplit

import pytest

from tests.acceptance.server import Receiver, Server, until


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
