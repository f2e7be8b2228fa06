"""Weather that falls, blows or hangs in front of the picture."""

from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage


def behind(stage: Stage, pen: Pen) -> None:
    if stage.weather == "storm":
        _bolt(stage, pen)
    if stage.weather == "rain" and not stage.indoors:
        _streaks(stage, pen, 60, 0.35)


def before(stage: Stage, pen: Pen) -> None:
    if stage.indoors:
        return
    match stage.weather:
        case "rain":
            _streaks(stage, pen, 130, 0.6)
            _splashes(stage, pen)
        case "storm":
            _streaks(stage, pen, 150, 0.5)
        case "snow":
            _flakes(stage, pen, 150)
        case "fog":
            _mist(stage, pen)
        case "wind":
            _gusts(stage, pen)
        case _:
            pass


def _streaks(stage: Stage, pen: Pen, count: int, strength: float) -> None:
    slant = (0.22, -0.22, 0.12, -0.3)[stage.variant % 4] * (2.2 if stage.weather == "storm" else 1)
    d = ""
    for _ in range(count):
        x, y = stage.random.uniform(-0.05, 1.05) * stage.width, stage.random.uniform(-0.05, 1) * stage.height
        long = stage.random.uniform(26, 62) * stage.unit
        d += f"M{x:.0f} {y:.0f} l{-long * slant:.0f} {long:.0f}"
    pen.parts.append(f'<path d="{d}" stroke="#eaf6ff" stroke-opacity="{strength}" stroke-width="{3 * stage.unit:.1f}" stroke-linecap="round" fill="none"/>'
                     if type(pen) is Pen else f'<path d="{d}" stroke="#2a2a3c" stroke-opacity=".55" stroke-width="{2 * stage.unit:.1f}" fill="none"/>')  # fmt: skip


def _splashes(stage: Stage, pen: Pen) -> None:
    low = max(stage.foot - 30 * stage.unit, stage.horizon + 60 * stage.unit)
    for _ in range(9):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(low, stage.height)
        w = stage.random.uniform(30, 80) * stage.unit
        pen.veil(f'ellipse cx="{x:.0f}" cy="{y:.0f}" rx="{w:.0f}" ry="{w * 0.18:.0f}"', "#dcecf6", 0.4)


def _flakes(stage: Stage, pen: Pen, count: int) -> None:
    for _ in range(count):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(0, stage.height)
        pen.veil(
            f'circle cx="{x:.0f}" cy="{y:.0f}" r="{stage.random.uniform(2.5, 8) * stage.unit:.1f}"', "#ffffff", 0.9
        )


def _mist(stage: Stage, pen: Pen) -> None:
    stage.defs.append('<linearGradient id="mist" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#eef2f2" stop-opacity="0"/>'
                      '<stop offset=".5" stop-color="#eef2f2" stop-opacity=".55"/><stop offset="1" stop-color="#eef2f2" stop-opacity="0"/></linearGradient>')  # fmt: skip
    for y, h in (
        (stage.horizon - 300 * stage.unit, 520),
        (stage.horizon - 60 * stage.unit, 360),
        (stage.foot - 10 * stage.unit, 160),
    ):
        pen.gloss(f'rect x="0" y="{y:.0f}" width="{stage.width:.0f}" height="{h * stage.unit:.0f}"', "mist")


def _gusts(stage: Stage, pen: Pen) -> None:
    for i in range(6):
        x, y = stage.random.uniform(-0.1, 0.7) * stage.width, stage.height * (0.12 + 0.13 * i)
        w = stage.random.uniform(180, 330) * stage.unit
        pen.parts.append(f'<path d="M{x:.0f} {y:.0f} c{w * 0.4:.0f} {-30 * stage.unit:.0f} {w * 0.6:.0f} {30 * stage.unit:.0f} {w:.0f} 0 c{40 * stage.unit:.0f} {-14 * stage.unit:.0f} {30 * stage.unit:.0f} {-60 * stage.unit:.0f} {-10 * stage.unit:.0f} {-44 * stage.unit:.0f}" '
                         f'stroke="#ffffff" stroke-opacity=".75" stroke-width="{5 * stage.unit:.1f}" stroke-linecap="round" fill="none"/>')  # fmt: skip
    for _ in range(14):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(0.1, 0.9) * stage.height
        pen.oval(
            x,
            y,
            13 * stage.unit,
            6 * stage.unit,
            stage.random.choice(("#d9802f", "#7fa84a", "#c9a13a")),
            stage.random.uniform(0, 180),
        )


def _bolt(stage: Stage, pen: Pen) -> None:
    if any(thing.motif == "lightning" for thing in stage.scene.things):
        return
    x, y, u = stage.width * (0.78 if stage.mirrored else 0.22), stage.height * 0.08, stage.unit * stage.horizon / 560
    pen.gloss(f'circle cx="{x:.0f}" cy="{y + 150 * u:.0f}" r="{300 * u:.0f}"', "glow")
    pen.path(
        f"M{x:.0f} {y:.0f} l{-60 * u:.0f} {190 * u:.0f} h{54 * u:.0f} l{-40 * u:.0f} {210 * u:.0f} l{120 * u:.0f} {-260 * u:.0f} h{-56 * u:.0f} l{44 * u:.0f} {-140 * u:.0f}Z",
        "#fff6b8",
    )
