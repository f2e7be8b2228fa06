"""Drawings of what stands in streets and gardens."""

from heliograph.adapters.generators.illustrator.motif import motif
from heliograph.adapters.generators.illustrator.palette import GLASS, INK, LIT, STEEL, WHITE, WOOD, WOOD_DARK
from heliograph.adapters.generators.illustrator.pen import Pen


@motif("fountain", metres=2.6, box=(130, 110), colours="#b9b4ac", home="garden", family="building")
def fountain(p: Pen) -> None:
    p.line(
        "M65 40 C50 4 26 10 22 46 M65 40 C80 4 104 10 108 46 M65 40 C58 0 46 0 42 40 M65 40 C72 0 84 0 88 40 M65 40 V4",
        "#8fd0ec",
        4,
    )
    p.body("M56 60 H74 L80 96 H50Z", p.dark)
    p.body("M16 42 C30 52 100 52 114 42 C110 60 90 66 65 66 C40 66 20 60 16 42Z")
    p.oval(65, 44, 47, 6, "#7cc4e6")
    p.body("M2 88 H128 L120 110 H10Z")
    p.oval(65, 88, 61, 7, "#7cc4e6")
    p.line("M36 88 h14 M72 90 h18 M54 86 h10", WHITE, 1.8)


@motif("sign, signpost, board, placard, billboard, signboard, notice", metres=2.2, box=(120, 110), colours="#3f7f6a #b5433f #f5efe0",
       home="street", board=(10, 12, 100, 44), faces=False, family="sign")  # fmt: skip
def sign(p: Pen) -> None:
    p.slab(55, 50, 10, 60, WOOD_DARK, 2)
    p.slab(2, 4, 116, 60, p.main, 6)
    p.line("M7 9 H113 V59 H7Z", p.pale, 2)
    for x in (12, 108):
        p.circle(x, 14, 2, p.deep)


@motif("poster, banner, billboard poster", metres=1.4, box=(100, 130), colours="#f2c94c #e8604c #3f8fb0", home="wall",
       board=(10, 40, 80, 50), faces=False, family="sign", tall=False)  # fmt: skip
def poster(p: Pen) -> None:
    p.slab(2, 2, 96, 126, "#f8f3e6", 1)
    p.box(8, 8, 84, 114, p.main)
    p.circle(72, 28, 13, p.pale)
    p.path("M8 122 V104 L34 94 L58 106 L92 92 V122Z", p.dark)
    p.box(8, 38, 84, 54, p.deep)
    for x in (10, 90):
        p.circle(x, 7, 2.6, "#d8323c")


@motif("street lamp, streetlamp, lamp post, lamppost, streetlight, street light, lantern post", metres=4.0, box=(60, 170), colours="#3b4452",
       home="street", family="street")  # fmt: skip
def street_lamp(p: Pen) -> None:
    p.gloss('circle cx="30" cy="24" r="44"', "glow")
    p.slab(26.5, 44, 7, 120, p.main)
    p.body("M18 170 C18 160 24 160 25 148 H35 C36 160 42 160 42 170Z")
    p.box(22, 92, 16, 5, p.light, 2)
    p.path("M18 14 H42 L37 42 H23Z", LIT)
    p.line("M18 14 L23 42 H37 L42 14 M30 14 V42", p.main, 2.4)
    p.body("M14 15 C20 6 40 6 46 15Z")
    p.circle(30, 5, 3)


@motif(
    "traffic light, traffic lights, stoplight",
    metres=3.2,
    box=(50, 150),
    colours="#3b4452",
    home="street",
    family="street",
)
def traffic_light(p: Pen) -> None:
    p.slab(21, 70, 8, 80, "#5d6878")
    p.slab(8, 4, 34, 78, p.main, 8)
    for y, colour in ((19, "#e5433c"), (43, "#f2b61f"), (67, "#3fb55b")):
        p.circle(25, y, 9.6, colour)
        p.shine(f"M18 {y} a7 7 0 0 1 7 -7 a9 9 0 0 0 -4 7Z")


@motif(
    "fence, railing, picket fence",
    metres=1.0,
    box=(180, 70),
    colours="#f3efe6 #a9743f",
    home="garden",
    family="garden",
)
def fence(p: Pen) -> None:
    p.slab(0, 24, 180, 8, p.dark)
    p.slab(0, 48, 180, 8, p.dark)
    for x in range(6, 176, 24):
        p.body(f"M{x} 70 V14 L{x + 8} 4 L{x + 16} 14 V70Z")


@motif(
    "postbox, mailbox, letterbox, letter box, pillar box",
    metres=1.5,
    box=(60, 130),
    colours="#c9262f #2f5fb0",
    home="street",
    family="street",
)
def postbox(p: Pen) -> None:
    p.slab(8, 20, 44, 104, p.main, 3)
    p.body("M3 24 C6 6 54 6 57 24 V29 H3Z")
    p.box(4, 120, 52, 10, INK, 2)
    p.box(15, 38, 30, 6, INK, 2)
    p.box(17, 52, 26, 20, "#f8f3e6", 1)
    p.line("M21 58 H39 M21 64 H35", STEEL, 2)


@motif(
    "phone box, telephone box, phone booth",
    metres=2.5,
    box=(60, 140),
    colours="#c9262f",
    home="street",
    family="street",
)
def phone_box(p: Pen) -> None:
    p.slab(6, 10, 48, 126, p.main, 2)
    p.body("M3 14 C8 2 52 2 57 14Z")
    p.box(10, 16, 40, 8, "#f8f3e6", 1)
    for x in (13, 25, 38):
        for y in range(30, 110, 20):
            p.box(x, y, 10 if x != 25 else 11, 16, GLASS)
    p.box(3, 132, 54, 8, p.deep)


@motif("well, wishing well", metres=2.4, box=(100, 110), colours="#a9a49a", home="farm", family="garden")
def well(p: Pen) -> None:
    p.slab(16, 34, 7, 46, WOOD, 1)
    p.slab(77, 34, 7, 46, WOOD, 1)
    p.body("M50 2 L96 32 L92 40 H8 L4 32Z", "#9c4338")
    p.line("M20 48 H80 M50 48 V66", WOOD_DARK, 3)
    p.body("M42 64 H58 L55 80 H45Z", STEEL)
    p.slab(8, 74, 84, 36, p.main, 5)
    for x, y in ((14, 82), (38, 82), (62, 82), (26, 95), (50, 95), (74, 95)):
        p.box(x, y, 18, 9, p.light if x % 4 else p.dark, 3)
    p.slab(4, 70, 92, 9, p.dark, 4)
