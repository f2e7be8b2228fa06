"""SVG to pixels, in the manner of the style that was asked for."""

from io import BytesIO
from random import Random

import resvg_py
from PIL import Image

from .lettering import BOLD, FAMILY
from .paint import PIXELS_ACROSS, painted_size, pixels, sized, watercolour, within
from .scene import Style

LARGEST_DRAWN = 2048


def rendered(svg: str, *, width: int, height: int, style: Style, random: Random) -> Image.Image:
    match style:
        case Style.WATERCOLOUR:
            wide, high = painted_size(width, height)
            return sized(watercolour(drawn(svg, wide, high).convert("RGB"), random), width, height)
        case Style.PIXEL:
            cells = within(width, height, PIXELS_ACROSS)
            fine = drawn(svg, cells[0] * 2, cells[1] * 2, crisp=True).convert("RGB")
            return pixels(fine, cells).resize((width, height), Image.Resampling.NEAREST)
        case _:
            return sized(drawn(svg, *within(width, height, LARGEST_DRAWN)).convert("RGB"), width, height)


def drawn(svg: str, width: int, height: int, *, crisp: bool = False) -> Image.Image:
    """The pixels with their transparency."""
    sized_svg = svg.replace("<svg ", f'<svg width="{width}" height="{height}" ', 1)
    png = resvg_py.svg_to_bytes(
        svg_string=sized_svg,
        skip_system_fonts=True,
        font_files=[str(BOLD)],
        font_family=FAMILY,
        shape_rendering="crisp_edges" if crisp else "geometric_precision",
    )
    return Image.open(BytesIO(png))
