"""Every image comes out as a plain upright PNG or as a sentence, whatever it is and whatever it was made to do."""

import asyncio
import io
import signal
import subprocess
import sys
import time
from itertools import pairwise

import pytest
from PIL import Image

from heliograph.adapters.images.limits import LONGEST_SIDE
from heliograph.adapters.images.reader import ConfinedReader
from heliograph.ports import NotOpened
from tests.fakes import until
from tests.images.corpus import (
    BAD,
    COLOURS,
    GOOD,
    HEIGHT,
    WIDTH,
    animated,
    in_another_space,
    quarters,
    saved,
    sideways,
    sixteen_bits,
    transparent_palette,
    with_a_place,
)  # fmt: skip

COLOURLESS = {"grey JPEG", "grey with alpha", "16 bits, grey", "one bit"}
SMALL = {"one pixel", "one line"}
SAID = {
    "a GIF": "it is a GIF: send a JPEG, PNG or WebP",
    "a web page": "it is a web page: send a JPEG, PNG or WebP",
    "nothing": "it is empty: send a JPEG, PNG or WebP",
    "a PNG that unpacks to too much": "it has 30000x30000 pixels: send one of fewer millions",
    "a JPEG that is cut off": "it is damaged, cut off or too complex",
    "a JPEG that takes long": "it takes more than 2 s to open: send a simpler one",
}
ODD = 40
"""How far a colour may be off that was packed with losses."""


@pytest.fixture
async def reader():
    images = ConfinedReader()
    yield images
    await images.close()


async def opened(reader, data, **how):
    told = await reader.open(data, **how)
    assert not isinstance(told, NotOpened), told
    image = Image.open(io.BytesIO(told.image.data), formats=["PNG"])
    image.load()
    assert image.size == (told.image.width, told.image.height)
    return told, image


def corners(image):
    width, height = image.size
    plain = image.convert("RGB")
    return [plain.getpixel((width * (1 + 2 * x) // 4, height * (1 + 2 * y) // 4)) for y in (0, 1) for x in (0, 1)]


def is_like(image, colours=COLOURS):
    return all(
        abs(a - b) < ODD
        for one, other in zip(corners(image), colours, strict=True)
        for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize("name", GOOD)
async def test_a_good_image_becomes_a_plain_png(reader, name):
    told, image = await opened(reader, GOOD[name]())
    assert (image.mode in {"RGB", "RGBA"}, image.info) == (True, {})
    if name not in SMALL:
        assert (told.width, told.height) == (WIDTH, HEIGHT)
        assert name in COLOURLESS or is_like(image)


@pytest.mark.parametrize("name", BAD)
async def test_a_bad_one_is_refused_with_a_sentence_and_soon(reader, name):
    data = BAD[name]()
    told = await reader.open(data)
    assert isinstance(told, NotOpened)
    assert told.why.startswith(SAID.get(name, "it "))
    assert "send" in told.why
    assert "<" not in told.why


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
async def test_a_photo_that_lies_on_its_side_is_turned_upright(reader, kind, orientation):
    told, image = await opened(reader, sideways(orientation, kind, **({"lossless": True} if kind == "WEBP" else {})))
    assert (told.width, told.height) == image.size == (WIDTH, HEIGHT)
    assert is_like(image)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
async def test_where_a_photo_was_taken_and_what_was_said_of_it_is_left_out(reader, kind):
    data = with_a_place()[kind]
    assert b"my house" in data
    told, image = await opened(reader, data)
    assert b"my house" not in told.image.data
    assert (image.info, dict(image.getexif())) == ({}, {})


async def test_what_hides_behind_an_image_is_left_out(reader):
    for name in ("a PNG with an archive behind it", "a JPEG with a page in its comment"):
        told, _ = await opened(reader, GOOD[name]())
        assert b"index.html" not in told.image.data
        assert told.image.data.endswith(b"IEND\xaeB`\x82")


async def test_sixteen_bits_become_the_upper_eight(reader):
    _, image = await opened(reader, sixteen_bits(colour=2))
    assert corners(image) == list(COLOURS)
    _, grey = await opened(reader, sixteen_bits(colour=0))
    assert corners(grey) == corners(quarters().convert("L"))


async def test_what_is_transparent_stays_so(reader):
    _, image = await opened(reader, transparent_palette())
    assert image.mode == "RGBA"
    alphas = {image.getpixel((WIDTH // 4, HEIGHT // 4))[3], image.getpixel((WIDTH - 1, HEIGHT - 1))[3]}
    assert alphas == {0, 255}


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "MPO"])
async def test_of_an_animation_the_first_picture_is_taken(reader, kind):
    _, image = await opened(reader, animated(kind))
    assert is_like(image)


async def test_colours_are_those_that_the_profile_means(reader):
    _, image = await opened(reader, in_another_space((250, 0, 0)))
    red, green, _ = image.getpixel((0, 0))
    assert (red < 60, green > 200) == (True, True)


@pytest.mark.parametrize(("kind", "size"), [("JPEG", (8000, 4000)), ("PNG", (6000, 3500)), ("WEBP", (4000, 4000))])
async def test_a_large_image_is_halved_until_it_is_large_enough(reader, kind, size):
    told, image = await opened(reader, saved(quarters(size), kind))
    assert (told.width, told.height) == size
    assert LONGEST_SIDE / 2 < max(image.size) <= LONGEST_SIDE
    assert size[0] % image.width == size[1] % image.height == 0
    assert is_like(image)


async def test_a_large_photo_that_lies_on_its_side_is_measured_upright(reader):
    exif = Image.Exif()
    exif[0x0112] = 6
    told, image = await opened(reader, saved(quarters((4000, 1000)), "JPEG", exif=exif))
    assert ((told.width, told.height), image.size) == ((1000, 4000), (500, 2000))


async def test_a_mask_is_grey_and_what_is_transparent_in_it_is_black(reader):
    mask = Image.new("RGBA", (4, 1), "white")
    mask.putpixel((0, 0), (0, 0, 0, 255))
    mask.putpixel((1, 0), (255, 255, 255, 0))
    _, image = await opened(reader, saved(mask, "PNG"), is_mask=True)
    assert (image.mode, list(image.tobytes())) == ("L", [0, 0, 255, 255])


async def test_the_event_loop_does_not_wait(reader):
    """While some are opened, among them large ones, and one that is ended."""
    at = [time.perf_counter()]

    async def probe():
        while True:
            await asyncio.sleep(0.002)
            at.append(time.perf_counter())

    probing = asyncio.create_task(probe())
    large = saved(quarters((6000, 3500)), "PNG") + bytes(20_000_000)
    data = [BAD["a JPEG that takes long"](), *[large, GOOD["WebP"](), BAD["text"]()] * 2]
    at[:] = [time.perf_counter()]
    told = await asyncio.gather(*map(reader.open, data))
    probing.cancel()
    assert [isinstance(one, NotOpened) for one in told] == [True, *[False, False, True] * 2]  # nor the others with it
    lags = sorted(later - sooner - 0.002 for sooner, later in pairwise(at))
    assert len(lags) > 100
    assert lags[len(lags) * 95 // 100] < 0.02


@pytest.fixture
def another_worker(monkeypatch, tmp_path):
    """In place of the process that opens an image, one that does what this shell script says."""

    def does(script):
        program = tmp_path / "python"
        program.write_text(f"#!/bin/sh\n{script}\n")
        program.chmod(0o755)
        monkeypatch.setattr(sys, "executable", str(program))

    return does


async def test_the_process_is_told_nothing_of_the_servers_secrets(reader, another_worker, monkeypatch):
    monkeypatch.setenv("HELIOGRAPH_API_KEYS", "hg_secret")
    another_worker("/usr/bin/env >&2; exit 1")
    with pytest.raises(OSError, match="PWD=/") as caught:
        await reader.open(GOOD["PNG"]())
    assert "hg_secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("echo no such module >&2; exit 1", "ended with status 1: no such module"),
        ("kill -9 $$", "ended with status -9"),
        ("exec sleep 60", "not done within 0.5 s"),
        ("exit 0", "nothing that can be read"),
        ("echo '[]'", "nothing that can be read"),
        ("""echo '{"width": 1, "height": 1}'; echo '<html>'""", "it is no PNG"),
        ("""printf '{"width": 1}\\n\\211PNG\\r\\n\\032\\n'""", "nothing that can be read: 'height'"),
    ],
)
async def test_a_process_that_does_not_do_its_work_is_no_fault_of_the_image(
    reader, another_worker, monkeypatch, script, said
):
    monkeypatch.setattr("heliograph.adapters.images.reader.PATIENCE_SECONDS", 0.5)
    another_worker(script)
    with pytest.raises(OSError, match=said):
        await reader.open(GOOD["PNG"]())


async def test_what_a_thread_begins_while_all_stops_is_ended_at_once():
    images = ConfinedReader()
    await images.close()
    with subprocess.Popen(["sleep", "60"]) as process:  # noqa: ASYNC220  # as the reader's threads do
        async with asyncio.timeout(20):
            assert await asyncio.to_thread(images._ended, process) == -signal.SIGKILL


async def test_a_stop_waits_for_no_image(another_worker):
    another_worker("exec sleep 60")
    images = ConfinedReader()
    opening = [asyncio.create_task(images.open(GOOD["PNG"]())) for _ in range(20)]
    await until(lambda: len(images._running) > 0)
    async with asyncio.timeout(20):
        await images.close()
        told = await asyncio.gather(*opening, return_exceptions=True)
    assert all(isinstance(one, OSError | asyncio.CancelledError) for one in told)
