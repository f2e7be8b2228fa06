"""A backup that was made under load, as the page says, is restored elsewhere: what was acknowledged before is there."""

import http.client
import json
import os
import shutil
import sqlite3
import subprocess
import threading
import urllib.request
from contextlib import closing

import pytest

from tests.acceptance.server import Receiver, Server, until
from tests.docs.blocks import ROOT, blocks_of

SUBMITTERS = 4
BEFORE, AFTER = 120, 20
"""Tasks acknowledged before the backup begins, and since it was made until the kill."""
PNG_START = b"\x89PNG\r\n\x1a\n"
SETTINGS = {"GENERATE_CONCURRENCY": 4, "CALLBACK_RETRY_DELAYS": "1" + ",1" * 60}


def prompt_of(number):
    """Most are quick; some are still being drawn when the backup is made."""
    return f"task {number} #delay={(0, 0, 0.05, 3)[number % 4]}"


class Load:
    """Submits from several threads until the server is gone; every third task calls a receiver that is down."""

    def __init__(self, server, receiver):
        self.server, self.receiver = server, receiver
        self.acknowledged = []
        self._threads = [threading.Thread(target=self._submit, args=(first,)) for first in range(SUBMITTERS)]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.server.kill()
        for thread in self._threads:
            thread.join()

    def _submit(self, number):
        while True:
            path = "/down" if number % 3 == 0 else "/back"
            try:
                self.acknowledged.append(self.server.submit(prompt_of(number), f"{self.receiver.url}{path}"))
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                return  # The server is gone, and nobody was told an id.
            number += SUBMITTERS


def as_told(word, folder, **environment):
    """What the page on operations tells to do with that, word by word."""
    [block] = [block for block in blocks_of(ROOT / "docs/operations.md") if word in block.text]
    subprocess.run(
        ("bash", "-euo", "pipefail", "-c", block.text),
        cwd=folder, check=True, timeout=60, env=os.environ | environment,
    )  # fmt: skip


def restored(backup, folder):
    data = folder / "heliograph-data"
    data.mkdir(parents=True)
    shutil.copy(backup / "backup.db", data / "heliograph.db")
    shutil.copytree(backup / "backup-images", data / "images")


def open_in(database):
    """Tasks without an end by their ids, and callbacks without one: id to task."""
    with closing(sqlite3.connect(database)) as db:
        tasks = {row[0] for row in db.execute("SELECT id FROM task WHERE finished_at IS NULL")}
        owed = dict(db.execute("SELECT id, task_id FROM delivery WHERE state IN ('owed', 'sending')").fetchall())
    return tasks, owed


def fetched(url):
    with urllib.request.urlopen(url, timeout=10) as response:  # noqa: S310  # a URL of this test
        return response.read(8)


@pytest.mark.timeout(180)
def test_what_was_acknowledged_before_a_backup_is_there_after_the_restore_and_is_called_back(tmp_path):
    first = Server(tmp_path / "first", DATA_DIR=tmp_path / "first/heliograph-data", **SETTINGS)
    with Receiver({"/down": 503}) as receiver:
        with first, Load(first, receiver) as load:
            until(lambda: len(load.acknowledged) >= BEFORE, "so many tasks", 60)
            before = list(load.acknowledged)
            as_told(".backup(", first.folder)
            as_told("copytree(", first.folder)
            after = len(load.acknowledged)
            until(lambda: len(load.acknowledged) >= after + AFTER, "more tasks after the backup", 60)
        unfinished, owed = open_in(first.folder / "backup.db")
        assert unfinished  # the backup was made in mid-work, or this test would say little
        assert owed
        restored(first.folder, tmp_path / "second")
        seen = len(receiver.arrivals)
        ids_before = {arrival.task_id: arrival.webhook_id for arrival in receiver.arrivals}
        receiver.answers = {}
        second = Server(tmp_path / "second", DATA_DIR=tmp_path / "second/heliograph-data", PORT=first.port, **SETTINGS)
        second.port = first.port
        assert "every page was read, and is whole" in second.command("check", "--thorough")
        with second:
            records = {task_id: second.ended(task_id, 60) for task_id in before}
            due = unfinished | set(owed.values())
            until(lambda: due <= {one.task_id for one in receiver.arrivals[seen:]}, "what was owed", 60)
            until(lambda: b'"owed"} 0.0' in second.call("GET", "/metrics")[1], "nothing is owed", 30)
            for task_id, record in records.items():
                assert record["successFlag"] == 1, (task_id, record)
                for url in record["response"]["resultUrls"]:
                    assert fetched(url) == PNG_START
            assert second.stop() == 0
    check_arrivals(receiver.arrivals[seen:], due, owed, ids_before)
    assert second.lines("step.failed") == []


def check_arrivals(arrivals, due, owed, ids_before):
    """What was open comes, with the id that it had; what was delivered before the backup does not come again."""
    came = {arrival.task_id: arrival.webhook_id for arrival in arrivals}
    assert came.keys() == due
    assert {came[task_id] for task_id in owed.values()} == set(owed)
    again = came.keys() & ids_before.keys()
    assert again
    assert {task_id: came[task_id] for task_id in again} == {task_id: ids_before[task_id] for task_id in again}
