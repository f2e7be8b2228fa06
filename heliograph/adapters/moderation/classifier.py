"""The image classifier: open_nsfw in a worker process, one picture at a time, so that nothing else waits."""

import asyncio
from contextlib import suppress
from io import BytesIO

from anyio import BrokenWorkerProcess, CapacityLimiter, to_process
from PIL import Image

from heliograph.adapters.moderation.judge import judge
from heliograph.domain.errors import ClassifierFailed

LONGEST_SECONDS = 20.0
"""For one picture, which takes a twentieth of a second, and for loading the model before the first."""
AT_ONCE = 1
"""Each process holds the model, and one judges more than generators draw."""


class OpenNSFW:
    """Yahoo's open_nsfw."""

    def __init__(self) -> None:
        self._turns = asyncio.Semaphore(AT_ONCE)
        self._places = CapacityLimiter(AT_ONCE)

    async def open(self) -> None:
        """Judge a blank picture: what does not work is told at the start. Raises `ClassifierFailed`."""
        blank = BytesIO()
        Image.new("RGB", (8, 8)).save(blank, "PNG")
        await self.classify(blank.getvalue())

    async def classify(self, image: bytes) -> float:
        """Raises `ClassifierFailed`, also after `LONGEST_SECONDS`; waiting for its turn does not count."""
        async with self._turns:
            try:
                async with asyncio.timeout(LONGEST_SECONDS):
                    return await self._judged(image)
            except TimeoutError:
                raise ClassifierFailed(f"the picture was not judged within {LONGEST_SECONDS:g} s") from None
            except (BrokenWorkerProcess, OSError) as error:
                raise ClassifierFailed(f"the process that judges pictures ended: {error.__cause__ or error}") from error

    async def _judged(self, image: bytes) -> float:
        with suppress(BrokenWorkerProcess):
            return await self._in_process(image)
        # It may have been killed while it had nothing to do.
        return await self._in_process(image)

    async def _in_process(self, image: bytes) -> float:
        return await to_process.run_sync(judge, image, cancellable=True, limiter=self._places)
