"""Drawings of vehicles of building sites, water and air that are seen less often."""

from heliograph.adapters.generators.illustrator.motif import Layer, Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    lighter,
)
from heliograph.adapters.generators.illustrator.pen import Pen

from .vehicles import spokes, wheel

RED = "#d8323c"


@motif(
    "crane, construction crane, tower crane",
    metres=9.0,
    box=(150, 160),
    colours="#f2b01f",
    home="city",
    family="vehicle",
)
def crane(p: Pen) -> None:
    p.line("M52 158 V34 M72 158 V34", p.main, 5)
    p.line(" ".join(f"M52 {y} L72 {y - 16} M72 {y} L52 {y - 16}" for y in range(156, 48, -16)), p.dark, 2.4)
    p.line("M8 34 H144 M62 8 L8 34 M62 8 L144 34", p.main, 5)
    p.slab(2, 34, 26, 20, STEEL_DARK, 2)
    p.slab(50, 34, 26, 20, p.light, 2)
    p.box(54, 38, 12, 10, GLASS, 1)
    p.line("M122 34 V92", INK, 1.8)
    p.line("M122 92 q8 6 0 12", STEEL_DARK, 3)
    p.slab(36, 154, 54, 6, STEEL_DARK, 2)


@motif(
    "bulldozer",
    metres=2.4,
    box=(160, 100),
    colours="#f2b01f #e0762c",
    home="field",
    family="vehicle",
)
def bulldozer(p: Pen) -> None:
    p.body("M124 30 C140 40 144 70 140 96 H152 C160 70 156 40 146 26Z", STEEL_DARK)
    p.line("M90 78 L132 70", STEEL, 8)
    p.slab(60, 40, 58, 34, p.main, 6)
    p.box(96, 18, 7, 24, STEEL_DARK, 2)
    p.slab(18, 6, 50, 68, p.main, 5)
    p.box(26, 14, 34, 28, p.glass, 3)
    p.slab(10, 70, 108, 28, "#33343f", 14)
    for x in (26, 50, 76, 102):
        p.circle(x, 84, 8, STEEL)


@motif("tank, army tank", metres=2.4, box=(180, 90), colours="#6a7a52 #a8985f", home="field", family="vehicle")
def tank(p: Pen) -> None:
    p.line("M104 24 H176", p.dark, 8)
    p.body("M50 40 C52 18 64 12 84 12 C102 12 112 20 114 40Z")
    p.box(72, 4, 22, 9, p.dark, 4)
    p.body("M14 40 H150 L164 58 H6Z")
    p.slab(4, 54, 160, 34, "#33343f", 17)
    for x in (24, 48, 72, 96, 120, 144):
        p.circle(x, 71, 11, STEEL_DARK)
        p.circle(x, 71, 4, STEEL)


@motif(
    "scooter, kick scooter, push scooter",
    metres=1.0,
    box=(110, 110),
    colours="#2f9a8f #d8433c",
    home="street",
    family="vehicle",
    top=Span(34, 74, 88),
)
def kick_scooter(p: Pen) -> None:
    p.line("M92 92 L80 10", p.main, 6)
    p.line("M66 12 H92", INK, 6)
    p.slab(16, 86, 70, 9, p.dark, 4)
    p.line("M80 90 L92 92", p.main, 6)
    for x in (18, 94):
        wheel(p, x, 97, 12)


@motif(
    "tricycle, children's bike",
    metres=0.8,
    box=(120, 96),
    colours="#d8323c #3f8fd0",
    home="park",
    family="vehicle",
    top=Span(26, 50, 34),
    parts=("wheel",),
)
def tricycle(p: Pen) -> None:
    p.line("M86 66 L74 12", p.main, 6)
    p.line("M64 14 L84 8", INK, 6)
    p.line("M24 74 C36 48 60 44 80 46", p.main, 7)
    p.body("M18 40 C26 34 46 34 52 40 L48 48 H24Z", "#33374a")
    p.line("M36 48 V56", p.dark, 5)
    wheel(p, 24, 78, 17)
    wheel(p, 86, 68, 27)


@motif(
    "wheelchair",
    metres=1.0,
    box=(110, 120),
    colours="#3f6f9f #b5433f",
    home="park",
    family="vehicle",
    top=Span(34, 72, 62),
    parts=("wheel",),
)
def wheelchair(p: Pen) -> None:
    p.line("M22 14 L32 16 L38 66 H78 L88 100 H104", STEEL_DARK, 6)
    p.slab(34, 60, 44, 10, p.main, 4)
    p.slab(30, 20, 9, 44, p.main, 4)
    p.line("M38 44 H70", INK, 6)
    spokes(p, 46, 86, 31)
    wheel(p, 88, 110, 8)


@motif(
    "drone, quadcopter",
    metres=0.5,
    box=(130, 60),
    colours="#33374a #d9dde3",
    home="sky",
    layer=Layer.AIR,
    family="vehicle",
)
def drone(p: Pen) -> None:
    p.line("M18 20 L48 32 M112 20 L82 32", p.dark, 6)
    for x in (18, 112):
        p.oval(x, 12, 24, 4, "#9aa5b4")
        p.slab(x - 5, 12, 10, 12, p.deep, 3)
    p.body("M38 28 H92 L86 46 H44Z")
    p.ball(65, 48, 10, 10, INK)
    p.circle(65, 48, 4, "#3f8fd0")
    p.circle(46, 36, 3, RED)


@motif(
    "parachute, paraglider",
    metres=3.0,
    box=(130, 150),
    colours="#e0433c #3f8fd0",
    home="sky",
    layer=Layer.AIR,
    family="vehicle",
)
def parachute(p: Pen) -> None:
    p.line("M6 56 L62 118 M38 62 L64 118 M92 62 L66 118 M124 56 L68 118", "#6b6f7a", 1.8)
    p.body(
        "M4 58 C4 20 32 2 65 2 C98 2 126 20 126 58 C118 48 106 48 96 60 C88 50 74 50 65 60 C56 50 42 50 34 60 C24 48 12 48 4 58Z"
    )
    p.path("M65 2 C50 14 36 36 34 60 C42 50 56 50 65 60Z", p.light)
    p.path("M65 2 C80 14 94 36 96 60 C88 50 74 50 65 60Z", WHITE)
    p.ball(65, 116, 8, 8, "#f1c7a3")
    p.slab(57, 122, 16, 16, "#33374a", 4)
    p.line("M61 136 L58 148 M69 136 L72 148", "#33374a", 5)


@motif(
    "airship, zeppelin, blimp",
    metres=5.0,
    box=(180, 80),
    colours="#c9d2dc #d8735a",
    home="sky",
    layer=Layer.AIR,
    family="vehicle",
)
def airship(p: Pen) -> None:
    p.body("M22 34 L2 8 H26 L44 26Z M22 38 L2 62 H26 L44 46Z", p.dark)
    p.body("M16 36 C34 10 84 2 118 6 C150 10 172 22 178 36 C172 50 150 62 118 66 C84 68 34 62 16 36Z", gradient="drop")
    p.line("M30 36 H176 M34 24 C80 12 130 14 168 28 M34 48 C80 58 130 58 168 44", p.dark, 1.8)
    p.slab(82, 62, 52, 16, lighter("#6b4630"), 6)
    for x in (90, 104, 118):
        p.box(x, 66, 9, 7, GLASS, 1)


@motif(
    "canoe, kayak",
    metres=1.0,
    box=(180, 60),
    colours="#b5433f #d9a23a",
    home="lake",
    layer=Layer.WATER,
    family="vehicle",
    rim=Span(54, 126, 26),
)
def canoe(p: Pen) -> None:
    p.line("M52 2 L128 50", WOOD, 4)
    p.body("M46 0 L60 2 L56 12 L46 8Z", p.dark)
    p.body("M2 14 C16 26 40 26 90 26 C140 26 164 26 178 14 C176 40 150 56 90 56 C30 56 4 40 2 14Z")
    p.path("M20 26 C60 30 120 30 160 26 C140 34 40 34 20 26Z", p.deep)
    p.line("M16 42 C60 50 120 50 164 42", p.light, 3)


@motif(
    "raft, log raft",
    metres=1.2,
    box=(160, 110),
    colours="#a8743f",
    home="sea",
    layer=Layer.WATER,
    family="vehicle",
    top=Span(30, 70, 80),
)
def raft(p: Pen) -> None:
    p.line("M86 84 V6", WOOD_DARK, 6)
    p.body("M90 12 L142 56 L90 66Z", "#f1e7d0")
    for i in range(6):
        p.slab(4 + i * 2, 80 + i % 2 * 3, 150 - i * 4, 12, p.main if i % 2 else p.dark, 6)
    for i in range(7):
        p.ball(14 + i * 22, 94, 12, 10, p.main)
        p.oval(14 + i * 22, 94, 6, 5, p.light)
    p.line("M30 84 V104 M120 84 V104", "#d9c49a", 4)


@motif(
    "speedboat, motorboat, motor boat, lifeboat",
    metres=1.6,
    box=(180, 70),
    colours="#f3f4f6 #d8323c",
    home="sea",
    layer=Layer.WATER,
    family="vehicle",
    rim=Span(40, 90, 34),
)
def speedboat(p: Pen) -> None:
    p.path("M92 30 L104 8 L128 30Z", GLASS)
    p.slab(4, 26, 14, 26, "#33374a", 4)
    p.body("M12 34 H108 C140 32 164 26 178 20 C170 48 150 64 118 66 H34 C22 64 14 52 12 34Z")
    p.path("M13 42 H150 L140 52 H18Z", RED if p.main != RED else WHITE)
    p.slab(44, 22, 12, 14, WOOD, 3)


@motif(
    "container ship, cargo ship, tanker, ferry",
    metres=5.0,
    box=(220, 110),
    colours="#2f4f7f #b5433f",
    home="sea",
    layer=Layer.WATER,
    family="vehicle",
)
def container_ship(p: Pen) -> None:
    p.slab(12, 20, 34, 54, "#f3f4f6", 3)
    p.box(16, 28, 26, 8, GLASS, 1)
    p.line("M28 20 V4", STEEL_DARK, 3)
    colours = ("#d8733c", "#3f8f6a", "#c9343f", "#3f7fc0", "#e0b23a")
    for row in range(3):
        for column in range(6):
            p.slab(54 + column * 24, 54 - row * 16, 22, 14, colours[(row * 2 + column) % 5], 1)
    p.body("M4 70 H186 L214 62 C212 90 204 104 190 106 H22 C10 102 6 88 4 70Z")
    p.path("M10 92 H208 C204 102 198 106 190 106 H22 C16 104 12 98 10 92Z", "#b5333f" if p.main != "#b5433f" else INK)
