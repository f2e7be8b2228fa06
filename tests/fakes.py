"""Recording fakes of the ports: each does what it is told and remembers what it was asked."""

import asyncio
from collections import Counter
from collections.abc import Callable

from heliograph.domain.verdict import Answer

DELIVERED = Answer(status=200)
PATIENCE_SECONDS = 20.0


async def until(condition: Callable[[], bool], *, seconds: float = PATIENCE_SECONDS) -> None:
    """Wait for a condition, with a deadline."""
    async with asyncio.timeout(seconds):
        while not condition():
            await asyncio.sleep(0.002)


class RecordingSender:
    """Answers what `answers` says, one after the other, then the last one for ever."""

    def __init__(self, *answers: Answer) -> None:
        self._answers = list(answers) or [DELIVERED]
        self.posts: list[tuple[str, bytes, dict[str, str]]] = []

    async def ready(self, url):
        """At any time."""

    async def post(self, url, *, body, headers):
        self.posts.append((url, body, dict(headers)))
        await asyncio.sleep(0)
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


class RecordingObserver:
    def __init__(self) -> None:
        self.accepted = []
        self.ended = []
        self.failed_tries = []
        self.attempts = []
        self.lanes = []
        self.jumps = []
        self.swept_counts: Counter[str] = Counter()
        self.failures: list[tuple[str, BaseException]] = []

    def task_accepted(self, task):
        self.accepted.append(task)

    def try_failed(self, task, failure, *, note):
        self.failed_tries.append((task.generator, failure, note))

    def task_ended(self, task):
        self.ended.append(task)

    def delivery_attempted(self, settlement):
        self.attempts.append(settlement)

    def clock_jumped(self, by_seconds):
        self.jumps.append(by_seconds)

    def swept(self, what, count):
        self.swept_counts[what] += count

    def lane_opened(self, lane, *, lanes_open):
        self.lanes.append(("opened", lane, lanes_open))

    def lane_closed(self, lane, *, lanes_open):
        self.lanes.append(("closed", lane, lanes_open))

    def step_failed(self, step, error, **_):
        self.failures.append((step, error))


class RecordingHandoff:
    """Has a place for `owner`, or none."""

    def __init__(self, owner=None) -> None:
        self._owner = owner
        self.calls = []

    def reserve(self, lane):
        self.calls.append(("reserve", lane))
        return self._owner

    def take(self, item):
        self.calls.append(("take", item))

    def release(self, lane):
        self.calls.append(("release", lane))

    def wake(self, lane):
        self.calls.append(("wake", lane))
