"""Places that are neither land nor room: a hall, a cave, the moon, a stage, the open sky."""

from heliograph.adapters.generators.illustrator.palette import darker, lighter, mix
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .heavens import cloud, gradient, stars
from .light import Light

STONES = ("#b5aea2", "#a9b0b8", "#bfa98f", "#a8a0b0")
VELVETS = ("#a8232f", "#5b2f8f", "#1f5f6f", "#8f3f1f")


def hall(stage: Stage, pen: Pen, light: Light) -> None:
    """A throne room: stone, tall windows, pillars with banners, a red carpet."""
    u, y, stone = stage.unit, stage.horizon, light.on(STONES[stage.variant % 4])
    pen.wash(
        f'rect x="-5" y="-5" width="{stage.width + 10:.0f}" height="{y + 10:.0f}"',
        gradient(stage, "wall", lighter(stone, 0.2), stone),
    )
    for i in range(3):
        x = stage.width * (0.25 + i * 0.25)
        pen.path(
            f"M{x - 50 * u:.0f} {y - 150 * u:.0f} V{y - 430 * u:.0f} a{50 * u:.0f} {70 * u:.0f} 0 0 1 {100 * u:.0f} 0 V{y - 150 * u:.0f}Z",
            light.middle,
        )
        pen.line(
            f"M{x:.0f} {y - 500 * u:.0f} V{y - 150 * u:.0f} M{x - 50 * u:.0f} {y - 300 * u:.0f} h{100 * u:.0f}",
            darker(stone, 0.3),
            6 * u,
        )
    for i in range(4):
        x = stage.width * (0.03 + i * 0.31)
        pen.slab(x - 32 * u, 0, 64 * u, y, lighter(stone, 0.3))
        pen.slab(x - 46 * u, y - 40 * u, 92 * u, 40 * u, darker(stone, 0.15))
        flag = VELVETS[(stage.variant + i) % 4]
        pen.path(
            f"M{x - 26 * u:.0f} {y * 0.16:.0f} h{52 * u:.0f} v{190 * u:.0f} l{-26 * u:.0f} {-30 * u:.0f} l{-26 * u:.0f} {30 * u:.0f}Z",
            flag,
        )
    pen.box(-5, y, stage.width + 10, stage.height - y, darker(stone, 0.22))
    w, carpet = stage.width, VELVETS[stage.variant % 4]
    pen.path(f"M{w * 0.42:.0f} {y:.0f} H{w * 0.58:.0f} L{w * 0.82:.0f} {stage.height:.0f} H{w * 0.18:.0f}Z", carpet)
    pen.line(
        f"M{w * 0.44:.0f} {y:.0f} L{w * 0.22:.0f} {stage.height:.0f} M{w * 0.56:.0f} {y:.0f} L{w * 0.78:.0f} {stage.height:.0f}",
        "#e0b23a",
        6 * u,
    )
    pen.gloss(f'rect x="0" y="{y:.0f}" width="{w:.0f}" height="{stage.height - y:.0f}"', "drop")


def cave(stage: Stage, pen: Pen, light: Light) -> None:
    """Rock all around, a bright mouth behind, teeth of stone above and below."""
    del light
    u, w, h = stage.unit, stage.width, stage.height
    rock = ("#4a4450", "#3f4a55", "#54463f", "#453f5a")[stage.variant % 4]
    pen.wash(f'rect x="0" y="0" width="{w:.0f}" height="{h:.0f}"', rock)
    x = w * (0.34 if stage.mirrored else 0.66)
    pen.path(
        f"M{x - 230 * u:.0f} {stage.horizon + 20:.0f} C{x - 250 * u:.0f} {h * 0.2:.0f} {x + 250 * u:.0f} {h * 0.16:.0f} {x + 230 * u:.0f} {stage.horizon + 20:.0f}Z",
        mix(rock, "#bfe0f0", 0.55),
    )
    pen.path(
        f"M{x - 150 * u:.0f} {stage.horizon + 20:.0f} C{x - 160 * u:.0f} {h * 0.28:.0f} {x + 160 * u:.0f} {h * 0.26:.0f} {x + 150 * u:.0f} {stage.horizon + 20:.0f}Z",
        "#dff0f4",
    )
    pen.box(-5, stage.horizon, w + 10, h - stage.horizon, mix(rock, "#8a7a6a", 0.4))
    for i in range(12):
        cx, long = w * (i + stage.random.uniform(0.1, 0.9)) / 12, stage.random.uniform(60, 210) * u
        pen.body(f"M{cx - 44 * u:.0f} -5 L{cx:.0f} {long:.0f} L{cx + 44 * u:.0f} -5Z", lighter(rock, 0.12))
    for i in range(7):
        cx, long = w * (i + stage.random.uniform(0.1, 0.9)) / 7, stage.random.uniform(40, 110) * u
        base = stage.horizon + stage.random.uniform(20, 60) * u
        pen.body(
            f"M{cx - 36 * u:.0f} {base:.0f} L{cx:.0f} {base - long:.0f} L{cx + 36 * u:.0f} {base:.0f}Z",
            lighter(rock, 0.2),
        )
    pen.gloss(f'rect x="0" y="{stage.horizon:.0f}" width="{w:.0f}" height="{h - stage.horizon:.0f}"', "drop")


def moon(stage: Stage, pen: Pen, light: Light) -> None:
    """Grey ground with craters under a black sky with the earth in it."""
    del light
    u, w, h, y = stage.unit, stage.width, stage.height, stage.horizon
    pen.wash(f'rect x="0" y="0" width="{w:.0f}" height="{h:.0f}"', gradient(stage, "space", "#05060f", "#141a33"))
    stars(stage, pen, 130, y)
    x = w * (0.2 if stage.mirrored else 0.8)
    pen.ball(x, h * 0.2, 90 * u, 90 * u, "#3f8fd8")
    pen.path(
        f"M{x - 60 * u:.0f} {h * 0.2 - 40 * u:.0f} q{50 * u:.0f} {-40 * u:.0f} {80 * u:.0f} {10 * u:.0f} q{-20 * u:.0f} {50 * u:.0f} {-70 * u:.0f} {40 * u:.0f}Z",
        "#5fa84a",
    )
    pen.path(
        f"M0 {y + 40 * u:.0f} C{w * 0.3:.0f} {y - 60 * u:.0f} {w * 0.7:.0f} {y - 50 * u:.0f} {w:.0f} {y + 50 * u:.0f} V{h:.0f} H0Z",
        "#a9abb2",
    )
    for _ in range(13):
        cx, cy = stage.random.uniform(0, w), stage.random.uniform(y + 60 * u, h)
        r = stage.random.uniform(20, 70) * u * (0.5 + (cy - y) / h)
        pen.oval(cx, cy, r, r * 0.34, "#8a8d96")
        pen.oval(cx, cy + r * 0.08, r * 0.86, r * 0.24, "#9a9da6")
    pen.gloss(f'rect x="0" y="{stage.foot:.0f}" width="{w:.0f}" height="{h - stage.foot:.0f}"', "drop")


def theatre(stage: Stage, pen: Pen, light: Light) -> None:
    """A stage: curtains at both sides, a beam of light, boards."""
    del light
    u, w, h, y = stage.unit, stage.width, stage.height, stage.horizon
    velvet = VELVETS[stage.variant % 4]
    pen.wash(f'rect x="0" y="0" width="{w:.0f}" height="{h:.0f}"', darker(velvet, 0.62))
    pen.box(-5, y, w + 10, h - y, "#8a5a34")
    pen.line(
        " ".join(f"M{w / 2 + i * 90 * u:.0f} {y:.0f} L{w / 2 + i * 210 * u:.0f} {h:.0f}" for i in range(-9, 10)),
        "#6b4426",
        3 * u,
    )
    for side in (0, 1):
        for i in range(5):
            x = i * 62 * u if side == 0 else w - (i + 1) * 62 * u
            pen.slab(x, 0, 62 * u, y + (90 - i * 14) * u, velvet if i % 2 else darker(velvet, 0.15), 4)
    swags = max(3, round(w / (200 * u)))
    for i in range(swags):
        pen.body(
            f"M{i * w / swags:.0f} -5 H{(i + 1) * w / swags:.0f} V{60 * u:.0f} Q{(i + 0.5) * w / swags:.0f} {170 * u:.0f} {i * w / swags:.0f} {60 * u:.0f}Z",
            lighter(velvet, 0.1),
        )
    pen.veil(
        f'path d="M{w * 0.5 - 30 * u:.0f} 0 h{60 * u:.0f} L{w * 0.5 + 260 * u:.0f} {stage.foot:.0f} H{w * 0.5 - 260 * u:.0f}Z"',
        "#fff3c4",
        0.18,
    )
    pen.veil(f'ellipse cx="{w * 0.5:.0f}" cy="{stage.foot:.0f}" rx="{300 * u:.0f}" ry="{50 * u:.0f}"', "#fff3c4", 0.35)


def high_clouds(stage: Stage, pen: Pen, light: Light) -> None:
    """Far up: clouds below as well as above."""
    for i in range(7):
        x = stage.width * (i + stage.random.uniform(0, 1)) / 7
        y = stage.height * stage.random.uniform(0.74, 0.98)
        cloud(
            pen,
            x,
            y,
            stage.unit * stage.random.uniform(1.4, 2.6),
            light.cloud if i % 2 else mix(light.cloud, light.middle, 0.25),
            0.9,
        )
