"""dramatiq on Redis, delivering with requests."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import dramatiq
import requests
from dramatiq.brokers.redis import RedisBroker
from dramatiq.middleware import CurrentMessage
from requests.adapters import HTTPAdapter

from benchmarks.peers.job import (
    BROKER,
    GONE_SECONDS,
    IN_FLIGHT,
    RETRY_DELAYS,
    TIMEOUT_SECONDS,
    Job,
    Told,
    headers,
    offer_from_threads,
    serve_commands,
)

CALLERS = 16
PROCESSES = 1
SETTINGS = (
    f"dramatiq-gevent, {PROCESSES} process of {IN_FLIGHT // PROCESSES} greenlets, default middleware, heartbeat "
    f"timeout {GONE_SECONDS} s (default 60), maintenance at one in ten commands (default one in a thousand); one "
    f"requests session, trust_env off; put in by {CALLERS} threads, one message each"
)

broker = RedisBroker(url=BROKER, heartbeat_timeout=GONE_SECONDS * 1000, maintenance_chance=100_000)
broker.add_middleware(CurrentMessage())
dramatiq.set_broker(broker)
session = requests.Session()
session.trust_env = False
session.mount("http://", HTTPAdapter(pool_connections=64, pool_maxsize=IN_FLIGHT))


@dramatiq.actor(max_retries=len(RETRY_DELAYS))
def deliver(task_id: str, url: str, text: str) -> None:
    body = text.encode()
    try:
        answer = session.post(
            url, data=body, headers=headers(task_id, body), timeout=TIMEOUT_SECONDS, allow_redirects=False
        )
        answer.raise_for_status()
    except requests.RequestException as error:
        message = CurrentMessage.get_current_message()
        attempt = message.options.get("retries", 0) if message else 0
        delay = RETRY_DELAYS[min(attempt, len(RETRY_DELAYS) - 1)]
        raise dramatiq.errors.Retry(str(error), delay=delay * 1000) from error


def work() -> None:
    command = Path(sys.executable).with_name("dramatiq-gevent")
    size = [f"--processes={PROCESSES}", f"--threads={IN_FLIGHT // PROCESSES}"]
    os.execv(command, [str(command), "benchmarks.peers.with_dramatiq", *size, "--skip-logging"])


def enqueue(todo: Iterator[Job], rate: float) -> Told:
    return offer_from_threads(todo, rate, lambda job: deliver.send(job.task_id, job.url, job.body), callers=CALLERS)


if __name__ == "__main__":
    serve_commands(
        packages=["dramatiq", "gevent", "redis", "hiredis", "requests"], settings=SETTINGS, work=work, enqueue=enqueue
    )
