"""Heliograph as it is, but for a commit at which it kills itself: `python -m tests.acceptance.kill_points serve`.

In the folder `KILL_POINTS`, the file `armed` names a kind of commit and a moment (`settle before`); it is looked for at
every commit, so a running process can be armed. The process notes its owner's name in the file `owner`.
"""

import inspect
import os
import signal
import sqlite3
import sys
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial, wraps
from pathlib import Path

import asyncpg

from heliograph.__main__ import main
from heliograph.adapters.store import (
    postgres_deliveries,
    postgres_tasks,
    sqlite_deliveries,
    sqlite_tasks,
)
from heliograph.adapters.store.postgres import PostgresStore
from heliograph.adapters.store.sqlite import SqliteStore

FOLDER = "KILL_POINTS"
STEPS = {
    "record": ("record", sqlite_tasks, postgres_tasks),
    "claim task": ("claim", sqlite_tasks, postgres_tasks),
    "finish": ("finish", sqlite_tasks, postgres_tasks),
    "claim delivery": ("claim", sqlite_deliveries, postgres_deliveries),
    "settle": ("settle", sqlite_deliveries, postgres_deliveries),
}
"""The commits on the way of a task: what writes them on each engine."""

written: ContextVar[frozenset[str]] = ContextVar("written", default=frozenset())
"""What the transaction that is open here will commit."""


def note(step, results):
    """Whoever claims nothing, or comes too late to write anything, has no commit that matters."""
    if step == "record" or any(results):
        written.set(written.get() | {step})


def noted(step, function):
    @wraps(function)
    def write(*args, **named):
        results = function(*args, **named)
        note(step, results)
        return results

    @wraps(function)
    async def write_later(*args, **named):
        results = await function(*args, **named)
        note(step, results or ())
        return results

    return write_later if inspect.iscoroutinefunction(function) else write


def die_if_armed(moment, steps):
    armed = Path(os.environ[FOLDER]) / "armed"
    if steps and armed.exists():
        step, _, when = armed.read_text().rpartition(" ")
        if step in steps and when == moment:
            armed.unlink()
            os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def around(statement):
    """Around every statement: the commit of what was noted since the last `BEGIN` may be the one to die at."""
    steps = written.get()
    if statement.startswith(("BEGIN", "COMMIT", "ROLLBACK")):
        written.set(frozenset())
    if statement != "COMMIT":
        steps = frozenset()
    die_if_armed("before", steps)
    yield
    die_if_armed("after", steps)


class Connection(sqlite3.Connection):
    def execute(self, statement, *parameters):
        with around(statement):
            return super().execute(statement, *parameters)


def executing(execute):
    @wraps(execute)
    async def watched(self, statement, *args, **named):
        with around(statement):
            return await execute(self, statement, *args, **named)

    return watched


def holding(hold):
    @wraps(hold)
    async def told(self, owner, **named):
        await hold(self, owner, **named)
        (Path(os.environ[FOLDER]) / "owner").write_text(owner)

    return told


def install():
    for step, (name, *modules) in STEPS.items():
        for module in modules:
            setattr(module, name, noted(step, getattr(module, name)))
    sqlite3.connect = partial(sqlite3.connect, factory=Connection)
    asyncpg.Connection.execute = executing(asyncpg.Connection.execute)
    for store in (SqliteStore, PostgresStore):
        store.hold = holding(store.hold)


def become(words, environment, folder):
    """From a process that has imported all this already: the rest of its life is Heliograph's."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for name, stream in (("out", sys.stdout), ("err", sys.stderr)):
        descriptor = os.open(name, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.dup2(descriptor, stream.fileno())
        os.close(descriptor)
    install()
    main([*words])


if __name__ == "__main__":
    install()
    main()
