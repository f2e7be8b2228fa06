"""One thread that writes: whatever has come in while it was busy goes into the next transaction together."""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from heliograph.adapters.store.faults import fault_of
from heliograph.domain.errors import StoreBusy

ResultT = TypeVar("ResultT")
Operation = Callable[[sqlite3.Connection], ResultT]

GROUP_LIMIT = 1000
"""Operations per transaction: enough to make the sync cheap, few enough that the first does not wait long."""


@dataclass(slots=True)
class _Job:
    operation: Operation[Any]
    future: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None


class Writer:
    """Runs operations on one connection, in the order they came, many to a transaction (group commit).

    An operation's answer is given after the commit that makes it durable. One that fails does not take its
    neighbours with it: the group is rolled back and each runs again alone.
    """

    def __init__(self, path: Path, connect: Callable[[], sqlite3.Connection]) -> None:
        self._path = path
        # Here and not in the thread: who cannot connect has to be told, and nobody listens to a thread.
        self._connection = connect()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="heliograph-writer", daemon=True)
        self._thread.start()

    async def run(self, operation: Operation[ResultT]) -> ResultT:
        """The operation's result, once it is durable. Raises `StoreError`s; then nothing of it was written."""
        future: asyncio.Future[ResultT] = asyncio.get_running_loop().create_future()
        self._jobs.put(_Job(operation, future))
        return await future

    async def close(self) -> None:
        """Finish what came in, then close the connection."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        try:
            while (job := self._jobs.get()) is not None:
                group, last = self._group(job)
                self._write(self._connection, group)
                _answer(group)
                if last:
                    return
        finally:
            self._connection.close()

    def _group(self, first: _Job) -> tuple[list[_Job], bool]:
        group = [first]
        while len(group) < GROUP_LIMIT:
            try:
                job = self._jobs.get_nowait()
            except queue.Empty:
                break
            if job is None:
                return group, True
            group.append(job)
        return group, False

    def _write(self, connection: sqlite3.Connection, group: list[_Job]) -> None:
        error = self._transaction(connection, group)
        if error is None:
            return
        if len(group) == 1 or isinstance(error, StoreBusy):
            # Whoever holds the lock holds up each of them: waiting for it once is enough.
            for job in group:
                job.error = error
            return
        for job in group:
            job.error = self._transaction(connection, [job])

    def _transaction(self, connection: sqlite3.Connection, group: list[_Job]) -> Exception | None:
        try:
            connection.execute("BEGIN IMMEDIATE")
            for job in group:
                job.result = job.operation(connection)
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001  # whatever it is belongs to the one who asked, not to this thread
            _roll_back(connection)
            return fault_of(self._path, error) if isinstance(error, sqlite3.Error) else error
        return None


def _roll_back(connection: sqlite3.Connection) -> None:
    # A full disk may have made SQLite roll back on its own.
    with contextlib.suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _answer(group: list[_Job]) -> None:
    by_loop: dict[asyncio.AbstractEventLoop, list[_Job]] = {}
    for job in group:
        by_loop.setdefault(job.future.get_loop(), []).append(job)
    for loop, jobs in by_loop.items():
        if not loop.is_closed():
            loop.call_soon_threadsafe(_resolve, jobs)


def _resolve(jobs: list[_Job]) -> None:
    for job in jobs:
        if job.future.done():
            continue
        if job.error is not None:
            job.future.set_exception(job.error)
        else:
            job.future.set_result(job.result)
