"""Drawings of buildings and of what stands in streets."""

from heliograph.adapters.generators.illustrator.motif import Span, motif
from heliograph.adapters.generators.illustrator.palette import (
    GLASS,
    INK,
    LEAF,
    LIT,
    STEEL_DARK,
    WHITE,
    WOOD,
    WOOD_DARK,
)
from heliograph.adapters.generators.illustrator.pen import Pen


def pane(p: Pen, x: float, y: float, w: float, h: float) -> None:
    p.box(x - 3, y - 3, w + 6, h + 6, WHITE, 2)
    p.box(x, y, w, h, p.glass)
    p.shine(f"M{x} {y + h * 0.8} L{x + w * 0.7} {y} H{x + w} L{x} {y + h}Z", 0.3)
    p.line(f"M{x + w / 2} {y} v{h} M{x} {y + h / 2} h{w}", WHITE, 2)
    p.box(x - 5, y + h + 3, w + 10, 4, WHITE, 1)


@motif("house, home, cottage, villa, farmhouse, building", metres=7.0, box=(160, 140), colours="#f0dfc0 #d98f6a #a8c4cf #e3c9c4",
       top=Span(40, 120, 22), family="building", parts=("door", "roof", "window", "wall"))  # fmt: skip
def house(p: Pen) -> None:
    p.slab(112, 8, 16, 36, "#a8553f", 1)
    p.box(109, 5, 22, 7, "#8a4433", 1)
    p.slab(18, 60, 124, 80, p.part("wall", p.main))
    p.shade("M18 60 H142 V70 H18Z")
    p.body("M80 6 L158 62 L150 70 H10 L2 62Z", p.part("roof", "#9c4338" if p.main != "#d98f6a" else "#5f4a5a"))
    p.line("M44 44 H116 M30 56 H130 M58 32 H102", "#00000022", 2)
    p.circle(80, 44, 9, WHITE)
    p.circle(80, 44, 6.4, p.glass)
    pane(p, 30, 82, 24, 26)
    pane(p, 106, 82, 24, 26)
    p.box(65, 86, 30, 54, WHITE, 2)
    p.slab(68, 89, 24, 51, p.part("door", p.deep), 1)
    p.box(72, 94, 16, 14, p.glass, 1)
    p.circle(88, 118, 2, "#f2c230")
    p.box(60, 136, 40, 4, "#b9b4a8")
    for x in (24, 36, 48, 110, 122, 136):
        p.ball(x, 135, 9, 8, LEAF)


@motif("cabin, hut, log cabin, shed, chalet, lodge, shack", metres=4.0, box=(140, 110), colours=f"{WOOD} #8a5a3a", home="forest",
       family="building", parts=("door", "roof"))  # fmt: skip
def cabin(p: Pen) -> None:
    p.slab(98, 4, 15, 34, "#8d8a86", 1)
    p.slab(14, 50, 112, 60, p.main)
    p.line("M14 60 H126 M14 70 H126 M14 80 H126 M14 90 H126 M14 100 H126", p.dark, 2)
    p.path("M12 46 H20 V110 H12Z M120 46 H128 V110 H120Z", p.dark)
    p.path("M70 10 L124 52 H16Z", p.light)
    p.circle(70, 36, 6, p.deep)
    p.body("M70 2 L138 50 L130 58 L70 18 L10 58 L2 50Z", p.part("roof", "#5b4038"))
    p.box(28, 66, 26, 24, p.deep, 1)
    p.box(31, 69, 20, 18, LIT)
    p.line("M41 69 V87 M31 78 H51", p.deep, 2)
    p.slab(78, 66, 28, 44, p.part("door", p.deep), 1)
    p.line("M87 66 V110 M97 66 V110", p.dark, 1.4)
    p.circle(101, 90, 2.2, "#f2c230")


@motif(
    "castle, fortress",
    metres=16.0,
    box=(170, 150),
    colours="#b9b4ac #c9b8a0 #a9aebb",
    home="castle",
    family="building",
    parts=("roof", "door"),
)
def castle(p: Pen) -> None:
    for x, top in ((62, 44), (96, 44)):
        p.slab(x - 2, top, 14, 80, p.dark)
    p.slab(68, 22, 34, 110, p.dark)
    p.body("M62 24 L85 -8 L108 24Z", p.part("roof", "#4f5f9a"))
    p.line("M85 -8 V-22", STEEL_DARK, 2)
    p.path("M85 -22 L102 -17 L85 -11Z", "#d8323c")
    p.slab(24, 78, 122, 72, p.main)
    p.path("M24 68 h12 v8 h10 v-8 h12 v8 h10 v-8 h12 v8 h10 v-8 h12 v8 h10 v-8 h12 v8 h10 v-8 h12 v22 H24Z", p.light)
    for x in (4, 130):
        p.slab(x, 52, 36, 98, p.main)
        p.body(f"M{x - 5} 54 L{x + 18} 14 L{x + 41} 54Z", p.part("roof", "#4f5f9a"))
        p.line(f"M{x + 18} 14 v-10", STEEL_DARK, 2)
        p.path(f"M{x + 18} 4 l13 4 l-13 5Z", "#d8323c")
        p.path(f"M{x + 13} 86 v-10 a5 5 0 0 1 10 0 v10Z M{x + 13} 120 v-10 a5 5 0 0 1 10 0 v10Z", INK)
    p.path("M79 58 v-12 a6 6 0 0 1 12 0 v12Z", INK)
    p.path("M66 150 V124 a19 19 0 0 1 38 0 V150Z", p.part("door", "#5b4038"))
    p.line("M75 110 V150 M85 106 V150 M95 110 V150 M67 124 H103 M66 138 H104", INK, 2)
    p.line("M40 100 h10 M110 104 h10 M50 112 h8 M118 124 h10 M48 134 h10", p.dark, 2.4)


@motif(
    "lighthouse, light house", metres=18.0, box=(80, 170), colours="#d8323c #2f5f9a", home="coast", family="building"
)
def lighthouse(p: Pen) -> None:
    p.body("M24 44 H56 L66 170 H14Z", "#f7f4ec")
    p.path("M22.6 62 H57.4 L59.4 86 H20.6Z M18.6 112 H61.4 L63.4 136 H16.6Z", p.main)
    p.gloss('path d="M24 44 H56 L66 170 H14Z"', "form")
    p.box(16, 40, 48, 6, "#3b3f4f", 1)
    p.line("M18 40 V30 M30 40 V30 M50 40 V30 M62 40 V30 M17 30 H63", "#3b3f4f", 2)
    p.box(28, 16, 24, 24, LIT, 1)
    p.circle(40, 28, 7, "#fff6cf")
    p.line("M28 16 V40 M40 16 V40 M52 16 V40", "#3b3f4f", 2)
    p.body("M23 18 C27 6 33 2 40 1 C47 2 53 6 57 18Z")
    p.line("M40 2 V-8", "#3b3f4f", 2)
    p.path("M36 104 V96 a4 4 0 0 1 8 0 V104Z M35.5 58 V52 a4.5 4.5 0 0 1 9 0 V58Z", INK)
    p.path("M32 170 V152 a8 8 0 0 1 16 0 V170Z", "#5b4038")


@motif("skyscraper, tower block, office, apartment, apartments, flat, flats, high-rise, apartment block", metres=24.0, box=(80, 170),
       colours="#7fa3c0 #b0a59c #8d97ab", home="city", family="building")  # fmt: skip
def skyscraper(p: Pen) -> None:
    p.line("M40 14 V-6", STEEL_DARK, 2.4)
    p.slab(26, 12, 28, 14, p.dark)
    p.slab(8, 24, 64, 146, p.main)
    p.box(4, 22, 72, 6, p.deep)
    for row in range(9):
        for column in range(4):
            lit = (row * 7 + column * 5) % 4 == 0
            p.box(15 + column * 13.4, 36 + row * 13, 9, 8, LIT if lit else p.pale)
    p.box(30, 152, 20, 18, p.deep)
    p.box(33, 155, 14, 15, GLASS)
    p.line("M40 155 V170", p.deep, 1.6)


@motif("shop, store, bakery, cafe, café, restaurant, bookshop, bookstore, market, bar, pub, diner, boutique, florist, coffee shop, pet shop, toy shop, supermarket, shopping mall, grocery store", metres=4.5,
       box=(180, 140), colours="#3f8f8a #b5433f #4f6fa8 #c98a3a", home="street", board=(24, 14, 132, 26), faces=False,
       family="building", parts=("door", "shutter", "sign"))  # fmt: skip
def shop(p: Pen) -> None:
    p.slab(8, 4, 164, 136, p.main, 2)
    p.box(2, 0, 176, 7, p.deep, 2)
    p.slab(20, 11, 140, 32, p.deep, 3)
    p.line("M22 13 H158 V41 H22Z", "#f2d58a", 1.6)
    for i in range(8):
        x = 10 + i * 20
        colour = "#fbf5e8" if i % 2 else p.part("shutter", "#d8433c")
        p.path(f"M{x + 2} 47 H{x + 18.6} L{x + 20} 66 a10 8 0 0 1 -20 0Z", colour)
    p.shade("M10 47 H170 V52 H10Z")
    p.box(16, 74, 96, 52, WHITE, 2)
    p.box(20, 78, 88, 44, p.glass, 1)
    p.shine("M26 122 L58 78 H72 L40 122Z M80 122 L102 92 V104 L90 122Z")
    for x, colour in ((28, "#d98f3a"), (46, "#c95a6a"), (64, "#7fa04a"), (82, "#d98f3a")):
        p.box(x, 108, 13, 14, colour, 3)
    p.line("M64 78 V122", WHITE, 2.4)
    p.box(14, 126, 100, 14, p.dark, 1)
    p.box(122, 74, 40, 66, WHITE, 2)
    p.slab(126, 78, 32, 62, p.part("door", p.deep), 1)
    p.box(131, 84, 22, 32, p.glass, 1)
    p.circle(153, 122, 2.4, "#f2c230")


@motif(
    "church, chapel, cathedral",
    metres=14.0,
    box=(130, 150),
    colours="#ece4d4 #c9b8a0",
    home="field",
    family="building",
    parts=("roof", "door", "clock"),
)
def church(p: Pen) -> None:
    p.slab(44, 72, 80, 78, p.main)
    p.body("M40 76 L56 46 H116 L128 76Z", p.part("roof", "#8f4a3f"))
    p.slab(10, 44, 38, 106, p.light)
    p.body("M4 46 L29 -2 L54 46Z", p.part("roof", "#8f4a3f"))
    p.line("M29 -4 V-20 M23 -14 H35", "#d9a441", 3)
    p.circle(29, 62, 9, WHITE)
    p.line("M29 62 V56 M29 62 H33", INK, 1.8)
    for x in (62, 84, 106):
        p.path(f"M{x - 6} 120 V102 a6 8 0 0 1 12 0 V120Z", "#4f7fb5")
        p.line(f"M{x} 96 V120 M{x - 6} 108 h12", p.pale, 1.6)
    p.path("M18 150 V122 a11 12 0 0 1 22 0 V150Z", p.part("door", WOOD_DARK))
    p.line("M29 112 V150", p.deep, 1.6)


@motif("windmill, mill", metres=12.0, box=(140, 160), colours="#efe2c8 #b5533c", home="field", family="building")
def windmill(p: Pen) -> None:
    p.body("M48 58 H92 L104 160 H36Z")
    p.body("M44 60 C46 40 56 32 70 30 C84 32 94 40 96 60Z", "#7c4f3a")
    p.path("M60 160 V138 a10 10 0 0 1 20 0 V160Z", WOOD_DARK)
    pane(p, 62, 88, 16, 16)
    for turn in (20, 110, 200, 290):
        blade = f'transform="rotate({turn} 70 54)"'
        p.add(f'rect x="72" y="2" width="14" height="42" rx="1" {blade}', "#fbf7ec")
        p.add(f'rect x="68.4" y="-2" width="3.4" height="56" {blade}', WOOD_DARK)
        for y in (12, 22, 32):
            p.add(f'rect x="72" y="{y}" width="14" height="1.8" {blade}', WOOD_DARK)
    p.circle(70, 54, 6, "#4a342c")


@motif("barn, stable", metres=6.5, box=(150, 120), colours="#b5362f #8a5a3a", home="farm", family="building",
       parts=("roof", "door"))  # fmt: skip
def barn(p: Pen) -> None:
    p.body("M14 58 L34 24 L75 4 L116 24 L136 58 V120 H14Z")
    p.body("M75 -4 L122 18 L146 58 L138 62 L116 26 L75 8 L34 26 L12 62 L4 58 L28 18Z", p.part("roof", "#5d5a62"))
    p.line("M34 62 V118 M116 62 V118", p.dark, 2)
    p.box(63, 28, 24, 24, WHITE, 1)
    p.box(66, 31, 18, 18, p.deep)
    p.box(46, 66, 58, 54, WHITE, 1)
    p.box(50, 70, 50, 50, p.part("door", p.dark))
    p.line("M50 70 L75 95 L50 120 M100 70 L75 95 L100 120 M75 70 V120", WHITE, 3.4)


@motif(
    "tent, marquee, camp, wigwam, tipi",
    metres=2.2,
    box=(150, 100),
    colours="#e0862c #3f8f6a #c8452f",
    home="forest",
    family="building",
)
def tent(p: Pen) -> None:
    p.line("M70 10 L76 2 M80 10 L74 2", WOOD_DARK, 3)
    p.body("M75 6 L112 12 L148 98 H96Z", p.dark)
    p.body("M75 6 L120 98 H6Z")
    p.path("M75 22 L94 98 H50Z", p.deep)
    p.body("M75 22 C70 50 62 78 48 98 H40Z", p.light)
    p.line("M20 78 L4 98 M140 80 L150 99", "#d8cdb5", 1.8)


@motif("bridge, footbridge, viaduct", metres=5.0, box=(260, 90), colours="#b08a6a #9b9a94", home="lake", top=Span(60, 200, 22),
       gap=Span(84, 176, 44), family="building", tall=False)  # fmt: skip
def bridge(p: Pen) -> None:
    p.body("M0 40 C60 16 200 16 260 40 V90 H226 C222 44 38 44 34 90 H0Z")
    p.path("M34 90 C38 44 222 44 226 90 H216 C210 54 50 54 44 90Z", p.dark)
    p.line("M0 42 C60 18 200 18 260 42", p.light, 5)
    p.line("M20 34 V14 M60 25 V5 M100 21 V1 M140 20 V0 M180 22 V2 M220 27 V8 M244 35 V15", p.deep, 4)
    p.line("M0 18 C60 -6 200 -6 260 20", p.deep, 4)
    for x, y in ((16, 56), (8, 70), (22, 80), (240, 56), (250, 70), (236, 80)):
        p.box(x - 7, y, 13, 6, p.dark, 2)


@motif("igloo", metres=2.0, box=(140, 80), colours="#e3f0f8", home="snow", family="building")
def igloo(p: Pen) -> None:
    p.body("M4 80 C4 30 34 2 66 2 C98 2 128 30 128 80Z", gradient="round")
    p.line("M14 50 H118 M30 24 H102 M66 2 V24 M48 24 V50 M84 24 V50 M30 50 V80 M66 50 V80", p.dark, 1.8)
    p.body("M84 80 V58 a22 22 0 0 1 44 0 V80Z", p.light)
    p.path("M94 80 V60 a12 13 0 0 1 24 0 V80Z", "#3a4f78")
