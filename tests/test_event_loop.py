"""While pictures are drawn, decoded and fetched, all at once, nothing keeps the event loop for long.

What counts is the processor time of the loop's own thread, so that nothing is blamed on the loop that other processes
of the machine have taken.
"""

import asyncio
import gc
import io
import os
import selectors
import time

import pytest
from PIL import Image

from heliograph.adapters.egress.fetch import GuardedFetcher
from heliograph.adapters.generators.illustrator.generator import Illustrator
from heliograph.adapters.generators.openai.request import Manner, Request
from heliograph.adapters.images.limits import LONGEST_SIDE
from heliograph.adapters.images.reader import ConfinedReader
from heliograph.domain.inputs import MOST_BYTES, image_of
from heliograph.domain.picture import Brief
from heliograph.ports import NotOpened
from tests.egress.raw import sending, serving
from tests.images.corpus import BAD, quarters, saved

LONGEST_SECONDS = 0.02
PATIENCE_SECONDS = 300
BODY = bytes(20_000_000)
BODIES = 5
HOSTILE = (
    "a JPEG that takes long",
    "a JPEG that is cut off",
    "a JPEG of too many pixels",
    "a PNG that unpacks to too much",
    "a text in a PNG that unpacks to too much",
    "a profile in a PNG that unpacks to too much",
    "a WebP of too many pixels",
    "text",
)


class Watched(asyncio.SelectorEventLoop):
    """Its clock is the processor time of its thread and its own waits: in debug mode it tells what takes long by it."""

    def __init__(self):
        super().__init__(_Waiting(self))
        self.waited = 0.0
        self.slow_callback_duration = LONGEST_SECONDS

    def time(self):
        return time.thread_time() + getattr(self, "waited", 0.0)


class _Waiting(selectors.DefaultSelector):
    def __init__(self, loop):
        super().__init__()
        self.loop = loop

    def select(self, timeout=None):
        began, worked = time.monotonic(), time.thread_time()
        try:
            return super().select(timeout)
        finally:
            self.loop.waited += time.monotonic() - began - (time.thread_time() - worked)


@pytest.fixture
def held_up(caplog):
    """Runs a coroutine; what kept the event loop for longer than `LONGEST_SECONDS`."""

    def run(main):
        caplog.clear()
        with asyncio.Runner(debug=True, loop_factory=Watched) as runner:
            runner.run(main)
        return [told.getMessage() for told in caplog.records if told.getMessage().startswith("Executing ")]

    # A collection of all that the tests have loaded would be blamed on whatever runs then.
    gc.collect()
    gc.freeze()
    yield run
    gc.unfreeze()


def photo():
    """As large as what the reader gives to generators: a PNG that does not compress, of three bytes a pixel."""
    size = (LONGEST_SIDE, LONGEST_SIDE)
    return saved(Image.frombytes("RGB", size, os.urandom(3 * LONGEST_SIDE**2)), "PNG", compress_level=0)


async def decoded(data):
    await asyncio.sleep(0)
    Image.open(io.BytesIO(data)).load()


async def progress(share, *, preview=None):
    del share, preview


async def drawn(inputs):
    brief = Brief(prompt="a dog in a park", width=1024, height=1024, variants=2, seed=7, inputs=inputs)
    return (await Illustrator().generate(brief, progress=progress)).images


async def opened(files):
    reader = ConfinedReader()
    try:
        return await asyncio.gather(*map(reader.open, files))
    finally:
        await reader.close()


async def answer(reader, writer):
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(BODY))
    for start in range(0, len(BODY), 2**18):
        writer.write(BODY[start : start + 2**18])
        await writer.drain()


async def fetched():
    async with serving(answer) as port, sending() as sender:
        fetcher = GuardedFetcher(sender.exchanges, timeout_seconds=PATIENCE_SECONDS)
        url = f"http://127.0.0.2:{port}/"
        return await asyncio.gather(*(fetcher.fetch(url, most_bytes=MOST_BYTES) for _ in range(BODIES)))


def test_a_picture_that_is_decoded_on_the_event_loop_is_told(held_up):
    [told] = held_up(decoded(saved(quarters((3000, 3000)), "PNG")))
    assert "decoded" in told


@pytest.mark.parametrize(("count", "masked"), [(5, False), (1, True)])
def test_what_is_sent_to_an_api_is_made_ready_without_keeping_the_event_loop(held_up, count, masked):
    inputs = [image_of(photo()) for _ in range(count)]
    mask = image_of(saved(quarters((LONGEST_SIDE, LONGEST_SIDE)).convert("L"), "PNG")) if masked else None
    brief = Brief(prompt="a dog", width=1024, height=1024, variants=1, seed=7, inputs=inputs, mask=mask)

    async def prepared():
        request = await Request.of(brief, Manner(model="a-model"))
        assert ("mask" in request.fields, request.is_edit) == (masked, True)
        sent = request.fields["image"] if count > 1 else [request.fields["image"]]
        assert [data for _, data, _ in sent] == [image.data for image in inputs]

    assert held_up(prepared()) == []


def test_nothing_keeps_the_event_loop_while_pictures_are_drawn_decoded_and_fetched(held_up):
    photos = [photo() for _ in range(Illustrator.abilities.inputs)]
    honest = [photos[0], saved(quarters((6000, 3500)), "PNG") + BODY, saved(quarters((8000, 4000)), "JPEG")]
    hostile = [BAD[name]() for name in HOSTILE]

    async def all_at_once():
        work = (drawn([]), drawn(list(map(image_of, photos))), opened(honest), opened(hostile), fetched())
        async with asyncio.timeout(PATIENCE_SECONDS):
            scenes, edits, good, bad, bodies = await asyncio.gather(*work)
        assert (len(set(scenes)), len(set(edits))) == (2, 2)
        assert [isinstance(one, NotOpened) for one in (*good, *bad)] == [False] * len(good) + [True] * len(bad)
        assert [len(body) for body in bodies] == [len(BODY)] * BODIES

    assert held_up(all_at_once()) == []
