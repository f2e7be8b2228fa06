"""Persist: what has been done outside must not be forgotten because a disk is full for a while."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from heliograph.domain.errors import StoreError
from heliograph.ports import Observer
from heliograph.workers.desk import POLL_SECONDS

ValueT = TypeVar("ValueT")


async def until_stored(step: str, write: Callable[[], Awaitable[ValueT]], observer: Observer) -> ValueT:
    """Try again until the store or the disk takes it; every try that fails is told."""
    while True:
        try:
            return await write()
        except (StoreError, OSError) as error:
            observer.step_failed(step, error)
            await asyncio.sleep(POLL_SECONDS)
