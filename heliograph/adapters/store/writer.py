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
LONG = 32
"""A job of this many items goes into no transaction with a shorter one, which somebody may wait for."""


@dataclass(slots=True)
class _Job:
    operation: ManyOperation[Any, Any]
    items: Sequence[Any]
    future: asyncio.Future[Any]
    is_long: bool
    results: Sequence[Any] = ()
    error: Exception | None = None


class Writer:
    """Runs operations on one connection, many to a transaction (group commit).

    What came in together has no order among itself: one kind of operation after the other, the items of all callers as
    one list. An operation's answer is given after the commit that makes it durable. One that fails does not take its
    neighbours with it: the group is rolled back and each runs again alone. Where long jobs and short ones wait, their
    transactions take turns, so that a short one waits for one long one at most.
    """

    def __init__(
        self, path: Path, connect: Callable[[], sqlite3.Connection], *, committed: Callable[[], None] | None = None
    ) -> None:
        """`committed` is called in the thread after each commit, and raises nothing."""
        self._path = path
        self._committed = committed
        # Here and not in the thread: who cannot connect has to be told, and nobody listens to a thread.
        self._connection = connect()
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._short: list[_Job] = []
        self._long: list[_Job] = []
        self._thread = threading.Thread(target=self._run, name="heliograph-writer", daemon=True)
        self._thread.start()

    async def run(self, operation: Operation[ResultT], *, size: int = 1) -> ResultT:
        """The operation's result, once it is durable. Raises `StoreError`s; then nothing of it was written.

        `size` is how many items it may handle.
        """
        [result] = await self._result(_each, [operation], size)
        return result

    async def run_if_awaited(self, operation: Operation[Sequence[ItemT]], *, size: int = 1) -> list[ItemT]:
        """As `run`, for what nobody wants any more once its caller is gone: then nothing is written."""
        is_awaited = True
        try:
            return list(await self.run(lambda db: operation(db) if is_awaited else [], size=size))
        except asyncio.CancelledError:
            is_awaited = False
            raise

    async def run_many(self, operation: ManyOperation[ItemT, ResultT], items: Sequence[ItemT]) -> Sequence[ResultT]:
        """As `run`, for an operation that takes the items of several callers in one go."""
        return await self._result(operation, items, len(items))

    async def _result(
        self, operation: ManyOperation[ItemT, ResultT], items: Sequence[ItemT], size: int
    ) -> Sequence[ResultT]:
        future: asyncio.Future[Sequence[ResultT]] = asyncio.get_running_loop().create_future()
        self._jobs.put(_Job(operation, items, future, is_long=size >= LONG))
        return await future

    async def close(self) -> None:
        """Finish what came in, then close the connection."""
        self._jobs.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        was_short = False
        try:
            while self._come_in():
                was_short = bool(self._short) and not (was_short and self._long)
                waiting, most = (self._short, GROUP_LIMIT) if was_short else (self._long, 1 if self._short else None)
                group, waiting[:most] = waiting[:most], []
                self._write(self._connection, group)
                _answer(group)
        finally:
            self._connection.close()

    def _come_in(self) -> bool:
        """Sort what has come, and wait for it if there is nothing to do; False if there never will be."""
        with contextlib.suppress(queue.Empty):
            while (job := self._jobs.get(block=not self._short and not self._long)) is not None:
                (self._long if job.is_long else self._short).append(job)
            self._jobs.put(None)  # for the next call: what came before it is written first
        return bool(self._short or self._long)

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
            if self._committed is not None:
                self._committed()
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
