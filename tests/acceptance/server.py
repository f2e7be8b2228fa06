"""The real server as a process of its own, and a receiver that knows nothing of it."""

import contextlib
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlencode

KEY = "hg_a-key-for-the-acceptance-tests"
SECRET = "whsec_aGVsaW9ncmFwaC1hY2NlcHRhbmNlLXRlc3RzLXNlY3JldA=="
START_SECONDS, END_SECONDS = 20.0, 20.0


def free_port():
    """A port below those that the system hands out to clients, so that a server can come back to it."""
    while True:
        port = random.randrange(10_000, 32_000)
        with socket.socket() as probe, contextlib.suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port


def patient(seconds):
    """As long, or longer where more than two processes wait for each processor."""
    return seconds * max(1.0, os.getloadavg()[0] / (2 * (os.cpu_count() or 1)))


def until(condition, what, seconds=15.0):
    """Wait for a condition and give back its value."""
    deadline = time.monotonic() + seconds
    while not (value := condition()):
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        time.sleep(0.01)
    return value


class Server:
    """`heliograph serve` with these settings; it can be stopped and started again on the same folder and port.

    With `work` as its words it answers health checks on its port.
    """

    program = "heliograph"

    def __init__(self, folder, *words, **settings):
        self.folder = Path(folder)
        self.words = words or ("serve",)
        self.port = free_port()
        plain = {name: value for name, value in os.environ.items() if not name.startswith("HELIOGRAPH_")}
        chosen = {
            "PORT": self.port,
            "DATA_DIR": self.folder / "data",
            "API_KEYS": KEY,
            "SIGNING_SECRETS": SECRET,
            "GENERATOR": "rehearsal",
            "EGRESS_ALLOW": "127.0.0.1/32",
            "SUBMIT_RATE": "0",
            "RECORD_INFO_RATE": "0",
        } | settings
        if "work" in self.words:
            chosen["WORK_PORT"] = self.port
        named = {f"HELIOGRAPH_{name}": str(value) for name, value in chosen.items() if value is not None}
        self.environment = plain | named
        self.database = self.folder / "data" / "heliograph.db"
        self.process = None

    def launch(self):
        """Start the process without waiting for anything."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "out").open("ab") as out, (self.folder / "err").open("ab") as err:
            command = [sys.executable, "-m", self.program, *self.words]
            self.process = subprocess.Popen(command, env=self.environment, cwd=self.folder, stdout=out, stderr=err)

    def start(self):
        self.launch()
        self.wait_until_ready()
        return self

    def wait_until_ready(self, seconds=START_SECONDS):
        until(self._is_ready, f"ready; it said: {self.err}", seconds)

    def command(self, *words, status=0, **settings):
        """Another command with the server's variables, to its end: what it printed."""
        environment = self.environment | {f"HELIOGRAPH_{name}": value for name, value in settings.items()}
        done = subprocess.run(
            [sys.executable, "-m", "heliograph", *words],
            env=environment, cwd=self.folder, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == status, f"{words} ended with {done.returncode}: {done.stdout} {done.stderr}"
        return done.stderr if status else done.stdout

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self):
        """SIGTERM; the exit code."""
        self.signal(signal.SIGTERM)
        return self.wait()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def wait(self):
        return self.process.wait(END_SECONDS)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.kill()

    def _is_ready(self):
        if self.process.poll() is not None:
            raise AssertionError(f"it ended with {self.process.returncode} and said: {self.err} {self.out[-2000:]}")
        try:
            return self.call("GET", "/readyz")[0] == 200
        except OSError:
            return False

    # --- what it says

    @property
    def out(self):
        return (self.folder / "out").read_text()

    @property
    def err(self):
        path = self.folder / "err"
        return path.read_text() if path.exists() else ""

    def lines(self, event=None):
        """Its log lines, parsed; the last may still be on its way."""
        lines = [json.loads(line) for line in self.out.splitlines(keepends=True) if line.endswith("\n")]
        return [line for line in lines if event in (None, line["event"])]

    # --- what it is asked

    def call(self, method, path, body=None, key=KEY):
        """Status and body of one request; nothing is tried again."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            headers = {"Authorization": f"Bearer {key}"} | ({"Content-Type": "application/json"} if body else {})
            connection.request(method, path, json.dumps(body) if body else None, headers)
            response = connection.getresponse()
            return response.status, response.read()
        finally:
            connection.close()

    def ask(self, method, path, body=None, key=KEY):
        return json.loads(self.call(method, path, body, key)[1])

    def submit(self, prompt="a red bicycle", callback_url="", key=KEY, **more):
        wish = {"size": "1:1", "prompt": prompt, "callBackUrl": callback_url, **more}
        answer = self.ask("POST", "/api/v1/gpt4o-image/generate", wish, key)
        assert answer["code"] == 200, answer
        return answer["data"]["taskId"]

    def record(self, task_id):
        answer = self.ask("GET", "/api/v1/gpt4o-image/record-info?" + urlencode({"taskId": task_id}))
        assert answer["code"] == 200, answer
        return answer["data"]

    def ended(self, task_id, seconds=20.0):
        """The record of a task once it has ended."""

        def end():
            record = self.record(task_id)
            return record if record["successFlag"] else None

        return until(end, f"the end of {task_id}", seconds)


@dataclass(frozen=True)
class Arrival:
    at: float
    path: str
    headers: dict
    body: bytes

    @property
    def task_id(self):
        return json.loads(self.body)["data"]["taskId"]

    @property
    def webhook_id(self):
        return self.headers["webhook-id"]


@dataclass
class Receiver:
    """An HTTP server that notes whatever arrives, then does what `answers` says for the path: a status, or a call."""

    answers: dict = field(default_factory=dict)
    arrivals: list = field(default_factory=list)

    def __enter__(self):
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"]))
                headers = {name.lower(): value for name, value in self.headers.items()}
                receiver.arrivals.append(Arrival(time.monotonic(), self.path, headers, body))
                answer = receiver.answers.get(self.path, 200)
                status, more = answer() if callable(answer) else (answer, {})
                self.send_response(status)
                for name, value in {"Content-Length": "0", **more}.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_):
                """Nobody reads it."""

        class Quiet(ThreadingHTTPServer):
            daemon_threads = True
            request_queue_size = 256

            def handle_error(self, *_):
                """A sender that was killed is what these tests are about."""

        self._server = Quiet(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self._server.shutdown()
        self._server.server_close()

    def of(self, task_id):
        return [arrival for arrival in list(self.arrivals) if arrival.task_id == task_id]
