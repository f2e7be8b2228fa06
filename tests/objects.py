"""A server that speaks S3 and checks signatures and their end, as a process of its own, and buckets in it."""

import json
import os
import socket
import subprocess
import sys
import time
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.server import free_port

ACCESS_KEY, SECRET_KEY = "the-tests", "a secret of the tests"
START_SECONDS, TRIES = 20.0, 5


@dataclass(frozen=True)
class Bucket:
    """An empty bucket, and the environment in which its owner works."""

    name: str
    folder: Path
    endpoint: str

    @property
    def url(self):
        return f"s3://{self.name}/some/place"

    @property
    def environment(self):
        return {
            "AWS_ACCESS_KEY_ID": ACCESS_KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET_KEY,
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": "us-east-1",
        }

    @property
    def pictures(self):
        """The names of what is kept at `url`, but for the mark of its owner."""
        return sorted(path.name for path in (self.folder / "some/place").glob("*.png"))

    def age(self, name, moment):
        """Have an object written at that moment."""
        told = self.folder / ".nanio-meta/some/place" / f"{name}.json"
        told.write_text(json.dumps(json.loads(told.read_text()) | {"last_modified": moment.isoformat()}))


@dataclass(frozen=True)
class ObjectServer:
    folder: Path
    endpoint: str

    def bucket(self):
        name = f"pictures-{uuid.uuid4().hex[:12]}"
        (self.folder / name).mkdir()
        return Bucket(name, self.folder / name, self.endpoint)


@contextmanager
def object_server(folder):
    for _ in range(TRIES):
        port = free_port()
        process = _launch(folder, port)
        if _listens(process, port):
            break
    else:
        raise AssertionError((folder / "log").read_text())
    try:
        yield ObjectServer(folder / "buckets", f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(START_SECONDS)


def _launch(folder, port):
    (folder / "buckets").mkdir(exist_ok=True)
    secrets = {"NANIO_ACCESS_KEY": ACCESS_KEY, "NANIO_SECRET_KEY": SECRET_KEY}
    options = ("--data-dir", folder / "buckets", "--host", "127.0.0.1", "--port", str(port), "--no-access-log")
    with (folder / "log").open("ab") as log:
        command = (sys.executable, "-m", "nanio", "serve", *options)
        return subprocess.Popen(command, env=os.environ | secrets, stdout=log, stderr=log)


def _listens(process, port):
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return process.poll() is None
    return False


@pytest.fixture(scope="session")
def objects(tmp_path_factory):
    with object_server(tmp_path_factory.mktemp("objects")) as server:
        yield server


@pytest.fixture
def bucket(objects, monkeypatch):
    """A bucket of its own, whose owner's environment is this process's."""
    bucket = objects.bucket()
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in bucket.environment.items():
        monkeypatch.setenv(name, value)
    return bucket
