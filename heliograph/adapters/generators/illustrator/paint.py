"""Manners of painting that work on pixels: watercolour and pixel art."""

from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

PIXELS_ACROSS = 168
PIXEL_COLOURS = 40
SMALLEST_PAINTED = 64
PAINTED_SIDE = 832  # watercolour is soft: it is painted at this longer side and enlarged


def within(width: int, height: int, limit: int) -> tuple[int, int]:
    """The same shape with its longer side at most this long."""
    scale = min(1.0, limit / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def sized(image: Image.Image, width: int, height: int) -> Image.Image:
    return image if image.size == (width, height) else image.resize((width, height), Image.Resampling.BICUBIC)


def painted_size(width: int, height: int) -> tuple[int, int]:
    wide, high = (max(SMALLEST_PAINTED, side) for side in within(width, height, PAINTED_SIDE))
    return wide, high


def pixels(fine: Image.Image, cells: tuple[int, int]) -> Image.Image:
    """So many cells in few colours."""
    coarse = fine.resize(cells, Image.Resampling.BOX)
    return coarse.quantize(PIXEL_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).convert("RGB")


def watercolour(image: Image.Image, random: Random) -> Image.Image:
    """Wavering edges, pigment that gathers at them, blooms, and paper that shows through and stays white at the rim."""
    wide, high = image.size
    flat = ImageEnhance.Color(_wavering(image, random)).enhance(1.2)
    wet = flat.filter(ImageFilter.GaussianBlur(1.1))
    edges = ImageOps.grayscale(ImageChops.difference(wet, flat.filter(ImageFilter.GaussianBlur(6)))).point(
        lambda v: 255 - min(v * 2, 70)
    )
    painted = ImageChops.multiply(wet, edges.convert("RGB"))
    washed = Image.blend(painted, Image.new("RGB", (wide, high), "#fff8ea"), 0.12)
    washed = ImageChops.screen(washed, _noise((wide, high), random, 7, 0, 34).convert("RGB"))
    washed = ImageChops.multiply(washed, _noise((wide, high), random, 11, 232, 255).convert("RGB"))
    grained = ImageChops.multiply(washed, _noise((wide, high), random, wide // 2, 236, 255).convert("RGB"))
    paper = Image.new("RGB", (wide, high), "#fdf8ec")
    return Image.composite(grained, paper, _rim(wide, high, random))


def _wavering(image: Image.Image, random: Random) -> Image.Image:
    """Shift the corners of a mesh a little, so that no edge stays straight."""
    wide, high = image.size
    across, down = max(2, wide // 26), max(2, high // 26)
    jitter = 3.1 * min(wide, high) / PAINTED_SIDE
    xs, ys = [round(i * wide / across) for i in range(across + 1)], [round(i * high / down) for i in range(down + 1)]
    spot = {
        (i, j): (x + random.uniform(-jitter, jitter), y + random.uniform(-jitter, jitter))
        for i, x in enumerate(xs)
        for j, y in enumerate(ys)
    }
    mesh = [
        ((xs[i], ys[j], xs[i + 1], ys[j + 1]), (*spot[i, j], *spot[i, j + 1], *spot[i + 1, j + 1], *spot[i + 1, j]))
        for i in range(across) for j in range(down)
    ]  # fmt: skip
    return image.transform(image.size, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)


def _noise(size: tuple[int, int], random: Random, cells: int, low: int, high: int) -> Image.Image:
    side = max(2, cells)
    grey = Image.frombytes("L", (side, side), random.randbytes(side * side)).resize(size, Image.Resampling.BICUBIC)
    return grey.point([low + v * (high - low) // 255 for v in range(256)])


def _rim(wide: int, high: int, random: Random) -> Image.Image:
    """White where paint is, black at the ragged rim of the paper."""
    margin = max(2, min(wide, high) // 42)
    mask = Image.new("L", (wide, high), 0)
    mask.paste(255, (margin, margin, max(margin + 1, wide - margin), max(margin + 1, high - margin)))
    ragged = _wavering(mask.filter(ImageFilter.GaussianBlur(margin * 0.5)), random)
    rough = _noise((wide, high), random, 60, 40, 160)
    return (
        ImageChops.subtract(ImageChops.add(ragged, ragged), rough, 1, 0)
        .point(lambda v: min(255, v * 3))
        .filter(ImageFilter.GaussianBlur(1))
    )
