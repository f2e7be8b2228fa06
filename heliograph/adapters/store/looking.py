"""Looking for what is due: beside the writer, and at ease where a look takes long and finds little."""

import sqlite3
import time
from collections.abc import Awaitable, Callable, Sequence

from heliograph.adapters.store.writer import Operation

Rest = Callable[[], None]
"""Called between the steps of a look, which may go on later."""
Look = Callable[[sqlite3.Connection, Rest], list[int]]
Timed = tuple[list[int], float]

LONG_SECONDS, WORTH_SECONDS = 0.005, 0.0001
"""A look that takes the processor longer than so long, and than so long for each delivery that it finds, is not worth
it: where thousands of lanes wait that may have no place, in one of them something happens all the time."""
STEP_SECONDS, REST_TIMES = 0.001, 4.0
"""The look after such a one rests whenever it has taken the processor for so long, for so many times as long."""
RESTS_SECONDS = 0.15
"""All its rests together: what is due waits for the look."""


class Looking:
    """What is due, as `read` finds it."""

    def __init__(self, read: Callable[[Operation[Timed]], Awaitable[Timed]]) -> None:
        self._read = read
        self._is_at_ease = False

    async def due(self, look: Look) -> Sequence[int]:
        """What the look finds, in one go or at ease."""
        rests = REST_TIMES if self._is_at_ease else 0.0
        due, took = await self._read(lambda db: _timed(look, db, rests))
        self._is_at_ease = took > max(LONG_SECONDS, len(due) * WORTH_SECONDS)
        return due


def _timed(look: Look, db: sqlite3.Connection, rests: float) -> Timed:
    """With the processor's time for it: the clock on the wall goes on where others are busy too."""
    began = step = time.thread_time()
    left = RESTS_SECONDS

    def rest() -> None:
        nonlocal step, left
        if rests and left > 0 and (spent := time.thread_time() - step) > STEP_SECONDS:
            time.sleep(min(rests * spent, left))
            left -= rests * spent
            step = time.thread_time()

    return look(db, rest), time.thread_time() - began
