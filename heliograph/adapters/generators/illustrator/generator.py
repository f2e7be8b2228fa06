"""The illustrator behind the generator port: each picture is drawn in a worker process, so that nothing else waits."""

import asyncio
from functools import partial

from anyio import to_process

from heliograph.adapters.generators.illustrator.illustrate import illustrate
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
        done = 0

        async def drawn(variant: int) -> bytes:
            nonlocal done
            draw = partial(
                illustrate,
                brief.prompt,
                width=brief.width,
                height=brief.height,
                seed=brief.seed + variant,
                variant=(brief.seed + variant) % COMPOSITIONS,
                inputs=tuple(image.data for image in brief.inputs),
                mask=brief.mask.data if brief.mask else None,
            )
            # A process that is waited for no longer is ended: a deadline or a stop must not leave it drawing.
            picture = await to_process.run_sync(draw, cancellable=True)
            done += 1
            await progress(done / brief.variants)
            return picture

        async with asyncio.TaskGroup() as group:
            pictures = [group.create_task(drawn(variant)) for variant in range(brief.variants)]
        seeds = [brief.seed + variant for variant in range(brief.variants)]
        return Pictures(images=[picture.result() for picture in pictures], seeds=seeds)
