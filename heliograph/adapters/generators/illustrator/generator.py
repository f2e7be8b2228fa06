"""The illustrator behind the generator port: each picture is drawn in a worker process, so that nothing else waits."""

import asyncio
from functools import partial

from anyio import to_process

from heliograph.adapters.generators.illustrator.illustrate import illustrate
from heliograph.domain.picture import Abilities, Brief, Pictures
from heliograph.domain.task import Failure
from heliograph.ports import Progress


class Illustrator:
    """Composes pictures from vector drawings; needs no model, no key and no network."""

    name = "illustrator"
    concurrency: int | None = None
    abilities = Abilities(seed=True)

    async def generate(self, brief: Brief, *, progress: Progress) -> Pictures | Failure:
        """One picture per variant, side by side as far as there are cores."""
        done = 0

        async def drawn(variant: int) -> bytes:
            nonlocal done
            draw = partial(
                illustrate, brief.prompt, width=brief.width, height=brief.height, seed=brief.seed, variant=variant
            )
            # A process that is waited for no longer is ended: a deadline or a stop must not leave it drawing.
            picture = await to_process.run_sync(draw, cancellable=True)
            done += 1
            await progress(done / brief.variants)
            return picture

        async with asyncio.TaskGroup() as group:
            pictures = [group.create_task(drawn(variant)) for variant in range(brief.variants)]
        return Pictures(images=[picture.result() for picture in pictures])
