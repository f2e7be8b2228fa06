"""A watch over what this process draws: a task that was ended or taken from it is drawn no further."""

import asyncio
from collections.abc import Awaitable
from contextlib import suppress
from typing import TypeVar

from heliograph.domain.task import Owner, Task, TaskId
from heliograph.ports import Observer, TaskStore

ValueT = TypeVar("ValueT")

LOOK_SECONDS = 1.0
"""A task may be cancelled on another machine, whose word may be missed."""


class Watch:
    """Knows what is being drawn, and by which try."""

    def __init__(self, *, owner: Owner, store: TaskStore, observer: Observer) -> None:
        self._owner = owner
        self._store = store
        self._observer = observer
        self._limits: dict[tuple[TaskId, int], asyncio.Timeout] = {}
        self._asked = asyncio.Event()

    async def over(self, task: Task, drawing: Awaitable[ValueT]) -> ValueT | None:
        """What the drawing comes to; None if the task was this process's no longer, and the drawing was stopped."""
        key = (task.id, task.tries)
        try:
            async with asyncio.timeout(None) as limit:
                self._limits[key] = limit
                return await drawing
        except TimeoutError:
            if not limit.expired():
                raise
            return None
        finally:
            self._limits.pop(key, None)

    def look_soon(self) -> None:
        """Something may have ended elsewhere."""
        self._asked.set()

    async def run(self) -> None:
        """Look every second, and when it is asked for, for ever."""
        while True:
            try:
                await self._look()
            except Exception as error:  # noqa: BLE001  # what is drawn goes on, whatever keeps this from looking
                self._observer.step_failed("look", error)
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._asked.wait()
            self._asked.clear()

    async def _look(self) -> None:
        if not (drawn := set(self._limits)):
            return
        for key in drawn - await self._store.held_by(self._owner):
            # What has come to its end meanwhile has left by itself.
            if limit := self._limits.get(key):
                limit.reschedule(asyncio.get_running_loop().time())
