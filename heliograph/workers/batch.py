"""A batch: what comes in while the last one is being written goes into the next one together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")


MOST = 256
"""Items of one batch: enough to make its commit cheap, few enough that what somebody waits for is not behind many."""


class Batch(Generic[ItemT]):
    """Hands items to `write`, one batch after the other; nothing waits for a batch to fill up."""

    def __init__(self, write: Callable[[Sequence[ItemT]], Awaitable[None]]) -> None:
        self._write = write
        self._items: list[ItemT] = []
        self._filled = asyncio.Event()
        self._stopping = False

    def add(self, item: ItemT) -> None:
        self._items.append(item)
        self._filled.set()

    async def run(self) -> None:
        """Write until `stop`, and then what is left."""
        while not (self._stopping and not self._items):
            await self._filled.wait()
            items, self._items = self._items[:MOST], self._items[MOST:]
            if not self._stopping and not self._items:
                self._filled.clear()
            if items:
                await self._write(items)

    def stop(self) -> None:
        """Nothing more will be added; `run` returns when all is written."""
        self._stopping = True
        self._filled.set()
