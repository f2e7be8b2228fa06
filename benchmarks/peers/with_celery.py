"""Celery on Redis, delivering with requests."""

import os
import sys
from collections.abc import Iterator

import requests
from celery import Celery, Task
from requests.adapters import HTTPAdapter

from benchmarks.peers.job import (
    BROKER,
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
VISIBILITY_SECONDS = 30
"""Of a message that a worker took: the shortest that leaves room for an attempt. By default it is an hour."""
RESTORE_SECONDS = 5
SETTINGS = (
    f"one process, pool of {IN_FLIGHT} threads, acks_late, reject_on_worker_lost, prefetch multiplier 4 (default), no "
    f"results, no gossip, mingle or heartbeat; visibility timeout {VISIBILITY_SECONDS} s, looked at every "
    f"{RESTORE_SECONDS} s (defaults 1 h and 100 s; it must be longer than the longest delay, here over 300 s); one "
    f"requests session, trust_env off; put in by {CALLERS} threads, one message each"
)

app = Celery("peers", broker=BROKER.replace("unix://", "redis+socket://"))
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_ignore_result=True,
    worker_prefetch_multiplier=4,
    broker_pool_limit=CALLERS,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "visibility_timeout": VISIBILITY_SECONDS,
        "unacked_restore_interval": RESTORE_SECONDS,
        "unacked_restore_throttle": 1,
    },
)
session = requests.Session()
session.trust_env = False
session.mount("http://", HTTPAdapter(pool_connections=64, pool_maxsize=IN_FLIGHT))


@app.task(name="deliver", bind=True, max_retries=len(RETRY_DELAYS))
def deliver(self: Task, task_id: str, url: str, text: str) -> None:
    body = text.encode()
    try:
        answer = session.post(
            url, data=body, headers=headers(task_id, body), timeout=TIMEOUT_SECONDS, allow_redirects=False
        )
        answer.raise_for_status()
    except requests.RequestException as error:
        raise self.retry(exc=error, countdown=RETRY_DELAYS[min(self.request.retries, len(RETRY_DELAYS) - 1)]) from error


def work() -> None:
    options = ["--loglevel=WARNING", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    pool = ["--pool=threads", f"--concurrency={IN_FLIGHT}"]
    os.execv(
        sys.executable,
        [sys.executable, "-m", "celery", "-A", "benchmarks.peers.with_celery", "worker", *pool, *options],
    )


def enqueue(todo: Iterator[Job], rate: float) -> Told:
    return offer_from_threads(todo, rate, lambda job: deliver.delay(job.task_id, job.url, job.body), callers=CALLERS)


if __name__ == "__main__":
    serve_commands(
        packages=["celery", "kombu", "redis", "hiredis", "requests"], settings=SETTINGS, work=work, enqueue=enqueue
    )
