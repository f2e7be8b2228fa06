"""Fetch: the images that a task starts from are brought here, opened and kept, before any generator is started."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar, assert_never
from weakref import WeakValueDictionary

from heliograph.domain.contract import TRY_AGAIN_LATER
from heliograph.domain.delivery import Lane, lane_of
from heliograph.domain.inputs import (
    MOST_BYTES,
    NONE,
    Inputs,
    Source,
    Sources,
    beyond,
    image_of,
    sources_of,
    too_large,
    unavailable,
    unusable,
)
from heliograph.domain.link import Links, LinkState
from heliograph.domain.task import BlobName, Failure, FailureKind, Task
from heliograph.ports import Blobs, Clock, Fetcher, Generator, ImageReader, NotFetched, NotOpened, Opened

ResultT = TypeVar("ResultT")

FORGET_SECONDS = 2.0
"""For a bucket that hangs: it must not keep the place of the next task."""
IN_HAND = 32
"""Images that are downloaded or opened at once, which bounds the memory that they take."""
IN_HAND_PER_HOST = 8
"""Of one host: one that is slow holds up no other."""


class Gate:
    """Lets `in_all` in at once, and of one host `per_host`, who came first first."""

    def __init__(self, *, in_all: int = IN_HAND, per_host: int = IN_HAND_PER_HOST) -> None:
        self._per_host = per_host
        self._all = asyncio.Semaphore(in_all)
        self._hosts: WeakValueDictionary[Lane, asyncio.Semaphore] = WeakValueDictionary()

    @asynccontextmanager
    async def entered(self, host: Lane) -> AsyncIterator[None]:
        of_host = self._hosts.get(host)
        if of_host is None:
            of_host = self._hosts[host] = asyncio.Semaphore(self._per_host)
        async with of_host, self._all:
            yield


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """Where input images come from, who opens them, and where they are kept until their task has ended."""

    fetcher: Fetcher
    reader: ImageReader
    blobs: Blobs
    links: Links
    gate: Gate = field(default_factory=Gate)


class _NoUse(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


async def fetch(
    task: Task, *, generator: Generator, intake: Intake, clock: Clock, deadline_seconds: float
) -> Inputs | Failure:
    """The task's images, if all of them can be had and used.

    Raises `OSError` where our own disk, bucket or processes could not.
    """
    sources = sources_of(task.params)
    if not sources.images:
        return NONE
    if more := beyond(generator.abilities, sources, generator=generator.name):
        return Failure(FailureKind.UNUSABLE_INPUT, more)
    left = task.created_at + timedelta(seconds=deadline_seconds) - clock.now()
    try:
        async with asyncio.timeout(left.total_seconds()) as limit:
            return await _taken_in(task, sources, intake, clock)
    except _NoUse as none:
        return none.failure
    except TimeoutError:
        if not limit.expired():
            raise
        return Failure(FailureKind.TRY_AGAIN, TRY_AGAIN_LATER, "deadline")


async def forget(task: Task, *, intake: Intake) -> None:
    """The task has ended, and nobody will start from its images again. What is left over is swept."""
    if names := sources_of(task.params).named(task.id):
        with suppress(OSError):  # among them that the time is up
            async with asyncio.timeout(FORGET_SECONDS):
                await intake.blobs.delete(list(names))


async def _taken_in(task: Task, sources: Sources, intake: Intake, clock: Clock) -> Inputs:
    named = sources.named(task.id)
    kept = await _together({name: intake.blobs.read(name) for name in named})
    missing = {name: source for name, source in named.items() if kept[name] is None}
    new = await _together({name: _brought(source, intake, clock) for name, source in missing.items()})
    opened = [new[name] if name in new else _as_kept(kept[name] or b"") for name in named]
    mask = opened.pop() if sources.mask else None
    if sources.mask and mask:
        _compare(sources.mask, mask, opened[0])
    with suppress(OSError):  # A disk that is full for a while costs a second download, not the task.
        await intake.blobs.put({name: one.image.data for name, one in new.items()})
    return Inputs([one.image for one in opened], mask.image if mask else None)


async def _together(coming: Mapping[BlobName, Coroutine[Any, Any, ResultT]]) -> dict[BlobName, ResultT]:
    """All of them, in their order; the first that goes wrong stops the others."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = {name: group.create_task(one) for name, one in coming.items()}
    except ExceptionGroup as several:  # each is told as it would be alone: the first says why all stopped
        raise several.exceptions[0] from None
    return {name: task.result() for name, task in tasks.items()}


async def _brought(source: Source, intake: Intake, clock: Clock) -> Opened:
    async with intake.gate.entered(lane_of(source.url)):
        data = await _data(source, intake, clock)
        opened = await intake.reader.open(data, is_mask=source.is_mask)
    match opened:
        case NotOpened(why):
            raise _NoUse(unusable(source, why))
        case Opened():
            return opened
    assert_never(opened)


async def _data(source: Source, intake: Intake, clock: Clock) -> bytes | bytearray:
    """A picture of ours is read where it is kept: this server is never called by itself."""
    if ours := intake.links.read(source.url, now=clock.now()):
        return await _our_own(source, *ours, intake.blobs)
    match await intake.fetcher.fetch(source.url, most_bytes=MOST_BYTES):
        case NotFetched(is_too_large=True):
            raise _NoUse(too_large(source))
        case NotFetched(why):
            raise _NoUse(unavailable(source, why))
        case data:
            return data


async def _our_own(source: Source, name: BlobName, state: LinkState, blobs: Blobs) -> bytes:
    match state:
        case LinkState.FORGED:
            raise _NoUse(unavailable(source, "this is no link of this server: copy the whole URL, with its signature"))
        case LinkState.EXPIRED:
            raise _NoUse(unavailable(source, "this link has ended: ask download-url for a new one"))
        case LinkState.VALID:
            data = await blobs.read(name)
    if data is None:
        raise _NoUse(unavailable(source, "the picture is no longer kept: send another"))
    if len(data) > MOST_BYTES:
        raise _NoUse(too_large(source))
    return data


def _as_kept(png: bytes) -> Opened:
    image = image_of(png)
    return Opened(image=image, width=image.width, height=image.height)


def _compare(source: Source, mask: Opened, image: Opened) -> None:
    if (mask.width, mask.height) != (image.width, image.height):
        why = f"the mask has {mask.width}x{mask.height} pixels and the image {image.width}x{image.height}"
        raise _NoUse(unusable(source, f"{why}: make the mask as large as the image"))
