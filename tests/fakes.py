"""Recording fakes of the ports: each does what it is told and remembers what it was asked."""

import asyncio
from collections import Counter
from collections.abc import Callable

from heliograph.domain.inputs import image_of
from heliograph.domain.verdict import Answer
from heliograph.flow.fetch import Intake
from heliograph.ports import NotFetched, NotOpened, Opened

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


class ScriptedFetcher:
    """Has these bytes at these URLs, and nothing anywhere else; a call is made, an exception raised."""

    def __init__(self, **at):
        self.at = at
        self.asked = []

    async def fetch(self, url, *, most_bytes):  # noqa: ARG002
        self.asked.append(url)
        await asyncio.sleep(0)
        found = self.at.get(url, NotFetched("answered 404: nothing is there: check the URL"))
        if callable(found):
            return await found()
        if isinstance(found, Exception):
            raise found
        return found


class ScriptedReader:
    """Takes `b"2x3"` for an image of two pixels by three, and nothing else for one."""

    def __init__(self):
        self.opened = []

    async def open(self, data, *, is_mask=False):
        self.opened.append((bytes(data), is_mask))
        width, _, height = bytes(data).decode().partition("x")
        if not height:
            return NotOpened("it is no image: send a JPEG, PNG or WebP")
        png = b"\x89PNG\r\n\x1a\n" + bytes(8) + int(width).to_bytes(4, "big") + int(height).to_bytes(4, "big")
        return Opened(image=image_of(png), width=int(width), height=int(height))


class ScriptedClassifier:
    """Gives a picture the score that `scores` has for it, else 0; an exception is raised."""

    def __init__(self, scores=None):
        self.scores = scores or {}
        self.asked = []

    async def classify(self, image):
        self.asked.append(image)
        await asyncio.sleep(0)
        score = self.scores.get(image, 0.0)
        if isinstance(score, Exception):
            raise score
        return score


def an_intake(blobs, links, **at):
    return Intake(fetcher=ScriptedFetcher(**at), reader=ScriptedReader(), blobs=blobs, links=links)


class RecordingObserver:
    def __init__(self) -> None:
        self.accepted = []
        self.ended = []
        self.failed_tries = []
        self.attempts = []
        self.lanes = []
        self.jumps = []
        self.fetched = []
        self.screened = []
        self.swept_counts: Counter[str] = Counter()
        self.failures: list[tuple[str, BaseException]] = []
        self.unusable = []

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

    def inputs_fetched(self, task, outcome, *, seconds):
        self.fetched.append((task, outcome, seconds))

    def pictures_screened(self, task, what, scores, *, refused, seconds):
        self.screened.append((task.id, what, list(scores), refused, seconds))

    def swept(self, what, count):
        self.swept_counts[what] += count

    def lane_opened(self, lane, *, lanes_open):
        self.lanes.append(("opened", lane, lanes_open))

    def lane_closed(self, lane, *, lanes_open, answered):
        self.lanes.append(("closed" if answered else "left", lane, lanes_open))

    def generator_unusable(self, generator, reason, *, cure, says):
        self.unusable.append((generator, reason, cure, says))

    def step_failed(self, step, error, **_):
        self.failures.append((step, error))


class RecordingHandoff:
    """Has a place for `owner`, or none."""

    def __init__(self, owner=None) -> None:
        self._owner = owner
        self.calls = []

    def reserve(self, lane, key_id):  # noqa: ARG002
        self.calls.append(("reserve", lane))
        return self._owner

    def take(self, item):
        self.calls.append(("take", item))

    def release(self, lane, key_id):  # noqa: ARG002
        self.calls.append(("release", lane))

    def wake(self, lane, key_id):  # noqa: ARG002
        self.calls.append(("wake", lane))
