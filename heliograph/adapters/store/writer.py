"""One thread that writes: whatever has come in while it was busy goes into the next transaction together."""

import asyncio
import contextlib
import queue
import sqlite3
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from heliograph.adapters.store.faults import fault_of
from heliograph.domain.errors import StoreBusy

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
Operation = Callable[[sqlite3.Connection], ResultT]
ManyOperation = Callable[[sqlite3.Connection, Sequence[ItemT]], Sequence[ResultT]]
"""Takes many items at once and gives one result for each."""

GROUP_LIMIT = 1000
"""Operations per transaction: enough to make the sync cheap, few enough that the first does not wait long."""


@dataclass(slots=True)
class _Job:
    operation: ManyOperation[Any, Any]
    items: Sequence[Any]
    future: asyncio.Future[Any]
    results: Sequence[Any] = ()
    error: Exception | None = None


class Writer:
    """Runs operations on one connection, many to a transaction (group commit).

    What came in together has no order among itself: one kind of operation after the other, the items of all callers as
    one list. An operation's answer is given after the commit that makes it durable. One that fails does not take its
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
        [result] = await self.run_many(_each, [operation])
        return result

    async def run_many(self, operation: ManyOperation[ItemT, ResultT], items: Sequence[ItemT]) -> Sequence[ResultT]:
        """As `run`, for an operation that takes the items of several callers in one go."""
        future: asyncio.Future[Sequence[ResultT]] = asyncio.get_running_loop().create_future()
        self._jobs.put(_Job(operation, items, future))
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
            for operation, jobs in _by_operation(group).items():
                results = iter(operation(connection, [item for job in jobs for item in job.items]))
                for job in jobs:
                    job.results = list(islice(results, len(job.items)))
            connection.execute("COMMIT")
        except Exception as error:  # noqa: BLE001  # whatever it is belongs to the one who asked, not to this thread
            _roll_back(connection)
            return fault_of(self._path, error) if isinstance(error, sqlite3.Error) else error
        return None


def _each(connection: sqlite3.Connection, operations: Sequence[Operation[ResultT]]) -> list[ResultT]:
    return [operation(connection) for operation in operations]


def _by_operation(group: list[_Job]) -> dict[ManyOperation[Any, Any], list[_Job]]:
    kinds: dict[ManyOperation[Any, Any], list[_Job]] = {}
    for job in group:
        kinds.setdefault(job.operation, []).append(job)
    return kinds


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
            job.future.set_result(job.results)
