"""Drawings of vehicles that have a calling of their own."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD_DARK,
)
from heliograph.adapters.generators.illustrator.pen import Pen

from .vehicles import TYRE, WHEELS, spokes, wheel
from .vehicles import car as _car

RED = "#d8323c"


def _marked_car(words: str, colours: str, mark: str) -> Motif:
    """A car with what tells its calling."""

    def draw(p: Pen) -> None:
        if mark == "taxi":
            p.slab(76, -8, 36, 13, "#2b2b36", 3)
            p.line("M84 -2 H104", "#f7cf1d", 4)
        if mark == "police":
            p.slab(74, -6, 20, 11, "#2f6fe0", 3)
            p.slab(94, -6, 20, 11, RED, 3)
        _car.draw(p)
        if mark == "taxi":
            for i in range(12):
                p.box(20 + i * 12, 50 + i % 2 * 5, 12, 5, INK)
        if mark == "police":
            p.box(14, 46, 160, 9, "#22366b")
            p.path("M94 38 l3 7 l8 .7 l-6 5 l2 8 l-7 -4 l-7 4 l2 -8 l-6 -5 l8 -.7Z", "#f2c230")

    return motif(
        words,
        metres=1.5,
        box=(190, 86),
        colours=colours,
        home="street",
        top=Span(58, 118, 4),
        family="vehicle",
        parts=WHEELS,
    )(draw)


MARKED = (
    _marked_car("taxi, cab, taxicab", "#f7cf1d", "taxi"),
    _marked_car("police car, patrol car, squad car", "#f3f4f6", "police"),
)


@motif(
    "racing car, race car, formula one car, sports car",
    metres=1.0,
    box=(200, 70),
    colours="#d8232f #2f5fc0",
    home="street",
    family="vehicle",
    parts=WHEELS,
)
def racing_car(p: Pen) -> None:
    p.slab(4, 6, 30, 8, p.dark, 2)
    p.line("M18 14 V34", p.deep, 6)
    p.body("M10 46 C14 28 60 28 78 28 C84 16 104 14 112 26 L124 34 C156 36 184 42 196 52 L194 58 H12Z")
    p.path("M84 27 C88 19 100 18 106 27Z", INK)
    p.ball(96, 22, 9, 9, "#f2c230")
    p.circle(138, 46, 9, WHITE)
    p.line("M138 41 V51", INK, 3)
    p.box(176, 54, 24, 6, p.deep, 2)
    for x, r in ((42, 18), (160, 16)):
        wheel(p, x, 68 - r + 2, r)


@motif(
    "jeep, off-road car, land rover, suv, pickup, pickup truck",
    metres=1.8,
    box=(180, 100),
    colours="#6a7a4a #c9a23a",
    home="desert",
    family="vehicle",
    parts=WHEELS,
)
def jeep(p: Pen) -> None:
    p.body("M10 74 V44 C10 40 14 38 18 38 H46 L54 10 H120 L130 38 H164 C170 38 174 42 174 48 V74Z")
    p.path("M60 16 H86 V40 H54Z M92 16 H115 L123 40 H92Z", p.glass)
    p.box(2, 36, 10, 26, TYRE, 4)
    p.line("M50 6 H124", p.deep, 5)
    p.box(4, 70, 174, 9, STEEL_DARK, 3)
    p.circle(168, 54, 6, "#fff2b8")
    p.line("M89 42 V70 M70 50 H78 M104 50 H112", p.dark, 2.4)
    for x in (42, 140):
        p.circle(x, 76, 24, p.deep)
        wheel(p, x, 79, 20)


@motif(
    "van, minibus, delivery van, minivan",
    metres=2.2,
    box=(180, 100),
    colours="#f0ece2 #3f8fb0 #c9584a",
    home="street",
    family="vehicle",
    board=(24, 24, 90, 30),
    board_ink="#33374a",
    faces=False,
    parts=WHEELS,
)
def van(p: Pen) -> None:
    p.body("M8 82 V20 C8 12 14 8 20 8 H124 C136 8 144 18 150 34 L168 46 C174 50 176 56 176 64 V82Z")
    p.path("M122 16 C132 16 138 26 144 38 H120 V18Z", p.glass)
    p.line("M116 12 V78 M122 50 H132", p.dark, 2.4)
    p.path("M8 66 H176 V82 H8Z", p.dark)
    p.oval(172, 60, 4, 6, "#fff2b8")
    for x in (42, 140):
        p.circle(x, 80, 19, p.deep)
        wheel(p, x, 83, 16)


@motif("ambulance", metres=2.4, box=(190, 104), colours="#f6f6f4", home="street", family="vehicle", parts=WHEELS)
def ambulance(p: Pen) -> None:
    p.slab(70, 0, 24, 10, "#2f6fe0", 3)
    p.body("M8 86 V18 C8 12 12 10 18 10 H118 V30 H142 C150 30 154 36 158 44 L178 56 C182 60 184 64 184 70 V86Z")
    p.path("M124 36 H142 C148 38 150 44 154 52 H124Z", p.glass)
    p.box(8, 58, 176, 10, RED)
    p.path("M52 18 h14 v10 h10 v14 h-10 v10 h-14 v-10 h-10 v-14 h10Z", RED)
    p.line("M118 12 V84", "#c9ccd2", 2.4)
    p.oval(180, 74, 4, 5, "#fff2b8")
    for x in (44, 148):
        p.circle(x, 84, 19, "#c9ccd2")
        wheel(p, x, 87, 16)


@motif(
    "fire engine, fire truck, fire brigade",
    metres=2.8,
    box=(210, 104),
    colours="#d8232f",
    home="street",
    family="vehicle",
    parts=WHEELS,
)
def fire_engine(p: Pen) -> None:
    p.line("M12 14 L132 2 M12 24 L132 12", "#d9dde3", 5)
    for i in range(9):
        p.line(f"M{20 + i * 13} {13 - i * 1.3:.0f} v10", "#d9dde3", 3)
    p.slab(6, 26, 132, 56, p.main, 4)
    p.body("M140 82 V22 H172 C182 22 188 32 192 46 C200 50 204 56 204 64 V82Z")
    p.path("M150 30 H172 C178 32 180 40 184 50 H150Z", p.glass)
    p.slab(150, 12, 20, 10, "#2f6fe0", 3)
    p.box(6, 66, 198, 8, "#f2c230")
    for x in (18, 58, 98):
        p.slab(x, 36, 30, 26, "#9aa5b4", 3)
    p.oval(200, 72, 4, 5, "#fff2b8")
    for x in (40, 72, 168):
        p.circle(x, 84, 18, p.deep)
        wheel(p, x, 87, 15)


@motif(
    "tram, streetcar, trolley, metro, subway, subway train, bullet train",
    metres=3.2,
    box=(230, 104),
    colours="#f0ece0 #2f6f8f",
    home="street",
    family="vehicle",
    parts=("window",),
)
def tram(p: Pen) -> None:
    p.line("M0 100 H230", "#7a6a5c", 4)
    p.line("M100 20 L116 4 L132 20 M96 4 H136", STEEL_DARK, 3)
    p.body("M6 92 V40 C6 26 14 20 26 20 H204 C216 20 224 30 224 44 V92Z")
    p.box(6, 66, 218, 16, "#c9343f")
    for x in (22, 56, 90, 142, 176):
        p.box(x, 30, 28, 28, p.glass, 3)
    p.slab(120, 28, 18, 62, p.dark, 2)
    p.path("M208 30 C216 30 220 38 220 46 V58 H208Z", p.glass)
    for x in (36, 66, 160, 190):
        p.circle(x, 94, 8, TYRE)


@motif(
    "caravan, camper, camper van, motorhome",
    metres=2.4,
    box=(170, 104),
    colours="#f3ead4 #8fc7c4",
    home="meadow",
    family="vehicle",
    parts=WHEELS,
)
def caravan(p: Pen) -> None:
    p.line("M150 76 L170 84", STEEL_DARK, 5)
    p.body("M8 84 V40 C8 16 20 8 40 8 H116 C140 8 152 26 152 50 V84Z")
    p.path("M8 56 H152 V68 H8Z", "#e0604f")
    p.box(24, 24, 34, 24, p.glass, 5)
    p.box(72, 22, 26, 60, p.dark, 4)
    p.box(76, 28, 18, 18, p.glass, 3)
    p.box(110, 24, 28, 24, p.glass, 5)
    wheel(p, 54, 86, 16)


@motif(
    "carriage, horse carriage, stagecoach",
    metres=2.2,
    box=(150, 110),
    colours="#8f5fb0 #b5433f #e0762c",
    home="castle",
    family="vehicle",
    top=Span(50, 100, 14),
)
def carriage(p: Pen) -> None:
    p.body("M26 56 C24 20 40 12 74 12 C108 12 124 20 122 56 C118 78 98 84 74 84 C50 84 30 78 26 56Z")
    p.path("M40 52 C40 30 50 24 62 24 V52Z M108 52 C108 30 98 24 86 24 V52Z", GLASS)
    p.slab(63, 24, 22, 56, p.light, 4)
    p.line("M26 56 H122", "#f2c230", 4)
    p.body("M66 12 L62 0 L70 6 L74 -4 L78 6 L86 0 L82 12Z", "#f2c230")
    p.line("M120 66 L148 70", WOOD_DARK, 5)
    for x, r in ((32, 24), (112, 20)):
        spokes(p, x, 108 - r, r)


@motif(
    "motorcycle, motorbike, motor bike, chopper bike, harley",
    metres=1.2,
    box=(170, 100),
    colours="#d8323c #33363f #3f6fc0",
    home="street",
    top=Span(48, 82, 36),
    family="vehicle",
    parts=WHEELS,
)
def motorcycle(p: Pen) -> None:
    p.line("M120 22 L140 74 M118 18 L104 10", STEEL, 6)
    wheel(p, 34, 76, 23)
    wheel(p, 138, 76, 23)
    p.line("M34 76 L64 56 L112 60 L118 30", p.deep, 6)
    p.body("M66 34 C80 24 104 24 116 34 L110 50 H74Z")
    p.body("M22 40 C36 32 58 32 68 40 L64 50 H40 C32 48 26 46 22 40Z", "#33292a")
    p.slab(64, 56, 42, 28, STEEL_DARK, 6)
    p.line("M70 62 H100 M70 70 H100 M70 78 H100", STEEL, 2.4)
    p.line("M72 84 H30 L14 78", STEEL, 6)
    p.ball(124, 32, 9, 9, "#fff2b8")
    p.body("M116 62 C124 48 148 46 162 62 C150 56 132 56 116 62Z", p.dark)
    p.body("M12 60 C18 46 46 44 58 56 C44 52 26 52 12 60Z", p.dark)
