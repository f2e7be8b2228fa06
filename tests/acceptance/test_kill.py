"""What was acknowledged comes to one end and is called back, however often the process is killed."""

import http.client
import json
import random
import secrets
import sqlite3
import threading
import time
from collections import defaultdict
from contextlib import closing

import pytest

from heliograph.flow.generate import TRIES_ALLOWED
from tests.acceptance.server import Receiver, Server, until

ROUNDS = 20
TASKS = 320
PER_ROUND = TASKS // ROUNDS + 4
SUBMITTERS = 4
FAILURES = {"400": 400, "451": 451, "500": 500}


def prompt_of(number):
    """Every third task takes its time, every fifth fails."""
    delay = f" #delay={0.03 * (number % 7):.2f}" if number % 3 == 0 else ""
    failure = f" #fail={list(FAILURES)[number % 3]}" if number % 5 == 0 else ""
    return f"task {number}{delay}{failure}"


class Submitters:
    """Submit tasks side by side, and remember which were acknowledged; nothing is submitted twice."""

    def __init__(self, server, url):
        self.server, self.url = server, url
        self.acknowledged = {}
        self._number = 0
        self._lock = threading.Lock()

    def round(self, most, *, after_each=lambda: None):
        """Threads that submit until so many are acknowledged or the server is gone."""
        enough = len(self.acknowledged) + most
        threads = [threading.Thread(target=self._submit, args=(enough, after_each)) for _ in range(SUBMITTERS)]
        for thread in threads:
            thread.start()
        return threads

    def _submit(self, enough, after_each):
        while len(self.acknowledged) < enough:
            with self._lock:
                self._number += 1
                number = self._number
            try:
                task_id = self.server.submit(prompt_of(number), self.url)
            except (OSError, http.client.HTTPException, json.JSONDecodeError):
                return  # The server is gone: whether this one was stored nobody knows, and nobody was told an id.
            self.acknowledged[task_id] = number
            after_each()


def killed_while_starting(server, chance):
    server.launch()
    time.sleep(chance.uniform(0.0, 1.5))
    server.kill()


def killed_right_after_an_acknowledgement(server, submitters, chance):
    server.start()
    left = [chance.randrange(1, PER_ROUND)]

    def kill_at_the_last():
        left[0] -= 1
        if left[0] == 0:
            server.process.kill()

    for thread in submitters.round(PER_ROUND, after_each=kill_at_the_last):
        thread.join()
    server.kill()


def killed_at_some_moment(server, submitters, chance):
    server.start()
    threads = submitters.round(PER_ROUND)
    time.sleep(chance.uniform(0.0, 0.4))
    server.kill()
    for thread in threads:
        thread.join()


def rows_of(server, query):
    with closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as db:
        return dict(db.execute(query).fetchall())


def ends_of(server):
    """How many ends the timeline of each task holds."""
    ends = "('succeeded', 'failed', 'cancelled')"
    return rows_of(server, f"SELECT task_id, count(*) FROM task_event WHERE name IN {ends} GROUP BY 1")  # noqa: S608


def tries_of(server):
    return rows_of(server, "SELECT id, tries FROM task")


def code_of(record):
    return record["errorCode"] or 200


@pytest.mark.timeout(240)
def test_what_was_acknowledged_ends_once_and_is_called_back_whatever_is_killed(tmp_path):
    seed = secrets.randbits(32)
    print(f"seed {seed}")  # noqa: T201  # shown when the test fails
    chance = random.Random(seed)
    server = Server(tmp_path, GENERATE_CONCURRENCY=4, CALLBACK_RETRY_DELAYS="0.2,0.2,0.2")
    kinds = [killed_at_some_moment] * (ROUNDS - 7) + [killed_right_after_an_acknowledgement] * 7
    chance.shuffle(kinds)
    with Receiver() as receiver:
        submitters = Submitters(server, f"{receiver.url}/back")
        try:
            for number, kill in enumerate(kinds):
                kill(server, submitters, chance)
                if number % 7 == 0:
                    killed_while_starting(server, chance)
            server.start()
            for thread in submitters.round(max(0, TASKS - len(submitters.acknowledged))):
                thread.join()
            records = {task_id: server.ended(task_id) for task_id in submitters.acknowledged}
            until(lambda: records.keys() <= {arrival.task_id for arrival in list(receiver.arrivals)}, "every callback")
            assert {task_id: server.record(task_id) for task_id in records} == records
            until(lambda: b'"owed"} 0.0' in server.call("GET", "/metrics")[1], "nothing is owed")
            assert server.stop() == 0
        finally:
            server.__exit__()
    told(submitters.acknowledged, records, receiver, ROUNDS + (ROUNDS + 6) // 7)
    check_records(submitters.acknowledged, records, ends_of(server), tries_of(server))
    check_arrivals(records, receiver)


def told(acknowledged, records, receiver, kills):
    lost = len(acknowledged.keys() - {arrival.task_id for arrival in receiver.arrivals})
    duplicated = len(receiver.arrivals) - len({arrival.webhook_id for arrival in receiver.arrivals})
    line = f"tasks {len(records)}, kills {kills}, lost {lost}, duplicated {duplicated}"
    print(line)  # noqa: T201  # the line that the test is for
    assert (lost, kills >= 20, len(records) >= 300) == (0, True, True), line


def check_records(acknowledged, records, ends, tries):
    for task_id, number in acknowledged.items():
        expected = FAILURES[list(FAILURES)[number % 3]] if number % 5 == 0 else 200
        if tries[task_id] > TRIES_ALLOWED:
            # Killed under way that often, a task is held to be what kills.
            expected = 500
        assert code_of(records[task_id]) == expected, (number, tries[task_id], records[task_id])
        assert ends[task_id] == 1
    assert set(ends.values()) == {1}


def check_arrivals(records, receiver):
    bodies, ids = defaultdict(set), defaultdict(set)
    for arrival in receiver.arrivals:
        bodies[arrival.task_id].add(arrival.body)
        ids[arrival.task_id].add(arrival.webhook_id)
    for task_id, record in records.items():
        assert (len(bodies[task_id]), len(ids[task_id])) == (1, 1)
        callback = json.loads(next(iter(bodies[task_id])))
        assert callback["code"] == code_of(record)
        urls = callback["data"]["info"]["result_urls"] if record["response"] else None
        assert urls == (record["response"] or {}).get("result_urls")
