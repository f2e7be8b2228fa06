"""Pens: what a drawing is made with; the line pen draws the same picture as outlines."""

import re
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, Self

from .palette import GLASS, INK, LIT, PAPER, WHITE, darker, lighter, lightness, mix, pick
from .scene import Pose

DARK_ENOUGH_TO_FILL = 0.27
HAIRLINE = 1.6

LIGHT, DARK = "#fff6d8", "#15163a"
NOTHING: Mapping[str, str | None] = MappingProxyType({})

# One opaque gradient per colour costs half of a colour and a translucent gradient over it.
TONED = re.compile(r"url\(#(form|round|drop)-([0-9a-f]{6})\)")
LINEAR = '<linearGradient id="{id}" %s>{stops}</linearGradient>'
RADIAL = '<radialGradient id="{id}" %s>{stops}</radialGradient>'
TONES = {
    "form": (
        LINEAR % 'x1="0" y1="0" x2="1" y2="0.25"',
        ((0, LIGHT, 0.26), (0.42, LIGHT, 0), (0.58, DARK, 0), (1, DARK, 0.26)),
    ),
    "round": (
        RADIAL % 'cx=".36" cy=".3" r=".75"',
        ((0, LIGHT, 0.42), (0.45, LIGHT, 0), (0.6, DARK, 0), (1, DARK, 0.3)),
    ),
    "drop": (LINEAR % 'x1="0" y1="0" x2="0" y2="1"', ((0.35, DARK, 0), (1, DARK, 0.3))),
}

GLOSSES = """<linearGradient id="drop" x1="0" y1="0" x2="0" y2="1">
<stop offset=".35" stop-color="#15163a" stop-opacity="0"/>
<stop offset="1" stop-color="#15163a" stop-opacity=".3"/></linearGradient>
<radialGradient id="contact"><stop offset="0" stop-color="#15163a" stop-opacity=".38"/>
<stop offset=".6" stop-color="#15163a" stop-opacity=".22"/>
<stop offset="1" stop-color="#15163a" stop-opacity="0"/></radialGradient>
<radialGradient id="glow"><stop offset="0" stop-color="#fff3c4" stop-opacity=".85"/>
<stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient>
<radialGradient id="haze"><stop offset="0" stop-color="#fff3c4" stop-opacity=".2"/>
<stop offset="1" stop-color="#fff3c4" stop-opacity="0"/></radialGradient>
<linearGradient id="form" x1="0" y1="0" x2="1" y2="0.25"><stop offset=".5" stop-color="#15163a" stop-opacity="0"/>
<stop offset="1" stop-color="#15163a" stop-opacity=".26"/></linearGradient>
<radialGradient id="round"><stop offset=".5" stop-color="#15163a" stop-opacity="0"/>
<stop offset="1" stop-color="#15163a" stop-opacity=".3"/></radialGradient>"""


class Draw(Protocol):
    def __call__(self, pen: "Pen", /) -> None: ...


class Pen:
    """Collects flat shapes in one main colour and its shades; `grain` tells copies of one thing apart."""

    def __init__(
        self,
        colour: str,
        *,
        grain: int = 0,
        scale: float = 1.0,
        spot: bool = False,
        lit: bool = False,
        pose: Pose = Pose.PLAIN,
        asked: Mapping[str, str | None] = NOTHING,
    ) -> None:
        self.main = colour
        self.dark, self.deep = darker(colour), darker(colour, 0.5)
        self.light, self.pale = lighter(colour), lighter(colour, 0.6)
        self.grain, self.scale, self.spot = grain, scale, spot
        self.glass = asked.get("window") or (LIT if lit else GLASS)  # windows are lit at night
        self.lit, self.pose, self.asked = lit, pose, asked
        self.parts: list[str] = []
        self.cut = 0

    def like(self, colour: str | None = None) -> Self:
        """An empty pen for a piece of the same drawing."""
        return type(self)(
            colour or self.main,
            grain=self.grain,
            scale=self.scale,
            spot=self.spot,
            lit=self.lit,
            pose=self.pose,
            asked=self.asked,
        )

    def part(self, name: str, colour: str) -> str:
        """The colour of one part: the one that was asked for, or this."""
        return self.asked.get(name) or colour

    def choose(self, choices: Sequence[str]) -> str:
        return pick(choices, self.grain)

    def drawn(self) -> str:
        return "".join(self.parts)

    def mark(self) -> None:
        """What follows belongs to the head, which a pose may move by itself."""
        self.cut = len(self.parts)

    def halves(self) -> tuple[str, str]:
        """What was drawn before the mark and after it."""
        return "".join(self.parts[: self.cut]), "".join(self.parts[self.cut :])

    def add(self, shape: str, fill: str) -> None:
        self.parts.append(f'<{shape} fill="{fill}"/>')

    def toned(self, colour: str, gradient: str) -> str:
        """The fill that gives a colour light and shade."""
        return f"url(#{gradient}-{colour[1:]})"

    def gloss(self, shape: str, gradient: str) -> None:
        """A translucent gradient over what is already drawn."""
        self.parts.append(f'<{shape} fill="url(#{gradient})"/>')

    def path(self, d: str, fill: str | None = None) -> None:
        self.add(f'path d="{d}"', fill or self.main)

    def body(self, d: str, fill: str | None = None, gradient: str = "form") -> None:
        self.path(d, self.toned(fill or self.main, gradient))

    def circle(self, x: float, y: float, r: float, fill: str | None = None) -> None:
        self.add(f'circle cx="{x:.6g}" cy="{y:.6g}" r="{r:.6g}"', fill or self.main)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str | None = None, turn: float = 0) -> None:
        self.add(_oval(x, y, rx, ry, turn), fill or self.main)

    def ball(self, x: float, y: float, rx: float, ry: float | None = None, fill: str | None = None) -> None:
        shape = _oval(x, y, rx, rx if ry is None else ry, 0)
        self.add(shape, self.toned(fill or self.main, "round"))

    def box(self, x: float, y: float, w: float, h: float, fill: str | None = None, r: float = 0) -> None:
        self.add(_box(x, y, w, h, r), fill or self.main)

    def slab(self, x: float, y: float, w: float, h: float, fill: str | None = None, r: float = 0) -> None:
        self.box(x, y, w, h, self.toned(fill or self.main, "form"), r)

    def line(self, d: str, stroke: str | None = None, width: float = 3) -> None:
        self.parts.append(_stroke(d, stroke or self.main, width))

    def ring(self, x: float, y: float, r: float, stroke: str | None = None, width: float = 3) -> None:
        self.line(f"M{x - r:.6g} {y:.6g} a{r} {r} 0 1 0 {2 * r} 0 a{r} {r} 0 1 0 {-2 * r} 0", stroke, width)

    def eye(self, x: float, y: float, r: float, *, glint: bool = False) -> None:
        """An eye, or its lid while asleep."""
        if self.pose is Pose.SLEEPING:
            self.line(
                f"M{x - r * 1.4:.4g} {y:.4g} q{r * 1.4:.4g} {r * 1.5:.4g} {r * 2.8:.4g} 0", INK, max(1.2, r * 0.6)
            )
            return
        self.circle(x, y, r, self.part("eye", INK))
        if "eye" in self.asked:
            self.circle(x, y, r * 0.5, INK)
        if glint:
            self.circle(x + r * 0.35, y - r * 0.4, r * 0.35, WHITE)

    def shade(self, d: str, strength: float = 0.16) -> None:
        self.parts.append(f'<path d="{d}" fill="#15163a" fill-opacity="{strength}"/>')

    def shine(self, d: str, strength: float = 0.35) -> None:
        self.parts.append(f'<path d="{d}" fill="#ffffff" fill-opacity="{strength}"/>')

    def veil(self, shape: str, fill: str, opacity: float) -> None:
        """A translucent shape: glass, mist, water over what is already drawn."""
        self.parts.append(f'<{shape} fill="{fill}" fill-opacity="{opacity:.3g}"/>')

    def wash(self, shape: str, fill: str) -> None:
        """A broad area of the backdrop, which a line drawing leaves as paper."""
        self.parts.append(f'<{shape} fill="{fill}"/>')

    def place(self, fragment: str, transform: str) -> None:
        self.parts.append(f'<g transform="{transform}">{fragment}</g>')


class LinePen(Pen):
    """Draws outlines on paper; what is nearly black stays filled, a colour that was asked for stays as a tint."""

    def add(self, shape: str, fill: str) -> None:
        self.parts.append(f'<{shape} fill="{self._fill(fill)}" {self._outline()}/>')

    def line(self, d: str, stroke: str | None = None, width: float = 3) -> None:
        colour, edge = stroke or self.main, 2 * HAIRLINE / self.scale
        if width * self.scale <= 4 * HAIRLINE or self._fill(colour) == INK:
            self.parts.append(_stroke(d, INK, min(width, max(edge, width * 0.6))))
            return
        self.parts.append(_stroke(d, INK, width + edge))
        self.parts.append(_stroke(d, self._fill(colour), max(width - edge, edge / 4)))

    def toned(self, colour: str, gradient: str) -> str:
        del gradient
        return colour

    def gloss(self, shape: str, gradient: str) -> None:
        """Light is not drawn with a line."""

    def shade(self, d: str, strength: float = 0.16) -> None:
        if self.spot:
            super().shade(d, strength)

    def shine(self, d: str, strength: float = 0.35) -> None:
        if self.spot:
            super().shine(d, strength)

    def veil(self, shape: str, fill: str, opacity: float) -> None:
        del fill, opacity
        self.parts.append(f'<{shape} fill="none" {self._outline()}/>')

    def wash(self, shape: str, fill: str) -> None:
        del fill
        self.parts.append(f'<{shape} fill="{PAPER}"/>')

    def _outline(self) -> str:
        return f'stroke="{INK}" stroke-width="{2 * HAIRLINE / self.scale:.3g}" stroke-linejoin="round"'

    def _fill(self, colour: str) -> str:
        if not colour.startswith("#"):
            return PAPER
        if self.spot and colour in {self.main, self.dark, self.light, self.deep, self.pale}:
            return colour
        if colour in self.asked.values():
            return colour
        return INK if lightness(colour) < DARK_ENOUGH_TO_FILL else mix(PAPER, colour, 0.0)


class ShadowPen(Pen):
    """Draws only the outline of a thing, filled with its one colour."""

    def add(self, shape: str, fill: str) -> None:
        del fill
        super().add(shape, self.main)

    def line(self, d: str, stroke: str | None = None, width: float = 3) -> None:
        del stroke
        super().line(d, self.main, width)

    def toned(self, colour: str, gradient: str) -> str:
        del gradient
        return colour

    def gloss(self, shape: str, gradient: str) -> None:
        """Gloss has no shadow."""

    def shade(self, d: str, strength: float = 0.16) -> None:
        """Shade has no shadow."""

    def shine(self, d: str, strength: float = 0.35) -> None:
        """Shine has no shadow."""


def _oval(x: float, y: float, rx: float, ry: float, turn: float) -> str:
    turned = f' transform="rotate({turn} {x:.6g} {y:.6g})"' if turn else ""
    return f'ellipse cx="{x:.6g}" cy="{y:.6g}" rx="{rx:.6g}" ry="{ry:.6g}"{turned}'


def _box(x: float, y: float, w: float, h: float, r: float) -> str:
    return f'rect x="{x:.6g}" y="{y:.6g}" width="{w:.6g}" height="{h:.6g}" rx="{r:.6g}"'


def _stroke(d: str, colour: str, width: float) -> str:
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width:.4g}"'
        ' stroke-linecap="round" stroke-linejoin="round"/>'
    )


def svg(width: float, height: float, body: str, defs: Iterable[str] = ()) -> str:
    """A whole SVG of these units that stretches to whatever size it is rendered at."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.6g} {height:.6g}" preserveAspectRatio="none">'
        f"<defs>{GLOSSES}{_tones(body)}{''.join(defs)}</defs>{body}</svg>"
    )


def _tones(body: str) -> str:
    """The gradients that the body uses."""
    return "".join(_tone(kind, f"#{colour}") for kind, colour in sorted(set(TONED.findall(body))))


def _tone(kind: str, colour: str) -> str:
    gradient, steps = TONES[kind]
    stops = (f'<stop offset="{at}" stop-color="{mix(colour, towards, share)}"/>' for at, towards, share in steps)
    return gradient.format(id=f"{kind}-{colour[1:]}", stops="".join(stops))
