"""Drawings of buildings that one knows by their purpose, and of ancient ones."""

from heliograph.adapters.generators.illustrator.motif import Motif, Span, Traits, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    LEAF,
    LIT,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
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
    "temple, greek temple, parthenon, ruins, ruin, pantheon",
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


@motif("pyramid, pyramids", metres=14.0, box=(190, 110), colours="#e3bd6f", home="desert", family="building")
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


@motif(
    "circus tent, circus, big top",
    metres=9.0,
    box=(190, 120),
    colours="#d8323c #3f6fc0",
    home="park",
    family="building",
)
def big_top(p: Pen) -> None:
    p.line("M95 10 V-6", STEEL_DARK, 3)
    p.path("M95 -6 L114 0 L95 6Z", "#f2c230")
    p.body("M95 8 C104 32 140 54 176 60 H14 C50 54 86 32 95 8Z")
    for a, b in ((40, 66), (86, 104), (124, 150)):
        p.path(f"M95 8 C{(95 + a) / 2:.0f} 34 {a} 50 {a - 8} 60 H{b} C{b - 2} 50 {(95 + b) / 2:.0f} 34 95 8Z", WHITE)
    for i in range(9):
        p.ball(22 + i * 18, 62, 9, 7, p.main if i % 2 else WHITE)
    p.slab(18, 64, 154, 56, p.main, 1)
    for x in (34, 66, 108, 140):
        p.box(x, 66, 16, 54, WHITE)
    p.body("M95 66 L118 120 H72Z", INK)
    p.body("M95 66 L80 120 H66Z M95 66 L110 120 H124Z", "#f2c230")


@motif(
    "greenhouse, glasshouse, conservatory",
    metres=3.5,
    box=(160, 104),
    colours="#7fb59a",
    home="garden",
    family="building",
)
def greenhouse(p: Pen) -> None:
    for x, h in ((30, 30), (54, 38), (100, 34), (126, 28)):
        p.line(f"M{x} 100 v{-h}", "#36753c", 4)
        p.ball(x, 100 - h, 13, 12, LEAF)
        p.circle(x + 4, 98 - h, 4, "#e0344f")
    p.veil('path d="M10 104 V46 L80 8 L150 46 V104Z"', "#d6f0f4", 0.6)
    p.line("M10 104 V46 L80 8 L150 46 V104Z M10 46 H150 M45 104 V27 M80 104 V8 M115 104 V27 M10 74 H150", WHITE, 4)
    p.slab(66, 62, 28, 42, "#bfe3f2", 1)


@motif(
    "treehouse, tree house",
    metres=7.0,
    box=(130, 160),
    colours="#a8743f",
    home="forest",
    family="building",
    gap=Span(10, 50, 120),
)
def treehouse(p: Pen) -> None:
    p.body("M52 160 C58 130 56 100 54 84 H76 C74 110 76 136 84 160Z", "#7c5231")
    for x, y, r in ((30, 50, 28.0), (100, 50, 28), (40, 26, 26), (90, 26, 26), (65, 20, 28)):
        p.ball(x, y, r, r, LEAF)
    p.slab(34, 46, 62, 44, p.main)
    p.line("M34 57 H96 M34 68 H96 M34 79 H96", p.dark, 2)
    p.body("M65 22 L104 50 H26Z", "#8f4a3f")
    p.box(42, 56, 16, 14, LIT, 1)
    p.slab(68, 60, 18, 30, p.deep, 1)
    p.slab(24, 88, 82, 8, p.dark, 2)
    p.line("M78 96 V158 M94 96 V158", WOOD_DARK, 3)
    for y in range(106, 156, 12):
        p.line(f"M78 {y} H94", WOOD, 3)


@motif(
    "dog house, doghouse, kennel, dog kennel",
    metres=1.0,
    box=(110, 90),
    colours="#c9584a #a8743f",
    home="garden",
    family="building",
    rim=Span(36, 74, 60),
)
def kennel(p: Pen) -> None:
    p.slab(14, 38, 82, 52, p.main)
    p.body("M55 2 L108 40 L100 50 L55 18 L10 50 L2 40Z", "#6b4630")
    p.path("M36 90 V62 a19 19 0 0 1 38 0 V90Z", INK)
    p.box(36, 30, 38, 9, "#f6ecd8", 2)


@motif(
    "birdhouse, bird box, bird feeder, nest box",
    metres=0.5,
    box=(80, 150),
    colours="#d9733a #5f93b0",
    home="garden",
    family="building",
    top=Span(20, 60, 34),
)
def birdhouse(p: Pen) -> None:
    p.slab(36, 84, 8, 66, WOOD_DARK, 2)
    p.slab(16, 34, 48, 52, p.main, 2)
    p.body("M40 4 L76 38 L68 46 L40 20 L12 46 L4 38Z", "#6b4630")
    p.circle(40, 54, 10, INK)
    p.line("M40 72 V78", WOOD, 4)


@motif("beehive, hive", metres=0.8, box=(100, 104), colours="#e8b84a", home="garden", family="building")
def beehive(p: Pen) -> None:
    for y, w in ((84, 46), (66, 46), (48, 40), (30, 30), (14, 17)):
        p.slab(50 - w, y, w * 2, 19, p.main if y % 4 else p.light, 9)
    p.path("M40 100 V88 a10 10 0 0 1 20 0 V100Z", INK)
    for x, y in ((14, 30), (88, 40), (80, 12)):
        p.oval(x, y, 5, 3.6, "#f5c02a")
        p.line(f"M{x} {y - 3} v6", INK, 1.8)
        p.oval(x, y - 5, 4, 3, "#e6f5fc")


@motif(
    "petrol station, gas station, petrol pump, garage",
    metres=4.0,
    box=(190, 110),
    colours="#d8323c #3f8f5a",
    home="street",
    family="building",
    board=(20, 8, 150, 14),
)
def petrol_station(p: Pen) -> None:
    p.slab(8, 2, 174, 24, p.main, 3)
    p.box(8, 20, 174, 6, WHITE)
    for x in (26, 154):
        p.slab(x, 26, 9, 84, "#c9ccd2", 1)
    for x in (62, 104):
        p.slab(x, 54, 30, 52, p.main, 4)
        p.box(x + 5, 60, 20, 15, "#dff0f6", 2)
        p.line(f"M{x + 30} 70 c10 0 8 24 4 30", INK, 3)
    p.slab(54, 104, 90, 6, "#8d97a8", 2)


@motif(
    "bus stop, bus shelter",
    metres=2.6,
    box=(150, 110),
    colours="#3f6f9f",
    home="street",
    family="building",
    gap=Span(20, 110, 30),
    board=(112, 10, 28, 20),
)
def bus_stop(p: Pen) -> None:
    p.slab(4, 8, 104, 10, p.main, 3)
    p.veil('rect x="12" y="18" width="88" height="80"', GLASS, 0.5)
    p.line("M12 18 V110 M100 18 V110 M56 18 V98", p.deep, 4)
    p.slab(20, 74, 70, 7, WOOD, 2)
    p.line("M26 80 V98 M84 80 V98", STEEL_DARK, 4)
    p.line("M126 30 V110", STEEL_DARK, 4)
    p.slab(110, 8, 32, 24, "#f2c230", 3)


@motif(
    "gate, garden gate, archway, arch, torii",
    metres=3.0,
    box=(130, 120),
    colours="#c9343a #8d8a86",
    home="garden",
    family="building",
    gap=Span(34, 96, 40),
)
def gate(p: Pen) -> None:
    p.slab(24, 30, 12, 90, p.main, 1)
    p.slab(94, 30, 12, 90, p.main, 1)
    p.slab(18, 44, 94, 10, p.dark, 1)
    p.body("M4 14 C30 24 100 24 126 14 L122 32 C98 36 32 36 8 32Z")
    p.line("M2 14 C30 26 100 26 128 14", INK, 6)
    p.box(58, 34, 14, 12, "#f2c230", 1)


@motif(
    "wind turbine, wind generator",
    metres=15.0,
    box=(120, 170),
    colours="#f3f5f7",
    home="field",
    family="building",
)
def wind_turbine(p: Pen) -> None:
    p.body("M56 60 H64 L68 170 H52Z")
    for turn in (10, 130, 250):
        p.add(f'path d="M60 56 C70 40 66 20 60 -2 C54 20 54 40 60 56Z" transform="rotate({turn} 60 58)"', p.dark)
    p.ball(60, 58, 8, 8, STEEL)


@motif("solar panel, solar panels", metres=1.4, box=(140, 100), colours="#2f4f9a", home="field", family="building")
def solar_panel(p: Pen) -> None:
    p.line("M70 70 V96 M50 98 H90", STEEL_DARK, 6)
    p.body("M26 8 H136 L114 74 H4Z", STEEL)
    p.body("M30 12 H131 L111 70 H10Z")
    p.line("M50 12 L32 70 M70 12 L56 70 M92 12 L80 70 M112 12 L98 70 M24 30 H124 M17 50 H118", "#8fb5e8", 2.4)


@motif(
    "tombstone, grave, gravestone, graveyard, cemetery",
    metres=1.0,
    box=(120, 110),
    colours="#9b9a94",
    home="forest",
    family="building",
    board=(22, 44, 56, 30),
)
def tombstone(p: Pen) -> None:
    p.body("M14 108 V46 C14 14 30 4 50 4 C70 4 86 14 86 46 V108Z")
    p.line("M36 30 H64 M50 18 V40", p.deep, 4)
    p.body("M0 110 C10 98 100 98 112 110Z", LEAF)
    p.line("M102 106 V60 M88 74 H116", WOOD_DARK, 7)


@motif(
    "statue, monument, sculpture, bust",
    metres=3.0,
    box=(90, 150),
    colours="#b9bcc2 #7fa594",
    home="park",
    family="building",
)
def statue(p: Pen) -> None:
    p.slab(14, 112, 62, 38, "#d0cbc0", 2)
    p.slab(8, 104, 74, 10, "#bfb9ac", 1)
    p.body("M32 104 C34 80 30 66 30 54 C36 46 54 46 60 54 C60 66 56 80 58 104Z")
    p.line("M32 56 C22 64 22 74 30 82", p.dark, 8)
    p.line("M58 56 L72 36 L74 18", p.main, 8)
    p.ball(45, 34, 12, 13)
    p.ball(74, 14, 6, 6, p.light)
