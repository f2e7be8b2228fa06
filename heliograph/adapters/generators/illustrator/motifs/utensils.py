"""Drawings of cutlery, crockery and other things of kitchen and bath."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    INK,
    STEEL,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
)
from heliograph.adapters.generators.illustrator.pen import Pen

RED, GOLD = "#d8323c", "#f2c230"


@motif(
    "knife, kitchen knife, bread knife, dagger",
    metres=0.25,
    box=(150, 40),
    colours="#d5dbe3",
    home="table",
    family="tool",
)
def knife(p: Pen) -> None:
    p.body("M50 8 H136 C146 10 148 18 146 24 C120 32 84 32 50 30Z")
    p.path("M50 22 C84 26 120 26 146 24 C120 32 84 32 50 30Z", p.dark)
    p.slab(4, 8, 50, 18, WOOD_DARK, 6)
    for x in (16, 30, 44):
        p.circle(x, 17, 2.4, STEEL)


@motif("fork", metres=0.2, box=(40, 140), colours="#c3ccd6", home="table", family="tool")
def fork(p: Pen) -> None:
    p.line("M8 4 V40 M16 4 V40 M24 4 V40 M32 4 V40", p.main, 4)
    p.body("M6 34 H34 C34 52 28 58 24 60 V130 C24 138 16 138 16 130 V60 C12 58 6 52 6 34Z")


@motif(
    "spoon, teaspoon, ladle, wooden spoon",
    metres=0.2,
    box=(44, 140),
    colours="#c3ccd6 #c9985f",
    home="table",
    family="tool",
)
def spoon(p: Pen) -> None:
    p.oval(22, 28, 19, 27)
    p.oval(22, 30, 14, 21, p.dark)
    p.slab(18, 52, 8, 84, p.main, 4)
    p.shine("M12 24 C12 14 18 8 24 8 C18 14 17 20 17 28Z", 0.6)


@motif(
    "barrel, cask, keg",
    metres=0.9,
    box=(90, 110),
    colours="#a8653a",
    home="farm",
    family="tool",
    top=Span(18, 72, 8),
    rim=Span(18, 72, 10),
)
def barrel(p: Pen) -> None:
    p.body("M16 8 C2 34 2 76 16 104 H74 C88 76 88 34 74 8Z")
    p.line("M32 8 C26 36 26 76 32 104 M45 8 V104 M58 8 C64 36 64 76 58 104", p.dark, 2)
    p.line("M10 28 C30 34 60 34 80 28 M10 84 C30 90 60 90 80 84", STEEL_DARK, 6)
    p.oval(45, 9, 29, 6, p.light)


@motif(
    "cage, bird cage, birdcage",
    metres=0.6,
    box=(90, 120),
    colours="#d9a93a",
    home="room",
    family="tool",
    gap=Span(20, 70, 30),
    rim=Span(16, 74, 92),
)
def cage(p: Pen) -> None:
    p.ring(45, 8, 7, p.main, 3)
    p.line("M8 100 V52 C8 4 82 4 82 52 V100", p.main, 4)
    p.line("M22 100 V36 M34 100 V24 M45 100 V18 M56 100 V24 M68 100 V36 M8 62 H82", p.main, 2.4)
    p.line("M24 76 H66", WOOD, 4)
    p.slab(4, 98, 82, 16, p.dark, 4)


@motif(
    "toothbrush",
    metres=0.2,
    box=(150, 40),
    colours="#3f8fd0 #e0609a",
    home="room",
    family="tool",
)
def toothbrush(p: Pen) -> None:
    p.slab(4, 18, 142, 12, p.main, 6)
    for i in range(8):
        p.box(104 + i * 5, 4, 4, 15, WHITE if i % 2 else "#bfe8f6", 1)
    p.line("M16 24 H60", p.light, 3)


@motif(
    "soap, bar of soap",
    metres=0.08,
    box=(120, 80),
    colours="#f2a8c8 #8fd0c0",
    home="room",
    family="tool",
)
def soap(p: Pen) -> None:
    p.slab(8, 34, 104, 40, p.main, 18)
    p.slab(24, 44, 72, 20, p.light, 9)
    for x, y, r in ((30, 20, 13), (56, 12, 9), (78, 22, 12), (100, 10, 7)):
        p.veil(f'circle cx="{x}" cy="{y}" r="{r}"', "#e6f5fc", 0.9)
        p.ring(x, y, r, "#b5d8ea", 1.8)


@motif(
    "watering can",
    metres=0.4,
    box=(140, 100),
    colours="#4f9a6a #3f8fd0 #d8604f",
    home="garden",
    family="tool",
    rim=Span(34, 80, 34),
)
def watering_can(p: Pen) -> None:
    p.line("M40 34 C20 8 96 -8 96 34", p.dark, 7)
    p.line("M84 74 L124 28", p.main, 11)
    p.line("M112 16 L136 40", p.dark, 9)
    p.slab(28, 32, 62, 64, p.main, 5)
    p.oval(59, 33, 31, 7, p.deep)
    p.line("M30 56 H88", p.light, 4)


@motif(
    "flowerpot, plant pot, pot, flower pot",
    metres=0.3,
    box=(90, 90),
    colours="#c8694a #8fb0b5",
    home="garden",
    family="household",
    rim=Span(16, 74, 14),
)
def flowerpot(p: Pen) -> None:
    p.body("M12 24 H78 L68 86 C66 90 24 90 22 86Z")
    p.slab(4, 8, 82, 19, p.light, 3)
    p.oval(45, 11, 36, 5, "#5a3a28")


@motif(
    "jug, pitcher, carafe, milk jug",
    metres=0.28,
    box=(100, 110),
    colours="#6f9fc0 #e9dfc8",
    home="table",
    family="household",
    rim=Span(24, 62, 14),
)
def jug(p: Pen) -> None:
    p.line("M68 30 C104 22 104 84 70 82", p.dark, 9)
    p.body("M14 12 L26 8 H70 C66 34 78 52 78 74 C78 96 66 106 46 106 C26 106 14 96 14 74 C14 52 28 36 24 22Z")
    p.path("M14 12 L26 8 H70 L68 16 H24Z", p.deep)
    p.line("M16 66 C34 74 58 74 77 66", p.light, 4)


@motif("kettle, tea kettle", metres=0.28, box=(120, 104), colours="#9aa5b4 #c9343f", home="kitchen", family="household")
def kettle(p: Pen) -> None:
    p.line("M34 40 C30 -8 90 -8 86 40", INK, 7)
    p.body("M86 62 C104 54 106 40 116 36 L118 44 C112 60 106 74 90 82Z", p.dark)
    p.body("M18 96 C8 66 24 36 60 36 C96 36 112 66 102 96Z")
    p.ball(60, 34, 7, 6, INK)
    p.slab(14, 94, 92, 9, p.dark, 3)
    p.shine("M28 82 C26 66 34 52 44 48 C38 58 36 70 38 84Z", 0.5)


@motif(
    "frying pan, skillet, wok",
    metres=0.16,
    box=(180, 50),
    colours="#33363f",
    home="kitchen",
    family="household",
    top=Span(18, 92, 16),
)
def frying_pan(p: Pen) -> None:
    p.slab(108, 16, 70, 9, WOOD_DARK, 4)
    p.body("M2 16 H118 C114 36 98 46 84 46 H36 C22 46 6 36 2 16Z")
    p.oval(60, 16, 57, 9, p.light)
    p.oval(60, 17, 49, 6, p.deep)


@motif(
    "tray, serving tray, cutting board, chopping board",
    metres=0.1,
    box=(170, 40),
    colours="#a8743f #9aa5b4",
    home="table",
    family="household",
    top=Span(24, 146, 14),
    tall=False,
)
def tray(p: Pen) -> None:
    p.path("M26 8 H144 L168 30 H2Z", p.main)
    p.path("M34 12 H136 L150 26 H20Z", p.light)
    p.path("M2 30 H168 V36 C168 40 2 40 2 36Z", p.dark)


@motif(
    "cup, teacup, mug, cup of tea, tea",
    metres=0.12,
    box=(120, 90),
    colours="#e8a8b5 #8fc4d4 #f2d26a",
    home="table",
    family="household",
    rim=Span(22, 72, 26),
)
def teacup(p: Pen) -> None:
    p.line("M84 36 C112 30 112 62 78 64", p.main, 8)
    p.body("M10 22 C12 58 24 80 50 80 C76 80 88 58 90 22Z")
    p.oval(50, 22, 40, 9, p.light)
    p.oval(50, 23, 35, 6.6, "#b5763a")
    for x in (30, 50, 70):
        p.circle(x, 52, 5, p.pale)
    p.oval(50, 84, 46, 5, p.dark)
