"""Drawings of buildings that one knows by their purpose, and of ancient ones."""

from heliograph.adapters.generators.illustrator.motif import Motif, Traits, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    LIT,
    STEEL_DARK,
    WHITE,
)
from heliograph.adapters.generators.illustrator.pen import Pen

RED = "#d8323c"


def _public(
    words: str, colours: str, sign: str, *, home: str = "street", board: tuple[float, float, float, float] | None = None
) -> Motif:
    """A wide building with rows of windows, a middle that stands out, and the sign of its purpose."""

    def draw(p: Pen) -> None:
        p.slab(6, 44, 168, 96, p.main, 2)
        p.box(2, 40, 176, 8, p.deep, 2)
        for x in (16, 38, 128, 150):
            for y in (58, 92):
                p.box(x, y, 14, 20, WHITE, 1)
                p.box(x + 2, y + 2, 10, 16, p.glass)
        p.slab(62, 20, 56, 120, p.light, 2)
        p.box(58, 16, 64, 8, p.deep, 2)
        p.slab(74, 100, 32, 40, p.part("door", p.deep), 2)
        p.line("M90 100 V140", p.light, 2)
        SIGNS[sign](p)

    traits: Traits = {"home": home, "family": "building", "parts": ("door", "window")}
    if board:
        traits["board"] = board
    return motif(
        words,
        metres=8.0,
        box=(180, 140),
        colours=colours,
        **traits,
    )(draw)


def _cross(p: Pen) -> None:
    p.circle(90, 48, 18, WHITE)
    p.path("M85 36 h10 v7 h7 v10 h-7 v7 h-10 v-7 h-7 v-10 h7Z", RED)
    for x in (72, 96):
        p.box(x, 74, 12, 16, p.glass, 1)


def _clock(p: Pen) -> None:
    p.path("M58 18 L90 -8 L122 18Z", "#8f4a3f")
    p.line("M90 -8 V-22", STEEL_DARK, 2)
    p.path("M90 -22 l16 5 l-16 5Z", RED)
    p.circle(90, 46, 15, WHITE)
    p.line("M90 46 V37 M90 46 L97 50", INK, 2.4)
    p.box(70, 72, 40, 16, "#3f5f4a", 2)


def _columns(p: Pen) -> None:
    p.path("M54 22 L90 -4 L126 22Z", p.light)
    p.circle(90, 12, 6, "#e0b23a")
    for x in (64, 78, 96, 110):
        p.slab(x, 28, 7, 70, WHITE, 1)


def _stars(p: Pen) -> None:
    for i in range(3):
        x = 70 + i * 20
        p.path(
            f"M{x} 32 l2.400 5 l5.600 .6 l-4.200 3.800 l1.200 5.600 l-5 -2.900 l-5 2.900 l1.200 -5.600 l-4.200 -3.800 l5.600 -.6Z",
            "#f2c230",
        )
    p.path("M66 92 H114 L122 102 H58Z", RED)
    for x in (70, 96):
        for y in (54, 72):
            p.box(x, y, 14, 14, LIT if p.lit else p.glass, 1)


def _trains(p: Pen) -> None:
    p.path("M58 20 C66 -6 114 -6 122 20Z", GLASS)
    p.line("M74 4 V20 M90 0 V20 M106 4 V20", WHITE, 2)
    p.circle(90, 42, 14, WHITE)
    p.line("M90 42 V34 M90 42 H97", INK, 2.4)
    p.box(66, 66, 48, 14, "#22366b", 2)
    p.line("M74 73 H106", WHITE, 3)


def _film(p: Pen) -> None:
    p.slab(50, 22, 80, 26, RED, 3)
    for i in range(10):
        p.circle(55 + i * 7.800, 22, 2.4, "#fbe39a")
        p.circle(55 + i * 7.800, 48, 2.4, "#fbe39a")
    for x in (66, 98):
        p.box(x, 58, 16, 30, "#f2c230", 1)


SIGNS = {"cross": _cross, "clock": _clock, "columns": _columns, "stars": _stars, "trains": _trains, "film": _film}

PUBLIC = (
    _public("hospital, clinic, doctor's surgery", "#eef0ee #dfe8ea", "cross"),
    _public("school, kindergarten, college", "#c9745a #d9b27a", "clock"),
    _public("bank, town hall, museum, courthouse, parliament, university", "#e3dccb", "columns", home="city"),
    _public("hotel, inn, hostel, guest house", "#d9b08a #b5c4d0", "stars"),
    _public("station, train station, railway station", "#b5705a", "trains"),
    _public("cinema, theatre, theater, movie theater, opera", "#8f5a8a #5f6fa0", "film", board=(54, 25, 72, 20)),
)


@motif(
    "palace, mansion, manor, chateau",
    metres=12.0,
    box=(200, 130),
    colours="#f0dfc0 #e8c9c0",
    home="garden",
    family="building",
    parts=("roof", "door", "window"),
)
def palace(p: Pen) -> None:
    roof = p.part("roof", "#4f6f8f")
    p.slab(10, 56, 180, 74, p.main)
    p.body("M4 58 L24 34 H176 L196 58Z", roof)
    p.slab(70, 36, 60, 94, p.light)
    p.body("M64 38 L100 10 L136 38Z", roof)
    p.body("M84 16 C84 -4 116 -4 116 16Z", "#e0b23a")
    p.line("M100 0 V-12", "#e0b23a", 3)
    for x in (22, 44, 146, 168):
        for y in (68, 98):
            p.path(f"M{x - 6} {y + 20} v-14 a6 6 0 0 1 12 0 v14Z", p.glass)
    for x in (78, 92, 108, 122):
        p.slab(x - 3, 56, 6, 74, WHITE, 1)
    p.path("M92 130 V104 a8 8 0 0 1 16 0 V130Z", p.part("door", "#6b4630"))


@motif(
    "temple, greek temple, parthenon, ruin, pantheon",
    metres=9.0,
    box=(180, 120),
    colours="#ece6d8",
    home="mountains",
    family="building",
)
def temple(p: Pen) -> None:
    p.body("M90 4 L172 40 H8Z")
    p.path("M90 14 L146 38 H34Z", p.dark)
    p.slab(10, 40, 160, 12, p.light, 1)
    for x in (20, 48, 76, 104, 132):
        p.slab(x, 52, 18, 52, p.main, 2)
        p.line(f"M{x + 6} 54 V102 M{x + 12} 54 V102", p.dark, 1.6)
    p.slab(6, 102, 168, 8, p.light, 1)
    p.slab(0, 110, 180, 10, p.dark, 1)


@motif(
    "pagoda, japanese temple, shrine",
    metres=12.0,
    box=(140, 170),
    colours="#c9343a #3f6f5a",
    home="garden",
    family="building",
    parts=("roof",),
)
def pagoda(p: Pen) -> None:
    roof = p.part("roof", "#3f4a5a")
    p.line("M70 24 V-6", "#e0b23a", 4)
    for y, w in ((24, 34), (70, 46), (116, 58)):
        p.slab(70 - w * 0.62, y + 14, w * 1.24, 40, p.main)
        for i in range(3):
            p.box(70 - w * 0.44 + i * w * 0.32, y + 24, w * 0.2, 24, "#f6e6b8", 1)
        p.body(
            f"M{70 - w - 10} {y + 14} C{70 - w} {y + 14} {70 - w * 0.6:.0f} {y + 6} {70 - w * 0.4:.0f} {y - 6} H{70 + w * 0.4:.0f} C{70 + w * 0.6:.0f} {y + 6} {70 + w} {y + 14} {70 + w + 10} {y + 14} L{70 + w} {y + 20} H{70 - w}Z",
            roof,
        )


@motif(
    "mosque, minaret, taj mahal",
    metres=12.0,
    box=(190, 150),
    colours="#f3ead8 #e3d3b5",
    home="desert",
    family="building",
)
def mosque(p: Pen) -> None:
    for x in (8, 166):
        p.slab(x, 36, 16, 114, p.light)
        p.slab(x - 3, 60, 22, 6, p.dark, 1)
        p.body(f"M{x - 2} 36 C{x} 24 {x + 6} 20 {x + 8} 8 C{x + 10} 20 {x + 16} 24 {x + 18} 36Z", "#3f8f8a")
    p.slab(36, 78, 118, 72, p.main)
    p.body("M56 80 C46 44 86 40 95 14 C104 40 144 44 134 80Z", "#3f8f8a")
    p.line("M95 14 V4", "#e0b23a", 3)
    p.ring(95, 0, 5, "#e0b23a", 2.4)
    p.path("M78 150 V116 C78 102 90 98 95 90 C100 98 112 102 112 116 V150Z", "#2f5f6a")
    for x in (52, 128):
        p.path(f"M{x - 3} 128 v-16 c0 -6 6 -8 8 -12 c2 4 8 6 8 12 v16Z", "#2f5f6a")


@motif("pyramid", metres=14.0, box=(190, 110), colours="#e3bd6f", home="desert", family="building")
def pyramid(p: Pen) -> None:
    p.path("M84 4 L168 110 H2Z", p.main)
    p.path("M84 4 L168 110 H104Z", p.dark)
    p.path("M150 46 L190 110 H168 L134 68Z", p.deep)
    for y in (28, 48, 68, 88):
        w = (y - 4) * 0.78
        p.line(f"M{84 - w:.0f} {y} L{84 + w * 0.24:.0f} {y} L{84 + w:.0f} {y}", "#c99a4f", 1.6)
    p.path("M52 110 V96 h10 v14Z", INK)


@motif(
    "tower, watchtower, clock tower, belfry, bell tower",
    metres=15.0,
    box=(80, 170),
    colours="#b9b4ac #c9a88a",
    home="meadow",
    family="building",
    parts=("roof", "door"),
)
def tower(p: Pen) -> None:
    p.body("M18 60 H62 L68 170 H12Z")
    p.slab(10, 46, 60, 18, p.light)
    p.path("M10 36 h10 v6 h8 v-6 h10 v6 h8 v-6 h10 v6 h4 v-6 h10 v14 H10Z", p.light)
    p.body("M14 38 L40 -4 L66 38Z", p.part("roof", "#4f5f9a"))
    p.circle(40, 84, 13, WHITE)
    p.line("M40 84 V75 M40 84 L47 88", INK, 2.4)
    p.path("M34 126 V114 a6 6 0 0 1 12 0 V126Z", INK)
    p.path("M30 170 V152 a10 10 0 0 1 20 0 V170Z", p.part("door", "#5b4038"))
    p.line("M22 104 h10 M50 112 h10 M20 136 h8 M52 142 h10", p.dark, 2.4)


@motif(
    "lattice tower, eiffel tower, radio tower, tv tower, pylon",
    metres=20.0,
    box=(100, 170),
    colours="#8a7a6a #5d6878",
    home="city",
    family="building",
)
def lattice_tower(p: Pen) -> None:
    p.line("M50 10 V-8", p.dark, 3)
    p.body("M46 8 H54 L58 60 L64 104 L96 168 H76 C70 140 30 140 24 168 H4 L36 104 L42 60Z")
    p.path("M46 64 H54 L58 98 H42Z M40 112 H60 L68 132 C56 128 44 128 32 132Z", "#dfe8ee")
    p.slab(36, 58, 28, 6, p.dark, 1)
    p.slab(28, 100, 44, 8, p.dark, 1)
    p.line(
        "M44 64 L56 98 M56 64 L44 98 M38 112 L66 132 M62 112 L34 132 M46 20 L54 34 M54 20 L46 34 M45 36 L56 52 M55 36 L44 52",
        p.deep,
        1.8,
    )


@motif(
    "factory, power station, refinery",
    metres=9.0,
    box=(180, 130),
    colours="#b5705a #8d97a8",
    home="field",
    family="building",
)
def factory(p: Pen) -> None:
    for x, y, r in ((38, 4, 10.0), (50, -8, 13), (74, -4, 10), (88, -16, 13)):
        p.ball(x, y, r, r, "#d9dde0")
    for x in (26, 60):
        p.body(f"M{x} 10 h18 l5 70 h-28Z", p.dark)
        p.box(x - 1, 22, 20, 7, RED)
    p.path("M10 130 V70 L50 48 V70 L90 48 V70 L130 48 V70 L172 48 V130Z", p.main)
    for x in (22, 54, 86, 118):
        p.box(x, 80, 20, 16, p.glass, 1)
        p.line(f"M{x + 10} 80 v16 M{x} 88 h20", WHITE, 1.8)
    p.slab(126, 102, 30, 28, p.deep, 1)
