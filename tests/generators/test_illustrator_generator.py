"""The illustrator behind the generator port."""

import asyncio
import json
import time
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw

from heliograph.adapters.generators.illustrator.generator import Illustrator
from heliograph.domain.picture import Brief, InputImage

LONGEST_BLOCK_SECONDS = 0.15  # of processor time, however busy the machine is
SIDE = 768


def given(image):
    file = BytesIO()
    image.save(file, "PNG")
    return InputImage(data=file.getvalue(), width=image.width, height=image.height)


async def longest_pause(until):
    """The longest that the event loop worked without coming round."""
    worst, before = 0.0, time.thread_time()
    while not until.done():
        await asyncio.sleep(0.005)
        now = time.thread_time()
        worst, before = max(worst, now - before), now
    return worst


async def test_pictures_are_decoded_edited_and_encoded_beside_the_event_loop():
    photo = Image.effect_noise((SIDE, SIDE), 80).convert("RGB")
    hole = Image.new("L", photo.size, 255)
    ImageDraw.Draw(hole).rectangle((100, 350, 450, 700), fill=0)
    shares = []

    async def progress(share, *, preview=None):
        assert preview is None
        shares.append(share)

    brief = Brief(prompt="a dog", width=SIDE, height=SIDE, variants=2, seed=7, inputs=[given(photo)], mask=given(hole))
    work = asyncio.create_task(Illustrator().generate(brief, progress=progress))
    assert await longest_pause(work) < LONGEST_BLOCK_SECONDS
    pictures = await work
    assert shares == [0.5, 1.0]
    assert list(pictures.seeds) == [7, 8]
    assert len(set(pictures.images)) == 2
    for data in pictures.images:
        made = Image.open(BytesIO(data))
        difference = ImageChops.difference(made.convert("RGB"), photo)
        kept = Image.composite(difference, Image.new("RGB", photo.size), hole)
        assert kept.getbbox() is None
        assert difference.getbbox() is not None
        assert json.loads(made.text["heliograph"])["mask"] is True


async def test_a_picture_belongs_to_its_seed_whichever_variant_it_was():
    async def progress(share, *, preview=None):
        del share, preview

    async def pictures(seed, variants):
        brief = Brief(prompt="a cat", width=96, height=96, variants=variants, seed=seed)
        return (await Illustrator().generate(brief, progress=progress)).images

    assert (await pictures(5, 4))[2] == (await pictures(7, 1))[0]


def test_it_says_what_it_can_do():
    assert (Illustrator.abilities.inputs, Illustrator.abilities.mask, Illustrator.abilities.seed) == (5, True, True)
