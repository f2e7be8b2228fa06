"""Fills a region of a picture from what is around it: level bands from side to side, softened by what is all around."""

from random import Random

from PIL import Image, ImageChops, ImageFilter

LONGEST = 320  # a fill is smooth: it is worked out at this size
GRAIN = 7  # levels of noise, or a fill would look like plastic
BANDS = 0.72  # sky, water and ground lie level in most pictures
AWAY = 5  # pixels of the edge that are not trusted: a cut-out leaves a seam there


def filled(image: Image.Image, keep: Image.Image, random: Random) -> Image.Image:
    """The picture with everything that is not wholly kept (255) filled in."""
    if keep.getextrema()[0] == 255:  # noqa: PLR2004
        return image
    scale = min(1.0, LONGEST / max(image.size))
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    known = keep.resize(size, Image.Resampling.BOX).point(lambda v: 255 if v > 250 else 0)  # noqa: PLR2004
    trusted = known.filter(ImageFilter.MinFilter(AWAY))
    if trusted.getextrema()[1] == 0:
        trusted = known
    small = image.resize(size, Image.Resampling.BOX).convert("RGBA")
    small.putalpha(trusted)
    around = _pulled(small).convert("RGB")
    bands = _banded(small, around)
    smooth = Image.blend(around, bands, BANDS).filter(ImageFilter.GaussianBlur(1.6))
    around = smooth.resize(image.size, Image.Resampling.BICUBIC)
    return Image.composite(image, _grained(around, random), keep)


def _banded(image: Image.Image, around: Image.Image) -> Image.Image:
    """Each row of the hole from its left rim to its right one; a row without rims as it is all around."""
    wide, high = image.size
    known, pixels, whole = image.getchannel("A").tobytes(), image.convert("RGB").tobytes(), bytearray(around.tobytes())
    for y in range(high):
        row = known[y * wide : (y + 1) * wide]
        x = row.find(0)
        while x != -1:
            end = row.find(255, x)
            end = wide if end == -1 else end
            left, right = x - 1, end if end < wide else -1
            _bridge(pixels, whole, y * wide, (left, right, x, end))
            x = row.find(0, end)
    return Image.frombytes("RGB", image.size, bytes(whole)).filter(ImageFilter.GaussianBlur(1))


def _bridge(pixels: bytes, whole: bytearray, start: int, span: tuple[int, int, int, int]) -> None:
    """Fill one gap of a row between the two pixels at its rims, or from the one there is."""
    left, right, x, end = span
    rims = [(start + at) * 3 for at in (left, right) if at >= 0]
    if not rims:
        return
    first, last = pixels[rims[0] : rims[0] + 3], pixels[rims[-1] : rims[-1] + 3]
    for at in range(x, end):
        share = (at - x + 1) / (end - x + 1)
        place = (start + at) * 3
        for c in range(3):
            whole[place + c] = round(first[c] + (last[c] - first[c]) * share)


def _pulled(image: Image.Image) -> Image.Image:
    """Halve until nothing is missing, then fill each size from the one below it."""
    if min(image.size) <= 1 or image.getchannel("A").getextrema()[0] == 255:  # noqa: PLR2004
        return _solid(image)
    below = _pulled(image.reduce(2))
    under = below.resize(image.size, Image.Resampling.BICUBIC)
    return Image.alpha_composite(under, image)


def _solid(image: Image.Image) -> Image.Image:
    """Half known is good enough at the coarsest size; not known at all is grey."""
    red, green, blue, alpha = image.split()
    solid = Image.merge("RGBA", (red, green, blue, alpha.point(lambda v: 255 if v else 0)))
    return Image.alpha_composite(Image.new("RGBA", image.size, "#b9bcc0"), solid)


def _grained(image: Image.Image, random: Random) -> Image.Image:
    side = 256
    noise = Image.frombytes("L", (side, side), random.randbytes(side * side)).point(
        lambda v: 128 + (v - 128) * GRAIN // 128
    )
    tiled = Image.new("L", image.size)
    for x in range(0, image.width, side):
        for y in range(0, image.height, side):
            tiled.paste(noise, (x, y))
    return ImageChops.add(image, tiled.convert("RGB"), 1, -128)
