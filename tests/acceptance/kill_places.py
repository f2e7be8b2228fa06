"""Where the kill matrix is played: one process on SQLite, and two `serve` and two `work` on one PostgreSQL."""

import asyncio
import multiprocessing
import os
import resource
import shutil
import sqlite3
import tempfile
import time
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.acceptance.kill_points import FOLDER, become
from tests.acceptance.server import Server, patient, until
from tests.postgres import fetch

ROOT = Path(__file__).resolve().parents[2]
POLL_SECONDS = 0.05
READY_SECONDS = 30.0
SETTINGS = {"CALLBACKS_PER_HOST": 4, "CALLBACK_RETRY_DELAYS": "0.5,1,1,2,2"}
"""So few places that some callbacks have to wait for one, and are claimed."""


forking = multiprocessing.get_context("forkserver")
forking.set_forkserver_preload(["tests.acceptance.kill_points"])


class Forked:
    """What a `Popen` is, but begun in a process that has imported everything: many start in one test."""

    def __init__(self, *what):
        self._process = forking.Process(target=become, args=what)
        self._process.start()
        self.pid = self._process.pid

    def poll(self):
        return self._process.exitcode

    @property
    def returncode(self):
        return self._process.exitcode

    def send_signal(self, number):
        os.kill(self.pid, number)

    def kill(self):
        self._process.kill()

    def wait(self, seconds=None):
        self._process.join(seconds)
        return self._process.exitcode


class Killable(Server):
    """One that can be armed: then it dies at the next commit of that kind."""

    program = "tests.acceptance.kill_points"

    def __init__(self, folder, *words, **settings):
        super().__init__(folder, *words, **SETTINGS | settings)
        self.environment |= {"PYTHONPATH": str(ROOT), FOLDER: str(self.folder)}

    @property
    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    @property
    def owner(self):
        return (self.folder / "owner").read_text()

    def arm(self, step, moment):
        new = self.folder / "arming"
        new.write_text(f"{step} {moment}")
        new.replace(self.folder / "armed")

    @contextmanager
    def limited(self, what, most):
        """The running process has no more than that for a while."""
        soft, hard = resource.prlimit(self.process.pid, what)
        resource.prlimit(self.process.pid, what, (most, hard))
        yield
        resource.prlimit(self.process.pid, what, (soft, hard))

    def none_to_spare(self):
        """The limit under which it can open nothing: it is about numbers, and all below this one are taken."""
        taken = {int(number) for number in os.listdir(f"/proc/{self.process.pid}/fd")}  # noqa: PTH208
        return next(number for number in range(len(taken) + 1) if number not in taken)


class Quick(Killable):
    """One whose start nobody measures."""

    def launch(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        self.process = Forked(self.words, self.environment, str(self.folder))


@dataclass(frozen=True)
class Death:
    """Of a process: when, and what it held."""

    process: Killable
    at: float
    owner: str
    tasks: frozenset
    callbacks: frozenset

    def left_behind(self):
        """Counts its lease, and of what it held all that nobody has taken up."""
        tasks, callbacks = (", ".join(f"'{each}'" for each in ("", *held)) for held in (self.tasks, self.callbacks))
        return (
            f"SELECT (SELECT count(*) FROM lease WHERE owner = '{self.owner}'),"  # noqa: S608  # our own words
            f" (SELECT count(*) FROM task WHERE id IN ({tasks}) AND (state = 'queued' OR owner = '{self.owner}'))"
            f" + (SELECT count(*) FROM delivery WHERE task_id IN ({callbacks})"
            f" AND (state = 'owed' OR owner = '{self.owner}'))"
        )


@dataclass(frozen=True)
class Resumed:
    """Seconds from a death until it was noticed and until its work went on; `starting` is spent on a new process."""

    noticed: float
    seconds: float
    starting: float = 0.0


class Place:
    """`processes` by their names; `serves` are those that take tasks."""

    def __init__(self, processes):
        self.processes = processes
        self.serves = [process for process in processes.values() if process.words[0] == "serve"]

    def __enter__(self):
        with ExitStack() as stack:
            for process in self.processes.values():
                stack.callback(process.__exit__)
            self.all_are_up()
            self._stack = stack.pop_all()
        return self

    def __exit__(self, *_):
        self._stack.close()

    def all_are_up(self):
        down = [process for process in self.processes.values() if not process.is_alive]
        for process in down:
            process.launch()
        for process in down:
            process.wait_until_ready(patient(READY_SECONDS))

    def death_of(self, process):
        """The process is dying by itself, or has been killed."""
        until(lambda: not process.is_alive, f"the death of {process.words}", patient(20))
        at = time.monotonic()
        assert process.process.returncode == -9, process.err
        of_it = f"WHERE owner = '{process.owner}'"
        tasks = self.rows(f"SELECT id FROM task {of_it} AND state = 'running'")  # noqa: S608  # our own words
        callbacks = self.rows(f"SELECT task_id FROM delivery {of_it} AND state = 'sending'")  # noqa: S608
        return Death(process, at, process.owner, *(frozenset(row[0] for row in rows) for rows in (tasks, callbacks)))

    def resumed(self, death, *, starting=0.0):
        noticed, deadline = None, time.monotonic() + patient(30)
        while True:
            [(leases, left)] = self.rows(death.left_behind())
            seconds = time.monotonic() - death.at
            noticed = noticed or (None if leases else seconds)
            if noticed and not left:
                return Resumed(noticed, seconds, starting)
            assert time.monotonic() < deadline, f"{left} of {death} are still held"
            time.sleep(POLL_SECONDS)


class OneMachine(Place):
    """A `serve` on SQLite."""

    name = "SQLite"

    def __init__(self, folder):
        self.server = Killable(folder)
        super().__init__({"serve": self.server})

    def rows(self, query):
        if self.server.is_alive:
            return self._rows(f"file:{self.server.database}?mode=ro", query)
        with tempfile.TemporaryDirectory() as folder:
            # A look at the original would put in order what the next process has to find as it was left.
            for path in self.server.database.parent.glob("heliograph.db*"):
                shutil.copy(path, folder)
            return self._rows(f"file:{folder}/{self.server.database.name}", query)

    def _rows(self, uri, query):
        with closing(sqlite3.connect(uri, uri=True, timeout=10)) as db:
            return [tuple(row) for row in db.execute(query)]

    def resumed(self, death):
        """With the next process, which is started at once."""
        began = time.monotonic()
        death.process.launch()
        death.process.wait_until_ready(patient(READY_SECONDS))
        return super().resumed(death, starting=time.monotonic() - began)


class SeveralMachines(Place):
    """Two processes for each role: what one leaves behind, another can take up."""

    name = "PostgreSQL"

    def __init__(self, folder, database, url):
        shared = {"DATABASE_URL": url, "DATA_DIR": Path(folder) / "shared"}
        self.database = database
        self._url = url
        words = {
            "serve": ("serve", "--roles", "api,generate"),
            "serve 2": ("serve", "--roles", "api,deliver"),
            "work generate": ("work", "--roles", "generate"),
            "work deliver": ("work", "--roles", "deliver"),
        }
        super().__init__({name: Quick(Path(folder) / name, *words[name], **shared) for name in words})

    def rows(self, query):
        return asyncio.run(fetch(self._url, query))
