"""Runs as a process of its own, for one image: opens it, turns it upright, and writes it again as a plain PNG.

The image is the standard input, and may have been made to hurt whoever opens it. So before its first byte is read the
process has no file and no connection besides, and no more memory and time than an honest image needs. The standard
output is one line of JSON, and the PNG behind it.
"""

import json
import os
import resource
import signal
import sys
import zlib
from io import BytesIO
from typing import BinaryIO

# What Pillow would import only when it is needed: by then no file can be opened.
from PIL import (  # isort: skip
    Image,
    ImageCms,
    JpegImagePlugin,
    MpoImagePlugin,  # noqa: F401
    TiffImagePlugin,  # noqa: F401  # reads EXIF
    UnidentifiedImageError,
    WebPImagePlugin,  # noqa: F401
)

from heliograph.adapters.images.limits import CPU_SECONDS, LONGEST_SIDE, MEMORY_BYTES, MOST_PIXELS, RESULT_BYTES

FORMATS = tuple(MOST_PIXELS)
_ORIENTATION = 0x0112
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What brings an image upright, by EXIF's orientation."""
_SIDEWAYS = frozenset({5, 6, 7, 8})


class Refused(Exception):
    """This image is not used; the text says why and what helps."""


def main(what: str) -> None:
    """`what` is `image` or `mask`."""
    source, result = sys.stdin.buffer, sys.stdout.buffer
    answer: dict[str, str | int]
    Image.preinit()
    confine()
    try:
        size, image = opened(source)
        image = as_mask(image) if what == "mask" else as_colours(image)
        png = encoded(image)
    except Refused as refusal:
        answer, png = {"refused": str(refusal)}, b""
    except MemoryError:
        answer, png = {"refused": "it needs too much memory to open: send a smaller one"}, b""
    except UnidentifiedImageError:
        answer, png = {"refused": "it is damaged from its beginning on: send a whole one"}, b""
    except Exception as error:  # noqa: BLE001  # decoders raise anything, and whatever it is, the image is at fault
        answer, png = {"refused": f"it is damaged, cut off or too complex: send another ({str(error)[:100]})"}, b""
    else:
        answer = {"width": size[0], "height": size[1]}
    result.write(json.dumps(answer).encode() + b"\n" + png)
    result.flush()


def confine() -> None:
    """From here on the kernel ends the process where it goes beyond what an image needs."""
    # Counted in pages, the whole of the address space.
    with open("/proc/self/statm", "rb") as sizes:  # noqa: PTH123  # pathlib would be one import more
        now = int(sizes.read().split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (now + MEMORY_BYTES,) * 2)
    resource.setrlimit(resource.RLIMIT_FSIZE, (RESULT_BYTES,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS + 2,) * 2)  # were the timer below taken away
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    # Python does not catch these: the process ends in the middle of whatever a decoder does.
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS)
    os.nice(5)


def opened(source: BinaryIO) -> tuple[tuple[int, int], Image.Image]:
    """The size of the image as it is looked at, and the image itself, made smaller where it is large."""
    Image.MAX_IMAGE_PIXELS = None  # a limit of our own, per format
    image = Image.open(source, formats=FORMATS)
    _check_pixels(image)
    factor = _factor(image.size)
    size = image.size
    if isinstance(image, JpegImagePlugin.JpegImageFile) and factor > 1:
        image.draft(None, (-(-size[0] // factor), -(-size[1] // factor)))
    image.load()
    orientation = _orientation(image)
    plain = _reduced(_eight_bits(image), _factor(image.size))
    if turn := _TURNS.get(orientation):
        plain = plain.transpose(turn)
    return (size[::-1] if orientation in _SIDEWAYS else size), plain


def as_colours(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where something is transparent, with the colours that its profile means."""
    profile = image.info.get("icc_profile")
    alpha = image.getchannel("A") if image.mode in {"RGBA", "LA"} else None
    colours = _in_srgb(image.convert("RGB") if image.mode == "RGBA" else image, profile)
    if alpha is not None:
        colours.putalpha(alpha)
    return colours


def as_mask(image: Image.Image) -> Image.Image:
    """Grey; what is transparent counts as black."""
    if image.mode in {"RGBA", "LA"}:
        black = Image.new("RGBA", image.size, (0, 0, 0, 255))
        image = Image.alpha_composite(black, image.convert("RGBA"))
    return image.convert("L")


def encoded(image: Image.Image) -> bytes:
    """A PNG with pixels in it and nothing else: no place where a photo was taken, no comment, no second file."""
    image.info = {}
    png = BytesIO()
    # Of zlib's ways the one that is quickest and smallest for photographs: only runs are packed.
    image.save(png, "PNG", compress_level=1, compress_type=zlib.Z_RLE)
    return png.getvalue()


def _check_pixels(image: Image.Image) -> None:
    width, height = image.size
    if min(width, height) < 1:
        raise Refused("it has no pixels")
    kind = "JPEG" if image.format == "MPO" else str(image.format)
    if width * height > MOST_PIXELS[kind]:
        limits = ", ".join(f"{name} {most / 1e6:.0f}" for name, most in MOST_PIXELS.items())
        raise Refused(f"it has {width}x{height} pixels: send one of fewer millions ({limits} at most)")


def _factor(size: tuple[int, int]) -> int:
    """How much smaller an image has to be made: a power of two."""
    factor = 1
    while max(size) > LONGEST_SIDE * factor:
        factor *= 2
    return factor


def _orientation(image: Image.Image) -> int:
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except Exception:  # noqa: BLE001  # whatever is wrong in there, the pixels are good
        return 1


def _eight_bits(image: Image.Image) -> Image.Image:
    """L, LA, RGB, RGBA or CMYK, of eight bits each."""
    info = image.info
    match image.mode:
        case "P" | "PA" | "1":
            plain = image.convert("RGBA" if "transparency" in info or image.mode == "PA" else "RGB")
        case "I" | "I;16" | "I;16B" | "F":
            plain = image.point(lambda value: value * (1 / 256)).convert("L")
        case "L" | "RGB" if "transparency" in info:
            plain = image.convert("RGBA")
        case "L" | "LA" | "RGB" | "RGBA" | "CMYK":
            plain = image
        case _:
            plain = image.convert("RGB")
    plain.info = {"icc_profile": info.get("icc_profile")}
    return plain


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    return image.reduce(factor) if factor > 1 else image


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    grey = image.convert("L") if image.mode == "LA" else image
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(grey, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            return grey.convert("RGB")
        if converted is not None:
            return converted
    return grey.convert("RGB")


if __name__ == "__main__":
    main(sys.argv[1])
