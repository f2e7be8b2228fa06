"""Group commit: what came in while the last commit ran goes into the next one together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Generic, TypeVar

from heliograph.domain.errors import StoreUnavailable

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")

GROUP_LIMIT = 1000
"""Callers per transaction: enough to make the sync cheap, few enough that the first does not wait long."""


@dataclass(slots=True)
class _Job:
    items: Sequence[Any]
    future: asyncio.Future[Any]


class Gatherer(Generic[ItemT, ResultT]):
    """Hands the items of all callers to `write` as one list, one list at a time.

    One that fails does not take its neighbours with it: each caller's items are then written alone. Who no longer waits
    is written all the same.
    """

    def __init__(self, write: Callable[[Sequence[ItemT]], Awaitable[Sequence[ResultT]]]) -> None:
        self._write = write
        self._jobs: list[_Job] = []
        self._writing: asyncio.Task[None] | None = None

    async def run(self, items: Sequence[ItemT]) -> Sequence[ResultT]:
        """What `write` gave for these items."""
        future: asyncio.Future[Sequence[ResultT]] = asyncio.get_running_loop().create_future()
        self._jobs.append(_Job(items, future))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._drain())
        return await future

    async def close(self) -> None:
        """Finish what came in."""
        if self._writing is not None:
            await self._writing

    async def _drain(self) -> None:
        while self._jobs:
            group, self._jobs = self._jobs[:GROUP_LIMIT], self._jobs[GROUP_LIMIT:]
            error = await self._together(group)
            if error is not None and len(group) > 1 and not isinstance(error, StoreUnavailable):
                for job in group:
                    _fail([job], await self._together([job]))
            else:
                _fail(group, error)

    async def _together(self, group: Sequence[_Job]) -> Exception | None:
        try:
            results = iter(await self._write([item for job in group for item in job.items]))
        except Exception as error:  # noqa: BLE001  # whatever it is belongs to those who asked, not to this task
            return error
        for job in group:
            answer = list(islice(results, len(job.items)))
            if not job.future.done():
                job.future.set_result(answer)
        return None


def _fail(group: Sequence[_Job], error: Exception | None) -> None:
    for job in group:
        if error is not None and not job.future.done():
            job.future.set_exception(error)
