"""Looks: what is done to the pixels of a whole picture, given or drawn."""

from collections.abc import Callable, Iterable
from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageOps

from .paint import PIXELS_ACROSS, painted_size, pixels, sized, watercolour, within
from .palette import lighter, mix
from .scene import Look, Style

Effect = Callable[[Image.Image], Image.Image]
FLATTENED = 600
BRUSH, SMOOTHED = 560, 5  # oil is painted at this longer side, with a brush of so many pixels
POSTER_BITS, CARTOON_BITS = 2, 3


def looked(image: Image.Image, looks: Iterable[Look]) -> Image.Image:
    for look in dict.fromkeys(looks):
        image = EFFECTS[look](image)
    return image


def restyled(image: Image.Image, style: Style, random: Random) -> Image.Image:
    """A given picture in the manner of a drawing style."""
    width, height = image.size
    match style:
        case Style.WATERCOLOUR:
            flat = sized(image, *painted_size(width, height)).filter(ImageFilter.MedianFilter(3))
            return sized(watercolour(flat, random), width, height)
        case Style.PIXEL:
            cells = within(width, height, PIXELS_ACROSS)
            return pixels(image, cells).resize((width, height), Image.Resampling.NEAREST)
        case Style.LINE:
            return sketched(image)
        case Style.PLAIN:
            return image


def tinted(image: Image.Image, colour: str) -> Image.Image:
    """In shades of one colour, light and dark as they were."""
    grey = ImageOps.autocontrast(ImageOps.grayscale(image), cutoff=1)
    toned = ImageOps.colorize(grey, mix(colour, "#000010", 0.82), lighter(colour, 0.86), mid=colour, midpoint=122)
    return Image.blend(image, toned, 0.86)


def sketched(image: Image.Image) -> Image.Image:
    """Dark where a pencil would follow an edge or shade, paper elsewhere."""
    grey = ImageOps.grayscale(image)
    blurred = ImageOps.invert(grey).filter(ImageFilter.GaussianBlur(max(2, max(image.size) / 110)))
    dodged = ImageChops.add(grey, blurred, 1.0)
    lines = dodged.point(lambda v: max(0, 255 - (255 - v) * 3))
    shade = grey.filter(ImageFilter.GaussianBlur(3)).point(lambda v: 214 + v // 6)
    return ImageChops.multiply(lines, shade).convert("RGB")


def _cartoon(image: Image.Image) -> Image.Image:
    flat = _flat(image, 5)
    flat = ImageOps.posterize(ImageEnhance.Color(flat).enhance(1.45), CARTOON_BITS)
    edges = ImageOps.grayscale(flat.filter(ImageFilter.GaussianBlur(1))).filter(ImageFilter.FIND_EDGES)
    edges = _without_frame(edges)
    ink = edges.point(lambda v: 40 if v > 46 else 255).filter(ImageFilter.GaussianBlur(0.6))  # noqa: PLR2004
    return ImageChops.multiply(flat.filter(ImageFilter.SMOOTH), ink.convert("RGB"))


def _oil(image: Image.Image) -> Image.Image:
    small = image.resize(within(*image.size, BRUSH), Image.Resampling.BOX)
    brushed = small.filter(ImageFilter.ModeFilter(SMOOTHED)).filter(ImageFilter.ModeFilter(SMOOTHED))
    brushed = ImageEnhance.Color(brushed).enhance(1.3).filter(ImageFilter.EDGE_ENHANCE)
    relief = ImageOps.grayscale(brushed).filter(ImageFilter.EMBOSS).point(lambda v: 128 + (v - 128) // 3)
    lit = ImageChops.overlay(brushed, _without_frame(relief).convert("RGB"))
    return sized(lit, *image.size)


def _without_frame(image: Image.Image) -> Image.Image:
    """Filters that look at neighbours leave the outermost pixels as they were."""
    return image if min(image.size) < 3 else ImageOps.crop(image, 1).resize(image.size)  # noqa: PLR2004


def _poster(image: Image.Image) -> Image.Image:
    return ImageOps.posterize(
        ImageEnhance.Color(ImageOps.autocontrast(_flat(image, 5), cutoff=1)).enhance(1.8), POSTER_BITS
    )


def _flat(image: Image.Image, brush: int) -> Image.Image:
    """Small detail gone, edges kept; done at this longer side, or it would take seconds."""
    small = image.resize(within(*image.size, FLATTENED), Image.Resampling.BOX)
    return sized(small.filter(ImageFilter.MedianFilter(brush)), *image.size)


def _scaled(red: float, green: float, blue: float) -> Effect:
    table = [min(255, round(v * share)) for share in (red, green, blue) for v in range(256)]
    return lambda image: image.point(table)


def _sepia(image: Image.Image) -> Image.Image:
    return ImageOps.colorize(ImageOps.grayscale(image), "#21140a", "#fff4dc", mid="#a9805a")


def _faded(image: Image.Image) -> Image.Image:
    paled = Image.blend(image, _sepia(image), 0.55)
    return ImageEnhance.Contrast(ImageChops.screen(paled, Image.new("RGB", image.size, "#241c14"))).enhance(0.86)


def _gamma(power: float) -> Effect:
    table = [round(255 * (v / 255) ** power) for v in range(256)] * 3
    return lambda image: image.point(table)


def _soft(image: Image.Image) -> Image.Image:
    return image.filter(ImageFilter.GaussianBlur(max(2, max(image.size) / 120)))


EFFECTS: dict[Look, Effect] = {
    Look.CARTOON: _cartoon,
    Look.OIL: _oil,
    Look.POSTER: _poster,
    Look.GREY: lambda image: ImageOps.grayscale(image).convert("RGB"),
    Look.SEPIA: _sepia,
    Look.WARM: _scaled(1.08, 1.01, 0.84),
    Look.COOL: _scaled(0.86, 1.0, 1.12),
    Look.BRIGHT: _gamma(0.72),
    Look.DARK: _gamma(1.5),
    Look.NIGHT: lambda image: _scaled(0.34, 0.42, 0.72)(_gamma(1.25)(image)),
    Look.VIVID: lambda image: ImageEnhance.Color(image).enhance(1.7),
    Look.PALE: lambda image: ImageEnhance.Color(_gamma(0.85)(image)).enhance(0.55),
    Look.CONTRAST: lambda image: ImageEnhance.Contrast(image).enhance(1.5),
    Look.BLURRED: _soft,
    Look.SHARP: lambda image: image.filter(ImageFilter.UnsharpMask(2, 140, 2)),
    Look.INVERTED: ImageOps.invert,
    Look.MIRRORED: ImageOps.mirror,
    Look.UPSIDE_DOWN: lambda image: image.transpose(Image.Transpose.ROTATE_180),
    Look.FADED: _faded,
}
