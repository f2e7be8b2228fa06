"""What every system is given: the same callbacks, signed alike, put in alike. Imports nothing but the standard library.

A system is a script with four commands, and finds what it works with in its environment:

    about                        what it is: `{"versions": {…}, "settings": "…"}` as JSON
    prepare                      make the tables it needs
    work                         work until it is ended
    enqueue COUNT RATE URL…      put that many in, so many a second (0: as fast as it can), the URLs in turn;
                                 then `{"began", "ended", "sent": {task id: seconds}}` as JSON, in seconds of the
                                 machine's monotonic clock at the moment before each was put in
"""

import asyncio
import base64
import hashlib
import hmac
import json
import os
import secrets
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib.metadata import version
from itertools import islice

BROKER = os.environ.get("PEER_BROKER", "")
"""The address of the Redis or PostgreSQL that is there for this measurement."""
IN_FLIGHT = 200
TIMEOUT_SECONDS = 15
RETRY_DELAYS = (10, 60, 300)
"""Seconds before the second, the third and the fourth attempt."""
GONE_SECONDS = 15
"""After so long without a sign of life a worker counts as dead, where a system has such a setting."""
KEY = b"0123456789abcdef0123456789abcdef"
LINK = "http://127.0.0.1:8000/files/{}_1.png?expires=1796593309&signature=w2FICl7gm3s2ClSlzJLe4BHcaOadZp4CCAwz3YWa6P4"


@dataclass(frozen=True, slots=True)
class Job:
    """One callback."""

    task_id: str
    url: str
    body: str


@dataclass(slots=True)
class Told:
    """When each was put in."""

    began: float = field(default_factory=time.monotonic)
    sent: dict[str, float] = field(default_factory=dict)

    def note(self, jobs: Sequence[Job]) -> None:
        now = time.monotonic()
        self.sent |= {job.task_id: now for job in jobs}


def headers(task_id: str, body: bytes) -> dict[str, str]:
    """Of one attempt: signed as Standard Webhooks wants it."""
    at, webhook_id = str(int(time.time())), f"msg_{task_id}"
    digest = hmac.digest(KEY, f"{webhook_id}.{at}.".encode() + body, hashlib.sha256)
    return {
        "Content-Type": "application/json",
        "webhook-id": webhook_id,
        "webhook-timestamp": at,
        "webhook-signature": "v1," + base64.b64encode(digest).decode(),
    }


def jobs(count: int, urls: Sequence[str]) -> Iterator[Job]:
    for number in range(count):
        task_id = f"{time.time_ns() // 1_000_000:012x}{secrets.token_hex(10)}"
        data = {"taskId": task_id, "info": {"result_urls": [LINK.format(task_id)]}}
        body = json.dumps({"code": 200, "msg": "success", "data": data}, separators=(",", ":"))
        yield Job(task_id, urls[number % len(urls)], body)


async def offer(
    todo: Iterator[Job], rate: float, put: Callable[[list[Job]], Awaitable[object]], *, callers: int, batch: int = 1
) -> Told:
    """Put in by so many callers at once, a batch each; at a rate, each alone when its moment has come."""
    told, number = Told(), 0

    async def call() -> None:
        nonlocal number
        while some := list(islice(todo, 1 if rate else batch)):
            at, number = told.began + (number / rate if rate else 0), number + 1
            await asyncio.sleep(max(0.0, at - time.monotonic()))
            told.note(some)
            await put(some)

    await asyncio.gather(*(call() for _ in range(callers)))
    return told


def offer_from_threads(todo: Iterator[Job], rate: float, put: Callable[[Job], object], *, callers: int) -> Told:
    """As `offer`, for a library that blocks, and has no batches."""
    told = Told()

    def one(number: int, job: Job) -> None:
        if rate:
            time.sleep(max(0.0, told.began + number / rate - time.monotonic()))
        told.note([job])
        put(job)

    with ThreadPoolExecutor(callers) as pool:
        for done in [pool.submit(one, number, job) for number, job in enumerate(todo)]:
            done.result()
    return told


def serve_commands(
    *,
    packages: Sequence[str],
    settings: str,
    work: Callable[[], object],
    enqueue: Callable[[Iterator[Job], float], Told],
    prepare: Callable[[], object] = lambda: None,
) -> None:
    """Do what the command line says."""
    match sys.argv[1:]:
        case ["about"]:
            _tell({"versions": {name: version(name) for name in packages}, "settings": settings})
        case ["prepare"]:
            prepare()
        case ["work"]:
            work()
        case ["enqueue", count, rate, *urls]:
            told = enqueue(jobs(int(count), urls), float(rate))
            _tell({"began": told.began, "ended": time.monotonic(), "sent": told.sent})
        case other:
            raise SystemExit(f"unknown command {other}: about, prepare, work, or enqueue COUNT RATE URL…")


def _tell(what: Mapping[str, object]) -> None:
    left = memoryview(json.dumps(what).encode() + b"\n")
    os.set_blocking(1, True)  # An event loop may have changed that, and then only the beginning would be written.
    while left:
        left = left[os.write(1, left) :]
