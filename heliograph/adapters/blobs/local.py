"""Blobs as files on this machine: written aside, synced, then put in their place, many at a time."""

import asyncio
import os
import threading
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from heliograph.domain.task import BlobName
from heliograph.ports import LocalFile, Method

ResultT = TypeVar("ResultT")

SHELF_LETTERS = 6
"""A task id begins with its time: six letters are a span of 4.6 hours, which makes folders of a good size."""
THREADS = 4
SYNCING_THREADS = 16
"""Files that are written and synced at the same time share the disk's commits, and the waiting for them."""
PART = ".part"


@dataclass(slots=True)
class _Batch:
    """What came in while the batch before it was being written."""

    blobs: dict[BlobName, bytes] = field(default_factory=dict)
    is_written: bool = False
    is_broken: bool = False


class LocalBlobs:
    """Keeps each blob in `folder/<start of its name>/<name>`; several processes may share the folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="heliograph-blobs")
        self._syncing = ThreadPoolExecutor(SYNCING_THREADS, thread_name_prefix="heliograph-sync")
        self._gathering = _Batch()
        self._writing = asyncio.Lock()

    async def put(self, blobs: Mapping[BlobName, bytes]) -> None:
        """Keep all of them; durable on return. Raises `OSError` where the disk is full or read-only."""
        for name in blobs:
            self._path(name)
        batch = self._gathering
        batch.blobs |= blobs
        async with self._writing:
            if batch.is_written:
                return
            if batch is self._gathering:
                self._gathering = _Batch()
            if not batch.is_broken:
                batch.is_broken = not await self._run(lambda: self._is_written(batch.blobs))
                batch.is_written = not batch.is_broken
            if batch.is_broken:
                # One that cannot be written must not take its neighbours with it: each tries again alone.
                await self._run(lambda: self._write(blobs))

    async def where(self, name: BlobName, *, seconds: float, method: Method = "GET") -> LocalFile | None:  # noqa: ARG002  # a file is there until it is deleted
        path = self._path(name)
        return LocalFile(path) if await self._run(path.is_file) else None

    async def read(self, name: BlobName) -> bytes | None:
        path = self._path(name)
        return await self._run(lambda: _content(path))

    async def delete(self, names: Sequence[BlobName]) -> None:
        await self._run(lambda: self._delete(names))

    async def names(self, *, older_than: datetime) -> AsyncIterator[list[BlobName]]:
        """Shelf by shelf; leftovers of a crash while writing are among them."""
        before = older_than.timestamp()
        for shelf in await self._run(self._shelves):
            yield await self._run(lambda shelf=shelf: _names_on(shelf, before))  # type: ignore[misc]  # binds the loop's value

    async def close(self) -> None:
        await asyncio.to_thread(self._threads.shutdown)
        await asyncio.to_thread(self._syncing.shutdown)

    async def _run(self, work: Callable[[], ResultT]) -> ResultT:
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _is_written(self, blobs: Mapping[BlobName, bytes]) -> bool:
        try:
            self._write(blobs)
        except OSError:
            return False
        return True

    def _write(self, blobs: Mapping[BlobName, bytes]) -> None:
        paths = [self._path(name) for name in blobs]
        folders = {path.parent for path in paths}
        for folder in folders:
            folder.mkdir(parents=True, exist_ok=True)
        # One alone is written here: handing it to another thread would cost more than it does.
        replace_all = map if len(paths) == 1 else self._syncing.map
        list(replace_all(_replace, paths, blobs.values()))
        for folder in folders:
            _sync(folder)  # A rename is durable once its folder is.

    def _delete(self, names: Sequence[BlobName]) -> None:
        for name in names:
            self._path(name).unlink(missing_ok=True)
        for shelf in {self._path(name).parent for name in names}:
            _remove_if_empty(shelf)

    def _shelves(self) -> list[Path]:
        return sorted(path for path in self._folder.iterdir() if path.is_dir()) if self._folder.is_dir() else []

    def _path(self, name: BlobName) -> Path:
        if not name or Path(name).name != name or name.startswith("."):
            raise ValueError(f"{name!r} is no blob name: it must be a plain file name")
        return self._folder / name[:SHELF_LETTERS] / name


def _replace(path: Path, content: bytes) -> None:
    # The thread is in the name, so that two who put one name at once do not write into one file.
    part = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}{PART}")
    try:
        _write_synced(part, content)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)  # On a full disk a leftover would take the room that is waited for.
        raise


def _write_synced(path: Path, content: bytes) -> None:
    # Bare system calls: after each the thread has to get the interpreter's lock back from a busy event loop.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _names_on(shelf: Path, before: float) -> list[BlobName]:
    return [BlobName(path.name) for path in shelf.iterdir() if _is_older(path, before)]


def _is_older(path: Path, before: float) -> bool:
    try:
        return path.stat().st_mtime < before
    except FileNotFoundError:
        return False  # Deleted since it was listed.


def _remove_if_empty(shelf: Path) -> None:
    try:
        shelf.rmdir()
    except OSError:
        return  # Not empty, or gone already.
