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
    # In threads, since the system may take its time to find so much memory, and takes milliseconds to have it back.
    making = asyncio.ensure_future(asyncio.to_thread(_file_of, content))
    try:
        descriptor = await asyncio.shield(making)
        yield f"/proc/{os.getpid()}/fd/{descriptor}"
    finally:
        await asyncio.to_thread(os.close, await making)


def _file_of(content: bytes) -> int:
    descriptor = os.memfd_create("picture")
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(descriptor, left) :]
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
