"""The store of one machine: a SQLite file with a write-ahead log, every acknowledged write synced to disk."""

import asyncio
import fcntl
import os
import sqlite3
import threading
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from heliograph.adapters.store import sqlite_deliveries as deliveries
from heliograph.adapters.store import sqlite_inbox as inboxes
from heliograph.adapters.store import sqlite_keys as keys
from heliograph.adapters.store import sqlite_people as people
from heliograph.adapters.store import sqlite_prompts as prompts
from heliograph.adapters.store import sqlite_tasks as tasks
from heliograph.adapters.store import sqlite_upkeep as upkeep
from heliograph.adapters.store.doorbell import Doorbell, ring
from heliograph.adapters.store.due import Wanted, due_deliveries
from heliograph.adapters.store.faults import translated
from heliograph.adapters.store.looking import Looking
from heliograph.adapters.store.replaying import AT_ONCE, Part, gap_ms, in_parts
from heliograph.adapters.store.revision import is_newest, newest
from heliograph.adapters.store.rows import to_ms
from heliograph.adapters.store.writer import Operation, Writer
from heliograph.domain.delivery import Delivery, DeliveryId, Lane, Receipt
from heliograph.domain.errors import StoreBusy, StoreMissing, StoreReadOnly
from heliograph.domain.inbox import Arrival, Behaviour, InboxName
from heliograph.domain.records import (
    Census,
    DeliveryFilter,
    DeliveryPage,
    Replay,
    Settlement,
    StoredSecret,
    TaskEnd,
    TaskEvent,
)
from heliograph.domain.task import CONFIGURED, BlobName, KeyId, Owner, Task, TaskId
from heliograph.domain.turns import IN_TURN, Turns
from heliograph.domain.wording import Wording

ResultT = TypeVar("ResultT")

DATABASE, LOCK = "heliograph.db", "heliograph.lock"
BUSY_TIMEOUT_SECONDS = 5.0
READERS = 2
"""Threads that read, beside the one that looks for what is due; a read sees the last commit and waits for no writer."""


class SqliteStore:
    """Use `await SqliteStore.open(folder)`, of which there is one at a time, or `attach` to work beside that one."""

    def __init__(self, path: Path, lock: int | None) -> None:
        self._path = path
        self._lock = lock
        self._doorbell: Doorbell | None = None
        committed = partial(ring, path.parent) if lock is None else None
        self._writer = Writer(path, lambda: connect(path), committed=committed)
        self._claiming = asyncio.Lock()
        self._local = threading.local()
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="heliograph-reader")
        self._looker = ThreadPoolExecutor(1, thread_name_prefix="heliograph-due-reader")
        self._looking = Looking(partial(self._read_on, self._looker))

    @classmethod
    async def open(cls, folder: Path) -> "SqliteStore":
        """Lock the folder, bring the database up to date, give back what a dead process held. Raises `StoreError`s."""
        lock = await asyncio.to_thread(_lock, folder)
        path = folder / DATABASE
        try:
            await asyncio.to_thread(_prepare, path)
            with translated(path):
                store = cls(path, lock)
        except BaseException:
            os.close(lock)
            raise
        try:
            store._doorbell = Doorbell(folder)
            # The lock says that nobody else lives here: whoever has left a lease behind is dead.
            await store.write(upkeep.release_all)
        except BaseException:
            await store.close()
            raise
        return store

    @classmethod
    async def attach(cls, folder: Path) -> "SqliteStore":
        """Beside the process that holds the folder, or without one: nothing is locked, migrated or given back.

        For a look and for single writes; whoever holds the folder waits for them. Raises `StoreError`s.
        """
        path = folder / DATABASE
        await asyncio.to_thread(_require, path)
        with translated(path):
            return cls(path, lock=None)

    async def close(self) -> None:
        await self._writer.close()
        for threads in (self._readers, self._looker):
            await asyncio.to_thread(threads.shutdown)
        if self._doorbell is not None:
            self._doorbell.close()
        if self._lock is not None:
            os.close(self._lock)

    def on_change(self, wake: Callable[[], None]) -> None:
        """Where a process beside this one has written; this store's own writes are not told."""
        if self._doorbell is not None:
            self._doorbell.on_ring(wake)

    async def write(self, operation: Operation[ResultT]) -> ResultT:
        """Run an operation in the next transaction; it is durable on return."""
        return await self._writer.run(operation)

    async def read(self, query: Callable[[sqlite3.Connection], ResultT]) -> ResultT:
        """Run a query on the last committed state."""
        return await self._read_on(self._readers, query)

    async def _read_on(self, threads: ThreadPoolExecutor, query: Callable[[sqlite3.Connection], ResultT]) -> ResultT:
        return await asyncio.get_running_loop().run_in_executor(threads, self._read, query)

    def _read(self, query: Callable[[sqlite3.Connection], ResultT]) -> ResultT:
        with translated(self._path):
            if not hasattr(self._local, "connection"):
                self._local.connection = connect(self._path, read_only=True)
            return query(self._local.connection)

    # --- tasks

    async def record_tasks(self, tasks_: Sequence[Task]) -> None:
        await self._writer.run_many(tasks.record, tasks_)

    async def claim_tasks(
        self, *, owner: Owner, limit: int, now: datetime, queues: Sequence[str] = (CONFIGURED,), generator: str = ""
    ) -> list[Task]:
        claim = partial(tasks.claim, owner=owner, limit=limit, now=now, queues=queues, generator=generator)
        return await self._writer.run_if_awaited(claim)

    async def note_progress(self, task: Task, progress: float, *, now: datetime, preview: bytes | None = None) -> None:
        await self.write(lambda db: tasks.note_progress(db, task, progress, preview, now))

    async def preview_of(self, task_id: TaskId) -> bytes | None:
        return await self.read(lambda db: tasks.preview(db, task_id))

    async def put_back(self, before: Task, after: Task, *, note: str, now: datetime) -> bool:
        return await self.write(lambda db: tasks.put_back(db, before, after, note, now))

    async def held_by(self, owner: Owner) -> set[tuple[TaskId, int]]:
        return await self.read(lambda db: tasks.held_by(db, owner))

    async def finish_tasks(self, ends: Sequence[TaskEnd]) -> list[bool]:
        return list(await self._writer.run_many(tasks.finish, ends))

    async def find_task(self, task_id: TaskId) -> Task | None:
        return await self.read(lambda db: tasks.find(db, task_id))

    async def events_of(self, task_id: TaskId, *, after: int = 0) -> list[TaskEvent]:
        return await self.read(lambda db: tasks.events(db, task_id, after))

    async def overdue_tasks(self, *, created_before: datetime, limit: int) -> list[Task]:
        return await self.read(lambda db: tasks.overdue(db, created_before, limit))

    async def note_prompt(self, task: Task, wording: Wording, *, now: datetime) -> None:
        await self.write(lambda db: prompts.note(db, task, wording, now))

    async def prompt_of(self, task_id: TaskId) -> str | None:
        return await self.read(lambda db: prompts.find(db, task_id))

    # --- deliveries

    async def claim_deliveries(
        self,
        *,
        owner: Owner,
        limit: int,
        now: datetime,
        per_lane: int,
        in_flight: Mapping[Lane, int],
        turns: Turns = IN_TURN,
    ) -> list[Delivery]:
        wanted = Wanted(to_ms(now), limit, per_lane, in_flight, turns)
        # Looked for by a reader: where thousands of lanes wait it takes long, and no write has to wait for it.
        async with self._claiming:
            due = await self._looking.due(partial(due_deliveries, wanted=wanted))
            if not due:
                return []
            return await self._writer.run_if_awaited(lambda db: deliveries.claim(db, due, owner=owner), size=len(due))

    async def settle_deliveries(self, settlements: Sequence[Settlement]) -> list[bool]:
        return list(await self._writer.run_many(deliveries.settle, settlements))

    async def deliveries_of(self, task_id: TaskId) -> list[Delivery]:
        return await self.read(lambda db: deliveries.of_task(db, task_id))

    async def receipts_of(self, delivery_id: DeliveryId) -> list[Receipt]:
        return await self.read(lambda db: deliveries.receipts(db, delivery_id))

    async def find_delivery(self, delivery_id: DeliveryId) -> Delivery | None:
        return await self.read(lambda db: people.find(db, delivery_id))

    async def find_deliveries(self, wanted: DeliveryFilter, *, after: int | None, limit: int) -> DeliveryPage:
        return await self.read(lambda db: people.page(db, wanted, after=after, limit=limit))

    async def replay_deliveries(self, wanted: DeliveryFilter, *, now: datetime, per_second: float | None) -> Replay:
        gap = gap_ms(per_second)

        async def some(last: int, start: int) -> Part:
            part = partial(people.replay_some, wanted=wanted, last=last, start=start, gap=gap)
            return await self._writer.run(part, size=AT_ONCE)

        return await in_parts(some, lambda: self.read(lambda db: people.under_way(db, wanted)), now=now, gap=gap)

    # --- housekeeping

    async def hold(self, owner: Owner, *, now: datetime, seconds: float) -> None:
        await self.write(lambda db: upkeep.hold(db, owner, now + timedelta(seconds=seconds)))

    async def release(self, owner: Owner) -> int:
        return await self.write(lambda db: upkeep.release(db, owner))

    async def release_expired(self, *, now: datetime) -> int:
        return await self.write(lambda db: upkeep.release_expired(db, now))

    async def expired_blobs(self, *, now: datetime, limit: int) -> list[BlobName]:
        return await self.read(lambda db: upkeep.expired_blobs(db, now, limit))

    async def known_blobs(self, names: Sequence[BlobName]) -> set[BlobName]:
        return await self.read(lambda db: upkeep.known_blobs(db, names))

    async def forget_blobs(self, names: Sequence[BlobName]) -> None:
        await self.write(lambda db: upkeep.forget_blobs(db, names))

    async def drop_records(self, *, finished_before: datetime, limit: int) -> int:
        return await self.write(lambda db: upkeep.drop_records(db, finished_before, limit))

    async def tend(self, *, now: datetime, finished_before: datetime) -> None:
        """The room of what is dropped is used for what comes."""

    async def census(self) -> Census:
        return await self.read(upkeep.census)

    # --- keys

    async def key_ids(self, *, candidate: KeyId | None = None, now: datetime) -> set[KeyId]:
        if candidate:
            return await self.write(lambda db: keys.key_ids(db, candidate=candidate, now=now))
        return await self.read(lambda db: keys.key_ids(db, now=now))

    async def secret(self, name: str, candidate: str) -> str:
        return await self.write(lambda db: keys.secret(db, name, candidate))

    async def signing_secrets(self, *, now: datetime, candidate: str = "") -> list[StoredSecret]:
        if candidate:
            return await self.write(lambda db: keys.signing_secrets(db, now=now, candidate=candidate))
        return await self.read(lambda db: keys.signing_secrets(db, now=now))

    async def rotate_signing_secret(self, text: str, *, now: datetime, others_until: datetime) -> list[StoredSecret]:
        return await self.write(lambda db: keys.rotate(db, text, now=now, others_until=others_until))

    # --- inboxes

    async def note_arrival(self, arrival: Arrival) -> Behaviour:
        return await self.write(lambda db: inboxes.note_arrival(db, arrival))

    async def arrivals_in(self, inbox: InboxName) -> list[Arrival]:
        return await self.read(lambda db: inboxes.arrivals(db, inbox))

    async def instruct_inbox(self, inbox: InboxName, behaviour: Behaviour, *, times: int) -> None:
        await self.write(lambda db: inboxes.instruct(db, inbox, behaviour, times))

    async def empty_inbox(self, inbox: InboxName) -> int:
        return await self.write(lambda db: inboxes.empty(db, inbox))


def connect(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    """A connection with the project's pragmas, in autocommit: transactions are written out."""
    connection = sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_SECONDS, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -65536")
    # What it would take to undo a long statement half-way goes into a file in /var/tmp otherwise.
    connection.execute("PRAGMA temp_store = MEMORY")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


def _lock(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise StoreReadOnly(f"{folder} cannot be used: {error.strerror}; give this user write access to it") from error
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.pread(descriptor, 20, 0).decode(errors="replace").strip()
        os.close(descriptor)
        raise StoreBusy(
            f"{folder} is in use by another Heliograph (process {holder}): stop that one, or give this one its own "
            "HELIOGRAPH_DATA_DIR"
        ) from error
    os.ftruncate(descriptor, 0)
    os.pwrite(descriptor, str(os.getpid()).encode(), 0)
    return descriptor


def migrate_folder(folder: Path) -> str:
    """Bring a folder's database up to date, while nobody else uses it; its revision. Raises `StoreError`s."""
    lock = _lock(folder)
    try:
        return _prepare(folder / DATABASE)
    finally:
        os.close(lock)


def _require(path: Path) -> None:
    try:
        path.stat()
    except FileNotFoundError:
        raise StoreMissing(
            f"{path.parent} holds no Heliograph database: set HELIOGRAPH_DATA_DIR to the data folder of the server"
        ) from None
    except OSError as error:
        raise StoreReadOnly(f"{path} cannot be used: {error.strerror}; run this as the server's user") from error
    with translated(path), closing(connect(path, read_only=True)) as connection:
        if is_newest(connection):
            return
    from heliograph.adapters.store.migrate import require_current  # noqa: PLC0415  # slow to load, and seldom needed

    require_current(path)


def _make_private(path: Path) -> None:
    try:
        path.chmod(0o600)
    except PermissionError as error:
        raise StoreReadOnly(
            f"{path} belongs to another user: run as that one, or give this one its own HELIOGRAPH_DATA_DIR"
        ) from error


def _prepare(path: Path) -> str:
    with (
        translated(path),
        closing(sqlite3.connect(path, isolation_level=None, timeout=BUSY_TIMEOUT_SECONDS)) as database,
    ):
        _make_private(path)
        [mode] = database.execute("PRAGMA journal_mode = WAL").fetchone()
        is_ready = is_newest(database)
    if mode != "wal":
        raise StoreReadOnly(f"{path} cannot keep a write-ahead log here (mode {mode}): put it on a local file system")
    if is_ready:
        return newest()
    from heliograph.adapters.store.migrate import migrate  # noqa: PLC0415  # as above

    return migrate(path)
