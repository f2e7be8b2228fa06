"""The illustrator behind the generator port: each picture is drawn in a worker process, so that nothing else waits."""

import asyncio
from collections.abc import Sequence
from contextlib import AsyncExitStack
from functools import partial
from pathlib import Path

from anyio import to_process

from heliograph.adapters.generators.illustrator.illustrate import illustrate
from heliograph.adapters.generators.lending import lent
from heliograph.domain.picture import Abilities, Brief, Pictures
from heliograph.domain.task import Failure
from heliograph.ports import Progress

COMPOSITIONS = 4  # the seed chooses one, so that neighbouring seeds differ in it


class Illustrator:
    """Composes pictures from vector drawings and edits given ones; needs no model, no key and no network."""

    name = "illustrator"
    concurrency: int | None = None
    abilities = Abilities(inputs=5, mask=True, seed=True)

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure:
        """One picture per variant, side by side as far as there are cores."""
        async with AsyncExitStack() as stack:
            inputs = [await stack.enter_async_context(lent(image.data)) for image in brief.inputs]
            mask = await stack.enter_async_context(lent(brief.mask.data)) if brief.mask else None
            return await _drawn(brief, inputs, mask, progress)


async def _drawn(brief: Brief, inputs: Sequence[str], mask: str | None, progress: Progress) -> Pictures:
    seeds = [brief.seed + variant for variant in range(brief.variants)]
    done = 0

    async def drawn(seed: int) -> bytes:
        nonlocal done
        draw = partial(
            _illustrated, brief.prompt, width=brief.width, height=brief.height, seed=seed, inputs=inputs, mask=mask
        )
        # A process that is waited for no longer is ended: a deadline or a stop must not leave it drawing.
        picture = await to_process.run_sync(draw, cancellable=True)
        done += 1
        await progress(done / brief.variants)
        return picture

    async with asyncio.TaskGroup() as group:
        pictures = [group.create_task(drawn(seed)) for seed in seeds]
    return Pictures(images=[picture.result() for picture in pictures], seeds=seeds)


def _illustrated(prompt: str, *, width: int, height: int, seed: int, inputs: Sequence[str], mask: str | None) -> bytes:
    """Runs in the worker process; `inputs` and `mask` are paths."""
    return illustrate(
        prompt,
        width=width,
        height=height,
        seed=seed,
        variant=seed % COMPOSITIONS,
        inputs=[Path(path).read_bytes() for path in inputs],
        mask=Path(mask).read_bytes() if mask else None,
    )
