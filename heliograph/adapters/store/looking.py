"""Looking for what is due, beside the writer and not all the time."""

import asyncio
import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence

from heliograph.adapters.store.writer import Operation

Timed = tuple[list[int], float]

LONG_SECONDS, WORTH_SECONDS, REST_TIMES = 0.005, 0.0001, 4.0
"""After a look that took the processor longer than so long, and than so long for each delivery that it found, none
follows for so many times as long. Where thousands of lanes wait that may have no place, each look takes long, and
in one of them something happens all the time."""


class Looking:
    """What is due, as `read` finds it."""

    def __init__(self, read: Callable[[Operation[Timed]], Awaitable[Timed]]) -> None:
        self._read = read
        self._not_before = 0.0

    async def due(self, query: Operation[list[int]]) -> Sequence[int]:
        """The answer of the query, once the rest after the last look is over."""
        loop = asyncio.get_running_loop()
        if (rest := self._not_before - loop.time()) > 0:
            await asyncio.sleep(rest)
        due, took = await self._read(lambda db: _timed(query, db))
        if took > max(LONG_SECONDS, len(due) * WORTH_SECONDS):
            self._not_before = loop.time() + REST_TIMES * took
        return due


def _timed(query: Operation[list[int]], db: sqlite3.Connection) -> Timed:
    """The time of this thread: it is no longer where others are busy too."""
    began = time.thread_time()
    return query(db), time.thread_time() - began
