"""Where water is: the sea, lakes, beaches and the world below."""

from heliograph.adapters.generators.illustrator.palette import mix
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .heavens import gradient
from .light import Light
from .outdoors import hill

SEAS = ("#2f86b8", "#2f96a8", "#3a78b8", "#3f8f9f")


def _water(stage: Stage) -> str:
    return stage.scene.setting.ground or SEAS[stage.variant % 4]


def sea(stage: Stage, pen: Pen, light: Light) -> None:
    colour = _water(stage)
    _surface(stage, pen, light, colour, stage.horizon, stage.height)
    if stage.weather == "storm":
        _swell(stage, pen, light, colour)


def lake(stage: Stage, pen: Pen, light: Light) -> None:
    hill(stage, pen, stage.horizon - 60 * stage.unit, 60 * stage.unit, light.far("#7f9fb0", 0.5))
    hill(stage, pen, stage.horizon - 16 * stage.unit, 30 * stage.unit, light.far("#6fa06a", 0.25), 4)
    for i in range(14):
        x = stage.width * (i + stage.random.uniform(0, 1)) / 14
        pen.ball(x, stage.horizon - 14 * stage.unit, 34 * stage.unit, 30 * stage.unit, light.far("#4f8a55", 0.25))
    bottom = stage.height if stage.place == "lake" else stage.horizon + 110 * stage.unit
    _surface(stage, pen, light, _water(stage), stage.horizon + 8 * stage.unit, bottom)
    if stage.place == "lakeside":
        hill(stage, pen, bottom - 10 * stage.unit, 16 * stage.unit, light.on("#86b864"), 3)


def beach(stage: Stage, pen: Pen, light: Light) -> None:
    shore = stage.horizon + 120 * stage.unit
    _surface(stage, pen, light, _water(stage), stage.horizon, shore + 30 * stage.unit)
    hill(stage, pen, shore - 8 * stage.unit, 20 * stage.unit, light.on("#f6fbfa"), 2)
    hill(stage, pen, shore + 8 * stage.unit, 18 * stage.unit, light.on("#d9b981"), 2)
    hill(stage, pen, shore + 30 * stage.unit, 16 * stage.unit, light.on("#f0d9a4"), 2)
    pen.gloss(
        f'rect x="0" y="{stage.foot:.0f}" width="{stage.width:.0f}" height="{stage.height - stage.foot:.0f}"', "drop"
    )
    for _ in range(26):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(shore + 70 * stage.unit, stage.height)
        pen.circle(
            x,
            y,
            stage.random.uniform(2, 5) * stage.unit,
            light.on(stage.random.choice(("#dcc08a", "#fff4d8", "#e9b9a0"))),
        )


def _surface(stage: Stage, pen: Pen, light: Light, colour: str, top: float, bottom: float) -> None:
    fill = gradient(
        stage,
        "water",
        light.far(mix(colour, "#ffffff", 0.25), 0.45),
        light.on(colour),
        light.on(mix(colour, "#0a2a4a", 0.35)),
    )
    pen.wash(f'rect x="0" y="{top:.0f}" width="{stage.width:.0f}" height="{bottom - top:.0f}"', fill)
    pen.line(f"M0 {top:.0f} H{stage.width:.0f}", light.far(colour, 0.5), 2 * stage.unit)
    if stage.time in {"sunset", "dawn"} and not stage.weather:
        _glitter(stage, pen, top, bottom)
    _ripples(stage, pen, light.on(mix(colour, "#ffffff", 0.45)), top, bottom)


def _ripples(stage: Stage, pen: Pen, colour: str, top: float, bottom: float) -> None:
    for i in range(34):
        y = top + (bottom - top) * ((i + 1) / 35) ** 1.3
        x, w = (
            stage.random.uniform(-0.05, 0.95) * stage.width,
            stage.random.uniform(30, 90) * stage.unit * (0.4 + i / 34),
        )
        pen.line(
            f"M{x:.0f} {y:.0f} q{w / 4:.0f} {-w * 0.08:.0f} {w / 2:.0f} 0 q{w / 4:.0f} {w * 0.08:.0f} {w / 2:.0f} 0",
            colour,
            3 * stage.unit,
        )


def _glitter(stage: Stage, pen: Pen, top: float, bottom: float) -> None:
    x = stage.width * (0.26 if stage.mirrored else 0.74)
    for i in range(26):
        y = top + 8 * stage.unit + (bottom - top) * (i / 26)
        w = stage.unit * (40 + 3 * i) * stage.random.uniform(0.4, 1.2)
        dx = stage.random.uniform(-30, 30) * stage.unit
        pen.veil(
            f'rect x="{x - w + dx:.0f}" y="{y:.0f}" width="{2 * w:.0f}" height="{4 * stage.unit:.1f}" rx="{2 * stage.unit:.1f}"',
            "#ffdf9a",
            0.55,
        )


def _swell(stage: Stage, pen: Pen, light: Light, colour: str) -> None:
    for layer in range(4):
        y = stage.horizon + (6 + layer * 56) * stage.unit
        _crests(
            stage,
            pen,
            y,
            (120 + 45 * layer) * stage.unit,
            light.far(mix(colour, "#0a2a4a", 0.1 + 0.1 * layer), 0.25 - 0.08 * layer),
        )


def _crests(stage: Stage, pen: Pen, y: float, w: float, colour: str) -> None:
    """Pointed waves with hollow sides, white where they break."""
    x, sag = -w * stage.random.random(), w * 0.2
    body, foam = f"M{x:.0f} {y:.0f}", ""
    while x < stage.width:
        step = w * stage.random.uniform(0.8, 1.25)
        body += f" q{step * 0.42:.0f} {sag * 1.5:.0f} {step:.0f} 0"
        x += step
        foam += f"M{x - step * 0.3:.0f} {y + sag * 0.52:.0f} Q{x - step * 0.12:.0f} {y + sag * 0.24:.0f} {x:.0f} {y:.0f} q{w * 0.05:.0f} {sag * 0.22:.0f} {w * 0.14:.0f} {sag * 0.34:.0f} "
    pen.path(f"{body} V{stage.height + 9:.0f} H-9Z", colour)
    pen.line(foam, "#e3eef3", 6 * stage.unit)


def front_water(stage: Stage, pen: Pen, light: Light, spots: list[tuple[float, float]]) -> None:
    """Waves that hide the foot of what floats, with foam around it."""
    colour = light.on(_water(stage))
    for x, w in spots:
        y = stage.foot
        pen.veil(
            f'ellipse cx="{x:.0f}" cy="{y + 10 * stage.unit:.0f}" rx="{w * 0.62:.0f}" ry="{16 * stage.unit:.0f}"',
            colour,
            0.85,
        )
        for i in range(3):
            rx = w * (0.5 + 0.06 * i)
            pen.line(
                f"M{x - rx:.0f} {y + (2 + i * 11) * stage.unit:.0f} q{rx * 0.5:.0f} {12 * stage.unit:.0f} {rx:.0f} 0 q{rx * 0.5:.0f} {-12 * stage.unit:.0f} {rx:.0f} 0",
                light.on("#e6f5fa"),
                (6 - i) * stage.unit,
            )
    if stage.weather == "storm":
        _crests(
            stage, pen, stage.foot + 62 * stage.unit, 230 * stage.unit, light.on(mix(_water(stage), "#0a2a4a", 0.5))
        )


def underwater(stage: Stage, pen: Pen, light: Light) -> None:
    colours = ("#8fe0e8", "#2f9ac0", "#0f4f88") if not stage.dark else ("#2f6f98", "#123f70", "#081f48")
    pen.wash(f'rect x="0" y="0" width="{stage.width}" height="{stage.height}"', gradient(stage, "water", *colours))
    for i in range(5):
        x = stage.width * (0.1 + i * 0.2)
        pen.veil(
            f'path d="M{x:.0f} 0 h{60 * stage.unit:.0f} l{140 * stage.unit:.0f} {stage.height:.0f} h{-170 * stage.unit:.0f}Z"',
            "#ffffff",
            0.06,
        )
    floor = stage.height * 0.86
    hill(stage, pen, floor - 30 * stage.unit, 40 * stage.unit, light.on("#3f86a0"), 3)
    hill(stage, pen, floor + 20 * stage.unit, 26 * stage.unit, light.on("#e6cf98"), 2)
    _weeds(stage, pen, floor)
    for _ in range(26):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(0, floor)
        pen.ring(x, y, round(stage.random.uniform(4, 13) * stage.unit, 1), "#d8f6fa", 2.4 * stage.unit)


def _weeds(stage: Stage, pen: Pen, floor: float) -> None:
    for i in range(9):
        x = stage.width * (i + stage.random.uniform(0.1, 0.9)) / 9
        h = stage.random.uniform(90, 220) * stage.unit * (0.6 if 0.3 < x / stage.width < 0.7 else 1)
        colour = ("#3f9a6a", "#e06a7a", "#f2a04a", "#5fb08a")[i % 4]
        if i % 2:
            base = floor + 60 * stage.unit
            pen.line(
                f"M{x:.0f} {base:.0f} q{-30 * stage.unit:.0f} {-h / 3:.0f} 0 {-h / 2:.0f} q{30 * stage.unit:.0f} {-h / 4:.0f} 0 {-h / 2:.0f}",
                colour,
                13 * stage.unit,
            )
            continue
        k = stage.unit * 1.1
        rock = type(pen)(colour, scale=k)
        for dx, dy, r in ((0, -30, 16), (-24, -46, 13), (20, -56, 14), (-4, -70, 12)):
            rock.line(f"M0 0 Q{dx / 2} {dy / 2} {dx} {dy}", None, 12)
            rock.ball(dx, dy, r)
        pen.place(rock.drawn(), f"translate({x:.0f} {floor + 50 * stage.unit:.0f}) scale({k:.2f})")
