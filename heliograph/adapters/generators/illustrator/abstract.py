"""The abstract picture for a prompt of which nothing was understood, in that prompt's own colours."""

import colorsys
from hashlib import sha256
from random import Random

from .pen import Pen, svg
from .stage import SHORT_SIDE


def prompt_palette(prompt: str, variant: int) -> list[str]:
    """Five colours that belong to this prompt: one hue, its neighbours and its opposite."""
    digest = sha256(prompt.encode("utf-8", "replace")).digest()
    hue = (digest[0] / 256 + variant * 0.07) % 1
    spread = 0.06 + digest[1] / 256 * 0.1
    steps = ((0, 0.52, 0.8), (spread, 0.44, 0.9), (-spread, 0.2, 0.97), (0.46, 0.55, 0.92), (-1.5 * spread, 0.6, 0.42))
    return [
        "#" + "".join(f"{round(c * 255):02x}" for c in colorsys.hsv_to_rgb((hue + turn) % 1, s, v))
        for turn, s, v in steps
    ]


def abstract(prompt: str, *, width: int, height: int, variant: int, random: Random) -> str:
    """SVG of overlapping waves, discs and arcs."""
    scale = SHORT_SIDE / min(width, height)
    wide, high = width * scale, height * scale
    colours = prompt_palette(prompt, variant)
    pen = Pen(colours[0])
    pen.wash(f'rect x="0" y="0" width="{wide:.0f}" height="{high:.0f}"', colours[2])
    (_discs, _waves, _tiles, _arcs)[variant % 4](pen, wide, high, colours, random)
    return svg(wide, high, pen.drawn())


def _discs(pen: Pen, wide: float, high: float, colours: list[str], random: Random) -> None:
    _waves(pen, wide, high, colours, random)
    for i in range(9):
        r = random.uniform(50, 210)
        pen.ball(random.uniform(0, wide), random.uniform(0, high * 0.8), r, r, colours[(i * 3) % 5])


def _waves(pen: Pen, wide: float, high: float, colours: list[str], random: Random) -> None:
    for i in range(7):
        y = high * (0.25 + i * 0.115)
        a, b = random.uniform(-150, 150), random.uniform(-150, 150)
        pen.body(
            f"M0 {y:.0f} C{wide * 0.3:.0f} {y + a:.0f} {wide * 0.6:.0f} {y + b:.0f} {wide:.0f} {y:.0f} V{high:.0f} H0Z",
            colours[i % 5],
        )
    pen.ball(wide * random.uniform(0.2, 0.8), high * 0.2, 110, 110, colours[3])


def _tiles(pen: Pen, wide: float, high: float, colours: list[str], random: Random) -> None:
    side = 200
    for row in range(int(high / side) + 1):
        for column in range(int(wide / side) + 1):
            x, y, colour = column * side, row * side, colours[random.randrange(5)]
            pen.box(x, y, side, side, colour)
            corner = random.choice(
                (
                    f"M{x} {y} h{side} a{side} {side} 0 0 1 {-side} {side}Z",
                    f"M{x + side} {y + side} h{-side} a{side} {side} 0 0 1 {side} {-side}Z",
                )
            )
            pen.body(corner, colours[random.randrange(5)])


def _arcs(pen: Pen, wide: float, high: float, colours: list[str], random: Random) -> None:
    for i in range(5):
        x, y = random.uniform(0, wide), random.uniform(0, high)
        for ring in range(4):
            pen.circle(x, y, 240 - ring * 55, colours[(i + ring) % 5])
    pen.gloss(f'rect x="0" y="0" width="{wide:.0f}" height="{high:.0f}"', "form")
