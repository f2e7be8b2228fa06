"""The sky with its clouds, sun and stars; and outer space."""

from heliograph.adapters.generators.illustrator.palette import lighter, mix
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .light import Light

OWN_SUN = frozenset({"sun", "full moon", "crescent moon", "rainbow"})


def gradient(stage: Stage, name: str, *stops: str) -> str:
    """Define a vertical gradient and give the fill that uses it."""
    steps = "".join(
        f'<stop offset="{i / (len(stops) - 1):.3f}" stop-color="{colour}"/>' for i, colour in enumerate(stops)
    )
    stage.defs.append(f'<linearGradient id="{name}" x1="0" y1="0" x2="0" y2="1">{steps}</linearGradient>')
    return f"url(#{name})"


def sky(stage: Stage, pen: Pen, light: Light) -> None:
    asked = stage.scene.setting.sky
    stops = (
        (mix(asked, "#101840", 0.15), asked, lighter(asked, 0.5)) if asked else (light.top, light.middle, light.bottom)
    )
    down = stage.height if stage.place == "sky" else stage.horizon + 40
    pen.wash(f'rect x="0" y="0" width="{stage.width}" height="{stage.height}"', stops[-1])
    pen.wash(f'rect x="0" y="0" width="{stage.width}" height="{down:.0f}"', gradient(stage, "sky", *stops))
    if stage.dark:
        stars(stage, pen, 90, stage.horizon)
    _sun(stage, pen)
    if not (stage.dark and not stage.weather):
        _clouds(stage, pen, light)


def _sun(stage: Stage, pen: Pen) -> None:
    if any(t.motif in OWN_SUN for t in stage.scene.things) or stage.dark or stage.weather not in {"", "sunny", "wind"}:
        return
    low = stage.time in {"sunset", "dawn"}
    x = stage.width * (0.26 if stage.mirrored else 0.74)
    y = stage.horizon - stage.height * 0.1 if low else stage.height * 0.15
    r = stage.unit * (78 if low else 52) if not stage.mirrored else stage.unit * (66 if low else 46)
    pen.gloss(f'circle cx="{x:.0f}" cy="{y:.0f}" r="{r * 4:.0f}"', "glow")
    pen.circle(x, y, r, "#ffb45a" if stage.time == "sunset" else "#ffe6a8" if low else "#fff0b0")


def stars(stage: Stage, pen: Pen, count: int, down: float) -> None:
    for _ in range(count):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(0, down * 0.92)
        r = stage.unit * stage.random.choice((1.4, 1.8, 2.2, 3.2))
        pen.veil(f'circle cx="{x:.0f}" cy="{y:.0f}" r="{r:.1f}"', "#fffbe6", stage.random.uniform(0.45, 1))


def _clouds(stage: Stage, pen: Pen, light: Light) -> None:
    heavy = stage.weather in {"storm", "rain", "cloudy", "snow"}
    count = 8 if heavy else 0 if stage.weather == "sunny" else 4
    for i in range(count):
        x = stage.width * ((i + stage.random.uniform(0.1, 0.8)) / count)
        y = stage.random.uniform(0.03, 0.2 if heavy else 0.3) * stage.height * (stage.horizon / stage.height) * 1.4
        size = stage.unit * stage.random.uniform(0.8, 1.5) * (1.7 if heavy else 1)
        cloud(pen, x, y, size, light.cloud if i % 2 else mix(light.cloud, light.middle, 0.35), 0.95 if heavy else 0.8)


def cloud(pen: Pen, x: float, y: float, size: float, colour: str, opacity: float) -> None:
    d = "M-92 22 C-120 22 -118 -14 -86 -14 C-84 -40 -46 -50 -28 -32 C-14 -58 34 -56 38 -22 C72 -30 96 4 74 18 C68 24 60 24 52 22Z"
    puff = type(pen)(colour, scale=size)
    if type(pen) is Pen:
        puff.veil(f'path d="{d}"', colour, opacity)
    else:
        puff.path(d)
    pen.place(puff.drawn(), f"translate({x:.0f} {y:.0f}) scale({size:.2f})")


def space(stage: Stage, pen: Pen, light: Light) -> None:
    del light
    hues = (
        ("#0b0f2e", "#1f1a4f", "#3a2260"),
        ("#07182e", "#123a5a", "#1d5a66"),
        ("#140a2a", "#3d1550", "#6a2a5a"),
        ("#0a0f24", "#1a2350", "#33427f"),
    )
    fill = gradient(stage, "space", *hues[stage.variant % 4])
    pen.wash(f'rect x="0" y="0" width="{stage.width}" height="{stage.height}"', fill)
    for _ in range(3):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(0, stage.height)
        pen.gloss(
            f'ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{stage.width * 0.4:.0f}" ry="{stage.height * 0.22:.0f}"',
            "haze",
        )
    stars(stage, pen, 170, stage.height)
    named = {thing.motif for thing in stage.scene.things}
    if not named & {"planet", "earth", "full moon", "crescent moon"}:
        _planets(stage, pen)


def _planets(stage: Stage, pen: Pen) -> None:
    side = 0.2 if stage.mirrored else 0.82
    colours = (("#d98a5a", "#7fa8d8"), ("#5fb0a8", "#e0b06a"), ("#b56ab0", "#6fb0d8"), ("#8fb06a", "#d87a6a"))[
        stage.variant % 4
    ]
    x, y, r = stage.width * side, stage.height * 0.2, stage.unit * 95
    pen.ball(x, y, r, r, colours[0])
    pen.oval(x - r * 0.1, y - r * 0.25, r * 0.72, r * 0.1, lighter(colours[0], 0.25), -8)
    pen.oval(x + r * 0.1, y + r * 0.3, r * 0.66, r * 0.12, mix(colours[0], "#2a1a3a", 0.25), -8)
    pen.line(
        f"M{x - r * 1.7:.0f} {y + r * 0.5:.0f} Q{x:.0f} {y + r * 0.75:.0f} {x + r * 1.7:.0f} {y - r * 0.5:.0f}",
        lighter(colours[0], 0.55),
        r * 0.1,
    )
    pen.ball(stage.width * (1 - side), stage.height * 0.84, r * 0.45, r * 0.45, colours[1])
