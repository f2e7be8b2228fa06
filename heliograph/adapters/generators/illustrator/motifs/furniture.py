"""Drawings of furniture and of what hangs or stands in rooms."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
    darker,
)
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("sofa, couch, settee, loveseat", metres=0.95, box=(230, 96), colours="#4f86a8 #b5604f #6a8f5f #8a6fa8", home="room",
       top=Span(38, 192, 56), family="furniture")  # fmt: skip
def sofa(p: Pen) -> None:
    p.path("M30 84 H42 L38 96 H33Z M188 84 H200 L197 96 H192Z", WOOD_DARK)
    p.body("M24 60 V24 C24 8 32 2 46 2 H184 C198 2 206 8 206 24 V60Z", p.dark)
    p.body("M34 54 V26 C34 14 40 10 50 10 H112 V56Z")
    p.body("M118 56 V10 H180 C190 10 196 14 196 26 V54Z")
    p.slab(28, 66, 174, 22, p.dark, 6)
    p.slab(32, 50, 82, 22, p.light, 8)
    p.slab(116, 50, 82, 22, p.light, 8)
    for x in (4, 194):
        p.body(
            f"M{x} 48 C{x} 34 {x + 32} 34 {x + 32} 48 V82 C{x + 32} 88 {x + 28} 90 {x + 24} 90 H{x + 8} C{x + 4} 90 {x} 88 {x} 82Z"
        )
        p.oval(x + 16, 46, 14, 9, p.light)


@motif("armchair, easy chair", metres=0.95, box=(120, 100), colours="#c9784a #5f8f8a #a8556a", home="room", top=Span(34, 86, 58),
       family="furniture")  # fmt: skip
def armchair(p: Pen) -> None:
    p.path("M22 86 H33 L29 100 H24Z M87 86 H98 L96 100 H91Z", WOOD_DARK)
    p.body("M22 62 V26 C22 8 34 2 60 2 C86 2 98 8 98 26 V62Z", p.dark)
    p.body("M32 58 V30 C32 16 40 12 60 12 C80 12 88 16 88 30 V58Z")
    p.slab(20, 68, 80, 22, p.dark, 6)
    p.slab(28, 52, 64, 22, p.light, 8)
    for x in (4, 88):
        p.body(
            f"M{x} 50 C{x} 38 {x + 28} 38 {x + 28} 50 V84 C{x + 28} 90 {x + 24} 92 {x + 20} 92 H{x + 8} C{x + 4} 92 {x} 90 {x} 84Z"
        )


@motif("chair, seat", metres=0.95, box=(76, 110), colours=f"{WOOD} #3f7f8a #c8553f", home="room", top=Span(16, 60, 60),
       family="furniture")  # fmt: skip
def chair(p: Pen) -> None:
    p.path("M16 4 H22 V108 H15Z M54 4 H60 L61 108 H54Z", p.dark)
    p.slab(14, 2, 48, 14, p.main, 5)
    p.slab(18, 24, 40, 10, p.main, 3)
    p.slab(18, 40, 40, 8, p.main, 3)
    p.slab(8, 64, 8, 46, p.main, 2)
    p.slab(60, 64, 8, 46, p.main, 2)
    p.line("M12 90 H64", p.dark, 4)
    p.body("M14 56 H62 L72 68 H4Z", p.light)
    p.box(4, 66, 68, 7, p.dark, 2)


@motif("table, dining table, coffee table, workbench", metres=0.78, box=(200, 90), colours=f"{WOOD} #8a5a3a #c9a06a", home="room",
       top=Span(20, 180, 10), gap=Span(36, 164, 28), family="furniture")  # fmt: skip
def table(p: Pen) -> None:
    for x, colour in ((38, p.deep), (152, p.deep)):
        p.box(x, 20, 10, 62, colour, 2)
    p.slab(14, 20, 13, 70, p.dark, 2)
    p.slab(173, 20, 13, 70, p.dark, 2)
    p.box(18, 18, 164, 12, p.dark)
    p.body("M18 2 H182 L198 16 H2Z", p.light)
    p.slab(2, 14, 196, 9, p.main, 2)
    p.line("M30 8 H88 M112 11 H170", p.main, 1.6)


@motif("bed, double bed, bunk", metres=1.0, box=(220, 100), colours="#5f8fc0 #b56a7a #7a9f6a", home="bedroom", top=Span(70, 200, 52),
       family="furniture")  # fmt: skip
def bed(p: Pen) -> None:
    p.slab(4, 4, 14, 96, WOOD_DARK, 4)
    p.slab(204, 42, 12, 58, WOOD_DARK, 4)
    p.slab(12, 66, 198, 20, WOOD, 2)
    p.slab(16, 48, 190, 22, "#f5f0e6", 8)
    p.body("M22 50 C20 32 32 30 46 32 C60 30 70 34 68 50 C60 54 32 54 22 50Z", WHITE)
    p.body("M62 46 C80 38 100 48 120 42 C150 36 180 46 208 42 V78 C160 82 110 76 62 80Z")
    p.path("M62 46 C70 42 76 43 84 44 V79 L62 80Z", p.light)
    p.line("M108 46 C112 58 110 68 112 76 M160 44 C164 56 160 66 164 78", p.dark, 2)


@motif("bench, park bench, pew", metres=0.9, box=(180, 84), colours=f"{WOOD} #4f8a5a #c8553f", home="park", top=Span(24, 156, 44),
       family="furniture")  # fmt: skip
def bench(p: Pen) -> None:
    p.path("M26 4 H33 V48 H26Z M147 4 H154 V48 H147Z", "#3f424d")
    for y in (4, 17, 30):
        p.slab(8, y, 164, 9, p.main, 3)
    p.line("M28 54 L22 82 M40 54 L44 82 M152 54 L158 82 M140 54 L136 82", "#3f424d", 5)
    p.line("M12 34 C6 36 8 50 20 50 M168 34 C174 36 172 50 160 50", "#3f424d", 5)
    p.slab(4, 46, 172, 6, p.light, 3)
    p.slab(2, 52, 176, 7, p.dark, 3)


@motif(
    "bookshelf, bookcase, shelf, library shelf",
    metres=2.0,
    box=(120, 150),
    colours=f"{WOOD} #6b4a3a",
    home="room",
    family="furniture",
)
def bookshelf(p: Pen) -> None:
    p.slab(2, 2, 116, 148, p.main, 3)
    for row, y in enumerate((10, 45, 80, 115)):
        p.box(9, y, 102, 29, p.deep, 1)
        x = 11.0
        for i in range(12):
            width, height = (7.4, 6, 9, 6.6)[(i + row) % 4], (24, 20, 26, 22, 25)[(i * 2 + row) % 5]
            colour = ("#c8452f", "#e5a02c", "#3f7f8a", "#f0e6d0", "#4f5f9a", "#6f9a5a")[(i * 5 + row * 2) % 6]
            if x + width < 110 and (i + row * 3) % 9:
                p.slab(x, y + 29 - height, width, height, colour, 1)
            x += width + 1


@motif("wardrobe, cupboard, closet, cabinet", metres=2.0, box=(100, 150), colours=f"{WOOD} #e8edf0 #8fb5b0", home="room",
       family="furniture")  # fmt: skip
def wardrobe(p: Pen) -> None:
    p.box(8, 140, 10, 10, p.deep)
    p.box(82, 140, 10, 10, p.deep)
    p.slab(4, 6, 92, 138, p.main, 3)
    p.box(0, 2, 100, 8, p.dark, 3)
    for x in (10, 52):
        p.line(f"M{x + 3} 20 h32 v52 h-32Z M{x + 3} 82 h32 v52 h-32Z", p.dark, 2.4)
    p.line("M50 10 V144", p.deep, 2)
    p.line("M45 74 V88 M55 74 V88", STEEL_DARK, 3)


@motif("lamp, floor lamp, desk lamp, table lamp, lampshade", metres=0.5, box=(70, 110), colours="#e8b04a #d8604f #6a9fb0", home="room",
       family="household")  # fmt: skip
def lamp(p: Pen) -> None:
    p.gloss('circle cx="35" cy="38" r="52"', "glow")
    p.slab(32, 50, 6, 50, STEEL_DARK)
    p.body("M26 98 C26 78 44 78 44 98Z", "#8a6a4a")
    p.body("M16 110 C16 100 26 98 35 98 C44 98 54 100 54 110Z", "#8a6a4a")
    p.body("M20 6 H50 L68 56 H2Z")
    p.path("M20 6 H50 L52 12 H18Z M4 50 H66 L68 56 H2Z", p.dark)


@motif("door, doorway", metres=2.1, box=(80, 150), colours="#3f7f6a #b5433f #4f6fa8", home="wall", family="household")
def door(p: Pen) -> None:
    p.slab(0, 0, 80, 150, "#f3ede0", 2)
    p.slab(8, 8, 64, 142, p.main, 1)
    for x, y, h in ((16, 18, 34), (44, 18, 34), (16, 62, 70), (44, 62, 70)):
        p.box(x, y, 20, h, p.dark, 2)
        p.box(x + 2.4, y + 2.4, 15.2, h - 4.8, p.light, 1)
    p.circle(66, 84, 3.6, "#f2c230")


@motif(
    "window, windowsill, window sill, window ledge",
    metres=1.3,
    box=(110, 120),
    top=Span(8, 102, 109),
    colours="#f6f1e4 #a9743f",
    home="wall",
    faces=False,
    family="household",
    tall=False,
)
def window(p: Pen) -> None:
    p.slab(4, 4, 102, 106, p.main, 3)
    for x in (13, 58):
        for y in (13, 60):
            p.box(x, y, 39, 41, GLASS)
            p.shine(f"M{x} {y + 34} L{x + 26} {y} H{x + 39} L{x} {y + 41}Z", 0.45)
    p.slab(-2, 108, 114, 11, p.dark, 3)


@motif(
    "clock, wall clock",
    metres=0.4,
    box=(100, 100),
    colours="#c8553f #3f7f8a #33363f",
    home="wall",
    faces=False,
    family="household",
)
def clock(p: Pen) -> None:
    p.ball(50, 50, 49, 49)
    p.circle(50, 50, 40, "#fdfaf0")
    for x, y in ((50.0, 15.0), (85, 50), (50, 85), (15, 50)):
        p.circle(x, y, 3.4, INK)
    for x, y in ((67.5, 20), (80.0, 32.5), (80, 67.5), (67.5, 80), (32.5, 80), (20, 67.5), (20, 32.5), (32.5, 20)):
        p.circle(x, y, 1.7, STEEL_DARK)
    p.line("M50 50 L50 24", INK, 4)
    p.line("M50 50 L68 60", INK, 5)
    p.line("M50 58 L50 18", "#d8323c", 1.6)
    p.circle(50, 50, 4, "#d8323c")


@motif("television, tv, telly, tv set, screen, monitor", metres=0.7, box=(150, 105), colours="#33363f #8a5a3a", home="room", board=(16, 18, 118, 60),
       faces=False, family="household")  # fmt: skip
def television(p: Pen) -> None:
    p.path("M60 92 H90 L96 104 H54Z", darker(p.main))
    p.box(44, 101, 62, 4, p.main, 2)
    p.slab(2, 2, 146, 92, p.main, 6)
    p.box(10, 10, 130, 76, "#4a86b0", 2)
    p.path("M10 66 C40 50 60 76 90 62 C110 54 126 60 140 56 V84 a2 2 0 0 1 -2 2 H12 a2 2 0 0 1 -2 -2Z", "#5fa86a")
    p.circle(112, 30, 9, "#f7df6a")
    p.shine("M10 80 L72 10 H98 L22 86 H12Z", 0.16)


@motif("picture, painting, picture frame, photo frame", metres=0.7, box=(120, 96), colours="#c99a3a #6b4a3a", home="wall", faces=False,
       family="household", tall=False)  # fmt: skip
def picture(p: Pen) -> None:
    p.slab(2, 2, 116, 92, p.main, 3)
    p.box(10, 10, 100, 76, "#fbf6ea")
    p.box(17, 17, 86, 62, "#9fd0e8")
    p.circle(84, 32, 8, "#f7d24a")
    p.path("M17 66 L42 36 L60 58 L72 46 L103 72 V79 H17Z", "#5f8f6a")
    p.path("M17 72 C40 62 70 76 103 68 V79 H17Z", "#3f7050")


@motif(
    "mirror, looking glass",
    metres=1.2,
    box=(80, 120),
    colours="#c99a3a #a9743f",
    home="wall",
    family="household",
    tall=False,
)
def mirror(p: Pen) -> None:
    p.ball(40, 60, 39, 59)
    p.oval(40, 60, 31, 50, "#cfe6f0")
    p.shine("M18 84 L54 22 L62 32 L26 94Z M34 98 L66 46 L68 56 L42 102Z", 0.6)


@motif("piano", metres=1.2, box=(170, 120), colours="#2f2d38 #8a4a2f", home="room", family="instrument")
def piano(p: Pen) -> None:
    p.slab(10, 4, 150, 112, p.main, 4)
    p.box(4, 0, 162, 9, p.light, 3)
    p.line("M20 20 H76 V46 H20Z M94 20 H150 V46 H94Z", p.light, 2)
    p.box(58, 26, 54, 24, "#fbf6ea", 1)
    p.line("M64 33 H106 M64 38 H106 M64 43 H106", STEEL, 1.2)
    p.body("M2 56 H168 V76 H2Z", p.dark)
    p.box(12, 57, 146, 14, "#fdfaf0", 1)
    for i in range(1, 21):
        p.line(f"M{12 + i * 7} 57 v14", "#bdb7a8", 0.8)
        if i % 7 not in {3, 0}:
            p.box(10 + i * 7, 57, 4, 8.4, INK)
    p.slab(4, 76, 12, 44, p.main, 2)
    p.slab(154, 76, 12, 44, p.main, 2)
    p.line("M80 112 H90", "#e0b23a", 4)


@motif(
    "bathtub, bath, tub",
    metres=0.7,
    box=(180, 90),
    colours="#f3f1ec #8fc4d0",
    home="room",
    rim=Span(30, 150, 30),
    family="furniture",
)
def bathtub(p: Pen) -> None:
    p.line("M158 30 V8 C158 0 144 0 144 10", STEEL, 5)
    for x, y, r in ((40, 24, 12), (62, 18, 15), (88, 22, 14), (112, 18, 13), (130, 25, 9)):
        p.ball(x, y, r, r, "#f2f9fd")
    p.path("M34 78 C30 84 28 90 34 90 H42 L48 78Z M146 78 C150 84 152 90 146 90 H138 L132 78Z", "#e0b23a")
    p.body("M10 30 H170 C170 64 158 82 136 82 H44 C22 82 10 64 10 30Z")
    p.slab(2, 24, 176, 10, p.light, 5)
    p.line("M24 44 C26 60 32 68 40 72", WHITE, 4)


@motif("fireplace, hearth", metres=1.4, box=(150, 120), colours="#b5604a #c9c2b5", home="room", family="furniture")
def fireplace(p: Pen) -> None:
    p.slab(8, 14, 134, 106, p.main, 2)
    for y in (26, 44, 62, 80, 98):
        p.line(f"M10 {y} H140", p.dark, 1.6)
        for x in range(20 + y % 4 * 6, 140, 26):
            p.line(f"M{x} {y} v18", p.dark, 1.6)
    p.slab(0, 4, 150, 14, WOOD, 3)
    p.path("M34 120 V66 C34 44 116 44 116 66 V120Z", "#2b2528")
    p.path("M56 114 C46 96 62 90 62 74 C74 84 72 92 80 84 C82 78 80 72 84 68 C98 86 104 102 92 114Z", "#f28a1c")
    p.path("M64 114 C60 104 70 98 72 90 C82 98 88 106 82 114Z", "#ffe27a")
    p.line("M50 114 H100 M56 118 L94 110", WOOD_DARK, 6)
