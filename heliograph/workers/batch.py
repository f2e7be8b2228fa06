"""A batch: what comes in within a moment, or while the last one is being written, is written together."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

ItemT = TypeVar("ItemT")

LINGER_SECONDS = 0.01
"""What is not enough for a batch waits so long for more: each one is a transaction, and those that somebody waits for
stand behind it."""


class Batch(Generic[ItemT]):
    """Hands items to `write`, one batch of at most `most()` after the other; nobody waits for what is written."""

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
            if len(self._items) < self._most() and not self._stopping:
                await asyncio.sleep(LINGER_SECONDS)
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
