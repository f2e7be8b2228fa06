"""A task on its way, seen from outside: its events as they come, over restarts and from another process; cancelling."""

import http.client
import json
import threading
import time
from urllib.parse import urlsplit

import pytest

from tests.acceptance.server import KEY, Receiver, Server, until


class Stream:
    """Reads a task's events in a thread, until the server closes."""

    def __init__(self, server, task, last=None):
        self.events, self.is_over = [], False
        self._connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        headers = {"Authorization": f"Bearer {KEY}"} | ({} if last is None else {"Last-Event-ID": last})
        self._connection.request("GET", f"/api/v1/tasks/{task}/events", headers=headers)
        threading.Thread(target=self._read, args=(self._connection.getresponse(),), daemon=True).start()

    def _read(self, response):
        fields = {}
        for line in response:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name:
                fields[name] = value
            elif "event" in fields:
                self.events.append((fields["event"], fields["id"], json.loads(fields["data"])))
                fields = {}
        self._connection.close()
        self.is_over = True

    @property
    def names(self):
        return [name for name, _, _ in list(self.events)]

    def of(self, name):
        return [data for told, _, data in list(self.events) if told == name]


def cancelled(server, task):
    answer = server.ask("POST", f"/api/v1/tasks/{task}/cancel")
    assert answer["code"] == 200, answer
    return answer["data"]


def test_events_and_previews_come_while_it_is_drawn_and_the_stream_closes_after_the_end(tmp_path):
    with Server(tmp_path) as server:
        task = server.submit("#delay=3")
        stream = Stream(server, task)
        link = urlsplit(until(lambda: [each["previewUrl"] for each in stream.of("preview")][-1:], "a preview")[0])
        assert server.record(task)["successFlag"] == 0
        status, picture = server.call("GET", f"{link.path}?{link.query}", key="")
        assert (status, picture[:4]) == (200, b"\x89PNG")
        until(lambda: stream.is_over, "the end of the stream")
        assert stream.names[:2] == ["accepted", "started"]
        assert stream.names[-1] == "succeeded"
        shares = [each["progress"] for each in stream.of("progress")]
        assert shares == sorted(shares)
        assert stream.of("succeeded")[0]["record"] == server.record(task)
        assert server.call("GET", f"{link.path}?{link.query}", key="")[0] == 410


def test_a_stream_holds_up_no_stop_and_goes_on_after_the_next_start_without_a_gap(tmp_path):
    server = Server(tmp_path, SHUTDOWN_GRACE_SECONDS="0.3")
    with server:
        task = server.submit("#delay=4")
        before = Stream(server, task)
        until(lambda: before.of("progress"), "progress")
        began = time.monotonic()
        assert server.stop() == 0
        assert time.monotonic() - began < 5
        until(lambda: before.is_over, "the end of the stream")
    with server:
        after = Stream(server, task, before.events[-1][1])
        until(lambda: after.is_over, "the end of the stream")
        whole = Stream(server, task)
        until(lambda: whole.is_over, "the end of the stream")
    # What a preview's link says depends on when it is asked for: only the latest is there.
    assert [told[:2] for told in before.events + after.events] == [told[:2] for told in whole.events]
    assert whole.names[-1] == "succeeded"


@pytest.fixture
def pair(tmp_path, database_url):
    """A server that draws nothing, and a worker that does."""
    settings = {"DATABASE_URL": database_url, "DATA_DIR": tmp_path / "shared", "GENERATE_CONCURRENCY": "rehearsal=1"}
    api = Server(tmp_path / "api", "serve", "--roles", "api,deliver", **settings)
    with Receiver() as receiver, api, Server(tmp_path / "worker", "work", "--roles", "generate", **settings) as worker:
        yield api, worker, receiver


def test_what_another_process_draws_is_told_here_and_stops_there_when_it_is_cancelled_here(pair):
    api, worker, receiver = pair
    task = api.submit("#delay=60", f"{receiver.url}/cb")
    stream = Stream(api, task)
    until(lambda: stream.of("preview"), "a preview", 20)
    assert cancelled(api, task) | {"detail": ""} == {
        "taskId": task,
        "state": "cancelled",
        "cancelled": True,
        "detail": "",
    }
    until(lambda: stream.is_over, "the end of the stream")
    assert stream.names[-1] == "cancelled"
    [arrival] = until(lambda: receiver.of(task), "the callback")
    assert json.loads(arrival.body)["code"] == 400
    # The worker has one place: it would have none for this before the minute is over.
    assert api.ended(api.submit("a tree"), seconds=3)["successFlag"] == 1
    assert worker.lines("step.failed") == []


def test_a_task_falls_back_to_another_generator_and_its_timeline_says_so(tmp_path):
    with Server(tmp_path, FALLBACKS="FLUX_MAX=illustrator", GENERATE_RETRY_DELAYS="0.1") as server:
        falls_back = server.submit("#fail=503 a red bicycle", enableFallback=True)
        ends = server.submit("#fail=503")
        assert server.ended(falls_back)["successFlag"] == 1
        record = server.ended(ends)
        assert (record["errorCode"], record["errorMessage"]) == (500, "Please try again later")
        told = server.ask("GET", f"/api/v1/tasks/{falls_back}")["data"]["events"]
        tries = [(each["name"], each["detail"]) for each in told if each["name"] in ("started", "failed_try")]
        assert tries == [
            ("started", "rehearsal"),
            ("failed_try", "rehearsal: Please try again later; again in 0 s"),
            ("started", "rehearsal"),
            ("failed_try", "rehearsal: Please try again later; now illustrator"),
            ("started", "illustrator"),
        ]
        metrics = server.call("GET", "/metrics")[1].decode()
        assert 'heliograph_tries_failed_total{generator="rehearsal",kind="try_again"} 4.0' in metrics
