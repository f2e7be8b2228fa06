"""Briefs for tiny pipelines, and what came of them."""

import asyncio
import io
from contextlib import asynccontextmanager

from PIL import Image

from heliograph.adapters.generators.diffusers.generator import Diffusers
from heliograph.adapters.generators.diffusers.messages import Open
from heliograph.domain.picture import Brief, InputImage, Pictures

SIDE = 128
STEPS = 6


@asynccontextmanager
async def diffusers(model, *devices, cancel_seconds=60.0, **options):
    """The generator, opened; it draws with one thread, as tests beside others should."""
    chosen = Open(model=str(model), **{"steps": STEPS} | options)
    generator = Diffusers(chosen, devices or ["cpu"], cancel_seconds=cancel_seconds)
    await generator.open()
    try:
        yield generator
    finally:
        await generator.close()


def brief(prompt="a red fox", *, size=(SIDE, SIDE), variants=1, seed=7, inputs=(), mask=None):
    return Brief(
        prompt=prompt, width=size[0], height=size[1], variants=variants, seed=seed, inputs=tuple(inputs), mask=mask
    )


def picture_input(image):
    file = io.BytesIO()
    image.save(file, format="PNG")
    return InputImage(data=file.getvalue(), width=image.width, height=image.height)


def halves(left, right, size=(SIDE, SIDE)):
    """A picture of two colours, side by side."""
    image = Image.new("RGB", size, right)
    image.paste(left, (0, 0, size[0] // 2, size[1]))
    return image


def opened(png):
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def pixels(png):
    """Without what the file says besides, such as the seed."""
    return opened(png).tobytes()


class Watcher:
    """Remembers the shares and previews that it was told."""

    def __init__(self):
        self.shares = []
        self.previews = []
        self.first = asyncio.Event()

    async def __call__(self, share, *, preview=None):
        self.shares.append(share)
        self.previews += [preview] if preview else []
        self.first.set()


async def drawn(generator, of, watcher=None):
    """The pictures; a failure is one of the test too."""
    outcome = await asyncio.wait_for(generator.generate(of, progress=watcher or Watcher()), 120)
    assert isinstance(outcome, Pictures), outcome
    return [opened(image) for image in outcome.images]
