"""Drawings of furniture of every room, and of kitchen and bathroom."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import INK, STEEL, WHITE, WOOD, WOOD_DARK, lighter
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"
ENAMEL = "#f3f4f5"


@motif(
    "desk, writing desk, school desk, office desk",
    metres=0.8,
    box=(170, 90),
    colours=f"{WOOD} #c9a06a",
    home="room",
    family="furniture",
    top=Span(20, 150, 8),
    gap=Span(20, 100, 20),
)
def desk(p: Pen) -> None:
    p.slab(2, 8, 166, 10, p.light, 2)
    p.slab(8, 18, 8, 72, p.main, 1)
    p.slab(108, 18, 54, 72, p.main, 2)
    for y in (22, 44, 66):
        p.slab(112, y, 46, 18, p.dark, 2)
        p.line(f"M128 {y + 9} h14", GOLD, 3)


@motif(
    "stool, bar stool, footstool",
    metres=0.7,
    box=(70, 100),
    colours=f"{WOOD} #b5433f",
    home="kitchen",
    family="furniture",
    top=Span(12, 58, 10),
)
def stool(p: Pen) -> None:
    p.line("M18 14 L8 98 M52 14 L62 98 M14 66 H56", p.dark, 6)
    p.line("M30 16 L28 94 M40 16 L42 94", p.deep, 4)
    p.slab(4, 4, 62, 13, p.main, 6)


@motif(
    "rocking chair, deck chair",
    metres=1.1,
    box=(110, 120),
    colours=f"#8a5a34 {WOOD}",
    home="room",
    family="furniture",
    top=Span(36, 84, 68),
)
def rocking_chair(p: Pen) -> None:
    p.line("M4 108 C30 122 80 122 108 104", p.dark, 6)
    p.line("M34 70 L30 112 M84 70 L88 112", p.dark, 6)
    p.line("M34 70 L18 6 M24 30 L40 28 M28 44 L42 42", p.main, 6)
    p.line("M46 70 L30 4 M18 6 L30 4", p.main, 6)
    p.slab(30, 64, 60, 10, p.light, 3)
    p.line("M30 44 H82 L86 66", p.main, 5)


@motif(
    "bunk bed",
    metres=1.8,
    box=(170, 130),
    colours=f"{WOOD} #5f8fb0",
    home="bedroom",
    family="furniture",
    top=Span(40, 140, 92),
)
def bunk_bed(p: Pen) -> None:
    for y in (34, 96):
        p.slab(14, y - 12, 142, 14, WHITE, 5)
        p.slab(50, y - 14, 106, 18, "#4f7fc0" if y == 34 else "#c9584a", 4)
        p.slab(8, y, 154, 11, p.dark, 2)
        p.oval(32, y - 14, 16, 7, "#fbfaf5")
    p.slab(4, 4, 10, 126, p.main, 2)
    p.slab(156, 4, 10, 126, p.main, 2)
    p.line("M118 36 V130 M142 36 V130 M118 58 H142 M118 78 H142 M118 98 H142 M118 118 H142", p.light, 4)


@motif(
    "cradle, crib, cot, baby bed",
    metres=0.9,
    box=(130, 100),
    colours=f"#e8d9b8 {WOOD}",
    home="bedroom",
    family="furniture",
    rim=Span(24, 106, 36),
)
def cradle(p: Pen) -> None:
    p.line("M10 88 C40 104 90 104 120 88", p.dark, 6)
    p.slab(14, 54, 102, 24, "#bfd8ec", 4)
    for x in range(18, 114, 14):
        p.slab(x, 36, 5, 46, p.main, 2)
    p.slab(8, 30, 114, 9, p.light, 3)
    p.slab(8, 76, 114, 9, p.light, 3)
    p.slab(4, 14, 10, 76, p.main, 4)
    p.slab(116, 14, 10, 76, p.main, 4)


@motif(
    "chest of drawers, dresser, drawers, sideboard, nightstand, bedside table",
    metres=1.0,
    box=(120, 110),
    colours=f"{WOOD} #e3dccb #7f9fb0",
    home="bedroom",
    family="furniture",
    top=Span(12, 108, 8),
)
def drawers(p: Pen) -> None:
    p.slab(2, 6, 116, 9, p.light, 2)
    p.slab(6, 15, 108, 86, p.main, 2)
    p.line("M14 101 V110 M106 101 V110", p.deep, 7)
    for y in (20, 47, 74):
        p.slab(12, y, 96, 23, p.light, 2)
        for x in (40, 80):
            p.circle(x, y + 11, 3.4, GOLD)


@motif(
    "treasure chest, chest, trunk, treasure",
    metres=0.7,
    box=(130, 100),
    colours="#8a5a34",
    home="beach",
    family="furniture",
    rim=Span(20, 110, 50),
)
def treasure(p: Pen) -> None:
    p.body("M8 40 C8 8 122 8 122 40 L118 46 H12Z")
    for x, y in ((22, 48), (38, 42), (54, 46), (70, 40), (86, 45), (102, 47), (46, 36), (78, 34), (62, 34)):
        p.ball(x, y, 9, 8, GOLD)
    p.circle(34, 44, 5, RED)
    p.circle(94, 42, 5, "#3f8fd0")
    p.slab(6, 52, 118, 46, p.main, 3)
    p.line("M6 60 H124 M6 90 H124", p.dark, 4)
    for x in (22, 100):
        p.slab(x, 52, 9, 46, GOLD, 1)
    p.slab(54, 50, 22, 24, GOLD, 3)
    p.circle(65, 60, 4, INK)


@motif(
    "rug, carpet, mat, picnic blanket, flying carpet, doormat",
    metres=0.3,
    box=(180, 60),
    colours="#b5433f #3f6f8f",
    home="room",
    family="furniture",
    top=Span(40, 140, 30),
    tall=False,
)
def rug(p: Pen) -> None:
    p.path("M24 8 H156 L176 52 H4Z", p.main)
    p.path("M34 14 H146 L160 46 H20Z", p.light)
    p.path("M42 18 H138 L148 42 H32Z", p.dark)
    p.path("M90 20 L116 30 L90 40 L64 30Z", GOLD)
    p.line(
        "M2 54 l-2 6 M20 54 v6 M40 54 v6 M60 54 v6 M80 54 v6 M100 54 v6 M120 54 v6 M140 54 v6 M160 54 v6 M178 54 l2 6",
        lighter(p.main),
        2.4,
    )


@motif(
    "curtain, curtains, drapes, blind",
    metres=2.0,
    box=(130, 140),
    colours="#b5433f #5f8f8a #c9a04a",
    home="wall",
    family="furniture",
    faces=False,
    tall=False,
)
def curtains(p: Pen) -> None:
    p.line("M2 8 H128", WOOD_DARK, 7)
    for side in (0, 1):
        one = p.like()
        one.body("M4 8 H52 C50 40 40 60 20 80 L24 138 H4Z")
        one.line("M16 12 C16 40 14 60 10 80 M28 12 C28 40 24 56 16 74 M40 12 C38 36 32 52 20 70 M14 88 V136", p.dark, 2)
        one.slab(2, 76, 24, 9, GOLD, 3)
        p.place(one.drawn(), "" if not side else "translate(130 0) scale(-1 1)")


@motif(
    "chandelier, ceiling lamp, pendant lamp",
    metres=0.9,
    box=(130, 110),
    colours="#e0b23a",
    home="castle",
    family="furniture",
    tall=False,
)
def chandelier(p: Pen) -> None:
    p.line("M65 0 V60", p.dark, 3)
    p.gloss('circle cx="65" cy="50" r="70"', "glow")
    p.line(
        "M65 70 C40 90 20 76 18 56 M65 70 C90 90 110 76 112 56 M65 74 C54 86 44 70 44 56 M65 74 C76 86 86 70 86 56",
        p.main,
        5,
    )
    for x in (18, 44, 86, 112):
        p.slab(x - 4, 36, 8, 20, "#fbf5e6", 1)
        p.path(f"M{x} 20 C{x + 6} 28 {x + 5} 34 {x} 36 C{x - 5} 34 {x - 6} 28 {x} 20Z", "#f7a52c")
        p.circle(x, 66, 3, "#bfe8f6")
    p.ball(65, 62, 9, 10)
    p.path("M65 76 L72 90 L65 104 L58 90Z", "#bfe8f6")


@motif(
    "hammock",
    metres=1.0,
    box=(180, 90),
    colours="#e0733a #3f8fb0",
    home="beach",
    family="furniture",
    top=Span(60, 120, 52),
)
def hammock(p: Pen) -> None:
    p.line("M8 4 V88 M172 4 V88", WOOD_DARK, 8)
    p.line("M8 14 L42 40 M8 14 L34 50 M172 14 L138 40 M172 14 L146 50", "#d9c49a", 2.4)
    p.body("M36 36 C60 66 120 66 144 36 L150 50 C126 86 54 86 30 50Z")
    p.line("M46 48 C66 72 114 72 134 48 M38 52 C62 80 118 80 142 52", p.light, 3)


@motif(
    "pillow, cushion", metres=0.25, box=(120, 84), colours="#f3f1ea #8fb5d8 #e8a8b5", home="bedroom", family="furniture"
)
def pillow(p: Pen) -> None:
    p.body(
        "M10 10 C40 20 80 20 110 10 C116 8 118 12 116 18 C108 34 108 54 116 68 C118 76 114 80 108 76 C80 66 40 66 12 76 C6 80 2 76 4 68 C12 54 12 34 4 18 C2 12 6 8 10 10Z",
        gradient="round",
    )
    p.line("M14 16 L30 28 M106 16 L90 28 M14 70 L30 58 M106 70 L90 58", p.dark, 2.4)


@motif(
    "blanket, quilt, towel, duvet",
    metres=0.3,
    box=(120, 80),
    colours="#8fb5d8 #e0735a #8fc48a",
    home="bedroom",
    family="furniture",
)
def blanket(p: Pen) -> None:
    for i, y in enumerate((56, 36, 16)):
        p.slab(6 + i * 2, y, 108 - i * 4, 20, p.main if i % 2 else p.dark, 10)
        p.line(f"M20 {y + 6} H100", p.light, 3)
    p.line("M96 18 V32 M102 18 V32", p.deep, 2)


@motif(
    "stairs, staircase, steps",
    metres=2.4,
    box=(150, 120),
    colours=f"{WOOD} #b9b4ac",
    home="room",
    family="furniture",
    top=Span(100, 140, 22),
)
def stairs(p: Pen) -> None:
    for i in range(6):
        p.slab(6 + i * 23, 98 - i * 16, 150 - 12 - i * 23, 22 + i * 16, p.main if i % 2 else p.light, 1)
        p.line(f"M{6 + i * 23} {98 - i * 16} H{30 + i * 23}", p.dark, 3)
    p.line("M10 62 L142 -20 M12 62 V98 M76 22 V66 M140 -18 V20", WOOD_DARK, 4)


@motif(
    "swimming pool, paddling pool, pool",
    metres=0.7,
    box=(200, 70),
    colours="#4fb8e0",
    home="garden",
    family="furniture",
    rim=Span(40, 160, 26),
    tall=False,
)
def pool(p: Pen) -> None:
    p.body("M8 30 C8 8 192 8 192 30 V48 C192 76 8 76 8 48Z", "#e9eef2")
    p.oval(100, 30, 90, 18)
    p.line("M40 28 q8 5 16 0 q8 -5 16 0 M96 36 q8 5 16 0 q8 -5 16 0 M130 24 q8 5 16 0", WHITE, 2.4)
    p.line("M150 44 V8 C150 0 162 0 162 8 M172 40 V8 C172 0 184 0 184 8 M150 24 H172", STEEL, 3.4)
