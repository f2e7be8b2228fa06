"""Drawings of small buildings, and of what else is built outdoors."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
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


@motif("solar panel", metres=1.4, box=(140, 100), colours="#2f4f9a", home="field", family="building")
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
