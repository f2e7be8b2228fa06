"""The openai generator at one end of a wire, and what it is given."""

import ssl
from io import BytesIO

from PIL import Image

from heliograph.adapters.clock import SystemClock
from heliograph.adapters.generators.openai.generator import OpenAIImages
from heliograph.adapters.generators.openai.request import Manner
from heliograph.adapters.openai_sdk import connected
from heliograph.domain.contract import Size
from heliograph.domain.picture import Brief, InputImage
from tests.fakes import RecordingObserver
from tests.generators.images_api import KEY

GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
TRUST = ssl.create_default_context()


class Heard:
    """A progress that notes what it is told."""

    def __init__(self):
        self.shares, self.previews = [], []

    async def __call__(self, share, *, preview=None):
        self.shares.append(share)
        if preview:
            self.previews.append(preview)


class World:
    """The generator at the end of a wire; `manner` and the others are as they are by the first call."""

    def __init__(self, api, *, url="", key=KEY, timeout_seconds=20.0, proxy="", **manner):
        self.api = api
        self.heard, self.observer = Heard(), RecordingObserver()
        self.client = connected(
            key=key, base_url=url or api.url, timeout_seconds=timeout_seconds, trust=TRUST, proxy=proxy
        )
        self.generator = OpenAIImages(
            self.client,
            Manner(**{"model": "gpt-image-2", "previews": 0} | manner),
            timeout_seconds=timeout_seconds,
            clock=SystemClock(),
            observer=self.observer,
        )

    async def draws(self, prompt="a lighthouse", size=Size.SQUARE, variants=1, seed=1, **fields):
        width, height = size.pixels
        brief = Brief(prompt=prompt, width=width, height=height, variants=variants, seed=seed, **fields)
        return await self.generator.generate(brief, progress=self.heard)


def png(width=8, height=8, colour=(200, 30, 30), mode="RGB"):
    file = BytesIO()
    Image.new(mode, (width, height), colour).save(file, "PNG")
    return file.getvalue()


def an_input(width=8, height=8, **how):
    return InputImage(data=png(width, height, **how), width=width, height=height)


def a_mask(width=8, height=8):
    """The left half is to be changed."""
    image = Image.new("L", (width, height), 255)
    image.paste(0, (0, 0, width // 2, height))
    file = BytesIO()
    image.save(file, "PNG")
    return InputImage(data=file.getvalue(), width=width, height=height)


def size_of(data, kind="PNG"):
    with Image.open(BytesIO(data), formats=[kind]) as image:
        image.load()
        return image.size
