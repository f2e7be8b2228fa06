"""Land under the open sky: meadows, woods, mountains, deserts, gardens, snow."""

from heliograph.adapters.generators.illustrator.motifs import MOTIFS
from heliograph.adapters.generators.illustrator.palette import LEAF, LEAF_DARK, mix
from heliograph.adapters.generators.illustrator.pen import Pen
from heliograph.adapters.generators.illustrator.stage import Stage

from .light import Light

GREENS = ("#7fb85a", "#8fbf5f", "#6fae62", "#9ab85a")
SNOW = "#f3f7fb"
GROUNDS = {"desert": "#e8c588", "savanna": "#d6b56a", "field": "#d8bd5f", "forest": "#6f9a52", "jungle": "#5f9a48", "village": "#8fbf5f", "castle": "#84bd66", "playground": "#84bd66", "mountains": "#86b067", "garden": "#86c064",
           "park": "#84bd66", "snow": SNOW}  # fmt: skip
AUTUMN = ("#d9802f", "#c9552f", "#e0a93a")


def land(stage: Stage, pen: Pen, light: Light) -> None:
    ground = _ground(stage)
    {
        "mountains": mountains,
        "forest": _wood,
        "jungle": _wood,
        "desert": _dunes,
        "savanna": _plain,
        "snow": mountains,
    }.get(stage.place, _hills)(stage, pen, light)
    _floor(stage, pen, light, ground)
    {
        "garden": _garden,
        "forest": _undergrowth,
        "jungle": _undergrowth,
        "desert": _stones,
        "field": _furrows,
        "farm": _tufts,
        "park": _path,
        "village": _path,
        "castle": _path,
    }.get(stage.place, _tufts)(stage, pen, light)


def _ground(stage: Stage) -> str:
    asked = stage.scene.setting.ground
    if asked and stage.place != "mountains":
        return asked
    if stage.snowy:
        return SNOW
    if stage.scene.setting.season == "autumn":
        return "#c2a04f"
    return GROUNDS.get(stage.place, GREENS[stage.variant % 4])


def hill(stage: Stage, pen: Pen, y: float, swell: float, colour: str, waves: int = 3) -> None:
    """A band of land with a wavy upper edge that reaches down to the foot of the canvas."""
    step = stage.width / waves
    phase = stage.random.choice((1, -1))
    d = f"M0 {y:.0f}"
    for i in range(waves):
        bend = swell * phase * (1 if i % 2 else -1) * stage.random.uniform(0.6, 1.2)
        d += f" C{(i + 0.33) * step:.0f} {y + bend:.0f} {(i + 0.66) * step:.0f} {y + bend:.0f} {(i + 1) * step:.0f} {y:.0f}"
    pen.path(f"{d} V{stage.height:.0f} H0Z", colour)


def _floor(stage: Stage, pen: Pen, light: Light, ground: str) -> None:
    rolling = 22 * stage.unit
    hill(stage, pen, stage.horizon + 18 * stage.unit, rolling, light.far(ground, 0.18))
    hill(stage, pen, stage.horizon + 80 * stage.unit, rolling * 0.8, light.on(mix(ground, "#ffffff", 0.06)), 2)
    pen.gloss(
        f'rect x="0" y="{stage.foot:.0f}" width="{stage.width:.0f}" height="{stage.height - stage.foot:.0f}"', "drop"
    )


def _hills(stage: Stage, pen: Pen, light: Light) -> None:
    base = SNOW if stage.snowy else ("#7fae8a" if stage.scene.setting.season != "autumn" else "#b58a5a")
    hill(stage, pen, stage.horizon - 60 * stage.unit, 60 * stage.unit, light.far(base, 0.55))
    hill(stage, pen, stage.horizon - 22 * stage.unit, 46 * stage.unit, light.far(base, 0.35), 4)
    for i in range(9):
        x = stage.width * (i + stage.random.uniform(0, 1)) / 9
        r = stage.unit * stage.random.uniform(14, 30)
        pen.circle(x, stage.horizon + 6 * stage.unit, r, light.far(_leafage(stage), 0.4))


def _leafage(stage: Stage) -> str:
    season = stage.scene.setting.season
    if season == "autumn":
        return stage.random.choice(AUTUMN)
    return mix(LEAF_DARK, SNOW, 0.55) if stage.snowy else stage.random.choice((LEAF, LEAF_DARK, "#5fa05f"))


def mountains(stage: Stage, pen: Pen, light: Light) -> None:
    rock = stage.scene.setting.ground or ("#7d8fae", "#8a86a8", "#6f93a0", "#9a8a9a")[stage.variant % 4]
    height = stage.height * (0.44, 0.4, 0.5, 0.42)[stage.variant % 4]
    layout = ((0.12, 0.62, 0.5), (0.9, 0.7, 0.5), (0.5, 1.0, 0.2), (0.3, 0.5, 0.1), (0.74, 0.56, 0.1))
    for x, tall, distance in layout:
        across = (1 - x if stage.mirrored else x) + stage.random.uniform(-0.04, 0.04)
        _peak(stage, pen, across * stage.width, height * tall, light.far(rock, distance), light)
    hill(stage, pen, stage.horizon, 26 * stage.unit, light.far(SNOW if stage.snowy else "#6f9a72", 0.3))
    for i in range(16):
        x = stage.width * (i + stage.random.uniform(0, 1)) / 16
        tree = Pen(light.far("#3f7a5f", 0.25)) if type(pen) is Pen else type(pen)("#3f7a5f", scale=stage.unit * 0.5)
        far_tree(tree)
        k = stage.unit * stage.random.uniform(0.4, 0.75)
        pen.place(tree.drawn(), f"translate({x:.0f} {stage.horizon + 12 * stage.unit:.0f}) scale({k:.2f})")


def far_tree(pen: Pen) -> None:
    pen.path("M0 -110 L28 -40 H16 L38 0 H-38 L-16 -40 H-28Z")


def _peak(stage: Stage, pen: Pen, x: float, high: float, colour: str, light: Light) -> None:
    base, wide = stage.horizon + 10, high * 0.85
    top = base - high
    pen.path(
        f"M{x - wide:.0f} {base:.0f} L{x - wide * 0.4:.0f} {top + high * 0.42:.0f} L{x:.0f} {top:.0f} L{x + wide * 0.45:.0f} {top + high * 0.4:.0f} L{x + wide:.0f} {base:.0f}Z",
        colour,
    )
    pen.shade(
        f"M{x:.0f} {top:.0f} L{x + wide * 0.45:.0f} {top + high * 0.4:.0f} L{x + wide:.0f} {base:.0f} H{x + wide * 0.12:.0f} L{x + wide * 0.2:.0f} {top + high * 0.5:.0f} L{x - wide * 0.04:.0f} {top + high * 0.3:.0f}Z",
        0.14,
    )
    cap = 0.5 if stage.snowy else 0.26
    s = wide * cap
    y = top + high * cap
    pen.path(
        f"M{x:.0f} {top:.0f} L{x + s * 1.06:.0f} {y - high * 0.03:.0f} L{x + s * 0.5:.0f} {y - high * 0.05:.0f} L{x + s * 0.25:.0f} {y + high * 0.06:.0f} L{x - s * 0.1:.0f} {y - high * 0.05:.0f} L{x - s * 0.45:.0f} {y + high * 0.05:.0f} L{x - s * 0.98:.0f} {y:.0f}Z",
        light.far("#ffffff", 0.05),
    )


def _wood(stage: Stage, pen: Pen, light: Light) -> None:
    for layer, distance in enumerate((0.62, 0.42, 0.22)):
        base = stage.horizon + (10 + layer * 34) * stage.unit
        count = 13 - layer * 2
        for i in range(count):
            x = stage.width * (i + stage.random.uniform(0.1, 0.9)) / count
            if layer == 2 and 0.3 < x / stage.width < 0.7:
                continue
            k = stage.unit * (1.5 + layer * 0.75) * stage.random.uniform(0.8, 1.2)
            colour = light.far(_leafage(stage) if stage.random.random() < 0.4 else "#3f7f55", distance)
            if stage.place == "jungle":
                _grown(pen, ("palm", "tree", "bush")[i % 3], x, base, k, colour)
            elif layer == 0:
                _shape_of_tree(pen, x, base, k, colour)
            else:
                _grown(pen, "tree" if i % 5 == 0 else "pine", x, base, k, colour)
        hill(stage, pen, base - 6 * stage.unit, 12 * stage.unit, light.far(_ground(stage), distance * 0.8), 4)


def _shape_of_tree(pen: Pen, x: float, y: float, k: float, colour: str) -> None:
    """A tree so far away that only its outline is seen."""
    tree = type(pen)(colour, scale=k)
    far_tree(tree)
    pen.place(tree.drawn(), f"translate({x:.0f} {y:.0f}) scale({k * 1.35:.2f})")


def _grown(pen: Pen, name: str, x: float, y: float, k: float, colour: str) -> None:
    tree = type(pen)(colour, scale=k)
    MOTIFS[name].draw(tree)
    wide, high = MOTIFS[name].box
    pen.place(tree.drawn(), f"translate({x - wide * k / 2:.0f} {y - high * k:.0f}) scale({k:.3f})")


def _dunes(stage: Stage, pen: Pen, light: Light) -> None:
    hill(stage, pen, stage.horizon - 70 * stage.unit, 70 * stage.unit, light.far("#dba86a", 0.4), 2)
    hill(stage, pen, stage.horizon - 20 * stage.unit, 60 * stage.unit, light.far("#e0b478", 0.2), 3)


def _plain(stage: Stage, pen: Pen, light: Light) -> None:
    hill(stage, pen, stage.horizon - 40 * stage.unit, 40 * stage.unit, light.far("#b08f6a", 0.5), 2)
    for x in (0.1, 0.86, 0.6):
        k = stage.unit * stage.random.uniform(0.8, 1.3)
        crown = light.far("#8a9a4a", 0.2)
        cx, base = stage.width * x, stage.horizon + 24 * stage.unit
        pen.line(
            f"M{cx:.0f} {base:.0f} V{base - 70 * k:.0f} M{cx:.0f} {base - 40 * k:.0f} l{26 * k:.0f} {-34 * k:.0f}",
            light.far("#6b4a33", 0.2),
            9 * k,
        )
        pen.oval(cx, base - 86 * k, 80 * k, 20 * k, crown)
        pen.oval(cx + 26 * k, base - 104 * k, 52 * k, 15 * k, crown)


def _garden(stage: Stage, pen: Pen, light: Light) -> None:
    fence = Pen(light.on("#fbf7ee")) if type(pen) is Pen else type(pen)("#fbf7ee", scale=stage.unit)
    k, y = stage.unit * 1.15, stage.horizon + 88 * stage.unit
    for post in range(0, int(stage.width / k) + 30, 30):
        fence.path(f"M{post} 0 V-74 L{post + 9} -88 L{post + 18} -74 V0Z")
    fence.box(0, -62, stage.width / k, 8, light.on("#e6dfd0"))
    fence.box(0, -28, stage.width / k, 8, light.on("#e6dfd0"))
    pen.place(fence.drawn(), f"translate(0 {y:.0f}) scale({k:.2f})")
    for i in range(5):
        _grown(
            pen,
            "bush",
            stage.width * (i + stage.random.uniform(0.2, 0.8)) / 5,
            y + 24 * stage.unit,
            stage.unit * 1.3,
            light.on(_leafage(stage)),
        )
    names, colours = ("tulip", "flower", "rose"), ("#e0344f", "#f2b61f", "#f28ab0", "#8f6fd8", "#f6f1e6")
    for i in range(14):
        x = stage.width * (i + stage.random.uniform(0.1, 0.9)) / 14
        edge = abs(x / stage.width - 0.5) > 0.3
        y_flower = stage.foot + (60 if edge else 112) * stage.unit
        _grown(
            pen,
            names[i % 3],
            x,
            min(y_flower, stage.height + 30 * stage.unit),
            stage.unit * 0.95,
            light.on(colours[(i * 2) % 5]),
        )


def _undergrowth(stage: Stage, pen: Pen, light: Light) -> None:
    _tufts(stage, pen, light)
    for x in (0.04, 0.95):
        _grown(pen, "bush", stage.width * x, stage.foot + 60 * stage.unit, stage.unit * 1.7, light.on(_leafage(stage)))


def _stones(stage: Stage, pen: Pen, light: Light) -> None:
    for i in range(4):
        x = stage.width * (i + stage.random.uniform(0.1, 0.9)) / 4
        y = stage.horizon + stage.random.uniform(60, 120) * stage.unit
        _grown(
            pen,
            "cactus" if i % 2 else "rock",
            x,
            y,
            stage.unit * stage.random.uniform(0.35, 0.6),
            light.far("#5f8f5a" if i % 2 else "#a8886a", 0.15),
        )
    for _ in range(6):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(stage.foot, stage.height)
        pen.line(
            f"M{x:.0f} {y:.0f} q{60 * stage.unit:.0f} {-14 * stage.unit:.0f} {130 * stage.unit:.0f} 0",
            light.on("#d9ae6c"),
            5 * stage.unit,
        )


def _furrows(stage: Stage, pen: Pen, light: Light) -> None:
    for i in range(-7, 8):
        x = stage.width / 2
        pen.line(
            f"M{x + i * 40 * stage.unit:.0f} {stage.horizon + 90 * stage.unit:.0f} L{x + i * 210 * stage.unit:.0f} {stage.height:.0f}",
            light.on("#c2a347"),
            6 * stage.unit,
        )


def _path(stage: Stage, pen: Pen, light: Light) -> None:
    for x in (0.08, 0.9):
        _grown(
            pen,
            "tree",
            stage.width * x,
            stage.horizon + 70 * stage.unit,
            stage.unit * 2.1,
            light.far(_leafage(stage), 0.12),
        )
    top, foot = stage.horizon + 60 * stage.unit, stage.height
    w = stage.width
    pen.path(
        f"M{w * 0.56:.0f} {top:.0f} C{w * 0.3:.0f} {top + (foot - top) * 0.4:.0f} {w * 0.8:.0f} {top + (foot - top) * 0.6:.0f} {w * 0.3:.0f} {foot:.0f} H{w * 0.86:.0f} C{w * 0.98:.0f} {top + (foot - top) * 0.5:.0f} {w * 0.42:.0f} {top + (foot - top) * 0.4:.0f} {w * 0.6:.0f} {top:.0f}Z",
        light.on("#e3cfa4"),
    )
    _tufts(stage, pen, light)


def _tufts(stage: Stage, pen: Pen, light: Light) -> None:
    colour = light.on("#d3dde8" if stage.snowy else "#b58a3a" if stage.scene.setting.season == "autumn" else "#5f9a48")
    for _ in range(26):
        x, y = (
            stage.random.uniform(0, stage.width),
            stage.random.uniform(stage.horizon + 100 * stage.unit, stage.height),
        )
        s = stage.unit * (0.5 + (y - stage.horizon) / stage.height)
        pen.line(
            f"M{x:.0f} {y:.0f} q{-4 * s:.1f} {-14 * s:.1f} {-10 * s:.1f} {-20 * s:.1f} M{x:.0f} {y:.0f} v{-24 * s:.1f} M{x:.0f} {y:.0f} q{4 * s:.1f} {-14 * s:.1f} {10 * s:.1f} {-20 * s:.1f}",
            colour,
            3.4 * s,
        )
    if stage.snowy or stage.scene.setting.season == "autumn":
        return
    for _ in range(12):
        x, y = stage.random.uniform(0, stage.width), stage.random.uniform(stage.foot - 20 * stage.unit, stage.height)
        pen.circle(x, y, 6 * stage.unit, light.on(stage.random.choice(("#fff6e0", "#f7d24a", "#f2a0b8"))))
