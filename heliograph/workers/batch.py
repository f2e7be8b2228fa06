"""A batch: what comes in while the last one is being written goes into the next one together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")


class Batch(Generic[ItemT]):
    """Hands items to `write`, one batch of at most `most()` after the other; nothing waits for one to fill up."""

    def __init__(self, write: Callable[[Sequence[ItemT]], Awaitable[None]], *, most: Callable[[], int]) -> None:
        self._write = write
        self._most = most
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
            most = self._most()
            items, self._items = self._items[:most], self._items[most:]
            if not self._stopping and not self._items:
                self._filled.clear()
            if items:
                await self._write(items)

    def stop(self) -> None:
        """Nothing more will be added; `run` returns when all is written."""
        self._stopping = True
        self._filled.set()
