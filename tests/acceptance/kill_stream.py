"""A stream of tasks submitted side by side while something dies, and what has to be true of them afterwards."""

import http.client
import json
import re
import threading
import time
from collections import defaultdict
from contextlib import suppress
from itertools import count

from tests.acceptance.server import patient, until

SUBMITTERS = 3
PAUSE_SECONDS, LONG_PAUSE_SECONDS = 0.03, 0.3
"""Between two submits of one; the second while something is waited for."""
FAILURES = (400, 451, 500)
SLOW_SECONDS, END_SECONDS = 0.25, 30.0
GENERATE = "/api/v1/gpt4o-image/generate"
READ_LATE_SECONDS = 0.5
"""How much later than it arrived a receiver on a busy machine may have read something."""


def prompt_of(number):
    """Every third task takes its time, every fifth fails."""
    delay = f" #delay={0.2 + 0.2 * (number % 4):.1f}" if number % 3 == 0 else ""
    return f"task {number}{delay}" + (f" #fail={code_of(number)}" if number % 5 == 0 else "")


def code_of(number):
    return 200 if number % 5 else FAILURES[number // 5 % 3]


def slow_answer():
    """After it another connection is needed."""
    time.sleep(SLOW_SECONDS)
    return 200, {"Connection": "close"}


class Stream:
    """Submits to these servers in turn, nothing twice, and remembers which tasks were acknowledged.

    Every fourth callback is answered slowly. `path` is where they arrive, for this stream alone.
    """

    def __init__(self, name, servers, receiver):
        self.name = name
        self.path = "/" + re.sub(r"\W+", "-", name).strip("-")
        self.pause_seconds = PAUSE_SECONDS
        self.acknowledged = {}
        self.unanswered = self.refused = 0
        self._servers, self._receiver = servers, receiver
        self._numbers = count(1)
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._submit_all) for _ in range(SUBMITTERS)]
        receiver.answers[f"{self.path}/slow"] = slow_answer

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self._over.set()
        for thread in self._threads:
            thread.join()

    def goes_on(self, tasks=12):
        """Returns when so many more have been acknowledged."""
        self.pause_seconds = PAUSE_SECONDS
        enough = len(self.acknowledged) + tasks
        until(lambda: len(self.acknowledged) >= enough, f"{tasks} more tasks are acknowledged", patient(20))

    def slows_down(self):
        self.pause_seconds = LONG_PAUSE_SECONDS

    def _submit_all(self):
        while not self._over.wait(self.pause_seconds):
            number = next(self._numbers)
            self._submit(self._servers[number % len(self._servers)], number)

    def _submit(self, server, number):
        url = f"{self._receiver.url}{self.path}/{'quick' if number % 4 else 'slow'}"
        try:
            answer = server.ask("POST", GENERATE, {"prompt": prompt_of(number), "size": "1:1", "callBackUrl": url})
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            self.unanswered += 1  # Whether this one was stored nobody knows, and nobody was told an id.
            return
        if answer["code"] == 200:
            self.acknowledged[answer["data"]["taskId"]] = number
        else:
            assert answer["code"] == 500, answer
            self.refused += 1

    # --- what came of it

    def arrivals(self):
        found = defaultdict(list)
        for arrival in list(self._receiver.arrivals):
            if arrival.path.startswith(f"{self.path}/"):
                found[arrival.task_id].append(arrival)
        return found

    def wait_for_its_end(self, place):
        """If there is none, what has come of the tasks says why."""
        with suppress(AssertionError):
            until(lambda: self._is_over(place), "every task and every callback has its end", patient(END_SECONDS))

    def _is_over(self, place):
        """Every task that is there has its end and so has every callback."""
        open_ones = (
            f"SELECT (SELECT count(*) FROM task WHERE callback_url LIKE '%{self.path}/%' AND finished_at IS NULL)"  # noqa: S608  # our own words
            f" + (SELECT count(*) FROM delivery WHERE url LIKE '%{self.path}/%' AND ended_at IS NULL)"
        )
        return place.rows(open_ones) == [(0,)] and self.acknowledged.keys() <= self.arrivals().keys()


class Outcome:
    """What is on record of a stream's tasks, and what its receiver saw of them."""

    def __init__(self, stream, place):
        self.acknowledged = dict(stream.acknowledged)
        self.arrivals = stream.arrivals()
        mine = f"SELECT id FROM task WHERE callback_url LIKE '%{stream.path}/%'"  # noqa: S608  # our own words
        ended = "name IN ('succeeded', 'failed', 'cancelled')"
        self.tasks = {row[0] for row in place.rows(mine)}
        self.ends = dict(
            place.rows(f"SELECT task_id, count(*) FROM task_event WHERE {ended} AND task_id IN ({mine}) GROUP BY 1")  # noqa: S608
        )
        self.callbacks = place.rows(f"SELECT task_id, state FROM delivery WHERE task_id IN ({mine})")  # noqa: S608
        delivered = f"verdict = 'delivered' AND delivery_id IN (SELECT id FROM delivery WHERE task_id IN ({mine}))"  # noqa: S608
        self.delivered = dict(
            place.rows(f"SELECT delivery_id, count(*) FROM receipt WHERE {delivered} GROUP BY 1")  # noqa: S608
        )

    @property
    def lost(self):
        """Those who were told an id, and of whom there is no end or no callback."""
        return [task for task in self.acknowledged if not (self.ends.get(task) and self.arrivals.get(task))]

    @property
    def duplicated(self):
        return {task: arrived for task, arrived in self.arrivals.items() if len(arrived) > 1}

    def check(self, *, may_be_twice):
        """`may_be_twice(task, arrival)` says whether the bytes of that first arrival may have to go out again."""
        assert self.lost == []
        assert self.acknowledged.keys() <= self.tasks
        assert self.ends == dict.fromkeys(self.tasks, 1)
        assert sorted(self.callbacks) == sorted((task, "delivered") for task in self.tasks)
        assert self.delivered == {f"msg_{task}": 1 for task in self.tasks}
        assert self.arrivals.keys() == self.tasks
        for task, arrived in self.arrivals.items():
            assert {arrival.webhook_id for arrival in arrived} == {f"msg_{task}"}
            assert len({arrival.body for arrival in arrived}) == 1
            if task in self.acknowledged:
                assert json.loads(arrived[0].body)["code"] == code_of(self.acknowledged[task])
        unexpected = [task for task, arrived in self.duplicated.items() if not may_be_twice(task, arrived[0])]
        assert unexpected == []
