"""Streets, cities and walls."""

from heliograph.adapters.generators.illustrator.backdrop.heavens import gradient
from heliograph.adapters.generators.illustrator.palette import LIT, darker, lighter, mix
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .light import Light

FACADES = (
    ("#d8a58a", "#e8cfa0", "#a8bccb", "#c9b0c0", "#b8c9a8"),
    ("#c98f7a", "#e0c890", "#9ab0c4", "#d8b0a0", "#a8bfa8"),
)


def street(stage: Stage, pen: Pen, light: Light) -> None:
    if stage.place == "city":
        _skyline(stage, pen, light)
    else:
        _houses(stage, pen, light)
    _pavement(stage, pen, light, stage.horizon)
    _road(stage, pen, light)


def _skyline(stage: Stage, pen: Pen, light: Light) -> None:
    for layer, distance in enumerate((0.6, 0.34)):
        x = -20.0
        while x < stage.width:
            w = stage.unit * stage.random.uniform(70, 150)
            h = stage.height * stage.random.uniform(0.16, 0.46 - 0.1 * layer)
            colour = light.far(stage.random.choice(("#6f86a8", "#7f8fb0", "#8a8fa0")), distance)
            pen.box(x, stage.horizon - h, w, h, colour)
            _windows(stage, pen, x, stage.horizon - h, w, h, colour)
            x += w + stage.unit * stage.random.uniform(0, 14)


def _windows(stage: Stage, pen: Pen, x: float, y: float, w: float, h: float, colour: str) -> None:
    step = 30 * stage.unit
    d_lit, d_plain = "", ""
    for row in range(int(h / step) - 1):
        for column in range(int(w / step)):
            spot = f"M{x + step * (column + 0.35):.0f} {y + step * (row + 0.5):.0f} h{step * 0.42:.0f} v{step * 0.5:.0f} h{-step * 0.42:.0f}Z"
            if stage.random.random() < (0.5 if stage.dark or stage.time == "sunset" else 0.12):
                d_lit += spot
            else:
                d_plain += spot
    if d_plain:
        pen.path(d_plain, mix(colour, "#1a2448", 0.16))
    if d_lit:
        pen.path(d_lit, LIT)


def _houses(stage: Stage, pen: Pen, light: Light) -> None:
    x, i = -stage.unit * stage.random.uniform(0, 80), 0
    colours = FACADES[stage.variant % 2]
    while x < stage.width:
        w = stage.unit * stage.random.uniform(170, 230)
        h = stage.horizon * stage.random.uniform(0.5, 0.72)
        _facade(stage, pen, light, x, w, h, colours[i % len(colours)])
        x, i = x + w, i + 1


def _facade(stage: Stage, pen: Pen, light: Light, x: float, w: float, h: float, colour: str) -> None:
    base, u = stage.horizon + 4 * stage.unit, stage.unit
    wall = light.far(colour, 0.26)
    pen.path(
        f"M{x - 6 * u:.0f} {base - h:.0f} L{x + w / 2:.0f} {base - h - 70 * u:.0f} L{x + w + 6 * u:.0f} {base - h:.0f}Z",
        light.far("#8f5a50", 0.3),
    )
    pen.box(x, base - h, w, h, wall)
    glass = LIT if stage.dark or stage.time == "sunset" else light.far("#8fb5cc", 0.3)
    for row in range(max(1, int(h / (120 * u)))):
        for share in (0.17, 0.6):
            wx, wy = x + w * share, base - h + (28 + row * 112) * u
            if wy + 70 * u < base:
                pen.box(wx - 5 * u, wy - 5 * u, w * 0.24 + 10 * u, 72 * u, light.far("#f6f1e6", 0.2))
                pen.box(wx, wy, w * 0.24, 62 * u, glass if (row + int(share * 3)) % 2 else mix(glass, wall, 0.35))


def _pavement(stage: Stage, pen: Pen, light: Light, y: float) -> None:
    u = stage.unit
    pen.box(-5, y, stage.width + 10, stage.height - y, light.on("#cfc8be"))
    pen.line(
        " ".join(
            f"M{i * 130 * u:.0f} {y:.0f} l{(i * 130 * u - stage.width / 2) * 0.16:.0f} {70 * u:.0f}"
            for i in range(int(stage.width / (130 * u)) + 1)
        ),
        light.on("#b5ada2"),
        2.4 * u,
    )
    pen.line(f"M0 {y:.0f} H{stage.width:.0f}", light.on("#a8a095"), 4 * u)


def _road(stage: Stage, pen: Pen, light: Light) -> None:
    u, y = stage.unit, stage.horizon + 70 * stage.unit
    wet = stage.weather in {"rain", "storm"}
    pen.box(-5, y, stage.width + 10, stage.height - y, light.on("#5a6274" if wet else "#747884"))
    pen.box(-5, y, stage.width + 10, 10 * u, light.on("#e3ddd2"))
    mark = stage.foot + 70 * u
    pen.path(
        " ".join(
            f"M{x:.0f} {mark:.0f} h{110 * u:.0f} l{-12 * u:.0f} {16 * u:.0f} h{-110 * u:.0f}Z"
            for x in range(-40, int(stage.width), int(200 * u))
        ),
        light.on("#f0ead8"),
    )
    pen.gloss(f'rect x="0" y="{y:.0f}" width="{stage.width:.0f}" height="{stage.height - y:.0f}"', "drop")


def wall(stage: Stage, pen: Pen, light: Light) -> None:
    """A wall across the whole picture with a pavement before it."""
    setting = stage.scene.setting
    colour = setting.wall or "#efe6d6"
    lit = mix(colour, light.tint, light.share * (1 if stage.dark else 0.35))
    fill = gradient(stage, "wall", lighter(lit, 0.15), lit, darker(lit, 0.07))
    pen.wash(f'rect x="-5" y="-5" width="{stage.width + 10:.0f}" height="{stage.horizon + 10:.0f}"', fill)
    _courses(stage, pen, lit, setting.wall_made_of or "plaster")
    y, u = stage.horizon, stage.unit
    pen.box(-5, y - 34 * u, stage.width + 10, 34 * u, mix(lit, "#3a3540", 0.16))
    _pavement(stage, pen, light, y)
    pen.gloss(f'rect x="0" y="{y:.0f}" width="{stage.width:.0f}" height="{stage.height - y:.0f}"', "drop")


def _courses(stage: Stage, pen: Pen, colour: str, made_of: str) -> None:
    u, joint = stage.unit, mix(colour, "#2a2430", 0.14)
    if made_of in {"brick", "stone"}:
        high, wide = (44 * u, 120 * u) if made_of == "brick" else (74 * u, 170 * u)
        rows = int(stage.horizon / high) + 1
        d = " ".join(f"M0 {r * high:.0f} H{stage.width:.0f}" for r in range(rows))
        for r in range(rows):
            d += " ".join(
                f"M{c * wide + (wide / 2 if r % 2 else 0):.0f} {r * high:.0f} v{high:.0f}"
                for c in range(int(stage.width / wide) + 1)
            )
        pen.line(d, mix(colour, "#f3eee4", 0.45) if made_of == "brick" else joint, 4 * u)
        return
    for _ in range(7):
        x, y = stage.random.uniform(0, stage.width * 0.95), stage.random.uniform(30 * u, stage.horizon * 0.9)
        pen.line(
            f"M{x:.0f} {y:.0f} h{stage.random.uniform(40, 100) * u:.0f} m{-60 * u:.0f} {16 * u:.0f} h{40 * u:.0f}",
            mix(colour, "#4a4450", 0.09),
            4 * u,
        )
