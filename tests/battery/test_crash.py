"""A process that is killed or has no room: no accepted task without an end, no duplicate before the bytes are out."""

import contextlib
import http.client
import json
import os
import resource
import socket
import sqlite3
import ssl
import threading
from pathlib import Path

import pytest
import trustme

from tests.acceptance.server import Server, until

OK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


class Receiver:
    """Knows the moment: what happens on each connection is told by `on_connection(number)`, which may end it."""

    def __init__(self):
        self.requests = []
        self.answered = threading.Event()
        self.connections = 0
        self.on_connection = lambda _: True
        self.on_request = lambda _: True
        self.context = None

    def __enter__(self):
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()
        return self

    def __exit__(self, *_):
        self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def _serve(self):
        while True:
            try:
                accepted, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            with accepted, contextlib.suppress(OSError, EOFError):
                accepted.settimeout(20)
                if self.on_connection(self.connections):
                    self._answer(self.context.wrap_socket(accepted, server_side=True) if self.context else accepted)

    def _answer(self, connected):
        with connected, connected.makefile("rb") as stream:
            while True:
                self._read(stream)
                if not self.on_request(len(self.requests)):
                    return
                connected.sendall(OK)
                self.answered.set()

    def _read(self, stream):
        head = {}
        while (line := stream.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().strip().partition(": ")
            head[name.lower()] = value
        if not head:
            raise EOFError
        self.requests.append((head["webhook-id"], stream.read(int(head["content-length"]))))


@pytest.fixture
def receiver():
    with Receiver() as receiver:
        yield receiver


@pytest.fixture
def server(tmp_path, receiver):  # noqa: ARG001  # which must end later: the server keeps a connection to it
    with Server(tmp_path, CALLBACK_RETRY_DELAYS="0.5,0.5,0.5") as server:
        yield server


def killed_once(server):
    """Kills the server the first time that it is called."""
    done = threading.Event()

    def kill(_):
        if done.is_set():
            return True
        server.kill()
        done.set()
        return False

    return kill, done


def submit(server, receiver, prompt="a lighthouse", scheme="http"):
    return server.submit(prompt, f"{scheme}://127.0.0.1:{receiver.port}/")


@contextlib.contextmanager
def nothing_can_be_written(server):
    """Another program holds the lock under which the server writes."""
    with contextlib.closing(sqlite3.connect(server.database, timeout=10, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def tasks_and_open_deliveries(server):
    with contextlib.closing(sqlite3.connect(f"file:{server.database}?mode=ro", uri=True)) as db:
        tasks = db.execute("SELECT count(*) FROM task").fetchone()[0]
        return tasks, db.execute("SELECT count(*) FROM delivery WHERE ended_at IS NULL").fetchone()[0]


def all_is_over(server, receiver, task_id, *, arrivals):
    """The task has its end, its callback too, and what arrived was each time the very same."""
    assert server.ended(task_id)["successFlag"] == 1
    until(lambda: tasks_and_open_deliveries(server) == (1, 0), "the end of the delivery")
    assert len(receiver.requests) == arrivals
    assert len(set(receiver.requests)) == 1
    assert json.loads(receiver.requests[0][1])["data"]["taskId"] == task_id


def test_killed_before_the_commit_of_a_task_it_was_not_accepted_and_is_not_there(server, receiver):
    said = []

    def ask():
        try:
            said.append(submit(server, receiver))
        except (OSError, http.client.HTTPException) as error:
            said.append(error)

    with nothing_can_be_written(server):
        asking = threading.Thread(target=ask)
        asking.start()
        asking.join(0.3)
        assert said == []
        server.kill()
        asking.join()
    assert [type(one) for one in said] != [str]
    server.start()
    assert tasks_and_open_deliveries(server) == (0, 0)
    assert receiver.requests == []


def test_killed_after_the_commit_of_a_task_it_is_drawn_and_called_back_once(server, receiver):
    task_id = submit(server, receiver, "#delay=0.5")
    server.kill()
    server.start()
    all_is_over(server, receiver, task_id, arrivals=1)


def test_killed_after_connecting_and_before_the_bytes_are_out_it_is_called_back_once(tmp_path, receiver):
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    receiver.context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    authority.issue_cert("127.0.0.1").configure_cert(receiver.context)
    with Server(tmp_path, EGRESS_CA_BUNDLE=tmp_path / "authority.pem") as server:
        receiver.on_connection, killed = killed_once(server)  # before a word of TLS
        task_id = submit(server, receiver, scheme="https")
        assert killed.wait(20)
        server.start()
        all_is_over(server, receiver, task_id, arrivals=1)
        assert receiver.connections == 2


def test_killed_after_the_bytes_are_out_it_is_called_back_again_with_the_same_id_and_bytes(server, receiver):
    receiver.on_request, killed = killed_once(server)
    task_id = submit(server, receiver)
    assert killed.wait(20)
    server.start()
    all_is_over(server, receiver, task_id, arrivals=2)


def test_killed_after_the_2xx_it_is_called_back_at_most_once_more(server, receiver):
    task_id = submit(server, receiver)
    assert receiver.answered.wait(20)
    server.kill()
    server.start()
    assert server.ended(task_id)["successFlag"] == 1
    until(lambda: tasks_and_open_deliveries(server) == (1, 0), "the end of the delivery")
    assert len(receiver.requests) in {1, 2}
    assert len(set(receiver.requests)) == 1


def test_killed_while_the_2xx_is_being_recorded_it_is_called_back_once_more(server, receiver):
    arrived, locked = threading.Event(), threading.Event()

    def answer_under_the_lock(number):
        if number == 1:
            arrived.set()
            locked.wait(20)
        return True

    receiver.on_request = answer_under_the_lock
    task_id = submit(server, receiver)
    assert arrived.wait(20)
    with nothing_can_be_written(server):
        locked.set()
        server.call("GET", "/healthz")  # it has been round its loop since
        server.kill()
    server.start()
    all_is_over(server, receiver, task_id, arrivals=2)


# --- no room


@contextlib.contextmanager
def limited(server, what, most):
    """The running process has no more than that for a while."""
    soft, hard = resource.prlimit(server.process.pid, what)
    resource.prlimit(server.process.pid, what, (most, hard))
    yield
    resource.prlimit(server.process.pid, what, (soft, hard))


def failed_steps(server):
    return [line for line in server.lines() if line.get("level") == "error"]


def test_while_the_disk_is_full_nothing_is_accepted_and_what_was_accepted_ends_when_there_is_room(server, receiver):
    task_id = submit(server, receiver, "#delay=0.5")
    log = server.database.with_name(server.database.name + "-wal")
    with limited(server, resource.RLIMIT_FSIZE, max(log.stat().st_size, len(server.out) + 20_000)):
        until(lambda: len(failed_steps(server)) > 0, "that the end of the task cannot be written")
        until(lambda: refuses(server, receiver), "that there is no room for another")
        assert receiver.requests == []
    all_is_over(server, receiver, task_id, arrivals=1)


def refuses(server, receiver):
    wish = {"size": "1:1", "prompt": "another", "callBackUrl": f"http://127.0.0.1:{receiver.port}/"}
    return server.ask("POST", "/api/v1/gpt4o-image/generate", wish)["code"] == 500


def none_to_spare(server):
    """The limit under which the process can open nothing: it is about numbers, and all below this one are taken."""
    taken = {int(number) for number in os.listdir(Path(f"/proc/{server.process.pid}/fd"))}  # noqa: PTH208
    return next(number for number in range(len(taken) + 1) if number not in taken)


def test_without_descriptors_an_attempt_fails_and_is_made_again_when_there_are_some(server, receiver):
    first = threading.Event()
    receiver.on_request = lambda number: number > 1 or first.set()
    task_id = submit(server, receiver)
    assert first.wait(20)
    until(lambda: server.lines("delivery.attempted"), "the end of the first attempt, with whose socket another is free")
    with limited(server, resource.RLIMIT_NOFILE, none_to_spare(server)):
        until(lambda: len(server.lines("delivery.attempted")) == 2, "an attempt without a socket")
    all_is_over(server, receiver, task_id, arrivals=2)
    faults = [line["fault"] for line in server.lines("delivery.attempted")]
    assert faults[:2] == ["connection_lost", "internal"]
    assert server.process.poll() is None
