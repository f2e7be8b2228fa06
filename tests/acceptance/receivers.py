"""The example receivers as processes, and what they talk to: a sender that signs and a server that has pictures."""

import http.client
import io
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from standardwebhooks import Webhook

EXAMPLES = Path(__file__).parents[2] / "examples" / "receivers"
NAMES = ["express", "flask", "fastapi", "php"]
SECRET = "whsec_aGVsaW9ncmFwaC10ZXN0cy1zaWduLXdpdGgtdGhpcw=="
OTHER_SECRET = "whsec_c29tZWJvZHktZWxzZS1zaWducy13aXRoLXRoYXQtb25l"
DEADLINE_SECONDS = 20


def missing(name):
    """Why this receiver can't be run here, or None."""
    express_is_installed = (EXAMPLES / "express/node_modules/standardwebhooks").exists()
    if name == "express" and not (shutil.which("node") and express_is_installed):
        return "express receiver needs node and `npm install` in examples/receivers/express: run `make receivers`"
    if name == "php" and not shutil.which("php"):
        return "php receiver needs php-cli: run `make receivers`"
    return None


def commands(name, port):
    example = EXAMPLES / name
    return {
        "express": [["node", example / "app.js"]],
        "flask": [[sys.executable, example / "app.py"]],
        "fastapi": [[sys.executable, example / "app.py"]],
        "php": [["php", "-S", f"127.0.0.1:{port}", example / "index.php"], ["php", example / "work.php"]],
    }[name]


def until(look, what):
    give_up_at = time.monotonic() + DEADLINE_SECONDS
    while not look():
        assert time.monotonic() < give_up_at, f"after {DEADLINE_SECONDS} s still not: {what}"
        time.sleep(0.02)


def free_port():
    # Below the ports that the kernel hands out, so that nobody's outgoing connection takes it in the meantime.
    while True:
        port = random.randrange(20_000, 32_000)
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) != 0:
                return port


def success(*urls, task_id=None):
    task_id = task_id or uuid.uuid4().hex
    return json.dumps({"code": 200, "msg": "success", "data": {"taskId": task_id, "info": {"result_urls": urls}}})


def failure(reason, code=400):
    return json.dumps({"code": code, "msg": reason, "data": {"taskId": uuid.uuid4().hex, "info": None}})


def signed(body, *, webhook_id=None, secret=SECRET, age_seconds=0):
    webhook_id = webhook_id or f"msg_{uuid.uuid4().hex}"
    at = datetime.now(tz=UTC) - timedelta(seconds=age_seconds)
    return {
        "webhook-id": webhook_id,
        "webhook-timestamp": str(int(at.timestamp())),
        "webhook-signature": Webhook(secret).sign(webhook_id, at, body),
    }


class Receiver:
    def __init__(self, name, directory):
        self.name, self.directory, self.port = name, directory, free_port()
        self.pictures = directory / "pictures"
        self.log = directory / "receiver.log"
        self.log.touch()
        self.processes = []

    def run(self, **environment):
        settings = {"WEBHOOK_SECRET": SECRET, "PORT": str(self.port), "OUTPUT_DIR": str(self.pictures)} | environment
        with self.log.open("ab") as log:
            self.processes = [
                subprocess.Popen(
                    command,
                    env={"PATH": os.environ["PATH"]} | settings,
                    cwd=self.directory,
                    stdin=subprocess.DEVNULL,
                    stdout=log,
                    stderr=subprocess.STDOUT,
                )
                for command in commands(self.name, self.port)
            ]

    def start(self, **environment):
        starts = self.output().count(f"http://127.0.0.1:{self.port}")
        self.run(**environment)
        until(lambda: self.output().count(f"http://127.0.0.1:{self.port}") > starts, "the line that says it is ready")
        until(self.answers, "an answer")

    def stop(self, how=signal.SIGTERM):
        for process in self.processes:
            process.send_signal(how)
        for process in self.processes:
            process.wait(DEADLINE_SECONDS)
        self.processes = []

    def restart(self, how=signal.SIGTERM):
        self.stop(how)
        self.start()

    def output(self):
        return self.log.read_text(errors="replace")

    def answers(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def ask(self, method, body=None, headers=None, path="/4o-image-callback"):
        """The status and the body of one answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE_SECONDS)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"} | (headers or {}))
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def post(self, body, headers=None):
        """The status alone, of a callback that is well signed unless other headers are given."""
        return self.ask("POST", body, signed(body) if headers is None else headers)[0]

    def catch_up(self):
        """Return when everything that was posted before has been worked on.

        Callbacks are worked on in no particular order, but by one worker: when the first of two has been worked on, the
        second one is met by a later look into the inbox, after all that the earlier look has found.
        """
        for _ in range(2):
            reason = f"marker {uuid.uuid4().hex}"
            assert self.post(failure(reason)) == 200
            until(lambda reason=reason: reason in self.output(), "worked on the marker")

    def saved(self):
        return {path.name: path.read_bytes() for path in self.pictures.glob("4o_image_*.png")}


class PictureServer(ThreadingHTTPServer):
    """Serves a picture of its own at every path, once the gate is open; cuts the ones in `torn` off halfway."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Pictures)
        self.gate = threading.Event()
        self.gate.set()
        self.fetched = []
        self.torn = set()

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.gate.set()
        self.shutdown()
        self.server_close()

    def url(self, path):
        return f"http://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, request, client_address):
        """Stay quiet: a receiver that is killed while it fetches is part of the tests."""


class _Pictures(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.fetched.append(self.path)
        self.server.gate.wait(DEADLINE_SECONDS)
        png = picture(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Content-Length", str(len(png)))
        self.end_headers()
        self.wfile.write(png[: len(png) // 2] if self.path in self.server.torn else png)

    def log_message(self, *_):
        """What was asked for is in `fetched`."""


def picture(path):
    """A real PNG, another one for every path."""
    shades = random.Random(path).randbytes(64 * 64 * 3)
    png = io.BytesIO()
    Image.frombytes("RGB", (64, 64), shades).save(png, "PNG")
    return png.getvalue()
