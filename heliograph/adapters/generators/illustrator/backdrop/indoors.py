"""Rooms, and the close view of a table top."""

from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.palette import darker, lighter, mix
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .heavens import gradient
from .light import Light

WALLS = ("#e3d3bf", "#c3d3cf", "#d8c3c9", "#cdd5e0")
TILED = frozenset({"kitchen", "bathroom"})
BARE = frozenset({"classroom", "bathroom"})  # no picture hangs there
ON_WALLS = frozenset({"picture", "window", "clock", "mirror", "poster"})
FLOORS = ("#b98a5a", "#a9784a", "#c29a6a", "#9a7458")


def _wall_colour(stage: Stage) -> str:
    kind = {
        "kitchen": "#e9e0c8",
        "bathroom": "#cfe4ea",
        "classroom": "#e6dfc0",
        "office": "#d9dde0",
        "bedroom": "#cfd3e6",
        "library": "#c9b293",
    }.get(stage.place)
    own = WALLS[stage.variant % 4]
    return stage.scene.setting.wall or (mix(kind, own, 0.3 * (stage.variant % 4)) if kind else own)


def room(stage: Stage, pen: Pen, light: Light) -> None:
    wall = mix(_wall_colour(stage), light.tint, light.share * 0.6)
    fill = gradient(stage, "wall", lighter(wall, 0.25), wall)
    pen.wash(f'rect x="-5" y="-5" width="{stage.width + 10:.0f}" height="{stage.height:.0f}"', fill)
    if stage.place in TILED:
        _tiles(stage, pen, wall)
    if stage.place == "classroom":
        _blackboard(stage, pen)
    _furnish(stage, pen, light)
    _floor(stage, pen, light)


def _shown(stage: Stage) -> set[str]:
    return {thing.motif for thing in stage.scene.things}


def _furnish(stage: Stage, pen: Pen, light: Light) -> None:
    shown, near, far = _shown(stage), 0.18, 0.83
    if stage.mirrored:
        near, far = far, near
    if "window" not in shown:
        _window(stage, pen, light, near)
    if stage.place == "kitchen":
        _cupboards(stage, pen, light, far)
    elif stage.place == "library":
        for x in (0.12, 0.37, 0.63, 0.88):
            _stand(stage, pen, "bookshelf", x, 3.4, light.on("#8a5f3a"))
    elif not shown & ON_WALLS and stage.place not in BARE:
        _stand(stage, pen, "picture", far, 1.7, light.on("#c99a3a"), stage.horizon - stage.height * 0.3)
    if stage.place == "room" and "houseplant" not in shown and stage.variant % 2 == 0:
        _stand(
            stage,
            pen,
            "houseplant",
            0.06 if not stage.mirrored else 0.94,
            1.9,
            light.on("#5f9a5f"),
            stage.horizon + 40 * stage.unit,
        )


def _stand(stage: Stage, pen: Pen, name: str, x: float, size: float, colour: str, y: float | None = None) -> None:
    k = stage.unit * size
    thing = type(pen)(colour, scale=k)
    MOTIFS[name].draw(thing)
    wide, high = MOTIFS[name].box
    foot = stage.horizon if y is None else y
    pen.place(thing.drawn(), f"translate({stage.width * x - wide * k / 2:.0f} {foot - high * k:.0f}) scale({k:.3f})")


def _window(stage: Stage, pen: Pen, light: Light, across: float) -> None:
    u = stage.unit
    w, h = (210 * u, 260 * u) if stage.place != "table" else (190 * u, 210 * u)
    x, y = stage.width * across - w / 2, max(stage.horizon - h - 170 * u, 56 * u)
    pen.box(x - 14 * u, y - 14 * u, w + 28 * u, h + 28 * u, "#f8f3e8", 6 * u)
    pen.wash(
        f'rect x="{x:.0f}" y="{y:.0f}" width="{w:.0f}" height="{h:.0f}"',
        gradient(stage, "pane", light.top, light.middle, light.bottom),
    )
    if stage.dark:
        for dx, dy in ((40, 50), (150, 40), (90, 110), (170, 150), (30, 180)):
            pen.circle(x + dx * u, y + dy * u, 3 * u, "#fff6d0")
    else:
        pen.path(
            f"M{x:.0f} {y + h:.0f} V{y + h * 0.75:.0f} q{w * 0.3:.0f} {-40 * u:.0f} {w * 0.55:.0f} {-6 * u:.0f} t{w * 0.45:.0f} {-10 * u:.0f} V{y + h:.0f}Z",
            light.far("#7fae6a", 0.25),
        )
    pen.line(f"M{x + w / 2:.0f} {y:.0f} v{h:.0f} M{x:.0f} {y + h / 2:.0f} h{w:.0f}", "#f8f3e8", 10 * u)
    pen.box(x - 24 * u, y + h + 12 * u, w + 48 * u, 16 * u, "#ece4d4", 4 * u)
    curtain = light.on(("#c9735a", "#5f8f8a", "#8a6a9a", "#c9a04a")[stage.variant % 4])
    for side in (-1, 1):
        edge = x + w / 2 + side * (w / 2 + 30 * u)
        pen.body(
            f"M{edge:.0f} {y - 30 * u:.0f} h{-side * 62 * u:.0f} q{side * 4 * u:.0f} {h * 0.5:.0f} {side * 44 * u:.0f} {h * 0.72:.0f} l{side * 4 * u:.0f} {h * 0.45:.0f} h{side * 14 * u:.0f}Z",
            curtain,
        )
    pen.line(f"M{x - 46 * u:.0f} {y - 30 * u:.0f} H{x + w + 46 * u:.0f}", "#6b5140", 9 * u)


def _floor(stage: Stage, pen: Pen, light: Light) -> None:
    y, u = stage.horizon, stage.unit
    colour = stage.scene.setting.ground or light.on(FLOORS[stage.variant % 4])
    pen.box(-5, y, stage.width + 10, stage.height - y, colour)
    middle = stage.width / 2
    boards = " ".join(
        f"M{middle + i * 110 * u:.0f} {y:.0f} L{middle + i * 260 * u:.0f} {stage.height:.0f}" for i in range(-9, 10)
    )
    pen.line(boards, darker(colour, 0.16), 3 * u)
    pen.box(-5, y - 26 * u, stage.width + 10, 28 * u, light.on("#f3ecdf"))
    if stage.place not in TILED:
        rug = light.on(("#8f5a5a", "#5a7a8f", "#7a8f6a", "#a8705a")[stage.variant % 4])
        pen.oval(middle, stage.foot + 20 * u, stage.width * 0.43, 76 * u, rug)
        pen.oval(middle, stage.foot + 20 * u, stage.width * 0.39, 62 * u, lighter(rug, 0.22))
        pen.oval(middle, stage.foot + 20 * u, stage.width * 0.37, 56 * u, rug)
    pen.gloss(f'rect x="0" y="{y:.0f}" width="{stage.width:.0f}" height="{stage.height - y:.0f}"', "drop")


def _blackboard(stage: Stage, pen: Pen) -> None:
    u, y = stage.unit, stage.horizon - 420 * stage.unit
    x = stage.width * 0.56 - 230 * u
    pen.slab(x - 14 * u, y - 14 * u, 488 * u, 278 * u, "#8a5a34", 6 * u)
    pen.box(x, y, 460 * u, 250 * u, "#2f4f45")
    chalk = f"M{x + 40 * u:.0f} {y + 60 * u:.0f} h{180 * u:.0f} m{-180 * u:.0f} {44 * u:.0f} h{130 * u:.0f} m{60 * u:.0f} 0 h{60 * u:.0f}"
    pen.line(
        chalk + f" M{x + 320 * u:.0f} {y + 70 * u:.0f} l{60 * u:.0f} {110 * u:.0f} h{-120 * u:.0f}Z", "#e9efe6", 6 * u
    )
    pen.slab(x, y + 258 * u, 460 * u, 12 * u, "#a8743f", 2 * u)


def _tiles(stage: Stage, pen: Pen, wall: str) -> None:
    u, top = stage.unit, stage.horizon - 330 * stage.unit
    step = 62 * u
    rows, columns = range(6), range(int(stage.width / step) + 2)
    d = " ".join(f"M0 {top + r * step:.0f} H{stage.width:.0f}" for r in rows) + " ".join(
        f"M{c * step:.0f} {top:.0f} V{stage.horizon:.0f}" for c in columns
    )
    pen.line(d, mix(wall, "#ffffff", 0.5), 4 * u)


def _cupboards(stage: Stage, pen: Pen, light: Light, across: float) -> None:
    u = stage.unit
    x, w = stage.width * across - 170 * u, 340 * u
    front = light.on(("#7fa8a0", "#c98f6a", "#8f9fb8", "#a8b07a")[stage.variant % 4])
    for y, h in ((stage.horizon - 560 * u, 180 * u), (stage.horizon - 190 * u, 190 * u)):
        pen.slab(x, y, w, h, front, 6 * u)
        for i in range(2):
            pen.line(
                f"M{x + (14 + i * 166) * u:.0f} {y + 16 * u:.0f} h{146 * u:.0f} v{h - 32 * u:.0f} h{-146 * u:.0f}Z",
                darker(front, 0.2),
                4 * u,
            )
            pen.circle(x + (146 + i * 48) * u, y + h / 2, 7 * u, "#f2d58a")
    pen.slab(x - 14 * u, stage.horizon - 206 * u, w + 28 * u, 20 * u, light.on("#8a5f3a"), 4 * u)
    _stand(stage, pen, "saucepan", across, 0.9, light.on("#4a505c"), stage.horizon - 204 * u)


def table(stage: Stage, pen: Pen, light: Light) -> None:
    """A table top that fills the lower half, a soft room behind it."""
    u, edge = stage.unit, stage.horizon
    wall = mix(_wall_colour(stage), light.tint, light.share)
    pen.wash(
        f'rect x="-5" y="-5" width="{stage.width + 10:.0f}" height="{edge + 10:.0f}"',
        gradient(stage, "wall", darker(wall, 0.1), lighter(wall, 0.3)),
    )
    _window(stage, pen, light, 0.82 if stage.mirrored else 0.18)
    pen.veil(f'rect x="0" y="0" width="{stage.width:.0f}" height="{edge:.0f}"', lighter(wall, 0.2), 0.45)
    wood = light.on(stage.surface)
    pen.box(-5, edge, stage.width + 10, stage.height - edge, wood)
    _grain(stage, pen, wood)
    pen.box(-5, edge - 4 * u, stage.width + 10, 8 * u, lighter(wood, 0.3))
    pen.gloss(f'rect x="0" y="{edge:.0f}" width="{stage.width:.0f}" height="{stage.height - edge:.0f}"', "drop")


def _grain(stage: Stage, pen: Pen, wood: str) -> None:
    edge, u, middle = stage.horizon, stage.unit, stage.width / 2
    planks = " ".join(
        f"M{middle + i * 190 * u:.0f} {edge:.0f} L{middle + i * 330 * u:.0f} {stage.height:.0f}" for i in range(-6, 7)
    )
    pen.line(planks, darker(wood, 0.22), 4 * u)
    for _ in range(22):
        i, share = stage.random.uniform(-5, 5), stage.random.uniform(0.02, 0.8)
        y = edge + (stage.height - edge) * share
        x = middle + i * (190 + 140 * share) * u
        x_end = middle + i * (190 + 140 * (share + 0.16)) * u
        pen.line(f"M{x:.0f} {y:.0f} L{x_end:.0f} {y + (stage.height - edge) * 0.16:.0f}", darker(wood, 0.12), 3 * u)
