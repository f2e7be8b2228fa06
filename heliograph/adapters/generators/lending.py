"""Lending: given pictures reach a worker process as files, since pickled into its pipe they hold the event loop up."""

import asyncio
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def lent(content: bytes) -> AsyncIterator[str]:
    """The path of a file with this content, which is only in memory and only for as long as this lasts.

    A process of the same user may read it. Raises `OSError` where there is no memory for it.
    """
    loop, descriptor = asyncio.get_running_loop(), os.memfd_create("picture")
    # In threads, since the system may take its time to find so much memory, and takes milliseconds to have it back.
    filling = loop.run_in_executor(None, _fill, descriptor, content)
    try:
        await asyncio.shield(filling)
        yield f"/proc/{os.getpid()}/fd/{descriptor}"
    finally:
        # Only when the thread is done with it, however often this task is cancelled: its number may be another's next.
        filling.add_done_callback(lambda _: loop.run_in_executor(None, os.close, descriptor))


def _fill(descriptor: int, content: bytes) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(descriptor, left) :]
