"""Drawings of mountains, waters and other large pieces of nature."""

from heliograph.adapters.generators.illustrator.motif import Layer, Span, motif
from heliograph.adapters.generators.illustrator.palette import LEAF, WHITE, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen

BARK = "#7c5231"
GOLD, RED = "#f2c230", "#d8323c"


@motif(
    "stump, tree stump",
    metres=0.5,
    box=(110, 80),
    colours="#8a5c36",
    home="forest",
    family="nature",
    top=Span(24, 86, 18),
)
def stump(p: Pen) -> None:
    p.body("M18 18 C20 44 14 62 2 76 C16 72 24 78 34 80 C44 74 52 80 60 80 C72 74 80 80 108 76 C94 62 90 44 92 18Z")
    p.oval(55, 18, 37, 12, "#e0b884")
    p.oval(55, 18, 26, 8, "#c99a62")
    p.oval(55, 18, 14, 4.400, "#e0b884")


@motif("pine cone, fir cone, pinecone", metres=0.08, box=(80, 100), colours="#8a5a34", home="forest", family="nature")
def pine_cone(p: Pen) -> None:
    for row, count in enumerate((2, 3, 4, 4, 3, 2)):
        for i in range(count):
            x, y = 40 + (i - (count - 1) / 2) * 16, 20 + row * 13
            p.body(
                f"M{x - 10} {y} C{x - 8} {y + 16} {x + 8} {y + 16} {x + 10} {y} C{x + 4} {y - 6} {x - 4} {y - 6} {x - 10} {y}Z",
                p.main if (row + i) % 2 else p.dark,
            )
    p.line("M40 14 V2", WOOD_DARK, 5)


@motif("volcano, erupting volcano", metres=14.0, box=(190, 140), colours="#6b5a5a", home="mountains", family="nature")
def volcano(p: Pen) -> None:
    for x, y, r in ((94, 0, 18.0), (72, -8, 14), (116, -8, 16), (94, -22, 16)):
        p.ball(x, y, r, r, "#b9b4b4")
    p.path("M84 34 L78 8 L90 22 L95 -2 L100 22 L112 8 L106 34Z", "#f7a52c")
    p.body("M76 32 H114 C126 80 154 116 188 140 H2 C36 116 64 80 76 32Z")
    p.path("M76 32 H114 L118 48 L108 42 L106 84 L98 50 L92 104 L86 46 L80 60 L72 48Z", "#f0562c")
    p.shade("M114 32 C126 80 154 116 188 140 H120 C112 100 112 60 104 32Z", 0.14)


@motif(
    "mountain peak, matterhorn, snowy peak",
    metres=14.0,
    box=(190, 130),
    colours="#7d8fae",
    home="mountains",
    family="nature",
)
def peak(p: Pen) -> None:
    p.path("M96 2 L140 52 L154 44 L190 130 H0 L44 62 L56 72Z", p.main)
    p.shade("M96 2 L140 52 L154 44 L190 130 H108 L116 70Z", 0.16)
    p.path("M96 2 L122 32 L112 40 L104 32 L96 44 L84 34 L76 36Z M154 44 L166 70 L156 64 L146 70 L142 50Z", WHITE)


@motif("waterfall, cascade", metres=7.0, box=(140, 140), colours="#8a8d96", home="forest", family="nature")
def waterfall(p: Pen) -> None:
    p.body("M2 140 L8 40 L24 14 H118 L134 44 L138 140Z")
    p.body("M42 14 H98 L106 130 H34Z", "#8fd0ec")
    p.line("M52 18 V126 M64 16 V128 M76 16 V126 M88 18 V128", WHITE, 4)
    p.oval(70, 132, 66, 9, "#7cc4e6")
    for x in (40, 56, 72, 88, 102):
        p.ball(x, 126, 9, 6, WHITE)
    p.ball(20, 16, 13, 10, LEAF)
    p.ball(122, 18, 13, 10, LEAF)


@motif(
    "iceberg, ice floe",
    metres=8.0,
    box=(160, 110),
    colours="#d6ecf6",
    home="sea",
    layer=Layer.WATER,
    family="nature",
    top=Span(40, 100, 40),
)
def iceberg(p: Pen) -> None:
    p.path("M4 110 L18 62 L48 50 L66 8 L96 26 L112 60 L142 72 L156 110Z", p.main)
    p.path("M66 8 L96 26 L88 60 L104 110 H60 L56 60Z", WHITE)
    p.path("M112 60 L142 72 L156 110 H118Z", p.dark)


@motif(
    "island, desert island, tropical island",
    metres=8.0,
    box=(200, 150),
    colours="#eacb8a",
    home="sea",
    layer=Layer.WATER,
    family="nature",
    top=Span(90, 170, 116),
)
def island(p: Pen) -> None:
    p.line("M66 116 C70 90 74 60 84 36", "#a8763f", 9)
    for d in (
        "M84 36 C62 18 40 22 26 44 C48 34 66 36 84 42Z",
        "M84 36 C108 16 130 24 140 48 C120 36 104 36 84 42Z",
        "M84 38 C74 10 54 2 40 10 C60 14 72 24 84 42Z",
        "M84 38 C94 10 114 2 128 12 C108 16 96 24 84 42Z",
    ):
        p.body(d, LEAF)
    p.body("M2 140 C30 104 60 110 100 110 C150 108 176 120 198 140 C160 152 40 152 2 140Z")
    p.oval(60, 120, 12, 5, p.dark)


@motif(
    "wave, big wave, tsunami, breaker",
    metres=5.0,
    box=(190, 120),
    colours="#2f7fb5",
    home="sea",
    layer=Layer.WATER,
    family="nature",
)
def wave(p: Pen) -> None:
    p.body("M2 120 C20 60 60 8 118 6 C152 6 166 30 158 50 C150 40 138 36 128 42 C112 52 122 84 188 120Z")
    p.path("M40 70 C60 30 96 12 122 14 C146 16 156 32 158 50 C150 40 138 36 128 42 C118 34 80 30 40 70Z", "#8fd0ec")
    for x, y, r in ((120, 12, 9), (138, 18, 9), (152, 30, 8), (158, 46, 7), (104, 10, 7), (134, 40, 6)):
        p.ball(x, y, r, r, WHITE)
    p.line("M30 104 C56 70 84 60 110 62 M60 112 C80 92 104 88 124 92", p.light, 4)


@motif(
    "branch, twig, bough, tree branch",
    metres=0.9,
    box=(220, 70),
    colours="#7c5231",
    home="forest",
    family="nature",
    top=Span(50, 190, 34),
    tall=False,
)
def branch(p: Pen) -> None:
    p.body("M-10 30 C60 24 130 30 228 44 L226 54 C130 44 60 44 -10 58Z")
    p.line("M70 30 C84 18 100 12 112 10 M150 38 C168 26 186 22 200 24", p.main, 6)
    for x, y, turn in (
        (116, 8, -20),
        (104, 18, 30),
        (204, 22, 10),
        (188, 30, 40),
        (216, 50, 30),
        (40, 58, 60),
        (140, 54, 50),
    ):
        p.oval(x, y, 13, 6, LEAF, turn)
